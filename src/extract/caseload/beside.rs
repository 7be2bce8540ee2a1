//! Guidelines in the parenthesis behind a value of the same group: "Sygedagpenge: 54 (DS 30-45)".

use super::Setting;
use super::guideline::{figures, label_issuer};
use super::range::range;
use crate::data::caseload::CASELOAD;
use crate::extract::clause::Clause;
use crate::model::figure::Figure;

/// The guideline in the parenthesis that opens at a token, of the group of the value before it.
pub(super) fn in_parenthesis(clause: &Clause<'_>, open: usize, scope: &str, setting: &Setting) -> Vec<Figure> {
    let tokens = &clause.tokens;
    let Some(close) = (open..tokens.len()).find(|&at| tokens[at].is_symbol(')')) else { return Vec::new() };
    let terms = CASELOAD.terms.find(&tokens[open..close]);
    let Some(found) = range(tokens, open).filter(|found| found.end == close) else { return Vec::new() };
    let words = tokens[open..found.start].iter().filter(|t| t.word().is_some()).count();
    let Some(issuer) = label_issuer(&terms).filter(|_| words <= 4) else { return Vec::new() };
    figures(clause, &found, &issuer, scope, setting)
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn guidelines_are_of_the_group_beside_them() {
        for (text, expected) in [
            (
                "DS anbefaler 20-30 sager pr. familierådgiver og 45-55 sager pr. rådgiver på handicapområdet.",
                vec!["familierådgiver 20-30", "handicapområdet 45-55"],
            ),
            ("DS anbefaler 25-35 sager for rådgivere, der arbejder med flygtninge.", vec!["flygtninge 25-35"]),
            (
                "DS har vejledende sagstal. For fleksjob siger foreningen 45-55 sager, for jobparate 30-50.",
                vec!["fleksjob 45-55", "jobparate 30-50"],
            ),
            ("DS anbefaler lave tal: For fleksjob siger DS 45-55 sager.", vec!["fleksjob 45-55"]),
            ("Sager pr. rådgiver:\n- Sygedagpenge: 54 (DS 30-45)", vec!["Sygedagpenge 30-45"]),
        ] {
            let page = format!("Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nSagstal\n{text}\n");
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let of =
                |key: &str| figures.iter().filter(|f| f.measure.key() == key && f.is_certain()).collect::<Vec<_>>();
            let (low, high) = (of("recommended_low"), of("recommended_high"));
            let found: Vec<String> =
                low.iter().zip(high).map(|(low, high)| format!("{} {}-{}", low.scope, low.value, high.value)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
