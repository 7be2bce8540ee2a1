//! Decisions about figures and documents, and taking them back.

use super::AppState;
use super::document::OpenDocument;
use super::history::Step;
use crate::command::{Decision, Job};
use crate::model::correction::{About, Change, Correction, FigureKey};
use crate::model::figure::Figure;
use crate::model::reading::{DocumentId, FigureId};
use std::collections::BTreeSet;

impl AppState {
    /// Every decision, in the order in which they were made.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// The decision about a figure, if there is one.
    #[must_use]
    pub fn decision(&self, id: FigureId) -> Option<&Correction> {
        self.decision_at(id).map(|at| &self.corrections[at])
    }

    /// What a document states at a figure's place, before any decision; `None` for an added figure.
    #[must_use]
    pub fn stated(&self, id: FigureId) -> Option<&Figure> {
        self.documents.get(id.document)?.stated.as_ref()?.extraction.figures.get(id.index as usize)
    }

    /// The decision about a document as a whole, if there is one.
    #[must_use]
    pub fn document_decision(&self, id: DocumentId) -> Option<&Correction> {
        let document = self.documents.get(id)?;
        let mut own = self.corrections.iter().filter(|correction| document.is_meant(&correction.document));
        own.find(|correction| matches!(correction.about, About::Document(_)))
    }

    /// The figures that the user decided about.
    pub(super) fn decided_figures(&self) -> BTreeSet<FigureId> {
        let mut decided = BTreeSet::new();
        for document in self.documents.list() {
            let Some(stated) = &document.stated else { continue };
            let mut added = stated.extraction.figures.len();
            for correction in self.corrections.iter().filter(|correction| document.is_meant(&correction.document)) {
                let index = match &correction.about {
                    About::Figure { key, .. } => key.find(&stated.document, &stated.extraction.figures),
                    About::Added(_) => {
                        added += 1;
                        Some(added - 1)
                    }
                    About::Document(_) => None,
                };
                decided.extend(index.map(|index| FigureId { document: document.id, index: index as u32 }));
            }
        }
        decided
    }

    fn decision_at(&self, id: FigureId) -> Option<usize> {
        let document = self.documents.get(id.document)?;
        let stated = document.stated.as_ref()?;
        let mut own =
            self.corrections.iter().enumerate().filter(|(_, correction)| document.is_meant(&correction.document));
        let index = id.index as usize;
        let found = match index.checked_sub(stated.extraction.figures.len()) {
            Some(nth) => own.filter(|(_, correction)| matches!(correction.about, About::Added(_))).nth(nth),
            None => own.find(|(_, correction)| match &correction.about {
                About::Figure { key, .. } => key.find(&stated.document, &stated.extraction.figures) == Some(index),
                About::Added(_) | About::Document(_) => false,
            }),
        };
        found.map(|(at, _)| at)
    }

    /// Makes a decision; an earlier one about the same thing gives way.
    pub(super) fn decide(&mut self, decision: Decision) {
        let mut after = self.corrections.clone();
        let made = |document: &OpenDocument, about, reason: String| {
            let hash = document.stated.as_ref().map(|reading| reading.document.hash.clone()).unwrap_or_default();
            Correction { document: hash, about, reason, time: self.now }
        };
        let key = match decision {
            Decision::Figure { figure, change, reason } => {
                let Some(document) = self.documents.get(figure.document) else { return };
                let old = self.decision_at(figure);
                let (about, key) = match (self.stated(figure), change) {
                    (Some(stated), change) => {
                        let Some(reading) = &document.stated else { return };
                        let Some(key) = FigureKey::of(stated, &reading.document) else { return };
                        let done = match change {
                            Change::Confirm => "undo-confirm",
                            Change::Correct(_) => "undo-correct",
                            Change::LeaveOut => "undo-leave-out",
                        };
                        (Some(About::Figure { key, change }), done)
                    }
                    (None, Change::Correct(facts)) => (Some(About::Added(facts)), "undo-correct"),
                    (None, Change::LeaveOut) => (None, "undo-leave-out"),
                    (None, Change::Confirm) => return,
                };
                let new = about.map(|about| made(document, about, reason));
                match (old, new) {
                    (Some(at), Some(new)) => after[at] = new,
                    (Some(at), None) => drop(after.remove(at)),
                    (None, Some(new)) => after.push(new),
                    (None, None) => return,
                }
                key
            }
            Decision::Add { document, facts, reason } => {
                let Some(document) = self.documents.get(document) else { return };
                after.push(made(document, About::Added(facts), reason));
                "undo-add"
            }
            Decision::Document { document: id, facts, reason } => {
                let Some(document) = self.documents.get(id) else { return };
                after.retain(|c| !(document.is_meant(&c.document) && matches!(c.about, About::Document(_))));
                after.push(made(document, About::Document(facts), reason));
                "undo-document"
            }
            Decision::Restore(figure) => {
                let Some(at) = self.decision_at(figure) else { return };
                after.remove(at);
                "undo-restore"
            }
            Decision::RestoreDocument(id) => {
                let Some(document) = self.documents.get(id) else { return };
                after.retain(|c| !(document.is_meant(&c.document) && matches!(c.about, About::Document(_))));
                "undo-restore"
            }
        };
        let before = std::mem::replace(&mut self.corrections, after.clone());
        self.steps.push(Step::Corrections { key, before, after });
        self.decided();
    }

    /// What follows from other decisions: every figure is made anew at the next turn.
    pub(super) fn decided(&mut self) {
        self.decisions += 1;
        self.revision += 1;
        self.shown = self.revision;
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self) -> Vec<Job> {
        match self.steps.undo() {
            None => Vec::new(),
            Some(Step::Corrections { before, .. }) => self.set_corrections(before),
            Some(Step::Choice { before, .. }) => {
                self.charts.choose(before);
                Vec::new()
            }
            Some(Step::Opened(inputs)) => self.close_again(&inputs.iter().collect::<Vec<_>>()),
            Some(Step::Closed(documents)) => self.put_back(documents),
        }
    }

    /// Does the last step that was taken back again.
    pub(super) fn redo(&mut self) -> Vec<Job> {
        match self.steps.redo() {
            None => Vec::new(),
            Some(Step::Corrections { after, .. }) => self.set_corrections(after),
            Some(Step::Choice { after, .. }) => {
                self.charts.choose(after);
                Vec::new()
            }
            Some(Step::Opened(inputs)) => self.add(inputs),
            Some(Step::Closed(documents)) => {
                self.close_again(&documents.iter().map(|document| &document.input).collect::<Vec<_>>())
            }
        }
    }

    fn set_corrections(&mut self, corrections: Vec<Correction>) -> Vec<Job> {
        self.corrections = corrections;
        self.decided();
        // A figure that was added and is taken back is no longer there to be shown.
        if self.selected().is_some_and(|id| self.stated(id).is_none() && self.decision_at(id).is_none()) {
            self.focus = None;
        }
        Vec::new()
    }
}
