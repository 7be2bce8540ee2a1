//! A set of the first three bytes of words, made when the program is built: a quick look at each word of a text.

use super::ends::first_four;

/// How many numbers are told apart.
const BITS: usize = 1 << 12;

/// What the words of a list begin with. It may know more than were added, never fewer.
#[derive(Debug)]
pub struct Beginnings([u64; BITS / 64]);

impl Beginnings {
    /// The beginnings of these words; one of fewer than three bytes stands for itself alone.
    #[must_use]
    pub const fn of(words: &[&str]) -> Self {
        let mut bits = [0; BITS / 64];
        let mut at = 0;
        while at < words.len() {
            let (slot, bit) = place(first_four(words[at].as_bytes()));
            bits[slot] |= bit;
            at += 1;
        }
        Self(bits)
    }

    /// May one of the words begin as one does whose [`first_four`] bytes these are?
    #[inline]
    #[must_use]
    pub const fn may_begin(&self, first: u32) -> bool {
        let (slot, bit) = place(first);
        self.0[slot] & bit != 0
    }
}

/// Where the first three of four bytes are kept.
const fn place(first: u32) -> (usize, u64) {
    let place = (first >> 8).wrapping_mul(0x9e37_79b1) as usize >> 20;
    (place / 64, 1 << (place % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_three_bytes() {
        static SOME: Beginnings = Beginnings::of(&["to", "tre", "én", "måned"]);
        let may_begin = |word: &str| SOME.may_begin(first_four(word.as_bytes()));
        for word in ["to", "tre", "tretten", "én", "måneden"] {
            assert!(may_begin(word), "{word}");
        }
        for word in ["", "t", "tog", "ét", "ni", "kommune", "af", "og"] {
            assert!(!may_begin(word), "{word}");
        }
    }
}
