//! How the lines of a paragraph or cell join: where a word was broken, and whether its hyphen stays.

use super::words::Line;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

/// Words that are too short to be cut off, and never the rest of another word.
const SMALL: [&str; 24] = [
    "å", "ø", "ad", "af", "alt", "at", "bl.a", "den", "der", "det", "eller", "en", "et", "for", "fra", "hos", "i",
    "med", "mm", "og", "om", "på", "til", "ved",
];

/// From so many letters on a word's beginning tells the word.
const LONG: usize = 9;

/// How two lines join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    Blank,
    /// Without a blank, the hyphen or stroke kept.
    Close,
    /// Without the hyphen.
    Whole,
}

/// The words that a document uses in running text, in small letters.
#[derive(Debug, Default)]
pub struct Known {
    words: FxHashSet<String>,
    /// The same in order, once a beginning was asked for.
    sorted: OnceCell<Vec<String>>,
}

impl Known {
    /// The words inside lines; those at a line's ends may be broken.
    pub fn of(lines: &[Line]) -> Self {
        let lines = lines.iter().filter(|line| line.words.len() > 4);
        let mut words = FxHashSet::default();
        let mut small = String::new();
        for word in lines.flat_map(|line| &line.words[..line.words.len() - 1]) {
            small.clear();
            bare_into(&word.text, &mut small);
            if !words.contains(&small) {
                words.insert(small.clone());
            }
        }
        Self { words, sorted: OnceCell::new() }
    }

    /// True for a word of the document, or a long beginning of one: "omgørelsesprocent" where "omgørelsesprocenten" is
    /// spoken of.
    fn knows(&self, word: &str) -> bool {
        let begins_one = || {
            let sorted = self.sorted.get_or_init(|| {
                let mut words: Vec<String> = self.words.iter().cloned().collect();
                words.sort_unstable();
                words
            });
            let at = sorted.partition_point(|known| known.as_str() < word);
            sorted.get(at).is_some_and(|known| known.starts_with(word))
        };
        self.words.contains(word) || (word.chars().count() >= LONG && begins_one())
    }

    /// Takes in the words of another page.
    pub fn add(&mut self, other: Self) {
        self.words.extend(other.words);
        self.sorted.take();
    }

    /// How a line that ends in `last` joins one that starts with `next`.
    pub fn join(&self, last: &str, next: &str) -> Join {
        if last.ends_with('/') && last.len() > 1 {
            return Join::Close;
        }
        let Some(stem) = last.strip_suffix('-').filter(|stem| stem.ends_with(char::is_alphanumeric)) else {
            return Join::Blank;
        };
        if stem.ends_with(|c: char| c.is_ascii_digit()) && next.starts_with(|c: char| c.is_ascii_digit()) {
            return Join::Close;
        }
        if next.starts_with(char::is_uppercase) {
            return Join::Close;
        }
        let next_bare = bare(next);
        if !next.starts_with(char::is_lowercase)
            || matches!(next_bare.as_str(), "og" | "eller" | "samt" | "og/eller" | "hhv")
        {
            return Join::Blank;
        }
        let is_code =
            stem.chars().rev().take_while(|c| c.is_alphanumeric()).all(|c| c.is_uppercase() || c.is_ascii_digit());
        let (joined, kept) = (format!("{}{next_bare}", bare(stem)), format!("{}{next_bare}", bare(last)));
        if is_code || (self.words.contains(&kept) && !self.words.contains(&joined)) { Join::Close } else { Join::Whole }
    }

    /// True where a text's last word and the first one of what comes next are a single word of the document.
    pub fn is_one(&self, so_far: &str, next: &str) -> bool {
        let begun = bare(so_far.rsplit(' ').next().unwrap_or_default());
        let rest = bare(next.split(' ').next().unwrap_or_default());
        begun.chars().count() > 2 && !rest.is_empty() && self.knows(&format!("{begun}{rest}"))
    }

    /// True where a word was too long for its cell and goes on in the next line (the first of `after`) without a
    /// hyphen: the document knows the whole word, or it reaches the cell's right side (where that is known) and neither
    /// part is known. `so_far` is the cell's text.
    pub fn is_cut(&self, so_far: &str, before: &Line, after: &[Line], right: Option<f32>) -> bool {
        let (Some(last), Some(next)) = (before.words.last(), after.first().and_then(|line| line.words.first())) else {
            return false;
        };
        let room = width_of_first(&next.text) * last.size + 0.6;
        let is_full = right.is_some_and(|right| right - last.x1 < room);
        if !next.text.starts_with(|c: char| c.is_lowercase() || c == ',') || !last.text.ends_with(char::is_alphabetic) {
            return false;
        }
        if next.text.starts_with(',') {
            return is_full;
        }
        let begun = bare(so_far.rsplit(' ').next().unwrap_or(&last.text));
        // The word may go on over several lines that hold nothing else.
        let mut whole = begun.clone();
        for line in after.iter().take(4) {
            whole.push_str(&line.words.first().map(|word| bare(&word.text)).unwrap_or_default());
            if begun.chars().count() > 2 && self.knows(&whole) {
                return true;
            }
            if line.words.len() > 1 {
                break;
            }
        }
        // A word is cut only where it stands alone: before that it has moved to a line of its own.
        // Some programs cut it where they are, though: a letter or two that make no word.
        let is_rest = begun.chars().count() <= 2 && !SMALL.contains(&begun.as_str());
        let is_alone = before.words.len() == 1 && !SMALL.contains(&bare(&next.text).as_str());
        is_full && (is_alone || is_rest) && !self.words.contains(&begun) && !self.words.contains(&bare(&next.text))
    }
}

/// How wide a word's first letter is at the most in fonts for running text, as a part of their size.
fn width_of_first(word: &str) -> f32 {
    match word.chars().next() {
        Some('f' | 'i' | 'j' | 'l' | 't' | ',') => 0.33,
        Some('r') => 0.4,
        Some('m' | 'w' | 'æ') => 0.9,
        _ => 0.6,
    }
}

/// A word in small letters, without signs around it.
fn bare(word: &str) -> String {
    let mut small = String::with_capacity(word.len());
    bare_into(word, &mut small);
    small
}

fn bare_into(word: &str, small: &mut String) {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
    if word.is_ascii() {
        small.push_str(word);
        small.make_ascii_lowercase();
    } else {
        small.extend(word.chars().flat_map(char::to_lowercase));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_at_line_ends() {
        let known =
            Known { words: ["e-mail", "børne-ungdom"].map(str::to_owned).into_iter().collect(), ..Known::default() };
        for (last, next, expected) in [
            ("omgø-", "relser.", Join::Whole),
            ("social-", "og", Join::Blank),
            ("e-", "mail", Join::Close),
            ("LAB-", "sager", Join::Close),
            ("Peer-", "Partnerskabet", Join::Close),
            ("2018-", "2020", Join::Close),
            ("ændret/", "ophævet", Join::Close),
            ("tal", "er", Join::Blank),
            ("-", "er", Join::Blank),
        ] {
            assert_eq!(known.join(last, next), expected, "{last} {next}");
        }
    }
}
