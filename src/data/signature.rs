//! How the words of a list or a sentence begin and end, in a few bits: a quick look whether the two may share a word.

use crate::text::ends::{first_four, last_four};
use crate::text::token::{Kind, Token};

/// The beginnings and endings of words. Two that share none of them share no word; two that do may still share none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signature {
    /// Of whole words, and of beginnings of four bytes and more.
    fours: [u64; 8],
    /// Of beginnings of two and three bytes.
    twos: [u64; 4],
    /// Of endings of four bytes and more; all, where a list has a shorter one.
    endings: [u64; 8],
}

fn place_of_four(four: u32) -> (usize, u64) {
    let place = four.wrapping_mul(0x9e37_79b1) >> 23;
    ((place >> 6) as usize, 1 << (place & 63))
}

fn place_of_pair(first: u8, second: u8) -> (usize, u64) {
    let place = first.wrapping_mul(31).wrapping_add(second);
    (usize::from(place >> 6), 1 << (place & 63))
}

fn place_of_two(four: u32) -> (usize, u64) {
    let [first, second, ..] = four.to_be_bytes();
    place_of_pair(first, second)
}

impl Signature {
    /// The signature of a sentence: of its words and signs.
    #[must_use]
    pub fn of(tokens: &[Token<'_>]) -> Self {
        let mut out = Self::default();
        for token in tokens {
            if matches!(token.kind, Kind::Word | Kind::Symbol(_)) {
                // No ending of four bytes fits a shorter word, whose last four are 0.
                let places = [place_of_four(token.first), place_of_two(token.first), place_of_four(token.last)];
                out.fours[places[0].0] |= places[0].1;
                out.twos[places[1].0] |= places[1].1;
                out.endings[places[2].0] |= places[2].1;
            }
        }
        out
    }

    /// Adds a whole word to a list's signature.
    pub fn add_word(&mut self, word: &str) {
        let (slot, bit) = place_of_four(first_four(word.as_bytes()));
        self.fours[slot] |= bit;
    }

    /// Adds a beginning of at least two bytes.
    pub fn add_beginning(&mut self, stem: &str) {
        if stem.len() >= 4 {
            return self.add_word(stem);
        }
        let (slot, bit) = place_of_two(first_four(stem.as_bytes()));
        self.twos[slot] |= bit;
    }

    /// Adds an ending.
    pub fn add_ending(&mut self, ending: &str) {
        if ending.len() < 4 {
            self.endings = [u64::MAX; 8];
        }
        let (slot, bit) = place_of_four(last_four(ending.as_bytes()));
        self.endings[slot] |= bit;
    }

    /// May a word stand in a sentence of this signature?
    #[must_use]
    pub fn may_hold(&self, word: &str) -> bool {
        let (slot, bit) = place_of_four(first_four(word.as_bytes()));
        self.fours[slot] & bit != 0
    }

    /// May a word that begins so stand in a sentence of this signature?
    #[must_use]
    pub fn may_hold_beginning(&self, stem: &str) -> bool {
        if stem.len() >= 4 {
            return self.may_hold(stem);
        }
        let (slot, bit) = place_of_two(first_four(stem.as_bytes()));
        stem.len() < 2 || self.twos[slot] & bit != 0
    }

    /// May a list of this signature and a sentence share a word?
    #[must_use]
    pub fn may_share(&self, other: &Self) -> bool {
        let common = |of: fn(&Self) -> &[u64]| of(self).iter().zip(of(other)).fold(0, |all, (a, b)| all | (a & b));
        common(|all| &all.fours) | common(|all| &all.twos) | common(|all| &all.endings) != 0
    }

    /// May a word of a list begin as one does whose [`first_four`] bytes these are?
    #[inline]
    #[must_use]
    pub fn may_begin(&self, first: u32) -> bool {
        let ((slot, bit), (short, short_bit)) = (place_of_four(first), place_of_two(first));
        (self.fours[slot] & bit) | (self.twos[short] & short_bit) != 0
    }

    /// May a word of a list end as one does whose [`last_four`] bytes these are?
    #[inline]
    #[must_use]
    pub fn may_end(&self, last: u32) -> bool {
        let (slot, bit) = place_of_four(last);
        self.endings[slot] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::token::tokens;

    #[test]
    fn nothing_that_is_shared_is_missed() {
        let text = "a på sager omgjort ungeteamet - 12";
        let sentence = Signature::of(&tokens(text, text, Span::new(0..text.len())));
        let list = |add: &dyn Fn(&mut Signature)| {
            let mut list = Signature::default();
            add(&mut list);
            list.may_share(&sentence)
        };
        for word in ["a", "på", "sager", "omgjort", "-"] {
            assert!(list(&|l| l.add_word(word)), "{word}");
        }
        for stem in ["på", "om", "omg", "omgj", "omgjo", "sager"] {
            assert!(list(&|l| l.add_beginning(stem)), "{stem}");
        }
        assert!(["a", "på", "sager", "omgjort", "-"].iter().all(|word| sentence.may_hold(word)));
        assert!(["a", "på", "om", "omg", "omgj", "omgjo"].iter().all(|stem| sentence.may_hold_beginning(stem)));
        let others = ["klage", "nabo", "huset", "vejene", "bilen", "morgen"];
        assert!(others.iter().filter(|word| sentence.may_hold(word)).count() < 2);
        assert!(others.iter().filter(|stem| sentence.may_hold_beginning(&stem[..2])).count() < 2);
        for ending in ["et", "teamet", "er"] {
            assert!(list(&|l| l.add_ending(ending)), "{ending}");
        }
        assert!(others.iter().filter(|word| list(&|l| l.add_word(word))).count() < 2);
        assert!(!list(&|_| {}));
    }
}
