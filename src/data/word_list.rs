//! Lists of single words in the data: whole words, beginnings (`mål*`) and endings (`*centret`).

use crate::text::token::Token;
use std::collections::HashSet;

/// Single words that mean the same to a rule.
#[derive(Debug, Default)]
pub struct WordList {
    whole: HashSet<String>,
    beginnings: Vec<String>,
    endings: Vec<String>,
}

impl WordList {
    /// The words of a list, whatever their case.
    ///
    /// # Errors
    /// The entry that is empty, more than one word, or a `*` with fewer than two letters.
    pub fn new<'w>(words: impl IntoIterator<Item = &'w String>) -> Result<Self, String> {
        let mut out = Self::default();
        for entry in words {
            let word = entry.trim().to_lowercase();
            let stem = word.trim_matches('*');
            let starred = word.len() > stem.len();
            if stem.is_empty() || stem.contains(char::is_whitespace) || (starred && stem.chars().count() < 2) {
                return Err(entry.clone());
            }
            match (word.starts_with('*'), word.ends_with('*')) {
                (false, false) => {
                    out.whole.insert(word);
                }
                (false, true) => out.beginnings.push(stem.to_owned()),
                (true, false) => out.endings.push(stem.to_owned()),
                (true, true) => return Err(entry.clone()),
            }
        }
        Ok(out)
    }

    /// Is a word in lower case one of the list?
    #[must_use]
    pub fn holds(&self, word: &str) -> bool {
        self.whole.contains(word)
            || self.beginnings.iter().any(|stem| word.starts_with(stem.as_str()))
            || self.endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    /// Is a token a word of the list?
    #[must_use]
    pub fn has(&self, token: &Token<'_>) -> bool {
        token.word().is_some_and(|word| self.holds(word))
    }
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
