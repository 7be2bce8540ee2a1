//! How a number is given: plainly, as a limit, a change, a distance, a range, the beginning or the end of a change.

use super::amount::{Amount, End, Form, Noun};
use crate::data::indicators::Shape;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::quantity::is_range;
use crate::model::figure::{Hedge, HedgeKind};
use crate::text::token::{Kind, Token};

const UP: [&str; 7] = ["flere", "højere", "mere", "længere", "større", "bedre", "dyrere"];
const DOWN: [&str; 6] = ["færre", "lavere", "mindre", "kortere", "billigere", "dårligere"];
const FALLING: [&str; 9] = ["fald", "reducer", "reduktion", "mindsk", "nedbr", "nedgang", "sænk", "sank", "nedsæt"];
const RISING: [&str; 11] =
    ["stig", "steg", "øge", "øgning", "vokser", "vokset", "voksede", "vækst", "forøg", "forbedr", "udvid"];

/// "flere", "lavere": the number before it is a distance.
pub(super) fn is_comparison(word: &str) -> bool {
    UP.contains(&word) || DOWN.contains(&word)
}

/// The direction of a change that a word speaks of: 1 up, -1 down.
pub(super) fn direction(word: &str) -> Option<f64> {
    // Nearly every word of a text begins otherwise.
    if !matches!(word.as_bytes().first(), Some(b'f' | b'm' | b'n' | b'r' | b's' | b'u' | b'v' | 0xc3)) {
        return None;
    }
    let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    if begins(&FALLING) {
        Some(-1.0)
    } else if begins(&RISING) {
        Some(1.0)
    } else {
        None
    }
}

/// Settles the form of one amount, and its hedge.
pub(super) fn look_around(text: &str, tokens: &[Token<'_>], amount: &mut Amount) {
    let before = hedge(text, tokens, amount);
    if let Some(range) = range(tokens, amount) {
        amount.form = range;
        return;
    }
    if let Some(sign) = difference(tokens, amount.end) {
        amount.form = Form::Difference(sign);
        amount.noun = Noun::None;
    } else if let Some(sign) = change(tokens, before, amount) {
        amount.form = Form::Change(sign);
    } else if amount.hedge.is_none() && is_limit(tokens, amount.start)
        || is_open(tokens, amount.end)
        || amount.shape == Shape::Time && is_span_of_time(tokens, amount.start)
    {
        amount.form = Form::Limit;
    }
}

/// "9 år og op", "50 eller derover".
fn is_open(tokens: &[Token<'_>], end: usize) -> bool {
    tokens.get(end).is_some_and(|t| t.is_any(&["og", "eller"]))
        && tokens
            .get(end + 1)
            .is_some_and(|t| t.is_any(&["op", "derover", "derunder", "mere", "flere", "mindre", "færre"]))
}

/// "de seneste fem år", "hvert 2. år", "om 3 uger": when, not how long.
fn is_span_of_time(tokens: &[Token<'_>], start: usize) -> bool {
    let words =
        ["seneste", "sidste", "kommende", "næste", "første", "om", "hver", "hvert", "alderen", "senest", "tidligere"];
    let before = &tokens[start.saturating_sub(2)..start];
    before.last().is_some_and(|t| t.is_any(&words) || t.is("de"))
        || before
            .first()
            .is_some_and(|t| t.is_any(&["inden", "seneste", "første"]) && before.len() == 2 && before[1].is("for"))
}

/// "30-50", "mellem 30 og 50", "fire til fem": with the upper end; the amount is the lower one.
fn range(tokens: &[Token<'_>], amount: &Amount) -> Option<Form> {
    let (start, end) = (amount.start, amount.end);
    let number = |at: usize| tokens.get(at).and_then(Token::number);
    let dash = tokens.get(start + 1).is_some_and(|t| t.is_symbol('-'));
    if dash
        && tokens.get(start + 2).is_some_and(|t| t.year().is_none())
        && let Some((high, decimals)) = number(start + 2)
    {
        return Some(Form::Range { high, decimals, span: tokens[start + 2].span });
    }
    let counted = tokens.get(end).is_some_and(|t| t.is("til"))
        && tokens.get(end + 1).and_then(Token::word).is_some_and(|w| crate::text::number_word::value(w).is_some());
    (counted || is_range(tokens, start, end)).then_some(Form::Limit)
}

/// "200 flere", "15 mio. kr. lavere", "2 pct. over landsgennemsnittet": the sign of the distance.
fn difference(tokens: &[Token<'_>], end: usize) -> Option<f64> {
    let word = tokens.get(end).and_then(Token::word)?;
    if UP.contains(&word) {
        return Some(1.0);
    }
    if DOWN.contains(&word) {
        return Some(-1.0);
    }
    let yardstick = tokens.get(end + 1).and_then(Token::word).is_some_and(|w| {
        ["lands", "gennemsnit", "region", "niveau", "budget", "forvent", "målet", "måltal", "korrigeret"]
            .iter()
            .any(|stem| w.starts_with(stem))
    });
    match word {
        "over" if yardstick => Some(1.0),
        "under" if yardstick => Some(-1.0),
        _ => None,
    }
}

/// "faldet med 33", "en stigning på 12", "3,4 pct. over det seneste år": the sign of the change. `before` is the first
/// token of the number's hedge.
fn change(tokens: &[Token<'_>], before: usize, amount: &Amount) -> Option<f64> {
    let preposition = before.checked_sub(1).map(|at| &tokens[at]);
    let from = before.saturating_sub(10);
    let clause = tokens[from..before]
        .iter()
        .rposition(|t| matches!(t.kind, Kind::Symbol(',' | ';' | '(' | ')')))
        .map_or(from, |at| from + at + 1);
    let words = || tokens[clause..before].iter().filter_map(Token::word).rev();
    let nearest = || words().find_map(direction);
    // "faldet fra 12 til 9 på et år": what stands between says otherwise.
    let back_to = words().take_while(|w| direction(w).is_none()).any(|w| w == "til" || w == "fra");
    match preposition {
        Some(t) if t.is("med") => nearest(),
        Some(t) if t.is("på") && !back_to => {
            // A verb does not change "på": "faldet til 12 på ét år".
            words().find_map(|w| direction(w).filter(|_| !w.starts_with("faldet") && !w.starts_with("steget")))
        }
        _ => {
            let over = tokens.get(amount.end).is_some_and(|t| t.is("over"))
                && tokens.get(amount.end + 1).is_some_and(|t| t.is_any(&["det", "de"]))
                && tokens.get(amount.end + 2).is_some_and(|t| t.is_any(&["seneste", "sidste"]));
            // The sentence before says which way: the sign is settled there.
            (over && matches!(amount.shape, Shape::Percent | Shape::Points))
                .then(|| nearest().unwrap_or(0.0))
                .filter(|_| !back_to)
        }
    }
}

/// "under 10 %", "højst 25", "op til 60".
fn is_limit(tokens: &[Token<'_>], at: usize) -> bool {
    (1..=3).filter_map(|back| at.checked_sub(back)).any(|start| {
        WORDS.thresholds.at(tokens, start).is_some_and(|hit| hit.end == at)
            // "løb over to år": how long it took.
            && !(tokens[start].is("over") && start > 0 && tokens[start - 1].is_any(&["løb", "løber", "strækker", "sig", "fordelt", "fordeles", "ligeligt"]))
    })
}

/// Takes the hedge directly before a number; gives the first token of number and hedge together.
fn hedge(text: &str, tokens: &[Token<'_>], amount: &mut Amount) -> usize {
    let found = (1..=4).filter_map(|back| amount.start.checked_sub(back)).rev().find_map(|start| {
        let hit = WORDS.hedges.at(tokens, start)?;
        let dots = tokens[hit.end.min(amount.start)..amount.start].iter().all(|t| t.is_symbol('.'));
        (hit.end <= amount.start && dots).then_some(hit)
    });
    if let Some(Hit { start, end, tag: Tag::Hedge(kind) }) = found {
        let last = if tokens.get(end).is_some_and(|t| t.is_symbol('.')) { end } else { end - 1 };
        let span = tokens[start].span.cover(tokens[last].span);
        let word = text.get(span.range()).unwrap_or_default().to_lowercase();
        amount.hedge = Some(Hedge { word, kind });
        return start;
    }
    // "op imod 250": an estimate from below.
    let two = amount.start.checked_sub(2);
    if two.is_some_and(|at| tokens[at].is("op") && tokens[at + 1].is_any(&["imod", "mod"])) {
        amount.hedge = Some(Hedge { word: "op imod".to_owned(), kind: HedgeKind::JustBelow });
        return amount.start - 2;
    }
    amount.start
}

/// "203.030 kr. i 2022 og 203.030 i 2023", "16, 11 og 73 procent": the unit of its neighbour in a plain list.
pub(super) fn share_units(tokens: &[Token<'_>], amounts: &mut [Amount]) {
    let bare = |amount: &Amount| {
        matches!(amount.shape, Shape::Count | Shape::Score) && matches!(amount.noun, Noun::None) && amount.of.is_none()
    };
    let plain = |from: usize, to: usize| {
        tokens[from.min(to)..to].iter().all(|t| {
            t.is_symbol(',')
                || t.is_symbol('.')
                || t.year().is_some()
                || t.is_any(&["og", "samt", "i", "på", "til", "fra", "henholdsvis", "mod", "for"])
        })
    };
    for at in 1..amounts.len() {
        let (head, tail) = amounts.split_at_mut(at);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first_mut()) else { continue };
        if first.shape == Shape::Money && bare(second) && plain(first.end, second.start) && second.value >= 1000.0 {
            (second.shape, second.unit) = (first.shape, first.unit.clone());
        }
    }
    for at in (1..amounts.len()).rev() {
        let (head, tail) = amounts.split_at_mut(at);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else { continue };
        let unit = matches!(second.shape, Shape::Percent | Shape::Time);
        let near = tokens[first.end.min(second.start)..second.start]
            .iter()
            .all(|t| t.is_symbol(',') || t.is_any(&["og", "til", "mod", "henholdsvis"]));
        if unit && bare(first) && near && (first.value <= 100.0 || second.shape == Shape::Time) {
            (first.shape, first.unit) = (second.shape, second.unit.clone());
        }
    }
}

/// "et fald fra 59-54 %", "et fald på 87-85 %": with a word of change a dash stands between beginning and end.
pub(super) fn split_changes(tokens: &[Token<'_>], amounts: &mut Vec<Amount>) {
    let mut out: Vec<Amount> = Vec::with_capacity(amounts.len());
    let mut skip = false;
    for at in 0..amounts.len() {
        if std::mem::take(&mut skip) {
            continue;
        }
        let amount = &amounts[at];
        let Form::Range { high, span, .. } = amount.form else {
            out.push(amount.clone());
            continue;
        };
        let clause = &tokens[amount.start.saturating_sub(12)..amount.start];
        let falls = clause.iter().filter_map(Token::word).rev().find_map(direction);
        let second = amounts.get(at + 1).filter(|next| next.span == span);
        skip = second.is_some();
        let fits = falls.is_some_and(|sign| (high - amount.value) * sign > 0.0);
        let preposition = amount.start > 0 && tokens[amount.start - 1].is_any(&["fra", "på"]);
        match second {
            Some(next) if fits && preposition && next.shape != Shape::Count => {
                let mut first = amount.clone();
                (first.shape, first.unit, first.form, first.way) =
                    (next.shape, next.unit.clone(), Form::Plain, Some(End::From));
                out.push(first);
                out.push(Amount { form: Form::Plain, way: Some(End::To), ..next.clone() });
            }
            Some(next) => out.push(Amount {
                end: next.end,
                shape: next.shape,
                unit: next.unit.clone(),
                noun: next.noun,
                ..amount.clone()
            }),
            None => out.push(amount.clone()),
        }
    }
    *amounts = out;
}

/// "er faldet til 460": the end of a change whose beginning is not said.
fn is_reached(tokens: &[Token<'_>], amount: &Amount) -> bool {
    tokens[amount.start.saturating_sub(7)..amount.start].iter().filter_map(Token::word).any(|w| direction(w).is_some())
}

/// "fra 617 i 2019 til 844 i 2021".
pub(super) fn mark_ends(tokens: &[Token<'_>], amounts: &mut [Amount]) {
    let word_before = |amount: &Amount, words: &[&str]| {
        let mut at = amount.start;
        while at > 0 && (tokens[at - 1].is_symbol('.') || WORDS.hedges.at(tokens, at - 1).is_some()) {
            at -= 1;
        }
        at > 0 && tokens[at - 1].is_any(words)
    };
    let mut open: Option<usize> = None;
    for at in 0..amounts.len() {
        if amounts[at].way.is_some() || amounts[at].form != Form::Plain {
            continue;
        }
        if word_before(&amounts[at], &["fra"]) {
            amounts[at].way = Some(End::From);
            open = Some(at);
        } else if word_before(&amounts[at], &["til"]) {
            if let Some(from) = open.take().filter(|from| amounts[at].start - amounts[*from].end < 25) {
                // "fra 122 til 107 personer": what the second counts the first counts too.
                let (shape, unit, noun) = (amounts[at].shape, amounts[at].unit.clone(), amounts[at].noun);
                amounts[at].way = Some(End::To);
                if matches!(amounts[from].shape, Shape::Count | Shape::Score) && amounts[from].noun == Noun::None {
                    (amounts[from].shape, amounts[from].unit, amounts[from].noun) = (shape, unit, noun);
                }
                if amounts[at].shape == Shape::Count && amounts[from].shape == Shape::Score {
                    amounts[at].shape = Shape::Score;
                }
            } else if is_reached(tokens, &amounts[at]) {
                amounts[at].way = Some(End::To);
            }
        }
    }
}
