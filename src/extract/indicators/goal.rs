//! Numbered goals: "Ministermål 3", "Mål 7: Færre skal være hjemløse". The figures under such a heading are the goal's.

use super::marks::Marks;
use super::setting::{Goal, Setting};
use crate::data::indicators::{INDICATORS, Meaning};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::model::figure::{Gap, GapKind, Measure, Source, Topic};
use crate::model::source::Document;
use crate::text::token::Token;

/// Takes note of a heading that numbers a goal, or of one that ends it.
pub(super) fn enter(document: &Document, clause: &Clause<'_>, marks: &Marks, setting: &mut Setting) {
    let found = clause.tokens.iter().enumerate().take(4).find_map(|(at, _)| {
        let goal = marks.of(|m| matches!(m, Meaning::Goal(_))).find(|mark| mark.start == at)?;
        let number = clause
            .tokens
            .get(goal.end)
            .and_then(Token::number)
            .filter(|(value, decimals)| *decimals == 0 && *value < 100.0);
        Some((goal, number?.0, at))
    });
    let starts = found.as_ref().is_some_and(|(_, _, at)| {
        clause.tokens[..*at].iter().all(|t| t.is_symbol('-') || t.is_symbol('•') || t.is_symbol('*'))
    });
    if let Some((mark, number, _)) = found.filter(|_| starts) {
        let kind = mark.meanings.iter().find_map(|m| match m {
            Meaning::Goal(at) => Some((*at, INDICATORS.goals.get(usize::from(*at))?)),
            _ => None,
        });
        if let Some((at, goal)) = kind {
            let said =
                [&setting.title_meanings, &setting.heading_meanings].iter().any(|m| m.contains(&Meaning::GoalAlso(at)));
            let went_on = setting.goal.as_ref().is_some_and(|before| before.topic == goal.topic);
            if !goal.has_also || said || went_on {
                setting.goal = Some(Goal { topic: goal.topic.as_str(), label: format!("{} {number}", goal.label) });
                return;
            }
        }
    }
    // Another heading ends the goal: a line without a full stop that is short.
    let text = document.slice(clause.span).trim_end();
    if !text.ends_with(['.', ',', ':']) && text.chars().count() < 60 && clause.periods.is_empty() {
        setting.goal = None;
    }
}

/// "ingen data i 2015", "er ikke opgjort": what a goal's sentence says is missing.
pub(super) fn gaps(clause: &Clause<'_>, setting: &Setting) -> Vec<Gap> {
    let Some(goal) = &setting.goal else { return Vec::new() };
    let mut out = Vec::new();
    for at in 0..clause.tokens.len() {
        let word = |offset: usize, words: &[&str]| clause.tokens.get(at + offset).is_some_and(|t| t.is_any(words));
        let none = word(0, &["ingen"]) && word(1, &["data", "tal"]);
        let not = word(0, &["ikke"]) && word(1, &["opgjort"]);
        if !(none || not) {
            continue;
        }
        let period = clause
            .periods
            .iter()
            .find(|m| m.start >= at && m.start < at + 5)
            .or(clause.periods.iter().find(|m| m.end <= at));
        let period = period.and_then(|m| match m.named {
            Named::Absolute(period) => Some(period),
            _ => None,
        });
        let value = clause.tokens[at].span.cover(clause.tokens[at + 1].span);
        out.push(Gap {
            place: clause.places.first().map(|hit| hit.tag.clone()).or_else(|| setting.own.clone()),
            period: period.or(setting.thread.period),
            topic: Topic::Other(goal.topic.into()),
            scope: super::scope::joined(Some(goal.label.clone()), None),
            measure: Measure::Other("share".into()),
            kind: GapKind::NotCompiled,
            source: Source { value, passage: clause.span, heads: Vec::new() },
        });
    }
    out
}
