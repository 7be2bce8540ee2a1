//! A document with all that was found in it.

use crate::model::figure::{Figure, Gap};
use crate::model::finding::Report;
use crate::model::meeting::Meeting;
use crate::model::source::Document;

/// What `extract` found in one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    pub meeting: Meeting,
    /// In the order in which they stand in the document.
    pub figures: Vec<Figure>,
    pub gaps: Vec<Gap>,
}

/// A document, read, its figures extracted and checked.
#[derive(Clone, Debug)]
pub struct Reading {
    pub document: Document,
    pub extraction: Extraction,
    pub report: Report,
}
