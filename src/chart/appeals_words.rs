//! What stands in words beside a municipality's bar: its period and scope, its rate, the nation's rate.

use crate::chart::appeals_rows::Row;
use crate::chart::rate::Rate;
use crate::chart::yardstick::Ground;
use crate::chart::{table, words};
use crate::lang::{Lang, number};

/// The small line under a name: period and scope.
pub fn subject(row: &Row, lang: Lang) -> String {
    format!("{}, {}", words::period(lang, row.period), words::scope(lang, &row.scope))
}

/// The rate in words: what it is, and what stands beside it.
pub fn value(row: &Row, lang: Lang) -> [String; 2] {
    let printed = row.printed.as_ref().map(|printed| printed.text.clone());
    let with = |key: &str, values: &[(&str, String)]| {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.clone().into())).collect();
        lang.text_with(key, &values)
    };
    match &row.rate {
        Rate::Computed { percent, reversed, base, .. } => {
            let rate = with("chart-rate-computed", &[("rate", words::percent(lang, *percent, 1))]);
            let cases = table::of(lang, *reversed, *base);
            let small = match printed {
                Some(printed) => with("chart-cases-and-printed", &[("cases", cases), ("rate", printed)]),
                None => cases,
            };
            [rate, small]
        }
        Rate::TooFew { reversed, base, .. } => [table::of(lang, *reversed, *base), lang.text("chart-too-few")],
        Rate::Printed { cases, .. } => {
            let cases = number::format(lang, f64::from(*cases), 0);
            [printed.unwrap_or_default(), with("chart-printed-of", &[("n", cases)])]
        }
        Rate::Unproven { .. } => [printed.unwrap_or_default(), lang.text("chart-unproven")],
        Rate::Absent => [
            lang.text("chart-no-rate"),
            printed.map_or_else(String::new, |rate| with("chart-printed", &[("rate", rate)])),
        ],
    }
}

/// The nation's rate in words.
pub fn nation(row: &Row, lang: Lang) -> [String; 2] {
    let Some(nation) = &row.nation else {
        return [lang.text("chart-not-told"), String::new()];
    };
    let ground = match nation.ground {
        Ground::Counted => "chart-nation-counted",
        Ground::AsOwn => "chart-nation-printed",
        Ground::Unlike => "chart-nation-unlike",
        Ground::Unknown => "chart-unproven",
    };
    [nation.text.clone(), lang.text(ground)]
}

/// The nation's rate in one line, where it has no column of its own.
pub fn nation_line(row: &Row, lang: Lang) -> String {
    let rate = row.nation.as_ref().map_or_else(|| lang.text("chart-not-told"), |nation| nation.text.clone());
    lang.text_with("chart-nation-line", &[("who", row.who.as_str().into()), ("rate", rate.into())])
}
