//! Sentences that state nothing of the board's: definitions, complaints over service, what the municipality made of
//! cases itself.

use super::label::{Label, LabelKind};
use super::setting::Setting;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::other::names_appeals;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Doubt, Figure, Measure};
use crate::model::source::Document;
use crate::text::number_word;
use crate::text::token::Token;

/// "Stadfæstelse: Ankestyrelsen er enig, og der sker ingen ændringer": what a word means.
pub(super) fn is_definition(clause: &Clause<'_>, labels: &[Label]) -> bool {
    let defined = labels.first().filter(|label| label.start == 0 && label.kind == LabelKind::Outcome);
    let colon = defined.is_some_and(|label| clause.tokens.get(label.end).is_some_and(|t| t.is_symbol(':')));
    colon && clause.tokens.len() > 6 && !clause.tokens.iter().any(|t| t.number().is_some())
}

/// "Klager over sagsbehandlingen går til ledelsen": complaints over how somebody was treated, and no decision.
pub(super) fn is_of_service(clause: &Clause<'_>) -> bool {
    let complaint = |t: &Token<'_>| t.word().is_some_and(|w| w.starts_with("klage"));
    clause.has_any(&WORDS.lists.complained_of)
        && clause.tokens.windows(3).any(|w| complaint(&w[0]) && w[1].is("over") && WORDS.lists.complained_of.has(&w[2]))
        && !clause.has_beginning(&["afgørelse"])
}

/// "Jeg modtog 412 henvendelser. 120 blev løst med et opkald, 14 blev afvist": numbers of what the sentence before counted,
/// which were no cases.
pub(super) fn goes_on_with_other(clause: &Clause<'_>, setting: &Setting) -> bool {
    let bare = clause.values().iter().all(|value| value.kind == ValueKind::Bare);
    let named =
        clause.has(|tag| matches!(tag, Tag::Cases | Tag::Area(_) | Tag::Rate(_))) || !clause.sections.is_empty();
    setting.thread.counted_other && bare && !named && !names_appeals(&clause.tokens)
}

/// "Ankestyrelsen behandlede 64 klager over Udbetaling Danmarks afgørelser": decisions of somebody else than the
/// municipality. What follows the first count of a sentence parts it.
pub(super) fn is_over_others(clause: &Clause<'_>, value: &Value) -> bool {
    let next = clause.values().iter().map(|other| other.start).find(|&start| start > value.start);
    let limit = next.unwrap_or(clause.tokens.len());
    let whose = |at: usize| clause.tokens[at].is_any(&["over", "fra", "af", "vedrørende", "mod", "angående"]);
    let other = |hit: &Hit<Tag>| {
        let near = clause.tokens.get(value.end..hit.start.min(limit));
        // "30 klager, der er omtalt i beretningen fra borgerrådgiveren"
        let told = near.is_some_and(|near| near.len() <= 6 && !near.iter().any(|t| t.is_symbol(',')));
        hit.tag == Tag::OtherBoard && told && hit.start < limit && hit.start > 0 && whose(hit.start - 1)
    };
    let cases = (value.end..limit).take(2).any(|at| WORDS.case_nouns.has(&clause.tokens[at]));
    cases && clause.terms.iter().any(other)
}

/// "Ved det seneste tilsyn var der fejl i 4 ud af 30 sager": mistakes that an inspection of the municipality's own found.
pub(super) fn is_inspected(clause: &Clause<'_>) -> bool {
    let first = clause.values().first().map_or(clause.tokens.len(), |value| value.start);
    let held = |t: &Token<'_>| WORDS.lists.inspections.has(t);
    let wrong = |t: &Token<'_>| t.word().is_some_and(|word| word.starts_with("fejl"));
    clause.tokens[..first].iter().take(6).any(held) && clause.tokens.iter().any(wrong) && !names_appeals(&clause.tokens)
}

/// "Ankestyrelsen har behandlet tre sager af egen drift": what nobody complained of.
pub(super) fn is_taken_up(clause: &Clause<'_>) -> bool {
    // "Ankestyrelsen har som tilsynsmyndighed behandlet tre sager"
    let oversees =
        |w: &[Token<'_>]| w[0].is("som") && w[1].word().is_some_and(|word| word.starts_with("tilsynsmyndighed"));
    if clause.tokens.windows(2).any(oversees) {
        return true;
    }
    clause.tokens.windows(2).any(|w| w[0].is_any(&["egen", "eget"]) && w[1].is_any(&["drift", "initiativ"]))
        && clause.tokens.windows(2).any(|w| w[0].is_any(&["af", "på"]) && w[1].is_any(&["egen", "eget"]))
}

/// "Movia har i 2021 modtaget 31 klager", "Movia har i 2021 kørt 2.900 ture. Der er modtaget 31 klager": a body with a name of its own, which is neither the board nor a part of the
/// municipality.
pub(super) fn is_of_a_body(clause: &Clause<'_>) -> bool {
    // "Region Sjællands nævn har behandlet to klager over tandpleje"
    let regions = |end: usize| clause.tokens.get(end).is_some_and(|t| t.is_any(&["nævn", "ankenævn", "klageudvalg"]));
    if clause.places.iter().any(|hit| hit.tag.as_str().starts_with("Region ") && regions(hit.end)) {
        return true;
    }
    let [first, verb, rest @ ..] = &clause.tokens[..] else { return false };
    let Some(name) = first.word() else { return false };
    let definite = ["en", "et", "ne", "ing", "tion", "center", "team"].iter().any(|ending| name.ends_with(ending));
    let other = WORDS.lists.no_bodies.has(first)
        || WORDS.lists.board_names.has(first)
        || number_word::value(name).is_some()
        || clause.places.iter().any(|hit| hit.start == 0)
        || clause.terms.iter().any(|hit| hit.start == 0);
    let took = |t: &Token<'_>| t.is_any(&["modtaget", "behandlet", "afgjort", "kørt", "udført", "leveret"]);
    let small =
        |t: &Token<'_>| t.is_any(&["i", "også", "selv", "ligeledes", "desuden", "for", "om"]) || t.year().is_some();
    let between = rest.iter().position(took).filter(|_| verb.is_any(&["har", "havde"]));
    let plain = between.is_some_and(|end| (0..end).all(|n| clause.is_of_period(n + 2) || small(&rest[n])));
    !definite && !other && (plain || verb.is_any(&["modtog", "behandlede", "afgjorde"]))
}

/// "Kommunen genvurderede 60 klager. 20 blev ændret, og 40 blev sendt til Ankestyrelsen": until the board does something
/// itself, or its rate is named.
pub(super) fn goes_on_with_reassessed(clause: &Clause<'_>, anew: bool, before: bool) -> bool {
    let told = |at: usize| at > 0 && clause.tokens[at - 1].is_any(&["til", "for"]);
    let board = &WORDS.lists.board_names;
    let acts = || {
        clause
            .find_any(board)
            .is_some_and(|first| (first..clause.tokens.len()).any(|at| board.has(&clause.tokens[at]) && !told(at)))
    };
    (anew && !clause.values().is_empty()) || (before && !clause.has(|tag| matches!(tag, Tag::Rate(_))) && !acts())
}

/// "Kommunen har truffet ny afgørelse i 21 af de 25 hjemviste sager. I ni af dem fik borgeren medhold": what follows tells what
/// the municipality decided.
pub(super) fn decides_anew(clause: &Clause<'_>) -> bool {
    if !clause.has_word(&["ny", "nye"]) || clause.has_any(&WORDS.lists.board_names) {
        return false;
    }
    let anew = |w: &[Token<'_>]| w[0].is_any(&["ny", "nye"]) && w[1].is_any(&["afgørelse", "afgørelser"]);
    let whose = clause.has_any(&WORDS.lists.deciders) || clause.has(|tag| *tag == Tag::Outcome(Measure::Remanded));
    clause.tokens.windows(2).any(anew) && clause.has_any(&WORDS.lists.taken) && whose
}

/// "15 procent af klagerne førte til, at borgeren fik medhold hos kommunen", "I ni sager gav kommunen selv borgeren
/// medhold": who gives it is not the board.
pub(super) fn gives_right_itself(clause: &Clause<'_>) -> bool {
    let tokens = &clause.tokens;
    let Some(right) = tokens.iter().position(|t| t.is("medhold")) else { return false };
    if clause.has_any(&WORDS.lists.board_names) {
        return false;
    }
    let decider = |t: &Token<'_>| WORDS.lists.deciders.has(t);
    let by = tokens.get(right + 1).is_some_and(|t| t.is_any(&["hos", "af", "fra", "ved"]));
    let from = by && tokens[right + 1..].iter().skip(1).take(2).any(decider);
    let gives = |w: &[Token<'_>]| {
        let verb = |t: &Token<'_>| t.is_any(&["gav", "giver", "givet"]);
        verb(&w[0]) && decider(&w[1]) || decider(&w[0]) && w[1..].iter().any(verb)
    };
    from || tokens[..right].windows(3).any(gives)
}

/// "De 25 hjemviste sager er behandlet på ny. 13 blev ændret", "Jobcentret har afgjort 21 af sagerne igen"
pub(super) fn is_treated_anew(clause: &Clause<'_>) -> bool {
    if !clause.has_word(&["ny", "igen"]) || clause.has_any(&WORDS.lists.board_names) {
        return false;
    }
    let tokens = &clause.tokens;
    let treated = |t: &Token<'_>| t.is_any(&["behandlet", "afgjort", "vurderet", "genoptaget"]);
    let Some(verb) = tokens.iter().position(treated) else { return false };
    let behind = tokens[verb + 1..].iter().take(8).collect::<Vec<_>>();
    let anew = behind.windows(2).any(|w| w[0].is("på") && w[1].is("ny")) || behind.iter().any(|t| t.is("igen"));
    // "skal behandles igen" is what the board decided.
    let done = tokens[..verb].iter().any(|t| t.is_any(&["er", "har", "blev", "blevet"]));
    anew && done && (clause.has_any(&WORDS.lists.deciders) || clause.has(|tag| *tag == Tag::Outcome(Measure::Remanded)))
}

/// "Kommunen skal genvurdere hver afgørelse. I 2020 blev 61 ændret i den forbindelse."
pub(super) fn is_connected(clause: &Clause<'_>) -> bool {
    clause.has_word(&["forbindelse"])
        && clause.tokens.windows(3).any(|w| w[0].is("i") && w[1].is("den") && w[2].is("forbindelse"))
}

/// "Afdelingen modtog 38 klager. 29 blev fastholdt ved genvurderingen og sendt videre til Ankestyrelsen": complaints that
/// are looked at anew are with the municipality, and may never come to the board.
pub(super) fn doubt_received(document: &Document, stated: &mut [Figure], clause: &Clause<'_>) {
    if !clause.has_any(&WORDS.lists.reassessed) {
        return;
    }
    let Some(last) = stated.last_mut().filter(|f| f.measure == Measure::Received) else { return };
    let Some(passage) = last.source().map(|source| source.passage) else { return };
    let near = clause.span.start.saturating_sub(passage.end) <= 3;
    let board = document.slice(passage).to_lowercase();
    if near && !board.contains("ankestyrelsen") && !board.contains("nævn") {
        last.doubt(Doubt::Measure);
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn what_others_found_or_got_is_not_the_board_s() {
        for text in [
            "Der føres ledelsestilsyn. Ved det seneste tilsyn i 2021 var der fejl i 4 ud af 30 sager.",
            "Under kvalitetskontrollen i 2021 var der fejl i 4 af de 30 sager.",
            "Region Sjællands nævn har i 2021 behandlet 3 klager over tandpleje, og ingen fik medhold.",
            "Afdelingen har i 2021 modtaget 4 klager over sagsbehandlerskift.",
        ] {
            assert_eq!(stated(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_the_municipality_decides_anew_is_no_outcome() {
        for (text, expected) in [
            (
                "Ankestyrelsen har i 2021 hjemvist 12 sager. Kommunen har truffet ny afgørelse i 9 af dem. I fem af dem fik borgeren medhold.",
                vec!["Greve 2021 Alle remanded 12"],
            ),
            (
                "Ankestyrelsen har i 2021 hjemvist 12 sager. De hjemviste sager er behandlet på ny. 5 blev ændret.",
                vec!["Greve 2021 Alle remanded 12"],
            ),
            ("Der er i 2021 truffet nye afgørelser i 9 af de hjemviste sager.", vec![]),
            (
                "Kommunen har i 2021 genvurderet 22 afgørelser, før de blev sendt til Ankestyrelsen. I fem af dem blev afgørelsen ændret.",
                vec![],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
