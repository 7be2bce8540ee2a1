//! The quantities of a sentence: each number with its unit, its hedge, and what it counts.

use crate::model::source::Span;
use crate::stats::rounding::{Near, Printed};
use crate::text::number_word;
use crate::text::token::Token;

/// What a number measures, by the word after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Percent,
    /// Percentage points.
    Points,
    /// Danish kroner; "mio." and "mia." are multiplied out.
    Kroner,
    /// A length of time or an age.
    Time,
    /// A calendar year.
    Year,
    /// Anything counted.
    Count,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quantity {
    pub printed: Printed,
    pub unit: Unit,
    /// What one printed step is multiplied by: 1,000,000 for "mio. kr.".
    pub scale: f64,
    /// First and last token: of the number itself, and of its unit.
    pub token: usize,
    pub end: usize,
    pub span: Span,
    /// The number with hedge and unit, as printed.
    pub whole: Span,
    /// "under", "over", "mindst" stand before it: a bound, not a value.
    pub bound: bool,
}

impl Quantity {
    pub fn value(&self) -> f64 {
        self.printed.value * self.scale
    }

    /// The whole number that it counts.
    pub fn count(&self) -> Option<u32> {
        let value = self.printed.value;
        let whole = self.unit == Unit::Count && self.printed.decimals == 0 && (0.0..=4e9).contains(&value);
        whole.then_some(value as u32)
    }
}

/// The quantities in the tokens of one sentence, from left to right. Numbers of paragraphs (§), cases and ordinals
/// ("1. kvartal") are none.
pub(super) fn quantities(tokens: &[Token<'_>]) -> Vec<Quantity> {
    let mut out = Vec::new();
    let mut in_law = false;
    for (at, token) in tokens.iter().enumerate() {
        let number = token.number().or_else(|| Some((f64::from(number_word::value(token.word()?)?), 0)));
        let Some((value, decimals)) = number else {
            in_law =
                token.is_symbol('§') || (in_law && (token.is_symbol(',') || token.is_symbol('-') || letter(token)));
            continue;
        };
        if in_law || numbered(tokens, at) || ordinal(tokens, at) || !value.is_finite() {
            continue;
        }
        out.push(quantity(tokens, at, value, decimals));
    }
    out
}

fn letter(token: &Token<'_>) -> bool {
    token.word().is_some_and(|word| word.chars().count() == 1 || word == "og")
}

/// "nr. 83", "stk. 4", "punkt 16", "bilag 2", "tabel 1": a number that names something.
fn numbered(tokens: &[Token<'_>], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|i| tokens.get(i));
    let names = ["nr", "stk", "punkt", "bilag", "tabel", "figur", "side", "kt", "sag", "ministermål", "mål", "ad"];
    let named = |token: Option<&Token<'_>>| token.is_some_and(|t| t.is_any(&names));
    named(before(1)) || (before(1).is_some_and(|t| t.is_symbol('.')) && named(before(2)))
}

/// "1. kvartal", "14. plads": a full stop and a word in lower case follow; also "(1)" after a name.
fn ordinal(tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(dot), Some(next)) = (tokens.get(at + 1), tokens.get(at + 2)) else { return false };
    let tight = dot.is_symbol('.') && dot.span.start == tokens[at].span.end;
    tight && next.is_any(&["kvartal", "kvartaler", "halvår", "plads", "sygedag", "marts", "juli", "del", "halvdel"])
}

fn quantity(tokens: &[Token<'_>], at: usize, value: f64, decimals: u8) -> Quantity {
    let mut next = at + 1;
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    let dot = |i: usize| tokens.get(i).is_some_and(|t| t.is_symbol('.'));
    let mut scale = 1.0;
    if let Some(times) = word(next).and_then(multiplier) {
        scale = times;
        next += 1 + usize::from(dot(next + 1) && word(next + 2) == Some("kr"));
    }
    let percent_sign = tokens.get(next).is_some_and(|t| t.is_symbol('%'));
    let named_year = tokens[at].year().is_some() && word(next).is_none_or(|w| !counted(w));
    let unit = match word(next) {
        _ if percent_sign => Unit::Percent,
        Some("pct" | "procent") => Unit::Percent,
        Some("procentpoint" | "procentpoints" | "pct.point" | "pp") => Unit::Points,
        Some("kr" | "kroner") => Unit::Kroner,
        Some(w) if is_time(w) => Unit::Time,
        _ if age(tokens, at) => Unit::Time,
        _ if scale != 1.0 => {
            next -= 1;
            Unit::Kroner
        }
        _ if named_year => Unit::Year,
        _ => {
            next -= 1;
            Unit::Count
        }
    };
    let next = if unit == Unit::Year { at } else { next.clamp(at, tokens.len() - 1) };
    let near = hedge(tokens, at);
    let first = near.map_or(at, |(first, _)| first);
    Quantity {
        printed: Printed::new(value, decimals).hedged(near.map_or(Near::Plain, |(_, near)| near)),
        unit,
        scale,
        token: at,
        end: next,
        span: tokens[at].span,
        whole: tokens[first].span.cover(tokens[next].span),
        bound: bound(tokens, first),
    }
}

fn multiplier(word: &str) -> Option<f64> {
    match word {
        "mio" | "million" | "millioner" => Some(1e6),
        "mia" | "milliard" | "milliarder" => Some(1e9),
        _ => None,
    }
}

/// Words that, after four digits, make them a count and not a year.
fn counted(word: &str) -> bool {
    ["sag", "klage", "borger", "person", "afgørelse", "ansøgning"].iter().any(|stem| word.starts_with(stem))
}

fn is_time(word: &str) -> bool {
    let word = word.trim_start_matches("-");
    ["uge", "uger", "år", "års", "årige", "årig", "måned", "måneder", "dage", "dag", "timer", "minutter"]
        .contains(&word)
}

/// "18-21 årige", "mellem 40 og 50 år": the first of two ages.
fn age(tokens: &[Token<'_>], at: usize) -> bool {
    let joined = tokens.get(at + 1).is_some_and(|t| t.is_symbol('-') || t.is_any(&["og", "til"]));
    joined
        && tokens.get(at + 2).is_some_and(|t| t.number().is_some())
        && tokens.get(at + 3).and_then(Token::word).is_some_and(is_time)
}

/// The hedge before a number: where it begins, and what it says.
fn hedge(tokens: &[Token<'_>], at: usize) -> Option<(usize, Near)> {
    let mut before = at.checked_sub(1)?;
    if tokens[before].is_symbol('.') {
        before = before.checked_sub(1)?;
    }
    let near = match tokens[before].word()? {
        "knap" | "næsten" => Near::Below,
        "godt" => Near::Above,
        "ca" | "cirka" | "omkring" | "omtrent" => Near::About,
        _ => return None,
    };
    Some((before, near))
}

fn bound(tokens: &[Token<'_>], first: usize) -> bool {
    first.checked_sub(1).is_some_and(|i| {
        tokens[i].is_any(&["under", "over", "mindst", "minimum", "højst", "maksimalt", "mellem", "imod", "mod"])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lower::aligned;
    use crate::text::token::tokens;

    fn found(text: &str) -> Vec<(f64, Unit)> {
        let lower = aligned(text);
        let tokens = tokens(text, &lower, Span::new(0..text.len()));
        quantities(&tokens).iter().map(|q| (q.value(), q.unit)).collect()
    }

    #[test]
    fn numbers_take_their_unit_from_the_words_round_them() {
        use Unit::{Count, Kroner, Percent, Points, Time, Year};
        for (text, expected) in [
            ("steget fra 617 i 2019 til 844 i 2021", vec![(617., Count), (2019., Year), (844., Count), (2021., Year)]),
            ("et fald på ca. 14 pct.", vec![(14., Percent)]),
            ("4 procentpoints over", vec![(4., Points)]),
            ("1,5 mio. kr. og 300 kr.", vec![(1.5e6, Kroner), (300., Kroner)]),
            ("750 mio. kr. på landsplan", vec![(750e6, Kroner)]),
            ("750 mio", vec![(750e6, Kroner)]),
            ("efter §§ 32, 36 og 41 er 3 sager", vec![(3., Count)]),
            ("i 1. kvartal 2019 er otte sager", vec![(2019., Year), (8., Count)]),
            ("er nr. 83 af 98 kommuner", vec![(98., Count)]),
            (
                "de 15 var over 50 år og 4 mellem 40 og 50 år",
                vec![(15., Count), (50., Time), (4., Count), (40., Time), (50., Time)],
            ),
            ("2019 sager", vec![(2019., Count)]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn hedges_and_bounds_are_kept() {
        let text = "knap 27 procent, under 10 % og ca. 3 sager";
        let lower = aligned(text);
        let tokens = tokens(text, &lower, Span::new(0..text.len()));
        let found: Vec<_> = quantities(&tokens).iter().map(|q| (q.printed.near, q.bound)).collect();
        assert_eq!(found, [(Near::Below, false), (Near::Plain, true), (Near::About, false)]);
    }
}
