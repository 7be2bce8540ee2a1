//! What the window can show: its pages, its pictures, the columns of its table.

use crate::chart::View;
use crate::chart::picture::{Format, SLIDE};
use crate::export::note::make;
use crate::export::table;
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
        let word = if word == "overview" { "compare" } else { word };
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

/// What a file to take away holds, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Picture {
    Chart(View, Look),
    /// Every chart of the choice, into a folder.
    Charts(Look),
    /// The figures of a view, or all of them.
    Table(Option<View>, table::Format),
    /// The note for the meeting.
    Note(make::Format),
    Window,
}

/// How the picture of a chart is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look {
    pub format: Format,
    /// Width and height in pixels.
    pub size: (u32, u32),
    pub dark: bool,
}

impl Default for Look {
    /// For slides; light whatever the window's colours, since pictures end on paper.
    fn default() -> Self {
        Self { format: Format::Png, size: SLIDE, dark: false }
    }
}

impl Picture {
    /// A chart as it is usually saved.
    #[must_use]
    pub fn of(view: View) -> Self {
        Self::Chart(view, Look::default())
    }

    /// The ending of its file; `None` for a folder.
    #[must_use]
    pub fn ending(self) -> Option<&'static str> {
        match self {
            Self::Chart(_, look) => Some(look.format.ending()),
            Self::Charts(_) => None,
            Self::Table(_, format) => Some(format.ending()),
            Self::Note(format) => Some(format.ending()),
            Self::Window => Some(Format::Png.ending()),
        }
    }

    /// True where the two hold the same, in whatever format.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Chart(a, _), Self::Chart(b, _)) => a == b,
            (Self::Table(a, _), Self::Table(b, _)) => a == b,
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }
}

/// What files are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Documents to open, or a workspace.
    Open,
    /// The new place of a document that is gone.
    Relink(DocumentId),
}
