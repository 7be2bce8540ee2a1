//! What the window can show: its pages, its pictures, the columns of its table.

use crate::chart::View;
use crate::model::reading::DocumentId;

/// The pages of the window's middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// Overblik: the key figures, and the two main charts under them.
    #[default]
    Compare,
    /// Klageudfald: every chart of complaints.
    Appeals,
    /// Sagstal: every chart of caseloads.
    Caseload,
    /// Andre nøgletal: every other topic.
    Other,
    /// What the checks found.
    Checks,
    /// What was decided, item by item.
    Cases,
    /// Every figure in one table.
    Data,
}

impl Page {
    pub const ALL: [Self; 7] =
        [Self::Compare, Self::Appeals, Self::Caseload, Self::Other, Self::Checks, Self::Cases, Self::Data];

    /// The word by which a call for tests names the page.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.key().strip_prefix("app-page-") == Some(word))
    }

    /// The charts that the page shows, in this order; none for pages that are lists.
    #[must_use]
    pub fn views(self) -> &'static [View] {
        match self {
            Self::Compare => &[View::Overview, View::Appeals, View::Caseload],
            Self::Appeals => {
                &[View::Appeals, View::Distance, View::Funnel, View::Areas, View::Committees, View::Series]
            }
            Self::Caseload => &[View::Caseload, View::Heat, View::Staffing, View::WhatIf],
            Self::Other => &[View::Indicators],
            Self::Checks | Self::Cases | Self::Data => &[],
        }
    }

    /// The page that shows a view at length.
    #[must_use]
    pub fn of(view: View) -> Self {
        let pages = [Self::Appeals, Self::Caseload, Self::Other];
        pages.into_iter().find(|page| page.views().contains(&view)).unwrap_or_default()
    }

    /// The key of the page's name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Compare => "app-page-compare",
            Self::Appeals => "app-page-appeals",
            Self::Caseload => "app-page-caseload",
            Self::Other => "app-page-other",
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

/// What files are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Documents to open, or a workspace.
    Open,
    /// The new place of a document that is gone.
    Relink(DocumentId),
}
