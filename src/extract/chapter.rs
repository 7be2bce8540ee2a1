//! A chapter of a document: a sequence of paragraphs and tables.

use crate::extract::passage::Passage;
use crate::model::source::Span;

/// An item of the agenda, or what stands before the first.
#[derive(Debug)]
pub struct Chapter<'a> {
    /// Index of the agenda item; `None` for what stands before the first, or a document without items.
    pub item: Option<u32>,
    /// Where the item's title stands.
    pub title: Option<Span>,
    pub span: Span,
    pub parts: Vec<Part<'a>>,
}

/// What a chapter is made of.
#[derive(Debug)]
pub enum Part<'a> {
    Paragraph(Box<Passage<'a>>),
    /// Index into the document's tables.
    Table(u32),
}
