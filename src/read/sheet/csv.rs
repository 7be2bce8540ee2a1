//! Comma-, semicolon- and tab-separated values.

use super::{CELLS, Sheet};
use crate::model::source::{Caveat, Document, Format};
use crate::read::build::Builder;
use crate::read::encoding;
use crate::read::error::ReadError;

/// Reads a CSV file; the separator is the one that divides its lines most evenly.
///
/// # Errors
/// [`ReadError::NotText`] or [`ReadError::Empty`].
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let text = encoding::normalise(&encoding::decode(bytes)?);
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut builder = Builder::default();
    let mut cells = 0;
    let (mut row, mut next_line) = (0, 1);
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
        // Blank lines make no record, yet they divide tables; a cell may go over several lines.
        let line = record.position().map_or(0, ::csv::Position::line);
        if line > next_line {
            row += 1;
        }
        row += 1;
        next_line = line + 1 + record.iter().map(|field| field.matches('\n').count() as u64).sum::<u64>();
        record.iter().enumerate().for_each(|(col, field)| sheet.set(row, col as u32, field));
    }
    sheet.write(&mut builder);
    let document = builder.finish(name, Format::Csv);
    if document.text.is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(30).collect();
    let least = |separator: char| lines.iter().map(|line| line.matches(separator).count()).min().unwrap_or(0);
    let most = |separator: char| lines.iter().map(|line| line.matches(separator).count()).sum::<usize>();
    // Decimal commas are more than any separator: semicolon and tab come first.
    let best = [';', '\t', ',']
        .into_iter()
        .find(|&s| least(s) > 0)
        .or_else(|| [',', '\t', ';'].into_iter().max_by_key(|&s| most(s)));
    best.map_or(b';', |separator| separator as u8)
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
    fn a_cell_with_line_ends_is_one_cell() {
        let document = read(b"a;b\n\"to\nlinjer\";4\nc;5\n", "a.csv").unwrap();
        assert_eq!(document.text, "a\tb\nto linjer\t4\nc\t5");
    }
}
