//! Lists of single words in the data: whole words, beginnings (`mål*`) and endings (`*centret`).

use crate::data::signature::Signature;
use crate::text::ends::{first_four, last_four};
use crate::text::lower::plain;
use crate::text::token::Token;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Deserializer};

/// Single words that mean the same to a rule. In the data a list of them.
#[derive(Debug, Default, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct WordList {
    whole: FxHashSet<String>,
    beginnings: Vec<String>,
    endings: Vec<String>,
    /// How they begin and end: nearly every word asked for does neither.
    signature: Signature,
}

impl WordList {
    /// The words of a list, whatever their case.
    ///
    /// # Errors
    /// The entry that is empty, more than one word, or a `*` with fewer than two letters.
    pub fn new<'w>(words: impl IntoIterator<Item = &'w String>) -> Result<Self, String> {
        let mut out = Self::default();
        for entry in words {
            let word = plain(entry.trim());
            let stem = word.trim_matches('*');
            let starred = word.len() > stem.len();
            if stem.is_empty() || stem.contains(char::is_whitespace) || (starred && stem.chars().count() < 2) {
                return Err(entry.clone());
            }
            match (word.starts_with('*'), word.ends_with('*')) {
                (false, false) => {
                    out.signature.add_word(&word);
                    out.whole.insert(word);
                }
                (false, true) => {
                    out.signature.add_beginning(stem);
                    out.beginnings.push(stem.to_owned());
                }
                (true, false) => {
                    out.signature.add_ending(stem);
                    out.endings.push(stem.to_owned());
                }
                (true, true) => return Err(entry.clone()),
            }
        }
        Ok(out)
    }

    /// What the words have whatever their ending or beginning, in the order of no list.
    pub fn stems(&self) -> impl Iterator<Item = &String> {
        self.whole.iter().chain(&self.beginnings).chain(&self.endings)
    }

    /// Is a word in lower case one of the list?
    #[must_use]
    pub fn holds(&self, word: &str) -> bool {
        self.holds_with(word, first_four(word.as_bytes()), last_four(word.as_bytes()))
    }

    /// The same where it is known how the word begins and ends.
    #[inline]
    fn holds_with(&self, word: &str, first: u32, last: u32) -> bool {
        self.signature.may_begin(first) && self.begins(word) || self.signature.may_end(last) && self.ends(word)
    }

    fn begins(&self, word: &str) -> bool {
        self.whole.contains(word) || self.beginnings.iter().any(|stem| word.starts_with(stem.as_str()))
    }

    fn ends(&self, word: &str) -> bool {
        self.endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// May a sentence hold a word of the list?
    #[must_use]
    pub fn may_be_in(&self, sentence: &Signature) -> bool {
        self.signature.may_share(sentence)
    }

    /// Is a token a word of the list?
    #[inline]
    #[must_use]
    pub fn has(&self, token: &Token<'_>) -> bool {
        token.word().is_some_and(|word| self.holds_with(word, token.first, token.last))
    }
}

impl TryFrom<Vec<String>> for WordList {
    type Error = String;

    fn try_from(words: Vec<String>) -> Result<Self, String> {
        Self::new(&words).map_err(|word| format!("the word {word:?} cannot be used"))
    }
}

/// A list of phrases that are compared as a whole, in lower case.
///
/// # Errors
/// Those of the data's form.
pub fn lower<'de, D: Deserializer<'de>>(data: D) -> Result<Vec<String>, D::Error> {
    Ok(Vec::<String>::deserialize(data)?.iter().map(|phrase| plain(phrase)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_or_begin_or_end_so() {
        let list = WordList::new(&["Mål".to_owned(), "ambition*".to_owned(), "*centret".to_owned()]).unwrap();
        for (word, expected) in
            [("mål", true), ("målt", false), ("ambitionen", true), ("jobcentret", true), ("centrets", false)]
        {
            assert_eq!(list.holds(word), expected, "{word}");
        }
        for broken in ["", "*", "a*", "to ord", "*begge*"] {
            assert_eq!(WordList::new(&[broken.to_owned()]).unwrap_err(), broken);
        }
    }
}
