//! Rows of a table that no label names: the total, or a row that lost its label.

/// Which rows it is known of what their figures are. `named` says which rows have a label, `values` are the figures by
/// row and column, row by row. A row without a label among others that have one is the total where it adds up those
/// above in a column, and else unknown.
#[must_use]
pub fn known(named: &[bool], columns: usize, values: impl Iterator<Item = (usize, usize, f64)>) -> Vec<bool> {
    if !named.contains(&true) {
        return vec![true; named.len()];
    }
    let mut known = named.to_vec();
    // What the rows above add up to, and how many they are, for each column.
    let mut sums = vec![(0.0, 0); columns];
    for (row, column, value) in values {
        let (sum, count) = sums[column];
        if named[row] {
            sums[column] = (sum + value, count + 1);
        } else if count > 1 && value > 0.0 && value == sum {
            known[row] = true;
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sum_needs_no_label() {
        let rows = |last: [f64; 2]| [[3.0, 1.0], [5.0, 2.0], last];
        for (named, last, expected) in [
            ([true, true, false], [8.0, 3.0], [true, true, true]),
            // One column is enough: the other may hold percentages.
            ([true, true, false], [8.0, 40.0], [true, true, true]),
            ([true, true, false], [2.0, 9.0], [true, true, false]),
            ([true, true, true], [2.0, 9.0], [true, true, true]),
            ([false, false, false], [2.0, 9.0], [true, true, true]),
            ([true, false, false], [3.0, 1.0], [true, false, false]),
        ] {
            let values = rows(last).into_iter().enumerate();
            let values = values.flat_map(|(row, own)| own.into_iter().enumerate().map(move |(col, v)| (row, col, v)));
            assert_eq!(known(&named, 2, values), expected, "{named:?} {last:?}");
        }
    }
}
