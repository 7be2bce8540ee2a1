//! The descriptions of the charts in the window, made anew only where the figures or the choice changed.

use super::documents::Documents;
use crate::chart::{self, Body, Chart, Choice, View, name};
use crate::command::Picture;
use crate::lang::Lang;
use crate::model::reading::{DocumentId, Reading};

/// One description for each view.
#[derive(Debug, Default)]
pub struct Charts {
    charts: Vec<(View, Chart)>,
    /// The revision and the language for which `charts` holds.
    made_for: Option<(u64, Lang)>,
}

impl Charts {
    /// The chart of a view; `None` before the first [`Charts::update`].
    #[must_use]
    pub fn get(&self, view: View) -> Option<&Chart> {
        self.charts.iter().find(|(kept, _)| *kept == view).map(|(_, chart)| chart)
    }

    /// The chart of a view that has something to show.
    #[must_use]
    pub fn filled(&self, view: View) -> Option<&Chart> {
        self.get(view).filter(|chart| !matches!(chart.body, Body::Empty(_)))
    }

    /// Makes the descriptions anew where something changed since they were made.
    pub fn update(&mut self, documents: &Documents, revision: u64, lang: Lang) {
        if self.made_for == Some((revision, lang)) {
            return;
        }
        let readings: Vec<(DocumentId, &Reading)> = documents.readings().collect();
        let describe = |view: View| {
            let choice = Choice { view, ..Choice::default() };
            (view, chart::build(&readings, &choice, lang))
        };
        self.charts = View::ALL.into_iter().map(describe).collect();
        self.made_for = Some((revision, lang));
    }

    /// The proposed name of a picture's file.
    #[must_use]
    pub fn file_name(&self, picture: Picture) -> String {
        let chart = match picture {
            Picture::Chart(view) => self.get(view),
            Picture::Window => None,
        };
        chart.map_or_else(|| "sidestil.png".to_owned(), |chart| format!("{}.png", name::propose(chart)))
    }
}
