//! Reversal rates committee by committee and unit by unit, and what the shown ones leave of the whole: a committee
//! that is shown a low rate may leave a high one to the others.

use crate::chart::appeals_rows::{self, Row as Appeal};
use crate::chart::colours::Colours;
use crate::chart::dots::{Panel, Row};
use crate::chart::panels::{self, dot};
use crate::chart::rate::{self, Outcomes, Rate};
use crate::chart::select::{Count, Shelf, Subject, WIDE, wanted};
use crate::chart::{Chart, Choice, View, words};
use crate::lang::Lang;
use crate::model::figure::Topic;
use crate::model::reading::{DocumentId, Reading};
use crate::text::capital::capital;

/// Between a law and a unit inside it.
const INSIDE: &str = " \u{b7} ";

/// Describes the chart: one panel for each municipality, year and whole that documents split.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let colours = Colours::new(readings);
    let wanted = wanted(&shelf, choice);
    let mut found = Vec::new();
    let mut shown: Vec<Appeal> = Vec::new();
    let mut rests = false;
    for place in &wanted {
        for (whole, parts) in splits(&shelf, place, choice) {
            let describe = |subject: &Subject| appeals_rows::row(&shelf, subject, choice, &wanted, lang);
            let mut rows: Vec<Row> = Vec::new();
            for part in &parts {
                let row = describe(part);
                let name = part.scope.rsplit(INSIDE).next().unwrap_or(&part.scope).to_owned();
                rows.push(Row { name, reference: None, small: String::new(), ..dot(&row, colours.of(place), lang) });
                shown.push(row);
            }
            if let Some(rest) = remainder(&shelf, &whole, &parts) {
                let row = rest_row(describe(&whole), rest, choice);
                rows.push(Row {
                    name: lang.text("chart-committees-rest"),
                    small: lang.text("chart-committees-computed"),
                    reference: None,
                    strong: false,
                    ..dot(&row, colours.of(place), lang)
                });
                rests = true;
            }
            if rate::outcomes(&shelf, &whole).is_some() {
                let row = describe(&whole);
                let name = capital(&words::scope(lang, &whole.scope));
                rows.push(Row { name, small: String::new(), ..dot(&row, colours.of(place), lang) });
                shown.push(row);
            }
            // What a split law leaves of the whole municipality: the part that is not shown at all.
            let all = in_scope(&whole, WIDE[0]);
            if let Some(rest) = remainder(&shelf, &all, std::slice::from_ref(&whole)).filter(|_| whole != all) {
                let row = rest_row(describe(&all), rest, choice);
                let law = words::scope(lang, &whole.scope);
                rows.push(Row {
                    name: lang.text_with("chart-committees-others", &[("scope", law.into())]),
                    small: lang.text("chart-committees-computed"),
                    reference: None,
                    strong: false,
                    ..dot(&row, colours.of(place), lang)
                });
                rests = true;
            }
            let title = format!("{place} {}", words::period(lang, whole.period));
            found.push(Panel { title, rows });
        }
    }
    let rest = rests.then(|| lang.text("chart-note-committees-rest"));
    let notes = rest.into_iter().chain([lang.text("chart-note-committees")]).collect();
    panels::chart((View::Committees, lang), &shelf, choice, found, &shown, notes)
}

/// The wholes of a place that are split, each with its parts, in the newest period that has them.
fn splits(shelf: &Shelf, place: &crate::model::figure::Place, choice: &Choice) -> Vec<(Subject, Vec<Subject>)> {
    let mut splits: Vec<(Subject, Vec<Subject>)> = Vec::new();
    for subject in shelf.subjects(place) {
        let whole = if let Some((law, _)) = subject.scope.split_once(INSIDE) {
            law
        } else if subject.scope.to_lowercase().ends_with("udvalget") {
            "Alle"
        } else {
            continue;
        };
        let fits = match choice.period {
            crate::chart::PeriodChoice::Year(year) => subject.period.as_year() == Some(year),
            _ => true,
        };
        let has_rate = rate::outcomes(shelf, subject).is_some()
            || shelf.get(subject, &crate::model::figure::Measure::ReversalRate).is_some();
        if !fits || !has_rate {
            continue;
        }
        let whole = in_scope(subject, whole);
        match splits.iter_mut().find(|(known, _)| *known == whole) {
            Some((_, parts)) => parts.push(subject.clone()),
            None => splits.push((whole, vec![subject.clone()])),
        }
    }
    // Of each whole the newest period.
    let newest: Vec<Subject> = splits
        .iter()
        .filter(|(whole, _)| splits.iter().all(|(other, _)| other.scope != whole.scope || other.period <= whole.period))
        .map(|(whole, _)| whole.clone())
        .collect();
    splits.retain(|(whole, _)| newest.contains(whole));
    splits
}

/// The subject of another scope.
fn in_scope(subject: &Subject, scope: &str) -> Subject {
    Subject { scope: scope.to_owned(), ..subject.clone() }
}

/// What the shown parts leave of the whole; `None` where a part has no counts, or nothing is left.
fn remainder(shelf: &Shelf, whole: &Subject, parts: &[Subject]) -> Option<Outcomes> {
    let (_, all) = rate::outcomes(shelf, whole)?;
    let parts: Vec<Outcomes> = parts.iter().map(|part| Some(rate::outcomes(shelf, part)?.1)).collect::<Option<_>>()?;
    let left = |of: fn(&Outcomes) -> Count| {
        let shown = parts.iter().map(|part| of(part).n).sum::<u32>();
        Some(Count { n: of(&all).n.checked_sub(shown)?, id: of(&all).id })
    };
    let rest = Outcomes {
        upheld: left(|o| o.upheld)?,
        remanded: left(|o| o.remanded)?,
        changed: left(|o| o.changed)?,
        dismissed: None,
    };
    (rest.considered() > 0).then_some(rest)
}

/// The row of the remainder.
fn rest_row(whole: Appeal, rest: Outcomes, choice: &Choice) -> Appeal {
    // Dismissed cases of the parts are seldom told: the remainder stands on the official base alone.
    let rate =
        if choice.base == crate::chart::Base::Official { rate::computed(&rest, choice.base) } else { Rate::Absent };
    Appeal { rate, outcomes: Some(rest), printed: None, ..whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Body;
    use crate::chart::fixture::{numbered, outcomes, reading};

    #[test]
    fn the_remainder_is_what_the_shown_units_leave() {
        let mut figures = outcomes("Lejre", "2018", "SEL", [32, 22, 5], None);
        figures.extend(outcomes("Lejre", "2018", "SEL \u{b7} Børn og Unge", [9, 10, 3], None));
        figures.extend(outcomes("Lejre", "2018", "SEL \u{b7} Voksen", [7, 0, 2], None));
        let readings = [reading("Lejre", "2019-05-08", figures, Vec::new())];
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        let Body::Dots(dots) = &chart.body else { panic!("{:?}", chart.body) };
        let told: Vec<String> = dots.panels[0]
            .rows
            .iter()
            .map(|row| format!("{}: {} ({})", row.name, row.text, row.under).replace('\u{a0}', " "))
            .collect();
        assert_eq!(
            told,
            [
                "Børn og Unge: 59,1 pct. beregnet (13 af 22)",
                "Voksen: 2 af 9 (for få sager til en procent)",
                "Resten: 42,9 pct. beregnet (12 af 28)",
                "Socialområdet (SEL): 45,8 pct. beregnet (27 af 59)"
            ]
        );
    }
}
