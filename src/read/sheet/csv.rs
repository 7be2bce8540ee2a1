//! Comma-, semicolon- and tab-separated values.

use super::{CELLS, Sheet};
use crate::model::source::{Caveat, Document, Format};
use crate::read::build::Builder;
use crate::read::encoding;
use crate::read::error::ReadError;
use std::collections::BTreeMap;

/// Reads a CSV file; the separator is the one that divides its lines most evenly.
///
/// # Errors
/// [`ReadError::NotText`] or [`ReadError::Empty`].
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let text = encoding::normalise(&encoding::decode(bytes)?);
    // "sep=;": Excel's own first line.
    let text = text.strip_prefix("sep=").and_then(|rest| Some(rest.split_once('\n')?.1)).unwrap_or(&text);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut builder = Builder::default();
    let mut cells = 0;
    let mut row = 0;
    for record in reader.records() {
        let Ok(record) = record else {
            builder.caveats.push(Caveat::Incomplete);
            break;
        };
        cells += record.len();
        if cells > CELLS {
            builder.caveats.push(Caveat::Limit("cells"));
            break;
        }
        // Blank lines make no record, yet they divide tables: they stand where the record is said to begin.
        let begin = record.position().map_or(0, |position| position.byte() as usize);
        let divided = text.get(begin..).is_some_and(|rest| rest.starts_with('\n'));
        row += 1 + u32::from(divided);
        record.iter().enumerate().for_each(|(col, field)| sheet.set(row, col as u32, field));
    }
    sheet.write(&mut builder);
    let document = builder.finish(name, Format::Csv);
    if document.text.is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

/// The separator that most lines hold equally often. Decimal commas may be in every line too: of equals the comma
/// is last.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    let agreeing = |separator: char| {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for line in &lines {
            *counts.entry(line.matches(separator).count()).or_default() += 1;
        }
        counts.remove(&0);
        counts.into_values().max().unwrap_or(0)
    };
    // The last of equals wins.
    [',', '|', '\t', ';'].into_iter().max_by_key(|&separator| agreeing(separator)).map_or(b';', |best| best as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danish_and_english_files_read_alike() {
        for text in [
            "Område;Antal;Pct.\nBørn;4;12,5\nVoksne;;7\n",
            "Område\tAntal\tPct.\nBørn\t4\t12,5\nVoksne\t\t7\n",
            "Område,Antal,Pct.\nBørn,4,\"12,5\"\nVoksne,,7\n",
        ] {
            let document = read(text.as_bytes(), "a.csv").unwrap();
            assert_eq!(document.text, "Område\tAntal\tPct.\nBørn\t4\t12,5\nVoksne\t\t7", "{text}");
            assert_eq!((document.tables[0].rows, document.tables[0].cols), (3, 3));
        }
    }

    #[test]
    fn titles_and_blank_lines_stand_apart() {
        for text in [
            "Klager, i alt\n\nOmråde;Antal;Pct.\nBørn;4;12,5\nVoksne;;7,0\n",
            "sep=;\r\nKlager, i alt;;\r\n;;\r\nOmråde;Antal;Pct.\r\nBørn;4;12,5\r\nVoksne;;7,0\r\n",
            "Klager, i alt\n\nOmråde|Antal|Pct.\nBørn|4|12,5\nVoksne||7,0\n",
            "\"Klager, i alt\"\n\n\"Område\",\"Antal\",\"Pct.\"\n\"Børn\",\"4\",\"12,5\"\n\"Voksne\",\"\",\"7,0\"\n",
        ] {
            let document = read(text.as_bytes(), "a.csv").unwrap();
            assert_eq!(document.text, "Klager, i alt\n\nOmråde\tAntal\tPct.\nBørn\t4\t12,5\nVoksne\t\t7,0", "{text}");
        }
    }

    #[test]
    fn a_cell_with_line_ends_is_one_cell() {
        let document = read(b"a;b\n\"to\nlinjer\";4\nc;5\n", "a.csv").unwrap();
        assert_eq!(document.text, "a\tb\nto linjer\t4\nc\t5");
    }
}
