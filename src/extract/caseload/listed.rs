//! Numbers of a list whose unit is said once: "56, 52 og 47 sager pr. rådgiver", "A har 47 sager pr. rådgiver, B 51 og C
//! 44".

use super::has;
use super::number::{Load, Reader};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::words::WORDS;
use crate::model::figure::Measure;
use crate::text::token::Token;

impl Reader<'_, '_> {
    /// "56, 52 og 47 sager pr. rådgiver"; "A har 47 sager pr. rådgiver på sygedagpenge, B 51 og C 44": what the numbers of
    /// a list are of is said once.
    pub(super) fn add_listed(&self, out: &mut Vec<Load>) {
        let tokens = &self.clause.tokens;
        self.add_placed(out);
        if !has(self.terms, &CaseloadTag::Caseload) && out.is_empty() {
            return;
        }
        loop {
            let taken = |at: usize, out: &[Load]| out.iter().any(|load| (load.at..load.end).contains(&at));
            let open = |at: usize| {
                let next = tokens.get(at + 1);
                let unit = self.noun(at);
                unit.is_some()
                    || next
                        .is_none_or(|t| t.word().is_none_or(|w| WORDS.lists.may_follow.holds(w)) && !t.is_symbol('%'))
            };
            let found = (0..tokens.len()).find_map(|at| {
                if tokens[at].number().is_none_or(|(value, _)| value >= 1000.0)
                    || taken(at, out)
                    || !self.allowed.at(at)
                    || !open(at)
                {
                    return None;
                }
                let near = |load: &&Load| load.measure == Measure::CasesPerFte;
                let before = out.iter().filter(near).rfind(|load| load.end <= at).map(|load| (load.end, at));
                let after = out
                    .iter()
                    .filter(near)
                    .find(|load| load.at > at)
                    .map(|load| (self.noun(at).unwrap_or(at + 1), load.at));
                let joined = [before, after].into_iter().flatten().any(|(from, to)| self.joins(from, to));
                joined.then(|| Load { at, end: self.noun(at).unwrap_or(at + 1), measure: Measure::CasesPerFte })
            });
            let Some(load) = found else { break };
            out.push(load);
            out.sort_by_key(|load| load.at);
        }
    }

    /// Does a place or a period stand right behind a number?
    fn is_told_behind(&self, at: usize) -> bool {
        let behind = at + 2..at + 4;
        let place = self.clause.places.iter().any(|hit| behind.contains(&hit.start));
        place || self.clause.periods.iter().any(|mention| (at + 1..at + 4).contains(&mention.start))
    }

    /// Is there nothing between two numbers of a list but a comma or "og", and names, places and periods?
    fn joins(&self, from: usize, to: usize) -> bool {
        let tokens = &self.clause.tokens;
        // "mod 103 i 2018", "mod 96 i Rebild"
        // "45 sager mod 49 i 2022, og i Psykiatri 38 mod 41": of the same time as the one before.
        let is_against = |at: usize| tokens[at].is_any(&["mod", "imod"]);
        let known = || (0..from).any(|at| is_against(at) && at + 1 < from && self.is_told_behind(at + 1));
        let against = |at: usize| is_against(at) && (self.is_told_behind(to) || at + 1 == to && known());
        // "45 sager (2022: 49), og i Psykiatri er der 38": what stands beside the first.
        let beside = |at: usize| {
            let open = (from..=at).rfind(|&open| tokens[open].is_symbol('('));
            let Some(open) = open.filter(|&open| !tokens[open..at].iter().any(|t| t.is_symbol(')'))) else {
                return false;
            };
            let word = |t: &Token<'_>| t.word().is_some() && !t.is_any(&["i", "mod", "var"]);
            let length = tokens[open..to].iter().position(|t| t.is_symbol(')'));
            length.is_some_and(|length| length <= 5 && !tokens[open..open + length].iter().any(word))
        };
        let mut divided = false;
        from < to
            && to - from <= 15
            && (from..to).all(|at| {
                let word = tokens[at].is_any(&["og", "samt", "mens", "medens"]);
                let divides = tokens[at].is_symbol(',') || word || against(at);
                divided |= divides;
                divides
                    || beside(at)
                    || at == from && tokens[at].is_symbol(')')
                    || self.is_told(at)
                    || CASELOAD.lists.between_numbers.has(&tokens[at])
                    || CASELOAD.staff.has(&tokens[at])
                    || tokens[at].is_symbol('.')
            })
            && divided
    }
}
