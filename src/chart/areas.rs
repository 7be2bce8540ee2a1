//! Reversal rates law by law and paragraph by paragraph: one small chart for each, the same scale in all.

use crate::chart::appeals::{self, Row as Appeal, WIDE};
use crate::chart::colours::Colours;
use crate::chart::dots::{Dot, Dots, Panel, Row, Unit};
use crate::chart::legend::Sign;
use crate::chart::rate::Rate;
use crate::chart::scene::Ink;
use crate::chart::select::{Shelf, Subject};
use crate::chart::{Body, Chart, Choice, Head, View, appeals_words, words, yardstick};
use crate::lang::Lang;
use crate::model::figure::Topic;
use crate::model::reading::{DocumentId, Reading};

/// Describes the chart: every part of the appeals that a chosen municipality has figures for, committees apart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let colours = Colours::new(readings);
    let wanted = appeals::wanted(&shelf, choice);
    let chosen = |scope: &&String| choice.scope.as_deref().is_none_or(|one| one == *scope);
    let scopes: Vec<&String> = shelf.scopes().iter().filter(|scope| is_area(scope)).filter(chosen).collect();
    let mut shown: Vec<Appeal> = Vec::new();
    let mut panels: Vec<Panel> = Vec::new();
    for scope in ordered(scopes) {
        let one = Choice { scope: Some(scope.clone()), ..choice.clone() };
        let rows = wanted
            .iter()
            .filter_map(|place| Some(appeals::row(&shelf, appeals::newest(&shelf, place, &one)?, &one, &wanted, lang)));
        let rows: Vec<Appeal> = rows.filter(|row| row.rate != Rate::Absent).collect();
        if !rows.is_empty() {
            let dots = rows.iter().map(|row| dot(row, colours.of(&row.place), lang)).collect();
            panels.push(Panel { title: words::capital(&words::scope(lang, scope)), rows: dots });
            shown.extend(rows);
        }
    }
    if panels.is_empty() {
        return Chart::empty(View::Areas, lang);
    }
    let who = yardstick::name(choice, lang);
    let mut documents: Vec<DocumentId> = shown.iter().flat_map(appeals::figures).map(|id| id.document).collect();
    let years = shown.iter().map(|row| row.period.from.year);
    let mut places = Vec::new();
    shown.iter().for_each(|row| {
        if !places.contains(&row.place) {
            places.push(row.place.clone());
        }
    });
    let mut notes = vec![lang.text("chart-note-areas")];
    if shown.iter().any(|row| matches!(row.rate, Rate::TooFew { .. })) {
        notes.push(lang.text("chart-note-areas-few"));
    }
    if years.clone().max().is_some_and(|last| last >= 2024) && years.clone().min().is_some_and(|first| first < 2024) {
        notes.push(lang.text("chart-note-series-law"));
    }
    let head = Head {
        title: lang.text("chart-areas-title"),
        subtitle: vec![lang.text(words::base(choice.base))],
        notes,
        sources: appeals::sources(&shelf, &mut documents, lang),
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
    Chart { view: View::Areas, lang, head, body: Body::Dots(dots) }
}

/// Neither the whole municipality nor a committee or unit.
fn is_area(scope: &str) -> bool {
    scope != WIDE[0] && !scope.contains(" \u{b7} ") && !scope.to_lowercase().ends_with("udvalget")
}

/// Laws first, then maps and paragraphs, each in the order of the documents.
fn ordered(mut scopes: Vec<&String>) -> Vec<&String> {
    scopes.sort_by_key(|scope| (scope.contains('§'), scope.contains(' ')));
    scopes
}

/// The scale that holds every interval and every yardstick.
pub(super) fn scale(panels: &[Panel]) -> (f64, f64) {
    let rows = panels.iter().flat_map(|panel| &panel.rows);
    let reach = rows.flat_map(|row| {
        let dot = row.dot.map(|dot| dot.interval.map_or(dot.at, |interval| interval.1));
        [dot, row.reference.map(|(value, _)| value)]
    });
    let most = reach.flatten().fold(20.0, f64::max);
    (0.0, ((most / 10.0).ceil() * 10.0).min(100.0))
}

pub(super) fn legend(who: &str, lang: Lang) -> Vec<(String, Sign)> {
    let told = |key: &str| lang.text_with(key, &[("who", who.into())]);
    vec![
        (told("chart-key-rate"), Sign::Dot(Ink::Rate, true)),
        (told("chart-key-unproven"), Sign::Dot(Ink::Rate, false)),
        (told("chart-key-nation"), Sign::Diamond(true)),
        (told("chart-key-nation-unlike"), Sign::Diamond(false)),
    ]
}

pub(super) fn heads(who: &str, lang: Lang) -> [String; 4] {
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

/// The subject of one scope.
pub(super) fn in_scope(subject: &Subject, scope: &str) -> Subject {
    Subject { scope: scope.to_owned(), ..subject.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{numbered, outcomes, reading};

    #[test]
    fn each_law_has_its_panel_and_few_cases_have_counts() {
        let mut figures = outcomes("Lejre", "2018", "Alle", [83, 24, 21], None);
        for (scope, counts) in [("SEL § 41", [3, 1, 0]), ("LAS", [19, 1, 13]), ("SEL", [32, 22, 5])] {
            figures.extend(outcomes("Lejre", "2018", scope, counts, None));
        }
        figures.extend(outcomes("Lejre", "2018", "Socialudvalget", [5, 5, 5], None));
        let readings = [reading("Lejre", "2019-05-08", figures, Vec::new())];
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        let Body::Dots(dots) = &chart.body else { panic!("{:?}", chart.body) };
        let titles: Vec<&str> = dots.panels.iter().map(|panel| panel.title.as_str()).collect();
        assert_eq!(titles, ["LAS", "Socialområdet (SEL)", "SEL § 41"]);
        let few = &dots.panels[2].rows[0];
        assert_eq!((few.dot, few.text.as_str(), few.under.as_str()), (None, "1 af 4", "for få sager til en procent"));
        assert!(dots.panels[0].rows[0].dot.is_some());
    }
}
