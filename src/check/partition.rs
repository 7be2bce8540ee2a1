//! R4 in prose: amounts, lists and sentences whose parts make up a total.
//!
//! Sum of parts = total, to the printed precision. A wrong sum is reported only where the text itself calls the parts
//! the whole (amounts for each year of a grant, a list "fordelt på ...:"); elsewhere only a sum that fits says anything.

use super::context::{Context, Notes, Say, Sentence, number, short};
use super::quantity::{Quantity, Unit};
use crate::model::figure::Figure;
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::text::sentence::ParagraphKind;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    amounts(cx, report);
    lists(cx, report);
    concerned(cx, report);
    run_on(cx, report);
}

/// A finding or a pass for a total and its parts.
fn settle(cx: &Context<'_>, report: &mut Report, span: Span, total: &Quantity, parts: &[Quantity]) {
    let sum: f64 = parts.iter().map(Quantity::value).sum();
    let slack: f64 = parts.iter().map(|q| q.printed.step() * q.scale / 2.0).sum();
    let values = vec![
        ("parts", parts.iter().map(|q| amount(q.value())).collect::<Vec<_>>().join(" + ")),
        ("sum", amount(sum)),
        ("stated", amount(total.value())),
        ("off", amount((sum - total.value()).abs())),
    ];
    let off = (sum - total.value()).abs();
    if off < 1e-6 {
        report.pass(Rule::R4, total.whole, "check-sum-passed", values);
    } else if off <= slack && total.printed.decimals > 0 {
        report.pass(Rule::R4, total.whole, "check-sum-rounded", values);
    } else {
        report.find(Say {
            rule: Rule::R4,
            severity: Severity::B,
            span,
            related: parts.iter().map(|q| q.whole).collect(),
            stated: cx.text(total.whole),
            recomputed: amount(sum),
            key: "check-sum-amounts",
            values,
        });
    }
}

fn amount(value: f64) -> String {
    if value.fract() == 0.0 { number(value, 0) } else { short(value) }
}

/// "på i alt 388.772 kr. ... 204.225 kr. i 2020 og på 184.517 kr. i 2021": a grant and its years.
fn amounts(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        let parts = by_year(sentence);
        let [first, .., _] = parts.as_slice() else { continue };
        let start = cx.paragraphs[sentence.paragraph].sentences.start;
        let same = cx.sentences[start..=index].iter().rev();
        // A numbered list gives the total in its first point and the years in the next.
        let before = cx.paragraphs.get(sentence.paragraph.wrapping_sub(1)).filter(|p| p.kind == ParagraphKind::Item);
        let listed = before.map(|p| &cx.sentences[p.sentences.clone()]).unwrap_or_default().iter().rev();
        let total =
            same.chain(listed).find_map(|s| in_all(s).filter(|q| q.span.end <= first.span.start).map(|q| (s, q)));
        let Some((holder, total)) = total else { continue };
        let sum: f64 = parts.iter().map(Quantity::value).sum();
        // Far from the total they are something else: a part of the years, another purpose.
        if (sum - total.value()).abs() > total.value() * 0.05 {
            continue;
        }
        let span =
            if holder.paragraph == sentence.paragraph { holder.span.cover(sentence.span) } else { sentence.span };
        settle(cx, report, span, &total, &parts);
    }
    yearly(cx, report);
}

/// The total of a sentence: "i alt", "samlet" before an amount in kroner.
fn in_all(sentence: &Sentence<'_>) -> Option<Quantity> {
    sentence
        .of(Unit::Kroner)
        .find(|q| {
            let before = &sentence.tokens[q.token.saturating_sub(4)..q.token];
            before.windows(2).any(|w| w[0].is("i") && w[1].is("alt"))
                || before.iter().any(|t| t.is_any(&["ialt", "samlet"]))
        })
        .copied()
}

/// Two or more amounts, each with its own year right after it: "203.030 kr. i 2022, på 203.030 i 2023".
fn by_year(sentence: &Sentence<'_>) -> Vec<Quantity> {
    let mut years = Vec::new();
    let mut parts = Vec::new();
    for pair in sentence.quantities.windows(2) {
        let (amount, year) = (&pair[0], &pair[1]);
        let between = sentence.tokens.get(amount.end + 1..year.token).unwrap_or_default();
        let money = amount.unit == Unit::Kroner || (amount.unit == Unit::Count && amount.printed.value >= 1000.0);
        let joined = between.len() <= 2 && between.iter().any(|t| t.is("i"));
        if money && joined && year.unit == Unit::Year {
            years.push(year.printed.value);
            parts.push(*amount);
        }
    }
    years.dedup();
    let mixed = parts.iter().any(|q| q.unit == Unit::Kroner);
    if mixed && years.len() == parts.len() && parts.len() >= 2 { parts } else { Vec::new() }
}

/// "i perioden 2022-2025 på i alt 53,6 mio. kr. fordelt med 13,4 mio. kr. årligt": so many years of one amount.
fn yearly(cx: &Context<'_>, report: &mut Report) {
    for sentence in &cx.sentences {
        let Some(total) = in_all(sentence) else { continue };
        let yearly = sentence.of(Unit::Kroner).find(|q| {
            q.token > total.end && sentence.tokens[q.end..].iter().take(3).any(|t| t.is_any(&["årligt", "årlig"]))
        });
        let years: Vec<&Quantity> = sentence.of(Unit::Year).collect();
        let joined = |w: &&[&Quantity]| sentence.tokens[w[0].token + 1..w[1].token].iter().all(|t| t.is_symbol('-'));
        let (Some(yearly), Some([from, to])) = (yearly, years.windows(2).find(joined)) else { continue };
        let count = to.printed.value - from.printed.value + 1.0;
        if (2.0..=10.0).contains(&count) {
            settle(cx, report, sentence.span, &total, &vec![*yearly; count as usize]);
        }
    }
}

/// "25 borgere fordelt på tre grupper:" and one number in each item of the list that follows.
fn lists(cx: &Context<'_>, report: &mut Report) {
    for (index, paragraph) in cx.paragraphs.iter().enumerate() {
        let Some(last) = cx.sentences[paragraph.sentences.clone()].last() else { continue };
        let opens = last.tokens.last().is_some_and(|t| t.is_symbol(':')) && last.has_start(&["fordel"]);
        let Some(total) = last.of(Unit::Count).find(|q| q.count().is_some()).filter(|_| opens) else { continue };
        let items = cx.paragraphs[index + 1..].iter().take_while(|p| p.kind == ParagraphKind::Item);
        let parts: Vec<Option<Quantity>> = items.map(|p| item_count(&cx.sentences[p.sentences.clone()])).collect();
        let whole: Vec<Quantity> = parts.iter().flatten().copied().collect();
        let said_again = matches!(whole.as_slice(), [one] if one.value() == total.value());
        if whole.len() == parts.len() && !whole.is_empty() && !said_again {
            settle(cx, report, paragraph.span, total, &whole);
        }
    }
}

/// "Af de 18 sager vedrører 10 merudgifter, 6 aflastning og 3 ledsagelse": parts that are more than their whole.
fn concerned(cx: &Context<'_>, report: &mut Report) {
    for sentence in &cx.sentences {
        let opens = sentence.tokens.first().is_some_and(|t| t.is("af"));
        let verb = sentence.find(&["vedrører", "vedrørte", "omhandler", "omhandlede", "angår", "angik"]);
        let (Some(verb), Some(total)) = (verb.filter(|_| opens), sentence.quantities.first()) else { continue };
        let parts: Vec<Quantity> = sentence.quantities[1..].to_vec();
        let counts = |q: &&Quantity| q.count().is_some() && !q.bound && q.token > verb;
        let whole = total.count().is_some() && total.token < verb && parts.iter().filter(counts).count() == parts.len();
        // Nothing but a list: a case may be of two things, and a text that knows it says so.
        let mixed = sentence.has(&["heraf", "hvoraf", "deraf", "flere", "både", "mens", "men", "bl", "blandt"]);
        let sum: f64 = parts.iter().map(Quantity::value).sum();
        if parts.len() < 3 || !whole || mixed || sum < total.value() {
            continue;
        }
        settle(cx, report, sentence.span, total, &parts);
    }
}

/// The number that an item of a list counts: after "i alt", in parentheses, or the only one.
fn item_count(sentences: &[Sentence<'_>]) -> Option<Quantity> {
    let counts = || sentences.iter().flat_map(|s| s.of(Unit::Count).map(move |q| (s, q)));
    let total = counts().find(|(s, q)| s.tokens[q.token.saturating_sub(2)..q.token].iter().any(|t| t.is("alt")));
    let bracketed = || counts().find(|(s, q)| q.token > 0 && s.tokens[q.token - 1].is_symbol('('));
    let only = || Some(counts().next()).filter(|_| counts().count() == 1).flatten();
    total.or_else(bracketed).or_else(only).map(|(_, q)| *q)
}

/// A total and, in the sentences after it, a run of at least three counts that make it up. Only a fit is told: the
/// text does not say where the parts end.
fn run_on(cx: &Context<'_>, report: &mut Report) {
    let proved = proved(report);
    for (index, sentence) in cx.sentences.iter().enumerate() {
        let Some(total) = sentence.of(Unit::Count).find(|q| q.count().is_some_and(|n| n >= 10)) else { continue };
        // A total that is proved already needs no second sum, which could only be a coincidence.
        let before = proved.partition_point(|span| span.end <= total.span.start);
        if proved.get(before).is_some_and(|span| span.overlaps(total.span)) {
            continue;
        }
        let near = &cx.sentences[index + 1..cx.sentences.len().min(index + 6)];
        let near = near.iter().take_while(|s| s.paragraph <= sentence.paragraph + 2);
        let counts: Vec<Quantity> = near.flat_map(|s| s.of(Unit::Count)).filter(|q| !q.bound).copied().collect();
        let mut from = 0;
        while from < counts.len() {
            let mut sum = 0.0;
            let end = counts[from..].iter().position(|q| {
                sum += q.value();
                sum >= total.value()
            });
            let Some(end) = end.map(|end| from + end) else { break };
            let parts = &counts[from..=end];
            let whole = (3..=MOST_PARTS).contains(&parts.len()) && parts.iter().all(|q| q.value() > 0.0);
            if sum == total.value() && whole && of_one_kind(cx, total, parts) {
                settle(cx, report, sentence.span, total, parts);
                from = end + 1;
            } else {
                from += 1;
            }
        }
    }
}

/// More parts than these are a coincidence sooner than a sum.
const MOST_PARTS: usize = 8;

/// Are a total and its parts counts of one thing, as far as it is known what they count: no rate, no guideline, and no
/// part of another law than the total.
fn of_one_kind(cx: &Context<'_>, total: &Quantity, parts: &[Quantity]) -> bool {
    let figure = |q: &Quantity| cx.figures_in(q.span).first().copied();
    let whole = figure(total);
    let counts = |f: &Figure| !f.measure.is_rate() && f.place.as_ref().is_none_or(|place| cx.is_own(place));
    let within =
        |f: &Figure| whole.is_none_or(|whole| whole.scope == "Alle" || f.scope.starts_with(whole.scope.as_str()));
    whole.is_none_or(counts) && parts.iter().filter_map(figure).all(|f| counts(f) && within(f))
}

/// Where sums have passed, in order, without overlaps.
fn proved(report: &Report) -> Vec<Span> {
    let mut spans: Vec<Span> = report.passed.iter().filter(|p| p.rule == Rule::R4).map(|p| p.span).collect();
    spans.sort_unstable();
    spans.dedup_by(|next, span| {
        let joined = next.overlaps(*span);
        if joined {
            *span = span.cover(*next);
        }
        joined
    });
    spans
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text};
    use crate::model::finding::Rule;

    #[test]
    fn amounts_by_year_make_up_the_grant() {
        for (text, expected) in [
            ("Der gives i alt 500.000 kr. Heraf 300.000 kr. i 2020 og 200.100 kr. i 2021.", Some("500100")),
            ("Der gives i alt 500.000 kr. Heraf 300.000 kr. i 2020 og 200.000 kr. i 2021.", None),
            ("Der gives i alt 500.000,5 kr. med 250.000 kr. i 2020 og på 250.000 i 2021.", None),
            ("Der gives i alt 900.000 kr. Der er brugt 300.000 kr. i 2020 og 200.000 kr. i 2021.", None),
            (
                "Primo 2022 kom en pulje i 2022-2025 på i alt 40,4 mio. kr. fordelt med 10,2 mio. kr. årligt.",
                Some("40800000"),
            ),
        ] {
            let found = in_text(text, Rule::R4);
            let found: Vec<_> = found.iter().map(|(_, _, real)| real.as_str()).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn parts_of_a_sentence_are_no_more_than_their_whole() {
        for (text, findings) in [
            ("Af de 18 klager vedrører 10 vejene, 6 havnen og 3 parken.", 1),
            ("Af de 18 klager vedrører 10 vejene, 5 havnen og 3 parken.", 0),
            // The rest is not listed, or a complaint is of two things.
            ("Af de 18 klager vedrører 10 vejene, 2 havnen og 3 parken.", 0),
            ("Af de 18 klager vedrører 10 vejene, 6 havnen og 3 begge dele, idet flere har to emner.", 0),
            ("Af de 18 klager vedrører 10 vejene, heraf 6 huller og 3 skilte.", 0),
        ] {
            assert_eq!(in_text(text, Rule::R4).len(), findings, "{text}");
        }
    }

    #[test]
    fn a_list_makes_up_its_total() {
        let list = |last: &str| {
            format!("I alt deltager 25 borgere fordelt på tre grupper:\n- Unge (7)\n- Ældre (8)\n- Andre ({last})")
        };
        assert_eq!(in_text(&list("11"), Rule::R4), [(1, "check-sum-amounts", "26".to_owned())]);
        assert_eq!(in_text(&list("10"), Rule::R4), []);
        assert_eq!(Case::new(&list("10")).passed(Rule::R4), 1);
    }

    #[test]
    fn a_run_of_counts_only_ever_passes() {
        let text = "Der er behandlet 22 ansøgninger. De 15 var over 50 år, 4 var mellem 40 og 50 år og 3 under 40 år.";
        assert_eq!(Case::new(text).passed(Rule::R4), 1);
        assert_eq!(in_text(&text.replace("22", "23"), Rule::R4), []);
    }
}
