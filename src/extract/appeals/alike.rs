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

    /// "I 2021 og 2020 blev henholdsvis 41 og 38 sager stadfæstet": the outcome behind the last is that of all.
    pub(super) fn outcome_of_all(&mut self, run: &std::ops::Range<usize>) {
        let values = self.clause.values();
        let opens = self.clause.tokens[..values[run.start].start].last();
        let within = values[run.start].end..values[run.end - 1].start;
        let named = self.labels.iter().any(|label| within.contains(&label.start));
        let last = self.bindings[run.end - 1].measure.clone();
        let outcome = last.as_ref().and_then(rate_of).is_some() && last.as_ref().and_then(rate_of) != last;
        if outcome && !named && opens.is_some_and(|t| t.is_any(&["henholdsvis", "hhv"])) {
            let counted = |b: &&mut Binding| b.measure == Some(Measure::Decided);
            self.bindings[run.clone()].iter_mut().filter(counted).for_each(|b| b.measure.clone_from(&last));
        }
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

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn numbers_of_a_list_are_of_the_times_and_parts_told() {
        for (text, expected) in [
            (
                "Omgørelsesprocenten var i 2020 37 og i 2021 29, mens den på landsplan var 34 og 31.",
                vec![
                    "Greve 2020 Alle reversal_rate 37",
                    "Greve 2021 Alle reversal_rate 29",
                    "Hele landet 2020 Alle reversal_rate 34",
                    "Hele landet 2021 Alle reversal_rate 31",
                ],
            ),
            (
                "I årene 2019, 2020 og 2021 var omgørelsesprocenten henholdsvis 39, 37 og 29 mod 35, 34 og 31 på landsplan.",
                vec![
                    "Greve 2019 Alle reversal_rate 39",
                    "Greve 2020 Alle reversal_rate 37",
                    "Greve 2021 Alle reversal_rate 29",
                    "Hele landet 2019 Alle reversal_rate 35",
                    "Hele landet 2020 Alle reversal_rate 34",
                    "Hele landet 2021 Alle reversal_rate 31",
                ],
            ),
            (
                "I 2021 traf Ankestyrelsen 8 afgørelser efter § 84, 5 efter § 97 og 7 efter § 100. Af disse blev henholdsvis 4, 1 og 2 omgjort.",
                vec![
                    "Greve 2021 SEL § 84 decided 8",
                    "Greve 2021 SEL § 97 decided 5",
                    "Greve 2021 SEL § 100 decided 7",
                    "Greve 2021 SEL § 84 reversed 4",
                    "Greve 2021 SEL § 97 reversed 1",
                    "Greve 2021 SEL § 100 reversed 2",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 40 sager i 2021. Af disse blev henholdsvis 4, 1 og 2 omgjort.",
                vec!["Greve 2021 Alle decided 40", "Greve 2021 Alle reversed 2?"],
            ),
            (
                "I 2021 og 2020 blev henholdsvis 43 og 36 sager stadfæstet, 9 og 11 ændret.",
                vec![
                    "Greve 2021 Alle upheld 43",
                    "Greve 2020 Alle upheld 36",
                    "Greve 2021 Alle changed 9",
                    "Greve 2020 Alle changed 11",
                ],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_said_now_is_of_the_time_spoken_of() {
        for (text, expected) in [
            (
                "Omgørelsesprocenten er 31 i 2021. I 2020 var den 35, og landsgennemsnittet er 33.",
                vec![
                    "Greve 2021 Alle reversal_rate 31",
                    "Greve 2020 Alle reversal_rate 35",
                    "Hele landet 2020 Alle reversal_rate 33?",
                ],
            ),
            (
                "I 2020 omgjorde Ankestyrelsen 35 procent af sagerne, og i 2021 var andelen faldet til 31 procent. På landsplan er andelen 33 procent.",
                vec![
                    "Greve 2020 Alle reversal_rate 35",
                    "Greve 2021 Alle reversal_rate 31",
                    "Hele landet 2021 Alle reversal_rate 33",
                ],
            ),
            (
                "Antallet af klager er steget med 14 procent fra 2020 til 2021. Omgørelsesprocenten er uændret 31.",
                vec!["Greve 2021 Alle reversal_rate 31"],
            ),
            (
                "I de første otte måneder af 2021 har Ankestyrelsen afgjort 33 sager.",
                vec!["Greve 2021-01..08 Alle decided 33"],
            ),
            (
                "I 2020 var der i alt 141 afgørelser, og omgørelsesprocenten var 34.",
                vec!["Greve 2020 Alle decided 141", "Greve 2020 Alle reversal_rate 34"],
            ),
            (
                "Ved årsskiftet 2020/2021 havde Ankestyrelsen 37 uafsluttede sager fra Greve Kommune.",
                vec!["Greve 2020..2021 Alle pending 37?"],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn units_open_what_is_theirs_and_others_say_nothing() {
        for (text, expected) in [
            (
                "Socialudvalget: Af 40 sager i 2021 blev 26 stadfæstet.",
                vec!["Greve 2021 Socialudvalget decided 40", "Greve 2021 Socialudvalget upheld 26"],
            ),
            (
                "Center Familie: Ankestyrelsen traf 40 afgørelser i 2021, hvoraf 26 blev stadfæstet.",
                vec!["Greve 2021 Center Familie decided 40", "Greve 2021 Center Familie upheld 26"],
            ),
            (
                "Familieafdelingen bemærker: Ankestyrelsen traf 40 afgørelser i 2021, hvoraf 26 blev stadfæstet.",
                vec!["Greve 2021 Alle decided 40", "Greve 2021 Alle upheld 26"],
            ),
            (
                "Socialudvalget havde en omgørelsesprocent på 33 i 2021 og Børneudvalget 45.",
                vec!["Greve 2021 Socialudvalget reversal_rate 33", "Greve 2021 Børneudvalget reversal_rate 45"],
            ),
            ("I 2021 er 2 af sagerne fra Ankestyrelsen indbragt for domstolene.", vec![]),
            ("I 2021 behandlede Ankestyrelsen som tilsynsmyndighed 3 sager om Greve Kommune.", vec![]),
            (
                "På ældreområdet er der 6 afgørelser fra Ankestyrelsen i 2021; 5 er stadfæstet, og 1 er hjemvist.",
                vec!["Greve 2021 Alle decided 6?", "Greve 2021 Alle upheld 5?", "Greve 2021 Alle remanded 1?"],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
