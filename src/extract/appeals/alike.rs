//! Numbers of one list that count the same thing, where a word stands at one of them alone.

use super::bind::{Binder, Binding};
use super::label::{LabelKind, rate_of};
use super::setting::Cues;
use crate::data::words::Tag;
use crate::extract::value::ValueKind;
use crate::model::figure::{Doubt, Measure};

impl Binder<'_, '_> {
    /// "Procenten var 38 i 2020 og 36 i 2021, mens den på landsplan var 33 og 32": the same times again, of another place.
    pub(super) fn times_again(&self, run: &std::ops::Range<usize>) -> Vec<Cues> {
        let Some(first) = run.start.checked_sub(run.len()) else { return Vec::new() };
        let before = &self.bindings[first..run.start];
        let of = |b: &Binding| (b.measure.clone(), b.place.clone(), b.scope.clone());
        let told = |n: usize| before[n].period.is_some() && before[..n].iter().all(|b| b.period != before[n].period);
        let apart = (0..before.len()).all(|n| told(n) && of(&before[n]) == of(&before[0]));
        // More times than numbers: which of them?
        let more = first > 0 && of(&self.bindings[first - 1]) == of(&before[0]);
        let values = self.clause.values();
        let within = values[run.start - 1].end..self.segments[run.end - 1].tokens.end;
        let timed = self.clause.periods.iter().any(|m| within.contains(&m.start));
        let elsewhere = self.clause.places.iter().any(|hit| within.contains(&hit.start))
            || self.clause.terms.iter().any(|hit| hit.tag == Tag::Nation && within.contains(&hit.start));
        let cue = |binding: &Binding| Cues { period: binding.period, ..Cues::default() };
        if apart && !more && !timed && elsewhere { before.iter().map(cue).collect() } else { Vec::new() }
    }

    /// "Af disse blev henholdsvis 3, 1 og 2 omgjort", where nobody can tell of what each is: all of them are in doubt.
    pub(super) fn doubt_respective(&mut self, run: &std::ops::Range<usize>) {
        let opens = self.clause.tokens[..self.clause.values()[run.start].start].last();
        let of = |b: &Binding| (b.place.clone(), b.scope.clone(), b.period);
        let same = run.clone().all(|index| of(&self.bindings[index]) == of(&self.bindings[run.start]));
        let mut measures = self.bindings[run.clone()].iter().filter_map(|b| b.measure.as_ref());
        let first = measures.next();
        let same = same && measures.all(|other| Some(other) == first);
        if same && opens.is_some_and(|t| t.is_any(&["henholdsvis", "hhv"])) {
            self.bindings[run.clone()].iter_mut().for_each(|binding| binding.doubts.push(Doubt::Scope));
        }
    }

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
