//! A table as values with the labels that stand over and before them: merged headings, group labels that are only
//! printed once, labels split over two rows, empty cells that stay where they are.

use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::words::WORDS;
pub use crate::extract::content::Content;
use crate::extract::content::contents;
use crate::extract::divided::whole_words;
use crate::extract::nameless;
use crate::extract::paged::is_contents;
use crate::extract::quantity::is_range;
use crate::model::figure::{Doubt, Figure};
use crate::model::source::{Document, Span, Table};
use crate::text::token::{Token, tokens};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A label: its words on one line, divided words whole again, and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    pub text: String,
    pub spans: Vec<Span>,
}

impl Heading {
    fn of(document: &Document, span: Span) -> Self {
        let text = whole_words(&document.one_line(span));
        if text.is_empty() { Self::default() } else { Self { text, spans: vec![span] } }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// This label with another behind it.
    fn with(&self, other: &Self) -> Self {
        if self.is_empty() || self.text == other.text {
            return other.clone();
        }
        if other.is_empty() {
            return self.clone();
        }
        let spans = self.spans.iter().chain(&other.spans).copied().collect();
        Self { text: whole_words(&format!("{} {}", self.text, other.text)), spans }
    }
}

/// A cell of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub row: usize,
    pub col: usize,
    pub span: Span,
    /// More than one where a cell holds a count and its percentage.
    pub contents: Vec<Content>,
}

/// A row or column of the body with its labels, outermost first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub headings: Vec<Heading>,
}

impl Line {
    /// All labels in one, outermost first.
    #[must_use]
    pub fn text(&self) -> String {
        self.headings.iter().map(|h| h.text.as_str()).filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    #[must_use]
    pub fn spans(&self) -> Vec<Span> {
        self.headings.iter().flat_map(|h| h.spans.iter().copied()).collect()
    }
}

/// The body of a table, and the labels of its rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    pub rows: Vec<Line>,
    pub cols: Vec<Line>,
    /// Row by row, in the order of the text; every place of the body once.
    pub entries: Vec<Entry>,
    /// The label over the row labels.
    pub corner: Heading,
}

/// Reads a table's grid; `None` where it has no body of numbers.
#[must_use]
pub fn grid(document: &Document, lower: &str, table: &Table) -> Option<Grid> {
    let (rows, cols) = (table.rows as usize, table.cols as usize);
    if rows == 0 || cols < 2 || rows * cols > 400_000 || is_contents(document, table) {
        return None;
    }
    let mut spans = vec![Span::default(); rows * cols];
    for cell in &table.cells {
        // A label over the whole width is a group's, no heading of each column.
        let alone = cell.col == 0 && cell.col_span > 1 && cell.col_span >= table.cols;
        let width = if alone { 1 } else { cell.col_span };
        for row in cell.row..(cell.row + cell.row_span).min(table.rows) {
            for col in cell.col..(cell.col + width).min(table.cols) {
                spans[row as usize * cols + col as usize] = cell.span;
            }
        }
    }
    // A column with nothing in it only sets others apart.
    let used: Vec<usize> = (0..cols)
        .filter(|col| (0..rows).any(|row| !document.slice(spans[row * cols + col]).trim().is_empty()))
        .collect();
    let spans: Vec<Span> =
        (0..rows).flat_map(|row| used.iter().map(move |col| row * cols + col)).map(|at| spans[at]).collect();
    let cols = used.len();
    if cols < 2 {
        return None;
    }
    let contents: Vec<Vec<Content>> = spans.iter().map(|span| contents(document, lower, *span)).collect();
    let is_value = |row: usize, col: usize| matches!(contents[row * cols + col].first(), Some(Content::Value { .. }));
    let blank = |row: usize, col: usize| document.slice(spans[row * cols + col]).trim().is_empty();
    // "2021", "2021 (2020)"
    let year = |content: &Content| matches!(*content, Content::Value { value, decimals: 0, percent: false, span } if (1990.0..2100.0).contains(&value) && span.end - span.start == 4);
    let is_year = |row: usize, col: usize| contents[row * cols + col].iter().all(year);
    let mut heads =
        (0..rows).take_while(|&row| (0..cols).all(|col| !is_value(row, col) || is_year(row, col))).count().min(4);
    // A row under the headings with nothing but a label belongs to the body: a group, or a label's first half.
    while heads > 1 && !blank(heads - 1, 0) && (1..cols).all(|col| blank(heads - 1, col)) {
        heads -= 1;
    }
    // A table whose first row already holds values has no headings; one without values no body.
    if heads == rows {
        return None;
    }
    let heading = |row: usize, col: usize| Heading::of(document, spans[row * cols + col]);
    // Under "§" or "Nr." numbers are names.
    let names = |col: usize, signs: &[&str]| {
        (0..heads).any(|row| signs.contains(&lower.get(spans[row * cols + col].range()).unwrap_or_default().trim()))
    };
    let paragraphs: Vec<bool> = (0..cols).map(|col| names(col, &["§", "§§", "paragraf", "paragraffer"])).collect();
    let numbered = |col: usize| paragraphs[col] || names(col, &["nr.", "nr", "#"]);
    let labels = (0..cols)
        .take_while(|&col| {
            (numbered(col) || (heads..rows).all(|row| !is_value(row, col) || is_year(row, col)))
                && !(col > 0 && gives_guidelines(document, lower, |row| spans[row * cols + col], heads..rows))
                && (heads..rows).any(|row| !blank(row, col))
        })
        .count()
        .min(4);
    // "Stadfæstet | Omgjort" over "30 | 12": a single row needs no label, if a word stands over each of its numbers.
    let single = || {
        let words = |col: usize| (0..heads).any(|row| !blank(row, col) && !is_value(row, col));
        heads > 0 && heads + 1 == rows && cols > 2 && (0..cols).all(|col| is_value(heads, col) && words(col))
    };
    if labels == cols || labels == 0 && !single() {
        return None;
    }
    let label = |row: usize, col: usize| {
        let mut label = heading(row, col);
        if paragraphs[col] && label.text.starts_with(|c: char| c.is_ascii_digit()) {
            label.text.insert_str(0, "§ ");
        } else if !paragraphs[col] && numbered(col) && is_value(row, col) {
            return Heading::default();
        }
        label
    };
    let columns = column_lines(heads, labels, cols, &heading);
    let corner = (0..heads)
        .filter(|_| labels > 0)
        .map(|row| heading(row, 0))
        .fold(Heading::default(), |all, one| all.with(&one));
    let mut out = Grid { rows: Vec::new(), cols: columns, entries: Vec::new(), corner };
    let mut carried: Vec<Heading> = vec![Heading::default(); labels];
    let mut groups: Vec<Heading> = Vec::new();
    // Labels over the whole width with nothing between them stand within each other.
    let mut fresh: Vec<Heading> = Vec::new();
    let mut open = Heading::default();
    // "Barnets lov | 2023" and nothing behind it: all labels of a row, the last as of other rows, and no group's.
    let bare = |row: usize| (labels..cols).all(|col| blank(row, col));
    let is_whole = |row: usize| {
        let text = |row: usize, col: usize| document.one_line(spans[row * cols + col]);
        let again = |other: usize| !bare(other) && text(other, labels - 1) == text(row, labels - 1);
        labels > 1
            && (0..labels).all(|col| !blank(row, col) && (col == 0 || text(row, col) != text(row, col - 1)))
            && (heads..rows).any(again)
    };
    let empty = |row: usize| bare(row) && !is_whole(row);
    let small = |row: usize| labels > 0 && !empty(row) && label(row, labels - 1).text.starts_with(char::is_lowercase);
    let smalls: Vec<usize> = (heads..rows).filter(|&row| small(row)).collect();
    // A label in small letters right behind one alone is its second half, where no other row begins so.
    let halved = smalls.iter().all(|&row| row > heads && empty(row - 1))
        && 2 * smalls.len() < (heads..rows).filter(|&row| !empty(row)).count();
    for row in heads..rows {
        let own: Vec<Heading> = (0..labels).map(|col| label(row, col)).collect();
        let empty_body = empty(row);
        if empty_body {
            let label = own.iter().fold(Heading::default(), |all, one| all.with(one));
            // The second half of the label before: "Omgørelsesprocent," and "hele landet" under it.
            if open.is_empty()
                && label.text.starts_with(char::is_lowercase)
                && let Some(last) = out.rows.last_mut().and_then(|line| line.headings.last_mut())
                && is_unfinished(&last.text)
            {
                *last = last.with(&label);
                continue;
            }
            if is_unfinished(&label.text) {
                open = label;
            } else if !label.is_empty() {
                match fresh.last_mut().filter(|_| label.text.starts_with(char::is_lowercase)) {
                    Some(last) => *last = last.with(&label),
                    None => fresh.push(label),
                }
                carried.fill(Heading::default());
            }
            continue;
        }
        if halved && smalls.contains(&row) && open.is_empty() {
            open = fresh.pop().unwrap_or_default();
        }
        for (col, label) in own.into_iter().enumerate() {
            let last = col + 1 == labels;
            if !last && is_unfinished(&carried[col].text) && label.text.starts_with(char::is_lowercase) {
                // The label of all rows since it began goes on in this one.
                let whole = carried[col].with(&label);
                for line in out.rows.iter_mut().rev() {
                    let Some(begun) = line.headings.iter_mut().find(|h| **h == carried[col]) else { break };
                    begun.clone_from(&whole);
                }
                carried[col] = whole;
            } else if !label.is_empty() {
                // A new outer label ends the inner ones.
                carried[col + 1..].fill(Heading::default());
                carried[col] = label;
            } else if last {
                carried[col] = Heading::default();
            }
        }
        if !fresh.is_empty() {
            // A label alone ends the inner one of two, unless it is written as the outer one is.
            let loud = |heading: &Heading| !heading.text.chars().any(char::is_lowercase);
            let inner = |groups: &[Heading]| loud(&groups[0]) == loud(&groups[1]) || !loud(&fresh[0]);
            if fresh.len() == 1 && groups.len() == 2 && inner(&groups) {
                groups.truncate(1);
            } else {
                groups.clear();
            }
            fresh.truncate(2);
            groups.append(&mut fresh);
        }
        let mut headings = groups.clone();
        headings.extend(carried.iter().cloned());
        if !open.is_empty()
            && let Some(last) = headings.last_mut()
        {
            *last = std::mem::take(&mut open).with(last);
        }
        headings.retain(|h| !h.is_empty());
        // A label over two columns is one.
        headings.dedup();
        let index = out.rows.len();
        out.rows.push(Line { headings });
        for col in labels..cols {
            let at = row * cols + col;
            out.entries.push(Entry { row: index, col: col - labels, span: spans[at], contents: contents[at].clone() });
        }
    }
    for line in out.cols.iter_mut().chain(&mut out.rows).filter(|line| line.headings.len() > 1) {
        line.headings.retain(|heading| !WORDS.lists.kinds_of_headings.holds(&heading.text.to_lowercase()));
    }
    let named: Vec<bool> = out.rows.iter().map(|line| !line.headings.is_empty()).collect();
    let values = out.entries.iter().filter_map(|entry| match entry.contents.first() {
        Some(Content::Value { value, .. }) => Some((entry.row, entry.col, *value)),
        _ => None,
    });
    let known = nameless::known(&named, out.cols.len(), values);
    out.entries.retain(|entry| known[entry.row]);
    (!out.rows.is_empty()).then_some(out)
}

/// A column of ranges under "Vejledende sagstal": no labels, also where columns of figures follow.
fn gives_guidelines(document: &Document, lower: &str, cell: impl Fn(usize) -> Span, body: Range<usize>) -> bool {
    let read = |row: usize| tokens(&document.text, lower, cell(row));
    let ranges = || body.clone().map(read).any(|tokens| tokens.len() >= 3 && is_range(&tokens, 0, 1));
    // The words may go on in the next row: "DS' vejledende" over "sagstal".
    let told = || {
        let heads: Vec<Token<'_>> = (0..body.start).flat_map(read).collect();
        let terms = CASELOAD.terms.find(&heads);
        terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Guideline | CaseloadTag::Issuer(_)))
    };
    ranges() && told()
}

/// A label that the next row goes on with: "Aktivitetsparate +".
fn is_unfinished(text: &str) -> bool {
    text.ends_with(['+', '-', '/', ',', '&']) || text.ends_with(" og") || text.ends_with(" eller")
}

/// The labels of the columns: those of upper heading rows reach to the right until the next.
fn column_lines(heads: usize, labels: usize, cols: usize, heading: &dyn Fn(usize, usize) -> Heading) -> Vec<Line> {
    let mut lines = vec![Line::default(); cols - labels];
    // The columns where groups begin in the row above, if its labels reached to the right.
    let mut groups: Vec<usize> = Vec::new();
    for row in 0..heads {
        let own: Vec<Heading> = (labels..cols).map(|col| heading(row, col)).collect();
        let filled = own.iter().filter(|h| !h.is_empty()).count();
        let upper = row + 1 < heads && filled < own.len();
        // Words that the next row goes on with stand over one column only.
        let below = |col: usize| if row + 1 < heads { heading(row + 1, labels + col) } else { Heading::default() };
        let wrapped = own.iter().enumerate().any(|(col, label)| !label.is_empty() && goes_on(label, &below(col)));
        // "2021 | | | | 2022" over "Stadfæstet | | Omgjort |" over "Antal | Pct.": a row in the middle reaches as well if
        // it begins anew in every group.
        let starts: Vec<usize> = (0..own.len()).filter(|&col| !own[col].is_empty()).collect();
        let inner = !groups.is_empty() && starts.len() > groups.len() && groups.iter().all(|col| starts.contains(col));
        let reaches = upper && !wrapped && (row == 0 || inner);
        groups = if reaches { starts } else { Vec::new() };
        let mut reach = Heading::default();
        for (line, label) in lines.iter_mut().zip(own) {
            if !label.is_empty() {
                reach = label.clone();
            }
            let used = if reaches { reach.clone() } else { label };
            if used.is_empty() {
                continue;
            }
            let continues = line.headings.last().is_some_and(|last| goes_on(last, &used));
            match line.headings.last_mut() {
                Some(last) if continues => *last = last.with(&used),
                Some(last) if *last == used => {}
                _ => line.headings.push(used),
            }
        }
    }
    lines
}

/// Is a heading the rest of the one above it? It begins in small letters, or the one above is not finished.
fn goes_on(above: &Heading, below: &Heading) -> bool {
    let joined = above.text.ends_with(['-', '/']) || above.text.ends_with(" pr.");
    !below.is_empty() && (joined || below.text.chars().next().is_some_and(char::is_lowercase))
}

/// Two values of one table that its labels do not tell apart: neither can be trusted.
pub fn doubt_repeats(figures: &mut [Figure]) {
    let mut first: FxHashMap<_, (usize, f64)> = FxHashMap::default();
    let mut doubtful = Vec::new();
    // Whose part is in doubt anyway contradicts nothing.
    let settled = |figure: &Figure| !figure.doubts.contains(&Doubt::Scope);
    for (at, figure) in figures.iter().enumerate().filter(|(_, figure)| settled(figure)) {
        let key = (&figure.place, figure.period, &figure.scope, &figure.measure);
        match first.get(&key) {
            Some(&(before, value)) if value != figure.value => doubtful.extend([before, at]),
            Some(_) => {}
            None => {
                first.insert(key, (at, figure.value));
            }
        }
    }
    for at in doubtful {
        figures[at].doubt(Doubt::Columns);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lower::aligned;

    fn shape(text: &str) -> Vec<String> {
        let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
        let grid = grid(&document, &aligned(&document.text), &document.tables[0]).unwrap();
        grid.entries
            .iter()
            .filter_map(|entry| match entry.contents[..] {
                [Content::Value { value, .. }] => {
                    Some(format!("{} | {} = {value}", grid.rows[entry.row].text(), grid.cols[entry.col].text()))
                }
                _ => None,
            })
            .collect()
    }

    #[test]
    fn labels_find_their_values() {
        let outcomes = "\t\tLAB\tPL\tI alt\nGreve\tStadfæstelse\t4\t\t9\n\tHjemvisning\t\t2\t2\nLandet\tStadfæstelse\t40\t20\t90\n";
        assert_eq!(
            shape(outcomes),
            [
                "Greve · Stadfæstelse | LAB = 4",
                "Greve · Stadfæstelse | I alt = 9",
                "Greve · Hjemvisning | PL = 2",
                "Greve · Hjemvisning | I alt = 2",
                "Landet · Stadfæstelse | LAB = 40",
                "Landet · Stadfæstelse | PL = 20",
                "Landet · Stadfæstelse | I alt = 90",
            ]
        );
        let split = "\tGreve\tFaxe\nJobparate +\t\t\nIntegration\t50\t37,5\nSygedagpenge\t60\t\n";
        assert_eq!(
            shape(split),
            [
                "Jobparate + Integration | Greve = 50",
                "Jobparate + Integration | Faxe = 37.5",
                "Sygedagpenge | Greve = 60"
            ]
        );
        let begun = "\tGreve\tFaxe\nJobparate\t12\t14\nAktivitetsparate\t\t\nkontanthjælp\t26\t45\nFleksjob\t31\t56\n";
        assert_eq!(shape(begun)[2], "Aktivitetsparate kontanthjælp | Greve = 26");
        // A section over rows that all begin so.
        let section = "\tGreve\tFaxe\nServiceloven\t\t\nstadfæstet\t26\t45\nændret\t31\t56\n";
        assert_eq!(shape(section)[0], "Serviceloven · stadfæstet | Greve = 26");
        let wrapped = "\tGreve\tFaxe\nSygedagpenge\t60\t55\nJobparate\nborgere\t50\t37,5\nFleksjob\t90\t80\n";
        assert_eq!(
            shape(wrapped)[2..5],
            ["Jobparate borgere | Greve = 50", "Jobparate borgere | Faxe = 37.5", "Fleksjob | Greve = 90"]
        );
        // Small letters are usual here: the label alone is of all rows behind it.
        let grouped = "\tGreve\tFaxe\nServiceloven\nstadfæstet\t60\t55\nhjemvist\t5\t7\n";
        assert_eq!(shape(grouped)[0], "Serviceloven · stadfæstet | Greve = 60");
        let years = "År\tStad- fæstelser\tOmgørelses- procent\n2019\t12\t25 %\n2020\t14\t30 %\n";
        assert_eq!(
            shape(years),
            [
                "2019 | Stadfæstelser = 12",
                "2019 | Omgørelsesprocent = 25",
                "2020 | Stadfæstelser = 14",
                "2020 | Omgørelsesprocent = 30"
            ]
        );
    }
}
