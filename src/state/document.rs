//! One document that is open, and how far it is.

use crate::command::{Input, Password};
use crate::model::finding::Message;
use crate::model::reading::{DocumentId, Reading};
use crate::project::workspace::SavedDocument;
use std::sync::Arc;

/// How far a document is.
#[derive(Clone, Debug)]
pub enum Stage {
    Waiting,
    Reading,
    /// Read: the figures in effect.
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
    /// What a person entered to open it.
    pub password: Option<Password>,
    /// What was read, before any decision of the user.
    pub stated: Option<Arc<Reading>>,
    /// What the workspace that was opened says of it.
    pub saved: Option<Arc<SavedDocument>>,
    pub link: Link,
    /// The document of the same meeting in which its figures are counted.
    pub twin: Option<DocumentId>,
    /// For which decisions and which twin its figures in effect were made.
    pub(super) made_for: Option<(u64, Option<DocumentId>)>,
}

/// How a document stands to the workspace that was opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// As it was, or not from a workspace.
    #[default]
    Same,
    /// The file has changed since the workspace was saved.
    Changed,
    /// The file is not used; its figures are those that were saved.
    FromSaved,
}

impl OpenDocument {
    /// A document that waits to be read.
    #[must_use]
    pub fn waiting(id: DocumentId, input: Input, generation: u64) -> Self {
        Self {
            id,
            input,
            stage: Stage::Waiting,
            generation,
            password: None,
            stated: None,
            saved: None,
            link: Link::Same,
            twin: None,
            made_for: None,
        }
    }

    /// True where a decision about the document with this hash is about this one: it has that hash, or had it when
    /// the workspace was saved.
    #[must_use]
    pub fn is_meant(&self, hash: &str) -> bool {
        let has = |own: &str| !own.is_empty() && own == hash;
        self.stated.as_ref().is_some_and(|reading| has(&reading.document.hash))
            || self.saved.as_ref().is_some_and(|saved| has(&saved.hash))
    }

    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        match &self.stage {
            Stage::Read(reading) => Some(reading),
            _ => None,
        }
    }

    /// The reading, to be worked on elsewhere.
    #[must_use]
    pub fn shared(&self) -> Option<Arc<Reading>> {
        match &self.stage {
            Stage::Read(reading) => Some(Arc::clone(reading)),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_pending(&self) -> bool {
        matches!(self.stage, Stage::Waiting | Stage::Reading)
    }
}
