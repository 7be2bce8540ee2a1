//! The outcome counts of one place, period and scope, with what follows from them.

use super::context::{Context, Key, count, value_span};
use crate::model::figure::{Measure, Topic};
use crate::model::source::Span;

/// Counts as stated, completed where the stated ones leave one answer only.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Counts {
    pub upheld: Option<u32>,
    pub changed: Option<u32>,
    pub remanded: Option<u32>,
    pub dismissed: Option<u32>,
    pub reversed: Option<u32>,
    /// Decided on the merits.
    pub considered: Option<u32>,
    pub decided: Option<u32>,
    /// Where the counts stand.
    pub spans: Vec<Span>,
}

impl Counts {
    pub fn of(cx: &Context<'_>, key: Key<'_>) -> Self {
        let mut counts = Self::default();
        let mut take = |measure: Measure| {
            let figure = cx.figure(&Topic::Appeals, key, &measure)?;
            let count = count(figure)?;
            counts.spans.push(value_span(figure));
            Some(count)
        };
        let stated = [
            take(Measure::Upheld),
            take(Measure::Changed),
            take(Measure::Remanded),
            take(Measure::Dismissed),
            take(Measure::Reversed),
            take(Measure::Considered),
            take(Measure::Decided),
        ];
        [
            counts.upheld,
            counts.changed,
            counts.remanded,
            counts.dismissed,
            counts.reversed,
            counts.considered,
            counts.decided,
        ] = stated;
        counts.complete();
        counts
    }

    /// Outcomes that are not mentioned are 0 where the mentioned ones already make up the total ("12 cases, of which
    /// 10 upheld, 1 changed, 1 remanded": none dismissed). An empty cell counts as 0 by the same proof.
    fn complete(&mut self) {
        let sum = |parts: &[Option<u32>]| parts.iter().flatten().fold(0_u32, |a, b| a.saturating_add(*b));
        let zero = |part: &mut Option<u32>| *part = part.or(Some(0));
        let merits = [self.upheld, self.changed, self.remanded];
        let any = merits.iter().any(Option::is_some);
        let all = [self.upheld, self.changed, self.remanded, self.dismissed];
        if any && self.decided.is_some_and(|total| total == sum(&all)) {
            zero(&mut self.upheld);
            zero(&mut self.changed);
            zero(&mut self.remanded);
            zero(&mut self.dismissed);
        } else if any && self.considered.is_some_and(|total| total == sum(&merits)) {
            zero(&mut self.upheld);
            zero(&mut self.changed);
            zero(&mut self.remanded);
        }
        self.reversed = self.reversed.or_else(|| self.changed?.checked_add(self.remanded?));
        self.considered = self
            .considered
            .or_else(|| self.upheld?.checked_add(self.reversed?))
            .or_else(|| self.decided?.checked_sub(self.dismissed?));
        self.decided = self.decided.or_else(|| self.considered?.checked_add(self.dismissed?));
    }

    /// How many cases a rate counts.
    pub fn part(&self, measure: &Measure) -> Option<u32> {
        match measure {
            Measure::ReversalRate => self.reversed,
            Measure::UpheldRate => self.upheld,
            Measure::ChangedRate => self.changed,
            Measure::RemandedRate => self.remanded,
            Measure::DismissedRate => self.dismissed,
            _ => None,
        }
    }
}

/// Whether a measure is the share of one outcome, in percent.
pub(super) fn is_rate(measure: &Measure) -> bool {
    matches!(
        measure,
        Measure::ReversalRate
            | Measure::UpheldRate
            | Measure::ChangedRate
            | Measure::RemandedRate
            | Measure::DismissedRate
    )
}
