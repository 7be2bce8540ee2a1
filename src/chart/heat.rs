//! Sagstal as one table: municipalities by target groups, each column shaded from its lowest to its highest, empty
//! cells said, means named by their kind.

use crate::chart::caseload;
use crate::chart::caseload_groups::{self, Caseload, Value, span};
use crate::chart::legend::Sign;
use crate::chart::scene::Ink;
use crate::chart::select::Shelf;
use crate::chart::sheet::{Cell, Head as Column, Line, SHADES, Sheet, Tone, shade};
use crate::chart::{Body, Chart, Choice, View, words};
use crate::lang::{Lang, number};
use crate::model::figure::Topic;
use crate::model::reading::{DocumentId, Reading};
use crate::stats::mean;

/// A column of numbers, one for each municipality.
struct Numbers {
    head: Column,
    values: Vec<Option<Value>>,
    /// The municipalities for which a missing value is said; the documents of the others do not speak of it at all.
    rows: Vec<usize>,
    /// Shaded from its lowest to its highest; totals are not, since a big municipality has more of everything.
    shaded: bool,
    /// A mean over municipalities says something.
    averaged: bool,
}

/// Describes the table.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Caseload);
    let Some(caseload) = caseload_groups::describe(&shelf, choice, lang) else { return Chart::empty(View::Heat, lang) };
    let mut head = caseload::head(&shelf, &caseload, lang);
    head.title = lang.text("chart-heat-title");
    head.subtitle = vec![lang.text("chart-heat-subtitle")];
    head.notes.retain(|note| !note.is_empty());
    if caseload.groups.iter().any(|group| group.rows.len() < caseload.rows.len()) {
        head.notes.push(lang.text("chart-note-heat-blank"));
    }
    head.notes.push(lang.text("chart-note-heat-means"));
    Chart { view: View::Heat, lang, head, body: Body::Sheet(sheet(&caseload, lang)) }
}

fn sheet(caseload: &Caseload, lang: Lang) -> Sheet {
    let columns = columns(caseload, lang);
    let mut rows: Vec<Line> = caseload
        .rows
        .iter()
        .enumerate()
        .map(|(n, row)| Line {
            name: row.place.to_string(),
            strong: row.own,
            cells: columns.iter().map(|column| cell(row, column, n, lang)).collect(),
            ..Line::default()
        })
        .collect();
    let apart = rows.len();
    let mean_row = |key: &str, of: &dyn Fn(&Numbers) -> Option<f64>| Line {
        name: lang.text(key),
        cells: columns
            .iter()
            .map(|column| match of(column) {
                Some(mean) => {
                    let text = number::format(lang, mean, 1);
                    let name = format!("{}, {}: {text}", lang.text(key), column.head.text);
                    Cell { text, name, ..Cell::default() }
                }
                None => Cell::missing("\u{2013}", ""),
            })
            .collect(),
        ..Line::default()
    };
    let simple = |column: &Numbers| {
        let values: Vec<f64> = column.values.iter().flatten().map(|value| value.value).collect();
        mean::simple(&values).filter(|_| column.averaged && values.len() >= 3)
    };
    let pairs = pairs(caseload);
    let average = lang.text("chart-total-each");
    let weighted =
        |column: &Numbers| mean::weighted(&pairs).filter(|_| column.head.text == average && pairs.len() >= 3);
    if columns.iter().any(|column| simple(column).is_some()) {
        rows.push(mean_row("chart-mean-simple", &simple));
    }
    if columns.iter().any(|column| weighted(column).is_some()) {
        rows.push(mean_row("chart-mean-weighted", &weighted));
    }
    let legend = [(0, "chart-key-lowest"), (SHADES - 1, "chart-key-highest")];
    let legend = legend.map(|(level, key)| (lang.text(key), Sign::Outlined(Ink::Shade(level)))).to_vec();
    Sheet {
        corner: lang.text("chart-col-place"),
        columns: columns.into_iter().map(|column| column.head).collect(),
        apart: (rows.len() > apart).then_some(apart),
        compact: false,
        rows,
        legend,
    }
}

fn columns(caseload: &Caseload, lang: Lang) -> Vec<Numbers> {
    let mut columns: Vec<Numbers> = caseload
        .groups
        .iter()
        .map(|group| Numbers {
            head: Column {
                text: group.name.clone(),
                small: group.range.as_ref().map_or_else(String::new, |range| {
                    lang.text_with("chart-band", &[("range", span(lang, range).into())])
                }),
                series: None,
            },
            values: group.values.clone(),
            rows: group.rows.clone(),
            shaded: true,
            averaged: true,
        })
        .collect();
    if let Some(totals) = &caseload.totals {
        let mut add = |key: &str, of: fn(&caseload_groups::Totals) -> Option<Value>, rate: bool| {
            let head = Column { text: lang.text(key), ..Column::default() };
            let (values, rows) = (totals.iter().map(of).collect(), caseload.total_rows.clone());
            columns.push(Numbers { head, values, rows, shaded: rate, averaged: rate });
        };
        add("chart-total-cases", |totals| totals.cases, false);
        add("chart-total-staff", |totals| totals.staff, false);
        add("chart-total-each", |totals| totals.average, true);
    }
    columns
}

fn cell(row: &caseload_groups::Municipality, column: &Numbers, at: usize, lang: Lang) -> Cell {
    let told = |text: &str| {
        let values = [
            ("place", row.place.as_str().into()),
            ("period", words::period(lang, row.period).into()),
            ("group", column.head.text.as_str().into()),
            ("value", text.into()),
        ];
        lang.text_with("chart-mark-caseload", &values)
    };
    let Some(value) = column.values[at] else {
        let text = lang.text("chart-not-told");
        let shown = if column.rows.contains(&at) { text.as_str() } else { "" };
        return Cell::missing(shown, told(&text));
    };
    let text = number::format(lang, value.value, usize::from(value.decimals));
    let all = column.values.iter().flatten().map(|value| value.value);
    let ends = (all.clone().fold(f64::INFINITY, f64::min), all.fold(0.0, f64::max));
    let tone = if column.shaded { Tone::Shade(shade(value.value, ends)) } else { Tone::Plain };
    Cell { tone, ..Cell::value(text.as_str(), Some(value.figure), told(&text)) }
}

/// Total cases and staff of the municipalities that tell both.
pub(super) fn pairs(caseload: &Caseload) -> Vec<(f64, f64)> {
    let totals = caseload.totals.iter().flatten();
    totals.filter_map(|totals| Some((totals.cases?.value, totals.staff?.value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{caseload_table, figure, numbered, reading};
    use crate::model::figure::Measure;

    #[test]
    fn cells_are_shaded_missing_ones_said_and_means_named() {
        let readings = [caseload_table()];
        let Body::Sheet(sheet) = build(&numbered(&readings), &Choice::default(), Lang::Da).body else { panic!() };
        assert_eq!((sheet.columns.len(), sheet.rows.len(), sheet.apart), (10, 11, Some(9)));
        let cell = |row: &str, column: &str| {
            let at = sheet.columns.iter().position(|head| head.text == column).unwrap();
            &sheet.rows.iter().find(|line| line.name == row).unwrap().cells[at]
        };
        assert_eq!(cell("Herlev", "Almindelige sygedagpenge").tone, Tone::Shade(4));
        assert_eq!(cell("Herlev", "Jobparate, Integration").text, "ikke oplyst");
        let load = |place: &str, group: &str| figure(place, "2022", group, Measure::CasesPerFte, 30.0, 0);
        let other = |place: &str, groups: &[&str]| {
            reading(place, "2022-09-05", groups.iter().map(|group| load(place, group)).collect(), Vec::new())
        };
        let two = [other("Varde", &["A-dagpenge", "Fleksjob"]), other("Rebild", &["A-dagpenge"])];
        let chart = build(&numbered(&two), &Choice::default(), Lang::Da);
        let Body::Sheet(apart) = &chart.body else { panic!() };
        let text = |row: usize| apart.rows[row].cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
        assert_eq!((text(0), text(1)), (vec!["30", ""], vec!["30", "30"]));
        assert!(apart.rows[0].cells[1].name.ends_with("ikke oplyst"), "{}", apart.rows[0].cells[1].name);
        assert!(chart.head.notes.iter().any(|note| note.starts_with("Et tomt felt")));
        assert_eq!(cell("Hvidovre", "Sager").tone, Tone::Plain);
        assert_eq!(cell("Simpelt gennemsnit", "Pr. årsværk").text, "38,8");
        assert_eq!(cell("Vægtet gennemsnit", "Pr. årsværk").text, "38,9");
        assert_eq!(cell("Vægtet gennemsnit", "A-dagpenge").text, "\u{2013}");
    }
}
