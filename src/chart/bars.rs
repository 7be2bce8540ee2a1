//! Small panels of bars, ranks and lone numbers, gathered under their topics.

use crate::chart::table::{Cell, Table};
use crate::lang::Lang;
use crate::model::reading::FigureId;

/// The description of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// Those of one topic stand together.
    pub panels: Vec<Panel>,
}

/// The numbers of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub topic: String,
    pub title: String,
    pub rows: Vec<Row>,
    pub scale: Scale,
}

/// How a panel's numbers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Bars from 0, which all rows share.
    Bars,
    /// Places on a line of all that are ranked.
    Rank,
    /// One number: nothing to draw it beside.
    Words,
}

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: String,
    pub small: String,
    pub strong: bool,
    pub value: f64,
    /// For a rank: among how many.
    pub of: Option<f64>,
    pub series: u8,
    pub text: String,
    pub figure: Option<FigureId>,
    /// What it says aloud.
    pub spoken: String,
}

/// The table twin.
#[must_use]
pub fn table(bars: &Bars, lang: Lang) -> Table {
    let heads = ["chart-col-topic", "chart-col-measure", "chart-col-place", "chart-col-period", "chart-col-value"];
    let rows = bars.panels.iter().flat_map(|panel| panel.rows.iter().map(move |row| (panel, row)));
    let rows = rows.map(|(panel, row)| {
        vec![
            Cell::words(&panel.topic),
            Cell::words(&panel.title),
            Cell::words(&row.name),
            Cell::words(&row.small),
            Cell::number(&row.text, row.figure),
        ]
    });
    Table { head: heads.map(|key| lang.text(key)).to_vec(), rows: rows.collect() }
}
