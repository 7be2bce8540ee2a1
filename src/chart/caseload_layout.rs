//! Layout of Sagstal: one panel for each target group, all with their municipalities in the same order, each with its
//! own scale from 0; all groups together as a small table.

use crate::chart::caseload_groups::{Caseload, Group, Municipality, Value, span};
use crate::chart::colours::COLOURS;
use crate::chart::legend::{self, Sign};
use crate::chart::scene::{Anchor, Area, Ink, Type};
use crate::chart::sketch::Sketch;
use crate::chart::words;
use crate::lang::{Lang, number};
use std::ops::Range;

/// The least and the greatest height of a municipality's line.
const LINE: (f32, f32) = (18.0, 27.0);
/// The least width of a panel, and the blank between panels.
const PANEL: f32 = 238.0;
const GAP: (f32, f32) = (26.0, 14.0);
const MOST_COLUMNS: usize = 4;
/// So many municipalities with documents of their own have bars in their own colours.
const MOST_COLOURS: usize = 6;

/// Draws the chart at `(x, y, width)` with `spare` height to spread over; gives the y below it.
pub fn draw(pen: &mut Sketch, chart: &Caseload, lang: Lang, (x, y, width): (f32, f32, f32), spare: f32) -> f32 {
    let top = legend::draw(pen, &signs(chart, lang), lang, (x, y, width)) + 6.0;
    let panels = chart.groups.len() + usize::from(chart.totals.is_some());
    let columns = (((width + GAP.0) / (PANEL + GAP.0)) as usize).clamp(1, MOST_COLUMNS).min(panels.max(1));
    let wide = (width - GAP.0 * (columns - 1) as f32) / columns as f32;
    // So many lines the panels from one to another have that stand beside each other.
    let tallest = |row: Range<usize>| row.map(|n| rows(chart, n).len()).max().unwrap_or_default();
    let beside = |first: usize| first..(first + columns).min(panels);
    let lines: usize = (0..panels).step_by(columns).map(|first| tallest(beside(first))).sum();
    let line = (LINE.0 + spare / lines.max(1) as f32).min(LINE.1);
    let labels = labels(chart);
    let names = pen.widest(labels.iter().map(String::as_str), Type::SmallStrong) + 8.0;
    let frame = Frame { labels, names, line, wide };
    let mut top = top;
    for first in (0..panels).step_by(columns) {
        let row = beside(first);
        let heads: Vec<Vec<String>> = row.clone().map(|n| head(pen, chart, lang, n, wide)).collect();
        let tall =
            heads.iter().map(Vec::len).max().unwrap_or(0) as f32 * Type::Strong.line() + Type::Small.line() + 4.0;
        for (column, (n, head)) in row.zip(heads).enumerate() {
            let left = x + (wide + GAP.0) * column as f32;
            for (at, text) in head.into_iter().enumerate() {
                pen.text(left, top + Type::Strong.line() * at as f32, Anchor::Left, text, Type::Strong, Ink::Text);
            }
            match chart.groups.get(n) {
                Some(group) => panel(pen, &frame, chart, group, lang, (left, top + tall)),
                None => totals(pen, &frame, chart, lang, (left, top + tall)),
            }
        }
        top += tall + line * tallest(beside(first)) as f32 + GAP.1;
    }
    top - GAP.1
}

/// The municipalities of a panel; the last one is that of the totals.
fn rows(chart: &Caseload, n: usize) -> &[usize] {
    chart.groups.get(n).map_or(&chart.total_rows, |group| &group.rows)
}

/// The names of the municipalities, each with its year where they are of several: those are no equals.
fn labels(chart: &Caseload) -> Vec<String> {
    let years = |row: &Municipality| words::years((row.period.from.year, row.period.last_year()));
    let same = chart.rows.windows(2).all(|pair| years(&pair[0]) == years(&pair[1]));
    let label = |row: &Municipality| match same {
        true => row.place.to_string(),
        false => format!("{} {}", row.place, years(row)),
    };
    chart.rows.iter().map(label).collect()
}

/// What all panels share.
struct Frame {
    /// What stands before each municipality's bars.
    labels: Vec<String>,
    /// The width of the names.
    names: f32,
    line: f32,
    wide: f32,
}

fn signs(chart: &Caseload, lang: Lang) -> Vec<(String, Sign)> {
    let mut signs = Vec::new();
    let own: Vec<&Municipality> = chart.rows.iter().filter(|row| row.own).collect();
    if !own.is_empty() && own.len() < chart.rows.len() {
        if told_apart(chart) {
            signs.extend(own.iter().map(|row| (row.place.to_string(), Sign::Fill(ink(chart, row)))));
        } else {
            signs.push((lang.text("chart-key-own"), Sign::Fill(Ink::Own)));
        }
        signs.push((lang.text("chart-key-other"), Sign::Fill(Ink::Other)));
    }
    if chart.groups.iter().any(|group| group.range.is_some()) {
        signs.push((lang.text("chart-key-band"), Sign::Outlined(Ink::Band)));
    }
    signs
}

/// The colour of a municipality's bars: its own colour where its document is open, unless those would be too many to
/// tell apart.
fn ink(chart: &Caseload, row: &Municipality) -> Ink {
    match row.own {
        true if told_apart(chart) => Ink::Series(row.series),
        true => Ink::Own,
        false => Ink::Other,
    }
}

/// Are the colours of the open documents' municipalities few, and none of them another's?
fn told_apart(chart: &Caseload) -> bool {
    let own: Vec<u8> = chart.rows.iter().filter(|row| row.own).map(|row| row.series % COLOURS).collect();
    own.len() <= MOST_COLOURS && own.iter().enumerate().all(|(n, colour)| !own[..n].contains(colour))
}

/// The lines of a panel's heading.
fn head(pen: &Sketch, chart: &Caseload, lang: Lang, n: usize, wide: f32) -> Vec<String> {
    let text = chart.groups.get(n).map_or_else(|| lang.text("chart-caseload-totals"), |group| group.name.clone());
    pen.wrap(&text, Type::Strong, wide)
}

fn panel(pen: &mut Sketch, frame: &Frame, chart: &Caseload, group: &Group, lang: Lang, (left, top): (f32, f32)) {
    let texts: Vec<Option<String>> = group.values.iter().map(|value| value.map(|value| printed(value, lang))).collect();
    let labels = pen.widest(texts.iter().flatten().map(String::as_str), Type::SmallStrong) + 6.0;
    let start = left + frame.names;
    let room = (frame.wide - frame.names - labels).max(20.0);
    let range = group.range.as_ref();
    let values = group.values.iter().flatten().map(|value| value.value);
    let highest = values.chain(range.map(|range| range.high.value)).fold(1.0, f64::max);
    let at = |value: f64| start + room * (value / highest) as f32;
    let bottom = top + frame.line * group.rows.len() as f32;
    if let Some(range) = range {
        let (low, high) = (at(range.low.value), at(range.high.value));
        let band = Area { left: low, top: top - 2.0, right: high, bottom: bottom + 2.0 };
        pen.fill(band, Ink::Band);
        // Short edges only: a line through the rows would cross the numbers.
        for edge in [low, high] {
            pen.line((edge, band.top - 2.0), (edge, band.top + 3.0), Ink::BandEdge, 1.5);
            pen.line((edge, band.bottom - 3.0), (edge, band.bottom + 2.0), Ink::BandEdge, 1.5);
        }
        let text = lang.text_with("chart-band", &[("range", span(lang, range).into())]);
        let y = top - Type::Small.line() - 3.0;
        let area = Area::new(left, y, pen.width_of(&text, Type::Small), Type::Small.line());
        pen.text(left, y, Anchor::Left, text.as_str(), Type::Small, Ink::TextWeak);
        pen.mark(area, format!("{}: {text}", range.label), Some(range.low.figure));
    }
    for (at_line, &n) in group.rows.iter().enumerate() {
        let row = &chart.rows[n];
        let line = Area::new(left, top + frame.line * at_line as f32, frame.wide, frame.line);
        name(pen, row, &frame.labels[n], line);
        let middle = line.center().y;
        let Some((value, text)) = group.values[n].zip(texts[n].as_ref()) else {
            missing(pen, row, &group.name, lang, Area { left: start, ..line });
            continue;
        };
        let half = (frame.line * 0.34).min(8.0);
        let bar = Area { left: start, top: middle - half, right: at(value.value), bottom: middle + half };
        pen.fill(bar, ink(chart, row));
        let style = if row.own { Type::SmallStrong } else { Type::Small };
        pen.text_mid(bar.right + 4.0, middle, Anchor::Left, text.as_str(), style, Ink::Text);
        let area = Area { left: start, right: bar.right + labels, ..line };
        pen.mark(area, spoken(row, &group.name, text, lang), Some(value.figure));
    }
    pen.line((start, top - 2.0), (start, bottom + 2.0), Ink::Axis, 1.0);
}

fn name(pen: &mut Sketch, row: &Municipality, label: &str, line: Area) {
    let style = if row.own { Type::SmallStrong } else { Type::Small };
    pen.text_mid(line.left, line.center().y, Anchor::Left, label, style, Ink::Text);
}

/// A missing value: said, and never a bar of length 0.
fn missing(pen: &mut Sketch, row: &Municipality, what: &str, lang: Lang, area: Area) {
    let text = format!("\u{2013} {}", lang.text("chart-not-told"));
    pen.text_mid(area.left + 4.0, area.center().y, Anchor::Left, text, Type::Small, Ink::TextWeak);
    pen.mark(area, spoken(row, what, &lang.text("chart-not-told"), lang), None);
}

/// What a value says aloud.
fn spoken(row: &Municipality, what: &str, value: &str, lang: Lang) -> String {
    let values = [
        ("place", row.place.as_str().into()),
        ("period", words::period(lang, row.period).into()),
        ("group", what.into()),
        ("value", value.into()),
    ];
    lang.text_with("chart-mark-caseload", &values)
}

fn printed(value: Value, lang: Lang) -> String {
    number::format(lang, value.value, usize::from(value.decimals))
}

/// Total cases, staff and average as three columns of numbers.
fn totals(pen: &mut Sketch, frame: &Frame, chart: &Caseload, lang: Lang, (left, top): (f32, f32)) {
    let heads = ["chart-total-cases", "chart-total-staff", "chart-total-average"].map(|key| lang.text(key));
    // No axis stands here that must be where the other panels have theirs: its own names alone leave more room.
    let names = pen.widest(chart.total_rows.iter().map(|&n| frame.labels[n].as_str()), Type::SmallStrong) + 8.0;
    let all = chart.totals.as_deref().unwrap_or_default();
    // Each column has the room that its head and its numbers need, and an equal part of what is left.
    let needs = [0, 1, 2].map(|column| {
        let values = all.iter().filter_map(|totals| [totals.cases, totals.staff, totals.average][column]);
        let values: Vec<String> = values.map(|value| printed(value, lang)).collect();
        let widest = pen.widest(values.iter().map(String::as_str), Type::SmallStrong);
        widest.max(pen.width_of(&heads[column], Type::Small)) + 8.0
    });
    let more = ((frame.wide - names - needs.iter().sum::<f32>()) / 3.0).clamp(0.0, 40.0);
    let right = |column: usize| left + names + needs[..=column].iter().sum::<f32>() + more * (column + 1) as f32;
    for (column, text) in heads.iter().enumerate() {
        let y = top - Type::Small.line() - 3.0;
        pen.text(right(column), y, Anchor::Right, text.as_str(), Type::Small, Ink::TextWeak);
    }
    let rows = chart.total_rows.iter().filter_map(|&n| Some((n, all.get(n)?)));
    for (at_line, (n, totals)) in rows.enumerate() {
        let row = &chart.rows[n];
        let line = Area::new(left, top + frame.line * at_line as f32, frame.wide, frame.line);
        name(pen, row, &frame.labels[n], line);
        for (column, value) in [totals.cases, totals.staff, totals.average].into_iter().enumerate() {
            let style = if row.own { Type::SmallStrong } else { Type::Small };
            let (text, ink) = match value {
                Some(value) => (printed(value, lang), Ink::Text),
                None => ("\u{2013}".to_owned(), Ink::TextWeak),
            };
            pen.text_mid(right(column), line.center().y, Anchor::Right, text.as_str(), style, ink);
            let area = Area { left: right(column) - needs[column] - more + 2.0, right: right(column) + 2.0, ..line };
            let told = if value.is_some() { text } else { lang.text("chart-not-told") };
            pen.mark(area, spoken(row, &heads[column], &told, lang), value.map(|value| value.figure));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::Place;
    use crate::model::period::Period;

    #[test]
    fn colours_tell_apart_or_are_one() {
        let of = |series: &[u8]| {
            let row =
                |n: &u8| Municipality { place: Place::new("Lejre"), own: true, series: *n, period: Period::year(2022) };
            let chart = Caseload {
                rows: series.iter().map(row).collect(),
                groups: Vec::new(),
                totals: None,
                total_rows: Vec::new(),
                joint: Vec::new(),
            };
            ink(&chart, &chart.rows[0])
        };
        assert_eq!(of(&[0, 1, 7]), Ink::Series(0));
        assert_eq!(of(&[0, 1, 8]), Ink::Own, "the ninth has the first one's colour");
        assert_eq!(of(&[0, 1, 2, 3, 4, 5, 6]), Ink::Own, "too many");
    }
}
