//! Whatever is cut off or added between the words, reading goes on and the items stay the same.

use super::{FIRST_AGENDA, first_page, item_line, text};
use crate::extract::minutes::{item_at, meeting};
use proptest::prelude::*;

const PLAIN: &str = "Jobudvalget\n14-05-2024\nMedlemmer\nPer Skov (Ø)\nFraværende\nIda Bæk (A)\nSager 15 - 16\nMeddelelser\nSag nr. 15\n\
    Beslutningskompetence: JBU\nSagens kerne\nTirsdag den 14. maj 2024 orienteres om årsrapporten.\nBeslutning\nTaget til efterretning.\n\
    Bilag\nBilag 1: Årsrapport 2023Bilag 2: Notat om rapporten Klagestatistik 2023\nSag nr. 16\nBeslutningskompetence: KB\n\
    Sagens kerne\nKlagestatistik for 2023 fra Ankestyrelsen.\nBeslutning\nFor: Gruppe A. Imod: Gruppe Ø.\nAnbefales.\nMødet afsluttet kl. 15";

/// All that is read, without places.
fn facts(source: &str) -> Vec<String> {
    let meeting = meeting(&text(source));
    let mut out = vec![first_page(&meeting)];
    for item in &meeting.items {
        out.push(item_line(item));
        out.push(item.references.join("; "));
        out.extend(item.decisions.iter().map(|decision| format!("{} {:?}", decision.text, decision.votes)));
    }
    out
}

#[test]
fn cutting_at_any_character_never_panics() {
    for source in [FIRST_AGENDA, PLAIN] {
        for (at, _) in source.char_indices() {
            // What is left after the cut is tried at every eighth character: it takes as long again.
            let pieces = if at % 8 == 0 { vec![&source[..at], &source[at..]] } else { vec![&source[..at]] };
            for piece in pieces {
                let document = text(piece);
                let meeting = meeting(&document);
                for (index, item) in meeting.items.iter().enumerate() {
                    assert!(document.text.get(item.span.range()).is_some());
                    assert!(item.sections.iter().all(|section| document.text.get(section.span.range()).is_some()));
                    assert!(item.decisions.iter().all(|decision| document.text.get(decision.span.range()).is_some()));
                    if !item.span.is_empty() {
                        assert_eq!(item_at(&meeting, item.span.start), Some(index as u32));
                    }
                }
            }
        }
    }
}

#[test]
fn blank_lines_change_nothing() {
    for source in [FIRST_AGENDA, PLAIN] {
        let spread = source.replace('\n', "\n \n\n");
        assert_eq!(facts(source), facts(&spread));
        let dense: Vec<&str> = source.lines().filter(|line| !line.trim().is_empty()).collect();
        assert_eq!(facts(source), facts(&dense.join("\n")));
    }
}

#[test]
fn soft_hyphens_change_nothing() {
    for source in [FIRST_AGENDA, PLAIN] {
        let expected = facts(source);
        for (at, _) in source.char_indices().step_by(if source.len() > 1000 { 5 } else { 2 }) {
            let (before, after) = source.split_at(at);
            assert_eq!(facts(&format!("{before}\u{ad}{after}")), expected, "at {at}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read(source in "(Punkt|Sag nr\\.|Beslutning|Bilag|Afbud|Ad|[0-9]{1,3}|19/12|den 8\\. maj 2019|[a-zæøå]{1,5}|[.: ,()\\n\\t-]|Æ){0,60}") {
        let document = text(&source);
        let meeting = meeting(&document);
        for pair in meeting.items.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }

    #[test]
    fn any_characters_are_read(source in "\\PC{0,200}") {
        prop_assert!(meeting(&text(&source)).items.len() <= 100);
    }
}
