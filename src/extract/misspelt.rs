//! Names of areas with one wrong letter.

use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::text::token::Token;

/// `børnehandsicapområdet`: a long word that is one letter away from an area's is that area.
pub(super) fn add_misspelt_areas(tokens: &[Token<'_>], terms: &mut Vec<Hit<Tag>>) {
    for (at, token) in tokens.iter().enumerate() {
        let Some(word) = token.word().filter(|w| w.len() >= 12) else { continue };
        let area = WORDS.long_areas.iter().find(|(stem, _)| starts_nearly(word, stem));
        if let Some((_, area)) = area
            && !terms.iter().any(|hit| (hit.start..hit.end).contains(&at))
        {
            let hit = Hit { start: at, end: at + 1, tag: Tag::Area(area.clone()) };
            let place = terms.partition_point(|other| other.start < at);
            terms.insert(place, hit);
        }
    }
}

/// Does the word begin with the stem, one letter added, lost or changed?
fn starts_nearly(word: &str, stem: &str) -> bool {
    if word.as_bytes().first_chunk::<4>() != stem.as_bytes().first_chunk() {
        return false;
    }
    let same = || word.chars().zip(stem.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8());
    if same().count() < 4 {
        return false;
    }
    let at: usize = same().sum();
    let (tail, rest) = (&word[at..], &stem[at..]);
    let (next_tail, next_rest) = (without_first(tail), without_first(rest));
    next_tail.starts_with(rest) || next_tail.starts_with(next_rest) || tail.starts_with(next_rest)
}

fn without_first(text: &str) -> &str {
    text.get(text.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default()
}
