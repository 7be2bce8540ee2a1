//! What each command does to the state, and what is to be done outside because of it.

use super::pages::Pages;
use super::source::Focus;
use super::{AppState, Dialog};
use crate::command::{Command, Input, Job, Task};
use crate::data::samples;
use crate::model::finding::Message;
use crate::model::reading::DocumentId;
use std::path::PathBuf;

impl AppState {
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
                self.pages = Pages::default();
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
            Command::SeePages { document, pages, scale } => {
                let task = self.documents.get(document).and_then(|document| self.pages.see(document, pages, scale));
                return task.map(|wish| Job::Task(Task::Draw(wish))).into_iter().collect();
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

    pub(super) fn save_settings(&self) -> Vec<Job> {
        vec![Job::Task(Task::SaveSettings(self.settings.clone()))]
    }

    pub(super) fn show(&mut self, focus: Focus) {
        if let Some(old) = self.focus.filter(|old| *old != focus) {
            self.history.push(old);
        }
        self.focus = Some(focus);
        self.focus_count += 1;
    }

    /// Forgets every trace of a closed document in what is shown.
    pub(super) fn forget(&mut self, id: DocumentId) {
        self.history.retain(|focus| focus.document() != id);
        self.pages.forget(id);
        if self.focus.is_some_and(|focus| focus.document() == id) {
            self.focus = self.history.pop();
        }
    }

    pub(super) fn open(&mut self, inputs: Vec<Input>) -> Vec<Job> {
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
}

/// Says that a document is open already.
pub(super) fn open_already(name: String) -> Message {
    Message { key: "app-open-already", values: vec![("name", name)] }
}
