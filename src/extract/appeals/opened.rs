//! Units that open the lines of a list: "- Familieafdelingen: 26 afgørelser, heraf 11 stadfæstet".

use super::committee::is_committee;
use super::label::{LabelKind, labels};
use super::said::gives_parts;
use super::scope::{names_the_others, scopes};
use super::setting::{ALL, Setting};
use super::sum::summed;
use crate::data::caseload::CASELOAD;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::text::token::{Kind, Token};

/// The longest name of a unit, in tokens.
const NAME: usize = 8;

/// A line that opens with a unit is of it; one that opens with words that cannot be told is of nobody knows what.
pub(super) fn open_line(text: &str, clause: &Clause<'_>, setting: &mut Setting) {
    match opened(text, clause, setting) {
        Some(Opened::Unit(scope)) => setting.thread.scope = Some(scope),
        Some(Opened::Unknown) => setting.thread.unknown_area = true,
        None => {}
    }
}

/// "Familieafdelingen: Af de 40 sager blev 26 stadfæstet": is it a unit's name that a sentence opens with?
pub(super) fn opens_with_unit(clause: &Clause<'_>) -> bool {
    let head = &clause.tokens[..clause.tokens.len().min(NAME + 1)];
    let colon = head.iter().position(|t| t.is_symbol(':'));
    let area = |t: &Token<'_>| t.word().is_some_and(|word| word.ends_with("området"));
    colon.is_some_and(|colon| head[..colon].iter().any(|t| is_unit(t) && !area(t)))
}

fn is_unit(token: &Token<'_>) -> bool {
    let center = token.word().is_some_and(|word| word.ends_with("center") || word.ends_with("centeret"));
    center || WORDS.lists.units.has(token) || CASELOAD.lists.units.has(token)
}

/// What a line opens with.
enum Opened {
    Unit(String),
    /// "Heraf inden for fristen: 9 sager"
    Unknown,
}

/// The scope that the words before a line's first colon name, as a table would read a row's label: where they are no
/// law, place, time or measure, and what follows counts outcomes or decisions. `text` is the document's.
fn opened(text: &str, clause: &Clause<'_>, setting: &Setting) -> Option<Opened> {
    let colon = clause.tokens.iter().position(|t| t.is_symbol(':'))?;
    let first = clause.tokens[..colon].iter().position(|t| t.kind == Kind::Word)?;
    // "Heraf Team Nord: 9 sager": a part of what the line above counted.
    let parts = gives_parts(clause) && clause.tokens[first].is_any(&["heraf", "deraf", "hvoraf"]);
    let first = first + usize::from(parts && first + 1 < colon);
    let name = &clause.tokens[first..colon];
    let value = clause.values().first().filter(|_| name.len() <= NAME)?.start;
    // "Familieafdelingen: Af de 40 sager blev 26 stadfæstet", "Center Unge: Ankestyrelsen traf 40 afgørelser"
    let words = &clause.tokens[colon + 1..value.max(colon + 1)];
    let plain = |t: &Token<'_>| t.kind == Kind::Word || t.is_symbol('.') || t.year().is_some() || t.number().is_some();
    // "Afdelingen bemærker: Ankestyrelsen traf 40 afgørelser", "Svar fra Center Unge: ...": who speaks.
    let capital =
        |t: &Token<'_>| text.get(t.span.start as usize..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let called = |t: &Token<'_>| t.kind != Kind::Word || capital(t) || t.is_any(&["for", "og"]);
    if value <= colon || words.len() > NAME || !words.iter().all(plain) || !words.is_empty() && !name.iter().all(called)
    {
        return None;
    }
    let is_told = clause.terms.iter().any(|hit| hit.start < colon)
        || clause.places.iter().any(|hit| hit.start < colon)
        || clause.periods.iter().any(|mention| mention.start < colon)
        || scopes(clause, setting).iter().any(|hit| hit.start < colon)
        || name.iter().any(|t| t.number().is_some() || WORDS.lists.board_names.has(t));
    // "Resultatet: 12 stadfæstet", "I alt: 79 afgørelser"
    let plain = WORDS.lists.result_heads.has(&name[0]);
    // "Status: 17 ud af 58 sager blev omgjort", "Forvaltningens svar: ...": what a text calls what it says.
    let part_of_text = name.last().is_some_and(|t| WORDS.lists.text_parts.has(t));
    if is_told || plain || part_of_text {
        return None;
    }
    let name = text.get(name[0].span.start as usize..name[name.len() - 1].span.end as usize)?.trim();
    if !name.starts_with(char::is_uppercase) || summed(name).is_some() {
        return parts.then_some(Opened::Unknown);
    }
    let unit = clause.tokens[first..colon].iter().any(is_unit);
    let outcomes = labels(clause).iter().any(|label| label.start > colon && label.kind == LabelKind::Outcome);
    let cases = || clause.terms_where(|tag| *tag == Tag::Cases).any(|hit| hit.start > colon);
    let of_unit = unit || is_committee(name);
    // "Vores vurdering: Af de 40 sager ...": only a unit's line may open with words.
    if !(of_unit && cases() || outcomes && (of_unit || value == colon + 1)) {
        return None;
    }
    // "Øvrige: 9 sager" behind lines of laws.
    if names_the_others(&name.to_lowercase()) && !parts && setting.base_scope() == ALL {
        return Some(Opened::Unit("ØVR".to_owned()));
    }
    let base = if parts { setting.scope() } else { setting.base_scope() };
    // "Heraf Team Nord: 9 sager", "Heraf Team Syd: 6 sager": side by side.
    let base = base.split(" · ").next().filter(|_| parts).map_or(base.clone(), str::to_owned);
    let whole = base == ALL || base == name || (is_committee(&base) && is_committee(name));
    if parts && base.contains('§') {
        return Some(Opened::Unknown);
    }
    Some(Opened::Unit(if whole { name.to_owned() } else { format!("{base} · {name}") }))
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    /// The scopes of the figures of a list's lines, in order.
    fn scopes(lines: &[&str]) -> Vec<String> {
        let page = "Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nKlagesager i Ankestyrelsen\n";
        let text = format!("{page}Afgørelserne i 2021 fordeler sig sådan:\n- {}\nSlut.\n", lines.join("\n- "));
        let document = crate::read::read(text.as_bytes(), "a.txt").unwrap();
        let mut scopes: Vec<String> = extract(&document).figures.into_iter().map(|figure| figure.scope).collect();
        scopes.dedup();
        scopes
    }

    #[test]
    fn a_line_is_of_the_unit_that_opens_it() {
        for (lines, expected) in [
            (
                vec![
                    "Socialudvalget: 79 afgørelser, heraf 58 stadfæstet og 21 hjemvist",
                    "Børne- og Undervisningsudvalget: 26 afgørelser, heraf 5 hjemvist",
                    "Udvalget for Ældre og Sundhed: 31 afgørelser, heraf 18 stadfæstet",
                    "Familieafdelingen: 16 sager, hvoraf 9 er stadfæstet",
                    "Hjælpemidler: 9 afgørelser, hvoraf 8 er stadfæstet",
                    "Øvrige: 5 afgørelser, hvoraf 4 er stadfæstet",
                ],
                vec![
                    "Socialudvalget",
                    "Børne- og Undervisningsudvalget",
                    "Udvalget for Ældre og Sundhed",
                    "Familieafdelingen",
                    "Hjælpemidler",
                    "ØVR",
                ],
            ),
            (vec!["Sygedagpenge: 12 afgørelser, heraf 9 stadfæstet"], vec!["SDP"]),
            (vec!["Status: 21 af 79 afgørelser er hjemvist", "Forvaltningens svar: 58 er stadfæstet"], vec!["Alle"]),
            (vec!["I alt: 79 afgørelser, heraf 58 stadfæstet", "Resultat: 58 stadfæstet og 21 hjemvist"], vec!["Alle"]),
        ] {
            assert_eq!(scopes(&lines), expected, "{lines:?}");
        }
    }
}
