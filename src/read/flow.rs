//! The flow of a word-processed or web document: paragraphs and tables, tables in cells of tables, merged cells.
//!
//! Readers call it in document order.

mod table;

pub use self::table::{Above, CellStart};
use self::table::{CellNode, Node, OpenTable, emit};
use super::build::{Builder, clean};
use crate::model::source::{BlockKind, Caveat};

/// Tables deeper than this are read as plain text.
const DEPTH: usize = 40;
/// Cells of one document; what comes after is left out and told.
const CELLS: usize = 500_000;
/// Rows or columns that one cell may span.
const SPAN: u32 = 512;

/// Collects a document's flow and hands it to a [`Builder`].
#[derive(Debug, Default)]
pub struct Flow {
    builder: Builder,
    open: Vec<OpenTable>,
    /// Tables begun beyond [`DEPTH`] and not ended yet.
    too_deep: usize,
    cells: usize,
    notes: Vec<String>,
}

impl Flow {
    /// Adds a paragraph, heading or item; `\n` in it divides lines.
    pub fn text(&mut self, kind: BlockKind, text: &str) {
        let text = tidy(text);
        if text.trim().is_empty() {
            return;
        }
        match self.open.last_mut() {
            // Text between cells belongs to no cell: it stands before the table's rest, as browsers show it.
            Some(table) => match table.open.as_mut().or(table.cells.last_mut()) {
                Some(cell) => cell.nodes.push(Node::Text(kind, text)),
                None => self.builder.push(kind, text),
            },
            None => self.builder.push(kind, text),
        }
    }

    /// Adds a note, which will stand at the end of the document.
    pub fn note(&mut self, text: &str) {
        self.notes.push(tidy(text).replace('\n', " "));
    }

    /// Tells what could not be read.
    pub fn caveat(&mut self, caveat: Caveat) {
        if !self.builder.caveats.contains(&caveat) {
            self.builder.caveats.push(caveat);
        }
    }

    pub fn start_table(&mut self) {
        if self.open.len() >= DEPTH {
            self.too_deep += 1;
            self.caveat(Caveat::Limit("nesting"));
        } else {
            self.open.push(OpenTable::default());
        }
    }

    pub fn end_table(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        self.end_cell();
        let Some(table) = self.open.pop() else { return };
        match self.open.last_mut().map(|outer| &mut outer.open) {
            Some(Some(cell)) => cell.nodes.push(Node::Table(table)),
            _ => emit(&mut self.builder, table, false),
        }
    }

    /// The caption that the format names.
    pub fn caption(&mut self, text: &str) {
        if let Some(table) = self.open.last_mut() {
            table.caption = Some(clean(text)).filter(|caption| !caption.is_empty());
        }
    }

    /// Starts a row whose first `before` places are left out.
    pub fn start_row(&mut self, before: u32) {
        if self.too_deep > 0 {
            return;
        }
        self.end_cell();
        let Some(table) = self.open.last_mut() else { return };
        table.rows += 1;
        table.col = before.min(SPAN);
        table.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }

    /// Drops the open row with all its cells (a row that was deleted while changes were tracked).
    pub fn drop_row(&mut self) {
        let Some(table) = self.open.last_mut().filter(|_| self.too_deep == 0) else { return };
        table.open = None;
        table.cells.retain(|cell| cell.row + 1 != table.rows);
        table.rows = table.rows.saturating_sub(1);
    }

    pub fn start_cell(&mut self, mut start: CellStart) {
        if self.too_deep > 0 {
            return;
        }
        self.end_cell();
        if self.cells >= CELLS {
            self.caveat(Caveat::Limit("cells"));
            return;
        }
        let Some(table) = self.open.last_mut() else { return };
        self.cells += 1;
        table.rows = table.rows.max(1);
        start.col_span = start.col_span.clamp(1, SPAN);
        start.row_span = start.row_span.clamp(1, SPAN);
        while table.covered.get(table.col as usize).is_some_and(|&rows| rows > 0) {
            table.col += 1;
        }
        let (row, col) = (table.rows - 1, table.col);
        let end = (col + start.col_span) as usize;
        if table.covered.len() < end {
            table.covered.resize(end, 0);
        }
        table.covered[col as usize..end].fill(start.row_span);
        // What was just begun covers its own row too; the next row takes one away.
        table.col = end as u32;
        table.open = Some(CellNode { row, col, start, nodes: Vec::new() });
    }

    /// Leaves out places of the open row.
    pub fn skip_cells(&mut self, count: u32) {
        if let Some(table) = self.open.last_mut().filter(|_| self.too_deep == 0) {
            table.col += count.min(SPAN);
        }
    }

    pub fn end_cell(&mut self) {
        let Some(table) = self.open.last_mut().filter(|_| self.too_deep == 0) else { return };
        let Some(cell) = table.open.take() else { return };
        if cell.start.above == Above::Merged {
            let above = table.cells.iter_mut().rev().find(|c| c.col == cell.col && c.row < cell.row);
            if let Some(above) = above.filter(|above| above.row + above.start.row_span == cell.row) {
                above.start.row_span += 1;
                above.nodes.extend(cell.nodes);
                return;
            }
        }
        table.cells.push(cell);
    }

    /// The builder with everything in it; tables left open are closed.
    #[must_use]
    pub fn finish(mut self) -> Builder {
        self.too_deep = 0;
        while !self.open.is_empty() {
            self.end_table();
        }
        for note in std::mem::take(&mut self.notes) {
            self.builder.push(BlockKind::Note, note);
        }
        self.builder
    }
}

/// Text of a paragraph as documents keep it: lines and tabs stay, other control characters become blanks.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                out.push('\t');
            }
            let piece: String = super::encoding::normalise(piece);
            out.extend(piece.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
        out.truncate(out.trim_end_matches(' ').len());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{Document, Format};

    fn row(flow: &mut Flow, cells: &[&str]) {
        flow.start_row(0);
        for cell in cells {
            flow.start_cell(CellStart::default());
            flow.text(BlockKind::Paragraph, cell);
            flow.end_cell();
        }
    }

    fn finish(flow: Flow) -> Document {
        flow.finish().finish("x", Format::Html)
    }

    #[test]
    fn a_table_in_a_cell_of_data_follows_the_table() {
        let mut flow = Flow::default();
        flow.start_table();
        row(&mut flow, &["Område", "2019", "2020"]);
        flow.start_row(0);
        flow.start_cell(CellStart::default());
        flow.text(BlockKind::Paragraph, "Børn");
        flow.start_table();
        row(&mut flow, &["Q1", "17"]);
        flow.end_table();
        flow.end_cell();
        for text in ["22", ""] {
            flow.start_cell(CellStart::default());
            flow.text(BlockKind::Paragraph, text);
            flow.end_cell();
        }
        flow.end_table();
        let document = finish(flow);
        assert_eq!(document.text, "Område\t2019\t2020\nBørn\t22\t\n\nQ1\t17");
        assert_eq!(document.tables.len(), 2);
    }

    #[test]
    fn a_table_for_layout_dissolves() {
        let mut flow = Flow::default();
        flow.start_table();
        flow.start_row(0);
        flow.start_cell(CellStart::default());
        flow.text(BlockKind::Heading { level: 1 }, "Referat");
        flow.text(BlockKind::Paragraph, "Tekst");
        flow.start_table();
        row(&mut flow, &["Udfald", "Antal"]);
        row(&mut flow, &["Hjemvist", "4"]);
        flow.end_table();
        flow.end_table();
        let document = finish(flow);
        assert_eq!(document.text, "Referat\n\nTekst\n\nUdfald\tAntal\nHjemvist\t4");
    }

    #[test]
    fn spans_push_cells_to_their_columns() {
        let mut flow = Flow::default();
        flow.start_table();
        flow.start_row(0);
        flow.start_cell(CellStart { row_span: 2, ..CellStart::default() });
        flow.text(BlockKind::Paragraph, "By");
        for text in ["LAB", "SEL"] {
            flow.start_cell(CellStart::default());
            flow.text(BlockKind::Paragraph, text);
        }
        row(&mut flow, &["3", "4"]);
        row(&mut flow, &["Anden", "5", "6"]);
        flow.end_table();
        assert_eq!(finish(flow).text, "By\tLAB\tSEL\n\t3\t4\nAnden\t5\t6");
    }

    #[test]
    fn cells_merged_downwards_are_one() {
        let mut flow = Flow::default();
        flow.start_table();
        row(&mut flow, &["By", "3", "4"]);
        flow.start_row(0);
        flow.start_cell(CellStart { above: Above::Merged, ..CellStart::default() });
        for text in ["5", "6"] {
            flow.start_cell(CellStart::default());
            flow.text(BlockKind::Paragraph, text);
        }
        flow.end_table();
        let document = finish(flow);
        assert_eq!(document.text, "By\t3\t4\n\t5\t6");
        assert_eq!(document.tables[0].cell(1, 0).map(|cell| cell.row_span), Some(2));
    }

    #[test]
    fn endless_nesting_ends() {
        let mut flow = Flow::default();
        for _ in 0..5000 {
            flow.start_table();
            flow.start_row(0);
            flow.start_cell(CellStart::default());
        }
        flow.text(BlockKind::Paragraph, "inderst");
        let document = finish(flow);
        assert_eq!(document.text, "inderst");
        assert_eq!(document.caveats, [Caveat::Limit("nesting")]);
    }
}
