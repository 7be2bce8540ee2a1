//! A table that is a figure: names at the left that stay in place, heads above, cells of words, bars or shades.

use crate::chart::legend::Sign;
use crate::chart::table::{self, Table};
use crate::chart::{Goal, table::NONE};
use crate::model::reading::FigureId;

/// The description of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What stands over the names.
    pub corner: String,
    pub columns: Vec<Head>,
    pub rows: Vec<Line>,
    /// What the signs and shades mean.
    pub legend: Vec<(String, Sign)>,
    /// Rows from this one on stand apart, under a line: means.
    pub apart: Option<usize>,
    /// The lesser words stand behind the others where there is room, so that the table is low.
    pub compact: bool,
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    pub text: String,
    pub small: String,
    /// The number of the municipality's colour and sign, where the column is one.
    pub series: Option<u8>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub name: String,
    pub small: String,
    /// Where the name leads.
    pub goal: Option<Goal>,
    /// What the name means, for those who point at it.
    pub hint: String,
    /// True for a municipality with a document of its own: its name is bold.
    pub strong: bool,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    pub text: String,
    /// The lesser line under it.
    pub small: String,
    pub tone: Tone,
    /// Upheld, remanded and changed as a small bar under the text.
    pub bar: Option<[u32; 3]>,
    pub goal: Option<Goal>,
    /// What it says aloud; empty for a cell that says nothing.
    pub name: String,
}

/// What a cell's look says; the words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// Nothing is told.
    Missing,
    /// Clearly above, or below: marked by a sign.
    Above,
    Below,
    /// Must not be missed.
    Warn,
    /// A shade from 0 (lowest of its column) to [`SHADES`] − 1.
    Shade(u8),
}

/// How many shades a column has.
pub const SHADES: u8 = 5;

impl Sheet {
    /// The same table with its columns as rows, for where there are too many to stand beside each other.
    #[must_use]
    pub fn turned(&self) -> Self {
        let columns =
            self.rows.iter().map(|row| Head { text: row.name.clone(), small: row.small.clone(), series: None });
        let rows = self.columns.iter().enumerate().map(|(n, head)| Line {
            name: head.text.clone(),
            small: head.small.clone(),
            strong: true,
            cells: self.rows.iter().filter_map(|row| row.cells.get(n).cloned()).collect(),
            ..Line::default()
        });
        Self { columns: columns.collect(), rows: rows.collect(), apart: None, ..self.clone() }
    }
}

impl Cell {
    /// A number that leads to its sentence.
    pub(crate) fn value(text: impl Into<String>, figure: Option<FigureId>, name: impl Into<String>) -> Self {
        Self { text: text.into(), goal: figure.map(Goal::Figure), name: name.into(), ..Self::default() }
    }

    /// Nothing is told, in these words.
    pub(crate) fn missing(words: impl Into<String>, name: impl Into<String>) -> Self {
        Self { text: words.into(), tone: Tone::Missing, name: name.into(), ..Self::default() }
    }

    /// The figure that it leads to.
    #[must_use]
    pub fn figure(&self) -> Option<FigureId> {
        match self.goal {
            Some(Goal::Figure(figure)) => Some(figure),
            _ => None,
        }
    }
}

/// The table twin: the same words without the drawing.
#[must_use]
pub fn table(sheet: &Sheet) -> Table {
    let joined = |text: &str, small: &str| match (text, small) {
        ("", "") => NONE.to_owned(),
        (text, "") => text.to_owned(),
        ("", small) => small.to_owned(),
        (text, small) => format!("{text} ({small})"),
    };
    let mut head = vec![sheet.corner.clone()];
    head.extend(sheet.columns.iter().map(|column| joined(&column.text, &column.small)));
    let rows = sheet.rows.iter().map(|row| {
        let name = std::iter::once(table::Cell::words(joined(&row.name, &row.small)));
        let cells = row.cells.iter().map(|cell| table::Cell::number(joined(&cell.text, &cell.small), cell.figure()));
        name.chain(cells).collect()
    });
    Table { head, rows: rows.collect() }
}

/// The shade of a value among the values of its column, by its place between the lowest and the highest.
#[must_use]
pub fn shade(value: f64, (low, high): (f64, f64)) -> u8 {
    if high <= low {
        return SHADES / 2;
    }
    let place = (value - low) / (high - low) * f64::from(SHADES);
    (place.floor().clamp(0.0, f64::from(SHADES - 1))) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_run_from_the_lowest_to_the_highest() {
        let shades: Vec<u8> = [10.0, 15.0, 20.0, 30.0].map(|value| shade(value, (10.0, 30.0))).to_vec();
        assert_eq!(shades, [0, 1, 2, 4]);
        assert_eq!(shade(7.0, (7.0, 7.0)), 2);
    }
}
