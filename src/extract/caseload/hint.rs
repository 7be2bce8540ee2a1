//! A look whether a sentence may state a load at all, before it is read closely: nearly none does.

use super::{Setting, has};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::extract::clause::Clause;

/// May the sentence hold a load: a number of its own, and a word of what it is a number of?
pub(super) fn may_state(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>], setting: &Setting) -> bool {
    let tokens = &clause.tokens;
    let lists = &CASELOAD.lists;
    let own = |at: &usize| tokens[*at].number().is_some() && tokens[*at].year().is_none() && !clause.is_of_period(*at);
    let mut numbers = (0..tokens.len()).filter(own).peekable();
    if numbers.peek().is_none() {
        return false;
    }
    // "45 sager", "12 aktive sager", "6,5 årsværk"
    let mut counted = numbers
        .map(|at| tokens[at + 1..].iter().take(6))
        .map(|mut behind| behind.any(|t| lists.counted.has(t) || lists.posts.has(t)));
    // "antal aktive sager: 45"
    let headed = || {
        clause.has_word(&["antal", "antallet"]) && (clause.has_any(&lists.counted) || clause.has_any(&lists.posts))
            || clause.has_beginning(&["normer", "bemand"])
    };
    // "Tallet var 52", "Herning svarer 49": of what the sentences before spoke of.
    // "Det er 31 i Køge, 24,5 i Solrød"
    let listed = || tokens.first().is_some_and(|t| t.is("det")) && !clause.places.is_empty();
    let goes_on = || setting.speaks && (clause.has_word(&["tallet", "tallene", "gennemsnittet"]) || listed());
    setting.asked
        || setting.group.is_some()
        || has(terms, &CaseloadTag::Caseload)
        || has(terms, &CaseloadTag::Staff) && clause.has_word(&["pr", "per"])
        || counted.any(|counted| counted)
        || headed()
        || goes_on()
}
