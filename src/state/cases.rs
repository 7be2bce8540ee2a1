//! The page of cases: every item of every agenda as one list, by theme, and what is left undone.

use super::question::Question;
pub use crate::find::agenda::{Agenda, Agendas};
pub use crate::find::item::{ItemId, heading, passage};
pub use crate::find::loops::{LoopKind, OpenLoop};
use crate::model::reading::{DocumentId, Reading};
use std::sync::Arc;

/// What the page of cases shows, and by what it is kept. The worker reads the agendas.
#[derive(Debug, Default)]
pub struct CasesView {
    filter: String,
    agendas: Agendas,
    /// For which revision the agendas were asked.
    question: Question<u64>,
}

impl CasesView {
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// The items that are shown, in the order of the documents.
    #[must_use]
    pub fn rows(&self) -> &[ItemId] {
        &self.agendas.rows
    }

    /// How many items there are, shown or not.
    #[must_use]
    pub fn all(&self) -> usize {
        self.agendas.all
    }

    /// True while the agendas are being read.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.question.is_awaited()
    }

    /// The items of a theme, document by document.
    #[must_use]
    pub fn theme(&self, key: &str) -> &[(DocumentId, Vec<u32>)] {
        self.agendas.themes.get(key).map_or(&[], Vec::as_slice)
    }

    /// What the agendas leave undone.
    #[must_use]
    pub fn loops(&self) -> &[OpenLoop] {
        &self.agendas.loops
    }

    pub fn set_filter(&mut self, filter: String) {
        self.filter = filter;
        self.question.overtake();
    }

    /// The question for the agendas, where something changed since they were asked for.
    pub fn ask(
        &mut self,
        revision: u64,
        documents: impl FnOnce() -> Vec<(DocumentId, Arc<Reading>)>,
    ) -> Option<Agenda> {
        if self.question.was_for(&revision) || self.question.is_awaited() {
            return None;
        }
        Some(Agenda { number: self.question.put(revision), filter: self.filter.clone(), documents: documents() })
    }

    /// Takes in the agendas, unless a newer question is on its way.
    pub fn take(&mut self, number: u64, agendas: Agendas) {
        if self.question.is_answered_by(number) {
            self.agendas = agendas;
        }
    }
}
