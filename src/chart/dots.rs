//! Values with their intervals on one scale, in one panel or many: distances, laws and paragraphs, committees.

use crate::chart::legend::Sign;
use crate::chart::table::{Cell, NONE, Table, between};
use crate::lang::Lang;
use crate::model::reading::FigureId;

/// The description of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    pub panels: Vec<Panel>,
    /// The ends of the scale that all panels share.
    pub scale: (f64, f64),
    /// What the scale counts.
    pub unit: Unit,
    pub legend: Vec<(String, Sign)>,
    /// What the table twin calls names, small names, values and yardsticks.
    pub heads: [String; 4],
}

/// What a scale counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    #[default]
    Percent,
    /// Percentage points, with a sign.
    Points,
}

/// One small chart among several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// Empty for a chart of one panel.
    pub title: String,
    pub rows: Vec<Row>,
}

/// One line of a panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub name: String,
    pub small: String,
    pub strong: bool,
    /// The number of its colour and sign.
    pub series: u8,
    /// `None` where there are too few cases, or nothing is told.
    pub dot: Option<Dot>,
    /// The yardstick on the same scale, and whether it may be compared without reservation.
    pub reference: Option<(f64, bool)>,
    /// The value in words, and the lesser words under it.
    pub text: String,
    pub under: String,
    /// The yardstick in words, for the table.
    pub beside: String,
    pub figure: Option<FigureId>,
    /// What it says aloud.
    pub spoken: String,
}

/// A value on the scale.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Dot {
    pub at: f64,
    pub interval: Option<(f64, f64)>,
    /// Hollow where the base is not known.
    pub filled: bool,
}

/// The table twin.
#[must_use]
pub fn table(dots: &Dots, lang: Lang) -> Table {
    let titled = dots.panels.iter().any(|panel| !panel.title.is_empty());
    let mut head: Vec<String> = titled.then(|| lang.text("chart-col-scope")).into_iter().collect();
    head.extend(dots.heads.iter().cloned());
    head.insert(head.len() - 1, lang.text("chart-col-interval"));
    let rows = dots.panels.iter().flat_map(|panel| panel.rows.iter().map(move |row| (panel, row)));
    let rows = rows.map(|(panel, row)| {
        let mut cells: Vec<Cell> = titled.then(|| Cell::words(&panel.title)).into_iter().collect();
        let value = if row.under.is_empty() { row.text.clone() } else { format!("{} ({})", row.text, row.under) };
        let interval = row.dot.and_then(|dot| dot.interval);
        let interval = interval.map_or_else(|| NONE.to_owned(), |interval| between(lang, interval));
        cells.extend([
            Cell::words(&row.name),
            Cell::words(&row.small),
            Cell::number(value, row.figure),
            Cell::number(interval, row.figure),
            Cell::number(if row.beside.is_empty() { NONE } else { &row.beside }, None),
        ]);
        cells
    });
    Table { head, rows: rows.collect() }
}
