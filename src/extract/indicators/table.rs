//! Tables of other topics: the words of the caption and of a cell's row and column say what it is.

use super::amount::{Amount, Noun};
use super::amounts::amounts;
use super::circumstance::{Around, Whose};
use super::family::{Words, candidates, topic};
use super::figure::{figure, settle};
use super::marks::Marks;
use super::setting::Setting;
use crate::data::indicators::{INDICATORS, Meaning, ScopeFrom, Shape};
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::segment::between;
use crate::model::figure::{Figure, Origin, Place, Source, Unit};
use crate::model::period::Period;
use crate::model::source::{Document, Span, Table};
use crate::text::run;

/// The most cells of a table that is read.
const MOST: usize = 100_000;

/// A row's or column's label with what it says.
struct Head<'a> {
    span: Span,
    clause: Clause<'a>,
    marks: Marks,
}

/// The figures of a table.
pub(super) fn table(document: &Document, lower: &str, table: &Table, setting: &Setting) -> Vec<Figure> {
    let (rows, cols) = (table.rows as usize, table.cols as usize);
    if rows < 2 || cols < 2 || rows * cols > MOST {
        return Vec::new();
    }
    let mut spans = vec![Span::default(); rows * cols];
    for cell in &table.cells {
        if let Some(place) = spans.get_mut(cell.row as usize * cols + cell.col as usize) {
            *place = cell.span;
        }
    }
    let read = |span: Span| {
        let clause = Clause::read(&document.text, lower, span);
        let marks = Marks::read(&clause.tokens);
        Head { span, clause, marks }
    };
    let caption = table.caption.map(&read);
    let first_row: Vec<Head<'_>> = (0..cols).map(|col| read(spans[col])).collect();
    let numbers = |head: &Head<'_>| !amounts(&document.text, &head.clause, &head.marks).is_empty();
    if first_row.iter().any(numbers) {
        return Vec::new();
    }
    let first_col: Vec<Head<'_>> = (0..rows).map(|row| read(spans[row * cols])).collect();
    if first_col.iter().any(numbers) {
        return Vec::new();
    }
    let heads = || caption.iter().chain(&first_row).chain(&first_col);
    // Another reader's table: appeals and caseloads.
    if heads().any(|head| head.marks.has(&Meaning::Elsewhere)) {
        return Vec::new();
    }
    let names_family = |m: &Meaning| matches!(m, Meaning::Word(_) | Meaning::Noun(_));
    if !heads().any(|head| head.marks.of(names_family).next().is_some()) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for row in 1..rows {
        for col in 1..cols {
            let span = spans[row * cols + col];
            if !run::has_digit(document.slice(span)) {
                continue;
            }
            let cell = read(span);
            let around: Vec<&Head<'_>> = caption.iter().chain([&first_col[row], &first_row[col]]).collect();
            out.extend(cell_figures(document, &cell, &around, setting));
        }
    }
    out
}

/// The figures of one cell; `heads` are the caption (if there is one), the row's label and the column's.
fn cell_figures(document: &Document, cell: &Head<'_>, heads: &[&Head<'_>], setting: &Setting) -> Vec<Figure> {
    let mut amounts = amounts(&document.text, &cell.clause, &cell.marks);
    if amounts.is_empty() || amounts.len() > 2 {
        return Vec::new();
    }
    let unit = heads.iter().rev().find_map(|head| head_unit(head));
    for amount in &mut amounts {
        if let Some((shape, unit, scale)) = unit.clone().filter(|_| is_bare(amount)) {
            (amount.shape, amount.unit, amount.value) = (shape, unit, amount.value * scale);
        }
    }
    let mut under = setting.clone();
    under.thread = super::setting::Thread::default();
    for head in heads {
        under.thread.meanings.extend(head.marks.meanings().iter());
        under.thread.also.extend(head.marks.meanings().iter());
    }
    under.thread.group = heads.iter().rev().find_map(|head| head.marks.groups().first().map(|(_, _, group)| *group));
    let ranges: Vec<_> = amounts.iter().map(|a| a.start..a.end).collect();
    let segments = between(&cell.clause.tokens, &ranges);
    let meanings = cell.marks.meanings();
    let candidates = candidates(&meanings, &under);
    let words = Words {
        tokens: &cell.clause.tokens,
        foreign: false,
        marks: &cell.marks,
        amounts: &amounts,
        segments: &segments,
        setting: &under,
        elsewhere: false,
        meanings,
        candidates: &candidates,
        table: true,
    };
    let around = Around { clause: &cell.clause, amounts: &amounts, segments: &segments, setting: &under };
    let places = around.places();
    let place = heads.iter().rev().find_map(|head| head_place(head, setting)).or_else(|| setting.own.clone());
    let period = heads
        .iter()
        .rev()
        .find_map(|head| head_period(head, setting))
        .or(setting.heading_period)
        .or(setting.title_period);
    let mut out = Vec::new();
    for (index, amount) in amounts.iter().enumerate() {
        let Some(measure) = words.measure(index).and_then(|at| INDICATORS.measures.get(usize::from(at))) else {
            continue;
        };
        let scope = match measure.scope {
            ScopeFrom::Group if measure.group => under.thread.group.map(str::to_owned),
            _ => None,
        };
        let scope = scope.or_else(|| label(document, heads)).unwrap_or_else(|| super::scope::ALL.to_owned());
        let key = measure.names.key.as_str();
        let mut figure = figure(topic(measure), key, &scope, (amount.value, amount.decimals), amount.unit.clone());
        figure.place = match &places[index] {
            Whose::Known(place) => Some(place.clone()),
            _ => place.clone(),
        };
        figure.period = period;
        figure.hedge = amount.hedge.clone();
        figure.origin = Origin::Stated(Source {
            value: amount.span,
            passage: cell.span,
            heads: heads.iter().map(|head| head.span).collect(),
        });
        settle(&mut figure);
        out.push(figure);
    }
    out
}

fn is_bare(amount: &Amount) -> bool {
    matches!(amount.shape, Shape::Count | Shape::Score) && amount.noun == Noun::None
}

/// "i procent", "1.000 kr.", "(uger)": the unit that a label gives to the numbers under it.
fn head_unit(head: &Head<'_>) -> Option<(Shape, Unit, f64)> {
    let tokens = &head.clause.tokens;
    let has = |words: &[&str]| tokens.iter().any(|t| t.is_any(words));
    if tokens.iter().any(|t| t.is_symbol('%')) || has(&["procent", "pct"]) {
        return Some((Shape::Percent, Unit::Percent, 1.0));
    }
    if has(&["kr", "kroner", "tkr"]) {
        let thousand = tokens.iter().any(|t| t.number().is_some_and(|(value, _)| value == 1000.0))
            || has(&["tkr", "t", "tusind", "tusinde"]);
        let scale = if has(&["mio", "millioner"]) {
            1e6
        } else if thousand {
            1e3
        } else {
            1.0
        };
        return Some((Shape::Money, Unit::Dkk, scale));
    }
    if has(&["uger"]) {
        return Some((Shape::Time, Unit::Weeks, 1.0));
    }
    has(&["måneder"]).then(|| (Shape::Time, Unit::Other("months".into()), 1.0))
}

fn head_place(head: &Head<'_>, setting: &Setting) -> Option<Place> {
    let nation = head.clause.terms.iter().any(|hit| hit.tag == Tag::Nation);
    let own = head.clause.terms.iter().any(|hit| hit.tag == Tag::Own);
    match &head.clause.places[..] {
        [one] => Some(one.tag.clone()),
        [] if nation => Some(Place::NATION),
        [] if own => setting.own.clone(),
        _ => None,
    }
}

fn head_period(head: &Head<'_>, setting: &Setting) -> Option<Period> {
    match &head.clause.periods[..] {
        [one] => match one.named {
            Named::Absolute(period) => Some(period),
            named => setting.resolve(named, setting.title_period),
        },
        _ => None,
    }
}

/// The labels that are neither a place nor a period, outermost first.
fn label(document: &Document, heads: &[&Head<'_>]) -> Option<String> {
    let plain = |head: &&&Head<'_>| {
        head.clause.places.is_empty()
            && head.clause.periods.is_empty()
            && !head.clause.terms.iter().any(|hit| matches!(hit.tag, Tag::Nation | Tag::Own))
    };
    let labels: Vec<String> = heads
        .iter()
        .skip(heads.len().saturating_sub(2))
        .filter(plain)
        .map(|head| document.one_line(head.span))
        .filter(|text| !text.is_empty())
        .collect();
    (!labels.is_empty()).then(|| labels.join(" · "))
}
