//! Which words of a sentence belong to which of its values: the sentence is cut between neighbouring values at the
//! strongest break, and a word counts for the value on its side.

use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::extract::quantity::is_passed;
use crate::text::token::{Kind, Token};
use std::ops::Range;

/// What belongs to one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Tokens from the break before the value to the break after it.
    pub tokens: Range<usize>,
    /// How strong the break before it is; 0 for the first value.
    pub strength: u8,
    /// How many parentheses are open at the value.
    pub depth: u8,
}

/// "mens", ";": another thought begins.
pub const STRONG: u8 = 4;

/// One segment for each value of the sentence, in order.
#[must_use]
pub fn segments(clause: &Clause<'_>) -> Vec<Segment> {
    let values: Vec<Range<usize>> = clause.values().iter().map(|value| value.start..value.end).collect();
    between(&clause.tokens, &values)
}

/// One segment for each of these values, given as ranges of tokens in order.
#[must_use]
pub fn between(tokens: &[Token<'_>], values: &[Range<usize>]) -> Vec<Segment> {
    let depths = depths(tokens);
    let mut out: Vec<Segment> = Vec::with_capacity(values.len());
    let mut start = 0;
    let mut strength = 0;
    for (index, value) in values.iter().enumerate() {
        let (end, next_strength) = match values.get(index + 1) {
            Some(next) => cut(tokens, value.end, next.start),
            None => (tokens.len(), 0),
        };
        out.push(Segment { tokens: start..end, strength, depth: depths[value.start] });
        start = end;
        strength = next_strength;
    }
    out
}

fn depths(tokens: &[Token<'_>]) -> Vec<u8> {
    let mut depth = 0_u8;
    tokens
        .iter()
        .map(|token| {
            match token.kind {
                Kind::Symbol('(' | '[') => depth = depth.saturating_add(1),
                Kind::Symbol(')' | ']') => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth
        })
        .collect()
}

/// The strongest break between two values: the token at which the second segment begins, and its strength.
fn cut(tokens: &[Token<'_>], from: usize, to: usize) -> (usize, u8) {
    let mut best = (from.min(to), 0);
    // "Af de 75 afgørelser i 2020 blev 48 stadfæstet": what stands before the verb is of the whole.
    let whole = tokens.first().is_some_and(|t| t.is_any(&["af", "ud", "blandt"]));
    if whole && let Some(verb) = (from..to).find(|&at| WORDS.lists.parting.has(&tokens[at])) {
        best = (verb, 0);
    }
    // "12 sager om § 85 i serviceloven: 9 stadfæstelser": what stands before the colon is of the whole.
    let colon = to.checked_sub(1).filter(|&at| at >= from + 3 && tokens[at].is_symbol(':'));
    best = colon.map_or(best, |colon| (colon, 0));
    // "(LAS)": a parenthesis without a value in it divides nothing.
    let open = (from..to).find(|&at| tokens[at].is_symbol('('));
    let closed = open.and_then(|open| (open..to).find(|&at| tokens[at].is_symbol(')')).map(|close| open..=close));
    for at in (from..to).filter(|at| closed.as_ref().is_none_or(|inside| !inside.contains(at))) {
        let strength = match is_told_of(tokens, at, to) {
            true if compares(tokens, from, at) => 0,
            true => 1,
            false => strength(tokens, at),
        };
        if strength > best.1 {
            // A closing parenthesis belongs to what it closes.
            let start = match tokens[at].is_symbol(')') {
                true => told_behind(tokens, at + 1, to).unwrap_or(at + 1),
                false => against(tokens, from, at).unwrap_or(at),
            };
            best = (start, strength);
        }
    }
    best
}

/// "38 (13 sager) i Greve og 47 på landsplan": what goes on behind the parenthesis up to the next break is of the value
/// before it. Where that break is.
fn told_behind(tokens: &[Token<'_>], from: usize, to: usize) -> Option<usize> {
    let preposition = |at: usize| tokens.get(at).is_some_and(|t| t.is_any(&["i", "for", "hos", "på"]));
    // "38 procent (5 af 13 sager) omgjort i Greve og 47"
    let opens = preposition(from) || preposition(from + 1);
    let end = (from..to).find(|&at| strength(tokens, at) > 1).filter(|&end| opens && end > from + 1)?;
    let plain = tokens[from..end].iter().all(|t| t.word().is_some() || t.year().is_some());
    (plain && end - from <= 5).then_some(end)
}

/// "er 14 pct. og ligger under landsgennemsnittet, som i 2016 var 16 pct.": what stands before the comma is of the value
/// behind.
fn is_told_of(tokens: &[Token<'_>], comma: usize, value: usize) -> bool {
    let word = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    let year = usize::from(tokens.get(comma + 3).is_some_and(|t| t.year().is_some()) && word(comma + 2, &["i"]));
    let verb = comma + 2 + 2 * year;
    tokens[comma].is_symbol(',')
        && value <= verb + 4
        && word(comma + 1, &["som", "der"])
        && word(verb, &["er", "var", "ligger", "lå", "udgør", "udgjorde"])
}

/// "36 % ligger under landsgennemsnittet, der er 38 %": nothing before the comma is of the value in front.
fn compares(tokens: &[Token<'_>], from: usize, comma: usize) -> bool {
    let mut words = tokens[from..comma].iter().skip_while(|t| t.is_symbol('%') || t.is_symbol('.') || t.is("pct"));
    words.next().is_some_and(|t| t.is_any(&["ligger", "lå", "er", "var"]))
        && words
            .next()
            .is_some_and(|t| WORDS.lists.comparatives.has(t) || t.is_any(&["under", "over", "lidt", "noget"]))
}

/// "73,9 pct. mod 2020, hvor procenten var 70,7": the year before the comma is of what follows.
fn against(tokens: &[Token<'_>], from: usize, comma: usize) -> Option<usize> {
    let year = comma.checked_sub(1).filter(|&year| year > from && tokens[year].year().is_some())?;
    let before = year - 1 - usize::from(year > from + 1 && tokens[year - 1].is("i"));
    let goes_on = tokens[comma].is_symbol(',') && tokens.get(comma + 1).is_some_and(|t| t.is("hvor"));
    if !goes_on {
        return None;
    }
    // "skal ses i forhold til 2012, hvor den var 35", "sammenlignet med 2012, hvor ..."
    let said = |back: usize, word: &str| before.checked_sub(back).is_some_and(|at| at >= from && tokens[at].is(word));
    let compared = (said(0, "til") && said(1, "forhold")) || (said(0, "med") && said(1, "sammenlignet"));
    let plain = tokens[before].is_any(&["mod", "imod", "modsat", "end"]);
    (plain || compared).then(|| before - usize::from(compared))
}

/// How strong a break a token makes; 0 for none.
pub(super) fn strength(tokens: &[Token<'_>], at: usize) -> u8 {
    let next = tokens.get(at + 1);
    match &tokens[at].kind {
        Kind::Symbol(';') => 7,
        Kind::Symbol('(' | ')') => 6,
        Kind::Symbol(',')
            if next.is_some_and(|t| {
                t.is_any(&[
                    "mens", "medens", "hvor", "hvorimod", "hvilket", "dermed", "så", "men", "og", "mod", "imens",
                ])
            }) =>
        {
            5
        }
        Kind::Symbol(',' | '-' | '•') => 3,
        Kind::Word
            if tokens[at]
                .is_any(&["mens", "medens", "hvorimod", "mod", "imens", "kontra", "vs", "versus", "overfor"]) =>
        {
            STRONG
        }
        Kind::Word if tokens[at].is_any(&["og", "samt", "eller", "hvoraf", "heraf"]) => 2,
        // "29 procent på socialområdet med udgangspunkt i 86 sager"
        Kind::Word if tokens[at].is("med") && next.is_some_and(|t| t.is("udgangspunkt")) => 2,
        Kind::Word if tokens[at].is("til") && next.is_some() || is_passed(tokens, at) => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::lower::aligned;

    fn cuts(text: &str) -> Vec<String> {
        let lower = aligned(text);
        let clause = Clause::read(text, &lower, Span::new(0..text.len()));
        segments(&clause)
            .iter()
            .map(|s| {
                let words: Vec<&str> = clause.tokens[s.tokens.clone()].iter().map(|t| t.lower.as_ref()).collect();
                words.join(" ")
            })
            .collect()
    }

    #[test]
    fn words_go_to_the_value_on_their_side() {
        for (text, expected) in [
            ("i Hvidovre 34 pct. og 36,2 pct. på landsplan", vec!["i hvidovre 34 pct .", "og 36,2 pct . på landsplan"]),
            (
                "steget fra 73 procent i 2022 til 79 procent i 2023",
                vec!["steget fra 73 procent i 2022", "til 79 procent i 2023"],
            ),
            ("61 % for børn, mens det for voksne er 57 %", vec!["61 % for børn", ", mens det for voksne er 57 %"]),
            ("19 % hjemvist (mod 16,5 % på landsplan)", vec!["19 % hjemvist", "( mod 16,5 % på landsplan )"]),
            (
                "§ 100, som er 38,1 pct., og det samlede, som er 34,3 pct.",
                vec!["§ 100 , som er 38,1 pct .", ", og det samlede , som er 34,3 pct ."],
            ),
            (
                "er 14 pct. og ligger under landet, som er på 16 pct.",
                vec!["er 14 pct .", "og ligger under landet , som er på 16 pct ."],
            ),
            (
                "på 14 % ligger under landets, der i 2020 var 16 %",
                vec!["på 14 %", "ligger under landets , der i 2020 var 16 %"],
            ),
            ("på 38 (13 sager) i Køge og 47 i Greve", vec!["på 38", "( 13 sager ) i køge", "og 47 i greve"]),
            ("på 38 (13 sager) og i Køge 47", vec!["på 38", "( 13 sager )", "og i køge 47"]),
            ("på 14 % i Køge, der lå på 16 %", vec!["på 14 % i køge", ", der lå på 16 %"]),
        ] {
            assert_eq!(cuts(text), expected, "{text}");
        }
    }
}
