//! Finds words of a list wherever they stand in a text, also inside other words.

use crate::data::bits::Bits;
use crate::text::ends::first_four;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The first three of four bytes.
const THREE: u32 = 0xffff_ff00;

/// Words, the longest first.
type Filed<T> = FxHashMap<u32, Vec<(String, T)>>;

/// The words of a list, filed by how they begin.
#[derive(Clone, Debug)]
pub struct Finder<T> {
    /// By their first four bytes; those of three bytes, filled with a zero, apart.
    filed: Filed<T>,
    of_three: Filed<T>,
    /// With which three bytes words begin at all, with which four, and which words have but three: at nearly all places
    /// of a text none begins.
    beginnings: Bits,
    fours: Bits,
    threes: Bits,
}

impl<T> Finder<T> {
    /// A finder of words, each with what it means.
    ///
    /// # Errors
    /// The word that has fewer than three bytes.
    pub fn new(words: impl IntoIterator<Item = (String, T)>) -> Result<Self, String> {
        let (mut filed, mut of_three) = (Filed::default(), Filed::default());
        let (mut beginnings, mut fours, mut threes) = (Bits::default(), Bits::default(), Bits::default());
        for (word, meaning) in words {
            let start = first_four(word.as_bytes());
            beginnings.add(start & THREE);
            let (shelf, known) = match word.len() {
                0..3 => return Err(word),
                3 => (&mut of_three, &mut threes),
                _ => (&mut filed, &mut fours),
            };
            known.add(start);
            shelf.entry(start).or_default().push((word, meaning));
        }
        for words in filed.values_mut() {
            words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Ok(Self { filed, of_three, beginnings, fours, threes })
    }

    /// All words in a text in the order of their beginnings, also one inside another; of those that begin together the
    /// longest first.
    #[must_use]
    pub fn all<'f>(&'f self, text: &str) -> Vec<(Range<usize>, &'f T)> {
        let mut out = Vec::new();
        let bytes = text.as_bytes();
        for (at, four) in bytes.windows(4).enumerate() {
            let start = first_four(four);
            if self.beginnings.may_hold(start & THREE)
                && (self.fours.may_hold(start) || self.threes.may_hold(start & THREE))
            {
                self.add_beginning(&bytes[at..], at, start, &mut out);
            }
        }
        if let Some(last) = bytes.len().checked_sub(3) {
            self.add_beginning(&bytes[last..], last, first_four(&bytes[last..]), &mut out);
        }
        out
    }

    /// Adds the words with which the rest of a text begins.
    fn add_beginning<'f>(&'f self, rest: &[u8], at: usize, start: u32, out: &mut Vec<(Range<usize>, &'f T)>) {
        for (word, meaning) in self.filed.get(&start).into_iter().flatten() {
            // The last letter alone tells most of them from what stands here.
            if rest.get(word.len() - 1) == word.as_bytes().last() && rest.starts_with(word.as_bytes()) {
                out.push((at..at + word.len(), meaning));
            }
        }
        if self.threes.may_hold(start & THREE) {
            let three = self.of_three.get(&(start & THREE)).into_iter().flatten();
            out.extend(three.map(|(_, meaning)| (at..at + 3, meaning)));
        }
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
