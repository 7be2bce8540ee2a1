//! Columns of staff that no word says are full-time equivalents: "Medarbejdere | Sager | Sager pr. medarbejder", where the
//! cases for each of them are what the cases make with parts of an employee.

use crate::extract::grid::{Content, Entry, Grid};
use crate::model::figure::Measure;

/// The one line without a measure that the cases and the cases for each prove to be the staff in full-time equivalents;
/// `across` says of an entry in which of the lines it stands and in which of those across.
pub(super) fn proven_staff(
    grid: &Grid,
    measures: &[Option<&Measure>],
    across: fn(&Entry) -> (usize, usize),
) -> Option<usize> {
    let only = |wanted: Measure| {
        let mut found = (0..measures.len()).filter(|&line| measures[line] == Some(&wanted));
        found.next().filter(|_| found.next().is_none())
    };
    let (total, each) = (only(Measure::TotalCases)?, only(Measure::CasesPerFte)?);
    let values = |line: usize| -> Vec<(usize, f64, u8)> {
        let inside = grid.entries.iter().filter(|entry| across(entry).0 == line);
        let value = |entry: &Entry| match entry.contents[..] {
            [Content::Value { value, decimals, percent: false, .. }] => Some((across(entry).1, value, decimals)),
            _ => None,
        };
        inside.filter_map(value).collect()
    };
    let (totals, means) = (values(total), values(each));
    let proves = |line: &usize| {
        let staff = values(*line);
        // Whole persons may be part-time.
        let parts = staff.iter().any(|(_, value, decimals)| *decimals > 0 && value.fract() > 0.0);
        let close = |&(at, mean, decimals): &(usize, f64, u8)| {
            let of = |list: &[(usize, f64, u8)]| list.iter().find(|cell| cell.0 == at).map(|cell| cell.1);
            let step = 10_f64.powi(-i32::from(decimals));
            of(&totals).zip(of(&staff)).is_some_and(|(total, staff)| (total / staff - mean).abs() <= step)
        };
        parts && means.len() > 1 && means.iter().all(close)
    };
    let mut proven = (0..measures.len()).filter(|&line| measures[line].is_none()).filter(proves);
    proven.next().filter(|_| proven.next().is_none())
}
