//! Two numbers against each other, with lines that tell where they are like: the funnel, and cases by staff.

use crate::chart::legend::Sign;
use crate::chart::scene::Ink;
use crate::chart::table::{Cell, Table};
use crate::lang::Lang;
use crate::model::reading::FigureId;

/// The description of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points {
    pub plots: Vec<Plot>,
    pub legend: Vec<(String, Sign)>,
}

/// One coordinate system.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// Empty where there is only one.
    pub title: String,
    pub x: Axis,
    pub y: Axis,
    pub curves: Vec<Curve>,
    pub dots: Vec<Dot>,
}

/// One of its axes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    pub name: String,
    /// Both axes begin here; 0 but for good reason.
    pub low: f64,
    pub high: f64,
    /// The numbers along it, each with its words.
    pub marks: Vec<(f64, String)>,
}

/// A line through the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What stands at its end.
    pub label: String,
    pub points: Vec<(f64, f64)>,
    pub ink: Ink,
    pub dashed: bool,
}

/// A municipality.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dot {
    pub x: f64,
    pub y: f64,
    /// What stands beside it, where there is room.
    pub label: String,
    pub series: u8,
    pub filled: bool,
    pub figure: Option<FigureId>,
    /// What it says aloud.
    pub spoken: String,
    /// Its numbers and what is said of them, for the table.
    pub told: [String; 3],
}

/// The table twin.
#[must_use]
pub fn table(points: &Points, lang: Lang) -> Table {
    let axes = points.plots.first().map_or_else(Default::default, |plot| [plot.x.name.clone(), plot.y.name.clone()]);
    let mut head = vec![lang.text("chart-col-scope"), lang.text("chart-col-place")];
    head.extend(axes);
    head.push(lang.text("chart-col-told"));
    let rows = points.plots.iter().flat_map(|plot| plot.dots.iter().map(move |dot| (plot, dot)));
    let rows = rows.map(|(plot, dot)| {
        let [x, y, told] = &dot.told;
        vec![
            Cell::words(&plot.title),
            Cell::words(&dot.label),
            Cell::number(x, dot.figure),
            Cell::number(y, dot.figure),
            Cell::words(told),
        ]
    });
    Table { head, rows: rows.collect() }
}
