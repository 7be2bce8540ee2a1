//! In which part of the law a value holds, as its own sentence says it.

use super::bind::Binder;
use super::scope::{ADULTS, CHILDREN, is_unknown_area, names_map};
use super::setting::ALL;
use crate::data::lexicon::Hit;
use crate::data::words::WORDS;
use crate::extract::clause::divides;
use crate::model::figure::Measure;
use crate::text::token::Token;

impl Binder<'_, '_> {
    /// "På servicelovens område blev 9 sager efter § 112 ændret": the paragraph right behind is of the law before.
    fn paragraph_behind(&self, index: usize, law: &str) -> Option<String> {
        let end = self.clause.values()[index].end;
        let inside = |hit: &&Hit<String>| hit.start >= end && self.segments[index].tokens.contains(&hit.start);
        let mut all = self.scopes.iter().filter(inside);
        let first = all.next()?;
        // "13 af klagerne efter serviceloven handlede om biler efter § 114": what the cases of the law were about.
        let told = |hit: &&Hit<String>| {
            let between = &self.clause.tokens[first.end.min(hit.start)..hit.start];
            // "6 af sagerne på voksenhandicapområdet efter § 96"
            let under = matches!(between, [only] if only.is("efter"));
            under || between.iter().any(|t| WORDS.lists.belonging.has(t))
        };
        let second = if first.tag == law { all.next().filter(told).filter(|_| all.next().is_none()) } else { None };
        let behind = second.or(Some(first)).filter(|hit| self.attaches(end, hit.start))?;
        let (of, _) = behind.tag.split_once(" §")?;
        (of == law || self.is_in_map(end, law, behind)).then(|| behind.tag.clone())
    }

    /// "På børnehandicapområdet vedrører 13 sager tabt arbejdsfortjeneste (§ 42)": a paragraph of the map's. What it covers
    /// is no part of it, nor are several right behind the count: "13 sager (§§ 32, 36 og 41)".
    fn is_in_map(&self, end: usize, map: &str, behind: &Hit<String>) -> bool {
        let noun = usize::from(self.clause.tokens.get(end).is_some_and(|t| WORDS.case_nouns.has(t)));
        let right_behind = behind.start == end + noun + 1 && self.clause.tokens[end + noun].is_symbol('(');
        let special = map == CHILDREN || map == ADULTS;
        let covers = |t: &Token<'_>| t.word().is_some_and(|w| w.starts_with("omfatte") || w.starts_with("dækk"));
        special
            && ["SEL §", "BL §"].iter().any(|law| behind.tag.starts_with(law))
            && !(right_behind && behind.tag.contains("§§"))
            && !self.clause.tokens[end..behind.start].iter().any(covers)
    }

    /// "30 procent af de sager, som Ankestyrelsen behandlede efter serviceloven, blev omgjort": the one part that a sentence
    /// names, in the relative clause behind what is counted.
    fn relative_scope(&self, index: usize) -> Option<String> {
        let [only] = self.scopes else { return None };
        let between = self.clause.tokens.get(self.clause.values()[index].end..only.start)?;
        let comma = between.iter().position(|t| t.is_symbol(','))?;
        // "19 afgørelser på afdelingens område, alle efter serviceloven"
        let relative = between.get(comma + 1).is_some_and(|t| t.is_any(&["som", "der", "alle", "samtlige"]));
        let noun = between[..comma].iter().any(|t| WORDS.case_nouns.has(t));
        let breaks = |t: &Token<'_>| divides(t) || t.is_any(&["mens", "mod", "hvor", "hvilket", "men", "end", "og"]);
        let open = usize::from(between.last().is_some_and(|t| t.is_symbol('(')));
        let told = between.get(comma + 1..between.len() - open)?;
        let plain = !between[..comma].iter().any(breaks) && !told.iter().any(breaks);
        let under = between.last().is_some_and(|t| t.is_any(&["efter", "på", "under", "inden", "for", "indenfor"]));
        // "som Ankestyrelsen traf om voksnes merudgifter (§ 100)"
        let about = between[comma..].iter().rposition(|t| t.is_any(&["om", "over", "vedrørende"]));
        let glossed = about.is_some_and(|about| between.len() - comma - about < 6);
        let under = under || glossed && open == 1;
        (relative && noun && plain && under).then(|| only.tag.clone())
    }

    /// "Over halvdelen af sagerne, nemlig 64, er truffet efter serviceloven": what the sentence goes on with says of what.
    fn scope_behind_aside(&self, index: usize) -> Option<String> {
        let value = &self.clause.values()[index];
        let tokens = &self.clause.tokens;
        let aside = value.start > 0 && tokens[value.start - 1].is_any(&["nemlig", "dvs"]);
        let comma = (value.end..tokens.len().min(value.end + 3)).find(|&at| tokens[at].is_symbol(','))?;
        let verb = tokens.get(comma + 1)?;
        let goes_on = verb.is_any(&["er", "var", "blev"]) || WORDS.lists.belonging.has(verb);
        let next = self.clause.values().get(index + 1).map_or(tokens.len(), |next| next.start);
        let hit = self.scopes.iter().find(|hit| hit.start > comma && hit.end <= next)?;
        (aside && goes_on && (comma + 1..hit.start).all(|at| tokens[at].word().is_some())).then(|| hit.tag.clone())
    }

    pub(super) fn scope(&self, index: usize) -> Option<String> {
        // "Af de 28 stadfæstede sager var 11 hjælpemiddelsager (§ 112)": of the part, and not of the 28.
        let value = &self.clause.values()[index];
        let whole = self.named_whole().is_some_and(|whole| whole.start == value.start);
        let verb = |at: usize| {
            let token = &self.clause.tokens[at];
            WORDS.lists.belonging.has(token) || token.is_any(&["var", "er", "blev"])
        };
        // "kommer 23 fra Team Nord, 17 fra Team Syd": right behind its own number.
        let from = self.clause.tokens.get(value.end).is_some_and(|t| t.is("fra"));
        if let Some(hit) = self.scopes.iter().find(|hit| from && hit.start == value.end + 1) {
            return Some(hit.tag.clone());
        }
        let parted = |start: usize| whole && start > value.end && (value.end..start).any(verb);
        let cues: Vec<_> =
            self.scopes.iter().filter(|h| !parted(h.start)).map(|h| (h.start, h.end, h.tag.clone())).collect();
        if let Some(scope) = self.cue(index, &cues).or_else(|| self.before_parenthesis(index, &cues)) {
            return Some(self.paragraph_behind(index, scope).unwrap_or_else(|| scope.clone()));
        }
        if let Some(scope) = self.scope_of_noun(index) {
            return Some(scope);
        }
        if let Some(scope) = self.relative_scope(index).or_else(|| self.scope_behind_aside(index)) {
            return Some(scope);
        }
        if let Some(scope) = self.scope_of_here(index) {
            return Some(scope);
        }
        let segment = &self.clause.tokens[self.segments[index].tokens.clone()];
        // "for landet som helhed" names a place, and no part.
        let nation = |w: &[Token<'_>]| w[0].is_any(&["landet", "danmark", "nationen", "regionen"]);
        let whole = segment.windows(3).any(|w| !nation(w) && w[1].is("som") && w[2].is("helhed"));
        if whole || segment.windows(2).any(|w| w[0].is("hele") && w[1].is("kortet")) {
            return Some(self.setting.base_scope());
        }
        if index > 0 && segment.iter().any(|t| t.is_any(&["samlede", "samlet", "overordnede", "generelle"])) {
            return Some(self.setting.base_scope());
        }
        let map = || names_map(self.clause);
        // "Efter § 83 blev 5 stadfæstet; på ældreområdet blev 4 ændret": of another part, that is no law's.
        let mut own = self.segments[index].tokens.clone();
        let elsewhere = own.any(|at| at < value.start && is_unknown_area(self.clause, self.scopes, at));
        let previous = self.previous(index).filter(|_| !elsewhere);
        let previous = previous.and_then(|i| self.bindings[i].scope.clone());
        previous
            .or_else(|| (self.setting.scope() == ALL && map()).then(|| "SEL".to_owned()))
            .or_else(|| self.law_of_the_rate(index))
    }

    /// "Vores naboer ligger sådan: Køge 31 procent og Faxe 28 procent": others' rates that no word names are of the law whose
    /// rates were told before, where the text has told of no other.
    fn law_of_the_rate(&self, index: usize) -> Option<String> {
        let rate = self.bindings[index].measure == Some(Measure::ReversalRate) && self.labels.is_empty();
        let others = || self.clause.places.iter().any(|hit| self.segments[index].tokens.contains(&hit.start));
        if !rate || self.setting.scope() != ALL || !self.scopes.is_empty() || !others() {
            return None;
        }
        let law = self.setting.law_of_all_said()?;
        let last = self.setting.said.iter().rev().find(|f| f.measure == Measure::ReversalRate)?;
        (last.scope == law).then_some(law)
    }
}
