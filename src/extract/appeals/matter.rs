//! What some of the cases are about, where no law is told of it: "Tre af sagerne vedrører hjælpemidler".

use super::label::{Label, LabelKind};
use crate::data::lexicon::Hit;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::extract::value::Value;
use crate::text::token::{Kind, Token};
use std::ops::Range;

/// "Tre af sagerne vedrører hjælpemidler": the words that say of what some of the cases are, where no law is told.
pub(super) fn unnamed_matter(clause: &Clause<'_>, labels: &[Label], scopes: &[Hit<String>]) -> Option<Range<usize>> {
    const VERBS: [&str; 10] = [
        "vedrører",
        "vedrørte",
        "handler",
        "handlede",
        "drejer",
        "drejede",
        "omhandler",
        "omhandlede",
        "gælder",
        "gjaldt",
    ];
    if !clause.has_word(&VERBS) {
        return None;
    }
    let tokens = &clause.tokens;
    let verb = tokens.iter().position(|t| t.is_any(&VERBS))?;
    let some = |part: &Value| {
        let next = tokens.get(part.end);
        let of = next.is_some_and(|t| t.is("af"));
        part.end < verb && (of || next.is_some_and(|t| WORDS.lists.rest.has(t)))
    };
    let ends = |t: &Token<'_>| matches!(t.kind, Kind::Symbol(',' | ';' | '.' | ':'));
    let end = (verb..tokens.len()).find(|&at| ends(&tokens[at])).unwrap_or(tokens.len());
    let named = scopes.iter().any(|hit| (verb..end).contains(&hit.start));
    let outcome = labels.iter().any(|label| label.kind == LabelKind::Outcome && label.start < verb);
    (clause.values().iter().any(some) && !named && !outcome).then_some(verb..end)
}
