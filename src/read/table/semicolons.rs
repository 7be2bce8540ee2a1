//! Tables whose cells semicolons or commas divide, as a sheet's export that was pasted into a text: `Stadfæstet;28;31`,
//! `"Stadfæstet",28,"31,5"`.

use super::{Found, Line, caption_above, is_entry, is_item};
use crate::model::source::Layout;
use crate::text::run;
use std::ops::Range;

/// A cell of such a row is not longer, in bytes.
const CELL: usize = 60;

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let Some(first) = cells(&lines[at]) else {
            at += 1;
            continue;
        };
        let width = first.len();
        let more = lines[at + 1..within.end].iter().map_while(cells).take_while(|row| row.len() == width);
        let rows: Vec<Vec<Range<usize>>> = std::iter::once(first).chain(more).collect();
        let taken = at..at + rows.len();
        at = taken.end;
        if is_table(lines, taken.start, &rows) {
            let caption = caption_above(lines, taken.start);
            found.push(Found { lines: taken, rows, layout: Layout::Tabbed, guessed: false, caption });
        }
    }
    found
}

/// Headings, if any, over two rows or more that hold nothing but figures behind their labels.
fn is_table(lines: &[Line<'_>], first: usize, rows: &[Vec<Range<usize>>]) -> bool {
    let text = |at: usize, cell: &Range<usize>| {
        let line = &lines[first + at];
        line.text.get(cell.start - line.start..cell.end - line.start).unwrap_or_default()
    };
    let is_body = |at: usize, row: &[Range<usize>]| {
        let mut cells = row[1..].iter().map(|cell| text(at, cell));
        cells.clone().any(is_entry) && cells.all(|cell| cell.is_empty() || is_entry(cell))
    };
    let heads = rows.iter().enumerate().take_while(|(at, row)| !is_body(*at, row)).count();
    heads < 3 && heads + 2 <= rows.len() && rows.iter().enumerate().skip(heads).all(|(at, row)| is_body(at, row))
}

/// The cells of a line, without quotation marks; nothing where a sentence or an item has a semicolon.
fn cells(line: &Line<'_>) -> Option<Vec<Range<usize>>> {
    // Nearly every line of a text ends here.
    if run::leading(line.text.as_bytes(), |byte| (byte != b';') & (byte != b',')) == line.text.len() {
        return None;
    }
    let text = line.text.trim_end();
    let divider = if text.contains(';') { ';' } else { ',' };
    // Behind a comma of a sentence stands a blank.
    let blank = || text.as_bytes().windows(2).any(|two| two == b", ");
    let sentence = divider == ',' && (blank() && !text.contains('"') || text.matches(',').count() < 2);
    if sentence || text.ends_with(['.', ':', '?', '!']) || text.contains('\t') || is_item(text) {
        return None;
    }
    let mut out = Vec::new();
    let mut at = line.start;
    // A comma between quotation marks divides nothing.
    let mut quoted = false;
    let divides = |c: char| {
        quoted ^= c == '"' && divider == ',';
        c == divider && !quoted
    };
    for cell in text.split(divides) {
        if divider == ',' && cell.starts_with(' ') {
            return None;
        }
        let inner = cell.trim().trim_matches('"');
        let from = at + cell.find(inner).unwrap_or_default();
        out.push(from..from + inner.len());
        at += cell.len() + 1;
    }
    out.iter().all(|cell| cell.len() <= CELL).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, cell, one};

    #[test]
    fn semicolons_divide_cells() {
        let text = "Tallene:\n\nLov;2021;2022\n\"Lov om aktiv indsats\";12;14\nServiceloven;;31 %\nI alt;-;45\n\nSlut.";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (4, 3, false));
        assert_eq!([cell(text, &table, 0, 2), cell(text, &table, 1, 0)], ["2022", "Lov om aktiv indsats"]);
        assert_eq!([cell(text, &table, 2, 1), cell(text, &table, 2, 2)], ["", "31 %"]);
        assert_eq!(&text[table.caption.unwrap().range()], "Tallene:");
    }

    #[test]
    fn commas_divide_cells_between_quotation_marks() {
        for text in [
            "\"Lov\",\"2021\",\"2022\"\n\"SEL, i alt\",12,\"14,5\"\n\"LAS\",3,\"2,0\"\n",
            "Lov,2021,2022\n\"SEL, i alt\",12,\"14,5\"\nLAS,3,\"2,0\"\n",
        ] {
            let table = one(text);
            assert_eq!((table.rows, table.cols), (3, 3), "{text}");
            assert_eq!([cell(text, &table, 1, 0), cell(text, &table, 1, 2)], ["SEL, i alt", "14,5"], "{text}");
        }
        for text in ["Børn,12\nÆldre,14\n", "Børn, 12, 3\nÆldre, 14, 5\n", "12,5 og 3,5,1\n14,5 og 2,5,1\n"] {
            assert!(all(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn lists_in_a_sentence_are_no_table() {
        for text in [
            "Børn; 12\nÆldre; 14 sager\n",
            "Stadfæstet 12; ændret 3\nHjemvist 4; afvist 2\n",
            "- Børn; 12\n- Ældre; 14\n",
            "Børn;12\n\nÆldre;14\n",
            "Børn;12;3\nÆldre;14\n",
        ] {
            assert!(all(text).is_empty(), "{text}");
        }
    }
}
