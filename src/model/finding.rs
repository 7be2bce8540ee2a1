//! What the checks say about the numbers of a document: what is stated, and what the numbers give.

use crate::model::source::Span;
use serde::Serialize;

/// The rules, one a generic check. Their formulas and sources stand in `check`, one file a rule or family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Rule {
    /// Recompute stated percentages, changes and averages.
    R1,
    /// Which base gives the stated rate, and is it the declared one.
    R2,
    /// Is the rounded percentage attainable with this number of cases.
    R3,
    /// Sums, partitions, residuals.
    R4,
    /// One number under two labels, one label for two scopes.
    R5,
    /// A unit that is missing or mixed.
    R6,
    /// What a hedged number implies.
    R7,
    /// Is the document's own target met, and on which base.
    R8,
    /// Two values for one thing, in two items or two documents.
    R9,
    /// What the text claims against what its table shows.
    R10,
    /// Can the difference be told from chance.
    R11,
    /// A yardstick without date or source.
    R12,
    /// Promised and absent.
    R13,
    /// Contents against headings, names, dates against weekdays.
    R14,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Severity {
    /// Changes a conclusion.
    A,
    /// A wrong number or an ambiguous base.
    B,
    /// Cosmetic.
    C,
}

/// One thing that a check has to say. It speaks about numbers, never about people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub rule: Rule,
    pub severity: Severity,
    /// The passage that it is about.
    pub span: Span,
    /// Other passages that take part: the table, the other item.
    pub related: Vec<Span>,
    /// What the document says, in its own words or numbers.
    pub stated: String,
    /// What the numbers give.
    pub recomputed: String,
    pub message: Message,
}

/// A sentence of the catalogue with its values: the languages say it in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    pub key: &'static str,
    pub values: Vec<(&'static str, String)>,
}

/// A check that was made and found nothing amiss.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passed {
    pub rule: Rule,
    pub span: Span,
    pub message: Message,
}

/// All that the checks of one document say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Ordered by place in the document.
    pub findings: Vec<Finding>,
    pub passed: Vec<Passed>,
    /// True where nothing was checked, since only figures that were saved are there, not the document: that is not the
    /// same as nothing found.
    pub skipped: bool,
}
