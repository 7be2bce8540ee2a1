//! A number in a sentence that can be a figure.

use crate::model::figure::Hedge;
use crate::model::source::Span;

/// A number that can be a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The tokens of the number with its unit, hedge and "alle" left out.
    pub start: usize,
    pub end: usize,
    /// The characters of the number alone.
    pub span: Span,
    pub value: f64,
    pub decimals: u8,
    pub kind: ValueKind,
    pub hedge: Option<Hedge>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    Count,
    Percent,
    /// No unit: a percentage if it stands behind the name of a rate, else a count.
    Bare,
}
