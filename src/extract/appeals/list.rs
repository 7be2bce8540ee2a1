//! Parallel lists: "på landsplan 16, 11 og 73 for ændret, hjemvist og stadfæstet" - values and what they stand for
//! are matched by position.

use super::group::Group;
use super::label::{Label, rate_of};
use super::setting::{Cues, Setting};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::model::figure::{Figure, Measure, Place};
use crate::model::period::{Part, Period};
use crate::text::token::Token;

/// Runs of two or more values with nothing but commas and "og" between: ranges of indices into `clause.values()`.
#[must_use]
pub fn value_runs(clause: &Clause<'_>) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for index in 1..=clause.values().len() {
        let joined = index < clause.values().len()
            && plain(clause, clause.values()[index - 1].end, clause.values()[index].start);
        if !joined {
            if index - start >= 2 {
                out.push(start..index);
            }
            start = index;
        }
    }
    out
}

/// Runs of two or more rates that each have their base in parentheses: "33 pct. (39 sager) og 36 pct. (33 sager)"; the
/// indices of rate and base.
#[must_use]
pub fn runs_with_bases(clause: &Clause<'_>, groups: &[Group]) -> Vec<Vec<(usize, usize)>> {
    let mut out: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut end = None;
    for group in groups {
        let Some(twin) = group.twin.filter(|twin| twin.parenthesised) else {
            end = None;
            continue;
        };
        let start = clause.values()[group.lead].start;
        let pair = (group.lead, twin.value);
        match out.last_mut().filter(|_| end.is_some_and(|end| plain(clause, end, start))) {
            Some(run) => run.push(pair),
            None => out.push(vec![pair]),
        }
        let behind = clause.values()[twin.value].end;
        end =
            (behind..clause.tokens.len().min(behind + 3)).find(|&at| clause.tokens[at].is_symbol(')')).map(|at| at + 1);
    }
    out.retain(|run| run.len() > 1);
    out
}

/// Nothing but what divides a list: commas, "og", units, small words.
fn plain(clause: &Clause<'_>, from: usize, to: usize) -> bool {
    let words = &clause.tokens[from.min(to)..to];
    !words.is_empty()
        && words.len() <= 4
        && words.iter().all(|t| {
            t.is_symbol(',')
                || t.is_symbol('%')
                || t.is_symbol('.')
                || t.is_symbol('/')
                || t.is_any(&[
                    "og",
                    "samt",
                    "pct",
                    "procent",
                    "for",
                    "i",
                    "på",
                    "de",
                    "den",
                    "det",
                    "henholdsvis",
                    "knap",
                    "godt",
                    "ca",
                    "sager",
                    "kommune",
                    "kommuner",
                    "kommunes",
                    "er",
                    "generelt",
                    "specifikt",
                    "blevet",
                    "blev",
                ])
        })
        && words.iter().any(|t| t.is_symbol(',') || t.is_any(&["og", "samt"]))
}

/// For each value of a run what its place in the list stands for: from lists of the same length in the sentence, else
/// from the list of the sentence before. Empty where there is none.
#[must_use]
pub fn match_run(
    clause: &Clause<'_>,
    labels: &[Label],
    scopes: &[Hit<String>],
    setting: &Setting,
    count: usize,
) -> Vec<Cues> {
    let mut cues = vec![Cues::default(); count];
    let mut found = false;
    let outcomes: Vec<(usize, usize, Measure)> =
        labels.iter().filter(|l| rate_of(&l.measure).is_some()).map(|l| (l.start, l.end, l.measure.clone())).collect();
    if let Some(list) = run_of(clause, &outcomes, count) {
        cues.iter_mut().zip(list).for_each(|(cue, measure)| cue.measure = Some(measure));
        found = true;
    }
    let areas: Vec<(usize, usize, String)> = scopes.iter().map(|h| (h.start, h.end, h.tag.clone())).collect();
    if let Some(list) = run_of(clause, &areas, count) {
        cues.iter_mut().zip(list).for_each(|(cue, scope)| cue.scope = Some(scope));
        found = true;
    }
    let places: Vec<(usize, usize, Place)> = places(clause);
    if let Some(list) = run_of(clause, &places, count) {
        cues.iter_mut().zip(list).for_each(|(cue, place)| cue.place = Some(place));
        found = true;
    }
    let periods: Vec<_> = clause
        .periods
        .iter()
        .filter_map(|m| match m.named {
            Named::Absolute(period) => Some((m.start, m.end, period)),
            _ => None,
        })
        .collect();
    if let Some(list) = run_of(clause, &periods, count) {
        cues.iter_mut().zip(list).for_each(|(cue, period)| cue.period = Some(period));
        found = true;
    }
    if let [(_, _, span)] = periods[..]
        && let Some(years) = each_year(span).filter(|years| years.len() == count)
    {
        cues.iter_mut().zip(years).for_each(|(cue, year)| cue.period = Some(year));
        found = true;
    }
    let again = takes_up(clause);
    match found {
        true => cues,
        false if again && setting.thread.told.len() == count => setting.thread.told.clone(),
        false
            if places.iter().all(|(_, _, place)| *place == Place::NATION)
                && let Some(parts) = rated_parts(clause, scopes, setting, count) =>
        {
            parts
        }
        false if setting.thread.list.len() == count => {
            // Places are repeated only where the sentence says so and names none itself.
            let last = clause.values().last().map_or(0, |value| value.end);
            // "var procenterne 28 og 33, altså i Greve Kommunes favør"
            let again = again
                && places
                    .iter()
                    .all(|(start, _, _)| *start > last && clause.tokens[last..*start].iter().any(|t| t.is_symbol(',')));
            let place = |cue: &Cues| cue.place.clone().filter(|_| again);
            setting.thread.list.iter().map(|cue| Cues { place: place(cue), ..cue.clone() }).collect()
        }
        false => Vec::new(),
    }
}

/// "Landsgennemsnittene er henholdsvis 37, 47 og 40": of the parts of the law whose rates were stated last, in their order.
fn rated_parts(clause: &Clause<'_>, scopes: &[Hit<String>], setting: &Setting, count: usize) -> Option<Vec<Cues>> {
    let means = |t: &Token<'_>| {
        t.word().is_some_and(|word| {
            word.starts_with("landsgennemsnit") && word.ends_with("ene") || word.starts_with("landstallene")
        })
    };
    // "Landets gennemsnit er 36, 42 og 39"
    // "På serviceloven er procenten 36. På aktivloven er den 14. De tilsvarende tal for hele landet er 35 og 17"
    let again = takes_up(clause);
    let several = (count > 2 || again) && clause.has(|tag| *tag == Tag::Nation);
    if !(several || clause.tokens.iter().any(means)) || !scopes.is_empty() {
        return None;
    }
    let own = |f: &&Figure| f.measure == Measure::ReversalRate && f.place == setting.own;
    let mut parts: Vec<&str> = Vec::new();
    for figure in setting.said.iter().rev().take(12).filter(own) {
        if !parts.contains(&figure.scope.as_str()) && parts.len() < count {
            parts.push(&figure.scope);
        }
    }
    // "I 2021 er den 36 på serviceloven. I 2020 var den 33": of one part at two times.
    let last = setting.said.iter().rev().take(12).filter(own).take(count);
    let named = !again || count > 2 || clause.tokens.iter().any(means);
    let apart = named || last.zip(&parts).all(|(figure, scope)| figure.scope == *scope);
    let cue = |scope: &str| Cues { scope: Some(scope.to_owned()), ..Cues::default() };
    (parts.len() == count && apart).then(|| parts.into_iter().rev().map(cue).collect())
}

/// The parts of the law that a sentence names, where it names more than one and all of them in one list.
pub(super) fn listed_scopes(clause: &Clause<'_>, scopes: &[Hit<String>]) -> Vec<Cues> {
    let joined = scopes.windows(2).all(|pair| {
        let dash = usize::from(clause.tokens.get(pair[0].end).is_some_and(|t| t.is_symbol('-')));
        pair[0].tag != pair[1].tag && plain(clause, pair[0].end + dash, pair[1].start)
    });
    let cue = |hit: &Hit<String>| Cues { scope: Some(hit.tag.clone()), ..Cues::default() };
    if scopes.len() > 1 && joined { scopes.iter().map(cue).collect() } else { Vec::new() }
}

/// Does a sentence say that its numbers are of the same things as those before: "tallene", "henholdsvis"?
#[must_use]
pub fn takes_up(clause: &Clause<'_>) -> bool {
    // "Året forinden hed de samme to tal 33 og 36", "I 2019 var de tilsvarende andele 59, 11 og 30 pct."
    let numbers = |t: &Token<'_>| t.is_any(&["tal", "andele", "procenter", "procentsatser", "satser", "procenttal"]);
    // "I beretningen for 2020 var de to tal 33 og 36"
    let two = |w: &[Token<'_>]| {
        // "i de tre år"
        w[0].is("de")
            && w[1].is_any(&["to", "tre", "fire", "fem"])
            && w[2].is_any(&["tal", "år", "halvår", "kvartaler"])
    };
    // "I hele landet var procenten i de samme år 33, 36 og 37", "i de samme tre halvår"
    let times = |t: &Token<'_>| t.is_any(&["år", "halvår", "kvartaler"]);
    let in_times = |w: &[Token<'_>]| {
        w[0].is("de") && w[1].is("samme") && times(&w[2])
            || w[0].is("samme") && w[1].is_any(&["to", "tre", "fire", "fem"]) && times(&w[2])
    };
    let same = |w: &[Token<'_>]| w[0].is_any(&["samme", "tilsvarende"]) && (numbers(&w[1]) || numbers(&w[2])) || two(w);
    let same = |w: &[Token<'_>]| same(w) || in_times(w);
    clause.has_any(&WORDS.lists.same_again) || clause.tokens.windows(3).any(same)
}

/// "I 2019-2021 var procenten 35, 33 og 30": the years of a span.
fn each_year(span: Period) -> Option<Vec<Period>> {
    let last = span.to.filter(|to| to.part == Part::Year && span.from.part == Part::Year)?.year;
    Some((span.from.year..=last).map(Period::year).collect())
}

fn places(clause: &Clause<'_>) -> Vec<(usize, usize, Place)> {
    let nation = clause.terms_where(|tag| *tag == Tag::Nation).map(|h| (h.start, h.end, Place::NATION));
    let mut all: Vec<_> = clause.places.iter().map(|h| (h.start, h.end, h.tag.clone())).chain(nation).collect();
    all.sort_by_key(|(start, _, _)| *start);
    all
}

/// "§ 41 om merudgifter og § 42", "§ 41 (merudgifter) og § 42": what a paragraph is about, between the names of a list.
fn is_gloss(clause: &Clause<'_>, from: usize, to: usize) -> bool {
    let Some([first, words @ .., last]) = clause.tokens.get(from..to) else { return false };
    let opens = first.is_any(&["om", "vedrørende", "vedr"]) || first.is_symbol('(');
    let valued = clause.values().iter().any(|value| (from..to).contains(&value.start));
    let divides = |t: &Token<'_>| t.is_symbol(',') || t.is_any(&["og", "samt"]);
    // "merudgifter (§ 41), tabt arbejdsfortjeneste (§ 42) og aflastning (§ 52)": the name of the next one.
    if let [and, name @ ..] = words
        && first.is_symbol(')')
        && last.is_symbol('(')
    {
        let plain = |t: &Token<'_>| t.word().is_some() || t.is_symbol('-');
        return divides(and) && (1..=5).contains(&name.len()) && !valued && name.iter().all(plain);
    }
    opens && divides(last) && words.len() <= 5 && !valued && !words.iter().any(|t| t.is_symbol(','))
}

/// The first run of exactly `count` cues with only list words between them, and longer ones not at all.
fn run_of<T: Clone>(clause: &Clause<'_>, cues: &[(usize, usize, T)], count: usize) -> Option<Vec<T>> {
    let mut start = 0;
    let respectively = clause.has_word(&["henholdsvis", "hhv"]);
    for index in 1..=cues.len() {
        // "børnehandicap- og voksenhandicapområdet"
        let end = |at: usize| at + usize::from(clause.tokens.get(at).is_some_and(|t| t.is_symbol('-')));
        let joined = index < cues.len()
            && (plain(clause, end(cues[index - 1].1), cues[index].0)
                || respectively && is_gloss(clause, cues[index - 1].1, cues[index].0));
        if !joined {
            if index - start == count {
                return Some(cues[start..index].iter().map(|(_, _, cue)| cue.clone()).collect());
            }
            start = index;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn numbers_are_of_the_parts_that_were_listed() {
        for (text, expected) in [
            (
                "Kortet viser omgørelsesprocenten på socialområdet, børnehandicapområdet og voksenhandicapområdet. I 2021 var den 33, 44 og 28 i Greve og 37, 45 og 36 på landsplan.",
                vec![
                    "Greve 2021 SEL reversal_rate 33",
                    "Greve 2021 SEL børnehandicap reversal_rate 44",
                    "Greve 2021 SEL voksenhandicap reversal_rate 28",
                    "Hele landet 2021 SEL reversal_rate 37",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 45",
                    "Hele landet 2021 SEL voksenhandicap reversal_rate 36",
                ],
            ),
            (
                "Omgørelsesprocenten for serviceloven og aktivloven er 33 og 21 i 2021 og 36 og 24 i 2020.",
                vec![
                    "Greve 2021 SEL reversal_rate 33",
                    "Greve 2021 LAS reversal_rate 21",
                    "Greve 2020 SEL reversal_rate 36",
                    "Greve 2020 LAS reversal_rate 24",
                ],
            ),
            (
                "Vi følger omgørelsesprocenten for serviceloven og aktivloven. Sagsbehandlingstiden er 33 og 40 uger i 2021.",
                vec![],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_the_country_are_of_the_laws_told_before() {
        for text in [
            "På aktivloven er den 14. De tilsvarende tal for hele landet er 35 og 17 procent.",
            "På aktivloven er omgørelsesprocenten 14. På landsplan er de tilsvarende procenter 35 og 17.",
        ] {
            let text = format!("På serviceloven er omgørelsesprocenten 36 procent i 2021. {text}");
            let found = stated(&text);
            let expected =
                ["SEL reversal_rate 35", "LAS reversal_rate 17"].map(|row| format!("Hele landet 2021 {row}"));
            assert_eq!(found[2..], expected, "{text}");
        }
        // Of one law at two times.
        let text = "Omgørelsesprocenten er 28 i 2021. På serviceloven er den 36. I 2020 var den 33. De tilsvarende tal for hele \
            landet er 35 og 34.";
        assert!(stated(text).iter().all(|row| !row.starts_with("Hele") || row.ends_with('?')), "{:?}", stated(text));
        let text =
            "På landsplan er omgørelsesprocenten i 2021 opgjort til 27 for alle sager og til 33 for serviceloven.";
        let expected = ["Alle reversal_rate 27", "SEL reversal_rate 33"];
        assert_eq!(stated(text), expected.map(|row| format!("Hele landet 2021 {row}")));
    }
}
