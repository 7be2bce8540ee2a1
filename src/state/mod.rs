//! What the window shows, as plain data: commands change it and say what is to be done, events bring the answers.
//!
//! No egui and no input or output here: every change can be tested by calling [`AppState::apply`].

mod answer;
mod apply;
pub mod cases;
pub mod charts;
pub mod documents;
pub mod pages;
pub mod source;
pub mod table;

use crate::command::{Job, Page, Picture, Task};
use crate::lang::Lang;
use crate::model::finding::{Finding, Message};
use crate::model::reading::{DocumentId, FigureId};
use crate::project::settings::Settings;
use cases::CasesView;
use charts::Charts;
use documents::Documents;
use pages::Pages;
use source::Focus;
use std::path::PathBuf;
use table::DataView;

/// A question or a field in front of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// A field for a path; `no_dialog` where the system could not show its own.
    Path { no_dialog: bool },
    /// Where to save a picture.
    Save { picture: Picture, path: PathBuf, exists: bool },
}

/// Something that happened and should be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub message: Message,
    pub is_error: bool,
}

/// The whole state of the window.
#[derive(Debug, Default)]
pub struct AppState {
    pub documents: Documents,
    pub page: Page,
    /// What the source panel shows; `None` hides it.
    pub focus: Option<Focus>,
    /// What it showed before, newest last.
    history: Vec<Focus>,
    /// Counts every request to show something, so that the panel scrolls once for each.
    pub focus_count: u64,
    pub settings: Settings,
    pub dialog: Option<Dialog>,
    /// True while a dialog of the system is open.
    pub dialog_open: bool,
    pub notices: Vec<Notice>,
    pub data: DataView,
    pub cases: CasesView,
    /// The descriptions of the charts that are shown.
    pub charts: Charts,
    /// Counts every change of the set of figures.
    pub revision: u64,
    /// What the documents say against each other.
    pub across: Vec<(DocumentId, Finding)>,
    /// The revision for which `across` was asked for.
    across_for: u64,
    /// The revision that the pages show. While documents are read it follows in growing steps, so that 1,000
    /// documents do not make every page 1,000 times.
    shown: u64,
    /// The pages of PDFs that are drawn.
    pub pages: Pages,
    /// The folder in which a picture was last saved.
    pub picture_folder: PathBuf,
}

impl AppState {
    /// The state of an empty window. Pictures are first offered to be saved in `picture_folder`.
    #[must_use]
    pub fn new(settings: Settings, picture_folder: PathBuf) -> Self {
        Self { settings, picture_folder, ..Self::default() }
    }

    #[must_use]
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The figure in focus.
    #[must_use]
    pub fn selected(&self) -> Option<FigureId> {
        match self.focus {
            Some(Focus::Figure(id)) => Some(id),
            _ => None,
        }
    }

    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.history.is_empty()
    }

    /// Makes anew what is derived from the figures, where they changed, and says what is to be done outside.
    pub fn update(&mut self) -> Vec<Job> {
        if !self.documents.is_busy() || self.revision > self.shown + self.shown / 8 {
            self.shown = self.revision;
        }
        self.data.update(&self.documents, self.shown, self.settings.lang);
        self.cases.update(&self.documents, self.shown);
        self.charts.update(&self.documents, self.shown, self.settings.lang);
        // Documents are compared with each other once all are there, not after each of them.
        if self.across_for == self.revision || self.documents.is_busy() {
            return Vec::new();
        }
        self.across_for = self.revision;
        vec![Job::Task(Task::Across { revision: self.revision, readings: self.documents.shared() })]
    }

    /// Adds something to be read.
    pub fn notice(&mut self, message: Message, is_error: bool) {
        let notice = Notice { message, is_error };
        if self.notices.last() != Some(&notice) {
            self.notices.push(notice);
        }
    }
}

#[cfg(test)]
mod tests;
