//! The documents that are open, in one list: opened, awaited, read, closed.

mod taken;

use super::document::{Link, OpenDocument, Stage};
use super::{effective, twins};
use crate::command::{Input, Password, Task};
use crate::model::correction::Correction;
use crate::model::finding::Message;
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::project::workspace::SavedDocument;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// How much of the work at hand is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
    /// The name of a file that is being read.
    pub file: Option<String>,
}

/// The list of open documents, in the order in which they were opened.
#[derive(Debug, Default)]
pub struct Documents {
    list: Vec<OpenDocument>,
    next_id: u32,
    generation: u64,
    /// Documents of the work at hand, finished ones included; 0 when nothing is awaited.
    batch: usize,
}

impl Documents {
    #[must_use]
    pub fn list(&self) -> &[OpenDocument] {
        &self.list
    }

    #[must_use]
    pub fn get(&self, id: DocumentId) -> Option<&OpenDocument> {
        self.list.binary_search_by_key(&id, |document| document.id).ok().map(|at| &self.list[at])
    }

    fn get_mut(&mut self, id: DocumentId) -> Option<&mut OpenDocument> {
        self.list.binary_search_by_key(&id, |document| document.id).ok().map(|at| &mut self.list[at])
    }

    #[must_use]
    pub fn reading(&self, id: DocumentId) -> Option<&Reading> {
        self.get(id).and_then(OpenDocument::reading)
    }

    /// The documents that are read, in order.
    pub fn readings(&self) -> impl Iterator<Item = (DocumentId, &Reading)> {
        self.list.iter().filter_map(|document| Some((document.id, document.reading()?)))
    }

    /// The readings, to be worked on elsewhere.
    #[must_use]
    pub fn shared(&self) -> Vec<(DocumentId, Arc<Reading>)> {
        self.list.iter().filter_map(|document| Some((document.id, document.shared()?))).collect()
    }

    #[must_use]
    pub fn figure(&self, id: FigureId) -> Option<&crate::model::figure::Figure> {
        self.reading(id.document)?.extraction.figures.get(id.index as usize)
    }

    /// The open document with this path.
    #[must_use]
    pub fn with_path(&self, path: &Path) -> Option<&OpenDocument> {
        self.list.iter().find(|document| document.input.path() == Some(path))
    }

    fn with_hash(&self, hash: &str, but: DocumentId) -> Option<DocumentId> {
        let other = self.readings().find(|(id, reading)| *id != but && reading.document.hash == hash);
        other.map(|(id, _)| id)
    }

    /// How far the work at hand is; `None` when nothing is awaited.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        let pending = self.list.iter().filter(|document| document.is_pending()).count();
        if pending == 0 {
            return None;
        }
        let file = self.list.iter().find(|document| matches!(document.stage, Stage::Reading));
        Some(Progress {
            done: self.batch.saturating_sub(pending),
            total: self.batch.max(pending),
            file: file.map(|document| document.input.name()),
        })
    }

    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.list.iter().any(OpenDocument::is_pending)
    }

    /// The newest generation that was given out.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    fn begin(&mut self) -> u64 {
        if !self.is_busy() {
            self.batch = 0;
        }
        self.batch += 1;
        self.generation += 1;
        self.generation
    }

    /// Adds documents that wait to be read, each with what a workspace says of it. One look at what is open for all of
    /// them: a folder brings thousands.
    pub fn add(&mut self, inputs: impl IntoIterator<Item = (Input, Option<Arc<SavedDocument>>)>) -> Added {
        let mut open: FxHashSet<Input> = self.list.iter().map(|document| document.input.clone()).collect();
        let mut added = Added::default();
        for (input, saved) in inputs {
            if !open.insert(input.clone()) {
                added.open_already.push(input);
                continue;
            }
            let generation = self.begin();
            let id = DocumentId(self.next_id);
            self.next_id += 1;
            self.list.push(OpenDocument { saved, ..OpenDocument::waiting(id, input.clone(), generation) });
            added.loads.push(Task::Load { id, generation, input, password: None });
        }
        added
    }

    /// Looks for a document in another place: it waits to be read from there.
    pub fn relink(&mut self, id: DocumentId, input: Input) -> Option<u64> {
        let generation = self.begin();
        let document = self.get_mut(id)?;
        document.generation = generation;
        document.input = input;
        document.stage = Stage::Waiting;
        document.link = Link::Same;
        Some(generation)
    }

    /// Goes on with the figures that were saved; `false` where none were.
    pub fn use_saved(&mut self, id: DocumentId) -> bool {
        let Some(document) = self.get_mut(id) else { return false };
        let Some(saved) = document.saved.as_ref().filter(|saved| saved.has_figures()) else { return false };
        let reading = Arc::new(saved.reading());
        document.link = Link::FromSaved;
        document.stated = Some(Arc::clone(&reading));
        document.stage = Stage::Read(reading);
        document.made_for = None;
        true
    }

    /// Takes a changed file as it is now; the hash that it had, and the one it has.
    pub fn accept(&mut self, id: DocumentId) -> Option<(String, String)> {
        let document = self.get_mut(id)?;
        let new = document.stated.as_ref()?.document.hash.clone();
        let old = document.saved.take()?.hash.clone();
        document.link = Link::Same;
        Some((old, new))
    }

    /// Makes the figures in effect anew where decisions or twins have changed; `decisions` counts the changes of
    /// `corrections`. Gives the decisions whose figure was not found, by their index.
    pub fn revise(&mut self, corrections: &[Correction], decisions: u64) -> Vec<usize> {
        let twins = twins::twins(self.list.iter(), corrections);
        let mut lost = Vec::new();
        let mut second = Vec::new();
        let twin_of = |document: &OpenDocument| twins.get(&document.id).copied();
        let is_stale = |document: &&OpenDocument| document.made_for != Some((decisions, twin_of(document)));
        let stale: BTreeSet<DocumentId> = self.list.iter().filter(is_stale).map(|document| document.id).collect();
        for at in 0..self.list.len() {
            let document = &mut self.list[at];
            let Some(stated) = document.stated.clone().filter(|_| document.reading().is_some()) else { continue };
            let twin = twin_of(document);
            document.twin = twin;
            if !stale.contains(&document.id) && twin.is_none_or(|twin| !stale.contains(&twin)) {
                continue;
            }
            document.made_for = Some((decisions, twin));
            let own: Vec<usize> =
                (0..corrections.len()).filter(|n| document.is_meant(&corrections[*n].document)).collect();
            if own.is_empty() {
                document.stage = Stage::Read(stated);
            } else {
                let meant: Vec<&Correction> = own.iter().map(|n| &corrections[*n]).collect();
                let (reading, gone) = effective::effective(&stated, &meant);
                lost.extend(gone.into_iter().map(|n| own[n]));
                document.stage = Stage::Read(Arc::new(reading));
            }
            second.extend(twin.map(|twin| (at, twin)));
        }
        // Only once every first document is settled can the second ones be compared with them.
        for (at, twin) in second {
            let Some(primary) = self.get(twin).and_then(OpenDocument::shared) else { continue };
            if let Stage::Read(reading) = &mut self.list[at].stage {
                effective::count_once(Arc::make_mut(reading), &primary);
            }
        }
        lost
    }

    /// Remembers the password of an encrypted document.
    pub fn unlock(&mut self, id: DocumentId, password: Password) {
        if let Some(document) = self.get_mut(id) {
            document.password = Some(password);
        }
    }

    /// Sets a document that failed to waiting again.
    pub fn again(&mut self, id: DocumentId) -> Option<(u64, Input)> {
        if !matches!(self.get(id)?.stage, Stage::Failed(_)) {
            return None;
        }
        let generation = self.begin();
        let document = self.get_mut(id)?;
        document.generation = generation;
        document.stage = Stage::Waiting;
        Some((generation, document.input.clone()))
    }

    pub fn remove(&mut self, id: DocumentId) {
        self.list.retain(|document| document.id != id);
    }

    pub fn clear(&mut self) {
        self.list.clear();
    }

    /// Fails every document that is awaited, and forgets their answers.
    pub fn cancel(&mut self, reason: &Message) {
        self.generation += 1;
        for document in self.list.iter_mut().filter(|document| document.is_pending()) {
            document.generation = self.generation;
            document.stage = Stage::Failed(reason.clone());
        }
    }

    /// The awaited document that an answer is for; `None` for a late answer.
    fn awaited(&mut self, id: DocumentId, generation: u64) -> Option<&mut OpenDocument> {
        self.get_mut(id).filter(|document| document.generation == generation && document.is_pending())
    }

    pub fn started(&mut self, id: DocumentId, generation: u64) {
        if let Some(document) = self.awaited(id, generation) {
            document.stage = Stage::Reading;
        }
    }

    pub fn failed(&mut self, id: DocumentId, generation: u64, reason: Message) {
        if let Some(document) = self.awaited(id, generation) {
            document.stage = Stage::Failed(reason);
        }
    }

    /// A folder gives way to its files; `false` for a late answer.
    pub fn folder(&mut self, id: DocumentId, generation: u64) -> bool {
        let awaited = self.awaited(id, generation).is_some();
        if awaited {
            self.remove(id);
            self.batch = self.batch.saturating_sub(1);
        }
        awaited
    }

    /// Takes in a document that was read.
    pub fn loaded(&mut self, id: DocumentId, generation: u64, reading: Arc<Reading>) -> Loaded {
        let hash = reading.document.hash.clone();
        let Some(document) = self.awaited(id, generation) else {
            return Loaded::Late;
        };
        document.stated = Some(Arc::clone(&reading));
        document.made_for = None;
        document.stage = Stage::Read(reading);
        let changed = document.saved.as_ref().is_some_and(|saved| !saved.hash.is_empty() && saved.hash != hash);
        document.link = if changed { Link::Changed } else { Link::Same };
        let twin = if hash.is_empty() { None } else { self.with_hash(&hash, id) };
        let Some(twin) = twin else {
            return Loaded::New;
        };
        // The one that was opened first stays, whichever was read first.
        let (kept, gone) = (twin.min(id), twin.max(id));
        let name = self.get(gone).map(|document| document.input.name()).unwrap_or_default();
        self.remove(gone);
        Loaded::Twin { kept, gone, name }
    }
}

/// What became of documents that were to be added.
#[derive(Debug, Default)]
pub struct Added {
    /// What is to be read.
    pub loads: Vec<Task>,
    /// Those that were in the list.
    pub open_already: Vec<Input>,
}

/// What became of a document that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded {
    New,
    /// The same bytes were open already: one of the two left the list; its name.
    Twin {
        kept: DocumentId,
        gone: DocumentId,
        name: String,
    },
    /// Nobody waits for it any more.
    Late,
}
