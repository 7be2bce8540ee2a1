//! Finds words of a list wherever they stand in a text, also inside other words.

use rustc_hash::FxHashMap;
use std::ops::Range;

/// The words of a list, filed by their first three bytes: nearly every three bytes of a text begin none of them.
#[derive(Clone, Debug)]
pub struct Finder<T> {
    filed: FxHashMap<u32, Vec<(String, T)>>,
    /// With which three bytes words begin at all, a bit for each.
    beginnings: Box<[u64; BEGINNINGS / 64]>,
}

/// How many beginnings are told apart.
const BEGINNINGS: usize = 1 << 14;

/// Three bytes in one number, after the ones before them.
fn key(before: u32, byte: u8) -> u32 {
    (before << 8 | u32::from(byte)) & 0xff_ffff
}

/// The bit that stands for three bytes.
fn beginning(key: u32) -> (usize, u64) {
    let place = key.wrapping_mul(0x9e37_79b1) as usize >> 18;
    (place / 64, 1 << (place % 64))
}

impl<T> Finder<T> {
    /// A finder of words, each with what it means.
    ///
    /// # Errors
    /// The word that has fewer than three bytes.
    pub fn new(words: impl IntoIterator<Item = (String, T)>) -> Result<Self, String> {
        let mut filed: FxHashMap<u32, Vec<(String, T)>> = FxHashMap::default();
        for (word, meaning) in words {
            if word.len() < 3 {
                return Err(word);
            }
            filed.entry(word.bytes().take(3).fold(0, key)).or_default().push((word, meaning));
        }
        let mut beginnings = Box::new([0; BEGINNINGS / 64]);
        for (start, words) in &mut filed {
            words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
            let (slot, bit) = beginning(*start);
            beginnings[slot] |= bit;
        }
        Ok(Self { filed, beginnings })
    }

    /// The words that begin at a byte of the text, the longest first.
    pub fn at<'f>(&'f self, text: &'f str, at: usize) -> impl Iterator<Item = (Range<usize>, &'f T)> {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let start = rest.iter().take(3).copied().fold(0, key);
        let filed = if self.may_begin(start) { self.filed.get(&start) } else { None };
        let fits = move |(word, _): &&(String, T)| rest.starts_with(word.as_bytes());
        filed.into_iter().flatten().filter(fits).map(move |(word, meaning)| (at..at + word.len(), meaning))
    }

    /// All words in a text in the order of their beginnings, also one inside another.
    #[must_use]
    pub fn all<'f>(&'f self, text: &'f str) -> Vec<(Range<usize>, &'f T)> {
        let mut out = Vec::new();
        let mut start = 0;
        for (at, byte) in text.bytes().enumerate() {
            start = key(start, byte);
            if self.may_begin(start) && at >= 2 {
                out.extend(self.at(text, at - 2));
            }
        }
        out
    }

    fn may_begin(&self, start: u32) -> bool {
        let (slot, bit) = beginning(start);
        self.beginnings[slot] & bit != 0
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
        assert_eq!(found("så"), []);
        assert_eq!(Finder::new([("å".to_owned(), 1)]).unwrap_err(), "å");
    }
}
