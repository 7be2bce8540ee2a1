//! A number in a sentence with its unit, what it counts, how it is given; and what it is of.

use crate::data::indicators::Shape;
use crate::model::figure::{Hedge, Unit};
use crate::model::source::Span;

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// Nothing that is counted: a verb, a preposition, the end.
    None,
    /// A noun that a measure counts, or people, at this token.
    Known(usize),
    /// Some other noun: the number is of something else.
    Other,
}

/// How the number is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    Plain,
    /// "faldet med 33": how much something changed; the sign.
    Change(f64),
    /// "200 flere end": how far it is from something; the sign.
    Difference(f64),
    /// "under 10", "mindst 20".
    Limit,
    /// "30-50", with the upper end.
    Range {
        high: f64,
        decimals: u8,
        span: Span,
    },
}

/// Is the number the beginning or the end of a change?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    From,
    To,
}

/// A number that can be a figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    /// The tokens of the number with its unit.
    pub start: usize,
    pub end: usize,
    /// The characters of the number, with "mio." where that is part of it.
    pub span: Span,
    pub value: f64,
    pub decimals: u8,
    pub shape: Shape,
    pub unit: Unit,
    pub noun: Noun,
    pub form: Form,
    pub way: Option<End>,
    pub hedge: Option<Hedge>,
    /// "to ud af tre": the whole, and its token.
    pub of: Option<(f64, usize)>,
}

/// What an amount is, before where and when are settled.
#[derive(Clone, Debug)]
pub(super) struct Sense {
    pub topic: &'static str,
    pub measure: &'static str,
    pub scope: String,
    pub shared: bool,
}
