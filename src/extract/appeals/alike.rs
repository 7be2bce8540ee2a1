//! Numbers of one list that count the same thing, where a word stands at one of them alone.

use super::bind::{Binder, Binding};
use super::label::{LabelKind, rate_of};
use super::setting::Cues;
use crate::extract::value::ValueKind;
use crate::model::figure::{Doubt, Measure};

impl Binder<'_, '_> {
    /// "... med henholdsvis 5, 9 og 4 sager", "1, 4 og 1 er hjemvist", behind a rate: what one of a list counts, the others
    /// count too, and are no rates.
    pub(super) fn counted_alike(&mut self, run: &std::ops::Range<usize>, cues: &[Cues]) {
        let rate = |m: &Measure| rate_of(m).as_ref() == Some(m);
        let last = run.end - 1;
        let value = &self.clause.values()[last];
        let measure = self.bindings[run.clone()].iter().find_map(|b| b.measure.clone().filter(|m| !rate(m)));
        let cases = value.kind == ValueKind::Count && cues.iter().all(|cue| cue.scope.is_some());
        let rated = self.labels.iter().any(|label| label.kind == LabelKind::Rate);
        let counts = |index: usize| matches!(self.clause.values()[index].kind, ValueKind::Bare | ValueKind::Count);
        let bare = (run.start..last).all(counts);
        if rated || !bare || cues.is_empty() || self.is_percent(last) || measure.is_none() && !cases {
            return;
        }
        let inherited = |b: &Binding| b.measure.as_ref().is_none_or(rate);
        for binding in self.bindings[run.clone()].iter_mut().filter(|b| inherited(b)) {
            binding.measure = Some(measure.clone().unwrap_or(Measure::Decided));
            binding.doubts.retain(|doubt| *doubt != Doubt::Measure);
        }
    }
}
