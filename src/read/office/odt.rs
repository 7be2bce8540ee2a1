//! OpenDocument texts and spreadsheets (ODT, ODS). One pass over `content.xml`, without recursion.

use super::parts::Parts;
use super::xml::{Attributes, Node, walk};
use crate::model::source::{BlockKind, Caveat, Document, Format};
use crate::read::error::ReadError;
use crate::read::flow::{CellStart, Flow};
use std::collections::HashMap;

/// So many times a cell or row that holds something may be repeated.
const REPEATS: u32 = 100;

/// Reads an ODT or ODS file.
///
/// # Errors
/// [`ReadError`] where the content is missing, encrypted, beyond a limit, or holds no text.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let mut parts = Parts::new(bytes)?;
    let manifest = parts.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ReadError::Password);
    }
    let xml = parts.text("content.xml")?.ok_or_else(|| ReadError::Damaged("content.xml".to_owned()))?;
    let mut body = Body::default();
    for part in [parts.text("styles.xml")?.unwrap_or_default(), xml.clone()] {
        list_styles(&part, &mut body.numbered)?;
    }
    let whole = walk(&xml, |node| body.see(&node))?;
    for (index, note) in std::mem::take(&mut body.notes).iter().enumerate() {
        body.flow.note(&format!("[{}] {}", index + 1, note.trim()));
    }
    if !whole || parts.incomplete {
        body.flow.caveat(Caveat::Incomplete);
    }
    let document = body.flow.finish().finish(name, Format::Odt);
    if document.text.trim().is_empty() {
        return Err(if whole { ReadError::Empty } else { ReadError::Damaged("content.xml".to_owned()) });
    }
    Ok(document)
}

/// Which levels of a list style are numbered: start, what stands before and after the number.
type Numbered = HashMap<(String, u32), (u32, String, String)>;

fn list_styles(xml: &str, numbered: &mut Numbered) -> Result<(), ReadError> {
    let mut style = None;
    walk(xml, |node| match node {
        Node::Start("list-style", attributes) => style = attributes.get("name"),
        Node::End("list-style") => style = None,
        Node::Start("list-level-style-number", attributes) => {
            let (Some(style), Some(level)) = (&style, attributes.number("level")) else { return };
            if attributes.get("num-format").is_none_or(|format| format.is_empty()) {
                return;
            }
            let text = |name: &str| attributes.get(name).unwrap_or_default();
            let start = attributes.number("start-value").unwrap_or(1);
            numbered.insert((style.clone(), level), (start, text("num-prefix"), text("num-suffix")));
        }
        _ => {}
    })?;
    Ok(())
}

/// A list while it is read.
struct List {
    style: Option<String>,
    count: u32,
    /// True until the first paragraph of an item has taken its mark.
    fresh: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    heading: Option<u8>,
}

#[derive(Default)]
struct Body {
    flow: Flow,
    numbered: Numbered,
    in_body: bool,
    /// True for a spreadsheet, whose tables have names worth showing.
    sheet: bool,
    skipped: usize,
    paragraphs: Vec<Paragraph>,
    lists: Vec<List>,
    /// How often the open cell stands in the row, for each open table.
    repeats: Vec<Repeat>,
    head_rows: usize,
    notes: Vec<String>,
    /// Where in `paragraphs` the open note begins.
    note_from: Option<usize>,
}

#[derive(Default)]
struct Repeat {
    cell: u32,
    start: CellStart,
    text: String,
}

fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "tracked-changes"
            | "annotation"
            | "annotation-end"
            | "note-citation"
            | "forms"
            | "sequence-decls"
            | "ruby-text"
            | "script"
            | "object"
            | "binary-data"
            | "named-expressions"
            | "database-ranges"
            | "content-validations"
    )
}

impl Body {
    fn see(&mut self, node: &Node<'_>) {
        match node {
            Node::Start(name, attributes) => {
                if self.skipped > 0 || is_skipped(name) {
                    self.skipped += 1;
                } else if *name == "body" {
                    self.in_body = true;
                } else if self.in_body {
                    self.start(name, attributes);
                }
            }
            Node::End(name) => {
                if self.skipped > 0 {
                    self.skipped -= 1;
                } else if self.in_body {
                    self.end(name);
                }
            }
            Node::Text(text) => {
                if self.skipped == 0 && self.in_body {
                    self.push(text, true);
                }
            }
        }
    }

    /// Adds to the open paragraph. Raw white space is one blank however long it is.
    fn push(&mut self, text: &str, raw: bool) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if !raw {
            paragraph.text.push_str(text);
            return;
        }
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                paragraph.text.push(c);
            } else if !paragraph.text.ends_with([' ', '\n', '\t']) && !paragraph.text.is_empty() {
                paragraph.text.push(' ');
            }
        }
    }

    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        let count = |name: &str| attributes.number(name).unwrap_or(1);
        match name {
            "spreadsheet" => self.sheet = true,
            "p" => self.paragraphs.push(Paragraph::default()),
            "h" => {
                let level = attributes.number("outline-level").unwrap_or(1).clamp(1, 9) as u8;
                self.paragraphs.push(Paragraph { heading: Some(level), ..Paragraph::default() });
            }
            "s" => {
                let blanks = attributes.number("c").unwrap_or(1).min(200);
                self.push(&" ".repeat(blanks as usize), false);
            }
            "tab" => self.push("\t", false),
            "line-break" => self.push("\n", false),
            "list" => {
                let style = attributes.get("style-name").or_else(|| self.lists.last().and_then(|l| l.style.clone()));
                self.lists.push(List { style, count: 0, fresh: false });
            }
            "list-item" => {
                if let Some(list) = self.lists.last_mut() {
                    list.count = attributes.number("start-value").unwrap_or(list.count + 1);
                    list.fresh = true;
                }
            }
            "note" => {
                self.push(&format!(" [{}]", self.notes.len() + 1), false);
                self.note_from = self.note_from.or(Some(self.paragraphs.len()));
                self.notes.push(String::new());
            }
            "table" => {
                if let Some(title) = attributes.get("name").filter(|_| self.sheet && self.repeats.is_empty()) {
                    self.flow.text(BlockKind::Heading { level: 2 }, &title);
                }
                self.flow.start_table();
                self.repeats.push(Repeat::default());
            }
            "table-header-rows" => self.head_rows += 1,
            "table-row" => self.flow.start_row(0),
            "table-cell" => {
                let start = CellStart {
                    row_span: count("number-rows-spanned"),
                    col_span: count("number-columns-spanned"),
                    head: self.head_rows > 0,
                    ..CellStart::default()
                };
                if let Some(repeat) = self.repeats.last_mut() {
                    *repeat = Repeat { cell: count("number-columns-repeated"), start, text: String::new() };
                }
                self.flow.start_cell(start);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "list" => {
                self.lists.pop();
            }
            "note" => self.note_from = None,
            "table-header-rows" => self.head_rows = self.head_rows.saturating_sub(1),
            "table-cell" => self.end_cell(),
            "table" => {
                self.flow.end_table();
                self.repeats.pop();
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        self.flow.end_cell();
        let Some(repeat) = self.repeats.last_mut() else { return };
        let times = repeat.cell.saturating_sub(1);
        let (start, text) = (repeat.start, std::mem::take(&mut repeat.text));
        if text.is_empty() {
            self.flow.skip_cells(times);
            return;
        }
        for _ in 0..times.min(REPEATS) {
            self.flow.start_cell(start);
            self.flow.text(BlockKind::Paragraph, &text);
            self.flow.end_cell();
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if self.note_from.is_some_and(|from| self.paragraphs.len() >= from) {
            if let Some(note) = self.notes.last_mut() {
                note.push(' ');
                note.push_str(&paragraph.text);
            }
            return;
        }
        if paragraph.text.trim().is_empty() {
            return;
        }
        if let Some(repeat) = self.repeats.last_mut() {
            repeat.text.push_str(&paragraph.text);
        }
        let depth = self.lists.len() as u32;
        let mut mark = String::new();
        if let Some(list) = self.lists.last_mut().filter(|list| list.fresh) {
            list.fresh = false;
            let numbered = list.style.as_ref().and_then(|style| self.numbered.get(&(style.clone(), depth)));
            mark = match numbered {
                Some((start, before, after)) => format!("{before}{}{after} ", list.count.saturating_add(*start) - 1),
                None => "- ".to_owned(),
            };
        }
        let kind = match paragraph.heading {
            Some(level) => BlockKind::Heading { level },
            None if !mark.is_empty() => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        let mark = if paragraph.heading.is_some() && mark == "- " { "" } else { &mark };
        self.flow.text(kind, &format!("{mark}{}", paragraph.text));
    }
}
