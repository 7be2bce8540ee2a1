//! What the window shows, as plain data: commands change it and say what is to be done, events bring the answers.
//!
//! No egui and no input or output here: every change can be tested by calling [`AppState::apply`].

pub mod cases;
pub mod charts;
pub mod documents;
pub mod source;
pub mod table;

use crate::command::{Command, Event, Input, Job, Page, Picture, Task};
use crate::data::samples;
use crate::lang::Lang;
use crate::model::finding::{Finding, Message};
use crate::model::reading::{DocumentId, FigureId};
use crate::project::settings::Settings;
use cases::CasesView;
use charts::Charts;
use documents::{Documents, Loaded};
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

    /// Does what a person asks for, and says what is to be done outside.
    pub fn apply(&mut self, command: Command) -> Vec<Job> {
        match command {
            Command::AskFiles => {
                // A second dialog would hide behind the first; but one that never answers must not lock the way.
                self.dialog_open = true;
                return vec![Job::PickFiles];
            }
            Command::AskPath => self.dialog = Some(Dialog::Path { no_dialog: false }),
            Command::Open(inputs) => return self.open(inputs),
            Command::OpenSamples => {
                let all = samples::ALL.iter().map(|(name, text)| Input::Sample { name, text }).collect();
                return self.open(all);
            }
            Command::Close(id) => {
                self.documents.remove(id);
                self.forget(id);
                self.revision += 1;
                self.shown = self.revision;
            }
            Command::CloseAll => {
                let up_to = self.documents.generation();
                self.documents.clear();
                self.focus = None;
                self.history.clear();
                self.revision += 1;
                self.shown = self.revision;
                return vec![Job::Task(Task::Cancel { up_to })];
            }
            Command::Retry(id) => {
                let again = self.documents.again(id);
                return again
                    .map(|(generation, input)| Job::Task(Task::Load { id, generation, input }))
                    .into_iter()
                    .collect();
            }
            Command::Cancel => {
                if self.documents.is_busy() {
                    let up_to = self.documents.generation();
                    self.documents.cancel(&Message { key: "read-cancelled", values: vec![] });
                    return vec![Job::Task(Task::Cancel { up_to })];
                }
            }
            Command::ShowPage(page) => self.page = page,
            Command::ShowDocument(id) => self.show(Focus::Document(id)),
            Command::ShowFigure(id) => self.show(Focus::Figure(id)),
            Command::ShowSpan(id, span) => self.show(Focus::Span(id, span)),
            Command::Back => {
                if let Some(focus) = self.history.pop() {
                    self.focus = Some(focus);
                    self.focus_count += 1;
                }
            }
            Command::HideSource => {
                self.focus = None;
                self.history.clear();
            }
            Command::AskPicture(picture) => {
                let path = self.picture_folder.join(self.charts.file_name(picture));
                self.dialog = Some(Dialog::Save { picture, path, exists: false });
            }
            Command::SavePicture { picture, path, replace } => {
                self.dialog = None;
                return vec![Job::SavePicture { picture, path, replace }];
            }
            Command::AskPlace(picture, path) => {
                self.dialog_open = true;
                return vec![Job::PickPlace(picture, path)];
            }
            Command::DismissDialog => self.dialog = None,
            Command::DismissNotices => self.notices.clear(),
            Command::SetLang(lang) => {
                self.settings.lang = lang;
                self.data.forget();
                return self.save_settings();
            }
            Command::SetTheme(theme) => {
                self.settings.theme = theme;
                return self.save_settings();
            }
            Command::Choose(choice) => self.charts.choose(choice),
            Command::Filter(text) => self.data.set_filter(text),
            Command::FilterCases(text) => self.cases.set_filter(text),
            Command::Sort(column) => self.data.sort(column),
            Command::ForgetRecent => {
                self.settings.recent.clear();
                return self.save_settings();
            }
            Command::Quit => return vec![Job::Quit],
        }
        Vec::new()
    }

    fn save_settings(&self) -> Vec<Job> {
        vec![Job::Task(Task::SaveSettings(self.settings.clone()))]
    }

    fn show(&mut self, focus: Focus) {
        if let Some(old) = self.focus.filter(|old| *old != focus) {
            self.history.push(old);
        }
        self.focus = Some(focus);
        self.focus_count += 1;
    }

    /// Forgets every trace of a closed document in what is shown.
    fn forget(&mut self, id: DocumentId) {
        self.history.retain(|focus| focus.document() != id);
        if self.focus.is_some_and(|focus| focus.document() == id) {
            self.focus = self.history.pop();
        }
    }

    fn open(&mut self, inputs: Vec<Input>) -> Vec<Job> {
        self.dialog = None;
        let mut jobs = Vec::new();
        let mut paths = Vec::new();
        for input in inputs {
            paths.extend(input.path().map(PathBuf::from));
            match self.documents.add(input.clone()) {
                Some((id, generation)) => jobs.push(Job::Task(Task::Load { id, generation, input })),
                None => self.notice(open_already(input.name()), false),
            }
        }
        if !paths.is_empty() {
            self.settings.remember(&paths);
            jobs.extend(self.save_settings());
        }
        jobs
    }

    /// Takes in what came back, and says what follows from it.
    pub fn on_event(&mut self, event: Event) -> Vec<Job> {
        match event {
            Event::Started { id, generation } => self.documents.started(id, generation),
            Event::Loaded { id, generation, reading } => match self.documents.loaded(id, generation, reading) {
                Loaded::New => self.revision += 1,
                Loaded::Twin { kept, gone, name } => {
                    self.replace(gone, kept);
                    self.notice(open_already(name), false);
                    self.revision += 1;
                }
                Loaded::Late => {}
            },
            Event::Folder { id, generation, files } => {
                if self.documents.folder(id, generation) {
                    let jobs = self.open(files.into_iter().map(Input::File).collect());
                    // The files of a folder were not chosen one by one: only the folder stays among the recent.
                    return jobs.into_iter().filter(|job| matches!(job, Job::Task(Task::Load { .. }))).collect();
                }
            }
            Event::Failed { id, generation, reason } => self.documents.failed(id, generation, reason),
            Event::Picked(picked) => {
                self.dialog_open = false;
                match picked {
                    Some(paths) => return self.open(paths.into_iter().map(Input::File).collect()),
                    None => self.dialog = Some(Dialog::Path { no_dialog: true }),
                }
            }
            Event::PlacePicked(picture, path) => {
                self.dialog_open = false;
                if let Some(path) = path {
                    self.dialog = Some(Dialog::Save { picture, path, exists: false });
                }
            }
            Event::Saved(path) => {
                if let Some(folder) = path.parent() {
                    self.picture_folder = folder.to_owned();
                }
                let path = path.display().to_string();
                self.notice(Message { key: "app-saved", values: vec![("path", path)] }, false);
            }
            Event::Exists { picture, path } => {
                self.dialog = Some(Dialog::Save { picture, path, exists: true });
            }
            Event::SaveFailed { path, reason } => {
                let path = path.display().to_string();
                self.notice(Message { key: "app-save-failed", values: vec![("path", path)] }, true);
                self.notice(reason, true);
            }
            Event::Across { revision, findings } => {
                if revision == self.revision {
                    self.across = findings;
                }
            }
            Event::SettingsFailed(reason) => self.notice(reason, true),
        }
        Vec::new()
    }

    /// What was shown of one copy of a document is shown of the other.
    fn replace(&mut self, gone: DocumentId, kept: DocumentId) {
        let moved = |focus: Focus| match focus {
            Focus::Document(id) if id == gone => Focus::Document(kept),
            Focus::Span(id, span) if id == gone => Focus::Span(kept, span),
            Focus::Figure(figure) if figure.document == gone => Focus::Figure(FigureId { document: kept, ..figure }),
            other => other,
        };
        self.focus = self.focus.map(moved);
        self.history.iter_mut().for_each(|focus| *focus = moved(*focus));
    }
}

fn open_already(name: String) -> Message {
    Message { key: "app-open-already", values: vec![("name", name)] }
}

#[cfg(test)]
mod tests;
