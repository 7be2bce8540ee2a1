//! The words of caseload figures: `assets/caseload.ron`, compiled.

use crate::data::lexicon::Lexicon;
use crate::data::word_list::WordList;
use crate::model::figure::Measure;
use crate::text::token::Token;
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
    counted: Vec<String>,
    whole: Vec<String>,
    fillers: Vec<String>,
    other_measures: Vec<String>,
    supposed: Vec<String>,
    no_label: Vec<String>,
    wished: Vec<String>,
    also: Vec<String>,
    at_survey: Vec<String>,
    mean: Vec<String>,
    added: Vec<String>,
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
    /// The nouns that one employee has so many of.
    pub counted: WordList,
    /// Whom the cases are counted for, as single words.
    pub staff: WordList,
    /// Labels for all groups together, in lower case.
    whole: Vec<String>,
    /// Words that add nothing to a place or a year in a label.
    fillers: WordList,
    pub other_measures: WordList,
    pub no_label: WordList,
    /// Before what will or may be.
    pub supposed: WordList,
    /// That a number is of what was spoken of before.
    pub also: WordList,
    /// What would be better than it is.
    pub wished: WordList,
    /// That a guideline is that of the survey's time.
    pub at_survey: WordList,
    pub mean: WordList,
    pub added: WordList,
    /// Beginnings of words that show that a text speaks of caseloads at all.
    pub stems: Vec<String>,
}

impl CaseloadWords {
    /// What a table's label measures over all groups; `None` for a target group. Longer phrases win.
    #[must_use]
    pub fn label(&self, label: &str) -> Option<&Measure> {
        let label = label.trim().trim_end_matches([':', '*']).trim();
        // "Normering (årsværk)", "Samlet normering, årsværk": the unit behind says the same again.
        let shorter = label.split(['(', ',']).next().unwrap_or_default().trim();
        let unit = label[shorter.len()..].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let plain =
            unit.clone().count() > 0 && unit.clone().all(|word| self.staff.holds(word) || self.counted.holds(word));
        let named = self.phrase(label).or_else(|| self.phrase(shorter).filter(|_| plain));
        named.or_else(|| self.is_per_employee(label).then_some(&Measure::CasesPerFte))
    }

    /// Is a label in lower case one for all groups together: "I alt", "Jobcentret i alt"?
    #[must_use]
    pub fn is_whole(&self, label: &str) -> bool {
        self.whole.iter().any(|whole| whole == label) || label.ends_with(" i alt")
    }

    /// Does nothing but words that go with a place or a year remain of a label in lower case?
    #[must_use]
    pub fn says_nothing(&self, label: &str) -> bool {
        label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| self.fillers.holds(word))
    }

    /// What a title says that the values of its table are, where it does not speak of cases for one employee: their
    /// staff, or how many cases there are.
    #[must_use]
    pub fn titled(&self, tokens: &[Token<'_>]) -> Option<&Measure> {
        let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
        let says = |phrase: &str| {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            words.windows(phrase.len()).any(|window| window == phrase)
        };
        // "Antal borgere" may be those who get a benefit.
        let sure = |phrase: &str, measure: &Measure| match measure {
            Measure::Fte => true,
            Measure::TotalCases => phrase.contains("sag"),
            _ => false,
        };
        let exact = self.labels.iter().filter(|(phrase, measure)| sure(phrase, measure) && says(phrase));
        exact.max_by_key(|(phrase, _)| phrase.len()).map(|(_, measure)| measure)
    }

    /// "Antal sager pr. rådgiver", "Aktive børnesager pr. årsværk": what is counted, "pr.", whom it is counted for.
    fn is_per_employee(&self, label: &str) -> bool {
        let words: Vec<&str> =
            label.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|w| !w.is_empty()).collect();
        let per = words.iter().position(|word| matches!(*word, "pr" | "per"));
        per.is_some_and(|per| {
            words[..per].iter().any(|word| self.counted.holds(word))
                && words[per + 1..].iter().take(2).any(|word| self.staff.holds(word))
        })
    }

    /// The longest phrase that the label is, or begins with where the phrase ends in a star.
    fn phrase(&self, label: &str) -> Option<&Measure> {
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
    let list_of = |name: &str, words: &[String]| {
        WordList::new(words).map_err(|word| format!("the word {word:?} cannot be used in {name}"))
    };
    let counted = list_of("counted", &words.counted)?;
    let staff = list_of("staff", &words.staff)?;
    let fillers = list_of("fillers", &words.fillers)?;
    let other_measures = list_of("other_measures", &words.other_measures)?;
    let no_label = list_of("no_label", &words.no_label)?;
    let supposed = list_of("supposed", &words.supposed)?;
    let wished = list_of("wished", &words.wished)?;
    let also = list_of("also", &words.also)?;
    let at_survey = list_of("at_survey", &words.at_survey)?;
    let mean = list_of("mean", &words.mean)?;
    let added = list_of("added", &words.added)?;
    let whole = words.whole.iter().map(|w| w.to_lowercase()).collect();
    let stems = words.caseload.iter().map(|w| w.trim_end_matches('*').to_owned()).collect();
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
    Ok(CaseloadWords {
        terms,
        labels,
        counted,
        staff,
        whole,
        fillers,
        other_measures,
        supposed,
        no_label,
        wished,
        also,
        at_survey,
        mean,
        added,
        stems,
    })
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
            ("samlet normering, årsværk", Some(Measure::Fte)),
            ("normering (årsværk)", Some(Measure::Fte)),
            ("børnesager pr. rådgiver", Some(Measure::CasesPerFte)),
            ("kontanthjælp, jobparate", None),
            ("sygedagpenge", None),
        ] {
            assert_eq!(CASELOAD.label(label), measure.as_ref(), "{label}");
        }
    }
}
