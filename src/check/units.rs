//! R6: a unit that is missing or mixed.
//!
//! "En andel på 10 (af 164)": as a percentage it is 10 % of 164 = 16 or 17 persons, as a count 10/164 = 6.1 %. The
//! two readings are told; neither is chosen.

use super::context::{Context, Notes, Say, Sentence, number, short};
use super::quantity::{Quantity, Unit};
use crate::model::finding::{Report, Rule, Severity};
use crate::stats::grim;
use std::ops::RangeInclusive;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        share_without_unit(cx, sentence, report);
        one_value_for_two(cx, index, sentence, report);
    }
}

fn share_without_unit(cx: &Context<'_>, sentence: &Sentence<'_>, report: &mut Report) {
    let Some(share) = sentence.find_start(&["andel", "procentandel"]) else { return };
    let Some((value, base)) = bracketed_base(sentence, share) else { return };
    let Some((part, n)) = value.count().zip(base.count()).filter(|(part, n)| part < n && *n > 0) else { return };
    let as_percent = grim::counts(value.printed, n);
    let as_count = 100.0 * f64::from(part) / f64::from(n);
    report.find(Say {
        rule: Rule::R6,
        severity: Severity::B,
        span: sentence.span,
        related: Vec::new(),
        stated: format!("{} ({})", cx.text(value.span), cx.text(base.span)),
        recomputed: format!("{} % / {} %", short(value.value()), number(as_count, 1)),
        key: "check-unit",
        values: vec![
            ("value", short(value.value())),
            ("n", n.to_string()),
            ("people", people(&as_percent)),
            ("share", number(as_count, 1)),
        ],
    });
}

/// "14", or "16-17" where the percentage allows several.
fn people(counts: &RangeInclusive<u32>) -> String {
    let (low, high) = (counts.start(), counts.end());
    if low == high { low.to_string() } else { format!("{low}-{high}") }
}

/// A bare number after "andel" with a number of persons in the bracket right after it.
fn bracketed_base<'s>(sentence: &'s Sentence<'_>, share: usize) -> Option<(&'s Quantity, &'s Quantity)> {
    let value = sentence.quantities.iter().find(|q| q.token > share && q.unit != Unit::Year)?;
    let open = sentence.tokens.get(value.token + 1)?.is_symbol('(');
    let close = value.token + 2 + sentence.tokens.get(value.token + 2..)?.iter().position(|t| t.is_symbol(')'))?;
    let inside = &sentence.tokens[value.token + 2..close];
    let counts_people = inside.iter().any(|t| {
        t.word().is_some_and(|w| ["antal", "person", "borger", "målgruppe", "n"].iter().any(|s| w.starts_with(s)))
    });
    let base = sentence.quantities.iter().find(|q| q.token > value.token && q.token < close)?;
    (value.unit == Unit::Count && open && counts_people).then_some((value, base))
}

/// "for både udsatte og ikke-udsatte på 51-47 %": one national value beside two values of the municipality.
fn one_value_for_two(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let Some(both) = sentence.find(&["både"]) else { return };
    let Some([one, and, two]) = sentence.tokens.get(both + 1..both + 4) else { return };
    let (Some(first), Some(second)) = (one.word(), two.word()) else { return };
    let after: Vec<&Quantity> = sentence.of(Unit::Percent).filter(|q| q.token > both).collect();
    let Some(before) = cx.before(index).filter(|_| and.is("og") && after.len() == 1) else { return };
    let own = before.of(Unit::Percent).count();
    if before.has(&[first]) && before.has(&[second]) && own >= 2 {
        report.find(Say {
            rule: Rule::R6,
            severity: Severity::B,
            span: sentence.span,
            related: vec![before.span],
            stated: cx.text(after[0].whole),
            recomputed: String::new(),
            key: "check-mixed-groups",
            values: vec![("first", first.to_owned()), ("second", second.to_owned())],
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::in_text;
    use crate::model::finding::Rule;

    #[test]
    fn a_share_without_unit() {
        let text = "Den samlede andel har været på 10 (antal personer i målgruppen er 164) i 2014.";
        assert_eq!(in_text(text, Rule::R6), [(1, "check-unit", "10 % / 6.1 %".to_owned())]);
        for text in [
            "Den samlede andel har været på 10 % (antal personer i målgruppen er 164) i 2014.",
            "Andelen er steget i 2014 (12 sager).",
            "Antallet har været på 10 (antal personer i målgruppen er 164) i 2014.",
        ] {
            assert_eq!(in_text(text, Rule::R6), [], "{text}");
        }
    }

    #[test]
    fn one_value_for_two_groups() {
        let text = "For udsatte er det 59 % og for ikke-udsatte 87 %. På landsplan er det for både udsatte og ikke-udsatte 51 %.";
        assert_eq!(in_text(text, Rule::R6).len(), 1);
        let two = text.replace("51 %", "henholdsvis 51 % og 80 %");
        assert_eq!(in_text(&two, Rule::R6), []);
    }
}
