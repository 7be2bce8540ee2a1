//! Sagstal: open cases for one full-time employee, target group by target group, beside the guideline range.

use crate::chart::caseload_groups::{Caseload, Group, Range, describe, span};
use crate::chart::colours::Colours;
use crate::chart::select::Shelf;
use crate::chart::{Body, Chart, Choice, Head, View, words};
use crate::lang::Lang;
use crate::model::figure::{Place, Topic};
use crate::model::period::Period;
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::collections::BTreeSet;

/// Describes the chart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Caseload);
    let Some(mut caseload) = describe(&shelf, choice, lang) else {
        return Chart::empty(View::Caseload, lang);
    };
    let colours = Colours::new(readings);
    caseload.rows.iter_mut().for_each(|row| row.series = colours.of(&row.place));
    let mut head = head(&shelf, &caseload, lang);
    head.notes.extend(words::not_found(lang, &choice.places, &head.places));
    Chart { view: View::Caseload, lang, head, body: Body::Caseload(caseload) }
}

/// All figures that the chart shows.
fn figures(caseload: &Caseload) -> impl Iterator<Item = FigureId> {
    let values = caseload.groups.iter().flat_map(|group| group.values.iter().flatten().copied());
    let totals = caseload.totals.iter().flatten().flat_map(|t| [t.cases, t.staff, t.average]).flatten();
    let ranges = caseload.groups.iter().filter_map(|group| group.range.as_ref()).map(|range| range.low);
    values.chain(totals).chain(ranges).map(|value| value.figure)
}

pub(crate) fn head(shelf: &Shelf, caseload: &Caseload, lang: Lang) -> Head {
    let rows = &caseload.rows;
    let places: Vec<Place> = rows.iter().map(|row| row.place.clone()).collect();
    let first = rows.iter().map(|row| row.period.from.year).min();
    let last = rows.iter().map(|row| row.period.last_year()).max();
    let years = first.zip(last);
    let sources = words::sources(lang, shelf, figures(caseload));
    let told = [
        ("places", words::places(lang, &places).into()),
        ("years", years.map(words::years).unwrap_or_default().into()),
    ];
    Head {
        title: lang.text("chart-caseload-title"),
        subtitle: vec![lang.text_with("chart-caseload-subtitle", &told), lang.text("chart-caseload-scale")],
        notes: notes(caseload, lang),
        sources,
        places,
        years,
        ..Head::default()
    }
}

/// The sentences, what matters most first.
fn notes(caseload: &Caseload, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    let periods: BTreeSet<Period> = caseload.rows.iter().map(|row| row.period).collect();
    if periods.len() > 1 {
        let told: Vec<String> =
            caseload.rows.iter().map(|row| format!("{} {}", row.place, words::period(lang, row.period))).collect();
        notes.push(lang.text_with("chart-note-caseload-years", &[("groups", words::list(lang, &told, 10).into())]));
    }
    notes.extend(guidelines(caseload, lang));
    let missing = |group: &Group| group.rows.iter().filter(|&&row| group.values[row].is_none()).count();
    let missing: usize = caseload.groups.iter().map(missing).sum();
    if missing > 0 {
        notes.push(lang.text_with("chart-note-missing", &[("n", missing.into())]));
    }
    notes
}

fn guidelines(caseload: &Caseload, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    let banded: Vec<(&str, &Range)> =
        caseload.groups.iter().filter_map(|group| Some((group.name.as_str(), group.range.as_ref()?))).collect();
    let mut quoted: Vec<(&str, &str)> =
        banded.iter().map(|(_, range)| (range.issuer.as_str(), range.quoted.as_str())).collect();
    quoted.sort_unstable();
    quoted.dedup();
    for (issuer, quoted) in quoted {
        let values = [("issuer", issuer.into()), ("quoted", quoted.into())];
        notes.push(lang.text_with("chart-note-guideline", &values));
    }
    let narrower: Vec<String> = banded
        .iter()
        .filter(|(_, range)| range.narrower)
        .map(|(group, range)| {
            let values = [("label", range.label.as_str().into()), ("group", (*group).into())];
            lang.text_with("chart-narrower", &values)
        })
        .collect();
    if !narrower.is_empty() {
        notes.push(lang.text_with("chart-note-narrower", &[("list", narrower.join("; ").into())]));
    }
    for range in &caseload.joint {
        let values = [("label", range.label.as_str().into()), ("range", span(lang, range).into())];
        notes.push(lang.text_with("chart-note-joint", &values));
    }
    notes
}

#[cfg(test)]
mod tests {
    use crate::chart::{Choice, View, build, fixture};
    use crate::lang::Lang;

    #[test]
    fn guidelines_and_gaps_are_said() {
        let readings = [fixture::caseload_table()];
        let choice = Choice { view: View::Caseload, ..Choice::default() };
        let notes = build(&fixture::numbered(&readings), &choice, Lang::Da).head.notes;
        for told in ["Dansk Socialrådgiverforening", "5.9.2022", "Ressourceforløb, fleksjob mm (30–45)", "3 felter"]
        {
            assert!(notes.iter().any(|note| note.contains(told)), "{told}: {notes:#?}");
        }
    }
}
