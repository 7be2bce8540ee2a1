//! Themes under which agenda items of several documents are laid side by side: `assets/themes.ron`.

use serde::Deserialize;
use std::sync::LazyLock;

/// One theme.
#[derive(Clone, Debug, Deserialize)]
pub struct Theme {
    pub key: String,
    /// Its name in Danish and in English.
    pub da: String,
    pub en: String,
    /// Beginnings of words, or phrases, in small letters.
    words: Vec<String>,
}

static ALL: LazyLock<Vec<Theme>> = LazyLock::new(|| {
    let source = include_str!("../../assets/themes.ron");
    ron::from_str(source).unwrap_or_else(|error| panic!("assets/themes.ron: {error}"))
});

/// All themes, in the order in which they are offered.
#[must_use]
pub fn all() -> &'static [Theme] {
    &ALL
}

impl Theme {
    /// True where the title of an item speaks of the theme.
    #[must_use]
    pub fn holds(&self, title: &str) -> bool {
        let title = title.to_lowercase();
        let words = || title.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
        self.words.iter().any(|wanted| {
            if wanted.contains(' ') {
                title.contains(wanted.as_str())
            } else {
                words().any(|word| word.starts_with(wanted.as_str()))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_belong_to_themes_by_the_beginnings_of_their_words() {
        let of = |title: &str| -> Vec<&str> {
            all().iter().filter(|theme| theme.holds(title)).map(|theme| theme.key.as_str()).collect()
        };
        assert_eq!(of("Klagestatistik 2023"), ["appeals"]);
        assert_eq!(of("Drøftelse - Danmarkskort over børnehandicap"), ["appeals", "children"]);
        assert_eq!(of("Godkendelse af dagsorden"), ["announcements"]);
        assert_eq!(of("Forventet regnskab"), ["budget"]);
        assert_eq!(of("Valg af formand"), Vec::<&str>::new());
    }
}
