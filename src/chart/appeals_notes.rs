//! What must be known before appeal outcomes are compared: other years, scopes and bases, each said in a sentence.

use crate::chart::appeals_rows::Row;
use crate::chart::rate::{self, Rate};
use crate::chart::yardstick::Ground;
use crate::chart::{Base, words};
use crate::lang::Lang;
use crate::model::period::Period;
use std::collections::BTreeMap;

/// Beyond so many names a sentence tells the number of the others.
const MOST: usize = 5;

/// The sentences, what matters most first.
#[must_use]
pub fn notes(rows: &[Row], base: Base, lang: Lang) -> Vec<String> {
    let mut notes = unlike(rows, lang);
    notes.extend(rows.iter().filter_map(|row| printed(row, base, lang)));
    notes.extend(nations(rows, lang));
    notes.extend(named(rows, lang, "chart-note-unproven", |row| matches!(row.rate, Rate::Unproven { .. })));
    notes.extend(named(rows, lang, "chart-note-printed", |row| matches!(row.rate, Rate::Printed { .. })));
    notes.extend(named(rows, lang, "chart-note-few", |row| matches!(row.rate, Rate::TooFew { .. })));
    notes.extend(named(rows, lang, "chart-note-no-base", |row| row.outcomes.is_some() && row.rate == Rate::Absent));
    notes
}

/// Where years or scopes differ.
#[must_use]
pub fn unlike(rows: &[Row], lang: Lang) -> Vec<String> {
    years(rows, lang).into_iter().chain(scopes(rows, lang)).collect()
}

/// One sentence about all rows that a condition holds for.
fn named(rows: &[Row], lang: Lang, key: &str, holds: impl Fn(&Row) -> bool) -> Option<String> {
    let names: Vec<&str> = rows.iter().filter(|row| holds(row)).map(|row| row.place.as_str()).collect();
    (!names.is_empty()).then(|| lang.text_with(key, &[("places", words::list(lang, &names, MOST).into())]))
}

fn years(rows: &[Row], lang: Lang) -> Option<String> {
    let mut groups: BTreeMap<Period, Vec<&str>> = BTreeMap::new();
    for row in rows {
        groups.entry(row.period).or_default().push(row.place.as_str());
    }
    (groups.len() > 1).then(|| {
        let groups: Vec<String> = groups
            .into_iter()
            .map(|(period, names)| format!("{} {}", words::list(lang, &names, 3), words::period(lang, period)))
            .collect();
        lang.text_with("chart-note-years", &[("groups", groups.join("; ").into())])
    })
}

fn scopes(rows: &[Row], lang: Lang) -> Option<String> {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        groups.entry(&row.scope).or_default().push(row.place.as_str());
    }
    (groups.len() > 1).then(|| {
        let groups: Vec<String> = groups
            .into_iter()
            .map(|(scope, names)| format!("{}: {}", words::list(lang, &names, MOST), words::scope(lang, scope)))
            .collect();
        lang.text_with("chart-note-scopes", &[("groups", groups.join("; ").into())])
    })
}

/// A printed rate that the counts do not give on the chart's base.
fn printed(row: &Row, base: Base, lang: Lang) -> Option<String> {
    let printed = row.printed.as_ref().filter(|printed| printed.differs)?;
    let outcomes = row.outcomes?;
    let shown = outcomes.base(base)?;
    let rate = rate::percent(outcomes.reversed(), shown)?;
    let key = match (base, printed.base) {
        (Base::Official, Some(Base::WithDismissed)) => "chart-note-differs-dismissed",
        (Base::WithDismissed, Some(Base::Official)) => "chart-note-differs-official",
        _ => "chart-note-differs",
    };
    let other = printed.base.and_then(|base| outcomes.base(base)).unwrap_or(shown);
    Some(lang.text_with(
        key,
        &[
            ("place", row.place.as_str().into()),
            ("printed", printed.text.clone().into()),
            ("computed", words::percent(lang, rate, 1).into()),
            ("reversed", outcomes.reversed().to_string().into()),
            ("base", shown.to_string().into()),
            ("other", other.to_string().into()),
            ("dismissed", outcomes.dismissed.map_or(0, |dismissed| dismissed.n).to_string().into()),
        ],
    ))
}

/// National rates of which the base is unlike or cannot be proven: once for each period and value.
fn nations(rows: &[Row], lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for row in rows {
        let Some(nation) = &row.nation else { continue };
        let key = match nation.ground {
            Ground::Counted => continue,
            Ground::AsOwn => "chart-note-nation-as-own",
            Ground::Unlike => "chart-note-nation-unlike",
            Ground::Unknown => "chart-note-nation-unknown",
        };
        let note = lang.text_with(
            key,
            &[
                ("period", words::period(lang, row.period).into()),
                ("rate", nation.text.clone().into()),
                ("place", row.place.as_str().into()),
                ("who", row.who.as_str().into()),
            ],
        );
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use crate::chart::{Choice, PeriodChoice, build, fixture};
    use crate::lang::Lang;

    #[test]
    fn unlike_things_are_said_in_words() {
        let readings = fixture::three_appeals();
        let notes = build(&fixture::numbered(&readings), &Choice::default(), Lang::Da).head.notes;
        for told in [
            "Lejre og Roskilde 2018; Hvidovre 2021; Rødovre 2023",
            "Hvidovre og Roskilde: socialområdet",
            "30,0\u{a0}pct. (67 af 223)",
            "de 26 afviste",
            "knap 27\u{a0}pct.",
        ] {
            assert!(notes.iter().any(|note| note.contains(told)), "{told}: {notes:#?}");
        }
        assert!(notes.iter().all(|note| note.ends_with('.') && !note.contains("chart-")), "{notes:#?}");
    }

    #[test]
    fn like_things_need_no_words() {
        let readings = fixture::three_appeals();
        let choice = Choice { period: PeriodChoice::Year(2018), scope: Some("Alle".to_owned()), ..Choice::default() };
        let chart = build(&fixture::numbered(&readings), &choice, Lang::Da);
        assert_eq!(chart.head.notes, Vec::<String>::new());
    }
}
