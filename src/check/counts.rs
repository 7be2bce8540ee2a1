//! The outcome counts of one place, period and scope, with what follows from them and where they stand.

use super::context::{Context, Key, count, value_span};
use crate::model::figure::{Measure, Topic};
use crate::model::source::Span;
use crate::stats::known::Known;

/// Counts as stated, completed where the stated ones leave one answer only.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Counts {
    pub known: Known,
    /// Where the stated counts stand.
    pub spans: Vec<Span>,
}

impl Counts {
    pub fn of(cx: &Context<'_>, key: Key<'_>) -> Self {
        let mut spans = Vec::new();
        let known = Known::gather(|measure: &Measure| {
            let figure = cx.figure(&Topic::Appeals, key, measure)?;
            let count = count(figure)?;
            spans.push(value_span(figure));
            Some(count)
        });
        Self { known, spans }
    }
}
