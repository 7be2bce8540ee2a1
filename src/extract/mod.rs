//! Finds figures and the meeting in a document. Never fails, never panics: what is not understood is left out.

pub mod appeals;
pub mod clause;
pub mod grid;
pub mod outline;
pub mod period;
pub mod place;
pub mod segment;
pub mod value;

use crate::model::meeting::Meeting;
use crate::model::reading::Extraction;
use crate::model::source::Document;
use crate::text::lower::aligned;

/// All figures, gaps and the meeting of a document.
#[must_use]
pub fn extract(document: &Document) -> Extraction {
    let lower = aligned(&document.text);
    let mut meeting = Meeting::default();
    let outline = outline::outline(document, &lower, &meeting);
    meeting.municipality = outline.own.as_ref().map(ToString::to_string);
    let (mut figures, gaps) = appeals::appeals(document, &lower, &outline);
    figures.sort_by_key(|figure| figure.source().map(|source| source.value.start));
    Extraction { meeting, figures, gaps }
}
