//! Sentences that state nothing of the board's: definitions, complaints over service, what the municipality made of
//! cases itself.

use super::label::{Label, LabelKind};
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
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
