//! R12: a yardstick without date or source.
//!
//! Guideline ranges are revised (Dansk Socialrådgiverforening lowered several in April 2020), so that a value can be
//! held against them only when it is known which edition is quoted.

use super::context::{Context, Notes, Say, passage, value_span};
use crate::model::figure::{Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::text::token::Kind;

/// How far above a guideline its lead-in may stand, in sentences.
const LEAD_IN: usize = 4;
/// How far apart two guidelines of one list stand at most, in bytes: a few lines.
const NEAR: u32 = 400;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    let mut until = 0;
    for (figure, key) in cx.stated(&Topic::Caseload) {
        let guideline = matches!(figure.measure, Measure::RecommendedLow | Measure::RecommendedHigh);
        let value = value_span(figure);
        if !guideline || value.start < until {
            continue;
        }
        let Some(at) = cx.sentence_at(value) else { continue };
        // A list of guidelines is told once, at its lead-in.
        until = list_end(cx, value);
        let first = at.saturating_sub(LEAD_IN);
        let issuer = key.place.as_str().to_lowercase();
        let names = |i: &usize| cx.text(cx.sentences[*i].span).to_lowercase().contains(&issuer);
        let lead = (first..=at).rev().find(names).unwrap_or(at);
        let dated = (lead..=at).any(|i| {
            let sentence = &cx.sentences[i];
            let year = sentence.tokens.iter().any(|t| t.year().is_some() || t.kind == Kind::Date);
            year || sentence.has_start(&["senest", "gældende", "opdater"])
        });
        if !dated {
            report.find(Say {
                rule: Rule::R12,
                severity: Severity::B,
                span: cx.sentences[lead].span,
                related: vec![passage(figure)],
                stated: cx.text(cx.sentences[lead].span),
                recomputed: String::new(),
                key: "check-yardstick",
                values: vec![("issuer", key.place.to_string())],
            });
        }
    }
}

/// The end of the last guideline that follows within a few lines of this one.
fn list_end(cx: &Context<'_>, first: Span) -> u32 {
    let mut end = first.end;
    for figure in cx.figures_in(Span { start: first.start, end: u32::MAX }) {
        let value = value_span(figure);
        if value.start >= end + NEAR {
            break;
        }
        if matches!(figure.measure, Measure::RecommendedLow | Measure::RecommendedHigh) {
            end = end.max(value.end);
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::finding::Rule;

    #[test]
    fn an_undated_list_of_guidelines_is_told_once() {
        let text = |when: &str| {
            format!(
                "Dansk Socialrådgiverforening angiver {when}følgende tal:\n- Unge: 30-45 sager\n- Syge: 35-50 sager"
            )
        };
        let case = |text: &str| {
            Case::new(text)
                .caseload("Dansk Socialrådgiverforening", "Unge", "recommended_low", "30")
                .caseload("Dansk Socialrådgiverforening", "Unge", "recommended_high", "45")
                .caseload("Dansk Socialrådgiverforening", "Syge", "recommended_low", "35")
        };
        assert_eq!(case(&text("")).findings(Rule::R12), [(1, "check-yardstick", String::new())]);
        assert_eq!(case(&text("i 2020 ")).findings(Rule::R12), []);
    }
}
