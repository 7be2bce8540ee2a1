//! Lists whose figures dots lead to: "Stadfæstet ........ 12". A table of contents looks the same; its pages never go
//! back, and so such lines are a table only where a figure is smaller than the one before it.

use super::{Found, Line, caption_above, is_entry, is_item, is_leader};
use crate::model::source::Layout;
use std::ops::Range;

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let rows: Vec<Row> = lines[at..within.end].iter().map_while(row).collect();
        let taken = at..at + rows.len();
        at += rows.len().max(1);
        if !is_list(&rows) {
            continue;
        }
        let rows = rows.into_iter().map(|row| vec![row.label, row.figure]).collect();
        let caption = caption_above(lines, taken.start);
        found.push(Found { lines: taken, rows, layout: Layout::Aligned, guessed: false, caption });
    }
    found
}

struct Row {
    label: Range<usize>,
    figure: Range<usize>,
    value: Option<u32>,
    total: bool,
}

/// Do the figures go back somewhere, or make up a last one?
fn is_list(rows: &[Row]) -> bool {
    let values: Vec<u32> = rows.iter().filter_map(|row| row.value).collect();
    let back = values.windows(2).any(|pair| pair[1] < pair[0]);
    let sum_of = |parts: &[u32]| parts.iter().copied().map(u64::from).sum::<u64>();
    let sum = values.split_last().is_some_and(|(last, parts)| sum_of(parts) == u64::from(*last));
    rows.len() > 2 && values.len() == rows.len() && (back || sum && rows[rows.len() - 1].total)
}

fn row(line: &Line<'_>) -> Option<Row> {
    let text = line.text.trim();
    if !is_leader(text) || text.contains('\t') {
        return None;
    }
    let end = text.rfind(['.', '…'])?;
    let behind = text.get(end..)?.trim_start_matches(['.', '…']);
    let figure = behind.trim();
    let label = text.get(..end)?.trim_end_matches(['.', '…', ' ']);
    // "3. Budget ..... 4", "Punkt 3: Budget ..... 9": an item's title.
    let item = is_item(label) || label.contains(':') || label.starts_with(|c: char| c.is_ascii_digit());
    if label.is_empty() || item || !is_entry(figure) {
        return None;
    }
    let start = line.trimmed().start;
    let from = start + text.len() - figure.len();
    let lower = label.to_lowercase();
    Some(Row {
        label: start..start + label.len(),
        figure: from..from + figure.len(),
        value: figure.parse().ok(),
        total: lower.starts_with("i alt") || lower.starts_with("total"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, cell, one};

    #[test]
    fn dots_lead_to_figures() {
        for (last, value) in [("Afvist .... 21", "21"), ("I alt ..... 33", "33")] {
            let text =
                format!("Tallene:\nStadfæstet ........ 12\nÆndret ........... 3\nHjemvist … … … 18\n{last}\nSlut.");
            let table = one(&text);
            assert_eq!((table.rows, table.cols), (4, 2), "{text}");
            assert_eq!([cell(&text, &table, 1, 0), cell(&text, &table, 3, 1)], ["Ændret", value]);
        }
        // More than fits a number of 32 bits is no sum, and no fault.
        assert!(all("Børn ..... 4000000000\nUnge ..... 4000000001\nI alt .... 4000000002\n").is_empty());
        assert_eq!(one("Børn ..... 2\nUnge ..... 4\nI alt .... 6\n").rows, 3);
    }

    #[test]
    fn contents_are_no_table() {
        for text in [
            "Forord ........ 2\nKlager ........ 6\nBudget ........ 6\nBilag ........ 19\n",
            "Børn ..... 2\nUnge ..... 4\nVoksne .... 6\n",
            "1. Godkendelse ..... 9\n2. Klager ..... 4\n3. Budget ..... 11\n",
            "Punkt 1: Godkendelse ..... 9\nPunkt 2: Klager ..... 4\nPunkt 3: Budget ..... 11\n",
        ] {
            assert!(all(text).is_empty(), "{text}");
        }
    }
}
