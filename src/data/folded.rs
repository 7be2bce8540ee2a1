//! Words of a file in the form in which they are compared, and what can be wrong with them.

use crate::model::source::is_plainly_spaced;
use crate::text::lower;
use rustc_hash::FxHashMap;

/// What is wrong with the file of words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// The file's form: the line, and what was expected.
    #[error("{0}")]
    Form(String),
    #[error("an empty word stands under `{0}`")]
    Empty(&'static str),
    #[error("`{word}` stands twice under `{list}`")]
    Twice { list: &'static str, word: String },
}

/// Small letters, single blanks, no colon or blank at the end: the form in which words are compared.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = if !text.starts_with(' ') && is_plainly_spaced(text) {
        lower::plain(text)
    } else {
        lower::plain(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    out.truncate(out.trim_end_matches([':', ' ']).len());
    out
}

pub(super) fn word(text: &str, under: &'static str) -> Result<String, WordsError> {
    let folded = fold(text);
    if folded.is_empty() { Err(WordsError::Empty(under)) } else { Ok(folded) }
}

pub(super) fn list(words: &[String], under: &'static str) -> Result<Vec<String>, WordsError> {
    words.iter().map(|text| word(text, under)).collect()
}

pub(super) fn longest_first(words: &[String], under: &'static str) -> Result<Vec<String>, WordsError> {
    let mut folded = list(words, under)?;
    folded.sort_by_key(|word| std::cmp::Reverse(word.len()));
    Ok(folded)
}

/// A lookup table; a name that stands in it twice would be a silent loss.
pub(super) fn table<K: Copy>(
    groups: impl Iterator<Item = (K, Vec<String>)>,
    under: &'static str,
) -> Result<FxHashMap<String, K>, WordsError> {
    let mut out = FxHashMap::default();
    for (kind, names) in groups {
        for name in names {
            let folded = word(&name, under)?;
            if out.insert(folded, kind).is_some() {
                return Err(WordsError::Twice { list: under, word: name });
            }
        }
    }
    Ok(out)
}
