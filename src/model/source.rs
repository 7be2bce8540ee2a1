//! A document as text with structure, and places in it: every figure leads back here.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A byte range of a document's text; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The span of a byte range. A text is at most 4 GiB long, which `read` guarantees.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        debug_assert!(range.start <= range.end);
        Self { start: range.start as u32, end: range.end as u32 }
    }

    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// What kind of file a document was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    Text,
    Pdf,
    Docx,
    Odt,
    Html,
    Xlsx,
    Csv,
}

/// A document as it was read: one text, and what stands where in it.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file's name, without folders.
    pub name: String,
    pub format: Format,
    /// SHA-256 of the file's bytes, as lower-case hexadecimal digits.
    pub hash: String,
    /// The whole text in reading order: NFC, lines ended by `\n`, cells of a table's row divided by `\t`.
    pub text: String,
    /// What the text consists of, in order; blank lines belong to no block.
    pub blocks: Vec<Block>,
    /// The tables, in order; `BlockKind::Table` names them by index.
    pub tables: Vec<Table>,
    /// The pages of a paged format, in order; else empty.
    pub pages: Vec<Page>,
    /// Where the text's characters stand on pages, ordered by `span.start`; empty for formats without pages.
    pub boxes: Vec<TextBox>,
    /// Ranges whose characters had to be guessed (fonts without a character map).
    pub unsure: Vec<Span>,
    /// What could not be read although the document as a whole could.
    pub caveats: Vec<Caveat>,
    line_starts: Vec<u32>,
}

impl Document {
    /// A document of this text and nothing else: no blocks, tables or pages yet.
    #[must_use]
    pub fn new(name: impl Into<String>, format: Format, text: String) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at as u32 + 1)).collect();
        Self {
            name: name.into(),
            format,
            hash: String::new(),
            text,
            blocks: Vec::new(),
            tables: Vec::new(),
            pages: Vec::new(),
            boxes: Vec::new(),
            unsure: Vec::new(),
            caveats: Vec::new(),
            line_starts,
        }
    }

    /// The text at a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The line, counted from 1, in which a byte offset stands.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// The span of a line counted from 1, without its line end; empty past the last line.
    #[must_use]
    pub fn line_span(&self, line: u32) -> Span {
        let end_of_text = self.text.len() as u32;
        let at = |n: u32| self.line_starts.get(n as usize).copied();
        let start = at(line.saturating_sub(1)).unwrap_or(end_of_text);
        let end = at(line).map_or(end_of_text, |next| next - 1);
        Span { start, end: end.max(start) }
    }

    /// How many lines the text has.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }

    /// The page, counted from 1, on which a byte offset stands; `None` for a format without pages.
    #[must_use]
    pub fn page_of(&self, offset: u32) -> Option<u32> {
        let before = self.pages.partition_point(|page| page.span.start <= offset);
        (before > 0).then_some(before as u32)
    }

    /// The boxes that a span covers on pages, to be marked there.
    pub fn boxes_of(&self, span: Span) -> impl Iterator<Item = &TextBox> {
        let first = self.boxes.partition_point(|b| b.span.end <= span.start);
        self.boxes[first..].iter().take_while(move |b| b.span.start < span.end)
    }

    /// A span's text on one line: runs of white space (also no-break spaces and line ends) become one blank.
    #[must_use]
    pub fn one_line(&self, span: Span) -> String {
        let text = self.slice(span).trim();
        // Nearly every span stands on one line as it is.
        if is_plainly_spaced(text) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
        out
    }

    /// The block in which a byte offset stands.
    #[must_use]
    pub fn block_at(&self, offset: u32) -> Option<&Block> {
        let before = self.blocks.partition_point(|block| block.span.start <= offset);
        self.blocks[..before].last().filter(|block| offset <= block.span.end)
    }
}

/// A run of text that belongs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading that the format itself marks as one; level 1 is the highest.
    Heading {
        level: u8,
    },
    Paragraph,
    /// An item of a list, its bullet or number included where the text has one.
    Item,
    /// The table with this index in `Document::tables`.
    Table(u32),
    /// A footnote.
    Note,
    /// A page's running head, foot or number: not part of what the document says.
    Furniture,
}

/// A table: a grid of cells in the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub span: Span,
    /// The line over (or, rarely, under) the table that names it.
    pub caption: Option<Span>,
    pub rows: u32,
    pub cols: u32,
    /// Row by row. A merged cell stands once, at its upper left corner; an empty cell has an empty span.
    pub cells: Vec<Cell>,
    pub layout: Layout,
    /// True where the columns had to be guessed; figures from it are uncertain until its sums prove them.
    pub guessed: bool,
}

impl Table {
    /// The cell that covers a place in the grid, also where a merged cell reaches into it.
    #[must_use]
    pub fn cell(&self, row: u32, col: u32) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|c| (c.row..c.row + c.row_span).contains(&row) && (c.col..c.col + c.col_span).contains(&col))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub row: u32,
    pub col: u32,
    pub row_span: u32,
    pub col_span: u32,
    /// True where the format marks the cell as a heading.
    pub head: bool,
    pub span: Span,
}

/// How a table's grid was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The format says so (DOCX, ODT, HTML, XLSX, CSV).
    Native,
    /// Drawn lines on a PDF page.
    Ruled,
    /// Tabs in text.
    Tabbed,
    /// Blanks in text, or positions on a page without lines.
    Aligned,
    /// One cell a line.
    Stacked,
}

/// A page of a paged document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Page {
    /// The text that stands on the page.
    pub span: Span,
    /// Points (1/72 inch), as the page is shown.
    pub width: f32,
    pub height: f32,
}

/// Where some characters stand on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextBox {
    pub span: Span,
    /// Counted from 1.
    pub page: u32,
    /// Left, top, right, bottom in points from the page's upper left corner.
    pub rect: [f32; 4],
}

/// What reading a document could not do, although it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// These pages (counted from 1) could not be read.
    PagesLost(Vec<u32>),
    /// These pages hold pictures only.
    PagesScanned(Vec<u32>),
    /// The file ends too early or is damaged; what could be read is here.
    Incomplete,
    /// Fonts without a character map: some letters are guesses.
    LettersGuessed,
    /// A limit was reached; what is named was left out (an English key such as `pages`, `cells`).
    Limit(&'static str),
}

/// Has a text surely no other white space than single blanks? Of some that have none it is not sure.
#[must_use]
pub fn is_plainly_spaced(text: &str) -> bool {
    // With these bytes begin all characters that can be other white space, and some that are none.
    let may_be_other = |byte| matches!(byte, ..b' ' | 0xc2 | 0xe1..=0xe3);
    // To the end whatever stands there: many bytes are looked at together.
    !text.bytes().fold(false, |any, byte| any | may_be_other(byte)) && !text.contains("  ")
}
