//! The lists of single words in `assets/words.ron`.

use crate::data::word_list::{WordList, lower};
use serde::Deserialize;

/// Single words that mean the same to a rule, and the names and labels that some rules look for in others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
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
    pub looking: WordList,
    pub examples: WordList,
    /// Verbs of sentences that say what the figures are of, and their subjects.
    pub declaring: WordList,
    pub declared: WordList,
    pub aims: WordList,
    pub sources: WordList,
    pub most: WordList,
    pub results: WordList,
    pub taken: WordList,
    pub comparatives: WordList,
    pub area_stems: WordList,
    pub brought: WordList,
    /// An aim that is kept so often: "det lykkes i 80 procent af sagerne".
    pub reached: WordList,
    pub shall: WordList,
    /// Who publishes figures on all municipalities.
    pub issuers: WordList,
    /// Whoever speaks.
    pub we: WordList,
    /// What a paragraph without its law orders in a council: "spørgsmål efter § 20".
    pub procedures: WordList,
    /// Paragraphs of procedure that no law of benefits has, as the contract writes them.
    pub procedural_paragraphs: Vec<String>,
    /// Behind who speaks: "Lederen fra Center for Socialområdet oplyste, at ...".
    pub speaking: WordList,
    /// Verbs of reported speech.
    pub reported: WordList,
    /// What a municipality sends out: "Nyt fra Greve Kommune".
    pub letters: WordList,
    /// Words of a municipality's own papers.
    pub local: WordList,
    /// Parts of the names of bodies that meet, in lower case.
    #[serde(deserialize_with = "lower")]
    pub bodies: Vec<String>,
    /// Before the date on which a text came out.
    pub dated: WordList,
    /// What those do in a month who bring out a paper.
    pub issuing: WordList,
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
    /// Figures, diagrams and tables that a text speaks of.
    pub pictures: WordList,
    /// Those of them that are drawn.
    pub drawings: WordList,
    /// Boards by the ending of their names.
    pub other_appeals: WordList,
    /// Behind "gange": how often.
    pub often: WordList,
    /// Behind "ville": what would be.
    pub unreal: WordList,
    /// Verbs behind which the parts of a whole come.
    pub parting: WordList,
    /// Before "afviste" behind a count that is without them.
    pub left_out_words: WordList,
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
    #[serde(deserialize_with = "lower")]
    pub totals: Vec<String>,
    /// Before or behind the name of what a label sums, in lower case.
    #[serde(deserialize_with = "lower")]
    pub summing: Vec<String>,
    /// Say that parts of what was counted follow.
    pub parted: WordList,
    /// Words that head columns of outcomes and name no part of the organisation.
    pub result_heads: WordList,
    /// What is the whole where a label sums it, in lower case.
    #[serde(deserialize_with = "lower")]
    pub wholes: Vec<String>,
    pub comparing: WordList,
    pub means: WordList,
    pub introducing: WordList,
    pub decisions_listed: WordList,
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
    /// Why cases ended so.
    pub causes: WordList,
    /// What a text calls what it says: "Status: ...".
    pub text_parts: WordList,
    /// What the board gives for an outcome.
    pub reasons: WordList,
    /// Before "under" and a committee: whose cases they are.
    pub belonging: WordList,
    /// A clause of a sentence that may be about another than the one before it.
    pub correcting: WordList,
    pub mistaken: WordList,
    pub correct: WordList,
    pub told: WordList,
    pub taken_back: WordList,
    pub papers: WordList,
    pub subordinating: WordList,
    pub turning: WordList,
    pub sent_on: WordList,
    /// Reviews of cases that somebody chose to look at: "stikprøve".
    pub samples: WordList,
    pub inspections: WordList,
    /// Other words that say so of cases in the same sentence.
    pub picked: WordList,
    pub fractions: WordList,
    /// People whose cases no law has for itself.
    pub matters: WordList,
    pub to_a_matter: WordList,
    pub groups: WordList,
    /// Opening a condition, and behind its comma.
    pub conditions: WordList,
    pub consequences: WordList,
    /// Verbs of those who remark on what others decided.
    pub remarking: WordList,
    /// What opens a sentence and is no name of a body that could receive complaints.
    pub no_bodies: WordList,
    /// Where a municipality counts for itself.
    pub registers: WordList,
    /// What somebody at work does with cases that are no complaints.
    pub managed: WordList,
    /// Names of departments behind a law in a heading.
    pub part_of_staff: WordList,
    pub unit_names: WordList,
    /// Parts of the organisation, in or over the labels of tables.
    pub units: WordList,
    /// Headings that say of what kind the ones below them are, and nothing else.
    pub kinds_of_headings: WordList,
}
