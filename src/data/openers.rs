//! The first words of phrases, and their longest: a text without them holds none of the phrases.

use crate::text::lower;
use memchr::memmem;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// The letters at the start of a text, in small letters.
fn opener(text: &str) -> Cow<'_, str> {
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = &text[..letters];
    if word.bytes().all(|b| b.is_ascii_lowercase()) { Cow::Borrowed(word) } else { Cow::Owned(lower::plain(word)) }
}

/// The first words of phrases: most lines begin with none of them and need no closer look.
#[derive(Clone, Debug, Default)]
pub struct Openers(FxHashSet<String>);

impl Openers {
    /// The openers of phrases.
    #[must_use]
    pub fn of<'w>(phrases: impl IntoIterator<Item = &'w String>) -> Self {
        Self(phrases.into_iter().map(|phrase| opener(phrase).into_owned()).collect())
    }

    /// Whether a text may begin with one of the phrases.
    #[must_use]
    pub fn may_open(&self, text: &str) -> bool {
        self.0.contains(&*opener(text))
    }
}

/// The longest word of each phrase without its first letter, which a sentence may print as a capital.
#[must_use]
pub fn cues(phrases: &[String]) -> Vec<memmem::Finder<'static>> {
    let longest = |phrase: &String| phrase.split(' ').max_by_key(|word| word.len()).map(str::to_owned);
    let without_first = |word: String| word.chars().skip(1).collect::<String>();
    let mut all: Vec<String> = phrases.iter().filter_map(longest).map(without_first).collect();
    all.sort_by_key(String::len);
    let mut cues: Vec<String> = Vec::new();
    for cue in all {
        if !cues.iter().any(|known| cue.contains(known.as_str())) {
            cues.push(cue);
        }
    }
    cues.iter().map(|cue| memmem::Finder::new(cue).into_owned()).collect()
}
