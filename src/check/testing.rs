//! Builds small documents and figures for the rules' tests: each line a paragraph, each value found in the text.

use crate::model::figure::{Doubt, Figure, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::finding::{Report, Rule};
use crate::model::meeting::{Item, ItemKind};
use crate::model::reading::Extraction;
use crate::model::source::{Block, BlockKind, Document, Format, Span};

/// A document of invented lines: `- ` begins an item, every other line is a paragraph.
pub(super) fn document(text: &str) -> Document {
    let mut document = Document::new("prøve.txt", Format::Text, text.to_owned());
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at..at + line.len());
        let kind = if line.starts_with("- ") { BlockKind::Item } else { BlockKind::Paragraph };
        if !line.trim().is_empty() {
            document.blocks.push(Block { span, kind });
        }
        at += line.len() + 1;
    }
    document
}

/// Figures and the document that they stand in.
pub(super) struct Case {
    pub document: Document,
    pub extraction: Extraction,
    read_to: usize,
}

impl Case {
    /// A document of the invented municipality Strandby.
    pub fn new(text: &str) -> Self {
        let mut extraction = Extraction::default();
        extraction.meeting.municipality = Some("Strandby".to_owned());
        Self { document: document(text), extraction, read_to: 0 }
    }

    /// As `new`, after the lines of a table: they belong to no paragraph.
    pub fn with_table(table: &str, text: &str) -> Self {
        let mut case = Self::new(&format!("{table}\n{text}"));
        case.document.blocks.retain(|block| block.span.start as usize > table.len());
        case.document.blocks.insert(0, Block { span: Span::new(0..table.len()), kind: BlockKind::Table(0) });
        case
    }

    /// An appeals figure of Strandby.
    pub fn own(self, period: &str, scope: &str, measure: &str, printed: &str) -> Self {
        self.figure(Topic::Appeals, "Strandby", period, scope, measure, printed)
    }

    /// An appeals figure of the nation.
    pub fn nation(self, period: &str, scope: &str, measure: &str, printed: &str) -> Self {
        self.figure(Topic::Appeals, "Hele landet", period, scope, measure, printed)
    }

    pub fn caseload(self, place: &str, scope: &str, measure: &str, printed: &str) -> Self {
        self.figure(Topic::Caseload, place, "2022", scope, measure, printed)
    }

    /// A figure whose value is the next `printed` in the text after the figure before it.
    pub fn figure(
        mut self,
        topic: Topic,
        place: &str,
        period: &str,
        scope: &str,
        measure: &str,
        printed: &str,
    ) -> Self {
        let text = &self.document.text;
        let start = self.read_to + text[self.read_to..].find(printed).expect("the value stands further on");
        self.read_to = start + printed.len();
        let value = Span::new(start..self.read_to);
        let passage = self.document.line_span(self.document.line_of(value.start));
        let measure = Measure::from_key(measure);
        let percent = measure.key().ends_with("_rate");
        let decimals = printed.split_once(',').map_or(0, |(_, fraction)| fraction.len() as u8);
        self.extraction.figures.push(Figure {
            place: Some(Place::new(place.to_owned())),
            period: Some(period.parse().unwrap()),
            topic,
            scope: scope.to_owned(),
            measure,
            value: printed.replace('.', "").replace(',', ".").parse().unwrap(),
            decimals,
            unit: if percent { Unit::Percent } else { Unit::Count },
            hedge: None,
            origin: Origin::Stated(Source { value, passage, heads: Vec::new() }),
            doubts: Vec::new(),
            item: None,
        });
        self
    }

    /// The figure before may be of another part of the law.
    pub fn perhaps(mut self) -> Self {
        self.extraction.figures.last_mut().unwrap().doubt(Doubt::Scope);
        self
    }

    pub fn report(&self) -> Report {
        super::check(&self.document, &self.extraction)
    }

    /// The findings of one rule: line, message key, what was recomputed.
    pub fn findings(&self, rule: Rule) -> Vec<(u32, &'static str, String)> {
        let report = self.report();
        let of_rule = report.findings.into_iter().filter(|f| f.rule == rule);
        of_rule.map(|f| (self.document.line_of(f.span.start), f.message.key, f.recomputed)).collect()
    }

    /// How many checks of one rule passed.
    pub fn passed(&self, rule: Rule) -> usize {
        self.report().passed.iter().filter(|p| p.rule == rule).count()
    }
}

/// An agenda item with nothing but its title.
pub(super) fn item(title: &str, span: Span) -> Item {
    let start = span.start as usize;
    Item {
        number: None,
        title: title.to_owned(),
        case: None,
        kind: ItemKind::Information,
        sections: Vec::new(),
        decisions: Vec::new(),
        attachments: Vec::new(),
        references: Vec::new(),
        closed: false,
        competence: Default::default(),
        title_span: Span::new(start..start),
        span,
    }
}

/// The findings of one rule in a text without figures.
pub(super) fn in_text(text: &str, rule: Rule) -> Vec<(u32, &'static str, String)> {
    Case::new(text).findings(rule)
}
