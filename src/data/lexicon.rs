//! Words and phrases of a list, found in tokens: exact words, beginnings of words (`stadfæst*`) and gaps (`..`).

use crate::data::bits::{Bits, first_four};
use crate::text::token::{Kind, Token};
use rustc_hash::FxHashMap;

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Exact(String),
    Prefix(String),
    /// Up to three tokens, whatever they are, but no number other than a year and no end of a clause.
    Gap,
}

/// A phrase and what it means.
type Phrase<T> = (Vec<Piece>, T);

/// Phrases with what each means; the longest that fits a place wins.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// By the first four bytes of the first word, so that few phrases are tried at a word.
    by_start: FxHashMap<u32, Vec<Phrase<T>>>,
    /// With which four bytes phrases begin: most words of a text begin otherwise.
    whole: Bits,
    /// With which two bytes phrases begin whose first word goes on after two or three: "om*".
    short: Bits,
}

/// Where a phrase stands: a range of tokens, and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<T> {
    pub start: usize,
    pub end: usize,
    pub tag: T,
}

impl<T: Clone> Lexicon<T> {
    /// A lexicon of phrases and their meanings.
    ///
    /// # Errors
    /// The phrase that is empty, or whose first word is a gap or shorter than two letters before its `*`.
    pub fn new(phrases: impl IntoIterator<Item = (String, T)>) -> Result<Self, String> {
        let mut by_start: FxHashMap<u32, Vec<Phrase<T>>> = FxHashMap::default();
        let (mut whole, mut short) = (Bits::default(), Bits::default());
        for (phrase, tag) in phrases {
            let pieces = parse(&phrase).ok_or(phrase)?;
            if let Piece::Exact(word) | Piece::Prefix(word) = &pieces[0] {
                let key = first_four(word.as_bytes());
                whole.add(key);
                if word.len() < 4 && matches!(pieces[0], Piece::Prefix(_)) {
                    short.add(key >> 16);
                }
                by_start.entry(key).or_default().push((pieces, tag));
            }
        }
        // Of phrases of as many words the more exact one wins: "stadfæstelsesprocent*" before "stadfæst*".
        for phrases in by_start.values_mut() {
            phrases.sort_by_key(|(pieces, _)| std::cmp::Reverse(letters(pieces)));
        }
        Ok(Self { by_start, whole, short })
    }

    /// The longest phrase that begins at token `at`.
    #[must_use]
    pub fn at(&self, tokens: &[Token<'_>], at: usize) -> Option<Hit<T>> {
        let mut best: Option<(usize, &T)> = None;
        for phrases in self.filed(tokens.get(at)?).into_iter().flatten() {
            for (end, tag) in standing(phrases, tokens, at) {
                if best.is_none_or(|(longest, _)| end > longest) {
                    best = Some((end, tag));
                }
            }
        }
        best.map(|(end, tag)| Hit { start: at, end, tag: tag.clone() })
    }

    /// Every phrase that begins at token `at`, shorter ones too: where it ends, and what it means.
    pub fn each_at<'l>(&'l self, tokens: &[Token<'_>], at: usize, mut found: impl FnMut(usize, &'l T)) {
        let Some(token) = tokens.get(at) else { return };
        for phrases in self.filed(token).into_iter().rev().flatten() {
            for (end, tag) in standing(phrases, tokens, at) {
                found(end, tag);
            }
        }
    }

    /// The phrases that may begin with a token: filed under its first four bytes, or under a prefix of three or two,
    /// filled with zeros. Of a short word some of these are the same.
    fn filed(&self, token: &Token<'_>) -> [Option<&Vec<Phrase<T>>>; 3] {
        let Some(key) = text(token).map(|word| first_four(word.as_bytes())) else { return [None; 3] };
        let whole = if self.whole.may_hold(key) { self.by_start.get(&key) } else { None };
        if !self.short.may_hold(key >> 16) {
            return [whole, None, None];
        }
        let (three, two) = (key & 0xffff_ff00, key & 0xffff_0000);
        let get = |shorter: u32, longer: u32| if shorter == longer { None } else { self.by_start.get(&shorter) };
        [whole, get(three, key), get(two, three)]
    }

    /// All phrases in the tokens, from left to right, none inside another.
    #[must_use]
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<Hit<T>> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.at(tokens, at) {
                Some(hit) => {
                    at = hit.end;
                    out.push(hit);
                }
                None => at += 1,
            }
        }
        out
    }
}

/// How many letters of a text a phrase settles.
fn letters(pieces: &[Piece]) -> usize {
    let letters = |piece: &Piece| match piece {
        Piece::Exact(word) => word.len() + 1,
        Piece::Prefix(stem) => stem.len(),
        Piece::Gap => 0,
    };
    pieces.iter().map(letters).sum()
}

/// Those of the phrases that stand at a token, each with where it ends.
fn standing<'l, T>(phrases: &'l [Phrase<T>], tokens: &[Token<'_>], at: usize) -> impl Iterator<Item = (usize, &'l T)> {
    phrases.iter().filter_map(move |(pieces, tag)| Some((fits(pieces, tokens, at)?, tag)))
}

fn parse(phrase: &str) -> Option<Vec<Piece>> {
    let pieces: Vec<Piece> = phrase
        .split_whitespace()
        .flat_map(|word| match (word.strip_suffix('*'), word.strip_suffix('-')) {
            _ if word == ".." => vec![Piece::Gap],
            (Some(stem), _) => vec![Piece::Prefix(stem.to_lowercase())],
            // "social- og": tokens divide the word from its dash.
            (None, Some(stem)) => vec![Piece::Exact(stem.to_lowercase()), Piece::Exact("-".to_owned())],
            (None, None) => vec![Piece::Exact(word.to_lowercase())],
        })
        .collect();
    let first_ok = match pieces.first()? {
        Piece::Exact(_) => true,
        Piece::Prefix(stem) => stem.len() >= 2,
        Piece::Gap => false,
    };
    (first_ok && pieces.last() != Some(&Piece::Gap)).then_some(pieces)
}

/// A word, or a sign that phrases may spell.
fn text<'t>(token: &'t Token<'_>) -> Option<&'t str> {
    match token.kind {
        Kind::Word | Kind::Symbol('/' | '&' | '+' | '-' | '.') => Some(&token.lower),
        _ => None,
    }
}

fn fits(pieces: &[Piece], tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let Some((piece, rest)) = pieces.split_first() else { return Some(at) };
    match piece {
        Piece::Gap => (0..=3).find_map(|skip| {
            let between = tokens.get(at..at + skip)?;
            let plain =
                between.iter().all(|t| matches!(t.kind, Kind::Word | Kind::Symbol('"' | '§')) || t.year().is_some());
            if plain { fits(rest, tokens, at + skip) } else { None }
        }),
        Piece::Exact(word) => (text(tokens.get(at)?)? == word).then(|| fits(rest, tokens, at + 1))?,
        Piece::Prefix(stem) => text(tokens.get(at)?)?.starts_with(stem.as_str()).then(|| fits(rest, tokens, at + 1))?,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::{lower::aligned, token::tokens};

    #[test]
    fn the_longest_phrase_wins() {
        let phrases = [
            ("stadfæst*", 1),
            ("stadfæstelsesproc*", 6),
            ("ændr*", 2),
            ("ændret / ophævet", 3),
            ("sendt .. tilbage", 4),
            ("om", 5),
        ];
        let lexicon = Lexicon::new(phrases.map(|(p, t)| (p.to_owned(), t))).unwrap();
        for (text, expected) in [
            ("Stadfæstelse og ændret/ophævet", vec![1, 3]),
            ("Stadfæstelsesprocenten", vec![6]),
            ("ændrede", vec![2]),
            ("er sendt helt tilbage", vec![4]),
            ("er sendt 4 tilbage", vec![]),
            ("om omgjort", vec![5]),
        ] {
            let lower = aligned(text);
            let found = lexicon.find(&tokens(text, &lower, Span::new(0..text.len())));
            assert_eq!(found.into_iter().map(|hit| hit.tag).collect::<Vec<_>>(), expected, "{text}");
        }
        assert!(Lexicon::new([("..".to_owned(), 1)]).is_err());
    }
}
