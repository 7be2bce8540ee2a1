//! What the tests of all kinds of tables need.

use super::page_lines;
use crate::model::source::Table;
use crate::text::run;

/// The tables of a text.
pub fn all(text: &str) -> Vec<Table> {
    super::find(text, &[], &page_lines(&run::lines(text).collect::<Vec<_>>()))
}

/// The only table of a text.
pub fn one(text: &str) -> Table {
    let mut tables = all(text);
    assert_eq!(tables.len(), 1, "{text:?}: {tables:?}");
    tables.remove(0)
}

/// The text of a cell.
pub fn cell<'a>(text: &'a str, table: &Table, row: u32, col: u32) -> &'a str {
    &text[table.cell(row, col).unwrap().span.range()]
}
