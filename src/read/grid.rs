//! What readers hand over: text with its places, and tables as they found them.

use crate::model::source::Layout;
use std::ops::Range;

/// Text with, for a paged format, the places of its words. The text is clean (see [`super::build::clean`]).
#[derive(Clone, Debug, Default)]
pub struct Rich {
    pub text: String,
    /// Ordered by `range.start`; empty for formats without pages.
    pub marks: Vec<Mark>,
}

/// Where a piece of a [`Rich`] text stands.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Bytes in the text.
    pub range: Range<u32>,
    /// Counted from 1.
    pub page: u32,
    /// Left, top, right, bottom in points from the page's upper left corner.
    pub rect: [f32; 4],
    /// False where the letters had to be guessed.
    pub sure: bool,
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self { text, marks: Vec::new() }
    }
}

impl Rich {
    /// Appends another text after a separator; the separator is left out at the start.
    pub fn join(&mut self, separator: &str, other: Rich) {
        if !self.text.is_empty() {
            self.text.push_str(separator);
        }
        let shift = self.text.len() as u32;
        self.text.push_str(&other.text);
        let shifted = |mark: Mark| Mark { range: mark.range.start + shift..mark.range.end + shift, ..mark };
        self.marks.extend(other.marks.into_iter().map(shifted));
    }
}

/// A table as a reader found it.
#[derive(Clone, Debug)]
pub struct Grid {
    pub cells: Vec<GridCell>,
    pub layout: Layout,
    /// True where the columns had to be guessed.
    pub guessed: bool,
    /// A caption that the format itself names.
    pub caption: Option<Rich>,
}

/// A cell of a [`Grid`]; its text has no tab and no line end.
#[derive(Clone, Debug)]
pub struct GridCell {
    pub row: u32,
    pub col: u32,
    pub row_span: u32,
    pub col_span: u32,
    pub head: bool,
    pub text: Rich,
}
