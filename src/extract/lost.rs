//! Diagrams and tables that the text announces and that are not there: lost when the document was made or converted.
//! What they held cannot be known; that they are missing can be said.

use crate::data::caseload::CASELOAD;
use crate::data::words::WORDS;
use crate::extract::appeals::label::labels;
use crate::extract::chapter::{Chapter, Part};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::outline::Outline;
use crate::extract::passage::Passage;
use crate::model::figure::{Figure, Gap, GapKind, Measure, Source, Topic};
use crate::model::source::Document;
use std::borrow::Cow;

/// How many paragraphs behind the announcement may hold what it announces.
const NEAR: usize = 3;

/// The announced pictures and tables of which nothing is found, in order.
#[must_use]
pub fn lost(document: &Document, lower: &str, outline: &Outline<'_>, figures: &[Figure]) -> Vec<Gap> {
    let mut out = Vec::new();
    for chapter in &outline.chapters {
        for (at, part) in chapter.parts.iter().enumerate() {
            let Part::Paragraph(passage) = part else { continue };
            if !outline.topics.name_picture(passage.paragraph.span) {
                continue;
            }
            if let Some(clause) = announces(passage).filter(|_| !is_there(chapter, at, figures)) {
                out.extend(gap(document, lower, outline, chapter, clause));
            }
        }
    }
    out
}

/// The sentence that announces something to look at, or the caption that stands for it.
fn announces<'p, 'a>(passage: &'p Passage<'a>) -> Option<&'p Clause<'a>> {
    passage.sentences().iter().find(|clause| {
        let tokens = &clause.tokens;
        let picture = |at: usize| tokens.get(at).is_some_and(|t| WORDS.lists.pictures.has(t));
        let Some(at) = (0..tokens.len()).find(|&at| picture(at)) else { return false };
        let shows = |t: &crate::text::token::Token<'_>| t.is_any(&["viser", "ses", "fremgår", "illustrerer"]);
        // "Figur 4", "Figur 4: Udvikling": a caption without its figure.
        let numbered = at == 0 && tokens.get(1).is_some_and(|t| t.number().is_some());
        let caption = numbered && passage.paragraph.sentences.len() == 1 && !tokens.get(2).is_some_and(shows);
        // "I diagrammet nedenfor", "nedenstående graf", "Grafen viser".
        let around = &tokens[at.saturating_sub(2)..tokens.len().min(at + 3)];
        let below = around.iter().any(|t| t.is_any(&["nedenfor", "nedenstående", "følgende", "herunder"]));
        let drawn = at == 0 && !numbered && WORDS.lists.drawings.has(&tokens[0]) && tokens.get(1).is_some_and(shows);
        caption || below || drawn
    })
}

/// Does a table, another caption or a line with figures follow?
fn is_there(chapter: &Chapter<'_>, at: usize, figures: &[Figure]) -> bool {
    let before = at.checked_sub(1).is_some_and(|before| matches!(chapter.parts[before], Part::Table(_)));
    let mut last = match &chapter.parts[at] {
        Part::Paragraph(passage) => passage.paragraph.span,
        Part::Table(_) => return true,
    };
    let first = last.start;
    for part in chapter.parts[at + 1..].iter().take(NEAR) {
        match part {
            Part::Table(_) => return true,
            Part::Paragraph(passage) => last = passage.paragraph.span,
        }
    }
    let inside = |figure: &Figure| {
        figure.source().is_some_and(|source| source.value.start >= first && source.value.end <= last.end)
    };
    before || figures.iter().any(inside)
}

/// The gap that a lost picture leaves; `None` where it is of no topic that is charted.
fn gap(
    document: &Document,
    lower: &str,
    outline: &Outline<'_>,
    chapter: &Chapter<'_>,
    clause: &Clause<'_>,
) -> Option<Gap> {
    let span = clause.span;
    let title = chapter.title.map(|title| Clause::read(&document.text, lower, title));
    let caseload = |clause: &Clause<'_>| !CASELOAD.terms.find(&clause.tokens).is_empty();
    let named = title.as_ref();
    let topic = if clause.names_board() || named.is_some_and(Clause::names_board) {
        Topic::Appeals
    } else if caseload(clause) || named.is_some_and(caseload) {
        Topic::Caseload
    } else {
        return None;
    };
    let measure = match topic {
        Topic::Appeals => labels(clause).into_iter().next().map(|label| label.measure),
        _ => Some(Measure::CasesPerFte),
    };
    let period = |clause: &Clause<'_>| {
        clause.periods.iter().find_map(|mention| match mention.named {
            Named::Absolute(period) => Some(period),
            _ => None,
        })
    };
    Some(Gap {
        place: outline.subjects.at(span.start),
        period: period(clause).or_else(|| named.and_then(period)),
        topic,
        scope: String::from("Alle"),
        measure: measure.unwrap_or(Measure::Other(Cow::Borrowed("unknown"))),
        kind: GapKind::Lost,
        source: Source { value: span, passage: span, heads: Vec::new() },
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;
    use crate::model::figure::GapKind;

    #[test]
    fn what_is_announced_and_not_there_is_a_gap_of_its_own() {
        let head = "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nOmgørelsesprocent i Ankestyrelsen\n\n";
        for (text, lost) in [
            ("I diagrammet nedenfor ses udviklingen i omgørelsesprocenten.\n\nUdvalget drøftede sagen.", 1),
            ("Grafen viser omgørelsesprocenten over tid.\n\nUdvalget drøftede sagen.", 1),
            ("Figur 2: Omgørelsesprocent\n\nUdvalget drøftede sagen længe og grundigt.", 1),
            ("I tabellen nedenfor ses omgørelsesprocenten.\n\nÅr\tStadfæstet\tHjemvist\n2020\t12\t3\n2021\t14\t4\n", 0),
            ("Grafen viser, at omgørelsesprocenten var 31 procent i 2021.", 0),
            ("Figur 2 viser, at den er faldet.", 0),
            ("Tabellen er lavet af forvaltningen.", 0),
        ] {
            let document = crate::read::read(format!("{head}{text}").as_bytes(), "a.txt").unwrap();
            let found = extract(&document).gaps.iter().filter(|gap| gap.kind == GapKind::Lost).count();
            assert_eq!(found, lost, "{text}");
        }
    }
}
