//! R7: what a hedged rate implies where its number of cases is not given.
//!
//! "55 cases, knap 26 %": 25.5 ≤ 100·55/n < 26, so n is 212 to 215; see [`crate::stats::grim::denominators`].

use super::base::whole;
use super::context::{Context, Notes, Say, passage, printed, short, value_span};
use super::counts::Counts;
use super::share::parts;
use crate::model::figure::{HedgeKind, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::stats::grim;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (rate, key) in cx.stated(&Topic::Appeals).filter(|(f, _)| f.measure == Measure::ReversalRate) {
        let counts = Counts::of(cx, key);
        // "svarende til 55 omgjorte sager ud af 180": the number of cases is given after all.
        let sentence = cx.sentence_at(value_span(rate)).map(|at| &cx.sentences[at]);
        let beside = sentence.is_some_and(|s| parts(s).iter().any(|p| Some(p.part) == counts.known.reversed));
        let known = beside || counts.known.considered.or(counts.known.decided).is_some();
        let Some((hedge, reversed)) = rate.hedge.as_ref().zip(counts.known.reversed).filter(|_| !known) else {
            continue;
        };
        let cases = grim::denominators(printed(rate), reversed);
        if cases.is_empty() {
            continue;
        }
        report.find(Say {
            rule: Rule::R7,
            severity: Severity::B,
            span: passage(rate),
            related: counts.spans,
            stated: cx.text(whole(cx, rate)),
            recomputed: format!("{}-{}", cases.start(), cases.end()),
            key: "check-hedge",
            values: vec![
                ("reversed", reversed.to_string()),
                ("hedge", hedge.word.clone()),
                ("near", near(hedge.kind).to_owned()),
                ("stated", short(rate.value)),
                ("low", cases.start().to_string()),
                ("high", cases.end().to_string()),
                ("year", key.period.to_string()),
            ],
        });
    }
}

/// The printed word's meaning, for languages other than the document's.
fn near(kind: HedgeKind) -> &'static str {
    match kind {
        HedgeKind::JustBelow => "below",
        HedgeKind::JustAbove => "above",
        HedgeKind::About => "about",
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::figure::{Hedge, HedgeKind};
    use crate::model::finding::Rule;

    #[test]
    fn a_hedged_rate_implies_its_cases_only_where_they_are_missing() {
        let text = "I 2022 blev 55 sager omgjort svarende til knap 26 procent. Der var 214 sager.";
        let mut case = Case::new(text).own("2022", "Alle", "reversed", "55").own("2022", "Alle", "reversal_rate", "26");
        assert_eq!(case.findings(Rule::R7), []);
        case.extraction.figures[1].hedge = Some(Hedge { word: "knap".to_owned(), kind: HedgeKind::JustBelow });
        assert_eq!(case.findings(Rule::R7), [(1, "check-hedge", "212-215".to_owned())]);
        let given = "I 2022 var det knap 26 procent, svarende til 55 omgjorte sager ud af 180.";
        let mut beside =
            Case::new(given).own("2022", "Alle", "reversal_rate", "26").own("2022", "Alle", "reversed", "55");
        beside.extraction.figures[0].hedge = Some(Hedge { word: "knap".to_owned(), kind: HedgeKind::JustBelow });
        assert_eq!(beside.findings(Rule::R7), []);
        assert_eq!(beside.findings(Rule::R1), [(1, "check-share", "30.6 % (55/180)".to_owned())]);
        let known = case.own("2022", "Alle", "considered", "214");
        assert_eq!(known.findings(Rule::R7), []);
    }
}
