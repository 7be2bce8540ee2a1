//! An item of an agenda among many documents, and where in its document it is shown.

use crate::model::meeting::{Decision, Item};
use crate::model::reading::DocumentId;
use crate::model::source::{Document, Span};

/// An item of an open document's agenda, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemId {
    pub document: DocumentId,
    pub index: u32,
}

/// The passage that a click on an item shows: its last decision, else its first line.
#[must_use]
pub fn passage(document: &Document, item: &Item) -> Span {
    let decided = item.decisions.iter().rev().map(|decision: &Decision| decision.span).find(|span| !span.is_empty());
    decided.unwrap_or_else(|| heading(document, item))
}

/// An item's title in the text; where it has none, its first line.
#[must_use]
pub fn heading(document: &Document, item: &Item) -> Span {
    if !item.title_span.is_empty() {
        return item.title_span;
    }
    let line = document.slice(item.span).split('\n').next().unwrap_or_default();
    Span { start: item.span.start, end: item.span.start + line.len() as u32 }
}
