//! A table of texts: rows of cells, each with the figure that it shows.

use crate::lang::{Lang, number};
use crate::model::reading::FigureId;

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub head: Vec<String>,
    /// Each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub text: String,
    /// The figure that a click leads to.
    pub figure: Option<FigureId>,
    /// True for a number that stands in a column of numbers: shown at the right.
    pub number: bool,
}

impl Cell {
    pub(crate) fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), figure: None, number: false }
    }

    pub(crate) fn number(text: impl Into<String>, figure: Option<FigureId>) -> Self {
        Self { text: text.into(), figure, number: true }
    }
}

/// What stands where nothing is told.
pub(crate) const NONE: &str = "\u{2013}";

/// "67 af 223".
#[must_use]
pub fn of(lang: Lang, part: u32, whole: u32) -> String {
    let number = |n: u32| number::format(lang, f64::from(n), 0);
    lang.text_with("chart-of", &[("part", number(part).into()), ("whole", number(whole).into())])
}

/// "24,4–36,4".
#[must_use]
pub fn between(lang: Lang, (low, high): (f64, f64)) -> String {
    format!("{}\u{2013}{}", number::format(lang, low, 1), number::format(lang, high, 1))
}
