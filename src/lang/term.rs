//! Keys of the model as people say them: a measure, a topic, a unit, a reason for doubt.

use super::Lang;
use crate::data::indicators::INDICATORS;
use crate::model::figure::{Doubt, Figure, Topic};

/// The word of the catalogue for a name (`reversal_rate` with `app-measure`); the name itself where it has none.
#[must_use]
pub fn term(lang: Lang, prefix: &str, name: &str) -> String {
    let key = format!("{prefix}-{}", name.to_lowercase().replace(['_', ' '], "-"));
    let text = lang.text(&key);
    if text != key {
        return text.trim_matches('\u{2060}').to_owned();
    }
    // Topics beside appeals and caseloads bring their names with their words.
    let names = match prefix {
        "app-topic" => INDICATORS.topic(name).map(|names| (names.da.as_str(), names.en.as_str())),
        "app-measure" => INDICATORS.measure("", name),
        _ => None,
    };
    names.map_or_else(|| name.replace('_', " "), |names| in_sentence(either(lang, names)))
}

/// The Danish or the English of two names.
fn either(lang: Lang, (da, en): (&'static str, &'static str)) -> &'static str {
    if lang == Lang::Da { da } else { en }
}

/// A name as it stands inside a sentence: "Varighed" begins small, "A-dagpenge" does not.
#[must_use]
pub fn in_sentence(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(chars).collect(),
        _ => name.to_owned(),
    }
}

/// A figure's measure.
#[must_use]
pub fn measure(lang: Lang, figure: &Figure) -> String {
    if let Topic::Other(topic) = &figure.topic
        && let Some(names) = INDICATORS.measure(topic, figure.measure.key())
    {
        return in_sentence(either(lang, names));
    }
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
        assert_eq!(term(Lang::Da, "app-topic", "duration"), "varighed");
        assert_eq!(term(Lang::En, "app-measure", "processing_time"), "processing time");
        assert_eq!(term(Lang::Da, "app-unit", "points_of_something"), "points of something");
    }
}
