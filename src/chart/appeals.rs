//! Klageudfald: what Ankestyrelsen decided in each municipality's complaints, and the reversal rate beside the nation's.

use crate::chart::appeals_rows::{Row, figures, rows};
use crate::chart::colours::Colours;
use crate::chart::one_base::{OneBase, one_base};
use crate::chart::select::Shelf;
use crate::chart::{Base, Body, Chart, Choice, Head, View, appeals_notes, words};
use crate::lang::Lang;
use crate::model::figure::{Place, Topic};
use crate::model::reading::{DocumentId, Reading};

/// The description of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Appeals {
    pub rows: Vec<Row>,
    pub base: Base,
    /// The printed rates that hold on one base only, of all periods and scopes of the choice.
    pub one_base: Vec<OneBase>,
}

/// Describes the chart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let colours = Colours::new(readings);
    let rows = rows(&shelf, choice, lang).into_iter().map(|row| Row { series: colours.of(&row.place), ..row });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Chart::empty(View::Appeals, lang);
    }
    let one_base = one_base(&shelf, readings, choice, lang);
    let appeals = Appeals { rows, base: choice.base, one_base };
    let mut head = head(&shelf, &appeals, lang);
    head.notes.extend(words::not_found(lang, &choice.places, &head.places));
    Chart { view: View::Appeals, lang, head, body: Body::Appeals(appeals) }
}

fn head(shelf: &Shelf, appeals: &Appeals, lang: Lang) -> Head {
    let rows = &appeals.rows;
    let places: Vec<Place> = rows.iter().map(|row| row.place.clone()).collect();
    let first = rows.iter().map(|row| row.period.from.year).min();
    let last = rows.iter().map(|row| row.period.last_year()).max();
    let years = first.zip(last);
    let base = words::base(appeals.base);
    Head {
        title: lang.text("chart-appeals-title"),
        subtitle: vec![
            lang.text_with(
                "chart-appeals-subtitle",
                &[
                    ("places", words::places(lang, &places).into()),
                    ("years", years.map(words::years).unwrap_or_default().into()),
                ],
            ),
            lang.text(base),
        ],
        notes: appeals_notes::notes(rows, appeals.base, lang),
        sources: words::sources(lang, shelf, rows.iter().flat_map(figures)),
        places,
        years,
        ..Head::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::PeriodChoice;
    use crate::chart::fixture::{numbered, outcomes, rate, reading, three_appeals};
    use crate::chart::rate::Rate;
    use crate::chart::yardstick::Ground;

    fn rows(readings: &[Reading], choice: &Choice) -> Vec<Row> {
        match build(&numbered(readings), choice, Lang::Da).body {
            Body::Appeals(appeals) => appeals.rows,
            _ => Vec::new(),
        }
    }

    #[test]
    fn each_municipality_stands_on_its_newest_wide_figures() {
        let rows = rows(&three_appeals(), &Choice::default());
        let told: Vec<_> =
            rows.iter().map(|row| format!("{} {} {} {}", row.place, row.period, row.scope, row.own)).collect();
        assert_eq!(
            told,
            ["Rødovre 2023 Alle true", "Lejre 2018 Alle true", "Hvidovre 2021 SEL true", "Roskilde 2018 SEL false"]
        );
        let grounds: Vec<_> = rows.iter().map(|row| row.nation.as_ref().map(|nation| nation.ground)).collect();
        assert_eq!(grounds, [Some(Ground::Unlike), Some(Ground::Counted), Some(Ground::AsOwn), None]);
        assert_eq!(rows[1].nation.as_ref().map(|nation| nation.text.as_str()), Some("30,5\u{a0}pct."));
        let printed = rows[0].printed.as_ref().unwrap();
        assert_eq!(
            (printed.text.as_str(), printed.differs, printed.base),
            ("knap 27\u{a0}pct.", true, Some(Base::WithDismissed))
        );
        assert!(!rows[1].printed.as_ref().unwrap().differs && !rows[2].printed.as_ref().unwrap().differs);
        assert!(matches!(rows[3].rate, Rate::Printed { cases: 116, .. }));
    }

    #[test]
    fn a_year_without_counts_is_a_rate_of_unknown_base() {
        let choice = Choice { period: PeriodChoice::Year(2020), ..Choice::default() };
        let rows = rows(&three_appeals(), &choice);
        assert_eq!(rows.len(), 1);
        assert!(matches!(rows[0].rate, Rate::Unproven { percent, .. } if percent == 34.0));
        assert_eq!(rows[0].nation.as_ref().map(|nation| nation.ground), Some(Ground::Unknown));
    }

    #[test]
    fn dismissed_cases_count_only_on_the_other_base() {
        let choice = Choice { base: Base::WithDismissed, ..Choice::default() };
        let rows = rows(&three_appeals(), &choice);
        assert!(matches!(rows[0].rate, Rate::Computed { percent, base: 249, .. } if (percent - 26.9).abs() < 0.05));
        assert!(!rows[0].printed.as_ref().unwrap().differs);
        assert_eq!(rows[0].nation.as_ref().unwrap().ground, Ground::AsOwn);
        assert_eq!(rows[2].rate, Rate::Absent);
    }

    #[test]
    fn the_newest_meeting_wins_and_counts_are_never_mixed() {
        let old = reading("Lejre", "2019-05-08", outcomes("Lejre", "2018", "Alle", [83, 24, 21], Some(10)), vec![]);
        let new = reading("Lejre", "2019-09-01", outcomes("Lejre", "2018", "Alle", [84, 24, 21], None), vec![]);
        let mut part = outcomes("Lejre", "2018", "Alle", [99, 1, 1], None);
        part.truncate(1);
        let newest = reading("Lejre", "2020-01-01", part, vec![]);
        let rows = rows(&[old, new, newest], &Choice::default());
        let outcomes = rows[0].outcomes.unwrap();
        assert_eq!((outcomes.upheld.n, outcomes.dismissed), (84, None));
        assert_eq!(outcomes.upheld.id.unwrap().document, DocumentId(1));
    }

    #[test]
    fn uncertain_figures_stay_out() {
        let mut doubted = rate("Lejre", "2018", "Alle", 35.0, 0);
        doubted.doubts.push(crate::model::figure::Doubt::Columns);
        assert!(rows(&[reading("Lejre", "2019-05-08", vec![doubted], vec![])], &Choice::default()).is_empty());
    }
}
