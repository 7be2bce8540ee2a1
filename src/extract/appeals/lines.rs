//! Lines as paragraphs: which of them are rows, or change what holds for those after them.

use super::label::{LabelKind, labels};
use crate::data::words::{Tag, WORDS};
use crate::extract::chapter::Part;
use crate::extract::clause::Clause;
use crate::extract::value::{Value, ValueKind};
use crate::model::source::Document;
use crate::text::sentence::{Paragraph, ParagraphKind};
use crate::text::token::Token;

/// May the paragraph change what holds for those after it? Long running text does not, and need not be read whole.
pub(super) fn framing(document: &Document, paragraph: &Paragraph, leads: bool) -> bool {
    let text = document.slice(paragraph.span);
    paragraph.kind != ParagraphKind::Text
        || paragraph.sentences.len() == 1
        || text.len() <= 160
        || leads
        || text.contains("parentes")
}

/// Does a paragraph lead to the lines under it: with a colon, with a sentence that the items of a list end, "Af dem
/// blev", or with one that points down to them, "Nedenfor er afgørelserne i 2022 fordelt på paragraffer."?
pub(super) fn leads(document: &Document, parts: &[Part<'_>], at: usize) -> bool {
    let Some(Part::Paragraph(passage)) = parts.get(at) else { return false };
    let text = document.slice(passage.paragraph.span).trim_end();
    let item =
        |part: &Part<'_>| matches!(part, Part::Paragraph(passage) if passage.paragraph.kind == ParagraphKind::Item);
    let last = text.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let words =
        ["blev", "er", "bliver", "var", "har", "hvoraf", "heraf", "hvor", "med", "således", "sådan", "som", "at"];
    let open = words.contains(&last.as_str());
    let below = || text.ends_with('.') && passage.sentences().last().is_some_and(points_down);
    // "Serviceloven: 12 afgørelser, hvoraf 8 blev stadfæstet"
    let named = |part: &Part<'_>| {
        let Part::Paragraph(next) = part else { return false };
        let line = document.slice(next.paragraph.span);
        let colon = line.split_once(": ").is_some_and(|(name, _)| !name.contains(|c: char| c.is_ascii_digit()));
        colon && is_row(document, &next.paragraph, next.whole())
    };
    let next = parts.get(at + 1);
    text.ends_with(':')
        || open && next.is_some_and(item)
        || below() && next.is_some_and(|part| item(part) || named(part))
}

/// "I nedenstående oversigt er antallet af sager opdelt efter bestemmelse.": a sentence without a number of its own.
fn points_down(clause: &Clause<'_>) -> bool {
    let says = clause.has_any(&WORDS.lists.introducing) || clause.has_any(&WORDS.lists.parted);
    says && clause.values().is_empty()
}

/// "Omgørelsesprocenter 2022" over "Greve: 31" and "Køge: 36": a heading without a colon that names the rate of places
/// below it.
pub(super) fn heads_places(parts: &[Part<'_>], at: usize) -> bool {
    let passage = |at: usize| match parts.get(at) {
        Some(Part::Paragraph(passage)) => Some(passage),
        _ => None,
    };
    let row = |at: usize| {
        passage(at).filter(|row| row.paragraph.sentences.len() == 1).is_some_and(|row| {
            let clause = row.whole();
            let nation = clause.terms_where(|tag| *tag == Tag::Nation).map(|hit| (hit.start, hit.end));
            let first =
                clause.places.iter().map(|hit| (hit.start, hit.end)).chain(nation).find(|(start, _)| *start == 0);
            let near = |value: &Value| first.is_some_and(|(_, end)| value.start <= end + 1);
            matches!(clause.values(), [only] if near(only))
        })
    };
    let head = passage(at).filter(|head| head.paragraph.kind == ParagraphKind::Heading);
    let named = head.is_some_and(|head| {
        let clause = head.whole();
        clause.values().is_empty() && labels(clause).iter().any(|label| label.kind == LabelKind::Rate)
    });
    named && row(at + 1) && row(at + 2)
}

/// A short line with a value: "Ringsted 41 procent", or with a place that has none: "Læsø ingen afgørelser".
pub(super) fn is_row(document: &Document, paragraph: &Paragraph, clause: &Clause<'_>) -> bool {
    let text = document.slice(paragraph.span);
    let placed = clause.places.first().is_some_and(|hit| hit.start == 0) && clause.tokens.len() > 1;
    // "Socialområdet: 38 procent (landsgennemsnit 37 procent)": what stands beside the value makes no line longer.
    let line = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('(')).map_or(text, |(line, _)| line);
    // "Socialområdet generelt: 34 procent, mens landsgennemsnittet er 36,2 procent"
    let colon = clause.tokens.iter().position(|t| t.is_symbol(':'));
    let named = colon.is_some_and(|colon| clause.values().first().is_some_and(|value| value.start == colon + 1));
    let longest = if named { 100 } else { 60 };
    // "Børn og Familie: 10 hjemviste sager. Syv af dem handlede om ...": what is told behind the numbers makes it no longer.
    let line = line.split_once(". ").map_or(line, |(first, _)| if named { first } else { line });
    line.chars().count() <= longest && (placed || line.chars().any(|c| c.is_ascii_digit()))
}

/// "Hvad med børneområdet alene?" over "Svar: Her er der afgjort 9 sager": the question that a paragraph answers.
pub(super) fn question<'p, 'd>(document: &Document, parts: &'p [Part<'d>], at: usize) -> Option<&'p Clause<'d>> {
    let paragraph = |at: usize| match parts.get(at) {
        Some(Part::Paragraph(passage)) => Some(passage),
        _ => None,
    };
    let text = |at: usize| paragraph(at).map(|passage| document.slice(passage.paragraph.span).trim());
    // "Svar på spørgsmål 2", in a line of its own.
    let head = |text: &str| text.starts_with("Svar") && text.len() < 40;
    let before = at.checked_sub(1)?;
    let asked = if text(before).is_some_and(head) { before.checked_sub(1)? } else { before };
    paragraph(asked).filter(|_| text(asked).is_some_and(|text| text.ends_with('?')))?.sentences().last()
}

/// "3. Klager på ældreområdet": one line with a number over a text or a table, and no item of a list.
pub(super) fn is_numbered_title(document: &Document, parts: &[Part<'_>], at: usize) -> bool {
    let kind = |part: &Part<'_>| match part {
        Part::Paragraph(passage) => Some(passage.paragraph.kind),
        Part::Table(_) => None,
    };
    let Some(Part::Paragraph(passage)) = parts.get(at) else { return false };
    let text = document.slice(passage.paragraph.span).trim();
    let title = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = title.len() < text.len() && title.starts_with(['.', ')']);
    let short = text.chars().count() <= 80 && !text.ends_with(['.', ':', ';', ',']);
    let plain = !title.contains(|c: char| c.is_ascii_digit()) || passage.whole().values().is_empty();
    let item = |part: &Part<'_>| kind(part) == Some(ParagraphKind::Item);
    let listed = at > 0 && parts.get(at - 1).is_some_and(|part| item(part) || announces(document, part));
    let told = parts.get(at + 1).is_some_and(|part| matches!(kind(part), Some(ParagraphKind::Text) | None));
    kind(&parts[at]) == Some(ParagraphKind::Item) && numbered && short && plain && told && !listed
}

/// "• 62 afgørelser" over "• 39 stadfæstet": the first item of a list that counts cases and says nothing else, where the
/// next one says what became of them.
pub(super) fn opens_with_total(parts: &[Part<'_>], at: usize) -> bool {
    let item = |at: usize| match parts.get(at) {
        Some(Part::Paragraph(passage)) if passage.paragraph.kind == ParagraphKind::Item => Some(passage),
        _ => None,
    };
    if at.checked_sub(1).is_some_and(|before| item(before).is_some()) {
        return false;
    }
    let (Some(first), Some(next)) = (item(at), item(at + 1)) else { return false };
    is_bare_count(first.whole()) && labels(next.whole()).iter().any(|label| label.kind != LabelKind::Act)
}

/// Is a number of cases all that a line says: "62 afgørelser", "I alt 62 sager"?
pub(super) fn is_bare_count(clause: &Clause<'_>) -> bool {
    let [only] = clause.values() else { return false };
    let told = |t: &Token<'_>| t.word().is_some() && !t.is_any(&["i", "alt", "samlet", "antal", "afgjorte"]);
    let known = |t: &Token<'_>| WORDS.case_nouns.has(t) && !t.is_any(&["klager", "tilfælde", "gange"]);
    let mut words = clause.tokens.iter().filter(|t| told(t));
    only.kind == ValueKind::Count && words.next().is_some_and(known) && words.next().is_none()
}

/// "1. kvartal 2022: 47 sager", "Serviceloven: 12 afgørelser i 2021 og 10 i 2020": the number behind a line's name, alone or
/// one of several with its time behind each.
pub(super) fn stands_behind_name(clause: &Clause<'_>, value: &Value) -> bool {
    let tokens = &clause.tokens;
    let named = value.start > 0 && tokens[value.start - 1].is_symbol(':');
    let ends = tokens.get(value.end + 1).is_none_or(|t| t.is_symbol('.') || t.is_symbol(','));
    let dated = |end: usize| clause.periods.iter().any(|mention| (end + 1..=end + 2).contains(&mention.start));
    let all = clause.values();
    named && if all.len() == 1 { ends } else { all.iter().all(|value| dated(value.end)) }
}

/// "Forvaltningen peger på:"
fn announces(document: &Document, part: &Part<'_>) -> bool {
    matches!(part, Part::Paragraph(passage) if document.slice(passage.paragraph.span).trim_end().ends_with(':'))
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    /// The certain figures of an item: place, period, scope, measure, value.
    fn stated(text: &str) -> Vec<String> {
        let page = format!(
            "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen 2021\n{text}\n"
        );
        let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
        let figures = extract(&document).figures;
        let show = |f: &crate::model::figure::Figure| {
            let place = f.place.as_ref().map_or("-", |place| place.as_str());
            let period = f.period.map_or("-".to_owned(), |period| period.to_string());
            format!("{place} {period} {} {} {}", f.scope, f.measure.key(), f.value)
        };
        figures.iter().filter(|f| f.is_certain()).map(show).collect()
    }

    #[test]
    fn what_announces_lines_says_of_what_they_are() {
        for (text, expected) in [
            (
                "Ankestyrelsen afgjorde 24 sager efter lov om social service. Resultatet blev:\n- 16 sager stadfæstet\n- 8 sager hjemvist\nOmgørelsesprocenten er dermed 33.",
                vec![
                    "Greve 2021 SEL decided 24",
                    "Greve 2021 SEL upheld 16",
                    "Greve 2021 SEL remanded 8",
                    "Greve 2021 SEL reversal_rate 33",
                ],
            ),
            (
                "På børnehandicapområdet blev 21 sager afgjort af Ankestyrelsen. Af dem blev\n- 15 stadfæstet og\n- 6 hjemvist.\n\nOmgørelsesprocenten er 28,6, hvor den i 2020 var 47,1.",
                vec![
                    "Greve 2021 SEL børnehandicap decided 21",
                    "Greve 2021 SEL børnehandicap upheld 15",
                    "Greve 2021 SEL børnehandicap remanded 6",
                    "Greve 2021 SEL børnehandicap reversal_rate 28.6",
                    "Greve 2020 SEL børnehandicap reversal_rate 47.1",
                ],
            ),
            (
                "Omgørelsesprocenter i 2021\n\nGreve: 31\n\nKøge: 36\n\nHele landet: 33",
                vec![
                    "Greve 2021 Alle reversal_rate 31",
                    "Køge 2021 Alle reversal_rate 36",
                    "Hele landet 2021 Alle reversal_rate 33",
                ],
            ),
            (
                "Omgørelsesprocenten i 2021 var 31 i Greve, 33 på landsplan og 35 i regionen.",
                vec!["Greve 2021 Alle reversal_rate 31", "Hele landet 2021 Alle reversal_rate 33"],
            ),
            (
                "Afgørelser efter serviceloven i Visitationen\n\nAnkestyrelsen afgjorde 12 sager, hvoraf 9 blev stadfæstet.",
                vec!["Greve 2021 SEL · Visitationen decided 12", "Greve 2021 SEL · Visitationen upheld 9"],
            ),
            (
                "Omgørelsesprocenten for børnehandicap er 33 pct. (7 ud af 21 sager).",
                vec![
                    "Greve 2021 SEL børnehandicap reversal_rate 33",
                    "Greve 2021 SEL børnehandicap reversed 7",
                    "Greve 2021 SEL børnehandicap considered 21",
                ],
            ),
            (
                "Ankestyrelsen viser en omgørelsesprocent på 16 for sygedagpengeloven og 29 for aktivloven på landsplan.",
                vec!["Hele landet 2021 SDP reversal_rate 16", "Hele landet 2021 LAS reversal_rate 29"],
            ),
            (
                "Omgørelsesprocenten var året før 40. Landsgennemsnittet er faldet fra 36 til 32 procent.",
                vec![
                    "Greve 2020 Alle reversal_rate 40",
                    "Hele landet 2020 Alle reversal_rate 36",
                    "Hele landet 2021 Alle reversal_rate 32",
                ],
            ),
            (
                "Ankestyrelsens afgørelser i 2021 fordelt på love:\n\nServiceloven: 20 (heraf 8 omgjort)\nAktivloven: 12",
                vec!["Greve 2021 SEL decided 20", "Greve 2021 SEL reversed 8", "Greve 2021 LAS decided 12"],
            ),
            ("Ankestyrelsens afgørelser 2021\n\nBudget 2021: 20\nStadfæstet: 31 / 28", vec![]),
            ("Jobcentret har i 2021 selv registreret 60 klager.", vec![]),
            ("I 12 tilfælde ændrede jobcentret afgørelsen, mens 40 klager blev sendt til Ankestyrelsen.", vec![]),
            ("Derudover er der 12 sager spredt på øvrige bestemmelser, herunder efter § 32.", vec![]),
            ("Der blev stoppet 900 sager, heraf 40 mod borgerens ønske.", vec![]),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
