//! What the next sentence may leave unsaid after this one.

use super::amount::Sense;
use super::circumstance::span_of;
use super::family::topic;
use super::form::direction;
use super::marks::{Marks, Meanings};
use super::scope::joined;
use super::setting::Setting;
use crate::data::indicators::{INDICATORS, Meaning};
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::model::figure::{Figure, Place};
use crate::model::period::Period;

/// Takes note of what a sentence said; `first` is the token of its first number.
pub(super) fn learn(
    clause: &Clause<'_>,
    marks: &Marks,
    first: Option<usize>,
    senses: &[Option<Sense>],
    figures: &[Figure],
    said: Meanings,
    setting: &mut Setting,
) {
    learn_period(clause, first, senses, figures, setting);
    let last_place = clause.places.last().map(|hit| hit.tag.clone());
    let nation = clause.has(|tag| *tag == Tag::Nation);
    let own_named = clause.places.iter().any(|hit| Some(&hit.tag) == setting.own.as_ref());
    setting.thread.place = match last_place {
        Some(place) if Some(&place) != setting.own.as_ref() && !own_named => Some(place),
        _ if nation && clause.places.is_empty() => Some(Place::NATION),
        _ if nation && !figures.is_empty() && figures[0].is_nation() => Some(Place::NATION),
        _ => None,
    };
    let groups = marks.groups();
    match groups.last() {
        Some((_, _, group)) => setting.thread.group = Some(group),
        None if !figures.is_empty() && senses.iter().flatten().all(|sense| sense.measure != "change") => {
            setting.thread.group = setting.thread.group.filter(|_| figures.iter().any(|f| !f.scope.contains("Alle")));
        }
        None => {}
    }
    if let Some(sense) = senses.iter().rev().flatten().next() {
        setting.thread.topic = Some(sense.topic);
        setting.thread.scope = Some(sense.scope.clone());
    } else if let Some(word) = marks.words().last() {
        // "Antallet af borgere på forsørgelse falder.": no number yet, but what the next is of.
        let first = word.meanings.iter().find_map(|m| match m {
            Meaning::Word(at) => INDICATORS.measures.get(usize::from(*at)),
            _ => None,
        });
        if let Some(measure) = first.filter(|measure| !measure.has_also && (!measure.group || !groups.is_empty())) {
            let goal = setting.goal.as_ref().map(|goal| goal.topic).filter(|goal| *goal == "minister_goals");
            setting.thread.topic = goal.or(Some(topic(measure)));
            let goal = setting.goal.as_ref().map(|goal| goal.label.clone());
            setting.thread.scope = Some(joined(goal, groups.last().map(|(_, _, label)| (*label).to_owned())));
        }
    }
    setting.thread.direction =
        clause.tokens.iter().filter_map(|t| t.word()).rev().find_map(direction).or(setting.thread.direction);
    setting.thread.also.extend(said.iter().filter(|meaning| matches!(meaning, Meaning::Also(_))));
    // Words of two sentences ago no longer name a measure.
    setting.thread.meanings = said;
}

/// Takes note of the time that a sentence said.
pub(super) fn learn_period(
    clause: &Clause<'_>,
    first: Option<usize>,
    senses: &[Option<Sense>],
    figures: &[Figure],
    setting: &mut Setting,
) {
    if clause.periods.is_empty() {
        return;
    }
    let base = setting.thread.period.or(setting.last_period);
    let named = clause
        .periods
        .iter()
        .filter(|m| !matches!(m.named, Named::PartOnly(..)))
        // A time behind a number is that number's.
        .filter(|m| first.is_none_or(|first| m.start < first))
        .find_map(|m| span_of(clause, m).or_else(|| setting.resolve(m.named, base)));
    let own: Vec<Period> = figures.iter().filter_map(|f| f.period).collect();
    let span = match (own.iter().min(), own.iter().max()) {
        (Some(first), Some(last)) if first < last && first.to.is_none() && last.to.is_none() => {
            Some(Period::span(first.from, last.from))
        }
        (Some(first), _) => Some(*first),
        _ => None,
    };
    if let Some(period) = named.filter(|_| figures.is_empty()).or(span) {
        setting.thread.period = Some(period);
        setting.thread.period_of = senses.iter().flatten().next().map(|sense| sense.topic);
        setting.last_period = Some(period);
    }
}
