//! Where items begin: numbered headings, else titles of the contents, native headings, case numbers or sections.

use super::numbered::{numbered, opens_title};
use super::page::{Page, Start};
use super::role::Role;
use crate::data::minutes::fold;
use crate::model::meeting::SectionKind;
use crate::model::source::Span;
use rustc_hash::FxHashSet;

/// The beginnings of all items, in order. Whatever marks most items wins.
#[must_use]
pub fn starts(page: Page<'_>) -> Vec<Start> {
    let numbered = numbered(page);
    let cases = page.roles.iter().filter(|role| matches!(role, Role::Case { labelled: true, .. })).count();
    if !numbered.is_empty() && numbered.len() * 2 >= cases {
        return numbered;
    }
    let titled = by_title(page);
    if titled.len() > numbered.len() && titled.len() * 2 >= cases {
        return titled;
    }
    if cases > 0 {
        return by_case(page);
    }
    if numbered.is_empty() { by_section(page) } else { numbered }
}

/// Items without numbers whose titles stand in the table of contents, or that the format marks as headings.
fn by_title(page: Page<'_>) -> Vec<Start> {
    let titles: FxHashSet<String> = page.entries.iter().map(|entry| fold(&entry.title)).collect();
    let follows = |at: usize| (at + 1..(at + 5).min(page.lines.len())).any(|next| page.roles[next].supports_item());
    let found = |accept: &dyn Fn(usize) -> bool| -> Vec<Start> {
        (0..page.lines.len())
            .filter(|&at| {
                let line = &page.lines[at];
                line.is_short() && !page.contents[at] && page.roles[at] == Role::Text && accept(at)
            })
            .map(|at| plain(page, at, page.lines[at].text.to_string(), at + 1))
            .collect()
    };
    let listed = found(&|at| titles.contains(&fold(&page.lines[at].text)));
    if listed.len() >= 2 {
        return listed;
    }
    // A web page sets the municipality's name as a heading too; the first page goes on to its date.
    let dated = super::head::date_line(page);
    let headed = found(&|at| {
        page.lines[at].heading
            && dated.is_none_or(|dated| at > dated)
            && !super::role::is_body(&page.lines[at].text, page.words)
            && super::head::document_kind(&page.lines[at].text, page.words).is_none()
            && follows(at)
    });
    if headed.is_empty() { listed } else { headed }
}

fn plain(page: Page<'_>, at: usize, title: String, body: usize) -> Start {
    let line = &page.lines[at];
    let title_span =
        if title.is_empty() { Span::new(line.span.start as usize..line.span.start as usize) } else { line.span };
    Start { line: at, offset: line.span.start, body, number: None, title, title_span, closed: false }
}

/// Items that begin with their case number; the title follows it, or was lost.
fn by_case(page: Page<'_>) -> Vec<Start> {
    let mut out = Vec::new();
    for (at, role) in page.roles.iter().enumerate() {
        if !matches!(role, Role::Case { labelled: true, .. }) {
            continue;
        }
        let mut next = at + 1;
        while matches!(page.roles.get(next), Some(Role::Noise)) {
            next += 1;
        }
        let title = page.lines.get(next).filter(|line| {
            matches!(page.roles[next], Role::Text)
                && line.is_short()
                && !line.text.ends_with('.')
                && opens_title(&line.text)
        });
        if let Some(line) = title {
            let mut start = plain(page, at, line.text.to_string(), next + 1);
            start.title_span = line.span;
            start.body = at;
            out.push(start);
            continue;
        }
        // A heading, or a line that a web page's button parts from the item before, is the title.
        let above = at
            .checked_sub(1)
            .map_or(at, |above| if page.roles[above] == Role::Noise { above.saturating_sub(1) } else { above });
        let parted = above + 1 < at || above.checked_sub(1).is_some_and(|i| page.roles[i] == Role::Noise);
        let line = &page.lines[above];
        let fits = above < at && page.roles[above] == Role::Text && line.is_short() && !line.text.ends_with(['.', ':']);
        let fits = fits && opens_title(&line.text) && (line.heading || parted);
        let mut start = if fits {
            plain(page, above, line.text.to_string(), above + 1)
        } else {
            plain(page, at, String::new(), at)
        };
        start.body = start.body.min(at);
        out.push(start);
    }
    out
}

/// Items without any heading: each begins where the sections begin anew. One item for a page with a single case; none
/// where nothing is put forward or decided: a letter may have its "Videre proces" too.
fn by_section(page: Page<'_>) -> Vec<Start> {
    if !page.roles.iter().any(makes_a_case) {
        return Vec::new();
    }
    let mut out: Vec<Start> = Vec::new();
    let mut seen: FxHashSet<SectionKind> = FxHashSet::default();
    let mut decided = false;
    for (at, role) in page.roles.iter().enumerate() {
        let opens = match role {
            Role::Section { kind, .. } => {
                let opening = !matches!(kind, SectionKind::Other | SectionKind::Attachments | SectionKind::Competence);
                let again = opening && seen.contains(kind) || *kind == SectionKind::Summary && decided;
                if again {
                    seen.clear();
                    decided = false;
                }
                seen.insert(*kind);
                again || out.is_empty()
            }
            Role::Decision { .. } => {
                decided = true;
                out.is_empty()
            }
            _ => false,
        };
        if !opens {
            continue;
        }
        // The line above is the title of a single case; of a later item only if the format says so.
        let reach = if out.is_empty() { 6 } else { 1 };
        let above = (0..at).rev().filter(|&i| page.roles[i] != Role::Noise).take(reach);
        let title = above.take_while(|&i| page.roles[i] == Role::Text).find(|&i| {
            let line = &page.lines[i];
            line.is_short()
                && !line.text.ends_with(['.', ':'])
                && opens_title(&line.text)
                && !is_row(&line.text)
                && (out.is_empty() && super::head::is_title(page, i) || line.heading && !out.is_empty())
        });
        out.push(match title {
            Some(i) => plain(page, i, page.lines[i].text.to_string(), i + 1),
            None => plain(page, at, String::new(), at),
        });
    }
    out
}

/// Sections that only cases for a committee have, and decisions.
fn makes_a_case(role: &Role) -> bool {
    use SectionKind::{Attachments, EarlierDecisions, Economy, Hearing, Other, Schedule};
    match role {
        Role::Section { kind, .. } => {
            !matches!(kind, Schedule | Economy | Hearing | EarlierDecisions | Attachments | Other)
        }
        Role::Decision { .. } => true,
        _ => false,
    }
}

/// "Jobparate: 35-55 sager": a line of a list states a number behind its label; "Budget: 1. behandling" does not.
fn is_row(text: &str) -> bool {
    let Some((_, behind)) = text.split_once(": ") else { return false };
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < behind.len() && !rest.starts_with('.')
}
