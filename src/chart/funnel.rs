//! Reversal rates by number of cases: within the funnel, chance alone may explain the distance to the yardstick.
//!
//! One funnel for each year and scope, since each has a yardstick of its own. Spiegelhalter (2005), Stat. Med.
//! 24:1185-1202.

use crate::chart::appeals_rows::{self, Row};
use crate::chart::colours::Colours;
use crate::chart::legend::Sign;
use crate::chart::points::{Axis, Curve, Dot, Plot, Points};
use crate::chart::rate::Rate;
use crate::chart::scene::Ink;
use crate::chart::select::Shelf;
use crate::chart::sketch::step;
use crate::chart::yardstick::{in_words, judge};
use crate::chart::{Body, Chart, Choice, Head, View, words, yardstick};
use crate::lang::{Lang, number};
use crate::model::figure::Topic;
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::stats::interval::{Level, funnel};

/// So many points make a curve smooth.
const STEPS: u32 = 60;
/// So many funnels are shown; beyond that those with the most municipalities.
const MOST: usize = 6;

/// Describes the chart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let colours = Colours::new(readings);
    let rows = appeals_rows::rows(&shelf, choice, lang);
    let mut groups: Vec<(&Row, Vec<&Row>)> = Vec::new();
    for row in rows.iter().filter(|row| point(row).is_some()) {
        let like = |other: &Row| {
            (other.period, &other.scope) == (row.period, &row.scope)
                && other.nation.as_ref().map(|nation| nation.percent) == row.nation.as_ref().map(|n| n.percent)
        };
        match groups.iter_mut().find(|(first, _)| like(first)) {
            Some((_, group)) => group.push(row),
            None => groups.push((row, vec![row])),
        }
    }
    groups.sort_by_key(|(_, group)| std::cmp::Reverse(group.len()));
    let left = groups.len().saturating_sub(MOST);
    groups.truncate(MOST);
    if groups.is_empty() {
        return Chart::empty(View::Funnel, lang);
    }
    let who = yardstick::name(choice, lang);
    let within = yardstick::within(choice, lang);
    let shown: Vec<&Row> = groups.iter().flat_map(|(_, group)| group.iter().copied()).collect();
    let years = shown.iter().map(|row| row.period.from.year);
    let mut notes = vec![lang.text_with("chart-note-funnel", &[("who", within.as_str().into())])];
    if left > 0 {
        notes.push(lang.text_with("chart-note-funnel-most", &[("n", left.into())]));
    }
    let missing: Vec<&str> = rows.iter().filter(|row| point(row).is_none()).map(|row| row.place.as_str()).collect();
    if !missing.is_empty() {
        let values = [("places", words::list(lang, &missing, 6).into()), ("who", who.as_str().into())];
        notes.push(lang.text_with("chart-note-distance-missing", &values));
    }
    let head = Head {
        title: lang.text("chart-funnel-title"),
        subtitle: vec![lang.text("chart-funnel-subtitle"), lang.text(words::base(choice.base))],
        notes,
        sources: words::sources(lang, &shelf, shown.iter().flat_map(|row| appeals_rows::figures(row))),
        places: shown.iter().map(|row| row.place.clone()).collect(),
        years: years.clone().min().zip(years.max()),
        ..Head::default()
    };
    let plots = groups.iter().map(|(_, group)| plot(group, &who, &within, &colours, lang)).collect();
    let legend = vec![
        (lang.text("chart-key-municipality"), Sign::Dot(Ink::Axis, true)),
        (who, Sign::Line(Ink::Nation, false)),
        (lang.text("chart-key-limit-95"), Sign::Line(Ink::BandEdge, false)),
        (lang.text("chart-key-limit-998"), Sign::Line(Ink::BandEdge, true)),
    ];
    Chart { view: View::Funnel, lang, head, body: Body::Points(Points { plots, legend }) }
}

/// Rate, cases and figure; `None` without an even yardstick or with too few cases.
fn point(row: &Row) -> Option<(f64, u32, Option<FigureId>)> {
    row.nation.as_ref().filter(|nation| nation.ground.is_even())?;
    match row.rate {
        Rate::Computed { percent, base, figure, .. } => Some((percent, base, figure)),
        Rate::Printed { percent, cases, figure, .. } => Some((percent, cases, Some(figure))),
        _ => None,
    }
}

fn plot(group: &[&Row], who: &str, within: &str, colours: &Colours, lang: Lang) -> Plot {
    let told: Vec<(&Row, f64, u32, Option<FigureId>)> =
        group.iter().filter_map(|row| point(row).map(|(percent, n, figure)| (*row, percent, n, figure))).collect();
    let target = group[0].nation.as_ref().map_or(0.0, |nation| nation.percent);
    let most = told.iter().map(|(_, _, n, _)| *n).max().unwrap_or(10);
    let by = step(f64::from(most) * 1.1, 5);
    let right = (f64::from(most) * 1.1 / by).ceil() * by;
    let highest = told.iter().map(|(_, percent, ..)| *percent).fold(target * 2.0, f64::max).min(100.0);
    let rise = step(highest, 5);
    let top = ((highest / rise).ceil() * rise).min(100.0);
    let whole = |value: f64| number::format(lang, value, 0);
    let marks = |high: f64, by: f64, text: &dyn Fn(f64) -> String| {
        (0..=(high / by + 1e-6) as u32).map(|n| (f64::from(n) * by, text(f64::from(n) * by))).collect()
    };
    let cases = (0..=STEPS).map(|n| {
        // Closer together where the funnel is steep.
        let part = f64::from(n) / f64::from(STEPS);
        (5.0 + part * part * (right - 5.0)).round()
    });
    let mut cases: Vec<f64> = cases.collect();
    cases.dedup();
    let limit = |level: Level, high: bool| {
        let at = |n: &f64| {
            let limits = funnel(target / 100.0, *n as u32, level).percent();
            (*n, if high { limits.high } else { limits.low })
        };
        cases.iter().map(at).collect::<Vec<_>>()
    };
    let curve = |label: &str, points, ink, dashed| Curve { label: label.to_owned(), points, ink, dashed };
    let nation = group[0].nation.as_ref().map(|nation| nation.text.clone()).unwrap_or_default();
    let curves = vec![
        curve(&nation, vec![(0.0, target), (right, target)], Ink::Nation, false),
        curve(&words::percent(lang, 95.0, 0), limit(Level::P95, true), Ink::BandEdge, false),
        curve("", limit(Level::P95, false), Ink::BandEdge, false),
        curve(&words::percent(lang, 99.8, 1), limit(Level::P998, true), Ink::BandEdge, true),
        curve("", limit(Level::P998, false), Ink::BandEdge, true),
    ];
    let dots = told.iter().map(|(row, percent, n, figure)| {
        let verdict = in_words(judge(&row.rate, row.nation.as_ref()), within, lang);
        let (rate, cases) = (words::percent(lang, *percent, 1), whole(f64::from(*n)));
        let values = [
            ("place", row.place.as_str().into()),
            ("rate", rate.as_str().into()),
            ("cases", cases.as_str().into()),
            ("verdict", verdict.as_str().into()),
            ("who", who.into()),
            ("nation", nation.as_str().into()),
        ];
        Dot {
            x: f64::from(*n),
            y: *percent,
            label: row.place.to_string(),
            series: colours.of(&row.place),
            filled: true,
            figure: *figure,
            spoken: lang.text_with("chart-mark-funnel", &values),
            told: [cases, rate, verdict],
        }
    });
    Plot {
        title: format!("{}, {}", words::period(lang, group[0].period), words::scope(lang, &group[0].scope)),
        x: Axis { name: lang.text("chart-axis-cases"), low: 0.0, high: right, marks: marks(right, by, &whole) },
        y: Axis {
            name: lang.text("chart-head-rate"),
            low: 0.0,
            high: top,
            marks: marks(top, rise, &|value| words::percent(lang, value, 0)),
        },
        curves,
        dots: dots.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{numbered, three_appeals};

    #[test]
    fn each_year_and_scope_has_its_funnel() {
        let readings = three_appeals();
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        let Body::Points(points) = &chart.body else { panic!("{:?}", chart.body) };
        let titles: Vec<&str> = points.plots.iter().map(|plot| plot.title.as_str()).collect();
        assert_eq!(titles, ["2018, alle afgørelser", "2021, socialområdet (SEL)"]);
        let hvidovre = &points.plots[1];
        assert!(hvidovre.dots[0].spoken.contains("under"), "{}", hvidovre.dots[0].spoken);
        // Hvidovre's 18.6 % of 86 lies below the 95 % limit, and the limits close in with more cases.
        let low = &hvidovre.curves[2].points;
        let at_86 = low.iter().min_by(|a, b| (a.0 - 86.0).abs().total_cmp(&(b.0 - 86.0).abs())).unwrap();
        assert!(at_86.1 > 18.6, "{at_86:?}");
        let upper = &hvidovre.curves[1].points;
        assert!(upper[5].1 > upper[upper.len() - 1].1);
    }
}
