//! A line of text as the row of a table: fields between runs of blanks, figures told from labels.

use super::{Line, is_entry, is_item, is_leader};
use crate::text::run;
use std::ops::Range;

/// A piece of a line between runs of two or more blanks.
pub struct Field {
    pub bytes: Range<usize>,
    /// Characters from the start of the line: what one sees as the column.
    pub chars: Range<usize>,
    pub figure: bool,
    pub year: bool,
}

/// A line of a table with its fields.
pub struct Row {
    pub line: usize,
    pub fields: Vec<Field>,
}

impl Row {
    pub fn figures(&self) -> usize {
        self.fields.iter().filter(|field| field.figure).count()
    }

    pub fn labels(&self) -> usize {
        self.fields.iter().take_while(|field| !field.figure).count()
    }

    /// Words, or years over the columns, with or without what all the figures are before them.
    pub fn is_head(&self) -> bool {
        let over = &self.fields[self.labels().min(1)..];
        self.figures() == 0 || over.len() > 1 && over.iter().all(|field| field.year)
    }

    /// One or two labels, then figures: "Byen   Hjemvist   12   3".
    pub fn is_body(&self) -> bool {
        let labels = self.labels();
        self.fields.len() > 1
            && (labels < 2 || (labels == 2 && self.fields.len() > 3))
            && self.fields[labels.max(1)..].iter().all(|field| field.figure)
            && !self.is_head()
    }
}

/// May a table begin with a line: do two blanks stand side by side in it, or does it begin with a year? A blank outside
/// ASCII stands for two.
pub fn may_begin(line: &str) -> bool {
    // Most lines hold none of the bytes that begin the rarer blanks.
    let rare = || run::leading(line.as_bytes(), |b| (b != b'\x0c') & (b != 0xc2) & (b != 0xe2)) < line.len();
    let gap = |two: &[u8]| two.iter().all(|b| matches!(b, b' ' | b'\x0c'));
    let rare_gap = || line.as_bytes().windows(2).any(gap) || line.contains(|c: char| !c.is_ascii() && is_blank(c));
    line.starts_with(['1', '2']) || line.contains("  ") || rare() && rare_gap()
}

/// A line of one field with more characters is running text.
const LONGEST_LABEL: usize = 60;

/// The fields of a line that may belong to a table; `None` for blank lines, sentences, items and contents.
pub fn fields_of(line: &Line<'_>) -> Option<Vec<Field>> {
    if line.is_blank() || line.text.contains('\t') || is_leader(line.text) {
        return None;
    }
    let mut fields: Vec<Field> = Vec::new();
    let mut blanks = 2;
    for (chars, (at, c)) in line.text.char_indices().enumerate() {
        if is_blank(c) {
            blanks += 1;
        } else {
            let end = line.start + at + c.len_utf8();
            match fields.last_mut() {
                Some(field) if blanks < 2 => {
                    field.bytes.end = end;
                    field.chars.end = chars + 1;
                }
                _ => fields.push(Field {
                    bytes: line.start + at..end,
                    chars: chars..chars + 1,
                    figure: false,
                    year: false,
                }),
            }
            blanks = 0;
        }
    }
    let fields = fields.into_iter().flat_map(|field| years_apart(line, field));
    let mut fields: Vec<Field> = fields.collect();
    for field in &mut fields {
        let text = text_of(line, field);
        field.figure = is_entry(text);
        field.year = is_year(text);
    }
    let is_prose = |only: &Field| {
        only.chars.len() > LONGEST_LABEL || line.text.trim_end().ends_with(['.', ':']) || is_item(line.text)
    };
    // The last word of a heading may stand alone far to the right.
    let is_row = !matches!(&fields[..], [only] if is_prose(only));
    is_row.then_some(fields)
}

/// "2021 2022": years over columns may stand a single blank apart.
fn years_apart(line: &Line<'_>, field: Field) -> Vec<Field> {
    let text = text_of(line, &field);
    if text.len() < 9 || !text.split(' ').all(is_year) {
        return vec![field];
    }
    let years = (0..text.split(' ').count()).map(|at| 5 * at);
    let part = |range: &Range<usize>, at: usize| range.start + at..range.start + at + 4;
    years
        .map(|at| Field { bytes: part(&field.bytes, at), chars: part(&field.chars, at), figure: true, year: true })
        .collect()
}

pub fn text_of<'a>(line: &Line<'a>, field: &Field) -> &'a str {
    line.text.get(field.bytes.start - line.start..field.bytes.end - line.start).unwrap_or_default()
}

pub fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{c}' | '\u{2002}'..='\u{200a}')
}
