//! Keys of the model as people say them: a measure, a topic, a unit, a reason for doubt.

use super::Lang;
use crate::model::figure::{Doubt, Figure};

/// The word of the catalogue for a name (`reversal_rate` with `app-measure`); the name itself where it has none.
#[must_use]
pub fn term(lang: Lang, prefix: &str, name: &str) -> String {
    let key = format!("{prefix}-{}", name.to_lowercase().replace(['_', ' '], "-"));
    let text = lang.text(&key);
    if text == key { name.replace('_', " ") } else { text.trim_matches('\u{2060}').to_owned() }
}

/// A figure's measure.
#[must_use]
pub fn measure(lang: Lang, figure: &Figure) -> String {
    term(lang, "app-measure", figure.measure.key())
}

/// A figure's topic.
#[must_use]
pub fn topic(lang: Lang, figure: &Figure) -> String {
    term(lang, "app-topic", figure.topic.key())
}

/// A figure's unit; empty for a plain count.
#[must_use]
pub fn unit(lang: Lang, figure: &Figure) -> String {
    term(lang, "app-unit", figure.unit.key())
}

/// Why a figure is uncertain.
#[must_use]
pub fn doubt(lang: Lang, doubt: Doubt) -> String {
    term(lang, "app-doubt", doubt.key())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_a_word_stay_readable() {
        assert_eq!(term(Lang::Da, "app-measure", "reversal_rate"), "omgørelsesprocent");
        assert_eq!(term(Lang::Da, "app-unit", "count"), "");
        assert_eq!(term(Lang::Da, "app-unit", "points_of_something"), "points of something");
    }
}
