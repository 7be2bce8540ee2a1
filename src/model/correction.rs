//! What a person decided about the figures of a document: each decision with its reason and its time.
//!
//! Decisions are kept apart from the figures and name them in words that survive reading the document again, so the
//! stated value always stays beside the corrected one.

use crate::model::figure::{Figure, Measure, Place, Topic, Unit};
use crate::model::period::Period;
use crate::model::source::{Document, Span};
use serde::{Deserialize, Serialize};

/// Names a stated figure of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureKey {
    /// Where the value's characters stand.
    pub span: Span,
    /// The characters themselves.
    pub printed: String,
    /// The sentence or cell around them, on one line.
    pub passage: String,
    #[serde(with = "measure_text")]
    pub measure: Measure,
    pub scope: String,
}

impl FigureKey {
    /// The name of a stated figure; `None` for one that stands nowhere in the text.
    #[must_use]
    pub fn of(figure: &Figure, document: &Document) -> Option<Self> {
        let source = figure.source()?;
        Some(Self {
            span: source.value,
            printed: document.slice(source.value).to_owned(),
            passage: document.one_line(source.passage),
            measure: figure.measure.clone(),
            scope: figure.scope.clone(),
        })
    }

    /// The figure that is meant, by its index: the one at the same place, else the only one in the same sentence with
    /// the same characters and measure. `None` where that is not settled.
    #[must_use]
    pub fn find(&self, document: &Document, figures: &[Figure]) -> Option<usize> {
        let here = |figure: &Figure| {
            figure.source().is_some_and(|s| s.value == self.span && document.slice(s.value) == self.printed)
        };
        let same = |figure: &Figure| figure.measure == self.measure && figure.scope == self.scope;
        let moved = |figure: &Figure| {
            figure.measure == self.measure
                && figure.source().is_some_and(|source| {
                    document.slice(source.value) == self.printed && document.one_line(source.passage) == self.passage
                })
        };
        let place = figures.iter().position(|figure| here(figure) && same(figure));
        place
            .or_else(|| only(figures, here))
            .or_else(|| only(figures, |figure| moved(figure) && same(figure)))
            .or_else(|| only(figures, moved))
    }
}

/// The index of the only figure that fits.
fn only(figures: &[Figure], fits: impl Fn(&Figure) -> bool) -> Option<usize> {
    let mut found = figures.iter().enumerate().filter(|(_, figure)| fits(figure)).map(|(index, _)| index);
    found.next().filter(|_| found.next().is_none())
}

/// All that a figure says, as the user has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    #[serde(with = "place_text")]
    pub place: Place,
    #[serde(with = "period_text")]
    pub period: Period,
    #[serde(with = "topic_text")]
    pub topic: Topic,
    pub scope: String,
    #[serde(with = "measure_text")]
    pub measure: Measure,
    pub value: f64,
    /// How many decimals are shown.
    pub decimals: u8,
    #[serde(with = "unit_text")]
    pub unit: Unit,
}

impl Facts {
    /// What a figure says; `None` where its place or period is not settled.
    #[must_use]
    pub fn of(figure: &Figure) -> Option<Self> {
        Some(Self {
            place: figure.place.clone()?,
            period: figure.period?,
            topic: figure.topic.clone(),
            scope: figure.scope.clone(),
            measure: figure.measure.clone(),
            value: figure.value,
            decimals: figure.decimals,
            unit: figure.unit.clone(),
        })
    }
}

/// What becomes of a stated figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// It is as stated, although the reading was uncertain.
    Confirm,
    Correct(Facts),
    /// It is not used; it stays in the list of figures, marked.
    LeaveOut,
}

/// What the user says about a document as a whole; `None` leaves what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentFacts {
    pub municipality: Option<String>,
    pub committee: Option<String>,
    pub date: Option<jiff::civil::Date>,
}

/// What a decision is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum About {
    Figure {
        key: FigureKey,
        change: Change,
    },
    /// A figure that no document states.
    Added(Facts),
    Document(DocumentFacts),
}

/// One decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// The hash of the document that it is about.
    pub document: String,
    pub about: About,
    pub reason: String,
    pub time: jiff::Timestamp,
}

/// A type that is kept as the words that the command line prints.
macro_rules! as_text {
    ($name:ident, $type:ty, $to:expr, $from:expr) => {
        mod $name {
            use super::*;
            use serde::{Deserializer, Serializer, de::Error as _};

            pub fn serialize<S: Serializer>(value: &$type, to: S) -> Result<S::Ok, S::Error> {
                let text: fn(&$type) -> String = $to;
                to.serialize_str(&text(value))
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<$type, D::Error> {
                let parse: fn(&str) -> Result<$type, String> = $from;
                parse(&String::deserialize(from)?).map_err(D::Error::custom)
            }
        }
    };
}

as_text!(place_text, Place, |place| place.to_string(), |text| Ok(Place::new(text.to_owned())));
as_text!(period_text, Period, |period| period.to_string(), |text| text.parse().map_err(|e| format!("{e}")));
as_text!(topic_text, Topic, |topic| topic.key().to_owned(), |text| Ok(Topic::from_key(text)));
as_text!(measure_text, Measure, |measure| measure.key().to_owned(), |text| Ok(Measure::from_key(text)));
as_text!(unit_text, Unit, |unit| unit.key().to_owned(), |text| Ok(Unit::from_key(text)));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::{Origin, Source};
    use crate::model::source::Format;

    const TEXT: &str = "Der blev stadfæstet 12 sager.\nI 2022 var det 12 sager.";

    fn figure(text: &str, at: usize, scope: &str) -> Figure {
        let start = text.match_indices("12").nth(at).unwrap().0;
        let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let end = text[line..].find('\n').map_or(text.len(), |length| line + length);
        let source = Source { value: Span::new(start..start + 2), passage: Span::new(line..end), heads: Vec::new() };
        Figure {
            place: Some(Place::new("Vejby")),
            period: Some(Period::year(2023)),
            topic: Topic::Appeals,
            scope: scope.to_owned(),
            measure: Measure::Upheld,
            value: 12.0,
            decimals: 0,
            unit: Unit::Count,
            hedge: None,
            origin: Origin::Stated(source),
            doubts: Vec::new(),
            item: None,
        }
    }

    #[test]
    fn a_figure_is_found_again_where_its_text_has_moved() {
        let document = Document::new("a.txt", Format::Text, TEXT.to_owned());
        let figures = [figure(TEXT, 0, "Alle"), figure(TEXT, 1, "Alle")];
        let key = FigureKey::of(&figures[1], &document).unwrap();
        assert_eq!(key.find(&document, &figures), Some(1));
        // Read again by a better reader: a heading stands before it, and its scope is known.
        let text = format!("Referat\n{TEXT}");
        let document = Document::new("a.txt", Format::Text, text.clone());
        let figures = [figure(&text, 0, "SEL"), figure(&text, 1, "SEL")];
        assert_eq!(key.find(&document, &figures), Some(1));
        assert_eq!(key.find(&document, &figures[..1]), None, "another sentence is another figure");
    }

    #[test]
    fn two_figures_at_one_place_are_told_apart_by_their_scope() {
        let document = Document::new("a.txt", Format::Text, TEXT.to_owned());
        let figures = [figure(TEXT, 0, "SEL § 95"), figure(TEXT, 0, "SEL § 96")];
        for (at, figure) in figures.iter().enumerate() {
            assert_eq!(FigureKey::of(figure, &document).unwrap().find(&document, &figures), Some(at));
        }
    }

    #[test]
    fn a_decision_is_kept_in_words() {
        let facts = Facts { period: "2023-Q1..Q3".parse().unwrap(), ..Facts::of(&figure(TEXT, 0, "Alle")).unwrap() };
        let correction = Correction {
            document: "abc".to_owned(),
            about: About::Added(facts),
            reason: "Bilag 2".to_owned(),
            time: "2026-01-02T03:04:05Z".parse().unwrap(),
        };
        let text = ron::to_string(&correction).unwrap();
        assert!(text.contains("period:\"2023-Q1..Q3\"") && text.contains("measure:\"upheld\""), "{text}");
        assert_eq!(ron::from_str::<Correction>(&text).unwrap(), correction);
    }
}
