//! The same meeting as several files (PDF and DOCX, agenda and minutes): which of them its figures are counted in.

use super::document::OpenDocument;
use super::effective;
use crate::model::correction::{About, Correction};
use crate::model::meeting::DocumentKind;
use crate::model::reading::{DocumentId, Reading};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// For each document that is not the first of its meeting: the one that is. Municipality, committee and date must all
/// be known and the same: a committee meets once a day, two committees may meet on the same.
pub fn twins<'a>(
    documents: impl Iterator<Item = &'a OpenDocument>,
    corrections: &[Correction],
) -> BTreeMap<DocumentId, DocumentId> {
    let mut meetings: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for document in documents.filter(|document| document.reading().is_some()) {
        let Some(stated) = &document.stated else { continue };
        let mut meeting = stated.extraction.meeting.clone_facts();
        for correction in corrections {
            if let About::Document(facts) = &correction.about
                && document.is_meant(&correction.document)
            {
                effective::meet(&mut meeting, facts);
            }
        }
        let (Some(municipality), Some(committee), Some(date)) = (meeting.municipality, meeting.committee, meeting.date)
        else {
            continue;
        };
        let kind = match meeting.kind {
            DocumentKind::Minutes => 0,
            DocumentKind::Unknown => 1,
            DocumentKind::Agenda => 2,
        };
        meetings.entry((municipality, plain(&committee), date)).or_default().push((kind, document.id, stated));
    }
    let mut twins = BTreeMap::new();
    // Most meetings have one file: only where there are more are its figures counted.
    for files in meetings.into_values().filter(|files| files.len() > 1) {
        let figures =
            |reading: &Reading| reading.extraction.figures.iter().filter(|figure| figure.is_certain()).count();
        let rank = |(kind, id, stated): (i32, DocumentId, &Arc<Reading>)| (kind, Reverse(figures(stated)), id);
        let mut ranks: Vec<_> = files.into_iter().map(rank).collect();
        ranks.sort_unstable();
        let first = ranks[0].2;
        twins.extend(ranks[1..].iter().map(|(_, _, id)| (*id, first)));
    }
    twins
}

/// A committee's name without what files write differently.
fn plain(committee: &str) -> String {
    committee.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
