//! Counts of parts: how many cases of a whole a paragraph of the law or a committee has, and the base of the rate that a
//! place has.

use super::bind::{Binder, Binding};
use super::committee::is_committee;
use super::department::is_named_department;
use super::label::LabelKind;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::segment::Segment;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};
use crate::text::token::Token;

impl Binder<'_, '_> {
    /// "Sagerne fordeler sig med 14 om hjælpemidler (§ 112), 9 om merudgifter (§ 100) og resten om øvrige bestemmelser"
    pub(super) fn is_share_of_paragraph(&self, value: &Value) -> bool {
        let tokens = &self.clause.tokens;
        let subject =
            tokens.first().is_some_and(|t| WORDS.case_nouns.has(t)) || tokens.first().is_some_and(|t| t.is("de"));
        let parts = subject && self.labels.is_empty() && tokens.iter().take(5).any(|t| WORDS.lists.parted.has(t));
        let next = self.clause.values().iter().find(|other| other.start > value.start);
        let limit = next.map_or(tokens.len(), |next| next.start);
        let about = tokens.get(value.end).is_some_and(|t| t.is_any(&["om", "efter", "vedrørende", "på"]));
        let paragraph = self.clause.sections.iter().any(|hit| hit.start > value.end && hit.end <= limit);
        parts && about && paragraph && value.kind != ValueKind::Percent && value.decimals == 0
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
        if !(counts && scoped && belongs()) || labelled {
            return None;
        }
        let total = |measure: &Measure| matches!(measure, Measure::Decided | Measure::Considered | Measure::Received);
        if let Some(whole) = self.named_whole().filter(|whole| whole.end <= value.start && value.value <= whole.value) {
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
        let opens = words[0].is_any(&["heraf", "deraf"]) || of_all || (of && them && first.start <= 1);
        self.setting.thread.count.clone().filter(|measure| opens && total(measure))
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
        let before = self.clause.tokens.get(..whole.start).filter(|before| before.len() <= 3)?;
        // "Af disse hører 42 under Socialudvalget": a part.
        let verb = before.iter().any(|t| WORDS.lists.belonging.has(t));
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
