//! A table of a flow: handed on as data, or as the blocks that it only lays out.

use crate::model::source::{BlockKind, Layout};
use crate::read::build::{Builder, clean};
use crate::read::grid::{Grid, GridCell, Rich};
use crate::read::table::is_value;
use std::collections::BTreeMap;

/// Whether a cell goes on with the one above it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Above {
    #[default]
    Apart,
    Merged,
}

/// How a cell starts.
#[derive(Clone, Copy, Debug)]
pub struct CellStart {
    pub row_span: u32,
    pub col_span: u32,
    pub head: bool,
    pub above: Above,
}

impl Default for CellStart {
    fn default() -> Self {
        Self { row_span: 1, col_span: 1, head: false, above: Above::Apart }
    }
}

/// A piece of a cell.
#[derive(Debug)]
pub enum Node {
    Text(BlockKind, String),
    Table(OpenTable),
}

/// A table whose end has not come yet.
#[derive(Debug, Default)]
pub struct OpenTable {
    pub cells: Vec<CellNode>,
    pub caption: Option<String>,
    /// Rows begun so far.
    pub rows: u32,
    /// The next free column of the open row.
    pub col: u32,
    /// For each column, how many rows below the open one a cell above still covers.
    pub covered: Vec<u32>,
    pub open: Option<CellNode>,
}

/// A cell with what stands in it.
#[derive(Debug)]
pub struct CellNode {
    pub row: u32,
    pub col: u32,
    pub start: CellStart,
    pub nodes: Vec<Node>,
}

/// Hands a table on: as data, or as the blocks that it only lays out. The flow bounds how deep tables stand in
/// tables.
pub fn emit(builder: &mut Builder, table: OpenTable, in_layout: bool) {
    if is_layout(&table) {
        if let Some(caption) = table.caption {
            builder.push(BlockKind::Paragraph, caption);
        }
        for cell in table.cells {
            for node in cell.nodes {
                match node {
                    Node::Text(kind, text) => builder.push(kind, text),
                    Node::Table(inner) => emit(builder, inner, true),
                }
            }
        }
        return;
    }
    let rows = table.cells.iter().map(|cell| cell.row).max().unwrap_or(0);
    let has_values =
        table.cells.iter().any(|cell| cell.nodes.iter().any(|n| matches!(n, Node::Text(_, t) if is_value(t))));
    if rows == 0 && table.cells.iter().any(has_heading) {
        emit_heading(builder, table);
        return;
    }
    if !has_values && (rows == 0 && !in_layout || is_list(&table)) {
        emit_lines(builder, table);
        return;
    }
    let mut inner = Vec::new();
    let cells = table.cells.into_iter().map(|cell| GridCell {
        row: cell.row,
        col: cell.col,
        row_span: cell.start.row_span,
        col_span: cell.start.col_span,
        head: cell.start.head,
        text: cell_text(cell.nodes, &mut inner),
    });
    let caption = table.caption.map(Rich::from);
    let grid = Grid { cells: cells.collect(), layout: Layout::Native, guessed: false, caption };
    builder.table(grid);
    inner.into_iter().for_each(|table| emit(builder, table, true));
}

/// "Familiesager | 25-30 sager", row by row: a list in two columns.
fn is_list(table: &OpenTable) -> bool {
    let begins_with_digit = |cell: &CellNode| matches!(cell.nodes.as_slice(), [Node::Text(_, text)] if text.starts_with(|c: char| c.is_ascii_digit()));
    table.cells.iter().all(|cell| cell.col < 2 && !cell.start.head && begins_with_digit(cell) == (cell.col == 1))
}

/// Words side by side without figures: each row is a line.
fn emit_lines(builder: &mut Builder, table: OpenTable) {
    let mut inner = Vec::new();
    let mut lines: BTreeMap<u32, Rich> = BTreeMap::new();
    for cell in table.cells {
        lines.entry(cell.row).or_default().join("\t", cell_text(cell.nodes, &mut inner));
    }
    lines.into_values().for_each(|line| builder.push(BlockKind::Paragraph, line));
    inner.into_iter().for_each(|table| emit(builder, table, true));
}

/// "31. | Meddelelser | Sagsnr. 23/112" with a heading in the middle: the number belongs to the heading.
fn emit_heading(builder: &mut Builder, table: OpenTable) {
    let mut number = String::new();
    for node in table.cells.into_iter().flat_map(|cell| cell.nodes) {
        match node {
            Node::Text(kind @ BlockKind::Heading { .. }, text) => {
                builder.push(kind, format!("{}{text}", std::mem::take(&mut number)));
            }
            Node::Text(kind, text) if is_number(&text) => {
                builder.push(kind, std::mem::take(&mut number));
                number = format!("{text} ");
            }
            Node::Text(kind, text) => builder.push(kind, text),
            Node::Table(inner) => emit(builder, inner, true),
        }
    }
    builder.push(BlockKind::Paragraph, number);
}

/// "31", "31."
fn is_number(text: &str) -> bool {
    let digits = text.trim().trim_end_matches('.');
    !digits.is_empty() && digits.len() < 4 && digits.bytes().all(|b| b.is_ascii_digit())
}

fn has_heading(cell: &CellNode) -> bool {
    cell.nodes.iter().any(|n| matches!(n, Node::Text(BlockKind::Heading { .. }, _)))
}

fn cell_text(nodes: Vec<Node>, inner: &mut Vec<OpenTable>) -> Rich {
    let mut text = Rich::default();
    for node in nodes {
        match node {
            Node::Text(_, piece) => text.join(" ", clean(&piece).into()),
            Node::Table(table) => inner.push(table),
        }
    }
    text
}

/// A table that only lays out a page: one column, or cells with headings, whole pages of text, or most of its
/// content in tables inside it.
fn is_layout(table: &OpenTable) -> bool {
    let texts = |cell: &CellNode| cell.nodes.iter().filter(|n| matches!(n, Node::Text(..))).count();
    let length = |cell: &CellNode| -> usize {
        cell.nodes.iter().map(|n| if let Node::Text(_, text) = n { text.len() } else { 0 }).sum()
    };
    let has_table = |cell: &CellNode| cell.nodes.iter().any(|n| matches!(n, Node::Table(_)));
    let cols = table.cells.iter().map(|cell| cell.col + cell.start.col_span).max().unwrap_or(0);
    let filled = table.cells.iter().filter(|cell| texts(cell) > 0).count();
    let figures = table
        .cells
        .iter()
        .filter(|cell| matches!(cell.nodes.as_slice(), [Node::Text(_, text)] if is_value(text)))
        .count();
    if cols < 2 {
        return true;
    }
    if figures * 3 > filled {
        return false;
    }
    if table.cells.iter().any(has_table) {
        // A cell of a page: paragraphs with tables among them.
        let page = |cell: &CellNode| has_table(cell) && cell.nodes.len() > 2;
        return filled < 4 || table.cells.iter().any(has_heading) || (figures == 0 && table.cells.iter().any(page));
    }
    table.cells.iter().any(|cell| (has_heading(cell) && texts(cell) > 1) || length(cell) > 2000 || texts(cell) > 12)
}
