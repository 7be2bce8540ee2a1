//! A paragraph with its clauses, each read once however many kinds of figures ask for it.

use crate::extract::clause::{Clause, Tokens};
use crate::text::prose::Tokenised;
use crate::text::sentence::Paragraph;
use std::cell::OnceCell;

/// A paragraph that is read as far as it is asked for.
#[derive(Debug)]
pub struct Passage<'a> {
    pub paragraph: &'a Paragraph,
    tokenised: &'a Tokenised<'a>,
    text: &'a str,
    lower: &'a str,
    whole: OnceCell<Clause<'a>>,
    sentences: OnceCell<Vec<Clause<'a>>>,
}

impl<'a> Passage<'a> {
    /// A paragraph of a text; `lower` is the text in aligned lower case.
    #[must_use]
    pub fn new(text: &'a str, lower: &'a str, tokenised: &'a Tokenised<'a>) -> Self {
        let paragraph = &tokenised.paragraph;
        Self { paragraph, tokenised, text, lower, whole: OnceCell::new(), sentences: OnceCell::new() }
    }

    /// The paragraph as one clause.
    #[must_use]
    pub fn whole(&self) -> &Clause<'a> {
        if self.paragraph.sentences[..] == [self.paragraph.span] {
            return &self.sentences()[0];
        }
        self.whole.get_or_init(|| Clause::read(self.text, self.lower, self.paragraph.span))
    }

    /// Each sentence, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Clause<'a>] {
        self.sentences.get_or_init(|| {
            let sentences = self.paragraph.sentences.iter().zip(&self.tokenised.sentences);
            sentences.map(|(span, tokens)| Clause::of(self.text, *span, Tokens::Shared(tokens))).collect()
        })
    }
}
