//! R3: is a rounded percentage attainable with its number of cases (GRIM).
//!
//! Among n cases only the percentages 100·k/n exist, k whole; see [`crate::stats::grim`]. Asked only where the
//! counts themselves are not printed, and where n is small enough that some percentages are impossible.

use super::base::whole;
use super::context::{Context, Notes, Say, number, passage, printed, short, value_span};
use super::counts::{Counts, ambiguous, leaves_out_dismissed};
use crate::model::figure::Topic;
use crate::model::finding::{Report, Rule, Severity};
use crate::stats::grim;
use crate::stats::rounding::Near;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (figure, key) in cx.stated(&Topic::Appeals).filter(|(f, _)| f.measure.is_rate()) {
        let counts = Counts::of(cx, key);
        let stated = printed(figure);
        let Some(n) = counts.known.considered.or(counts.known.decided).filter(|n| *n > 0) else { continue };
        let telling = stated.step() * f64::from(n) < 100.0;
        if !telling
            || !figure.is_certain()
            || counts.known.part(&figure.measure).is_some()
            || stated.near == Near::About
        {
            continue;
        }
        let fits = grim::counts(stated, n);
        let mut values = vec![("stated", short(figure.value)), ("n", n.to_string())];
        if !fits.is_empty() {
            values.push(("low", fits.start().to_string()));
            values.push(("high", fits.end().to_string()));
            let one = fits.start() == fits.end();
            let key = if one { "check-attainable-passed" } else { "check-attainable-passed-some" };
            report.pass(Rule::R3, value_span(figure), key, values);
            continue;
        }
        // Of cases that are only said to be decided, some may be dismissed: the base is not known.
        let sure = counts.known.considered.is_some() || leaves_out_dismissed(cx, key);
        let fewer = (1..n).rev().take(n as usize / 2).any(|n| !grim::counts(stated, n).is_empty());
        if (!sure && fewer) || ambiguous(cx, key) {
            continue;
        }
        let Some([(below, low), (above, high)]) = grim::neighbours(figure.value, n) else { continue };
        values.extend([
            ("below", below.to_string()),
            ("low", number(low, 1)),
            ("above", above.to_string()),
            ("high", number(high, 1)),
        ]);
        report.find(Say {
            rule: Rule::R3,
            severity: Severity::B,
            span: passage(figure),
            related: counts.spans,
            stated: cx.text(whole(cx, figure)),
            recomputed: format!("{below}/{n} = {} %, {above}/{n} = {} %", number(low, 1), number(high, 1)),
            key: "check-attainable",
            values,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::finding::Rule;

    #[test]
    fn a_base_that_may_hold_dismissed_cases_is_not_known() {
        let text = "Der er afgjort 28 sager. Omgørelsesprocenten er 26 %.";
        let case = Case::new(text).own("2017", "SEL", "decided", "28").own("2017", "SEL", "reversal_rate", "26");
        assert_eq!(case.findings(Rule::R3), []);
    }

    #[test]
    fn impossible_percentages_are_found_and_possible_ones_pass() {
        for (n, rate, findings, passed) in [("28", "26", 1, 0), ("28", "43", 0, 1), ("280", "26", 0, 0)] {
            let text = format!("Der er behandlet {n} sager. Omgørelsesprocenten er {rate} %.");
            let case = Case::new(&text).own("2017", "SEL", "considered", n).own("2017", "SEL", "reversal_rate", rate);
            assert_eq!(case.findings(Rule::R3).len(), findings, "{text}");
            assert_eq!(case.passed(Rule::R3), passed, "{text}");
        }
    }
}
