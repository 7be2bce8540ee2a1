//! Tables that stand right below each other and come as one: parted where the columns become others.

use super::grid::{Grid, GridCell};
use std::collections::{BTreeMap, BTreeSet};

/// So many columns at most; a wider table is left as it is.
const COLUMNS: u32 = 128;

/// The tables of a grid, from top to bottom. Two tables in one grid hold their columns' edges in common only by chance:
/// beside the one behind the labels, hardly any edge of the rows above goes on below.
pub fn divide(grid: Grid) -> Vec<Grid> {
    match first_row_of_second(&grid.cells) {
        Some(row) => {
            let Grid { cells, layout, guessed, caption } = grid;
            let (above, below): (Vec<_>, Vec<_>) = cells.into_iter().partition(|cell| cell.row < row);
            let first = Grid { cells: packed(above), layout, guessed, caption };
            let second = Grid { cells: packed(below), layout, guessed, caption: None };
            divide(first).into_iter().chain(divide(second)).collect()
        }
        None => vec![grid],
    }
}

/// The row with which a second table begins.
fn first_row_of_second(cells: &[GridCell]) -> Option<u32> {
    let cols = cells.iter().map(|cell| cell.col + cell.col_span).max()?;
    if !(4..=COLUMNS).contains(&cols) {
        return None;
    }
    // The edges between columns that each row has, as bits; rows without any text are what stands between tables.
    let mut edges: BTreeMap<u32, u128> = BTreeMap::new();
    let mut filled: BTreeSet<u32> = BTreeSet::new();
    for cell in cells {
        let edge = if cell.col > 0 { 1 << cell.col } else { 0 };
        for row in cell.row..cell.row + cell.row_span {
            *edges.entry(row).or_default() |= edge;
        }
        if !cell.text.text.is_empty() {
            filled.insert(cell.row);
        }
    }
    let rows: Vec<(u32, u128)> = edges.into_iter().filter(|(row, _)| filled.contains(row)).collect();
    let mut below: Vec<u128> = rows
        .iter()
        .rev()
        .scan(0, |all, (_, own)| {
            Some({
                *all |= own;
                *all
            })
        })
        .collect();
    below.reverse();
    let mut above = 0;
    let at = (0..rows.len().saturating_sub(1)).find(|&at| {
        let below = below[at];
        let own = |edges: u128, others: u128| (edges & !others).count_ones() > 1;
        let is_cut = at > 1 && (above & below).count_ones() <= 1 && own(above, below) && own(below, above);
        above |= rows[at].1;
        is_cut
    })?;
    let row = rows[at].0;
    cells.iter().all(|cell| cell.row >= row || cell.row + cell.row_span <= row).then_some(row)
}

/// Cells whose rows and columns count from 0 without gaps; rows without text at the end are dropped.
fn packed(mut cells: Vec<GridCell>) -> Vec<GridCell> {
    let top = cells.iter().map(|cell| cell.row).min().unwrap_or(0);
    let last = cells.iter().filter(|cell| !cell.text.text.is_empty()).map(|cell| cell.row).max().unwrap_or(0);
    cells.retain(|cell| cell.row <= last);
    let mut starts: Vec<u32> = cells.iter().map(|cell| cell.col).collect();
    starts.sort_unstable();
    starts.dedup();
    let place = |col: u32| starts.partition_point(|start| *start < col) as u32;
    for cell in &mut cells {
        let end = place(cell.col + cell.col_span);
        cell.row -= top;
        cell.col = place(cell.col);
        cell.col_span = (end - cell.col).max(1);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Layout;

    /// A grid of rows; each cell is its text and how many columns it takes.
    fn grid(rows: &[&[(&str, u32)]]) -> Grid {
        let mut cells = Vec::new();
        for (row, own) in rows.iter().enumerate() {
            let mut col = 0;
            for (text, col_span) in *own {
                let text = (*text).to_owned().into();
                cells.push(GridCell { row: row as u32, col, row_span: 1, col_span: *col_span, head: false, text });
                col += col_span;
            }
        }
        Grid { cells, layout: Layout::Native, guessed: false, caption: None }
    }

    fn printed(grids: &[Grid]) -> Vec<Vec<String>> {
        let row = |grid: &Grid, row| {
            let own = grid.cells.iter().filter(|cell| cell.row == row);
            own.map(|c| format!("{}{}", c.text.text, "*".repeat(c.col_span as usize - 1))).collect::<Vec<_>>().join("|")
        };
        let rows = |grid: &Grid| grid.cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
        grids.iter().map(|grid| (0..rows(grid)).map(|at| row(grid, at)).collect()).collect()
    }

    #[test]
    fn two_tables_with_other_columns_are_two() {
        let one: &[&[(&str, u32)]] = &[
            &[("", 2), ("Stadf.", 2), ("Ændret", 3), ("Hjemv.", 3)],
            &[("LAS", 2), ("7", 2), ("1", 3), ("2", 3)],
            &[("SEL", 2), ("18", 2), ("3", 3), ("7", 3)],
            &[("", 2), ("", 2), ("", 3), ("", 3)],
            &[("", 1), ("Sager i alt", 4), ("Omgørelsesprocent", 5)],
            &[("LAS", 1), ("10", 4), ("30", 5)],
        ];
        let expected = [
            vec!["|Stadf.|Ændret|Hjemv.", "LAS|7|1|2", "SEL|18|3|7"],
            vec!["|Sager i alt|Omgørelsesprocent", "LAS|10|30"],
        ];
        assert_eq!(printed(&divide(grid(one))), expected);
    }

    #[test]
    fn merged_headings_and_sections_part_no_table() {
        let one: &[&[(&str, u32)]] = &[
            &[("", 1), ("2021", 2), ("2022", 2)],
            &[("", 1), ("Stadf.", 1), ("Ændret", 1), ("Stadf.", 1), ("Ændret", 1)],
            &[("LAS", 1), ("7", 1), ("1", 1), ("9", 1), ("2", 1)],
            &[("Voksne", 5)],
            &[("SEL", 1), ("7", 1), ("1", 1), ("9", 1), ("2", 1)],
            &[("I alt", 1), ("16", 2), ("22", 2)],
            &[("Procent", 1), ("16", 2), ("22", 2)],
        ];
        assert_eq!(divide(grid(one)).len(), 1);
    }
}
