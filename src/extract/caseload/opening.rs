//! The name that a sentence begins with, for what the next one leaves unsaid.

use super::Setting;
use super::names::{Name, names};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::extract::clause::Clause;
use crate::model::source::Document;
use crate::text::token::Token;

/// "For Hjælpemidler findes der kun tal for 2018": one word with a capital that the sentence opens with, and that is no
/// place.
pub(super) fn fronted(document: &Document, clause: &Clause<'_>) -> Option<String> {
    let [small, name, verb, ..] = &clause.tokens[..] else { return None };
    let opens = small.is_any(&["for", "på", "i", "inden"]) && name.word().is_some_and(|word| word.chars().count() > 3);
    let verbs = ["findes", "foreligger", "er", "var", "har", "gælder", "haves", "kendes", "mangler"];
    let capital = document.slice(name.span).starts_with(char::is_uppercase);
    let placed = clause.places.iter().any(|hit| hit.start == 1) || clause.is_of_period(1);
    (opens && capital && !placed && verb.is_any(&verbs)).then(|| document.one_line(name.span))
}

/// What the names of units begin with, in words of their own.
const UNITS: [&str; 12] = [
    "team",
    "center",
    "centret",
    "centeret",
    "afdeling",
    "afdelingen",
    "distrikt",
    "borgercenter",
    "område",
    "området",
    "afsnit",
    "enhed",
];

/// "Team Ressource arbejder med ...", "I Ungegruppen er der travlt": the name that a sentence begins with, and whether it
/// stands behind a preposition.
pub(super) fn opening(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
) -> Option<(String, bool)> {
    let small = |t: &Token<'_>| t.is_any(&["på", "for", "inden", "i", "hos", "blandt"]);
    let behind = clause.tokens.iter().take(2).take_while(|t| small(t)).count();
    // Most sentences begin with no name.
    let lists = &CASELOAD.lists;
    let unit = |t: &Token<'_>| lists.units.has(t) || lists.pointers.has(t) || lists.teams.has(t);
    let grouped = || terms.iter().any(|hit| hit.tag == CaseloadTag::Group && hit.start <= behind + 4);
    let called = || clause.tokens.iter().skip(behind).take(6).any(|t| unit(t) || t.is_any(&UNITS));
    if behind == 0 && setting.groups.is_empty() && !grouped() && !called() {
        return None;
    }
    let staff = |name: &Name| clause.tokens[name.start..name.end].iter().any(|t| lists.group_staff.has(t));
    let first = names(document, clause, terms, setting).into_iter().next()?;
    let group = first.group.clone().filter(|_| first.start == behind && !staff(&first));
    group.map(|group| (group, behind > 0))
}
