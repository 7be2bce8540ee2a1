//! Means of a row of municipalities.

/// Sum of parts over sum of weights (cases over staff): the level of all municipalities together. `None` without
/// weight. Takes (amount, weight) pairs.
#[must_use]
pub fn weighted(pairs: &[(f64, f64)]) -> Option<f64> {
    let amount: f64 = pairs.iter().map(|(amount, _)| amount).sum();
    let weight: f64 = pairs.iter().map(|(_, weight)| weight).sum();
    (weight > 0.0).then(|| amount / weight)
}

/// The plain mean: each municipality counts the same. `None` for no values.
#[must_use]
pub fn simple(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The middle value, or the mean of the two middle ones. `None` for no values.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    Some(if sorted.len() % 2 == 1 { upper } else { (sorted[middle - 1] + upper) / 2.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_job_centres_give_the_golden_means() {
        let cases = [3603.0, 4164.0, 1807.0, 2755.0, 2006.0, 3505.0, 1742.0, 1984.0, 2140.0];
        let staff = [84.4, 85.9, 45.4, 73.5, 55.5, 106.72, 48.0, 52.0, 57.9];
        let pairs: Vec<_> = cases.into_iter().zip(staff).collect();
        assert_eq!(format!("{:.1}", weighted(&pairs).unwrap()), "38.9");
        let others: Vec<_> = pairs.iter().copied().filter(|(amount, _)| *amount != 4164.0).collect();
        assert_eq!(format!("{:.1}", weighted(&others).unwrap()), "37.3");
        let stated = [42.7, 48.5, 39.8, 37.5, 36.1, 32.8, 36.3, 38.2, 36.9];
        assert_eq!(format!("{:.2}", simple(&stated).unwrap()), "38.76");
        assert_eq!(median(&stated), Some(37.5));
    }

    #[test]
    fn nothing_has_no_mean() {
        assert_eq!((weighted(&[]), simple(&[]), median(&[])), (None, None, None));
        assert_eq!(median(&[4.0, 1.0]), Some(2.5));
    }
}
