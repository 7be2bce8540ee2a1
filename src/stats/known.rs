//! Outcome counts of which some are known, and what they prove about the others.

use crate::model::figure::Measure;

/// What is known of one place's outcomes in one period and scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    pub upheld: Option<u32>,
    pub changed: Option<u32>,
    pub remanded: Option<u32>,
    pub dismissed: Option<u32>,
    pub reversed: Option<u32>,
    /// Decided on the merits.
    pub considered: Option<u32>,
    pub decided: Option<u32>,
}

impl Known {
    /// The counts that `stated` gives for each measure, completed: see [`Known::completed`].
    pub fn gather(mut stated: impl FnMut(&Measure) -> Option<u32>) -> Self {
        let known = Self {
            upheld: stated(&Measure::Upheld),
            changed: stated(&Measure::Changed),
            remanded: stated(&Measure::Remanded),
            dismissed: stated(&Measure::Dismissed),
            reversed: stated(&Measure::Reversed),
            considered: stated(&Measure::Considered),
            decided: stated(&Measure::Decided),
        };
        known.completed()
    }

    /// Outcomes that are not mentioned are 0 where the mentioned ones already make up the total ("12 cases, of which
    /// 10 upheld, 1 changed, 1 remanded": none dismissed); an empty cell counts as 0 by the same proof. Then
    /// reversed = changed + remanded, considered = upheld + reversed or decided − dismissed, decided = considered +
    /// dismissed, where they are not stated themselves.
    #[must_use]
    pub fn completed(mut self) -> Self {
        let sum = |parts: &[Option<u32>]| parts.iter().flatten().fold(0_u32, |a, b| a.saturating_add(*b));
        let zero = |part: &mut Option<u32>| *part = part.or(Some(0));
        let merits = [self.upheld, self.changed, self.remanded];
        let any = merits.iter().any(Option::is_some);
        let all = sum(&merits).saturating_add(self.dismissed.unwrap_or(0));
        if any && self.decided == Some(all) {
            zero(&mut self.dismissed);
        }
        if any && (self.decided == Some(all) || self.considered == Some(sum(&merits))) {
            zero(&mut self.upheld);
            zero(&mut self.changed);
            zero(&mut self.remanded);
        }
        self.reversed = self.reversed.or_else(|| self.changed?.checked_add(self.remanded?));
        self.considered = self
            .considered
            .or_else(|| self.upheld?.checked_add(self.reversed?))
            .or_else(|| self.decided?.checked_sub(self.dismissed?));
        self.decided = self.decided.or_else(|| self.considered?.checked_add(self.dismissed?));
        self
    }

    /// How many cases a rate counts; `None` for a measure that is no rate.
    #[must_use]
    pub fn part(&self, rate: &Measure) -> Option<u32> {
        match rate {
            Measure::ReversalRate => self.reversed,
            Measure::UpheldRate => self.upheld,
            Measure::ChangedRate => self.changed,
            Measure::RemandedRate => self.remanded,
            Measure::DismissedRate => self.dismissed,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_stated_counts_prove() {
        let known = |upheld, changed, remanded, dismissed, decided| {
            Known { upheld, changed, remanded, dismissed, decided, ..Known::default() }.completed()
        };
        // Nothing else fits beside 11 + 2 of 13.
        let closed = known(Some(11), None, Some(2), None, Some(13));
        assert_eq!((closed.changed, closed.dismissed, closed.reversed), (Some(0), Some(0), Some(2)));
        // 11 + 2 of 20 leave room: nothing is assumed.
        let open = known(Some(11), None, Some(2), None, Some(20));
        assert_eq!((open.changed, open.reversed, open.considered), (None, None, None));
        let all = known(Some(156), Some(19), Some(48), Some(26), None);
        assert_eq!((all.reversed, all.considered, all.decided), (Some(67), Some(223), Some(249)));
    }
}
