//! The table twin of a chart: the same figures as rows of texts, each cell with the figure that it shows.

use crate::chart::appeals::Appeals;
use crate::chart::appeals_rows::Row;
use crate::chart::caseload_groups::{self, Caseload, Value};
use crate::chart::rate::Rate;
use crate::chart::select::Count;
use crate::chart::series::{Line, Series};
use crate::chart::table::{Cell, NONE, Table, between, of};
use crate::chart::{Body, Chart, bars, dots, points, sheet, words};
use crate::lang::{Lang, number};

/// The table of a chart.
#[must_use]
pub fn table(chart: &Chart) -> Table {
    match &chart.body {
        Body::Appeals(appeals) => appeals_table(appeals, chart.lang),
        Body::Caseload(caseload) => caseload_table(caseload, chart.lang),
        Body::Series(series) => series_table(series, chart.lang),
        Body::Sheet(sheet) => sheet::table(sheet),
        Body::Dots(dots) => dots::table(dots, chart.lang),
        Body::Points(points) => points::table(points, chart.lang),
        Body::Bars(bars) => bars::table(bars, chart.lang),
        Body::Empty(_) => Table::default(),
    }
}

fn appeals_table(appeals: &Appeals, lang: Lang) -> Table {
    let columns = [
        "chart-col-place",
        "chart-col-period",
        "chart-col-scope",
        "chart-upheld",
        "chart-remanded",
        "chart-changed",
        "chart-dismissed",
        "chart-col-rate",
        "chart-col-cases",
        "chart-col-interval",
        "chart-col-printed",
        "chart-col-nation",
    ];
    let who = appeals.rows.first().map_or("", |row| row.who.as_str());
    Table {
        head: columns.map(|key| lang.text_with(key, &[("who", who.into())])).to_vec(),
        rows: appeals.rows.iter().map(|row| cells(row, lang)).collect(),
    }
}

fn cells(row: &Row, lang: Lang) -> Vec<Cell> {
    let count = |count: Option<Count>| match count {
        Some(count) => Cell::number(number::format(lang, f64::from(count.n), 0), count.id),
        None => Cell::number(NONE, None),
    };
    let outcomes = row.outcomes;
    let (rate, cases, interval, figure) = match &row.rate {
        Rate::Computed { percent, reversed, base, interval, figure } => {
            let text = lang.text_with("chart-rate-computed", &[("rate", words::percent(lang, *percent, 1).into())]);
            (text, of(lang, *reversed, *base), Some(*interval), *figure)
        }
        Rate::TooFew { reversed, base, figure } => {
            (lang.text("chart-too-few"), of(lang, *reversed, *base), None, *figure)
        }
        Rate::Printed { percent, cases, interval, figure } => {
            let rate = number::format(lang, *percent, 0);
            let text = row.printed.as_ref().map_or(rate, |printed| printed.text.clone());
            (text, number::format(lang, f64::from(*cases), 0), Some(*interval), Some(*figure))
        }
        Rate::Unproven { figure, .. } => {
            let text = row.printed.as_ref().map(|printed| printed.text.clone()).unwrap_or_default();
            (lang.text_with("chart-rate-unproven", &[("rate", text.into())]), NONE.to_owned(), None, Some(*figure))
        }
        Rate::Absent => (NONE.to_owned(), NONE.to_owned(), None, None),
    };
    let interval = interval.map_or_else(|| NONE.to_owned(), |interval| between(lang, interval));
    let printed = row
        .printed
        .as_ref()
        .map_or_else(|| Cell::number(NONE, None), |printed| Cell::number(printed.text.clone(), Some(printed.figure)));
    let nation = row
        .nation
        .as_ref()
        .map_or_else(|| Cell::number(NONE, None), |nation| Cell::number(nation.text.clone(), nation.figure));
    vec![
        Cell::words(row.place.as_str()),
        Cell::words(words::period(lang, row.period)),
        Cell::words(words::scope(lang, &row.scope)),
        count(outcomes.map(|o| o.upheld)),
        count(outcomes.map(|o| o.remanded)),
        count(outcomes.map(|o| o.changed)),
        count(outcomes.and_then(|o| o.dismissed)),
        Cell::number(rate, figure),
        Cell::number(cases, figure),
        Cell::number(interval, figure),
        printed,
        nation,
    ]
}

/// Municipalities as rows, target groups and totals as columns.
fn caseload_table(caseload: &Caseload, lang: Lang) -> Table {
    let totals = ["chart-total-cases", "chart-total-staff", "chart-total-each"];
    let mut head = vec![lang.text("chart-col-place"), lang.text("chart-col-period")];
    head.extend(caseload.groups.iter().map(|group| group.name.clone()));
    head.extend(totals.iter().filter(|_| caseload.totals.is_some()).map(|key| lang.text(key)));
    let number = |value: Option<Value>| match value {
        Some(value) => Cell::number(number::format(lang, value.value, usize::from(value.decimals)), Some(value.figure)),
        None => Cell::number(NONE, None),
    };
    let rows = caseload.rows.iter().enumerate().map(|(n, row)| {
        let mut cells = vec![Cell::words(row.place.as_str()), Cell::words(words::period(lang, row.period))];
        cells.extend(caseload.groups.iter().map(|group| number(group.values[n])));
        let totals = caseload.totals.as_ref().map(|totals| &totals[n]);
        cells.extend(totals.iter().flat_map(|t| [t.cases, t.staff, t.average]).map(number));
        cells
    });
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    if caseload.groups.iter().any(|group| group.range.is_some()) {
        let mut cells = vec![Cell::words(lang.text("chart-key-band")), Cell::default()];
        cells.extend(caseload.groups.iter().map(|group| match &group.range {
            Some(range) => Cell::number(caseload_groups::span(lang, range), Some(range.low.figure)),
            None => Cell::number(NONE, None),
        }));
        cells.resize(head.len(), Cell::default());
        rows.push(cells);
    }
    Table { head, rows }
}

/// Lines as rows, years as columns; a rate of unknown base is marked.
fn series_table(series: &Series, lang: Lang) -> Table {
    let (first, last) = series.years;
    let mut head = vec![lang.text("chart-col-place")];
    head.extend((first..=last).map(|year| year.to_string()));
    let cell = |line: &Line, year: i16| match line.points.iter().find(|point| point.year == year) {
        Some(point) if point.proven => Cell::number(point.text.clone(), point.figure),
        Some(point) => {
            let text = lang.text_with("chart-rate-unproven", &[("rate", point.text.clone().into())]);
            Cell::number(text, point.figure)
        }
        None => Cell::number(NONE, None),
    };
    let rows = series.lines.iter().map(|line| {
        let name = std::iter::once(Cell::words(line.name.as_str()));
        name.chain((first..=last).map(|year| cell(line, year))).collect()
    });
    Table { head, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use crate::chart::{Choice, build, fixture};
    use crate::lang::Lang;

    #[test]
    fn the_table_says_what_the_chart_shows() {
        let readings = fixture::three_appeals();
        let table = build(&fixture::numbered(&readings), &Choice::default(), Lang::Da).table();
        let text = |row: usize| table.rows[row].iter().map(|cell| cell.text.replace('\u{a0}', " ")).collect::<Vec<_>>();
        assert_eq!(
            text(0)[..12],
            [
                "Rødovre",
                "2023",
                "alle afgørelser",
                "156",
                "48",
                "19",
                "26",
                "30,0 pct. beregnet",
                "67 af 223",
                "24,4–36,4",
                "knap 27 pct.",
                "knap 27 pct."
            ]
        );
        assert_eq!(text(3)[3..], ["–", "–", "–", "–", "28 pct.", "116", "20,3–36,3", "28 pct.", "–"]);
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        assert!(table.rows[0][4].figure.is_some() && table.rows[0][7].figure.is_some());
    }
}
