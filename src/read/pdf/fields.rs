//! A line of text as the row of a table: words that stand together are a field, and figures are told from labels.

use super::words::{Line, Word};
use crate::read::table::{is_placeholder, is_value};

/// Words of a line that stand together.
#[derive(Clone, Copy, Debug)]
pub struct Field<'l> {
    pub words: &'l [Word],
    pub x0: f32,
    pub x1: f32,
    pub figure: bool,
}

/// A line that may belong to a table.
#[derive(Clone)]
pub struct Row<'l> {
    pub fields: Vec<Field<'l>>,
    pub base: f32,
}

impl Row<'_> {
    pub fn is_body(&self) -> bool {
        let first = self.fields.iter().position(|field| field.figure);
        first.is_some_and(|at| self.fields[at..].iter().all(|f| f.figure) && self.fields.len() > 1)
    }

    pub fn is_label(&self) -> bool {
        self.fields.len() == 1 && !self.fields[0].figure
    }
}

/// The fields of a line that may belong to a table; `None` for sentences, items and contents.
pub fn row(line: &Line) -> Option<Row<'_>> {
    if line.is_leader() {
        return None;
    }
    let fields: Vec<Field> = line.segments().flat_map(fields).collect();
    let ends_sentence = || line.words.last().is_some_and(|word| word.text.ends_with(['.', ':', ';']));
    let is_prose = fields.len() == 1 && (line.text_len() > 70 || ends_sentence() || line.is_item());
    (!is_prose).then_some(Row { fields, base: line.base() })
}

/// Words that stand together as a field; several, where they are figures with more than a blank between them.
fn fields(words: &[Word]) -> Vec<Field<'_>> {
    let whole = field(words);
    if whole.figure || words.len() < 2 {
        return vec![whole];
    }
    let parts: Vec<Field> = pieces(words).map(field).collect();
    let label = parts.iter().position(|part| part.figure).unwrap_or(parts.len());
    if !parts[label..].iter().all(|part| part.figure) || label == parts.len() {
        return vec![whole];
    }
    if label == 0 {
        return parts;
    }
    // A label close to its figures: the gap between them is wider than any in the label.
    let name = &words[..parts[..label].iter().map(|part| part.words.len()).sum()];
    let within = name.windows(2).map(|pair| pair[1].x0 - pair[0].x1).fold(0.0, f32::max);
    let gap = parts[label].x0 - parts[label - 1].x1;
    if gap < 1.25 * within {
        return vec![whole];
    }
    std::iter::once(field(name)).chain(parts.into_iter().skip(label)).collect()
}

/// Words as one field.
pub fn field(words: &[Word]) -> Field<'_> {
    Field { words, x0: words[0].x0, x1: words[words.len() - 1].x1, figure: is_figure(words) }
}

fn is_figure(words: &[Word]) -> bool {
    let first = words[0].text.as_str();
    // Nearly every field ends here: figures begin with a digit or a sign.
    if !first.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | '−' | '+')) {
        return words.len() == 1 && is_placeholder(first);
    }
    let text: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let text = text.join(" ");
    is_value(&text) || is_placeholder(&text) || is_range(&text)
}

/// Words in groups that more than an ordinary blank divides.
pub fn pieces(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.chunk_by(|a, b| b.x0 - a.x1 <= 0.38 * a.size.max(b.size))
}

/// "35-50": from one figure to another.
fn is_range(text: &str) -> bool {
    text.split_once(['-', '–']).is_some_and(|(from, to)| is_value(from) && is_value(to) && !to.trim().starts_with('-'))
}

/// "2019", "2019-2020", "2019/20": what a row of figures may be called.
pub fn is_year(field: &Field) -> bool {
    let [word] = field.words else { return false };
    let year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let mut parts = word.text.split(['-', '–', '/']);
    let first = parts.next().is_some_and(year);
    first && word.text.bytes().filter(|b| b.is_ascii_alphabetic()).count() == 0 && parts.count() <= 1
}
