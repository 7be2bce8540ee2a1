//! The families of figures beside appeals and caseloads: `assets/indicators.ron`, compiled to a lexicon.

use crate::data::lexicon::Lexicon;
use crate::text::lower::plain;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What may stand behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Shape {
    Count,
    Percent,
    Money,
    /// Weeks, months, years or days.
    Time,
    /// Full-time equivalents.
    Fte,
    /// A number without unit, on a scale or in an index.
    Score,
    /// Percentage points.
    Points,
}

/// How a number is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Form {
    #[default]
    Value,
    /// "200 flere end": the distance to something, with its sign.
    Difference,
    /// "mindst 20 procent": what is to be reached.
    Target,
    /// "30-50": both ends, as measures of their own with `_low` and `_high`.
    Range,
}

/// Where a figure's scope comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum ScopeFrom {
    /// The group of people that the sentence names.
    #[default]
    Group,
    /// The title of the agenda item.
    Title,
    /// The words behind the number: "var over 50 år", "grundet sociale forhold".
    Tail,
    /// The goal that the heading numbers.
    Goal,
}

/// How a topic or measure is called.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    pub key: String,
    pub da: String,
    pub en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicEntry {
    key: String,
    da: String,
    en: String,
    measures: Vec<MeasureEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureEntry {
    key: String,
    da: String,
    en: String,
    units: Vec<Shape>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    form: Form,
    #[serde(default)]
    scope: ScopeFrom,
    #[serde(default)]
    group: bool,
    #[serde(default)]
    shared: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalEntry {
    topic: String,
    words: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
    label: String,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topics: Vec<TopicEntry>,
    groups: BTreeMap<String, Vec<String>>,
    persons: Vec<String>,
    ranked: BTreeMap<String, Vec<String>>,
    among: BTreeMap<String, Vec<String>>,
    goals: Vec<GoalEntry>,
    elsewhere: Vec<String>,
    doubt: Vec<String>,
}

/// What one phrase means; a phrase may mean several things to several measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// Names this measure (index into [`Indicators::measures`]).
    Word(u16),
    /// Is what this measure counts.
    Noun(u16),
    /// Has to be near for this measure.
    Also(u16),
    /// Must not be near for this measure.
    Unless(u16),
    /// Names a group of people (index into [`Indicators::labels`]).
    Group(u16),
    Person,
    /// What a rank is given for (index as above).
    Ranked(u16),
    /// Among whom a rank is given (index as above).
    Among(u16),
    /// Begins the heading of a numbered goal (index into [`Indicators::goals`]).
    Goal(u16),
    /// Has to be in the chapter for a goal.
    GoalAlso(u16),
    /// The sentence speaks of appeals or caseloads.
    Elsewhere,
    /// The document doubts its own numbers.
    Doubt,
}

/// One measure of one topic.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Index into [`Indicators::topics`].
    pub topic: u16,
    pub names: Names,
    pub units: Vec<Shape>,
    pub form: Form,
    pub scope: ScopeFrom,
    /// A group of people must be named.
    pub group: bool,
    /// The number is of several municipalities together: its place stays open.
    pub shared: bool,
    pub has_words: bool,
    pub has_nouns: bool,
    pub has_also: bool,
}

/// A kind of heading that numbers goals.
#[derive(Clone, Debug)]
pub struct Goal {
    pub topic: String,
    pub label: String,
    pub has_also: bool,
}

/// The families, and the words that they are recognised by.
#[derive(Debug)]
pub struct Indicators {
    pub topics: Vec<Names>,
    pub measures: Vec<Measure>,
    pub goals: Vec<Goal>,
    /// A phrase's place in [`Indicators::meanings`].
    pub phrases: Lexicon<u16>,
    pub meanings: Vec<Vec<Meaning>>,
    /// What groups of people, ranks and those among whom they are given are called.
    pub labels: Vec<String>,
    /// The measures that no word names: their nouns or units do.
    pub wordless: Vec<u16>,
    /// The beginnings of words without which no figure of these topics is read in a paragraph, and whether each may
    /// stand alone: "antal" needs a group of people beside it.
    pub triggers: Vec<(String, bool)>,
}

/// Measures that rules make, not words: their names for people.
const MADE: [(&str, &str, &str); 5] = [
    ("rank", "Placering", "Rank"),
    ("ranked", "Antal i sammenligningen", "Number compared"),
    ("change", "Ændring", "Change"),
    ("required_low", "Krav til sagsantal, mindst", "Required caseload, lowest"),
    ("required_high", "Krav til sagsantal, højst", "Required caseload, highest"),
];

impl Indicators {
    /// What a meaning's index stands for.
    #[must_use]
    pub fn label(&self, at: u16) -> &str {
        self.labels.get(usize::from(at)).map_or("", String::as_str)
    }

    /// The names of a topic; `None` where the file does not hold it.
    #[must_use]
    pub fn topic(&self, key: &str) -> Option<&Names> {
        self.topics.iter().find(|names| names.key == key)
    }

    /// The Danish and the English name of a topic's measure. A measure that several topics have may be called
    /// otherwise in each; one that another topic lent is called as there.
    #[must_use]
    pub fn measure(&self, topic: &str, key: &str) -> Option<(&str, &str)> {
        let known = |m: &&Measure| m.names.key == key;
        let own = |m: &&Measure| self.topics.get(usize::from(m.topic)).is_some_and(|t| t.key == topic);
        let found = self.measures.iter().filter(known).find(own).or_else(|| self.measures.iter().find(known));
        let made = || MADE.iter().find(|(made, ..)| *made == key).map(|(_, da, en)| (*da, *en));
        found.map(|m| (m.names.da.as_str(), m.names.en.as_str())).or_else(made)
    }
}

/// Reads the families of a file such as `assets/indicators.ron`.
///
/// # Errors
/// What is wrong in the file and where, or which phrase, measure or topic cannot be used.
pub fn parse(source: &str) -> Result<Indicators, String> {
    let file: File = ron::from_str(source).map_err(|error| error.to_string())?;
    let mut phrases: BTreeMap<String, BTreeSet<Meaning>> = BTreeMap::new();
    let mut add = |list: &[String], meaning: &Meaning| {
        for phrase in list {
            phrases.entry(plain(phrase)).or_default().insert(*meaning);
        }
    };
    let (mut topics, mut measures) = (Vec::new(), Vec::new());
    let mut triggers: BTreeMap<String, bool> = BTreeMap::new();
    let mut trigger = |phrases: &[String], alone: bool| {
        for stem in phrases.iter().map(|phrase| stem(phrase)).filter(|stem| stem.chars().count() >= 3) {
            *triggers.entry(stem).or_default() |= alone;
        }
    };
    for entry in file.topics {
        let topic = topics.len() as u16;
        for m in entry.measures {
            let at = measures.len() as u16;
            let where_ = || format!("{}.{}", entry.key, m.key);
            if m.units.is_empty() {
                return Err(format!("{}: at least one unit is needed", where_()));
            }
            let unit_says_all = m.units.iter().all(|unit| *unit == Shape::Fte);
            if m.words.is_empty() && m.nouns.is_empty() && !unit_says_all {
                return Err(format!("{}: words or nouns are needed", where_()));
            }
            add(&m.words, &Meaning::Word(at));
            add(&m.nouns, &Meaning::Noun(at));
            add(&m.also, &Meaning::Also(at));
            add(&m.unless, &Meaning::Unless(at));
            // A word that needs another beside it says nothing alone.
            let alone = m.also.is_empty() && !m.group && m.scope != ScopeFrom::Goal;
            trigger(&m.words, alone);
            trigger(&m.nouns, alone);
            trigger(&m.also, true);
            measures.push(Measure {
                topic,
                units: m.units,
                form: m.form,
                scope: m.scope,
                group: m.group,
                shared: m.shared,
                has_words: !m.words.is_empty(),
                has_nouns: !m.nouns.is_empty(),
                has_also: !m.also.is_empty(),
                names: Names { key: m.key, da: m.da, en: m.en },
            });
        }
        topics.push(Names { key: entry.key, da: entry.da, en: entry.en });
    }
    add(&file.persons, &Meaning::Person);
    add(&file.elsewhere, &Meaning::Elsewhere);
    add(&file.doubt, &Meaning::Doubt);
    let mut labels: Vec<String> = Vec::new();
    let mut name = |label: &String| {
        labels.push(label.clone());
        labels.len() as u16 - 1
    };
    for (label, list) in &file.groups {
        trigger(list, true);
        add(list, &Meaning::Group(name(label)));
    }
    for (label, list) in &file.ranked {
        add(list, &Meaning::Ranked(name(label)));
    }
    for (label, list) in &file.among {
        add(list, &Meaning::Among(name(label)));
    }
    let mut goals = Vec::new();
    for entry in file.goals {
        if !topics.iter().any(|topic| topic.key == entry.topic) {
            return Err(format!("goals: there is no topic {:?}", entry.topic));
        }
        let at = goals.len() as u16;
        add(&entry.words, &Meaning::Goal(at));
        add(&entry.also, &Meaning::GoalAlso(at));
        trigger(&entry.words, entry.also.is_empty());
        trigger(&entry.also, true);
        goals.push(Goal { topic: entry.topic, label: entry.label, has_also: !entry.also.is_empty() });
    }
    trigger(&["årsværk", "plads", "nr.", "nummer"].map(str::to_owned), true);
    let triggers = triggers.into_iter().collect();
    let meanings: Vec<Vec<Meaning>> = phrases.values().map(|all| all.iter().copied().collect()).collect();
    let phrases = Lexicon::new(phrases.into_keys().enumerate().map(|(at, phrase)| (phrase, at as u16)))
        .map_err(|phrase| format!("the phrase {phrase:?} cannot be used"))?;
    let wordless = (0..measures.len() as u16).filter(|at| !measures[usize::from(*at)].has_words).collect();
    Ok(Indicators { topics, measures, goals, phrases, meanings, labels, wordless, triggers })
}

/// The longest word of a phrase, as far as it is fixed: what a text must hold where the phrase stands in it.
fn stem(phrase: &str) -> String {
    let words = phrase.split_whitespace().filter(|word| *word != "..").map(|word| word.trim_end_matches(['*', '-']));
    plain(words.max_by_key(|word| word.chars().count()).unwrap_or_default())
}

/// The families that the program is shipped with.
pub static INDICATORS: LazyLock<Indicators> = LazyLock::new(|| {
    parse(include_str!("../../assets/indicators.ron")).unwrap_or_else(|error| panic!("assets/indicators.ron: {error}"))
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::lower::aligned;
    use crate::text::token::tokens;

    const SOURCE: &str = include_str!("../../assets/indicators.ron");

    #[test]
    fn names_are_found_in_both_languages() {
        assert_eq!(INDICATORS.topic("duration").map(|n| n.da.as_str()), Some("Varighed"));
        assert_eq!(INDICATORS.measure("project", "target"), Some(("Projektets mål", "The project's target")));
        assert_eq!(INDICATORS.measure("minister_goals", "target"), Some(("Mål", "Target")));
        assert_eq!(INDICATORS.measure("rank", "rank"), Some(("Placering", "Rank")));
        assert_eq!(INDICATORS.measure("rank", "nothing"), None);
    }

    #[test]
    fn a_broken_entry_is_named() {
        for (from, to, said) in [
            ("units: [Money]", "units: [Mony]", "Mony"),
            ("units: [Money]", "units: []", "unit_cost.unit_cost: at least one unit"),
            ("key: \"unit_cost\", da", "kay: \"unit_cost\", da", "kay"),
            ("words: [\"skala\"]", "words: []", "survey.score: words or nouns"),
            ("words: [\"skala\"]", "words: [\"s*\"]", "\"s*\""),
            ("topic: \"minister_goals\"", "topic: \"ministers\"", "ministers"),
        ] {
            assert!(SOURCE.contains(from), "{from}");
            let error = parse(&SOURCE.replacen(from, to, 1)).expect_err(to);
            assert!(error.contains(said), "{error}");
        }
    }
    /// The measures that the words of a text name, by key.
    fn named(indicators: &Indicators, text: &str) -> Vec<String> {
        let lower = aligned(text);
        let words = tokens(text, &lower, Span::new(0..text.len()));
        let mut phrases = Vec::new();
        for at in 0..words.len() {
            indicators.phrases.each_at(&words, at, |_, phrase| phrases.push(usize::from(*phrase)));
        }
        let meanings = phrases.into_iter().flat_map(|phrase| indicators.meanings[phrase].iter());
        let measures = meanings.filter_map(|meaning| match meaning {
            Meaning::Word(at) => Some(indicators.measures[usize::from(*at)].names.key.clone()),
            _ => None,
        });
        measures.collect()
    }

    #[test]
    fn a_synonym_is_added_without_touching_code() {
        let text = "Ekspeditionstiden er 9 uger";
        let triggered =
            |indicators: &Indicators| indicators.triggers.iter().any(|(stem, _)| "ekspeditionstiden".contains(stem));
        assert!(named(&INDICATORS, text).is_empty() && !triggered(&INDICATORS));
        let more = SOURCE.replace("\"sagsbehandlingstid*\"", "\"ekspeditionstid*\", \"sagsbehandlingstid*\"");
        let more = parse(&more).expect("a file with one word more");
        assert_eq!(named(&more, text), ["processing_time"]);
        assert!(triggered(&more));
    }
}
