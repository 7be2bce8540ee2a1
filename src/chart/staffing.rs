//! Total cases by staff: municipalities on one line carry the same number of cases for each employee.

use crate::chart::colours::Colours;
use crate::chart::points::{Axis, Curve, Dot, Plot, Points};
use crate::chart::scene::Ink;
use crate::chart::select::Shelf;
use crate::chart::sketch::step;
use crate::chart::{Body, Chart, Choice, View};
use crate::chart::{caseload, caseload_groups};
use crate::lang::{Lang, number};
use crate::model::figure::Topic;
use crate::model::reading::{DocumentId, Reading};
use crate::stats::mean;

/// So many lines of equal caseload are drawn at most.
const LINES: u32 = 5;
/// Between two points of a line, so that it can be broken into dashes.
const PIECES: u32 = 60;

/// Describes the chart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Caseload);
    let Some(caseload) = caseload_groups::describe(&shelf, choice, lang) else {
        return Chart::empty(View::Staffing, lang);
    };
    let colours = Colours::new(readings);
    let totals = caseload.rows.iter().zip(caseload.totals.iter().flatten());
    let told: Vec<_> = totals.filter_map(|(row, totals)| Some((row, totals.cases?, totals.staff?))).collect();
    let told: Vec<_> = told.into_iter().filter(|(_, _, staff)| staff.value > 0.0).collect();
    if told.len() < 2 {
        return Chart::empty(View::Staffing, lang);
    }
    let printed = |value: caseload_groups::Value| number::format(lang, value.value, usize::from(value.decimals));
    let dots = told.iter().map(|(row, cases, staff)| {
        let each = number::format(lang, cases.value / staff.value, 1);
        let values = [
            ("place", row.place.as_str().into()),
            ("cases", printed(*cases).into()),
            ("staff", printed(*staff).into()),
            ("each", each.as_str().into()),
        ];
        Dot {
            x: staff.value,
            y: cases.value,
            label: row.place.to_string(),
            series: colours.of(&row.place),
            filled: true,
            figure: Some(cases.figure),
            spoken: lang.text_with("chart-mark-staffing", &values),
            told: [printed(*staff), printed(*cases), lang.text_with("chart-per-fte", &[("n", each.as_str().into())])],
        }
    });
    let dots: Vec<Dot> = dots.collect();
    let axis = |name: &str, values: Vec<f64>| {
        let (least, most) = values.iter().fold((f64::INFINITY, 0.0_f64), |(a, b), v| (a.min(*v), b.max(*v)));
        // From 0 where that leaves no great blank; else from a round number, which the marks say.
        let from = if least < 0.4 * most { 0.0 } else { least };
        let by = step((most - from) * 1.1, 6);
        let (low, high) = ((from * 0.97 / by).floor() * by, (most * 1.03 / by).ceil() * by);
        let count = ((high - low) / by + 1e-6) as u32;
        let marks = (0..=count).map(|n| low + f64::from(n) * by).map(|at| (at, number::format(lang, at, 0)));
        Axis { name: lang.text(name), low, high, marks: marks.collect() }
    };
    let x = axis("chart-axis-staff", dots.iter().map(|dot| dot.x).collect());
    let y = axis("chart-axis-total", dots.iter().map(|dot| dot.y).collect());
    let curves = levels(&dots).into_iter().map(|level| Curve {
        label: lang.text_with("chart-per-fte", &[("n", number::format(lang, level, 0).into())]),
        points: line(level, &x, &y),
        ink: Ink::Axis,
        dashed: true,
    });
    let plot = Plot { title: String::new(), curves: curves.collect(), dots, x, y };
    let pairs: Vec<(f64, f64)> = told.iter().map(|(_, cases, staff)| (cases.value, staff.value)).collect();
    let each: Vec<f64> = pairs.iter().map(|(cases, staff)| cases / staff).collect();
    let mut head = caseload::head(&shelf, &caseload, lang);
    head.title = lang.text("chart-staffing-title");
    head.subtitle.truncate(1);
    head.places = told.iter().map(|(row, ..)| row.place.clone()).collect();
    head.notes = vec![lang.text("chart-note-staffing")];
    let number = |mean: Option<f64>| number::format(lang, mean.unwrap_or(0.0), 1);
    let values = [("weighted", number(mean::weighted(&pairs)).into()), ("simple", number(mean::simple(&each)).into())];
    head.notes.push(lang.text_with("chart-note-means", &values));
    Chart { view: View::Staffing, lang, head, body: Body::Points(Points { plots: vec![plot], legend: Vec::new() }) }
}

/// Round levels from the lowest caseload to the highest.
fn levels(dots: &[Dot]) -> Vec<f64> {
    let each = dots.iter().map(|dot| dot.y / dot.x);
    let (low, high) = (each.clone().fold(f64::INFINITY, f64::min), each.fold(0.0, f64::max));
    let by = step((high - low).max(5.0), LINES - 1).max(1.0);
    let first = (low / by).floor() as u32;
    (first.max(1)..=(high / by).ceil() as u32).map(|n| f64::from(n) * by).collect()
}

/// The line on which each employee has so many cases, from edge to edge of the plot.
fn line(level: f64, x: &Axis, y: &Axis) -> Vec<(f64, f64)> {
    let (start, end) = (x.low.max(y.low / level), x.high.min(y.high / level));
    (0..=PIECES).map(|n| start + f64::from(n) / f64::from(PIECES) * (end - start)).map(|at| (at, at * level)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{caseload_table, numbered};

    #[test]
    fn nine_job_centres_between_lines_of_equal_caseload() {
        let readings = [caseload_table()];
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        let Body::Points(points) = &chart.body else { panic!("{:?}", chart.body) };
        let plot = &points.plots[0];
        assert_eq!(plot.dots.len(), 9);
        let labels: Vec<&str> = plot.curves.iter().map(|curve| curve.label.as_str()).collect();
        assert_eq!(labels, ["30 pr. årsværk", "35 pr. årsværk", "40 pr. årsværk", "45 pr. årsværk", "50 pr. årsværk"]);
        let hvidovre = plot.dots.iter().find(|dot| dot.label == "Hvidovre").unwrap();
        assert_eq!((hvidovre.x, hvidovre.y), (85.9, 4164.0));
        assert!(
            chart.head.notes.iter().any(|note| note.contains("38,9") && note.contains("38,8")),
            "{:?}",
            chart.head.notes
        );
    }
}
