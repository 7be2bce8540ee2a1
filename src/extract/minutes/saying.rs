//! What single lines of an item say by their words: what was decided, who recommends, of what kind the item is.

use super::decision;
use super::line::sentences;
use super::page::{Page, Start};
use super::role::Role;
use crate::data::minutes::{Words, fold};
use crate::extract::date;
use crate::model::meeting::{DecisionKind, ItemKind, SectionKind};

/// Whether an item has a heading that is a decision's beyond doubt, and one of a recommendation.
#[must_use]
pub fn headings(page: Page<'_>, start: &Start, end: u32) -> (bool, bool) {
    let lines = page.lines.iter().zip(page.roles).skip(start.body).take_while(|(line, _)| line.span.start < end);
    let (mut decided, mut proposed) = (false, false);
    for (_, role) in lines {
        match role {
            Role::Decision { title, .. } => decided |= !page.words.doubtful_decisions.contains(&fold(title)),
            Role::Section { kind: SectionKind::Recommendation, .. } => proposed = true,
            _ => {}
        }
    }
    (decided, proposed)
}

/// A point of a recommendation: "at planen godkendes", "2. at ...".
#[must_use]
pub fn is_point(text: &str) -> bool {
    text.starts_with("at ") || text.starts_with("At ") || text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// Whether words do not say in short what was decided.
#[must_use]
pub fn decides_nothing(text: &str, words: &Words) -> bool {
    let first = sentences(text).first().copied().unwrap_or_default();
    first.split(' ').count() > 30 || decision::kind(first, words) == DecisionKind::Other
}

/// Where the lead of a recommendation ends: "Direktøren for Arbejdsmarked indstiller", "Det indstilles".
#[must_use]
pub fn recommendation_end(text: &str, words: &Words) -> Option<usize> {
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let mut end = 0;
    for (index, word) in text.split(' ').enumerate().take(9) {
        end += word.len() + usize::from(index > 0);
        let verb = fold(word.trim_end_matches([',', ':']));
        if index > 0 && words.recommending.contains(&verb) {
            let subject = fold(text.get(..end - word.len())?);
            let official = subject.split([' ', '/']).any(|part| {
                words
                    .officials
                    .iter()
                    .any(|official| part.starts_with(official.as_str()) || part.ends_with(official.as_str()))
            });
            return (official || subject.trim() == "det" && verb == "indstilles").then_some(end);
        }
        if word.ends_with(['.', ',', ':', ';']) {
            return None;
        }
    }
    None
}

/// `Dagsordenen blev godkendt.` below the title that asks for it.
#[must_use]
pub fn approves_papers(text: &str, kind: ItemKind, words: &Words) -> bool {
    let folded = fold(text);
    kind == ItemKind::Approval
        && text.len() <= 240
        && words.papers.iter().any(|paper| folded.starts_with(paper.as_str()))
        && decision::kind(text, words) == DecisionKind::Approved
}

/// `Handicaprådet tog orienteringen til efterretning`: the meeting's own committee, and what it did.
#[must_use]
pub fn tells_decision(text: &str, own: Option<&str>, words: &Words) -> bool {
    let first = sentences(text).first().copied().unwrap_or_default();
    let mut parts = first.split(' ');
    let Some(subject) = parts.next().map(fold) else { return false };
    let acts = parts.next().is_some_and(|verb| words.deciding.contains(&fold(verb.trim_end_matches(','))));
    let own = own.is_some_and(|own| fold(own) == subject) || words.own_names.contains(&subject);
    // With a date it tells of another meeting.
    acts && own && date::first(first).is_none() && !decides_nothing(first, words)
}

/// `Myndighedschefen orienterede.`, `- kort om budgettet`: a short line that is running text all the same.
#[must_use]
pub fn says_in_short(text: &str) -> bool {
    let words = text.split(' ').count();
    let last = text.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
    let told = text.ends_with('.') && words >= 2 && last.chars().count() > 3 && last.starts_with(char::is_lowercase);
    told || words >= 3 && text.starts_with(['-', '•', '–']) && text.contains(char::is_alphabetic)
}

/// The bodies that a line of the competence section names.
#[must_use]
pub fn bodies(text: &str) -> Vec<String> {
    // "Økonomiudvalget, Byrådet" is a list; "Udvalget for Social, Sundhed & Ældre" is one name.
    let text = text.trim_end_matches(['.', ' ']);
    let list: Vec<&str> = text.split(", ").collect();
    let all = list.len() > 1 && list.iter().all(|piece| piece.starts_with("Udvalget for ") || !piece.contains(' '));
    let pieces = if all && !text.starts_with("Udvalget for ") { list } else { vec![text] };
    pieces.into_iter().map(|piece| piece.trim_start_matches(['-', ' ']).to_owned()).filter(|p| !p.is_empty()).collect()
}

#[must_use]
pub fn says_closed(text: &str, words: &Words) -> bool {
    let folded = fold(text);
    // "Åben/lukket sag: Åben", "Lukket sag: Nej": a form's label.
    let form =
        folded.split_once(':').filter(|(label, _)| words.open_or_closed.iter().any(|l| label.starts_with(l.as_str())));
    if form.is_some_and(|(_, value)| words.refusing.iter().any(|no| value.trim() == no)) {
        return false;
    }
    words.closed.iter().any(|word| folded.contains(word.as_str()))
        || words.closed_openings.iter().any(|word| {
            let rest = folded.strip_prefix(word.as_str());
            rest.is_some_and(|rest| rest.is_empty() || [":", ",", " -", " –"].iter().any(|mark| rest.starts_with(mark)))
        })
}

/// A title without the word in brackets before or behind it that says who may be there: "(Åben) Budget 2024", "Køb af
/// ejendom (lukket)", "Lukket: Køb af ejendom".
#[must_use]
pub fn without_mark<'t>(title: &'t str, words: &Words) -> &'t str {
    let behind = title.strip_suffix(')').and_then(|inner| inner.rsplit_once(" ("));
    let title = match behind {
        Some((before, mark)) if mark.split(' ').count() <= 2 && says_closed(mark, words) && !before.is_empty() => {
            before
        }
        _ => title,
    };
    // "Lukket: Personsag"
    let title = match title.split_once(": ") {
        Some((mark, rest)) if mark.split(' ').count() <= 2 && says_closed(mark, words) => rest,
        _ => title,
    };
    let marked = title.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let says = |mark: &str| words.noise.contains_key(&fold(mark)) || says_closed(mark, words);
    match marked {
        Some((mark, rest)) if says(mark) && !rest.trim().is_empty() => rest.trim_start(),
        _ => title,
    }
}

/// What the opening of a title says; a committee's code before it ("JA - ") is passed over.
#[must_use]
pub fn item_kind(title: &str, words: &Words) -> ItemKind {
    let title = match title.split_once(" - ") {
        Some((code, rest)) if code.len() <= 8 && code.chars().all(char::is_uppercase) => rest,
        _ => title,
    };
    let folded = fold(title);
    let found = words.item_kinds.iter().find(|(opening, _)| {
        folded.strip_prefix(opening.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    found.map_or(ItemKind::Other, |(_, kind)| *kind)
}
