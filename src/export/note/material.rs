//! What a note is made of, and what its documents say of one topic.

use crate::chart::{Chart, Choice, alone, words};
use crate::lang::Lang;
use crate::model::figure::{Figure, Topic};
use crate::model::finding::Finding;
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::model::source::Span;

/// What a note is made of.
pub struct Material<'a> {
    pub readings: &'a [(DocumentId, &'a Reading)],
    /// What the documents say against each other.
    pub across: &'a [(DocumentId, Finding)],
    pub choice: &'a Choice,
    pub lang: Lang,
    pub today: jiff::civil::Date,
}

/// What the documents say of one topic.
pub struct Subject<'a> {
    pub topic: Topic,
    pub chart: &'a Chart,
    pub documents: Vec<Part<'a>>,
    lang: Lang,
}

/// One document's part of a theme.
pub struct Part<'a> {
    pub id: DocumentId,
    pub reading: &'a Reading,
    /// About the topic, the gravest first.
    pub findings: Vec<&'a Finding>,
    /// The agenda items that have figures of the topic.
    pub items: Vec<usize>,
}

impl<'a> Subject<'a> {
    #[must_use]
    pub fn new(material: &Material<'a>, chart: &'a Chart, topic: &Topic) -> Self {
        let Choice { places, scope, .. } = material.choice;
        let scope = scope.as_deref().filter(|_| *topic == Topic::Appeals);
        let all = places.is_empty() && scope.is_none();
        // A part has parts of its own: "SEL § 41" is of "SEL".
        let within = |figure: &Figure, scope: &str| {
            figure.scope.strip_prefix(scope).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let wanted = |figure: &&Figure| {
            figure.topic == *topic
                && scope.is_none_or(|scope| within(figure, scope))
                && (places.is_empty() || figure.place.as_ref().is_some_and(|place| places.contains(place)))
        };
        let part = |&(id, reading): &(DocumentId, &'a Reading)| {
            let figures = || reading.extraction.figures.iter().filter(wanted);
            let mut items: Vec<usize> = figures().filter_map(|figure| figure.item).map(|item| item as usize).collect();
            items.sort_unstable();
            items.dedup();
            let spans: Vec<Span> = items
                .iter()
                .filter_map(|&item| reading.extraction.meeting.items.get(item).map(|item| item.span))
                .collect();
            let others = material.across.iter().filter(|(document, _)| *document == id).map(|(_, finding)| finding);
            let about = |finding: &&Finding| {
                let others = reading.extraction.figures.iter().filter(|figure| figure.topic != *topic);
                let mut others = others.filter(|figure| alone::concerns(finding, figure));
                figures().any(|figure| alone::concerns(finding, figure))
                    || all && spans.iter().any(|span| span.contains(finding.span)) && others.next().is_none()
            };
            let mut findings: Vec<&Finding> = reading.report.findings.iter().chain(others).filter(about).collect();
            findings.sort_by_key(|finding| (finding.severity, finding.span));
            Part { id, reading, findings, items }
        };
        let documents: Vec<Part<'a>> = material.readings.iter().map(part).collect();
        // A document that has nothing of what was chosen says nothing of it.
        let documents = documents.into_iter().filter(|part| all || !part.items.is_empty()).collect();
        Self { topic: topic.clone(), chart, documents, lang: material.lang }
    }

    /// Where a figure stands, in words.
    #[must_use]
    pub fn source_of(&self, id: FigureId) -> String {
        let part = self.documents.iter().find(|part| part.id == id.document);
        let figure = |part: &Part<'a>| part.reading.extraction.figures.get(id.index as usize);
        let found = part.and_then(|part| Some((part.reading, figure(part)?)));
        found.map(|(reading, figure)| self.place_of(reading, figure)).unwrap_or_default()
    }

    fn place_of(&self, reading: &Reading, figure: &Figure) -> String {
        match figure.source() {
            Some(source) => place(self.lang, reading, source.value),
            None => words::meeting(self.lang, reading),
        }
    }
}

/// Where a passage stands: meeting, item, page or line.
#[must_use]
pub fn place(lang: Lang, reading: &Reading, span: Span) -> String {
    let items = reading.extraction.meeting.items.iter();
    let item = items.filter(|item| item.span.contains(span)).find_map(|item| item.number.clone());
    let number = match reading.document.page_of(span.start) {
        Some(page) => lang.text_with("chart-source-page", &[("n", page.to_string().into())]),
        None => {
            let line = reading.document.line_of(span.start).to_string();
            lang.text_with("chart-source-line", &[("n", line.into())])
        }
    };
    let item = item.map(|item| lang.text_with("chart-source-item", &[("n", item.into())]));
    [Some(words::meeting(lang, reading)), item, Some(number)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
