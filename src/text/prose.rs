//! A document's sentences as extraction and checks both read them: cut once, in lower case, each with its tokens.

use crate::model::source::{BlockKind, Document};
use crate::text::lower::aligned;
use crate::text::sentence::{Paragraph, paragraphs};
use crate::text::token::{Token, tokens};

/// The text of a document in aligned lower case, with the running heads and page numbers blanked: a sentence that a
/// page divides is read as one.
#[must_use]
pub fn lower(document: &Document) -> String {
    let mut lower = aligned(&document.text);
    for block in document.blocks.iter().filter(|b| b.kind == BlockKind::Furniture) {
        lower.replace_range(block.span.range(), &" ".repeat(block.span.range().len()));
    }
    lower
}

/// The paragraphs of a document with the tokens of each sentence.
#[derive(Debug)]
pub struct Prose<'a> {
    /// The text in aligned lower case.
    pub lower: &'a str,
    pub passages: Vec<Tokenised<'a>>,
}

/// A paragraph with the tokens of each of its sentences.
#[derive(Debug)]
pub struct Tokenised<'a> {
    pub paragraph: Paragraph,
    pub sentences: Vec<Vec<Token<'a>>>,
}

impl<'a> Prose<'a> {
    /// The paragraphs of a document; `lower` is its text as [`lower`] makes it.
    #[must_use]
    pub fn of(document: &Document, lower: &'a str) -> Self {
        let read = |paragraph: Paragraph| {
            let sentences = paragraph.sentences.iter().map(|span| tokens(&document.text, lower, *span)).collect();
            Tokenised { paragraph, sentences }
        };
        Self { lower, passages: paragraphs(document).into_iter().map(read).collect() }
    }
}
