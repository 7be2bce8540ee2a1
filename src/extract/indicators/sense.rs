//! What each amount of a sentence is of: its measure and scope; changes, twins and both ends of a change together.

use super::amount::{Amount, End, Form, Noun, Sense};
use super::family::{Words, topic};
use super::scope::scope;
use crate::data::indicators::{INDICATORS, Shape};
use crate::extract::clause::Clause;
use crate::model::source::Document;

/// What each amount is of; `None` for numbers that are no figures.
pub(super) fn senses(document: &Document, clause: &Clause<'_>, words: &Words<'_>) -> Vec<Option<Sense>> {
    let mut out: Vec<Option<Sense>> = Vec::with_capacity(words.amounts.len());
    for index in 0..words.amounts.len() {
        let amount = &words.amounts[index];
        let found = match (amount.form, pair_change(clause, words, index)) {
            (Form::Change(sign), _) => change(document, clause, words, index, sign, &out),
            // "fra 122 til 107, hvilket svarer til 12,3 pct.": the change again, in percent.
            (_, Some(_)) => out[index - 1].clone().map(|sense: Sense| Sense { measure: "change", ..sense }),
            _ => words.measure(index).map(|at| sense(document, clause, words, index, at)),
        };
        let found = found.or_else(|| same_again(clause, words, index, &out));
        out.push(found);
    }
    // "297 svarende til 45 procent", "hvilket udgør 48 procent": one thing, counted and as a share.
    for at in 1..out.len() {
        let (first, second) = (&words.amounts[at - 1], &words.amounts[at]);
        if !is_twin(clause, first, second) {
            continue;
        }
        if pair_change(clause, words, at).is_some() || first.form != Form::Plain || second.form != Form::Plain {
            continue;
        }
        let far = |index: usize| words.nearest(index).map_or(usize::MAX, |(distance, _)| distance);
        match (&out[at - 1], &out[at]) {
            // "2,8 pct. svarende til 743 personer": each has its own name.
            (Some(a), Some(b)) if a.topic == b.topic && first.shape == Shape::Percent => {}
            (Some(_), Some(_)) if far(at) < far(at - 1) => out[at - 1] = out[at].clone(),
            (Some(_), _) => out[at] = out[at - 1].clone(),
            (None, Some(_)) => out[at - 1] = out[at].clone(),
            (None, None) => {}
        }
    }
    // "fra 617 til 844": both ends are one thing.
    for at in 1..out.len() {
        let pair = words.amounts[at - 1].way == Some(End::From) && words.amounts[at].way == Some(End::To);
        if pair && words.amounts[at - 1].shape == words.amounts[at].shape {
            let one = out[at - 1].clone().or_else(|| out[at].clone());
            (out[at - 1], out[at]) = (one.clone(), one);
        }
    }
    out
}

/// The direction of a pair of values that this percentage says again.
pub(super) fn pair_change(clause: &Clause<'_>, words: &Words<'_>, index: usize) -> Option<f64> {
    let (to, from) = (index.checked_sub(1)?, index.checked_sub(2)?);
    let amounts = words.amounts;
    let pair = amounts[from].way == Some(End::From) && amounts[to].way == Some(End::To);
    let percent = amounts[index].shape == Shape::Percent && amounts[to].shape != Shape::Percent;
    (pair && percent && is_twin(clause, &amounts[to], &amounts[index]))
        .then(|| (amounts[to].value - amounts[from].value).signum())
}

/// "Ribe har 7 konsulenter, hvor Vejen har 5": the noun is not said again.
fn same_again(clause: &Clause<'_>, words: &Words<'_>, index: usize, before: &[Option<Sense>]) -> Option<Sense> {
    let amount = &words.amounts[index];
    let first = words.amounts.get(index.checked_sub(1)?)?;
    let verb = amount.start.checked_sub(1).and_then(|at| clause.tokens.get(at));
    let placed = clause.places.iter().any(|hit| words.segments[index].tokens.contains(&hit.start));
    let fits = amount.noun == Noun::None
        && amount.shape == Shape::Count
        && first.shape == Shape::Count
        && amount.form == Form::Plain
        && placed
        && verb.is_some_and(|t| t.is_any(&["har", "havde", "er", "var"]));
    before.last()?.clone().filter(|_| fits)
}

fn is_twin(clause: &Clause<'_>, first: &Amount, second: &Amount) -> bool {
    let tokens = &clause.tokens[first.end.min(second.start)..second.start];
    let shapes = matches!((first.shape, second.shape), (Shape::Count, Shape::Percent) | (Shape::Percent, Shape::Count));
    let words = |a: &str, b: &str| tokens.windows(2).any(|w| w[0].is(a) && w[1].is(b));
    shapes
        && tokens.len() <= 12
        && (words("svarende", "til") || words("svarer", "til") || words("hvilket", "udgør") || words("hvilket", "er"))
}

fn sense(document: &Document, clause: &Clause<'_>, words: &Words<'_>, index: usize, at: u16) -> Sense {
    let measure = &INDICATORS.measures[usize::from(at)];
    let own = topic(measure);
    // Under a numbered goal of the minister the figures are the goal's.
    let goal = words.setting.goal.as_ref().map(|goal| goal.topic).filter(|goal| *goal == "minister_goals");
    let topic = goal.filter(|_| matches!(own, "recipients" | "employment" | "unemployment")).unwrap_or(own);
    Sense {
        topic,
        measure: measure.names.key.as_str(),
        scope: scope(document, clause, words, index, measure),
        shared: measure.shared,
    }
}

/// What a change is a change of: the number before it, a word of its own, or what the sentence before spoke of.
fn change(
    document: &Document,
    clause: &Clause<'_>,
    words: &Words<'_>,
    index: usize,
    sign: f64,
    before: &[Option<Sense>],
) -> Option<Sense> {
    let changed = |sense: Sense| Sense { measure: "change", ..sense };
    if words.elsewhere || sign == 0.0 && words.setting.thread.direction.is_none() {
        return None;
    }
    let amount = &words.amounts[index];
    let same = |shape: Shape| {
        let plain = Amount { form: Form::Plain, shape, ..amount.clone() };
        let mut amounts = words.amounts.to_vec();
        amounts[index] = plain;
        let alone = Words { amounts: &amounts, meanings: words.meanings.clone(), ..*words };
        alone.measure(index).map(|at| sense(document, clause, &alone, index, at))
    };
    let shape = if amount.shape == Shape::Points { Shape::Percent } else { amount.shape };
    let refers = clause.tokens[..amount.start]
        .iter()
        .any(|t| t.is_any(&["svarer", "svarende", "udgør", "dette", "hvilket", "det"]));
    let earlier = before.iter().rev().flatten().next().filter(|_| refers).cloned();
    let thread = || {
        let topic = words.setting.thread.topic.filter(|_| refers || sign == 0.0)?;
        Some(Sense { topic, measure: "change", scope: words.setting.thread.scope.clone()?, shared: false })
    };
    earlier
        .or_else(|| same(shape))
        .or_else(|| (shape == Shape::Percent).then(|| same(Shape::Count)).flatten())
        .or_else(thread)
        .map(changed)
        .filter(|sense| sense.topic != "money" || amount.shape == Shape::Money)
}
