//! When cases were counted, and questions that a number answers.

use super::{Setting, bind, has, says_caseload, when};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::model::figure::{Figure, Place};
use crate::model::period::{Moment, Part as YearPart, Period};
use std::collections::BTreeSet;

/// "Hvor mange sager har en rådgiver?"
pub(super) fn asks(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>]) -> bool {
    let tokens = &clause.tokens;
    let many = tokens.windows(3).any(|w| w[0].is("hvor") && w[1].is("mange") && CASELOAD.lists.counted.has(&w[2]));
    tokens.last().is_some_and(|t| t.is_symbol('?')) && (many && has(terms, &CaseloadTag::Staff))
}

/// A survey is of its year, as the contract says; its month only tells it from another of the same year.
pub(super) fn fold_months(figures: &mut [Figure]) {
    let month = |figure: &Figure| {
        let period = figure.period.filter(|period| period.to.is_none())?;
        matches!(period.from.part, YearPart::Month(_)).then_some(period.from)
    };
    let months: BTreeSet<(Option<Place>, Moment)> =
        figures.iter().filter_map(|figure| Some((figure.place.clone(), month(figure)?))).collect();
    let alone = |place: &Option<Place>, at: Moment| {
        months.iter().filter(|(of, other)| of == place && other.year == at.year).count() == 1
    };
    for figure in figures {
        if let Some(moment) = month(figure).filter(|at| alone(&figure.place, *at)) {
            figure.period = Some(Period::year(moment.year));
        }
    }
}

/// May a sentence say when cases were counted? One that states numbers of something else does not, nor one that says
/// when guidelines were made.
pub(super) fn tells(clause: &Clause<'_>) -> bool {
    if clause.periods.is_empty() {
        return true;
    }
    let terms = clause.caseload_terms();
    let survey =
        || clause.has_beginning(&["undersøg", "opgør", "opgjort", "rundspørge", "kortlæg", "parentes", "spurgt"]);
    if clause.states_numbers() {
        return has(terms, &CaseloadTag::Staff) || says_caseload(clause, terms) || survey();
    }
    let names_issuer = || terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Issuer(_)));
    // "I 2018 har foreningen sænket sine tal", but not "har i 2021 spurgt kommunerne".
    let changed = ["sænk", "hæv", "ændr", "revider", "juster", "vedtag", "beslut", "udsend", "udgiv"];
    let issued = has(terms, &CaseloadTag::Guideline) || names_issuer() && clause.has_beginning(&changed);
    !issued || survey()
}

/// What speaks of caseloads and names a year or a month says when the survey was made.
pub(super) fn note_survey(clause: &Clause<'_>, setting: &mut Setting) {
    // "På mødet i november": when something was asked for, not when cases were counted.
    let at_meeting = |mention: &Mention| {
        let before = &clause.tokens[mention.start.saturating_sub(3)..mention.start];
        before.iter().any(|t| t.word().is_some_and(|word| word.starts_with("møde")))
    };
    let years = when::mentions(clause, setting)
        .into_iter()
        .filter(|mention| !at_meeting(mention) && bind::is_of_survey(&clause.tokens, mention))
        .filter_map(|mention| match mention.named {
            Named::Absolute(period) => Some(period.last_year()),
            Named::ThisYear => setting.meeting.map(|meeting| meeting.year),
            Named::PartOnly(YearPart::Month(month), _) => {
                let meeting = setting.meeting?;
                let late = matches!(meeting.part, YearPart::Month(now) if month > now);
                Some(meeting.year - i16::from(late))
            }
            _ => None,
        });
    let latest = years.filter(|year| setting.meeting.is_none_or(|m| *year <= m.year)).max();
    // An older year is that of a report quoted, not of the survey; nor is one that is named after figures of the
    // meeting's year.
    let latest = latest.filter(|year| !setting.assumed || setting.meeting.is_none_or(|m| *year >= m.year));
    setting.survey = setting.survey.max(latest);
}
