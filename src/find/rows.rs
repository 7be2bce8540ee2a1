//! The rows of the data page: which figures, in which order.

use super::word::{Word, words};
use super::{Column, Kind, Rows};
use crate::lang::{Lang, number, term};
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::reading::{FigureId, Reading};
use std::cmp::Ordering;
use std::collections::HashMap;

/// The figures that are wanted, in order. `go_on` is asked before each document.
#[must_use]
pub fn rows(asked: &Rows, go_on: impl Fn() -> bool) -> Vec<FigureId> {
    let words = words(&asked.filter);
    let mut terms = Terms { lang: asked.lang, measures: HashMap::new(), topics: HashMap::new() };
    let mut rows: Vec<(FigureId, &Figure, &Reading)> = Vec::new();
    for (document, reading) in &asked.documents {
        if !go_on() {
            return Vec::new();
        }
        for (index, figure) in reading.extraction.figures.iter().enumerate() {
            let id = FigureId { document: *document, index: index as u32 };
            if is_wanted(asked, id, figure) && (words.is_empty() || terms.matches(figure, reading, &words)) {
                rows.push((id, figure, reading));
            }
        }
    }
    // Stable, so equal rows keep the order of the documents.
    rows.sort_by(|(_, a, in_a), (_, b, in_b)| {
        let order = match asked.column {
            Column::Document => in_a.document.name.cmp(&in_b.document.name),
            column => compare(column, a, b),
        };
        if asked.descending { order.reverse() } else { order }
    });
    rows.into_iter().map(|(id, _, _)| id).collect()
}

fn is_wanted(asked: &Rows, id: FigureId, figure: &Figure) -> bool {
    let kind = match asked.wanted.kind {
        Kind::All => true,
        Kind::Certain => figure.is_certain(),
        Kind::Uncertain => !figure.is_certain(),
        Kind::Decided => asked.decided.contains(&id),
    };
    let place = asked.wanted.place.as_ref().is_none_or(|place| figure.place.as_ref() == Some(place));
    kind && place && asked.wanted.topic.as_ref().is_none_or(|topic| figure.topic == *topic)
}

fn compare(column: Column, a: &Figure, b: &Figure) -> Ordering {
    match column {
        Column::Document => Ordering::Equal,
        Column::Place => a.place.cmp(&b.place),
        Column::Period => a.period.cmp(&b.period),
        Column::Topic => a.topic.cmp(&b.topic),
        Column::Scope => a.scope.cmp(&b.scope),
        Column::Measure => a.measure.cmp(&b.measure),
        Column::Value | Column::Stated => a.value.total_cmp(&b.value),
        Column::Certainty => a.doubts.len().cmp(&b.doubts.len()),
        Column::Origin => a.origin_key().cmp(b.origin_key()),
        Column::Spot => {
            let start = |figure: &Figure| figure.source().map(|source| source.value.start);
            start(a).cmp(&start(b))
        }
    }
}

/// The words for measures and topics, each looked up once: the catalogue is slow for 100,000 rows.
struct Terms {
    lang: Lang,
    measures: HashMap<Measure, String>,
    topics: HashMap<Topic, String>,
}

impl Terms {
    /// True where every word is found in what the row shows; a number is found by its value, however it is written.
    fn matches(&mut self, figure: &Figure, reading: &Reading, words: &[Word]) -> bool {
        let lang = self.lang;
        let measure = self
            .measures
            .entry(figure.measure.clone())
            .or_insert_with(|| term::measure(lang, figure).to_lowercase())
            .clone();
        let topic = self.topics.entry(figure.topic.clone()).or_insert_with(|| term::topic(lang, figure).to_lowercase());
        let row = format!(
            "{} {} {} {topic} {measure} {}",
            reading.document.name,
            figure.place.as_ref().map_or("", |place| place.as_str()),
            figure.period.map(|period| period.to_string()).unwrap_or_default(),
            figure.scope,
        )
        .to_lowercase();
        words.iter().all(|word| {
            if word.numbers.is_empty() {
                return row.contains(&word.text);
            }
            let value = || number::format(lang, figure.value, usize::from(figure.decimals));
            let mut parts = row.split(|c: char| !c.is_alphanumeric());
            word.is_value(figure.value) || parts.any(|part| part == word.text) || value() == word.text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::Wanted;
    use crate::model::figure::{Doubt, Origin, Place, Source, Unit};
    use crate::model::reading::{DocumentId, Extraction};
    use crate::model::source::{Document, Format, Span};
    use std::collections::BTreeSet;
    use std::sync::Arc;

    fn figure(place: &str, value: f64, doubts: Vec<Doubt>) -> Figure {
        let source = Source { value: Span::new(0..1), passage: Span::new(0..1), heads: Vec::new() };
        Figure {
            place: Some(Place::new(place.to_owned())),
            period: Some("2023".parse().unwrap()),
            topic: Topic::Appeals,
            scope: "SEL § 41".to_owned(),
            measure: Measure::Upheld,
            value,
            decimals: 1,
            unit: Unit::Count,
            hedge: None,
            origin: Origin::Stated(source),
            doubts,
            item: None,
        }
    }

    fn asked(filter: &str) -> Rows {
        let figures = vec![
            figure("Rødovre", 1234.5, vec![]),
            figure("Lejre", 23.0, vec![Doubt::Place]),
            figure("Lejre", 2.0, vec![]),
        ];
        let document = Document::new("a.txt", Format::Text, String::new());
        let extraction = Extraction { figures, ..Extraction::default() };
        let reading = Reading { document: document.into(), extraction, report: Default::default() };
        Rows {
            number: 1,
            filter: filter.to_owned(),
            wanted: Wanted::default(),
            column: Column::Document,
            descending: false,
            lang: Lang::Da,
            decided: BTreeSet::new(),
            documents: vec![(DocumentId(0), Arc::new(reading))],
        }
    }

    fn found(asked: &Rows) -> Vec<u32> {
        rows(asked, || true).into_iter().map(|id| id.index).collect()
    }

    #[test]
    fn a_row_is_found_by_its_words_and_its_number() {
        for (filter, wanted) in [
            ("rødovre", &[0][..]),
            ("RØDOVRE 2023", &[0]),
            ("1.234,5", &[0]),
            ("1234.5", &[0]),
            ("1234,5", &[0]),
            ("stadfæstet", &[0, 1, 2]),
            ("23", &[1]),
            ("41 lejre", &[1, 2]),
            ("rødovre 2022", &[]),
            ("", &[0, 1, 2]),
        ] {
            assert_eq!(found(&asked(filter)), wanted, "{filter}");
        }
    }

    #[test]
    fn rows_are_chosen_and_ordered() {
        let sorted = Rows { column: Column::Value, descending: true, ..asked("") };
        assert_eq!(found(&sorted), [0, 1, 2]);
        assert_eq!(found(&Rows { column: Column::Place, ..asked("") }), [1, 2, 0]);
        let kind = |kind| Wanted { kind, ..Wanted::default() };
        assert_eq!(found(&Rows { wanted: kind(Kind::Uncertain), ..asked("") }), [1]);
        let decided = BTreeSet::from([FigureId { document: DocumentId(0), index: 2 }]);
        assert_eq!(found(&Rows { wanted: kind(Kind::Decided), decided, ..asked("") }), [2]);
        let place = Wanted { place: Some(Place::new("Lejre")), ..Wanted::default() };
        assert_eq!(found(&Rows { wanted: place, ..asked("") }), [1, 2]);
    }
}
