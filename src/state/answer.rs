//! What each answer from outside does to the state, and what follows from it.

use super::documents::Loaded;
use super::opening::already_open;
use super::source::Focus;
use super::{AppState, Dialog};
use crate::command::{Event, Input, Job, Purpose, Task};
use crate::model::finding::Message;
use crate::model::reading::{DocumentId, FigureId};
use std::path::PathBuf;

impl AppState {
    /// Takes in what came back, and says what follows from it.
    pub fn on_event(&mut self, event: Event) -> Vec<Job> {
        match event {
            Event::Started { id, generation } => self.documents.started(id, generation),
            Event::Loaded { id, generation, reading } => match self.documents.loaded(id, generation, reading) {
                Loaded::New => self.revision += 1,
                Loaded::Twin { kept, gone, name } => {
                    self.replace(gone, kept);
                    self.notice(already_open(name), false);
                    self.revision += 1;
                }
                Loaded::Late => {}
            },
            Event::Folder { id, generation, files } => {
                return self.open_folder(id, generation, files);
            }
            Event::Failed { id, generation, reason } => {
                let is_encrypted = reason.key == "read-password";
                self.documents.failed(id, generation, reason);
                // One question at a time: another encrypted document asks when it is tried again.
                let failed = self.documents.get(id).filter(|document| document.generation == generation);
                if let (true, None, Some(document)) = (is_encrypted, &self.dialog, failed) {
                    self.dialog = Some(Dialog::Password { document: id, again: document.password.is_some() });
                }
            }
            Event::Picked(purpose, picked) => {
                self.dialog_open = false;
                match (purpose, picked) {
                    (Purpose::Open, Some(paths)) => return self.open(paths.into_iter().map(Input::File).collect()),
                    (Purpose::Relink(id), Some(paths)) => return self.relink(id, paths),
                    (purpose, None) => self.dialog = Some(Dialog::Path { no_dialog: true, purpose }),
                }
            }
            Event::WorkspacePlace(path) => {
                self.dialog_open = false;
                if let Some(path) = path {
                    // The system's dialog has asked already whether a file may be replaced.
                    return self.save_to(path, true);
                }
            }
            Event::WorkspaceSaved { path, digest } => return self.saved(path, digest),
            Event::WorkspaceExists(path) => self.place_taken(path),
            Event::WorkspaceNotSaved { path, reason } => self.not_saved(&path, reason),
            Event::WorkspaceLoaded { path, workspace, digest, recovered } => {
                return self.take(path, *workspace, digest, recovered);
            }
            Event::WorkspaceNotLoaded { recovered, reason } => {
                self.desk.offered &= !recovered;
                self.notice(reason, true);
            }
            Event::CopyFailed(reason) => self.notice(reason, true),
            Event::Found { number, hits, more } => self.search.found(&self.documents, number, hits, more),
            Event::RowsMade { number, rows } => self.data.made(number, rows),
            Event::Described { number, every } => self.charts.take(number, *every),
            Event::AgendasRead { number, agendas } => self.cases.take(number, agendas),
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
            Event::Drawn { document, page, scale, picture } => self.pages.drawn(document, page, scale, picture),
            Event::SettingsFailed(reason) => self.notice(reason, true),
        }
        Vec::new()
    }

    /// Looks for a document of the workspace in another place.
    pub(super) fn relink(&mut self, id: DocumentId, paths: Vec<PathBuf>) -> Vec<Job> {
        self.dialog = None;
        let Some(input) = paths.into_iter().next().map(Input::File) else { return Vec::new() };
        let generation = self.documents.relink(id, input.clone());
        generation
            .map(|generation| Job::Task(Task::Load { id, generation, input, password: None }))
            .into_iter()
            .collect()
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
