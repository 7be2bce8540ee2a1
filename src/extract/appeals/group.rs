//! Values that stand for one thing: a count with its percentage, a part with its whole.

use super::label::{Label, LabelKind};
use crate::data::words::Tag;
use crate::extract::clause::{Clause, divides};
use crate::extract::value::ValueKind;
use crate::text::token::Token;

/// Values that stand for one thing: a count with its percentage, a part with its total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Index of the value that takes the label.
    pub lead: usize,
    /// Index of the same thing in the other unit: "12 (40 pct.)", "19 % (16 sager)".
    pub twin: Option<Twin>,
    /// Index of the total in "12 ud af 30".
    pub total: Option<usize>,
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    pub value: usize,
    /// In parentheses: behind a rate it is the rate's base, not its count.
    pub parenthesised: bool,
}

/// Gathers the values of a sentence into groups, in order.
#[must_use]
pub fn groups(clause: &Clause<'_>, labels: &[Label]) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for (index, value) in clause.values().iter().enumerate() {
        if let Some(last) = out.last_mut() {
            let before = &clause.values()[index - 1];
            let between = before.end..value.start;
            if last.total.is_none() && is_part_of(clause, between.clone()) {
                last.total = Some(index);
                last.end = value.end;
                continue;
            }
            // "68 (70) blev stadfæstet": another time's number, bound with the one before it.
            let alone = clause.tokens.get(value.start.wrapping_sub(1)).is_some_and(|t| t.is_symbol('('))
                && clause.tokens.get(value.end).is_some_and(|t| t.is_symbol(')'));
            if alone
                && value.start - before.end <= 2
                && (before.kind == ValueKind::Percent) == (value.kind == ValueKind::Percent)
            {
                last.end = value.end;
                continue;
            }
            // "omgørelsesprocenten var 29 (92 sager)": a rate also without its unit.
            let named = labels.iter().any(|l| l.kind == LabelKind::Rate && l.end <= before.start)
                || labels.iter().all(|l| l.kind != LabelKind::Outcome);
            let rate = named
                && (before.kind, value.kind) == (ValueKind::Bare, ValueKind::Count)
                && before.value <= 100.0
                && clause.tokens[value.start - 1].is_symbol('(');
            // "Omgørelsesprocenten er 42,9 (seks ud af 14)"
            let fraction = named
                && before.value <= 100.0
                && clause.tokens[value.start - 1].is_symbol('(')
                && value.start == before.end + 1
                && clause.values().get(index + 1).is_some_and(|next| is_part_of(clause, value.end..next.start));
            if fraction && last.twin.is_none() && last.total.is_none() {
                last.twin = Some(Twin { value: index, parenthesised: true });
                last.end = value.end;
                continue;
            }
            let differs = rate || (before.kind == ValueKind::Percent) != (value.kind == ValueKind::Percent);
            if differs
                && last.twin.is_none()
                && let Some(parenthesised) = is_twin(clause, labels, between)
                && !names_year_or_place(clause, value.end)
            {
                last.twin = Some(Twin { value: index, parenthesised });
                last.end = value.end;
                continue;
            }
        }
        out.push(Group { lead: index, twin: None, total: None, start: value.start, end: value.end });
    }
    out
}

/// "ud af de", "af i alt", "af de", "af kommunens": the second number is the whole of which the first is a part.
fn is_part_of(clause: &Clause<'_>, between: std::ops::Range<usize>) -> bool {
    let words = &clause.tokens[between.clone()];
    let of = words.iter().position(|t| t.is("af"));
    // "22 af Greve Kommunes 71 sager"
    let whose = |at: usize| {
        clause
            .places
            .iter()
            .any(|hit| clause.tokens[hit.end - 1].lower.ends_with('s') && (hit.start..hit.end).contains(&at))
    };
    let small = |t: &crate::text::token::Token<'_>| {
        t.is_any(&[
            "ud",
            "af",
            "de",
            "i",
            "alt",
            "alle",
            "kommunens",
            "årets",
            "halvårets",
            "kvartalets",
            "periodens",
            "udvalgets",
            "vores",
            "sager",
            "sagerne",
            "klager",
            "klagesager",
            "afgørelser",
            "pct",
            "procent",
            "samlet",
            "samlede",
            "disse",
            "ankestyrelsens",
            "dermed",
        ]) || t.is_symbol('%')
            || t.is_symbol('.')
    };
    // "69 ud 102 klagesager": a slip of the pen.
    let slip = words.len() == 1 && words[0].is("ud");
    slip || of.is_some() && words.len() <= 6 && between.clone().all(|at| small(&clause.tokens[at]) || whose(at))
}

/// "12 (40 pct.)", "12 sager svarende til 40 pct.", "12 eller 40 procent", "1 ændret sag (3,3 pct.)".
/// `Some(true)` where the second stands in parentheses.
fn is_twin(clause: &Clause<'_>, labels: &[Label], between: std::ops::Range<usize>) -> Option<bool> {
    let words = &clause.tokens[between.clone()];
    let noun = |t: &crate::text::token::Token<'_>| {
        t.is_any(&[
            "sager",
            "sag",
            "klager",
            "klagesager",
            "afgørelser",
            "afgørelse",
            "tilfælde",
            "stk",
            "af",
            "sagerne",
            "i",
            "alt",
            "er",
            "blev",
            "og",
            "det",
            "dem",
            "vil",
        ]) || t.is_symbol('%')
    };
    let at_label = |index: usize| labels.iter().any(|l| (l.start..l.end).contains(&index) && l.kind != LabelKind::Rate);
    if words.last().is_some_and(|t| t.is_symbol('(')) {
        let placed = |index: usize| {
            clause.places.iter().any(|h| (h.start..h.end).contains(&index))
                || clause.is_of_period(index)
                // "40 på børnehandicapområdet (10 sager)"
                || clause.terms.iter().any(|h| matches!(h.tag, Tag::Area(_)) && (h.start..h.end).contains(&index))
                || clause.is_of_section(index)
                // "på socialområdet generelt (80 sager)"
                || clause.tokens[index].is_any(&["på", "for", "efter", "generelt"])
        };
        // "33 procent for Ishøj Kommune (12 sager)"
        let whose = |n: usize| words[n].is_any(&["for", "hos"]) && placed(between.start + n + 1);
        let plain = words[..words.len() - 1].iter().enumerate().all(|(n, t)| {
            noun(t) || whose(n) || at_label(between.start + n) || placed(between.start + n) || t.is_symbol('/')
        });
        return (plain && words.len() <= 7).then_some(true);
    }
    let lead =
        words.iter().position(|t| t.is_any(&["svarende", "svarer", "lig", "eller", "dvs", "tilsvarende", "sige"]));
    // "12 ud af 30 blev omgjort, hvilket giver 40 procent"
    let gives = |pair: &[Token<'_>]| {
        let is = pair[0].is("hvilket") && pair[1].is_any(&["er", "var", "udgør", "udgjorde"]);
        pair[0].is_any(&["hvilket", "det"]) && pair[1].is_any(&["giver", "gav"])
            || is && !is_difference(clause, between.end)
    };
    let lead = lead.or_else(|| words.windows(2).position(gives).map(|at| at + 1))?;
    let rest = words[lead..].iter().all(|t| {
        t.is_any(&[
            "svarende",
            "svarer",
            "giver",
            "gav",
            "er",
            "var",
            "udgør",
            "udgjorde",
            "til",
            "lig",
            "med",
            "eller",
            "dvs",
            "sige",
            "tilsvarende",
            "cirka",
            "ca",
            "knap",
            "godt",
            "omkring",
            "i",
            "alt",
            "næsten",
        ]) || t.is_symbol('.')
    });
    // "18 ud af 54 afgørelser fra Greve i 2021 - eller 33 procent"
    let apart =
        lead > 0 && words[lead].is("eller") && (words[lead - 1].is_symbol('-') || words[lead - 1].is_symbol(','));
    const SAYS: [&str; 10] = ["svarende", "svarer", "giver", "gav", "er", "var", "udgør", "udgjorde", "dvs", "sige"];
    let says = words[lead].is_any(&SAYS);
    let exact = (says || apart) && lead <= 12;
    let other = labels.iter().any(|l| between.contains(&l.start) && l.kind == LabelKind::Rate);
    if exact && rest && !other && !words[..lead].iter().any(|t| t.is_any(&["mens", "mod"]) || t.is_symbol(';')) {
        return Some(false);
    }
    let plain = words[..lead].iter().enumerate().all(|(n, t)| {
        noun(t)
            || t.is_symbol(',')
            || t.is_symbol('-')
            || at_label(between.start + n)
            || t.is_any(&["blevet", "hvilket", "dette", "er"])
    });
    (rest && plain).then_some(false)
}

/// "hvilket er 5 procent flere end året før": is the percentage that begins here a difference?
fn is_difference(clause: &Clause<'_>, percentage: usize) -> bool {
    const MORE: [&str; 10] =
        ["flere", "færre", "mere", "mindre", "højere", "lavere", "over", "under", "bedre", "dårligere"];
    clause.tokens[percentage..].iter().take(4).take_while(|t| !divides(t)).any(|t| t.is_any(&MORE))
}

/// "(23 sager i 2017)", "(61 % i 2017)", "(109 i Holbæk)": the same measure of another time or place, no twin.
fn names_year_or_place(clause: &Clause<'_>, end: usize) -> bool {
    let close = clause.tokens[end..].iter().position(divides).map_or(clause.tokens.len(), |p| end + p);
    clause.periods.iter().any(|m| (end..close).contains(&m.start))
        || clause.places.iter().any(|h| (end..close).contains(&h.start))
}
