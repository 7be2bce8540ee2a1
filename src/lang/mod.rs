//! The words of the program in Danish and English, and numbers as each language writes them.
//!
//! All text stands in `assets/text/da.ftl` and `assets/text/en.ftl` (Fluent); a test holds their keys equal.

pub mod message;
pub mod number;
pub mod term;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    #[default]
    Da,
    En,
}

const DANISH: &str = include_str!("../../assets/text/da.ftl");
const ENGLISH: &str = include_str!("../../assets/text/en.ftl");

type Catalogue = FluentBundle<FluentResource>;

fn catalogue(tag: &str, source: &str) -> Catalogue {
    let tag = tag.parse().expect("a language tag that the source spells");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks that isolate directions have no glyph in the fonts, and both languages run left to right.
    bundle.set_use_isolating(false);
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("a broken entry in the catalogue: {errors:?}"),
    };
    bundle.add_resource(resource).expect("each key once");
    bundle
}

static DA: LazyLock<Catalogue> = LazyLock::new(|| catalogue("da", DANISH));
static EN: LazyLock<Catalogue> = LazyLock::new(|| catalogue("en", ENGLISH));

impl Lang {
    /// The text of a key without values.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        self.format(key, &FluentArgs::new())
    }

    /// The text of a key with its values; numbers choose plurals.
    #[must_use]
    pub fn text_with<'a>(self, key: &str, values: &[(&'a str, FluentValue<'a>)]) -> String {
        let args = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, &args)
    }

    /// The key itself where the catalogue lacks it: visible, and found by the test that walks the keys.
    fn format(self, key: &str, args: &FluentArgs<'_>) -> String {
        let bundle: &Catalogue = match self {
            Self::Da => &DA,
            Self::En => &EN,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let text = bundle.format_pattern(pattern, Some(args), &mut Vec::new());
        // The point of a value's abbreviation ends the sentence as well: "30,0 pct.", not "pct..".
        if text.contains("pct..") { text.replace("pct..", "pct.") } else { text.into_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The keys of a catalogue with the variables that each entry uses.
    fn keys(source: &str) -> BTreeSet<(String, BTreeSet<String>)> {
        let mut keys: BTreeSet<(String, BTreeSet<String>)> = BTreeSet::new();
        let mut entry: Option<(String, BTreeSet<String>)> = None;
        for line in source.lines() {
            let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
            if let (true, Some((key, _))) = (starts, line.split_once(" =")) {
                keys.extend(entry.take());
                entry = Some((key.to_owned(), BTreeSet::new()));
            }
            if let Some((_, variables)) = &mut entry {
                for part in line.split('$').skip(1) {
                    variables.insert(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
                }
            }
        }
        keys.extend(entry);
        keys
    }

    #[test]
    fn both_languages_have_the_same_keys_and_variables() {
        let (danish, english) = (keys(DANISH), keys(ENGLISH));
        assert!(!danish.is_empty());
        let differ: Vec<_> = danish.symmetric_difference(&english).collect();
        assert!(differ.is_empty(), "{differ:?}");
        assert!(danish.iter().all(|(key, _)| Lang::Da.text(key) != *key));
    }
}
