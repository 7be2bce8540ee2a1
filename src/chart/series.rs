//! Udvikling: reversal rates over the years, one line a municipality, and the nation's beside them.

use crate::chart::appeals::{Ground, WIDE, is_municipality, outcomes};
use crate::chart::colours::Colours;
use crate::chart::rate::{self, Rate};
use crate::chart::select::{Shelf, Subject};
use crate::chart::yardstick::nation_of;
use crate::chart::{Base, Body, Chart, Choice, Head, View, words};
use crate::lang::Lang;
use crate::model::figure::{Measure, Place, Topic};
use crate::model::reading::{DocumentId, FigureId, Reading};

/// So many lines can be told apart.
const MOST: usize = 8;

/// The description of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub lines: Vec<Line>,
    /// First and last year.
    pub years: (i16, i16),
}

impl Series {
    /// True where years before and after 2024 stand side by side: Barnets Lov then took over parts of serviceloven.
    #[must_use]
    pub fn crosses_new_law(&self) -> bool {
        self.years.0 < 2024 && self.years.1 >= 2024
    }
}

/// One place and scope over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// "Hvidovre, socialområdet (SEL)".
    pub name: String,
    pub nation: bool,
    /// The number of its colour and sign: the municipality's own, or the place among the nation's lines.
    pub series: u8,
    /// In the order of years.
    pub points: Vec<Point>,
}

/// A rate of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub year: i16,
    pub percent: f64,
    /// "30,0 %".
    pub text: String,
    /// What it says aloud.
    pub name: String,
    /// True where its base is known to be the chart's; else it is drawn hollow and joined by a broken line.
    pub proven: bool,
    pub figure: Option<FigureId>,
}

/// Describes the chart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let wanted: Vec<Place> = if choice.places.is_empty() {
        shelf.places().iter().filter(|place| is_municipality(place)).cloned().collect()
    } else {
        choice.places.clone()
    };
    let colours = Colours::new(readings);
    let mut lines = Vec::new();
    let mut places = Vec::new();
    let mut scopes: Vec<&str> = Vec::new();
    let mut left_out = 0;
    for place in &wanted {
        let Some((scope, points)) = own_points(&shelf, place, choice, lang) else { continue };
        // A single year is no development; Klageudfald shows it.
        if points.len() < 2 && choice.places.is_empty() {
            continue;
        }
        if lines.len() == MOST {
            left_out += 1;
            continue;
        }
        if !scopes.contains(&scope) {
            scopes.push(scope);
        }
        places.push(place.clone());
        lines.push(Line {
            name: format!("{place}, {}", words::scope(lang, scope)),
            nation: false,
            series: colours.of(place),
            points,
        });
    }
    if lines.is_empty() {
        return Chart::empty(View::Series, lang);
    }
    let own_years = years(&lines);
    let mixed = scopes.len() > 1;
    for (n, scope) in scopes.into_iter().enumerate() {
        let points = nation_points(&shelf, scope, &lines, choice.base, own_years, lang);
        if !points.is_empty() {
            let name = format!("{}, {}", lang.text("chart-nation"), words::scope(lang, scope));
            lines.push(Line { name, nation: true, series: n as u8, points });
        }
    }
    let series = Series { years: years(&lines), lines };
    let mut head = head(&shelf, &series, places, left_out, choice.base, lang);
    if mixed {
        head.notes.insert(0, lang.text("chart-note-series-scopes"));
    }
    let title = lang.text("chart-series-title");
    Chart { view: View::Series, lang, head: Head { title, ..head }, body: Body::Series(series) }
}

/// First and last year of any line.
fn years(lines: &[Line]) -> (i16, i16) {
    let years = lines.iter().flat_map(|line| line.points.iter().map(|point| point.year));
    (years.clone().min().unwrap_or(0), years.max().unwrap_or(0))
}

/// The scope with the most years, the widest of equals, and its points.
fn own_points<'c>(shelf: &Shelf, place: &Place, choice: &'c Choice, lang: Lang) -> Option<(&'c str, Vec<Point>)> {
    let chosen: Vec<&'c str> = choice.scope.as_deref().map_or_else(|| WIDE.to_vec(), |scope| vec![scope]);
    let mut best: Option<(&str, Vec<Point>)> = None;
    for scope in chosen {
        let yearly = shelf.subjects(place).filter(|s| s.scope == scope && s.period.as_year().is_some());
        let points: Vec<Point> = yearly.filter_map(|subject| point(shelf, subject, choice.base, lang)).collect();
        if points.len() > best.as_ref().map_or(0, |(_, points)| points.len()) {
            best = Some((scope, points));
        }
    }
    best
}

fn point(shelf: &Shelf, subject: &Subject, base: Base, lang: Lang) -> Option<Point> {
    let year = subject.period.as_year()?;
    let printed = shelf.get(subject, &Measure::ReversalRate);
    let counted = outcomes(shelf, subject).map(|(_, outcomes)| rate::computed(&outcomes, base));
    let (percent, text, proven, figure, key) = match (counted, printed) {
        (Some(Rate::Computed { percent, figure, .. }), _) => {
            (percent, words::percent(lang, percent, 1), true, figure, "chart-series-computed")
        }
        // Too few cases for a percentage: no point, here as elsewhere.
        (Some(Rate::TooFew { .. }), _) => return None,
        (_, Some(printed)) => {
            let cases = shelf.count_in(printed.id.document, subject, &Measure::Considered).map(|cases| cases.n);
            let known = match rate::printed(printed.figure.value, cases, printed.id) {
                Rate::TooFew { .. } => return None,
                Rate::Printed { .. } => base == Base::Official,
                _ => false,
            };
            let key = if known { "chart-series-printed" } else { "chart-series-unproven" };
            (printed.figure.value, rate::as_printed(printed.figure, lang), known, Some(printed.id), key)
        }
        _ => return None,
    };
    let name = lang.text_with(
        key,
        &[
            ("place", subject.place.as_str().into()),
            ("scope", words::scope(lang, &subject.scope).into()),
            ("year", year.to_string().into()),
            ("rate", text.clone().into()),
        ],
    );
    Some(Point { year, percent, text, name, proven, figure })
}

/// The nation's rates in the years that the municipalities stand on.
fn nation_points(
    shelf: &Shelf,
    scope: &str,
    lines: &[Line],
    base: Base,
    (first, last): (i16, i16),
    lang: Lang,
) -> Vec<Point> {
    let subjects = shelf.subjects(&Place::NATION).filter(|subject| {
        subject.scope == scope && subject.period.as_year().is_some_and(|year| (first..=last).contains(&year))
    });
    subjects
        .filter_map(|subject| {
            let year = subject.period.as_year()?;
            // The municipality whose own rate of that year and scope may tell the base of the nation's.
            let beside = lines.iter().filter(|line| line.points.iter().any(|point| point.year == year));
            let grounds = beside.filter_map(|line| {
                let place = Place::new(line.name.split(", ").next().unwrap_or_default().to_owned());
                nation_of(shelf, &Subject { place, ..subject.clone() }, base, lang)
            });
            let nation = grounds
                .min_by_key(|nation| !nation.ground.is_even())
                .or_else(|| nation_of(shelf, subject, base, lang))?;
            let values = [
                ("who", lang.text("chart-nation").into()),
                ("period", year.to_string().into()),
                ("rate", nation.text.clone().into()),
            ];
            Some(Point {
                year,
                percent: nation.percent,
                name: lang.text_with("chart-mark-nation", &values),
                text: nation.text,
                proven: matches!(nation.ground, Ground::Counted | Ground::AsOwn),
                figure: nation.figure,
            })
        })
        .collect()
}

fn head(shelf: &Shelf, series: &Series, places: Vec<Place>, left_out: usize, base: Base, lang: Lang) -> Head {
    let points = || series.lines.iter().flat_map(|line| &line.points);
    let mut documents: Vec<DocumentId> = points().filter_map(|point| Some(point.figure?.document)).collect();
    documents.sort_unstable();
    documents.dedup();
    let sources = documents.into_iter().filter_map(|id| Some(words::document(lang, shelf.reading(id)?))).collect();
    let mut notes = Vec::new();
    let hollow: Vec<String> = series
        .lines
        .iter()
        .filter(|line| line.points.iter().any(|point| !point.proven))
        .map(|line| {
            let years: Vec<String> =
                line.points.iter().filter(|point| !point.proven).map(|point| point.year.to_string()).collect();
            format!("{} {}", line.name, words::list(lang, &years, 10))
        })
        .collect();
    if !hollow.is_empty() {
        notes.push(lang.text_with("chart-note-series-hollow", &[("list", hollow.join("; ").into())]));
    }
    if series.crosses_new_law() {
        notes.push(lang.text("chart-note-series-law"));
    }
    if left_out > 0 {
        notes.push(lang.text_with("chart-note-series-most", &[("n", left_out.into())]));
    }
    let base = words::base(base);
    let told = [("places", words::places(lang, &places).into()), ("years", words::years(series.years).into())];
    Head {
        subtitle: vec![lang.text_with("chart-series-subtitle", &told), lang.text(base)],
        notes,
        sources,
        places,
        years: Some(series.years),
        ..Head::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::View;
    use crate::chart::fixture::{numbered, three_appeals};

    #[test]
    fn lines_with_proven_and_hollow_points() {
        let readings = three_appeals();
        let choice = Choice { view: View::Series, ..Choice::default() };
        let chart = build(&numbered(&readings), &choice, Lang::Da);
        let Body::Series(series) = &chart.body else { panic!("{:?}", chart.body) };
        let told: Vec<_> = series
            .lines
            .iter()
            .map(|line| {
                let points =
                    line.points.iter().map(|p| format!("{} {}{}", p.year, p.text, if p.proven { "" } else { "?" }));
                format!("{}: {}", line.name, points.collect::<Vec<_>>().join(", ")).replace('\u{a0}', " ")
            })
            .collect();
        assert_eq!(
            told,
            [
                "Rødovre, alle afgørelser: 2022 knap 26 %?, 2023 30,0 %",
                "Lejre, alle afgørelser: 2017 34 %?, 2018 35,2 %",
                "Hvidovre, socialområdet (SEL): 2020 34 %?, 2021 18,6 %",
                "Hele landet, alle afgørelser: 2017 30 %?, 2018 30,5 %, 2023 knap 27 %?",
                "Hele landet, socialområdet (SEL): 2020 36,2 %?, 2021 31,8 %"
            ]
        );
        assert!(chart.head.notes[0].contains("samme område"), "{:?}", chart.head.notes);
        assert_eq!(series.years, (2017, 2023));
    }
}
