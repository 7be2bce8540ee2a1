//! R10: halves, thirds and quarters in words, against the part and the whole that they are of.
//!
//! "Af de 42 sager vedrører 26 børn. Børneområdet står således for knap halvdelen": 26/42 = 61.9 %. Words are wide: only a
//! share that is clearly on the other side, or far from the fraction, is told.

use super::context::{Context, Notes, Say, Sentence, number};
use super::quantity::{Quantity, Unit};
use super::share::parts;
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::text::token::Token;

/// So far from its fraction a share may lie that is called by it.
const WIDE: f64 = 0.13;
/// So far on the other side it may lie: "knap halvdelen" of 27 cases is 14 of them too.
const NEAR: f64 = 0.035;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        let Some(said) = fraction(sentence) else { continue };
        let Some((part, whole, span)) = beside(sentence, &said).or_else(|| before(cx, index, &said)) else { continue };
        let real = f64::from(part) / f64::from(whole);
        let values = vec![
            ("part", part.to_string()),
            ("base", whole.to_string()),
            ("real", number(100.0 * real, 1)),
            ("said", cx.text(said.span)),
        ];
        if said.holds(real) {
            report.pass(Rule::R10, said.span, "check-fraction-passed", values);
            continue;
        }
        report.find(Say {
            rule: Rule::R10,
            severity: Severity::A,
            span: sentence.span,
            related: if sentence.span.contains(span) { Vec::new() } else { vec![span] },
            stated: cx.text(said.span),
            recomputed: format!("{} % ({part}/{whole})", number(100.0 * real, 1)),
            key: "check-fraction",
            values,
        });
    }
}

/// On which side of its fraction a share is said to lie.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    About,
    JustBelow,
    JustAbove,
    Above,
    Below,
}

struct Fraction {
    value: f64,
    side: Side,
    first: usize,
    last: usize,
    span: Span,
}

impl Fraction {
    fn holds(&self, real: f64) -> bool {
        let off = real - self.value;
        match self.side {
            Side::About => off.abs() <= WIDE,
            Side::JustBelow => (-WIDE..=NEAR).contains(&off),
            Side::JustAbove => (-NEAR..=WIDE).contains(&off),
            Side::Above => off > -0.005,
            Side::Below => off < 0.005,
        }
    }
}

/// The only fraction in words of a sentence: "knap halvdelen", "mere end to tredjedele".
fn fraction(sentence: &Sentence<'_>) -> Option<Fraction> {
    let parts = [("halvdelen", 2.0), ("tredjedel", 3.0), ("fjerdedel", 4.0), ("femtedel", 5.0), ("tiendedel", 10.0)];
    let of = |t: &Token<'_>| {
        let word = t.word()?;
        parts
            .iter()
            .find(|(name, _)| word.strip_prefix(name).is_some_and(|rest| matches!(rest, "" | "e" | "en" | "ene")))
    };
    sentence.find_start(&["halvdel", "tredjedel", "fjerdedel", "femtedel", "tiendedel"])?;
    let mut found = sentence.tokens.iter().enumerate().filter_map(|(at, t)| Some((at, of(t)?)));
    let ((at, (name, below)), None) = (found.next()?, found.next()) else { return None };
    let back = |n: usize| at.checked_sub(n).map(|i| &sentence.tokens[i]);
    let count = match back(1).filter(|_| *name != "halvdelen").and_then(Token::word) {
        _ if *name == "halvdelen" => 1.0,
        Some("en" | "én") => 1.0,
        Some("to") => 2.0,
        Some("tre") => 3.0,
        Some("fire") => 4.0,
        _ => return None,
    };
    let first = if *name == "halvdelen" { at } else { at - 1 };
    let word = |n: usize| first.checked_sub(n).and_then(|i| sentence.tokens[i].word());
    let (side, words) = match (word(2), word(1)) {
        (Some("mere" | "flere"), Some("end")) => (Side::Above, 2),
        (Some("mindre" | "færre"), Some("end")) => (Side::Below, 2),
        // "lidt over", "godt og vel", "op imod": how far is another matter.
        (Some("lidt" | "noget" | "et"), Some("over" | "under" | "stykke")) | (_, Some("vel" | "imod" | "mod")) => {
            return None;
        }
        (_, Some("knap" | "næsten")) => (Side::JustBelow, 1),
        (_, Some("godt")) => (Side::JustAbove, 1),
        (_, Some("over")) => (Side::Above, 1),
        (_, Some("under")) => (Side::Below, 1),
        (_, Some("omkring" | "cirka" | "omtrent")) => (Side::About, 1),
        _ => (Side::About, 0),
    };
    let start = first - words;
    let span = sentence.tokens[start].span.cover(sentence.tokens[at].span);
    // "en tredjedel færre", "er faldet med en fjerdedel", "omkring halvdelen højere": a change, and no part.
    let changes = ["færre", "flere", "mindre", "mere", "højere", "lavere"];
    let change = sentence.tokens.get(at + 1).is_some_and(|t| t.is_any(&changes))
        || start.checked_sub(1).is_some_and(|i| sentence.tokens[i].is_any(&["med", "på", "mod"]));
    (!change && !sentence.has(&["ikke"])).then_some(Fraction {
        value: count / below,
        side,
        first: start,
        last: at,
        span,
    })
}

/// "25 af de 34 sager, altså knap tre fjerdedele", "godt en tredjedel af sagerne (77 af 163)".
fn beside(sentence: &Sentence<'_>, said: &Fraction) -> Option<(u32, u32, Span)> {
    let [pair] = parts(sentence)[..] else { return None };
    // The words of the fraction may hold a number themselves.
    let counts = sentence.of(Unit::Count).filter(|q| q.token < said.first || q.token > said.last);
    if counts.count() != 2 || sentence.of(Unit::Percent).next().is_some() {
        return None;
    }
    let tokens = sentence.tokens;
    let behind = pair.last < said.first;
    let fits = if behind {
        let between = &tokens[pair.last + 1..said.first];
        let leads = ["altså", "svarende", "eller", "dvs", "hvilket", "således", "dermed"];
        let turns = between.iter().any(|t| t.is_any(&["mens", "men", "og", "hvor", "heraf"]));
        between.iter().any(|t| t.is_any(&leads)) && !turns && between.len() <= 10
    } else {
        let between = tokens.get(said.last + 1..pair.first).unwrap_or_default();
        between.last().is_some_and(|t| t.is_symbol('(')) && between.len() <= 8
    };
    fits.then_some((pair.part, pair.whole, pair.span))
}

/// "Af de 42 sager vedrører 26 børnehandicap. Området står således for knap halvdelen.": the sentence before has these two
/// numbers alone, and the same thing is named.
fn before(cx: &Context<'_>, index: usize, said: &Fraction) -> Option<(u32, u32, Span)> {
    let (sentence, before) = (&cx.sentences[index], cx.before(index)?);
    let counts: Vec<&Quantity> = before.quantities.iter().filter(|q| q.unit != Unit::Year).collect();
    let [whole, part] = counts[..] else { return None };
    let opens = before.tokens.first().is_some_and(|t| t.is("af")) && whole.token <= 3 && !whole.bound && !part.bound;
    let concludes = sentence.has(&["således", "dermed", "altså", "herved"]);
    let own = sentence.quantities.iter().any(|q| q.token < said.first || q.token > said.last);
    let (part, all) = (part.count()?, whole.count().filter(|n| *n > 0)?);
    let words = |s: &Sentence<'_>, from: usize| -> Vec<String> {
        let words = s.tokens.get(from..).unwrap_or_default().iter().filter_map(Token::word);
        words.filter(|w| w.chars().count() >= 8).map(|w| w.chars().take(8).collect()).collect()
    };
    // What the part is named by, behind its number.
    let named = words(before, counts[1].end + 1);
    let named = words(sentence, 0).iter().any(|word| named.contains(word));
    let behind = sentence.tokens.get(said.last + 1).is_some_and(|t| t.is("af"));
    (opens && concludes && !own && named && behind && part <= all)
        .then(|| (part, all, whole.span.cover(counts[1].span)))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::in_text;
    use crate::model::finding::Rule;

    #[test]
    fn fractions_in_words_are_held_against_their_numbers() {
        for (text, findings) in [
            ("Af de 40 klager vedrører 26 vejområdet. Vejområdet står således for knap halvdelen af klagerne.", 1),
            ("Af de 40 klager vedrører 19 vejområdet. Vejområdet står således for knap halvdelen af klagerne.", 0),
            ("Af de 40 klager vedrører 21 vejområdet. Vejområdet står således for knap halvdelen af klagerne.", 0),
            ("Af de 40 klager vedrører 26 vejområdet. Havneområdet står således for knap halvdelen af klagerne.", 0),
            ("Veje udgør 12 af de 40 klager, altså mere end halvdelen.", 1),
            ("Veje udgør 12 af de 40 klager, altså knap en tredjedel.", 0),
            ("Veje udgør 30 af de 40 klager, svarende til tre fjerdedele.", 0),
            ("Veje udgør 30 af de 40 klager, svarende til en fjerdedel.", 1),
            ("Veje udgør godt en tredjedel af alle klager (30 af 80).", 0),
            ("Veje udgør godt en tredjedel af alle klager (50 af 80).", 1),
            // Of something else.
            ("Veje udgør 30 af de 40 klager, mens parkering svarer til en fjerdedel af svarene.", 0),
            ("Veje udgør 30 af de 40 klager, altså en fjerdedel flere end før.", 0),
            ("Antallet er faldet fra 23 til 16, altså knap en tredjedel færre.", 0),
        ] {
            assert_eq!(in_text(text, Rule::R10).len(), findings, "{text}");
        }
    }
}
