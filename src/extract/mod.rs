//! Finds figures and the meeting in a document. Never fails, never panics: what is not understood is left out.

pub mod date;
pub mod minutes;

use crate::model::reading::Extraction;
use crate::model::source::Document;

/// All figures, gaps and the meeting of a document.
#[must_use]
pub fn extract(_document: &Document) -> Extraction {
    Extraction::default()
}
