//! Documents that leave the list and come back as they were.

use super::Documents;
use crate::model::reading::DocumentId;
use crate::state::document::OpenDocument;
use std::collections::BTreeSet;

impl Documents {
    /// Takes documents out of the list.
    pub fn take(&mut self, ids: &[DocumentId]) -> Vec<OpenDocument> {
        let gone: BTreeSet<DocumentId> = ids.iter().copied().collect();
        let (taken, kept) = self.list.drain(..).partition(|document| gone.contains(&document.id));
        self.list = kept;
        taken
    }

    /// Puts a document that was taken out back in its place; `None` where it was opened anew since, and the generation
    /// to read it with where that is still to be done.
    pub fn put_back(&mut self, document: OpenDocument) -> Option<Option<u64>> {
        let hash = document.stated.as_ref().map_or("", |stated| stated.document.hash.as_str());
        let twin = !hash.is_empty() && self.with_hash(hash, document.id).is_some();
        let at = self.list.binary_search_by_key(&document.id, |other| other.id).err()?;
        if twin || self.list.iter().any(|other| other.input == document.input) {
            return None;
        }
        let awaited = document.is_pending().then(|| self.begin());
        let generation = awaited.unwrap_or(document.generation);
        self.list.insert(at, OpenDocument { generation, made_for: None, ..document });
        Some(awaited)
    }
}
