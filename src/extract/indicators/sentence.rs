//! One sentence: its amounts, each with measure, place, period and scope; and what the next sentence may leave unsaid.

use super::amount::{Amount, End, Form, amounts};
use super::circumstance::{Around, Whose};
use super::family::{Words, topic};
use super::form::direction;
use super::marks::Marks;
use super::rank::{Rank, ranks};
use super::scope::{joined, scope};
use super::setting::{Setting, meanings};
use crate::data::indicators::{INDICATORS, Meaning, Shape};
use crate::extract::clause::Clause;
use crate::extract::period::Named;
use crate::extract::segment::between;
use crate::model::figure::{Doubt, Figure, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::period::Period;
use crate::model::source::{Document, Span};
use std::ops::Range;

/// What an amount is, before where and when are settled.
#[derive(Clone, Debug)]
struct Sense {
    topic: &'static str,
    measure: &'static str,
    scope: String,
    shared: bool,
}

/// The figures of a sentence, in order.
pub(super) fn sentence(document: &Document, clause: &Clause<'_>, setting: &mut Setting) -> Vec<Figure> {
    let marks = Marks::read(&clause.tokens);
    let ranks = ranks(&document.text, clause, &marks);
    let mut amounts = amounts(&document.text, clause, &marks);
    amounts.retain(|amount| !ranks.iter().any(|rank| rank.among.is_some_and(|(_, span)| span == amount.span)));
    let values: Vec<Range<usize>> = amounts.iter().map(|a| a.start..a.end).collect();
    let segments = between(&clause.tokens, &values);
    let said = meanings(&marks);
    let words = Words {
        marks: &marks,
        amounts: &amounts,
        segments: &segments,
        setting,
        elsewhere: marks.has(&Meaning::Elsewhere),
        meanings: said.clone(),
        table: false,
    };
    let around = Around { clause, amounts: &amounts, segments: &segments, setting };
    let senses = senses(document, clause, &words);
    let places = around.places();
    let periods = around.periods();
    let mut figures = Vec::new();
    for (index, amount) in amounts.iter().enumerate() {
        let Some(sense) = &senses[index] else { continue };
        let period = period(clause, setting, amount, sense, periods[index], &figures);
        let whose = if sense.shared { &Whose::Nobody } else { &places[index] };
        push(&mut figures, clause.span, amount, sense, place(whose, setting), period);
    }
    for rank in &ranks {
        figures.extend(rank_figures(clause, &words, rank));
    }
    learn(clause, &marks, &senses, &figures, said, setting);
    figures
}

/// What each amount is of; `None` for numbers that are no figures.
fn senses(document: &Document, clause: &Clause<'_>, words: &Words<'_>) -> Vec<Option<Sense>> {
    let mut out: Vec<Option<Sense>> = Vec::with_capacity(words.amounts.len());
    for index in 0..words.amounts.len() {
        let found = match words.amounts[index].form {
            Form::Change(sign) => change(document, clause, words, index, sign, &out),
            _ => words.measure(index).map(|at| sense(document, clause, words, index, at)),
        };
        out.push(found);
    }
    // "297 svarende til 45 procent", "hvilket udgør 48 procent": one thing, counted and as a share.
    for at in 1..out.len() {
        let (first, second) = (&words.amounts[at - 1], &words.amounts[at]);
        if !is_twin(clause, first, second) {
            continue;
        }
        if out[at].is_none() || out[at - 1].as_ref().is_some_and(|s| s.topic != "unemployment") && second.shape == Shape::Percent {
            if let Some(sense) = out[at - 1].clone() {
                out[at] = Some(sense);
            }
        } else if out[at - 1].is_none() && matches!(first.form, Form::Plain) {
            out[at - 1] = out[at].clone();
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

fn is_twin(clause: &Clause<'_>, first: &Amount, second: &Amount) -> bool {
    let tokens = &clause.tokens[first.end.min(second.start)..second.start];
    let shapes = matches!(
        (first.shape, second.shape),
        (Shape::Count, Shape::Percent) | (Shape::Percent, Shape::Count)
    );
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
fn change(document: &Document, clause: &Clause<'_>, words: &Words<'_>, index: usize, sign: f64, before: &[Option<Sense>]) -> Option<Sense> {
    let changed = |sense: Sense| Sense { measure: "change", ..sense };
    if sign == 0.0 && words.setting.thread.direction.is_none() {
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
    let refers = clause.tokens[..amount.start].iter().any(|t| t.is_any(&["svarer", "svarende", "udgør", "dette", "hvilket", "det"]));
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

/// When an amount holds: what the sentence says, else what was said before.
fn period(
    clause: &Clause<'_>,
    setting: &Setting,
    amount: &Amount,
    sense: &Sense,
    said: Option<Period>,
    figures: &[Figure],
) -> Option<Period> {
    if said.is_some() {
        return said;
    }
    if sense.measure == "change" {
        // From the beginning of the change to its end.
        if let [.., first, second] = figures
            && let (Some(from), Some(to)) = (first.period, second.period)
            && first.topic.key() == sense.topic
            && from < to
            && from.to.is_none()
            && to.to.is_none()
        {
            return Some(Period::span(from.from, to.from));
        }
    }
    if clause.tokens.iter().any(|t| t.is_any(&["aktuelt", "pt", "øjeblikket", "nuværende"])) {
        return setting.meeting.map(|meeting| Period::year(meeting.year));
    }
    if amount.way == Some(End::From) {
        return None;
    }
    // A day that is named but not understood may be what the number is of.
    let dated = clause.tokens.iter().any(|t| t.kind == crate::text::token::Kind::Date);
    let money = sense.topic == "money";
    let later = clause.tokens[..amount.start].iter().rev().take(6).filter_map(|t| t.word()).any(|w| direction(w).is_some()) && amount.way == Some(End::To);
    let thread = setting.thread.period.filter(|_| !dated && !later);
    let outer = || {
        let names_money = setting.title_meanings.iter().any(|m| match m {
            Meaning::Word(at) => INDICATORS.measures.get(usize::from(*at)).is_some_and(|m| topic(m) == "money"),
            _ => false,
        });
        let outer = setting.heading_period.or(setting.title_period).or(setting.data_period);
        outer.filter(|_| !dated && !later && (!money || names_money) && sense.measure != "price")
    };
    thread.or_else(outer)
}

fn place(whose: &Whose, setting: &Setting) -> Option<Place> {
    match whose {
        Whose::Known(place) => Some(place.clone()),
        Whose::Nobody => None,
        // After a sentence about another place nobody says whose it is.
        Whose::Unsaid => setting.own.clone().filter(|_| setting.thread.place.is_none()),
    }
}

fn push(out: &mut Vec<Figure>, passage: Span, amount: &Amount, sense: &Sense, place: Option<Place>, period: Option<Period>) {
    let sign = match amount.form {
        Form::Change(sign) | Form::Difference(sign) => sign,
        _ => 1.0,
    };
    let unit = match amount.shape {
        Shape::Score | Shape::Count if sense.measure == "score" => Unit::Other("points".into()),
        Shape::Score | Shape::Count if sense.measure == "share" => Unit::Percent,
        Shape::Score => Unit::Other("points".into()),
        _ => amount.unit.clone(),
    };
    let mut figure = figure(sense.topic, sense.measure, &sense.scope, (sign * amount.value, amount.decimals), unit);
    figure.place = place;
    figure.period = period;
    figure.hedge = amount.hedge.clone();
    figure.origin = Origin::Stated(Source { value: amount.span, passage, heads: Vec::new() });
    if sense.measure == "share" && matches!(amount.shape, Shape::Score | Shape::Count) {
        figure.doubts.push(Doubt::Unit);
    }
    settle(&mut figure);
    if let Form::Range { high, decimals, span } = amount.form {
        let end = |measure: &str, figure: &Figure, value: f64, decimals: u8, span: Span| Figure {
            measure: Measure::Other(measure.to_owned().into()),
            value,
            decimals,
            origin: Origin::Stated(Source { value: span, passage, heads: Vec::new() }),
            unit: if sense.measure == "required" { Unit::CasesPerFte } else { figure.unit.clone() },
            ..figure.clone()
        };
        out.push(end(&format!("{}_low", sense.measure), &figure, amount.value, amount.decimals, amount.span));
        out.push(end(&format!("{}_high", sense.measure), &figure, high, decimals, span));
        return;
    }
    out.push(figure);
}

/// A figure of one of the topics; its place, period and origin are still to be set.
pub(super) fn figure(topic: &str, measure: &str, scope: &str, value: (f64, u8), unit: Unit) -> Figure {
    Figure {
        place: None,
        period: None,
        topic: Topic::Other(topic.to_owned().into()),
        scope: scope.to_owned(),
        measure: Measure::Other(measure.to_owned().into()),
        value: value.0,
        decimals: value.1,
        unit,
        hedge: None,
        origin: Origin::Stated(Source { value: Span::default(), passage: Span::default(), heads: Vec::new() }),
        doubts: Vec::new(),
        item: None,
    }
}

/// What is not settled makes a figure uncertain.
pub(super) fn settle(figure: &mut Figure) {
    if figure.place.is_none() {
        figure.doubts.push(Doubt::Place);
    }
    if figure.period.is_none() {
        figure.doubts.push(Doubt::Period);
    }
}

fn rank_figures(clause: &Clause<'_>, words: &Words<'_>, rank: &Rank) -> Vec<Figure> {
    let setting = words.setting;
    let ranked = |m: &'static Meaning| match m {
        Meaning::Ranked(label) => Some(label.as_str()),
        _ => None,
    };
    let labels = words.marks.labels(ranked);
    let near = labels.iter().rev().find(|(at, _)| *at < rank.at).or(labels.first()).map(|(_, label)| *label);
    let outer = || {
        let all = [&setting.thread.meanings, &setting.heading_meanings, &setting.title_meanings];
        all.iter().find_map(|meanings| meanings.iter().find_map(|m| ranked(m)))
    };
    let group = words.marks.groups().into_iter().min_by_key(|(start, ..)| start.abs_diff(rank.at)).map(|(_, _, label)| label);
    let goal = setting.goal.as_ref().map(|goal| goal.label.as_str());
    let subject = goal.or(near).or_else(outer);
    let field = match (&rank.field, &rank.field_name) {
        (Some("RAR"), Some(name)) => Some(format!("{name} (RAR)")),
        (_, Some(name)) if !name.is_empty() => Some(name.clone()),
        (Some(field), _) => Some((*field).to_owned()),
        _ => rank.among.filter(|(of, _)| *of >= 90.0).map(|_| crate::model::figure::Place::NATION.to_string()),
    };
    let scope = [subject.map(str::to_owned), group.filter(|_| goal.is_none()).map(str::to_owned), field];
    let scope = scope.into_iter().flatten().fold(None, |all, one| Some(joined(all, Some(one)))).unwrap_or_else(|| super::scope::ALL.to_owned());
    let place = clause.places.iter().rev().find(|hit| hit.start < rank.at && !hit.tag.as_str().starts_with("Region"));
    let place = place.map(|hit| hit.tag.clone()).or_else(|| setting.own.clone());
    let said = clause.periods.iter().find_map(|m| match m.named {
        Named::Absolute(period) => Some(period),
        _ => None,
    });
    let period = said.or(setting.data_period).or(setting.thread.period).or(setting.heading_period).or(setting.title_period);
    let one = |measure: &str, value: f64, span: Span| {
        let unit = if measure == "rank" { Unit::Other("rank".into()) } else { Unit::Count };
        let mut figure = figure("rank", measure, &scope, (value, 0), unit);
        (figure.place, figure.period) = (place.clone(), period);
        figure.origin = Origin::Stated(Source { value: span, passage: clause.span, heads: Vec::new() });
        settle(&mut figure);
        figure
    };
    let mut out = vec![one("rank", rank.value, rank.span)];
    out.extend(rank.among.map(|(of, span)| one("ranked", of, span)));
    out
}

/// What the next sentence may leave unsaid.
fn learn(
    clause: &Clause<'_>,
    marks: &Marks,
    senses: &[Option<Sense>],
    figures: &[Figure],
    said: std::collections::BTreeSet<&'static Meaning>,
    setting: &mut Setting,
) {
    let base = setting.thread.period.or(setting.last_period);
    let named = clause.periods.iter().filter(|m| !matches!(m.named, Named::PartOnly(..))).find_map(|m| setting.resolve(m.named, base));
    let own: Vec<Period> = figures.iter().filter_map(|f| f.period).collect();
    let span = match (own.iter().min(), own.iter().max()) {
        (Some(first), Some(last)) if first < last && first.to.is_none() && last.to.is_none() => Some(Period::span(first.from, last.from)),
        (Some(first), _) => Some(*first),
        _ => None,
    };
    if let Some(period) = named.filter(|_| figures.is_empty()).or(span.filter(|_| !clause.periods.is_empty())) {
        setting.thread.period = Some(period);
        setting.last_period = Some(period);
    }
    let last_place = clause.places.last().map(|hit| hit.tag.clone());
    let nation = clause.has(|tag| *tag == crate::data::words::Tag::Nation);
    let own_named = clause.places.iter().any(|hit| Some(&hit.tag) == setting.own.as_ref());
    setting.thread.place = match last_place {
        Some(place) if Some(&place) != setting.own.as_ref() && !own_named => Some(place),
        _ if nation && clause.places.is_empty() => Some(Place::NATION),
        _ if nation && !figures.is_empty() && figures[0].is_nation() => Some(Place::NATION),
        _ => None,
    };
    if let Some((_, _, group)) = marks.groups().last() {
        setting.thread.group = Some(group);
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
        let groups = marks.groups();
        if let Some(measure) = first.filter(|measure| !measure.group || !groups.is_empty()) {
            let goal = setting.goal.as_ref().map(|goal| goal.topic).filter(|goal| *goal == "minister_goals");
            setting.thread.topic = goal.or(Some(topic(measure)));
            let goal = setting.goal.as_ref().map(|goal| goal.label.clone());
            setting.thread.scope = Some(joined(goal, groups.last().map(|(_, _, label)| (*label).to_owned())));
        }
    }
    setting.thread.direction = clause.tokens.iter().filter_map(|t| t.word()).rev().find_map(direction).or(setting.thread.direction);
    // Words of two sentences ago no longer hold.
    setting.thread.meanings = said;
}
