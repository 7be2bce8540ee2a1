//! A document with all that was found in it.

use crate::model::figure::{Figure, Gap};
use crate::model::finding::Report;
use crate::model::meeting::{DocumentKind, Meeting};
use crate::model::source::Document;
use std::sync::Arc;

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
    /// Shared, so that a reading with other figures in effect does not hold the text a second time.
    pub document: Arc<Document>,
    pub extraction: Extraction,
    pub report: Report,
}

impl Reading {
    /// True for a document that was sent out before the meeting.
    #[must_use]
    pub fn is_agenda(&self) -> bool {
        self.extraction.meeting.kind == DocumentKind::Agenda
    }
}

/// A document among those that are open; never given out twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(pub u32);

/// A figure of an open document: its index in `Extraction::figures`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureId {
    pub document: DocumentId,
    pub index: u32,
}
