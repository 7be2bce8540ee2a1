//! What a figure is about in the small: a group of people, a goal, the item's title, the words behind the number.

use super::family::Words;
use super::setting::Setting;
use crate::data::indicators::{Measure, ScopeFrom};
use crate::extract::clause::Clause;
use crate::model::source::{Document, Span};
use crate::text::capital::capital;

/// The scope where nothing else is said.
pub(super) const ALL: &str = "Alle";

/// The longest title that is a scope whole, in characters.
const LONGEST: usize = 90;

/// The scope of an amount of this measure.
#[must_use]
pub(super) fn scope(
    document: &Document,
    clause: &Clause<'_>,
    words: &Words<'_>,
    index: usize,
    measure: &Measure,
) -> String {
    let setting = words.setting;
    let goal = setting.goal.as_ref().map(|goal| goal.label.clone());
    let group = || words.group(index).map(str::to_owned);
    match measure.scope {
        // A group that was only spoken of before is borrowed where the measure needs one.
        ScopeFrom::Group if measure.group || goal.is_some() || !words.marks.groups().is_empty() => {
            joined(goal, group())
        }
        ScopeFrom::Group => ALL.to_owned(),
        ScopeFrom::Goal => joined(goal, group().filter(|_| measure.names.key == "share")),
        ScopeFrom::Title => title(setting),
        ScopeFrom::Tail => tail(document, clause, words, index).unwrap_or_else(|| title(setting)),
    }
}

/// "Ministermål 4 · Aktivitetsparate".
pub(super) fn joined(outer: Option<String>, inner: Option<String>) -> String {
    match (outer, inner) {
        (Some(outer), Some(inner)) => format!("{outer} · {inner}"),
        (one, other) => one.or(other).unwrap_or_else(|| ALL.to_owned()),
    }
}

/// The agenda item's title, cut at a word where it is long.
fn title(setting: &Setting) -> String {
    let Some(title) = setting.title.as_deref().filter(|title| !title.is_empty()) else { return ALL.to_owned() };
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut = title.char_indices().take(LONGEST).filter(|(_, c)| *c == ' ').last().map_or(0, |(at, _)| at);
    format!("{} …", title.get(..cut).unwrap_or(title).trim_end_matches([',', ' ']))
}

/// The words that say what is counted: "over 50 år", "sociale forhold"; for a score those before its verb.
fn tail(document: &Document, clause: &Clause<'_>, words: &Words<'_>, index: usize) -> Option<String> {
    let amount = &words.amounts[index];
    let segment = words.segments.get(index)?.tokens.clone();
    let tokens = &clause.tokens;
    let lead = ["grundet", "baggrund", "grund", "årsag"];
    let said =
        (amount.end..tokens.len()).take_while(|at| !tokens[*at].is_symbol(',')).find(|at| tokens[*at].is_any(&lead));
    let limits = ["over", "under", "mellem"];
    if let Some(at) = said.filter(|at| words.segments.get(index + 1).is_none_or(|next| *at < next.tokens.end)) {
        let start = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|t| t.is("af")));
        let stop = (start..tokens.len()).find(|i| {
            tokens[*i].is_symbol(',')
                || tokens[*i].is_symbol('.')
                || tokens[*i].is("og")
                || tokens[*i].number().is_some()
        });
        return text(document, clause, start, stop.unwrap_or(tokens.len()));
    }
    let age = (amount.end..tokens.len().min(amount.end + 8)).find(|at| tokens[*at].is_any(&limits));
    if let Some(at) = age {
        let stop = (at..tokens.len()).find(|i| tokens[*i].is_any(&["år"])).map(|i| i + 1)?;
        return text(document, clause, at, stop);
    }
    // "borgernes oplevelse af selvbestemmelse er øget fra": the word before the verb.
    let verb = |at: &usize| tokens[*at].is_any(&["er", "ligger", "var", "lå", "blev", "steg", "faldt"]);
    let start = segment.start.min(amount.start);
    let verb = (start..amount.start).find(verb).or_else(|| (0..amount.start).rev().find(verb))?;
    let noun = verb.checked_sub(1).filter(|at| tokens[*at].word().is_some())?;
    let word = text(document, clause, noun, noun + 1)?;
    Some(capital(&word))
}

fn text(document: &Document, clause: &Clause<'_>, start: usize, stop: usize) -> Option<String> {
    let (first, last) = (clause.tokens.get(start)?, clause.tokens.get(stop.checked_sub(1)?)?);
    (first.span.start <= last.span.start)
        .then(|| document.one_line(Span { start: first.span.start, end: last.span.end }))
}
