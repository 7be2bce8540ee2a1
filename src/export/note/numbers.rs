//! The three numbers of a theme that matter, each with its interval, its number of cases and its source.

use super::Number;
use crate::chart::appeals::Appeals;
use crate::chart::appeals_rows::Row;
use crate::chart::caseload_groups::{self, Caseload};
use crate::chart::rate::Rate;
use crate::chart::series::Series;
use crate::chart::{Body, Chart, table, words};
use crate::lang::{Lang, number};
use crate::model::reading::FigureId;

/// At most so many: three are read, seven are skipped.
const MOST: usize = 3;

/// The numbers of a chart; `source` says where a figure stands.
pub fn of(chart: &Chart, source: impl Fn(FigureId) -> String) -> Vec<Number> {
    match &chart.body {
        Body::Appeals(appeals) => rates(appeals, chart.lang, &source),
        Body::Caseload(caseload) => caseloads(caseload, chart.lang, &source),
        Body::Series(series) => changes(series, chart.lang, &source),
        _ => Vec::new(),
    }
}

/// Reversal rates: the documents' own municipalities first; of many those that chance does not explain, then those
/// that rest on most cases.
fn rates(appeals: &Appeals, lang: Lang, source: &impl Fn(FigureId) -> String) -> Vec<Number> {
    let mut rows: Vec<(usize, &Row)> = appeals.rows.iter().enumerate().collect();
    rows.retain(|(_, row)| !matches!(row.rate, Rate::Absent));
    rows.sort_by_key(|(n, row)| (!row.own, !stands_out(row), std::cmp::Reverse(cases(&row.rate)), *n));
    rows.truncate(MOST);
    rows.sort_by_key(|(n, _)| *n);
    rows.into_iter().map(|(_, row)| rate(row, lang, source)).collect()
}

/// The nation's rate lies outside the interval, on the same base.
fn stands_out(row: &Row) -> bool {
    let (Rate::Computed { interval, .. } | Rate::Printed { interval, .. }) = row.rate else { return false };
    let nation = row.nation.as_ref().filter(|nation| nation.ground.is_even());
    nation.is_some_and(|nation| nation.percent < interval.0 || nation.percent > interval.1)
}

fn cases(rate: &Rate) -> u32 {
    match rate {
        Rate::Computed { base, .. } | Rate::TooFew { base, .. } => *base,
        Rate::Printed { cases, .. } => *cases,
        Rate::Unproven { .. } | Rate::Absent => 0,
    }
}

fn rate(row: &Row, lang: Lang, source: &impl Fn(FigureId) -> String) -> Number {
    let printed = row.printed.as_ref().map(|printed| printed.text.clone()).unwrap_or_default();
    let counted = |n: u32| number::format(lang, f64::from(n), 0);
    let interval =
        |interval: (f64, f64)| lang.text_with("note-interval", &[("interval", table::between(lang, interval).into())]);
    let (value, mut detail, figure) = match &row.rate {
        Rate::Computed { percent, reversed, base, interval: range, figure } => {
            let of = lang.text_with("note-cases-of", &[("of", table::of(lang, *reversed, *base).into())]);
            (words::percent(lang, *percent, 1), vec![of, interval(*range), lang.text("note-computed")], *figure)
        }
        Rate::TooFew { reversed, base, figure } => {
            (table::of(lang, *reversed, *base), vec![lang.text("note-too-few")], *figure)
        }
        Rate::Printed { cases, interval: range, figure, .. } => {
            let of = lang.text_with("note-of-cases", &[("n", counted(*cases).into())]);
            (printed.clone(), vec![of, interval(*range), lang.text("note-printed")], Some(*figure))
        }
        Rate::Unproven { figure, .. } => (printed.clone(), vec![lang.text("note-unproven")], Some(*figure)),
        Rate::Absent => (String::new(), Vec::new(), None),
    };
    if let Some(stated) = row.printed.as_ref().filter(|stated| stated.differs) {
        detail.push(lang.text_with("note-printed-as", &[("rate", stated.text.clone().into())]));
    }
    if let Some(nation) = &row.nation {
        let key = if nation.ground.is_even() { "note-nation" } else { "note-nation-unlike" };
        detail.push(lang.text_with(key, &[("rate", nation.text.clone().into())]));
    }
    let label = format!("{} {}, {}", row.place, words::period(lang, row.period), words::scope(lang, &row.scope));
    Number { value, label, detail: detail.join("; "), source: figure.map(source).unwrap_or_default() }
}

/// Cases for one employee: of an own municipality those that lie farthest over their guideline, else the whole.
fn caseloads(caseload: &Caseload, lang: Lang, source: &impl Fn(FigureId) -> String) -> Vec<Number> {
    let Some((at, row)) =
        caseload.rows.iter().enumerate().find(|(_, row)| row.own).or(caseload.rows.iter().enumerate().next())
    else {
        return Vec::new();
    };
    let mut numbers: Vec<(f64, Number)> = Vec::new();
    for group in &caseload.groups {
        let Some(value) = group.values[at] else { continue };
        let mut others: Vec<f64> = group.values.iter().flatten().map(|value| value.value).collect();
        others.sort_by(f64::total_cmp);
        let mut detail = vec![lang.text("note-cases-per-fte")];
        if let Some(range) = &group.range {
            let told = [("range", caseload_groups::span(lang, range).into()), ("issuer", range.issuer.as_str().into())];
            detail.push(lang.text_with("note-guideline", &told));
        }
        if let (Some(low), Some(high)) = (others.first(), others.last()) {
            let shown = |value: &f64| number::format(lang, *value, usize::from(value.fract() != 0.0));
            let values = [
                ("n", others.len().into()),
                ("low", shown(low).into()),
                ("high", shown(high).into()),
                ("median", shown(&median(&others)).into()),
            ];
            detail.push(lang.text_with("note-among", &values));
        }
        let weight = group
            .range
            .as_ref()
            .map_or(value.value / median(&others) - 1.0, |range| 1.0 + value.value / range.high.value);
        let label = format!("{} {}, {}", row.place, words::period(lang, row.period), group.name);
        let value_text = number::format(lang, value.value, usize::from(value.decimals));
        let told = Number { value: value_text, label, detail: detail.join("; "), source: source(value.figure) };
        numbers.push((weight, told));
    }
    numbers.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    numbers.into_iter().map(|(_, number)| number).take(MOST).collect()
}

/// Of values in rising order; not a number where there are none.
fn median(values: &[f64]) -> f64 {
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        n if n % 2 == 0 => f64::midpoint(values[middle - 1], values[middle]),
        _ => values[middle],
    }
}

/// The newest rate of each line beside the one before.
fn changes(series: &Series, lang: Lang, source: &impl Fn(FigureId) -> String) -> Vec<Number> {
    let lines = series.lines.iter().filter(|line| !line.nation && line.points.len() > 1);
    let told = lines.filter_map(|line| {
        let (last, before) = line.points.split_last()?;
        let earlier: Vec<String> = before.iter().map(|point| format!("{}: {}", point.year, point.text)).collect();
        let detail = if last.proven { Vec::new() } else { vec![lang.text("note-unproven")] };
        Some(Number {
            value: last.text.clone(),
            label: format!("{}, {}", line.name, last.year),
            detail: earlier.into_iter().chain(detail).collect::<Vec<_>>().join("; "),
            source: last.figure.map(source).unwrap_or_default(),
        })
    });
    told.take(MOST).collect()
}
