//! One sentence: its amounts, each with measure, place, period and scope; and what the next sentence may leave unsaid.

use super::amount::{Amount, End, Form, Noun, Sense};
use super::amounts::{amounts, may_count};
use super::circumstance::{Around, Whose};
use super::family::{Words, candidates, topic};
use super::figure::{figure, settle};
use super::form::direction;
use super::learn::learn;
use super::marks::Marks;
use super::rank;
use super::sense::{pair_change, senses};
use super::setting::{Announced, Setting};
use crate::data::indicators::{INDICATORS, Meaning, Shape};
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::segment::between;
use crate::model::figure::{Doubt, Figure, Measure, Origin, Place, Source, Unit};
use crate::model::period::{Moment, Part, Period};
use crate::model::source::{Document, Span};
use std::ops::Range;

/// The figures of a sentence, in order.
pub(super) fn sentence(document: &Document, clause: &Clause<'_>, marks: &Marks, setting: &mut Setting) -> Vec<Figure> {
    let said = marks.meanings();
    let (ranks, mut amounts) = match may_count(clause) {
        true => (rank::ranks(&document.text, clause, marks), amounts(&document.text, clause, marks)),
        false => (Vec::new(), Vec::new()),
    };
    amounts.retain(|amount| !ranks.iter().any(|rank| rank.among.is_some_and(|(_, span)| span == amount.span)));
    // Ages and terms are no figures, and divide nothing.
    amounts.retain(|amount| !(amount.shape == Shape::Time && amount.form == Form::Limit));
    if amounts.is_empty() && ranks.is_empty() {
        setting.announced = None;
        learn(clause, marks, None, &[], &[], said, setting);
        return Vec::new();
    }
    let values: Vec<Range<usize>> = amounts.iter().map(|a| a.start..a.end).collect();
    let segments = between(&clause.tokens, &values);
    let candidates = if amounts.is_empty() { Vec::new() } else { candidates(&said, setting) };
    let own_named = clause.places.iter().any(|hit| Some(&hit.tag) == setting.own.as_ref());
    let others = !clause.places.is_empty() || clause.has(|tag| *tag == Tag::Nation);
    let words = Words {
        tokens: &clause.tokens,
        foreign: others && !own_named,
        marks,
        amounts: &amounts,
        segments: &segments,
        setting,
        elsewhere: marks.has(&Meaning::Elsewhere),
        meanings: said.clone(),
        candidates: &candidates,
        table: false,
    };
    let around = Around { clause, amounts: &amounts, segments: &segments, setting };
    let senses = senses(document, clause, &words);
    let places = around.places();
    let periods = around.periods();
    let mut figures = Vec::new();
    if let Some(listed) = listed(document, clause, &amounts, &senses, setting) {
        return listed;
    }
    for (index, amount) in amounts.iter().enumerate() {
        let Some(sense) = &senses[index] else { continue };
        let period = period(clause, setting, amount, sense, periods[index], &figures);
        let whose = if sense.shared { &Whose::Nobody } else { &places[index] };
        let sign = match amount.form {
            Form::Change(0.0) => setting.thread.direction.unwrap_or(1.0),
            Form::Change(sign) | Form::Difference(sign) => sign,
            _ => pair_change(clause, &words, index).filter(|_| sense.measure == "change").unwrap_or(1.0),
        };
        push(&mut figures, clause.span, amount, sense, sign, place(whose, setting), period);
    }
    figures.extend(rank::figures(clause, &words, &ranks));
    let first = amounts.first().map(|amount| amount.start);
    let opens = document.slice(clause.span).trim_end().ends_with(':');
    let announced = senses.iter().rev().flatten().next().zip(figures.last()).filter(|_| opens);
    setting.announced = announced.map(|(sense, figure)| Announced {
        sense: sense.clone(),
        place: figure.place.clone(),
        period: figure.period,
    });
    learn(clause, marks, first, &senses, &figures, said, setting);
    figures
}

/// A line under one that announced what is counted: "- Hjemløse (8 borgere)".
fn listed(
    document: &Document,
    clause: &Clause<'_>,
    amounts: &[Amount],
    senses: &[Option<Sense>],
    setting: &Setting,
) -> Option<Vec<Figure>> {
    let announced = setting.announced.as_ref()?;
    let [amount] = amounts else { return None };
    let people = matches!(amount.noun, Noun::Known(_)) || amount.noun == Noun::None;
    let fits = senses.first()?.is_none() && people && amount.shape == Shape::Count && amount.form == Form::Plain;
    let before = clause.tokens[..amount.start].iter().rposition(|t| t.word().is_some())?;
    let first = clause.tokens[..=before].iter().position(|t| t.word().is_some()).filter(|_| fits && before < 14)?;
    let label = document.one_line(clause.tokens[first].span.cover(clause.tokens[before].span));
    let sense = Sense { scope: format!("{} · {label}", announced.sense.scope), ..announced.sense.clone() };
    let mut out = Vec::new();
    push(&mut out, clause.span, amount, &sense, 1.0, announced.place.clone(), announced.period);
    Some(out)
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
    // "den seneste måned": from the month before the last that was spoken of.
    let month = clause.tokens.windows(2).any(|w| w[0].is_any(&["seneste", "sidste"]) && w[1].is("måned"));
    if let Some(last) = setting.last_period.filter(|_| month && sense.measure == "change") {
        return month_before(last.to.unwrap_or(last.from));
    }
    // "fra 122 i 2019 til 107 i 2020, hvilket svarer til 12,3 pct.": of both years.
    let both = sense.measure == "change" && !matches!(amount.form, Form::Change(_));
    if said.is_some() && !both {
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
    // "Indtil videre": no time that is named.
    if clause.tokens.windows(2).any(|w| w[0].is("indtil") && w[1].is("videre")) {
        return None;
    }
    // A day that is named but not understood may be what the number is of.
    let dated = clause.tokens.iter().any(|t| t.kind == crate::text::token::Kind::Date);
    let money = sense.topic == "money";
    let later =
        clause.tokens[..amount.start].iter().rev().take(6).filter_map(|t| t.word()).any(|w| direction(w).is_some())
            && amount.way == Some(End::To);
    // What was said of another topic does not hold for this one.
    let same = setting.thread.period_of.is_none_or(|topic| topic == sense.topic);
    let thread = setting.thread.period.filter(|_| !dated && !later && same);
    let outer = || {
        let names_money = setting.title_meanings.iter().any(|m| match m {
            Meaning::Word(at) => INDICATORS.measures.get(usize::from(*at)).is_some_and(|m| topic(m) == "money"),
            _ => false,
        });
        // A heading's year that the text under it contradicts settles nothing.
        let contradicted = setting.last_period.is_some()
            && setting.heading_period.is_some()
            && setting.last_period != setting.heading_period;
        let outer = setting.heading_period.or(setting.title_period).or(setting.data_period).filter(|_| !contradicted);
        outer.filter(|_| !dated && !later && (!money || names_money) && sense.measure != "price")
    };
    thread.or_else(outer)
}

/// A month with the one before it.
fn month_before(last: Moment) -> Option<Period> {
    let Part::Month(month) = last.part else { return None };
    let before = match month {
        1 => Moment { year: last.year - 1, part: Part::Month(12) },
        _ => Moment { year: last.year, part: Part::Month(month - 1) },
    };
    Some(Period::span(before, last))
}

fn place(whose: &Whose, setting: &Setting) -> Option<Place> {
    match whose {
        Whose::Known(place) => Some(place.clone()),
        Whose::Nobody => None,
        // After a sentence about another place nobody says whose it is.
        Whose::Unsaid => setting.own.clone().filter(|_| setting.thread.place.is_none()),
    }
}

fn push(
    out: &mut Vec<Figure>,
    passage: Span,
    amount: &Amount,
    sense: &Sense,
    sign: f64,
    place: Option<Place>,
    period: Option<Period>,
) {
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
