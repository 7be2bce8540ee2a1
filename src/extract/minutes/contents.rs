//! The table of contents: lines with leaders and page numbers, and lists of titles under "Indholdsfortegnelse".

use super::{line::Line, role::Role};
use crate::data::minutes::{Words, fold};
use crate::model::meeting::Entry;

/// The entries, and for each line whether it belongs to the table of contents.
#[must_use]
pub fn contents(lines: &[Line<'_>], roles: &[Role], words: &Words) -> (Vec<Entry>, Vec<bool>) {
    let mut entries = Vec::new();
    let mut taken = vec![false; lines.len()];
    // How far lines that end with numbers have been looked at.
    let mut looked = 0;
    let mut counted_until = 0;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if !line.is_short() {
            at += 1;
            continue;
        }
        if let Some((title, page)) = with_leader(&line.text) {
            taken[at] = true;
            let mut span = line.span;
            let mut page = page;
            // The page number can stand on a line of its own.
            if page.is_none()
                && let Some(number) = lines.get(at + 1).and_then(|next| next.text.parse::<u32>().ok())
            {
                at += 1;
                taken[at] = true;
                span = span.cover(lines[at].span);
                page = Some(number);
            }
            entries.push(Entry { title: title.to_owned(), page, span });
        } else if (looked..FIRST_LINES).contains(&at)
            && let run @ LEAST_PAGED.. = paged(&lines[at..], &roles[at..])
            && {
                looked = at + run;
                come_again(&lines[at..], run)
            }
        {
            for line in &lines[at..at + run] {
                let (title, page) = split_page(split_number(&line.text).0, true);
                entries.push(Entry { title: title.to_owned(), page, span: line.span });
            }
            taken[at..at + run].fill(true);
            at += run;
            continue;
        } else if (counted_until..FIRST_LINES).contains(&at)
            && let run @ LEAST_PAGED.. = counted(&lines[at..], &roles[at..])
            && {
                counted_until = at + run;
                stand_below(&lines[at..], run)
            }
        {
            // The word over the list is its heading, not the document's name: "Dagsorden".
            let over = at.checked_sub(1).filter(|&over| {
                let text = fold(&lines[over].text);
                heads(&lines[over].text, words) || words.documents.iter().any(|(name, _)| *name == text)
            });
            taken[over.unwrap_or(at)..at + run].fill(true);
            for line in &lines[at..at + run] {
                entries.push(Entry { title: split_number(&line.text).0.to_owned(), page: None, span: line.span });
            }
            at += run;
            continue;
        } else if matches!(roles[at], Role::Text) && line.text.len() <= 60 && heads(&line.text, words) {
            taken[at] = true;
            at = listed(lines, roles, at + 1, &mut entries, &mut taken);
            continue;
        }
        at += 1;
    }
    (entries, taken)
}

/// Whether a line is the heading of a table of contents.
#[must_use]
pub fn heads(text: &str, words: &Words) -> bool {
    words.contents_openers.may_open(text) && words.contents.contains(&fold(text))
}

/// So many lines at least are a table of contents by their numbers alone, and among so many at the top.
const LEAST_PAGED: usize = 3;
const FIRST_LINES: usize = 200;

/// Does a title of each second of these lines stand below as well, as an item's? A ranking's names do not.
fn come_again(lines: &[Line<'_>], run: usize) -> bool {
    let (listed, below) = lines.split_at(run);
    let again = |line: &&Line<'_>| {
        let (title, _) = split_page(split_number(&line.text).0, true);
        below.iter().any(|below| below.text.ends_with(title) && below.text.len() <= title.len() + 12)
    };
    listed.iter().filter(again).count() * 2 >= run
}

/// How many lines, one after the other, are items counted up without pages: "4. Eventuelt".
fn counted(lines: &[Line<'_>], roles: &[Role]) -> usize {
    let mut last: Option<u32> = None;
    let goes_on = |(line, role): &(&Line<'_>, &Role)| {
        let (title, number) = split_number(&line.text);
        let next = number.is_some_and(|number| last.is_none_or(|last| number == last + 1));
        last = number;
        next && line.is_short() && matches!(role, Role::Text) && title.starts_with(char::is_uppercase)
    };
    lines.iter().zip(roles).take_while(goes_on).count()
}

/// Do all these lines but one, at most, stand below once more, word for word, and other lines between them? A list of
/// proposals that comes again does not head the text between.
fn stand_below(lines: &[Line<'_>], run: usize) -> bool {
    let (listed, below) = lines.split_at(run);
    let mut from = 0;
    let mut found: Vec<usize> = Vec::new();
    for line in listed {
        let words = fold(&line.text);
        let first = words.chars().next();
        let same = |below: &Line<'_>| {
            // The first letter alone tells nearly all lines apart.
            let begins = below.text.chars().flat_map(char::to_lowercase).next() == first;
            begins && below.is_short() && fold(&below.text) == words
        };
        let Some(at) = below[from..].iter().position(same) else { continue };
        found.push(from + at);
        from += at + 1;
    }
    let apart = found.windows(2).filter(|pair| pair[0] + 1 < pair[1]).count();
    found.len() + 1 >= run && apart + 2 >= run
}

/// How many lines, one after the other, are "4  Eventuelt  7": items counted up, on pages that only go up.
fn paged(lines: &[Line<'_>], roles: &[Role]) -> usize {
    let mut last: Option<(u32, u32)> = None;
    let goes_on = |(line, role): &(&Line<'_>, &Role)| {
        let (title, number) = split_number(&line.text);
        let (title, page) = split_page(title, true);
        let Some((number, page)) = number.zip(page) else { return false };
        let next = last.is_none_or(|(n, p)| number == n + 1 && page >= p);
        last = Some((number, page));
        next && line.is_short() && matches!(role, Role::Text) && title.chars().any(char::is_alphabetic)
    };
    lines.iter().zip(roles).take_while(goes_on).count()
}

/// Titles without leaders from a line on. They end where an item begins: at a section, or where a title comes again.
fn listed(lines: &[Line<'_>], roles: &[Role], from: usize, entries: &mut Vec<Entry>, taken: &mut [bool]) -> usize {
    // "Pkt. Tekst Side" over the titles and their pages.
    let columns = |line: &&Line<'_>| {
        line.is_short() && matches!(line.text.rsplit(' ').next(), Some("Side" | "side" | "Sidetal" | "Sidenr."))
    };
    let headed = lines.get(from).filter(columns).is_some();
    if headed {
        taken[from] = true;
    }
    let from = from + usize::from(headed);
    let mut at = from;
    let mut titles: Vec<String> = Vec::new();
    let mut repeated = false;
    while let (Some(line), Some(role)) = (lines.get(at), roles.get(at)) {
        let leads = with_leader(&line.text).is_some();
        let (title, _) = split_page(split_number(&line.text).0, line.tabbed);
        let again = titles.iter().any(|known| known == title);
        if leads
            || again
            || !line.is_short()
            || line.heading
            || matches!(role, Role::Group { .. } if !titles.is_empty() && !counts_on(lines, at))
        {
            repeated = again || line.heading;
            break;
        }
        match role {
            Role::Text => titles.push(title.to_owned()),
            Role::Noise | Role::Group { .. } => {}
            _ => break,
        }
        at += 1;
        if titles.len() > 300 {
            break;
        }
    }
    // What stands right before a section is the heading of an item, not the last line of the contents.
    let end = if repeated || at >= lines.len() || with_leader(&lines[at].text).is_some() {
        at
    } else {
        last_text(roles, from, at)
    };
    // One or two lines without leaders are no table of contents.
    let list: Vec<usize> = (from..end).filter(|&i| matches!(roles[i], Role::Text)).collect();
    if list.len() < 2 {
        return from;
    }
    // Where each line ends with a number that is no less than the one above, those are pages.
    let pages: Vec<Option<u32>> = list.iter().map(|&i| split_page(split_number(&lines[i].text).0, true).1).collect();
    let paged = pages.iter().all(Option::is_some) && pages.is_sorted();
    for &i in &list {
        let (title, page) = split_page(split_number(&lines[i].text).0, paged || lines[i].tabbed);
        taken[i] = true;
        entries.push(Entry { title: title.to_owned(), page, span: lines[i].span });
    }
    end
}

/// Whether the numbers of the entries go on behind the heading of a group.
fn counts_on(lines: &[Line<'_>], group: usize) -> bool {
    let number = |at: Option<usize>| at.and_then(|at| lines.get(at)).and_then(|line| split_number(&line.text).1);
    let (before, after) = (number(group.checked_sub(1)), number(Some(group + 1)));
    before.zip(after).is_some_and(|(before, after)| after == before + 1)
}

fn last_text(roles: &[Role], from: usize, to: usize) -> usize {
    (from..to).rev().find(|&i| matches!(roles[i], Role::Text)).unwrap_or(to)
}

/// `Titel.....  23`: the title and the page.
#[must_use]
pub fn with_leader(text: &str) -> Option<(&str, Option<u32>)> {
    let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (before, number) = text.split_at(text.len() - digits);
    let before = before.trim_end();
    let title = before.trim_end_matches(['.', '…', '_', '·', ' ']);
    let leader = before.get(title.len()..).filter(|leader| !leader.is_empty())?;
    let marks: usize = leader
        .chars()
        .map(|c| match c {
            '…' => 3,
            ' ' => 0,
            _ => 1,
        })
        .sum();
    let page = number.parse().ok().filter(|_| digits <= 4);
    let least = if page.is_some() { 3 } else { 5 };
    (marks >= least && title.chars().any(char::is_alphabetic)).then_some((split_number(title).0, page))
}

/// The title of a numbered line, and its number.
#[must_use]
pub fn split_number(text: &str) -> (&str, Option<u32>) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let title = rest.trim_start_matches(['.', ')', ':', ' ', '-']);
    match number.parse() {
        Ok(n) if digits <= 3 && title.len() < rest.len() && !title.is_empty() => (title, Some(n)),
        _ => (text, None),
    }
}

/// A page number after a tab.
fn split_page(title: &str, tabbed: bool) -> (&str, Option<u32>) {
    match title.rsplit_once(' ') {
        Some((before, page)) if tabbed && page.len() <= 4 => {
            page.parse().map_or((title, None), |page| (before, Some(page)))
        }
        _ => (title, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_with_pages_are_contents_without_a_heading() {
        let read = |text: &str| {
            let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
            let meeting = super::super::meeting(&document);
            meeting.contents.iter().map(|entry| (entry.title.clone(), entry.page)).collect::<Vec<_>>()
        };
        let text = "Dagsorden\n1 Godkendelse 2\n2 Kort over 2022 3\n3 Eventuelt 3\n\n1. Godkendelse\nBeslutning\nGodkendt.\n\
                    2. Kort over 2022\nBeslutning\nGodkendt.\n";
        assert_eq!(read(text)[1], ("Kort over 2022".to_owned(), Some(3)));
        let headed = text.replace("Dagsorden\n", "Indholdsfortegnelse\nPkt. Tekst Side\n");
        assert_eq!(read(&headed)[1], ("Kort over 2022".to_owned(), Some(3)));
        let counts = "Rang\n1 Børn 12\n2 Ældre 19\n3 Voksne 24\n\n1. Godkendelse\nBeslutning\nGodkendt.\n";
        assert!(read(counts).is_empty());
    }

    #[test]
    fn leaders() {
        for (text, entry) in [
            ("JA - Status på indsatsen..... 17", Some(("JA - Status på indsatsen", Some(17)))),
            ("Eventuelt.....", Some(("Eventuelt", None))),
            ("3. Budget 2020 ......... 4", Some(("Budget 2020", Some(4)))),
            ("Budget 2020…… 4", Some(("Budget 2020", Some(4)))),
            ("Og så videre...", None),
            ("Vedtaget d. 4", None),
            ("..... 4", None),
        ] {
            assert_eq!(with_leader(text), entry, "{text}");
        }
    }
}
