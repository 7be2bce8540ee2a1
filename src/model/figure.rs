//! A figure: one number that minutes state (or that was computed, corrected or added), with all that it is about.

use crate::model::period::Period;
use crate::model::source::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// Whom a figure is about: a municipality's name without "Kommune", [`Place::NATION`], a region, or the issuer of a
/// guideline.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place(pub Cow<'static, str>);

impl Place {
    /// The whole country.
    pub const NATION: Self = Self(Cow::Borrowed("Hele landet"));

    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self(name.into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a figure is about in the large.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Topic {
    /// Outcomes of complaints at Ankestyrelsen.
    Appeals,
    /// Cases for one full-time equivalent, and what it is made of.
    Caseload,
    /// Any other topic, by its English key (`unit_cost`, `duration`, `rank`, ...).
    Other(Cow<'static, str>),
}

impl Topic {
    /// The key that the command line prints.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Appeals => "appeals",
            Self::Caseload => "caseload",
            Self::Other(key) => key,
        }
    }

    /// The topic that has this key.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        match key {
            "appeals" => Self::Appeals,
            "caseload" => Self::Caseload,
            other => Self::Other(Cow::Owned(other.to_owned())),
        }
    }
}

/// What was counted or measured. The words are defined in the README's glossary.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Measure {
    Received,
    Decided,
    /// Decided on the merits: upheld + changed + remanded.
    Considered,
    Upheld,
    Changed,
    Remanded,
    Dismissed,
    Pending,
    /// Changed + remanded.
    Reversed,
    /// Reversed / considered, in percent: the official definition (Ankestyrelsen, omgørelsesprocent).
    ReversalRate,
    UpheldRate,
    ChangedRate,
    RemandedRate,
    DismissedRate,
    CasesPerFte,
    TotalCases,
    Fte,
    RecommendedLow,
    RecommendedHigh,
    /// A measure of another topic, by its English key.
    Other(Cow<'static, str>),
}

impl Measure {
    /// The measures that have a variant, with the keys that the command line prints.
    pub const NAMED: [(Self, &'static str); 19] = [
        (Self::Received, "received"),
        (Self::Decided, "decided"),
        (Self::Considered, "considered"),
        (Self::Upheld, "upheld"),
        (Self::Changed, "changed"),
        (Self::Remanded, "remanded"),
        (Self::Dismissed, "dismissed"),
        (Self::Pending, "pending"),
        (Self::Reversed, "reversed"),
        (Self::ReversalRate, "reversal_rate"),
        (Self::UpheldRate, "upheld_rate"),
        (Self::ChangedRate, "changed_rate"),
        (Self::RemandedRate, "remanded_rate"),
        (Self::DismissedRate, "dismissed_rate"),
        (Self::CasesPerFte, "cases_per_fte"),
        (Self::TotalCases, "total_cases"),
        (Self::Fte, "fte"),
        (Self::RecommendedLow, "recommended_low"),
        (Self::RecommendedHigh, "recommended_high"),
    ];

    /// The key that the command line prints.
    #[must_use]
    pub fn key(&self) -> &str {
        if let Self::Other(key) = self {
            return key;
        }
        Self::NAMED.iter().find(|(measure, _)| measure == self).map_or("", |(_, key)| key)
    }

    /// Whether it is the share of one outcome, in percent.
    #[must_use]
    pub fn is_rate(&self) -> bool {
        matches!(
            self,
            Self::ReversalRate | Self::UpheldRate | Self::ChangedRate | Self::RemandedRate | Self::DismissedRate
        )
    }

    /// The measure that has this key.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        let named = Self::NAMED.iter().find(|(_, k)| *k == key).map(|(measure, _)| measure.clone());
        named.unwrap_or_else(|| Self::Other(Cow::Owned(key.to_owned())))
    }
}

/// What a value counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unit {
    Count,
    Percent,
    CasesPerFte,
    Fte,
    /// Danish kroner.
    Dkk,
    Weeks,
    /// Any other unit, by its English name (`persons`, `rank`, `months`, ...).
    Other(Cow<'static, str>),
}

impl Unit {
    /// The name that the command line prints.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::CasesPerFte => "cases per FTE",
            Self::Fte => "FTE",
            Self::Dkk => "DKK",
            Self::Weeks => "weeks",
            Self::Other(key) => key,
        }
    }

    /// The unit that has this name.
    #[must_use]
    pub fn from_key(key: &str) -> Self {
        let named = [Self::Count, Self::Percent, Self::CasesPerFte, Self::Fte, Self::Dkk, Self::Weeks];
        named.into_iter().find(|unit| unit.key() == key).unwrap_or_else(|| Self::Other(Cow::Owned(key.to_owned())))
    }
}

/// How near a printed value is to the real one, by the word that stands before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedge {
    /// The word as printed: `knap`, `godt`, `ca.`
    pub word: String,
    pub kind: HedgeKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HedgeKind {
    /// Just below the printed value: knap, næsten, lidt under.
    JustBelow,
    /// Just above it: godt, lidt over.
    JustAbove,
    /// On either side: ca., cirka, omkring.
    About,
}

/// Where a figure was read: the characters of its value, and what stands around them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The characters of the value itself.
    pub value: Span,
    /// The sentence, or the table's cell.
    pub passage: Span,
    /// For a cell: the labels of its row and column, outermost first. Empty for a sentence.
    pub heads: Vec<Span>,
}

/// How a figure came to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Origin {
    /// Printed in a document.
    Stated(Source),
    /// Calculated by Sidestil from other figures of the same document, named by their index.
    Computed { from: Vec<u32>, formula: Formula },
    /// Changed by the user, who gave a reason; what the document states stands beside it.
    Corrected { stated: Box<Figure>, reason: String },
    /// Put in by the user, who gave a reason; no document states it.
    Added { reason: String },
}

/// What a computed figure was computed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Formula {
    /// reversed / considered: dismissed cases left out, the official base.
    OfficialRate,
    /// reversed / decided: dismissed cases counted in.
    RateWithDismissed,
    /// A part in percent of its base.
    Share,
    Sum,
    /// A total minus the parts that are shown.
    Residual,
    /// Sum of cases / sum of staff.
    WeightedMean,
    SimpleMean,
    /// A value minus the nation's in the same year and scope.
    DistanceToNation,
}

/// Why a figure is kept but not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doubt {
    /// The table's columns had to be guessed.
    Columns,
    /// Letters or digits had to be guessed.
    Letters,
    Place,
    Period,
    Scope,
    /// The document itself says that the number may be wrong.
    OwnCaveat,
    /// What was counted.
    Measure,
    /// The unit is not said.
    Unit,
    /// The user left it out, and gave a reason.
    LeftOut,
    /// Another document of the same meeting says the same; it is counted there.
    Repeated,
}

impl Doubt {
    /// The English words that the command line prints.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Columns => "columns guessed",
            Self::Letters => "letters guessed",
            Self::Place => "place not settled",
            Self::Period => "period not settled",
            Self::Scope => "scope not settled",
            Self::OwnCaveat => "doubted by the document itself",
            Self::Measure => "measure not settled",
            Self::Unit => "unit not said",
            Self::LeftOut => "left out by the user",
            Self::Repeated => "counted in another document of the meeting",
        }
    }

    pub const ALL: [Self; 10] = [
        Self::Columns,
        Self::Letters,
        Self::Place,
        Self::Period,
        Self::Scope,
        Self::OwnCaveat,
        Self::Measure,
        Self::Unit,
        Self::LeftOut,
        Self::Repeated,
    ];
}

/// One value, and all that it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// `None` where it is not settled; the figure then carries [`Doubt::Place`].
    pub place: Option<Place>,
    /// `None` where it is not settled; the figure then carries [`Doubt::Period`].
    pub period: Option<Period>,
    pub topic: Topic,
    /// Which part of the topic: `Alle`, a law (`SEL`), paragraphs (`SEL § 41`), a target group as printed.
    pub scope: String,
    pub measure: Measure,
    pub value: f64,
    /// How many decimals were printed.
    pub decimals: u8,
    pub unit: Unit,
    pub hedge: Option<Hedge>,
    pub origin: Origin,
    /// Why the figure is uncertain; empty when it is certain.
    pub doubts: Vec<Doubt>,
    /// Index of the agenda item in which it stands.
    pub item: Option<u32>,
}

impl Figure {
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.doubts.is_empty()
    }

    /// Adds a reason for doubt to those that are there, which stand in their order; once.
    pub fn doubt(&mut self, doubt: Doubt) {
        if let Err(place) = self.doubts.binary_search(&doubt) {
            self.doubts.insert(place, doubt);
        }
    }

    /// Where it was read; `None` for a computed or added figure.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        match &self.origin {
            Origin::Stated(source) => Some(source),
            Origin::Corrected { stated, .. } => stated.source(),
            Origin::Computed { .. } | Origin::Added { .. } => None,
        }
    }

    /// The word that the command line prints for its origin.
    #[must_use]
    pub fn origin_key(&self) -> &'static str {
        match &self.origin {
            Origin::Stated(_) => "stated",
            Origin::Computed { .. } => "computed",
            Origin::Corrected { .. } => "corrected",
            Origin::Added { .. } => "added",
        }
    }

    #[must_use]
    pub fn is_nation(&self) -> bool {
        self.place.as_ref() == Some(&Place::NATION)
    }
}

/// A value that should be there and is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    pub place: Option<Place>,
    pub period: Option<Period>,
    pub topic: Topic,
    pub scope: String,
    pub measure: Measure,
    pub kind: GapKind,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GapKind {
    /// An empty cell of which nothing more is known.
    Blank,
    /// An empty cell that the table's sums prove to be 0.
    BlankIsZero,
    /// Held back because the number is small ("færre end 5").
    Suppressed,
    /// "ikke opgjort", "ingen data".
    NotCompiled,
    /// Announced by the text and not there: a diagram or table lost in conversion.
    Lost,
}

impl GapKind {
    /// The English word that `jsonl` prints in its field `state`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::BlankIsZero => "blank is zero",
            Self::Suppressed => "suppressed",
            Self::NotCompiled => "not compiled",
            Self::Lost => "lost",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_is_found_by_its_key() {
        for (measure, key) in Measure::NAMED {
            assert_eq!(measure.key(), key);
            assert_eq!(Measure::from_key(key), measure);
        }
        assert_eq!(Measure::from_key("weeks_on_benefit").key(), "weeks_on_benefit");
    }
}
