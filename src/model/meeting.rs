//! The meeting that a document reports: who, when, and what was decided on each item of the agenda.

use crate::model::source::Span;
use serde::Serialize;

/// A committee's meeting, as its minutes or agenda tell it. What was not found is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Meeting {
    pub committee: Option<String>,
    /// The document's own municipality, without "Kommune".
    pub municipality: Option<String>,
    /// ISO date, `2019-05-08`.
    pub date: Option<jiff::civil::Date>,
    /// `16:30`.
    pub time: Option<String>,
    pub place: Option<String>,
    pub kind: DocumentKind,
    pub present: Vec<String>,
    pub absent: Vec<String>,
    pub items: Vec<Item>,
    /// The table of contents, where the document has one.
    #[serde(skip)]
    pub contents: Vec<Entry>,
}

impl Meeting {
    /// Whose meeting it is and from when, without what was said there.
    #[must_use]
    pub fn clone_facts(&self) -> Self {
        Self {
            committee: self.committee.clone(),
            municipality: self.municipality.clone(),
            date: self.date,
            kind: self.kind,
            ..Self::default()
        }
    }
}

/// A line of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    /// The page that it names.
    pub page: Option<u32>,
    pub span: Span,
}

/// Whether decisions can stand in the document at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    Minutes,
    /// Sent out before the meeting: "not yet decided", not "no decision found".
    Agenda,
    #[default]
    Unknown,
}

/// One item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Item {
    pub number: Option<String>,
    pub title: String,
    /// The case number, `19/2878`.
    pub case: Option<String>,
    pub kind: ItemKind,
    /// Who decides in the end, as printed: `KB`, `Udvalget for Børn`.
    pub competence: Vec<String>,
    pub sections: Vec<Section>,
    pub decisions: Vec<Decision>,
    pub attachments: Vec<String>,
    pub references: Vec<String>,
    /// Held behind closed doors.
    pub closed: bool,
    /// The title where it heads the item; empty where it has none.
    #[serde(skip)]
    pub title_span: Span,
    /// The whole item in the document's text.
    #[serde(skip)]
    pub span: Span,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    Decision,
    Discussion,
    Information,
    Approval,
    Announcements,
    AnyOtherBusiness,
    #[default]
    Other,
}

/// A named part of an item: sagsfremstilling, indstilling, beslutning, ...
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading as printed.
    pub title: String,
    pub kind: SectionKind,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    Summary,
    Recommendation,
    Decision,
    Competence,
    Presentation,
    Background,
    Assessment,
    LegalBasis,
    Economy,
    Hearing,
    Schedule,
    Attachments,
    EarlierDecisions,
    Other,
}

/// What one body decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The committee as printed, or as implied by the minutes.
    pub body: Option<String>,
    pub date: Option<jiff::civil::Date>,
    pub kind: DecisionKind,
    /// The original words.
    pub text: String,
    pub votes: Option<Votes>,
    #[serde(skip)]
    pub span: Span,
}

/// The decision in one word; the words stand in `Decision::text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    Approved,
    Adopted,
    Noted,
    /// Recommended to the body that decides.
    Recommended,
    RecommendedWithRemark,
    RecommendedNoted,
    RecommendedApproved,
    RecommendedDiscussed,
    Discussed,
    Informed,
    AdoptedWithAddition,
    Deferred,
    LapsedOnEqualVotes,
    Rejected,
    Nothing,
    /// An agenda: not yet decided.
    Pending,
    Closed,
    Other,
}

/// Votes by group, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Votes {
    pub in_favour: Vec<String>,
    pub against: Vec<String>,
    pub abstaining: Vec<String>,
}
