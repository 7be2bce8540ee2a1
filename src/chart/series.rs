//! Udvikling: reversal rates over the years, one line a municipality, and the nation's beside them.

use crate::chart::colours::Colours;
use crate::chart::rate::{self, Rate, outcomes};
use crate::chart::select::{Shelf, Subject, WIDE, wanted};
use crate::chart::yardstick::Ground;
use crate::chart::{Base, Body, Chart, Choice, Comparator, Head, View, words, yardstick};
use crate::data::municipalities;
use crate::lang::Lang;
use crate::model::figure::{Measure, Place, Topic};
use crate::model::period::Period;
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
    /// "30,0 pct.".
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
    let wanted = wanted(&shelf, choice);
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
    let mixed = scopes.len() > 1;
    let references = references(&shelf, choice, &scopes, &places, years(&lines), lang);
    lines.extend(references.into_iter().enumerate().map(|(n, line)| Line { series: n as u8, ..line }));
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

/// The yardstick's lines: one for each scope, and for each region where it is the municipalities' own.
fn references(
    shelf: &Shelf,
    choice: &Choice,
    scopes: &[&str],
    places: &[Place],
    years: (i16, i16),
    lang: Lang,
) -> Vec<Line> {
    // The municipalities beside which each yardstick stands.
    let mut groups: Vec<(String, Vec<Place>)> = Vec::new();
    for place in places {
        let who = match &choice.comparator {
            Comparator::Region => municipalities::by_name(place.as_str()).map(|one| one.region.clone()),
            _ => Some(yardstick::name(choice, lang)),
        };
        let Some(who) = who else { continue };
        match groups.iter_mut().find(|(known, _)| *known == who) {
            Some((_, beside)) => beside.push(place.clone()),
            None => groups.push((who, vec![place.clone()])),
        }
    }
    // A target is one for all scopes.
    let target = matches!(choice.comparator, Comparator::Target(_));
    let scopes = if target { &scopes[..scopes.len().min(1)] } else { scopes };
    let mut lines = Vec::new();
    for (who, beside) in &groups {
        for &scope in scopes {
            let points = reference(shelf, choice, (who.as_str(), scope), beside, years, lang);
            // A municipality that has a line of its own needs no second one.
            let drawn = matches!(&choice.comparator, Comparator::Place(place) if places.contains(place));
            if !points.is_empty() && !drawn {
                let name = if target { who.clone() } else { format!("{who}, {}", words::scope(lang, scope)) };
                lines.push(Line { name, nation: true, series: 0, points });
            }
        }
    }
    lines
}

/// The yardstick's rates in the years that the municipalities stand on.
fn reference(
    shelf: &Shelf,
    choice: &Choice,
    (who, scope): (&str, &str),
    beside: &[Place],
    (first, last): (i16, i16),
    lang: Lang,
) -> Vec<Point> {
    let wanted = wanted(shelf, choice);
    let year = |year: i16| {
        let of = |place: &Place| {
            let own = Subject { place: place.clone(), period: Period::year(year), scope: scope.to_owned() };
            yardstick::of(shelf, &own, choice, &wanted, lang)
        };
        // The municipality whose own rate of that year and scope may tell the base of the yardstick's.
        let found = beside.iter().filter_map(of).min_by_key(|found| !found.ground.is_even())?;
        let values =
            [("who", who.to_owned().into()), ("period", year.to_string().into()), ("rate", found.text.clone().into())];
        Some(Point {
            year,
            percent: found.percent,
            name: lang.text_with("chart-mark-nation", &values),
            text: found.text,
            proven: matches!(found.ground, Ground::Counted | Ground::AsOwn),
            figure: found.figure,
        })
    };
    (first..=last).filter_map(year).collect()
}

fn head(shelf: &Shelf, series: &Series, places: Vec<Place>, left_out: usize, base: Base, lang: Lang) -> Head {
    let points = || series.lines.iter().flat_map(|line| &line.points);
    let sources = words::sources(lang, shelf, points().filter_map(|point| point.figure));
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
    use crate::chart::fixture::{numbered, outcomes, rate, reading, three_appeals};

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
                "Rødovre, alle afgørelser: 2022 knap 26 pct.?, 2023 30,0 pct.",
                "Lejre, alle afgørelser: 2017 34 pct.?, 2018 35,2 pct.",
                "Hvidovre, socialområdet (SEL): 2020 34 pct.?, 2021 18,6 pct.",
                "Hele landet, alle afgørelser: 2017 30 pct.?, 2018 30,5 pct., 2023 knap 27 pct.?",
                "Hele landet, socialområdet (SEL): 2020 36,2 pct.?, 2021 31,8 pct."
            ]
        );
        assert!(chart.head.notes[0].contains("samme område"), "{:?}", chart.head.notes);
        assert_eq!(series.years, (2017, 2023));
    }

    /// The yardstick's lines of a chart: name, and years with rates.
    fn references_of(readings: &[crate::model::reading::Reading], choice: &Choice) -> Vec<String> {
        let Body::Series(series) = build(&numbered(readings), choice, Lang::Da).body else { return Vec::new() };
        let lines = series.lines.iter().filter(|line| line.nation);
        let told = lines.map(|line| {
            let points: Vec<String> =
                line.points.iter().map(|point| format!("{} {}", point.year, point.text)).collect();
            format!("{}: {}", line.name, points.join(", ")).replace('\u{a0}', " ")
        });
        told.collect()
    }

    #[test]
    fn every_yardstick_has_its_line() {
        let mut readings = three_appeals();
        let mut figures = vec![rate("Region Sjælland", "2017", "Alle", 31.0, 0)];
        figures.push(rate("Region Sjælland", "2018", "Alle", 32.5, 1));
        figures.push(rate("Region Hovedstaden", "2023", "Alle", 29.0, 0));
        figures.extend(outcomes("Køge", "2018", "Alle", [70, 20, 10], None));
        figures.push(rate("Køge", "2017", "Alle", 28.0, 0));
        readings.push(reading("Køge", "2019-06-01", figures, Vec::new()));
        let with = |comparator| Choice { view: View::Series, comparator, ..Choice::default() };
        assert_eq!(
            references_of(&readings, &with(Comparator::Region)),
            [
                "Region Hovedstaden, alle afgørelser: 2023 29 pct.",
                "Region Sjælland, alle afgørelser: 2017 31 pct., 2018 32,5 pct."
            ]
        );
        assert_eq!(
            references_of(&readings, &with(Comparator::Target(250))),
            [
                "Eget mål: 2017 25 pct., 2018 25 pct., 2019 25 pct., 2020 25 pct., 2021 25 pct., 2022 25 pct., 2023 25 pct."
            ]
        );
        // 75 of the 228 cases of Lejre and Køge, the only two with counts for one year and scope.
        assert_eq!(
            references_of(&readings, &with(Comparator::Mean)),
            ["De valgte samlet, alle afgørelser: 2018 32,9 pct."]
        );
        // It has a line of its own.
        assert!(references_of(&readings, &with(Comparator::Place(Place::new("Køge")))).is_empty());
        let beside = Choice { places: vec![Place::new("Lejre")], ..with(Comparator::Place(Place::new("Køge"))) };
        assert_eq!(references_of(&readings, &beside), ["Køge, alle afgørelser: 2017 28 pct., 2018 30,0 pct."]);
    }
}
