//! The text of a web page's tree, as a browser would show it: blocks, list marks, tables, white space folded.

use super::pairs;
use super::sink::{Content, Tree};
use crate::model::source::BlockKind;
use crate::read::flow::{CellStart, Flow};
use html5ever::Attribute;

/// Walks a tree in document order, without recursion.
pub fn walk(tree: &Tree, flow: &mut Flow) {
    let mut walker = Walker {
        flow,
        inline: String::new(),
        lists: Vec::new(),
        pairs: Vec::new(),
        mark: None,
        heading: None,
        pre: 0,
        raised: None,
    };
    let mut stack = vec![Step::Enter(0)];
    while let Some(step) = stack.pop() {
        match step {
            Step::Enter(id) => {
                let node = &tree.nodes[id];
                match &node.content {
                    Content::Text(text) => walker.text(text),
                    Content::Element(name, attributes) if is_hidden(&name.local, attributes) => {}
                    content => {
                        if let Content::Element(name, attributes) = content {
                            walker.start(&name.local, attributes);
                            if &*name.local == "dl" {
                                walker.start_pairs(pairs::is_table(tree, id));
                            }
                        }
                        stack.push(Step::Leave(id));
                        stack.extend(node.children.iter().rev().map(|&child| Step::Enter(child)));
                    }
                }
            }
            Step::Leave(id) => {
                if let Content::Element(name, _) = &tree.nodes[id].content {
                    walker.end(&name.local);
                }
            }
        }
    }
    walker.flush();
}

enum Step {
    Enter(usize),
    Leave(usize),
}

fn is_hidden(name: &str, attributes: &[Attribute]) -> bool {
    const NAMES: [&str; 16] = [
        "script", "style", "head", "template", "noscript", "svg", "iframe", "object", "select", "textarea", "button",
        "del", "datalist", "canvas", "audio", "video",
    ];
    NAMES.contains(&name)
        || attribute(attributes, "hidden").is_some()
        || attribute(attributes, "style").is_some_and(|style| {
            let style: String = style.to_ascii_lowercase().split_whitespace().collect();
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}

fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    attributes.iter().find(|a| &*a.name.local == name).map(|a| &*a.value)
}

fn number(attributes: &[Attribute], name: &str) -> Option<u32> {
    attribute(attributes, name)?.trim().parse().ok()
}

struct Walker<'f> {
    flow: &'f mut Flow,
    /// The line that is being read.
    inline: String,
    lists: Vec<List>,
    /// For each open list of names and what is said of them, whether it is a table.
    pairs: Vec<bool>,
    /// The mark of the list item that begins here.
    mark: Option<String>,
    heading: Option<u8>,
    pre: usize,
    /// Where in `inline` raised text begins.
    raised: Option<usize>,
}

struct List {
    /// The next number; `None` for a list with bullets.
    next: Option<u32>,
}

impl Walker<'_> {
    fn text(&mut self, text: &str) {
        if self.pre > 0 {
            self.inline.push_str(text);
            return;
        }
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                self.inline.push(c);
            } else if !self.inline.is_empty() && !self.inline.ends_with([' ', '\n']) {
                self.inline.push(' ');
            }
        }
    }

    /// Ends the line that is being read and adds it as a block.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.inline);
        self.raised = None;
        if text.trim().is_empty() {
            return;
        }
        match (self.heading, self.mark.take()) {
            (Some(level), _) => self.flow.text(BlockKind::Heading { level }, text.trim_end()),
            (None, Some(mark)) => self.flow.text(BlockKind::Item, &format!("{mark}{}", text.trim())),
            (None, None) => self.flow.text(BlockKind::Paragraph, text.trim_end_matches([' ', '\n'])),
        }
    }

    fn start(&mut self, name: &str, attributes: &[Attribute]) {
        if is_block(name) {
            self.flush();
        }
        match name {
            "br" => {
                self.inline.truncate(self.inline.trim_end_matches(' ').len());
                self.inline.push('\n');
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = name[1..].parse().ok(),
            "pre" => self.pre += 1,
            "sup" => self.raised = Some(self.inline.len()),
            "ul" | "menu" => self.lists.push(List { next: None }),
            "ol" => self.lists.push(List { next: Some(number(attributes, "start").unwrap_or(1)) }),
            "li" => {
                let list = self.lists.last_mut().and_then(|list| list.next.as_mut());
                self.mark = Some(match list {
                    Some(next) => {
                        let value = number(attributes, "value").unwrap_or(*next);
                        *next = value.saturating_add(1);
                        format!("{value}. ")
                    }
                    None => "- ".to_owned(),
                });
            }
            "dt" if self.pairs.last() == Some(&true) => {
                self.flow.start_row(0);
                self.flow.start_cell(CellStart::default());
            }
            "dd" if self.pairs.last() == Some(&true) => self.flow.start_cell(CellStart::default()),
            "table" => self.flow.start_table(),
            "tr" => self.flow.start_row(0),
            "td" | "th" => {
                let span = |name| number(attributes, name).unwrap_or(1);
                let (row_span, col_span) = (span("rowspan"), span("colspan"));
                self.flow.start_cell(CellStart { row_span, col_span, head: name == "th", ..CellStart::default() });
            }
            _ => {}
        }
    }

    fn start_pairs(&mut self, is_table: bool) {
        self.pairs.push(is_table);
        if is_table {
            self.flow.start_table();
        }
    }

    fn end(&mut self, name: &str) {
        if name == "caption" {
            let text = std::mem::take(&mut self.inline);
            self.flow.caption(&text);
            return;
        }
        if is_block(name) {
            self.flush();
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "pre" => self.pre = self.pre.saturating_sub(1),
            "sup" => self.lower(),
            "ul" | "ol" | "menu" => {
                self.lists.pop();
            }
            "li" => self.mark = None,
            "td" | "th" => self.flow.end_cell(),
            "dt" | "dd" if self.pairs.last() == Some(&true) => self.flow.end_cell(),
            "table" => self.flow.end_table(),
            "dl" => {
                let is_table = self.pairs.pop().unwrap_or_default();
                if is_table {
                    self.flow.end_table();
                }
            }
            _ => {}
        }
    }

    /// A raised number is the mark of a note, or the square of a unit; as plain digits it would join the figure
    /// before it.
    fn lower(&mut self) {
        let Some(at) = self.raised.take().filter(|&at| at <= self.inline.len()) else { return };
        let raised = self.inline.split_off(at);
        self.inline.push_str(&crate::read::build::raised(&self.inline, raised.trim()));
    }
}

fn is_block(name: &str) -> bool {
    const NAMES: [&str; 43] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ];
    NAMES.contains(&name)
}
