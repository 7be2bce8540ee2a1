//! A document as a workspace keeps it: where it lies, what it is, and the figures that were read from it with their
//! passages; enough to go on with when the document itself is gone.

use crate::model::figure::{Doubt, Figure, Gap, GapKind, Hedge, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::finding::Report;
use crate::model::meeting::{DocumentKind, Meeting};
use crate::model::reading::{Extraction, Reading};
use crate::model::source::{Document, Format, Span};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// A document of a workspace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedDocument {
    /// Relative to the workspace file where the document lies beside or below it; a sample's name for a sample.
    pub path: PathBuf,
    /// Where it lay when the workspace was saved.
    pub last_seen: PathBuf,
    /// A sample that the program carries.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// SHA-256 of the file.
    pub hash: String,
    pub municipality: Option<String>,
    pub committee: Option<String>,
    pub date: Option<jiff::civil::Date>,
    pub kind: DocumentKind,
    pub passages: Vec<SavedPassage>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<SavedGap>,
}

/// A sentence or cell with the figures read from it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedPassage {
    /// On one line.
    pub text: String,
    /// For a cell: the labels of its row and column.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<String>,
    pub figures: Vec<SavedFigure>,
}

/// A figure; empty words where place or period are not settled.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedFigure {
    pub value: f64,
    pub unit: String,
    pub place: String,
    pub period: String,
    pub topic: String,
    pub scope: String,
    pub measure: String,
    #[serde(skip_serializing_if = "is_zero")]
    pub decimals: u8,
    /// Where its characters stand in the passage, in bytes.
    pub at: (u32, u32),
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hedge: Option<Hedge>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<String>,
}

/// A value that should be there and is not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedGap {
    pub kind: String,
    pub place: String,
    pub period: String,
    pub topic: String,
    pub scope: String,
    pub measure: String,
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(value: &u8) -> bool {
    *value == 0
}

impl SavedDocument {
    /// What is kept of a document that lies at this path.
    #[must_use]
    pub fn new(path: &Path, sample: bool, reading: &Reading) -> Self {
        let meeting = &reading.extraction.meeting;
        Self {
            path: path.to_owned(),
            last_seen: path.to_owned(),
            sample,
            hash: reading.document.hash.clone(),
            municipality: meeting.municipality.clone(),
            committee: meeting.committee.clone(),
            date: meeting.date,
            kind: meeting.kind,
            passages: passages(reading),
            gaps: reading.extraction.gaps.iter().map(saved_gap).collect(),
        }
    }

    /// With its path as a workspace in this folder writes it.
    pub(super) fn placed_in(&self, folder: &Path) -> Self {
        let below = self.path.strip_prefix(folder).ok().filter(|_| !self.sample && !folder.as_os_str().is_empty());
        Self { path: below.unwrap_or(&self.path).to_owned(), ..self.clone() }
    }

    /// Settles where the document lies now: as the workspace in this folder says, else where it was last seen, else
    /// beside the workspace.
    pub(super) fn locate(&mut self, folder: &Path) {
        if self.sample {
            return;
        }
        let beside = self.path.file_name().map(|name| folder.join(name));
        let ways = [Some(folder.join(&self.path)), Some(self.last_seen.clone()), beside];
        let found = ways.into_iter().flatten().find(|path| !path.as_os_str().is_empty() && path.is_file());
        // Members of an archive are no files of their own; they are looked for where they were.
        self.path = found.unwrap_or_else(|| folder.join(&self.path));
    }

    /// True where there are figures to go on with.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.passages.iter().any(|passage| !passage.figures.is_empty())
    }

    /// The reading that was saved: its text is the passages, a line each.
    #[must_use]
    pub fn reading(&self) -> Reading {
        let mut text = String::new();
        let mut figures = Vec::new();
        for passage in &self.passages {
            let heads: Vec<Span> = passage.heads.iter().map(|head| push(&mut text, head, " · ")).collect();
            let span = push(&mut text, &passage.text, "\n");
            figures.extend(passage.figures.iter().map(|figure| figure.restore(span, &heads)));
        }
        let end = Span::new(text.len()..text.len());
        let name = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut document = Document::new(name, Format::Text, text);
        document.hash.clone_from(&self.hash);
        let meeting = Meeting {
            municipality: self.municipality.clone(),
            committee: self.committee.clone(),
            date: self.date,
            kind: self.kind,
            ..Meeting::default()
        };
        let gaps = self.gaps.iter().filter_map(|gap| gap.restore(end)).collect();
        let report = Report { skipped: true, ..Report::default() };
        Reading { document: document.into(), extraction: Extraction { meeting, figures, gaps }, report }
    }
}

/// Appends a text and what follows it; the place of the text.
fn push(text: &mut String, part: &str, then: &str) -> Span {
    let start = text.len();
    text.push_str(part);
    let span = Span::new(start..text.len());
    text.push_str(then);
    span
}

/// The stated figures, those that share a passage under it.
fn passages(reading: &Reading) -> Vec<SavedPassage> {
    let document = &reading.document;
    let mut passages: Vec<SavedPassage> = Vec::new();
    for figure in &reading.extraction.figures {
        let Some(source) = figure.source() else { continue };
        let (text, at) = flat(document.slice(source.passage), source.passage, source.value);
        let heads: Vec<String> = source.heads.iter().map(|head| document.one_line(*head)).collect();
        let saved = SavedFigure::new(figure, at);
        match passages.last_mut() {
            Some(last) if last.text == text && last.heads == heads => last.figures.push(saved),
            _ => passages.push(SavedPassage { text, heads, figures: vec![saved] }),
        }
    }
    passages
}

/// A passage on one line, and where the value stands in it.
fn flat(passage: &str, span: Span, value: Span) -> (String, (u32, u32)) {
    let (mut out, mut at, mut blank) = (String::new(), (0, 0), false);
    for (offset, letter) in passage.char_indices() {
        let place = span.start + offset as u32;
        if letter.is_whitespace() {
            blank = !out.is_empty();
        } else {
            if blank {
                out.push(' ');
                blank = false;
            }
            if place == value.start {
                at.0 = out.len() as u32;
            }
            out.push(letter);
            if place < value.end {
                at.1 = out.len() as u32;
            }
        }
    }
    (out, at)
}

fn words(place: Option<&Place>) -> String {
    place.map(ToString::to_string).unwrap_or_default()
}

impl SavedFigure {
    fn new(figure: &Figure, at: (u32, u32)) -> Self {
        Self {
            value: figure.value,
            unit: figure.unit.key().to_owned(),
            place: words(figure.place.as_ref()),
            period: figure.period.map(|period| period.to_string()).unwrap_or_default(),
            topic: figure.topic.key().to_owned(),
            scope: figure.scope.clone(),
            measure: figure.measure.key().to_owned(),
            decimals: figure.decimals,
            at,
            hedge: figure.hedge.clone(),
            doubts: figure.doubts.iter().map(|doubt| doubt.key().to_owned()).collect(),
        }
    }

    fn restore(&self, passage: Span, heads: &[Span]) -> Figure {
        let place = |at: u32| passage.start.saturating_add(at);
        let value = Span { start: place(self.at.0), end: place(self.at.1.max(self.at.0)) };
        let value = if passage.contains(value) { value } else { passage };
        let period = self.period.parse().ok();
        let mut doubts: Vec<Doubt> =
            Doubt::ALL.into_iter().filter(|doubt| self.doubts.iter().any(|key| key == doubt.key())).collect();
        // A period that this program cannot read must not pass for a settled one.
        if period.is_none() && !doubts.contains(&Doubt::Period) {
            doubts.push(Doubt::Period);
        }
        Figure {
            place: (!self.place.is_empty()).then(|| Place::new(self.place.clone())),
            period,
            topic: Topic::from_key(&self.topic),
            scope: self.scope.clone(),
            measure: Measure::from_key(&self.measure),
            value: self.value,
            decimals: self.decimals,
            unit: Unit::from_key(&self.unit),
            hedge: self.hedge.clone(),
            origin: Origin::Stated(Source { value, passage, heads: heads.to_vec() }),
            doubts,
            item: None,
        }
    }
}

fn saved_gap(gap: &Gap) -> SavedGap {
    SavedGap {
        kind: gap.kind.key().to_owned(),
        place: words(gap.place.as_ref()),
        period: gap.period.map(|period| period.to_string()).unwrap_or_default(),
        topic: gap.topic.key().to_owned(),
        scope: gap.scope.clone(),
        measure: gap.measure.key().to_owned(),
    }
}

impl SavedGap {
    /// `None` for a kind that this program does not know.
    fn restore(&self, at: Span) -> Option<Gap> {
        let kinds = [GapKind::Blank, GapKind::BlankIsZero, GapKind::Suppressed, GapKind::NotCompiled, GapKind::Lost];
        Some(Gap {
            place: (!self.place.is_empty()).then(|| Place::new(self.place.clone())),
            period: self.period.parse().ok(),
            topic: Topic::from_key(&self.topic),
            scope: self.scope.clone(),
            measure: Measure::from_key(&self.measure),
            kind: kinds.into_iter().find(|kind| kind.key() == self.kind)?,
            source: Source { value: at, passage: at, heads: Vec::new() },
        })
    }
}
