//! What the window shows, as plain data: commands change it and say what is to be done, events bring the answers.
//!
//! No egui and no input or output here: every change can be tested by calling [`AppState::apply`].

mod answer;
mod apply;
pub mod cases;
pub mod charts;
mod decide;
pub mod desk;
pub mod document;
pub mod documents;
pub mod effective;
pub mod history;
mod opening;
pub mod pages;
pub mod question;
pub mod room;
pub mod search;
pub mod source;
pub mod table;
mod twins;

use crate::chart::View;
use crate::command::{Asked, Job, Page, Picture, Purpose, Task};
use crate::lang::Lang;
use crate::model::correction::Correction;
use crate::model::finding::{Finding, Message};
use crate::model::reading::{DocumentId, FigureId};
use crate::project::settings::Settings;
use cases::CasesView;
use charts::Charts;
use desk::{Desk, Then};
use documents::Documents;
use history::History;
use jiff::Timestamp;
use pages::Pages;
use room::Room;
use search::SearchView;
use source::Focus;
use std::path::PathBuf;
use table::DataView;

/// A question or a field in front of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// A field for a path; `no_dialog` where the system could not show its own.
    Path { no_dialog: bool, purpose: Purpose },
    /// The password of an encrypted document; `again` where one was entered and did not fit.
    Password { document: DocumentId, again: bool },
    /// Where to save a picture.
    Save { picture: Picture, path: PathBuf, exists: bool },
    /// What the words and marks mean.
    Help,
    /// Where to save the workspace.
    SaveWorkspace { path: PathBuf, exists: bool },
    /// What is unsaved would be lost.
    Unsaved(Then),
    /// A crash left something behind.
    Recover,
    /// A decision about a figure or a document, with its reason.
    Decide(Asked),
}

/// Something that happened and should be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub message: Message,
    pub is_error: bool,
    pub time: Timestamp,
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
    /// What was not yet dismissed, newest last.
    pub notices: Vec<Notice>,
    /// Everything that happened, newest last.
    pub happened: Vec<Notice>,
    /// True while the list of what happened is shown.
    pub shows_happened: bool,
    /// What the user decided about figures and documents.
    corrections: Vec<Correction>,
    /// Counts the changes of `corrections`.
    decisions: u64,
    /// What can be taken back.
    pub steps: History,
    /// The workspace file in use.
    pub desk: Desk,
    pub search: SearchView,
    /// True while the command palette is open.
    pub palette: bool,
    /// The meeting room, while one is in it.
    pub room: Option<Room>,
    /// The chart that is to be scrolled to, and a count of such wishes.
    pub jump: Option<View>,
    pub jump_count: u64,
    /// The time of this turn, as the window gives it.
    pub now: Timestamp,
    /// For which revision and decisions the figures in effect were made.
    revised_for: Option<(u64, u64)>,
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

    /// True while something that the window shows is still being read or made.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        let lists = self.data.is_awaited() || self.cases.is_awaited() || self.search.is_awaited();
        self.documents.is_busy() || self.charts.is_awaited() || lists
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
        if self.revised_for != Some((self.shown, self.decisions)) {
            self.revised_for = Some((self.shown, self.decisions));
            let lost = self.documents.revise(&self.corrections, self.decisions);
            if !lost.is_empty() {
                let values = vec![("count", lost.len().to_string())];
                self.notice(Message { key: "ws-lost", values }, true);
            }
        }
        let mut jobs: Vec<Job> = self.keep_copy().into_iter().collect();
        let (documents, settled) = (&self.documents, !self.documents.is_busy());
        let every = self.charts.ask(self.shown, self.settings.lang, settled, || documents.shared());
        jobs.extend(every.map(|wish| Job::Task(Task::Describe(wish))));
        if self.page == Page::Cases {
            let agenda = self.cases.ask(self.shown, || documents.shared());
            jobs.extend(agenda.map(|agenda| Job::Task(Task::Agendas(agenda))));
        }
        if self.page == Page::Data && self.data.is_due(self.shown, self.settings.lang) {
            let (documents, decided) = (self.documents.shared(), self.decided_figures());
            let rows = self.data.ask(self.shown, self.settings.lang, documents, decided);
            jobs.push(Job::Task(Task::Rows(rows)));
        }
        jobs.extend(self.search.ask(&self.documents, self.shown).map(|search| Job::Task(Task::Search(search))));
        // Documents are compared with each other once all are there, not after each of them.
        if self.across_for != self.revision && !self.documents.is_busy() {
            self.across_for = self.revision;
            jobs.push(Job::Task(Task::Across { revision: self.revision, readings: self.documents.shared() }));
        }
        jobs
    }

    /// Adds something to be read.
    pub fn notice(&mut self, message: Message, is_error: bool) {
        /// How many things that happened are remembered.
        const MOST: usize = 500;
        let notice = Notice { message, is_error, time: self.now };
        if self.notices.last().is_some_and(|last| last.message == notice.message) {
            return;
        }
        self.notices.push(notice.clone());
        self.happened.push(notice);
        if self.happened.len() > MOST {
            self.happened.remove(0);
        }
    }
}

#[cfg(test)]
mod tests;
