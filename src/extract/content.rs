//! What stands in a cell of a table's body: its numbers, nothing, or words.

use crate::model::source::{Document, Span};
use crate::text::token::{Kind, Token, tokens};

/// What stands in a cell of the table's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Value {
        value: f64,
        decimals: u8,
        percent: bool,
        span: Span,
    },
    Blank,
    /// "-", "ikke opgjort", "færre end 5", or words.
    Words,
}

/// The numbers of a cell: one, a count and a percentage, a part and its whole with or without the share; words otherwise.
pub(super) fn contents(document: &Document, lower: &str, span: Span) -> Vec<Content> {
    if document.slice(span).trim().is_empty() {
        return vec![Content::Blank];
    }
    let tokens = tokens(&document.text, lower, span);
    // "24/70 (34 %)", "24 ud af 70"
    let of = |t: &Token<'_>| t.is_symbol('/') || t.is("af") || t.kind == Kind::CaseNumber;
    let unit = |t: &Token<'_>| {
        t.is_symbol('%') || t.is_any(&["pct", "procent", "kr", "stk", "sag", "sager", "ca", "knap", "godt", "ud", "af"])
    };
    // "37/146 (25 %)" is no case number.
    let pair = |t: &Token<'_>| (t.kind == Kind::CaseNumber && tokens.len() > 3).then(|| halves(t)).flatten();
    let sign = |t: &Token<'_>| matches!(t.kind, Kind::Symbol('(' | ')' | '.' | ',' | '*' | '/'));
    let only_numbers = tokens.iter().all(|t| t.number().is_some() || unit(t) || sign(t) || pair(t).is_some());
    let mut out = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let Some((value, decimals)) = token.number() {
            let percent = tokens.get(at + 1).is_some_and(|t| t.is_symbol('%') || t.is_any(&["pct", "procent"]));
            out.push(Content::Value { value, decimals, percent, span: token.span });
        }
        out.extend(pair(token).into_iter().flatten());
    }
    let most = if tokens.iter().any(of) { 3 } else { 2 };
    if only_numbers && (1..=most).contains(&out.len()) { out } else { vec![Content::Words] }
}

/// The two numbers around the stroke of what else looks like a case number.
fn halves(token: &Token<'_>) -> Option<[Content; 2]> {
    let (part, whole) = token.lower.split_once('/')?;
    let start = token.span.start as usize;
    let value = |text: &str, from: usize| {
        let span = Span::new(from..from + text.len());
        Some(Content::Value { value: text.parse().ok()?, decimals: 0, percent: false, span })
    };
    Some([value(part, start)?, value(whole, start + part.len() + 1)?])
}
