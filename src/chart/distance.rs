//! Distance to the yardstick in the same year and scope: what can be compared where years and scopes differ.

use crate::chart::appeals_rows::{self, Row as Appeal};
use crate::chart::colours::Colours;
use crate::chart::dots::{Dot, Dots, Panel, Row, Unit};
use crate::chart::legend::Sign;
use crate::chart::rate::Rate;
use crate::chart::select::Shelf;
use crate::chart::yardstick::{in_words, judge};
use crate::chart::{Body, Chart, Choice, Head, View, appeals_notes, appeals_words, table, words, yardstick};
use crate::lang::Lang;
use crate::model::figure::{Place, Topic};
use crate::model::reading::{DocumentId, Reading};

/// Describes the chart. Rates whose yardstick stands on another base are left out, and named.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let colours = Colours::new(readings);
    let all = appeals_rows::rows(&shelf, choice, lang);
    let within = yardstick::within(choice, lang);
    let rows: Vec<Row> = all.iter().filter_map(|row| distance(row, &within, &colours, lang)).collect();
    if rows.is_empty() {
        return Chart::empty(View::Distance, lang);
    }
    let shown: Vec<&Appeal> = all.iter().filter(|row| distance(row, &within, &colours, lang).is_some()).collect();
    let who = yardstick::name(choice, lang);
    let reach = rows.iter().filter_map(|row| row.dot).flat_map(|dot| dot.interval.map_or([dot.at; 2], |i| [i.0, i.1]));
    let most = (reach.map(f64::abs).fold(5.0, f64::max) / 5.0).ceil() * 5.0;
    let told = |key: &str| lang.text_with(key, &[("who", within.as_str().into())]);
    let mut notes = Vec::new();
    let missing: Vec<&Place> =
        all.iter().map(|row| &row.place).filter(|p| shown.iter().all(|row| row.place != **p)).collect();
    if !missing.is_empty() {
        let names: Vec<&str> = missing.iter().map(|place| place.as_str()).collect();
        let values = [("places", words::list(lang, &names, 6).into()), ("who", who.as_str().into())];
        notes.push(lang.text_with("chart-note-distance-missing", &values));
    }
    let kept: Vec<Appeal> = shown.iter().map(|row| (*row).clone()).collect();
    notes.extend(appeals_notes::unlike(&kept, lang).into_iter().skip(1));
    notes.push(lang.text("chart-note-verdict"));
    let years = kept.iter().map(|row| row.period.from.year);
    let head = Head {
        title: told("chart-distance-title"),
        subtitle: vec![told("chart-distance-subtitle"), lang.text(words::base(choice.base))],
        notes,
        sources: words::sources(lang, &shelf, kept.iter().flat_map(appeals_rows::figures)),
        places: kept.iter().map(|row| row.place.clone()).collect(),
        years: years.clone().min().zip(years.max()),
        ..Head::default()
    };
    let dots = Dots {
        panels: vec![Panel { title: String::new(), rows }],
        scale: (-most, most),
        unit: Unit::Points,
        legend: vec![(told("chart-key-distance"), Sign::Rate(true))],
        heads: [lang.text("chart-col-place"), lang.text("chart-col-period"), told("chart-overview-distance"), who],
    };
    Chart { view: View::Distance, lang, head, body: Body::Dots(dots) }
}

/// A municipality's row; `None` where the two rates do not stand on one base.
fn distance(row: &Appeal, within: &str, colours: &Colours, lang: Lang) -> Option<Row> {
    let nation = row.nation.as_ref().filter(|nation| nation.ground.is_even())?;
    let (percent, (low, high), figure) = match row.rate {
        Rate::Computed { percent, interval, figure, .. } => (percent, interval, figure),
        Rate::Printed { percent, interval, figure, .. } => (percent, interval, Some(figure)),
        _ => return None,
    };
    let at = percent - nation.percent;
    let text = lang.text_with("chart-points", &[("n", words::signed(lang, at, 1).into())]);
    let verdict = in_words(judge(&row.rate, Some(nation)), within, lang);
    let subject = appeals_words::subject(row, lang);
    let beside = format!("{} {}", nation.text, row.who);
    let spoken = lang.text_with(
        "chart-mark-distance",
        &[
            ("place", row.place.as_str().into()),
            ("subject", subject.as_str().into()),
            ("distance", text.as_str().into()),
            ("verdict", verdict.as_str().into()),
            ("who", within.into()),
            ("rate", nation.text.as_str().into()),
        ],
    );
    Some(Row {
        name: row.place.to_string(),
        small: subject,
        strong: row.own,
        series: colours.of(&row.place),
        dot: Some(Dot { at, interval: Some((low - nation.percent, high - nation.percent)), filled: true }),
        reference: None,
        text: format!("{text}: {verdict}"),
        under: lang.text_with(
            "chart-distance-of",
            &[
                ("own", words::percent(lang, percent, 1).into()),
                ("rate", nation.text.as_str().into()),
                ("cases", cases(&row.rate, lang).into()),
            ],
        ),
        beside,
        figure,
        spoken,
    })
}

/// "67 af 223", or the number of cases alone.
fn cases(rate: &Rate, lang: Lang) -> String {
    match rate {
        Rate::Computed { reversed, base, .. } => table::of(lang, *reversed, *base),
        Rate::Printed { cases, .. } => lang.text_with("chart-printed-of", &[("n", cases.to_string().into())]),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{numbered, three_appeals};

    #[test]
    fn only_even_bases_have_a_distance() {
        let readings = three_appeals();
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        let Body::Dots(dots) = &chart.body else { panic!("{:?}", chart.body) };
        let told: Vec<String> =
            dots.panels[0].rows.iter().map(|row| format!("{} {}", row.name, row.text).replace('\u{a0}', " ")).collect();
        assert_eq!(
            told,
            ["Lejre +4,7 point: ikke til at skelne fra hele landet", "Hvidovre \u{2212}13,2 point: under hele landet"]
        );
        assert!(chart.head.notes[0].contains("Rødovre og Roskilde"), "{:?}", chart.head.notes);
        assert_eq!(dots.scale, (-25.0, 25.0));
    }
}
