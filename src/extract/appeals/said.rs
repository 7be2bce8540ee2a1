//! What was said before in the chapter: "de to hjemviste sager" are those counted before, and outcomes that make up a
//! total stated for a part of the law are of that part.

use super::label::rate_of;
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::model::figure::{Doubt, Figure, Measure, Place};
use crate::model::period::Period;
use std::collections::BTreeMap;

/// Does the sentence give parts of what the one before counted: "Heraf er 12 hjemvist", "Af disse blev ..."?
pub(super) fn gives_parts(clause: &Clause<'_>) -> bool {
    let [first, second, ..] = &clause.tokens[..] else { return false };
    first.is_any(&["heraf", "deraf", "hvoraf"]) || (first.is("af") && second.is_any(&["disse", "dem"]))
}

/// "Af de 15 afgørelser er 8 stadfæstet", in a paragraph of its own: of the time and the part of the law of which 15 were
/// counted before, where they were counted once.
pub(super) fn whole_said(clause: &Clause<'_>, scopes: &[Hit<String>], setting: &mut Setting) {
    let unsaid = scopes.is_empty() && clause.periods.is_empty() && clause.places.is_empty();
    if !unsaid || setting.thread.scope.is_some() || setting.thread.period.is_some() {
        return;
    }
    let named = |at: usize| {
        let before = |back: usize| at.checked_sub(back).map(|before| &clause.tokens[before]);
        before(1).is_some_and(|t| t.is_any(&["de", "disse"])) && before(2).is_some_and(|t| t.is("af"))
    };
    let Some(whole) = clause.values.iter().find(|value| named(value.start)) else { return };
    let total =
        |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered | Measure::Received) && f.is_certain();
    let same = |f: &&Figure| (f.value - whole.value).abs() < 1e-6 && f.place == setting.own;
    let mut known: Vec<(Option<Period>, &str)> =
        lately(setting).filter(total).filter(same).map(|f| (f.period, f.scope.as_str())).collect();
    known.sort_unstable();
    known.dedup();
    if let [(period, scope)] = known[..] {
        let scope = scope.to_owned();
        setting.thread.period = period;
        setting.thread.scope = Some(scope).filter(|scope| *scope != setting.scope());
    }
}

/// "De to hjemviste sager er begge behandlet": the two of which place, period and scope were stated before.
pub(super) fn take_up(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    take_up_total(clause, setting, figures);
    for figure in figures.iter_mut().filter(|f| is_outcome(&f.measure)) {
        if !is_taken_up(clause, figure) {
            continue;
        }
        let same = |said: &&Figure| said.measure == figure.measure && (said.value - figure.value).abs() < 1e-6;
        let mut known: Vec<&Figure> = lately(setting).filter(same).collect();
        known.dedup_by(|a, b| key(a) == key(b));
        if known.iter().any(|said| key(said) == key(figure)) {
            continue;
        }
        let near: Vec<&&Figure> = known.iter().filter(|said| said.scope == figure.scope).collect();
        let found = match (&near[..], &known[..]) {
            ([one], _) => Some(**one),
            ([], [one]) => Some(*one),
            ([], []) => continue,
            _ => None,
        };
        match found.cloned() {
            Some(said) => {
                figure.place = said.place;
                figure.period = said.period;
                figure.scope = said.scope;
            }
            None => figure.doubts.push(Doubt::Scope),
        }
    }
}

/// "8 af de 14 afgjorte sager er stadfæstet, og 5 er omgjort", where 14 are the total of one paragraph of the law and
/// another number that of the part that the text speaks of: the sentence is of that paragraph.
fn take_up_total(clause: &Clause<'_>, setting: &Setting, figures: &mut [Figure]) {
    let is_total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
    let Some(total) = figures.iter().find(|f| is_total(f) && follows(clause, f, &["de", "disse"])).cloned() else {
        return;
    };
    let of_all =
        |said: &&Figure| is_total(said) && (said.place.as_ref(), said.period) == (total.place.as_ref(), total.period);
    let same = |said: &Figure| (said.value - total.value).abs() < 1e-6;
    let own = lately(setting).filter(of_all).find(|said| said.scope == total.scope);
    let mut others = lately(setting).filter(of_all).filter(|said| same(said) && said.scope != total.scope);
    let Some(found) = others.next().filter(|_| own.is_some_and(|own| !same(own))) else { return };
    if others.any(|other| other.scope != found.scope) {
        return;
    }
    for figure in figures.iter_mut().filter(|f| f.scope == total.scope && f.place == total.place) {
        figure.scope.clone_from(&found.scope);
    }
}

/// Does one of the words stand before the figure's number?
fn follows(clause: &Clause<'_>, figure: &Figure, words: &[&str]) -> bool {
    let Some(value) = figure.source().map(|source| source.value) else { return false };
    let at = clause.tokens.iter().position(|t| t.span == value);
    at.and_then(|at| at.checked_sub(1)).is_some_and(|before| clause.tokens[before].is_any(words))
}

fn key(figure: &Figure) -> (Option<&Place>, Option<Period>, &str) {
    (figure.place.as_ref(), figure.period, &figure.scope)
}

/// Does "de" or "disse" stand before the number, and its outcome right behind?
fn is_taken_up(clause: &Clause<'_>, figure: &Figure) -> bool {
    let Some(value) = figure.source().map(|source| source.value) else { return false };
    let Some(at) = clause.tokens.iter().position(|t| t.span == value) else { return false };
    let before = |back: usize| at.checked_sub(back).map(|before| &clause.tokens[before]);
    let behind = clause.terms.iter().any(|hit| hit.start == at + 1 && matches!(hit.tag, Tag::Outcome(_)));
    // "Af de 11 hjemviste sager er otte behandlet": all of them, where the sentence opens with them.
    let opening = if clause.tokens[0].is("ud") { 3 } else { 2 };
    let parted = before(2).is_some_and(|t| t.is("af")) && at > opening;
    behind && before(1).is_some_and(|t| t.is_any(&["de", "disse"])) && !parted
}

/// "I 2020 blev 14 sager stadfæstet, 1 ændret, 5 hjemvist og 2 afvist", where 22 cases were stated of serviceloven in 2020: the
/// outcomes make up what was stated of serviceloven, and nothing was stated of all areas.
pub(super) fn part_of(setting: &mut Setting, figures: &mut [Figure]) {
    if setting.scope() != ALL || figures.iter().any(|f| f.scope != ALL) {
        return;
    }
    let mut parts: BTreeMap<(Option<Place>, Option<Period>), Vec<&Figure>> = BTreeMap::new();
    for figure in figures.iter().filter(|f| rate_of(&f.measure).as_ref() != Some(&f.measure)) {
        parts.entry((figure.place.clone(), figure.period)).or_default().push(figure);
    }
    let wholes: Option<Vec<&str>> = parts.iter().map(|(of, parts)| whole(setting, of, parts)).collect();
    let Some(wholes) = wholes.filter(|wholes| !wholes.is_empty()) else { return };
    if wholes.iter().any(|scope| *scope != wholes[0]) {
        return;
    }
    let scope = wholes[0].to_owned();
    for figure in figures {
        figure.scope.clone_from(&scope);
    }
    setting.thread.scope = Some(scope.clone());
    setting.heading_scope = Some(scope);
}

/// The scope whose stated total the outcomes make up, where one does.
fn whole<'s>(setting: &'s Setting, of: &(Option<Place>, Option<Period>), parts: &[&Figure]) -> Option<&'s str> {
    if parts.len() < 2 || parts.iter().any(|f| !is_outcome(&f.measure) || f.measure == Measure::Reversed) {
        return None;
    }
    let sum: f64 = parts.iter().map(|f| f.value).sum();
    let totals = || {
        let same = |f: &&Figure| (f.place.as_ref(), f.period) == (of.0.as_ref(), of.1);
        let total = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
        lately(setting).filter(same).filter(total)
    };
    let fits = |f: &&Figure| f.scope != ALL && (f.value - sum).abs() < 1e-6;
    let found = totals().find(fits)?;
    let other = totals().any(|f| f.scope == ALL || (fits(&f) && f.scope != found.scope));
    (sum >= 5.0 && !other).then_some(found.scope.as_str())
}

/// What was stated last; a chapter may be as long as a book.
fn lately(setting: &Setting) -> impl Iterator<Item = &Figure> {
    setting.said.iter().rev().take(300)
}

fn is_outcome(measure: &Measure) -> bool {
    matches!(measure, Measure::Upheld | Measure::Changed | Measure::Remanded | Measure::Dismissed | Measure::Reversed)
}
