//! Caseloads that their words do not name: of one employee where caseloads are spoken of, and of one place after the
//! other.

use super::number::{Load, Reader};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::model::figure::Measure;
use crate::text::token::Token;

impl Reader<'_, '_> {
    /// "På sygedagpenge passer en fuldtidsansat 58 sager", where caseloads are spoken of.
    pub(super) fn is_of_one(&self, from: usize, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let one = |hit: &Hit<CaseloadTag>| {
            let article = hit.start.checked_sub(1).map(|before| &tokens[before]);
            hit.tag == CaseloadTag::Staff
                && (from..at).contains(&hit.start)
                && article.is_some_and(|t| t.is_any(&["en", "én", "et", "ét", "hver", "enkelte"]))
        };
        let has = tokens[from..at].iter().any(|t| CASELOAD.lists.having.has(t));
        let alone = tokens[from..at].iter().all(|t| t.number().is_none() || t.year().is_some());
        // "En rådgiver har 12 sager, som er gamle": some of them.
        let some = |end: usize| {
            let behind = tokens.get(end + 1);
            tokens.get(end).is_some_and(|t| t.is_symbol(','))
                && behind.is_some_and(|t| t.is_any(&["som", "der", "hvor"]))
                || tokens.get(end).is_some_and(|t| t.is_any(&["om", "fra", "med", "uden", "over", "under"]))
        };
        // "havde en fuldtidsstilling på sygedagpengeområdet 49 sager" needs nothing said before.
        let full = || {
            let time = |t: &Token<'_>| t.word().is_some_and(|w| w.starts_with("fuldtid")) || t.is("årsværk");
            tokens[from..at].iter().any(time) && self.names.iter().any(|n| n.group.is_some() && n.end <= at)
        };
        has && (self.surveying || full()) && alone && !self.noun(at).is_some_and(some) && self.terms.iter().any(one)
    }

    /// "Herning svarer 49, Silkeborg 52" behind a sentence that stated one; "flere end Herning (120)" behind another.
    pub(super) fn add_placed(&self, out: &mut Vec<Load>) {
        let tokens = &self.clause.tokens;
        let numbers: Vec<usize> =
            (0..tokens.len()).filter(|&at| tokens[at].number().is_some() && !self.is_told(at)).collect();
        let place = |at: usize| self.clause.places.iter().rfind(|hit| hit.end <= at).map(|hit| hit.end);
        let ends =
            |at: usize| tokens.get(at + 1).is_none_or(|t| t.word().is_none_or(|w| matches!(w, "og" | "samt" | "mens")));
        let plain = |at: usize| {
            let between = place(at).map(|end| &tokens[end..at]);
            let near = between.is_some_and(|b| b.len() <= 2 && b.iter().all(|t| CASELOAD.lists.reporting.has(t)));
            near && ends(at) && self.allowed.at(at) && !tokens.get(at + 1).is_some_and(|t| t.is_symbol('%'))
        };
        let load = |at: usize| Load { at, end: at + 1, measure: Measure::CasesPerFte };
        let silent = !self.terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Caseload | CaseloadTag::Staff));
        if out.is_empty() && self.stated && silent && !numbers.is_empty() && numbers.iter().all(|&at| plain(at)) {
            out.extend(numbers.into_iter().map(load));
            return;
        }
        let each = out.iter().any(|load| load.measure == Measure::CasesPerFte);
        let enclosed = |at: &usize| {
            let closed = tokens.get(at + 1).is_some_and(|t| t.is_symbol(')'));
            *at > 0 && tokens[at - 1].is_symbol('(') && closed && place(*at) == Some(at - 1)
        };
        let taken = |at: &usize| out.iter().any(|load| (load.at..load.end).contains(at));
        let beside: Vec<Load> = numbers
            .into_iter()
            .filter(|at| each && enclosed(at) && !taken(at) && self.allowed.at(*at))
            .map(load)
            .collect();
        out.extend(beside);
        out.sort_by_key(|load| load.at);
    }
}
