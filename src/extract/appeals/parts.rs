//! What wholes and bases of rates were counted as, shares of what was counted last, and fractions in words.

use super::bind::Binder;
use super::committee::is_committee;
use super::department::COMING;
use super::group::Group;
use super::label::{Label, LabelKind, rate_of};
use super::portion::{base_between, is_whole, left_out};
use super::proven::makes;
use super::setting::ALL;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};
use crate::text::token::Token;

/// A whole as it was counted before, and of what its part is.
pub(super) struct Parted<'f> {
    pub(super) whole: &'f Figure,
    pub(super) part: &'f Hit<String>,
}

impl Binder<'_, '_> {
    /// What a whole that is named to be parted, or the base of a rate, was counted as.
    pub(super) fn measure_of_whole(&self, number: usize) -> Option<Measure> {
        if let Some(label) = base_between(self.clause, self.labels, &self.groups, number) {
            let reversal = self.labels[label].measure == Measure::ReversalRate;
            return Some(if reversal { Measure::Considered } else { Measure::Decided });
        }
        let value = &self.clause.values()[self.groups[number].lead];
        let behind = |label: &&Label| label.start >= value.end && label.kind != LabelKind::Rate;
        let parted = self
            .labels
            .iter()
            .filter(behind)
            .any(|label| rate_of(&label.measure).is_some() || label.measure == Measure::Considered);
        if !parted || !is_whole(self.clause, value) {
            return None;
        }
        let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered | Measure::Received);
        let mut said = self.setting.said.iter().rev().take(40).filter(total);
        if let Some(same) = said.find(|f| (f.value - value.value).abs() < 1e-6) {
            return Some(same.measure.clone());
        }
        let outcome = self.labels.iter().filter(behind).any(|label| label.kind == LabelKind::Outcome);
        let timed = self.clause.periods.iter().any(|m| m.start >= value.end && m.start <= value.end + 4);
        (outcome && timed).then_some(Measure::Decided)
    }

    /// "33 procent (44 omgjorte sager)": what the rate counts; "(116 sager)": its base.
    pub(super) fn base_or_count(&self, index: usize) -> Measure {
        let end = self.clause.values()[index].end;
        let reversed = |label: &Label| label.start == end && label.measure == Measure::Reversed;
        if self.labels.iter().any(reversed) { Measure::Reversed } else { Measure::Considered }
    }

    /// "28 sager og en omgørelsesprocent på 32", "hvor der blev behandlet 6 sager, var omgørelsesprocenten 33": the base of the
    /// rate that stands right behind.
    pub(super) fn is_base_of_the_next(&self, index: usize) -> bool {
        let values = &self.clause.values();
        let tokens = &self.clause.tokens;
        let Some(next) = values.get(index + 1) else { return false };
        let rated = self.bindings[index + 1].measure == Some(Measure::ReversalRate);
        let Some(label) = self.labels.iter().find(|l| l.kind == LabelKind::Rate && l.start >= values[index].end) else {
            return false;
        };
        let outcomes = self.labels.iter().any(|l| l.kind == LabelKind::Outcome);
        let small = |t: &Token<'_>| t.is_any(&["og", "en", "med", "samt", "var", "er"]) || t.is_symbol(',');
        let noun = values[index].end + 1;
        // "I 2020 var der 149 sager og en omgørelsesprocent på 29": so many there were.
        let in_all = |t: &Token<'_>| t.is_any(&["i", "alt", "ialt", "samlet", "ca"]) || t.is_symbol('.');
        let there = tokens[..values[index].start].iter().rev().find(|t| !in_all(t)).is_some_and(|t| t.is("der"));
        let bare = label.start > noun
            && !there
            && self.labels.iter().all(|l| l.kind == LabelKind::Rate)
            && tokens[noun..label.start].iter().all(small);
        let comma = label.start.checked_sub(2).filter(|&at| at >= noun && tokens[at].is_symbol(','));
        let relative = comma.is_some_and(|comma| {
            let opens = tokens[..values[index].start].iter().rev().take(6).any(|t| t.is("hvor"));
            opens && tokens[comma + 1].is_any(&["var", "er", "blev"])
        });
        rated && !outcomes && label.end <= next.start && next.start - label.end <= 3 && (bare || relative)
    }

    /// "Otte af de 12 omgjorte sager handler om tabt arbejdsfortjeneste (§ 42)": as many of that outcome, and only they are of
    /// the paragraph.
    pub(super) fn outcome_of_part(&self, group: &Group) -> Option<Measure> {
        let tokens = &self.clause.tokens;
        let total = self.clause.values().get(group.total?)?;
        let label = self.labels.iter().find(|l| l.start == total.end && l.kind == LabelKind::Outcome)?;
        let noun = self.clause.terms.iter().find(|hit| hit.tag == Tag::Cases && hit.start == label.end)?;
        let verb = tokens.get(noun.end).is_some_and(|t| WORDS.lists.belonging.has(t));
        // "handler om tilbagebetaling af kontanthjælp": less than the law is about, and not all of it.
        let small = |t: &Token<'_>| t.is_any(&["om", "sig", "alle", "sager", "efter", "reglerne", "i", "under"]);
        let about = |hit: &Hit<String>| {
            hit.tag.contains('§') || is_committee(&hit.tag) || tokens[noun.end + 1..hit.start].iter().all(small)
        };
        let part = self.scopes.iter().any(|hit| hit.start > noun.end && hit.tag != ALL && about(hit));
        (verb && part && group.twin.is_none()).then(|| label.measure.clone())
    }

    /// "8 af de 21 sager vedrørte § 42, heraf 2 hjemvist": the 21 as they were counted before. Only their part is of the
    /// paragraph.
    pub(super) fn parted_whole(&self, group: &Group) -> Option<Parted<'_>> {
        let tokens = &self.clause.tokens;
        let total = self.clause.values().get(group.total?)?;
        let noun = self.clause.terms.iter().find(|hit| hit.tag == Tag::Cases && hit.start == total.end)?;
        let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
        // "9 af de 14 sager fra Team Nord handlede om § 85"
        let of = self.scopes.iter().find(|hit| {
            hit.start == noun.end + 1 && is(noun.end, &["fra", "på", "efter", "under", "hos", "i"]) && hit.tag != ALL
        });
        let from = of.map_or(noun.end, |hit| hit.end);
        let verb = tokens.get(from).is_some_and(|t| WORDS.lists.belonging.has(t))
            || is(from, &COMING) && is(from + 1, &["fra"])
            || is(from, &["er", "var"]) && is(from + 1, &["efter", "om", "vedrørende", "fra"]);
        let limit = self.clause.values().iter().map(|v| v.start).find(|&at| at > noun.end).unwrap_or(tokens.len());
        let part = self.scopes.iter().find(|hit| hit.start > from && hit.end <= limit && hit.tag != ALL);
        let counted = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered | Measure::Received);
        let same = |f: &&Figure| (f.value - total.value).abs() < 1e-6 && f.place == self.setting.own;
        let said = || self.setting.said.iter().rev().take(100).filter(counted).filter(same);
        let spoken = of.map_or_else(|| self.setting.scope(), |hit| hit.tag.clone());
        let whole = said().find(|f| f.scope == spoken).or_else(|| said().next().filter(|_| of.is_none()));
        let whole = whole.filter(|_| verb && group.twin.is_none())?;
        Some(Parted { whole, part: part? })
    }

    /// "Omgørelserne handler i fire tilfælde om befordring": not all of them. Of a paragraph all may be.
    pub(super) fn is_of_a_matter(&self, group: &Group) -> bool {
        const VERBS: [&str; 9] =
            ["handler", "drejer", "vedrører", "skyldes", "skyldtes", "angår", "omhandler", "bunder", "beror"];
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[group.lead];
        // "Begrundelsen for at hjemvise er i syv af de ni sager, at ...": how often that was the reason.
        if let [before @ .., verb, preposition] = &tokens[..value.start]
            && preposition.is("i")
            && verb.is_any(&["er", "var", "lød", "lyder"])
            && before.iter().any(|t| WORDS.lists.reasons.has(t))
        {
            return true;
        }
        let outcome = self.labels.iter().find(|label| label.kind == LabelKind::Outcome && label.end <= value.start);
        let verb = outcome.is_some_and(|label| tokens[label.end..value.start].iter().any(|t| t.is_any(&VERBS)));
        let inside = value.start > 0 && tokens[value.start - 1].is("i");
        let noun = tokens[value.start..].iter().skip(1).take(2).any(|t| t.is_any(&["tilfælde", "sager"]));
        verb && inside && noun && !self.scopes.iter().any(|hit| hit.start > value.start && hit.tag.contains('§'))
    }

    /// "Aktivloven og serviceloven er de største lovområder med tilsammen 17.700 sager": of two laws, and of neither.
    pub(super) fn sums_laws(&self, value: &Value) -> bool {
        if self.lists_laws_behind(value) {
            return true;
        }
        let mut before = self.scopes.iter().rev().filter(|hit| hit.end <= value.start);
        let (Some(second), Some(first)) = (before.next(), before.next()) else { return false };
        let tokens = &self.clause.tokens;
        let joined = tokens[first.end.min(second.start)..second.start].iter().any(|t| t.is_any(&["og", "samt"]));
        let between = &tokens[second.end..value.start];
        let alone = !self.clause.values().iter().any(|other| other.start >= first.end && other.end <= value.start);
        let summed = between.iter().any(|t| t.is_any(&["tilsammen", "sammenlagt", "samlet"]));
        first.tag != second.tag && joined && alone && summed
    }

    /// "131 sager på udvalgets område med en omgørelsesprocent på 29": what the noun right behind a number is of, though
    /// the next number begins there.
    pub(super) fn scope_of_noun(&self, index: usize) -> Option<String> {
        let end = self.clause.values()[index].end;
        // "I de 8 omgjorte sager på børnehandicapområdet er 7 hjemvist"
        // "Af de 52 realitetsbehandlede sager efter serviceloven kommer 23 fra Team Nord"
        let ended = self.clause.terms.iter().find(|t| t.start == end && matches!(t.tag, Tag::Outcome(_) | Tag::Act(_)));
        let end = ended.map_or(end, |outcome| outcome.end);
        let hit = self.scopes.iter().find(|hit| hit.start > end && hit.start - end <= 3)?;
        let noun = |at: usize| self.clause.terms.iter().any(|term| term.tag == Tag::Cases && term.start == at);
        let plain = |at: usize| self.clause.tokens[at].is_any(&["på", "efter", "under", "inden", "for", "indenfor"]);
        (noun(end) && (end + 1..hit.start).all(plain)).then(|| hit.tag.clone())
    }

    /// "24 af de 55 afgørelser er truffet efter barnets lov", where 55 were decided before: the law is the part's.
    pub(super) fn parts_what_was_decided(&self, group: &Group) -> bool {
        let Some(total) = group.total.map(|total| &self.clause.values()[total]) else { return false };
        let definite = total.start > 0 && self.clause.tokens[total.start - 1].is("de");
        let acts = self.labels.iter().all(|label| label.kind == LabelKind::Act);
        let said = |f: &Figure| f.measure == Measure::Decided && f.value == total.value && f.place == self.setting.own;
        let behind = self.scopes.iter().all(|hit| hit.start > total.end + 1);
        definite && acts && behind && self.setting.said.iter().rev().take(12).any(said)
    }

    /// "68 sager om sygedagpenge, kontanthjælp og beskæftigelse", "31 klager efter aktivloven og serviceloven": more than
    /// the first of them.
    fn lists_laws_behind(&self, value: &Value) -> bool {
        let tokens = &self.clause.tokens;
        let limit = self.clause.values().iter().map(|v| v.start).find(|&at| at > value.start).unwrap_or(tokens.len());
        let plain = |hit: &&Hit<String>| hit.start >= value.end && hit.end <= limit && !hit.tag.contains('§');
        let Some(first) = self.scopes.iter().find(plain) else { return false };
        let about = |t: &Token<'_>| {
            t.is_any(&["om", "efter", "vedrørende", "inden", "for", "på", "under", "indenfor"])
                || t.is_any(&["vedrører", "vedrørte", "omhandler", "omhandlede", "angår", "angik", "gælder", "gjaldt"])
        };
        if first.tag == ALL || first.start > value.end + 5 || !about(&tokens[first.start - 1]) {
            return false;
        }
        let and = |at: usize| at < limit && tokens[at].is_any(&["og", "samt", "eller"]);
        let comma = |at: usize| at < limit && tokens[at].is_symbol(',');
        // What a place of the list holds: a scope, or one word for it.
        let item = |at: usize| {
            let named = self.scopes.iter().find(|hit| hit.start == at).map(|hit| hit.end);
            named.or_else(|| (at < limit && tokens[at].word().is_some()).then_some(at + 1))
        };
        let law = |at: usize| tokens.get(at).and_then(Token::word).is_some_and(|word| word.ends_with("loven"));
        let other = |at: usize| {
            law(at) || self.scopes.iter().any(|hit| hit.start == at && hit.tag != first.tag && hit.tag != ALL)
        };
        let mut at = first.end;
        while let Some(end) = item(at + 1).filter(|&end| comma(at) && (comma(end) || and(end))) {
            at = end;
        }
        and(first.end) && other(first.end + 1) || at > first.end && and(at) && item(at + 1).is_some()
    }

    /// "I 2021 blev 20 af 60 sager omgjort. Det svarer til 33 procent": where the numbers before say so.
    pub(super) fn share_of_the_last(&self, value: &Value) -> Option<Measure> {
        let says = self.clause.tokens[..value.start].iter().any(|t| t.is_any(&["svarer", "svarende", "svarede"]));
        // "Det er 38 procent"
        let opens = |w: &[Token<'_>]| {
            w[0].is_any(&["det", "dette"]) && w[1].is_any(&["er", "udgør", "giver", "var", "blev", "gav"])
        };
        let says = says || self.clause.tokens.get(..2).is_some_and(opens);
        let named = self.labels.iter().any(|label| label.start < value.end);
        let passage = |f: &Figure| f.source().map(|source| source.passage);
        let last = self.setting.said.last().map(passage)?;
        if !says || named {
            return None;
        }
        let Some(outcome) = self.setting.thread.outcome.as_ref() else {
            let said: Vec<&Figure> = self.setting.said.iter().rev().take_while(|f| passage(f) == last).collect();
            return the_one_that_makes(&said, value);
        };
        let mut said = self.setting.said.iter().rev().take_while(|f| passage(f) == last);
        let part = said.find(|f| f.measure == *outcome)?;
        let same = |f: &&Figure| (&f.place, f.period, &f.scope) == (&part.place, part.period, &part.scope);
        let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
        let proves = |whole: f64| makes(part.value, whole, value.value, value.decimals, value.hedge.is_some());
        let mut wholes = self.setting.said.iter().rev().take(40).filter(same).filter(total).peekable();
        let dismissed = self.setting.said.iter().rev().take(40).filter(same).find(|f| f.measure == Measure::Dismissed);
        let proven = match self.base_behind(value) {
            Some(base) => proves(base),
            // "Det svarer til 28 procent.", where no total was stated that could say otherwise.
            None if wholes.peek().is_none() => {
                let ends = self.clause.tokens.get(value.end).is_none_or(|t| t.is_symbol('.'));
                ends && value.value >= 5.0
            }
            // What was dismissed is no part of what a rate is taken of.
            None => wholes.next().is_some_and(|whole| {
                let left = dismissed.filter(|_| *outcome == Measure::Reversed && whole.measure == Measure::Decided);
                proves(whole.value) || left.is_some_and(|dismissed| proves(whole.value - dismissed.value))
            }),
        };
        rate_of(outcome).filter(|_| proven)
    }

    /// "28,5 procent af de 375, som Ankestyrelsen realitetsbehandlede"
    fn base_behind(&self, value: &Value) -> Option<f64> {
        let base = self.clause.values().iter().find(|base| base.start > value.end)?;
        let between = &self.clause.tokens[value.end..base.start];
        let of = between.first()?.is("af") && between.iter().all(|t| t.is_any(&["af", "de", "i", "alt", "disse"]));
        (of && base.kind != ValueKind::Percent && base.decimals == 0).then_some(base.value)
    }

    /// "Kommunen fik ret i to ud af tre sager", where 102 were counted before: how large a part, and no numbers of cases.
    pub(super) fn is_fraction_in_words(&self, group: &Group) -> bool {
        let Some(total) = group.total.map(|total| &self.clause.values()[total]) else { return false };
        let lead = &self.clause.values()[group.lead];
        let plain = self.clause.tokens[lead.end..total.start].iter().all(|t| t.is_any(&["ud", "af"]));
        let counted = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered) && f.value > total.value;
        // "To ud af tre klager": in an article as many of every three.
        let worded = |value: &Value| self.clause.tokens[value.start].number().is_none();
        let round = [3.0, 4.0, 5.0, 10.0].contains(&total.value);
        // "To ud af tre af de omgjorte sager"
        let of = self.clause.tokens.get(total.end).is_some_and(|t| t.is("af"));
        if plain && of && worded(lead) && worded(total) {
            return true;
        }
        let share = self.setting.foreign && round && worded(lead) && worded(total);
        let less = || self.scopes.is_empty() && self.setting.said.iter().rev().take(40).any(counted);
        plain && total.value <= 10.0 && (share || less())
    }

    /// "I to ud af tre sager var Ankestyrelsen enig", where nobody counted three: as many of every three, or three cases?
    pub(super) fn may_be_fraction(&self, group: &Group) -> bool {
        let Some(total) = group.total.map(|total| &self.clause.values()[total]) else { return false };
        let lead = &self.clause.values()[group.lead];
        let worded = |value: &Value| self.clause.tokens[value.start].number().is_none();
        let plain = self.clause.tokens[lead.end..total.start].iter().all(|t| t.is_any(&["ud", "af"]));
        let round = [3.0, 4.0, 5.0, 10.0].contains(&total.value);
        let told = |f: &Figure| (f.value - total.value).abs() < 1e-6;
        let said = || self.setting.said.iter().rev().take(40).any(told);
        plain && round && worded(lead) && worded(total) && self.scopes.is_empty() && !said()
    }

    /// "7 ud af 9 sager blev omgjort, mens det i 2019 var 1 ud af 5": the same part of another whole.
    pub(super) fn same_part(&self, number: usize) -> Option<Measure> {
        let last = self.groups[..number].iter().rfind(|group| group.total.is_some())?;
        let group = &self.groups[number];
        let (of, again) = (last.total?, group.total?);
        let between = self.clause.tokens.get(self.clause.values()[of].end..self.clause.values()[group.lead].start)?;
        let pronoun = between.iter().any(|t| t.is_any(&["det", "tallet", "antallet"]));
        let labelled = self
            .labels
            .iter()
            .any(|label| label.start > self.clause.values()[again].end && label.kind == LabelKind::Outcome);
        // "15 ud af 16 sager efter aktivloven, og i sager efter serviceloven 21 ud af 27"
        let from = self.clause.values()[of].end;
        let other = self.scopes.iter().any(|hit| hit.start > from && hit.end == group.start);
        let other = other && self.labels.iter().all(|label| label.end <= group.start);
        let measure = self.bindings[last.lead].measure.clone().filter(|m| rate_of(m).is_some_and(|rate| rate != *m));
        measure.filter(|_| (pronoun || other) && !labelled)
    }

    /// "32 sager er omgjort, og når der ses bort fra de 11 afviste, er det 27 procent": the share of what was counted first.
    pub(super) fn share_without_dismissed(&self, index: usize) -> Option<Measure> {
        let start = self.clause.values()[index].start;
        let mut apart = self.labels.iter().filter(|label| label.end <= start);
        let dismissed = apart.find_map(|label| left_out(self.clause, label))?;
        self.bindings[..dismissed].iter().rev().find_map(|binding| rate_of(binding.measure.as_ref()?))
    }
}

/// "52 sager, hvoraf 27 er stadfæstet og 25 omgjort. Det er 48 procent": the share of the one outcome whose number makes it.
fn the_one_that_makes(said: &[&Figure], value: &Value) -> Option<Measure> {
    let total = |f: &&&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    let whole = said.iter().find(total)?;
    let same = |f: &Figure| (&f.place, f.period, &f.scope) == (&whole.place, whole.period, &whole.scope);
    let outcome = |f: &Figure| rate_of(&f.measure).is_some_and(|rate| rate != f.measure);
    let makes = |f: &Figure| makes(f.value, whole.value, value.value, value.decimals, value.hedge.is_some());
    let mut fitting = said.iter().filter(|f| same(f) && outcome(f) && makes(f));
    let only = fitting.next().filter(|_| fitting.next().is_none())?;
    rate_of(&only.measure)
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;
    use crate::model::figure::Figure;

    /// Period, scope, measure and value of each figure, in order; `?` marks one in doubt.
    fn stated(text: &str) -> Vec<String> {
        let page = "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n";
        let document = crate::read::read(format!("{page}{text}\n").as_bytes(), "a.txt").unwrap();
        let show = |f: &Figure| {
            let period = f.period.map_or("-".to_owned(), |period| period.to_string());
            format!("{period} {} {} {}{}", f.scope, f.measure.key(), f.value, if f.is_certain() { "" } else { "?" })
        };
        extract(&document).figures.iter().map(show).collect()
    }

    #[test]
    fn wholes_and_parts_keep_their_own_words() {
        for (text, expected) in [
            (
                "I 2020 blev der afgjort 60 klager. Ud af de 60 klager har Ankestyrelsen realitetsbehandlet ca. 52.",
                vec!["2020 Alle decided 60", "2020 Alle decided 60", "2020 Alle considered 52"],
            ),
            (
                "9 sager blev hjemvist i 2020. Begrundelsen for at hjemvise er i syv af de ni sager, at der mangler oplysninger.",
                vec!["2020 Alle remanded 9"],
            ),
            (
                "9 sager blev hjemvist i 2020. I syv af de ni sager er årsagen til at hjemvise, at der mangler oplysninger.",
                vec!["2020 Alle remanded 9"],
            ),
            (
                "5 sager blev hjemvist i 2020. Fire af de fem hjemviste sager handler om tilbagebetaling af kontanthjælp.",
                vec!["2020 Alle remanded 5"],
            ),
            (
                "I sager efter aktivloven blev 15 ud af 16 afgørelser stadfæstet i 2020, og i sager efter serviceloven 21 ud af 27.",
                vec!["2020 LAS upheld 15", "2020 LAS decided 16", "2020 SEL upheld 21", "2020 SEL decided 27"],
            ),
            (
                "Omgørelsesprocenten er 23 i 2. halvår 2020 (13 af 57 realitetsbehandlede sager).",
                vec!["2020-H2 Alle reversal_rate 23", "2020-H2 Alle reversed 13", "2020-H2 Alle considered 57"],
            ),
            (
                "De 8 klager i 2020, der ikke er realitetsbehandlet, er enten afvist eller bortfaldet.",
                vec!["2020 Alle dismissed 8"],
            ),
            (
                "Omgørelsesprocenten for de 46 sager i 2020 var 24.",
                vec!["2020 Alle considered 46", "2020 Alle reversal_rate 24"],
            ),
            ("Blandt de 46 afgørelser i 2020 er 31 stadfæstet.", vec!["2020 Alle decided 46", "2020 Alle upheld 31"]),
            (
                "Ankestyrelsen har af de 46 sager fra 2020 stadfæstet 31.",
                vec!["2020 Alle decided 46", "2020 Alle upheld 31"],
            ),
            (
                "Ankestyrelsens 46 afgørelser fra 2020 fordeler sig med 31 stadfæstelser og 15 hjemvisninger.",
                vec!["2020 Alle decided 46", "2020 Alle upheld 31", "2020 Alle remanded 15"],
            ),
            (
                "Ankestyrelsen afgjorde 46 sager i 2020. Kommunen fik ret i to ud af tre sager (67 procent).",
                vec!["2020 Alle decided 46", "2020 Alle upheld_rate 67"],
            ),
            (
                "Omgørelsesprocenten var 37 i 2020, hvilket er mindre end de 42 procent, der blev omgjort i 2019.",
                vec!["2020 Alle reversal_rate 37", "2019 Alle reversal_rate 42"],
            ),
            ("Siden 2013 har Ankestyrelsen i alt omgjort 51 procent af sagerne.", vec!["- Alle reversal_rate 51?"]),
            (
                "Andelen af stadfæstede sager er steget til 73,9 pct. i 2021 mod 2020, hvor procenten var 70,7.",
                vec!["2021 Alle upheld_rate 73.9", "2020 Alle upheld_rate 70.7"],
            ),
            (
                "Når de sager, som Ankestyrelsen har afvist, trækkes fra, behandlede styrelsen 46 sager i 2021.",
                vec!["2021 Alle considered 46"],
            ),
            (
                "Ankestyrelsen afgjorde 88 klager i 2020. Kommunen fik medhold i 49 af dem - eller 56 procent.",
                vec!["2020 Alle decided 88", "2020 Alle upheld 49", "2020 Alle upheld_rate 56"],
            ),
            (
                "På beskæftigelsesområdet afgjorde Ankestyrelsen 46 sager i 2020.",
                vec!["2020 Beskæftigelsesområdet decided 46"],
            ),
            (
                "I 2020 blev 9 sager hjemvist. Hjemvisningerne skyldes i fire tilfælde mangelfuld oplysning.",
                vec!["2020 Alle remanded 9"],
            ),
            (
                "I 2020 afgjorde Ankestyrelsen 52 sager, hvoraf 27 er stadfæstet og 25 omgjort. Det er 48 pct.",
                vec![
                    "2020 Alle considered 52",
                    "2020 Alle upheld 27",
                    "2020 Alle reversed 25",
                    "2020 Alle reversal_rate 48",
                ],
            ),
            (
                "Ankestyrelsen stadfæstede 28 sager i 2020. Af de 28 stadfæstede sager var 11 efter § 112.",
                vec!["2020 Alle upheld 28", "2020 Alle upheld 28", "2020 SEL § 112 upheld 11"],
            ),
            (
                "Ankestyrelsen stadfæstede 28 sager i 2020. Af de 28 stadfæstede sager var 11 hjælpemiddelsager (§ 112).",
                vec!["2020 Alle upheld 28", "2020 Alle upheld 28"],
            ),
            (
                "9 sager i 2020 vedrører pensionsloven, beskæftigelsesloven og boligstøtteloven.",
                vec!["2020 PL decided 9?"],
            ),
            (
                "I 2020 blev 9 afgørelser truffet efter pensionsloven eller boligstøtteloven.",
                vec!["2020 PL decided 9?"],
            ),
            (
                "I 2020 er 9 sager omfattet af lov om sygedagpenge, 4 angår aktivloven og blev stadfæstet.",
                vec!["2020 SDP decided 9", "2020 LAS upheld 4"],
            ),
            ("I 2020 modtog kommunen i alt 47 ankeafgørelser.", vec!["2020 Alle decided 47"]),
            ("Efter pensionsloven er der modtaget 14 afgørelser i 2020.", vec!["2020 PL decided 14"]),
            (
                "I 2020 modtog Ankestyrelsen 22 klager, og kommunen modtog 18 afgørelser.",
                vec!["2020 Alle received 22", "2020 Alle decided 18"],
            ),
            ("Ankestyrelsen modtog 14 afgørelser til behandling i 2020.", vec!["2020 Alle received 14"]),
            ("Der er i 2020 modtaget klager over 14 afgørelser.", vec!["2020 Alle received 14"]),
            ("I 2020 vedrører hjemvisningerne i 4 tilfælde § 100.", vec!["2020 SEL § 100 remanded 4"]),
            ("Klager over sagsbehandlingen går til ledelsen. I 2020 kom der i alt 22 klager mod 44 i 2019.", vec![]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn one_number_of_two_outcomes_is_of_neither() {
        for (text, expected) in [
            ("I 2020 er 30 sager afvist eller stadfæstet af Ankestyrelsen.", vec![]),
            ("I 2020 stadfæstede, ændrede og hjemviste Ankestyrelsen 46 sager.", vec![]),
            ("I 2020 blev 46 sager i Ankestyrelsen enten stadfæstet, afvist eller henvist.", vec![]),
            ("I 2020 blev 46 sager i Ankestyrelsen hjemvist eller ændret.", vec!["2020 Alle reversed 46"]),
            (
                "Ankestyrelsen stadfæstede 30 og afviste 4 sager i 2020.",
                vec!["2020 Alle upheld 30", "2020 Alle dismissed 4"],
            ),
            ("I 2020 blev 15 sager i Ankestyrelsen afgjort som ændring.", vec!["2020 Alle changed 15"]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
