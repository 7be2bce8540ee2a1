//! Andre nøgletal: every topic besides complaints and caseloads, each kind of number drawn as what it is.
//!
//! Pairs of years and rows of municipalities are bars from 0, ranks are places on a line of all that are ranked, and a
//! number that stands alone is said in words.

use crate::chart::bars::{Bars, Panel, Row, Scale};
use crate::chart::colours::Colours;
use crate::chart::select::{Shelf, is_municipality};
use crate::chart::{Body, Chart, Choice, Head, PeriodChoice, View, words};
use crate::data::indicators::INDICATORS;
use crate::lang::{Lang, number, term};
use crate::model::figure::{Figure, Measure, Place, Topic, Unit};
use crate::model::period::Period;
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::text::capital::capital;
use std::collections::BTreeMap;

/// What one panel is about. Never two units on one scale.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// The topic's place in the words' file: the order of the page.
    order: usize,
    topic: String,
    scope: String,
    measure: String,
    unit: String,
}

/// Of each place and period the figure of the newest meeting.
type Values<'a> = BTreeMap<(Place, Period), (FigureId, &'a Figure)>;

/// Describes the chart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let groups = gather(readings, choice);
    if groups.is_empty() {
        return Chart::empty(View::Indicators, lang);
    }
    let colours = Colours::new(readings);
    let own = |place: &Place| {
        readings.iter().any(|(_, reading)| reading.extraction.meeting.municipality.as_deref() == Some(place.as_str()))
    };
    let mut panels: Vec<Panel> = Vec::new();
    let mut places: Vec<Place> = Vec::new();
    let mut figures: Vec<FigureId> = Vec::new();
    for (key, values) in &groups {
        // Among how many a rank is stands in the rank's own panel.
        if key.measure == "ranked" && groups.keys().any(|other| other.measure == "rank" && other.scope == key.scope) {
            continue;
        }
        let panel = panel(key, values, &groups, &colours, &own, lang);
        for ((place, _), (id, _)) in values {
            figures.push(*id);
            if !places.contains(place) {
                places.push(place.clone());
            }
        }
        panels.push(panel);
    }
    let years = groups.values().flat_map(BTreeMap::keys).map(|(_, period)| period.last_year());
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let head = Head {
        title: lang.text("chart-indicators-title"),
        subtitle: vec![lang.text("chart-indicators-subtitle")],
        notes: vec![lang.text("chart-note-indicators")],
        sources: words::sources(lang, &shelf, figures),
        years: years.clone().min().zip(years.max()),
        places,
        ..Head::default()
    };
    Chart { view: View::Indicators, lang, head, body: Body::Bars(Bars { panels }) }
}

/// The certain figures of the other topics, by what they are about.
fn gather<'a>(readings: &[(DocumentId, &'a Reading)], choice: &Choice) -> BTreeMap<Key, Values<'a>> {
    let mut order = readings.to_vec();
    order.sort_by(|(a, x), (b, y)| y.extraction.meeting.date.cmp(&x.extraction.meeting.date).then_with(|| a.cmp(b)));
    let mut groups: BTreeMap<Key, Values> = BTreeMap::new();
    for (document, reading) in order {
        for (index, figure) in reading.extraction.figures.iter().enumerate() {
            let Topic::Other(topic) = &figure.topic else { continue };
            let (Some(place), Some(period), true) = (&figure.place, figure.period, figure.is_certain()) else {
                continue;
            };
            let year = match choice.period {
                PeriodChoice::Year(year) => period.last_year() == year,
                PeriodChoice::Newest | PeriodChoice::Shared => true,
            };
            let chosen = choice.places.is_empty() || choice.places.contains(place) || !is_municipality(place);
            if !year || !chosen {
                continue;
            }
            let key = Key {
                order: INDICATORS.topics.iter().position(|names| names.key == *topic).unwrap_or(usize::MAX),
                topic: topic.to_string(),
                scope: figure.scope.clone(),
                measure: figure.measure.key().to_owned(),
                unit: figure.unit.key().to_owned(),
            };
            let id = FigureId { document, index: index as u32 };
            groups.entry(key).or_default().entry((place.clone(), period)).or_insert((id, figure));
        }
    }
    groups
}

fn panel(
    key: &Key,
    values: &Values,
    groups: &BTreeMap<Key, Values>,
    colours: &Colours,
    own: &dyn Fn(&Place) -> bool,
    lang: Lang,
) -> Panel {
    let with = |measure: &str, unit: &str| {
        groups.get(&Key { measure: measure.to_owned(), unit: unit.to_owned(), ..key.clone() })
    };
    let ranked = groups
        .iter()
        .find(|(other, _)| (&other.topic, &other.scope, other.measure.as_str()) == (&key.topic, &key.scope, "ranked"));
    let ranked = ranked.map(|(_, values)| values);
    let among = |at: &(Place, Period)| Some(ranked?.get(at)?.1.value);
    let persons = if key.unit == "percent" { with(&key.measure, "count") } else { None };
    let is_rank = key.measure == "rank";
    let rows = values.iter().map(|(at, (id, figure))| {
        let (place, period) = at;
        let mut text = printed(figure, lang);
        if is_rank {
            text = match among(at) {
                Some(all) => {
                    lang.text_with("chart-rank-of", &[("n", text.into()), ("all", number::format(lang, all, 0).into())])
                }
                None => lang.text_with("chart-rank", &[("n", text.into())]),
            };
        } else if let Some((_, twin)) = persons.and_then(|persons| persons.get(at)) {
            text = format!("{text} ({})", lang.text_with("chart-persons", &[("n", printed(twin, lang).into())]));
        }
        let period = words::period(lang, *period);
        Row {
            name: words::place(lang, place),
            strong: own(place),
            spoken: format!("{} {period}, {}: {text}", words::place(lang, place), title(key, lang)),
            small: period,
            value: figure.value,
            of: if is_rank { among(at) } else { None },
            series: colours.of(place),
            text,
            figure: Some(*id),
        }
    });
    let scale = if is_rank {
        Scale::Rank
    } else if values.len() == 1 {
        Scale::Words
    } else {
        Scale::Bars
    };
    let topic = INDICATORS.topic(&key.topic).map(|names| if lang == Lang::Da { &names.da } else { &names.en });
    let topic = topic.map_or_else(|| key.topic.replace('_', " "), Clone::clone);
    Panel { title: heading(&title(key, lang), &topic), topic, rows: rows.collect(), scale }
}

/// "Sygedagpenge: gennemsnitlig varighed".
fn title(key: &Key, lang: Lang) -> String {
    let measure = match Measure::from_key(&key.measure) {
        Measure::Other(_) => match INDICATORS.measure(&key.topic, &key.measure) {
            Some((da, en)) => if lang == Lang::Da { da } else { en }.to_owned(),
            None => key.measure.replace('_', " "),
        },
        _ => lang.text(&format!("app-measure-{}", key.measure.replace('_', "-"))),
    };
    if key.scope == "Alle" || key.scope.is_empty() {
        return measure;
    }
    format!("{}: {}", key.scope, term::in_sentence(&measure))
}

/// The title under its topic's heading, which need not be said again: "Aktivering" for "Aktivering: placering".
fn heading(title: &str, topic: &str) -> String {
    let again = title.rsplit_once(": ").filter(|(_, measure)| measure.to_lowercase() == topic.to_lowercase());
    capital(again.map_or(title, |(scope, _)| scope))
}

/// A value with its unit, large amounts in millions.
fn printed(figure: &Figure, lang: Lang) -> String {
    let decimals = usize::from(figure.decimals);
    let plain = number::format(lang, figure.value, decimals);
    let signed = || match figure.measure.key() {
        "change" | "deviation" | "total_effect" => words::signed(lang, figure.value, decimals),
        _ => plain.clone(),
    };
    let hedge = figure.hedge.as_ref().map(|hedge| format!("{} ", words::hedge(lang, hedge))).unwrap_or_default();
    let text = match &figure.unit {
        Unit::Percent => format!("{}{}", signed(), words::sign(lang)),
        Unit::Dkk if figure.value.abs() >= 1e6 => {
            let millions = number::format(lang, figure.value / 1e6, decimals.max(1));
            lang.text_with("chart-millions", &[("n", millions.into())])
        }
        Unit::Count => signed(),
        Unit::Other(key) if key == "rank" => plain,
        unit => {
            let unit = lang.text(&format!("app-unit-{}", unit.key().replace(' ', "-").to_lowercase()));
            format!("{}\u{a0}{unit}", signed())
        }
    };
    format!("{hedge}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{figure, numbered, reading};
    use std::borrow::Cow;

    fn other(place: &str, period: &str, topic: &'static str, measure: &'static str, value: f64, unit: Unit) -> Figure {
        let measure = Measure::Other(Cow::Borrowed(measure));
        let topic = Topic::Other(Cow::Borrowed(topic));
        Figure { topic, unit, ..figure(place, period, "Sygedagpenge", measure, value, 0) }
    }

    #[test]
    fn pairs_ranks_and_lone_numbers() {
        let rank = || Unit::Other(Cow::Borrowed("rank"));
        let figures = vec![
            other("Hvidovre", "2019", "recipients", "recipients", 500.0, Unit::Count),
            other("Hvidovre", "2021", "recipients", "recipients", 476.0, Unit::Count),
            other("Hvidovre", "2021", "rank", "rank", 83.0, rank()),
            other("Hvidovre", "2021", "rank", "ranked", 98.0, Unit::Count),
            other("Hvidovre", "2021", "unit_cost", "savings", 15_500_000.0, Unit::Dkk),
            other("Hvidovre", "2022", "unemployment", "unemployed", 3.0, Unit::Percent),
            other("Hvidovre", "2022", "unemployment", "unemployed", 743.0, Unit::Count),
        ];
        let readings = [reading("Hvidovre", "2022-09-05", figures, Vec::new())];
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        let Body::Bars(bars) = &chart.body else { panic!("{:?}", chart.body) };
        let texts: Vec<String> =
            bars.panels.iter().flat_map(|p| &p.rows).map(|row| row.text.replace('\u{a0}', " ")).collect();
        for told in ["nr. 83 af 98", "15,5 mio. kr.", "3 pct. (743 personer)", "476"] {
            assert!(texts.iter().any(|text| text == told), "{told}: {texts:?}");
        }
        assert!(bars.panels.iter().any(|p| p.rows.len() == 2 && p.scale == Scale::Bars));
    }
}
