//! The words of minutes from `assets/minutes.ron`: sections, decisions, labels of the first page.

pub use crate::data::folded::{WordsError, fold};
use crate::data::folded::{list, longest_first, table, word};
use crate::data::openers::{Openers, cues};
use crate::model::meeting::{DecisionKind, DocumentKind, ItemKind, SectionKind};
use memchr::memmem;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::sync::LazyLock;

/// A label of the first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Committee,
    Date,
    Time,
    Place,
    Present,
    Absent,
    /// A label that is known so that its value is not taken for something else.
    Ignored,
}

/// Where an item's title stands when its number is alone on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TitlePlace {
    Before,
    After,
}

/// The word before an item's number.
#[derive(Clone, Debug, Deserialize)]
pub struct ItemWord {
    pub word: String,
    pub title: TitlePlace,
    #[serde(default)]
    pub closed: bool,
}

/// Words that open a list of voters.
#[derive(Clone, Debug, Deserialize)]
pub struct VoteWords {
    pub in_favour: Vec<String>,
    pub against: Vec<String>,
    pub abstaining: Vec<String>,
    /// Words before a group's letter that are no part of its name.
    pub groups: Vec<String>,
    /// Words before the voters that say how many they are.
    pub leads: Vec<String>,
    /// What may be named behind "stemte imod" as what was voted on.
    pub matters: Vec<String>,
    /// Words that open the reason for a vote.
    pub reasons: Vec<String>,
    /// Names of parties.
    pub parties: Vec<String>,
}

#[derive(Deserialize)]
struct Named<K> {
    kind: K,
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Labels {
    field: Field,
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Phrases {
    kind: DecisionKind,
    #[serde(default)]
    passing: bool,
    phrases: Vec<String>,
}

#[derive(Deserialize)]
struct Group {
    closed: bool,
    names: Vec<String>,
}

/// A phrase of a decision: its parts, with any words of the same sentence between them.
#[derive(Clone, Debug)]
pub struct DecisionPhrase {
    pub kind: DecisionKind,
    /// It only says where the case goes next: whatever else is said of it counts more.
    pub passing: bool,
    /// At least one, none of them empty.
    pub parts: Vec<String>,
}

/// The file as it is written.
#[derive(Deserialize)]
struct Asset {
    documents: Vec<Named<DocumentKind>>,
    fields: Vec<Labels>,
    nobody: Vec<String>,
    absent_marks: Vec<String>,
    absent_tails: Vec<String>,
    noise: Vec<String>,
    contents: Vec<String>,
    closing: Vec<String>,
    items: Vec<ItemWord>,
    closed: Vec<String>,
    closed_openings: Vec<String>,
    open_or_closed: Vec<String>,
    refusing: Vec<String>,
    groups: Vec<Group>,
    item_kinds: Vec<Named<ItemKind>>,
    known_titles: Vec<String>,
    case_labels: Vec<String>,
    sections: Vec<Named<SectionKind>>,
    bodies: Vec<String>,
    body_leads: Vec<String>,
    body_ends: Vec<String>,
    places: Vec<String>,
    streets: Vec<String>,
    presented: Vec<String>,
    decisions: Vec<Phrases>,
    doubtful_decisions: Vec<String>,
    remarks: Vec<String>,
    hearers: Vec<String>,
    treatments: Vec<String>,
    officials: Vec<String>,
    recommending: Vec<String>,
    papers: Vec<String>,
    deciding: Vec<String>,
    own_names: Vec<String>,
    decision_wishes: Vec<String>,
    amendments: Vec<String>,
    proposals: Vec<String>,
    falls: Vec<String>,
    refusals: Vec<String>,
    points: Vec<String>,
    denials: Vec<String>,
    no_denials: Vec<String>,
    votes: VoteWords,
    references: Vec<String>,
    treated: Vec<String>,
    treated_too: Vec<String>,
    reference_items: Vec<String>,
}

/// The words, folded and ready to be looked up.
#[derive(Clone, Debug)]
pub struct Words {
    pub documents: Vec<(String, DocumentKind)>,
    pub fields: FxHashMap<String, Field>,
    pub nobody: Vec<String>,
    pub absent_marks: Vec<String>,
    /// Behind names: that they did not come.
    pub absent_tails: Vec<String>,
    pub noise: FxHashMap<String, ()>,
    pub contents: Vec<String>,
    pub closing: Vec<String>,
    /// Longest word first, so that "sag nr." is tried before "sag".
    pub items: Vec<ItemWord>,
    pub closed: Vec<String>,
    pub closed_openings: Vec<String>,
    /// Labels that print both words, and the values by which they say that it is open.
    pub open_or_closed: Vec<String>,
    pub refusing: Vec<String>,
    pub groups: FxHashMap<String, bool>,
    /// Openings of titles, in the order of the file.
    pub item_kinds: Vec<(String, ItemKind)>,
    pub known_titles: Vec<String>,
    pub case_labels: Vec<String>,
    pub sections: FxHashMap<String, SectionKind>,
    pub bodies: Vec<String>,
    /// Words between "Referat" and a body's name.
    pub body_leads: Vec<String>,
    /// Words after a body's name that call the meeting.
    pub body_ends: Vec<String>,
    pub places: Vec<String>,
    /// How the names of streets end.
    pub streets: Vec<String>,
    /// Words before a body that tell what became of a paper.
    pub presented: Vec<String>,
    /// Phrases of decisions by their first word, each list in the order of the file.
    pub decisions: FxHashMap<String, Vec<DecisionPhrase>>,
    /// Headings of decisions that head other things as well.
    pub doubtful_decisions: Vec<String>,
    /// What a council that is heard makes: "Handicaprådets bemærkninger"; and how its name ends.
    pub remarks: Vec<String>,
    pub hearers: Vec<String>,
    /// Words before a body and a date over what it decided.
    pub treatments: Vec<String>,
    /// Who recommends, by the beginnings or ends of their names, and the verbs for it.
    pub officials: Vec<String>,
    pub recommending: Vec<String>,
    /// Papers that a meeting approves at its beginning.
    pub papers: Vec<String>,
    /// Verbs of what a committee decides, and what it calls itself.
    pub deciding: Vec<String>,
    pub own_names: Vec<String>,
    /// What follows these words is wished for, not decided.
    pub decision_wishes: Vec<String>,
    /// How a sentence about an amendment begins.
    pub amendments: Vec<String>,
    /// How a sentence about a proposal begins.
    pub proposals: Vec<String>,
    /// Last words of a sentence whose proposal did not come through.
    pub falls: Vec<String>,
    /// Who says so decides nothing of the proposal.
    pub refusals: Vec<String>,
    /// Words before the number of a point that is decided by itself.
    pub points: Vec<String>,
    /// Words that turn a phrase round, and what follows them where they do not.
    pub denials: Vec<String>,
    pub no_denials: Vec<String>,
    pub votes: VoteWords,
    /// Where none of these stands in a text, none of the votes' labels of several words does.
    pub vote_cues: Vec<memmem::Finder<'static>>,
    pub references: Vec<String>,
    /// That a case is before a body.
    pub treated: Vec<String>,
    /// That it is so beside this meeting.
    pub treated_too: Vec<String>,
    /// Where none of these stands in a text, none of the references does.
    pub reference_cues: Vec<memmem::Finder<'static>>,
    pub reference_items: Vec<String>,
    /// How lines begin that have a role of their own.
    pub openers: Openers,
    /// How lines begin that hold an item's number behind a word.
    pub item_openers: Openers,
    /// How the labels of the first page begin.
    pub field_openers: Openers,
    /// How the headings of tables of contents begin.
    pub contents_openers: Openers,
}

impl Words {
    /// Reads the words from RON.
    ///
    /// # Errors
    /// A [`WordsError`] that names the line or the word that is wrong.
    pub fn parse(source: &str) -> Result<Self, WordsError> {
        let asset: Asset = ron::from_str(source).map_err(|error| WordsError::Form(error.to_string()))?;
        let mut items = asset.items;
        for item in &mut items {
            item.word = word(&item.word, "items")?;
        }
        items.sort_by_key(|item| std::cmp::Reverse(item.word.len()));
        let mut item_kinds = Vec::new();
        for group in asset.item_kinds {
            for name in &group.names {
                item_kinds.push((word(name, "item_kinds")?, group.kind));
            }
        }
        let mut documents = Vec::new();
        for group in asset.documents {
            for name in &group.names {
                documents.push((word(name, "documents")?, group.kind));
            }
        }
        let mut decisions: FxHashMap<String, Vec<DecisionPhrase>> = FxHashMap::default();
        for group in asset.decisions {
            for phrase in &group.phrases {
                let parts = phrase.split("..").map(|part| word(part, "decisions")).collect::<Result<Vec<_>, _>>()?;
                let first = parts[0].split(' ').next().unwrap_or_default().to_owned();
                let list = decisions.entry(first).or_default();
                if list.iter().any(|known| known.parts == parts) {
                    return Err(WordsError::Twice { list: "decisions", word: phrase.clone() });
                }
                list.push(DecisionPhrase { kind: group.kind, passing: group.passing, parts });
            }
        }
        let votes = VoteWords {
            in_favour: longest_first(&asset.votes.in_favour, "votes")?,
            against: longest_first(&asset.votes.against, "votes")?,
            abstaining: longest_first(&asset.votes.abstaining, "votes")?,
            groups: longest_first(&asset.votes.groups, "votes")?,
            leads: longest_first(&asset.votes.leads, "votes")?,
            matters: list(&asset.votes.matters, "votes")?,
            reasons: list(&asset.votes.reasons, "votes")?,
            parties: list(&asset.votes.parties, "votes")?,
        };
        let mut words = Self {
            documents,
            fields: table(asset.fields.into_iter().map(|l| (l.field, l.names)), "fields")?,
            nobody: list(&asset.nobody, "nobody")?,
            absent_marks: list(&asset.absent_marks, "absent_marks")?,
            absent_tails: longest_first(&asset.absent_tails, "absent_tails")?,
            noise: table([((), asset.noise)].into_iter(), "noise")?,
            contents: list(&asset.contents, "contents")?,
            closing: list(&asset.closing, "closing")?,
            items,
            closed: list(&asset.closed, "closed")?,
            closed_openings: list(&asset.closed_openings, "closed_openings")?,
            open_or_closed: list(&asset.open_or_closed, "open_or_closed")?,
            refusing: list(&asset.refusing, "refusing")?,
            groups: table(asset.groups.into_iter().map(|g| (g.closed, g.names)), "groups")?,
            item_kinds,
            known_titles: list(&asset.known_titles, "known_titles")?,
            case_labels: longest_first(&asset.case_labels, "case_labels")?,
            sections: table(asset.sections.into_iter().map(|s| (s.kind, s.names)), "sections")?,
            bodies: list(&asset.bodies, "bodies")?,
            body_leads: list(&asset.body_leads, "body_leads")?,
            body_ends: longest_first(&asset.body_ends, "body_ends")?,
            places: list(&asset.places, "places")?,
            streets: list(&asset.streets, "streets")?,
            presented: list(&asset.presented, "presented")?,
            decisions,
            doubtful_decisions: list(&asset.doubtful_decisions, "doubtful_decisions")?,
            remarks: list(&asset.remarks, "remarks")?,
            hearers: list(&asset.hearers, "hearers")?,
            treatments: list(&asset.treatments, "treatments")?,
            officials: list(&asset.officials, "officials")?,
            recommending: list(&asset.recommending, "recommending")?,
            papers: list(&asset.papers, "papers")?,
            deciding: list(&asset.deciding, "deciding")?,
            own_names: list(&asset.own_names, "own_names")?,
            decision_wishes: list(&asset.decision_wishes, "decision_wishes")?,
            amendments: list(&asset.amendments, "amendments")?,
            proposals: list(&asset.proposals, "proposals")?,
            falls: list(&asset.falls, "falls")?,
            refusals: list(&asset.refusals, "refusals")?,
            points: list(&asset.points, "points")?,
            denials: list(&asset.denials, "denials")?,
            no_denials: list(&asset.no_denials, "no_denials")?,
            vote_cues: {
                let labels = votes.in_favour.iter().chain(&votes.against).chain(&votes.abstaining);
                cues(&labels.filter(|label| label.contains(' ')).cloned().collect::<Vec<_>>())
            },
            votes,
            reference_cues: cues(&[list(&asset.references, "references")?, stems(&asset.treated)].concat()),
            references: list(&asset.references, "references")?,
            treated: list(&asset.treated, "treated")?,
            treated_too: list(&asset.treated_too, "treated_too")?,
            reference_items: longest_first(&asset.reference_items, "reference_items")?,
            openers: Openers::default(),
            item_openers: Openers::default(),
            field_openers: Openers::default(),
            contents_openers: Openers::default(),
        };
        words.openers = words.role_openers();
        words.item_openers = Openers::of(words.items.iter().map(|item| &item.word));
        words.field_openers = Openers::of(words.fields.keys());
        words.contents_openers = Openers::of(&words.contents);
        Ok(words)
    }

    fn role_openers(&self) -> Openers {
        let absent = self.fields.iter().filter(|(_, field)| **field == Field::Absent).map(|(name, _)| name);
        let tables = self.noise.keys().chain(self.groups.keys()).chain(self.sections.keys()).chain(absent);
        Openers::of(tables.chain(&self.closing).chain(&self.case_labels))
    }
}

/// The verbs without their endings: one look finds "behandles" and "behandlet".
fn stems(verbs: &[String]) -> Vec<String> {
    let stem = |verb: &String| verb.strip_suffix("es").or_else(|| verb.strip_suffix("et")).unwrap_or(verb).to_owned();
    verbs.iter().map(stem).collect()
}

/// The file itself; tests add a word to it.
pub const SOURCE: &str = include_str!("../../assets/minutes.ron");

static WORDS: LazyLock<Words> =
    LazyLock::new(|| Words::parse(SOURCE).unwrap_or_else(|error| panic!("assets/minutes.ron: {error}")));

/// The words of `assets/minutes.ron`.
#[must_use]
pub fn words() -> &'static Words {
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_asset_is_sound() {
        let words = Words::parse(SOURCE).unwrap();
        assert_eq!(words.sections.get("sagsfremstilling"), Some(&SectionKind::Presentation));
        assert_eq!(words.fields.get("mødested"), Some(&Field::Place));
    }

    #[test]
    fn a_broken_entry_is_named() {
        let misspelt = SOURCE.replacen("kind: summary", "kind: sumary", 1);
        let error = Words::parse(&misspelt).unwrap_err().to_string();
        assert!(error.contains("sumary"), "{error}");
        let empty = SOURCE.replacen("\"resumé\"", "\" \"", 1);
        assert_eq!(Words::parse(&empty).unwrap_err(), WordsError::Empty("sections"));
        let twice = SOURCE.replacen("\"resumé\"", "\"Høring:\"", 1);
        assert!(matches!(Words::parse(&twice), Err(WordsError::Twice { list: "sections", .. })));
    }

    #[test]
    fn folding_forgets_case_blanks_and_colon() {
        assert_eq!(fold("  Økonomi  OG\u{a0}Finansiering :"), "økonomi og finansiering");
    }
}
