//! Plain descriptions of charts and their layout: no egui, only numbers, words and rectangles.
//!
//! [`build`] makes a description from the open readings, [`layout::layout`] makes rectangles from it; the window, the
//! picture file and the tests all start from the same description.

pub mod alone;
pub mod appeals;
pub mod appeals_columns;
pub mod appeals_layout;
pub mod appeals_notes;
pub mod appeals_row_layout;
pub mod appeals_rows;
pub mod appeals_words;
pub mod areas;
pub mod bars;
pub mod bars_layout;
pub mod by_hand;
pub mod caseload;
pub mod caseload_groups;
pub mod caseload_layout;
pub mod colours;
pub mod committees;
pub mod distance;
pub mod dots;
pub mod dots_layout;
pub mod drawing;
pub mod every;
#[cfg(test)]
#[path = "../../tests/common/readings.rs"]
pub mod fixture;
pub mod funnel;
pub mod heat;
pub mod indicators;
pub mod layout;
pub mod legend;
pub mod name;
pub mod one_base;
pub mod overview;
pub mod panels;
pub mod picture;
pub mod points;
pub mod points_layout;
pub mod rate;
pub mod scene;
pub mod select;
pub mod series;
pub mod series_layout;
pub mod sheet;
pub mod sheet_layout;
pub mod sketch;
pub mod staffing;
pub mod table;
pub mod twin;
pub mod view;
pub mod whatif;
pub mod words;
pub mod yardstick;

use crate::lang::Lang;
use crate::model::figure::Place;
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::collections::BTreeSet;
pub use view::View;

/// Which cases a reversal rate is a share of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Base {
    /// Cases decided on the merits; dismissed ones do not count (Ankestyrelsen's definition).
    #[default]
    Official,
    /// All decided cases, dismissed ones too.
    WithDismissed,
}

/// Which period each municipality is shown for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum PeriodChoice {
    /// Each one's newest.
    #[default]
    Newest,
    Year(i16),
    /// The newest year that most of them have figures for: the same year for all.
    Shared,
}

/// What each municipality's rate is held against.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Comparator {
    #[default]
    Nation,
    /// The municipality's own region.
    Region,
    /// Another municipality.
    Place(Place),
    /// All chosen municipalities of the same year and scope together.
    Mean,
    /// A target of one's own, in tenths of a percent.
    Target(u16),
}

/// What is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Choice {
    pub view: View,
    /// In this order; empty for all that the documents give figures for, their own municipalities first.
    pub places: Vec<Place>,
    pub period: PeriodChoice,
    /// A part of the topic (`SEL`); `None` for municipality-wide figures.
    pub scope: Option<String>,
    pub base: Base,
    #[serde(default)]
    pub comparator: Comparator,
    /// Cases for one full-time employee that "what would it take" aims at; `None` for the level of the others.
    #[serde(default)]
    pub level: Option<u16>,
}

/// Where a mark leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// To the sentence that it was read from.
    Figure(FigureId),
    /// To the view that shows it at length.
    View(View),
    /// To the findings of the checks.
    Checks,
}

/// What every chart has around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    pub title: String,
    /// What is compared: municipalities and periods, then scope or base, a line each.
    pub subtitle: Vec<String>,
    /// What must be known before comparing, a sentence each.
    pub notes: Vec<String>,
    /// The documents that the figures come from, a line each.
    pub sources: Vec<String>,
    /// The municipalities shown, and their periods: what a file is named after.
    pub places: Vec<Place>,
    pub years: Option<(i16, i16)>,
    /// The shown values that a person corrected or added.
    pub by_hand: BTreeSet<FigureId>,
}

/// A plain description of one chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    pub view: View,
    pub lang: Lang,
    pub head: Head,
    pub body: Body,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Appeals(appeals::Appeals),
    Caseload(caseload_groups::Caseload),
    Series(series::Series),
    /// A table: Overblik, and the tables of Sagstal.
    Sheet(sheet::Sheet),
    /// Values with their intervals on one scale.
    Dots(dots::Dots),
    /// Two numbers against each other.
    Points(points::Points),
    /// Small panels of numbers.
    Bars(bars::Bars),
    /// The documents hold no figures for this view; the text says so.
    Empty(String),
}

impl Chart {
    /// A chart that says why it shows nothing.
    #[must_use]
    pub fn empty(view: View, lang: Lang) -> Self {
        let key = view.key();
        let head = Head { title: lang.text(&format!("chart-{key}-title")), ..Head::default() };
        Self { view, lang, head, body: Body::Empty(lang.text(&format!("chart-{key}-empty"))) }
    }

    /// The view, where there is something to see.
    #[must_use]
    pub fn view(&self) -> Option<View> {
        (!matches!(self.body, Body::Empty(_))).then_some(self.view)
    }

    /// The same figures as a table of texts.
    #[must_use]
    pub fn table(&self) -> table::Table {
        twin::table(self)
    }
}

/// Describes the chart of a choice. Deterministic; never fails: without figures it is [`Body::Empty`].
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let choice = &select::settled(readings, choice);
    let mut chart = match choice.view {
        View::Overview => overview::build(readings, choice, lang),
        View::Appeals => appeals::build(readings, choice, lang),
        View::Distance => distance::build(readings, choice, lang),
        View::Funnel => funnel::build(readings, choice, lang),
        View::Areas => areas::build(readings, choice, lang),
        View::Committees => committees::build(readings, choice, lang),
        View::Series => series::build(readings, choice, lang),
        View::Caseload => caseload::build(readings, choice, lang),
        View::Heat => heat::build(readings, choice, lang),
        View::Staffing => staffing::build(readings, choice, lang),
        View::WhatIf => whatif::build(readings, choice, lang),
        View::Indicators => indicators::build(readings, choice, lang),
    };
    by_hand::tell(&mut chart, readings);
    chart
}
