//! Finding words and numbers in many documents: in their text, and among their figures. Pure functions for the worker,
//! so that a frame never waits for them.

pub mod agenda;
pub mod item;
pub mod loops;
mod passages;
mod rows;
mod word;

pub use self::passages::{MOST, passages};
pub use self::rows::rows;
use crate::lang::Lang;
use crate::model::figure::{Place, Topic};
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::model::source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What to look for in the text of all documents.
#[derive(Clone, Debug)]
pub struct Search {
    /// Tells late answers from awaited ones.
    pub number: u64,
    pub query: String,
    pub documents: Vec<(DocumentId, Arc<Reading>)>,
}

/// A passage in which everything that was looked for stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub document: DocumentId,
    pub passage: Span,
    /// Where the words stand in it, in order.
    pub marks: Vec<Span>,
}

/// A column of the data page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    Place,
    Period,
    Scope,
    Measure,
    Value,
    /// What the document states, where the user decided otherwise.
    Stated,
    Certainty,
    Origin,
    Topic,
    #[default]
    Document,
    /// Page or line.
    Spot,
}

impl Column {
    pub const ALL: [Self; 11] = [
        Self::Place,
        Self::Period,
        Self::Scope,
        Self::Measure,
        Self::Value,
        Self::Certainty,
        Self::Origin,
        Self::Stated,
        Self::Topic,
        Self::Document,
        Self::Spot,
    ];

    /// The key of the column's head.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Document => "app-column-document",
            Self::Place => "app-column-place",
            Self::Period => "app-column-period",
            Self::Topic => "app-column-topic",
            Self::Scope => "app-column-scope",
            Self::Measure => "app-column-measure",
            Self::Value => "app-column-value",
            Self::Certainty => "app-column-certainty",
            Self::Stated => "data-column-stated",
            Self::Origin => "data-column-origin",
            Self::Spot => "data-column-spot",
        }
    }
}

/// Which figures are wanted, by how they came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    #[default]
    All,
    Certain,
    Uncertain,
    /// The user decided about them.
    Decided,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::All, Self::Certain, Self::Uncertain, Self::Decided];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "data-kind-all",
            Self::Certain => "data-kind-certain",
            Self::Uncertain => "data-kind-uncertain",
            Self::Decided => "data-kind-decided",
        }
    }
}

/// Which figures the data page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Kind,
    /// `None` for all.
    pub place: Option<Place>,
    pub topic: Option<Topic>,
}

/// A question for the rows of the data page.
#[derive(Clone, Debug)]
pub struct Rows {
    pub number: u64,
    pub filter: String,
    pub wanted: Wanted,
    pub column: Column,
    pub descending: bool,
    pub lang: Lang,
    /// The figures that the user decided about.
    pub decided: BTreeSet<FigureId>,
    pub documents: Vec<(DocumentId, Arc<Reading>)>,
}
