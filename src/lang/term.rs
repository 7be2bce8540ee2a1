//! Keys of the model as people say them: a measure, a topic, a unit, a scope, a period, a reason for doubt.

use super::Lang;
use crate::data::indicators::INDICATORS;
use crate::model::figure::{Doubt, Figure, Topic};
use crate::model::period::{Part, Period};

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

/// A scope as people say it: "alle afgørelser", "socialområdet (SEL)".
#[must_use]
pub fn scope(lang: Lang, scope: &str) -> String {
    let key = match scope {
        "Alle" => "chart-scope-all",
        "SEL" => "chart-scope-sel",
        "SEL børnehandicap" => "chart-scope-children",
        "SEL voksenhandicap" => "chart-scope-adults",
        "BL" => "chart-scope-bl",
        "LAB" => "chart-scope-lab",
        "LAS" => "chart-scope-las",
        "PL" => "chart-scope-pl",
        "SDP" => "chart-scope-sdp",
        "ØVR" => "chart-scope-other",
        _ => return scope.to_owned(),
    };
    lang.text(key)
}

/// A period as people write it: "2023", "1. halvår 2016", "1.–3. kvartal 2019", "maj–juni 2022", "2019–2021".
#[must_use]
pub fn period(lang: Lang, period: Period) -> String {
    let named = |key, n: String, year: i16| lang.text_with(key, &[("n", n.into()), ("year", year.to_string().into())]);
    let moment = |year: i16, part: Part| match part {
        Part::Year => year.to_string(),
        Part::Half(n) => named("chart-half", n.to_string(), year),
        Part::Quarter(n) => named("chart-quarter", n.to_string(), year),
        Part::Month(n) => format!("{} {year}", month(lang, n)),
    };
    let from = period.from;
    let Some(to) = period.to else { return moment(from.year, from.part) };
    match (from.part, to.part) {
        (Part::Quarter(first), Part::Quarter(last)) if from.year == to.year => {
            let values = [("first", first), ("last", last)].map(|(name, n)| (name, n.to_string().into()));
            let year = [("year", from.year.to_string().into())];
            lang.text_with("chart-quarters", &[&values[..], &year].concat())
        }
        (Part::Month(first), Part::Month(last)) if from.year == to.year => {
            format!("{}\u{2013}{} {}", month(lang, first), month(lang, last), from.year)
        }
        _ => format!("{}\u{2013}{}", moment(from.year, from.part), moment(to.year, to.part)),
    }
}

/// A month's name in short: "dec.", "maj".
fn month(lang: Lang, n: u8) -> String {
    let names = lang.text("chart-months");
    names.split(' ').nth(usize::from(n.max(1)) - 1).map_or_else(|| n.to_string(), str::to_owned)
}

/// A day as people write it: "10. september 2019".
#[must_use]
pub fn date(lang: Lang, date: jiff::civil::Date) -> String {
    let months = lang.text("app-months");
    let month = months.split(' ').nth(usize::from(date.month().unsigned_abs()).max(1) - 1).unwrap_or_default();
    match lang {
        Lang::Da => format!("{}. {month} {}", date.day(), date.year()),
        Lang::En => format!("{} {month} {}", date.day(), date.year()),
    }
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
    fn days_are_written_out() {
        let day = jiff::civil::date(2019, 9, 10);
        assert_eq!(date(Lang::Da, day), "10. september 2019");
        assert_eq!(date(Lang::En, day), "10 September 2019");
    }

    #[test]
    fn names_without_a_word_stay_readable() {
        assert_eq!(term(Lang::Da, "app-measure", "reversal_rate"), "omgørelsesprocent");
        assert_eq!(term(Lang::Da, "app-unit", "count"), "");
        assert_eq!(term(Lang::Da, "app-topic", "duration"), "varighed");
        assert_eq!(term(Lang::En, "app-measure", "processing_time"), "processing time");
        assert_eq!(term(Lang::Da, "app-unit", "points_of_something"), "points of something");
    }
}
