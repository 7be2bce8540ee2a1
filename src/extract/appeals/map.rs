//! The ministry's map of Denmark is about serviceloven: what it is said to show, and what is told on of it.

use super::label::{labels, rate_of};
use super::scope::{ADULTS, CHILDREN, names_map, scopes};
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::chapter::{Chapter, Part};
use crate::extract::clause::Clause;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};
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

/// "Danmarkskortet 2019 viser:", "Tal for kommunen i 2020:" in an item on the map, over "Socialområdet: 38 pct.": lines that
/// open with one of the map's areas give what it shows, where no word says another thing of them.
pub(super) fn rate_of_lines(clause: &Clause<'_>, next: Option<&Part<'_>>, setting: &Setting) -> Option<Measure> {
    let Some(Part::Paragraph(passage)) = next else { return None };
    let line = passage.sentences().first()?;
    let area = scopes(line, setting).first().is_some_and(|hit| {
        let opens = hit.start == 0 || line.tokens[..hit.start].iter().all(|t| t.word().is_none());
        opens && (hit.tag == "SEL" || hit.tag == CHILDREN || hit.tag == ADULTS)
    });
    // "Børnehandicap: 45 (11 sager)"
    let based = |value: &Value| {
        let next = line.values().get(1).filter(|next| next.start == value.end + 1 && next.kind == ValueKind::Count);
        value.value <= 100.0 && next.is_some() && line.tokens[value.end].is_symbol('(')
    };
    let share = line.values().first().is_some_and(|value| value.kind == ValueKind::Percent || based(value));
    let other = clause.has(|tag| matches!(tag, Tag::Outcome(_) | Tag::OtherBoard))
        || clause.has_any(&WORDS.lists.aims)
        || clause.has_any(&WORDS.lists.shall);
    let rate = setting.thread.rate.as_ref().filter(|_| setting.thread.age <= 2).or(setting.item_rate.as_ref());
    let spoken = names_map(clause) || rate == Some(&Measure::ReversalRate);
    if share && labels(line).is_empty() && rates_of_places(clause, line, setting) {
        return Some(Measure::ReversalRate);
    }
    (area && share && spoken && !other && clause.values().is_empty() && labels(line).is_empty())
        .then_some(Measure::ReversalRate)
}

/// "Socialområdet 2021:", where nothing but reversal rates was told of, over "Greve 36 %": the same of other places.
fn rates_of_places(clause: &Clause<'_>, line: &Clause<'_>, setting: &Setting) -> bool {
    let mut rates = setting.said.iter().rev().take(40).filter(|f| rate_of(&f.measure).as_ref() == Some(&f.measure));
    let only = rates.clone().count() > 1 && rates.all(|f| f.measure == Measure::ReversalRate);
    let area = scopes(clause, setting);
    let of_map = |hit: &Hit<String>| hit.tag == "SEL" || hit.tag == CHILDREN || hit.tag == ADULTS;
    let known = |at: usize| {
        area.iter().any(|hit| (hit.start..hit.end).contains(&at))
            || clause.is_of_period(at)
            || clause.tokens[at].word().is_none()
            || clause.tokens[at].is_any(&["i", "generelt"])
    };
    let bare = !area.is_empty() && area.iter().all(of_map) && (0..clause.tokens.len()).all(known);
    let placed = line.places.first().is_some_and(|hit| line.values().first().is_some_and(|v| v.start == hit.end));
    only && bare && placed && line.places[0].start == 0 && line.values().len() == 1
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
    use crate::extract::appeals::bind::tests::stated;
    use crate::extract::extract;

    #[test]
    fn lines_that_open_with_an_area_give_what_the_map_shows() {
        let lines = "Socialområdet generelt: 31 pct. (26 sager, landsgennemsnit 35,4 pct., region 33,3 pct.)\nBørnehandicap: 44 pct. (9 sager). \
                     Landsgennemsnit: 47 pct.\n\nForvaltningen vil drøfte tallene.";
        for lead in [
            "Danmarkskortene for 2021 viser:",
            "Omgørelsesprocenter\n\nTallene drøftes her.\n\nTal for kommunen i 2021:",
        ] {
            let found = stated(&format!("{lead}\n\n{lines}"));
            for one in [
                "Greve 2021 SEL reversal_rate 31",
                "Greve 2021 SEL børnehandicap reversal_rate 44",
                "Hele landet 2021 SEL børnehandicap reversal_rate 47",
            ] {
                assert!(found.iter().any(|f| f == one), "{lead} {one} {found:?}");
            }
        }
        for lead in ["Andel af borgerne, der har svaret i 2021:", "Målet på Danmarkskortet for 2021 er:"] {
            let found = stated(&format!("{lead}\n\n{lines}"));
            assert!(!found.iter().any(|f| f.contains("reversal_rate") && !f.ends_with('?')), "{lead} {found:?}");
        }
    }

    #[test]
    fn a_map_beside_statistics_is_not_all_that_is_laid_before() {
        for (laid, scope) in [
            ("ankestatistik for 2021 samt danmarkskort over sager efter serviceloven", "Alle"),
            ("danmarkskort efter serviceloven og en statistik for 2021", "Alle"),
            ("en oversigt over 2021 og en redegørelse for sager efter serviceloven", "Alle"),
            ("statistik og redegørelse for sager efter serviceloven i 2021", "SEL"),
        ] {
            let text = format!("Forvaltningen fremlægger {laid}.\n\nAnkestyrelsen afgjorde 30 sager i 2021.");
            assert_eq!(stated(&text), [format!("Greve 2021 {scope} decided 30")], "{laid}");
        }
    }

    #[test]
    fn under_a_map_a_law_says_whose_paragraphs_they_are() {
        let text = "Danmarkskort 2021\n\nBørnehandicapområdet:\nTabellen viser, hvilke bestemmelser i barnets lov sagerne \
                    handler om.\n\nBarnets lov\tAfgjort\tStadfæstet\tHjemvist\n§ 86 Merudgifter\t7\t5\t2\n§ 87 Tabt \
                    arbejdsfortjeneste\t9\t5\t4\nI alt\t16\t10\t6\n\nAf sagerne efter § 90 blev 2 stadfæstet.";
        let found = stated(text);
        for one in [
            "Greve 2021 BL § 86 decided 7",
            "Greve 2021 BL § 87 remanded 4",
            "Greve 2021 SEL børnehandicap upheld 10",
            "Greve 2021 BL § 90 upheld 2",
        ] {
            assert!(found.iter().any(|f| f == one), "{one} {found:?}");
        }
    }

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
