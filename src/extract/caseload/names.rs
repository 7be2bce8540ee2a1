//! The target groups, teams and areas that a sentence names, with their words as they are printed.

use super::Setting;
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::word_list::WordList;
use crate::extract::clause::Clause;
use crate::model::source::{Document, Span};
use crate::text::lower::aligned;
use crate::text::token::{Kind, Token, tokens};
use std::collections::BTreeMap;
use std::ops::Range;

/// A name, or words that say that all groups are spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub start: usize,
    pub end: usize,
    /// `None`: of all groups together.
    pub group: Option<String>,
}

/// The names in a sentence from left to right, none inside another.
pub(super) fn names(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
) -> Vec<Name> {
    let tokens = &clause.tokens;
    let mut found: Vec<(usize, usize)> = pointed(document, clause);
    found.extend(setting.groups.spelled(tokens));
    let groups = terms.iter().filter(|hit| hit.tag == CaseloadTag::Group);
    found.extend(groups.clone().map(|hit| (hit.start, whole_name(tokens, hit.end))));
    found.extend(groups.clone().filter_map(|hit| proper_name(clause, hit, terms)));
    found.extend(pair(tokens, &groups.clone().collect::<Vec<_>>()));
    found.extend(
        entry(clause, terms)
            .filter(|name| groups.filter(|hit| name.contains(&hit.start)).count() > 1)
            .map(|name| (name.start, name.end)),
    );
    // "I ungeteamet": a team or an area that is no known group.
    let alone = |at: usize| CASELOAD.lists.pointers.has(&tokens[at]) || tokens[at].is("team");
    let units = standing(clause, &CASELOAD.lists.units).filter(|&at| !alone(at));
    found.extend(units.map(|at| (first_half(tokens, at), at + 1)));
    found.extend((0..tokens.len()).filter_map(|at| team(document, tokens, at)));
    found.extend((1..tokens.len()).filter_map(|at| unit_by_capital(document, clause, at)));
    if clause.has_word(&["området"]) {
        found.extend((0..tokens.len()).filter_map(|at| area(tokens, at)));
    }
    let staff = |at: usize| CASELOAD.is_staff_of_a_group(&tokens[at]);
    let of_a_group = standing(clause, &CASELOAD.lists.group_staff).filter(|&at| staff(at));
    found.extend(of_a_group.map(|at| (at, at + 1)));
    // The longer of two that overlap.
    found.sort_by_key(|&(start, end)| (std::cmp::Reverse(end - start), start));
    let mut out: Vec<Name> = Vec::new();
    for (start, end) in found {
        if out.iter().all(|name| end <= name.start || name.end <= start) {
            let printed = document.one_line(tokens[start].span.cover(tokens[end - 1].span));
            let known = terms.iter().any(|hit| hit.tag == CaseloadTag::Group && hit.start == start);
            let whole = end == start + 1 && staff(start) && !known;
            let group = if whole { printed } else { without_staff(printed) };
            let group = without_team(document, &tokens[start..end], setting).unwrap_or(group);
            let group = match group.strip_suffix('s').filter(|_| is_whose(tokens, end)) {
                Some(owner) => owner.to_owned(),
                None => group,
            };
            let group = setting.groups.definite(&group).map(str::to_owned).unwrap_or(group);
            out.push(Name { start, end, group: Some(group).filter(|_| !is_job_centre(&tokens[start..end])) });
        }
    }
    let of_all = ["helhed", "jobcentret", "jobcenteret"];
    if clause.has_word(&of_all) {
        let free = |at: usize, out: &[Name]| out.iter().all(|name| !(name.start..name.end).contains(&at));
        for at in (0..tokens.len()).filter(|&at| tokens[at].is_any(&of_all)) {
            if free(at, &out) {
                out.push(Name { start: at, end: at + 1, group: None });
            }
        }
    }
    out.sort_by_key(|name| name.start);
    out
}

/// "118 sager pr. medarbejder på fleksjob og ledighedsydelse": one number for two groups together.
fn pair(tokens: &[Token<'_>], groups: &[&Hit<CaseloadTag>]) -> Option<(usize, usize)> {
    let [first, second] = groups else { return None };
    let joined = second.start == first.end + 1 && tokens[first.end].is_any(&["og", "samt", "/"]);
    let numbers = tokens.iter().filter(|t| t.number().is_some() && t.year().is_none()).count();
    (joined && numbers == 1).then_some((first.start, second.end))
}

/// "- Jobafklaring, ressourceforløb og revalidering: 33 sager (36 i 2022)": several groups before a line's colon are one name.
fn entry(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>]) -> Option<Range<usize>> {
    let tokens = &clause.tokens;
    let start = tokens.iter().position(|t| t.word().is_some())?;
    let end = tokens.iter().position(|t| t.is_symbol(':')).filter(|&end| end - start.min(end) <= 9)?;
    let counted = tokens.get(end + 1).is_some_and(|t| t.number().is_some());
    let joined =
        |t: &Token<'_>| t.is_any(&["og", "samt"]) || [',', '/', '-', '+'].iter().any(|sign| t.is_symbol(*sign));
    let of_group =
        |at: usize| terms.iter().any(|hit| hit.tag == CaseloadTag::Group && (hit.start..hit.end).contains(&at));
    let plain = (start..end).all(|at| joined(&tokens[at]) || of_group(at));
    (start < 2 && counted && plain).then_some(start..end)
}

/// "i Voksen Handicap og Psykiatri", "i Handicap Børn", "i Borgercenter Børn og Unge", "Modtagelse og Forebyggelse": a
/// group's name as a part of one that is written with capitals throughout.
fn proper_name(clause: &Clause<'_>, hit: &Hit<CaseloadTag>, terms: &[Hit<CaseloadTag>]) -> Option<(usize, usize)> {
    let tokens = &clause.tokens;
    let placed = |at: usize| clause.places.iter().any(|place| (place.start..place.end).contains(&at));
    let capital = |at: usize| at < tokens.len() && tokens[at].word().is_some() && clause.has_capital(at) && !placed(at);
    // "Team Unge og Uddannelse og Team Syd": the next team is a name of its own.
    let next = |at: usize| capital(at) && !tokens[at].is("team");
    let and = |at: usize| tokens[at].is_any(&["og", "samt"]);
    let part = |at: usize| next(at) || at < tokens.len() && and(at) && next(at + 1);
    // "Sygedagpenge og Fleksjob", "Modtagelsen og Ungeteamet": each has a name of its own.
    let known = |at: usize| {
        let unit = CASELOAD.lists.units.has(&tokens[at]) || is_team(&tokens[at]);
        unit || terms.iter().any(|hit| hit.tag == CaseloadTag::Group && (hit.start..hit.end).contains(&at))
    };
    let joined = |at: usize| and(at) && next(at + 1) && !known(at + 1);
    // A sentence begins with a capital whatever its first word is.
    let first = usize::from(hit.start < 2 || !and(1));
    let before = |at: usize| capital(at) || and(at) && at > 0 && capital(at - 1) && !known(at - 1);
    let more = (first..hit.start).rev().take_while(|&at| before(at)).count();
    let end = (hit.end..tokens.len()).find(|&at| !part(at)).unwrap_or(tokens.len());
    let goes_on = end > hit.end && (capital(hit.end) || joined(hit.end));
    ((more > 0 || goes_on) && capital(hit.start)).then(|| (hit.start - more, end))
}

/// "i målgruppen Børn med handicap", "i Team Nord", "i Center for Handicap og Psykiatri".
fn pointed(document: &Document, clause: &Clause<'_>) -> Vec<(usize, usize)> {
    let tokens = &clause.tokens;
    let (team, center) = (["team"], ["center", "afdeling", "afdelingen"]);
    // "Distrikt Nord": before a name these are its beginning where they have a capital too.
    let part = ["distrikt", "borgercenter", "område", "afsnit", "enhed", "center"];
    let words: [&[&str]; 3] = [&team, &center, &part];
    if !clause.has_any(&CASELOAD.lists.pointers) && !words.iter().any(|words| clause.has_word(words)) {
        return Vec::new();
    }
    let capital = |at: usize| {
        tokens.get(at).is_some_and(|t| t.word().is_some() && document.slice(t.span).starts_with(char::is_uppercase))
    };
    let placed = |at: usize| clause.places.iter().any(|hit| hit.start == at);
    let quote =
        |at: usize| tokens.get(at).is_some_and(|t| ['"', '”', '“', '»', '\''].iter().any(|sign| t.is_symbol(*sign)));
    (0..tokens.len())
        .filter_map(|at| {
            let whose = tokens.get(at + 1).is_some_and(|t| t.is("for")) && capital(at);
            if CASELOAD.lists.pointers.has(&tokens[at]) && !whose {
                let start = at + 1 + usize::from(quote(at + 1));
                let length = tokens[start..].iter().enumerate();
                let length = length.take_while(|(n, _)| !ends(tokens, start + n)).count();
                return (capital(start) && length <= 8).then_some((start, start + length));
            }
            let called = tokens[at].is_any(&team) || tokens[at].is_any(&part) && capital(at) && !placed(at + 1);
            if called && (capital(at + 1) || tokens.get(at + 1).is_some_and(|t| t.number().is_some())) {
                // "Team Udsatte Børn", "Team Børn og Unge"
                // "Team Børn og Unge og Team Handicap" are two.
                let next = |n: usize| capital(n) && !tokens[n].is_any(&team);
                let part = |n: usize| next(n) || tokens[n].is_any(&["og", "samt"]) && next(n + 1);
                let more = (at + 2..tokens.len().min(at + 6)).take_while(|&n| part(n) && !placed(n)).count();
                return Some((at, at + 2 + more));
            }
            let center = tokens[at].is_any(&center) && capital(at);
            let named = center && tokens.get(at + 1).is_some_and(|t| t.is("for")) && capital(at + 2);
            let part = |n: usize| {
                capital(n) || (tokens[n].is_any(&["og", "samt"]) || tokens[n].is_symbol(',')) && capital(n + 1)
            };
            named.then(|| (at, at + 2 + (at + 2..tokens.len()).take_while(|&n| part(n)).count()))
        })
        .filter(|(start, end)| start < end)
        .collect()
}

/// "Center for Job og Uddannelse": the job centre by another name.
fn is_job_centre(name: &[Token<'_>]) -> bool {
    let stems = ["job", "beskæftigelse", "arbejdsmarked"];
    let named = name.first().is_some_and(|t| t.is_any(&["center", "centret", "centeret"]));
    named
        && name.get(1).is_some_and(|t| t.is("for"))
        && name.get(2).and_then(Token::word).is_some_and(|w| stems.iter().any(|stem| w.starts_with(stem)))
}

/// Does a pointed name end before this token? "og" goes on with a name, but not before a number or a preposition.
fn ends(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    let age = |at: usize| {
        let number = |t: Option<&Token<'_>>| t.is_some_and(|t| t.number().is_some());
        let near = at.checked_sub(2).map_or(0, |from| from);
        tokens[near..tokens.len().min(at + 4)].iter().any(|t| t.is("år"))
            && (number(Some(token)) || token.is_symbol('-'))
    };
    match token.kind {
        Kind::Word if token.is_any(&["og", "samt"]) => {
            next.is_none_or(|t| t.word().is_none() || t.is_any(&["i", "på", "for", "til", "inden", "hos"]))
        }
        // "i teamet Udsatte Børn i gennemsnit 34 sager", "i alt", "i dag"
        Kind::Word if token.is("i") => next.is_none_or(|t| {
            t.word().is_none() || CASELOAD.lists.mean.has(t) || t.is_any(&["alt", "dag", "øjeblikket"])
        }),
        Kind::Word => {
            CASELOAD.lists.no_label.has(token)
                || token.is_any(&["mens", "hvor", "pr", "blev", "ligger", "lå", "steg", "faldt"])
        }
        Kind::Number { .. } => !age(at),
        Kind::Symbol('-') => !age(at) && next.is_none_or(|t| t.word().is_none()),
        _ => true,
    }
}

/// The labels of a chapter's tables that are target groups, each with its words.
#[derive(Clone, Debug, Default)]
pub struct Groups(BTreeMap<String, Vec<String>>);

impl Groups {
    pub fn add(&mut self, label: &str) {
        if self.contains(label) {
            return;
        }
        let lower = aligned(label);
        let words = tokens(label, &lower, Span::new(0..label.len()));
        let named = label != "Alle" && words.iter().any(|t| t.word().is_some());
        let words = if named { words.iter().map(|t| t.lower.to_string()).collect() } else { Vec::new() };
        self.0.insert(label.to_owned(), words);
    }

    #[must_use]
    pub fn contains(&self, label: &str) -> bool {
        self.0.contains_key(label)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// "Handicapteamet", where a table has a line "Handicapteam": the team as the table calls it.
    fn definite(&self, printed: &str) -> Option<&str> {
        let printed = printed.to_lowercase();
        let stem = ["et", "en"].iter().find_map(|end| printed.strip_suffix(end)).filter(|stem| !stem.contains(' '))?;
        self.0.keys().map(String::as_str).find(|label| !self.contains(&printed) && label.to_lowercase() == stem)
    }

    /// Where the labels stand in a sentence.
    fn spelled(&self, sentence: &[Token<'_>]) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for words in self.0.values().filter(|words| !words.is_empty()) {
            let same = |part: &[Token<'_>]| part.iter().zip(words).all(|(token, word)| token.lower == *word);
            let places = sentence.windows(words.len()).enumerate().filter(|(_, part)| same(part));
            out.extend(places.map(|(at, _)| (at, at + words.len())));
        }
        out
    }
}

/// "Sygedagpengemedarbejderne": the people whose cases are those of the group.
fn without_staff(printed: String) -> String {
    let staff = ["medarbejder", "rådgiver", "sagsbehandler", "konsulent"];
    let found = staff.iter().filter_map(|word| printed.find(word)).min().filter(|&at| at > 3);
    found.and_then(|at| printed.get(..at)).map_or(printed.clone(), |group| group.trim_end_matches('-').to_owned())
}

/// "Modtagelsens sagstal": does a name end in whose the caseload is?
fn is_whose(tokens: &[Token<'_>], end: usize) -> bool {
    let owner = tokens[end - 1].word().is_some_and(|word| ["ens", "ets", "nes"].iter().any(|s| word.ends_with(s)));
    let mean = |t: &&Token<'_>| t.is_any(&["gennemsnitlige", "samlede"]);
    let noun = end + tokens[end..].iter().take(1).take_while(mean).count();
    owner && tokens.get(noun).is_some_and(|t| CASELOAD.lists.load_nouns.has(t))
}

/// "team Sygedagpenge", where a table has a line "Sygedagpenge": the group as the table calls it.
fn without_team(document: &Document, name: &[Token<'_>], setting: &Setting) -> Option<String> {
    let [team, rest @ ..] = name else { return None };
    let (first, last) = (rest.first()?, rest.last()?);
    let called = team.is_any(&["team", "teamet"]).then(|| document.one_line(first.span.cover(last.span)))?;
    setting.groups.contains(&called).then_some(called)
}

/// Where the words of a list stand.
fn standing<'c>(clause: &'c Clause<'_>, list: &'c WordList) -> impl Iterator<Item = usize> + 'c {
    let tokens = &clause.tokens;
    let first = clause.find_any(list).unwrap_or(tokens.len());
    (first..tokens.len()).filter(move |&at| list.has(&tokens[at]))
}

/// "På børne- og familieområdet": the half before the dash belongs to the name.
fn first_half(tokens: &[Token<'_>], at: usize) -> usize {
    let half = at >= 3 && tokens[at - 1].is("og") && tokens[at - 2].is_symbol('-') && tokens[at - 3].word().is_some();
    if half { at - 3 } else { at }
}

/// "Familiegrupperne": a team by its name, and no group of people.
pub(super) fn is_team(token: &Token<'_>) -> bool {
    CASELOAD.lists.teams.has(token) && !CASELOAD.lists.no_teams.has(token)
}

/// "I Familiegrupperne", "I Specialgruppen for børn med handicap".
fn team(document: &Document, tokens: &[Token<'_>], at: usize) -> Option<(usize, usize)> {
    let capital = document.slice(tokens[at].span).starts_with(char::is_uppercase);
    if !capital || !is_team(&tokens[at]) {
        return None;
    }
    let whose = tokens.get(at + 1).is_some_and(|t| t.is("for"));
    let length = (at + 2..tokens.len()).take_while(|&n| !ends(tokens, n)).count();
    Some((at, if whose && (1..=5).contains(&length) { at + 2 + length } else { at + 1 }))
}

/// "Medarbejderne i Ydelse", "i Børn og Unge": whatever stands with a capital behind a preposition, and is no place, day,
/// paper or body, is a part of the administration.
fn unit_by_capital(document: &Document, clause: &Clause<'_>, at: usize) -> Option<(usize, usize)> {
    let tokens = &clause.tokens;
    let placed = |at: usize| clause.places.iter().any(|place| (place.start..place.end).contains(&at));
    let capital = |at: usize| {
        let word = tokens.get(at).and_then(Token::word);
        let written = |word: &str| {
            word.chars().count() > 2 && document.slice(tokens[at].span).chars().skip(1).any(char::is_lowercase)
        };
        word.is_some_and(written) && clause.has_capital(at) && !placed(at) && !clause.is_of_period(at)
    };
    let small = tokens[at - 1].is_any(&["i", "på", "hos"]);
    if !small || !capital(at) || CASELOAD.lists.no_units.has(&tokens[at]) {
        return None;
    }
    let and = |at: usize| tokens.get(at).is_some_and(|t| t.is_any(&["og", "samt"]));
    let mut end = at + 1;
    while capital(end) || and(end) && capital(end + 1) {
        end += 1;
    }
    // "I Socialforvaltningens centre": of whatever is whose.
    let whose = tokens[end - 1].word().is_some_and(|word| word.ends_with('s'));
    (!whose || tokens.get(end).is_none_or(|t| t.word().is_none())).then_some((at, end))
}

/// "28 sager på området for udsatte børn": the words after "for".
fn area(tokens: &[Token<'_>], at: usize) -> Option<(usize, usize)> {
    let said = tokens[at].is("området") && tokens.get(at + 1)?.is("for");
    let start = at + 2;
    let rest = tokens.get(start..).filter(|_| said)?.iter().enumerate();
    let length = rest.take_while(|(n, _)| !ends(tokens, start + n)).count();
    (1..=6).contains(&length).then_some((start, start + length))
}

/// "For rådgivere, der alene arbejder med anbragte børn, er anbefalingen 18-20": whom somebody works with.
pub(super) fn works_with(document: &Document, clause: &Clause<'_>, part: std::ops::Range<usize>) -> Option<String> {
    let tokens = &clause.tokens;
    let works = |at: usize| at > 0 && tokens[at - 1].is_any(&["arbejder", "arbejde"]);
    let start = 1 + part.clone().find(|&at| tokens[at].is("med") && works(at))?;
    let end = start + tokens[start..].iter().take_while(|t| t.word().is_some() && !t.is_any(&["er", "og"])).count();
    let few = end > start && end - start <= 5;
    few.then(|| document.one_line(tokens[start].span.cover(tokens[end - 1].span)))
}

/// Where a group's name ends: "matchgruppe 2 og 3", "aktivitetsparate borgere", "unge under 30 år".
pub(super) fn whole_name(tokens: &[Token<'_>], end: usize) -> usize {
    let numbered = tokens[end - 1].word().is_some_and(|w| w.starts_with("matchgruppe"));
    let part = |t: &&Token<'_>| t.number().is_some() || t.is_any(&["og", "eller"]) || t.is_symbol('-');
    let parts = if numbered { tokens[end..].iter().take_while(part).count() } else { 0 };
    // "matchgruppe 2 og 3 og ...": a name ends in its last number, and none is higher than 5.
    let group = |at: &usize| tokens[*at].number().is_some_and(|(value, _)| value <= 5.0);
    let last = (end..end + parts).rev().find(group);
    let end = last.map_or(end, |last| last + 1);
    let end = end + usize::from(tokens.get(end).is_some_and(|t| t.is_any(&["borgere", "borger"])));
    // "jobparate over 30 år", "unge under 30" and "år"
    let aged = |at: usize| {
        tokens.get(at).is_some_and(|t| t.number().is_some()) && tokens.get(at + 1).is_some_and(|t| t.is("år"))
    };
    let limit = tokens.get(end).is_some_and(|t| t.is_any(&["over", "under"])) && aged(end + 1);
    end + if limit { 3 } else { usize::from(aged(end - 1)) }
}
