//! Units inside a law: a department keeps the label of its table also where prose calls it otherwise.

use crate::data::lexicon::Lexicon;
use crate::extract::clause::Clause;
use crate::model::figure::Figure;
use std::collections::BTreeMap;

/// The units that the tables of a chapter name, as whole scopes: `SEL · Børn og Unge (CJS)`.
#[derive(Clone, Debug, Default)]
pub struct Units {
    scopes: BTreeMap<String, Unit>,
    /// The words of labels with the scopes that they name; `None` where two scopes share them.
    names: BTreeMap<String, Option<String>>,
}

/// A scope's label, read once.
#[derive(Clone, Debug)]
struct Unit {
    /// The words of the label in lower case.
    words: Vec<String>,
    /// Those of its name, without "og", and what stands behind it in parentheses.
    name: Vec<String>,
    code: String,
}

impl Unit {
    fn of(scope: &str) -> Self {
        let label = scope.split_once(" · ").map_or("", |(_, label)| label);
        let (name, code) = match label.split_once('(') {
            Some((name, code)) => (name, code.trim_end_matches(')').trim()),
            None => (label, ""),
        };
        let plain = |word: &str| word.trim_matches(['&', ',']).to_lowercase();
        let name = name.split_whitespace().map(plain).filter(|word| !word.is_empty() && word != "og").collect();
        let words = label.to_lowercase().split_whitespace().map(str::to_owned).collect();
        Self { words, name, code: code.to_owned() }
    }
}

impl Units {
    /// Takes the units of a table's figures.
    pub fn learn(&mut self, figures: &[Figure]) {
        for figure in figures.iter().filter(|f| f.scope.contains(" · ")) {
            self.scopes.entry(figure.scope.clone()).or_insert_with(|| Unit::of(&figure.scope));
        }
    }

    /// Takes a label of a table: "Center for Ældre", or the words behind a paragraph, "§ 87 Tabt arbejdsfortjeneste".
    pub fn learn_name(&mut self, label: &str, scope: &str) {
        let named = label
            .trim_start_matches(|c: char| c == '§' || c == '.' || c == ',' || c.is_whitespace() || c.is_ascii_digit());
        let name = named.split('(').next().unwrap_or_default().trim().to_lowercase();
        // One short word is hardly a name; of a unit it may be, where it is written as one.
        let unit = scope.contains(" · ") && name.len() > 5;
        if !unit && (!name.contains(' ') || name.len() < 10) || name.chars().any(|c| c.is_ascii_digit()) {
            return;
        }
        let same = |known: &mut Option<String>| {
            if known.as_deref() != Some(scope) {
                *known = None;
            }
        };
        self.names.entry(name).and_modify(same).or_insert_with(|| Some(scope.to_owned()));
    }

    /// The unit whose label stands at a token: "I Børnehandicap har man ...", with the end of the label.
    #[must_use]
    pub fn at(&self, clause: &Clause<'_>, start: usize) -> Option<(usize, String)> {
        self.scopes.iter().find_map(|(scope, unit)| {
            let end = start + unit.words.len();
            let same = clause.tokens.get(start..end)?.iter().zip(&unit.words).all(|(t, word)| t.is(word));
            (same && !unit.words.is_empty()).then(|| (end, scope.clone()))
        })
    }

    /// The names of units, to be found in sentences.
    #[must_use]
    pub fn names(&self) -> Option<Lexicon<String>> {
        let known = self.names.iter().filter_map(|(name, scope)| Some((name.clone(), scope.clone()?)));
        let known: Vec<(String, String)> = known.collect();
        if known.is_empty() { None } else { Lexicon::new(known).ok() }
    }

    /// The unit that a heading speaks of: its words stand in the heading, or its letters are those of the centre that
    /// the heading names.
    #[must_use]
    pub fn heading(&self, clause: &Clause<'_>) -> Option<String> {
        if self.scopes.is_empty() {
            return None;
        }
        let words: Vec<&str> = clause.tokens.iter().filter_map(|t| t.word()).collect();
        let says = |wanted: &String| {
            words.iter().any(|word| *word == wanted.as_str() || (wanted.len() > 4 && word.starts_with(wanted.as_str())))
        };
        let mut found = self.scopes.iter().filter(|(_, unit)| {
            let named = !unit.name.is_empty() && unit.name.iter().all(says);
            named
                && (unit.code.is_empty()
                    || words.join(" ").contains(&unit.code.to_lowercase())
                    || centre_letters(clause).is_none_or(|letters| letters == unit.code))
        });
        match (found.next(), found.next()) {
            (Some((one, _)), None) => Some(one.clone()),
            _ => None,
        }
    }
}

/// "Center for Job & Social" is CJS: the letters that a code is made of.
fn centre_letters(clause: &Clause<'_>) -> Option<String> {
    let at = clause.tokens.iter().position(|t| t.is("center"))?;
    let words = clause.tokens[at..].iter().map_while(|t| t.word().or_else(|| t.is_symbol('&').then_some("&")));
    let letters: String = words
        .filter(|w| !matches!(*w, "for" | "og" | "&"))
        .filter_map(|w| w.chars().next())
        .flat_map(char::to_uppercase)
        .collect();
    (letters.chars().count() >= 2).then_some(letters)
}
