//! Numbers that stand against each other in pairs, as often as there are outcomes or parts of the law.

use super::bind::{Binder, Binding};
use super::label::rate_of;
use crate::data::words::{Tag, WORDS};
use crate::extract::named::Named;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Measure, Place};
use crate::text::token::Token;

fn is_against(token: &Token<'_>) -> bool {
    token.is_any(&["mod", "imod", "overfor", "kontra", "vs", "versus"])
}

impl Binder<'_, '_> {
    /// "på linje med resten af landet, hvor den er 37", "lidt under Køge, hvor procenten lå på 37": where the number is from
    /// stands right before its clause.
    pub(super) fn where_it_is(&self, index: usize) -> Option<Place> {
        let tokens = &self.clause.tokens;
        let start = self.clause.values()[index].start;
        let small = |t: &Token<'_>| {
            WORDS.lists.rate_pronouns.has(t)
                || t.is_any(&[
                    "er",
                    "var",
                    "ligger",
                    "lå",
                    "på",
                    "omgørelsesprocenten",
                    "tallet",
                    "andelen",
                    "ca",
                    "også",
                ])
        };
        let hvor = (0..start).rev().find(|&at| !small(&tokens[at])).filter(|&at| tokens[at].is("hvor") && at > 0)?;
        let comma = hvor.checked_sub(1).filter(|&at| tokens[at].is_symbol(','))?;
        let nation = self.clause.terms.iter().any(|hit| hit.tag == Tag::Nation && hit.end == comma);
        let named = self.clause.places.iter().find(|hit| hit.end == comma).map(|hit| hit.tag.clone());
        named.or(nation.then_some(Place::NATION)).filter(|_| hvor + 1 < start)
    }

    /// "på socialområdet 38 % mod 32 % på landsplan, på børnehandicapområdet 45 % mod 43 %", "aktivloven 38 % (hele landet
    /// 32 %), pensionsloven 12 % (17 %)", "36 stadfæstet mod 33 i 2020, 6 ændret mod 4": whose and when the two of the first pair are, those of the others are too.
    pub(super) fn repeated_pairs(&mut self) {
        let values = self.clause.values();
        let tokens = &self.clause.tokens;
        if values.len() < 4 || values.len() % 2 == 1 {
            return;
        }
        let paired = |pair: &[Value]| {
            let between = &tokens[pair[0].end..pair[1].start];
            let closed = tokens.get(pair[1].end).is_some_and(|t| t.is_symbol(')'));
            let inside = closed && between.iter().any(|t| t.is_symbol('('));
            let joined = between.iter().any(is_against) || inside;
            joined && between.len() <= 12 && !between.iter().any(|t| t.is_symbol(',') || t.is_symbol(';'))
        };
        let parted = |at: usize| !tokens[values[at - 1].end..values[at].start].iter().any(is_against);
        let percent = |value: &Value| value.kind == ValueKind::Percent;
        let alike = values.iter().all(|value| percent(value) == percent(&values[0]));
        let shape = values.chunks(2).all(paired) && (2..values.len()).step_by(2).all(parted);
        let Some(measures) = self.measures_of_pairs().filter(|_| alike && shape) else { return };
        // Each pair is of another outcome, or of another part of the law.
        let scopes = self.scopes_of_pairs();
        let outcomes = measures.windows(2).all(|two| two[0] != two[1]);
        let same = measures.windows(2).all(|two| two[0] == two[1]);
        if !(outcomes && self.scopes.len() < 2 || same && scopes.is_some()) {
            return;
        }
        // In an area's first pair both are named, or one of them; the others may repeat it.
        let first = [0, 1].map(|at| (self.bindings[at].place.clone(), self.bindings[at].period));
        let known = |place| first.iter().any(|(named, _)| named.as_ref() == Some(place));
        let behind = values[1].end;
        let foreign = self.clause.places.iter().any(|hit| hit.start >= behind && !known(&hit.tag));
        let nation =
            self.clause.has(|tag| *tag == Tag::Nation) && first.iter().all(|(place, _)| *place != Some(Place::NATION));
        if first[0] == first[1] || foreign || nation || self.bindings[..2].iter().any(|binding| binding.nameless) {
            return;
        }
        // "38 % mod 36 % i 2020, 45 % mod 43 %": only what the first pair does not name may be of the last or of all.
        let told = |named: &Named| self.clause.periods.iter().any(|m| m.start < values[2].start && m.named == *named);
        let timed = self.clause.periods.iter().any(|m| m.start >= values[2].start && !told(&m.named));
        for (at, binding) in self.bindings.iter_mut().enumerate() {
            let (place, period) = first[at % 2].clone();
            binding.measure = Some(measures[at / 2].clone());
            binding.place = place;
            binding.period = if timed { binding.period } else { period };
            if let Some(scopes) = scopes.as_ref().filter(|_| same) {
                binding.scope = Some(scopes[at / 2].clone());
            }
        }
    }

    /// What the numbers of each pair measure; nothing where the two of one do not agree, or some are shares and some counts.
    fn measures_of_pairs(&self) -> Option<Vec<Measure>> {
        let of = |pair: &[Binding]| match (&pair[0].measure, &pair[1].measure) {
            (Some(first), Some(second)) if first != second => None,
            (first, second) => first.clone().or_else(|| second.clone()),
        };
        let measures: Vec<Measure> = self.bindings.chunks(2).map(of).collect::<Option<_>>()?;
        let rate = |measure: &Measure| rate_of(measure).as_ref() == Some(measure);
        let shares = rate(&measures[0]);
        let small = || self.clause.values().iter().all(|value| value.value <= 100.0);
        (measures.iter().all(|measure| rate(measure) == shares) && (!shares || small())).then_some(measures)
    }

    /// The part of the law that each pair names: before its first number or between its two, else behind them.
    fn scopes_of_pairs(&self) -> Option<Vec<String>> {
        let values = self.clause.values();
        let named = |range: std::ops::Range<usize>| self.scopes.iter().rfind(|hit| range.contains(&hit.start));
        let before = |at: usize| {
            let from = at.checked_sub(1).map_or(0, |last| values[last].end);
            named(from..values[at].start).or_else(|| named(values[at].end..values[at + 1].start))
        };
        let behind = |at: usize| {
            let limit = values.get(at + 2).map_or(self.clause.tokens.len(), |next| next.start);
            named(values[at + 1].end..limit)
        };
        let pairs = (0..values.len()).step_by(2);
        let scopes: Option<Vec<_>> =
            if before(0).is_some() { pairs.map(before).collect() } else { pairs.map(behind).collect() };
        let scopes: Vec<String> = scopes?.into_iter().map(|hit| hit.tag.clone()).collect();
        scopes.windows(2).all(|two| two[0] != two[1]).then_some(scopes)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn pairs_are_of_the_places_and_times_of_the_first() {
        let nation = |own: [u8; 2], other: [u8; 2], keys: [&str; 2]| -> Vec<String> {
            let rows = [("Greve 2021", keys[0], own[0]), ("Hele landet 2021", keys[0], other[0])];
            let more = [("Greve 2021", keys[1], own[1]), ("Hele landet 2021", keys[1], other[1])];
            rows.into_iter().chain(more).map(|(of, key, value)| format!("{of} {key} {value}")).collect()
        };
        let areas = ["SEL reversal_rate", "SEL børnehandicap reversal_rate"];
        let laws = ["LAS reversal_rate", "PL reversal_rate"];
        let outcomes = ["Alle upheld_rate", "Alle remanded_rate"];
        for (text, keys) in [
            (
                "Omgørelsesprocenten var i 2021 på socialområdet 38 % mod 32 % på landsplan og på børnehandicapområdet 45 % mod 43 %.",
                areas,
            ),
            (
                "Omgørelsesprocenten var i 2021 38 på socialområdet (landet: 32) og 45 på børnehandicapområdet (43).",
                areas,
            ),
            (
                "Omgørelsesprocenten var i 2021 38 % for aktivloven mod 32 % på landsplan, 45 % for pensionsloven mod 43 % på landsplan.",
                laws,
            ),
            (
                "Omgørelsesprocenten var i 2021 38 % mod 32 % på landsplan for aktivloven og 45 % mod 43 % for pensionsloven.",
                laws,
            ),
            (
                "I 2021 blev 38 pct. stadfæstet af Ankestyrelsen mod 32 pct. på landsplan og 45 pct. hjemvist mod 43 pct.",
                outcomes,
            ),
            (
                "I 2021 blev 38 pct. stadfæstet af Ankestyrelsen (32 pct. på landsplan) og 45 pct. hjemvist (43 pct. på landsplan).",
                outcomes,
            ),
        ] {
            assert_eq!(stated(text), nation([38, 45], [32, 43], keys), "{text}");
        }
        let years = [
            "Greve 2021 Alle upheld 30",
            "Greve 2020 Alle upheld 28",
            "Greve 2021 Alle remanded 9",
            "Greve 2020 Alle remanded 7",
        ];
        for text in [
            "I 2021 blev 30 sager stadfæstet af Ankestyrelsen mod 28 i 2020 og 9 hjemvist mod 7.",
            "I 2021 blev 30 sager stadfæstet af Ankestyrelsen (28 i 2020) og 9 hjemvist (7 i 2020).",
            "Ankestyrelsen har i 2021 stadfæstet 30 sager (28 i 2020) og hjemvist 9 (7 i 2020).",
        ] {
            assert_eq!(stated(text), years, "{text}");
        }
    }

    #[test]
    fn a_number_is_of_the_place_right_before_its_clause() {
        for (text, last) in [
            (
                "Omgørelsesprocenten var 36 i 2021 og dermed på linje med resten af landet, hvor den er 37.",
                "Hele landet",
            ),
            ("Omgørelsesprocenten var 36 i 2021, hvilket er på niveau med landet, hvor den er 37.", "Hele landet"),
            ("Omgørelsesprocenten var 36 i 2021. Det er lidt under Køge, hvor procenten lå på 37.", "Køge"),
        ] {
            let expected =
                ["Greve 2021 Alle reversal_rate 36".to_owned(), format!("{last} 2021 Alle reversal_rate 37")];
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
