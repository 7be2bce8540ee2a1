//! Numbers that a sentence names before their parts, or as the base of a rate.

use super::group::Group;
use super::label::{Label, LabelKind};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::Measure;
use crate::text::token::{Kind, Token};

/// What may stand between a preposition and the number behind it: "ud af de i alt ca. 60".
fn is_small(token: &Token<'_>) -> bool {
    token.is_any(&[
        "de",
        "disse",
        "alle",
        "i",
        "alt",
        "samlet",
        "ca",
        "cirka",
        "omtrent",
        "omkring",
        "knap",
        "godt",
        "kommunens",
    ]) || token.is_symbol('.')
}

/// The token before a number and its small words.
fn preposition(clause: &Clause<'_>, value: &Value) -> Option<usize> {
    (0..value.start).rev().take(6).find(|&at| !is_small(&clause.tokens[at]))
}

/// "Ud af de 60 klager", "Ankestyrelsens 60 afgørelser": the first number, a whole whose parts follow.
pub(super) fn is_whole(clause: &Clause<'_>, value: &Value) -> bool {
    let noun = |at: usize| clause.terms.iter().any(|hit| hit.start == at && hit.tag == Tag::Cases);
    let of = preposition(clause, value).is_some_and(|at| clause.tokens[at].is_any(&["af", "blandt"]));
    let boards = value.start > 0 && clause.tokens[value.start - 1].is_any(&["ankestyrelsens", "nævnets", "nævnenes"]);
    let first = clause.values().first().is_some_and(|other| other.start == value.start) && clause.values().len() > 1;
    first && (of || boards) && value.kind != ValueKind::Percent && (value.end..value.end + 3).any(noun)
}

/// "med udgangspunkt i 59", "dækker over 7", "baseret på 12", "ud af 25".
pub(super) fn is_base(clause: &Clause<'_>, labels: &[Label], value: &Value) -> bool {
    let words = &clause.tokens[..value.start];
    let Some(base) = words.iter().rposition(|t| WORDS.lists.bases.has(t)) else { return false };
    // "et forløb, der strækker sig over 18 måneder og omfatter 60 sager": that is no rate.
    let relative = words[..base].windows(2).any(|w| w[0].is_symbol(',') && w[1].is_any(&["der", "som"]));
    let of_rate = || labels.iter().any(|label| label.kind == LabelKind::Rate && label.end <= base);
    let percent = || clause.values().iter().any(|v| v.kind == ValueKind::Percent && v.end <= base);
    base + 6 >= value.start && (!relative || of_rate() || percent())
}

/// "Ud af de 60 klager har styrelsen realitetsbehandlet 52": the word behind the verb is of the part.
pub(super) fn is_of_the_part(clause: &Clause<'_>, value: &Value, label: &Label) -> bool {
    let Some(between) = clause.tokens.get(value.end..label.start).filter(|_| is_whole(clause, value)) else {
        return false;
    };
    let relative = between.windows(2).any(|pair| pair[0].is_symbol(',') && pair[1].is_any(&["som", "der"]));
    let verb = between.iter().any(|t| WORDS.lists.parting.has(t));
    let board = |t: &Token<'_>| {
        WORDS.lists.board_names.has(t) || WORDS.lists.we.has(t) || t.is_any(&["styrelsen", "nævnet", "nævnene"])
    };
    let active = clause.tokens[label.start].word().is_some_and(|word| word.ends_with("de"))
        && clause.tokens.get(label.end).is_some_and(board);
    !relative && (verb || active)
}

/// "Omgørelsesprocenten for de 126 sager i 2014 var 21": what the rate is taken of stands between its name and its number.
/// The label of that name.
pub(super) fn base_between(clause: &Clause<'_>, labels: &[Label], groups: &[Group], index: usize) -> Option<usize> {
    let (base, next) = (groups.get(index)?, groups.get(index + 1)?);
    let (value, rate) = (&clause.values()[base.lead], &clause.values()[next.lead]);
    let before =
        preposition(clause, value).filter(|&at| clause.tokens[at].is_any(&["for", "af", "i", "på", "blandt"]))?;
    let label = labels
        .iter()
        .position(|label| label.kind == LabelKind::Rate && label.end <= before && before - label.end <= 1)?;
    let between = &clause.tokens[base.end..next.start];
    let plain = between.len() <= 6
        && between.iter().any(|t| t.is_any(&["er", "var", "blev", "bliver"]))
        && !between.iter().any(|t| t.is_symbol(',') || t.is_symbol(';'));
    let labelled = labels.iter().any(|other| other.start >= base.end && other.end <= next.start);
    let alone = base.twin.is_none() && base.total.is_none();
    let counts = value.kind == ValueKind::Count && rate.kind != ValueKind::Count && rate.value <= 100.0;
    (plain && alone && counts && !labelled).then_some(label)
}

/// "når der ses bort fra de 11 afviste sager": the value that counts what is left out, where a label says no more than
/// that.
pub(super) fn left_out(clause: &Clause<'_>, label: &Label) -> Option<usize> {
    if label.measure != Measure::Dismissed {
        return None;
    }
    let counted = clause.values().iter().position(|value| value.end == label.start)?;
    let before = &clause.tokens[..clause.values()[counted].start];
    let open = before.iter().rposition(|t| t.is_symbol(',') || t.is_symbol('(')).map_or(0, |at| at + 1);
    let excepts = |t: &Token<'_>| WORDS.lists.excepted.has(t) && !counts_in(t) || WORDS.lists.left_out_words.has(t);
    let near = before[open..].iter().rev().take(5).any(excepts);
    near.then_some(counted)
}

fn counts_in(token: &Token<'_>) -> bool {
    token.is_any(&["inklusiv", "inklusive", "inkl", "medregnet", "foruden"])
}

/// "68 sager efter serviceloven (eksklusiv afviste)", "68 sager, når de afviste ikke tælles med": those on their merits.
pub(super) fn leaves_out_dismissed(clause: &Clause<'_>, index: usize) -> bool {
    let tokens = &clause.tokens;
    let from = clause.values()[index].end;
    let to = clause.values().get(index + 1).map_or(tokens.len(), |next| next.start);
    let dismissed =
        |at: usize| tokens[at].word().is_some_and(|w| w.starts_with("afvist") || w.starts_with("afvisning"));
    // "Når de afviste sager trækkes fra, behandlede Ankestyrelsen 46"
    let first = clause.values().first().map_or(0, |value| value.start);
    let aside = |at: usize| WORDS.set_aside.at(tokens, at).is_some() && (0..at).any(dismissed);
    let opened = tokens.first().is_some_and(|t| t.is_any(&["når", "hvis", "fraregnet"])) && (0..first).any(aside);
    // "(afviste sager er ikke medregnet)"
    let uncounted = |at: usize| {
        let behind = &tokens[at..to.min(at + 6)];
        let denied = behind.iter().position(|t| t.is("ikke"));
        denied.is_some_and(|denied| behind[denied..].iter().any(|t| WORDS.lists.counted_in.has(t)))
    };
    // "78 sager, når der ses bort fra 7 sager, som blev afvist", "78 sager eksklusiv 7 afviste"
    let counted_out = |at: usize| {
        let near = at < to && to <= at + 3 && to < tokens.len();
        let word = |at: &usize| tokens[*at].word().is_some() || tokens[*at].is_symbol(',');
        near && (to + 1..tokens.len().min(to + 6)).take_while(word).any(dismissed)
    };
    // "14 sager, når de afviste er trukket fra"
    let when = |at: usize| tokens[at].is_any(&["når", "efter"]) && (at + 1..to.min(at + 4)).any(dismissed);
    let taken = (from..to).find(|&at| when(at));
    let of_rate = tokens.iter().any(|t| t.word().is_some_and(|w| w.contains("procent")));
    let taken = taken.is_some_and(|at| (at..to).any(|at| WORDS.set_aside.at(tokens, at).is_some())) && !of_rate;
    opened
        || taken
        || (from..to).any(|at| dismissed(at) && uncounted(at))
        || (from..to).any(|at| WORDS.lists.left_out_words.has(&tokens[at]) && counted_out(at))
        || (from..to).any(|at| WORDS.lists.left_out_words.has(&tokens[at]) && (at + 1..to.min(at + 4)).any(dismissed))
}

/// "(ekskl. afviste sager, som udgør 3)": so many were left out.
pub(super) fn counts_left_out(clause: &Clause<'_>, value: &Value) -> bool {
    let [before @ .., who, verb] = &clause.tokens[..value.start] else { return false };
    let relative = who.is_any(&["som", "der"]) && verb.is_any(&["udgør", "udgjorde", "er", "var"]);
    let mut words = before.iter().rev().filter(|t| !t.is_symbol(',') && !WORDS.case_nouns.has(t));
    let dismissed =
        words.next().and_then(Token::word).is_some_and(|w| w.starts_with("afvis") || w.starts_with("henvis"));
    relative && dismissed && words.take(4).any(|t| WORDS.lists.left_out_words.has(t))
}

/// Where a sentence parts what was counted: "Sagerne fordeler sig med", "Fordelingen er", "De 30 sager, som blev afgjort i
/// 2021, fordeler sig".
pub(super) fn parting_verb(clause: &Clause<'_>) -> Option<usize> {
    let tokens = &clause.tokens;
    let definite = tokens.first()?.is_any(&["de", "disse"]);
    let verb = tokens.iter().take(if definite { 16 } else { 6 }).position(|t| WORDS.lists.parted.has(t))?;
    let word = |t: &Token<'_>| {
        WORDS.case_nouns.has(t) || WORDS.lists.rest.has(t) || t.is_any(&["de", "disse"]) || t.number().is_some()
    };
    let subject = tokens[..verb].iter().any(word) && !tokens[0].is_any(&["af", "heraf", "ud"]);
    let noun =
        verb == 0 && tokens[0].is("fordelingen") && tokens.get(1).is_some_and(|t| t.is_any(&["er", "var", "blev"]));
    (subject || noun).then_some(verb)
}

/// Does a sentence part what was counted by laws or paragraphs, and is the value one of the parts?
pub(super) fn parts_by_law(clause: &Clause<'_>, scopes: &[Hit<String>], value: &Value) -> bool {
    let tokens = &clause.tokens;
    let next = clause.values().iter().find(|other| other.start > value.start);
    let limit = next.map_or(tokens.len(), |next| next.start);
    let about = tokens.get(value.end).is_some_and(|t| t.is_any(&["om", "efter", "vedrørende", "på", "under", "inden"]));
    let sections = clause.sections.iter().map(|hit| hit.start..hit.end);
    let mut named = sections.chain(scopes.iter().map(|hit| hit.start..hit.end));
    // "fordeler sig således: Serviceloven 12, aktivloven (9), pensionsloven med 3"
    let sign = |t: &Token<'_>| t.is_symbol(':') || t.is_symbol('(') || t.is("med");
    let ends = tokens.get(value.end).is_none_or(|t| {
        matches!(t.kind, Kind::Symbol(',' | ';' | '.' | ')')) || t.is_any(&["og", "samt"]) || WORDS.case_nouns.has(t)
    });
    let leads = |end: usize| end == value.start || end + 1 == value.start && sign(&tokens[end]);
    let law = named.any(|hit| about && hit.start > value.end && hit.end <= limit || ends && leads(hit.end));
    let counts = value.kind != ValueKind::Percent && value.decimals == 0;
    law && counts && parting_verb(clause).is_some_and(|verb| verb < value.start)
}

/// "Ankestyrelsen afgjorde 8 sager efter § 41, ..., og én sag efter § 96, som blev hjemvist": one of those that were decided.
pub(super) fn is_decided_of_law(clause: &Clause<'_>, labels: &[Label], scopes: &[Hit<String>], value: &Value) -> bool {
    let first = clause.values().first().filter(|first| first.start < value.start);
    let act = labels.first().filter(|label| label.kind == LabelKind::Act && label.measure == Measure::Decided);
    // "Kommunen traf 3.400 afgørelser, 2.000 efter serviceloven": its own.
    let lead = &clause.tokens[..first.map_or(0, |first| first.start)];
    let itself = lead.iter().any(|t| WORDS.lists.deciders.has(t));
    let itself = itself && !lead.iter().any(|t| WORDS.lists.board_names.has(t));
    let governed = !itself && first.zip(act).is_some_and(|(first, act)| act.end <= first.start);
    let begins = |t: &Token<'_>| WORDS.case_nouns.has(t) || t.is_any(&["efter", "på", "om", "vedrørende"]);
    let noun = clause.tokens.get(value.end).is_some_and(begins) && value.kind != ValueKind::Percent;
    let next = clause.values().iter().find(|other| other.start > value.start).map_or(clause.tokens.len(), |n| n.start);
    let behind = &clause.tokens[value.end..next];
    // "om ledsagelse (§ 45)" names the paragraph, "efter aktivloven (4 omgjort)" goes on with something else.
    let names = |at: usize| behind.get(at + 1).is_some_and(|t| t.is_symbol('§'));
    let stops = |at: &usize| behind[*at].is_symbol(',') || behind[*at].is_symbol('(') && !names(*at);
    let limit = value.end + (0..behind.len()).find(stops).unwrap_or(behind.len());
    governed && noun && scopes.iter().any(|hit| hit.start > value.end && hit.end <= limit)
}
