//! Intervals round a share: Wilson's for one municipality, exact binomial limits for a funnel of many.

use super::binomial::Binomial;

/// The standard normal quantile of 97.5 %, for intervals that hold 95 %.
pub const Z_95: f64 = 1.959_964;

/// Two ends of a share, both from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

impl Interval {
    /// Nothing is known: any share is possible.
    pub const UNKNOWN: Self = Self { low: 0.0, high: 1.0 };

    /// The same ends in percent.
    #[must_use]
    pub fn percent(self) -> Self {
        Self { low: self.low * 100.0, high: self.high * 100.0 }
    }

    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// Wilson's score interval, 95 %, for `k` of `n`.
///
/// With p = k/n: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). It behaves well for few cases and for shares
/// near 0 and 1, where the textbook interval does not. Wilson (1927), J. Am. Stat. Assoc. 22:209-212; Newcombe
/// (1998), Stat. Med. 17:857-872, method 3.
///
/// No case at all says nothing: [`Interval::UNKNOWN`]. A count above `n` is taken as `n`.
#[must_use]
pub fn wilson(k: u32, n: u32) -> Interval {
    if n == 0 {
        return Interval::UNKNOWN;
    }
    let (k, n_) = (f64::from(k.min(n)), f64::from(n));
    let p = k / n_;
    let z2 = Z_95 * Z_95;
    let middle = p + z2 / (2.0 * n_);
    let half = Z_95 * (p * (1.0 - p) / n_ + z2 / (4.0 * n_ * n_)).sqrt();
    let scale = 1.0 + z2 / n_;
    Interval { low: ((middle - half) / scale).max(0.0), high: ((middle + half) / scale).min(1.0) }
}

/// How much of the chance variation a funnel's limits hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    P95,
    /// 99.8 %, about three standard deviations.
    P998,
}

impl Level {
    /// The chance left outside at each end.
    const fn tail(self) -> f64 {
        match self {
            Self::P95 => 0.025,
            Self::P998 => 0.001,
        }
    }
}

/// The limits within which the share of `n` cases lies by chance alone when the true share is `target`.
///
/// For a tail q, r is the smallest count with P(X ≤ r) ≥ q, and the limit (r − α)/n with
/// α = (P(X ≤ r) − q) / P(X = r), which smooths the steps. Spiegelhalter (2005), Stat. Med. 24:1185-1202,
/// appendix A.1.1.
#[must_use]
pub fn funnel(target: f64, n: u32, level: Level) -> Interval {
    let Some(binomial) = Binomial::new(n, target).filter(|_| n > 0) else {
        return Interval::UNKNOWN;
    };
    let limits = binomial.smoothed_quantiles([level.tail(), 1.0 - level.tail()]);
    let share = |r: f64| (r / f64::from(n)).clamp(0.0, 1.0);
    Interval { low: share(limits[0]), high: share(limits[1]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_agrees_with_newcombe_1998_table_1() {
        for (k, n, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let interval = wilson(k, n);
            assert!((interval.low - low).abs() < 5e-5, "{k}/{n}: {interval:?}");
            assert!((interval.high - high).abs() < 5e-5, "{k}/{n}: {interval:?}");
        }
    }

    #[test]
    fn wilson_agrees_with_the_golden_values_to_the_printed_digit() {
        for (k, n, printed) in [
            (67, 223, "24.4-36.4"),
            (45, 128, "27.4-43.8"),
            (16, 86, "11.8-28.1"),
            (27, 59, "33.7-58.3"),
            (11, 18, "38.6-79.7"),
            (8, 30, "14.2-44.4"),
            (4, 7, "25.0-84.2"),
            (1, 9, "2.0-43.5"),
            (0, 1, "0.0-79.3"),
            (0, 19, "0.0-16.8"),
        ] {
            let Interval { low, high } = wilson(k, n).percent();
            assert_eq!(format!("{low:.1}-{high:.1}"), printed, "{k}/{n}");
        }
    }

    #[test]
    fn no_cases_say_nothing_and_ends_stay_within_bounds() {
        assert_eq!(wilson(0, 0), Interval::UNKNOWN);
        assert_eq!(wilson(5, 5).high, 1.0);
        assert_eq!(wilson(0, 5).low, 0.0);
        assert_eq!(wilson(9, 5), wilson(5, 5));
    }

    #[test]
    fn funnel_limits_hold_the_target_and_close_in() {
        let wide = funnel(0.3, 20, Level::P95);
        let narrow = funnel(0.3, 500, Level::P95);
        let outer = funnel(0.3, 500, Level::P998);
        assert!(wide.holds(0.3) && narrow.holds(0.3));
        assert!(wide.low < narrow.low && narrow.high < wide.high);
        assert!(outer.low < narrow.low && narrow.high < outer.high);
        // Near the normal limits for many cases: 0.3 ± 1.96·√(0.3·0.7/500) = 0.3 ± 0.0402.
        assert!((narrow.low - 0.2598).abs() < 0.003 && (narrow.high - 0.3402).abs() < 0.003, "{narrow:?}");
        assert_eq!(funnel(0.3, 0, Level::P95), Interval::UNKNOWN);
        assert_eq!(funnel(f64::NAN, 9, Level::P95), Interval::UNKNOWN);
    }
}
