//! A look whether a chapter or a sentence may state or speak of loads at all, before it is read closely: nearly none
//! does.

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

/// "Rådgiverne har i gennemsnit 52 sager hver": may a chapter give caseloads without a word for them?
pub(super) fn describes(text: &str) -> bool {
    let begins = |at: usize| !text[..at].ends_with(char::is_alphabetic);
    let ends = |at: usize| !text[at..].starts_with(char::is_alphabetic);
    (text.contains("sager") || text.contains("borgere pr"))
        && (text.contains(" pr. ")
            || text.match_indices("gennemsnit").any(|(at, _)| begins(at))
            || text.match_indices(" hver").any(|(at, word)| ends(at + word.len()))
            || text.contains("årsværk")
            || text.contains("hvor mange sager"))
}

/// Does a sentence speak of how many cases employees have? By the word for it, by "sager pr. rådgiver", or by
/// "rådgiverne har i gennemsnit dette antal sager".
pub(super) fn says_caseload(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>]) -> bool {
    let tokens = &clause.tokens;
    let per = || {
        tokens.iter().enumerate().any(|(at, t)| {
            t.is_any(&["pr", "per"])
                && tokens[..at].iter().rev().take(3).any(|t| CASELOAD.lists.counted.has(t))
                && tokens[at + 1..].iter().take(3).any(|t| CASELOAD.staff.has(t))
        })
    };
    let average = || has(terms, &CaseloadTag::Staff) && clause.has_any(&CASELOAD.lists.mean);
    has(terms, &CaseloadTag::Caseload) || clause.has_any(&CASELOAD.lists.counted) && (per() || average())
}
