//! What a reading came to, as bytes: the way back from the process that reads to the one that asked.

use super::error::ReadError;
use crate::model::source::{Block, BlockKind, Caveat, Cell, Document, Format, Layout, Page, Span, Table, TextBox};

/// First bytes of an answer; the number changes with the form.
const MAGIC: u32 = 0x5354_4901;

/// The limits that readers name; what comes back over the wire must be one of them.
const LIMITS: [&str; 9] = ["pages", "cells", "time", "memory", "nesting", "size", "parts", "entities", "files"];

/// Writes an answer.
#[must_use]
pub fn encode(result: &Result<Document, ReadError>) -> Vec<u8> {
    let mut out = Writer(Vec::new());
    out.number(MAGIC);
    match result {
        Ok(document) => {
            out.number(0);
            out.document(document);
        }
        Err(error) => out.error(error),
    }
    out.0
}

/// Reads an answer; `None` where the bytes are none or are cut short.
#[must_use]
pub fn decode(bytes: &[u8], name: &str) -> Option<Result<Document, ReadError>> {
    let mut rest = Reader(bytes);
    if rest.number()? != MAGIC {
        return None;
    }
    let result = match rest.number()? {
        0 => Ok(rest.document(name)?),
        kind => Err(rest.error(kind)?),
    };
    rest.0.is_empty().then_some(result)
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: u32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    fn float(&mut self, number: f32) {
        self.number(number.to_bits());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u32);
        self.0.extend_from_slice(text.as_bytes());
    }

    fn span(&mut self, span: Span) {
        self.number(span.start);
        self.number(span.end);
    }

    fn list<T>(&mut self, list: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.number(list.len() as u32);
        list.iter().for_each(|item| each(self, item));
    }

    fn error(&mut self, error: &ReadError) {
        match error {
            ReadError::Empty => self.number(1),
            ReadError::Password => self.number(2),
            ReadError::Locked => self.number(8),
            ReadError::Scanned => self.number(3),
            ReadError::Unreadable => self.number(9),
            ReadError::NotText => self.number(4),
            ReadError::Damaged(why) => {
                self.number(5);
                self.text(why);
            }
            ReadError::Limit(limit) => {
                self.number(6);
                self.text(limit);
            }
            // Nothing else comes from the readers that run in a process of their own.
            _ => self.number(7),
        }
    }

    fn document(&mut self, document: &Document) {
        self.number(match document.format {
            Format::Text => 0,
            Format::Pdf => 1,
            Format::Docx => 2,
            Format::Odt => 3,
            Format::Html => 4,
            Format::Xlsx => 5,
            Format::Csv => 6,
        });
        self.text(&document.text);
        self.list(&document.blocks, |out, block| {
            out.span(block.span);
            let (kind, detail) = match block.kind {
                BlockKind::Heading { level } => (0, u32::from(level)),
                BlockKind::Paragraph => (1, 0),
                BlockKind::Item => (2, 0),
                BlockKind::Table(index) => (3, index),
                BlockKind::Note => (4, 0),
                BlockKind::Furniture => (5, 0),
            };
            out.number(kind);
            out.number(detail);
        });
        self.list(&document.tables, Self::table);
        self.list(&document.pages, |out, page| {
            out.span(page.span);
            out.float(page.width);
            out.float(page.height);
        });
        self.list(&document.boxes, |out, text_box| {
            out.span(text_box.span);
            out.number(text_box.page);
            text_box.rect.iter().for_each(|side| out.float(*side));
        });
        self.list(&document.unsure, |out, span| out.span(*span));
        self.list(&document.caveats, |out, caveat| {
            let (kind, pages, limit) = match caveat {
                Caveat::PagesLost(pages) => (0, pages.as_slice(), ""),
                Caveat::PagesScanned(pages) => (1, pages.as_slice(), ""),
                Caveat::Incomplete => (2, [].as_slice(), ""),
                Caveat::LettersGuessed => (3, [].as_slice(), ""),
                Caveat::Limit(limit) => (4, [].as_slice(), *limit),
            };
            out.number(kind);
            out.list(pages, |out, page| out.number(*page));
            out.text(limit);
        });
    }

    fn table(&mut self, table: &Table) {
        self.span(table.span);
        self.list(table.caption.as_slice(), |out, span| out.span(*span));
        self.number(table.rows);
        self.number(table.cols);
        self.number(match table.layout {
            Layout::Native => 0,
            Layout::Ruled => 1,
            Layout::Tabbed => 2,
            Layout::Aligned => 3,
            Layout::Stacked => 4,
        });
        self.number(u32::from(table.guessed));
        self.list(&table.cells, |out, cell| {
            for number in [cell.row, cell.col, cell.row_span, cell.col_span, u32::from(cell.head)] {
                out.number(number);
            }
            out.span(cell.span);
        });
    }
}

struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*number))
    }

    fn float(&mut self) -> Option<f32> {
        self.number().map(f32::from_bits)
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()? as usize;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn span(&mut self) -> Option<Span> {
        let (start, end) = (self.number()?, self.number()?);
        (start <= end).then_some(Span { start, end })
    }

    fn list<T>(&mut self, mut each: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()? as usize;
        // A count is a claim: what it needs is only taken as it comes.
        let mut list = Vec::with_capacity(count.min(self.0.len() / 4));
        for _ in 0..count {
            list.push(each(self)?);
        }
        Some(list)
    }

    fn limit(&mut self) -> Option<&'static str> {
        let text = self.text()?;
        LIMITS.into_iter().find(|limit| *limit == text)
    }

    fn error(&mut self, kind: u32) -> Option<ReadError> {
        Some(match kind {
            1 => ReadError::Empty,
            2 => ReadError::Password,
            8 => ReadError::Locked,
            3 => ReadError::Scanned,
            9 => ReadError::Unreadable,
            4 => ReadError::NotText,
            5 => ReadError::Damaged(self.text()?),
            6 => ReadError::Limit(self.limit()?),
            7 => ReadError::Crashed,
            _ => return None,
        })
    }

    fn document(&mut self, name: &str) -> Option<Document> {
        const FORMATS: [Format; 7] =
            [Format::Text, Format::Pdf, Format::Docx, Format::Odt, Format::Html, Format::Xlsx, Format::Csv];
        let format = *FORMATS.get(self.number()? as usize)?;
        let mut document = Document::new(name, format, self.text()?);
        document.blocks = self.list(|rest| {
            let span = rest.span()?;
            let kind = match (rest.number()?, rest.number()?) {
                (0, level) => BlockKind::Heading { level: u8::try_from(level).ok()? },
                (1, _) => BlockKind::Paragraph,
                (2, _) => BlockKind::Item,
                (3, index) => BlockKind::Table(index),
                (4, _) => BlockKind::Note,
                (5, _) => BlockKind::Furniture,
                _ => return None,
            };
            Some(Block { span, kind })
        })?;
        document.tables = self.list(Self::table)?;
        document.pages =
            self.list(|rest| Some(Page { span: rest.span()?, width: rest.float()?, height: rest.float()? }))?;
        document.boxes = self.list(|rest| {
            let (span, page) = (rest.span()?, rest.number()?);
            Some(TextBox { span, page, rect: [rest.float()?, rest.float()?, rest.float()?, rest.float()?] })
        })?;
        document.unsure = self.list(Self::span)?;
        document.caveats = self.list(|rest| {
            let kind = rest.number()?;
            let pages = rest.list(Self::number)?;
            Some(match kind {
                0 => Caveat::PagesLost(pages),
                1 => Caveat::PagesScanned(pages),
                4 => return Some(Caveat::Limit(rest.limit()?)),
                2 => Caveat::Incomplete,
                3 => Caveat::LettersGuessed,
                _ => return None,
            })
            .filter(|_| rest.text().is_some())
        })?;
        Some(document)
    }

    fn table(&mut self) -> Option<Table> {
        const LAYOUTS: [Layout; 5] = [Layout::Native, Layout::Ruled, Layout::Tabbed, Layout::Aligned, Layout::Stacked];
        let span = self.span()?;
        let caption = self.list(Self::span)?.first().copied();
        let (rows, cols) = (self.number()?, self.number()?);
        let layout = *LAYOUTS.get(self.number()? as usize)?;
        let guessed = self.number()? == 1;
        let cells = self.list(|rest| {
            let (row, col, row_span, col_span) = (rest.number()?, rest.number()?, rest.number()?, rest.number()?);
            Some(Cell { row, col, row_span, col_span, head: rest.number()? == 1, span: rest.span()? })
        })?;
        Some(Table { span, caption, rows, cols, cells, layout, guessed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Document {
        let text = "Tabel 1: x\n\nA\tB\n1\t2\n\nSlut";
        let mut document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
        document.pages = vec![Page { span: Span { start: 0, end: 5 }, width: 595.0, height: 842.0 }];
        document.boxes = vec![TextBox { span: Span { start: 0, end: 5 }, page: 1, rect: [1.0, 2.0, 3.0, 4.5] }];
        document.unsure = vec![Span { start: 1, end: 2 }];
        document.caveats = vec![Caveat::PagesLost(vec![2, 3]), Caveat::Incomplete, Caveat::Limit("pages")];
        document
    }

    #[test]
    fn a_document_comes_back_as_it_went() {
        let document = sample();
        let bytes = encode(&Ok(document.clone()));
        let mut back = decode(&bytes, "a.txt").unwrap().unwrap();
        back.hash.clone_from(&document.hash);
        assert_eq!(format!("{back:?}"), format!("{document:?}"));
        for cut in 0..bytes.len() {
            assert!(decode(&bytes[..cut], "a").is_none(), "{cut}");
        }
    }

    #[test]
    fn errors_come_back() {
        for error in [
            ReadError::Password,
            ReadError::Damaged("x".to_owned()),
            ReadError::Limit("time"),
            ReadError::Scanned,
            ReadError::Unreadable,
        ] {
            assert_eq!(decode(&encode(&Err(error.clone())), "a").unwrap().unwrap_err(), error);
        }
    }
}
