//! Rates as rows of dots, and the frame of a chart of many small panels: what the charts of areas and of committees share.

use crate::chart::appeals_rows::{Row as Appeal, figures};
use crate::chart::dots::{Dot, Dots, Panel, Row, Unit};
use crate::chart::legend::Sign;
use crate::chart::rate::Rate;
use crate::chart::select::Shelf;
use crate::chart::{Body, Chart, Choice, Head, View, appeals_words, words, yardstick};
use crate::lang::Lang;
use crate::model::figure::Place;

/// The chart of these panels, whose rows stand for `shown`; the view's own text where there is no panel.
pub(super) fn chart(
    (view, lang): (View, Lang),
    shelf: &Shelf,
    choice: &Choice,
    panels: Vec<Panel>,
    shown: &[Appeal],
    notes: Vec<String>,
) -> Chart {
    if panels.is_empty() {
        return Chart::empty(view, lang);
    }
    let who = yardstick::name(choice, lang);
    let years = shown.iter().map(|row| row.period.from.year);
    let mut places: Vec<Place> = Vec::new();
    for row in shown {
        if !places.contains(&row.place) {
            places.push(row.place.clone());
        }
    }
    let head = Head {
        title: lang.text(&format!("chart-{}-title", view.key())),
        subtitle: vec![lang.text(words::base(choice.base))],
        notes,
        sources: words::sources(lang, shelf, shown.iter().flat_map(figures)),
        places,
        years: years.clone().min().zip(years.max()),
        ..Head::default()
    };
    let dots = Dots {
        scale: scale(&panels),
        legend: legend(&who, lang),
        heads: heads(&who, lang),
        panels,
        unit: Unit::Percent,
    };
    Chart { view, lang, head, body: Body::Dots(dots) }
}

/// The scale that holds every interval and every yardstick.
fn scale(panels: &[Panel]) -> (f64, f64) {
    let rows = panels.iter().flat_map(|panel| &panel.rows);
    let reach = rows.flat_map(|row| {
        let dot = row.dot.map(|dot| dot.interval.map_or(dot.at, |interval| interval.1));
        [dot, row.reference.map(|(value, _)| value)]
    });
    let most = reach.flatten().fold(20.0, f64::max);
    (0.0, ((most / 10.0).ceil() * 10.0).min(100.0))
}

fn legend(who: &str, lang: Lang) -> Vec<(String, Sign)> {
    let told = |key: &str| lang.text_with(key, &[("who", who.into())]);
    vec![
        (told("chart-key-rate"), Sign::Rate(true)),
        (told("chart-key-unproven"), Sign::Rate(false)),
        (told("chart-key-nation"), Sign::Diamond(true)),
        (told("chart-key-nation-unlike"), Sign::Diamond(false)),
    ]
}

fn heads(who: &str, lang: Lang) -> [String; 4] {
    let text = |key: &str| lang.text(key);
    [text("chart-col-place"), text("chart-col-period"), text("chart-col-rate"), who.to_owned()]
}

/// A municipality's rate as a row of dots.
pub(super) fn dot(row: &Appeal, series: u8, lang: Lang) -> Row {
    let [text, under] = appeals_words::value(row, lang);
    let (dot, figure) = match row.rate {
        Rate::Computed { percent, interval, figure, .. } => {
            (Some(Dot { at: percent, interval: Some(interval), filled: true }), figure)
        }
        Rate::Printed { percent, interval, figure, .. } => {
            (Some(Dot { at: percent, interval: Some(interval), filled: true }), Some(figure))
        }
        Rate::Unproven { percent, figure } => (Some(Dot { at: percent, interval: None, filled: false }), Some(figure)),
        Rate::TooFew { figure, .. } => (None, figure),
        Rate::Absent => (None, None),
    };
    let period = words::period(lang, row.period);
    let nation = row.nation.as_ref();
    let beside = nation.map(|nation| nation.text.clone()).unwrap_or_default();
    let mut spoken = format!("{} {period}, {}: {text}, {under}", row.place, words::scope(lang, &row.scope));
    if let Some(nation) = nation {
        spoken = format!("{spoken}; {} {}", row.who, nation.text);
    }
    Row {
        name: row.place.to_string(),
        small: period,
        strong: row.own,
        series,
        dot,
        reference: nation.map(|nation| (nation.percent, nation.ground.is_even())),
        text,
        under,
        beside,
        figure,
        spoken,
    }
}
