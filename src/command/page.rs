//! What the window can show: its pages, its pictures, the columns of its table.

use crate::chart::View;

/// The pages of the window's middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The charts, side by side for all municipalities.
    #[default]
    Compare,
    /// What the checks found.
    Checks,
    /// What was decided, item by item.
    Cases,
    /// Every figure in one table.
    Data,
}

impl Page {
    pub const ALL: [Self; 4] = [Self::Compare, Self::Checks, Self::Cases, Self::Data];

    /// The key of the page's name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Compare => "app-page-compare",
            Self::Checks => "app-page-checks",
            Self::Cases => "app-page-cases",
            Self::Data => "app-page-data",
        }
    }
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Picture {
    Chart(View),
    Window,
}

/// What a column of the data page is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    #[default]
    Document,
    Place,
    Period,
    Topic,
    Scope,
    Measure,
    Value,
    Certainty,
}

impl Column {
    pub const ALL: [Self; 8] = [
        Self::Place,
        Self::Period,
        Self::Scope,
        Self::Measure,
        Self::Value,
        Self::Certainty,
        Self::Topic,
        Self::Document,
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
        }
    }
}
