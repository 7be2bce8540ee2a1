//! The words that figures are recognised by: `assets/words.ron`, compiled to a lexicon.

use crate::data::lexicon::Lexicon;
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
    naming: Vec<String>,
    may_follow: Vec<String>,
    attribute_endings: Vec<String>,
    supposed: Vec<String>,
    examples: Vec<String>,
    anyone: Vec<String>,
    declaring: Vec<String>,
    declared: Vec<String>,
    aims: Vec<String>,
    shall: Vec<String>,
    issuers: Vec<String>,
    we: Vec<String>,
    reported: Vec<String>,
    local: Vec<String>,
    bodies: Vec<String>,
    plain_words: Vec<String>,
    dated: Vec<String>,
    recurs: Vec<String>,
    all_decisions: Vec<String>,
    modals: Vec<String>,
    board_names: Vec<String>,
    not_the_board: Vec<String>,
    before_the_board: Vec<String>,
    deciders: Vec<String>,
    continuing: Vec<String>,
    pictures: Vec<String>,
    drawings: Vec<String>,
    met: Vec<String>,
    rises: Vec<String>,
    falls: Vec<String>,
    change_verbs: Vec<String>,
    change_nouns: Vec<String>,
    excepted: Vec<String>,
    set_aside: Vec<String>,
    totals: Vec<String>,
    comparing: Vec<String>,
    means: Vec<String>,
    introducing: Vec<String>,
    other_units: Vec<String>,
    estimated: Vec<String>,
    complained_of: Vec<String>,
    reassessed: Vec<String>,
    individuals: Vec<String>,
    other_rates: Vec<String>,
    complainants: Vec<String>,
    may_follow_words: Vec<String>,
    pointing: Vec<String>,
    left_out: Vec<String>,
    practice: Vec<String>,
    counted_in: Vec<String>,
    but: Vec<String>,
    bases: Vec<String>,
    looked_at: Vec<String>,
    compared: Vec<String>,
    against: Vec<String>,
    rate_pronouns: Vec<String>,
    number_pronouns: Vec<String>,
    same_again: Vec<String>,
    rest: Vec<String>,
    belonging: Vec<String>,
    sent_on: Vec<String>,
    samples: Vec<String>,
    fractions: Vec<String>,
    groups: Vec<String>,
    conditions: Vec<String>,
    consequences: Vec<String>,
    units: Vec<String>,
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
    /// The longer of them, to be looked for in whole chapters.
    pub board_stems: Vec<String>,
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
    /// Long words of areas, to be found also with a slip of the pen in them.
    pub long_areas: Vec<(String, String)>,
}

/// The lists of single words.
#[derive(Debug)]
pub struct Lists {
    /// Before a number they make it a name: "punkt 4".
    pub naming: WordList,
    /// Directly behind a count they leave it a count of cases.
    pub may_follow: WordList,
    /// Endings of the words that may stand between a count and its noun.
    pub attribute_endings: Vec<String>,
    /// A sentence that begins so is an example.
    pub supposed: WordList,
    /// Words of an example, where it speaks of [`Vocabulary::anyone`].
    pub examples: WordList,
    /// Verbs of sentences that say what the figures are of, and their subjects.
    pub declaring: WordList,
    pub declared: WordList,
    pub aims: WordList,
    pub shall: WordList,
    /// Who publishes figures on all municipalities.
    pub issuers: WordList,
    /// Whoever speaks.
    pub we: WordList,
    /// Verbs of reported speech.
    pub reported: WordList,
    /// Words of a municipality's own papers.
    pub local: WordList,
    /// Parts of the names of bodies that meet, in lower case.
    pub bodies: Vec<String>,
    /// Before the date on which a text came out.
    pub dated: WordList,
    /// Names of municipalities that are words as well.
    pub plain_words: WordList,
    /// Verbs of "det skete i 12 procent": the outcome named before, again.
    pub recurs: WordList,
    /// What shares of all that a municipality decides are of.
    pub all_decisions: WordList,
    /// Verbs behind a noun that stands for any such.
    pub modals: WordList,
    pub board_names: WordList,
    /// Who decides before the board does.
    pub deciders: WordList,
    /// What a sentence may hold that goes on with the measure before it.
    pub continuing: WordList,
    /// Figures, diagrams and tables that a text speaks of, and the first letters of those words.
    pub pictures: WordList,
    pub pictures_stems: Vec<String>,
    /// Those of them that are drawn.
    pub drawings: WordList,
    /// That a target is met.
    pub met: WordList,
    /// That a number rose or fell.
    pub rises: WordList,
    pub falls: WordList,
    /// Before a number that is a difference: "faldet med", "en stigning på".
    pub change_verbs: WordList,
    pub change_nouns: WordList,
    /// Before what is left out.
    pub excepted: WordList,
    /// Labels for the whole that other lines part, in lower case.
    pub totals: Vec<String>,
    pub comparing: WordList,
    pub means: WordList,
    pub introducing: WordList,
    pub other_units: WordList,
    /// What the municipality does with a complaint itself.
    pub estimated: WordList,
    pub complained_of: WordList,
    pub reassessed: WordList,
    pub individuals: WordList,
    /// Subjects whose percentages are of something else.
    pub other_rates: WordList,
    pub complainants: WordList,
    /// Directly behind a number in words they leave it a number of cases.
    pub may_follow_words: WordList,
    /// Before a naming word they take the name from it: "på det kort 48".
    pub pointing: WordList,
    /// Behind outcomes that are left out: "når de afviste holdes udenfor".
    pub left_out: WordList,
    /// What is changed that is no decision: "ændringer i kommunens arbejdsgange".
    pub practice: WordList,
    /// The same behind "ikke": "hvor de afviste ikke medregnes".
    pub counted_in: WordList,
    /// "alle på nær én": not all.
    pub but: WordList,
    /// Before what a rate is taken of.
    pub bases: WordList,
    /// Somebody reads cases of his own choice.
    pub looked_at: WordList,
    /// Before the earlier of two times.
    pub compared: WordList,
    /// The same where a number of that time may follow.
    pub against: WordList,
    /// Words for the rate spoken of before.
    pub rate_pronouns: WordList,
    /// The same where no count was spoken of.
    pub number_pronouns: WordList,
    pub same_again: WordList,
    pub rest: WordList,
    /// Before "under" and a committee: whose cases they are.
    pub belonging: WordList,
    pub sent_on: WordList,
    /// Cases that somebody chose to look at.
    pub samples: WordList,
    pub fractions: WordList,
    /// People whose cases no law has for itself.
    pub groups: WordList,
    /// Opening a condition, and behind its comma.
    pub conditions: WordList,
    pub consequences: WordList,
    /// Parts of the organisation, in or over the labels of tables.
    pub units: WordList,
    pub case_nouns: WordList,
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
    let stems = words.board.iter().map(|w| w.trim_end_matches('*').to_lowercase()).filter(|w| w.chars().count() >= 7);
    let list = |name: &str, words: &[String]| {
        WordList::new(words).map_err(|word| format!("the word {word:?} cannot be used in {name}"))
    };
    let case_nouns: Vec<String> = words.cases.iter().filter(|w| !w.contains(' ')).cloned().collect();
    let lists = Lists {
        naming: list("naming", &words.naming)?,
        may_follow: list("may_follow", &words.may_follow)?,
        attribute_endings: words.attribute_endings,
        supposed: list("supposed", &words.supposed)?,
        examples: list("examples", &words.examples)?,
        declaring: list("declaring", &words.declaring)?,
        declared: list("declared", &words.declared)?,
        aims: list("aims", &words.aims)?,
        shall: list("shall", &words.shall)?,
        issuers: list("issuers", &words.issuers)?,
        we: list("we", &words.we)?,
        reported: list("reported", &words.reported)?,
        local: list("local", &words.local)?,
        bodies: words.bodies.iter().map(|w| w.to_lowercase()).collect(),
        plain_words: list("plain_words", &words.plain_words)?,
        dated: list("dated", &words.dated)?,
        recurs: list("recurs", &words.recurs)?,
        all_decisions: list("all_decisions", &words.all_decisions)?,
        modals: list("modals", &words.modals)?,
        board_names: list("board_names", &words.board_names)?,
        deciders: list("deciders", &words.deciders)?,
        continuing: list("continuing", &words.continuing)?,
        pictures: list("pictures", &words.pictures)?,
        pictures_stems: words.pictures.iter().map(|w| w.trim_matches('*').to_lowercase()).collect(),
        drawings: list("drawings", &words.drawings)?,
        met: list("met", &words.met)?,
        rises: list("rises", &words.rises)?,
        falls: list("falls", &words.falls)?,
        change_verbs: list("change_verbs", &words.change_verbs)?,
        change_nouns: list("change_nouns", &words.change_nouns)?,
        excepted: list("excepted", &words.excepted)?,
        comparing: list("comparing", &words.comparing)?,
        means: list("means", &words.means)?,
        introducing: list("introducing", &words.introducing)?,
        other_units: list("other_units", &words.other_units)?,
        totals: words.totals.iter().map(|w| w.to_lowercase()).collect(),
        estimated: list("estimated", &words.estimated)?,
        complained_of: list("complained_of", &words.complained_of)?,
        reassessed: list("reassessed", &words.reassessed)?,
        individuals: list("individuals", &words.individuals)?,
        other_rates: list("other_rates", &words.other_rates)?,
        complainants: list("complainants", &words.complainants)?,
        may_follow_words: list("may_follow_words", &words.may_follow_words)?,
        pointing: list("pointing", &words.pointing)?,
        left_out: list("left_out", &words.left_out)?,
        practice: list("practice", &words.practice)?,
        counted_in: list("counted_in", &words.counted_in)?,
        but: list("but", &words.but)?,
        bases: list("bases", &words.bases)?,
        looked_at: list("looked_at", &words.looked_at)?,
        compared: list("compared", &words.compared)?,
        against: list("against", &words.against)?,
        rate_pronouns: list("rate_pronouns", &words.rate_pronouns)?,
        number_pronouns: list("number_pronouns", &words.number_pronouns)?,
        same_again: list("same_again", &words.same_again)?,
        rest: list("rest", &words.rest)?,
        belonging: list("belonging", &words.belonging)?,
        sent_on: list("sent_on", &words.sent_on)?,
        samples: list("samples", &words.samples)?,
        fractions: list("fractions", &words.fractions)?,
        groups: list("groups", &words.groups)?,
        conditions: list("conditions", &words.conditions)?,
        consequences: list("consequences", &words.consequences)?,
        units: list("units", &words.units)?,
        case_nouns: list("cases", &case_nouns)?,
    };
    Ok(Vocabulary {
        board_stems: stems.collect(),
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
        lists,
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
        assert_eq!(parse(&broken).unwrap_err(), "the word \"to ord\" cannot be used in naming");
    }
}
