//! Whether a rate can be told from the nation's: above, below, or not distinguishable.

use super::binomial;

/// What can be said of a rate beside a known level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    Above,
    Below,
    /// Chance alone may well explain the difference.
    NotDistinguishable,
    /// Fewer than [`FEWEST`] cases: show the counts, not a verdict.
    TooFew,
}

/// One-sided: 2.5 % at each end, so that 95 % lies between.
pub const LIMIT: f64 = 0.025;

/// Below ten cases a single case moves a rate by more than ten points.
pub const FEWEST: u32 = 10;

/// `k` of `n` beside the share `nation` (0 to 1): above or below when the one-sided exact binomial p is below
/// 0.025. Three words as in Fingertips' comparison with a benchmark; the exact test after Clopper and Pearson
/// (1934), Biometrika 26:404-413.
#[must_use]
pub fn verdict(k: u32, n: u32, nation: f64) -> Verdict {
    if n < FEWEST {
        return Verdict::TooFew;
    }
    match binomial::tail(k, n, nation) {
        Some(p) if p < LIMIT && f64::from(k) > f64::from(n) * nation => Verdict::Above,
        Some(p) if p < LIMIT => Verdict::Below,
        _ => Verdict::NotDistinguishable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_clear_difference_is_called_one() {
        for (k, n, nation, expected) in [
            (16, 86, 31.8, Verdict::Below),
            (45, 128, 30.47, Verdict::NotDistinguishable),
            (27, 59, 35.96, Verdict::NotDistinguishable),
            (11, 18, 47.0, Verdict::NotDistinguishable),
            (8, 30, 35.9, Verdict::NotDistinguishable),
            (4, 7, 32.0, Verdict::TooFew),
            (1, 9, 34.3, Verdict::TooFew),
            (40, 60, 32.0, Verdict::Above),
        ] {
            assert_eq!(verdict(k, n, nation / 100.0), expected, "{k}/{n}");
        }
    }
}
