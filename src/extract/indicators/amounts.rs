//! Numbers in a sentence with their units: money, shares, times, ranks aside; and what they count.

use super::amount::{Amount, Form, Noun};
use super::form;
use super::marks::Marks;
use super::rank;
use crate::data::indicators::Shape;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::extract::quantity::{Unit as Percentage, percent};
use crate::model::figure::Unit;
use crate::text::number_word;
use crate::text::token::{Kind, Token};

/// May a sentence hold an amount or a rank? Most hold neither a number nor a word that may be one, or years only.
pub(super) fn may_count(clause: &Clause<'_>) -> bool {
    let before = |at: usize, words: &[&str]| at > 0 && clause.tokens[at - 1].is_any(words);
    clause.tokens.iter().enumerate().any(|(at, token)| match (token.number(), token.word()) {
        (Some((value, _)), _) => value <= rank::LAST || !clause.is_of_period(at),
        (None, Some("en" | "et")) => before(at, &SINGLE),
        (None, Some(word)) => word == "enkelt" || number_word::value(word).is_some(),
        (None, None) => false,
    })
}

/// The amounts of a sentence, in order.
#[must_use]
pub(super) fn amounts(text: &str, clause: &Clause<'_>, marks: &Marks) -> Vec<Amount> {
    let tokens = &clause.tokens;
    let taken = |at: usize| clause.is_of_section(at) || clause.is_of_period(at);
    let mut out: Vec<Amount> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let found = if taken(at) { None } else { amount(tokens, marks, at) };
        match found {
            Some(mut amount) => {
                form::look_around(text, tokens, &mut amount);
                at = amount.end.max(at + 1);
                out.push(amount);
            }
            None => at += 1,
        }
    }
    form::share_units(tokens, &mut out);
    form::split_changes(tokens, &mut out);
    form::mark_ends(tokens, &mut out);
    out
}

/// The number at a token, with its unit.
fn amount(tokens: &[Token<'_>], marks: &Marks, at: usize) -> Option<Amount> {
    let token = &tokens[at];
    let word = token.word();
    let (value, decimals) = match (token.number(), word) {
        (Some(number), _) => number,
        (None, Some(word)) => (word_value(tokens, marks, at, word)?, 0),
        _ => return None,
    };
    if !value.is_finite() || value > 1e13 || is_name(tokens, at) {
        return None;
    }
    let (shape, unit, scale, end) = unit(tokens, at)?;
    let mut number_end = at + 1;
    if scale != 1.0 {
        // "15,5 mio." is the number.
        let dot = tokens.get(at + 2).is_some_and(|t| t.is_symbol('.') && t.span.start == tokens[at + 1].span.end);
        number_end = at + 2 + usize::from(dot);
    }
    let noun = if shape == Shape::Count { noun(tokens, marks, end) } else { Noun::None };
    // A year that stands alone, and numbers in words without anything that they count, are no figures.
    let alone = shape == Shape::Count && !matches!(noun, Noun::Known(_));
    if alone && (token.year().is_some() || word.is_some() && whole(tokens, end).is_none()) {
        return None;
    }
    let shape = if shape == Shape::Count && decimals > 0 { Shape::Score } else { shape };
    let span = token.span.cover(tokens[number_end.min(tokens.len()) - 1].span);
    let of = whole(tokens, end);
    let (noun, end) = match (of, noun) {
        (Some((_, at)), _) => (noun_of_whole(tokens, marks, at), at + 1),
        (None, noun) => (noun, end),
    };
    let value = value * scale;
    Some(Amount {
        start: at,
        end,
        span,
        value,
        decimals,
        shape,
        unit,
        noun,
        form: Form::Plain,
        way: None,
        hedge: None,
        of,
    })
}

/// "2 ud af 3", "2 af de 3": the 3, and its token.
fn whole(tokens: &[Token<'_>], end: usize) -> Option<(f64, usize)> {
    let (first, second) = (tokens.get(end)?, tokens.get(end + 1)?);
    let out = first.is("ud") && second.is("af");
    let of = first.is("af") && second.is_any(&["de", "disse"]);
    if !(out || of) {
        return None;
    }
    let next = end + 2 + usize::from(out && tokens.get(end + 2).is_some_and(|t| t.is_any(&["de", "disse"])));
    let token = tokens.get(next)?;
    let digits = token.number().map(|(value, _)| value);
    let value = digits.or_else(|| token.word().and_then(number_word::value).map(f64::from))?;
    Some((value, next))
}

/// The noun behind the whole: "ud af de 10 mål".
fn noun_of_whole(tokens: &[Token<'_>], marks: &Marks, at: usize) -> Noun {
    let next = (at + 1..tokens.len().min(at + 3)).find(|at| marks.noun_at(*at).is_some());
    next.map_or(Noun::Other, Noun::Known)
}

/// Before "en" and "et" where they count.
const SINGLE: [&str; 2] = ["kun", "blot"];

/// A number in words, where something that is counted follows; "en" only as "kun en borger", "en enkelt sag".
fn word_value(tokens: &[Token<'_>], marks: &Marks, at: usize, word: &str) -> Option<f64> {
    let before = |words: &[&str]| at > 0 && tokens[at - 1].is_any(words);
    if number_word::is_one_or_article(word) {
        let counted = |at: usize| matches!(noun(tokens, marks, at), Noun::Known(_));
        return (before(&SINGLE) && counted(at + 1)).then_some(1.0);
    }
    if word == "enkelt" {
        return (before(&["en", "et"]) && matches!(noun(tokens, marks, at + 1), Noun::Known(_))).then_some(1.0);
    }
    number_word::value(word).map(f64::from)
}

/// "nr. 83", "bilag 2", "§ 5", "1. at", "18-årig": a number that names or orders.
fn is_name(tokens: &[Token<'_>], at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).and_then(|i| tokens.get(i));
    let naming = |t: Option<&Token<'_>>| t.is_some_and(|t| WORDS.lists.naming.has(t) && !t.is("kr") && !t.is("kl"));
    let named = naming(back(1)) || (back(1).is_some_and(|t| t.is_symbol('.')) && naming(back(2)));
    let clock = back(1).is_some_and(|t| t.is("kl"))
        || (back(1).is_some_and(|t| t.is_symbol('.')) && back(2).is_some_and(|t| t.is("kl")));
    let next = tokens.get(at + 1);
    let touching = |t: &Token<'_>| t.span.start == tokens[at].span.end;
    let digits = tokens[at].number().is_some();
    // "1. at ...", "14. plads", "28. september".
    let ordinal = digits
        && next.is_some_and(|t| t.is_symbol('.') && touching(t))
        && (at == 0 || tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Word));
    let compound = next.is_some_and(|t| t.is_symbol('-') && touching(t))
        && tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Word && next.is_some_and(|n| n.span.end == t.span.start));
    let mark = back(1).is_some_and(|t| t.is_symbol('[')) && next.is_some_and(|t| t.is_symbol(']'));
    let listed = at == 0 && next.is_some_and(|t| t.is_symbol(')') || t.is_symbol('.'));
    // "bedrageriBilag 2: Notat"
    let titled = digits && next.is_some_and(|t| t.is_symbol(':'));
    let fraction = titled || next.is_some_and(|t| t.is_symbol('/')) || back(1).is_some_and(|t| t.is_symbol('/'));
    named || clock || ordinal || compound || mark || listed || fraction
}

/// The unit behind a number (or "kr." before it), its scale, and the token behind it.
fn unit(tokens: &[Token<'_>], at: usize) -> Option<(Shape, Unit, f64, usize)> {
    match percent(tokens, at + 1) {
        Some(Percentage::Percent(end)) => return Some((Shape::Percent, Unit::Percent, 1.0, end)),
        Some(Percentage::Points) => {
            let end =
                (at + 1..tokens.len().min(at + 5)).find(|i| tokens[*i].word().is_some_and(|w| w.contains("point")));
            return Some((Shape::Points, Unit::Other("percentage points".into()), 1.0, end.map_or(at + 2, |i| i + 1)));
        }
        None => {}
    }
    let dot = |i: usize| usize::from(tokens.get(i).is_some_and(|t| t.is_symbol('.')));
    let word = |i: usize| tokens.get(i).and_then(Token::word).unwrap_or_default();
    let mut next = at + 1;
    let scale = match word(next) {
        "mio" | "million" | "millioner" => 1e6,
        "mia" | "milliard" | "milliarder" => 1e9,
        "tkr" => 1e3,
        "t" if word(next + 1 + dot(next + 1)) == "kr" => 1e3,
        "tusind" | "tusinde" => 1e3,
        _ => 1.0,
    };
    if scale != 1.0 {
        let own_kroner = word(next) == "tkr";
        next += 1 + dot(next + 1);
        if own_kroner {
            return Some((Shape::Money, Unit::Dkk, scale, next));
        }
    }
    if matches!(word(next), "kr" | "kroner" | "dkk") {
        return Some((Shape::Money, Unit::Dkk, scale, next + 1 + dot(next + 1)));
    }
    let kroner =
        |back: usize| at.checked_sub(back).and_then(|i| tokens.get(i)).is_some_and(|t| t.is_any(&["kr", "dkk"]));
    // "kr. 75.000": the word before belongs to this number where none before it took it.
    let dotted = at.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| t.is_symbol('.'));
    let before = if dotted { 2 } else { 1 };
    if kroner(before) && at.checked_sub(before + 1).and_then(|i| tokens.get(i)).is_none_or(|t| t.number().is_none()) {
        return Some((Shape::Money, Unit::Dkk, scale, next));
    }
    if scale != 1.0 {
        // "3 millioner borgere"
        return Some((Shape::Count, Unit::Count, scale, next));
    }
    let named = |key: &'static str| Unit::Other(key.into());
    let (shape, unit) = match word(next) {
        "uge" | "uger" | "ugers" => (Shape::Time, Unit::Weeks),
        "måned" | "måneder" | "måneders" | "mdr" => (Shape::Time, named("months")),
        "år" | "års" => (Shape::Time, named("years")),
        "dag" | "dage" | "dages" => (Shape::Time, named("days")),
        "årsværk" | "fuldtidsstilling" | "fuldtidsstillinger" | "fuldtidsårsværk" => (Shape::Fte, Unit::Fte),
        _ => return Some((Shape::Count, Unit::Count, 1.0, next)),
    };
    Some((shape, unit, 1.0, next + 1))
}

/// Adjectives and participles between a number and its noun end so.
const ATTRIBUTES: [&str; 15] =
    ["ede", "rte", "lte", "gne", "ige", "nye", "ske", "ale", "ive", "ende", "ære", "små", "store", "elle", "delte"];

/// What the number counts, from the word behind it on.
fn noun(tokens: &[Token<'_>], marks: &Marks, end: usize) -> Noun {
    let attribute = |word: &str| ATTRIBUTES.iter().any(|ending| word.ends_with(ending));
    for at in end..end + 7 {
        let joint = at > end && tokens.get(at).is_some_and(|t| t.is_symbol('/') || t.is_any(&["og", "eller"]));
        if joint {
            continue;
        }
        let Some(word) = tokens.get(at).and_then(Token::word) else {
            return if at == end { Noun::None } else { Noun::Other };
        };
        if marks.noun_at(at).is_some() {
            return Noun::Known(at);
        }
        if at == end && tokens[at].is("af") {
            let next = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|t| t.is_any(&["de", "disse", "vores"])));
            return if marks.noun_at(next).is_some() { Noun::Known(next) } else { Noun::Other };
        }
        if at == end && (WORDS.lists.may_follow.has(&tokens[at]) || form::is_comparison(word)) {
            return Noun::None;
        }
        let broken = tokens.get(at + 1).is_some_and(|t| t.is_symbol('-'));
        if broken || !(attribute(word) || form::is_comparison(word)) {
            return Noun::Other;
        }
    }
    Noun::Other
}
