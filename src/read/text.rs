//! Plain text: each line that is not empty a block of its own, tables recognised where lines spell them.

use super::build;
use super::encoding;
use super::error::ReadError;
use super::table;
use crate::model::source::{BlockKind, Document, Format};
use crate::text::run;

/// Reads a text file. Line n of the file is line n of the document's text.
///
/// # Errors
/// [`ReadError::NotText`], or [`ReadError::Empty`] where there is nothing but white space.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    from_text(&encoding::decode(bytes)?, name)
}

/// A document of text that is already decoded.
pub fn from_text(text: &str, name: &str) -> Result<Document, ReadError> {
    let text = encoding::normalise(text);
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut blocks = build::line_blocks(&text);
    let lines: Vec<&str> = run::lines(&text).collect();
    let pages = table::page_lines(&lines);
    let filled = lines.iter().zip(&pages).filter(|(line, _)| !line.trim().is_empty());
    for (block, (_, page)) in blocks.iter_mut().zip(filled) {
        if *page {
            block.kind = BlockKind::Furniture;
        }
    }
    Ok(build::with_found_tables(Document::new(name, Format::Text, text), blocks, &pages))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_keep_their_numbers() {
        let document = read("første\r\n\r\n- andet\rtredje\u{a0}punkt\n\u{c}\nfjerde".as_bytes(), "a.txt").unwrap();
        assert_eq!(document.text, "første\n\n- andet\ntredje punkt\n\u{c}\nfjerde");
        let kinds: Vec<_> = document.blocks.iter().map(|b| (document.line_of(b.span.start), b.kind)).collect();
        let expected =
            [(1, BlockKind::Paragraph), (3, BlockKind::Item), (4, BlockKind::Paragraph), (6, BlockKind::Paragraph)];
        assert_eq!(kinds, expected);
    }

    #[test]
    fn nothing_but_blanks_is_empty() {
        assert_eq!(read(b" \r\n\t\n", "a.txt").unwrap_err(), ReadError::Empty);
    }

    proptest! {
        #[test]
        fn any_bytes_end_in_a_document_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&bytes, "x");
        }

        #[test]
        fn any_table_like_text_keeps_its_cells_in_order(text in "([a-zæ]{0,4}|[0-9]{1,4}|\t|\t|  |   |\n|\n|\n\n|%|-|:|Tabel 1: ){0,80}") {
            if let Ok(document) = read(text.as_bytes(), "x") {
                for table in &document.tables {
                    for cell in &table.cells {
                        prop_assert!(cell.row < table.rows && cell.col < table.cols);
                        prop_assert!(table.span.contains(cell.span));
                        prop_assert!(document.text.get(cell.span.range()).is_some());
                    }
                }
                prop_assert!(document.blocks.windows(2).all(|w| w[0].span.end <= w[1].span.start));
            }
        }
    }
}
