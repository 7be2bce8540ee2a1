//! Staff in numbers beside caseloads: "Der er 13,5 årsværk i børnerådgivningen", "på baggrund af 71 årsværk".

use super::number::{Load, Reader};
use crate::data::caseload::CASELOAD;
use crate::model::figure::Measure;

impl Reader<'_, '_> {
    /// Behind "årsværk", where a number is followed by it.
    pub(super) fn posts(&self, at: usize) -> Option<usize> {
        self.clause.tokens.get(at + 1).is_some_and(|t| CASELOAD.lists.posts.has(t)).then_some(at + 2)
    }

    /// Is there staff in a number that ends at a token? `before` where "der er", `verb` where any such verb stands before
    /// it, `spoken` where the sentence told a caseload.
    pub(super) fn are_there(
        &self,
        at: usize,
        end: usize,
        (before, verb): (bool, bool),
        spoken: bool,
        out: &[Load],
    ) -> bool {
        let tokens = &self.clause.tokens;
        // "Her er der 5 årsværk, og hver sagsbehandler har i gennemsnit 210 sager"
        let turned = at > 1 && tokens[at - 1].is("der") && tokens[at - 2].is_any(&["er", "var"]);
        let averaged = || (end..tokens.len()).any(|at| self.allowed.at(at) && self.by_unit(at).is_some());
        // "Der er 13,5 årsværk i børnerådgivningen", in a survey; "... mens der i 2023 var 11 årsværk"
        let within = tokens.get(end).is_some_and(|t| t.is_any(&["i", "på", "til"]));
        let known = || self.surveying && within && self.names.iter().any(|name| name.start == end + 1);
        let again = || {
            out.iter().any(|load| load.measure == Measure::Fte)
                && tokens[..at].iter().rev().take(4).any(|t| t.is("der"))
        };
        (before || turned) && (spoken || averaged() || known()) || verb && again()
    }

    /// "Opgørelsen er lavet på baggrund af 71 årsværk": the staff behind the average of the sentence before.
    pub(super) fn is_base(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let before = tokens[..at].iter().rev().find(|t| t.word().is_some());
        let based = before.is_some_and(|t| t.is_any(&["af", "på", "omfatter", "omfattede"]))
            && tokens[at.saturating_sub(3)..at]
                .iter()
                .any(|t| t.is_any(&["baggrund", "grundlag", "baseret", "bygger", "omfatter", "omfattede"]));
        let survey = tokens.first().is_some_and(|t| CASELOAD.lists.counting.has(t) || CASELOAD.lists.pronouns.has(t));
        self.stated && based && survey
    }
}
