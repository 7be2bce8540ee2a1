//! The outcome counts of one place, period and scope, with what follows from them and where they stand.

use super::context::{Context, Key, count, strays, value_span};
use crate::model::figure::{Figure, Measure, Topic};
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
        let wholes = [Measure::Considered, Measure::Decided];
        let wholes: Vec<&Figure> = wholes.iter().filter_map(|m| cx.figure(&Topic::Appeals, key, m)).collect();
        let known = Known::gather(|measure: &Measure| {
            let figure = cx.figure(&Topic::Appeals, key, measure)?;
            if wholes.iter().any(|whole| strays(figure, whole)) {
                return None;
            }
            let count = count(figure)?;
            spans.push(value_span(figure));
            Some(count)
        });
        Self { known, spans }
    }
}

/// Does the document give two totals for what a key names: then it is not known which cases they are.
pub(super) fn ambiguous(cx: &Context<'_>, key: Key<'_>) -> bool {
    let totals = [Measure::Decided, Measure::Considered];
    totals.iter().any(|total| {
        let of_key = |(f, k): &(&Figure, Key<'_>)| *k == key && f.measure == *total && f.is_certain();
        let mut values = cx.stated(&Topic::Appeals).filter(of_key).map(|(f, _)| f.value);
        values.next().is_some_and(|first| values.any(|value| value != first))
    })
}

/// Does the total of another period of the same place and scope leave dismissed cases out: then this one does too.
pub(super) fn leaves_out_dismissed(cx: &Context<'_>, key: Key<'_>) -> bool {
    let others = cx.stated(&Topic::Appeals).filter(|(f, k)| {
        f.measure == Measure::Decided && (k.place, k.scope) == (key.place, key.scope) && k.period != key.period
    });
    others.into_iter().any(|(_, k)| {
        let known = Counts::of(cx, k).known;
        known.considered.is_some() && known.considered == known.decided
    })
}
