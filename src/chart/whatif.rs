//! "What would it take": the staff that another caseload would need with the same cases. A sum, not a forecast: the
//! caveat stands under it.

use crate::chart::caseload;
use crate::chart::caseload_groups::{self, Caseload, Group, Value, told};
use crate::chart::heat::pairs;
use crate::chart::select::Shelf;
use crate::chart::sheet::{Cell, Head as Column, Line, Sheet};
use crate::chart::{Body, Chart, Choice, View, words};
use crate::lang::{Lang, number};
use crate::model::figure::Topic;
use crate::model::reading::{DocumentId, Reading};
use crate::stats::mean;

/// Describes the table: for each municipality its staff now, the staff that the level needs, and for each target group
/// how much more staff the guideline's upper end (or the level of the others) needs.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Caseload);
    let Some(mut caseload) = caseload_groups::describe(&shelf, choice, lang) else {
        return Chart::empty(View::WhatIf, lang);
    };
    // Of a group that one municipality tells, and no guideline, nothing can be said.
    caseload.groups.retain(|group| group.range.is_some() || told(group) > 1);
    let has_totals = !pairs(&caseload).is_empty();
    if !has_totals && caseload.groups.is_empty() {
        return Chart::empty(View::WhatIf, lang);
    }
    let mut head = caseload::head(&shelf, &caseload, lang);
    head.title = lang.text("chart-whatif-title");
    head.subtitle = vec![match choice.level {
        Some(level) => lang.text_with("chart-whatif-subtitle-level", &[("n", level.into())]),
        None => lang.text("chart-whatif-subtitle"),
    }];
    head.notes = vec![lang.text("chart-note-whatif"), lang.text("chart-note-whatif-groups")];
    let body = Body::Sheet(sheet(&caseload, choice.level.map(f64::from), has_totals, lang));
    Chart { view: View::WhatIf, lang, head, body }
}

fn sheet(caseload: &Caseload, level: Option<f64>, has_totals: bool, lang: Lang) -> Sheet {
    let mut columns = Vec::new();
    let column = |key: &str, small: String| Column { text: lang.text(key), small, series: None };
    if has_totals {
        columns.push(column("chart-whatif-now", lang.text("chart-whatif-now-small")));
        columns.push(column("chart-whatif-level", lang.text("chart-whatif-level-small")));
        columns.push(column("chart-whatif-more", lang.text("chart-whatif-more-small")));
    }
    columns.extend(caseload.groups.iter().map(|group| Column {
        text: group.name.clone(),
        small: match &group.range {
            Some(range) => lang.text_with("chart-whatif-to-guideline", &[("n", printed(range.high, lang).into())]),
            None => lang.text("chart-whatif-to-others"),
        },
        series: None,
    }));
    let rows = caseload.rows.iter().enumerate().map(|(n, row)| {
        let mut cells = Vec::new();
        if has_totals {
            cells.extend(total(caseload, n, level, lang));
        }
        cells.extend(caseload.groups.iter().map(|group| part(caseload, group, n, lang)));
        Line {
            name: row.place.to_string(),
            small: words::period(lang, row.period),
            strong: row.own,
            cells,
            ..Line::default()
        }
    });
    Sheet { corner: lang.text("chart-col-place"), columns, rows: rows.collect(), ..Sheet::default() }
}

fn printed(value: Value, lang: Lang) -> String {
    number::format(lang, value.value, usize::from(value.decimals))
}

/// Caseload now, the level aimed at, and the staff that is missing for it.
fn total(caseload: &Caseload, at: usize, level: Option<f64>, lang: Lang) -> [Cell; 3] {
    let row = &caseload.rows[at];
    let totals = caseload.totals.as_ref().map(|totals| &totals[at]);
    let told = totals.and_then(|totals| Some((totals.cases?, totals.staff?))).filter(|(_, staff)| staff.value > 0.0);
    let Some((cases, staff)) = told else {
        let missing =
            || Cell::missing(lang.text("chart-not-told"), format!("{}: {}", row.place, lang.text("chart-not-told")));
        return [missing(), Cell::missing("\u{2013}", ""), Cell::missing("\u{2013}", "")];
    };
    let now = number::format(lang, cases.value / staff.value, 1);
    let small = lang.text_with(
        "chart-overview-staff",
        &[("cases", printed(cases, lang).into()), ("staff", printed(staff, lang).into())],
    );
    let name = format!("{}, {}: {now}, {small}", row.place, lang.text("chart-whatif-now"));
    let first = Cell { small, ..Cell::value(now, Some(cases.figure), name) };
    let Some(level) = level.or_else(|| others(caseload, at)).filter(|level| *level > 0.0) else {
        return [first, Cell::missing("\u{2013}", ""), Cell::missing("\u{2013}", "")];
    };
    let aim = number::format(lang, level, 1);
    let aim_name = format!("{}, {}: {aim}", row.place, lang.text("chart-whatif-level"));
    let more = cases.value / level - staff.value;
    let text = lang.text_with("chart-whatif-fte", &[("n", words::signed(lang, more, 1).into())]);
    let percent = words::signed(lang, more / staff.value * 100.0, 0);
    let small = format!("{percent}{}", words::sign(lang));
    let name = format!("{}, {}: {text}, {small}", row.place, lang.text("chart-whatif-more"));
    [
        first,
        Cell { text: aim, name: aim_name, ..Cell::default() },
        Cell { small, ..Cell::value(text, Some(staff.figure), name) },
    ]
}

/// The level of the other municipalities together: their cases over their staff.
fn others(caseload: &Caseload, at: usize) -> Option<f64> {
    let totals = caseload.totals.iter().flatten().enumerate().filter(|(n, _)| *n != at);
    let pairs: Vec<(f64, f64)> =
        totals.filter_map(|(_, totals)| Some((totals.cases?.value, totals.staff?.value))).collect();
    mean::weighted(&pairs)
}

/// How much more (or less) staff a group needs for its guideline's upper end, else for the mean of the others. Its cases
/// are not told, so only the share can be.
fn part(caseload: &Caseload, group: &Group, at: usize, lang: Lang) -> Cell {
    let row = &caseload.rows[at];
    let Some(value) = group.values[at] else {
        let text = lang.text("chart-not-told");
        let name = format!("{}, {}: {text}", row.place, group.name);
        return Cell::missing(text, name);
    };
    let others: Vec<f64> = group
        .values
        .iter()
        .enumerate()
        .filter(|(n, _)| *n != at)
        .filter_map(|(_, v)| Some(v.as_ref()?.value))
        .collect();
    let aim = group.range.as_ref().map(|range| range.high.value).or_else(|| mean::simple(&others));
    let Some(aim) = aim.filter(|aim| *aim > 0.0) else { return Cell::missing("\u{2013}", "") };
    let share = (value.value / aim - 1.0) * 100.0;
    let enough = share <= 0.0 && group.range.is_some();
    let text = if enough {
        lang.text("chart-whatif-within")
    } else {
        format!("{}{}", words::signed(lang, share, 0), words::sign(lang))
    };
    let decimals = usize::from(group.range.is_none());
    let small = lang.text_with(
        if enough { "chart-whatif-at-most" } else { "chart-whatif-from-to" },
        &[("from", printed(value, lang).into()), ("to", number::format(lang, aim, decimals).into())],
    );
    let name = format!("{}, {}: {text}, {small}", row.place, group.name);
    Cell { small, ..Cell::value(text, Some(value.figure), name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{caseload_table, numbered};

    fn row(choice: &Choice) -> Vec<String> {
        let readings = [caseload_table()];
        let Body::Sheet(sheet) = build(&numbered(&readings), choice, Lang::Da).body else { panic!() };
        let hvidovre = sheet.rows.iter().find(|row| row.name == "Hvidovre").unwrap();
        hvidovre.cells.iter().map(|cell| format!("{} {}", cell.text, cell.small).replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn the_mean_of_the_others_takes_26_more() {
        let cells = row(&Choice::default());
        assert_eq!(cells[1].trim(), "37,3");
        assert_eq!(cells[2], "+25,6 årsværk +30 pct.");
        assert_eq!(cells[3], "+22 pct. fra 61 til 50");
    }

    #[test]
    fn a_chosen_level_is_aimed_at() {
        let cells = row(&Choice { level: Some(40), ..Choice::default() });
        assert_eq!((cells[1].trim(), cells[2].as_str()), ("40,0", "+18,2 årsværk +21 pct."));
    }
}
