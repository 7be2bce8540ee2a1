//! Ranks: "nr. 83 ud af 98 kommuner", "en 14. plads på landsplan", "nr. 3 ud af 17".

use super::marks::Marks;
use crate::data::indicators::Meaning;
use crate::extract::clause::Clause;
use crate::model::source::Span;
use crate::text::number_word;
use crate::text::token::{Kind, Token};

/// A rank in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rank {
    /// The token of the number.
    pub at: usize,
    pub span: Span,
    pub value: f64,
    /// Among how many, with its characters.
    pub among: Option<(f64, Span)>,
    /// Among whom, as the output prints it.
    pub field: Option<&'static str>,
    pub field_name: Option<String>,
}

/// Words that say that an ordinal number is a place in a list.
const PLACED: [&str; 12] = [
    "placer", "ligger", "lå", "ligge", "indtager", "rangerer", "nummer", "plads", "er", "var", "bliver", "kommer",
];

/// The ranks of a sentence, in order.
#[must_use]
pub(super) fn ranks(text: &str, clause: &Clause<'_>, marks: &Marks) -> Vec<Rank> {
    let tokens = &clause.tokens;
    let mut out: Vec<Rank> = Vec::new();
    for at in 0..tokens.len() {
        let Some((value, 0)) = tokens[at].number() else { continue };
        if !(1.0..=1000.0).contains(&value) {
            continue;
        }
        let placed = ordinal_place(tokens, at);
        let numbered = is_numbered(tokens, at);
        if !placed && !numbered {
            continue;
        }
        let among = among(tokens, at + 1);
        if numbered && among.is_none() && !(out.iter().any(|r| at - r.at < 20) || says_place(tokens, at, marks)) {
            continue;
        }
        let end = tokens.iter().enumerate().skip(at + 1).find(|(i, t)| {
            t.is_symbol(',') || t.is_symbol(';') || t.is("og") && tokens[i + 1..].iter().take(6).any(|t| t.is("nr") || t.number().is_some())
        });
        let end = end.map_or(tokens.len(), |(i, _)| i);
        let (field, field_name) = field(text, clause, marks, at, end);
        out.push(Rank { at, span: tokens[at].span, value, among, field, field_name });
    }
    // A bare "nr. 5" beside nothing else is the number of something.
    out
}

/// "14. plads", "14.-plads", "plads nr. 14" is numbered.
fn ordinal_place(tokens: &[Token<'_>], at: usize) -> bool {
    let dot = tokens.get(at + 1).is_some_and(|t| t.is_symbol('.'));
    let dash = usize::from(tokens.get(at + 2).is_some_and(|t| t.is_symbol('-')));
    dot && tokens.get(at + 2 + dash).is_some_and(|t| t.is_any(&["plads", "pladsen", "placering"]))
}

/// "nr. 83", "nummer 83".
fn is_numbered(tokens: &[Token<'_>], at: usize) -> bool {
    let dotted = at >= 2 && tokens[at - 1].is_symbol('.') && tokens[at - 2].is("nr");
    dotted || at >= 1 && tokens[at - 1].is_any(&["nr", "nummer"])
}

/// "placeret som nr. 83", "er nr. 14 på landsplan": a word of place before and a field behind.
fn says_place(tokens: &[Token<'_>], at: usize, marks: &Marks) -> bool {
    let verb = tokens[at.saturating_sub(6)..at]
        .iter()
        .filter_map(Token::word)
        .any(|word| PLACED.iter().any(|stem| if stem.len() > 4 { word.starts_with(stem) } else { word == *stem }));
    let field = marks.of(|m| matches!(m, Meaning::Among(_))).any(|mark| mark.start > at && mark.start - at < 8);
    verb && field
}

/// "ud af 98", "af 98 kommuner", "blandt de 17", "ud af de otte".
fn among(tokens: &[Token<'_>], from: usize) -> Option<(f64, Span)> {
    let mut at = from;
    while tokens.get(at).is_some_and(|t| t.is_symbol('.') || t.is_symbol('-') || t.is_any(&["plads", "pladsen"])) {
        at += 1;
    }
    if tokens.get(at)?.is("ud") {
        at += 1;
    }
    if !tokens.get(at)?.is_any(&["af", "blandt", "ud"]) {
        return None;
    }
    at += 1;
    while tokens.get(at).is_some_and(|t| t.is_any(&["de", "landets", "alle", "i", "alt"])) {
        at += 1;
    }
    let token = tokens.get(at)?;
    let digits = token.number().filter(|(value, decimals)| *decimals == 0 && *value > 1.0).map(|(value, _)| value);
    let value = digits.or_else(|| token.word().and_then(number_word::value).map(f64::from))?;
    // "nr. 210 af 27. januar": a law of a day.
    let day = tokens.get(at + 1).is_some_and(|t| t.is_symbol('.') && tokens.get(at + 2).is_some_and(|t| t.kind == Kind::Word));
    (!day || tokens.len() == at + 2).then_some((value, token.span))
}

/// Among whom: the nearest word behind the rank, "Sjælland (RAR)", "Region Midtjylland".
fn field(text: &str, clause: &Clause<'_>, marks: &Marks, at: usize, end: usize) -> (Option<&'static str>, Option<String>) {
    let label = |m: &'static Meaning| match m {
        Meaning::Among(label) => Some(label.as_str()),
        _ => None,
    };
    let known = marks.labels(label).into_iter().find(|(place, _)| (at..end).contains(place)).map(|(_, label)| label);
    let region = clause.places.iter().find(|hit| (at..end).contains(&hit.start) && hit.tag.as_str().starts_with("Region"));
    let named = clause.tokens[at..end].windows(2).find(|w| {
        let capital = text.get(w[1].span.start as usize..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase);
        w[0].is_any(&["på", "i"]) && w[1].kind == Kind::Word && capital
    });
    let name = region.map(|hit| hit.tag.to_string()).or_else(|| {
        let word = text.get(named?[1].span.range())?;
        (!word.chars().all(char::is_uppercase)).then(|| word.to_owned())
    });
    (known, name)
}
