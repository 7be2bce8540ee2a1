//! Which measure an amount is of: its unit and noun must fit, and the nearest word of a family decides.

use super::amount::{Amount, Form, Noun};
use super::marks::{Marks, Meanings};
use super::setting::Setting;
use crate::data::indicators::{self, INDICATORS, Meaning, Measure, Shape};
use crate::extract::segment::{STRONG, Segment};
use crate::text::token::Token;

/// A sentence's amounts with the words around them.
pub(super) struct Words<'s> {
    pub tokens: &'s [Token<'s>],
    pub marks: &'s Marks,
    pub amounts: &'s [Amount],
    pub segments: &'s [Segment],
    pub setting: &'s Setting,
    /// The sentence speaks of appeals or caseloads.
    pub elsewhere: bool,
    pub meanings: Meanings,
    /// See [`candidates`].
    pub candidates: &'s [u16],
    /// The sentence names only places that are not the document's own.
    pub foreign: bool,
    /// The words stand in a table's labels: they hold for numbers without a noun too.
    pub table: bool,
}

/// The measures that an amount can be of at all, in order: those that no word names, or that a word of the sentence or
/// of the one before it names.
pub(super) fn candidates(meanings: &Meanings, setting: &Setting) -> Vec<u16> {
    let named = meanings.iter().chain(setting.thread.meanings.iter()).filter_map(|meaning| match meaning {
        Meaning::Word(at) => Some(*at),
        _ => None,
    });
    let mut out: Vec<u16> = named.chain(INDICATORS.wordless.iter().copied()).collect();
    out.sort_unstable();
    out.dedup();
    out
}

impl Words<'_> {
    /// The measure of an amount: index into the families' measures.
    pub fn measure(&self, index: usize) -> Option<u16> {
        self.nearest(index).map(|(_, at)| at)
    }

    /// The same, with how far the word is that decides.
    pub fn nearest(&self, index: usize) -> Option<(usize, u16)> {
        let amount = &self.amounts[index];
        if amount.shape == Shape::Percent && self.has_other_subject(amount) {
            return None;
        }
        let mut best: Option<(usize, u16)> = None;
        for &at in self.candidates {
            let measure = &INDICATORS.measures[usize::from(at)];
            if !self.fits(amount, at, measure) {
                continue;
            }
            let Some(distance) = self.distance(index, at, measure) else { continue };
            if best.is_none_or(|(nearest, _)| distance < nearest) {
                best = Some((distance, at));
            }
        }
        best
    }

    /// "Ledigheden er 3 og sygefraværet 4 procent": a noun that no family knows begins a thought of its own, and the number
    /// is its. What stands for the noun before ("tallet", "andelen"), or for a place ("kommunen"), is no such noun.
    fn has_other_subject(&self, amount: &Amount) -> bool {
        const SMALL: [&str; 19] = [
            "er", "var", "på", "lå", "ligger", "udgør", "udgjorde", "blev", "ca", "cirka", "knap", "godt", "omkring",
            "kun", "nu", "steg", "faldt", "til", "dermed",
        ];
        const STANDS_FOR: [&str; 14] = [
            "tallet",
            "andelen",
            "procent",
            "niveauet",
            "snit",
            "kommune",
            "region",
            "land",
            "amt",
            "by",
            "måned",
            "kvartal",
            "befolkning",
            "året",
        ];
        let small = |t: &Token<'_>| t.is_any(&SMALL) || t.is_symbol('.');
        let Some(at) = self.tokens[..amount.start].iter().rposition(|t| !small(t)) else { return false };
        let begins = at
            .checked_sub(1)
            .map(|before| &self.tokens[before])
            .is_some_and(|t| t.is_any(&["og", "mens", "samt", "men"]) || t.is_symbol(',') || t.is_symbol(';'));
        let noun = self.tokens[at].word().is_some_and(|word| {
            let definite = word.chars().count() > 4 && (word.ends_with("en") || word.ends_with("et"));
            definite && !STANDS_FOR.iter().any(|known| word.contains(known))
        });
        let known = || self.marks.of(|_| true).any(|mark| (mark.start..mark.end).contains(&at));
        begins && noun && !known()
    }

    /// Unit, form, noun, and the words that must or must not be near.
    fn fits(&self, amount: &Amount, at: u16, measure: &Measure) -> bool {
        let form = match amount.form {
            Form::Plain => matches!(measure.form, indicators::Form::Value),
            Form::Difference(_) => measure.form == indicators::Form::Difference,
            Form::Limit => measure.form == indicators::Form::Target,
            Form::Range { .. } => measure.form == indicators::Form::Range,
            Form::Change(_) => false,
        };
        // What the text calls a target may stand without a limiting word: "målet er 20 %".
        let form = form || (measure.form == indicators::Form::Target && amount.form == Form::Plain);
        let scored = amount.shape == Shape::Count && amount.noun == Noun::None && measure.units.contains(&Shape::Score);
        if !form || !(scored || measure.units.contains(&amount.shape)) {
            return false;
        }
        let noun = match amount.noun {
            Noun::None => {
                self.is_linked(amount)
                    && (!measure.has_nouns || measure.has_words && (self.table || self.goes_on(amount)))
            }
            Noun::Known(_) if measure.form == indicators::Form::Range => true,
            Noun::Known(noun) if measure.has_nouns => self.marks.is_noun(noun, at),
            Noun::Known(noun) => self.marks.is_person(noun),
            Noun::Other => {
                !matches!(amount.shape, Shape::Count | Shape::Score) || measure.form == indicators::Form::Range
            }
        };
        let goal = measure.scope != indicators::ScopeFrom::Goal || self.goal_topic() == Some(topic(measure));
        let guarded = self.elsewhere
            && matches!(amount.shape, Shape::Count | Shape::Percent | Shape::Score)
            && measure.form != indicators::Form::Range;
        noun && goal && !guarded && self.also(at, measure) && !self.meanings.contains(&Meaning::Unless(at))
    }

    /// "4 var mellem 40 og 50 år", "fra 122 til 107": a number that goes on with what was counted before.
    fn goes_on(&self, amount: &Amount) -> bool {
        let verbs = ["er", "var", "blev", "bliver", "har", "havde", "fik"];
        amount.way.is_some() || self.tokens.get(amount.end).is_some_and(|t| t.is_any(&verbs))
    }

    /// A bare number is bound by what stands before it: "er på 12", "fra 5 til 7", "antal: 3". "Flere skal med 2" ends
    /// in a name.
    fn is_linked(&self, amount: &Amount) -> bool {
        if !matches!(amount.shape, Shape::Count | Shape::Score) || self.table {
            return true;
        }
        let Some(before) = amount.start.checked_sub(1).and_then(|at| self.tokens.get(at)) else { return true };
        let linking = [
            "er", "var", "på", "til", "fra", "udgør", "udgjorde", "blev", "har", "havde", "og", "ca", "cirka", "knap",
            "godt", "omkring", "alt", "heraf", "hvoraf", "samlet", "kun", "opgjort", "næsten",
        ];
        before.is_any(&linking) || before.word().is_none()
    }

    fn goal_topic(&self) -> Option<&'static str> {
        self.setting.goal.as_ref().map(|goal| goal.topic)
    }

    /// One of the words that a measure needs as well: in the sentence, the one before, the heading or the title.
    fn also(&self, at: u16, measure: &Measure) -> bool {
        if !measure.has_also || self.goal_topic() == Some(topic(measure)) {
            return true;
        }
        let wanted = Meaning::Also(at);
        let thread = &self.setting.thread;
        [&self.meanings, &thread.also, &self.setting.heading_meanings, &self.setting.title_meanings]
            .iter()
            .any(|meanings| meanings.contains(&wanted))
    }

    /// How far the nearest word of the measure is; `None` where none is in reach.
    fn distance(&self, index: usize, at: u16, measure: &Measure) -> Option<usize> {
        let amount = &self.amounts[index];
        // A noun of its own says more than a word nearby.
        let own_noun = measure.has_nouns && matches!(amount.noun, Noun::Known(_));
        if measure.group && self.group(index).is_none() {
            return None;
        }
        if !measure.has_words {
            return Some(if own_noun { 2 } else { 4 });
        }
        let word = Meaning::Word(at);
        let near = self.marks.words().filter(|mark| mark.meanings.contains(&word)).filter_map(|mark| {
            let segment = &self.segments[index].tokens;
            if segment.contains(&mark.start) {
                return Some(if mark.end <= amount.start {
                    amount.start - mark.end
                } else {
                    mark.start.saturating_sub(amount.end) + 1
                });
            }
            // What a parenthesis says it says for what stands in it.
            if self.segments.iter().any(|s| s.tokens.contains(&mark.start) && s.depth > self.segments[index].depth) {
                return None;
            }
            if mark.end <= amount.start {
                return self.adds_nothing(index).then(|| 20 + amount.start - mark.end);
            }
            // Behind the next number: only where no other thought begins between.
            let next = self.segments.iter().position(|s| s.tokens.contains(&mark.start))?;
            let strongest = self.segments.get(index + 1..=next)?.iter().map(|s| s.strength).max()?;
            (strongest < STRONG).then(|| 60 + mark.start.saturating_sub(amount.end))
        });
        let nearest = near.min();
        // What the sentence before named: only numbers without a unit of their own, and those of a goal, need it.
        let money = amount.shape == Shape::Money && !self.names_money();
        let goes_on = money
            || self.table
            || measure.units.contains(&Shape::Score)
            || measure.scope == indicators::ScopeFrom::Goal;
        let before = || {
            let said = self.setting.thread.meanings.contains(&word);
            (said && goes_on && own_or_none(amount, self.marks)).then_some(100)
        };
        let distance = nearest.or_else(before)?;
        // A bare number only beside the word itself: "4 var mellem 40 og 50 år".
        if measure.has_nouns && amount.noun == Noun::None && amount.way.is_none() && distance >= 20 && !self.table {
            return None;
        }
        Some(if own_noun { distance / 2 } else { distance })
    }

    /// Does the sentence itself name a measure of money?
    fn names_money(&self) -> bool {
        self.meanings.iter().any(|m| match m {
            Meaning::Word(at) => INDICATORS
                .measures
                .get(usize::from(*at))
                .is_some_and(|m| m.units.contains(&Shape::Money) && !m.has_also),
            _ => false,
        })
    }

    /// Is there nothing behind the amount, up to the next comma, that may be its own predicate? "og 14 procent havde
    /// overvejet det" is of something else than the number before it.
    fn adds_nothing(&self, index: usize) -> bool {
        let amount = &self.amounts[index];
        if !matches!(amount.shape, Shape::Percent | Shape::Count)
            || amount.noun != Noun::None
            || amount.form != Form::Plain
        {
            return true;
        }
        let segment = &self.segments[index].tokens;
        let end = (amount.end..segment.end).find(|at| self.tokens[*at].is_symbol(',')).unwrap_or(segment.end);
        let verbs =
            ["er", "var", "havde", "har", "blev", "bliver", "fik", "får", "kom", "kommer", "vil", "kan", "af", "med"];
        (amount.end..end).all(|at| !self.tokens[at].is_any(&verbs))
    }

    /// The group that an amount is of: the nearest in its segment, in the sentence before it, or spoken of before.
    pub fn group(&self, index: usize) -> Option<&'static str> {
        let amount = &self.amounts[index];
        let groups = self.marks.groups();
        let segment = &self.segments[index].tokens;
        let before = groups.iter().rev().find(|(start, ..)| segment.contains(start) && *start < amount.start);
        let after = groups.iter().find(|(start, ..)| segment.contains(start) && *start >= amount.end);
        let near = match (before, after) {
            // "66 modtagere af sygedagpenge": what stands right behind is nearer.
            (Some(b), Some(a)) => Some(if a.0 - amount.end < 5 && amount.start - b.1 > 5 { a } else { b }),
            (b, a) => b.or(a),
        };
        let earlier = || groups.iter().rev().find(|(start, ..)| *start < amount.start);
        // "aktivitetsparate borgere på kontanthjælp": the first of two that stand together says more.
        let first = |found: &(usize, usize, &'static str)| {
            let leading = groups.iter().find(|(_, end, _)| *end <= found.0 && found.0 - *end <= 3);
            leading.map_or(found.2, |leading| leading.2)
        };
        // Of another place nothing was said before.
        let elsewhere = self.foreign;
        near.or_else(earlier).map(first).or_else(|| self.setting.group().filter(|_| !elsewhere))
    }
}

/// Does the amount stand without a noun, or with one that only says that people are counted?
fn own_or_none(amount: &Amount, marks: &Marks) -> bool {
    match amount.noun {
        Noun::None => true,
        Noun::Known(noun) => marks.is_person(noun) || marks.noun_at(noun).is_some(),
        Noun::Other => false,
    }
}

/// The key of a measure's topic.
pub(super) fn topic(measure: &Measure) -> &'static str {
    INDICATORS.topics.get(usize::from(measure.topic)).map_or("", |names| names.key.as_str())
}
