//! Plain descriptions of charts and their layout: no egui, only numbers, words and rectangles.
//!
//! [`build`] makes a description from the open readings, [`layout::layout`] makes rectangles from it; the window, the
//! picture file and the tests all start from the same description.

pub mod alone;
pub mod appeals;
pub mod appeals_layout;
pub mod appeals_notes;
pub mod appeals_words;
pub mod caseload;
pub mod caseload_layout;
pub mod caseload_notes;
pub mod drawing;
#[cfg(test)]
#[path = "../../tests/common/readings.rs"]
pub mod fixture;
pub mod layout;
pub mod legend;
pub mod name;
pub mod picture;
pub mod rate;
pub mod scene;
pub mod select;
pub mod series;
pub mod series_layout;
pub mod sketch;
pub mod table;
pub mod words;

use crate::lang::Lang;
use crate::model::figure::Place;
use crate::model::reading::{DocumentId, Reading};

/// Which chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum View {
    /// Klageudfald: outcomes of complaints and reversal rates.
    #[default]
    Appeals,
    /// Sagstal: cases for one employee, beside guideline ranges.
    Caseload,
    /// Udvikling: reversal rates over the years.
    Series,
}

impl View {
    pub const ALL: [Self; 3] = [Self::Appeals, Self::Caseload, Self::Series];
    /// The words of the command line, for the sentence that names them.
    pub const KEYS: &str = "appeals, caseload, series";

    /// The word that the command line takes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Appeals => "appeals",
            Self::Caseload => "caseload",
            Self::Series => "series",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }
}

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
}

/// A plain description of one chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    pub lang: Lang,
    pub head: Head,
    pub body: Body,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    Appeals(appeals::Appeals),
    Caseload(caseload::Caseload),
    Series(series::Series),
    /// The documents hold no figures for this view; the text says so.
    Empty(String),
}

impl Chart {
    #[must_use]
    pub fn view(&self) -> Option<View> {
        match &self.body {
            Body::Appeals(_) => Some(View::Appeals),
            Body::Caseload(_) => Some(View::Caseload),
            Body::Series(_) => Some(View::Series),
            Body::Empty(_) => None,
        }
    }

    /// The same figures as a table of texts.
    #[must_use]
    pub fn table(&self) -> table::Table {
        table::table(self)
    }
}

/// Describes the chart of a choice. Deterministic; never fails: without figures it is [`Body::Empty`].
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    match choice.view {
        View::Appeals => appeals::build(readings, choice, lang),
        View::Caseload => caseload::build(readings, choice, lang),
        View::Series => series::build(readings, choice, lang),
    }
}
