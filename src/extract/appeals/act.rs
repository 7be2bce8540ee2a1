//! What a word for an act measures at a count: who decided, who received?

use super::bind::Binder;
use super::label::{Label, rate_of};
use super::portion::is_base;
use crate::data::words::WORDS;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::Measure;
use crate::text::token::{Kind, Token};

impl Binder<'_, '_> {
    /// "Af de 3.400 afgørelser blev 31 påklaget", "31 blev påklaget til Ankestyrelsen": right before the word for what was
    /// done with as many.
    fn is_of_named_whole(&self, value: &Value, label: &Label) -> bool {
        let tokens = &self.clause.tokens;
        let whole = |whole: &Value| whole.end <= value.start && self.noun_near(whole);
        let verb = usize::from(tokens.get(value.end).is_some_and(|t| t.is_any(&["er", "blev", "var"])));
        let parted = |before: usize| tokens[before].is_any(&["hvoraf", "heraf", "deraf"]);
        let opens = value.start.checked_sub(1).is_none_or(parted) && verb == 1;
        let opens = opens && self.clause.has_any(&WORDS.lists.board_names);
        let bare = value.kind == ValueKind::Bare && value.decimals == 0 && label.start == value.end + verb;
        bare && (opens || self.named_whole().is_some_and(whole))
    }

    /// What an act at a count measures: who decided, who received?
    pub(super) fn act(&self, index: usize, label: &Label) -> Option<Measure> {
        let value = &self.clause.values()[index];
        if self.follows_rate(index) && label.measure == Measure::Decided && is_base(self.clause, self.labels, value) {
            return Some(Measure::Considered);
        }
        let words = |list: &[&str]| self.clause.has_word(list);
        let line = self.setting.item_names_board && self.clause.tokens.len() <= 8;
        if !(self.clause.names_board() || self.speaks_of_appeals() || self.has_outcome() || line) {
            return None;
        }
        // "Afgjort: 45"
        let tokens = &self.clause.tokens;
        // "Realitetsbehandlede i alt: 65"
        let in_all = |t: &Token<'_>| t.is_any(&["i", "alt", "ialt", "samlet", "tilsammen"]);
        let between = tokens.get(label.end..value.start).unwrap_or_default();
        let colon = between.split_last().is_some_and(|(sign, words)| sign.is_symbol(':') && words.iter().all(in_all))
            // "afgjorte klagesager: 2017: 41, 2018: 38"
            || (value.start > 1 && tokens[value.start - 1].is_symbol(':') && tokens[value.start - 2].year().is_some());
        let again = value.kind == ValueKind::Bare
            && value.decimals == 0
            && self.setting.thread.count.as_ref() == Some(&label.measure);
        // "modtog 37 klager og afgjorde 41"
        let listed =
            self.bindings[..index].iter().any(|b| b.measure.as_ref().is_some_and(|m| rate_of(m).as_ref() != Some(m)));
        let bare = value.kind == ValueKind::Bare && value.decimals == 0;
        // "Samme år blev der afgjort 11.": nothing else is counted.
        let ends = tokens.get(value.end).is_none_or(|t| matches!(t.kind, Kind::Symbol('.' | ',' | ';')));
        let alone = bare && label.end == value.start && ends || self.number_of_decisions(value).is_some();
        // "LAS: 12 afgjort, 9 stadfæstet"
        let ahead = bare && label.start == value.end && self.has_outcome();
        // "truffet afgørelse i 15 af dem", behind a sentence that counted
        let of_them = bare && self.setting.thread.count.is_some() && super::count::is_of_them(tokens, value);
        let counted = value.kind == ValueKind::Count
            || ahead
            || of_them
            || self.noun_near(value)
            || (bare && label.is_number_of(tokens, value.start))
            || colon
            || again
            || alone
            || (bare && listed)
            || self.is_of_named_whole(value, label);
        if self.is_denied(label) || self.is_own_work(index, label) || self.is_yearly_work(index, label) {
            return None;
        }
        // "Der er sendt 31 klager til Ankestyrelsen. Ingen af dem er afgjort": still pending, and no count of decisions.
        let none = value.value == 0.0 && tokens.get(value.end).is_some_and(|t| t.is("af"));
        if none && label.measure == Measure::Decided && self.setting.thread.count == Some(Measure::Received) {
            return None;
        }
        match label.measure {
            // "modtaget 45 afgørelser fra Ankestyrelsen": what the board decided.
            // "ikke sendt videre til Ankestyrelsen": those that it never received.
            Measure::Received if self.is_not_sent_on() => None,
            Measure::Received => {
                // "34 klager over afgørelser" are no decisions.
                let near = value.end..tokens.len().min(value.end + 3);
                let over = value.start > 0 && tokens[value.start - 1].is("over");
                let decisions = near
                    .into_iter()
                    .any(|at| tokens[at].is_any(&["afgørelser", "afgørelse"]) && !tokens[at - 1].is("over") && !over);
                // "Modtagne afgørelser fra Ankestyrelsen: 16"
                let attribute = tokens.get(label.end).is_some_and(|t| t.is_any(&["afgørelser", "afgørelse"]));
                let decisions = decisions || attribute && label.end + 4 >= value.start && label.end < value.start;
                let from_board = self.clause.tokens.windows(2).any(|w| {
                    w[0].is("fra") && w[1].is_any(&["ankestyrelsen", "ast", "nævnet", "nævnene", "ankenævnet"])
                });
                // "modtog kommunen 47 ankeafgørelser"
                let boards = self.clause.tokens[value.end..].iter().take(2).any(|t| {
                    t.is_any(&["ankeafgørelser", "ankeafgørelse", "ankestyrelsesafgørelser", "klageafgørelser"])
                });
                // "registreret 41 afgørelser i Ankestyrelsens statistik"
                let recorded = self.clause.tokens[label.start].word().is_some_and(|w| w.starts_with("registrer"));
                // "Der er modtaget 15 afgørelser i 1. halvår": nobody but the board sends decisions, and it is not said to
                // receive them.
                let arrived = tokens[label.start].word().is_some_and(|w| w.starts_with("modtag") || w == "modtog");
                let board = |at: usize| WORDS.lists.board_names.has(&tokens[at]);
                let values = self.clause.values();
                let from = index.checked_sub(1).map_or(0, |before| values[before].end);
                let to = values.get(index + 1).map_or(tokens.len(), |next| next.start);
                let sends = |at: usize| at > 0 && tokens[at - 1].is_any(&["fra", "af"]);
                let receives = (from..to).any(|at| board(at) && !sends(at));
                Some(if decisions && (from_board || recorded || arrived && !receives) || boards {
                    Measure::Decided
                } else {
                    Measure::Received
                })
                .filter(|_| counted || words(&["gange"]))
                .filter(|_| !self.tells_of_one())
            }
            // "kommunen har genbehandlet 13 sager": the municipality's own work after a remand.
            ref other => counted.then(|| other.clone()),
        }
    }
}
