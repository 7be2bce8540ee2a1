//! A line of text as the row of a table: words that stand together are a field, and figures are told from labels.

use super::words::{Line, Word};
use crate::read::table::{has_second, is_placeholder, is_value, starts_as_caption};

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

    /// "2022 | 2023 | 2022 | 2023": years alone are headings.
    pub fn is_years(&self) -> bool {
        let figures = || self.fields.iter().filter(|field| field.figure);
        figures().count() > 1 && figures().all(is_year)
    }

    pub fn is_label(&self) -> bool {
        self.fields.len() == 1 && !self.fields[0].figure
    }
}

/// The fields of a line that may belong to a table; `None` for sentences, items, captions and contents, unless it
/// is known for a label.
pub fn row(line: &Line, is_label: bool) -> Option<Row<'_>> {
    if line.is_leader() {
        return None;
    }
    let mut fields: Vec<Field> = line.segments().flat_map(fields).collect();
    // "11 | Faxe | 38,5 | 65": a row's own number is a label before its label.
    if let [number, name, rest @ ..] = fields.as_mut_slice() {
        let is_number = number.figure && is_row_number(number);
        number.figure &= !(is_number && !name.figure && rest.iter().any(|field| field.figure));
    }
    let ends_sentence = || {
        let last = line.words.last().map_or("", |word| word.text.as_str());
        last.ends_with(['.', ':', ';']) && !is_shortened(last, line.words.len())
    };
    let is_other = || ends_sentence() || line.is_item() || starts_as_caption(&line.text());
    let is_prose = fields.len() == 1 && !is_label && (line.text_len() > 70 || is_other());
    (!is_prose).then_some(Row { fields, base: line.base() })
}

/// True for a word whose point ends no sentence: "Førtidspension m.v." is a label, and "Sager pr." goes on below.
fn is_shortened(word: &str, words: usize) -> bool {
    let is_end = matches!(word.to_lowercase().as_str(), "m.v." | "mv." | "m.m." | "mm." | "m.fl." | "mfl." | "o.l.");
    is_end || (words < 5 && matches!(word, "pr." | "pct." | "inkl." | "ekskl." | "gns." | "nr." | "antal."))
}

/// Words that stand together as a field; several, where they are figures with more than a blank between them.
fn fields(words: &[Word]) -> Vec<Field<'_>> {
    let whole = field(words);
    if words.len() < 2 {
        return vec![whole];
    }
    let parts: Vec<Field> = pieces(words).map(field).collect();
    if whole.figure && !parts.iter().all(|part| part.figure) {
        return vec![whole];
    }
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
    is_value(&text) || is_placeholder(&text) || is_range(&text) || has_second(&text)
}

/// Words in groups that more than an ordinary blank divides.
pub fn pieces(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.chunk_by(|a, b| b.x0 - a.x1 <= 0.38 * a.size.max(b.size))
}

/// "11", "11.": what rows are counted by.
fn is_row_number(field: &Field) -> bool {
    let [word] = field.words else { return false };
    let digits = word.text.trim_end_matches(['.', ')']);
    (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
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
