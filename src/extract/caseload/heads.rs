//! The nouns and pronouns before a number that say what it is a number of: "et sagstal på", "normeringen er", "I juli
//! var det".

use super::number::{Head, Reader};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::words::WORDS;
use crate::model::figure::Measure;
use crate::text::token::Token;

impl Reader<'_, '_> {
    /// What nouns before numbers say that they are of.
    pub(super) fn heads(&self) -> Vec<Head> {
        let tokens = &self.clause.tokens;
        let mut out: Vec<Head> = Vec::new();
        let whole = |t: &Token<'_>| t.is_any(&["samlet", "samlede", "total", "totalt", "totale"]);
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            let summed = tokens[at.saturating_sub(2)..at].iter().any(whole)
                || tokens.get(at + 1).is_some_and(|t| t.is("i")) && tokens.get(at + 2).is_some_and(|t| t.is("alt"));
            let caseload = self.terms.iter().find(|hit| hit.tag == CaseloadTag::Caseload && hit.start == at);
            let mut pronoun = false;
            let (end, measure) = if let Some(hit) = caseload {
                let per = tokens[hit.start..].iter().take(hit.end - hit.start + 1).any(|t| t.is_any(&["pr", "per"]));
                (
                    self.behind_unit(hit.end),
                    Some(if summed && !per { Measure::TotalCases } else { Measure::CasesPerFte }),
                )
            } else if token.is_any(&["antal", "antallet"]) {
                let noun = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|t| t.is("af")));
                let noun =
                    noun + tokens[noun.min(tokens.len())..].iter().take_while(|t| CASELOAD.lists.sums.has(t)).count();
                let posts = tokens.get(noun).is_some_and(|t| CASELOAD.lists.posts.has(t));
                let cases = tokens.get(noun).is_some_and(|t| CASELOAD.lists.counted.has(t));
                let speaks = self.spoken
                    || self.terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Caseload | CaseloadTag::Staff));
                let sum = cases && summed && speaks;
                let measure = if posts { Some(Measure::Fte) } else { sum.then_some(Measure::TotalCases) };
                (noun + 1, measure)
            } else if token.word().is_some_and(|w| w.starts_with("normer") || w.starts_with("bemand")) {
                (at + 1, Some(Measure::Fte))
            } else if (CASELOAD.lists.other_measures.has(token) && !self.follows_number(at))
                || WORDS.lists.other_rates.has(token)
            {
                (at + 1, None)
            } else if at == 0 && (self.spoken || self.stated) && self.opens_with_places() {
                (at + 2, Some(Measure::CasesPerFte))
            } else if (self.spoken || self.stated) && token.is_any(&["tallet", "tallene", "gennemsnittet"])
                || self.stated && self.is_pronoun(at)
                || self.sole && self.is_there(at)
            {
                (at + 1, Some(Measure::CasesPerFte))
            } else if token.is_any(&["tallet", "gennemsnittet"]) || self.is_pronoun(at) || self.is_same(at) {
                pronoun = true;
                (at + 1, Some(Measure::CasesPerFte))
            } else {
                at += 1;
                continue;
            };
            out.push(Head { at, end, measure, pronoun });
            at = end.max(at + 1);
        }
        out
    }

    /// Behind "pr. sagsbehandler", where that stands behind the noun.
    fn behind_unit(&self, end: usize) -> usize {
        let tokens = &self.clause.tokens;
        let last = |n: usize| tokens.get(n).is_some_and(|t| t.is_any(&["pr", "per"]));
        let per = if last(end) { end + 1 } else { end };
        let staff = per + usize::from(tokens.get(per).is_some_and(|t| t.is_symbol('.')));
        let each = last(per.wrapping_sub(1)) && tokens.get(staff).is_some_and(|t| CASELOAD.staff.has(t));
        if each { staff + 1 } else { end }
    }

    /// "38 pct.", "12 dage": the unit of a number, no subject.
    fn follows_number(&self, at: usize) -> bool {
        at > 0 && self.clause.tokens[at - 1].number().is_some()
    }

    /// "de tilsvarende tal", behind a sentence that stated some.
    fn is_same(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        self.stated && at > 0 && tokens[at].is("tal") && tokens[at - 1].is_any(&["tilsvarende", "samme"])
    }

    /// "Det er 31 i Køge, 24,5 i Solrød", "Det viste 31 i Køge": what the sentence before spoke of, place by place.
    fn opens_with_places(&self) -> bool {
        let [first, verb, number, small, ..] = &self.clause.tokens[..] else { return false };
        let placed = self.clause.places.iter().any(|hit| hit.start == 4);
        first.is_any(&["det", "tallet"])
            && verb.is_any(&["er", "var", "viste", "viser"])
            && number.number().is_some()
            && small.is_any(&["i", "hos", "for"])
            && placed
    }

    /// "I 2022 var der 72.": of the one caseload that the sentence before stated, where nothing else is counted.
    fn is_there(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let verb = at > 0 && tokens[at - 1].is_any(&["er", "var"]) && tokens[at].is("der");
        let rest = tokens.get(at + 1..).unwrap_or_default();
        let number = rest.iter().position(|t| t.number().is_some()).filter(|&number| verb && number <= 2);
        let ends = |t: &Token<'_>| t.is_symbol('.') || t.is_symbol('(');
        number.is_some_and(|number| rest.get(number + 1).is_none_or(ends))
    }

    /// "I juli var det 59": the caseload just stated.
    fn is_pronoun(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        at > 0 && tokens[at].is("det") && tokens[at - 1].is_any(&["er", "var", "lå"])
    }
}
