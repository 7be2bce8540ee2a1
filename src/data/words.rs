//! The words that figures are recognised by: `assets/words.ron`, compiled to a lexicon.

use crate::data::lexicon::Lexicon;
use crate::data::lists::Lists;
use crate::data::word_list::WordList;
use crate::model::figure::{HedgeKind, Measure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a word or phrase means to the extraction of figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Tag {
    /// What the board did: upheld, changed, remanded, dismissed, reversed.
    Outcome(Measure),
    /// A measure that is a percentage by its name.
    Rate(Measure),
    /// Received, decided, considered, pending.
    Act(Measure),
    /// The noun that is counted.
    Cases,
    Board,
    OtherBoard,
    Nation,
    /// "kommunen": the document's own municipality.
    Own,
    /// Other municipalities without a name.
    Nameless,
    /// A scope of appeals.
    Area(String),
    /// Looks like a term and is none.
    Neutral,
    /// A law whose paragraphs are procedure.
    Procedural,
    Hedge(HedgeKind),
    Threshold,
    Difference,
}

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    outcomes: BTreeMap<Measure, Vec<String>>,
    rates: BTreeMap<Measure, Vec<String>>,
    acts: BTreeMap<Measure, Vec<String>>,
    cases: Vec<String>,
    board: Vec<String>,
    other_boards: Vec<String>,
    other_agencies: Vec<String>,
    nation: Vec<String>,
    nationwide: Vec<String>,
    own: Vec<String>,
    nameless: Vec<String>,
    areas: BTreeMap<String, Vec<String>>,
    procedural: Vec<String>,
    neutral: Vec<String>,
    hedges: BTreeMap<HedgeKind, Vec<String>>,
    thresholds: Vec<String>,
    differences: Vec<String>,
    anyone: Vec<String>,
    not_the_board: Vec<String>,
    before_the_board: Vec<String>,
    set_aside: Vec<String>,
    lists: Lists,
}

/// The lexicons that the words make. A word may stand in several: "over" is a limit before a number and a difference
/// after one.
#[derive(Debug)]
pub struct Vocabulary {
    /// Outcomes, rates, acts, cases, boards, places without names, areas.
    pub terms: Lexicon<Tag>,
    /// What the board's items are known by.
    pub board: Lexicon<Tag>,
    pub hedges: Lexicon<Tag>,
    pub thresholds: Lexicon<Tag>,
    pub differences: Lexicon<Tag>,
    /// The longer of them, to be looked for in whole chapters, and whether only the beginning of a word is one.
    pub board_stems: Vec<(String, bool)>,
    /// How the names of other agencies begin.
    pub other_agencies: Vec<String>,
    /// All municipalities together, where a text is nobody's own: "kommunerne".
    pub nationwide: Lexicon<Tag>,
    /// Somebody or anybody of whom an example speaks: "en kommune".
    pub anyone: Lexicon<Tag>,
    /// "ikke af ankestyrelsen": another did it.
    pub not_the_board: Lexicon<Tag>,
    /// "tages fra": what is named before it is left out.
    pub set_aside: Lexicon<Tag>,
    /// "inden de når til ankestyrelsen": the municipality did it.
    pub before_the_board: Lexicon<Tag>,
    pub lists: Lists,
    /// The nouns for what is counted, as single words.
    pub case_nouns: WordList,
    /// Long words of areas, to be found also with a slip of the pen in them.
    pub long_areas: Vec<(String, String)>,
}

/// Reads the words of a file such as `assets/words.ron`.
///
/// # Errors
/// A sentence with the line and what is wrong there, or the phrase that cannot be used.
pub fn parse(source: &str) -> Result<Vocabulary, String> {
    let words: Words = ron::from_str(source).map_err(|error| error.to_string())?;
    let many = |map: BTreeMap<Measure, Vec<String>>, tag: fn(Measure) -> Tag| -> Vec<(String, Tag)> {
        map.into_iter().flat_map(|(m, list)| list.into_iter().map(move |w| (w, tag(m.clone())))).collect()
    };
    let all =
        |list: &[String], tag: Tag| -> Vec<(String, Tag)> { list.iter().map(|w| (w.clone(), tag.clone())).collect() };
    let lexicon = |phrases: Vec<(String, Tag)>| {
        Lexicon::new(phrases).map_err(|phrase| format!("the phrase {phrase:?} cannot be used"))
    };
    let long_areas = words
        .areas
        .iter()
        .flat_map(|(area, list)| list.iter().filter_map(move |w| Some((w.strip_suffix('*')?.to_owned(), area.clone()))))
        .filter(|(stem, _)| stem.len() >= 11 && !stem.contains(' '))
        .collect();
    let areas =
        words.areas.into_iter().flat_map(|(area, list)| list.into_iter().map(move |w| (w, Tag::Area(area.clone()))));
    let hedges = words.hedges.into_iter().flat_map(|(kind, list)| list.into_iter().map(move |w| (w, Tag::Hedge(kind))));
    // Of two that are as long the first wins: "stadfæstelsesprocent" is a rate, though it begins like an outcome.
    let terms = many(words.rates, Tag::Rate)
        .into_iter()
        .chain(many(words.outcomes, Tag::Outcome))
        .chain(many(words.acts, Tag::Act))
        .chain(all(&words.cases, Tag::Cases))
        .chain(all(&words.other_boards, Tag::OtherBoard))
        .chain(all(&words.nation, Tag::Nation))
        .chain(all(&words.own, Tag::Own))
        .chain(all(&words.nameless, Tag::Nameless))
        .chain(areas)
        .chain(all(&words.procedural, Tag::Procedural))
        .chain(all(&words.neutral, Tag::Neutral))
        .collect();
    let stem = |word: &String| (word.trim_end_matches('*').to_lowercase(), !word.ends_with('*'));
    let stems = words.board.iter().map(stem).filter(|(word, _)| word.chars().count() >= 7);
    let case_nouns = words.cases.into_iter().filter(|w| !w.contains(' ')).collect::<Vec<_>>().try_into()?;
    Ok(Vocabulary {
        board_stems: stems.collect(),
        other_agencies: words.other_agencies,
        terms: lexicon(terms)?,
        board: lexicon(all(&words.board, Tag::Board))?,
        hedges: lexicon(hedges.collect())?,
        thresholds: lexicon(all(&words.thresholds, Tag::Threshold))?,
        differences: lexicon(all(&words.differences, Tag::Difference))?,
        nationwide: lexicon(all(&words.nationwide, Tag::Nation))?,
        anyone: lexicon(all(&words.anyone, Tag::Nameless))?,
        not_the_board: lexicon(all(&words.not_the_board, Tag::OtherBoard))?,
        set_aside: lexicon(all(&words.set_aside, Tag::Neutral))?,
        before_the_board: lexicon(all(&words.before_the_board, Tag::OtherBoard))?,
        lists: words.lists,
        case_nouns,
        long_areas,
    })
}

/// The words that the program is shipped with.
pub static WORDS: LazyLock<Vocabulary> = LazyLock::new(|| {
    parse(include_str!("../../assets/words.ron")).unwrap_or_else(|error| panic!("assets/words.ron: {error}"))
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::{lower::aligned, token::tokens};

    fn first(vocabulary: &Vocabulary, text: &str) -> Option<Tag> {
        let lower = aligned(text);
        vocabulary.terms.find(&tokens(text, &lower, Span::new(0..text.len()))).into_iter().next().map(|hit| hit.tag)
    }

    #[test]
    fn the_shipped_words_are_read() {
        for (text, tag) in [
            ("hjemvisningerne", Tag::Outcome(Measure::Remanded)),
            ("Ændret/ophævet", Tag::Outcome(Measure::Changed)),
            ("omgørelsesprocenten", Tag::Rate(Measure::ReversalRate)),
            ("stadfæstelsesprocenten", Tag::Rate(Measure::UpheldRate)),
            ("hjemvisningsprocent", Tag::Rate(Measure::RemandedRate)),
            ("sendt tilbage", Tag::Outcome(Measure::Remanded)),
            ("klagesager", Tag::Cases),
            ("lov om en aktiv beskæftigelsesindsats", Tag::Area("LAB".to_owned())),
            ("børnehandicapområdet", Tag::Area("SEL børnehandicap".to_owned())),
        ] {
            assert_eq!(first(&WORDS, text), Some(tag), "{text}");
        }
    }

    #[test]
    fn a_synonym_is_added_without_touching_code() {
        let source = include_str!("../../assets/words.ron")
            .replace("Remanded: [\"hjemvis*\"", "Remanded: [\"hjemhenvis*\", \"hjemvis*\"");
        assert_eq!(first(&parse(&source).unwrap(), "hjemhenviste"), Some(Tag::Outcome(Measure::Remanded)));
        let broken = include_str!("../../assets/words.ron").replace("Remanded: [", "Remandet: [");
        assert!(parse(&broken).unwrap_err().contains("Remandet"));
    }

    #[test]
    fn single_words_of_rules_are_data_too() {
        let source = include_str!("../../assets/words.ron");
        let more = source.replace("naming: [\"nr\"", "naming: [\"lokalplan\", \"nr\"");
        assert!(parse(&more).unwrap().lists.naming.holds("lokalplan"));
        assert!(!WORDS.lists.naming.holds("lokalplan"));
        let broken = source.replace("naming: [\"nr\"", "naming: [\"to ord\", \"nr\"");
        let error = parse(&broken).unwrap_err();
        assert!(error.ends_with("the word \"to ord\" cannot be used"), "{error}");
        assert!(error.starts_with(|c: char| c.is_ascii_digit()), "the line is named: {error}");
    }
}
