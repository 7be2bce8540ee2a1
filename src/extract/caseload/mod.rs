//! Figures on caseloads: open cases for one full-time equivalent, totals and staffing, guideline ranges.

mod guideline;
mod prose;
mod table;

use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::extract::clause::Clause;
use crate::extract::grid::grid;
use crate::extract::outline::{Chapter, Outline, Part};
use crate::extract::period::Named;
use crate::model::figure::{Doubt, Figure, Gap, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::period::{Moment, Part as YearPart, Period};
use crate::model::source::{Document, Span};
use crate::text::sentence::ParagraphKind;

/// What is known before a sentence or a table is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Setting {
    pub own: Option<Place>,
    pub meeting: Option<Moment>,
    /// The year in which the survey was made.
    pub survey: Option<i16>,
    /// A line that announces guidelines named their issuer; lines with ranges follow.
    pub issuer: Option<String>,
    /// Whose value stands in parentheses behind a guideline.
    pub in_parentheses: Option<Place>,
    /// The target group that the heading above names, with its words.
    pub heading: Option<String>,
    /// A line ending in a colon announced caseloads, one a line.
    pub listing: bool,
    /// The last sentence named a caseload.
    pub speaks: bool,
}

impl Setting {
    /// The year of the survey; without one the year of the meeting, as the contract says.
    fn period(&self) -> Option<Period> {
        self.survey.or(self.meeting.map(|m| m.year)).map(Period::year)
    }
}

/// The figures and gaps on caseloads in a document, in no particular order.
#[must_use]
pub fn caseload(document: &Document, lower: &str, outline: &Outline<'_>) -> (Vec<Figure>, Vec<Gap>) {
    let (mut figures, mut gaps) = (Vec::new(), Vec::new());
    for chapter in &outline.chapters {
        let text = lower.get(chapter.span.range()).unwrap_or_default();
        if CASELOAD.finder.is_match(text) {
            read_chapter(document, lower, outline, chapter, &mut figures, &mut gaps);
        }
    }
    (figures, gaps)
}

fn read_chapter(
    document: &Document,
    lower: &str,
    outline: &Outline<'_>,
    chapter: &Chapter<'_>,
    figures: &mut Vec<Figure>,
    gaps: &mut Vec<Gap>,
) {
    let mut setting = Setting { own: outline.own.clone(), meeting: outline.meeting, ..Setting::default() };
    for part in &chapter.parts {
        match part {
            Part::Table(index) => {
                let table = &document.tables[*index as usize];
                if let Some(grid) = grid(document, lower, table) {
                    let (found, empty) = table::table(document, lower, table, &grid, &setting);
                    figures.extend(found);
                    gaps.extend(empty);
                }
            }
            Part::Paragraph(passage) => {
                let (paragraph, whole) = (&passage.paragraph, passage.whole());
                let terms = CASELOAD.terms.find(&whole.tokens);
                note_survey(whole, &terms, &mut setting);
                if guideline::announces(document, whole, &terms, &mut setting) {
                    continue;
                }
                if let Some(found) = guideline::line(document, whole, &terms, &setting) {
                    figures.extend(found);
                    continue;
                }
                if setting.listing
                    && let Some(found) = prose::listed(document, whole, &setting)
                {
                    figures.push(found);
                    continue;
                }
                let opens = document.slice(paragraph.span).trim_end().ends_with(':');
                setting.listing = opens && has(&terms, &CaseloadTag::Caseload);
                if paragraph.kind == ParagraphKind::Heading {
                    setting.heading = Some(document.one_line(paragraph.span).trim_end_matches(':').to_owned());
                    setting.speaks = has(&terms, &CaseloadTag::Caseload);
                    if !document.slice(paragraph.span).trim_end().ends_with(':')
                        && setting.issuer.is_some()
                        && terms.is_empty()
                    {
                        setting.issuer = None;
                    }
                }
                for clause in passage.sentences() {
                    let terms = CASELOAD.terms.find(&clause.tokens);
                    figures.extend(guideline::sentence(document, clause, &terms, &setting));
                    figures.extend(prose::sentence(document, clause, &terms, &setting));
                    setting.speaks = has(&terms, &CaseloadTag::Caseload)
                        || (setting.speaks && paragraph.kind != ParagraphKind::Heading);
                }
            }
        }
    }
}

pub(super) fn has(terms: &[Hit<CaseloadTag>], tag: &CaseloadTag) -> bool {
    terms.iter().any(|hit| hit.tag == *tag)
}

/// A paragraph on caseloads that names a year or a month says when the survey was made.
fn note_survey(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>], setting: &mut Setting) {
    if !has(terms, &CaseloadTag::Caseload) {
        return;
    }
    let years = clause.periods.iter().filter_map(|mention| match mention.named {
        Named::Absolute(period) => Some(period.last_year()),
        Named::PartOnly(YearPart::Month(month), _) => {
            let meeting = setting.meeting?;
            let late = matches!(meeting.part, YearPart::Month(now) if month > now);
            Some(meeting.year - i16::from(late))
        }
        _ => None,
    });
    let latest = years.filter(|year| setting.meeting.is_none_or(|m| *year <= m.year)).max();
    // An older year is that of a report quoted, not of the survey.
    setting.survey = setting.survey.max(latest);
}

/// A figure of the topic; what is not settled makes it uncertain.
pub(super) fn figure(
    place: Option<Place>,
    period: Option<Period>,
    scope: String,
    measure: Measure,
    value: (f64, u8),
    source: Source,
) -> Figure {
    let unit = match measure {
        Measure::TotalCases => Unit::Count,
        Measure::Fte => Unit::Fte,
        _ => Unit::CasesPerFte,
    };
    let mut doubts = Vec::new();
    if place.is_none() {
        doubts.push(Doubt::Place);
    }
    if period.is_none() {
        doubts.push(Doubt::Period);
    }
    Figure {
        place,
        period,
        topic: Topic::Caseload,
        scope,
        measure,
        value: value.0,
        decimals: value.1,
        unit,
        hedge: None,
        origin: Origin::Stated(source),
        doubts,
        item: None,
    }
}

pub(super) fn sentence_source(value: Span, passage: Span) -> Source {
    Source { value, passage, heads: Vec::new() }
}
