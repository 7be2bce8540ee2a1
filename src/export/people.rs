//! Figures, findings and sources as tables for people: heads and words in their language, numbers as numbers.

use super::part::Part;
use super::rows::Row;
use super::unnamed::without_names;
use crate::chart::words;
use crate::lang::{Lang, message, number, term};
use crate::model::figure::{Figure, Origin, Topic};
use crate::model::finding::Severity;
use crate::model::meeting::DocumentKind;
use crate::model::reading::Reading;

/// A cell of a table for people.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    /// A number, and with how many decimals it is shown.
    Number(f64, u8),
    /// A year, a page, a line: a number without groups of thousands.
    Whole(u32),
    /// A day, and how it is written where a table has no days of its own.
    Day(jiff::civil::Date, String),
    Nothing,
}

/// A table for people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// The columns of the figures, as keys of the catalogue (`export-col-...`).
pub const FIGURES: [&str; 19] = [
    "place",
    "period",
    "topic",
    "scope",
    "measure",
    "value",
    "unit",
    "hedge",
    "origin",
    "certainty",
    "reason",
    "findings",
    "document",
    "date",
    "item",
    "page",
    "line",
    "quote",
    "characters",
];

const FINDINGS: [&str; 9] =
    ["document", "line", "page", "severity", "rule", "finding", "stated", "recomputed", "quote"];

const SOURCES: [&str; 8] = ["document", "place", "committee", "date", "kind", "figures", "findings", "hash"];

fn head(lang: Lang, columns: &[&str]) -> Vec<String> {
    columns.iter().map(|column| lang.text(&format!("export-col-{column}"))).collect()
}

fn text(text: impl Into<String>) -> Value {
    let text = text.into();
    if text.is_empty() { Value::Nothing } else { Value::Text(text) }
}

fn whole(n: Option<u32>) -> Value {
    n.map_or(Value::Nothing, Value::Whole)
}

/// The heads of the table of figures.
#[must_use]
pub fn figures_head(lang: Lang) -> Vec<String> {
    head(lang, &FIGURES)
}

/// One figure as a row of [`FIGURES`].
#[must_use]
pub fn figure(lang: Lang, part: &Part<'_>, figure: &Figure, row: Row<'_>) -> Vec<Value> {
    let mut reasons: Vec<String> = figure.doubts.iter().map(|doubt| term::doubt(lang, *doubt)).collect();
    match &figure.origin {
        Origin::Corrected { stated, reason } => {
            let printed = number::format(lang, stated.value, usize::from(stated.decimals));
            let values = [("stated", printed.into()), ("reason", reason.clone().into())];
            reasons.push(lang.text_with("export-corrected", &values));
        }
        Origin::Added { reason } => reasons.push(lang.text_with("export-added", &[("reason", reason.clone().into())])),
        Origin::Stated(_) | Origin::Computed { .. } => {}
    }
    let findings: Vec<String> =
        part.findings_on(figure).map(|finding| message::sentence(&finding.message, lang)).collect();
    vec![
        text(row.place),
        figure.period.map_or(Value::Nothing, |period| match period.as_year() {
            Some(year) => Value::Whole(u32::from(year.unsigned_abs())),
            None => text(words::period(lang, period)),
        }),
        text(term::topic(lang, figure)),
        text(scope(lang, figure)),
        text(term::measure(lang, figure)),
        Value::Number(figure.value, figure.decimals),
        text(term::unit(lang, figure)),
        text(row.hedge.unwrap_or_default()),
        text(lang.text(&format!("export-origin-{}", row.origin))),
        text(lang.text(if figure.is_certain() { "export-certain" } else { "export-uncertain" })),
        text(reasons.join("; ")),
        text(findings.join(" ")),
        text(row.document),
        date(part.reading, lang),
        text(row.item.clone().unwrap_or_default()),
        whole(row.page),
        whole(row.line),
        text(without_names(&row.told(), &part.reading.extraction.meeting, &lang.text("export-name"))),
        text(row.text),
    ]
}

/// What part of the topic; "all" means all decisions among appeals only.
fn scope(lang: Lang, figure: &Figure) -> String {
    if figure.topic != Topic::Appeals && figure.scope == "Alle" {
        return lang.text("export-scope-all");
    }
    words::scope(lang, &figure.scope)
}

fn date(reading: &Reading, lang: Lang) -> Value {
    reading.extraction.meeting.date.map_or(Value::Nothing, |day| Value::Day(day, words::date(lang, day)))
}

/// All figures, row by row.
pub fn figures<'a>(lang: Lang, parts: &'a [Part<'a>]) -> impl Iterator<Item = Vec<Value>> + 'a {
    parts.iter().flat_map(move |part| part.rows().map(move |(f, row)| figure(lang, part, f, row)))
}

/// All findings.
#[must_use]
pub fn findings(lang: Lang, parts: &[Part<'_>]) -> Sheet {
    let mut rows = Vec::new();
    for part in parts {
        let document = &part.reading.document;
        for finding in &part.findings {
            let severity = match finding.severity {
                Severity::A => "app-severity-a",
                Severity::B => "app-severity-b",
                Severity::C => "app-severity-c",
            };
            rows.push(vec![
                text(&document.name),
                whole(Some(document.line_of(finding.span.start))),
                whole(document.page_of(finding.span.start)),
                text(lang.text(severity)),
                text(lang.text(&format!("app-rule-{:?}", finding.rule).to_lowercase())),
                text(message::sentence(&finding.message, lang)),
                text(&finding.stated),
                text(message::numbers(&finding.recomputed, lang)),
                text(without_names(
                    &document.one_line(finding.span),
                    &part.reading.extraction.meeting,
                    &lang.text("export-name"),
                )),
            ]);
        }
        if part.kept_back > 0 {
            let said = lang.text_with("export-kept-back", &[("n", part.kept_back.into())]);
            let cell = |column: &str| match column {
                "document" => text(&document.name),
                "finding" => text(&said),
                _ => Value::Nothing,
            };
            rows.push(FINDINGS.map(cell).to_vec());
        }
    }
    Sheet { name: lang.text("export-sheet-findings"), head: head(lang, &FINDINGS), rows }
}

/// The documents that the figures come from.
#[must_use]
pub fn sources(lang: Lang, parts: &[Part<'_>]) -> Sheet {
    let row = |part: &Part<'_>| {
        let meeting = &part.reading.extraction.meeting;
        let kind = match meeting.kind {
            DocumentKind::Minutes => "export-kind-minutes",
            DocumentKind::Agenda => "export-kind-agenda",
            DocumentKind::Unknown => "export-kind-unknown",
        };
        vec![
            text(&part.reading.document.name),
            text(meeting.municipality.clone().unwrap_or_default()),
            text(meeting.committee.clone().unwrap_or_default()),
            date(part.reading, lang),
            text(lang.text(kind)),
            Value::Whole(part.stated.len() as u32),
            Value::Whole(part.findings.len() as u32),
            text(&part.reading.document.hash),
        ]
    };
    Sheet { name: lang.text("export-sheet-sources"), head: head(lang, &SOURCES), rows: parts.iter().map(row).collect() }
}
