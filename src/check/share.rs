//! R1: a share that stands beside its part and its whole: "214 ud af 395 borgere har svaret, svarende til 54 pct.".
//!
//! Share = 100 · part / whole of the printed counts; printed precision and hedges are allowed for. Where the share is
//! an outcome's and its cases are counted, R2 asks which base it has.

use super::context::{Context, Key, Notes, Say, Sentence, number, short};
use super::counts::Counts;
use super::quantity::{Quantity, Unit};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::stats::rate::percent;
use crate::stats::rounding::Fit;
use crate::text::token::Token;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        for share in sentence.of(Unit::Percent).filter(|q| !q.bound) {
            let here = parts(sentence).into_iter().find(|pair| joined(sentence, pair, share));
            let pair = here.or_else(|| cx.before(index).and_then(|before| said_before(before, sentence, share)));
            if let Some(pair) = pair.filter(|_| !counted(cx, share.span)) {
                settle(cx, report, sentence, &pair, share);
            }
        }
    }
}

/// A part and what it is of.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub part: u32,
    pub whole: u32,
    pub first: usize,
    pub last: usize,
    pub span: Span,
}

/// "214 ud af 395", "22 af de 27", "55 omgjorte sager ud af i alt 180".
pub(super) fn parts(sentence: &Sentence<'_>) -> Vec<Part> {
    let counts: Vec<&Quantity> = sentence.quantities.iter().filter(|q| q.unit != Unit::Year).collect();
    let pair = |w: &[&Quantity]| {
        let (part, whole) = (w[0].count()?, w[1].count()?);
        let between = sentence.tokens.get(w[0].end + 1..w[1].token)?;
        let of = between.iter().position(|t| t.is("af"))?;
        let small = |t: &Token<'_>| t.is_any(&["de", "i", "alt", "alle", "vores", "kommunens", "samtlige", "disse"]);
        let plain = of <= 3 && between[..of].iter().all(|t| t.word().is_some()) && between[of + 1..].iter().all(small);
        let sure = [w[0], w[1]].iter().all(|q| !q.bound && q.printed.near == crate::stats::rounding::Near::Plain);
        (plain && sure && part <= whole && whole > 0).then(|| Part {
            part,
            whole,
            first: w[0].token,
            last: w[1].end,
            span: w[0].span.cover(w[1].span),
        })
    };
    counts.windows(2).filter_map(pair).collect()
}

/// Is the share said to be what the pair gives: "22 af 27, svarende til 81 %", "22 af 27 (81 %)", "81 % (22 af 27)".
fn joined(sentence: &Sentence<'_>, pair: &Part, share: &Quantity) -> bool {
    let tokens = sentence.tokens;
    let start = share.token - sentence.hedge_tokens(share);
    let other = |from: usize, to: usize| {
        sentence.quantities.iter().any(|q| q.unit != Unit::Year && q.token >= from && q.token < to)
    };
    if pair.last < start {
        let between = &tokens[pair.last + 1..start];
        let near = between.len() <= 14 && !other(pair.last + 1, start);
        let bracket = between.last().is_some_and(|t| t.is_symbol('(')) && closes(tokens, share.end + 1);
        return near && (equals(between) || bracket);
    }
    if share.end < pair.first {
        let between = &tokens[share.end + 1..pair.first];
        let bracket = between.last().is_some_and(|t| t.is_symbol('(')) && between.len() <= 2;
        let closed = (pair.last + 1..pair.last + 4).any(|at| closes(tokens, at));
        return (between.len() <= 6 && equals(between)) || (bracket && closed);
    }
    false
}

/// "svarende til", "hvilket svarer til", "svarer det til" at the end.
fn equals(between: &[Token<'_>]) -> bool {
    let [.., to] = between else { return false };
    let verb = between.iter().rev().skip(1).take(2).any(|t| t.is_any(&["svarende", "svarer", "svarede"]));
    to.is("til") && verb
}

/// A closing bracket, after the full stop of "pct." too.
fn closes(tokens: &[Token<'_>], at: usize) -> bool {
    let symbol = |at: usize, sign| tokens.get(at).is_some_and(|t| t.is_symbol(sign));
    symbol(at, ')') || symbol(at, '.') && symbol(at + 1, ')')
}

/// "Det svarer til 54 pct." after a sentence with one pair and no share of its own.
fn said_before(before: &Sentence<'_>, sentence: &Sentence<'_>, share: &Quantity) -> Option<Part> {
    let start = share.token - sentence.hedge_tokens(share);
    let opens = sentence.tokens.first()?.is_any(&["det", "dette", "hvilket"]) && start <= 3;
    let [pair] = parts(before)[..] else { return None };
    let alone = before.of(Unit::Percent).next().is_none() && before.of(Unit::Count).count() == 2;
    (opens && alone && equals(&sentence.tokens[..start])).then_some(pair)
}

/// Is it a rate of appeals whose cases are counted.
fn counted(cx: &Context<'_>, share: Span) -> bool {
    cx.figures_in(share).iter().filter(|f| f.measure.is_rate()).any(|f| {
        let known = Key::of(f).map(|key| Counts::of(cx, key).known);
        known.is_some_and(|known| known.considered.or(known.decided).is_some())
    })
}

fn settle(cx: &Context<'_>, report: &mut Report, sentence: &Sentence<'_>, pair: &Part, share: &Quantity) {
    let Some(real) = percent(pair.part, pair.whole) else { return };
    let fit = share.printed.fit(real);
    let values = vec![
        ("part", pair.part.to_string()),
        ("base", pair.whole.to_string()),
        ("real", number(real, 1)),
        ("stated", short(share.value())),
    ];
    if fit == Fit::Rounded {
        report.pass(Rule::R1, share.whole, "check-share-passed", values);
        return;
    }
    // "svarende til 3 pct. af alle borgere", "11 pct. flere": of something else.
    let after = sentence.tokens.get(share.end + 1..).unwrap_or_default().iter().find(|t| !t.is_symbol('.'));
    let other = ["af", "flere", "færre", "mere", "mindre", "højere", "lavere", "ikke"];
    if after.is_some_and(|t| t.is_any(&other)) {
        return;
    }
    report.find(Say {
        rule: Rule::R1,
        severity: if fit == Fit::Truncated { Severity::C } else { Severity::B },
        span: sentence.span,
        related: if sentence.span.contains(pair.span) { Vec::new() } else { vec![pair.span] },
        stated: cx.text(share.whole),
        recomputed: format!("{} % ({}/{})", number(real, 1), pair.part, pair.whole),
        key: "check-share",
        values,
    });
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text};
    use crate::model::finding::Rule;

    #[test]
    fn a_share_is_held_against_its_part_and_whole() {
        for (text, expected) in [
            ("Skemaet er besvaret af 22 af 27 ledere, svarende til 81 pct.", None),
            ("Skemaet er besvaret af 22 af 27 ledere, svarende til 71 pct.", Some("81.5 % (22/27)")),
            ("Skemaet er besvaret af 22 ud af i alt 27 ledere (71 %).", Some("81.5 % (22/27)")),
            ("I 2021 fik 22 ledere ud af 27 i 2021 svar, hvilket svarer til godt 81 procent.", None),
            ("Andelen er 71 pct., svarende til 22 svar ud af 27.", Some("81.5 % (22/27)")),
            ("Andelen er 71 pct. (22 af 27 ledere).", Some("81.5 % (22/27)")),
            ("22 af 27 ledere har svaret. Det svarer til 71 procent.", Some("81.5 % (22/27)")),
            // Of something else than the pair.
            ("22 af 27 ledere har svaret, svarende til 3 pct. af alle ansatte.", None),
            ("22 af 27 ledere har svaret, og 40 pct. er tilfredse.", None),
            ("22 af 27 ledere har svaret (landsgennemsnit 40 pct.).", None),
            ("22 af 27 ledere har svaret. Det er 40 pct. flere end sidst.", None),
            ("22 af 27 ledere har svaret, svarende til mindst 71 pct.", None),
        ] {
            let found = in_text(text, Rule::R1);
            let found: Vec<_> = found.iter().map(|(_, _, real)| real.as_str()).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
        let passes = "Skemaet er besvaret af 22 af 27 ledere, svarende til 81 pct.";
        assert_eq!(Case::new(passes).passed(Rule::R1), 1);
    }

    #[test]
    fn rates_with_counted_cases_are_left_to_their_rule() {
        let text = "Af 24 sager er 5 ud af 20 omgjort, svarende til 21 pct.";
        let case = Case::new(text).own("2021", "Alle", "decided", "24").own("2021", "Alle", "reversed", "5");
        let case = case.own("2021", "Alle", "reversal_rate", "21");
        assert_eq!(case.findings(Rule::R1), []);
    }
}
