//! Which numbers of a sentence are caseloads, staff or numbers of cases: by the unit behind them ("45 sager pr.
//! rådgiver", "12 årsværk") or by the noun before them ("et sagstal på 45").

use super::allowed::Allowed;
use super::names::Name;
use super::table::MOST_CASES;
use super::when::now;
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::extract::value::ValueKind;
use crate::model::figure::Measure;
use crate::text::token::Token;

/// A number with what it is a number of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Load {
    pub at: usize,
    /// Behind its unit.
    pub end: usize,
    pub measure: Measure,
}

/// What the sentence is read with.
pub(super) struct Reader<'r, 'a> {
    pub clause: &'r Clause<'a>,
    pub terms: &'r [Hit<CaseloadTag>],
    pub names: &'r [Name],
    pub allowed: Allowed<'r, 'a>,
    /// The sentences before spoke of caseloads.
    pub spoken: bool,
    /// One of them stated one.
    pub stated: bool,
    /// The sentence before stated one, and nothing else.
    pub sole: bool,
    /// A table of the chapter gave caseloads.
    pub tabled: bool,
    /// A line above announced caseloads, one a line.
    pub listing: bool,
    /// The paragraph, or one before it under the same heading, speaks of how many cases employees have.
    pub surveying: bool,
    /// The sentence before asked how many cases somebody has.
    pub asked: bool,
}

/// The noun that a number without a unit is of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    pub at: usize,
    pub end: usize,
    /// `None`: something else.
    pub measure: Option<Measure>,
    /// "tallet", "det": of what a number before it was of.
    pub pronoun: bool,
}

impl Reader<'_, '_> {
    /// The loads of the sentence from left to right.
    pub fn loads(&self) -> Vec<Load> {
        let tokens = &self.clause.tokens;
        let heads = self.heads();
        let mut out: Vec<Load> = Vec::new();
        for at in (0..tokens.len()).filter(|&at| self.allowed.at(at)) {
            let found =
                self.by_unit(at).or_else(|| self.by_pair(at, &heads, &out)).or_else(|| self.by_head(at, &heads, &out));
            out.extend(found);
        }
        self.add_listed(&mut out);
        out
    }

    /// "45 sager pr. rådgiver", "31,5 pr. årsværk", "har hver sagsbehandler i gennemsnit 51 sager".
    pub(super) fn by_unit(&self, at: usize) -> Option<Load> {
        let tokens = &self.clause.tokens;
        let value = tokens[at].number()?.0;
        let each = |end: usize| Some(Load { at, end, measure: Measure::CasesPerFte });
        if value >= 1000.0 {
            return None;
        }
        let noun = self.noun(at);
        // "Hvor mange sager har en rådgiver? Lige nu 62 i snit på ..."
        if self.asked && noun.is_none() && self.mean(tokens.get(at + 1..at + 3).unwrap_or_default()) {
            return each(at + 1);
        }
        let staff = |from: usize| {
            let hits = self.terms.iter().filter(|hit| hit.tag == CaseloadTag::Staff);
            hits.clone().find(|hit| (from..from + 3).contains(&hit.start)).map(|hit| hit.end)
        };
        // Up to four words between: "45 sager om sygedagpenge pr. rådgiver", "45 sager i gennemsnit pr. rådgiver".
        // "45 sager/rådgiver"
        let stroke = |per: usize| tokens[per].is_symbol('/') && tokens.get(per + 1).is_some_and(|t| t.word().is_some());
        let per = (at + 1..tokens.len().min(at + 6)).find(|&per| tokens[per].is_any(&["pr", "per"]) || stroke(per));
        if let Some(per) = per {
            let unit = &tokens[at + 1..per];
            let each_behind = || tokens.get(per + 1).filter(|t| stroke(per) && CASELOAD.staff.has(t)).map(|_| per + 2);
            let open =
                unit.iter().all(|t| t.word().is_some()) && (unit.is_empty() || noun.is_some() || self.mean(unit));
            if let Some(end) = staff(per + 1).filter(|_| !stroke(per)).or_else(each_behind).filter(|_| open) {
                return each(end);
            }
        }
        let noun = noun?;
        let from = at.saturating_sub(14);
        let before = &tokens[from..at];
        // "240 sager og 6 årsværk": staff in numbers has no cases each.
        let people =
            |hit: &&Hit<CaseloadTag>| hit.tag == CaseloadTag::Staff && !CASELOAD.lists.posts.has(&tokens[hit.start]);
        let whose = self.terms.iter().filter(people).any(|hit| (from..at).contains(&hit.start));
        // "52 sager hver", "52 sager i gennemsnit", but not "52 sager har hver rådgiver"
        let mean = |at: usize| tokens.get(at).is_some_and(|t| CASELOAD.lists.mean.has(t));
        let behind = mean(noun) || tokens.get(noun).is_some_and(|t| t.is_any(&["i", "til"])) && mean(noun + 1);
        // "Der er kommet flere hænder: En rådgiver har 58 sager": another sentence.
        let own = before.iter().rposition(|t| t.is_symbol(':')).map_or(0, |colon| colon + 1);
        let added = before[own..].iter().any(|t| CASELOAD.lists.added.has(t));
        let mean = self.mean(before) || behind;
        // "Til sammenligning var det samlede gennemsnit 36,4 sager i 2022", behind a table of caseloads.
        let nouns = ["gennemsnit", "gennemsnittet", "snit", "snittet"];
        let noun_of_mean = before
            .iter()
            .rposition(|t| t.is_any(&nouns))
            .is_some_and(|at| before.len() - at <= 4 && !(at > 0 && before[at - 1].is("i")));
        let average = behind && self.spoken || noun_of_mean && self.tabled;
        if ((mean && (whose || average) || self.is_of_one(from, at)) && !added) || (self.listing && at <= 3) {
            return each(noun + usize::from(tokens.get(noun).is_some_and(|t| t.is("hver"))));
        }
        None
    }

    pub(super) fn mean(&self, words: &[Token<'_>]) -> bool {
        words.iter().any(|t| CASELOAD.lists.mean.has(t))
    }

    /// Behind "sager", "aktive sager", where a number is followed by it.
    pub(super) fn noun(&self, at: usize) -> Option<usize> {
        let tokens = &self.clause.tokens;
        let adjectives = tokens[at + 1..].iter().take(2).take_while(|t| CASELOAD.lists.sums.has(t)).count();
        let noun = at + 1 + adjectives;
        tokens.get(noun).is_some_and(|t| CASELOAD.lists.counted.has(t)).then_some(noun + 1)
    }

    /// "412 sager fordelt på 11 årsværk", "37,5 årsværk og 1.420 sager": cases and the staff that has them.
    fn by_pair(&self, at: usize, heads: &[Head], out: &[Load]) -> Option<Load> {
        let tokens = &self.clause.tokens;
        let case = |t: &Token<'_>| t.word().is_some_and(|w| w.ends_with("sager"));
        // "392 børn i Børnehandicap, som deles af 8,0 årsværk": what staff shares are its cases.
        let shared = |end: usize| tokens[end..].iter().take(7).any(|t| t.is_any(&["deles", "delt", "fordelt"]));
        let cases = |at: usize| self.noun(at).filter(|&end| case(&tokens[end - 1]) || shared(end));
        let joins = |from: usize, to: usize| {
            let words = [
                "og",
                "fordelt",
                "delt",
                "på",
                "til",
                "har",
                "deles",
                "om",
                "med",
                "af",
                "som",
                "der",
                "er",
                "en",
                "et",
                "normering",
                "bemanding",
                "samlet",
                "fordeles",
                "varetager",
                "håndterer",
                "behandler",
                "ansvar",
                "ansvaret",
                "for",
                "i",
                "alt",
            ];
            // "320 sager i Familiegrupperne og 16 årsværk"
            let named = |at: usize| {
                let name = self.names.iter().find(|name| (from..to).contains(&name.start) && name.end <= to);
                name.is_some_and(|name| (name.start.saturating_sub(1)..name.end).contains(&at))
                    && (tokens[at].word().is_some() || tokens[at].is_symbol('-'))
            };
            from < to
                && (from..to).filter(|at| !named(*at)).count() <= 7
                && (from..to).all(|at| {
                    tokens[at].is_any(&words)
                        || [',', ')'].iter().any(|sign| tokens[at].is_symbol(*sign))
                        || self.is_of_place(at)
                        || named(at)
                })
        };
        let next = |end: usize| {
            let other = (end..tokens.len().min(end + 7)).find(|&n| tokens[n].number().is_some())?;
            (joins(end, other) && self.allowed.at(other)).then_some(other)
        };
        let last = |at: usize| {
            let other = (at.saturating_sub(9)..at).rev().find(|&n| tokens[n].number().is_some())?;
            self.allowed.at(other).then_some(other)
        };
        let load = |end: usize, measure: Measure| Some(Load { at, end, measure });
        if let Some(end) = cases(at) {
            let paired = next(end).is_some_and(|other| self.posts(other).is_some())
                || last(at).is_some_and(|other| self.posts(other).is_some_and(|end| end == at || joins(end, at)));
            return load(end, Measure::TotalCases).filter(|_| paired);
        }
        let end = self.posts(at)?;
        // "12.480 sager i september, fordelt på 214,5 årsværk"
        let shared = at > 1 && tokens[at - 1].is("på") && tokens[at - 2].is_any(&["fordelt", "delt"]);
        // "Jobcentret har 4.120 sager. Sagerne er fordelt på 80 årsværk, og det giver 51,5 sager pr. årsværk"
        let these = tokens.first().is_some_and(|t| t.is_any(&["sagerne", "de"])) && at <= 5;
        let shared = shared && (these || heads.iter().any(|head| head.at < at && head.measure.is_some()));
        // "I alt varetager 38 årsværk 2.120 sager"
        let directly =
            tokens.get(end).is_some_and(|t| t.number().is_some() && t.year().is_none()) && cases(end).is_some();
        let paired = directly && self.allowed.at(end)
            || next(end).is_some_and(|other| cases(other).is_some())
            || last(at).is_some_and(|other| cases(other).is_some_and(|behind| joins(behind, at)));
        // "sagstallet var 47 pr. årsværk, og der var 6,5 årsværk", "og der var dengang 6,5 årsværk"
        let adverb = at > 0 && tokens[at - 1].is_any(&["dengang", "nu", "da", "samlet", "kun", "stadig"]);
        let at_verb = at - usize::from(adverb);
        let verb = at_verb > 0 && tokens[at_verb - 1].is_any(&["er", "var", "har", "havde"]);
        let before = at_verb > 1
            && tokens[at_verb - 2].is_any(&[
                "der",
                "teamet",
                "afdelingen",
                "jobcentret",
                "jobcenteret",
                "centret",
                "centeret",
            ]);
        let spoken = heads.iter().any(|head| head.at < at && head.measure == Some(Measure::CasesPerFte))
            || out.iter().any(|load| load.measure == Measure::CasesPerFte);
        let there = self.are_there(at, end, (verb && before, verb), spoken, out);
        load(end, Measure::Fte).filter(|_| paired || shared || there || self.is_base(at))
    }

    /// "et sagstal på 45", "var normeringen i jobcentret 78 årsværk", "det samlede sagsantal 4.410 sager".
    fn by_head(&self, at: usize, heads: &[Head], out: &[Load]) -> Option<Load> {
        let tokens = &self.clause.tokens;
        // "44 sager i 2025, og i 2024 var det 51": without a caseload before it the word is of something else.
        let taken = |head: &Head| {
            let load = out.iter().rfind(|load| load.measure == Measure::CasesPerFte && load.end <= head.at);
            !head.pronoun || self.stated || load.is_some_and(|load| head.at - load.end <= 8)
        };
        let head = heads.iter().rfind(|head| head.end <= at && taken(head))?;
        let measure = head.measure.clone()?;
        let mut path = head.end..at;
        // What stands between is no other number, but for those that are of the same.
        let told = |n: usize| {
            let load = out.iter().any(|load| load.at == n && load.measure == measure);
            load || self.allowed.in_a_name(n) || self.allowed.in_parentheses(n) || self.allowed.is_other_quantity(n)
        };
        if !path.all(|n| tokens[n].number().is_none() || told(n)) {
            return None;
        }
        let behind = self.noun(at).or_else(|| self.posts(at));
        match measure {
            Measure::Fte => {
                let unit = self.posts(at);
                let next = tokens.get(at + 1).and_then(Token::word);
                let open = next.is_none_or(|word| WORDS.lists.may_follow.holds(word));
                // "6,5 årsværk til kontanthjælp, 11 årsværk til sygedagpenge": each is near the one before.
                let last = out.iter().rfind(|load| load.end <= at && load.measure == Measure::Fte);
                let near = at - last.map_or(head.end, |last| last.end.max(head.end)) <= 10;
                (near && (unit.is_some() || open && self.placed(at, head))).then(|| Load {
                    at,
                    end: unit.unwrap_or(at + 1),
                    measure,
                })
            }
            Measure::TotalCases => {
                let open =
                    self.clause.values().iter().any(|value| value.start == at && value.kind != ValueKind::Percent);
                let near = at - head.end <= 10;
                let other = self.posts(at).is_some();
                (near && !other && (open || self.noun(at).is_some())).then(|| Load {
                    at,
                    end: behind.unwrap_or(at + 1),
                    measure,
                })
            }
            _ => {
                let value = self.clause.values().iter().find(|value| value.start == at)?;
                let fits = value.kind != ValueKind::Percent && value.value > 0.0 && value.value <= MOST_CASES;
                let hedged = value.start > 1 && value.hedge.is_some();
                (fits && (hedged || self.placed(at, head))).then(|| Load { at, end: behind.unwrap_or(at + 1), measure })
            }
        }
    }

    /// Does a number stand where a value is stated: "er 45", "på 45", "i 2019 45", "2019: 45", "er sagstallet på fleksjob
    /// 45", "er det samlede sagstal pr. rådgiver i hele jobcentret 45"?
    fn placed(&self, at: usize, head: &Head) -> bool {
        let tokens = &self.clause.tokens;
        if at > 1 && tokens[at - 1].is_symbol(':') && tokens[at - 2].year().is_some() {
            return true;
        }
        // "er i dag 45"
        let now = now(self.clause).filter(|now| now.end == at).map_or(at, |now| now.start);
        let Some(before) = tokens[..now].iter().rposition(|t| !t.is_symbol('.')) else { return false };
        let stated = CASELOAD.lists.stating.has(&tokens[before]) || CASELOAD.lists.mean.has(&tokens[before]);
        let verb = |t: &Token<'_>| t.is_any(&["er", "var", "blev", "lå", "bliver"]);
        let turned = tokens[head.at.saturating_sub(3)..head.at].iter().any(verb);
        let plain = (head.end..at)
            .all(|at| self.is_told(at) || tokens[at].is_any(&["i", "på", "for", "inden", "hele", "området"]));
        stated || tokens[before].year().is_some() || (turned && plain)
    }

    /// "i Jobcenter Greve"
    fn is_of_place(&self, at: usize) -> bool {
        let tokens = &self.clause.tokens;
        let place = |at: usize| self.clause.places.iter().any(|hit| (hit.start..hit.end).contains(&at));
        let before = (1..=2).any(|n| place(at + n));
        place(at) || before && tokens[at].is_any(&["i", "jobcenter", "kommune"])
    }

    /// Does a token belong to a name, a place or a period?
    pub(super) fn is_told(&self, at: usize) -> bool {
        let place = self.clause.places.iter().any(|hit| (hit.start..hit.end).contains(&at));
        let name = self.names.iter().any(|name| (name.start..name.end).contains(&at));
        place || name || self.allowed.in_a_name(at)
    }
}
