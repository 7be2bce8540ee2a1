//! The lines of a page as rows that may belong to a table, made when they are asked for.

use super::fields::{Row, row};
use super::words::{Line, Word};
use crate::read::table::is_placeholder;
use std::cell::OnceCell;
use std::ops::Range;

/// So many lines of a label may stand above its figures.
pub const LABEL_LINES: usize = 4;
/// Lines nearer than this, as a multiple of the letters' size, are no lines of one text: figures stand beside the
/// middle of a label of two lines.
const HALF_PITCH: f32 = 0.85;

/// The rows of lines. Most lines are sentences far from any table: a row is made when it is asked for.
pub struct Rows<'l> {
    lines: &'l [Line],
    rows: Vec<OnceCell<Option<Row<'l>>>>,
}

impl<'l> Rows<'l> {
    pub fn of(lines: &'l [Line]) -> Self {
        Self { lines, rows: vec![OnceCell::new(); lines.len()] }
    }

    /// The row of a line; `None` where it may belong to no table, and after the last line.
    pub fn get(&self, at: usize) -> Option<&Row<'l>> {
        self.rows.get(at)?.get_or_init(|| row(&self.lines[at], self.is_label(at))).as_ref()
    }

    /// True for a line that is a label whatever it says: one of the two lines of a label that has its figures beside
    /// its middle; one with an item's mark, as a row of figures shortly above has it.
    fn is_label(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let is_row = |other: &Line| {
            other.words[0].text == line.words[0].text && row(other, false).is_some_and(|row| row.is_body())
        };
        if line.is_item() && self.lines[..at].iter().rev().take(LABEL_LINES).any(is_row) {
            return true;
        }
        let beside = |other: usize| {
            let other = self.lines.get(other)?;
            let near = (other.base() - line.base()).abs() < HALF_PITCH * line.size();
            (near && other.words[0].x0 > line.words.last()?.x1).then_some(())
        };
        beside(at + 1).or_else(|| beside(at.checked_sub(1)?)).is_some()
    }

    pub fn range(&self, range: Range<usize>) -> impl Iterator<Item = &Row<'l>> {
        range.filter_map(|at| self.get(at))
    }

    pub fn is_body(&self, at: usize) -> bool {
        may_be_body(&self.lines[at]) && self.get(at).is_some_and(|row| row.is_body() && !row.is_years())
    }
}

/// A quick look: a row of figures ends in one, perhaps with a unit of a few words behind it.
fn may_be_body(line: &Line) -> bool {
    let is_figure = |word: &Word| is_placeholder(&word.text) || word.text.bytes().any(|b| b.is_ascii_digit());
    line.words.len() > 1 && line.words.iter().rev().take(4).any(is_figure)
}
