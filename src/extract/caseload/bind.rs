//! Whose, when and of which group a caseload is: the sentence is cut between its loads, and what is named on a load's
//! side is its own; what is named once at the beginning or the end holds for all.

use super::Setting;
use super::names::Name;
use super::number::Load;
use super::when::mentions;
use crate::data::caseload::CASELOAD;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::extract::segment::strength;
use crate::model::figure::Place;
use crate::model::period::{Moment, Part, Period};
use crate::text::token::Token;
use std::ops::Range;

/// What a load is bound to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bound {
    pub group: Option<String>,
    /// Groups are out of the question: "for jobcentret som helhed".
    pub whole: bool,
    pub place: Option<Place>,
    pub period: Option<Period>,
    /// Of another time, and it is not said of which.
    pub unsettled: bool,
}

/// One for each load.
pub(super) fn bind(clause: &Clause<'_>, names: &[Name], loads: &[Load], setting: &Setting) -> Vec<Bound> {
    let places = places(clause, setting);
    let tokens = &clause.tokens;
    let all = mentions(clause, setting);
    let mentions: Vec<&Mention> = all.iter().filter(|mention| tells_when(tokens, mention)).collect();
    // "85 sager pr. årsværk (80 i 2009)": the year is that of the number beside it.
    let beside = |load: &Load, mention: &Mention| !is_inside(tokens, load.at) && shares_parentheses(tokens, mention);
    let segments = segments(tokens, names, loads);
    let mut out: Vec<Bound> = Vec::new();
    let mut leading = None;
    for (load, segment) in loads.iter().zip(&segments) {
        let inside = |start: usize| segment.contains(&start);
        let mut bound = Bound::default();
        let groups: Vec<&Name> = names.iter().filter(|name| inside(name.start)).collect();
        let own = nearest(tokens, load, &groups, |name| name.start..name.end);
        let last = || groups.iter().rfind(|name| name.group.is_some() && name.end <= load.at).copied();
        bound.group = own.filter(|name| name.group.is_some()).or_else(last).and_then(|name| name.group.clone());
        bound.whole = bound.group.is_none() && groups.iter().any(|name| name.group.is_none());
        let said: Vec<&(Range<usize>, Place)> = places.iter().filter(|(range, _)| inside(range.start)).collect();
        bound.place = nearest(tokens, load, &said, |(range, _)| range.clone()).map(|(_, place)| place.clone());
        // "flere end Herning (120)"
        let open = load.at.checked_sub(1).filter(|&open| tokens[open].is_symbol('('));
        let named = places.iter().find(|(range, _)| Some(range.end) == open).map(|(_, place)| place.clone());
        bound.place = named.or(bound.place.take());
        let when = mentions.iter().filter(|mention| inside(mention.start) && !beside(load, mention));
        let when: Vec<&Mention> = when.copied().collect();
        let range = |mention: &Mention| mention.start..mention.end;
        let when = nearest(tokens, load, &when, range)
            .or_else(|| when.first().copied().filter(|one| !parted(tokens, load, one.start)));
        let when = taken_up(tokens, load, &all).or(when);
        bound.period = when.and_then(|mention| period(mention, clause, setting));
        // "I 2018 havde A 47 og B 52": the year before the first holds for those behind it.
        if let Some(mention) = when.filter(|mention| mention.end <= load.at && !shares_parentheses(tokens, mention)) {
            leading = period(mention, clause, setting);
        }
        // "... en måling i 2017. Dengang var sagstallet 58"
        bound.period = bound.period.or(setting.then.filter(|_| clause.has_word(&["dengang"])));
        bound.period = bound.period.or_else(|| still_then(clause, &all, setting));
        // "Før investeringen havde rådgiverne 52 sager": when is not said.
        bound.unsettled = bound.period.is_none() && segment.clone().any(|at| CASELOAD.lists.past.has(&tokens[at]));
        // What a load leaves unsaid the one before it said.
        if let Some(last) = out.last() {
            if bound.group.is_none() && !bound.whole {
                bound.group.clone_from(&last.group);
                bound.whole = last.whole;
            }
            bound.place = bound.place.or_else(|| last.place.clone());
            bound.period = bound.period.or(leading);
            // "Dengang var sagstallet på sygedagpenge 63 og på fleksjob 41": both.
            bound.unsettled = (bound.unsettled || last.unsettled) && bound.period.is_none();
        }
        out.push(bound);
    }
    // "1.086 sager fordelt på 17,5 årsværk i Voksenafdelingen": both are the department's.
    for at in (1..out.len()).rev() {
        // "904 sager og 20 årsværk i Ungegruppen"
        let and = || loads[at].at == loads[at - 1].end + 1 && tokens[loads[at - 1].end].is("og");
        let apart = contrasted(tokens, &loads[at - 1], loads[at].at) && !and();
        let near = loads[at - 1].measure != loads[at].measure && !apart;
        if near && out[at - 1].group.is_none() && !out[at - 1].whole {
            out[at - 1].group = out[at].group.clone();
        }
    }
    together(clause, names, &places, loads, setting, &mut out);
    against_again(tokens, loads, &mut out);
    named_last(names, loads, &mut out);
    // The only one of a sentence is of all of it, wherever it stands.
    let only = mentions.split_first().filter(|(first, rest)| rest.iter().all(|mention| mention.named == first.named));
    let named: Vec<&Name> = names.iter().filter(|name| name.group.is_some()).collect();
    let alone = out.iter().all(|bound| bound.group.is_none());
    for (load, bound) in loads.iter().zip(&mut out) {
        // "45 sager mod 49 i 2022, og i Psykiatri 38": the year of what is compared.
        let apart = |mention: &Mention| mention.end <= load.at && is_compared(tokens, mention);
        let only =
            only.filter(|(first, _)| !beside(load, first) && !parted(tokens, load, first.start) && !apart(first));
        let only = only.and_then(|(first, _)| period(first, clause, setting));
        bound.period = bound.period.or(only).or(setting.period().filter(|_| !bound.unsettled));
        let place = places.first().filter(|(range, _)| places.len() == 1 && range.start < load.at);
        bound.place =
            bound.place.take().or_else(|| place.map(|(_, place)| place.clone())).or_else(|| setting.own.clone());
        if let ([name], true, false) = (&named[..], alone, bound.whole) {
            bound.group = name.group.clone().filter(|_| !contrasted(tokens, load, name.start));
        }
    }
    out
}

/// "I Køge er der 43 sager og i Faxe 38 sager pr. rådgiver på børnehandicap": the one group behind the numbers of several
/// places is that of each.
fn named_last(names: &[Name], loads: &[Load], out: &mut [Bound]) {
    let mut groups = names.iter().filter(|name| name.group.is_some());
    let (Some(only), None) = (groups.next(), groups.next()) else { return };
    let behind = loads.last().is_some_and(|last| last.end <= only.start);
    let alike = loads.windows(2).all(|pair| pair[0].measure == pair[1].measure);
    let placed = out.iter().enumerate().all(|(at, bound)| {
        bound.place.is_some() && !bound.whole && !out[..at].iter().any(|other| other.place == bound.place)
    });
    if behind && alike && placed && out.len() > 1 && out.last().is_some_and(|last| last.group == only.group) {
        out.iter_mut().for_each(|bound| bound.group.clone_from(&only.group));
    }
}

/// "45 mod 49 i 2022, og i Psykiatri 38 mod 41": what the second is held against is of the same time as the first.
fn against_again(tokens: &[Token<'_>], loads: &[Load], out: &mut [Bound]) {
    let mut then = None;
    for (load, bound) in loads.iter().zip(out) {
        if load.at > 0 && tokens[load.at - 1].is_any(&["mod", "imod"]) {
            then = bound.period.or(then);
            bound.period = then;
        }
    }
}

/// "I 2017 havde Familieteamet 38 sager pr. årsværk. Handicapteamet havde 52": still of the earlier time that all numbers
/// of the sentence before were of. "På samme tidspunkt" says so of any time.
fn still_then(clause: &Clause<'_>, mentions: &[Mention], setting: &Setting) -> Option<Period> {
    let then = setting
        .before
        .as_ref()
        .and_then(|(_, then)| *then)
        .filter(|_| mentions.iter().all(|one| period(one, clause, setting).is_none()))?;
    let tokens = &clause.tokens;
    let same = tokens.windows(2).any(|w| w[0].is("samme") && w[1].is_any(&["tidspunkt", "tid", "år", "dato"]));
    let earlier = setting.period().is_some_and(|now| then.last_year() < now.last_year());
    let verb = tokens.iter().find(|t| t.is_any(&["har", "er", "ligger", "havde", "var", "lå"]));
    (same || earlier && verb.is_some_and(|t| t.is_any(&["havde", "var", "lå"]))).then_some(then)
}

/// "lavere end i 2018, hvor det var 47,8": the time just named.
fn taken_up<'m>(tokens: &[Token<'_>], load: &Load, all: &'m [Mention]) -> Option<&'m Mention> {
    let word = (0..load.at).rfind(|&at| tokens[at].is("hvor"))?;
    let open = !tokens[word..load.at].iter().any(|t| t.is_symbol(',') || t.number().is_some());
    let before = all.iter().rfind(|mention| mention.end <= word)?;
    let directly = tokens[before.end..word].iter().all(|t| t.is_symbol(','));
    (open && directly).then_some(before)
}

/// Does another thought begin between a load and what stands behind it?
fn parted(tokens: &[Token<'_>], load: &Load, behind: usize) -> bool {
    let parts = |t: &Token<'_>| t.is_symbol(',') || t.is_symbol(';') || CASELOAD.lists.contrast.has(t);
    tokens.get(load.end..behind).is_some_and(|between| between.iter().any(parts))
}

/// The same for what a comma may part: "82 sager, når det drejer sig om matchgruppe 2 og 3".
fn contrasted(tokens: &[Token<'_>], load: &Load, behind: usize) -> bool {
    let parts = |t: &Token<'_>| t.is_any(&["og", "samt"]) || t.is_symbol(';') || CASELOAD.lists.contrast.has(t);
    tokens.get(load.end..behind).is_some_and(|between| between.iter().any(parts))
}

fn is_inside(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[..at].iter().rev().take_while(|t| !t.is_symbol(')')).any(|t| t.is_symbol('('))
}

/// Does a number that is no part of the mention stand in the same parentheses?
fn shares_parentheses(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let open = tokens[..mention.start].iter().rposition(|t| t.is_symbol('(') || t.is_symbol(')'));
    let Some(open) = open.filter(|&open| tokens[open].is_symbol('(')) else { return false };
    let close = tokens[open..].iter().position(|t| t.is_symbol(')')).map_or(tokens.len(), |length| open + length);
    (open..close).any(|at| tokens[at].number().is_some() && !(mention.start..mention.end).contains(&at))
}

/// Of several in a load's segment: what stands right behind its unit after a preposition, else the last before it.
fn nearest<'n, T>(
    tokens: &[Token<'_>],
    load: &Load,
    all: &[&'n T],
    range: impl Fn(&T) -> Range<usize>,
) -> Option<&'n T> {
    let behind = all.iter().find(|one| range(one).start >= load.end);
    let directly = behind.filter(|one| {
        let between = &tokens[load.end..range(one).start];
        between.len() <= 4
            && between.iter().all(|t| {
                (t.word().is_some() || t.is_symbol('.'))
                    && !t.is_any(&["og", "samt"])
                    && !CASELOAD.lists.contrast.has(t)
            })
    });
    let before = all.iter().rfind(|one| range(one).end <= load.at);
    directly.or(before).copied()
}

/// The part of the sentence that belongs to each load, cut at the strongest break between two.
fn segments(tokens: &[Token<'_>], names: &[Name], loads: &[Load]) -> Vec<Range<usize>> {
    let inner = |at: usize| names.iter().any(|name| (name.start..name.end).contains(&at));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(loads.len());
    let mut start = 0;
    for (index, load) in loads.iter().enumerate() {
        let end = loads.get(index + 1).map_or(tokens.len(), |next| {
            let mut best = (next.at, 0);
            // "Ungeteamet (5,5 årsværk)": no break.
            let of_name = |at: usize| tokens[at].is_symbol('(') && names.iter().any(|name| name.end == at);
            for at in (load.end..next.at).filter(|&at| !inner(at) && !of_name(at)) {
                if strength(tokens, at) > best.1 {
                    best = (at, strength(tokens, at));
                }
            }
            best.0
        });
        out.push(start..end);
        start = end;
    }
    out
}

/// The places that the sentence names: municipalities, the nation, and "kommunen", which is whose paper it is.
pub(super) fn places(clause: &Clause<'_>, setting: &Setting) -> Vec<(Range<usize>, Place)> {
    let named = clause.places.iter().map(|hit| (hit.start..hit.end, hit.tag.clone()));
    let nation =
        clause.terms.iter().filter(|hit| hit.tag == Tag::Nation).map(|hit| (hit.start..hit.end, Place::NATION));
    let own = clause.terms.iter().filter(|hit| hit.tag == Tag::Own);
    let own = own.filter_map(|hit| Some((hit.start..hit.end, setting.own.clone()?)));
    let mut out: Vec<(Range<usize>, Place)> = named.chain(nation).chain(own).collect();
    out.sort_by_key(|(range, _)| range.start);
    out
}

/// May a period that a sentence names be that of a survey?
pub(super) fn is_of_survey(tokens: &[Token<'_>], mention: &Mention) -> bool {
    // "For to år siden": counted back from the survey.
    let ago = mention.end > mention.start && tokens[mention.end - 1].is("siden");
    !ago && tells_when(tokens, mention) && !shares_parentheses(tokens, mention) && !is_compared(tokens, mention)
}

/// "118 sager mod 131 i 2014", "62 sager, hvor tallet i 2014 var 75": the time of a number that another stands against.
fn is_compared(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let number = |at: usize| {
        let said = (mention.start..mention.end).contains(&at) || tokens[at].year().is_some();
        !said && tokens[at].number().is_some()
    };
    // "fra 84 i 2020 til 96"
    let risen =
        tokens[..mention.start].iter().rev().take(5).any(|t| t.is("fra")) && number(mention.start.saturating_sub(2));
    let end = tokens.len().min(mention.end + 3);
    if risen && (mention.end..end).any(|at| tokens[at - 1].is("til") && number(at)) {
        return true;
    }
    let contrast = |at: &usize| tokens[*at].is_any(&["mod", "imod", "hvor", "mens", "kontra"]);
    let Some(against) = (0..mention.start).rev().take(8).find(contrast) else { return false };
    let end = tokens.len().min(mention.end + 4);
    (0..against).any(number) && (against..end).any(number)
}

/// "siden 2019", "end i 2017", "før 2020": a time that something is compared with, not when it was counted.
fn tells_when(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let before = &tokens[mention.start.saturating_sub(2)..mention.start];
    let against = before.iter().any(|t| t.is_any(&["siden", "end", "efter", "før", "inden"]));
    let until =
        before.last().is_some_and(|t| t.is_any(&["møde", "mødet", "budget", "budgetaftalen", "budgetforliget"]));
    let in_budget =
        before.len() == 2 && before[0].word().is_some_and(|w| w.starts_with("budget")) && before[1].is("for");
    !against && !until && !in_budget
}

/// The period of a mention; a part of a year without the year is of the survey's year.
pub(super) fn period(mention: &Mention, clause: &Clause<'_>, setting: &Setting) -> Option<Period> {
    let base = setting.period().map(Period::last_year);
    // "I 2015 var der 59 (62 året før)": before the year that the sentence names.
    let mut before = clause.periods.iter().rev().filter(|other| other.end <= mention.start);
    let said = before.find_map(|mention| match mention.named {
        Named::Absolute(period) => Some(period.last_year()),
        _ => None,
    });
    match mention.named {
        Named::Absolute(period) => Some(period),
        Named::YearBefore => said.or(base).map(|year| Period::year(year - 1)),
        Named::LastYear => base.map(|year| Period::year(year - 1)),
        Named::ThisYear => setting.meeting.map(|meeting| Period::year(meeting.year)),
        named @ Named::PartYearBefore(..) => named.resolve(said.or(base).map(Period::year), setting.meeting),
        Named::PartOnly(from, to) | Named::PartThisYear(from, to) => {
            let year = latest(to.unwrap_or(from), base?, setting.meeting);
            let moment = |part| Moment { year, part };
            Some(to.map_or(Period::part(year, from), |to| Period::span(moment(from), moment(to))))
        }
        _ => None,
    }
}

/// The year of a part that is over before the meeting.
fn latest(part: Part, year: i16, meeting: Option<Moment>) -> i16 {
    let last = match part {
        Part::Year => 12,
        Part::Half(half) => half * 6,
        Part::Quarter(quarter) => quarter * 3,
        Part::Month(month) => month,
    };
    let ahead = meeting.is_some_and(|m| m.year == year && matches!(m.part, Part::Month(now) if last > now));
    year - i16::from(ahead)
}

/// "A, B og C var henholdsvis 86, 54 og 41": as many groups, periods or places in a list as numbers in one.
fn together(
    clause: &Clause<'_>,
    names: &[Name],
    places: &[(Range<usize>, Place)],
    loads: &[Load],
    setting: &Setting,
    out: &mut [Bound],
) {
    let tokens = &clause.tokens;
    let mut first = 0;
    while first < loads.len() {
        let run = 1 + loads[first..].windows(2).take_while(|pair| divided(tokens, pair[0].end, pair[1].at)).count();
        let range = first..first + run;
        first += run;
        if run < 2 {
            continue;
        }
        let apart =
            |ranges: Vec<Range<usize>>| ranges.windows(2).all(|pair| divided(tokens, pair[0].end, pair[1].start));
        let groups: Vec<&Name> = names.iter().filter(|name| name.group.is_some()).collect();
        let when: Vec<&Mention> = clause.periods.iter().collect();
        if groups.len() == run && apart(groups.iter().map(|name| name.start..name.end).collect()) {
            for (bound, name) in out[range.clone()].iter_mut().zip(&groups) {
                bound.group.clone_from(&name.group);
            }
        } else if when.len() == run && apart(when.iter().map(|mention| mention.start..mention.end).collect()) {
            for (bound, mention) in out[range.clone()].iter_mut().zip(&when) {
                bound.period = period(mention, clause, setting);
            }
        } else if places.len() == run && apart(places.iter().map(|(range, _)| range.clone()).collect()) {
            for (bound, (_, place)) in out[range.clone()].iter_mut().zip(places) {
                bound.place = Some(place.clone());
            }
        } else {
            continue;
        }
        // One group before all the numbers, or one after them, is that of each.
        if let [name] = groups[..] {
            out[range].iter_mut().for_each(|bound| bound.group.clone_from(&name.group));
        }
    }
}

/// Do two things of a list follow each other: nothing but a comma or "og" and a preposition between?
fn divided(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let small = |t: &Token<'_>| {
        t.is_symbol(',') || t.is_symbol('.') || t.is_any(&["og", "samt", "i", "på", "for", "hhv", "henholdsvis"])
    };
    let joins = |t: &Token<'_>| t.is_symbol(',') || t.is_any(&["og", "samt"]);
    from < to && tokens[from..to].iter().all(small) && tokens[from..to].iter().any(joins)
}
