//! The page of cases: every item of every agenda as one list, by theme, and what is left undone.

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
    /// Counts the questions: an answer to an older one is late.
    number: u64,
    awaited: bool,
    /// The revision for which the agendas were asked; `None` when they have to be read anew.
    asked_for: Option<u64>,
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
        self.awaited
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
        self.number += 1;
        self.awaited = false;
        self.asked_for = None;
    }

    /// The question for the agendas, where something changed since they were asked for.
    pub fn ask(
        &mut self,
        revision: u64,
        documents: impl FnOnce() -> Vec<(DocumentId, Arc<Reading>)>,
    ) -> Option<Agenda> {
        if self.asked_for == Some(revision) || self.awaited {
            return None;
        }
        self.asked_for = Some(revision);
        self.number += 1;
        self.awaited = true;
        Some(Agenda { number: self.number, filter: self.filter.clone(), documents: documents() })
    }

    /// Takes in the agendas, unless a newer question is on its way.
    pub fn take(&mut self, number: u64, agendas: Agendas) {
        if number == self.number {
            self.awaited = false;
            self.agendas = agendas;
        }
    }
}
