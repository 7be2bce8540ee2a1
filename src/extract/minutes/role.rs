//! What a line is by its own words: the head of a section or decision, a list of absentees, a case number, noise.

use super::{case, line::Line, people};
use crate::data::minutes::{Field, Words, fold};
use crate::extract::date;
use crate::model::meeting::SectionKind;
use crate::text::{capital, lower};
use jiff::civil::Date;
use memchr::memmem;
use std::sync::LazyLock;

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Text,
    Section {
        kind: SectionKind,
        title: String,
        /// What follows the heading on its own line.
        rest: String,
    },
    Decision {
        title: String,
        body: Option<String>,
        date: Option<Date>,
        rest: String,
    },
    /// Names of absentees follow, on the line or below it.
    Absence {
        /// The body that they belong to, where it is said.
        body: Option<String>,
        rest: String,
    },
    Case {
        number: String,
        labelled: bool,
    },
    /// The heading of a group of items, open or closed.
    Group {
        closed: bool,
    },
    /// A web page's buttons, "Til toppen".
    Noise,
    /// "Mødet afsluttet kl. 15.35"
    Closing,
}

impl Role {
    /// A heading inside an item, or what stands at its top.
    #[must_use]
    pub fn supports_item(&self) -> bool {
        matches!(self, Self::Section { .. } | Self::Decision { .. } | Self::Case { .. } | Self::Absence { .. })
    }
}

/// With these letters begins every word that heads a decision.
const DECISION: &str = "beslutning";

/// So it stands behind the name of the body that decides.
const GENITIVE: &str = "s beslutning";
static DECIDES: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(GENITIVE));

/// The role of each line.
#[must_use]
pub fn roles(lines: &[Line<'_>], words: &Words) -> Vec<Role> {
    lines.iter().map(|line| if line.is_short() { role(&line.text, words) } else { Role::Text }).collect()
}

/// The role of one cleaned line.
#[must_use]
pub fn role(text: &str, words: &Words) -> Role {
    // Most lines are running text: their first word opens nothing.
    let decides = text.get(..DECISION.len()).is_some_and(|start| start.eq_ignore_ascii_case(DECISION));
    if !(words.openers.may_open(text) || decides) {
        return unlabelled(text, None, words);
    }
    let folded = fold(text);
    if words.noise.contains_key(&folded) {
        return Role::Noise;
    }
    if let Some(&closed) = words.groups.get(&folded) {
        return Role::Group { closed };
    }
    if words.closing.iter().any(|opening| folded.starts_with(opening.as_str())) {
        return Role::Closing;
    }
    absence(text, &folded, words)
        .or_else(|| decision(text, &folded, words))
        .or_else(|| section(text, &folded, words))
        .unwrap_or_else(|| unlabelled(text, Some(&folded), words))
}

/// The role of a line that no label opens; folded, if it may begin with that of a case number.
fn unlabelled(text: &str, folded: Option<&str>, words: &Words) -> Role {
    were_absent(text, words)
        .or_else(|| body_decides(text, words))
        .or_else(|| dated_body(text, words))
        .or_else(|| remarks(text, words))
        .or_else(|| case::of_line(text, folded, words).map(|(number, labelled)| Role::Case { number, labelled }))
        .unwrap_or(Role::Text)
}

/// `Sagsfremstilling`, `Sagsfremstilling:`, `Beslutningskompetence: KB`.
fn section(text: &str, folded: &str, words: &Words) -> Option<Role> {
    if let Some(&kind) = words.sections.get(folded) {
        let title = text.trim_end_matches([':', ' ']).to_owned();
        return Some(Role::Section { kind, title, rest: String::new() });
    }
    if let Some(kind) = of_two(text, words) {
        let title = text.trim_end_matches([':', ' ']).to_owned();
        return Some(Role::Section { kind, title, rest: String::new() });
    }
    let (head, rest) = text.split_once(':')?;
    let &kind = words.sections.get(&fold(head))?;
    Some(Role::Section { kind, title: head.trim().to_owned(), rest: rest.trim().to_owned() })
}

/// `Økonomi/Personaleforhold`, `Dialog/høring`: a half that is known says what it is. `Baggrund og vurdering`: both are.
fn of_two(text: &str, words: &Words) -> Option<SectionKind> {
    if text.len() > 70 || !text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | ':')) {
        return None;
    }
    let known = |half: &str| {
        let kind = words.sections.get(&fold(half)).copied();
        kind.filter(|kind| *kind != SectionKind::Decision)
    };
    if let Some((first, second)) = text.split_once('/') {
        let first = known(first);
        let second = || known(second).filter(|kind| *kind != SectionKind::Other);
        return first.filter(|kind| *kind != SectionKind::Other).or_else(second).or(first);
    }
    let (first, second) = text.split_once(" og ")?;
    known(first).filter(|_| words.sections.contains_key(&fold(second)))
}

/// `Handicaprådets bemærkninger`: what a council that is heard says.
fn remarks(text: &str, words: &Words) -> Option<Role> {
    if text.len() > 60 || !starts_upper(text) {
        return None;
    }
    let title = text.trim_end_matches([':', ' ']);
    let body = words.remarks.iter().find_map(|word| title.strip_suffix(word.as_str())?.strip_suffix("s "))?;
    let heard = words.hearers.iter().any(|ending| body.to_lowercase().ends_with(ending.as_str()));
    let fits = heard && body.split(' ').count() <= 4;
    fits.then(|| Role::Section { kind: SectionKind::Hearing, title: title.to_owned(), rest: String::new() })
}

/// `Beslutning`, `Beslutning i Økonomiudvalget (2018-2021) den 05-06-2019`, `Beslutning: Godkendt.`
fn decision(text: &str, folded: &str, words: &Words) -> Option<Role> {
    let head = |title: &str, body, date, rest: &str| Role::Decision {
        title: title.trim().trim_end_matches(':').to_owned(),
        body,
        date,
        rest: rest.trim().to_owned(),
    };
    if words.sections.get(folded) == Some(&SectionKind::Decision) {
        return Some(head(text, None, None, ""));
    }
    // A sentence about a decision is no heading; nor is a title such as "Beslutning om ...".
    let opening = ["beslutning ", "beslutning,", "beslutning:", "beslutninger:", "beslutningen ", "beslutninger "]
        .iter()
        .find(|opening| folded.starts_with(**opening))?;
    let rest = text.get(opening.len()..).filter(|_| text.is_char_boundary(opening.len()))?;
    if opening.ends_with(':') {
        return Some(head(text.get(..opening.len()).unwrap_or(text), None, None, rest));
    }
    let rest = rest.trim_start_matches([' ', '-', ':', ',']);
    // "Beslutning for Punkt 2: Titel": an export repeats the item's heading.
    let number = rest.strip_prefix("for ").and_then(|rest| rest.split_once(':'));
    if number.is_some_and(|(number, _)| is_item_number(number, words)) {
        return Some(head(text, None, None, ""));
    }
    let named = strip_words(rest, &["i", "fra", "af", "på"]);
    if let Some(found) = date::first(named) {
        let before = named.get(..found.whole().start as usize)?;
        let after = named.get(found.span.end as usize..)?;
        let (body, meeting) = split_meeting(trim_date_lead(before));
        // "Beslutning i voksen- og plejeudvalget den ...": some write bodies without a capital.
        let capital = capital::capital(body);
        let body = if is_body(&capital, words) && !meeting { capital.as_str() } else { body };
        let after = after.trim_start_matches(['.', ' ']);
        let (tail, after) = after.split_once(':').map_or((after, ""), |(tail, after)| (tail, after));
        let fits = before.len() <= 140
            && (body.is_empty() || meeting || is_body(body, words) || starts_upper(body))
            && !body.contains(". ")
            && (tail.is_empty() || is_item_number(tail, words));
        if !fits {
            return None;
        }
        let title = text.get(..text.len() - after.len()).unwrap_or(text);
        let body = (!body.is_empty() && !meeting).then(|| body_name(body));
        return Some(head(title, body, Some(found.date), after));
    }
    let whole = named.trim_end_matches([':', ' ']);
    (named.len() < rest.len() && is_body(whole, words) && whole.split(' ').count() <= 10)
        .then(|| head(text, Some(body_name(whole)), None, ""))
}

/// `Økonomiudvalgets beslutning den 05-12-2007`: a body's name in the genitive before the word.
fn body_decides(text: &str, words: &Words) -> Option<Role> {
    // A look for the word alone ends here for nearly every line.
    if text.len() > 160 || DECIDES.find(text.as_bytes()).is_none() {
        return None;
    }
    let (body, rest) = text.split_once(GENITIVE)?;
    let found = date::first(rest);
    let after = match found {
        Some(found) if trim_date_lead(rest.get(..found.whole().start as usize)?).is_empty() => {
            rest.get(found.span.end as usize..)?
        }
        Some(_) => return None,
        None => rest,
    };
    let (tail, after) = after.split_once(':').unwrap_or((after, ""));
    if !(tail.trim_matches(['.', ' ']).is_empty() && is_body(body, words) && body.split(' ').count() <= 9) {
        return None;
    }
    let title = text.get(..text.len() - after.len())?.trim_end_matches([':', ' ']).to_owned();
    let date = found.map(|found| found.date);
    Some(Role::Decision { title, body: Some(body_name(body)), date, rest: after.trim().to_owned() })
}

/// `Teknik- og Miljøudvalget, 10. september 2019, pkt. 65:` and `Økonomiudvalget den 05-06-2019:`
fn dated_body(text: &str, words: &Words) -> Option<Role> {
    if text.len() > 160 || !starts_upper(text) || !text.contains(':') {
        return None;
    }
    let found = date::first(text)?;
    let body = trim_date_lead(text.get(..found.whole().start as usize)?);
    let after = text.get(found.span.end as usize..)?.trim_start_matches(['.', ',', ' ']);
    let (tail, rest) = after.split_once(':')?;
    let numbered = is_item_number(tail, words);
    let known = is_body(body, words);
    if body.is_empty() || body.split(' ').count() > 9 || !(numbered || (tail.trim().is_empty() && known)) {
        return None;
    }
    let title = text.get(..text.len() - rest.len() - 1)?.to_owned();
    Some(Role::Decision { title, body: Some(body_name(body)), date: Some(found.date), rest: rest.trim().to_owned() })
}

/// `Socialudvalget, 3. juni 2014`, `Behandling i Socialudvalget den 3. maj 2022`: the body and the day, nothing else.
#[must_use]
pub fn body_and_day(text: &str, words: &Words) -> Option<(String, Date)> {
    if text.len() > 120 {
        return None;
    }
    let found = date::first(text)?;
    let mut body = trim_date_lead(text.get(..found.whole().start as usize)?);
    let folded = fold(body);
    if let Some(lead) = words.treatments.iter().find(|lead| folded.starts_with(lead.as_str())) {
        body = body.get(lead.len()..)?.trim_start();
    }
    let tail = text.get(found.span.end as usize..)?.trim_matches(['.', ',', ' ']);
    // "Formanden orienterede om møde med Ældrerådet": a sentence names bodies too.
    let small = |word: &str| {
        !word.starts_with(char::is_lowercase)
            || word.ends_with('-')
            || ["for", "og", "i", "samt", "om", "på"].contains(&word)
    };
    let named = |word: &&str| {
        words.bodies.iter().any(|ending| word.trim_end_matches(',').to_lowercase().ends_with(ending.as_str()))
    };
    if !body.split(' ').take_while(|word| !named(word)).all(small) {
        return None;
    }
    let fits = is_body(body, words) && body.split(' ').count() <= 9 && !body.contains([':', '.', '-', '–'])
        || is_body(body, words) && body.split(' ').count() <= 9 && body.contains("- og ");
    (fits && (tail.is_empty() || is_item_number(tail, words))).then(|| (body_name(body), found.date))
}

/// `Anne Holm og Bo Lund var fraværende.`, `Ida Bæk (C) deltog ikke.`
fn were_absent(text: &str, words: &Words) -> Option<Role> {
    let text = text.trim_end_matches('.');
    let names = words.absent_tails.iter().find_map(|tail| text.strip_suffix(tail.as_str())?.strip_suffix(' '))?;
    people::names(names, words).map(|_| Role::Absence { body: None, rest: names.to_owned() })
}

/// `Afbud:`, `Afbud Anne Holm`, `Fraværende i Byrådet, 3. maj 2022:`
fn absence(text: &str, folded: &str, words: &Words) -> Option<Role> {
    let label = words
        .fields
        .iter()
        .filter(|(name, field)| **field == Field::Absent && folded.starts_with(name.as_str()))
        .map(|(name, _)| name)
        .max_by_key(|name| name.len())?;
    let rest: String = text.chars().skip(label.chars().count()).collect();
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let colon = rest.trim_start().starts_with(':');
    let rest = rest.trim_start_matches([':', ' ', '-']).to_owned();
    if rest.is_empty() || people::names(&rest, words).is_some() || people::is_nobody(&rest, words) {
        return Some(Role::Absence { body: None, rest });
    }
    let named = strip_words(&rest, &["i", "fra"]);
    if let Some(found) = date::first(named)
        && named.len() < rest.len()
    {
        let body = trim_date_lead(named.get(..found.whole().start as usize)?);
        let after = named.get(found.span.end as usize..)?.trim_start_matches([':', ' ']);
        return Some(Role::Absence { body: Some(body_name(body)), rest: after.to_owned() });
    }
    // A remark instead of names: it is about attendance all the same.
    colon.then(|| Role::Absence { body: None, rest: String::new() })
}

/// Whether a text names a committee, council or board.
#[must_use]
pub fn is_body(text: &str, words: &Words) -> bool {
    starts_upper_or_digit(text)
        && text.len() <= 140
        && !text.ends_with(['.', '?', '!'])
        && lower::plain(text).split([' ', ',']).any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            words.bodies.iter().any(|ending| word.ends_with(ending.as_str()))
        })
}

/// A body's name without the years of its term and what belongs to the sentence around it.
#[must_use]
pub fn body_name(text: &str) -> String {
    let mut name = text.trim_matches([' ', ',', '-', ':', '|']);
    if let Some((before, term)) = name.rsplit_once('(')
        && term.trim_end_matches(')').contains(|c: char| c.is_ascii_digit())
    {
        name = before.trim_end();
    }
    name = without_term(name);
    if let Some(name) = capital::calm(name) {
        return name;
    }
    // "Handicaprådet i Lejre Kommune"
    if let Some((before, owner)) = name.rsplit_once(" i ")
        && owner.ends_with(" Kommune")
    {
        name = before;
    }
    name.to_owned()
}

/// A body's name without the years of its term: "Socialudvalget 2022-2025".
#[must_use]
pub fn without_term(name: &str) -> &str {
    let Some((before, years)) = name.rsplit_once(' ') else { return name };
    let year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let term = years.split_once(['-', '–']).is_some_and(|(from, to)| year(from) && year(to));
    if term { before.trim_end_matches([' ', ',']) } else { name }
}

/// Whether "mødet", not a body, stands before the date: `Beslutning fra mødet den ...`.
fn split_meeting(body: &str) -> (&str, bool) {
    let meeting = matches!(fold(body).as_str(), "mødet" | "møde" | "udvalgets møde" | "udvalgsmødet");
    (body, meeting)
}

/// `, pkt. 65`, `punkt 3`, `sag nr. 12`.
fn is_item_number(text: &str, words: &Words) -> bool {
    let folded = fold(text.trim_matches([' ', ',', '(', ')']));
    words.reference_items.iter().any(|word| {
        folded.strip_prefix(word.as_str()).is_some_and(|rest| {
            let rest = rest.trim_start_matches(['.', ' ']);
            !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == '.')
        })
    })
}

/// What stands before a date without "den", "d." and the marks before them.
#[must_use]
pub fn trim_date_lead(before: &str) -> &str {
    let mut text = before.trim_end_matches([' ', ',', '-', '–', '•', '|', ':', '\u{a0}']);
    for lead in [" den", " d.", " d", " pr.", "•"] {
        if let Some(rest) = text.strip_suffix(lead) {
            text = rest;
            break;
        }
    }
    if matches!(text.to_lowercase().as_str(), "den" | "d." | "d") {
        return "";
    }
    text.trim_end_matches([' ', ',', '-', '–', '•', '|', ':', '\u{a0}'])
}

/// A text without one of these words at its start.
#[must_use]
pub fn strip_words<'a>(text: &'a str, leading: &[&str]) -> &'a str {
    leading.iter().find_map(|word| text.strip_prefix(word)?.strip_prefix(' ')).unwrap_or(text)
}

#[must_use]
pub fn starts_upper(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

fn starts_upper_or_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    fn decided(text: &str) -> Option<(Option<String>, Option<String>, String)> {
        match role(text, words()) {
            Role::Decision { body, date, rest, .. } => Some((body, date.map(|d| d.to_string()), rest)),
            _ => None,
        }
    }

    #[test]
    fn heads_of_decisions() {
        for (text, body, date, rest) in [
            ("Beslutning", None, None, ""),
            ("Beslutning:", None, None, ""),
            ("Beslutning: Godkendt.", None, None, "Godkendt."),
            (
                "Beslutning Udvalget for Job & Vækst den 08-05-2019",
                Some("Udvalget for Job & Vækst"),
                Some("2019-05-08"),
                "",
            ),
            (
                "Beslutning i Social- og Ældreudvalget (2018-2021) den 05-06-2019",
                Some("Social- og Ældreudvalget"),
                Some("2019-06-05"),
                "",
            ),
            ("Beslutning i Byrådet (18-21) den 01-10-2018", Some("Byrådet"), Some("2018-10-01"), ""),
            ("Teknikudvalget, 10. september 2019, pkt. 65:", Some("Teknikudvalget"), Some("2019-09-10"), ""),
            ("Social og Sundhed, 6. januar 2020, pkt. 123:", Some("Social og Sundhed"), Some("2020-01-06"), ""),
            ("Økonomiudvalget den 12-03-2019: Anbefales.", Some("Økonomiudvalget"), Some("2019-03-12"), "Anbefales."),
            ("Beslutning fra mødet den 3. maj 2021", None, Some("2021-05-03"), ""),
            ("Økonomiudvalgets beslutning den 05-12-2007", Some("Økonomiudvalget"), Some("2007-12-05"), ""),
            ("Økonomiudvalgets beslutning: Godkendt.", Some("Økonomiudvalget"), None, "Godkendt."),
        ] {
            let expected = (body.map(str::to_owned), date.map(str::to_owned), rest.to_owned());
            assert_eq!(decided(text), Some(expected), "{text}");
        }
        for text in [
            "Beslutning - Pejlemærker for socialområdet 2022",
            "Beslutning om tildeling af støtte den 3. maj 2021",
            "Beslutningen om budgettet blev truffet den 3. maj 2021 og gælder fremad.",
            "Byrådet vedtog den 3. maj 2021 planen",
            "Byrådets beslutning om budgettet står fast",
        ] {
            assert_eq!(decided(text), None, "{text}");
        }
    }

    #[test]
    fn heads_of_sections() {
        let kind = |text: &str| match role(text, words()) {
            Role::Section { kind, rest, .. } => Some((kind, rest)),
            _ => None,
        };
        assert_eq!(kind("SAGSFREMSTILLING:"), Some((SectionKind::Presentation, String::new())));
        assert_eq!(kind("Beslutningskompetence: KB"), Some((SectionKind::Competence, "KB".to_owned())));
        assert_eq!(kind("Baggrunden er kendt"), None);
    }

    #[test]
    fn absentees() {
        let rest = |text: &str| match role(text, words()) {
            Role::Absence { rest, body } => Some((rest, body)),
            _ => None,
        };
        assert_eq!(rest("Afbud:"), Some((String::new(), None)));
        assert_eq!(rest("Afbud Anne Mia Holm"), Some(("Anne Mia Holm".to_owned(), None)));
        assert_eq!(rest("Anne Holm og Bo Lund var fraværende."), Some(("Anne Holm og Bo Lund".to_owned(), None)));
        assert_eq!(rest("Fraværende i Byrådet, 3. maj 2022:"), Some((String::new(), Some("Byrådet".to_owned()))));
        assert_eq!(rest("Fraværende: Ingen"), Some(("Ingen".to_owned(), None)));
        assert_eq!(rest("Fraværet i jobcentret er faldet"), None);
        assert_eq!(rest("Afbud skal meldes til sekretariatet"), None);
    }
}
