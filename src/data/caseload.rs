//! The words of caseload figures: `assets/caseload.ron`, compiled.

use crate::data::lexicon::Lexicon;
use crate::model::figure::Measure;
use aho_corasick::AhoCorasick;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word or phrase means where caseloads are spoken of.
#[derive(Clone, Debug, PartialEq)]
pub enum CaseloadTag {
    /// "sagsantal": cases for one employee.
    Caseload,
    /// "årsværk", "sagsbehandler": whom the cases are counted for.
    Staff,
    Guideline,
    /// The issuer of a guideline, by its whole name.
    Issuer(String),
    /// A target group.
    Group,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    caseload: Vec<String>,
    staff: Vec<String>,
    total: Vec<String>,
    fte: Vec<String>,
    average: Vec<String>,
    guideline: Vec<String>,
    issuers: BTreeMap<String, Vec<String>>,
    groups: Vec<String>,
}

/// The lexicon of caseload words, and the labels of tables that are no target group.
#[derive(Debug)]
pub struct CaseloadWords {
    pub terms: Lexicon<CaseloadTag>,
    /// Labels in lower case with what they measure; a trailing `*` stands for any ending.
    labels: Vec<(String, Measure)>,
    /// What shows that a text speaks of caseloads at all.
    pub finder: AhoCorasick,
}

impl CaseloadWords {
    /// What a table's label measures over all groups; `None` for a target group. Longer phrases win.
    #[must_use]
    pub fn label(&self, label: &str) -> Option<&Measure> {
        let label = label.trim().trim_end_matches([':', '*']).trim();
        self.labels
            .iter()
            .filter(|(phrase, _)| match phrase.strip_suffix('*') {
                Some(stem) => label.starts_with(stem),
                None => label == phrase,
            })
            .max_by_key(|(phrase, _)| phrase.len())
            .map(|(_, measure)| measure)
    }
}

/// Reads the words of a file such as `assets/caseload.ron`.
///
/// # Errors
/// What is wrong in the file, or the phrase that cannot be used.
pub fn parse(source: &str) -> Result<CaseloadWords, String> {
    let words: Words = ron::from_str(source).map_err(|error| error.to_string())?;
    let labels =
        [(&words.total, Measure::TotalCases), (&words.fte, Measure::Fte), (&words.average, Measure::CasesPerFte)];
    let labels = labels
        .into_iter()
        .flat_map(|(list, measure)| list.iter().map(move |w| (w.to_lowercase(), measure.clone())))
        .collect();
    let stems = words.caseload.iter().map(|w| w.trim_end_matches('*'));
    let finder = AhoCorasick::new(stems).map_err(|error| error.to_string())?;
    let list = |words: Vec<String>, tag: CaseloadTag| words.into_iter().map(move |w| (w, tag.clone()));
    let issuers = words
        .issuers
        .into_iter()
        .flat_map(|(name, list)| list.into_iter().map(move |w| (w, CaseloadTag::Issuer(name.clone()))));
    let phrases = list(words.caseload, CaseloadTag::Caseload)
        .chain(list(words.staff, CaseloadTag::Staff))
        .chain(list(words.guideline, CaseloadTag::Guideline))
        .chain(issuers)
        .chain(list(words.groups, CaseloadTag::Group));
    let terms = Lexicon::new(phrases).map_err(|phrase| format!("the phrase {phrase:?} cannot be used"))?;
    Ok(CaseloadWords { terms, labels, finder })
}

/// The words that the program is shipped with.
pub static CASELOAD: LazyLock<CaseloadWords> = LazyLock::new(|| {
    parse(include_str!("../../assets/caseload.ron")).unwrap_or_else(|error| panic!("assets/caseload.ron: {error}"))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_groups() {
        for (label, measure) in [
            ("samlet sagsantal", Some(Measure::TotalCases)),
            ("samlet normering", Some(Measure::Fte)),
            ("gns. sagsantal pr. jobcenterårsværk", Some(Measure::CasesPerFte)),
            ("sygedagpenge", None),
        ] {
            assert_eq!(CASELOAD.label(label), measure.as_ref(), "{label}");
        }
    }
}
