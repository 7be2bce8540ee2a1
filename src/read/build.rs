//! Puts a document together: what a reader finds, in reading order, becomes one text with blocks and tables in it.

use super::divide::divide;
use super::encoding::{is_in_number, is_invisible, is_narrow};
use super::grid::{Grid, GridCell, Rich};
use super::table;
use crate::model::source::{Block, BlockKind, Caveat, Cell, Document, Format, Page, Span, Table, TextBox};
use crate::text::run;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Collects blocks in reading order.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
    blocks: Vec<Block>,
    tables: Vec<Table>,
    boxes: Vec<TextBox>,
    unsure: Vec<Span>,
    pub pages: Vec<Page>,
    pub caveats: Vec<Caveat>,
}

impl Builder {
    /// Adds a block; each line of its text becomes a block of this kind. Nothing is added for blank text.
    pub fn push(&mut self, kind: BlockKind, text: impl Into<Rich>) {
        let rich = text.into();
        if rich.text.trim().is_empty() {
            return;
        }
        self.open(kind);
        let base = self.append(rich);
        let end = self.text.len();
        let lines = line_blocks(&self.text[base..end]);
        self.blocks.extend(lines.into_iter().map(|line| {
            let kind = if kind == BlockKind::Paragraph { line.kind } else { kind };
            Block { span: Span::new(line.span.range().start + base..line.span.range().end + base), kind }
        }));
    }

    /// Adds a table; places without a cell get an empty one. A table of one column only is layout, not data: its cells become paragraphs.
    pub fn table(&mut self, grid: Grid) {
        divide(grid).into_iter().for_each(|grid| self.one_table(grid));
    }

    fn one_table(&mut self, mut grid: Grid) {
        grid.cells.sort_by_key(|cell| (cell.row, cell.col));
        let cols = grid.cells.iter().map(|c| c.col + c.col_span).max().unwrap_or(0);
        if cols < 2 {
            grid.cells.into_iter().for_each(|cell| self.push(BlockKind::Paragraph, cell.text));
            return;
        }
        let caption = self.caption_of(&mut grid);
        let rows = grid.cells.iter().map(|c| c.row + c.row_span).max().unwrap_or(0);
        if rows == 0 {
            return;
        }
        let index = self.tables.len() as u32;
        self.open(BlockKind::Table(index));
        let start = self.text.len();
        let mut cells = Vec::with_capacity(grid.cells.len());
        // For each column, up to which row a merged cell covers it.
        let mut covered = vec![0; cols as usize];
        let mut waiting = grid.cells.into_iter().peekable();
        for row in 0..rows {
            for col in 0..cols {
                if col > 0 {
                    self.text.push('\t');
                }
                while let Some(cell) = waiting.next_if(|c| (c.row, c.col) <= (row, col)) {
                    let from = self.append(cell.text);
                    let span = Span::new(from..self.text.len());
                    let GridCell { row, col, row_span, col_span, head, .. } = cell;
                    covered[col as usize..(col + col_span) as usize].fill(row + row_span);
                    cells.push(Cell { row, col, row_span, col_span, head, span });
                }
                if covered[col as usize] <= row {
                    let span = Span::new(self.text.len()..self.text.len());
                    cells.push(Cell { row, col, row_span: 1, col_span: 1, head: false, span });
                }
            }
            if row + 1 < rows {
                self.text.push('\n');
            }
        }
        let span = Span::new(start..self.text.len());
        self.text.push('\n');
        self.blocks.push(Block { span, kind: BlockKind::Table(index) });
        self.tables.push(Table { span, caption, rows, cols, cells, layout: grid.layout, guessed: grid.guessed });
    }

    /// The caption: named by the format, glued to the first row, or the line above.
    fn caption_of(&mut self, grid: &mut Grid) -> Option<Span> {
        if let Some(caption) = grid.caption.take() {
            self.push(BlockKind::Paragraph, caption);
            return self.blocks.last().map(|block| block.span);
        }
        let filled: Vec<&GridCell> = grid.cells.iter().filter(|c| c.row == 0 && !c.text.text.is_empty()).collect();
        let one_row = filled.iter().all(|c| c.row_span == 1);
        if one_row && table::is_caption_row(filled.iter().map(|c| c.text.text.as_str())) {
            let mut line = Rich::default();
            grid.cells.retain_mut(|cell| {
                if cell.row == 0 && !cell.text.text.is_empty() {
                    line.join("\t", std::mem::take(&mut cell.text));
                }
                cell.row > 0
            });
            grid.cells.iter_mut().for_each(|cell| cell.row -= 1);
            self.push(BlockKind::Paragraph, line);
            return self.blocks.last().map(|block| block.span);
        }
        let above =
            self.blocks.last().filter(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::Heading { .. }))?;
        table::is_caption(&self.text[above.span.range()]).then_some(above.span)
    }

    /// The document of everything that was added. Tables that paragraphs spell out are recognised here.
    #[must_use]
    pub fn finish(mut self, name: &str, format: Format) -> Document {
        self.text.truncate(self.text.trim_end_matches('\n').len());
        let mut document = Document::new(name, format, self.text);
        document.tables = self.tables;
        document.boxes = self.boxes;
        document.unsure = self.unsure;
        document.pages = self.pages;
        document.caveats = self.caveats;
        let pages = table::page_lines(&run::lines(&document.text).collect::<Vec<_>>());
        with_found_tables(document, self.blocks, &pages)
    }

    /// Blocks stand apart by a blank line; items of one list, and notes, follow each other.
    fn open(&mut self, kind: BlockKind) {
        if self.text.is_empty() {
            return;
        }
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        let before = self.blocks.last().map(|block| block.kind);
        if before != Some(kind) || !matches!(kind, BlockKind::Item | BlockKind::Note) {
            self.text.push('\n');
        }
    }

    /// Appends text and its places; returns where it starts.
    fn append(&mut self, rich: Rich) -> usize {
        let base = self.text.len();
        self.text.push_str(&rich.text);
        for mark in rich.marks {
            let span = Span::new(mark.range.start as usize + base..mark.range.end as usize + base);
            self.boxes.push(TextBox { span, page: mark.page, rect: mark.rect });
            if !mark.sure {
                self.unsure.push(span);
            }
        }
        base
    }
}

/// One block for each line that is not blank.
#[must_use]
pub fn line_blocks(text: &str) -> Vec<Block> {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in run::lines(text) {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start().len());
            let kind = match trimmed {
                line if table::is_page_line(line) => BlockKind::Furniture,
                line if table::is_item(line) => BlockKind::Item,
                _ => BlockKind::Paragraph,
            };
            blocks.push(Block { span: Span::new(from..from + trimmed.len()), kind });
        }
        start += line.len() + 1;
    }
    blocks
}

/// Adds to a document its blocks, and the tables that its lines spell out outside the tables it already has; `pages` says
/// which lines are a page's.
#[must_use]
pub fn with_found_tables(mut document: Document, blocks: Vec<Block>, pages: &[bool]) -> Document {
    // A page's number stays open: it may stand between two rows of one table.
    let plain = document.format == Format::Text;
    let page =
        |b: &Block| b.kind == BlockKind::Furniture && (plain || table::is_page_line(document.slice(b.span).trim()));
    let open = |b: &Block| matches!(b.kind, BlockKind::Paragraph | BlockKind::Item) || page(b);
    let closed: Vec<Span> = blocks.iter().filter(|b| !open(b)).map(|b| b.span).collect();
    let found = table::find(&document.text, &closed, pages);
    if found.is_empty() {
        document.blocks = blocks;
        return document;
    }
    document.tables.extend(found);
    document.tables.sort_by_key(|table| table.span.start);
    let mut rest = blocks.into_iter().filter(|b| !matches!(b.kind, BlockKind::Table(_))).peekable();
    for (index, table) in document.tables.iter().enumerate() {
        while let Some(block) = rest.next_if(|block| block.span.end <= table.span.start) {
            document.blocks.push(block);
        }
        while rest.next_if(|block| block.span.start < table.span.end).is_some() {}
        document.blocks.push(Block { span: table.span, kind: BlockKind::Table(index as u32) });
    }
    document.blocks.extend(rest);
    document
}

/// The text of one line or cell in the form documents keep: NFC, without invisible characters and control
/// characters, runs of white space one blank. No-break spaces stay what they are inside numbers.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().filter(|&c| !is_invisible(c)).peekable();
    while let Some(c) = letters.next() {
        let is_blank = is_narrow(c) && !is_in_number(out.chars().next_back(), letters.peek().copied());
        if is_blank || c.is_ascii_whitespace() || c.is_control() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    if is_nfc_quick(out.chars()) == IsNormalized::Yes { out } else { out.nfc().collect() }
}

/// How raised characters are written after the text before them: a number or asterisk as a note's mark in brackets,
/// set apart from a figure; the square and cube of a unit as their own characters.
#[must_use]
pub fn raised(before: &str, text: &str) -> String {
    let is_mark = !text.is_empty() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    if !is_mark {
        return text.to_owned();
    }
    let unit = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    match (unit, text) {
        ("m" | "km" | "cm", "2") => "²".to_owned(),
        ("m" | "km" | "cm", "3") => "³".to_owned(),
        _ if before.is_empty() || before.ends_with(char::is_whitespace) => format!("[{text}]"),
        _ => format!(" [{text}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Layout;

    fn cell(row: u32, col: u32, text: &str) -> GridCell {
        GridCell { row, col, row_span: 1, col_span: 1, head: false, text: text.to_owned().into() }
    }

    fn grid(rows: &[&[&str]]) -> Grid {
        let cells = rows
            .iter()
            .enumerate()
            .flat_map(|(r, row)| row.iter().enumerate().map(move |(c, text)| cell(r as u32, c as u32, text)));
        Grid { cells: cells.collect(), layout: Layout::Native, guessed: false, caption: None }
    }

    #[test]
    fn blocks_and_tables_become_one_text() {
        let mut builder = Builder::default();
        builder.push(BlockKind::Heading { level: 2 }, "Klager".to_owned());
        builder.push(BlockKind::Item, "- en".to_owned());
        builder.push(BlockKind::Item, "- to".to_owned());
        builder.push(BlockKind::Paragraph, "Tabel 2: Udfald".to_owned());
        builder.table(grid(&[&["", "LAB", "SEL"], &["Hjemvist", "", "4"]]));
        builder.push(BlockKind::Paragraph, "Slut\nHelt slut".to_owned());
        let document = builder.finish("x", Format::Docx);
        assert_eq!(
            document.text,
            "Klager\n\n- en\n- to\n\nTabel 2: Udfald\n\n\tLAB\tSEL\nHjemvist\t\t4\n\nSlut\nHelt slut"
        );
        let table = &document.tables[0];
        assert_eq!((table.rows, table.cols), (2, 3));
        assert_eq!(document.slice(table.caption.unwrap()), "Tabel 2: Udfald");
        assert_eq!(document.slice(table.cell(1, 2).unwrap().span), "4");
        assert!(table.cell(1, 1).unwrap().span.is_empty());
        assert_eq!(document.blocks.len(), 7);
    }

    #[test]
    fn a_caption_in_the_first_row_is_no_row() {
        let mut builder = Builder::default();
        builder.table(grid(&[&["Figur 3", "Sagstal", ""], &["", "By A", "By B"], &["Gruppe", "4", "5"]]));
        let document = builder.finish("x", Format::Html);
        assert_eq!(document.text, "Figur 3\tSagstal\n\n\tBy A\tBy B\nGruppe\t4\t5");
        assert_eq!(document.slice(document.tables[0].caption.unwrap()), "Figur 3\tSagstal");
        assert_eq!(document.slice(document.tables[0].cell(0, 1).unwrap().span), "By A");
    }

    #[test]
    fn a_merged_cell_stands_once_and_covers_its_places() {
        let mut table = grid(&[&["By", "Udfald", "1"], &["", "Andet", "2"]]);
        table.cells.retain(|c| (c.row, c.col) != (1, 0));
        table.cells[0].row_span = 2;
        let mut builder = Builder::default();
        builder.table(table);
        let document = builder.finish("x", Format::Html);
        assert_eq!(document.text, "By\tUdfald\t1\n\tAndet\t2");
        assert_eq!(document.slice(document.tables[0].cell(1, 0).unwrap().span), "By");
    }

    #[test]
    fn text_is_cleaned() {
        assert_eq!(clean("  Om\u{ad}gø-\n relser\t12\u{a0}pct.  "), "Omgø- relser 12 pct.");
    }
}
