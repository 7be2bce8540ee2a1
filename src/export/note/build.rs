//! The note of the open documents: theme by theme, what is compared, the chart, the numbers, and what to ask.

use super::{Amount, Block, Note, Sentence, numbers, sentences};
use crate::chart::{self, Body, Chart, Choice, Head, View, words};
use crate::lang::Lang;
use crate::model::figure::{Figure, Place, Topic};
use crate::model::finding::Finding;
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::model::source::Span;

/// What a note tells of, the most important first.
const THEMES: [View; 3] = [View::Appeals, View::Caseload, View::Series];
/// Beyond so many municipalities a chart is too high for a page of a note.
const MOST_PLACES: usize = 10;

/// What a note is made of.
pub struct Material<'a> {
    pub readings: &'a [(DocumentId, &'a Reading)],
    /// What the documents say against each other.
    pub across: &'a [(DocumentId, Finding)],
    pub choice: &'a Choice,
    pub lang: Lang,
    pub today: jiff::civil::Date,
}

/// The note in this fullness; `None` where no view has anything to show.
#[must_use]
pub fn build(material: &Material<'_>, amount: Amount) -> Option<Note> {
    let lang = material.lang;
    let themes: Vec<Theme> = themes(material).into_iter().take(amount.themes).collect();
    if themes.is_empty() {
        return None;
    }
    let mut note = Note { lang, blocks: Vec::new(), charts: Vec::new(), foot: foot(material) };
    note.blocks.push(Block::Title(lang.text("note-title")));
    note.blocks.push(Block::Lead(lead(material)));
    let mut left = 0;
    for told in &themes {
        left += theme(&mut note, material, told, amount);
    }
    if left > 0 {
        let text = lang.text_with("note-left-out", &[("n", left.into())]);
        note.blocks.push(Block::Text(Sentence { text, source: String::new() }));
    }
    Some(note)
}

/// A view that the note tells of.
struct Theme {
    view: View,
    /// Drawn, with few enough municipalities for a page.
    shown: Chart,
    /// What the numbers are compared among.
    all: Chart,
}

/// The views that have something to show, with few enough municipalities.
fn themes(material: &Material<'_>) -> Vec<Theme> {
    let filled = THEMES.into_iter().filter_map(|view| {
        // The parts of the appeals and the target groups of caseloads have nothing in common.
        let scope = material.choice.scope.clone().filter(|_| view.is_appeals());
        let choice = Choice { view, scope, ..material.choice.clone() };
        let all = chart::build(material.readings, &choice, material.lang);
        if matches!(all.body, Body::Empty(_)) {
            return None;
        }
        // Unless others are asked for, the documents' own municipalities are what the note is about.
        let own = own(&all);
        let places = if material.choice.places.is_empty() && own.len() > 1 { own } else { all.head.places.clone() };
        let places: Vec<Place> = places.into_iter().take(MOST_PLACES).collect();
        let more = all.head.places.len() - places.len();
        if more == 0 {
            return Some(Theme { view, shown: all.clone(), all });
        }
        let mut some = chart::build(material.readings, &Choice { places, ..choice }, material.lang);
        some.head.notes.push(material.lang.text_with("note-more-places", &[("n", more.into())]));
        Some(Theme { view, shown: some, all })
    });
    filled.collect()
}

/// The municipalities of a chart that have documents of their own.
fn own(chart: &Chart) -> Vec<Place> {
    match &chart.body {
        Body::Appeals(appeals) => {
            let mut own: Vec<Place> = appeals.rows.iter().filter(|row| row.own).map(|row| row.place.clone()).collect();
            own.dedup();
            own
        }
        Body::Caseload(caseload) => caseload.rows.iter().filter(|row| row.own).map(|row| row.place.clone()).collect(),
        _ => Vec::new(),
    }
}

fn lead(material: &Material<'_>) -> String {
    let meetings: Vec<String> =
        material.readings.iter().map(|(_, reading)| words::meeting(material.lang, reading)).collect();
    let list = words::list(material.lang, &meetings, 6);
    material.lang.text_with("note-lead", &[("meetings", list.into())])
}

fn foot(material: &Material<'_>) -> String {
    let day = words::date(material.lang, material.today);
    material.lang.text_with("note-foot", &[("date", day.into())])
}

/// One theme; how many sentences it had no room for.
fn theme(note: &mut Note, material: &Material<'_>, theme: &Theme, amount: Amount) -> usize {
    let lang = material.lang;
    let (view, chart) = (theme.view, &theme.shown);
    let subject = Subject::new(material, chart, &topic(view));
    note.blocks.push(Block::Theme(chart.head.title.clone()));
    for line in &chart.head.subtitle {
        let text = if line.ends_with('.') { line.clone() } else { format!("{line}.") };
        note.blocks.push(Block::Text(Sentence { text, source: String::new() }));
    }
    let numbers = numbers::of(&theme.all, |id| subject.source_of(id));
    if !numbers.is_empty() {
        note.blocks.push(Block::Numbers(numbers));
    }
    note.blocks.push(Block::Chart(note.charts.len()));
    note.charts.push(Chart { head: Head { places: chart.head.places.clone(), ..Head::default() }, ..chart.clone() });
    let remarks = chart.head.notes.iter().map(|text| Sentence { text: text.clone(), source: String::new() });
    let mut left = 0;
    // The same findings would be told twice where two views show one topic.
    let told_before = view == View::Series;
    let parts = [
        ("chart-notes", remarks.collect(), amount.notes),
        ("note-claims", if told_before { Vec::new() } else { sentences::claims(&subject, lang) }, amount.claims),
        (
            "note-decisions",
            if told_before { Vec::new() } else { sentences::decisions(&subject, lang) },
            amount.decisions,
        ),
        ("note-missing", if told_before { Vec::new() } else { sentences::missing(&subject, lang) }, amount.missing),
        (
            "note-questions",
            if told_before { Vec::new() } else { sentences::questions(&subject, lang) },
            amount.questions,
        ),
    ];
    for (key, sentences, most) in parts {
        if sentences.is_empty() {
            continue;
        }
        note.blocks.push(Block::Heading(lang.text(key)));
        left += sentences.len().saturating_sub(most);
        note.blocks.extend(sentences.into_iter().take(most).map(Block::Bullet));
    }
    left
}

fn topic(view: View) -> Topic {
    match view {
        View::Caseload => Topic::Caseload,
        _ => Topic::Appeals,
    }
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
    fn new(material: &Material<'a>, chart: &'a Chart, topic: &Topic) -> Self {
        let part = |&(id, reading): &(DocumentId, &'a Reading)| {
            let figures = || reading.extraction.figures.iter().filter(|figure| figure.topic == *topic);
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
                let mut others = others.filter(|figure| chart::alone::concerns(finding, figure));
                figures().any(|figure| chart::alone::concerns(finding, figure))
                    || spans.iter().any(|span| span.contains(finding.span)) && others.next().is_none()
            };
            let mut findings: Vec<&Finding> = reading.report.findings.iter().chain(others).filter(about).collect();
            findings.sort_by_key(|finding| (finding.severity, finding.span));
            Part { id, reading, findings, items }
        };
        let documents = material.readings.iter().map(part).collect();
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
