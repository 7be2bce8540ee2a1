//! R4: a number that stands as one thing and is the remainder of another.
//!
//! Residual = total − the parts that are shown. "13 omgjorte (39 sager i 2017)": when 39 is the year's cases minus those
//! of the other units, it counts cases and not reversals, and the two numbers must not be compared.

use super::context::{Context, Key, Notes, Say, Sentence, count, value_span};
use super::quantity::Unit;
use crate::model::figure::Unit::Count;
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::period::Period;
use crate::model::source::Span;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for sentence in &cx.sentences {
        for pair in sentence.quantities.windows(2) {
            let (number, year) = (&pair[0], &pair[1]);
            let opens = number.token > 0 && sentence.tokens[number.token - 1].is_symbol('(');
            let closes = sentence.tokens.get(year.token + 1).is_some_and(|t| t.is_symbol(')'));
            let Some(n) = number.count().filter(|_| opens && closes && year.unit == Unit::Year) else { continue };
            let before = Span { start: sentence.span.start, end: number.span.start };
            let Some(figure) = outcome_before(cx, sentence, before, number.span) else { continue };
            let year = Period::year(year.printed.value as i16);
            let Some(residual) = residual(cx, figure, year).filter(|r| r.value == n) else { continue };
            report.find(Say {
                rule: Rule::R4,
                severity: Severity::A,
                span: sentence.span,
                related: residual.spans,
                stated: cx.text(number.whole),
                recomputed: format!("{} - {} = {n}", residual.total, residual.others.join(" - ")),
                key: "check-residual",
                values: vec![
                    ("n", n.to_string()),
                    ("year", year.to_string()),
                    ("total", residual.total.to_string()),
                    ("others", residual.others.join(", ")),
                ],
            });
        }
    }
}

/// The count that the bracket is set beside: an outcome's figure, or any count with an outcome's word after it.
fn outcome_before<'a>(cx: &Context<'a>, sentence: &Sentence<'_>, before: Span, number: Span) -> Option<&'a Figure> {
    let figure = cx.figures_in(before).last().filter(|f| f.unit == Count)?;
    let after = sentence.tokens.iter().filter(|t| t.span.start >= value_span(figure).end && t.span.end <= number.start);
    let outcome = |word: &str| ["omgjor", "ændre", "hjemvis", "stadfæst"].iter().any(|stem| word.starts_with(stem));
    let worded = after.filter_map(|t| t.word()).any(outcome);
    let is_total = matches!(figure.measure, Measure::Decided | Measure::Considered | Measure::Received);
    (worded || !is_total).then_some(figure)
}

struct Residual {
    value: u32,
    total: u32,
    others: Vec<String>,
    spans: Vec<Span>,
}

/// The year's cases of a law, minus those of all its units but the figure's own.
fn residual(cx: &Context<'_>, figure: &Figure, year: Period) -> Option<Residual> {
    let key = Key::of(figure)?;
    let (law, _) = key.scope.split_once(" · ")?;
    let cases = |scope: &str| {
        let key = Key { scope, period: year, ..key };
        let figure = cx.figure(&Topic::Appeals, key, &Measure::Decided);
        let figure = figure.or_else(|| cx.figure(&Topic::Appeals, key, &Measure::Considered))?;
        Some((value_span(figure), count(figure)?))
    };
    let (total_span, total) = cases(law)?;
    let mut units: Vec<&str> = cx
        .stated(&Topic::Appeals)
        .filter(|(_, other)| other.place == key.place && other.scope != key.scope)
        .filter_map(|(_, other)| other.scope.strip_prefix(law)?.starts_with(" · ").then_some(other.scope))
        .collect();
    units.sort_unstable();
    units.dedup();
    let others: Option<Vec<(Span, u32)>> = units.into_iter().map(cases).collect();
    let others = others.filter(|others| !others.is_empty())?;
    let sum = others.iter().try_fold(0_u32, |sum, (_, n)| sum.checked_add(*n))?;
    Some(Residual {
        value: total.checked_sub(sum)?,
        total,
        others: others.iter().map(|(_, n)| n.to_string()).collect(),
        spans: std::iter::once(total_span).chain(others.iter().map(|(span, _)| *span)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::finding::Rule;

    fn case(earlier: &str) -> Case {
        let text = format!(
            "I 2017 var der 90 sager. Plejen havde 30 sager i 2017 og boligen 20.\n\
             På skolen er 13 sager omgjort ({earlier} sager i 2017)."
        );
        Case::new(&text)
            .own("2017", "SEL", "decided", "90")
            .own("2017", "SEL · Pleje", "decided", "30")
            .own("2017", "SEL · Bolig", "decided", "20")
            .own("2018", "SEL · Skole", "reversed", "13")
    }

    #[test]
    fn the_remainder_of_the_cases_is_no_number_of_reversals() {
        assert_eq!(case("40").findings(Rule::R4), [(2, "check-residual", "90 - 20 - 30 = 40".to_owned())]);
        assert_eq!(case("17").findings(Rule::R4), []);
    }
}
