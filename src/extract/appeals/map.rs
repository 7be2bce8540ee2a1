//! The ministry's map of Denmark is about serviceloven: what it is said to show, and what is told on of it.

use super::scope::{ADULTS, CHILDREN, names_map};
use super::setting::ALL;
use crate::data::words::Tag;
use crate::extract::chapter::{Chapter, Part};
use crate::extract::clause::Clause;
use crate::model::figure::Figure;
use crate::model::source::Document;

/// Does a chapter with a map name no part of the decisions but serviceloven and its own parts, and hold no table?
pub(super) fn is_of_service_alone(document: &Document, chapter: &Chapter<'_>) -> bool {
    if !document.slice(chapter.span).contains("anmarkskort") {
        return false;
    }
    let service = |tag: &Tag| !matches!(tag, Tag::Area(area) if !area.starts_with("SEL"));
    chapter.parts.iter().all(|part| match part {
        Part::Paragraph(passage) => {
            passage.sentences().iter().all(|clause| clause.terms.iter().all(|hit| service(&hit.tag)))
        }
        Part::Table(_) => false,
    })
}

/// "Ankesager på børneområdet" over a text that speaks of no part of the decisions but the map of that name: the map.
pub(super) fn area_of_title(document: &Document, lower: &str, chapter: &Chapter<'_>) -> Option<String> {
    let title = Clause::read(&document.text, lower, chapter.title?);
    let word = title.tokens.iter().find_map(|t| match t.word()? {
        "børneområdet" => Some(CHILDREN),
        "voksenområdet" => Some(ADULTS),
        _ => None,
    })?;
    let mut named = 0;
    for part in &chapter.parts {
        let Part::Paragraph(passage) = part else { return None };
        for hit in passage.sentences().iter().flat_map(|clause| &clause.terms) {
            if let Tag::Area(area) = &hit.tag {
                named += 1;
                if area != word {
                    return None;
                }
            }
        }
    }
    (named > 0).then(|| word.to_owned())
}

/// "Det viser Danmarkskortet for 2017, som ligger på ministeriets hjemmeside": of the sentence before.
pub(super) fn shows_the_last(clause: &Clause<'_>) -> bool {
    let opens = clause.tokens.first().is_some_and(|t| t.is_any(&["det", "dette", "tallene", "tallet"]));
    let shows = clause.tokens.iter().take(3).any(|t| t.is_any(&["viser", "fremgår", "stammer", "kommer"]));
    let area = clause.has(|tag| matches!(tag, Tag::Area(_))) || !clause.sections.is_empty();
    opens && shows && clause.values().is_empty() && !area && names_map(clause)
}

/// What the sentence right before stated of no part of the decisions is of serviceloven.
pub(super) fn give_to_the_last(stated: &mut [Figure], clause: &Clause<'_>) {
    let passage = |f: &Figure| f.source().map(|source| source.passage);
    let Some(last) = stated.last().and_then(passage) else { return };
    let near = clause.span.start.saturating_sub(last.end) <= 3;
    for figure in stated.iter_mut().rev().take_while(|f| near && passage(f) == Some(last)) {
        if figure.scope == ALL {
            "SEL".clone_into(&mut figure.scope);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn a_title_may_name_the_map_in_short() {
        for (second, scope) in [
            ("Landstallet på børnehandicapområdet er 38.", "SEL børnehandicap"),
            ("På voksenhandicapområdet er den 38.", "Alle"),
        ] {
            let text = format!(
                "Greve Kommune\nBørneudvalget\nMødedato: 10. maj 2022\n\n1. Ankesager på børneområdet i 2021\n\nSagsfremstilling\n\
                 Omgørelsesprocenten på børnehandicapområdet var 40 i 2021. {second}\n\nAnkestyrelsen hjemviste tre \
                 afgørelser.\n\nBeslutning\nTaget til efterretning.\n\n2. Eventuelt\nIntet.\n"
            );
            let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let remanded = figures.iter().find(|f| f.value == 3.0).unwrap();
            assert_eq!((remanded.scope.as_str(), remanded.is_certain()), (scope, scope != "Alle"), "{second}");
        }
    }
}
