//! The page of cases: every item of every agenda as one list, filtered once for each change.

use super::documents::Documents;
use super::loops::{OpenLoop, open_loops};
use crate::data::themes;
use crate::model::meeting::{Decision, Item};
use crate::model::reading::DocumentId;
use crate::model::source::{Document, Span};
use std::collections::BTreeMap;

/// An item of an open document's agenda, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemId {
    pub document: DocumentId,
    pub index: u32,
}

/// What the page of cases shows, and by what it is kept.
#[derive(Debug, Default)]
pub struct CasesView {
    filter: String,
    rows: Vec<ItemId>,
    /// For each theme the documents that have items of it, with the items' indexes.
    themes: BTreeMap<&'static str, Vec<(DocumentId, Vec<u32>)>>,
    loops: Vec<OpenLoop>,
    all: usize,
    /// The revision for which `rows` holds; `None` when they have to be made anew.
    made_for: Option<u64>,
}

impl CasesView {
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    /// The items that are shown, in the order of the documents.
    #[must_use]
    pub fn rows(&self) -> &[ItemId] {
        &self.rows
    }

    /// How many items there are, shown or not.
    #[must_use]
    pub fn all(&self) -> usize {
        self.all
    }

    /// The items of a theme, document by document.
    #[must_use]
    pub fn theme(&self, key: &str) -> &[(DocumentId, Vec<u32>)] {
        self.themes.get(key).map_or(&[], Vec::as_slice)
    }

    /// What the agendas leave undone.
    #[must_use]
    pub fn loops(&self) -> &[OpenLoop] {
        &self.loops
    }

    pub fn set_filter(&mut self, filter: String) {
        self.filter = filter;
        self.made_for = None;
    }

    /// Makes the rows anew where something changed since they were made.
    pub fn update(&mut self, documents: &Documents, revision: u64) {
        if self.made_for == Some(revision) {
            return;
        }
        let words: Vec<String> = self.filter.split_whitespace().map(str::to_lowercase).collect();
        self.rows.clear();
        self.themes.clear();
        self.loops = open_loops(documents);
        self.all = 0;
        for (document, reading) in documents.readings() {
            let items = &reading.extraction.meeting.items;
            self.all += items.len();
            for (index, item) in items.iter().enumerate() {
                for theme in themes::all().iter().filter(|theme| theme.holds(&item.title)) {
                    let columns = self.themes.entry(theme.key.as_str()).or_default();
                    match columns.last_mut().filter(|(last, _)| *last == document) {
                        Some((_, items)) => items.push(index as u32),
                        None => columns.push((document, vec![index as u32])),
                    }
                }
                if words.is_empty() || matches(item, &words) {
                    self.rows.push(ItemId { document, index: index as u32 });
                }
            }
        }
        self.made_for = Some(revision);
    }
}

/// True where every word stands in the item's title, case number or decisions.
fn matches(item: &Item, words: &[String]) -> bool {
    let mut text = format!("{} {}", item.title, item.case.as_deref().unwrap_or_default());
    for decision in &item.decisions {
        text.push(' ');
        text.push_str(&decision.text);
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// The passage that a click on an item shows: its last decision, else its first line.
#[must_use]
pub fn passage(document: &Document, item: &Item) -> Span {
    let decided = item.decisions.iter().rev().map(|decision: &Decision| decision.span).find(|span| !span.is_empty());
    decided.unwrap_or_else(|| heading(document, item))
}

/// An item's title in the text; where it has none, its first line.
#[must_use]
pub fn heading(document: &Document, item: &Item) -> Span {
    if !item.title_span.is_empty() {
        return item.title_span;
    }
    let line = document.slice(item.span).split('\n').next().unwrap_or_default();
    Span { start: item.span.start, end: item.span.start + line.len() as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::meeting::DecisionKind;
    use crate::model::source::Format;

    fn item(text: &str, decided: &str) -> Item {
        let start = text.find(decided).unwrap();
        let span = Span::new(start..start + decided.len());
        Item {
            number: Some("3".to_owned()),
            title: "Klagestatistik".to_owned(),
            case: Some("19/2878".to_owned()),
            kind: Default::default(),
            sections: Vec::new(),
            decisions: vec![Decision {
                body: None,
                date: None,
                kind: DecisionKind::Noted,
                text: decided.to_owned(),
                votes: None,
                span,
            }],
            attachments: Vec::new(),
            references: Vec::new(),
            closed: false,
            span: Span::new(0..text.len()),
            title_span: Span::new(3..17),
            competence: Vec::new(),
        }
    }

    #[test]
    fn an_item_is_found_by_title_number_and_decision() {
        let text = "3. Klagestatistik\nTaget til efterretning.";
        let item = item(text, "Taget til efterretning.");
        for (filter, found) in [("KLAGE", true), ("19/2878", true), ("efterretning klage", true), ("godkendt", false)] {
            let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
            assert_eq!(matches(&item, &words), found, "{filter}");
        }
        let document = Document::new("a.txt", Format::Text, text.to_owned());
        assert_eq!(document.slice(passage(&document, &item)), "Taget til efterretning.");
        assert_eq!(document.slice(heading(&document, &item)), "Klagestatistik");
        let untitled = Item { title_span: Span::new(0..0), ..item };
        assert_eq!(document.slice(heading(&document, &untitled)), "3. Klagestatistik");
    }
}
