//! What the window can show: its pages, its pictures, the columns of its table.

use crate::chart::View;
use crate::model::reading::DocumentId;

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

    /// The page that shows a view at length.
    #[must_use]
    pub fn of(_view: View) -> Self {
        Self::Compare
    }

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

/// What files are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Documents to open, or a workspace.
    Open,
    /// The new place of a document that is gone.
    Relink(DocumentId),
}
