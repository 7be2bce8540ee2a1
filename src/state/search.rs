//! The search across all open documents: what is looked for, and what was found, municipality by municipality.

use super::documents::Documents;
use super::question::Question;
use crate::find::{Hit, Search};
use crate::model::reading::DocumentId;
use std::collections::BTreeMap;

/// What was found in the documents of one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// `None` for documents whose municipality is not known.
    pub place: Option<String>,
    pub hits: Vec<Hit>,
}

/// What the search shows.
#[derive(Debug, Default)]
pub struct SearchView {
    pub open: bool,
    query: String,
    groups: Vec<Group>,
    /// True where there are more hits than are shown.
    pub more: bool,
    /// For which revision the documents were searched.
    question: Question<u64>,
}

impl SearchView {
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The hits by municipality, in the order of the alphabet.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many hits there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }

    /// True while documents are searched.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.question.is_awaited()
    }

    pub fn set_query(&mut self, query: String) {
        self.query = query;
        self.question.outdate();
    }

    /// The question for the worker, where something changed since it was asked.
    pub fn ask(&mut self, documents: &Documents, revision: u64) -> Option<Search> {
        if !self.open || self.question.was_for(&revision) {
            return None;
        }
        if self.query.trim().is_empty() {
            self.groups.clear();
            self.more = false;
            self.question.settle(revision);
            return None;
        }
        let number = self.question.put(revision);
        Some(Search { number, query: self.query.clone(), documents: documents.shared() })
    }

    /// Takes in the hits, unless a newer question is on its way.
    pub fn found(&mut self, documents: &Documents, number: u64, hits: Vec<Hit>, more: bool) {
        if !self.question.is_answered_by(number) {
            return;
        }
        self.more = more;
        let place = |id: DocumentId| documents.reading(id)?.extraction.meeting.municipality.clone();
        let mut groups: BTreeMap<(bool, Option<String>), Vec<Hit>> = BTreeMap::new();
        for hit in hits {
            let place = place(hit.document);
            groups.entry((place.is_none(), place)).or_default().push(hit);
        }
        self.groups = groups.into_iter().map(|((_, place), hits)| Group { place, hits }).collect();
    }
}
