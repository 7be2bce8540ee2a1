//! Counts of parts: how many cases of a whole a paragraph of the law or a committee has, and the base of the rate that a
//! place has.

use super::bind::{Binder, Binding};
use super::called::is_named_department;
use super::committee::is_committee;
use super::count::is_of_them;
use super::label::{Label, LabelKind, rate_of};
use super::portion::{parting_verb, parts_by_law};
use super::scope::names_map;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::segment::Segment;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};
use crate::text::token::Token;

impl Binder<'_, '_> {
    /// "Sagerne fordeler sig med 14 om hjælpemidler (§ 112), 9 efter aktivloven og resten på øvrige love": as many of what
    /// was counted before.
    pub(super) fn is_share_of_law(&self, value: &Value) -> Option<Measure> {
        let verb = parting_verb(self.clause)?;
        // "Kommunens 3.400 afgørelser fordeler sig med 2.000 på serviceloven": what it decided itself.
        let before = &self.clause.tokens[..verb];
        let itself = before.iter().any(|t| WORDS.lists.deciders.has(t) || t.is_any(&["kommunens", "vores"]));
        let decisions = before.iter().any(|t| t.is_any(&["afgørelser", "afgørelserne"]));
        if itself && decisions && !before.iter().any(|t| WORDS.lists.board_names.has(t)) {
            return None;
        }
        // "De hjemviste sager fordeler sig på serviceloven (5) og aktivloven (4)"
        let named = self.labels.iter().rfind(|label| label.end <= verb).map(|label| label.measure.clone());
        let outcome = named.filter(|named| rate_of(named).is_some());
        let said = self.setting.thread.count.clone();
        let measure = match said {
            _ if outcome.is_some() => outcome?,
            Some(said @ (Measure::Received | Measure::Considered)) => said,
            Some(outcome) if rate_of(&outcome).is_some() => {
                // "12 blev stadfæstet og 9 hjemvist. De fordeler sig med": which of them?
                Some(outcome).filter(|outcome| self.setting.thread.outcome.as_ref() == Some(outcome))?
            }
            _ => Measure::Decided,
        };
        parts_by_law(self.clause, self.scopes, value).then_some(measure)
    }

    /// "De øvrige sager fordeler sig med 3 på aktivloven og 1 om boligstøtte": of something that no word of a law names.
    pub(super) fn is_share_of_unknown(&self, value: &Value) -> bool {
        let tokens = &self.clause.tokens;
        let about = tokens.get(value.end).is_some_and(|t| t.is_any(&["om", "efter", "vedrørende", "på", "under"]));
        let part = about && parting_verb(self.clause).is_some_and(|verb| verb < value.start);
        let next = self.clause.values().iter().find(|other| other.start > value.start);
        let limit = next.map_or(tokens.len(), |next| next.start);
        let own = |hit: &Hit<String>| hit.start >= value.end && hit.start < limit;
        part && !self.scopes.iter().any(own) && !self.clause.sections.iter().any(own)
    }

    /// "71 sager på det sociale område med en omgørelsesprocent på 38": the base of the rate that they have.
    pub(super) fn has_its_rate(&self, value: &Value) -> bool {
        let tokens = &self.clause.tokens;
        let noun = self.clause.terms.iter().find(|hit| hit.tag == Tag::Cases && hit.start == value.end);
        let rate = self.labels.iter().find(|label| label.start > value.end);
        let rate = rate.filter(|label| label.measure == Measure::ReversalRate && label.kind == LabelKind::Rate);
        let Some((noun, rate)) = noun.zip(rate) else { return false };
        let with = rate.start >= 2 && tokens[rate.start - 2].is("med") && tokens[rate.start - 1].is("en");
        let plain = |at: usize| {
            tokens[at].is_any(&["på", "efter", "inden", "for", "i", "det", "den"])
                || self.scopes.iter().any(|hit| (hit.start..hit.end).contains(&at))
        };
        with && noun.end <= rate.start - 2 && (noun.end..rate.start - 2).all(plain)
    }

    /// "I Region Sjælland var omgørelsesprocenten 38. Greve havde 34, Køge 36": the rate just spoken of, of one place
    /// after the other.
    pub(super) fn of_next_place(&self, value: &Value) -> Option<Measure> {
        let words = &self.clause.tokens;
        let small = |t: &Token<'_>| {
            t.is_any(&["har", "havde", "fik", "er", "var", "lå", "ligger", "nåede", "på", "med", "tallet", "den"])
                || t.is_any(&["til", "sammenligning"])
        };
        let placed = |value: &Value| {
            let places = self.clause.places.iter().map(|hit| hit.end);
            let nation = self.clause.terms.iter().filter(|hit| hit.tag == Tag::Nation).map(|hit| hit.end);
            // "I 2020 lå kommunen på 35 og landet på 37"
            let level = value.start > 0 && words[value.start - 1].is("på");
            let own = self.clause.terms.iter().filter(|hit| level && hit.tag == Tag::Own).map(|hit| hit.end);
            let place = places.chain(nation).chain(own).filter(|end| *end <= value.start).max();
            let between = place.map(|end| &words[end..value.start]);
            between.is_some_and(|between| between.len() <= 5 && between.iter().all(small))
        };
        let fits = |value: &Value| value.kind == ValueKind::Bare && value.value <= 100.0 && placed(value);
        // "Greve ligger på 30 (97 sager)": its base.
        let base = |value: &Value| {
            let closed = words.get(value.end + 1).is_some_and(|t| t.is_symbol(')'));
            let opens = value.start.checked_sub(1).filter(|&open| words[open].is_symbol('(') && closed);
            opens.is_some_and(|open| self.clause.values().iter().any(|rate| rate.end == open && fits(rate)))
                && WORDS.case_nouns.has(&words[value.end])
        };
        // "I 2020 lå Greve på 35 og landet på 37, og i 2019 på henholdsvis 38 og 39"
        let in_turn = |value: &Value| {
            let before = &words[value.start.saturating_sub(3)..value.start];
            value.kind == ValueKind::Bare && before.iter().any(|t| t.is_any(&["henholdsvis", "hhv"]))
        };
        let thread = &self.setting.thread;
        // "25 procent (4 ud af 16 sager). I 2020 lå Greve på 30": a count that only explains the rate is not gone on with.
        let rated = thread.count.is_none() || (thread.own_rate || thread.told_of_nation) && !thread.count_leads;
        // "40 sager og en procent på 33. Greve ligger på 30 (97 sager)": only a rate has a base.
        let based = (thread.after_rate || thread.own_rate) && self.clause.values().iter().any(base);
        let rated = rated || based;
        // "Til sammenligning har Faxe 28, Køge 37 og Næstved 40 på socialområdet", of which the rate was just stated
        let last = self.clause.values().last().map_or(0, |value| value.end);
        let stated = |f: &Figure| f.measure == Measure::ReversalRate && f.place == self.setting.own;
        let of = self.setting.said.iter().rev().take(6).find(|f| stated(f)).map(|f| &f.scope);
        let same = self.scopes.iter().all(|hit| hit.start >= last && of == Some(&hit.tag));
        let near = thread.age == 0 || thread.age == 1 && !self.scopes.is_empty() && self.clause.places.len() > 1;
        let alone = self.labels.is_empty() && same && rated && near;
        let timed = !self.clause.periods.is_empty();
        // "Greves procent var 39, og landsgennemsnittet 36. Køge lå på 33"
        let beside_nation = thread.own_rate && thread.list.len() == 2 && thread.rate == Some(Measure::ReversalRate);
        let goes_on = based
            || thread.after_rate
            || thread.told_of_nation
            || thread.elsewhere
            || beside_nation
            || timed
            || !self.scopes.is_empty();
        let rate = thread.rate.clone().filter(|_| alone && goes_on && fits(value))?;
        let all = self.clause.values().iter().all(|value| fits(value) || base(value) || in_turn(value));
        (all && self.goes_on_plainly()).then_some(rate)
    }

    /// "Kortet for børnehandicapområdet viser 60 pct.": a map shows nothing but rates.
    pub(super) fn is_map_s(&self, value: &Value) -> bool {
        let shows = value.start > 0 && self.clause.tokens[value.start - 1].is_any(&["viser", "viste"]);
        shows && names_map(self.clause) && self.scopes.iter().any(|hit| hit.end < value.start)
    }

    /// "Kortet for voksenhandicapområdet viser 25 for Greve og 31 på landsplan", where a rate was spoken of.
    pub(super) fn shown_by_map(&self, value: &Value) -> Option<Measure> {
        let before = value.start.checked_sub(1).map(|at| &self.clause.tokens[at]);
        let shows = names_map(self.clause) && before.is_some_and(|t| t.is_any(&["viser", "viste"]));
        let rate = self.setting.thread.rate.clone().filter(|_| self.setting.thread.age <= 1);
        // "På det samlede kort er Greves tal lavere end Køges 38,1 og Faxes 41,0", where its own rate was stated.
        let placed = self.clause.places.iter().any(|hit| hit.end == value.start && hit.start > 0);
        let than = self.clause.has_word(&["lavere", "højere", "over", "under"]) && self.clause.has_word(&["end"]);
        let rated = |f: &Figure| f.measure == Measure::ReversalRate && f.place == self.setting.own;
        let map = names_map(self.clause) || self.clause.has_word(&["kort"]);
        let compared = map && placed && than && self.setting.said.iter().any(rated);
        let compared = Some(Measure::ReversalRate).filter(|_| compared && value.kind == ValueKind::Bare);
        let plain = value.value <= 100.0 && self.labels.is_empty() && !self.scopes.is_empty();
        rate.filter(|_| shows).or(compared).filter(|_| plain)
    }

    /// "Af de 214 sager hører 96 under Socialudvalget og 71 under Skoleudvalget", "13 af dem handler om § 100, og tre
    /// vedrører § 96": as many of what the whole was counted as.
    pub(super) fn part_of_whole(&self, number: usize) -> Option<Measure> {
        let words = &self.clause.tokens;
        let index = self.groups[number].lead;
        let value = &self.clause.values()[index];
        let segment = &self.segments[index].tokens;
        let inside = |at: usize| segment.contains(&at);
        let counts = value.kind != ValueKind::Percent && value.decimals == 0;
        let scoped = self.scopes.iter().any(|hit| inside(hit.start));
        let labelled = self.labels.iter().any(|label| inside(label.start));
        let whose = |scope: &str| is_committee(scope) || is_named_department(scope);
        let committee = || self.scopes.iter().any(|hit| inside(hit.start) && whose(&hit.tag));
        let belongs =
            || committee() || words[..segment.end].iter().any(|t| WORDS.lists.belonging.has(t) || t.is("kortet"));
        // "Af de 63 sager var 34 efter § 42 og 23 om merudgifter (§ 41)", "34 af dem var efter § 42"
        let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|t| t.is_any(list));
        let of_them = is_of_them(words, value);
        let from = value.end + 2 * usize::from(of_them);
        let from = from + usize::from(is(from, &["er", "var"]));
        let behind = is(from, &["efter", "om", "vedrørende", "inden", "under"]);
        let links = ["er", "var", "og", "samt", "mens", "heraf", "deraf"];
        let verb = value.start > 0 && (is(value.start - 1, &links) || words[value.start - 1].is_symbol(','));
        let verb = verb || of_them;
        let about = behind && verb && self.scopes.iter().any(|hit| inside(hit.start) && hit.start > value.end);
        if !(counts && scoped && (about || belongs())) || labelled {
            return None;
        }
        let total = |measure: &Measure| matches!(measure, Measure::Decided | Measure::Considered | Measure::Received);
        if let Some(whole) = self.named_whole().filter(|whole| whole.end <= value.start && value.value <= whole.value) {
            // "Af de 37 omgjorte sager hører 24 under Socialudvalget": as many of those.
            let named = |label: &&Label| label.kind == LabelKind::Outcome && label.start == whole.end;
            if let Some(label) = self.labels.iter().find(named) {
                return Some(label.measure.clone());
            }
            let same = |figure: &&Figure| total(&figure.measure) && (figure.value - whole.value).abs() < 1e-6;
            return self.setting.said.iter().rev().find(same).map(|figure| figure.measure.clone());
        }
        let first = self.clause.values().first()?;
        let of = words.get(first.end).is_some_and(|t| t.is("af"));
        let them = words.get(first.end + 1).is_some_and(|t| {
            t.is_any(&["dem", "disse"])
                || t.word().is_some_and(|w| w.ends_with("sagerne") || w.ends_with("afgørelserne"))
        });
        // "Af sagerne i 2020 vedrørte 24 sygedagpengeloven"
        let cases = |t: &Token<'_>| t.is_any(&["sagerne", "afgørelserne", "klagerne", "klagesagerne", "disse"]);
        let of_all = words[0].is("af") && words.get(1).is_some_and(cases);
        // "13 vedrørte sygedagpengeloven, 11 aktivloven og 7 pensionsloven"
        let parted = first.start == 0 && words.get(first.end).is_some_and(|t| WORDS.lists.belonging.has(t));
        let opens = words[0].is_any(&["heraf", "deraf"]) || of_all || parted || (of && them && first.start <= 1);
        self.setting.thread.count.clone().filter(|measure| opens && total(measure))
    }

    /// "Af de hjemviste sager er tre om merudgifter (§ 41), mens to vedrører § 97": as many of the one outcome that the sentence
    /// opens with.
    pub(super) fn part_of_outcome(&self, index: usize) -> Option<Measure> {
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[index];
        let mut outcomes = self.labels.iter().filter(|label| rate_of(&label.measure).is_some());
        let only = outcomes.next().filter(|only| only.end <= value.start && only.kind == LabelKind::Outcome)?;
        let number = |at: usize| self.clause.values().iter().any(|other| other.start == at);
        let opens = |at: usize| number(at) || tokens[at].is_any(&["af", "ud", "blandt", "de", "disse"]);
        let of = tokens[..only.start].iter().any(|t| t.is_any(&["af", "blandt"]));
        // "De hjemviste sager handler begge om BPA (§ 96)"
        let opened = only.start < 6 && (of || tokens[value.start].is("begge"));
        let opened = opened && outcomes.next().is_none() && (0..only.start).all(opens);
        let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
        let from = value.end + usize::from(tokens.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t)));
        let told = |at: usize| {
            is(at, &["om", "efter", "vedrørende", "er", "var"])
                || tokens.get(at).is_some_and(|t| t.is_symbol('§') || WORDS.lists.belonging.has(t))
        };
        // "vedrører fire støtte til bil (§ 114), to tabt arbejdsfortjeneste (§ 42)"
        let open = (value.end..tokens.len()).take(8).find(|&at| tokens[at].word().is_none());
        let glossed = open.is_some_and(|open| {
            open > value.end && tokens[open].is_symbol('(') && tokens.get(open + 1).is_some_and(|t| t.is_symbol('§'))
        });
        let about = tokens[..value.start].iter().any(|t| WORDS.lists.belonging.has(t));
        let told =
            told(from) || glossed && about || value.start > 0 && WORDS.lists.belonging.has(&tokens[value.start - 1]);
        let limit = self.clause.values().get(index + 1).map_or(tokens.len(), |next| next.start);
        let part = self.scopes.iter().any(|hit| hit.start >= value.end && hit.end <= limit && hit.tag.contains('§'));
        let counts = value.kind != ValueKind::Percent && value.decimals == 0;
        (opened && told && part && counts).then(|| only.measure.clone())
    }

    /// "De 90 afgjorte sager fordeler sig på to udvalg: Socialudvalget har 42, Skoleudvalget 48": the numbers right behind
    /// committees, where they make up what was counted.
    pub(super) fn committees_shares(&mut self) {
        let values = self.clause.values();
        let committee = |value: &Value| {
            let near = |hit: &&Hit<String>| hit.end <= value.start && value.start - hit.end <= 4;
            let hit = self.scopes.iter().rev().find(near).filter(|hit| is_committee(&hit.tag))?;
            let free = self.clause.tokens[hit.end..value.start].iter().all(|t| t.number().is_none());
            free.then(|| hit.tag.clone())
        };
        let parts: Vec<(usize, String)> =
            values.iter().enumerate().filter_map(|(at, value)| Some((at, committee(value)?))).collect();
        let sum: f64 = parts.iter().map(|(at, _)| values[*at].value).sum();
        let total = |measure: &Measure| matches!(measure, Measure::Decided | Measure::Considered | Measure::Received);
        let same = |value: f64| parts.len() > 1 && (value - sum).abs() < 1e-6;
        let here = values.iter().position(|value| same(value.value));
        let said = self.setting.said.iter().rev().take(6).find(|f| total(&f.measure) && same(f.value));
        let whole = match here {
            Some(here) => self.bindings[here].measure.clone(),
            None => said.map(|figure| figure.measure.clone()),
        };
        let Some(measure) = whole.filter(total) else { return };
        if let Some(here) = here {
            self.bindings[here].scope = None;
        }
        for (at, scope) in parts {
            self.bindings[at] = Binding { scope: Some(scope), measure: Some(measure.clone()), ..Binding::default() };
        }
    }

    /// The whole that a sentence opens with: "Af de 214 sager".
    pub(super) fn named_whole(&self) -> Option<&Value> {
        let whole = self.clause.values().first()?;
        let total = usize::from(whole.start > 1 && self.clause.tokens[whole.start - 1].is("alt"));
        // "Af de i alt 214 sager"
        let before = self.clause.tokens.get(..whole.start - 2 * total).filter(|before| before.len() <= 3)?;
        // "Af disse hører 42 under Socialudvalget", "Af disse var 42 efter § 42": a part.
        let verb = before.iter().any(|t| WORDS.lists.belonging.has(t) || t.is_any(&["er", "var"]));
        let named = !verb && before.iter().any(|t| t.is("af")) && before.iter().any(|t| t.is_any(&["de", "disse"]));
        named.then_some(whole)
    }

    /// "De sidste ni hører under øvrige lovområder": of what the sentence before counted.
    pub(super) fn rest_of_all(&self, segment: &Segment, value: &Value) -> Option<Measure> {
        let rest = value.start > 0 && WORDS.lists.rest.has(&self.clause.tokens[value.start - 1]);
        let scoped = self.scopes.iter().any(|hit| segment.tokens.contains(&hit.start));
        (rest && scoped && self.labels.is_empty()).then(|| self.setting.thread.count.clone()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn parts_by_paragraph_and_rates_by_place() {
        for (text, expected) in [
            (
                "Af de 60 sager var 34 efter § 42 og 20 om merudgifter (§ 41).",
                vec!["Greve SEL § 42 decided 34", "Greve SEL § 41 decided 20"],
            ),
            ("Heraf 34 efter § 42 og 20 efter § 41.", vec!["Greve SEL § 42 decided 34", "Greve SEL § 41 decided 20"]),
            (
                "34 af dem var efter § 42 og 20 efter § 41.",
                vec!["Greve SEL § 42 decided 34", "Greve SEL § 41 decided 20"],
            ),
            (
                "Af disse var 34 efter § 42, mens 20 var efter § 41.",
                vec!["Greve SEL § 42 decided 34", "Greve SEL § 41 decided 20"],
            ),
            (
                "Af sagerne var 34 efter serviceloven og ni efter pensionsloven.",
                vec!["Greve SEL decided 34", "Greve PL decided 9"],
            ),
            (
                "Den traf afgørelse i 18 sager om støtte (§ 85), merudgifter (§ 100) og botilbud (§ 107).",
                vec!["Greve SEL § 85 decided 18?"],
            ),
            (
                "Omgørelsesprocenten er 28. Landsgennemsnittet er 32. Køge ligger på 30 (97 sager) og Solrød på 25 (40 sager).",
                vec![
                    "Greve Alle reversal_rate 28",
                    "Hele landet Alle reversal_rate 32",
                    "Køge Alle reversal_rate 30",
                    "Køge Alle considered 97",
                    "Solrød Alle reversal_rate 25",
                    "Solrød Alle considered 40",
                ],
            ),
            (
                "Omgørelsesprocenten er 28 (61 afgørelser). For Køge er tallet 30 (97 afgørelser), og for Solrød 25 (40 afgørelser).",
                vec![
                    "Greve Alle reversal_rate 28",
                    "Greve Alle considered 61",
                    "Køge Alle reversal_rate 30",
                    "Køge Alle considered 97",
                    "Solrød Alle reversal_rate 25",
                    "Solrød Alle considered 40",
                ],
            ),
            (
                "Omgørelsesprocenten er 28. Landsgennemsnittet er 32. Køge har 30 (97 rådgivere).",
                vec!["Greve Alle reversal_rate 28", "Hele landet Alle reversal_rate 32"],
            ),
        ] {
            let page = "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\nI 2021 afgjorde \
                        Ankestyrelsen 60 sager.";
            let document = crate::read::read(format!("{page} {text}\n").as_bytes(), "a.txt").unwrap();
            let show = |f: &crate::model::figure::Figure| {
                let place = f.place.as_ref().map_or("-", |p| p.as_str());
                format!("{place} {} {} {}{}", f.scope, f.measure.key(), f.value, if f.is_certain() { "" } else { "?" })
            };
            let figures = extract(&document).figures;
            let found: Vec<String> = figures.iter().filter(|f| f.value != 60.0).map(show).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn paragraphs_have_parts_of_a_whole_in_words() {
        use crate::extract::appeals::bind::tests::stated;
        let text = "Ankestyrelsen afgjorde i 2021 24 sager efter serviceloven. Af de 24 sager handler otte om hjælpemidler (§ 112) og \
            fem om merudgifter (§ 100).";
        let found = stated(text);
        let parts: Vec<&String> = found.iter().filter(|row| row.contains('§')).collect();
        assert_eq!(parts, ["Greve 2021 SEL § 112 decided 8", "Greve 2021 SEL § 100 decided 5"]);
    }

    #[test]
    fn paragraphs_have_parts_of_an_outcome() {
        use crate::extract::appeals::bind::tests::stated;
        for text in [
            "Af de fem hjemviste sager handler tre om merudgifter (§ 41) og to om ledsagelse (§ 97).",
            "Af de 5 hjemviste sager handler 3 om merudgifter (§ 41), mens 2 vedrører ledsagelse (§ 97).",
            "Af de hjemviste sager er tre om merudgifter (§ 41) og to om § 97.",
            "Blandt de hjemviste vedrørte tre sager merudgifter efter § 41, mens to vedrørte § 97.",
            "Tre af de hjemviste sager handler om merudgifter (§ 41), og to handler om ledsagelse (§ 97).",
            "Af de fem hjemviste sager vedrører tre merudgifter til børn (§ 41) og to ledsagelse (§ 97).",
        ] {
            let text =
                format!("Ankestyrelsen afgjorde i 2021 24 sager efter serviceloven, hvoraf fem blev hjemvist. {text}");
            let found = stated(&text);
            let parts: Vec<&String> = found.iter().filter(|row| row.contains('§')).collect();
            let expected = ["§ 41 remanded 3", "§ 97 remanded 2"].map(|row| format!("Greve 2021 SEL {row}"));
            assert_eq!(parts, expected.iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
