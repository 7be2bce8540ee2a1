//! A document's sentences as extraction and checks both read them: cut once, in lower case, each with its tokens.

use crate::model::source::{BlockKind, Document, Span};
use crate::text::lower::aligned;
use crate::text::sentence::{Paragraph, paragraphs};
use crate::text::token::{Token, add_tokens, expected};
use std::ops::Range;

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
    /// Those of all sentences, in order: one allocation for a whole document.
    tokens: Vec<Token<'a>>,
    pub passages: Vec<Tokenised>,
}

/// A paragraph, and which of its document's tokens are those of each of its sentences.
#[derive(Debug)]
pub struct Tokenised {
    pub paragraph: Paragraph,
    sentences: Vec<Range<u32>>,
}

impl<'a> Prose<'a> {
    /// The paragraphs of a document; `lower` is its text as [`lower`] makes it.
    #[must_use]
    pub fn of(document: &Document, lower: &'a str) -> Self {
        let mut tokens = Vec::with_capacity(expected(lower.len()));
        let mut read = |paragraph: Paragraph| {
            let mut sentence = |span: &Span| {
                let start = tokens.len() as u32;
                add_tokens(&document.text, lower, *span, &mut tokens);
                start..tokens.len() as u32
            };
            let sentences = paragraph.sentences.iter().map(&mut sentence).collect();
            Tokenised { paragraph, sentences }
        };
        let passages = paragraphs(document).into_iter().map(&mut read).collect();
        Self { lower, tokens, passages }
    }

    /// The tokens of each sentence of one of the passages.
    pub fn sentences<'p>(&'p self, passage: &'p Tokenised) -> impl ExactSizeIterator<Item = &'p [Token<'a>]> {
        passage.sentences.iter().map(|range| &self.tokens[range.start as usize..range.end as usize])
    }
}
