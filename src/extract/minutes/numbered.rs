//! Items whose headings carry a number: "Punkt 3: Titel", "3. Titel", "Sag nr. 3"; the run of numbers that fits best.

use super::contents::split_number;
use super::page::{Page, Start};
use super::role::Role;
use super::saying::says_closed;
use crate::data::minutes::{TitlePlace, Words, fold};
use crate::model::meeting::{ItemKind, SectionKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// A line that may begin an item.
#[derive(Clone, Debug)]
struct Candidate {
    line: usize,
    number: u32,
    printed: String,
    title: String,
    /// The number stands alone; its title is on the line before or after.
    alone: Option<TitlePlace>,
    closed: bool,
    labelled: bool,
    /// How much speaks for it.
    weight: i64,
}

/// Items whose headings carry a number.
#[must_use]
pub fn numbered(page: Page<'_>) -> Vec<Start> {
    let (candidates, weak): (Vec<_>, Vec<_>) = candidates(page).into_iter().partition(|c| c.weight > 0);
    let labelled = chain(candidates.iter().filter(|c| c.labelled));
    let bare = chain(candidates.iter().filter(|c| !c.labelled));
    let best = if labelled.0 >= bare.0 { labelled.1 } else { fill(bare.1, &weak, page) };
    let below = titles_below(&best, page);
    best.into_iter().map(|candidate| start(candidate, below, page)).collect()
}

/// A run with the items that are missing in it, where between two neighbours just one short line carries the number
/// that lacks, written like theirs: nothing but prose may follow a title.
fn fill<'c>(run: Vec<&'c Candidate>, weak: &'c [Candidate], page: Page<'_>) -> Vec<&'c Candidate> {
    let mark = |candidate: &Candidate| {
        let rest = page.lines[candidate.line].text.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.chars().next().map(|mark| (mark, candidate.printed.len()))
    };
    let mut out: Vec<&Candidate> = Vec::with_capacity(run.len());
    for next in run {
        if let Some(last) = out.last().copied()
            && next.number > last.number + 1
            && mark(last) == mark(next)
        {
            let between: Vec<&Candidate> = weak
                .iter()
                .filter(|c| !c.labelled && last.line < c.line && c.line < next.line && mark(c) == mark(next))
                .collect();
            // Numbers of a list within the item would come with others of theirs.
            let wanted = last.number + 1..next.number;
            let whole = between.iter().map(|c| c.number).eq(wanted);
            let titles = between.iter().all(|c| {
                c.title.split(' ').count() <= 12 && !c.title.ends_with(['.', ':', ';']) && !page.contents[c.line]
            });
            let apart = between.windows(2).all(|pair| pair[0].line + 1 < pair[1].line);
            if whole && titles && apart {
                out.extend(between);
            }
        }
        out.push(next);
    }
    out
}

/// Whether the titles of numbers that stand alone ("Sag nr. 4") are below them: a section stands there where the title
/// is above.
fn titles_below(run: &[&Candidate], page: Page<'_>) -> bool {
    let alone = || run.iter().filter(|candidate| candidate.alone == Some(TitlePlace::Before));
    let below = |candidate: &&&Candidate| {
        let next = candidate.line + 1;
        page.roles.get(next) == Some(&Role::Text)
            && page.lines[next].is_short()
            && opens_title(&page.lines[next].text)
            && !page.lines[next].text.ends_with(['.', ':'])
    };
    alone().filter(below).count() * 2 > alone().count()
}

/// The run of rising numbers with most to speak for it: its weight and its members.
fn chain<'c>(candidates: impl Iterator<Item = &'c Candidate>) -> (i64, Vec<&'c Candidate>) {
    // For each number the best run that ends with it; a gap of a few numbers (closed items) costs a little.
    let mut nodes: Vec<(&Candidate, Option<usize>, i64)> = Vec::new();
    let mut best: FxHashMap<u32, usize> = FxHashMap::default();
    let mut top: Option<usize> = None;
    for candidate in candidates {
        let before = (1..=8u32)
            .filter_map(|gap| {
                let &node = best.get(&candidate.number.checked_sub(gap)?)?;
                Some((node, nodes[node].2 - 2 * i64::from(gap - 1)))
            })
            .max_by_key(|&(node, weight)| (weight, node));
        let weight = candidate.weight + before.map_or(0, |(_, weight)| weight.max(0));
        let known = best.get(&candidate.number).map_or(i64::MIN, |&node| nodes[node].2);
        if weight <= known {
            continue;
        }
        nodes.push((candidate, before.filter(|b| b.1 > 0).map(|b| b.0), weight));
        best.insert(candidate.number, nodes.len() - 1);
        if top.is_none_or(|node| nodes[node].2 <= weight) {
            top = Some(nodes.len() - 1);
        }
    }
    let total = top.map_or(0, |node| nodes[node].2);
    let mut members = Vec::new();
    while let Some(node) = top {
        members.push(nodes[node].0);
        top = nodes[node].1;
    }
    members.reverse();
    if total < 5 { (0, Vec::new()) } else { (total, members) }
}

/// All lines that look like the numbered heading of an item.
fn candidates(page: Page<'_>) -> Vec<Candidate> {
    let titles: FxHashSet<String> = page.entries.iter().map(|entry| fold(&entry.title)).collect();
    let mut out: Vec<Candidate> = Vec::new();
    for (at, line) in page.lines.iter().enumerate() {
        if !line.is_short() || !matches!(page.roles[at], Role::Text) || line.continues && !line.heading {
            continue;
        }
        // A tab divides cells: only the first cell of a heading can be a number.
        if line.tabbed && split_number(&line.text).1.is_none() && !labelled_cell(&line.text, page.words) {
            continue;
        }
        let Some(mut candidate) = labelled(&line.text, page.words).or_else(|| bare(&line.text, page.words)) else {
            continue;
        };
        candidate.line = at;
        candidate.weight = weight(&candidate, &titles, page);
        if page.contents[at] {
            candidate.weight = candidate.weight.min(1);
        }
        out.push(candidate);
    }
    out
}

/// `Punkt 12:` in a cell of its own, the title in the next.
fn labelled_cell(text: &str, words: &Words) -> bool {
    let lower = text.to_lowercase();
    let rest = words.items.iter().find_map(|item| lower.strip_prefix(item.word.as_str())?.strip_prefix(' '));
    rest.is_some_and(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && rest[digits..].starts_with(':')
    })
}

/// `Punkt 12: Titel`, `Nr.143 - Titel`, `åbent 3 Titel`, `Sag nr. 15`.
fn labelled(text: &str, words: &Words) -> Option<Candidate> {
    if !words.item_openers.may_open(text) {
        return None;
    }
    let lower = text.to_lowercase();
    words.items.iter().find_map(|item| {
        let rest = lower.strip_prefix(item.word.as_str())?;
        let rest_chars = rest.chars().count();
        let rest = text.get(text.char_indices().rev().nth(rest_chars.checked_sub(1)?)?.0..)?;
        let rest = rest.trim_start_matches([' ', '.', ':']).trim_start_matches("nr.").trim_start();
        let (number, printed, rest) = number(rest)?;
        let title = rest.trim_start_matches([':', '.', '-', '–', ')', ' ']);
        let divided = title.len() < rest.trim_start().len();
        // "Punkt 12 - Åben", "Sag 3 (Orientering)": the title stands in the next line.
        let open = fold(title.trim_matches(['(', ')']));
        let closed = words.items.iter().any(|item| item.closed && item.word == open);
        let only_open = closed || words.noise.contains_key(&open) || title.starts_with('(') && title.ends_with(')');
        if title.is_empty() || only_open {
            let alone = Some(if only_open { TitlePlace::After } else { item.title });
            return Some(Candidate {
                line: 0,
                number,
                printed,
                title: String::new(),
                alone,
                closed: item.closed || closed,
                labelled: true,
                weight: 0,
            });
        }
        // "Punkt 16 blev udsat" is a sentence; "Punkt 5, 6 og 7" a list.
        if rest.starts_with([',', '/']) || !(divided || opens_title(title)) || !title.contains(char::is_alphabetic) {
            return None;
        }
        Some(Candidate {
            line: 0,
            number,
            printed,
            title: title.to_owned(),
            alone: None,
            closed: item.closed,
            labelled: true,
            weight: 0,
        })
    })
}

/// `12. Titel`, `12 Titel`, `12: Titel`, `12Titel`.
fn bare(text: &str, words: &Words) -> Option<Candidate> {
    let text = text.trim_start_matches(['.', '/', ' ']);
    let (number, printed, rest) = number(text)?;
    let title = rest.trim_start_matches(['.', ':', ')', '-', '–', ' ']);
    if title.is_empty() || !opens_title(title) || rest.starts_with(['/', '-']) || title.split(' ').count() > 40 {
        return None;
    }
    // A sentence of a numbered list ends with a full stop.
    if title.ends_with('.') && title.split(' ').count() > 4
        || title.ends_with([';', ','])
        || title.len() > 200 && is_known(&fold(title), words)
    {
        return None;
    }
    Some(Candidate {
        line: 0,
        number,
        printed,
        title: title.to_owned(),
        alone: None,
        closed: false,
        labelled: false,
        weight: 0,
    })
}

/// A number of at most three digits at the start, as number and as printed, and what follows it.
fn number(text: &str) -> Option<(u32, String, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let printed = text.get(..digits)?;
    let rest = text.get(digits..)?;
    if !(1..=3).contains(&digits) || rest.starts_with(|c: char| c == '/' || c == ',' || c.is_lowercase()) {
        return None;
    }
    // `1.514`, `12-1`: no item's number.
    if rest.starts_with(['.', '-', ':']) && rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    Some((printed.parse().ok()?, printed.to_owned(), rest))
}

pub fn opens_title(title: &str) -> bool {
    title.starts_with(|c: char| {
        c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '”' | '“' | '’' | '\'' | '§' | '(')
    })
}

/// Titles that stand in nearly every agenda, by their folded words.
fn is_known(folded: &str, words: &Words) -> bool {
    let usual = |title: &str| {
        words.item_kinds.iter().any(|(known, kind)| {
            matches!(kind, ItemKind::AnyOtherBusiness | ItemKind::Announcements | ItemKind::Approval)
                && title.trim_end_matches('.') == known.trim_end_matches('.')
                || matches!(kind, ItemKind::Approval) && title.starts_with(known.as_str())
        })
    };
    words.known_titles.iter().any(|known| folded.starts_with(known.as_str()))
        || usual(folded)
        // "Meddelelser/eventuelt", "Meddelelser og eventuelt"
        || folded.len() <= 60 && folded.split(['/', ',']).flat_map(|part| part.split(" og ")).all(|part| usual(part.trim()))
}

/// How much speaks for a line as the heading of an item: what follows it, and whether its title is known.
fn weight(candidate: &Candidate, titles: &FxHashSet<String>, page: Page<'_>) -> i64 {
    let line = &page.lines[candidate.line];
    let mut weight = i64::from(candidate.labelled);
    let folded = fold(&candidate.title);
    let mut strangers = 0;
    let mut at = candidate.line + 1;
    while let (Some(next), Some(role)) = (page.lines.get(at), page.roles.get(at)) {
        at += 1;
        let mark = matches!(role, Role::Noise | Role::Group { closed: false });
        if mark || next.continues && !role.supports_item() {
            continue;
        }
        if role.supports_item() {
            weight += opening_weight(role) - 2 * strangers;
            break;
        }
        if *role != Role::Text || !next.is_short() {
            weight += if candidate.labelled { 3 } else { 0 };
            break;
        }
        // "Lukket punkt" alone below a title: nothing else follows there.
        if next.text.split(' ').count() <= 2 && says_closed(&next.text, page.words) {
            weight += 10 - 2 * strangers;
            break;
        }
        if !folded.is_empty() && fold(&next.text) == folded {
            weight += 10;
            continue;
        }
        if labelled(&next.text, page.words).is_some() || bare(&next.text, page.words).is_some() {
            break;
        }
        strangers += 1;
        // Absentees without a label, an attachment's name, "Åben sag": a few short lines may stand between.
        if strangers > 3 || next.text.len() > 160 {
            weight += if candidate.labelled { 3 } else { 0 };
            break;
        }
    }
    if line.heading {
        weight += 5;
    }
    // Numbers that follow each other line by line are a list.
    let above = candidate.line.checked_sub(1).filter(|&above| page.lines[above].is_short());
    let listed = above.and_then(|above| bare(&page.lines[above].text, page.words));
    if listed.is_some_and(|above| above.number + 1 == candidate.number) {
        weight -= 4;
    }
    if !folded.is_empty() && titles.contains(&folded) {
        weight += 8;
    }
    let marked = folded.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    let marked = marked.is_some_and(|(_, mark)| says_closed(mark, page.words));
    if marked || is_known(&folded, page.words) || page.words.closed.iter().any(|c| folded.starts_with(c.as_str())) {
        weight += 5;
    }
    weight
}

/// How much what follows a heading speaks for it: items open with some sections and never with others.
fn opening_weight(role: &Role) -> i64 {
    match role {
        Role::Section { kind: SectionKind::Economy | SectionKind::LegalBasis | SectionKind::Attachments, .. } => 3,
        Role::Section { kind: SectionKind::Hearing | SectionKind::Schedule | SectionKind::Other, .. } => 3,
        Role::Section { kind: SectionKind::Assessment | SectionKind::EarlierDecisions, .. } => 3,
        _ => 10,
    }
}

/// The beginning that a candidate means, with its title from wherever it stands.
fn start(candidate: &Candidate, below: bool, page: Page<'_>) -> Start {
    let line = &page.lines[candidate.line];
    let mut out = Start {
        line: candidate.line,
        offset: line.span.start,
        body: candidate.line + 1,
        number: Some(candidate.printed.clone()),
        title: candidate.title.clone(),
        title_span: line.span,
        closed: candidate.closed,
    };
    let place = candidate.alone.map(|place| if below { TitlePlace::After } else { place });
    match place {
        Some(TitlePlace::Before) => {
            if let Some(before) = candidate.line.checked_sub(1)
                && matches!(page.roles[before], Role::Text)
                && page.lines[before].is_short()
            {
                out.line = before;
                out.offset = page.lines[before].span.start;
                out.title = page.lines[before].text.to_string();
                out.title_span = page.lines[before].span;
            }
        }
        Some(TitlePlace::After) => {
            if let (Some(next), Some(Role::Text)) = (page.lines.get(out.body), page.roles.get(out.body))
                && next.is_short()
            {
                out.title = next.text.to_string();
                out.title_span = next.span;
                out.body += 1;
            }
        }
        None => {}
    }
    // A title broken over lines of one paragraph goes on; a title printed twice is one title.
    while let (Some(next), Some(Role::Text)) = (page.lines.get(out.body), page.roles.get(out.body)) {
        if fold(&next.text) == fold(&out.title) {
            out.body += 1;
        } else if next.continues && next.is_short() && out.title.len() < 300 && out.body == candidate.line + 1 {
            out.title = format!("{} {}", out.title, next.text);
            out.title_span = out.title_span.cover(next.span);
            out.body += 1;
        } else {
            break;
        }
    }
    out
}
