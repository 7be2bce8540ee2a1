//! What stands around a number: its unit, its hedge, the other end of a range.

use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::Hedge;
use crate::text::token::Token;

pub(super) enum Unit {
    /// With the end of the unit among the tokens.
    Percent(usize),
    Points,
}

/// The unit behind a number: `%`, `pct.`, `procent`; `procentpoint` is a difference.
pub(super) fn percent(tokens: &[Token<'_>], at: usize) -> Option<Unit> {
    let token = tokens.get(at)?;
    if token.is_symbol('%') {
        let point = tokens.get(at + 1).is_some_and(|t| t.is_symbol('-'))
            && tokens.get(at + 2).is_some_and(|t| t.word().is_some_and(|w| w.starts_with("point")));
        return Some(if point { Unit::Points } else { Unit::Percent(at + 1) });
    }
    let word = token.word()?;
    if word.starts_with("procentpoint") || word.starts_with("pct-point") || word.starts_with("procent-point") {
        return Some(Unit::Points);
    }
    let unit = matches!(word, "pct" | "procent" | "procents" | "procenter" | "prct");
    unit.then(|| {
        let dotted =
            tokens.get(at + 1).is_some_and(|t| t.is_symbol('.') && t.span.start == token.span.end) && word == "pct";
        if tokens.get(at + 1 + usize::from(dotted)).is_some_and(|t| t.word().is_some_and(|w| w.starts_with("point")))
            || (dotted && tokens.get(at + 2).is_some_and(|t| t.is_symbol('-')))
        {
            return Unit::Points;
        }
        Unit::Percent(at + 1 + usize::from(dotted))
    })
}

/// `8-9 %`, `35-55`, `mellem 40 og 55`, `25 - 30`, `40 eller derunder`: no single value. A dash that touches no number is punctuation.
pub(super) fn is_range(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let number = |index: Option<usize>| index.and_then(|i| tokens.get(i)).is_some_and(|t| t.number().is_some());
    let dash = |index: Option<usize>| index.and_then(|i| tokens.get(i)).is_some_and(|t| t.is_symbol('-'));
    let between = at >= 1 && tokens[at - 1].is("mellem") && tokens.get(end).is_some_and(|t| t.is("og"));
    let second = at >= 3 && tokens[at - 1].is("og") && tokens[..at - 1].iter().rev().take(3).any(|t| t.is("mellem"));
    let after = dash(Some(end)) && number(Some(end + 1)) && tokens.get(end + 1).is_some_and(|t| t.year().is_none());
    let before = dash(at.checked_sub(1)) && number(at.checked_sub(2));
    after || before || between || second || is_open(tokens, end)
}

/// "40 eller derunder", "30 sager eller flere": one end of a range.
fn is_open(tokens: &[Token<'_>], end: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    let noun = usize::from(tokens.get(end).is_some_and(|t| WORDS.case_nouns.has(t)));
    let open = ["derunder", "derover", "lavere", "højere", "mere", "flere", "mindre", "færre", "nedefter", "opefter"];
    let at = end + noun;
    // "40 eller mere end i 2020", "12 og flere af dem": of something else.
    is(at, &["eller", "og"])
        && is(at + 1, &open)
        && !is(at + 2, &["end", "af"])
        && (is(at, &["eller"]) || is(at + 1, &open[..2]))
}

/// "16, 11 og 73 procent": the unit of the last holds for all of a plain list.
pub(super) fn share_units(tokens: &[Token<'_>], values: &mut [Value]) {
    for at in (1..values.len()).rev() {
        let plain = tokens[values[at - 1].end..values[at].start].iter().all(|t| {
            t.is_symbol(',') || t.is_symbol('/') || t.is_any(&["og", "samt", "til", "henholdsvis", "vs", "mod"])
        });
        if plain
            && values[at].kind == ValueKind::Percent
            && values[at - 1].kind == ValueKind::Bare
            && values[at - 1].value <= 100.0
        {
            values[at - 1].kind = ValueKind::Percent;
        }
        // "henholdsvis 19 og 7 realitetsbehandlede sager": the noun behind the last is that of all.
        let listed = || tokens[..values[at - 1].start].iter().rev().take(12).any(|t| t.is("henholdsvis"));
        let counts = values[at].kind == ValueKind::Count && values[at - 1].kind == ValueKind::Bare;
        if plain && counts && values[at - 1].decimals == 0 && listed() {
            values[at - 1].kind = ValueKind::Count;
        }
    }
}

/// Takes the hedge that stands directly before a value.
pub(super) fn hedge(text: &str, tokens: &[Token<'_>], values: &mut [Value]) {
    for value in values {
        let found = (1..=4).filter_map(|back| value.start.checked_sub(back)).rev().find_map(|start| {
            let hit = WORDS.hedges.at(tokens, start)?;
            let dots = tokens[hit.end.min(value.start)..value.start].iter().all(|t| t.is_symbol('.'));
            (hit.end <= value.start && dots).then_some(hit)
        });
        if let Some(Hit { start, end, tag: Tag::Hedge(kind) }) = found {
            let last = if tokens.get(end).is_some_and(|t| t.is_symbol('.')) { end } else { end - 1 };
            let span = tokens[start].span.cover(tokens[last].span);
            let word = text.get(span.range()).unwrap_or_default().to_lowercase();
            value.hedge = Some(Hedge { word, kind });
        }
    }
}

/// "faldet fra 29 procent i 2014 over 25 procent i 2015 til 17": is the number behind "over" on the way from one to another?
#[must_use]
pub fn is_passed(tokens: &[Token<'_>], over: usize) -> bool {
    let number = |at: usize| tokens.get(at).is_some_and(|t| t.number().is_some());
    let sets_out = || (over.saturating_sub(14)..over).any(|at| tokens[at].is("fra") && number(at + 1));
    let arrives = || (over + 2..tokens.len().min(over + 15)).any(|at| tokens[at].is("til") && number(at + 1));
    tokens[over].is_any(&["over", "via"]) && number(over + 1) && sets_out() && arrives()
}
