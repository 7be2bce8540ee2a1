//! The charts there are, and the words by which the command line calls them.

/// Which chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum View {
    /// Overblik: the key figures of each municipality in one table.
    Overview,
    /// Klageudfald: outcomes of complaints and reversal rates.
    #[default]
    Appeals,
    /// Reversal rates minus the yardstick's of the same year and scope.
    Distance,
    /// Reversal rates by number of cases, inside the limits of chance.
    Funnel,
    /// Reversal rates law by law and paragraph by paragraph.
    Areas,
    /// Reversal rates committee by committee, with what the shown ones leave.
    Committees,
    /// Udvikling: reversal rates over the years.
    Series,
    /// Sagstal: cases for one employee, beside guideline ranges.
    Caseload,
    /// The same as one table whose cells are shaded.
    Heat,
    /// Total cases by staff.
    Staffing,
    /// The staff that another level would take.
    WhatIf,
    /// Andre nøgletal: every other topic.
    Indicators,
}

impl View {
    pub const ALL: [Self; 12] = [
        Self::Overview,
        Self::Appeals,
        Self::Distance,
        Self::Funnel,
        Self::Areas,
        Self::Committees,
        Self::Series,
        Self::Caseload,
        Self::Heat,
        Self::Staffing,
        Self::WhatIf,
        Self::Indicators,
    ];
    /// The words of the command line, for the sentence that names them.
    pub const KEYS: &str =
        "overview, appeals, distance, funnel, areas, committees, series, caseload, heat, staffing, whatif, indicators";

    /// The word that the command line takes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Appeals => "appeals",
            Self::Distance => "distance",
            Self::Funnel => "funnel",
            Self::Areas => "areas",
            Self::Committees => "committees",
            Self::Series => "series",
            Self::Caseload => "caseload",
            Self::Heat => "heat",
            Self::Staffing => "staffing",
            Self::WhatIf => "whatif",
            Self::Indicators => "indicators",
        }
    }

    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }

    /// True for the views whose figures are complaints.
    #[must_use]
    pub fn is_appeals(self) -> bool {
        use View::{Appeals, Areas, Committees, Distance, Funnel, Overview, Series};
        matches!(self, Overview | Appeals | Distance | Funnel | Areas | Committees | Series)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_view_is_called_by_its_word() {
        let keys: Vec<&str> = View::ALL.iter().map(|view| view.key()).collect();
        assert_eq!(keys.join(", "), View::KEYS);
        assert!(View::ALL.iter().all(|view| View::from_key(view.key()) == Some(*view)));
    }
}
