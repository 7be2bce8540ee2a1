//! Figures as rows for programs: the CSV and the JSON lines that `sidestil extract` prints and an export saves.

use crate::model::figure::{Figure, Formula, Gap, Origin, Place, Source};
use crate::model::period::Period;
use crate::model::reading::Reading;
use crate::model::source::{Document, Span};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// The columns of the CSV, in order.
pub const HEADER: [&str; 17] = [
    "document",
    "place",
    "period",
    "topic",
    "scope",
    "measure",
    "value",
    "unit",
    "decimals",
    "hedge",
    "origin",
    "certainty",
    "reason",
    "item",
    "page",
    "line",
    "quote",
];

/// One figure, or one gap, as both formats print it.
#[derive(Serialize)]
pub struct Row<'a> {
    pub document: &'a str,
    pub place: &'a str,
    pub period: String,
    pub topic: &'a str,
    pub scope: &'a str,
    pub measure: &'a str,
    /// `None` for a gap.
    pub value: Option<f64>,
    pub unit: Option<&'a str>,
    pub decimals: Option<u8>,
    pub hedge: Option<&'a str>,
    pub origin: &'static str,
    pub certainty: &'static str,
    pub reason: String,
    pub item: Option<String>,
    pub page: Option<u32>,
    pub line: Option<u32>,
    pub quote: String,
    /// `value`, or what kind of gap it is.
    pub state: &'static str,
    /// The value's own characters.
    pub text: &'a str,
    /// For a computed figure: by what, and from which figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

/// Writes a document's figures as CSV rows, without the header.
///
/// # Errors
/// Where `out` cannot be written.
pub fn csv(reading: &Reading, computed: bool, out: &mut dyn Write) -> io::Result<()> {
    write(figures(reading, computed), out)
}

/// Writes rows as CSV, without the header.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write<'a>(rows: impl Iterator<Item = Row<'a>>, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out);
    for row in rows {
        let quote = row.told();
        writer.write_record([
            row.document,
            row.place,
            &row.period,
            row.topic,
            row.scope,
            row.measure,
            &row.value.map(|value| value.to_string()).unwrap_or_default(),
            row.unit.unwrap_or_default(),
            &row.decimals.map(|decimals| decimals.to_string()).unwrap_or_default(),
            row.hedge.unwrap_or_default(),
            row.origin,
            row.certainty,
            &row.reason,
            row.item.as_deref().unwrap_or_default(),
            &row.page.map(|page| page.to_string()).unwrap_or_default(),
            &row.line.map(|line| line.to_string()).unwrap_or_default(),
            &quote,
        ])?;
    }
    writer.flush()
}

/// Writes a document's figures and gaps as JSON, one object a line.
///
/// # Errors
/// Where `out` cannot be written.
pub fn jsonl(reading: &Reading, computed: bool, out: &mut dyn Write) -> io::Result<()> {
    let gaps = reading.extraction.gaps.iter().map(|gap| gap_row(&reading.document, gap));
    for row in figures(reading, computed).chain(gaps) {
        serde_json::to_writer(&mut *out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The rows of a document's figures, in the order in which they stand in it.
fn figures(reading: &Reading, computed: bool) -> impl Iterator<Item = Row<'_>> {
    let wanted = move |figure: &&Figure| computed || matches!(figure.origin, Origin::Stated(_));
    reading.extraction.figures.iter().filter(wanted).map(|figure| figure_row(reading, figure))
}

/// A figure as a row.
#[must_use]
pub fn figure_row<'a>(reading: &'a Reading, figure: &'a Figure) -> Row<'a> {
    let document = &reading.document;
    let mut reasons: Vec<String> = figure.doubts.iter().map(|doubt| doubt.key().to_owned()).collect();
    // What the user decided, with the reason; the stated value stays beside it.
    match &figure.origin {
        Origin::Corrected { stated, reason } => reasons.push(format!("stated {}: {reason}", stated.value)),
        Origin::Added { reason } => reasons.push(reason.clone()),
        Origin::Stated(_) | Origin::Computed { .. } => {}
    }
    let (formula, from) = match &figure.origin {
        Origin::Computed { from, formula } => (Some(name(*formula)), Some(sources(reading, from))),
        Origin::Stated(_) | Origin::Corrected { .. } | Origin::Added { .. } => (None, None),
    };
    Row {
        value: Some(figure.value),
        unit: Some(figure.unit.key()),
        decimals: Some(figure.decimals),
        hedge: figure.hedge.as_ref().map(|hedge| hedge.word.as_str()),
        origin: figure.origin_key(),
        certainty: if figure.is_certain() { "certain" } else { "uncertain" },
        reason: reasons.join("; "),
        item: figure.item.map(|index| item(reading, index)),
        state: "value",
        formula,
        from,
        ..placed(document, figure.source(), figure.place.as_ref(), figure.period, &figure.scope)
            .with(figure.topic.key(), figure.measure.key())
    }
}

fn gap_row<'a>(document: &'a Document, gap: &'a Gap) -> Row<'a> {
    let row = placed(document, Some(&gap.source), gap.place.as_ref(), gap.period, &gap.scope);
    Row { state: gap.kind.key(), ..row.with(gap.topic.key(), gap.measure.key()) }
}

impl<'a> Row<'a> {
    /// The quote; for a computed figure by what and from what it was computed.
    #[must_use]
    pub fn told(&self) -> Cow<'_, str> {
        match (&self.formula, &self.from) {
            (Some(formula), Some(from)) => format!("{formula}: {from}").into(),
            _ => self.quote.as_str().into(),
        }
    }

    fn with(self, topic: &'a str, measure: &'a str) -> Self {
        Self { topic, measure, ..self }
    }
}

/// What a row says about whom, when and where it stands.
fn placed<'a>(
    document: &'a Document,
    source: Option<&Source>,
    place: Option<&'a Place>,
    period: Option<Period>,
    scope: &'a str,
) -> Row<'a> {
    Row {
        document: &document.name,
        place: place.map_or("", Place::as_str),
        period: period.map(|period| period.to_string()).unwrap_or_default(),
        topic: "",
        scope,
        measure: "",
        value: None,
        unit: None,
        decimals: None,
        hedge: None,
        origin: "stated",
        certainty: "certain",
        reason: String::new(),
        item: None,
        page: source.and_then(|source| document.page_of(source.value.start)),
        line: source.map(|source| document.line_of(source.value.start)),
        quote: source.map(|source| quote(document, source)).unwrap_or_default(),
        state: "",
        text: source.map_or("", |source| document.slice(source.value)),
        formula: None,
        from: None,
    }
}

/// The whole sentence, or the cell behind its row's and column's heads, on one line.
fn quote(document: &Document, source: &Source) -> String {
    let passage = document.one_line(source.passage);
    let heads: Vec<String> = source.heads.iter().map(|&head: &Span| document.one_line(head)).collect();
    if heads.is_empty() { passage } else { format!("{}: {passage}", heads.join(" · ")) }
}

/// The agenda item's number as printed, else its place in the agenda.
fn item(reading: &Reading, index: u32) -> String {
    let item = reading.extraction.meeting.items.get(index as usize);
    item.and_then(|item| item.number.clone()).unwrap_or_else(|| (index + 1).to_string())
}

/// The figures that another was computed from: measure, value and line of each.
fn sources(reading: &Reading, from: &[u32]) -> String {
    let name = |index: &u32| {
        let figure = reading.extraction.figures.get(*index as usize)?;
        let line = figure.source().map(|source| reading.document.line_of(source.value.start));
        let place = line.map(|line| format!(" (line {line})")).unwrap_or_default();
        Some(format!("{} {}{place}", figure.measure.key(), figure.value))
    };
    from.iter().filter_map(name).collect::<Vec<_>>().join(", ")
}

/// The formula's name in the output.
fn name(formula: Formula) -> &'static str {
    match formula {
        Formula::OfficialRate => "reversed / considered",
        Formula::RateWithDismissed => "reversed / decided",
        Formula::Share => "share",
        Formula::Sum => "sum",
        Formula::Residual => "total minus parts",
        Formula::WeightedMean => "cases / staff",
        Formula::SimpleMean => "mean",
        Formula::DistanceToNation => "distance to the nation",
    }
}
