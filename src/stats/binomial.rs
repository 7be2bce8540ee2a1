//! The exact binomial distribution: the chance of so few or so many when each case falls with a known share.

/// The distribution of how many of `n` cases fall, when each falls with the chance `share`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binomial {
    n: u32,
    share: f64,
}

impl Binomial {
    /// `None` where the share is no number from 0 to 1.
    #[must_use]
    pub fn new(n: u32, share: f64) -> Option<Self> {
        (0.0..=1.0).contains(&share).then_some(Self { n, share })
    }

    /// The chances of 0, 1, ..., n, each from the one before: C(n,k+1)/C(n,k) = (n−k)/(k+1). In logarithms, so
    /// that thousands of cases do not vanish below the smallest number.
    fn chances(self) -> impl Iterator<Item = f64> {
        let Self { n, share } = self;
        let odds = share.ln() - (-share).ln_1p();
        let mut log = f64::from(n) * (-share).ln_1p();
        (0..=n).map(move |k| {
            if share == 0.0 || share == 1.0 {
                let sure = if share == 0.0 { 0 } else { n };
                return if k == sure { 1.0 } else { 0.0 };
            }
            let chance = log.exp();
            log += f64::from(n - k).ln() - f64::from(k + 1).ln() + odds;
            chance
        })
    }

    /// P(X ≤ k).
    #[must_use]
    pub fn at_most(self, k: u32) -> f64 {
        self.chances().take(k as usize + 1).sum::<f64>().min(1.0)
    }

    /// P(X ≥ k).
    #[must_use]
    pub fn at_least(self, k: u32) -> f64 {
        self.chances().skip(k as usize).sum::<f64>().min(1.0)
    }

    /// One-sided p of `k`: the chance of `k` or further out, on the side on which `k` lies from the expected count.
    #[must_use]
    pub fn tail(self, k: u32) -> f64 {
        if f64::from(k) < f64::from(self.n) * self.share { self.at_most(k) } else { self.at_least(k) }
    }

    /// For each chance q (ascending) the count where P(X ≤ r) reaches q, moved back by the part of the last step
    /// that was not needed: the smoothed limits of a funnel.
    pub(super) fn smoothed_quantiles<const N: usize>(self, chances: [f64; N]) -> [f64; N] {
        let mut limits = [f64::from(self.n); N];
        let (mut sum, mut next) = (0.0, 0);
        for (r, chance) in self.chances().enumerate() {
            sum += chance;
            while next < N && sum >= chances[next] {
                let spare = if chance > 0.0 { (sum - chances[next]) / chance } else { 0.0 };
                limits[next] = r as f64 - spare;
                next += 1;
            }
            if next == N {
                break;
            }
        }
        limits
    }
}

/// One-sided exact p of `k` among `n` against a known share; `None` without cases or with a share that is none.
#[must_use]
pub fn tail(k: u32, n: u32, share: f64) -> Option<f64> {
    (0 < n && k <= n).then(|| Binomial::new(n, share)).flatten().map(|binomial| binomial.tail(k))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_agree_with_the_printed_tables() {
        // Cumulative binomial tables, four decimals.
        for (n, share, k, printed) in
            [(10, 0.5, 3, 0.1719), (20, 0.1, 4, 0.9568), (15, 0.25, 3, 0.4613), (5, 0.3, 0, 0.1681)]
        {
            let binomial = Binomial::new(n, share).unwrap();
            assert!((binomial.at_most(k) - printed).abs() < 5e-5, "{n} {share} {k}");
            assert!((binomial.at_most(k) + binomial.at_least(k + 1) - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn tails_agree_with_the_golden_values_to_the_printed_digit() {
        for (k, n, nation, printed) in [
            (45, 128, 30.47, "0.15"),
            (27, 59, 35.96, "0.08"),
            (11, 18, 47.0, "0.17"),
            (8, 30, 35.9, "0.20"),
            (4, 7, 32.0, "0.15"),
            (1, 9, 34.3, "0.13"),
        ] {
            assert_eq!(format!("{:.2}", tail(k, n, nation / 100.0).unwrap()), printed, "{k}/{n}");
        }
        assert_eq!(format!("{:.4}", tail(16, 86, 31.8 / 100.0).unwrap()), "0.0045");
    }

    #[test]
    fn sure_shares_and_many_cases_stay_finite() {
        assert_eq!(tail(0, 9, 0.0), Some(1.0));
        assert_eq!(tail(1, 9, 0.0), Some(0.0));
        assert_eq!(tail(9, 9, 1.0), Some(1.0));
        assert_eq!(tail(1, 0, 0.5), None);
        assert_eq!(tail(1, 9, f64::NAN), None);
        let half = tail(15_000, 30_000, 0.5).unwrap();
        assert!((half - 0.5).abs() < 0.01, "{half}");
    }
}
