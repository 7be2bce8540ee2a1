//! Tables that go on over a page's end, or in the next column.

use crate::model::source::Layout;
use crate::read::build::{Grid, GridCell};
use crate::read::table::is_value;
use std::ops::Range;

/// A table that may go on over a page's end.
pub struct OpenTable {
    pub grid: Grid,
    pub rows: u32,
    /// From where to where each column reaches.
    pub columns: Vec<Range<f32>>,
    pub top: f32,
    /// True where the page's end cut the last row.
    pub open: bool,
}

/// Which column of a table each column of the next one goes on with; `None` where that is another table.
///
/// Drawn columns must be the same. Columns of text only need to stand over each other: one may be empty on a page.
pub fn continues(open: &OpenTable, next: &OpenTable) -> Option<Vec<u32>> {
    if open.grid.layout != next.grid.layout || next.columns.len() > open.columns.len() {
        return None;
    }
    if open.grid.layout == Layout::Ruled {
        // The next page, or column, may begin further in.
        let shift = next.columns.first()?.start - open.columns.first()?.start;
        let same = open.columns.len() == next.columns.len()
            && open
                .columns
                .iter()
                .zip(&next.columns)
                .all(|(a, b)| (a.start + shift - b.start).abs() + (a.end + shift - b.end).abs() <= 8.0);
        return same.then(|| (0..open.columns.len() as u32).collect());
    }
    if !has_same_heads(&open.grid, &next.grid) {
        return None;
    }
    let overlap = |a: &Range<f32>, b: &Range<f32>| a.end.min(b.end) - a.start.max(b.start);
    let mut map: Vec<u32> = Vec::new();
    for column in &next.columns {
        let (at, best) =
            open.columns.iter().enumerate().max_by(|a, b| overlap(a.1, column).total_cmp(&overlap(b.1, column)))?;
        if overlap(best, column) <= 0.0 || map.last().is_some_and(|&last| last >= at as u32) {
            return None;
        }
        map.push(at as u32);
    }
    Some(map)
}

/// True where headings that are printed are mostly those of the table before.
fn has_same_heads(open: &Grid, next: &Grid) -> bool {
    let heads = |grid: &'_ Grid| -> Vec<String> {
        let cells = grid.cells.iter().filter(|cell| cell.head && !cell.text.text.is_empty());
        cells.map(|cell| cell.text.text.clone()).collect()
    };
    let (before, again) = (heads(open), heads(next));
    2 * again.iter().filter(|head| before.contains(head)).count() >= again.len()
}

/// Adds a table's rows to the one it goes on with; headings that are printed again are dropped.
pub fn extend(open: &mut OpenTable, mut next: OpenTable, map: &[u32]) {
    for cell in &mut next.grid.cells {
        let last = map[(cell.col + cell.col_span - 1) as usize];
        cell.col = map[cell.col as usize];
        cell.col_span = last + 1 - cell.col;
    }
    let row_text = |grid: &Grid, row: u32| -> Vec<(u32, String)> {
        let cells = grid.cells.iter().filter(|cell| cell.row == row && !cell.text.text.is_empty());
        cells.map(|cell| (cell.col, cell.text.text.clone())).collect()
    };
    let mut repeated = 0;
    while repeated < next.rows.min(4) && row_text(&open.grid, repeated) == row_text(&next.grid, repeated) {
        repeated += 1;
    }
    if open.open && next.rows > repeated && goes_on_in(open, &next, repeated) {
        join_rows(open, &mut next, repeated);
        repeated += 1;
    }
    open.open = next.open;
    let shift = open.rows;
    open.rows += next.rows - repeated;
    open.grid.guessed |= next.grid.guessed;
    let cells = next.grid.cells.into_iter().filter(|cell| cell.row >= repeated);
    open.grid.cells.extend(cells.map(|cell| GridCell { row: cell.row - repeated + shift, ..cell }));
}

/// True where a row may be the rest of the open table's last one: no column has a figure in both.
fn goes_on_in(open: &OpenTable, next: &OpenTable, row: u32) -> bool {
    let has_figure = |grid: &Grid, row: u32, col: u32| {
        grid.cells.iter().any(|cell| cell.row == row && cell.col == col && is_value(&cell.text.text))
    };
    (0..open.columns.len() as u32)
        .all(|col| !has_figure(&open.grid, open.rows - 1, col) || !has_figure(&next.grid, row, col))
}

/// Adds a row's texts to the open table's last one.
fn join_rows(open: &mut OpenTable, next: &mut OpenTable, row: u32) {
    let last = open.rows - 1;
    for cell in next.grid.cells.iter_mut().filter(|cell| cell.row == row && !cell.text.text.is_empty()) {
        let text = std::mem::take(&mut cell.text);
        match open.grid.cells.iter_mut().find(|other| other.row == last && other.col == cell.col) {
            Some(other) => other.text.join(" ", text),
            None => open.grid.cells.push(GridCell { row: last, row_span: 1, text, ..*cell }),
        }
    }
}
