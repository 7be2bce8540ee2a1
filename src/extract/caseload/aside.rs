//! What stands in parentheses behind a value: the same of another time, "52 (58 i 2019)", of another place, or the staff.

use super::bind::period;
use super::{Setting, figure, sentence_source};
use crate::data::caseload::CASELOAD;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::model::figure::{Figure, Measure, Place};
use crate::model::period::Period;
use crate::text::token::Token;

/// What a value is a value of.
#[derive(Clone, Debug)]
pub struct Told {
    pub place: Option<Place>,
    pub period: Option<Period>,
    pub measure: Measure,
}

impl Told {
    /// The figure of a number in a sentence.
    pub fn figure(self, clause: &Clause<'_>, at: usize, scope: String) -> Figure {
        let value = clause.tokens[at].number().unwrap_or_default();
        let source = sentence_source(clause.tokens[at].span, clause.span);
        let mut out = figure(self.place, self.period, scope, self.measure, value, source);
        out.hedge = clause.values().iter().find(|value| value.start == at).and_then(|value| value.hedge.clone());
        out
    }
}

/// What a parenthesis holds.
#[derive(Debug)]
pub(super) struct Parenthesis {
    /// Where its number stands, if it has one.
    pub at: Option<usize>,
    /// What it says of the number, or of the value before it.
    pub period: Option<Period>,
    pub measure: Option<Measure>,
    pub end: usize,
}

/// Reads the parenthesis that opens at a token: one number at most, with a period, a unit and small words; `None` for
/// any other.
pub(super) fn parenthesis(clause: &Clause<'_>, open: usize, setting: &Setting) -> Option<Parenthesis> {
    let tokens = &clause.tokens;
    if !tokens.get(open)?.is_symbol('(') {
        return None;
    }
    let end = open + tokens[open..].iter().position(|t| t.is_symbol(')'))?;
    let mut out = Parenthesis { at: None, period: None, measure: None, end: end + 1 };
    let mut at = open + 1;
    while at < end {
        if let Some(mention) = clause.periods.iter().find(|mention| mention.start == at && mention.end <= end) {
            if out.period.is_some() {
                return None;
            }
            out.period = Some(period(mention, clause, setting)?);
            at = mention.end;
            continue;
        }
        let token = &tokens[at];
        if token.number().is_some() {
            if out.at.replace(at).is_some() {
                return None;
            }
        } else if CASELOAD.lists.posts.has(token) && out.at == at.checked_sub(1) {
            out.measure = Some(Measure::Fte);
        } else if !is_small(tokens, at) {
            return None;
        }
        at += 1;
    }
    Some(out)
}

fn is_small(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let words = ["mod", "i", "var", "det", "tallet", "pr", "per", "var", "er", "samme", "uændret", "fra"];
    is_unit(token)
        || token.is_any(&words)
        || [',', ':', '.'].iter().any(|sign| token.is_symbol(*sign))
        || WORDS.hedges.at(tokens, at).is_some()
}

/// "sager pr. rådgiver"
pub(super) fn is_unit(token: &Token<'_>) -> bool {
    CASELOAD.lists.counted.has(token)
        || CASELOAD.staff.has(token)
        || token.is_any(&["pr", "per", "hver"])
        || token.is_symbol('.')
}
