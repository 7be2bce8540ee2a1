//! Spreadsheets (XLSX, CSV): each block of filled rows of a sheet is a table, lines of words around it are text.

mod csv;
mod xlsx;

pub use self::csv::read as read_csv;
pub use xlsx::read as read_xlsx;

use super::build::{Builder, clean};
use super::grid::{Grid, GridCell};
use super::table::is_value;
use crate::model::source::{BlockKind, Layout};
use std::collections::BTreeMap;

/// Cells of one document; what comes after is left out and told.
const CELLS: usize = 500_000;
/// A last line of a block that is longer than this, and alone in its row, is a remark and no label.
const REMARK: usize = 40;

/// The filled cells of a sheet by row and column. Sparse: a hostile sheet may name its last row and column.
#[derive(Default)]
struct Sheet {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    /// Merged cells: first row and column, last row and column.
    merged: Vec<[u32; 4]>,
}

impl Sheet {
    fn set(&mut self, row: u32, col: u32, text: &str) {
        let text = clean(text);
        if !text.is_empty() {
            self.rows.entry(row).or_default().insert(col, text);
        }
    }

    /// Adds the sheet's blocks, which empty rows divide.
    fn write(&self, builder: &mut Builder) {
        let rows: Vec<u32> = self.rows.keys().copied().collect();
        for block in rows.chunk_by(|a, b| *b == a + 1) {
            self.block(block, builder);
        }
    }

    fn block(&self, rows: &[u32], builder: &mut Builder) {
        let alone =
            |row: &u32| self.rows[row].values().next().filter(|text| self.rows[row].len() == 1 && !is_value(text));
        let before = rows.iter().take_while(|row| alone(row).is_some()).count();
        let rest = &rows[before..];
        let after = rest.iter().rev().take_while(|row| alone(row).is_some_and(|text| text.len() > REMARK)).count();
        let (table, remarks) = rest.split_at(rest.len() - after);
        for row in &rows[..before] {
            builder.push(BlockKind::Paragraph, self.rows[row].values().next().cloned().unwrap_or_default());
        }
        self.table(table, builder);
        for row in remarks {
            builder.push(BlockKind::Paragraph, self.rows[row].values().next().cloned().unwrap_or_default());
        }
    }

    fn table(&self, rows: &[u32], builder: &mut Builder) {
        // Columns that are empty in all of the block's rows only set it apart.
        let mut cols: Vec<u32> = rows.iter().flat_map(|row| self.rows[row].keys().copied()).collect();
        cols.sort_unstable();
        cols.dedup();
        let place = |list: &[u32], at: u32| list.partition_point(|&other| other < at) as u32;
        let mut cells = Vec::new();
        for row in rows {
            for (col, text) in &self.rows[row] {
                let merged = self.merged.iter().find(|m| m[0] == *row && m[1] == *col);
                let [last_row, last_col] = merged.map_or([*row, *col], |m| [m[2], m[3]]);
                let (at_row, at_col) = (place(rows, *row), place(&cols, *col));
                cells.push(GridCell {
                    row: at_row,
                    col: at_col,
                    row_span: (place(rows, last_row.saturating_add(1)) - at_row).max(1),
                    col_span: (place(&cols, last_col.saturating_add(1)) - at_col).max(1),
                    head: false,
                    text: text.clone().into(),
                });
            }
        }
        if !cells.is_empty() {
            builder.table(Grid { cells, layout: Layout::Native, guessed: false, caption: None });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Format;

    #[test]
    fn a_sheet_is_text_and_tables() {
        let mut sheet = Sheet::default();
        let cells = [
            (0, 0, "Tabel 1: Klager 2019"),
            (1, 2, "LAB"),
            (1, 4, "SEL"),
            (2, 0, "Hjemvist"),
            (2, 4, "4"),
            (3, 0, "Opgørelsen er uden de sager, som blev afvist."),
            (1_000_000, 16_000, "langt væk"),
        ];
        cells.iter().for_each(|(row, col, text)| sheet.set(*row, *col, text));
        let mut builder = Builder::default();
        sheet.write(&mut builder);
        let document = builder.finish("x", Format::Xlsx);
        assert_eq!(
            document.text,
            "Tabel 1: Klager 2019\n\n\tLAB\tSEL\nHjemvist\t\t4\n\nOpgørelsen er uden de sager, som blev afvist.\n\nlangt væk"
        );
        assert!(document.tables[0].caption.is_some());
    }
}
