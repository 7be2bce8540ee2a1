//! Words and numbers in the text of documents: paragraphs and rows of tables in which all of them stand.

use super::word::{Word, numbers, words};
use super::{Hit, Search};
use crate::model::reading::Reading;
use crate::model::source::{BlockKind, Document, Span};
use crate::text::lower::aligned;

/// The most hits that are given.
pub const MOST: usize = 2000;

/// The hits in the order of the documents and their text; true where there are more. `go_on` is asked before each
/// document: a search that nobody waits for any more ends.
#[must_use]
pub fn passages(search: &Search, go_on: impl Fn() -> bool) -> (Vec<Hit>, bool) {
    let words = words(&search.query);
    let mut hits = Vec::new();
    if words.is_empty() {
        return (hits, false);
    }
    for (id, reading) in &search.documents {
        if hits.len() > MOST || !go_on() {
            break;
        }
        let found = document(reading, &words);
        hits.extend(found.into_iter().map(|(passage, marks)| Hit { document: *id, passage, marks }));
    }
    let more = hits.len() > MOST;
    hits.truncate(MOST);
    (hits, more)
}

fn document(reading: &Reading, words: &[Word]) -> Vec<(Span, Vec<Span>)> {
    let document = &reading.document;
    let lower = aligned(&document.text);
    // Most documents lack one of the words: that is seen before they are cut into paragraphs.
    if words.iter().any(|word| word.numbers.is_empty() && !word.text.contains(' ') && !lower.contains(&word.text)) {
        return Vec::new();
    }
    let passages = pieces(document).into_iter();
    passages.filter_map(|span| Some((span, marks(lower.get(span.range())?, span.start, words)?))).collect()
}

/// Paragraphs, and the lines of tables.
fn pieces(document: &Document) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut lines = |span: Span| {
        let mut start = span.start;
        for line in document.slice(span).split('\n') {
            let end = start + line.len() as u32;
            pieces.push(Span { start, end });
            start = end + 1;
        }
    };
    if document.blocks.is_empty() {
        lines(Span::new(0..document.text.len()));
        return pieces;
    }
    let mut out = Vec::new();
    for block in &document.blocks {
        match block.kind {
            BlockKind::Table(_) => lines(block.span),
            BlockKind::Furniture => {}
            _ => out.push(block.span),
        }
    }
    pieces.extend(out);
    pieces.sort_unstable();
    pieces
}

/// Where the words stand in a passage (in lower case) that begins at `start`; `None` where one of them is missing.
fn marks(passage: &str, start: u32, words: &[Word]) -> Option<Vec<Span>> {
    let mut marks = Vec::new();
    for word in words {
        let before = marks.len();
        if word.numbers.is_empty() {
            let found = passage.match_indices(&word.text);
            marks.extend(found.map(|(at, text)| Span::new(at..at + text.len())));
        } else {
            let same = |number: &f64| word.is_value(*number);
            marks.extend(printed(passage).filter(|(_, values)| values.iter().any(same)).map(|(span, _)| span));
        }
        if marks.len() == before {
            return None;
        }
    }
    marks.sort_unstable();
    marks.dedup();
    Some(marks.into_iter().map(|mark| Span { start: mark.start + start, end: mark.end + start }).collect())
}

/// The numbers printed in a text, each with what it can mean.
fn printed(text: &str) -> impl Iterator<Item = (Span, Vec<f64>)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let from = at + text.get(at..)?.find(|c: char| c.is_ascii_digit())?;
            let rest = &text[from..];
            let length = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
            let digits = rest[..length].trim_end_matches(['.', ',']);
            at = from + length.max(1);
            let values = numbers(digits);
            if !values.is_empty() {
                return Some((Span::new(from..from + digits.len()), values));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reading::{DocumentId, Extraction};
    use crate::model::source::Format;
    use std::sync::Arc;

    fn found(text: &str, query: &str) -> Vec<(String, Vec<String>)> {
        let document = Document::new("a.txt", Format::Text, text.to_owned());
        let reading =
            Reading { document: document.into(), extraction: Extraction::default(), report: Default::default() };
        let search = Search { number: 1, query: query.to_owned(), documents: vec![(DocumentId(0), Arc::new(reading))] };
        let (hits, more) = passages(&search, || true);
        assert!(!more);
        let cut = |span: Span| text[span.range()].to_owned();
        hits.into_iter().map(|hit| (cut(hit.passage), hit.marks.into_iter().map(cut).collect())).collect()
    }

    #[test]
    fn all_words_stand_in_one_passage_and_numbers_are_numbers() {
        let text =
            "Udgiften er 1.234,5 mio. kr.\nKlagen fra Ærø er afvist. Ny klage i 2023.\nI alt 12 klager, ikke 112";
        for (query, wanted) in [
            ("1234,5", vec![("Udgiften er 1.234,5 mio. kr.", vec!["1.234,5"])]),
            ("1,234.5", vec![("Udgiften er 1.234,5 mio. kr.", vec!["1.234,5"])]),
            ("ÆRØ klage", vec![("Klagen fra Ærø er afvist. Ny klage i 2023.", vec!["Klage", "Ærø", "klage"])]),
            ("12", vec![("I alt 12 klager, ikke 112", vec!["12"])]),
            ("\"er afvist\"", vec![("Klagen fra Ærø er afvist. Ny klage i 2023.", vec!["er afvist"])]),
            ("klage udgiften", vec![]),
            ("", vec![]),
        ] {
            let wanted: Vec<(String, Vec<String>)> = wanted
                .into_iter()
                .map(|(passage, marks)| (passage.to_owned(), marks.into_iter().map(str::to_owned).collect()))
                .collect();
            assert_eq!(found(text, query), wanted, "{query}");
        }
    }
}
