//! Mødenotat: what a councillor hands out before a meeting, as a plain description. Two writers make files of it.
//!
//! Every sentence is a template of the catalogue filled with checked figures, or the minutes' own words in quotes,
//! and names its source. Nothing is written freely, nobody is named.

pub mod build;
pub mod make;
pub mod material;
pub mod numbers;
pub mod pages;
pub mod sentences;
pub mod word;

use crate::chart::Chart;
use crate::model::figure::Topic;

/// A piece of the note, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Title(String),
    /// What and for whom, under the title.
    Lead(String),
    /// Begins a theme.
    Theme(String),
    /// A heading within a theme.
    Heading(String),
    Text(Sentence),
    Bullet(Sentence),
    /// The numbers that matter, side by side; at most three.
    Numbers(Vec<Number>),
    /// The chart with this place in [`Note::charts`].
    Chart(usize),
}

/// A sentence, and where it stands; the source is empty for a sentence about the note itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    pub text: String,
    pub source: String,
}

/// A number that matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// "30,0 pct.".
    pub value: String,
    /// What and whose it is.
    pub label: String,
    /// Interval, number of cases, yardstick.
    pub detail: String,
    pub source: String,
}

/// The note.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub lang: crate::lang::Lang,
    pub blocks: Vec<Block>,
    /// Bare charts: what is around them stands in the note.
    pub charts: Vec<Chart>,
    /// The topics that are told of.
    pub told: Vec<Topic>,
    /// At the foot of each page.
    pub foot: String,
}

/// How much the note tells of each theme; the writer takes less until it fits on two pages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    pub notes: usize,
    pub claims: usize,
    pub decisions: usize,
    pub missing: usize,
    pub questions: usize,
    /// Themes, the most important first.
    pub themes: usize,
    /// How high a chart may be on paper, in points.
    pub height: f32,
}

impl Amount {
    /// From full to sparse.
    pub const STEPS: [Self; 11] = [
        Self::new([4, 8, 6, 4, 6, 3], 310.0),
        Self::new([3, 6, 4, 3, 5, 3], 290.0),
        Self::new([3, 5, 4, 2, 4, 2], 310.0),
        Self::new([2, 4, 3, 2, 4, 2], 290.0),
        Self::new([2, 4, 3, 2, 3, 2], 270.0),
        Self::new([2, 3, 3, 1, 3, 2], 250.0),
        Self::new([2, 3, 3, 1, 2, 2], 230.0),
        Self::new([1, 3, 3, 1, 2, 2], 220.0),
        Self::new([1, 2, 2, 1, 1, 2], 220.0),
        Self::new([1, 2, 1, 1, 1, 2], 210.0),
        Self::new([1, 2, 2, 1, 2, 1], 230.0),
    ];

    /// The same with one more of a kind of sentence, as long as there are fewer than in the fullest; `None` past the
    /// last kind.
    #[must_use]
    pub fn more(self, kind: usize) -> Option<Self> {
        let (mut more, full) = (self, Self::STEPS[0]);
        let (amount, most) = match kind {
            0 => (&mut more.questions, full.questions),
            1 => (&mut more.claims, full.claims),
            2 => (&mut more.decisions, full.decisions),
            3 => (&mut more.notes, full.notes),
            4 => (&mut more.missing, full.missing),
            _ => return None,
        };
        *amount = (*amount + 1).min(most);
        Some(more)
    }

    const fn new([notes, claims, decisions, missing, questions, themes]: [usize; 6], height: f32) -> Self {
        Self { notes, claims, decisions, missing, questions, themes, height }
    }
}
