//! Numbers that go on with what was just spoken of: one part of the law or place after the other, "kommunens tal", and a
//! rate behind the number of cases that a place has.

use super::bind::Binder;
use super::label::Label;
use crate::data::words::{Tag, WORDS};
use crate::extract::segment::Segment;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::Measure;

impl Binder<'_, '_> {
    /// "Derefter følger aktivloven med 24,7 og sygedagpengeloven med 20,5", "Så kommer aktivloven med 24 sager": the rate or
    /// the count that the sentence before gave of another part or place.
    pub(super) fn follows_in_order(&self, value: &Value) -> Option<Measure> {
        let words = &self.clause.tokens;
        let opens = words.first()?.is_any(&["derefter", "herefter", "dernæst", "så", "sidst", "endelig"])
            && words.get(1)?.is_any(&["følger", "fulgte", "kommer", "kom"]);
        let nation = self.clause.terms.iter().filter(|hit| hit.tag == Tag::Nation).map(|hit| hit.end);
        let named = self.scopes.iter().map(|hit| hit.end).chain(self.clause.places.iter().map(|hit| hit.end));
        let end = named.chain(nation).filter(|end| *end <= value.start).max()?;
        let between = &words[end..value.start];
        let small = |at: usize| {
            words[at].is_symbol(')')
                || words[at].is_any(&["med", "kun", "kommune"])
                || WORDS.hedges.at(words, at).is_some()
        };
        let plain = between.iter().any(|t| t.is("med")) && (end..value.start).all(small);
        if !opens || !plain || !self.labels.is_empty() {
            return None;
        }
        let thread = &self.setting.thread;
        let rate = || thread.rate.clone().filter(|_| thread.age == 0 && value.value <= 100.0);
        let counted = self.clause.values().iter().any(|other| other.kind == ValueKind::Count);
        match value.kind {
            ValueKind::Percent => rate(),
            _ if counted && value.decimals == 0 => thread.count.clone(),
            _ if value.decimals > 0 || thread.count.is_none() || thread.after_rate => rate(),
            _ => thread.count.clone(),
        }
    }

    /// "kommunens tal 44", "Greves tal 44": the rate just spoken of.
    pub(super) fn is_number_of_place(&self, segment: &Segment) -> bool {
        let words = &self.clause.tokens;
        let own = |at: usize| {
            self.clause.places.iter().any(|hit| hit.end == at)
                || self.clause.terms.iter().any(|hit| hit.end == at && matches!(hit.tag, Tag::Own | Tag::Nation))
        };
        segment.tokens.clone().any(|at| words[at].is("tal") && own(at))
    }

    /// "Det er mere end i 2020, hvor den var 31", "12 blev hjemvist", behind a sentence on another place: of which of them?
    pub(super) fn goes_on_with_the_same(&self) -> bool {
        let clause = self.clause;
        let placed = !clause.places.is_empty()
            || clause.has(|tag| matches!(tag, Tag::Nation | Tag::Own | Tag::Nameless | Tag::Rate(_)));
        let number = clause.values().first().is_some_and(|value| value.start == 0);
        let placed = placed || clause.tokens.iter().any(|t| t.is("procenten"));
        let pronoun =
            clause.tokens.first().is_some_and(|t| t.is_any(&["heraf", "deraf", "her", "det", "den", "dette"]))
                || clause.tokens.iter().any(|t| t.is("den") || t.is("tallet") && self.setting.thread.own_rated);
        !placed && (number || pronoun)
    }

    /// "Derudover modtog kommunen 31 klager over rengøringen": at home, or by way of the board?
    pub(super) fn may_be_received_at_home(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let decider = |at: usize| tokens.get(at).is_some_and(|t| WORDS.lists.deciders.has(t));
        let has = usize::from(label.start > 0 && tokens[label.start - 1].is_any(&["har", "havde"]));
        let before = label.start.checked_sub(1 + has).is_some_and(decider);
        label.measure == Measure::Received
            && (before || decider(label.end))
            && !self.clause.has_any(&WORDS.lists.board_names)
    }

    /// "De fleste klager handler om serviceloven (31 sager), og her er omgørelsesprocenten 36": of the part just named.
    pub(super) fn scope_of_here(&self, index: usize) -> Option<String> {
        let words = &self.clause.tokens;
        let value = &self.clause.values()[index];
        let here = (1..value.start).rev().find(|&at| words[at].is("her"))?;
        let verb = words[here + 1].is_any(&["er", "var", "blev", "ligger", "lå", "har", "havde", "fik"]);
        let joined = words[here - 1].is_any(&["og", "men", "mens"]) || words[here - 1].is_symbol(';');
        let near = self.scopes.iter().rfind(|hit| hit.end <= here)?;
        (verb && joined).then(|| near.tag.clone())
    }

    /// "Faxe med kun 18 sager er på 44 procent": the number of its cases stands between a place and its rate.
    pub(super) fn is_behind_base(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let base = &self.clause.values()[before];
        let words = &self.clause.tokens;
        let small = |at: &usize| {
            words[*at].is_any(&["kun", "blot", "sine", "deres", "dens"]) || WORDS.hedges.at(words, *at).is_some()
        };
        let with = (0..base.start).rev().find(|at| !small(at)).is_some_and(|at| words[at].is("med"));
        let plain = words[base.end..self.clause.values()[index].start].iter().all(|t| t.word().is_some());
        with && plain && base.kind == ValueKind::Count && self.has_cue(&self.segments[before])
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn numbers_go_on_in_order() {
        for (text, expected) in [
            (
                "Omgørelsesprocenten var 32,4 på serviceloven. Derefter følger aktivloven med 24,7 og sygedagpengeloven med 20,5.",
                vec![
                    "Greve 2021 SEL reversal_rate 32.4",
                    "Greve 2021 LAS reversal_rate 24.7",
                    "Greve 2021 SDP reversal_rate 20.5",
                ],
            ),
            (
                "Ankestyrelsen afgjorde 41 sager efter serviceloven. Så kommer aktivloven med 24 sager og sygedagpenge med 16.",
                vec!["Greve 2021 SEL decided 41", "Greve 2021 LAS decided 24", "Greve 2021 SDP decided 16"],
            ),
            (
                "Omgørelsesprocenten er 28. Herefter kommer Køge med 24 og Solrød med 22.",
                vec![
                    "Greve 2021 Alle reversal_rate 28",
                    "Køge 2021 Alle reversal_rate 24",
                    "Solrød 2021 Alle reversal_rate 22",
                ],
            ),
            (
                "Omgørelsesprocenten er 28. Året før var kommunens tal 31 og landsgennemsnittet 33.",
                vec![
                    "Greve 2021 Alle reversal_rate 28",
                    "Greve 2020 Alle reversal_rate 31",
                    "Hele landet 2020 Alle reversal_rate 33",
                ],
            ),
            (
                "Omgørelsesprocenten er 28. Køge ligger på 32 procent, mens Faxe med kun 18 sager er på 44 procent.",
                vec![
                    "Greve 2021 Alle reversal_rate 28",
                    "Køge 2021 Alle reversal_rate 32",
                    "Faxe 2021 Alle reversal_rate 44",
                ],
            ),
            (
                "Omgørelsesprocenten er 42 i sager om merudgifter (§ 41) og 36 i sager om hjælpemidler (§ 112).",
                vec!["Greve 2021 SEL § 41 reversal_rate 42", "Greve 2021 SEL § 112 reversal_rate 36"],
            ),
            (
                "Omgørelsesprocenten er 36 i Greve og 32 på landsplan, og i 2020 var den 33 og 30.",
                vec![
                    "Greve 2021 Alle reversal_rate 36",
                    "Hele landet 2021 Alle reversal_rate 32",
                    "Greve 2020 Alle reversal_rate 33",
                    "Hele landet 2020 Alle reversal_rate 30",
                ],
            ),
            (
                "Omgørelsesprocenten er 36 på serviceloven. På aktivloven er den 28. Landsgennemsnittene er henholdsvis 35 og 31.",
                vec![
                    "Greve 2021 SEL reversal_rate 36",
                    "Greve 2021 LAS reversal_rate 28",
                    "Hele landet 2021 SEL reversal_rate 35",
                    "Hele landet 2021 LAS reversal_rate 31",
                ],
            ),
            (
                "Ankestyrelsen traf 16 afgørelser. Af de 16 afgørelser vedrører ti merudgifter efter § 41.",
                vec!["Greve 2021 Alle decided 16", "Greve 2021 SEL § 41 decided 10"],
            ),
            (
                "Flest sager på handicapområdet for børn er efter § 42. Her er 17 sager afgjort.",
                vec!["Greve 2021 SEL § 42 decided 17"],
            ),
            (
                "De fleste af Ankestyrelsens afgørelser er efter serviceloven (31 sager), og her er omgørelsesprocenten 36.",
                vec!["Greve 2021 SEL decided 31", "Greve 2021 SEL reversal_rate 36"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 9 sager. De to pensionssager blev begge stadfæstet.",
                vec!["Greve 2021 Alle decided 9", "Greve 2021 PL upheld 2"],
            ),
            (
                "I 2021 afgjorde Ankestyrelsen 9 sager. De to støttesager blev begge stadfæstet.",
                vec!["Greve 2021 Alle decided 9", "Greve 2021 Alle upheld 2?"],
            ),
            ("Omgørelsesprocenten skal senest i 2021 være nede på 30.", vec![]),
            ("Omgørelsesprocenten er 30 i 2023.", vec!["Greve 2023 Alle reversal_rate 30?"]),
        ] {
            assert_eq!(stated(&format!("Tallene er for 2021. {text}")), expected, "{text}");
        }
    }
}
