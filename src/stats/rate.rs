//! Reversal rates: the official base leaves dismissed cases out, the other counts them in.

/// The outcomes of complaints that were decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Outcomes {
    pub upheld: u32,
    pub changed: u32,
    pub remanded: u32,
    pub dismissed: u32,
}

impl Outcomes {
    /// Changed + remanded.
    #[must_use]
    pub fn reversed(self) -> u32 {
        self.changed.saturating_add(self.remanded)
    }

    /// Decided on the merits: upheld + changed + remanded.
    #[must_use]
    pub fn considered(self) -> u32 {
        self.upheld.saturating_add(self.reversed())
    }

    /// Considered + dismissed.
    #[must_use]
    pub fn decided(self) -> u32 {
        self.considered().saturating_add(self.dismissed)
    }

    /// Reversed over considered, in percent: Ankestyrelsen's omgørelsesprocent ("Forstå statistikken": remanded
    /// and changed cases over all cases decided on the merits; dismissed cases do not count).
    #[must_use]
    pub fn official_rate(self) -> Option<f64> {
        percent(self.reversed(), self.considered())
    }

    /// Reversed over decided, dismissed cases counted in, in percent: a base that minutes use too, always lower.
    #[must_use]
    pub fn rate_with_dismissed(self) -> Option<f64> {
        percent(self.reversed(), self.decided())
    }
}

/// A part in percent of a whole; `None` where the whole is empty.
#[must_use]
pub fn percent(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| 100.0 * f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_bases_give_the_golden_rates() {
        let outcomes = |upheld, changed, remanded, dismissed| Outcomes { upheld, changed, remanded, dismissed };
        for (counts, official, with_dismissed) in [
            (outcomes(156, 19, 48, 26), "30.04", "26.91"),
            (outcomes(83, 21, 24, 10), "35.16", "32.61"),
            (outcomes(18652, 3739, 4436, 2434), "30.47", "27.94"),
            (outcomes(32, 5, 22, 1), "45.76", "45.00"),
            (outcomes(70, 3, 13, 0), "18.60", "18.60"),
        ] {
            assert_eq!(format!("{:.2}", counts.official_rate().unwrap()), official);
            assert_eq!(format!("{:.2}", counts.rate_with_dismissed().unwrap()), with_dismissed);
        }
        assert_eq!(outcomes(0, 0, 0, 4).official_rate(), None);
    }
}
