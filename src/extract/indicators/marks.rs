//! What the words of a sentence mean to the families of figures.

use crate::data::indicators::{INDICATORS, Meaning};
use crate::text::token::Token;

/// A phrase in a sentence: a range of its tokens, and what it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    pub meanings: &'static [Meaning],
}

/// What the words of a sentence, a heading or a paragraph mean: few things, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Meanings(Vec<&'static Meaning>);

impl Meanings {
    pub fn contains(&self, meaning: &Meaning) -> bool {
        self.0.contains(&meaning)
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static Meaning> {
        self.0.iter().copied()
    }

    pub fn extend(&mut self, more: impl IntoIterator<Item = &'static Meaning>) {
        for meaning in more {
            if !self.contains(meaning) {
                self.0.push(meaning);
            }
        }
    }
}

/// The phrases of a sentence, in order of their beginnings; one may lie inside another.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks(Vec<Mark>);

impl Marks {
    /// Finds the phrases; full stops ("pr. borger") are left out of the comparison.
    pub fn read(tokens: &[Token<'_>]) -> Self {
        let stop = |token: &Token<'_>| token.is_symbol('.');
        let last = tokens.iter().rposition(|token| !stop(token)).map_or(0, |last| last + 1);
        let tokens = &tokens[..last];
        if !tokens.iter().any(stop) {
            return Self(Self::find(tokens, |at| at));
        }
        let places: Vec<usize> = (0..tokens.len()).filter(|at| !stop(&tokens[*at])).collect();
        let words: Vec<Token<'_>> = places.iter().map(|at| tokens[*at].clone()).collect();
        Self(Self::find(&words, |at| places[at]))
    }

    /// The phrases in words; `place` says which token of the sentence a word is.
    fn find(words: &[Token<'_>], place: impl Fn(usize) -> usize) -> Vec<Mark> {
        let mut out = Vec::new();
        for at in 0..words.len() {
            INDICATORS.phrases.each_at(words, at, |end, phrase| {
                let meanings = &INDICATORS.meanings[usize::from(*phrase)];
                out.push(Mark { start: place(at), end: place(end - 1) + 1, meanings });
            });
        }
        out
    }

    /// All that the phrases mean, but for what matters only where it stands.
    pub fn meanings(&self) -> Meanings {
        let placed = |meaning: &Meaning| {
            matches!(
                meaning,
                Meaning::Noun(_) | Meaning::Group(_) | Meaning::Person | Meaning::Among(_) | Meaning::Goal(_)
            )
        };
        let mut out = Meanings::default();
        out.extend(self.0.iter().flat_map(|mark| mark.meanings).filter(|meaning| !placed(meaning)));
        out
    }

    /// The marks that mean something of this kind.
    pub fn of<'m>(&'m self, wanted: impl Fn(&Meaning) -> bool + 'm) -> impl DoubleEndedIterator<Item = &'m Mark> {
        self.0.iter().filter(move |mark| mark.meanings.iter().any(&wanted))
    }

    pub fn has(&self, wanted: &Meaning) -> bool {
        self.0.iter().any(|mark| mark.meanings.contains(wanted))
    }

    /// The words of measures, none that is part of a longer one: in "ikke med i indsatsgruppen" the last word says
    /// nothing.
    pub fn words(&self) -> impl Iterator<Item = &Mark> {
        let word = |mark: &Mark| mark.meanings.iter().any(|m| matches!(m, Meaning::Word(_)));
        self.0.iter().filter(move |mark| {
            let inside = |other: &Mark| {
                word(other)
                    && other.start <= mark.start
                    && mark.end <= other.end
                    && other.end - other.start > mark.end - mark.start
            };
            word(mark) && !self.0.iter().any(inside)
        })
    }

    /// The longest noun that begins at a token: something that can be counted.
    pub fn noun_at(&self, at: usize) -> Option<&Mark> {
        let noun = |m: &Meaning| matches!(m, Meaning::Noun(_) | Meaning::Person);
        self.of(noun).filter(|mark| mark.start == at).max_by_key(|mark| mark.end)
    }

    /// Is the noun at a token one of this measure's, or one that only says that people are counted?
    pub fn is_noun(&self, at: usize, measure: u16) -> bool {
        self.0.iter().any(|mark| mark.start == at && mark.meanings.contains(&Meaning::Noun(measure)))
    }

    pub fn is_person(&self, at: usize) -> bool {
        self.0.iter().any(|mark| mark.start == at && mark.meanings.contains(&Meaning::Person))
    }

    /// The groups of people that are named, in order; of two at one place the longer.
    pub fn groups(&self) -> Vec<(usize, usize, &'static str)> {
        let mut out: Vec<(usize, usize, &'static str)> = Vec::new();
        for mark in &self.0 {
            for meaning in mark.meanings {
                let Meaning::Group(label) = meaning else { continue };
                let label = INDICATORS.label(*label);
                if let Some(last) = out.last_mut().filter(|last| mark.start < last.1) {
                    if mark.end - mark.start > last.1 - last.0 {
                        *last = (mark.start, mark.end, label);
                    }
                    continue;
                }
                out.push((mark.start, mark.end, label));
            }
        }
        out
    }

    /// The labels of a kind with the places where they stand; `label` picks one out of a meaning.
    pub fn labels(&self, label: impl Fn(&'static Meaning) -> Option<&'static str>) -> Vec<(usize, &'static str)> {
        let found = self.0.iter().map(|mark| (mark.start, mark.meanings.iter().find_map(&label)));
        found.filter_map(|(at, label)| Some((at, label?))).collect()
    }
}
