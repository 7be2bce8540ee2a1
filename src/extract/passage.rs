//! A paragraph with its clauses, each read once however many kinds of figures ask for it.

use crate::data::caseload::CASELOAD;
use crate::data::signature::Signature;
use crate::extract::clause::{Clause, Tokens};
use crate::model::source::Span;
use crate::text::prose::{Prose, Tokenised};
use crate::text::sentence::Paragraph;
use crate::text::token::Token;
use std::borrow::Cow;
use std::sync::OnceLock;

/// A paragraph that is read as far as it is asked for.
#[derive(Debug)]
pub struct Passage<'a> {
    pub paragraph: Cow<'a, Paragraph>,
    prose: &'a Prose<'a>,
    tokenised: &'a Tokenised,
    text: &'a str,
    /// Asked for of few passages.
    whole: OnceLock<Box<Clause<'a>>>,
    sentences: OnceLock<Vec<Clause<'a>>>,
}

impl<'a> Passage<'a> {
    /// A paragraph of a text. It begins at `from`, if that is given.
    #[must_use]
    pub fn new(text: &'a str, prose: &'a Prose<'a>, tokenised: &'a Tokenised, from: Option<u32>) -> Self {
        let mut paragraph = Cow::Borrowed(&tokenised.paragraph);
        if let Some(from) = from {
            let cut = paragraph.to_mut();
            cut.span.start = from;
            cut.sentences.retain(|sentence| sentence.end > from);
            cut.sentences.iter_mut().for_each(|sentence| sentence.start = sentence.start.max(from));
        }
        Self { paragraph, prose, tokenised, text, whole: OnceLock::new(), sentences: OnceLock::new() }
    }

    /// The tokens of each sentence of the whole paragraph.
    fn tokens(&self) -> impl ExactSizeIterator<Item = &'a [Token<'a>]> + use<'a> {
        self.prose.sentences(self.tokenised)
    }

    /// The paragraph as one clause.
    #[must_use]
    pub fn whole(&self) -> &Clause<'a> {
        if self.paragraph.sentences[..] == [self.paragraph.span] {
            return &self.sentences()[0];
        }
        self.whole.get_or_init(|| {
            let all = self.tokens().flatten();
            let tokens = all.filter(|token| token.span.start >= self.paragraph.span.start).cloned().collect();
            Box::new(Clause::of(self.text, self.paragraph.span, Tokens::Own(tokens)))
        })
    }

    /// May it hold words of caseloads? Cheaper than reading it whole.
    #[must_use]
    pub fn may_speak_of_caseloads(&self) -> bool {
        let whole = self.paragraph.span;
        if let Some([sentence]) = self.sentences.get().map(Vec::as_slice)
            && sentence.span == whole
        {
            return !sentence.caseload_terms().is_empty();
        }
        let from = |tokens: &[Token<'_>]| tokens.partition_point(|token| token.span.start < whole.start);
        self.tokens()
            .map(|tokens| &tokens[from(tokens)..])
            .any(|tokens| CASELOAD.terms.is_in(tokens, &Signature::of(tokens)))
    }

    /// Each sentence, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Clause<'a>] {
        self.sentences.get_or_init(|| {
            let cut = self.tokens().len() - self.paragraph.sentences.len();
            let sentences = self.paragraph.sentences.iter().zip(self.tokens().skip(cut));
            let read = |(span, tokens): (&Span, &'a [Token<'a>])| {
                let from = tokens.partition_point(|token| token.span.start < span.start);
                Clause::of(self.text, *span, Tokens::Shared(&tokens[from..]))
            };
            sentences.map(read).collect()
        })
    }
}
