//! Numbers and paragraphs in parentheses of their own, beside what a sentence counts.

use super::group::Group;
use super::label::Label;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::value::ValueKind;

/// "36 blev stadfæstet (33 i 2020), 6 ændret (4)": numbers of the same at another time or place, in parentheses of their
/// own. They take no word away from the number before, and have the one that it has. Where each parenthesis closes.
pub(super) fn asides(clause: &Clause<'_>, labels: &[Label], groups: &[Group]) -> Vec<Option<usize>> {
    let tokens = &clause.tokens;
    let mut out: Vec<Option<usize>> = vec![None; groups.len()];
    for at in 1..groups.len() {
        let (before, group) = (&groups[at - 1], &groups[at]);
        if parts_in_parentheses(clause, labels, before, &groups[at..]) {
            let close = groups[at + 1].end + 1;
            out[at] = Some(close);
            out[at + 1] = Some(close);
            continue;
        }
        let kind = |group: &Group| clause.values()[group.lead].kind == ValueKind::Percent;
        let Some(open) = (before.end..group.start).rfind(|&sign| tokens[sign].is_symbol('(')) else { continue };
        let Some(close) = (group.end..tokens.len()).find(|&sign| tokens[sign].is_symbol(')')) else { continue };
        let alone = groups.get(at + 1).is_none_or(|next| next.start > close);
        let labelled = labels.iter().any(|label| label.start > open && label.start < close);
        let inside = |start: usize| start > open && start < close;
        let elsewhere = clause.periods.iter().any(|m| inside(m.start))
            || clause.places.iter().any(|hit| inside(hit.start))
            || clause.terms.iter().any(|hit| hit.tag == Tag::Nation && inside(hit.start));
        if alone && !labelled && elsewhere && close - open <= 7 && kind(before) == kind(group) {
            out[at] = Some(close + 1);
        }
    }
    out
}

/// "§ 41 blev ændret i 2020 (12 og 13)": the first of two numbers alone in a parenthesis, where nothing that a list may be
/// of is named twice.
pub(super) fn pair_of_nothing(clause: &Clause<'_>, labels: &[Label], groups: &[Group]) -> Option<usize> {
    let sign = |at: usize, sign: char| clause.tokens.get(at).is_some_and(|t| t.is_symbol(sign));
    let pair = |two: &[Group]| {
        let (first, second) = (&two[0], &two[1]);
        let joined = second.start == first.end + 1 && clause.tokens[first.end].is_any(&["og", "eller"]);
        joined && first.start > 0 && sign(first.start - 1, '(') && sign(second.end, ')')
    };
    let at = groups.windows(2).position(pair)?;
    let before = at.checked_sub(1).map_or(0, |last| groups[last].end)..groups[at].start;
    let named = [
        labels.iter().filter(|label| before.contains(&label.start)).count(),
        clause.periods.iter().filter(|mention| before.contains(&mention.start)).count(),
        clause.places.iter().filter(|hit| before.contains(&hit.start)).count(),
        clause.sections.iter().filter(|hit| before.contains(&hit.start)).count(),
    ];
    named.iter().all(|count| *count < 2).then_some(at)
}

/// "18 sager blev hjemvist eller ændret (12 og 6)": two numbers alone in a parenthesis that make up the one before it.
fn parts_in_parentheses(clause: &Clause<'_>, labels: &[Label], whole: &Group, parts: &[Group]) -> bool {
    let [first, second, ..] = parts else { return false };
    let value = |group: &Group| &clause.values()[group.lead];
    let sign = |at: usize, sign: char| clause.tokens.get(at).is_some_and(|t| t.is_symbol(sign));
    let alone = first.start > 0 && sign(first.start - 1, '(') && sign(second.end, ')') && second.start == first.end + 1;
    let labelled = labels.iter().any(|label| label.start >= first.start && label.end <= second.end);
    let sum = value(first).value + value(second).value;
    alone && !labelled && whole.end < first.start && (sum - value(whole).value).abs() < 1e-6
}

/// "3 sager (§ 97) blev stadfæstet": a parenthesis that holds nothing but a paragraph of the law.
pub(super) fn is_in_aside(clause: &Clause<'_>, at: usize) -> bool {
    clause.sections.iter().any(|hit| {
        let signs = |open: usize| {
            clause.tokens[open].is_symbol('(') && clause.tokens.get(hit.end).is_some_and(|t| t.is_symbol(')'))
        };
        hit.start.checked_sub(1).is_some_and(|open| signs(open) && (open..=hit.end).contains(&at))
    })
}
