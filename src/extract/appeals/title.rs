//! Lines that name what follows, and what changes where one stands.

use super::department;
use super::headed;
use super::heading::heading_scope;
use super::label::{labels, rate_of};
use super::latest_year;
use super::scope::{names_unknown_area, scopes};
use super::setting::{Carried, Setting, Thread, is_law};
use crate::data::caseload::CaseloadTag;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::model::figure::{Measure, Place};
use crate::model::period::Part::Month;
use crate::model::period::{Moment, Period};
use crate::text::sentence::ParagraphKind;
use crate::text::token::Token;

/// A heading names what follows; a short line with values in it is a line of a list, unless all of them stand in
/// parentheses behind a law's name: "Serviceloven (i alt 44 afgørelser)".
pub(super) fn is_title(clause: &Clause<'_>, kind: ParagraphKind, setting: &Setting) -> bool {
    let open = clause.tokens.iter().position(|t| t.is_symbol('('));
    let aside = kind != ParagraphKind::Item
        && open.is_some_and(|open| {
            clause.values().iter().all(|value| value.start > open)
                && clause.tokens.last().is_some_and(|t| t.is_symbol(')'))
                && clause.places.is_empty()
                && scopes(clause, setting).iter().any(|hit| hit.start == 0)
                && !labels(clause).iter().any(|label| label.start < open)
        });
    match kind {
        ParagraphKind::Heading => (clause.values().is_empty() || aside) && !clause.has_word(&["ingen"]),
        _ => aside,
    }
}

pub(super) fn enter_heading(clause: &Clause<'_>, setting: &mut Setting) {
    setting.said_above = setting.said.len();
    setting.board_speaks = false;
    // "Afgørelserne fordeler sig sådan:" goes on under the heading above.
    let leads = clause.tokens.last().is_some_and(|t| t.is_symbol(':')) && clause.has_any(&WORDS.lists.introducing);
    let above = setting.heading_scope.take().filter(|_| leads);
    // "A. Ledelsestilsyn": cases that somebody chose to look at.
    let chosen = clause.has_any(&WORDS.lists.samples) && !clause.names_complaint();
    setting.foreign_heading =
        (chosen || clause.has(|tag| *tag == Tag::OtherBoard)) && !clause.has_any(&WORDS.lists.board_names);
    // "Kommunens egen genvurdering": not "Klagesager og genvurdering".
    setting.heading_anew = clause.has_any(&WORDS.lists.reassessed)
        && !clause.has_beginning(&["anke"])
        && !clause.has_word(&["og", "samt"]);
    // "Fordelt på love ser det sådan ud:" under "Året 2021", in an item on two years: still of the year above.
    let under = clause.tokens.last().is_some_and(|t| t.is_symbol(':')) && clause.caseload_terms().is_empty();
    let before = setting.heading_period.filter(|_| under || setting.item_period.is_none());
    // "Oktober 2020" over an article: when it came out.
    let dated = setting.foreign && setting.said.is_empty() && is_month_alone(clause);
    // "Budget 2026-2029", "Mål for 2026": years to come, of which nothing has been decided.
    let planned = clause.has_beginning(&["budget"]) || clause.has_any(&WORDS.lists.aims);
    setting.heading_period = latest_year(clause, setting).filter(|_| !dated && !planned).or(before);
    setting.heading_place = clause
        .places
        .first()
        .map(|h| h.tag.clone())
        .filter(|place| Some(place) != setting.own.as_ref() && clause.tokens.len() <= 4);
    if clause.has(|t| *t == Tag::Nation) && clause.tokens.len() <= 3 {
        setting.heading_place = Some(Place::NATION);
    }
    let department = setting.departments.as_ref().and_then(|names| department::of_title(clause, names));
    setting.titled_department = department.or(setting.titled_department.take());
    setting.heading_department = setting.departments.as_ref().and_then(|names| headed::of_heading(clause, names));
    setting.heading_scope = heading_scope(clause, setting)
        .or_else(|| setting.units.heading(clause))
        .or_else(|| setting.scope_of_department())
        .or(above);
    if setting.foreign && setting.heading_scope.is_some() {
        setting.carried = Carried { scope: setting.heading_scope.clone(), several: false, ..setting.carried.clone() };
    }
    // "Ressourceforløb", between headings that name laws: a part of the cases that no law is told of.
    let group = setting.heading_scope.is_none() && clause.tokens.len() <= 3 && caseload_group(clause);
    setting.thread = Thread {
        rate: setting.thread.rate.take(),
        age: setting.thread.age,
        silence: setting.thread.silence,
        ..Thread::default()
    };
    setting.heading_unknown = group || parts_a_law(clause);
    setting.heading_area = setting.heading_scope.is_none() && names_unknown_area(clause, &scopes(clause, setting));
    setting.parts_unknown &= setting.heading_scope.is_none();
}

/// "Sådan ligger nabokommunerne på socialområdet", in an article that has given no other rates than this one.
pub(super) fn lists_the_rate(setting: &Setting) -> bool {
    let mut rates = setting.said.iter().rev().take(100).filter(|f| rate_of(&f.measure).as_ref() == Some(&f.measure));
    let only = setting.foreign && setting.heading_scope.is_some() && rates.clone().next().is_some();
    only && rates.all(|f| f.measure == Measure::ReversalRate)
}

/// "Serviceloven, børn": a law, and whose cases under it.
fn parts_a_law(clause: &Clause<'_>) -> bool {
    let law = |hit: &&Hit<Tag>| matches!(&hit.tag, Tag::Area(area) if is_law(area));
    let Some(law) = clause.terms.iter().find(law) else { return false };
    let Some([sign, first, rest @ ..]) = clause.tokens.get(law.end..) else { return false };
    let whose = |t: &Token<'_>| t.is_any(&["børn", "unge", "voksne", "ældre", "familier", "og"]);
    (sign.is_symbol(',') || sign.is_symbol('-')) && [first].into_iter().chain(rest).all(whose)
}

/// Is a heading the name of a target group?
fn caseload_group(clause: &Clause<'_>) -> bool {
    // "Handicaprådets høringssvar" is by them, and not of them.
    let council = |t: &Token<'_>| t.word().is_some_and(|w| w.trim_end_matches('s').ends_with("rådet"));
    let opens = clause.caseload_terms().first().is_some_and(|hit| hit.tag == CaseloadTag::Group && hit.start == 0);
    opens && !clause.tokens.first().is_some_and(council)
}

/// Is a line nothing but a month with its year?
fn is_month_alone(clause: &Clause<'_>) -> bool {
    let [only] = &clause.periods[..] else { return false };
    let month = matches!(only.named, Named::Absolute(Period { from: Moment { part: Month(_), .. }, to: None }));
    month && only.start == 0 && only.end == clause.tokens.len()
}
