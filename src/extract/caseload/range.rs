//! Ranges in tokens: `35-55`, `mellem 35 og 55`.

use crate::data::caseload::CASELOAD;
use crate::data::words::WORDS;
use crate::text::token::Token;

/// Two ends of a range in tokens: low, high, and the tokens they take.
pub(super) struct Range {
    pub low: usize,
    pub high: usize,
    pub start: usize,
    pub end: usize,
}

/// The first range from a token on: `35-55`, `35 - 55`, `mellem 35 og 55`, `35 til 55`.
pub(super) fn range(tokens: &[Token<'_>], from: usize) -> Option<Range> {
    let whole =
        |at: usize| tokens.get(at).and_then(Token::number).is_some_and(|(value, _)| value > 0.0 && value < 500.0);
    // "unge 18-29 år", "de 18-29-årige"
    let aged = |r: &Range| {
        let dash = usize::from(tokens.get(r.end).is_some_and(|t| t.is_symbol('-')));
        tokens.get(r.end + dash).and_then(Token::word).is_some_and(|w| w == "år" || w.starts_with("årig"))
    };
    let found = |at: usize| {
        let dash = whole(at) && tokens.get(at + 1).is_some_and(|t| t.is_symbol('-')) && whole(at + 2);
        if dash {
            return Some(Range { low: at, high: at + 2, start: at, end: at + 3 });
        }
        // "25 til 35 sager"
        let to = whole(at) && tokens.get(at + 1).is_some_and(|t| t.is("til")) && whole(at + 2);
        if to && !tokens[..at].iter().any(|t| WORDS.lists.change_verbs.has(t) || CASELOAD.lists.moving.has(t)) {
            return Some(Range { low: at, high: at + 2, start: at, end: at + 3 });
        }
        let words = tokens[at].is_any(&["mellem", "fra"])
            && whole(at + 1)
            && tokens.get(at + 2).is_some_and(|t| t.is_any(&["og", "til"]))
            && whole(at + 3);
        words.then_some(Range { low: at + 1, high: at + 3, start: at, end: at + 4 })
    };
    (from..tokens.len())
        .find_map(|at| found(at).filter(|r| !aged(r)))
        .filter(|r| tokens[r.low].number().zip(tokens[r.high].number()).is_some_and(|((low, _), (high, _))| low < high))
}
