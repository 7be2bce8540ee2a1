//! Word documents (DOCX). One pass over `word/document.xml`, without recursion.

use super::numbering::Numbering;
use super::parts::Parts;
use super::stops::{Held, Stop};
use super::styles::{Style, styles};
use super::xml::{Attributes, Node, walk};
use crate::model::source::{BlockKind, Caveat, Document, Format};
use crate::read::build::raised;
use crate::read::error::ReadError;
use crate::read::flow::{Above, CellStart, Flow};
use std::collections::HashMap;

/// Reads a DOCX file.
///
/// # Errors
/// [`ReadError`] where the document part is missing, encrypted, beyond a limit, or holds no text.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let mut parts = Parts::new(bytes)?;
    let main = match parts.text("word/document.xml")? {
        Some(text) => text,
        None => parts.text("word/document2.xml")?.ok_or_else(|| ReadError::Damaged("word/document.xml".to_owned()))?,
    };
    let mut body = Body { styles: styles(&parts.text("word/styles.xml")?.unwrap_or_default())?, ..Body::default() };
    body.numbering = Numbering::new(&parts.text("word/numbering.xml")?.unwrap_or_default())?;
    let mut whole = walk(&main, |node| body.see(&node))?;
    body.release(&[]);
    for (part, element) in [("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")] {
        if let Some(xml) = parts.text(part)? {
            whole &= body.read_notes(&xml, element)?;
        }
    }
    if !whole || parts.incomplete {
        body.flow.caveat(Caveat::Incomplete);
    }
    let document = body.flow.finish().finish(name, Format::Docx);
    if document.text.trim().is_empty() {
        return Err(if whole { ReadError::Empty } else { ReadError::Damaged("word/document.xml".to_owned()) });
    }
    Ok(document)
}

/// A paragraph while it is read; text boxes put paragraphs into paragraphs.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    outline: Option<u8>,
    list: Option<u32>,
    level: Option<u32>,
    stops: Vec<Stop>,
}

#[derive(Default)]
struct Body {
    flow: Flow,
    styles: HashMap<String, Style>,
    numbering: Numbering,
    paragraphs: Vec<Paragraph>,
    /// Elements that are skipped, counted while inside one.
    skipped: usize,
    /// Inside `w:pPr`, `w:rPr`, `w:tcPr` ... : no text comes from there.
    properties: usize,
    hidden_run: bool,
    raised_run: bool,
    in_text: bool,
    cells: Vec<CellStart>,
    rows: Vec<Row>,
    /// Marks of the notes in the order in which they are referred to.
    marks: Vec<(&'static str, String)>,
    /// A line whose cells may stand over those of the next one.
    held: Option<Held>,
}

/// A row is begun once its properties are known: with its first cell.
#[derive(Default)]
struct Row {
    before: u32,
    head: bool,
    deleted: bool,
    begun: bool,
}

/// What never belongs to the text as it now stands.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "instrText"
            | "delText"
            | "delInstrText"
            | "Fallback"
            | "pPrChange"
            | "rPrChange"
            | "tcPrChange"
            | "trPrChange"
            | "tblPrChange"
            | "sectPr"
            | "tblGrid"
            | "sdtPr"
            | "docPartObj"
            | "ruby"
    )
}

impl Body {
    fn see(&mut self, node: &Node<'_>) {
        match node {
            Node::Start(name, attributes) => self.start(name, attributes),
            Node::End(name) => self.end(name),
            Node::Text(text) => {
                if self.skipped == 0 && self.in_text && !self.hidden_run {
                    self.push(text);
                }
            }
        }
    }

    fn push(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if self.raised_run {
            let text = raised(&paragraph.text, text);
            paragraph.text.push_str(&text);
        } else {
            paragraph.text.push_str(text);
        }
    }

    fn start(&mut self, name: &str, attributes: &Attributes<'_>) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        if self.properties > 0 {
            self.properties += 1;
            self.property(name, attributes);
            return;
        }
        match name {
            "pPr" | "rPr" | "tcPr" | "trPr" | "tblPr" => self.properties = 1,
            _ if is_skipped(name) => self.skipped = 1,
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => (self.hidden_run, self.raised_run) = (false, false),
            "t" => self.in_text = true,
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => {
                let symbol = attributes.get("char").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                let symbol = symbol.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
                self.push(&symbol.map(String::from).unwrap_or_default());
            }
            "footnoteReference" => self.refer("footnote", attributes),
            "endnoteReference" => self.refer("endnote", attributes),
            "tbl" => {
                self.release(&[]);
                self.flow.start_table();
            }
            "tr" => self.rows.push(Row::default()),
            "tc" => self.cells.push(CellStart::default()),
            _ => {}
        }
    }

    /// The mark of a note, set apart from a figure that it may follow.
    fn refer(&mut self, kind: &'static str, attributes: &Attributes<'_>) {
        let Some(id) = attributes.get("id") else { return };
        self.marks.push((kind, id));
        self.raised_run = false;
        self.push(&format!(" [{}]", self.marks.len()));
    }

    fn property(&mut self, name: &str, attributes: &Attributes<'_>) {
        let value = || attributes.number("val");
        let is_on = || attributes.get("val").is_none_or(|v| !matches!(v.as_str(), "0" | "false" | "off" | "none"));
        match name {
            "gridSpan" => {
                if let Some(cell) = self.cells.last_mut() {
                    cell.col_span = value().unwrap_or(1);
                }
            }
            "vMerge" => {
                if let Some(cell) =
                    self.cells.last_mut().filter(|_| attributes.get("val").as_deref() != Some("restart"))
                {
                    cell.above = Above::Merged;
                }
            }
            "gridBefore" | "tblHeader" | "del" => {
                if let Some(row) = self.rows.last_mut().filter(|row| !row.begun) {
                    match name {
                        "gridBefore" => row.before = value().unwrap_or(0),
                        "tblHeader" => row.head = is_on(),
                        _ => row.deleted = true,
                    }
                }
            }
            "vertAlign" => self.raised_run = attributes.get("val").as_deref() == Some("superscript"),
            "vanish" => self.hidden_run = is_on(),
            _ => {}
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "pStyle" => paragraph.style = attributes.get("val"),
            "outlineLvl" => paragraph.outline = value().filter(|&level| level < 9).map(|level| level as u8 + 1),
            "numId" => paragraph.list = value(),
            "ilvl" => paragraph.level = value(),
            "tab" => paragraph.stops.extend(Stop::of(attributes)),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if self.properties > 0 {
            self.properties -= 1;
            if self.properties == 0 && name == "tcPr" {
                self.begin_cell();
            } else if self.properties == 0 && name == "pPr" {
                // A hidden paragraph mark does not hide the paragraph's text.
                (self.hidden_run, self.raised_run) = (false, false);
            }
            return;
        }
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "tc" => {
                self.begin_cell();
                self.flow.end_cell();
                self.cells.pop();
            }
            "tr" => {
                let row = self.rows.pop();
                if row.is_some_and(|row| row.begun && row.deleted) {
                    self.flow.drop_row();
                }
            }
            "tbl" => self.flow.end_table(),
            _ => {}
        }
    }

    /// Begins the open cell, and its row, unless that was done.
    fn begin_cell(&mut self) {
        let (Some(cell), Some(row)) = (self.cells.last_mut(), self.rows.last_mut()) else { return };
        if cell.col_span == 0 {
            return;
        }
        if !row.begun {
            row.begun = true;
            self.flow.start_row(row.before);
        }
        cell.head = row.head;
        self.flow.start_cell(CellStart { col_span: cell.col_span.max(1), ..*cell });
        cell.col_span = 0;
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if self.rows.last().is_some() && self.cells.last().is_some_and(|cell| cell.col_span > 0) {
            self.begin_cell();
        }
        if paragraph.text.trim().is_empty() {
            return;
        }
        let style = paragraph.style.as_ref().and_then(|id| self.styles.get(id)).cloned().unwrap_or_default();
        let list = match paragraph.list {
            Some(0) => None,
            Some(list) => Some((list, paragraph.level.unwrap_or(0))),
            None => style.list.map(|(list, level)| (list, paragraph.level.unwrap_or(level))),
        };
        let mark = list.map(|(list, level)| self.numbering.next(list, level)).unwrap_or_default();
        let kind = match paragraph.outline.or(style.heading) {
            Some(level) => BlockKind::Heading { level },
            None if !mark.is_empty() => BlockKind::Item,
            None => BlockKind::Paragraph,
        };
        self.release(&paragraph.stops);
        let text = format!("{mark}{}", paragraph.text);
        if !paragraph.stops.is_empty() && paragraph.text.contains('\t') && self.rows.is_empty() {
            self.held = Some(Held { kind, text, stops: paragraph.stops });
        } else {
            self.flow.text(kind, &text);
        }
    }

    /// Adds the line that waits for this one, whose stops these are.
    fn release(&mut self, below: &[Stop]) {
        if let Some(held) = self.held.take() {
            let held = held.over(below);
            self.flow.text(held.kind, &held.text);
        }
    }

    /// Adds the notes that the text refers to, each with its mark, in the order of the references.
    fn read_notes(&mut self, xml: &str, element: &str) -> Result<bool, ReadError> {
        let mut notes: HashMap<String, String> = HashMap::new();
        let mut open: Option<(String, String)> = None;
        let mut in_text = false;
        let mut skipped = 0usize;
        let whole = walk(xml, |node| match node {
            Node::Start(_, _) if skipped > 0 => skipped += 1,
            Node::End(_) if skipped > 0 => skipped -= 1,
            Node::Start(name, attributes) if name == element => {
                open = attributes.get("id").map(|id| (id, String::new()));
            }
            Node::Start(name, _) if is_skipped(name) => skipped = 1,
            Node::Start("t", _) => in_text = true,
            Node::End("t") => in_text = false,
            Node::Start("p" | "br" | "tab", _) => {
                if let Some((_, text)) = open.as_mut().filter(|(_, text)| !text.is_empty()) {
                    text.push(' ');
                }
            }
            Node::End(name) if name == element => notes.extend(open.take()),
            Node::Text(text) if in_text => {
                if let Some((_, note)) = &mut open {
                    note.push_str(&text);
                }
            }
            _ => {}
        })?;
        for (index, (kind, id)) in self.marks.iter().enumerate() {
            if let Some(text) = notes.get(id).filter(|_| *kind == element) {
                self.flow.note(&format!("[{}] {}", index + 1, text.trim()));
            }
        }
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write as _};

    #[test]
    fn headings_at_their_own_stops_stand_over_their_columns() {
        let line = |stops: &[u32], side: &str, cells: &[&str]| {
            let stop = |at: &u32| format!("<w:tab w:val=\"{side}\" w:pos=\"{at}\"/>");
            let cell = |cell: &&str| format!("<w:t>{cell}</w:t>");
            let (stops, cells): (String, Vec<String>) =
                (stops.iter().map(stop).collect(), cells.iter().map(cell).collect());
            format!("<w:p><w:pPr><w:tabs>{stops}</w:tabs></w:pPr><w:r>{}</w:r></w:p>", cells.join("<w:tab/>"))
        };
        let columns = [3000, 4000, 5000, 6000];
        let body = [
            line(&[3000, 5000], "center", &["", "Antal", "Procent"]),
            line(&columns, "right", &["Lov", "2020", "2021", "2020", "2021"]),
            line(&columns, "right", &["A", "5", "6", "20", "30"]),
        ];
        let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let xml = format!("<w:document xmlns:w=\"{space}\"><w:body>{}</w:body></w:document>", body.concat());
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(xml.as_bytes()).unwrap();
        let document = read(&writer.finish().unwrap().into_inner(), "a.docx").unwrap();
        assert_eq!(document.text, "\tAntal\t\tProcent\n\nLov\t2020\t2021\t2020\t2021\n\nA\t5\t6\t20\t30");
        assert_eq!(document.tables.len(), 1);
    }
}
