//! Lists of caseloads, one a line, under a line that says what they are: "- Sygedagpenge: 52 (58)" under "Sager pr.
//! rådgiver i 2021 (2020 i parentes):".

use super::Setting;
use super::aside::{Told, is_unit, parenthesis};
use super::beside::in_parenthesis;
use super::bind::{period, places};
use super::meaning::{Meaning, meaning};
use super::names::names;
use super::when::mentions;
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::grid::{Heading, Line};
use crate::extract::named::Named;
use crate::extract::period::{Mention, day_month_year};
use crate::model::figure::{Figure, Measure, Place};
use crate::model::period::Period;
use crate::model::source::Document;
use crate::text::token::{Kind, Token};
use std::ops::Range;

/// What a line says of the lines under it.
#[derive(Clone, Debug, Default)]
pub struct Announced {
    pub period: Option<Period>,
    /// The only place that it names: "I landets jobcentre har en medarbejder i gennemsnit:".
    place: Option<Place>,
    /// The only group that it names: that of lines that name none.
    group: Option<String>,
    /// The lines say what is aimed at or allowed.
    apart: bool,
    /// What stands in parentheses behind each value.
    beside: Option<Told>,
}

/// Reads a line that announces a list.
#[must_use]
pub(super) fn announced(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
) -> Announced {
    let beside = beside(&clause.tokens);
    let inside = |at: usize| beside.as_ref().is_some_and(|range| range.contains(&at));
    let year = |mention: &Mention| match mention.named {
        Named::Absolute(period) => Some(Period::year(period.last_year())),
        _ => None,
    };
    let named = mentions(clause, setting).iter().filter(|mention| !inside(mention.start)).rev().find_map(year);
    let main = named.or(setting.period());
    let place = place_of_all(clause, &inside, setting);
    let beside = beside.and_then(|range| told_beside(clause, &range, main, setting));
    let groups: Vec<String> =
        names(document, clause, terms, setting).into_iter().filter_map(|name| name.group).collect();
    let group = if let [only] = &groups[..] { Some(only.clone()) } else { None };
    let group = group.or_else(|| over(setting).filter(|_| groups.is_empty()));
    let limits = ["højst", "højest", "maksimalt", "må", "skal"];
    let aims = |t: &Token<'_>| {
        WORDS.lists.aims.has(t) || CASELOAD.lists.aimed.has(t) || CASELOAD.lists.wished.has(t) || t.is_any(&limits)
    };
    Announced { period: main, place, group, apart: clause.tokens.iter().any(aims), beside }
}

/// What lines that nothing announces are under.
pub(super) fn unannounced(setting: &Setting) -> Announced {
    let lists = &CASELOAD.lists;
    let supposed = |word: &str| {
        lists.supposed.holds(word)
            || lists.proposals.holds(word)
            || lists.aimed.holds(word)
            || WORDS.lists.aims.holds(word)
    };
    let heading = setting.heading.as_deref().unwrap_or_default().to_lowercase();
    let apart = heading.split_whitespace().any(supposed);
    Announced { period: setting.period(), group: over(setting), apart, ..Announced::default() }
}

/// The team or group whose name is all of the heading right above.
fn over(setting: &Setting) -> Option<String> {
    setting.over.as_ref().filter(|over| over.near).map(|over| over.name.clone())
}

/// The only place that a lead-in names, where it compares with nobody.
fn place_of_all(clause: &Clause<'_>, beside: &dyn Fn(usize) -> bool, setting: &Setting) -> Option<Place> {
    // "sammenlignet med Køge", "i forhold til hele landet", "højere end på landsplan"
    let against = |at: usize| {
        let mut before = clause.tokens[..at].iter().rev();
        let word = before.find(|t| !t.is_any(&["i", "på", "hele", "for"]));
        word.is_some_and(|t| t.is_any(&["med", "til", "end", "mod", "imod", "som", "under", "over", "ift"]))
    };
    let mut named = places(clause, setting).into_iter().filter(|(range, _)| !beside(range.start));
    let (range, place) = named.next()?;
    (!against(range.start) && named.all(|(_, other)| other == place)).then_some(place)
}

/// The words that say what stands in parentheses: "(2020 i parentes)", "Sidste års tal står i parentes".
fn beside(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let word = tokens.iter().position(|t| t.word().is_some_and(|w| w.starts_with("parentes")))?;
    let divides = |t: &Token<'_>| ['.', ',', ';', '(', ')', ':'].iter().any(|sign| t.is_symbol(*sign)) || t.is("med");
    let start = tokens[..word].iter().rposition(divides).map_or(0, |at| at + 1);
    let end = tokens[word..].iter().position(divides).map_or(tokens.len(), |length| word + length);
    Some(start..end)
}

fn told_beside(clause: &Clause<'_>, range: &Range<usize>, main: Option<Period>, setting: &Setting) -> Option<Told> {
    let words = &clause.tokens[range.clone()];
    let terms = CASELOAD.terms.find(words);
    if terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Guideline | CaseloadTag::Issuer(_))) {
        return None;
    }
    let staff = words.iter().any(|t| CASELOAD.lists.posts.has(t)) && !words.iter().any(|t| t.is_any(&["pr", "per"]));
    let mention = clause.periods.iter().find(|mention| range.contains(&mention.start));
    let when = mention.and_then(|mention| match mention.named {
        Named::YearBefore | Named::LastYear => main.map(|main| Period::year(main.last_year() - 1)),
        _ => period(mention, clause, setting).map(|when| Period::year(when.last_year())),
    });
    // "I parentes er tallet fra 1. februar 2020"
    let day = || words.iter().filter(|t| t.kind == Kind::Date).find_map(|t| day_month_year(&t.lower)?.2);
    let when = when.or_else(|| day().map(Period::year));
    let named = clause.places.iter().find(|hit| range.contains(&hit.start)).map(|hit| hit.tag.clone());
    let nation = clause.terms.iter().any(|hit| hit.tag == Tag::Nation && range.contains(&hit.start));
    let place = named.or(nation.then_some(Place::NATION));
    let settled = staff || when.is_some() || place.is_some();
    let measure = if staff { Measure::Fte } else { Measure::CasesPerFte };
    settled.then(|| Told { place: place.or(setting.own.clone()), period: when.or(main), measure })
}

/// "Modtagelsen 22": where the number stands that is all behind a name with a capital.
fn bare_label(clause: &Clause<'_>) -> Option<usize> {
    let tokens = &clause.tokens;
    let lists = &CASELOAD.lists;
    let other = |t: &Token<'_>| lists.no_label.has(t) || lists.other_measures.has(t) || WORDS.lists.naming.has(t);
    let part = |t: &Token<'_>| t.word().is_some() && !other(t) && !CASELOAD.staff.has(t);
    let first =
        tokens.iter().position(|t| t.word().is_some()).filter(|&first| first <= 1 && clause.has_capital(first))?;
    let at =
        tokens.iter().position(|t| t.number().is_some()).filter(|&at| at > first && tokens[at].year().is_none())?;
    let named = tokens[first..at].iter().all(part)
        && !clause.is_of_period(at)
        && clause.places.iter().all(|hit| hit.start == first && hit.end == at);
    let ends = at + 1 == tokens.len() || tokens[at + 1].is("sager") && at + 2 == tokens.len();
    (named && ends).then_some(at)
}

/// The figures of a line of such a list; `None` where it is none.
#[must_use]
pub(super) fn listed(
    document: &Document,
    clause: &Clause<'_>,
    said: &Announced,
    setting: &Setting,
) -> Option<Vec<Figure>> {
    let tokens = &clause.tokens;
    if said.apart && tokens.len() <= 15 {
        return Some(Vec::new());
    }
    let colon = tokens.iter().rposition(|t| t.is_symbol(':')).filter(|&colon| {
        // "51 (2014: 57)"
        !tokens[..colon].iter().any(|t| t.is_symbol('('))
    });
    let colon = colon.or_else(|| tokens.iter().position(|t| t.is_symbol(':')));
    let colon = match colon {
        Some(colon) => colon,
        None => bare_label(clause)?,
    };
    // "ca. 62 sager"
    let hedged = |at: usize| tokens[at].is_symbol('.') || WORDS.hedges.at(tokens, at).is_some();
    let from = colon + usize::from(tokens[colon].is_symbol(':'));
    let at = (from..tokens.len()).find(|&at| !hedged(at))?;
    let value = tokens[at].number()?;
    // "- 0-5 år: 27", but not the number of "1. Sygedagpenge: 27"
    let numbered = |at: usize| tokens.get(at + 1).is_some_and(|t| t.is_symbol('.') || t.is_symbol(')'));
    let opens = |at: &usize| tokens[*at].word().is_some() || tokens[*at].number().is_some() && !numbered(*at);
    let first = (0..colon).find(opens)?;
    let label = document.one_line(tokens[first].span.cover(tokens[colon - 1].span));
    let open = at + 1 + tokens[at + 1..].iter().take_while(|t| is_unit(t)).count();
    let beside = parenthesis(clause, open, setting);
    // What a parenthesis says that cannot be read does not change the value before it: "47 (inkl. jobafklaring)".
    let opened = tokens.get(open).is_some_and(|t| t.is_symbol('('));
    let end = if opened { open + 1 + tokens[open..].iter().position(|t| t.is_symbol(')'))? } else { open };
    let closed = tokens[end..].iter().all(|t| [',', ';', '.'].iter().any(|sign| t.is_symbol(*sign)));
    let line = Line { headings: vec![Heading { text: label.clone(), spans: Vec::new() }] };
    let Meaning { place, time, measure, total, group, beside: apart, .. } = meaning(&line, setting.own.as_ref());
    let aimed = |t: &Token<'_>| {
        CASELOAD.lists.aimed.has(t) || WORDS.lists.aims.has(t) || CASELOAD.lists.advice.has(t) || t.is("loft")
    };
    // "DS anbefaler: 24 sager pr. årsværk", "Scenarie 2: 30": of no place.
    let whose = |hit: &Hit<CaseloadTag>| matches!(hit.tag, CaseloadTag::Issuer(_)) && hit.end <= colon;
    if clause.caseload_terms().iter().any(whose) || CASELOAD.lists.proposals.has(&tokens[first]) {
        return Some(Vec::new());
    }
    let past = |t: &Token<'_>| CASELOAD.lists.past.has(t) || t.is("efter");
    let strange = tokens[..colon].iter().any(|t| CASELOAD.lists.no_label.has(t) || aimed(t)) || past(&tokens[first]);
    let strange = strange || tokens[first].is("antal");
    if !closed
        || apart
        || (strange && measure.is_none())
        || label.split_whitespace().count() > 7
        || !(0.0..1000.0).contains(&value.0)
    {
        return None;
    }
    // "2021: 34", "Randers: 55": of the group that the line above names.
    let all = measure.is_some() || total;
    let scope =
        group.filter(|_| !all).or_else(|| said.group.clone().filter(|_| !all)).unwrap_or_else(|| "Alle".to_owned());
    let mut told = Told {
        place: place.or_else(|| said.place.clone()).or_else(|| setting.own.clone()),
        period: time.period(said.period.or(setting.period()), setting.meeting),
        measure: measure.unwrap_or(Measure::CasesPerFte),
    };
    let mut out = Vec::new();
    if let Some(beside) = beside {
        let staff = beside.measure.is_some();
        let other = match (beside.at, beside.period) {
            // "47 (2019)": when the value before is from.
            (None, Some(period)) => {
                told.period = Some(period);
                None
            }
            (Some(at), Some(period)) => Some((at, Told { period: Some(period), ..told.clone() })),
            (Some(at), None) if staff => Some((at, Told { measure: Measure::Fte, ..told.clone() })),
            (Some(at), None) => said.beside.clone().map(|told| (at, told)),
            (None, None) => None,
        };
        out.extend(other.map(|(at, told)| told.figure(clause, at, scope.clone())));
    }
    out.insert(0, told.figure(clause, at, scope.clone()));
    if opened {
        out.extend(in_parenthesis(clause, open, &scope, setting));
    }
    Some(out)
}
