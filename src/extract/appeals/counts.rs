//! Numbers of cases beside rates: whatever a table is announced to show, what stands under "Antal sager" is no rate.

use super::label::rate_of;
use crate::data::words::WORDS;
use crate::extract::axis;
use crate::extract::grid::{Content, Grid, Line};
use crate::model::figure::Measure;

/// "Antal sager", "Antal klagesager 2022", and of a column "Sager", "Afgørelser": do the labels say that cases are counted?
#[must_use]
pub(super) fn count_cases(line: &Line, of_column: bool) -> bool {
    let inner = line.headings.len().saturating_sub(2);
    line.headings[inner..].iter().any(|heading| {
        axis::read(&heading.text, |clause| {
            let first = clause.tokens.iter().find(|token| token.word().is_some());
            let numbers = clause.has_word(&["antal", "antallet", "sagsantal", "sagstal", "stk"]);
            numbers || of_column && first.is_some_and(|first| WORDS.case_nouns.has(first) || first.is("n"))
        })
    })
}

/// The columns whose numbers have no sign beside columns of percentages: none of the rates that those are.
#[must_use]
pub(super) fn unsigned(grid: &Grid) -> Vec<bool> {
    // How many numbers of each column there are, and how many have the sign.
    let mut columns = vec![(0, 0); grid.cols.len()];
    for entry in &grid.entries {
        if let Some(Content::Value { percent, .. }) = entry.contents.first() {
            columns[entry.col].0 += 1;
            columns[entry.col].1 += usize::from(*percent);
        }
    }
    let percentages = columns.iter().any(|(all, signed)| *all > 1 && all == signed);
    columns.iter().map(|(_, signed)| percentages && *signed == 0).collect()
}

/// What a table is announced to show, for a line of numbers that cannot be rates.
#[must_use]
pub(super) fn without_rate(announced: Option<&Measure>) -> Option<&Measure> {
    announced.filter(|measure| rate_of(measure).as_ref() != Some(measure))
}
