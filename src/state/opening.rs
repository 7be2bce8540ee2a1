//! Opening and closing documents, and taking that back: a closed document comes back as it was, in its place.

use super::AppState;
use super::desk::Then;
use super::document::OpenDocument;
use super::documents::Added;
use super::history::Step;
use crate::command::{Input, Job, Task};
use crate::model::finding::Message;
use crate::model::reading::DocumentId;
use crate::project::workspace::{SavedDocument, is_workspace};
use std::path::PathBuf;
use std::sync::Arc;

impl AppState {
    /// Opens what a person asks for: documents, which can be taken back, or a workspace.
    pub(super) fn open(&mut self, inputs: Vec<Input>) -> Vec<Job> {
        self.dialog = None;
        if let Some(path) = inputs.iter().filter_map(Input::path).find(|path| is_workspace(path)) {
            return self.leave(Then::Open(path.to_owned()));
        }
        let paths: Vec<PathBuf> = inputs.iter().filter_map(Input::path).map(PathBuf::from).collect();
        let before = self.documents.list().len();
        let mut jobs = self.add(inputs);
        let added = self.documents.list()[before..].iter().map(|document| document.input.clone()).collect();
        self.steps.push_filled(Step::Opened(added));
        if !paths.is_empty() {
            self.settings.remember(&paths);
            jobs.extend(self.save_settings());
        }
        jobs
    }

    /// Adds documents to the end of the list; one that is open already is told.
    pub(super) fn add(&mut self, inputs: Vec<Input>) -> Vec<Job> {
        self.add_each(inputs.into_iter().map(|input| (input, None)).collect())
    }

    /// The same, each with what a workspace says of it.
    pub(super) fn add_each(&mut self, inputs: Vec<(Input, Option<Arc<SavedDocument>>)>) -> Vec<Job> {
        let Added { loads, open_already } = self.documents.add(inputs);
        for input in open_already {
            self.notice(already_open(input.name()), false);
        }
        loads.into_iter().map(Job::Task).collect()
    }

    /// A folder gives way to its files, also in what can be taken back.
    pub(super) fn open_folder(&mut self, id: DocumentId, generation: u64, files: Vec<PathBuf>) -> Vec<Job> {
        let folder = self.documents.get(id).map(|document| document.input.clone());
        let Some(folder) = folder.filter(|_| self.documents.folder(id, generation)) else { return Vec::new() };
        let files: Vec<Input> = files.into_iter().map(Input::File).collect();
        let before = self.documents.list().len();
        let jobs = self.add(files);
        let added: Vec<Input> = self.documents.list()[before..].iter().map(|document| document.input.clone()).collect();
        self.steps.replace_opened(&folder, &added);
        jobs
    }

    /// Closes documents; that can be taken back.
    pub(super) fn close_for_now(&mut self, ids: &[DocumentId]) -> Vec<Job> {
        let (closed, jobs) = self.close(ids);
        self.steps.push_filled(Step::Closed(closed));
        jobs
    }

    /// Closes the documents with these inputs.
    pub(super) fn close_again(&mut self, inputs: &[&Input]) -> Vec<Job> {
        let list = self.documents.list().iter();
        let ids: Vec<_> = list.filter(|document| inputs.contains(&&document.input)).map(|one| one.id).collect();
        self.close(&ids).1
    }

    fn close(&mut self, ids: &[DocumentId]) -> (Vec<OpenDocument>, Vec<Job>) {
        let was_busy = self.documents.is_busy();
        let closed = self.documents.take(ids);
        for document in &closed {
            self.forget(document.id);
        }
        self.revision += 1;
        self.shown = self.revision;
        // What nobody waits for any more need not be read.
        let up_to = self.documents.generation();
        let idle = was_busy && !self.documents.is_busy();
        (closed, idle.then_some(Job::Task(Task::Cancel { up_to })).into_iter().collect())
    }

    /// Puts closed documents back; one that was not read yet is read now.
    pub(super) fn put_back(&mut self, closed: Vec<OpenDocument>) -> Vec<Job> {
        let mut jobs = Vec::new();
        for document in closed {
            let (id, input, password) = (document.id, document.input.clone(), document.password.clone());
            let name = input.name();
            match self.documents.put_back(document) {
                None => self.notice(already_open(name), false),
                Some(None) => {}
                Some(Some(generation)) => jobs.push(Job::Task(Task::Load { id, generation, input, password })),
            }
        }
        self.revision += 1;
        self.shown = self.revision;
        jobs
    }

    /// Forgets every trace of a closed document in what is shown.
    fn forget(&mut self, id: DocumentId) {
        self.history.retain(|focus| focus.document() != id);
        self.pages.forget(id);
        if self.focus.is_some_and(|focus| focus.document() == id) {
            self.focus = self.history.pop();
        }
    }
}

/// Says that a document is open already.
pub(super) fn already_open(name: String) -> Message {
    Message { key: "app-open-already", values: vec![("name", name)] }
}
