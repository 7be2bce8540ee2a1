//! What a sentence may leave unsaid: the item's title and year, the goal that a heading numbers, and what the sentence
//! before spoke of.

use super::amount::Sense;
use super::marks::Meanings;
use crate::extract::named::Named;
use crate::model::figure::Place;
use crate::model::period::{Moment, Period};

/// The goal that a heading numbers: "Ministermål 3", "Mål 7: ...".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    /// The topic's key.
    pub topic: &'static str,
    /// As the output prints it: "Ministermål 3".
    pub label: String,
}

/// What is known before a sentence is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Setting {
    pub own: Option<Place>,
    pub meeting: Option<Moment>,
    /// The agenda item's title, without the kind of item.
    pub title: Option<String>,
    /// The period that the title names.
    pub title_period: Option<Period>,
    /// What "data fra december 2018" says for the whole chapter.
    pub data_period: Option<Period>,
    /// The meanings of the title's words, and of the last heading's.
    pub title_meanings: Meanings,
    pub heading_meanings: Meanings,
    pub heading_group: Option<&'static str>,
    pub heading_period: Option<Period>,
    pub goal: Option<Goal>,
    /// The period that was spoken of last, in any paragraph: what "samme periode" means.
    pub last_period: Option<Period>,
    /// What a line ending in a colon said of the lines under it.
    pub announced: Option<Announced>,
    pub thread: Thread,
}

/// "I alt deltager 25 borgere fordelt på:" - what the numbers of the list under it are of.
#[derive(Clone, Debug)]
pub(super) struct Announced {
    pub sense: Sense,
    pub place: Option<Place>,
    pub period: Option<Period>,
}

/// What the sentences before this one, in the same paragraph, spoke of.
#[derive(Clone, Debug, Default)]
pub(super) struct Thread {
    pub period: Option<Period>,
    /// The topic of the figures that it was said for; `None` where it was said alone.
    pub period_of: Option<&'static str>,
    /// The place that the last sentence ended with, where it is not the document's own.
    pub place: Option<Place>,
    pub group: Option<&'static str>,
    pub scope: Option<String>,
    pub topic: Option<&'static str>,
    /// The meanings of the words of the last sentence.
    pub meanings: Meanings,
    /// What the words of the paragraph so far may stand beside.
    pub also: Meanings,
    /// Which way the last sentence said that things go.
    pub direction: Option<f64>,
}

impl Setting {
    /// The period that a text names, seen from `base`; `None` where it cannot be settled.
    pub fn resolve(&self, named: Named, base: Option<Period>) -> Option<Period> {
        named.resolve(base, self.meeting)
    }

    /// The group that is spoken of where the sentence names none.
    pub fn group(&self) -> Option<&'static str> {
        self.thread.group.or(self.heading_group)
    }
}

/// A title without the kind of item before it: "Orientering - Status på målgrupper" is "Status på målgrupper".
pub(super) fn plain_title(title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = match title.split_once(" - ").or_else(|| title.split_once(" – ")) {
        Some((kind, rest)) if kind.chars().count() <= 12 && !kind.contains(' ') => rest,
        _ => title.as_str(),
    };
    plain.trim().to_owned()
}
