//! Who acts in a sentence, where it is the municipality itself: "kommunen traf", "har vi ændret", "ændrede centret selv".

use super::bind::Binder;
use super::label::Label;
use crate::data::words::{Tag, WORDS};
use crate::model::figure::Place;
use crate::text::token::{Kind, Token};

/// Behind these nobody acts.
pub(super) const PREPOSITIONS: [&str; 11] = ["fra", "i", "af", "for", "mod", "hos", "over", "til", "ved", "på", "og"];

impl Binder<'_, '_> {
    /// Who decides before the board does. "Vi har behandlet 26.000 sager" in a text on the nation, or behind "Ankestyrelsen
    /// skriver:": the board itself.
    pub(super) fn is_decider(&self, token: &Token<'_>) -> bool {
        let speaks = self.setting.own == Some(Place::NATION) || self.setting.board_speaks;
        let board = speaks && WORDS.lists.we.has(token);
        !board && WORDS.lists.deciders.has(token)
    }

    /// "Kommunen ændrede selv 14 ud af 74 afgørelser", "centret ændrede 14", "de afgørelser, Greve Kommune traf": the verb
    /// right behind who does it.
    pub(super) fn does_it(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let active = tokens[label.start].word().is_some_and(|w| {
            let noun = w.ends_with("elser") || w.ends_with("inger");
            matches!(w, "traf" | "fastholdt") || w.ends_with("de") || (w.ends_with("er") && !noun)
        }) && !self.clause.terms.iter().any(|hit| hit.start == label.end && hit.tag == Tag::Cases);
        let back = 1 + usize::from(label.start > 0 && tokens[label.start - 1].is("selv"));
        let named =
            self.clause.places.iter().any(|hit| {
                hit.end + back == label.start + 1 && tokens[hit.end - 1].word().is_some_and(|w| w == "kommune")
            });
        let decider = |at: usize| tokens.get(at).is_some_and(|t| self.is_decider(t));
        let subject = label.start.checked_sub(back).filter(|&at| named || decider(at));
        active
            && subject.is_some_and(|at| {
                let first = if named { at.saturating_sub(1) } else { at };
                !first.checked_sub(1).is_some_and(|p| tokens[p].is_any(&PREPOSITIONS))
            })
    }

    /// "Vi traf 3.400 afgørelser, hvoraf 31 blev påklaget", "I 2021 traf kommunen 3.400", "Kommunen har truffet 3.400": who
    /// takes decisions is no board, whatever became of them.
    pub(super) fn takes_decisions(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let inverted = || {
            tokens[label.start].is_any(&["traf", "træffer"])
                && tokens.get(label.start + 1).is_some_and(|t| self.is_decider(t))
        };
        WORDS.lists.taken.has(&tokens[label.start])
            && (self.does_it(label) || inverted() || self.has_done_itself(label))
    }

    /// "kommunen har efterfølgende ændret", "har kommunen fastholdt": not "har kommunen fået stadfæstet".
    pub(super) fn has_done_itself(&self, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let from = label.start.saturating_sub(9);
        let near = &tokens[from..label.start];
        let clause = near.iter().rposition(|t| matches!(t.kind, Kind::Symbol(_))).map_or(from, |at| from + at + 1);
        let Some(has) = (clause..label.start).find(|&at| tokens[at].is_any(&["har", "havde"])) else { return false };
        let subject = |at: Option<usize>| at.is_some_and(|at| tokens.get(at).is_some_and(|t| self.is_decider(t)));
        let place = self.clause.places.iter().find(|hit| hit.end == has && tokens[has - 1].is("kommune"));
        // "I kommunen har Ankestyrelsen truffet 31 afgørelser"
        let first = place.map_or(has.saturating_sub(1), |hit| hit.start);
        let within = first > 0 && tokens[first - 1].is_any(&PREPOSITIONS);
        let before = !within && (place.is_some() || subject(has.checked_sub(1)));
        let acts = before || (has + 1 < label.start && subject(Some(has + 1)));
        let passive = tokens[has..label.start].iter().any(|t| t.is_any(&["fået", "haft", "modtaget", "været"]));
        let attribute = self.clause.terms.iter().any(|hit| hit.start == label.end && hit.tag == Tag::Cases);
        let participle = tokens[label.start..label.end].iter().any(|t| t.word().is_some_and(|w| w.ends_with('t')));
        acts && participle && !passive && !attribute
    }
}
