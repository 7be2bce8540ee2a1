//! The way from a figure to its passage: what the source panel shows and what it marks, as plain data.

use crate::model::figure::Figure;
use crate::model::reading::{DocumentId, Extraction, FigureId};
use crate::model::source::{BlockKind, Document, Span};

/// What the source panel is asked to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The document from its beginning.
    Document(DocumentId),
    Figure(FigureId),
    Span(DocumentId, Span),
}

impl Focus {
    #[must_use]
    pub fn document(self) -> DocumentId {
        match self {
            Self::Document(id) | Self::Span(id, _) => id,
            Self::Figure(figure) => figure.document,
        }
    }
}

/// A passage to show: what is marked most, and what lies around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The value itself; empty where only a passage is shown.
    pub value: Option<Span>,
    /// The sentence or the cell.
    pub span: Span,
    /// For a cell: the labels of its row and column.
    pub heads: Vec<Span>,
}

/// The passage of a focus; `None` where the document is shown from its beginning.
#[must_use]
pub fn passage(focus: Focus, extraction: &Extraction) -> Option<Passage> {
    match focus {
        Focus::Document(_) => None,
        Focus::Span(_, span) => Some(Passage { value: None, span, heads: Vec::new() }),
        Focus::Figure(id) => {
            let source = stated(extraction.figures.get(id.index as usize)?, &extraction.figures)?.source()?;
            Some(Passage { value: Some(source.value), span: source.passage, heads: source.heads.clone() })
        }
    }
}

/// The figure itself where it is stated; for a computed one the first stated figure that it was computed from.
fn stated<'a>(figure: &'a Figure, all: &'a [Figure]) -> Option<&'a Figure> {
    use crate::model::figure::Origin;
    match &figure.origin {
        Origin::Stated(_) | Origin::Corrected { .. } => Some(figure),
        Origin::Added { .. } => None,
        Origin::Computed { from, .. } => {
            from.iter().filter_map(|index| all.get(*index as usize)).find(|figure| figure.source().is_some())
        }
    }
}

/// A row of the source panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Running text; the level of a heading, or `None`.
    Text { span: Span, style: TextStyle },
    /// A row of the document's table with this index.
    Cells { table: u32, row: u32, span: Span },
}

impl Row {
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Text { span, .. } | Self::Cells { span, .. } => *span,
        }
    }
}

/// How a row of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextStyle {
    Heading,
    Body,
    /// Footnotes and running heads.
    Small,
    /// The inside of a table.
    Cell,
}

/// The rows of a document: every line of its text once, tables as rows of cells.
#[must_use]
pub fn rows(document: &Document) -> Vec<Row> {
    let mut rows = Vec::new();
    if document.blocks.is_empty() {
        lines(document, Span::new(0..document.text.len()), TextStyle::Body, &mut rows);
    }
    for block in &document.blocks {
        match block.kind {
            BlockKind::Table(table) => table_rows(document, table, block.span, &mut rows),
            BlockKind::Heading { .. } => lines(document, block.span, TextStyle::Heading, &mut rows),
            BlockKind::Paragraph | BlockKind::Item => lines(document, block.span, TextStyle::Body, &mut rows),
            BlockKind::Note | BlockKind::Furniture => lines(document, block.span, TextStyle::Small, &mut rows),
        }
    }
    rows
}

fn lines(document: &Document, span: Span, style: TextStyle, rows: &mut Vec<Row>) {
    let mut start = span.start;
    for line in document.slice(span).split('\n') {
        let end = start + line.len() as u32;
        if !line.trim().is_empty() {
            rows.push(Row::Text { span: Span { start, end }, style });
        }
        start = end + 1;
    }
}

fn table_rows(document: &Document, index: u32, span: Span, rows: &mut Vec<Row>) {
    let Some(table) = document.tables.get(index as usize) else {
        lines(document, span, TextStyle::Body, rows);
        return;
    };
    for row in 0..table.rows {
        let cells = table.cells.iter().filter(|cell| cell.row == row);
        let cover = cells.map(|cell| cell.span).reduce(Span::cover);
        if let Some(span) = cover {
            rows.push(Row::Cells { table: index, row, span });
        }
    }
}

/// The row in which an offset stands, or the last one before it.
#[must_use]
pub fn row_at(rows: &[Row], offset: u32) -> usize {
    // Rows of one document stand in the order of its text, save for stacked tables, whose rows may interleave.
    rows.iter()
        .position(|row| row.span().start <= offset && offset < row.span().end)
        .unwrap_or_else(|| rows.iter().rposition(|row| row.span().start <= offset).unwrap_or(0))
}

/// Where the stated figures of a document stand, ordered by place.
#[must_use]
pub fn places(extraction: &Extraction) -> Vec<(Span, u32)> {
    let stated = extraction.figures.iter().enumerate();
    let mut places: Vec<_> =
        stated.filter_map(|(index, figure)| Some((figure.source()?.value, index as u32))).collect();
    places.sort_by_key(|(span, index)| (span.start, span.end, *index));
    places
}

/// How a part of a row is marked; later ones weigh more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A figure elsewhere.
    Figure,
    /// The labels of the cell in focus.
    Head,
    /// The sentence or cell in focus.
    Passage,
    /// Another figure of the passage in focus.
    Neighbour,
    /// The value in focus.
    Value,
}

/// A row's text cut at every change of mark.
#[must_use]
pub fn pieces(row: Span, passage: Option<&Passage>, places: &[(Span, u32)]) -> Vec<(Span, Option<Mark>)> {
    let mut marks: Vec<(Span, Mark)> = Vec::new();
    let from = places.partition_point(|(span, _)| span.end <= row.start);
    for (span, _) in places[from..].iter().take_while(|(span, _)| span.start < row.end) {
        let near = passage.is_some_and(|passage| passage.span.contains(*span));
        marks.push((*span, if near { Mark::Neighbour } else { Mark::Figure }));
    }
    if let Some(passage) = passage {
        marks.push((passage.span, Mark::Passage));
        marks.extend(passage.heads.iter().map(|head| (*head, Mark::Head)));
        marks.extend(passage.value.map(|value| (value, Mark::Value)));
    }
    marks.retain(|(span, _)| span.overlaps(row));
    let mut cuts = vec![row.start, row.end];
    for (span, _) in &marks {
        cuts.extend([span.start, span.end].into_iter().filter(|cut| row.start < *cut && *cut < row.end));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |pair: &[u32]| {
        let span = Span { start: pair[0], end: pair[1] };
        let mark = marks.iter().filter(|(marked, _)| marked.contains(span)).map(|(_, mark)| *mark).max();
        (span, mark)
    };
    cuts.windows(2).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{Block, Cell, Format, Layout, Table};

    fn span(text: &str, part: &str) -> Span {
        let start = text.find(part).unwrap();
        Span::new(start..start + part.len())
    }

    #[test]
    fn pieces_cover_the_row_and_weigh_the_marks() {
        let text = "Før. Kommunen fik 12 sager, heraf 5 ændret. Efter 7.";
        let places = [(span(text, "12"), 0), (span(text, "5"), 1), (span(text, "7"), 2)];
        let passage = Passage {
            value: Some(span(text, "12")),
            span: span(text, "Kommunen fik 12 sager, heraf 5 ændret."),
            heads: Vec::new(),
        };
        let row = Span::new(0..text.len());
        let pieces = pieces(row, Some(&passage), &places);
        let shown: Vec<_> = pieces.iter().map(|(span, mark)| (&text[span.range()], *mark)).collect();
        assert_eq!(
            shown,
            [
                ("Før. ", None),
                ("Kommunen fik ", Some(Mark::Passage)),
                ("12", Some(Mark::Value)),
                (" sager, heraf ", Some(Mark::Passage)),
                ("5", Some(Mark::Neighbour)),
                (" ændret.", Some(Mark::Passage)),
                (" Efter ", None),
                ("7", Some(Mark::Figure)),
                (".", None),
            ]
        );
    }

    #[test]
    fn a_document_without_blocks_is_shown_line_by_line() {
        let document = Document::new("a.txt", Format::Text, "Et\n\nTo\n".to_owned());
        let rows = rows(&document);
        let texts: Vec<_> = rows.iter().map(|row| document.slice(row.span())).collect();
        assert_eq!(texts, ["Et", "To"]);
        assert_eq!(row_at(&rows, 4), 1);
    }

    #[test]
    fn tables_become_rows_of_cells() {
        let mut document = Document::new("a.txt", Format::Text, "Tabel\nA\t1\nB\t2\nSlut".to_owned());
        let cell = |row, col, start: usize| Cell {
            row,
            col,
            row_span: 1,
            col_span: 1,
            head: false,
            span: Span::new(start..start + 1),
        };
        document.tables.push(Table {
            span: Span::new(6..13),
            caption: None,
            rows: 2,
            cols: 2,
            cells: vec![cell(0, 0, 6), cell(0, 1, 8), cell(1, 0, 10), cell(1, 1, 12)],
            layout: Layout::Tabbed,
            guessed: false,
        });
        let block = |start: usize, end: usize, kind| Block { span: Span::new(start..end), kind };
        document.blocks = vec![
            block(0, 5, BlockKind::Heading { level: 1 }),
            block(6, 13, BlockKind::Table(0)),
            block(14, 18, BlockKind::Paragraph),
        ];
        let rows = rows(&document);
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[2], Row::Cells { table: 0, row: 1, span: Span::new(10..13) });
        assert_eq!(row_at(&rows, 12), 2);
    }
}
