//! Finds words of a list wherever they stand in a text, also inside other words.

use crate::data::bits::{Bits, first_four};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The words of a list, filed by their first three bytes.
#[derive(Clone, Debug)]
pub struct Finder<T> {
    filed: FxHashMap<u32, Vec<(String, T)>>,
    /// With which four bytes words begin at all: nearly every four bytes of a text begin none.
    beginnings: Bits,
}

/// The first three bytes of four.
fn key(beginning: u32) -> u32 {
    beginning >> 8
}

impl<T> Finder<T> {
    /// A finder of words, each with what it means.
    ///
    /// # Errors
    /// The word that has fewer than three bytes.
    pub fn new(words: impl IntoIterator<Item = (String, T)>) -> Result<Self, String> {
        let mut filed: FxHashMap<u32, Vec<(String, T)>> = FxHashMap::default();
        let mut beginnings = Bits::default();
        for (word, meaning) in words {
            let start = first_four(word.as_bytes());
            // Anything may stand behind a word of three bytes.
            let last = if word.len() == 3 { start | 0xff } else { start };
            (start..=last).for_each(|start| beginnings.add(start));
            if word.len() < 3 {
                return Err(word);
            }
            filed.entry(key(start)).or_default().push((word, meaning));
        }
        for words in filed.values_mut() {
            words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Ok(Self { filed, beginnings })
    }

    /// The words that begin at a byte of the text, the longest first.
    pub fn at<'f>(&'f self, text: &'f str, at: usize) -> impl Iterator<Item = (Range<usize>, &'f T)> {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let start = first_four(rest);
        let filed = if self.beginnings.may_hold(start) { self.filed.get(&key(start)) } else { None };
        let fits = move |(word, _): &&(String, T)| rest.starts_with(word.as_bytes());
        filed.into_iter().flatten().filter(fits).map(move |(word, meaning)| (at..at + word.len(), meaning))
    }

    /// All words in a text in the order of their beginnings, also one inside another.
    #[must_use]
    pub fn all<'f>(&'f self, text: &'f str) -> Vec<(Range<usize>, &'f T)> {
        let mut out = Vec::new();
        let bytes = text.as_bytes();
        let mut four = 0_u32;
        for (end, &byte) in bytes.iter().enumerate() {
            four = four << 8 | u32::from(byte);
            if end < 3 || !self.beginnings.may_hold(four) {
                continue;
            }
            let at = end - 3;
            for (word, meaning) in self.filed.get(&key(four)).into_iter().flatten() {
                if bytes[at..].starts_with(word.as_bytes()) {
                    out.push((at..at + word.len(), meaning));
                }
            }
        }
        if let Some(last) = text.len().checked_sub(3) {
            out.extend(self.at(text, last));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand() {
        let words = [("sag", 1), ("sagstal", 2), ("stallet", 3), ("ændre", 4)];
        let finder = Finder::new(words.map(|(word, meaning)| (word.to_owned(), meaning))).unwrap();
        let found = |text| finder.all(text).into_iter().map(|(span, meaning)| (span, *meaning)).collect::<Vec<_>>();
        assert_eq!(found("klagesagstallet"), [(5..12, 2), (5..8, 1), (8..15, 3)]);
        assert_eq!(found("uændret"), [(1..7, 4)]);
        assert_eq!(found("sag"), [(0..3, 1)]);
        assert_eq!(found("så"), []);
        assert_eq!(Finder::new([("å".to_owned(), 1)]).unwrap_err(), "å");
    }
}
