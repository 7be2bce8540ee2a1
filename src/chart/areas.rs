//! Reversal rates law by law and paragraph by paragraph: one small chart for each, the same scale in all.

use crate::chart::appeals_rows::{Row as Appeal, newest, row};
use crate::chart::colours::Colours;
use crate::chart::dots::Panel;
use crate::chart::rate::Rate;
use crate::chart::select::{Shelf, WIDE, wanted};
use crate::chart::{Chart, Choice, View, panels, words};
use crate::lang::Lang;
use crate::model::figure::Topic;
use crate::model::reading::{DocumentId, Reading};
use crate::text::capital::capital;

/// Describes the chart: every part of the appeals that a chosen municipality has figures for, committees apart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let colours = Colours::new(readings);
    let wanted = wanted(&shelf, choice);
    let chosen = |scope: &&String| choice.scope.as_deref().is_none_or(|one| one == *scope);
    let scopes: Vec<&String> = shelf.scopes().iter().filter(|scope| is_area(scope)).filter(chosen).collect();
    let mut shown: Vec<Appeal> = Vec::new();
    let mut found: Vec<Panel> = Vec::new();
    for scope in ordered(scopes) {
        let one = Choice { scope: Some(scope.clone()), ..choice.clone() };
        let rows =
            wanted.iter().filter_map(|place| Some(row(&shelf, newest(&shelf, place, &one)?, &one, &wanted, lang)));
        let rows: Vec<Appeal> = rows.filter(|row| row.rate != Rate::Absent).collect();
        if !rows.is_empty() {
            let dots = rows.iter().map(|row| panels::dot(row, colours.of(&row.place), lang)).collect();
            found.push(Panel { title: capital(&words::scope(lang, scope)), rows: dots });
            shown.extend(rows);
        }
    }
    let mut notes = vec![lang.text("chart-note-areas")];
    if shown.iter().any(|row| matches!(row.rate, Rate::TooFew { .. })) {
        notes.push(lang.text("chart-note-areas-few"));
    }
    let years = shown.iter().map(|row| row.period.from.year);
    if years.clone().max().is_some_and(|last| last >= 2024) && years.min().is_some_and(|first| first < 2024) {
        notes.push(lang.text("chart-note-series-law"));
    }
    panels::chart((View::Areas, lang), &shelf, choice, found, &shown, notes)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Body;
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
        assert_eq!(titles, ["Aktiv socialpolitik (LAS)", "Socialområdet (SEL)", "SEL § 41"]);
        let few = &dots.panels[2].rows[0];
        assert_eq!((few.dot, few.text.as_str(), few.under.as_str()), (None, "1 af 4", "for få sager til en procent"));
        assert!(dots.panels[0].rows[0].dot.is_some());
    }
}
