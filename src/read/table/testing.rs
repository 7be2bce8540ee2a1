//! What the tests of all kinds of tables need.

use super::find;
use crate::model::source::Table;

/// The only table of a text.
pub fn one(text: &str) -> Table {
    let mut tables = find(text, &[]);
    assert_eq!(tables.len(), 1, "{text:?}: {tables:?}");
    tables.remove(0)
}

/// The text of a cell.
pub fn cell<'a>(text: &'a str, table: &Table, row: u32, col: u32) -> &'a str {
    &text[table.cell(row, col).unwrap().span.range()]
}
