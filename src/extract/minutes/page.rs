//! A document's lines with what they are known to be, and where its items begin.

use super::line::Line;
use super::role::Role;
use crate::data::minutes::Words;
use crate::model::meeting::Entry;
use crate::model::source::Span;

/// The beginning of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The line with which the item begins, and the byte at which it begins there.
    pub line: usize,
    pub offset: u32,
    /// The first line after the heading.
    pub body: usize,
    pub number: Option<String>,
    pub title: String,
    pub title_span: Span,
    pub closed: bool,
}

/// What the lines of a document are known to be.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    pub lines: &'a [Line<'a>],
    pub roles: &'a [Role],
    pub entries: &'a [Entry],
    /// Lines of the table of contents.
    pub contents: &'a [bool],
    pub words: &'a Words,
}
