//! Small pieces of language that all charts share: lists of names, scopes, dates, percentages, documents.

use crate::chart::Base;
use crate::chart::select::Shelf;
pub use crate::lang::term::{period, scope};
use crate::lang::{Lang, number};
use crate::model::figure::{Hedge, HedgeKind, Place};
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::collections::BTreeSet;

/// "A, B og C"; beyond `most` names the rest is counted: "A, B og 96 andre".
#[must_use]
pub fn list<T: AsRef<str>>(lang: Lang, names: &[T], most: usize) -> String {
    let and = lang.text("chart-and");
    let (shown, rest) = if names.len() > most { names.split_at(most.saturating_sub(1)) } else { (names, &names[..0]) };
    let shown: Vec<&str> = shown.iter().map(AsRef::as_ref).collect();
    if !rest.is_empty() {
        let others = lang.text_with("chart-others", &[("n", rest.len().into())]);
        return format!("{} {and} {others}", shown.join(", "));
    }
    match shown.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {and} {last}", before.join(", ")),
        _ => shown.concat(),
    }
}

/// The places' names in one text: all up to six, else some and how many more.
#[must_use]
pub fn places(lang: Lang, places: &[Place]) -> String {
    let names: Vec<&str> = places.iter().map(Place::as_str).collect();
    list(lang, &names, 6)
}

/// A place as it is shown: the nation in the reader's language.
#[must_use]
pub fn place(lang: Lang, place: &Place) -> String {
    if *place == Place::NATION { lang.text("chart-nation") } else { place.to_string() }
}

/// The key of the sentence that says what a reversal rate is a share of.
#[must_use]
pub fn base(base: Base) -> &'static str {
    match base {
        Base::Official => "chart-base-official",
        Base::WithDismissed => "chart-base-with-dismissed",
    }
}

/// A difference with its sign: "+4,7", "−13,2".
#[must_use]
pub fn signed(lang: Lang, value: f64, decimals: usize) -> String {
    let text = number::format(lang, value, decimals);
    if value > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) { format!("+{text}") } else { text }
}

/// "2018" or "2018–2023".
#[must_use]
pub fn years((first, last): (i16, i16)) -> String {
    if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") }
}

/// A percentage with so many decimals, as the language marks it.
#[must_use]
pub fn percent(lang: Lang, value: f64, decimals: usize) -> String {
    format!("{}{}", number::format(lang, value, decimals), sign(lang))
}

/// A whole percentage at a scale that runs from left to right: only the last says what the numbers are, for the marks
/// stand close.
#[must_use]
pub fn along_scale(lang: Lang, value: f64, last: bool) -> String {
    if last { percent(lang, value, 0) } else { number::format(lang, value, 0) }
}

/// The word that takes a number's edge off: as it is printed in Danish, by its meaning in English.
#[must_use]
pub fn hedge(lang: Lang, hedge: &Hedge) -> String {
    let key = match hedge.kind {
        _ if lang == Lang::Da => return hedge.word.clone(),
        HedgeKind::JustBelow => "chart-hedge-below",
        HedgeKind::JustAbove => "chart-hedge-above",
        HedgeKind::About => "chart-hedge-about",
    };
    lang.text(key)
}

/// What follows a percentage: the abbreviation in Danish, the sign in English.
#[must_use]
pub const fn sign(lang: Lang) -> &'static str {
    match lang {
        Lang::Da => "\u{a0}pct.",
        Lang::En => "%",
    }
}

/// A day as the language writes it in figures.
#[must_use]
pub fn date(lang: Lang, date: jiff::civil::Date) -> String {
    match lang {
        Lang::Da => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Lang::En => date.to_string(),
    }
}

/// A document as a source line: municipality, committee, meeting date, file.
#[must_use]
pub fn document(lang: Lang, reading: &Reading) -> String {
    let meeting = &reading.extraction.meeting;
    let date = meeting.date.map(|day| date(lang, day));
    let told = [meeting.municipality.clone(), meeting.committee.clone(), date];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() {
        return reading.document.name.clone();
    }
    format!("{} ({})", told.join(", "), reading.document.name)
}

/// The lines that name the documents of these figures.
pub(crate) fn sources(lang: Lang, shelf: &Shelf, figures: impl IntoIterator<Item = FigureId>) -> Vec<String> {
    let documents: BTreeSet<DocumentId> = figures.into_iter().map(|figure| figure.document).collect();
    documents.into_iter().filter_map(|id| Some(document(lang, shelf.reading(id)?))).collect()
}

/// A meeting in short: "Hvidovre, 5.9.2022"; without a date the file's name.
#[must_use]
pub fn meeting(lang: Lang, reading: &Reading) -> String {
    let meeting = &reading.extraction.meeting;
    match (&meeting.municipality, meeting.date) {
        (Some(municipality), Some(day)) => format!("{municipality}, {}", date(lang, day)),
        _ => reading.document.name.clone(),
    }
}

/// The sentence about chosen places that the documents have no figures for.
#[must_use]
pub fn not_found(lang: Lang, wanted: &[Place], found: &[Place]) -> Option<String> {
    let missing: Vec<Place> = wanted.iter().filter(|place| !found.contains(place)).cloned().collect();
    let told = [("places", places(lang, &missing).into())];
    (!missing.is_empty()).then(|| lang.text_with("chart-note-not-found", &told))
}

/// What names are ordered by: æ, ø and å after z, aa as å.
#[must_use]
pub fn alphabet(name: &str) -> String {
    let name = name.to_lowercase().replace("aa", "å");
    name.chars()
        .map(|c| match c {
            'æ' => '{',
            'ø' => '|',
            'å' => '}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_sentences_do() {
        let names = ["Lejre", "Rødovre", "Hvidovre", "Ærø"];
        assert_eq!(list(Lang::Da, &names[..1], 6), "Lejre");
        assert_eq!(list(Lang::Da, &names[..3], 6), "Lejre, Rødovre og Hvidovre");
        assert_eq!(list(Lang::Da, &names, 3), "Lejre, Rødovre og 2 andre");
        assert_eq!(list::<&str>(Lang::Da, &[], 6), "");
    }

    #[test]
    fn names_stand_in_danish_order() {
        let mut names = ["Ærø", "Aarhus", "Viborg", "Ørsted", "Aabenraa", "Odense"];
        names.sort_by_key(|name| alphabet(name));
        assert_eq!(names, ["Odense", "Viborg", "Ærø", "Ørsted", "Aabenraa", "Aarhus"]);
    }

    #[test]
    fn periods_read_as_people_write() {
        for (code, danish) in [
            ("2019", "2019"),
            ("2019-Q3", "3. kvartal 2019"),
            ("2016-H1", "1. halvår 2016"),
            ("2019..2021", "2019–2021"),
            ("2018-12", "dec. 2018"),
            ("2022-05..2022-06", "maj–juni 2022"),
            ("2019-11..2022-04", "nov. 2019–apr. 2022"),
            ("2015-Q1..Q3", "1.–3. kvartal 2015"),
        ] {
            assert_eq!(period(Lang::Da, code.parse().unwrap()), danish);
        }
    }
}
