//! Words and phrases of a list, found in tokens: exact words, beginnings of words (`stadfæst*`) and gaps (`..`).

use crate::data::bits::Bits;
use crate::data::signature::Signature;
use crate::text::ends::first_four;
use crate::text::lower::plain;
use crate::text::number_word;
use crate::text::token::{Kind, Token};
use rustc_hash::FxHashMap;

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Exact(String),
    Prefix(String),
    /// Up to three tokens, whatever they are, but no number other than a year and no end of a clause.
    Gap,
    /// A number, in digits or words: "sendte 4 tilbage".
    Number,
}

#[derive(Debug)]
struct Phrase<T> {
    pieces: Vec<Piece>,
    /// The bit of its first word in [`Shelf::firsts`].
    first: u32,
    tag: T,
}

/// The bit of the first words for which there is none of their own.
const SHARED: u32 = 1 << 31;

/// The phrases whose first words begin alike.
#[derive(Debug)]
struct Shelf<T> {
    /// The first words, each once, with a bit of its own (from the 32nd on one for all of them): of the phrases only
    /// those are tried whose first word stands there.
    firsts: Vec<(Piece, u32)>,
    phrases: Vec<Phrase<T>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { firsts: Vec::new(), phrases: Vec::new() }
    }
}

impl<T> Shelf<T> {
    fn add(&mut self, pieces: Vec<Piece>, tag: T) {
        let known = self.firsts.iter().find(|(first, _)| *first == pieces[0]).map(|(_, bit)| *bit);
        let first = known.unwrap_or_else(|| {
            let bit = 1_u32.checked_shl(self.firsts.len() as u32).unwrap_or(SHARED);
            self.firsts.push((pieces[0].clone(), bit));
            bit
        });
        self.phrases.push(Phrase { pieces, first, tag });
    }

    /// The phrases that stand at a token, each with where it ends.
    fn standing<'l>(&'l self, tokens: &[Token<'_>], at: usize) -> impl Iterator<Item = (usize, &'l T)> {
        let word = tokens.get(at).and_then(text).unwrap_or_default();
        let firsts = self.firsts.iter().filter(|(first, _)| first.is(word)).fold(0, |all, (_, bit)| all | bit);
        let phrases = self.phrases.iter().filter(move |phrase| phrase.first & firsts != 0);
        phrases.filter_map(move |phrase| {
            let end = match phrase.first {
                SHARED => fits(&phrase.pieces, tokens, at),
                _ => fits(&phrase.pieces[1..], tokens, at + 1),
            };
            Some((end?, &phrase.tag))
        })
    }
}

/// Phrases with what each means; the longest that fits a place wins.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// By the first four bytes of the first word, so that few phrases are tried at a word.
    by_start: FxHashMap<u32, Shelf<T>>,
    /// With which four bytes phrases begin: most words of a text begin otherwise.
    whole: Bits,
    /// With which two bytes phrases begin whose first word goes on after two or three: "om*".
    short: Bits,
    /// Of the first words: most sentences hold none of a small lexicon's.
    signature: Signature,
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
        let mut by_start: FxHashMap<u32, Shelf<T>> = FxHashMap::default();
        let (mut whole, mut short, mut signature) = (Bits::default(), Bits::default(), Signature::default());
        for (phrase, tag) in phrases {
            let pieces = parse(&phrase).ok_or(phrase)?;
            match &pieces[0] {
                Piece::Exact(word) => signature.add_word(word),
                Piece::Prefix(stem) => signature.add_beginning(stem),
                Piece::Gap | Piece::Number => {}
            }
            if let Piece::Exact(word) | Piece::Prefix(word) = &pieces[0] {
                let key = first_four(word.as_bytes());
                whole.add(key);
                if word.len() < 4 && matches!(pieces[0], Piece::Prefix(_)) {
                    short.add(key >> 16);
                }
                by_start.entry(key).or_default().add(pieces, tag);
            }
        }
        // Of phrases of as many words the more exact one wins: "stadfæstelsesprocent*" before "stadfæst*".
        for shelf in by_start.values_mut() {
            shelf.phrases.sort_by_key(|phrase| std::cmp::Reverse(letters(&phrase.pieces)));
        }
        Ok(Self { by_start, whole, short, signature })
    }

    /// The longest phrase that begins at token `at`.
    #[inline]
    #[must_use]
    pub fn at(&self, tokens: &[Token<'_>], at: usize) -> Option<Hit<T>> {
        let token = tokens.get(at).filter(|token| self.may_begin(token))?;
        self.begun_at(tokens, at, token)
    }

    /// The longest phrase at a token with which one may begin.
    fn begun_at(&self, tokens: &[Token<'_>], at: usize, token: &Token<'_>) -> Option<Hit<T>> {
        let mut best: Option<(usize, &T)> = None;
        for shelf in self.filed(token) {
            for (end, tag) in shelf.standing(tokens, at) {
                if best.is_none_or(|(longest, _)| end > longest) {
                    best = Some((end, tag));
                }
            }
        }
        best.map(|(end, tag)| Hit { start: at, end, tag: tag.clone() })
    }

    /// Does any phrase stand in a sentence? `signature` is the sentence's.
    #[must_use]
    pub fn is_in(&self, tokens: &[Token<'_>], signature: &Signature) -> bool {
        let begins = |at: usize| {
            let stands = |shelf: &Shelf<T>| shelf.standing(tokens, at).next().is_some();
            self.may_begin(&tokens[at]) && self.filed(&tokens[at]).any(stands)
        };
        self.signature.may_share(signature) && (0..tokens.len()).any(begins)
    }

    /// Every phrase that begins at token `at`, shorter ones too: where it ends, and what it means.
    pub fn each_at<'l>(&'l self, tokens: &[Token<'_>], at: usize, mut found: impl FnMut(usize, &'l T)) {
        let Some(token) = tokens.get(at).filter(|token| self.may_begin(token)) else { return };
        for shelf in self.filed(token).rev() {
            for (end, tag) in shelf.standing(tokens, at) {
                found(end, tag);
            }
        }
    }

    /// May a phrase begin with a token? Nearly no token of a text gets further.
    #[inline]
    #[must_use]
    pub fn may_begin(&self, token: &Token<'_>) -> bool {
        self.whole.may_hold(token.first) || self.short.may_hold(token.first >> 16)
    }

    /// The phrases that may begin with a token: filed under its first four bytes, or under a prefix of three or two,
    /// filled with zeros. Of a short word some of these are the same.
    fn filed(&self, token: &Token<'_>) -> impl DoubleEndedIterator<Item = &Shelf<T>> {
        let key = token.first;
        let spelt = text(token).is_some();
        let short = spelt && self.short.may_hold(key >> 16);
        let (three, two) = (key & 0xffff_ff00, key & 0xffff_0000);
        let get = |asked: bool, key: u32| if asked { self.by_start.get(&key) } else { None };
        [get(spelt, key), get(short && three != key, three), get(short && two != three, two)].into_iter().flatten()
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

impl Piece {
    /// Is a word what the piece asks for? A gap is no word.
    fn is(&self, word: &str) -> bool {
        match self {
            Self::Exact(exact) => exact == word,
            Self::Prefix(stem) => word.starts_with(stem.as_str()),
            Self::Gap | Self::Number => false,
        }
    }
}

/// How many letters of a text a phrase settles.
fn letters(pieces: &[Piece]) -> usize {
    let letters = |piece: &Piece| match piece {
        Piece::Exact(word) => word.len() + 1,
        Piece::Prefix(stem) => stem.len(),
        Piece::Gap | Piece::Number => 0,
    };
    pieces.iter().map(letters).sum()
}

fn parse(phrase: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::with_capacity(2);
    for word in phrase.split_whitespace() {
        match (word.strip_suffix('*'), word.strip_suffix('-')) {
            _ if word == ".." => pieces.push(Piece::Gap),
            _ if word == "#" => pieces.push(Piece::Number),
            (Some(stem), _) => pieces.push(Piece::Prefix(plain(stem))),
            // "social- og": tokens divide the word from its dash.
            (None, Some(stem)) if !stem.is_empty() => {
                pieces.extend([Piece::Exact(plain(stem)), Piece::Exact("-".to_owned())])
            }
            (None, _) => pieces.push(Piece::Exact(plain(word))),
        }
    }
    let first_ok = match pieces.first()? {
        Piece::Exact(_) => true,
        Piece::Prefix(stem) => stem.len() >= 2,
        Piece::Gap | Piece::Number => false,
    };
    (first_ok && pieces.last() != Some(&Piece::Gap)).then_some(pieces)
}

/// A word, or a sign that phrases may spell.
fn text<'t>(token: &'t Token<'_>) -> Option<&'t str> {
    match token.kind {
        Kind::Word | Kind::Symbol('/' | '&' | '+' | '-' | '.' | '%' | ',') => Some(&token.lower),
        _ => None,
    }
}

fn fits(pieces: &[Piece], tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let Some((piece, rest)) = pieces.split_first() else { return Some(at) };
    match piece {
        Piece::Gap => (0..=3).find_map(|skip| {
            let between = tokens.get(at..at + skip)?;
            let any =
                between.iter().all(|t| matches!(t.kind, Kind::Word | Kind::Symbol('"' | '§')) || t.year().is_some());
            if any { fits(rest, tokens, at + skip) } else { None }
        }),
        Piece::Number => {
            let token = tokens.get(at)?;
            let in_words = || token.word().is_some_and(|word| number_word::value(word).is_some());
            if token.number().is_some() || in_words() { fits(rest, tokens, at + 1) } else { None }
        }
        word => {
            if word.is(text(tokens.get(at)?)?) {
                fits(rest, tokens, at + 1)
            } else {
                None
            }
        }
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
            ("sendte # retur", 7),
            ("omgørelses - %", 8),
        ];
        let lexicon = Lexicon::new(phrases.map(|(p, t)| (p.to_owned(), t))).unwrap();
        for (text, expected) in [
            ("Stadfæstelse og ændret/ophævet", vec![1, 3]),
            ("Stadfæstelsesprocenten", vec![6]),
            ("ændrede", vec![2]),
            ("er sendt helt tilbage", vec![4]),
            ("er sendt 4 tilbage", vec![]),
            ("om omgjort", vec![5]),
            ("sendte 7 retur", vec![7]),
            ("sendte fire retur", vec![7]),
            ("Omgørelses-% 2020", vec![8]),
        ] {
            let lower = aligned(text);
            let found = lexicon.find(&tokens(text, &lower, Span::new(0..text.len())));
            assert_eq!(found.into_iter().map(|hit| hit.tag).collect::<Vec<_>>(), expected, "{text}");
        }
        assert!(Lexicon::new([("..".to_owned(), 1)]).is_err());
    }
}
