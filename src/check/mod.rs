//! Recomputes what minutes state: rules R1-R14, one file a rule or family.

use crate::model::finding::Report;
use crate::model::reading::Extraction;
use crate::model::source::Document;

/// Every finding of the rules about one document.
#[must_use]
pub fn check(_document: &Document, _extraction: &Extraction) -> Report {
    Report::default()
}
