//! What stands for each municipality in the charts on appeals: which period and scope, its outcomes, its rate, the
//! printed one and the yardstick's.

use crate::chart::rate::{self, Outcomes, Printed, Rate, outcomes};
use crate::chart::select::{Shelf, Subject, WIDE, wanted};
use crate::chart::yardstick::{self, Nation};
use crate::chart::{Choice, PeriodChoice};
use crate::lang::Lang;
use crate::model::figure::{Measure, Place};
use crate::model::period::{Part, Period};
use crate::model::reading::FigureId;

/// One municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub place: Place,
    /// True for a municipality whose own document is open.
    pub own: bool,
    /// The number of its colour and sign.
    pub series: u8,
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

/// What stands for each of the wanted municipalities.
pub(crate) fn rows(shelf: &Shelf, choice: &Choice, lang: Lang) -> Vec<Row> {
    let wanted = wanted(shelf, choice);
    wanted.iter().filter_map(|place| Some(row(shelf, newest(shelf, place, choice)?, choice, &wanted, lang))).collect()
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
    let printed = printed.map(|picked| Printed::new(picked, outcomes.as_ref(), choice.base, lang));
    let nation = yardstick::rate(shelf, subject, printed.as_ref(), choice, wanted, lang);
    Row {
        place: subject.place.clone(),
        own: shelf.is_own(&subject.place),
        series: 0,
        period: subject.period,
        scope: subject.scope.clone(),
        outcomes,
        rate,
        printed,
        nation,
        who: yardstick::name(choice, lang),
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

/// All figures that a row shows.
pub(crate) fn figures(row: &Row) -> impl Iterator<Item = FigureId> {
    let outcomes = row.outcomes.iter().flat_map(|o| [Some(o.upheld), Some(o.remanded), Some(o.changed), o.dismissed]);
    let counts = outcomes.flatten().filter_map(|count| count.id);
    let printed = row.printed.as_ref().map(|printed| printed.figure);
    let nation = row.nation.as_ref().and_then(|nation| nation.figure);
    counts.chain(printed).chain(nation)
}
