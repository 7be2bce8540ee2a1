//! The words of caseload figures: `assets/caseload.ron`, compiled.

use crate::data::lexicon::{Hit, Lexicon};
use crate::data::word_list::{WordList, lower};
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
    total: Vec<String>,
    fte: Vec<String>,
    average: Vec<String>,
    guideline: Vec<String>,
    issuers: BTreeMap<String, Vec<String>>,
    groups: Vec<String>,
    lists: CaseloadLists,
}

/// The lists of single words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseloadLists {
    /// The nouns that one employee has so many of.
    pub counted: WordList,
    /// What somebody recommends.
    pub advice: WordList,
    /// Staff whose name may say whose cases they have.
    pub group_staff: WordList,
    /// Staff whose name does not.
    pub plain_staff: WordList,
    /// What may stand between two numbers of a list.
    pub between_numbers: WordList,
    /// The nouns for how many cases somebody has.
    pub load_nouns: WordList,
    /// The nouns for how much staff there is.
    pub posts: WordList,
    /// Words that make a number that of all together.
    pub sums: WordList,
    /// Labels for all groups together, in lower case.
    #[serde(deserialize_with = "lower")]
    whole: Vec<String>,
    /// Words that add nothing to a place or a year in a label.
    pub fillers: WordList,
    /// Words of the whole that a label sums.
    pub summed: WordList,
    /// In labels: what is measured is something else.
    pub other_measures: WordList,
    /// Words of a statement that have no place in the name of a target group.
    pub no_label: WordList,
    /// Before what will or may be.
    pub supposed: WordList,
    /// Verbs of what something brings with it.
    pub causing: WordList,
    /// Verbs of getting to a number.
    pub reaching: WordList,
    /// What is proposed.
    pub proposals: WordList,
    /// That a number is of what was spoken of before.
    pub also: WordList,
    /// Before the name of a group or a team.
    pub pointers: WordList,
    /// Words that are the name of a team or an area.
    pub units: WordList,
    /// Teams with a name of their own ("Familiegruppen"), and groups of people that have no cases.
    pub teams: WordList,
    pub no_teams: WordList,
    /// Names with a capital behind a preposition that are no part of an administration.
    pub no_units: WordList,
    /// Where a thought in contrast to the one before begins.
    pub contrast: WordList,
    /// What is aimed at, asked for or tried.
    pub aimed: WordList,
    /// That a number is real, beside an aim.
    pub actual: WordList,
    /// Verbs of change without a direction.
    pub moving: WordList,
    /// Before the day on which cases were counted.
    pub counting: WordList,
    /// Shortly before a limit.
    pub bounds: WordList,
    /// Directly before a number that is stated.
    pub stating: WordList,
    /// For the caseload of the sentence before.
    pub pronouns: WordList,
    /// Behind "kan" and "vil" they say what is: "det kan oplyses".
    pub telling: WordList,
    /// Of another time than the survey's, without saying of which.
    pub past: WordList,
    /// Verbs of how many cases come and go.
    pub flow: WordList,
    /// What would be better than it is.
    pub wished: WordList,
    /// What one employee does with so and so many cases.
    pub having: WordList,
    /// Between a place and its number.
    pub reporting: WordList,
    /// That a guideline is that of the survey's time.
    pub at_survey: WordList,
    /// Before a colon and the target group that the lines below are of.
    pub record_heads: WordList,
    /// Words of the mean.
    pub mean: WordList,
    /// That cases come on top or are gone.
    pub added: WordList,
}

/// The lexicon of caseload words, the labels of tables that are no target group, and lists.
#[derive(Debug)]
pub struct CaseloadWords {
    pub terms: Lexicon<CaseloadTag>,
    pub lists: CaseloadLists,
    /// Labels in lower case with what they measure; a trailing `*` stands for any ending.
    labels: Vec<(String, Measure)>,
    /// Whom the cases are counted for, as single words.
    pub staff: WordList,
    /// Beginnings of words that show that a text speaks of caseloads at all.
    pub stems: Vec<String>,
}

impl CaseloadWords {
    /// The words of caseloads in a sentence. "Socialrådgiverne" is the union for short, but "socialrådgiverne i
    /// Modtagelsen" and "socialrådgiverne har hver 29 sager" are staff.
    #[must_use]
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<Hit<CaseloadTag>> {
        let mut found = self.terms.find(tokens);
        let advised = found.iter().any(|hit| hit.tag == CaseloadTag::Guideline);
        for hit in &mut found {
            let union = matches!(hit.tag, CaseloadTag::Issuer(_)) && tokens[hit.start].is("socialrådgiverne");
            let next = tokens.get(hit.end).filter(|_| union && hit.end == hit.start + 1 && !advised);
            if next.is_some_and(|t| t.is_any(&["i", "på", "hos", "har", "havde"])) {
                hit.tag = CaseloadTag::Staff;
            }
        }
        found
    }

    /// What a table's label measures over all groups; `None` for a target group. Longer phrases win.
    #[must_use]
    pub fn label(&self, label: &str) -> Option<&Measure> {
        let label = self.without_actual(label.trim().trim_end_matches([':', '*']).trim());
        // "Normering (årsværk)", "Samlet normering, årsværk": the unit behind says the same again.
        let shorter = label.split(['(', ',']).next().unwrap_or_default().trim();
        let unit = label[shorter.len()..].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let plain = unit.clone().count() > 0
            && unit.clone().all(|word| self.staff.holds(word) || self.lists.counted.holds(word));
        let named = self.phrase(label).or_else(|| self.phrase(shorter).filter(|_| plain));
        // "Rådgivere (årsværk)"
        let posts = plain && self.staff.holds(shorter) && unit.clone().all(|word| self.lists.posts.holds(word));
        let named = named.or_else(|| posts.then_some(&Measure::Fte));
        named.or_else(|| self.spelled(label))
    }

    /// "Faktisk sagstal" is the caseload.
    fn without_actual<'l>(&self, label: &'l str) -> &'l str {
        let rest = label.split_once(' ').filter(|(first, _)| self.lists.actual.holds(first));
        rest.map_or(label, |(_, rest)| rest.trim())
    }

    /// Does a label only name caseloads, whether for one employee or for all: "Sagsantal", "Sagstal"?
    #[must_use]
    pub fn says_only_caseload(&self, label: &str) -> bool {
        let mut words = words(self.without_actual(label));
        words.next().is_some_and(|word| self.lists.load_nouns.holds(word)) && words.next().is_none()
    }

    /// Is a label in lower case one for all groups together: "I alt", "Jobcentret i alt"?
    #[must_use]
    pub fn is_whole(&self, label: &str) -> bool {
        self.lists.whole.iter().any(|whole| whole == label) || label.ends_with(" i alt")
    }

    /// "I alt / gennemsnit": the sums and the mean over all groups in one line.
    #[must_use]
    pub fn is_sum_and_mean(&self, label: &str) -> bool {
        let mut parts = label.split(['/', '(', ')', ',']).flat_map(|part| part.split(" og "));
        let (mut whole, mut mean) = (false, false);
        let known = parts.all(|part| {
            let part = part.trim();
            let is_whole = self.lists.whole.iter().any(|whole| whole == part);
            let is_mean = !part.is_empty() && words(part).all(|word| self.lists.mean.holds(word));
            whole |= is_whole;
            mean |= is_mean;
            is_whole || is_mean || part.is_empty()
        });
        // "Samlet gennemsnit", "Gennemsnit i alt"
        let of_all = || {
            let ends = |whole: &&String| label.strip_prefix(whole.as_str()).or(label.strip_suffix(whole.as_str()));
            let rest = self.lists.whole.iter().find_map(|whole| ends(&whole)).unwrap_or_default();
            rest.trim().len() + 1 < label.len()
                && !rest.trim().is_empty()
                && words(rest).all(|word| self.lists.mean.holds(word))
        };
        known && whole && mean || of_all()
    }

    /// Does nothing but words that go with a place or a year remain of a label in lower case?
    #[must_use]
    pub fn says_nothing(&self, label: &str) -> bool {
        label
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| self.lists.fillers.holds(word))
    }

    /// What a title says that the values of its table are, where it does not speak of cases for one employee: their
    /// staff, or how many cases there are.
    #[must_use]
    pub fn titled(&self, tokens: &[Token<'_>]) -> Option<&Measure> {
        let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
        let stands = |phrase: &str, at: usize| {
            let mut rest = words[at..].iter();
            phrase.starts_with(words[at]) && phrase.split(' ').all(|word| rest.next() == Some(&word))
        };
        let says = |phrase: &str| (0..words.len()).any(|at| stands(phrase, at));
        // "Antal borgere" may be those who get a benefit.
        let sure = |phrase: &str, measure: &Measure| match measure {
            Measure::Fte => true,
            Measure::TotalCases => phrase.contains("sag"),
            _ => false,
        };
        let exact = self.labels.iter().filter(|(phrase, measure)| sure(phrase, measure) && says(phrase));
        exact.max_by_key(|(phrase, _)| phrase.len()).map(|(_, measure)| measure)
    }

    /// What a label says by its single words: "Antal sager pr. rådgiver" counts cases for one employee, "Samlet sagstal"
    /// all cases, "Årsværk i alt" the staff.
    fn spelled(&self, label: &str) -> Option<&Measure> {
        let words: Vec<&str> = words(label).collect();
        let cases = |words: &[&str]| {
            words.iter().any(|word| self.lists.counted.holds(word) || self.lists.load_nouns.holds(word))
        };
        let means = |word: &&str| self.lists.mean.holds(word);
        if let Some(per) = words.iter().position(|word| matches!(*word, "pr" | "per")) {
            let each = words[per + 1..].iter().take(2).any(|word| self.staff.holds(word));
            let counts = cases(&words[..per]) || words[..per].iter().any(means);
            return (each && counts).then_some(&Measure::CasesPerFte);
        }
        // "Sager/årsværk"
        if let Some((what, each)) = label.split_once('/')
            && self::words(what).last().is_some_and(|word| cases(&[word]) || means(&word))
            && self::words(each).next().is_some_and(|word| self.staff.holds(word))
        {
            return Some(&Measure::CasesPerFte);
        }
        let sums = |word: &&str| self.lists.sums.holds(word);
        let known = |word: &&str| {
            let noun =
                self.lists.counted.holds(word) || self.lists.load_nouns.holds(word) || self.lists.posts.holds(word);
            noun || means(word) || sums(word) || matches!(*word, "i" | "af")
        };
        if !words.iter().all(known) {
            return None;
        }
        let posts = words.iter().any(|word| self.lists.posts.holds(word));
        match (cases(&words), posts, words.iter().any(means), words.iter().any(sums)) {
            (true, false, true, _) => Some(&Measure::CasesPerFte),
            (true, false, false, true) => Some(&Measure::TotalCases),
            (false, true, false, _) => Some(&Measure::Fte),
            _ => None,
        }
    }

    /// "familierådgivere": staff whose name says whose cases they have.
    #[must_use]
    pub fn is_staff_of_a_group(&self, token: &Token<'_>) -> bool {
        self.lists.group_staff.has(token) && !self.lists.plain_staff.has(token)
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

/// The words of a label in lower case.
fn words(label: &str) -> impl Iterator<Item = &str> {
    label.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty())
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
    let staff = words.staff.clone().try_into()?;
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
    Ok(CaseloadWords { terms, lists: words.lists, labels, staff, stems })
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
            ("samlet sagstal", Some(Measure::TotalCases)),
            ("antal aktive sager i alt", Some(Measure::TotalCases)),
            ("gns. sagstal pr. årsværk", Some(Measure::CasesPerFte)),
            ("gns. pr. rådgiver", Some(Measure::CasesPerFte)),
            ("årsværk, samlet", Some(Measure::Fte)),
            ("sager/årsværk", Some(Measure::CasesPerFte)),
            ("antal borgere / rådgiver", Some(Measure::CasesPerFte)),
            ("sager/borgere", None),
            ("antal rådgivere", None),
            ("rådgivere (årsværk)", Some(Measure::Fte)),
            ("faktisk sagstal", Some(Measure::CasesPerFte)),
            ("antal sager på sygedagpenge", None),
            ("kontanthjælp, jobparate", None),
            ("sygedagpenge", None),
        ] {
            assert_eq!(CASELOAD.label(label), measure.as_ref(), "{label}");
        }
        for label in ["i alt / gennemsnit", "gennemsnit/i alt", "total (gns.)", "i alt og gennemsnit"] {
            assert!(CASELOAD.is_sum_and_mean(label), "{label}");
        }
        assert!(!["i alt", "gennemsnit", "sygedagpenge i alt"].iter().any(|label| CASELOAD.is_sum_and_mean(label)));
    }
}
