//! What goes into an export: of each document its figures, those that were computed from them, and what the checks
//! say about them.

use super::rows::{Row, figure_row};
use crate::chart::Chart;
use crate::chart::alone::concerns;
use crate::model::figure::{Figure, Origin};
use crate::model::finding::Finding;
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::stats::derive::derive;
use std::collections::BTreeSet;

/// One document's part of an export.
pub struct Part<'a> {
    pub reading: &'a Reading,
    /// Those of the document, in its order.
    pub stated: Vec<&'a Figure>,
    /// Computed by Sidestil from figures that are all among the others.
    pub computed: Vec<Figure>,
    /// In the document's order, also those that compare it with other documents.
    pub findings: Vec<&'a Finding>,
    /// How many findings stay in the window, since they name a person.
    pub kept_back: usize,
}

/// The key of the finding that tells a person's name: it stays in the window.
const NAMES_A_PERSON: &str = "check-party-letter";

/// The parts of an export, document by document.
///
/// `shown` narrows it to the figures of a view ([`figures_of`]); `across` are the findings that compare documents;
/// without `computed` only what the documents state is exported. Findings that name a person are left out.
#[must_use]
pub fn parts<'a>(
    readings: &[(DocumentId, &'a Reading)],
    across: &'a [(DocumentId, Finding)],
    shown: Option<&BTreeSet<FigureId>>,
    computed: bool,
) -> Vec<Part<'a>> {
    let part = |&(document, reading): &(DocumentId, &'a Reading)| {
        let is_shown = |index: u32| shown.is_none_or(|shown| shown.contains(&FigureId { document, index }));
        let figures = reading.extraction.figures.iter().enumerate();
        let stated: Vec<&Figure> = figures.filter(|(n, _)| is_shown(*n as u32)).map(|(_, figure)| figure).collect();
        let derived = if computed && !stated.is_empty() { derive(&reading.extraction) } else { Vec::new() };
        let from_shown = |figure: &Figure| from(figure).iter().all(|&index| is_shown(index));
        let computed = derived.into_iter().filter(from_shown).map(rounded).collect();
        let others = across.iter().filter(|(id, _)| *id == document).map(|(_, finding)| finding);
        let all = reading.report.findings.iter().chain(others);
        let (named, mut findings): (Vec<&Finding>, Vec<&Finding>) =
            all.partition(|finding| finding.message.key == NAMES_A_PERSON);
        if shown.is_some() {
            findings.retain(|finding| stated.iter().any(|figure| concerns(finding, figure)));
        }
        findings.sort_by_key(|finding| finding.span);
        let kept_back = if shown.is_some() { 0 } else { named.len() };
        Part { reading, stated, computed, findings, kept_back }
    };
    let all = readings.iter().map(part);
    all.filter(|part| shown.is_none() || !part.stated.is_empty()).collect()
}

/// The figures that a chart stands on.
#[must_use]
pub fn figures_of(chart: &Chart) -> BTreeSet<FigureId> {
    chart.table().rows.iter().flatten().filter_map(|cell| cell.figure).collect()
}

/// The figures that a computed one was computed from.
fn from(figure: &Figure) -> &[u32] {
    match &figure.origin {
        Origin::Computed { from, .. } => from,
        _ => &[],
    }
}

/// A computed figure with four decimals: more than any stated number has, and no noise of binary fractions.
#[must_use]
pub fn rounded(figure: Figure) -> Figure {
    Figure { value: (figure.value * 1e4).round() / 1e4, ..figure }
}

impl Part<'_> {
    /// All its figures, the stated ones first.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.stated.iter().copied().chain(&self.computed)
    }

    /// All its figures as rows.
    pub fn rows(&self) -> impl Iterator<Item = (&Figure, Row<'_>)> {
        self.figures().map(|figure| (figure, figure_row(self.reading, figure)))
    }

    /// The findings about a figure.
    pub fn findings_on<'s>(&'s self, figure: &'s Figure) -> impl Iterator<Item = &'s Finding> {
        self.findings.iter().copied().filter(move |finding| concerns(finding, figure))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Choice, build, fixture};
    use crate::lang::Lang;

    #[test]
    fn a_view_is_exported_with_what_was_computed_from_it() {
        let readings = fixture::three_appeals();
        let numbered = fixture::numbered(&readings);
        let chart = build(&numbered, &Choice::default(), Lang::Da);
        let shown = figures_of(&chart);
        let view = parts(&numbered, &[], Some(&shown), true);
        let all = parts(&numbered, &[], None, true);
        let count = |parts: &[Part]| parts.iter().map(|part| part.stated.len()).sum::<usize>();
        assert!(count(&view) < count(&all));
        assert_eq!(count(&view), shown.len());
        // Rødovre's rate on the official base follows from what is shown; last year's is not shown.
        assert!(view[0].computed.iter().any(|figure| figure.measure.key() == "reversal_rate"));
        assert!(view[0].stated.iter().all(|figure| figure.period.unwrap().to_string() == "2023"));
        assert!(parts(&numbered, &[], None, false).iter().all(|part| part.computed.is_empty()));
    }
}
