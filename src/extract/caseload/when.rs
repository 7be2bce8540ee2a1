//! When a sentence on caseloads says that they were: periods, days of counting, "for to år siden", "nu".

use super::Setting;
use crate::data::caseload::CASELOAD;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::{Mention, day_month_year};
use crate::model::period::{Part, Period};
use crate::text::number_word;
use crate::text::token::Kind;
use std::ops::Range;

/// The periods that a sentence names, and the days on which cases were counted: "pr. 1. marts 2016".
pub(super) fn mentions(clause: &Clause<'_>, setting: &Setting) -> Vec<Mention> {
    let tokens = &clause.tokens;
    let day = |at: usize| {
        let before = tokens[..at].iter().rev().find(|t| !t.is_symbol('.'))?;
        let (_, month, year) =
            before.is_any(&["pr", "per", "den", "d"]).then(|| day_month_year(&tokens[at].lower))??;
        let counted =
            at <= 1 || before.is_any(&["pr", "per"]) || tokens[..at].iter().any(|t| CASELOAD.lists.counting.has(t));
        let named = Named::Absolute(Period::part(year?, Part::Month(month)));
        counted.then_some(Mention { start: at, end: at + 1, named })
    };
    let dates = (0..tokens.len()).filter(|&at| tokens[at].kind == Kind::Date).filter_map(day);
    // "for to år siden"
    let ago = |at: usize| {
        let said = tokens[at].is("for") && tokens.get(at + 2)?.is("år") && tokens.get(at + 3)?.is("siden");
        let count = tokens.get(at + 1).filter(|_| said)?;
        let digits = count.number().map(|(value, _)| value as i16);
        let words = || count.word().and_then(|w| number_word::value(w).or((w == "et").then_some(1)));
        let years = digits.or_else(|| words().and_then(|value| i16::try_from(value).ok()))?;
        let year = setting.period()?.last_year() - years;
        Some(Mention { start: at, end: at + 4, named: Named::Absolute(Period::year(year)) })
    };
    let ago = (0..tokens.len()).filter_map(ago);
    // A number of years ago was no survey of what is now.
    let stale = |period: &Period| setting.meeting.is_some_and(|m| period.last_year() + 1 < m.year);
    let present = setting.period().map(|period| match setting.meeting {
        // "I perioden var der 52. I dag er tallet nede på 39": another time than that.
        Some(meeting) if stale(&period) || setting.told_past => Period::year(meeting.year),
        _ => period,
    });
    let now = now(clause).zip(present);
    let now = now.map(|(range, period)| Mention { start: range.start, end: range.end, named: Named::Absolute(period) });
    let mut out: Vec<Mention> = clause.periods.iter().copied().chain(dates).chain(ago).chain(now).collect();
    out.sort_by_key(|mention| mention.start);
    out
}

/// "har nu i gennemsnit 118 sager mod 131 i 2014", "har i dag 62 sager", "er p.t. 62": the time of the survey.
pub(super) fn now(clause: &Clause<'_>) -> Option<Range<usize>> {
    if !clause.has_word(&["nu", "dag", "nuværende", "øjeblikket", "aktuelt", "tiden", "pt", "p"]) {
        return None;
    }
    let tokens = &clause.tokens;
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.is(word));
    let dot = |at: usize| tokens.get(at).is_some_and(|t| t.is_symbol('.'));
    (0..tokens.len()).find_map(|at| {
        let day = is(at, "i") && (is(at + 1, "dag") || is(at + 1, "øjeblikket"));
        let time = is(at, "for") && (is(at + 1, "tiden") || is(at + 1, "øjeblikket"));
        let short = is(at, "p") && dot(at + 1) && is(at + 2, "t");
        let length = match () {
            () if short => 3 + usize::from(dot(at + 3)),
            () if day || time => 2,
            () => usize::from(tokens[at].is_any(&["nu", "nuværende", "aktuelt", "pt"])),
        };
        (length > 0).then_some(at..at + length)
    })
}
