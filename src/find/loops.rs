//! Open loops: what an agenda leaves undone. A deferred item, a lapsed vote, a promised note, and the duty to treat the
//! map of complaints without a decision on an action plan.

use super::item::{ItemId, heading};
use crate::model::meeting::{DecisionKind, DocumentKind, Item, ItemKind};
use crate::model::reading::{DocumentId, Reading};
use crate::model::source::{Document, Span};

/// What is left undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LoopKind {
    /// § 79 b retssikkerhedsloven: the map was treated, and no decision on an action plan stands in the document.
    Duty,
    /// The vote was equal, so nothing was decided.
    Lapsed,
    Deferred,
    /// The administration is to write a note.
    Promised,
    /// Behind closed doors: what was decided does not stand here.
    Closed,
}

impl LoopKind {
    pub const ALL: [Self; 5] = [Self::Duty, Self::Lapsed, Self::Deferred, Self::Promised, Self::Closed];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Duty => "loop-duty",
            Self::Lapsed => "loop-lapsed",
            Self::Deferred => "loop-deferred",
            Self::Promised => "loop-promised",
            Self::Closed => "loop-closed",
        }
    }
}

/// One open loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenLoop {
    pub item: ItemId,
    pub kind: LoopKind,
    /// The sentence that says so.
    pub span: Span,
}

/// The open loops of a document, in the order of its items.
#[must_use]
pub fn open_loops(id: DocumentId, reading: &Reading) -> Vec<OpenLoop> {
    let mut loops = Vec::new();
    let meeting = &reading.extraction.meeting;
    for (index, item) in meeting.items.iter().enumerate() {
        let item_id = ItemId { document: id, index: index as u32 };
        let found = of_item(&reading.document, item, meeting.kind);
        loops.extend(found.into_iter().map(|(kind, span)| OpenLoop { item: item_id, kind, span }));
    }
    loops
}

fn of_item(document: &Document, item: &Item, kind: DocumentKind) -> Vec<(LoopKind, Span)> {
    let mut loops = Vec::new();
    if item.closed {
        loops.push((LoopKind::Closed, heading(document, item)));
    }
    for decision in &item.decisions {
        if decision.kind == DecisionKind::LapsedOnEqualVotes {
            loops.push((LoopKind::Lapsed, decision.span));
        }
    }
    // A later meeting's decision closes what an earlier one deferred.
    if let Some(last) = item.decisions.last().filter(|decision| decision.kind == DecisionKind::Deferred) {
        loops.push((LoopKind::Deferred, last.span));
    }
    if kind != DocumentKind::Agenda {
        loops.extend(promises(document, item));
        loops.extend(duty(document, item));
    }
    loops
}

/// Each sentence of a decision that promises a note; with what stands before it on its line, the question, where it does
/// not say itself what the note is about.
fn promises(document: &Document, item: &Item) -> Vec<(LoopKind, Span)> {
    const WRITTEN: [&str; 8] =
        ["udarbejde", "udsende", "eftersende", "fremsende", "sende", "vende tilbage", "følge op", "undersøge"];
    /// So few words promise a note and no more.
    const BARE: usize = 5;
    let mut found = Vec::new();
    for decision in &item.decisions {
        for (start, sentence) in sentences(document.slice(decision.span)) {
            let small = sentence.to_lowercase();
            let promised = small.contains("notat")
                || item.kind == ItemKind::AnyOtherBusiness && small.contains("administrationen");
            if promised && WRITTEN.iter().any(|word| small.contains(word)) {
                let text = document.slice(decision.span);
                let mut first = start;
                if sentence.split_whitespace().count() <= BARE {
                    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
                    let before = found.last().map_or(0, |(_, other): &(LoopKind, Span)| other.end);
                    let from = line.max(before.saturating_sub(decision.span.start) as usize);
                    first = start - text[from..start].trim_start().len();
                }
                let (first, end) = (first as u32, (start + sentence.len()) as u32);
                let base = decision.span.start;
                found.push((LoopKind::Promised, Span { start: base + first, end: base + end }));
            }
        }
    }
    found
}

/// The duty of § 79 b where the item names it, and no decision speaks of the action plan, or the vote on it lapsed.
fn duty(document: &Document, item: &Item) -> Option<(LoopKind, Span)> {
    let text = document.slice(item.span);
    let at = ["§ 79 b", "§ 79b", "§79 b", "§79b", "§\u{a0}79\u{a0}b"].iter().find_map(|name| text.find(name))?;
    let decided = item.decisions.iter().any(|decision| {
        let words = decision.text.to_lowercase();
        (words.contains("handleplan") || words.contains("handlingsplan"))
            && decision.kind != DecisionKind::LapsedOnEqualVotes
            && !words.contains("bortfald")
    });
    if decided {
        return None;
    }
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    let base = item.span.start;
    Some((LoopKind::Duty, Span { start: base + start as u32, end: base + end as u32 }))
}

/// The sentences of a text with their places, cut at full stops before a blank and at line ends.
fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        let ends = c == '\n' || c == '.' && after.is_none_or(char::is_whitespace);
        if ends {
            let piece = &text[start..at + c.len_utf8()];
            let trimmed = piece.trim();
            if !trimmed.is_empty() {
                out.push((start + (piece.len() - piece.trim_start().len()), trimmed));
            }
            start = at + c.len_utf8();
        }
    }
    let rest = &text[start..];
    if !rest.trim().is_empty() {
        out.push((start + (rest.len() - rest.trim_start().len()), rest.trim()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::meeting::Decision;
    use crate::model::source::Format;

    fn item(text: &str, decisions: &[(DecisionKind, &str)]) -> Item {
        let decisions = decisions.iter().map(|(kind, words)| {
            let start = text.find(words).unwrap();
            Decision {
                body: None,
                date: None,
                kind: *kind,
                text: (*words).to_owned(),
                votes: None,
                span: Span::new(start..start + words.len()),
            }
        });
        Item {
            number: None,
            title: "Danmarkskort".to_owned(),
            case: None,
            kind: ItemKind::Other,
            competence: Vec::new(),
            sections: Vec::new(),
            decisions: decisions.collect(),
            attachments: Vec::new(),
            references: Vec::new(),
            closed: false,
            title_span: Span::new(0..0),
            span: Span::new(0..text.len()),
        }
    }

    fn kinds(text: &str, decisions: &[(DecisionKind, &str)]) -> Vec<(LoopKind, String)> {
        let document = Document::new("a.txt", Format::Text, text.to_owned());
        let found = of_item(&document, &item(text, decisions), DocumentKind::Minutes);
        found.into_iter().map(|(kind, span)| (kind, document.slice(span).to_owned())).collect()
    }

    #[test]
    fn what_is_left_undone_is_told_with_its_sentence() {
        use DecisionKind::{Approved, Deferred, LapsedOnEqualVotes, Noted, Nothing};
        let told = kinds(
            "Efter § 79 b skal kortet behandles.\nTaget til efterretning.",
            &[(Noted, "Taget til efterretning.")],
        );
        assert_eq!(told, [(LoopKind::Duty, "Efter § 79 b skal kortet behandles.".to_owned())]);
        let decided = "§ 79 b gælder.\nGodkendt, at der ikke laves en handleplan.";
        assert!(kinds(decided, &[(Approved, "Godkendt, at der ikke laves en handleplan.")]).is_empty());
        let lapsed = "§ 79b gælder.\nIndstillingen om handleplan bortfaldt.";
        let told = kinds(lapsed, &[(LapsedOnEqualVotes, "Indstillingen om handleplan bortfaldt.")]);
        assert_eq!(told.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), [LoopKind::Lapsed, LoopKind::Duty]);
        assert_eq!(kinds("Punktet er udsat.", &[(Deferred, "Punktet er udsat.")])[0].0, LoopKind::Deferred);
        let asked = "Et medlem spurgte til tallene. Administrationen udarbejder et notat.";
        let told = kinds(asked, &[(Nothing, asked)]);
        assert_eq!(told, [(LoopKind::Promised, asked.to_owned())]);
        let more = "En spurgte om A.\nFørst B. Administrationen udarbejder et notat. Dernæst C. Notat udarbejdes. \
            Nævnt D. Der udarbejdes et notat om E.";
        let told = kinds(more, &[(Nothing, more)]);
        let told: Vec<&str> = told.iter().map(|(_, words)| words.as_str()).collect();
        assert_eq!(
            told,
            [
                "Først B. Administrationen udarbejder et notat.",
                "Dernæst C. Notat udarbejdes.",
                "Der udarbejdes et notat om E."
            ]
        );
        assert!(kinds("Notatet blev drøftet.", &[(Noted, "Notatet blev drøftet.")]).is_empty());
    }
}
