//! The data page: every figure of every document as one list, filtered and sorted once for each change.

use super::documents::Documents;
use crate::command::Column;
use crate::lang::{Lang, number};
use crate::model::figure::{Doubt, Figure};
use crate::model::reading::FigureId;
use std::cmp::Ordering;

/// What the data page shows, and by what it is kept.
#[derive(Debug, Default)]
pub struct DataView {
    filter: String,
    column: Column,
    descending: bool,
    rows: Vec<FigureId>,
    /// The revision, for which `rows` holds; `None` when it has to be made anew.
    made_for: Option<u64>,
}

impl DataView {
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// The column that the rows are sorted by, and whether largest first.
    #[must_use]
    pub fn sorted_by(&self) -> (Column, bool) {
        (self.column, self.descending)
    }

    /// The figures that are shown, in order.
    #[must_use]
    pub fn rows(&self) -> &[FigureId] {
        &self.rows
    }

    pub fn set_filter(&mut self, filter: String) {
        self.filter = filter;
        self.made_for = None;
    }

    /// Sorts by a column; a second time turns the order round.
    pub fn sort(&mut self, column: Column) {
        self.descending = self.column == column && !self.descending;
        self.column = column;
        self.made_for = None;
    }

    /// Makes the rows anew the next time.
    pub fn forget(&mut self) {
        self.made_for = None;
    }

    /// Makes the rows anew where something changed since they were made.
    pub fn update(&mut self, documents: &Documents, revision: u64, lang: Lang) {
        if self.made_for == Some(revision) {
            return;
        }
        let words: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        let mut rows: Vec<(FigureId, &Figure)> = Vec::new();
        for (document, reading) in documents.readings() {
            for (index, figure) in reading.extraction.figures.iter().enumerate() {
                if words.is_empty() || matches(figure, &reading.document.name, &words, lang) {
                    rows.push((FigureId { document, index: index as u32 }, figure));
                }
            }
        }
        // Stable, so equal rows keep the order of the documents.
        rows.sort_by(|(_, a), (_, b)| {
            let order = compare(self.column, a, b);
            if self.descending { order.reverse() } else { order }
        });
        self.rows = rows.into_iter().map(|(id, _)| id).collect();
        self.made_for = Some(revision);
    }
}

fn compare(column: Column, a: &Figure, b: &Figure) -> Ordering {
    match column {
        Column::Document => Ordering::Equal,
        Column::Place => a.place.cmp(&b.place),
        Column::Period => a.period.cmp(&b.period),
        Column::Topic => a.topic.cmp(&b.topic),
        Column::Scope => a.scope.cmp(&b.scope),
        Column::Measure => a.measure.cmp(&b.measure),
        Column::Value => a.value.total_cmp(&b.value),
        Column::Certainty => a.doubts.len().cmp(&b.doubts.len()),
    }
}

/// True where every word is found in what the row shows; numbers are found as they are written.
fn matches(figure: &Figure, document: &str, words: &[String], lang: Lang) -> bool {
    let mut row = format!(
        "{} {} {} {} {} {} {}",
        document,
        figure.place.as_ref().map_or("", |place| place.as_str()),
        figure.period.map(|period| period.to_string()).unwrap_or_default(),
        topic(figure, lang),
        figure.scope,
        measure(figure, lang),
        number::format(lang, figure.value, usize::from(figure.decimals)),
    );
    row = row.to_lowercase();
    words.iter().all(|word| row.contains(word.as_str()))
}

/// A topic in a person's words; the key itself where the catalogue has no word for it.
#[must_use]
pub fn topic(figure: &Figure, lang: Lang) -> String {
    word(lang, "app-topic", figure.topic.key())
}

/// A measure in a person's words; the key itself where the catalogue has no word for it.
#[must_use]
pub fn measure(figure: &Figure, lang: Lang) -> String {
    word(lang, "app-measure", figure.measure.key())
}

/// The value with its unit.
#[must_use]
pub fn value(figure: &Figure, lang: Lang) -> String {
    let number = number::format(lang, figure.value, usize::from(figure.decimals));
    let unit = word(lang, "app-unit", figure.unit.key());
    let hedge = figure.hedge.as_ref().map(|hedge| format!("{} ", hedge.word)).unwrap_or_default();
    if unit.is_empty() { format!("{hedge}{number}") } else { format!("{hedge}{number} {unit}") }
}

/// Why a figure is uncertain, in a person's words.
#[must_use]
pub fn doubt(doubt: Doubt, lang: Lang) -> String {
    word(lang, "app-doubt", doubt.key())
}

fn word(lang: Lang, prefix: &str, name: &str) -> String {
    let key = format!("{prefix}-{}", name.to_lowercase().replace(['_', ' '], "-"));
    let text = lang.text(&key);
    if text == key { name.replace('_', " ") } else { text.trim_matches('\u{2060}').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::{Measure, Place, Topic, Unit};
    use crate::model::period::Period;

    fn figure() -> Figure {
        use crate::model::figure::{Origin, Source};
        use crate::model::source::Span;
        let source = Source { value: Span::new(0..1), passage: Span::new(0..1), heads: Vec::new() };
        Figure {
            place: Some(Place::new("Rødovre")),
            period: Some(Period::year(2023)),
            topic: Topic::Appeals,
            scope: "Alle".to_owned(),
            measure: Measure::Upheld,
            value: 1234.5,
            decimals: 1,
            unit: Unit::Count,
            hedge: None,
            origin: Origin::Stated(source),
            doubts: Vec::new(),
            item: None,
        }
    }

    #[test]
    fn a_row_is_found_by_its_words_and_its_number() {
        for (filter, found) in [
            ("rødovre", true),
            ("RØDOVRE 2023", true),
            ("1.234,5", true),
            ("stadfæstet", true),
            ("lejre", false),
            ("rødovre 2022", false),
        ] {
            let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
            assert_eq!(matches(&figure(), "a.txt", &words, Lang::Da), found, "{filter}");
        }
    }

    #[test]
    fn words_come_from_the_catalogue_or_the_key() {
        assert_eq!(measure(&figure(), Lang::En), "upheld");
        let other = Figure { topic: Topic::Other("odd_thing".into()), ..figure() };
        assert_eq!(topic(&other, Lang::Da), "odd thing");
        assert_eq!(value(&figure(), Lang::Da), "1.234,5");
    }
}
