//! Places: municipalities and regions named in a text.

use crate::data::lexicon::{Hit, Lexicon};
use crate::data::municipalities;
use crate::model::figure::Place;
use crate::text::token::Token;
use std::sync::LazyLock;

const REGIONS: [&str; 5] =
    ["Region Hovedstaden", "Region Sjælland", "Region Syddanmark", "Region Midtjylland", "Region Nordjylland"];

/// Every form of every place with its official name, in lower case, genitives included.
pub static FORMS: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let municipalities = municipalities::all().iter().flat_map(|m| m.forms().map(|form| (form, m.name.as_str())));
    let regions = REGIONS.iter().map(|region| (*region, *region));
    municipalities
        .chain(regions)
        .flat_map(|(form, name)| {
            let lower = form.to_lowercase();
            [(lower.clone(), name), (lower + "s", name)]
        })
        .collect()
});

static LEXICON: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    Lexicon::new(FORMS.iter().cloned()).unwrap_or_else(|form| panic!("a place without letters: {form:?}"))
});

/// Is a place a region and no municipality?
#[must_use]
pub fn is_region(place: &Place) -> bool {
    REGIONS.contains(&place.as_str())
}

/// The places named in tokens of a text. A name begins with a capital: "skive" and "odder" are words too.
#[must_use]
pub fn places(text: &str, tokens: &[Token<'_>]) -> Vec<Hit<Place>> {
    let capital = |at: usize| {
        text.get(tokens[at].span.start as usize..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase)
    };
    let mut hits: Vec<Hit<Place>> = Vec::new();
    for at in 0..tokens.len() {
        let free = hits.last().is_none_or(|last| last.end <= at);
        let named = free && LEXICON.may_begin(&tokens[at]) && capital(at);
        let found = if named { LEXICON.at(tokens, at) } else { None };
        hits.extend(found.map(|hit| Hit { start: hit.start, end: hit.end, tag: Place::new(hit.tag) }));
    }
    for hit in &mut hits {
        // "Lejre Kommunes": the word belongs to the name.
        if tokens.get(hit.end).is_some_and(|t| t.word().is_some_and(|w| w.starts_with("kommune"))) {
            hit.end += 1;
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::{lower::aligned, token::tokens};

    fn found(text: &str) -> Vec<String> {
        let lower = aligned(text);
        places(text, &tokens(text, &lower, Span::new(0..text.len()))).iter().map(|h| h.tag.to_string()).collect()
    }

    #[test]
    fn finds_names_as_texts_write_them() {
        for (text, expected) in [
            ("Roskilde Kommunes er på 28 %", vec!["Roskilde"]),
            ("I Århus og på Mors", vec!["Aarhus", "Morsø"]),
            ("en skive brød i Skive", vec!["Skive"]),
            ("Ringkøbing-Skjern ligger i Region Midtjylland", vec!["Ringkøbing-Skjern", "Region Midtjylland"]),
            ("Hvidovres sager", vec!["Hvidovre"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
