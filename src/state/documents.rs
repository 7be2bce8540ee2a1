//! The documents that are open, and how far each of them is.

use crate::command::Input;
use crate::model::finding::Message;
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::path::Path;
use std::sync::Arc;

/// How far a document is.
#[derive(Clone, Debug)]
pub enum Stage {
    Waiting,
    Reading,
    Read(Arc<Reading>),
    /// Could not be read: what is wrong and what to do.
    Failed(Message),
}

/// A document in the list.
#[derive(Clone, Debug)]
pub struct OpenDocument {
    pub id: DocumentId,
    pub input: Input,
    pub stage: Stage,
    /// The generation of the load that is awaited; answers of others are late.
    pub generation: u64,
}

impl OpenDocument {
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        match &self.stage {
            Stage::Read(reading) => Some(reading),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_pending(&self) -> bool {
        matches!(self.stage, Stage::Waiting | Stage::Reading)
    }
}

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
        let shared = self.list.iter().filter_map(|document| match &document.stage {
            Stage::Read(reading) => Some((document.id, Arc::clone(reading))),
            _ => None,
        });
        shared.collect()
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

    /// Adds a waiting document; `None` where it is open already.
    pub fn add(&mut self, input: Input) -> Option<(DocumentId, u64)> {
        if self.list.iter().any(|document| document.input == input) {
            return None;
        }
        let generation = self.begin();
        let id = DocumentId(self.next_id);
        self.next_id += 1;
        self.list.push(OpenDocument { id, input, stage: Stage::Waiting, generation });
        Some((id, generation))
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
        document.stage = Stage::Read(reading);
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
