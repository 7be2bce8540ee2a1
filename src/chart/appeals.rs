//! Klageudfald: what Ankestyrelsen decided in each municipality's complaints, and the reversal rate beside the nation's.

use crate::chart::one_base::{OneBase, one_base};
use crate::chart::rate::{self, Outcomes, Rate};
use crate::chart::select::{Picked, Shelf, Subject};
use crate::chart::{Base, Body, Chart, Choice, Head, PeriodChoice, View, appeals_notes, words, yardstick};
use crate::lang::Lang;
use crate::model::figure::{Measure, Place, Topic};
use crate::model::period::{Part, Period};
use crate::model::reading::{DocumentId, FigureId, Reading};

/// The scopes that stand for a whole municipality, the widest first.
pub(crate) const WIDE: [&str; 2] = ["Alle", "SEL"];

/// The description of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Appeals {
    pub rows: Vec<Row>,
    pub base: Base,
    /// The printed rates that hold on one base only, of all periods and scopes of the choice.
    pub one_base: Vec<OneBase>,
}

/// One municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub place: Place,
    /// True for a municipality whose own document is open.
    pub own: bool,
    pub period: Period,
    pub scope: String,
    /// `None` where the documents give a rate without outcomes.
    pub outcomes: Option<Outcomes>,
    pub rate: Rate,
    pub printed: Option<Printed>,
    /// What the rate is held against: the nation, or another yardstick that was chosen.
    pub nation: Option<Nation>,
    /// What the yardstick is called.
    pub who: String,
}

/// A reversal rate as a document prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub text: String,
    pub value: f64,
    pub figure: FigureId,
    /// The base on which the counts give it; `None` where they give it on no base, or there are none.
    pub base: Option<Base>,
    /// True where the counts give another rate than the printed one on the chart's base.
    pub differs: bool,
}

/// The yardstick's rate in the same year and scope: the nation's, where nothing else is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Nation {
    pub percent: f64,
    /// The rate as it can be written: computed with one decimal, or as printed.
    pub text: String,
    pub ground: Ground,
    pub figure: Option<FigureId>,
}

/// What is known of the base of the national rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Computed from the yardstick's own counts on the chart's base, or a target that was set.
    Counted,
    /// Printed without counts; the municipality's rate in the same document holds on the chart's base.
    AsOwn,
    /// Printed without counts; the municipality's rate in the same document holds on another base only.
    Unlike,
    /// Printed without counts, and nothing tells the base.
    Unknown,
}

impl Ground {
    /// True where the rate may be compared with the municipality's without a reservation in the drawing.
    #[must_use]
    pub fn is_even(self) -> bool {
        matches!(self, Self::Counted | Self::AsOwn)
    }
}

/// Describes the chart.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let shelf = Shelf::new(readings, &Topic::Appeals);
    let rows = rows(&shelf, choice, lang);
    if rows.is_empty() {
        return Chart::empty(View::Appeals, lang);
    }
    let one_base = one_base(&shelf, readings, choice, lang);
    let appeals = Appeals { rows, base: choice.base, one_base };
    let mut head = head(&shelf, &appeals, lang);
    head.notes.extend(words::not_found(lang, &choice.places, &head.places));
    Chart { view: View::Appeals, lang, head, body: Body::Appeals(appeals) }
}

/// What stands for each of the wanted municipalities.
pub(crate) fn rows(shelf: &Shelf, choice: &Choice, lang: Lang) -> Vec<Row> {
    let wanted = wanted(shelf, choice);
    wanted.iter().filter_map(|place| Some(row(shelf, newest(shelf, place, choice)?, choice, &wanted, lang))).collect()
}

/// The chosen places, or all municipalities that the documents name.
pub(crate) fn wanted(shelf: &Shelf, choice: &Choice) -> Vec<Place> {
    if !choice.places.is_empty() {
        return choice.places.clone();
    }
    shelf.places().iter().filter(|place| is_municipality(place)).cloned().collect()
}

/// Neither the nation nor a region.
pub(crate) fn is_municipality(place: &Place) -> bool {
    *place != Place::NATION && !place.as_str().starts_with("Region ")
}

/// The row of one subject; `wanted` are the municipalities whose mean may be the yardstick.
pub(crate) fn row(shelf: &Shelf, subject: &Subject, choice: &Choice, wanted: &[Place], lang: Lang) -> Row {
    let outcomes = outcomes(shelf, subject);
    let printed = match outcomes {
        Some((document, _)) => shelf.get_in(document, subject, &Measure::ReversalRate),
        None => None,
    };
    let printed = printed.or_else(|| shelf.get(subject, &Measure::ReversalRate));
    let rate = match (&outcomes, printed) {
        (Some((_, outcomes)), _) => rate::computed(outcomes, choice.base),
        (None, Some(printed)) => {
            let cases = shelf.count_in(printed.id.document, subject, &Measure::Considered).map(|cases| cases.n);
            rate::printed(printed.figure.value, cases, printed.id)
        }
        (None, None) => Rate::Absent,
    };
    let outcomes = outcomes.map(|(_, outcomes)| outcomes);
    let printed = printed.map(|picked| as_printed(picked, outcomes.as_ref(), choice.base, lang));
    let nation = yardstick::rate(shelf, subject, printed.as_ref(), choice, wanted, lang);
    Row {
        place: subject.place.clone(),
        own: shelf.is_own(&subject.place),
        period: subject.period,
        scope: subject.scope.clone(),
        outcomes,
        rate,
        printed,
        nation,
        who: yardstick::name(choice, lang),
    }
}

/// A printed rate beside the counts of the same subject.
pub(crate) fn as_printed(picked: Picked, outcomes: Option<&Outcomes>, base: Base, lang: Lang) -> Printed {
    let on_base = outcomes.and_then(|outcomes| rate::percent(outcomes.reversed(), outcomes.base(base)?));
    Printed {
        text: rate::as_printed(picked.figure, lang),
        value: picked.figure.value,
        figure: picked.id,
        base: outcomes.and_then(|outcomes| outcomes.base_of(picked.figure)),
        differs: on_base.is_some_and(|rate| !rate::fits(picked.figure, rate)),
    }
}

/// What stands for a municipality: in the widest scope that has figures, the newest whole year, else the newest
/// period.
pub(crate) fn newest<'s>(shelf: &'s Shelf, place: &'s Place, choice: &'s Choice) -> Option<&'s Subject> {
    let chosen = choice.scope.as_deref();
    let scopes: &[&str] = if let Some(scope) = &chosen { std::slice::from_ref(scope) } else { &WIDE };
    scopes.iter().find_map(|scope| {
        let usable = shelf.subjects(place).filter(|subject| {
            subject.scope == **scope
                && match choice.period {
                    PeriodChoice::Newest | PeriodChoice::Shared => true,
                    PeriodChoice::Year(year) => subject.period.as_year() == Some(year),
                }
                && (outcomes(shelf, subject).is_some() || shelf.get(subject, &Measure::ReversalRate).is_some())
        });
        usable.max_by_key(|subject| {
            let end = subject.period.to.unwrap_or(subject.period.from);
            (subject.period.as_year().is_some(), end.year, end.part != Part::Year, end)
        })
    })
}

/// Upheld, remanded and changed of one document, with the dismissed of the same.
pub(crate) fn outcomes(shelf: &Shelf, subject: &Subject) -> Option<(DocumentId, Outcomes)> {
    let measures = [Measure::Upheld, Measure::Remanded, Measure::Changed];
    let (document, [upheld, remanded, changed]) = shelf.counts(subject, measures)?;
    // Never computed from the decided cases: the Danmarkskort, for one, leaves the dismissed out of those too.
    let dismissed = shelf.count_in(document, subject, &Measure::Dismissed);
    Some((document, Outcomes { upheld, remanded, changed, dismissed }))
}

fn head(shelf: &Shelf, appeals: &Appeals, lang: Lang) -> Head {
    let rows = &appeals.rows;
    let places: Vec<Place> = rows.iter().map(|row| row.place.clone()).collect();
    let first = rows.iter().map(|row| row.period.from.year).min();
    let last = rows.iter().map(|row| row.period.last_year()).max();
    let years = first.zip(last);
    let base = words::base(appeals.base);
    let mut documents: Vec<DocumentId> = rows.iter().flat_map(figures).map(|figure| figure.document).collect();
    let sources = sources(shelf, &mut documents, lang);
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
        notes: appeals_notes::notes(appeals, lang),
        sources,
        places,
        years,
        ..Head::default()
    }
}

/// The lines that name these documents.
pub(crate) fn sources(shelf: &Shelf, documents: &mut Vec<DocumentId>, lang: Lang) -> Vec<String> {
    documents.sort_unstable();
    documents.dedup();
    documents.iter().filter_map(|id| Some(words::document(lang, shelf.reading(*id)?))).collect()
}

/// All figures that a row shows.
pub(crate) fn figures(row: &Row) -> impl Iterator<Item = FigureId> {
    let outcomes = row.outcomes.iter().flat_map(|o| [Some(o.upheld), Some(o.remanded), Some(o.changed), o.dismissed]);
    let counts = outcomes.flatten().filter_map(|count| count.id);
    let printed = row.printed.as_ref().map(|printed| printed.figure);
    let nation = row.nation.as_ref().and_then(|nation| nation.figure);
    counts.chain(printed).chain(nation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{numbered, outcomes, rate, reading, three_appeals};

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
        assert_eq!(rows[1].nation.as_ref().map(|nation| nation.text.as_str()), Some("30,5\u{a0}%"));
        let printed = rows[0].printed.as_ref().unwrap();
        assert_eq!(
            (printed.text.as_str(), printed.differs, printed.base),
            ("knap 27\u{a0}%", true, Some(Base::WithDismissed))
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
