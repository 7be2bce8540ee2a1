//! Which part of the decisions a heading says that its text is about.

use super::scope::scopes;
use super::setting::{ALL, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::model::figure::{Figure, Unit};
use crate::text::capital::capital;
use crate::text::token::Token;

/// The scope that a heading names. The map of Denmark is about serviceloven where nothing else is said.
pub(super) fn heading_scope(clause: &Clause<'_>, setting: &Setting) -> Option<String> {
    let mut found = scopes(clause, setting);
    // "De fleste sager handler om serviceloven": not all of them.
    found.retain(|hit| !clause.tokens[..hit.start].iter().any(|t| WORDS.lists.most.has(t)));
    let maps = found.iter().filter(|hit| hit.tag.contains("handicap")).count();
    if maps == 1 {
        return found.into_iter().find(|hit| hit.tag.contains("handicap")).map(|hit| hit.tag);
    }
    let only = found.first().map(|hit| hit.tag.clone()).filter(|_| found.iter().all(|hit| hit.tag == found[0].tag));
    let map = speaks_of_the_map(&clause.tokens);
    if let [law] = &found[..]
        && let Some(unit) = unit_behind(clause, law)
    {
        return Some(unit);
    }
    match found.len() {
        0 => map.then(|| "SEL".to_owned()),
        _ => only
            .or_else(|| found.first().map(|hit| hit.tag.clone()).filter(|_| maps == 0))
            .or(map.then(|| "SEL".to_owned())),
    }
}

/// "Ankestyrelsens afgørelser efter serviceloven i Visitationen": the part of the organisation behind the law, at the
/// heading's end.
fn unit_behind(clause: &Clause<'_>, law: &Hit<String>) -> Option<String> {
    let tokens = &clause.tokens;
    let small = tokens.get(law.end)?.is_any(&["i", "fra", "hos"]);
    let [unit] = tokens.get(law.end + 1..)? else { return None };
    let plain = law.tag != ALL && law.tag.chars().all(char::is_uppercase);
    let named = small && plain && WORDS.lists.unit_names.has(unit);
    named.then(|| format!("{} · {}", law.tag, capital(&unit.lower)))
}

/// Does a text name areas of the board that are no municipality's: injuries at work, Udbetaling Danmark?
pub(super) fn names_other_areas(lower: &str) -> bool {
    ["arbejdsskade", "udbetaling danmark", "erhvervssikring"].iter().any(|name| lower.contains(name))
}

/// Lines that hold nothing but a number: the cells of a table that has lost its lines.
#[derive(Default)]
pub(super) struct Cells {
    count: u32,
    /// The scope of the heading over the first of them.
    scope: Option<String>,
}

impl Cells {
    /// Takes the next paragraph in. What looked like a heading among cells was the label of a row: behind them it says
    /// nothing of the prose.
    pub(super) fn pass(&mut self, text: &str, setting: &mut Setting) {
        let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | ' ');
        if text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(number) {
            if self.count == 0 {
                self.scope.clone_from(&setting.heading_scope);
            }
            self.count += 1;
        } else if self.count > 0 && text.ends_with('.') && text.split_whitespace().count() > 5 {
            if self.count > 3 && setting.heading_scope != self.scope {
                setting.heading_scope = None;
                setting.carried.scope = None;
            }
            self.count = 0;
        }
    }
}

/// "De omgjorte sager efter serviceloven fordeler sig sådan:" among figures of all cases: a sentence that leads to its lines
/// and to the paragraph behind them, and is the heading of no more.
#[derive(Default)]
pub(super) struct Led {
    /// The scope of the heading above it.
    over: Option<Option<String>>,
    /// Paragraphs behind the lines.
    behind: u32,
}

impl Led {
    /// Takes the next paragraph in, before its sentences are read.
    pub(super) fn pass(&mut self, listed: bool, setting: &mut Setting) {
        if self.over.is_none() || listed {
            return;
        }
        self.behind += 1;
        if self.behind > 1 {
            setting.heading_scope = std::mem::take(self).over.flatten();
        }
    }

    /// Takes a heading in; `over` is the scope of the heading before it.
    pub(super) fn enter(&mut self, clause: &Clause<'_>, over: Option<String>, setting: &Setting) {
        let verb =
            |t: &Token<'_>| t.is_any(&["er", "har", "var", "blev", "fordeler", "fordelte", "viser", "ser", "handler"]);
        let sentence = clause.tokens.last().is_some_and(|t| t.is_symbol(':')) && clause.tokens.iter().skip(1).any(verb);
        let whole = |f: &Figure| f.scope == ALL && f.place == setting.own && f.unit == Unit::Count;
        let among = sentence && setting.heading_scope.is_some() && setting.said.iter().rev().take(300).any(whole);
        *self = Self { over: among.then_some(over), behind: 0 };
    }
}

/// Is a heading about the map of Denmark alone? "Klagestatistik og danmarkskort", "Klagesager i Ankestyrelsen samt
/// Danmarkskort" name two things, and the other is of all areas.
fn speaks_of_the_map(tokens: &[Token<'_>]) -> bool {
    let begins = |t: &Token<'_>, stems: &[&str]| t.word().is_some_and(|w| stems.iter().any(|stem| w.starts_with(stem)));
    let ends = |t: &Token<'_>, stems: &[&str]| t.word().is_some_and(|w| stems.iter().any(|stem| w.ends_with(stem)));
    let Some(map) = tokens.iter().position(|t| begins(t, &["danmarkskort"])) else { return false };
    let joins = |t: &Token<'_>| t.is_any(&["og", "samt"]) || t.is_symbol('/') || t.is_symbol(',');
    let cases = |t: &Token<'_>| {
        begins(t, &["klage", "anke"]) && !begins(t, &["ankestyrels"]) || ends(t, &["statistik", "afgørelser", "sager"])
    };
    let article = usize::from(map > 0 && tokens[map - 1].is_any(&["det", "årets"]));
    let before = map.checked_sub(1 + article).is_some_and(|and| joins(&tokens[and]) && tokens[..and].iter().any(cases));
    let year = usize::from(tokens.get(map + 1).is_some_and(|t| t.year().is_some()));
    let behind = tokens.get(map + 1 + year).is_some_and(joins) && tokens[map + 1 + year..].iter().any(cases);
    let statistics = tokens.iter().any(|t| ends(t, &["statistik", "statistikken"]));
    !(before || behind || statistics)
}
