//! GRIM: which rounded percentages a whole number of cases can give at all.
//!
//! Of n cases a count k gives 100·k/n; for small n many printed percentages belong to no k. Brown and Heathers
//! (2017), "The GRIM Test", Soc. Psychol. Pers. Sci. 8:363-369, applied to percentages.

use super::rounding::Printed;
use std::ops::RangeInclusive;

/// The counts among `n` whose percentage the printed one can be. Empty where none is.
#[must_use]
pub fn counts(printed: Printed, n: u32) -> RangeInclusive<u32> {
    let (low, high) = printed.implied();
    let whole = |share: f64| share / 100.0 * f64::from(n);
    // The hair keeps an exact half (12.5 % as 12 or 13) on both sides.
    let first = (whole(low) - 1e-9).ceil().max(0.0);
    let last = (whole(high) + 1e-9).floor().min(f64::from(n));
    if n == 0 || last < first {
        return empty();
    }
    first as u32..=last as u32
}

/// Whether any count among `n` gives the printed percentage.
#[must_use]
pub fn attainable(printed: Printed, n: u32) -> bool {
    !counts(printed, n).is_empty()
}

/// The counts just below and just above the printed percentage, with their percentages: what could have been
/// printed instead.
#[must_use]
pub fn neighbours(value: f64, n: u32) -> Option<[(u32, f64); 2]> {
    if n == 0 || !(0.0..=100.0).contains(&value) {
        return None;
    }
    let below = ((value / 100.0 * f64::from(n)).floor() as u32).min(n.saturating_sub(1));
    let share = |k: u32| (k, 100.0 * f64::from(k) / f64::from(n));
    Some([share(below), share(below + 1)])
}

/// The numbers of cases for which `k` of them are the printed percentage: "55 cases, knap 26 %" gives 212 to 215.
/// Empty for a percentage of 0 or less, or no case.
#[must_use]
pub fn denominators(printed: Printed, k: u32) -> RangeInclusive<u32> {
    let (low, high) = printed.implied();
    if k == 0 || low <= 0.0 {
        return empty();
    }
    let whole = |share: f64| 100.0 * f64::from(k) / share;
    let first = (whole(high) - 1e-9).ceil().max(f64::from(k));
    let last = (whole(low) + 1e-9).floor();
    if last < first || last > f64::from(u32::MAX) {
        return empty();
    }
    first as u32..=last as u32
}

#[expect(clippy::reversed_empty_ranges, reason = "an inclusive range is empty only when reversed")]
fn empty() -> RangeInclusive<u32> {
    1..=0
}

#[cfg(test)]
mod tests {
    use super::super::rounding::Near;
    use super::*;

    #[test]
    fn counts_that_fit_a_printed_percentage() {
        for (value, decimals, n, fits) in [
            (28.0, 0, 28, None),
            (43.0, 0, 28, Some(12..=12)),
            (28.0, 0, 116, Some(32..=33)),
            (35.0, 0, 109, Some(38..=38)),
            (41.0, 0, 71, Some(29..=29)),
            (35.0, 0, 55, Some(19..=19)),
            (61.0, 0, 23, Some(14..=14)),
            (57.0, 0, 7, Some(4..=4)),
            (41.2, 1, 16, None),
            (41.2, 1, 17, Some(7..=7)),
            (0.0, 0, 19, Some(0..=0)),
            (12.0, 0, 8, Some(1..=1)),
            (13.0, 0, 8, Some(1..=1)),
            (50.0, 0, 0, None),
        ] {
            let counts = counts(Printed::new(value, decimals), n);
            assert_eq!((!counts.is_empty()).then_some(counts), fits, "{value} of {n}");
        }
    }

    #[test]
    fn what_could_have_been_printed_instead() {
        let [(below, low), (above, high)] = neighbours(28.0, 28).unwrap();
        assert_eq!((below, above), (7, 8));
        assert_eq!((format!("{low:.1}"), format!("{high:.2}")), ("25.0".into(), "28.57".into()));
        assert_eq!(neighbours(100.0, 4).unwrap()[1], (4, 100.0));
        assert_eq!(neighbours(101.0, 4), None);
    }

    #[test]
    fn denominators_that_a_hedged_percentage_implies() {
        assert_eq!(denominators(Printed::new(26.0, 0).hedged(Near::Below), 55), 212..=215);
        assert!(denominators(Printed::new(0.0, 0), 5).is_empty());
        assert!(denominators(Printed::new(26.0, 0), 0).is_empty());
    }
}
