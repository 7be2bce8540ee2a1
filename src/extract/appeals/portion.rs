//! Wholes and parts in one sentence: wholes that are named to be parted, bases of rates, shares of what was counted last, and
//! fractions in words.

use super::bind::Binder;
use super::group::Group;
use super::label::{Label, LabelKind, rate_of};
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};
use crate::text::token::Token;

/// What may stand between a preposition and the number behind it: "ud af de i alt ca. 60".
fn is_small(token: &Token<'_>) -> bool {
    token.is_any(&[
        "de",
        "disse",
        "alle",
        "i",
        "alt",
        "samlet",
        "ca",
        "cirka",
        "omtrent",
        "omkring",
        "knap",
        "godt",
        "kommunens",
    ]) || token.is_symbol('.')
}

/// The token before a number and its small words.
fn preposition(clause: &Clause<'_>, value: &Value) -> Option<usize> {
    (0..value.start).rev().take(6).find(|&at| !is_small(&clause.tokens[at]))
}

/// "Ud af de 60 klager", "Ankestyrelsens 60 afgørelser": the first number, a whole whose parts follow.
fn is_whole(clause: &Clause<'_>, value: &Value) -> bool {
    let noun = |at: usize| clause.terms.iter().any(|hit| hit.start == at && hit.tag == Tag::Cases);
    let of = preposition(clause, value).is_some_and(|at| clause.tokens[at].is_any(&["af", "blandt"]));
    let boards = value.start > 0 && clause.tokens[value.start - 1].is_any(&["ankestyrelsens", "nævnets", "nævnenes"]);
    let first = clause.values.first().is_some_and(|other| other.start == value.start) && clause.values.len() > 1;
    first && (of || boards) && value.kind != ValueKind::Percent && (value.end..value.end + 3).any(noun)
}

/// "Ud af de 60 klager har styrelsen realitetsbehandlet 52": the word behind the verb is of the part.
pub(super) fn is_of_the_part(clause: &Clause<'_>, value: &Value, label: &Label) -> bool {
    let Some(between) = clause.tokens.get(value.end..label.start).filter(|_| is_whole(clause, value)) else {
        return false;
    };
    let relative = between.windows(2).any(|pair| pair[0].is_symbol(',') && pair[1].is_any(&["som", "der"]));
    let verb = between.iter().any(|t| WORDS.lists.parting.has(t));
    let board = |t: &Token<'_>| {
        WORDS.lists.board_names.has(t) || WORDS.lists.we.has(t) || t.is_any(&["styrelsen", "nævnet", "nævnene"])
    };
    let active = clause.tokens[label.start].word().is_some_and(|word| word.ends_with("de"))
        && clause.tokens.get(label.end).is_some_and(board);
    !relative && (verb || active)
}

/// "Omgørelsesprocenten for de 126 sager i 2014 var 21": what the rate is taken of stands between its name and its number.
/// The label of that name.
pub(super) fn base_between(clause: &Clause<'_>, labels: &[Label], groups: &[Group], index: usize) -> Option<usize> {
    let (base, next) = (groups.get(index)?, groups.get(index + 1)?);
    let (value, rate) = (&clause.values[base.lead], &clause.values[next.lead]);
    let before =
        preposition(clause, value).filter(|&at| clause.tokens[at].is_any(&["for", "af", "i", "på", "blandt"]))?;
    let label = labels
        .iter()
        .position(|label| label.kind == LabelKind::Rate && label.end <= before && before - label.end <= 1)?;
    let between = &clause.tokens[base.end..next.start];
    let plain = between.len() <= 6
        && between.iter().any(|t| t.is_any(&["er", "var", "blev", "bliver"]))
        && !between.iter().any(|t| t.is_symbol(',') || t.is_symbol(';'));
    let labelled = labels.iter().any(|other| other.start >= base.end && other.end <= next.start);
    let alone = base.twin.is_none() && base.total.is_none();
    let counts = value.kind == ValueKind::Count && rate.kind != ValueKind::Count && rate.value <= 100.0;
    (plain && alone && counts && !labelled).then_some(label)
}

impl Binder<'_, '_> {
    /// What a whole that is named to be parted, or the base of a rate, was counted as.
    pub(super) fn measure_of_whole(&self, number: usize) -> Option<Measure> {
        if let Some(label) = base_between(self.clause, self.labels, &self.groups, number) {
            let reversal = self.labels[label].measure == Measure::ReversalRate;
            return Some(if reversal { Measure::Considered } else { Measure::Decided });
        }
        let value = &self.clause.values[self.groups[number].lead];
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

    /// "I 2021 blev 20 af 60 sager omgjort. Det svarer til 33 procent": where the numbers before say so.
    pub(super) fn share_of_the_last(&self, value: &Value) -> Option<Measure> {
        let says = self.clause.tokens[..value.start].iter().any(|t| t.is_any(&["svarer", "svarende", "svarede"]));
        let named = self.labels.iter().any(|label| label.start < value.end);
        let outcome = self.setting.thread.outcome.as_ref().filter(|_| says && !named)?;
        let passage = |f: &Figure| f.source().map(|source| source.passage);
        let last = self.setting.said.last().map(passage)?;
        let mut said = self.setting.said.iter().rev().take_while(|f| passage(f) == last);
        let part = said.find(|f| f.measure == *outcome)?;
        let same = |f: &&Figure| (&f.place, f.period, &f.scope) == (&part.place, part.period, &part.scope);
        let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
        let whole = self.setting.said.iter().rev().take(40).filter(same).find(total)?;
        let half = 0.5 / 10_f64.powi(i32::from(value.decimals)) + if value.hedge.is_some() { 1.0 } else { 1e-9 };
        let proven = whole.value > 0.0 && (100.0 * part.value / whole.value - value.value).abs() <= half;
        rate_of(outcome).filter(|_| proven)
    }

    /// "Kommunen fik ret i to ud af tre sager", where 102 were counted before: how large a part, and no numbers of cases.
    pub(super) fn is_fraction_in_words(&self, group: &Group) -> bool {
        let Some(total) = group.total.map(|total| &self.clause.values[total]) else { return false };
        let lead = &self.clause.values[group.lead];
        let plain = self.clause.tokens[lead.end..total.start].iter().all(|t| t.is_any(&["ud", "af"]));
        let counted = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered) && f.value > total.value;
        plain && total.value <= 10.0 && self.scopes.is_empty() && self.setting.said.iter().rev().take(40).any(counted)
    }
}
