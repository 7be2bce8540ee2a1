//! Tables that text spells out: by tabs, by blanks, or one cell a line.
//!
//! The same recognisers look at text files and at the paragraphs of every other format.

mod aligned;
mod fields;
mod glued;
mod leaders;
mod pages;
mod semicolons;
mod spaced;
mod stacked;
mod tabbed;
#[cfg(test)]
mod testing;

pub use self::pages::{is_page_line, page_lines};
use crate::model::source::{Cell, Layout, Span, Table};
use crate::text::run;
use std::borrow::Cow;
use std::ops::Range;

/// A line of the text: its bytes without the line end.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    start: usize,
    text: &'a str,
    /// A page's number or running head.
    page: bool,
}

impl Line<'_> {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The bytes of the line without white space at its ends.
    fn trimmed(&self) -> Range<usize> {
        let from = self.start + self.text.len() - self.text.trim_start().len();
        from..from + self.text.trim().len()
    }
}

/// A table that a recogniser found, and the lines (by index) that it takes.
struct Found {
    lines: Range<usize>,
    /// Each row's cells as bytes of the text; a short row ends in empty cells.
    rows: Vec<Vec<Range<usize>>>,
    layout: Layout,
    guessed: bool,
    caption: Option<Range<usize>>,
}

/// All tables that lines outside the closed spans spell out, in order. `closed` is ordered and not overlapping; `pages`
/// says of each line whether it is a page's (see [`page_lines`]).
#[must_use]
pub fn find(text: &str, closed: &[Span], pages: &[bool]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut lines = Vec::new();
    let mut start = 0;
    let mut closed = closed.iter().peekable();
    for (line, &page) in run::lines(text).zip(pages) {
        while closed.next_if(|span| (span.end as usize) < start).is_some() {}
        let is_closed =
            closed.peek().is_some_and(|span| (span.start as usize) <= start + line.len() && !line.is_empty());
        if is_closed {
            find_in(&lines, &mut tables);
            lines.clear();
        } else {
            lines.push(Line { start, text: line, page });
        }
        start += line.len() + 1;
    }
    find_in(&lines, &mut tables);
    tables
}

fn find_in(lines: &[Line<'_>], tables: &mut Vec<Table>) {
    let is_page = |line: &Line<'_>| line.page;
    if !lines.iter().any(is_page) {
        return find_between(lines, tables);
    }
    // A page's number that stands between no rows ends whatever is above it.
    for lines in without_page_breaks(lines).split(is_page) {
        find_between(lines, tables);
    }
}

fn find_between(lines: &[Line<'_>], tables: &mut Vec<Table>) {
    let mut found = tabbed::find(lines, 0..lines.len());
    for recognise in [semicolons::find, leaders::find, glued::find, aligned::find, spaced::find, stacked::find] {
        let mut more = Vec::new();
        let mut from = 0;
        for table in &found {
            more.extend(recognise(lines, from..table.lines.start));
            from = table.lines.end;
        }
        more.extend(recognise(lines, from..lines.len()));
        found.extend(more);
        found.sort_by_key(|table| table.lines.start);
    }
    tables.extend(found.into_iter().map(|table| table.build(lines)));
}

/// The lines without page numbers (and the blank lines around them) that stand between two rows of a table.
fn without_page_breaks<'a>(lines: &[Line<'a>]) -> Vec<Line<'a>> {
    let mut out: Vec<Line<'a>> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        if lines[at].page {
            let filled = out.iter().rposition(|line| !line.is_blank());
            let next = (at + 1..lines.len()).find(|&next| !lines[next].is_blank() && !lines[next].page);
            if let (Some(before), Some(next)) = (filled, next)
                && (is_row(out[before].text) && is_row(lines[next].text) || goes_on_below(out[before], &lines[next..]))
            {
                out.truncate(before + 1);
                at = next;
                continue;
            }
            if let Some(before) = filled
                && let Some(next) = after_repeated_heads(&out[..=before], &lines[at + 1..])
            {
                out.truncate(before + 1);
                at += 1 + next;
                continue;
            }
        }
        out.push(lines[at]);
        at += 1;
    }
    out
}

/// Does a table with one cell a line go on: behind a figure another one, or a label and its first figure?
fn goes_on_below(before: Line<'_>, after: &[Line<'_>]) -> bool {
    const LABEL: usize = 60;
    let mut shown = after.iter().map(|line| line.text.trim()).filter(|line| !line.is_empty());
    let first = shown.next().unwrap_or_default();
    let labelled = first.len() <= LABEL && !first.ends_with(['.', ':']) && shown.next().is_some_and(is_entry);
    is_entry(before.text) && (is_entry(first) || labelled)
}

/// Where a table's rows go on behind a page's end, if its headings are printed again there, below a running head.
fn after_repeated_heads(before: &[Line<'_>], after: &[Line<'_>]) -> Option<usize> {
    const RUNNING_HEAD: usize = 8;
    if !is_row(before.last()?.text) {
        return None;
    }
    let first = before.iter().rposition(Line::is_blank).map_or(0, |blank| blank + 1);
    let heads: Vec<&str> =
        before[first..].iter().take(5).map(|line| line.text.trim()).take_while(|line| !is_row(line)).collect();
    let again = |line: &Line<'_>| !line.is_blank() && heads.contains(&line.text.trim());
    let found = after.iter().take(RUNNING_HEAD).position(again)?;
    let next = found + after[found..].iter().take_while(|line| again(line) || line.is_blank()).count();
    is_row(after.get(next)?.text).then_some(next)
}

/// A line that divides its pieces by tabs, bars or runs of blanks and ends in a figure.
fn is_row(line: &str) -> bool {
    let last = line.trim().trim_end_matches('|').trim_end().rsplit(['\t', '|']).next().unwrap_or_default();
    let last = last.rsplit("  ").next().unwrap_or_default();
    last.len() < line.trim().len() && is_entry(last)
}

impl Found {
    fn build(self, lines: &[Line<'_>]) -> Table {
        let cols = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let first = lines[self.lines.start].start;
        let last = lines[self.lines.end - 1];
        let span = Span::new(first..last.start + last.text.len());
        let mut cells = Vec::with_capacity(self.rows.len() * cols);
        for (row, ranges) in self.rows.iter().enumerate() {
            let end = ranges.last().map_or(first, |range| range.end);
            for col in 0..cols {
                let range = ranges.get(col).cloned().unwrap_or(end..end);
                let (row, col) = (row as u32, col as u32);
                cells.push(Cell { row, col, row_span: 1, col_span: 1, head: false, span: Span::new(range) });
            }
        }
        Table {
            span,
            caption: self.caption.map(Span::new),
            rows: self.rows.len() as u32,
            cols: cols as u32,
            cells,
            layout: self.layout,
            guessed: self.guessed,
        }
    }
}

/// The caption above a table that starts at this line: the next line that is not blank, if it looks like one.
fn caption_above(lines: &[Line<'_>], first: usize) -> Option<Range<usize>> {
    let above = lines[..first].iter().rev().take(3).find(|line| !line.is_blank())?;
    is_caption(above.text).then(|| above.trimmed())
}

/// "Tabel 1: Afgørelser", "Figur 3 Sagstal", or a line that leads in what follows with a colon.
#[must_use]
pub fn is_caption(line: &str) -> bool {
    let line = line.trim();
    (line.len() <= 400 && line.ends_with(':') && !is_item(line)) || starts_as_caption(line)
}

/// A first row that holds the caption: "Figur 3" and perhaps the title in a cell of its own.
#[must_use]
pub fn is_caption_row<'a>(mut filled: impl Iterator<Item = &'a str>) -> bool {
    let Some(first) = filled.next() else { return false };
    let title = filled.next();
    starts_as_caption(first) && filled.next().is_none() && title.is_none_or(|title| !is_value(title))
}

/// "Tabel 2. Sager pr. årsværk": a word for what is shown, and its number.
#[must_use]
pub fn starts_as_caption(line: &str) -> bool {
    const WORDS: [&str; 7] = ["tabel", "figur", "skema", "oversigt", "diagram", "bilag", "graf"];
    let mut words = line.split(|c: char| c.is_whitespace() || c == ':').filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let numbered = words.next().is_some_and(|word| {
        let word = word.trim_end_matches(['.', ':', ',', '-', '–']);
        !word.is_empty() && word.len() <= 6 && word.starts_with(|c: char| c.is_ascii_digit())
    });
    numbered && line.len() <= 300 && WORDS.contains(&first.to_lowercase().as_str())
}

/// True for a line that starts with a bullet or the number of a list item.
#[must_use]
pub fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let Some((mark, rest)) = line.split_once(|c: char| c.is_whitespace()) else { return false };
    !rest.trim().is_empty() && is_item_mark(mark)
}

/// True for what stands before a list item: a bullet, "1.", "b)".
#[must_use]
pub fn is_item_mark(mark: &str) -> bool {
    if matches!(mark, "-" | "–" | "—" | "•" | "·" | "*" | "o" | "▪" | "‣" | "◦" | "\u{f0b7}" | "\u{f0a7}" | "➢" | "✓")
    {
        return true;
    }
    let Some(body) = mark.strip_suffix(['.', ')']) else { return false };
    let body = body.strip_prefix('(').unwrap_or(body);
    let is_number = body.len() <= 2 && body.bytes().all(|b| b.is_ascii_digit());
    let mut letters = body.chars();
    let is_letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
    !body.is_empty() && (is_number || (is_letter && mark.ends_with(')')))
}

/// True for a cell that holds one figure: digits with separators, perhaps a unit or a footnote mark.
#[must_use]
pub fn is_value(cell: &str) -> bool {
    let mut rest = cell.trim();
    rest = rest.strip_suffix(']').and_then(|r| r.rsplit_once('[')).map_or(rest, |(before, _)| before);
    rest = rest.trim_end_matches(['*', '¹', '²', '³', ' ', '\u{a0}']);
    // Nearly every cell and line of a text ends here.
    if !begins_as_figure(rest) {
        return false;
    }
    // No unit ends in a digit.
    let lower =
        if rest.ends_with(|c: char| c.is_ascii_digit()) { Cow::Borrowed(rest) } else { rest.to_lowercase().into() };
    let mut number = lower.as_ref();
    for unit in ["%", "pct.", "pct", "procent", "kr.", "kr", "uger", "mio. kr.", "t.kr."] {
        if let Some(before) = number.strip_suffix(unit) {
            number = before.trim_end();
            break;
        }
    }
    let number = number.strip_prefix(['-', '–', '−', '+']).unwrap_or(number).trim_start();
    number.starts_with(|c: char| c.is_ascii_digit())
        && number.len() <= 20
        && number.ends_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}'))
        && number.split([' ', '\u{a0}', '\u{202f}']).skip(1).all(|group| group.len() >= 3)
}

fn begins_as_figure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '−' | '+'))
}

/// There is no rate where nothing was decided.
const NO_CASES: &str = "ingen sager";

/// True for a cell that says that there is no figure: a dash or dots, or one too small to be told.
#[must_use]
pub fn is_placeholder(cell: &str) -> bool {
    let cell = cell.trim();
    let hidden = || cell.strip_prefix('<').is_some_and(is_value);
    matches!(cell, "-" | "–" | "—" | "−" | "." | ".." | "..." | "…" | "i.o." | "n/a" | "N/A" | "x" | "X" | NO_CASES)
        || hidden()
}

/// True for what stands in a table's body: a figure, one with another behind it ("55 (67 %)", "31 / 28"), a range, or a mark
/// that there is none.
#[must_use]
pub fn is_entry(cell: &str) -> bool {
    let cell = cell.trim();
    let beside = || cell.contains(" / ") && cell.split(" / ").all(is_value);
    let range = || {
        let (from, to) = cell.split_once(['-', '–'])?;
        let short = |end: &str| is_value(end) && end.trim().len() < 4 && !end.trim().starts_with(['-', '–']);
        Some(short(from) && short(to))
    };
    let figures =
        || is_value(cell) || has_second(cell) || beside() || range().unwrap_or(false) || is_part_of_whole(cell);
    is_placeholder(cell) || begins_as_figure(cell) && figures()
}

/// True for a figure with another one in brackets behind it: "26,2 % (84)".
#[must_use]
pub fn has_second(cell: &str) -> bool {
    let pair = cell.strip_suffix(')').and_then(|rest| rest.split_once('('));
    pair.is_some_and(|(first, second)| is_value(first) && is_value(second))
}

/// True for a part and its whole, alone or with the share: "24 ud af 70", "24/70 (34 %)", "34 % (24 af 70)".
fn is_part_of_whole(cell: &str) -> bool {
    let pair = |text: &str, signs: &[&str]| {
        let parts = signs.iter().find_map(|sign| text.split_once(sign));
        parts.is_some_and(|(part, whole)| is_value(part) && is_value(whole))
    };
    let words = [" ud af ", " af "];
    let enclosed = cell.strip_suffix(')').and_then(|rest| rest.split_once('('));
    pair(cell, &words)
        || enclosed.is_some_and(|(before, inside)| {
            let pair = |text: &str| pair(text.trim(), &words) || pair(text, &["/"]);
            pair(before) && is_value(inside) || is_value(before) && pair(inside)
        })
}

/// What stands over the labels of most tables: "Kommune", "Team".
fn names_rows(head: &str) -> bool {
    const LABELS: [&str; 18] = [
        "kommune",
        "kommuner",
        "lov",
        "lovområde",
        "lovgivning",
        "område",
        "fagområde",
        "kort",
        "danmarkskort",
        "udvalg",
        "center",
        "team",
        "afdeling",
        "gruppe",
        "målgruppe",
        "år",
        "bestemmelse",
        "paragraf",
    ];
    LABELS.contains(&head.trim().to_lowercase().as_str())
}

/// A line of dashes under headings or over a total.
fn is_rule(line: &str) -> bool {
    let marks = line.chars().filter(|c| matches!(c, '-' | '=' | '_' | '–' | '—' | '─')).count();
    marks >= 3 && line.chars().all(|c| matches!(c, '-' | '=' | '_' | '–' | '—' | '─' | '+' | '|' | ':' | ' '))
}

/// A line of a table of contents: a title, dots, and a page number.
#[must_use]
pub fn is_leader(line: &str) -> bool {
    let line = line.trim_end();
    let title = line.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    title.len() < line.len() && (title.ends_with("...") || title.ends_with('…') || title.ends_with(". . ."))
}

#[cfg(test)]
mod tests {
    use super::testing::all;
    use super::*;

    #[test]
    fn entries_are_told_from_labels() {
        for cell in [
            "4",
            "55 (67 %)",
            "1.702 (8)",
            "<5",
            "-",
            "ingen sager",
            "35-50",
            "35 – 50",
            "12 %",
            "24 ud af 70",
            "24/70 (34 %)",
            "24 af 70 (34 %)",
            "34 % (24 / 70)",
        ] {
            assert!(is_entry(cell), "{cell}");
        }
        for cell in
            ["55 (heraf 3)", "2019-2020", "(67 %)", "Børn", "5-", "1-2-3", "< fem", "24/70", "2019/20", "24 af sagerne"]
        {
            assert!(!is_entry(cell), "{cell}");
        }
    }

    #[test]
    fn values_are_told_from_words() {
        for cell in ["4", "1.514", "37,5", "59 %", "46%", "2,8 pct.", "138*", "22 [1]", "-4", "1 234", "12 uger"] {
            assert!(is_value(cell), "{cell}");
        }
        for cell in ["", "-", "0-18 år", "§ 41", "2018 og 2019", "LAB", "4 sager", "12 34", "3. kvartal", "%"] {
            assert!(!is_value(cell), "{cell}");
        }
    }

    #[test]
    fn a_page_break_does_not_end_a_table() {
        let text = "År      By      Landet\n2020    42 %    36 %\n2021    40 %    35 %\n\nSide 4 af 9\n\n2022    30 %    31 %\n";
        let tables = all(text);
        assert_eq!(tables.len(), 1);
        assert_eq!((tables[0].rows, tables[0].cols), (4, 3));
        // The headings may be printed again, below a running head.
        let text = "År      By       Landet\n2020    42 %    36 %\n2021    40 %    35 %\n\n    Side 4 af 9\nBy Kommune     3. maj 2023\n\nÅr      By       Landet\n2022    30 %    31 %\n";
        let tables = all(text);
        assert_eq!((tables.len(), tables[0].rows), (1, 4));
        // Text after the page break is no row.
        let text = "By\tLandet\n42\t36\n40\t35\n\nSide 4\n\nAntallet af sager er\n";
        assert_eq!(all(text)[0].rows, 3);
    }

    #[test]
    fn items_are_told_from_sentences() {
        for line in ["- en", "• to", "1. at", "12) at", "a) at", "(b) at"] {
            assert!(is_item(line), "{line}");
        }
        for line in ["-", "1.", "2018. Året", "at. noget", "Ad 1. Anbefales", "I alt", "a. b"] {
            assert!(!is_item(line), "{line}");
        }
    }

    #[test]
    fn captions_are_told_from_text() {
        for line in ["Tabel 1: Afgørelser", "Figur 3 Sagstal pr. årsværk", "Fordelingen er:", "Tabel 2"] {
            assert!(is_caption(line), "{line}");
        }
        for line in ["Tabellen viser", "Figur", "Afgørelser", "1. Følgende:"] {
            assert!(!is_caption(line), "{line}");
        }
    }
}
