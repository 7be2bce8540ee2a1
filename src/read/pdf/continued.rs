//! Tables that go on over a page's end, or in the next column.

use super::join::Known;
use super::ruled::{self, RuledTable};
use super::words::PageText;
use crate::model::source::Layout;
use crate::read::grid::{Grid, GridCell};
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
        return has_same_columns(&open.columns, &next.columns).then(|| (0..open.columns.len() as u32).collect());
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

/// True for the drawn columns of one table; the next page, or column of text, may begin further in.
fn has_same_columns(open: &[Range<f32>], next: &[Range<f32>]) -> bool {
    let [Some(first), Some(begin)] = [open, next].map(|columns| columns.first().map(|column| column.start)) else {
        return false;
    };
    let shift = begin - first;
    let is_over =
        |(a, b): (&Range<f32>, &Range<f32>)| (a.start + shift - b.start).abs() + (a.end + shift - b.end).abs() <= 8.0;
    open.len() == next.len() && open.iter().zip(next).all(is_over)
}

/// Adds single rows to the tables of pages (or parts of them): the heading that stands alone at a page's foot while
/// its rows begin the next one, or the last row at the next one's top.
pub fn add_rows(single: Vec<Vec<RuledTable>>, tables: &mut [Vec<RuledTable>], texts: &mut [PageText]) {
    let top = |table: &&RuledTable| (table.bounds[1] * 100.0) as i32;
    let all = |at: usize| tables.get(at).into_iter().chain(single.get(at)).flatten();
    let mut taken = Vec::new();
    for (at, rows) in single.iter().enumerate() {
        for (index, row) in rows.iter().enumerate() {
            let goes_with = |other: Option<&RuledTable>| {
                other.is_some_and(|other| has_same_columns(&row.columns(), &other.columns()))
            };
            let is_last = all(at).max_by_key(top).is_some_and(|last| std::ptr::eq(last, row));
            let is_first = all(at).min_by_key(top).is_some_and(|first| std::ptr::eq(first, row));
            let before = at.checked_sub(1).and_then(|before| all(before).max_by_key(top));
            if (is_last && goes_with(all(at + 1).min_by_key(top))) || (is_first && goes_with(before)) {
                taken.push((at, index));
            }
        }
    }
    for (at, rows) in single.into_iter().enumerate() {
        for (index, mut row) in rows.into_iter().enumerate() {
            if taken.binary_search(&(at, index)).is_ok() && ruled::take_row(&mut row, &mut texts[at]) {
                let place = tables[at].partition_point(|table| table.bounds[1] < row.bounds[1]);
                tables[at].insert(place, row);
            }
        }
    }
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

/// The texts of a row's cells, each with its column.
fn row_text(grid: &Grid, row: u32) -> Vec<(u32, &str)> {
    let cells = grid.cells.iter().filter(|cell| cell.row == row && !cell.text.text.is_empty());
    cells.map(|cell| (cell.col, cell.text.text.as_str())).collect()
}

/// Adds a table's rows to the one it goes on with; headings that are printed again are dropped.
pub fn extend(open: &mut OpenTable, mut next: OpenTable, map: &[u32], known: &Known) {
    for cell in &mut next.grid.cells {
        let last = map[(cell.col + cell.col_span - 1) as usize];
        cell.col = map[cell.col as usize];
        cell.col_span = last + 1 - cell.col;
    }
    let mut repeated = 0;
    while repeated < next.rows.min(4) && row_text(&open.grid, repeated) == row_text(&next.grid, repeated) {
        repeated += 1;
    }
    let is_rest = next.rows > repeated
        && if open.open { goes_on_in(open, &next, repeated) } else { is_rest_of_label(open, &next, repeated) };
    if is_rest {
        join_rows(open, &mut next, repeated, known);
        repeated += 1;
    }
    if repeated > 0 && !is_rest {
        carry_label(open, &mut next, repeated);
    }
    open.open = next.open;
    let shift = open.rows;
    open.rows += next.rows - repeated;
    open.grid.guessed |= next.grid.guessed;
    let cells = next.grid.cells.into_iter().filter(|cell| cell.row >= repeated);
    open.grid.cells.extend(cells.map(|cell| GridCell { row: cell.row - repeated + shift, ..cell }));
}

/// Gives the rows at the top, whose label a page's end parted from them, to the label of several rows above: its cell goes
/// on as an empty one.
fn carry_label(open: &mut OpenTable, next: &mut OpenTable, row: u32) {
    let is_label = |cell: &GridCell, row: u32| cell.col == 0 && cell.row == row && !cell.head;
    let Some(at) = next.grid.cells.iter().position(|cell| is_label(cell, row) && cell.text.text.is_empty()) else {
        return;
    };
    let last = open.rows;
    let ends = |cell: &&mut GridCell| cell.col == 0 && cell.row + cell.row_span == last && cell.row_span > 1;
    if let Some(label) = open.grid.cells.iter_mut().find(ends).filter(|label| !label.text.text.is_empty()) {
        label.row_span += next.grid.cells.remove(at).row_span;
    }
}

/// True where a row may be the rest of the open table's last one: no column has a figure in both.
fn goes_on_in(open: &OpenTable, next: &OpenTable, row: u32) -> bool {
    let has_figure = |grid: &Grid, row: u32, col: u32| {
        grid.cells.iter().any(|cell| cell.row == row && cell.col == col && is_value(&cell.text.text))
    };
    (0..open.columns.len() as u32)
        .all(|col| !has_figure(&open.grid, open.rows - 1, col) || !has_figure(&next.grid, row, col))
}

/// True where a row is but the rest of a label whose figures stand in the last row before, which a line closes at the
/// page's end: one cell of words that begin small.
fn is_rest_of_label(open: &OpenTable, next: &OpenTable, row: u32) -> bool {
    let (last, rest) = (row_text(&open.grid, open.rows - 1), row_text(&next.grid, row));
    let [(col, text)] = rest.as_slice() else { return false };
    let has_label = last.iter().any(|(at, label)| at == col && !is_value(label));
    text.starts_with(char::is_lowercase) && has_label && last.iter().any(|(at, figure)| at != col && is_value(figure))
}

/// Adds a row's texts to the open table's last one.
fn join_rows(open: &mut OpenTable, next: &mut OpenTable, row: u32, known: &Known) {
    let last = open.rows - 1;
    for cell in next.grid.cells.iter_mut().filter(|cell| cell.row == row && !cell.text.text.is_empty()) {
        let text = std::mem::take(&mut cell.text);
        match open.grid.cells.iter_mut().find(|other| other.row == last && other.col == cell.col) {
            Some(other) => other.text.join(if known.is_one(&other.text.text, &text.text) { "" } else { " " }, text),
            None => open.grid.cells.push(GridCell { row: last, row_span: 1, text, ..*cell }),
        }
    }
}
