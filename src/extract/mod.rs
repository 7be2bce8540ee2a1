//! Finds figures and the meeting in a document. Never fails, never panics: what is not understood is left out.

pub mod appeals;
pub mod axis;
pub mod caseload;
pub mod chapter;
pub mod clause;
mod content;
mod contradicted;
pub mod date;
mod divided;
pub mod grid;
mod in_words;
pub mod indicators;
mod joined;
mod lost;
pub mod minutes;
mod misspelt;
pub mod named;
mod nameless;
mod numbers;
mod order;
mod other;
pub mod outline;
mod own;
mod paged;
pub mod passage;
pub mod period;
pub mod place;
mod pointed;
mod published;
pub mod quantity;
pub mod segment;
pub mod subject;
pub mod topics;
pub mod value;

use crate::hands::Hands;
use crate::model::figure::{Doubt, Figure, Source, Topic};
use crate::model::period::Moment;
use crate::model::reading::Extraction;
use crate::model::source::{Document, Layout, Span};
use crate::text::prose::{self, Prose};
use topics::Topics;

/// All figures, gaps and the meeting of a document.
#[must_use]
pub fn extract(document: &Document) -> Extraction {
    extract_from(document, &prose::lower(document), Hands::One).0
}

/// "så sagstallet senest i 2020 er nede på 45", in a paper of 2019: no count of what is yet to come.
fn doubt_what_is_to_come(figures: &mut [Figure], meeting: Option<Moment>) {
    let Some(now) = meeting.map(|meeting| meeting.year) else { return };
    let later = |figure: &&mut Figure| {
        matches!(figure.topic, Topic::Appeals | Topic::Caseload) && figure.period.is_some_and(|p| p.from.year > now)
    };
    figures.iter_mut().filter(later).for_each(|figure| figure.doubt(Doubt::Period));
}

/// The same with one or two threads, and the document's prose; `lower` is its text as [`prose::lower`] makes it.
#[must_use]
pub fn extract_from<'a>(document: &Document, lower: &'a str, hands: Hands) -> (Extraction, Prose<'a>) {
    let (mut meeting, (prose, topics)) =
        hands.both(|| minutes::meeting(document), || (Prose::of(document, lower), Topics::of(lower)));
    let outline = outline::outline(document, &prose, &meeting, topics);
    meeting.municipality = outline.own.as_ref().map(ToString::to_string);
    let found = hands.both(
        || [appeals::appeals(document, lower, &outline), caseload::caseload(document, lower, &outline)],
        || indicators::indicators(document, lower, &outline),
    );
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    for (more_figures, more_gaps) in found.0.into_iter().chain([found.1]) {
        figures.extend(more_figures);
        gaps.extend(more_gaps);
    }
    // "4. Danmarkskort over omgørelsesprocenter 2022 ... 6": the page on which an item begins. Dots lead to the figures
    // of a list as well, which was read as a table.
    let in_list = |at: Span| document.tables.iter().any(|t| t.layout == Layout::Aligned && t.span.contains(at));
    let is_page = |figure: &Figure, source: &Source| {
        minutes::is_page(&meeting, source.value, figure.value) && !in_list(source.value)
    };
    let is_number = |source: &Source| minutes::is_item_number(&meeting, document, source.value);
    figures.retain(|figure| figure.source().is_none_or(|source| !is_page(figure, source) && !is_number(source)));
    for figure in &mut figures {
        figure.item = figure.source().and_then(|source| minutes::item_at(&meeting, source.value.start));
    }
    doubt_what_is_to_come(&mut figures, outline.meeting);
    contradicted::settle(&mut figures);
    contradicted::doubt(&mut figures);
    gaps.extend(lost::lost(document, lower, &outline, &figures));
    figures.sort_by_key(|figure| figure.source().map(|source| source.value.start));
    drop(outline);
    (Extraction { meeting, figures, gaps }, prose)
}
