//! Recomputes what minutes state: rules R1-R14, one file a rule or family.
//!
//! Each rule reads the extracted figures and the text, never one certain document: it knows words and layouts. It
//! says what is stated and what the numbers give; it never judges people. Where a rule cannot be sure it is silent.

mod attainable;
mod average;
mod base;
mod chance;
mod change;
mod claims;
mod conflict;
mod context;
mod counts;
mod hedged;
mod labels;
mod missing;
mod partition;
mod quantity;
mod residual;
mod structure;
mod sums;
mod target;
#[cfg(test)]
mod testing;
mod units;
mod yardstick;

use crate::model::finding::Report;
use crate::model::reading::Extraction;
use crate::model::source::Document;
use crate::text::lower::aligned;
pub use conflict::across;
use context::Context;

/// Every finding of the rules about one document, and the checks that passed, in the order of the text.
#[must_use]
pub fn check(document: &Document, extraction: &Extraction) -> Report {
    let lower = aligned(&document.text);
    let cx = Context::new(document, extraction, &lower);
    let mut report = Report::default();
    for rule in RULES {
        rule(&cx, &mut report);
    }
    report.findings.sort_by_key(|f| (f.span, f.rule, f.severity));
    report.passed.sort_by_key(|p| (p.span, p.rule));
    report
}

type Run = fn(&Context<'_>, &mut Report);

const RULES: [Run; 18] = [
    change::run,
    change::count_change,
    average::run,
    base::run,
    attainable::run,
    sums::run,
    partition::run,
    residual::run,
    hedged::run,
    target::run,
    chance::run,
    labels::run,
    units::run,
    conflict::run,
    claims::run,
    yardstick::run,
    missing::run,
    structure::run,
];
