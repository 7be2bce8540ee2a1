//! The agendas of many documents: which items fit what is searched for, which belong to a theme, what is left undone.

use super::item::ItemId;
use super::loops::{OpenLoop, open_loops};
use crate::data::themes;
use crate::model::meeting::Item;
use crate::model::reading::{DocumentId, Reading};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A question for the page of cases.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// Tells late answers from awaited ones.
    pub number: u64,
    pub filter: String,
    pub documents: Vec<(DocumentId, Arc<Reading>)>,
}

/// What the agendas hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agendas {
    /// The items that fit the filter, in the order of the documents.
    pub rows: Vec<ItemId>,
    /// For each theme the documents that have items of it, with the items' indexes.
    pub themes: BTreeMap<&'static str, Vec<(DocumentId, Vec<u32>)>>,
    /// By kind, then in the order of the documents.
    pub loops: Vec<OpenLoop>,
    /// How many items there are, shown or not.
    pub all: usize,
}

/// Reads the agendas. `go_on` is asked before each document; `None` where nobody waits any more.
#[must_use]
pub fn agendas(asked: &Agenda, go_on: impl Fn() -> bool) -> Option<Agendas> {
    let words: Vec<String> = asked.filter.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Agendas::default();
    for (document, reading) in &asked.documents {
        if !go_on() {
            return None;
        }
        let items = &reading.extraction.meeting.items;
        found.all += items.len();
        for (index, item) in items.iter().enumerate() {
            for theme in themes::all().iter().filter(|theme| theme.holds(&item.title)) {
                let columns = found.themes.entry(theme.key.as_str()).or_default();
                match columns.last_mut().filter(|(last, _)| last == document) {
                    Some((_, items)) => items.push(index as u32),
                    None => columns.push((*document, vec![index as u32])),
                }
            }
            if words.is_empty() || matches(item, &words) {
                found.rows.push(ItemId { document: *document, index: index as u32 });
            }
        }
        found.loops.extend(open_loops(*document, reading));
    }
    found.loops.sort_by_key(|open| open.kind);
    Some(found)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::item::{heading, passage};
    use crate::model::meeting::{Decision, DecisionKind};
    use crate::model::source::{Document, Format, Span};

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
