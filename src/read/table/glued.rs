//! Tables whose cells a copy from a web page ran together: `StadfæstetÆndretHjemvist` over `202174%15%11%`. They can be
//! told apart where each row is a year and percentages alone, and as many headings, each with a capital, stand above.

use super::{Found, Line, caption_above};
use crate::model::source::Layout;
use std::ops::Range;

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let rows: Vec<Vec<Range<usize>>> = lines[at..within.end].iter().map_while(row).collect();
        let width = rows.first().map_or(0, Vec::len);
        let above = at.checked_sub(1).filter(|above| *above >= within.start && rows.len() >= 2);
        if let Some(head) = above.map(|above| headings(&lines[above]))
            && head.len() + 1 == width
            && rows.iter().all(|row| row.len() == width)
        {
            let start = head[0].start;
            let mut cells = vec![std::iter::once(start..start).chain(head).collect::<Vec<_>>()];
            let end = at + rows.len();
            cells.extend(rows);
            let caption = caption_above(lines, at - 1);
            found.push(Found { lines: at - 1..end, rows: cells, layout: Layout::Aligned, guessed: false, caption });
            at = end;
        } else {
            at += rows.len().max(1);
        }
    }
    found
}

/// The cells of `202273,3%15,1%11,6%`: a year, then at least two percentages.
fn row(line: &Line<'_>) -> Option<Vec<Range<usize>>> {
    let text = line.text.trim();
    let year = text.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
    let rest = text.get(4..)?;
    if !(year.starts_with("19") || year.starts_with("20")) || !rest.ends_with('%') {
        return None;
    }
    let all = line.trimmed();
    let mut cells = Vec::from([Range { start: all.start, end: all.start + 4 }]);
    let mut start = all.start + 4;
    for value in rest.split_terminator('%') {
        let (whole, decimals) = value.split_once(',').unwrap_or((value, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || whole.parse::<u32>().is_ok_and(|whole| whole > 100) {
            return None;
        }
        cells.push(start..start + value.len() + 1);
        start += value.len() + 1;
    }
    (cells.len() > 2).then_some(cells)
}

/// The headings of `StadfæstetÆndretOmgjort i alt`: each begins with a capital right behind a small letter.
fn headings(line: &Line<'_>) -> Vec<Range<usize>> {
    let all = line.trimmed();
    let text = line.text.trim();
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    if !letters.first().is_some_and(|(_, first)| first.is_uppercase()) {
        return Vec::new();
    }
    let inner = letters.windows(2).filter(|pair| pair[0].1.is_lowercase() && pair[1].1.is_uppercase());
    let starts: Vec<usize> = std::iter::once(0).chain(inner.map(|pair| pair[1].0)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| all.start + start..all.start + end).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::all;

    #[test]
    fn cells_that_ran_together_are_told_apart() {
        let text = "Integrationsloven\n\n StadfæstetÆndretOmgjort i alt\n201970%9%30%\n202068,5%11%31,5%\n";
        let tables = all(text);
        assert_eq!(tables.len(), 1);
        let table = &tables[0];
        let cell = |row, col| &text[table.cell(row, col).unwrap().span.range()];
        assert_eq!((table.rows, table.cols), (3, 4));
        assert_eq!([cell(0, 1), cell(0, 2), cell(0, 3)], ["Stadfæstet", "Ændret", "Omgjort i alt"]);
        assert_eq!([cell(2, 0), cell(2, 1), cell(2, 3)], ["2020", "68,5%", "31,5%"]);
    }

    #[test]
    fn other_numbers_in_a_row_are_no_table() {
        for text in [
            "Stadfæstet\n201970%\n202068%\n",
            "StadfæstetÆndret\n201970%9%30%\n202068%11%31%\n",
            "StadfæstetÆndret\n20197099\n20206811\n",
        ] {
            assert!(all(text).is_empty(), "{text}");
        }
    }
}
