//! Caseloads in running text: "Det gennemsnitlige sagsantal for A-dagpenge er i Greve på 62", "45 sager pr. rådgiver".

use super::allowed::Allowed;
use super::aside::{Told, parenthesis};
use super::bind::{Bound, bind};
use super::hint::may_state;
use super::list::Announced;
use super::names::{Name, names};
use super::number::{Load, Reader};
use super::when::mentions;
use super::{Setting, inline, over};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::model::figure::{Doubt, Figure, Measure};
use crate::model::period::Period;
use crate::model::source::Document;
use crate::text::token::Token;
use std::collections::BTreeMap;

/// The figures of a sentence, in order.
#[must_use]
pub fn sentence(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    item: Option<&Announced>,
    setting: &Setting,
) -> Vec<Figure> {
    if clause.tokens.iter().all(|t| t.number().is_none()) {
        return Vec::new();
    }
    let by_group = inline::by_group(document, clause, terms, setting);
    if !by_group.is_empty() {
        return by_group;
    }
    if !may_state(clause, terms, setting) {
        return Vec::new();
    }
    let names = names(document, clause, terms, setting);
    let allowed = Allowed { document, clause, terms, names: &names };
    let reader = Reader {
        clause,
        terms,
        names: &names,
        allowed,
        spoken: setting.speaks,
        stated: setting.group.is_some(),
        sole: setting.sole,
        tabled: !setting.groups.is_empty(),
        listing: item.is_some(),
        surveying: setting.surveying || setting.speaks || setting.titled,
        asked: setting.asked,
    };
    let loads = reader.loads();
    if loads.is_empty() {
        return Vec::new();
    }
    // An item of a list is of the year of its lead-in.
    let year = item.and_then(|said| said.period).map(Period::last_year);
    let setting = &Setting { survey: year.or(setting.survey), ..setting.clone() };
    let mut bounds = bind(clause, &names, &loads, setting);
    same_again(clause, &names, &mut bounds, setting);
    let mut out = Vec::new();
    for (at, (load, bound)) in loads.iter().zip(&bounds).enumerate() {
        let scope = scope(clause, load, bound, &names, setting);
        let over = Some(&scope).filter(|scope| *scope == "Alle" && !bound.whole);
        let over = over.and_then(|_| over::taken_from(&clause.tokens, setting));
        let unsettled = over.as_ref().is_some_and(|(_, settled)| !settled);
        let scope = over.map_or(scope, |(name, _)| name);
        let told = Told { place: bound.place.clone(), period: bound.period, measure: load.measure.clone() };
        let mut one = told.clone().figure(clause, load.at, scope.clone());
        // After a sentence on one group, a number without any may be of it or of all.
        if scope == "Alle" && setting.group.as_ref().is_some_and(|group| group != "Alle") && !says_all(clause, bound) {
            one.doubts.push(Doubt::Scope);
        }
        one.doubts.extend(unsettled.then_some(Doubt::Scope));
        // "Borgerrådgiverfunktionen er normeret til 1,5 årsværk": of somebody who is no known group.
        if load.measure == Measure::Fte && is_strange(clause, &names, load.at) {
            one.doubts.push(Doubt::Scope);
            one.doubts.sort_unstable();
            one.doubts.dedup();
        }
        out.push(one);
        // "(80 i 2009)"
        let next = loads.get(at + 1).map_or(clause.tokens.len(), |next| next.at);
        let open = (load.end..next).find(|&at| clause.tokens[at].is_symbol('('));
        let beside = open.and_then(|open| parenthesis(clause, open, setting)).filter(|beside| beside.end <= next);
        if let Some((at, period)) = beside.and_then(|beside| beside.at.zip(beside.period)) {
            out.push(Told { period: Some(period), ..told }.figure(clause, at, scope));
        }
    }
    // "I enkelte bosteder er det værre. Dér er gennemsnittet 200 sager": nobody can tell where.
    let opens = |words: &[&str], at: usize| clause.tokens.get(at).is_some_and(|t| t.is_any(words));
    if opens(&["dér"], 0) || opens(&["i", "på"], 0) && opens(&["enkelte", "nogle", "visse", "flere"], 1) {
        out.iter_mut().filter(|f| f.is_nation()).for_each(|figure| figure.doubts.push(Doubt::Place));
        out.iter_mut().filter(|f| !f.is_nation()).for_each(|figure| figure.doubts.push(Doubt::Scope));
    }
    // "Er det rigtigt, at hver rådgiver har 60 sager?"
    if clause.tokens.last().is_some_and(|t| t.is_symbol('?')) {
        out.iter_mut().for_each(|figure| figure.doubts.push(Doubt::OwnCaveat));
    }
    // "I 2018 var der 2.475 sager på 49,5 årsværk. Det gav 50 sager pr. årsværk": of where and when that was.
    let silent = clause.places.is_empty() && mentions(clause, setting).is_empty();
    if let Some((place, period)) = setting.before.clone().filter(|_| silent && results(&clause.tokens)) {
        for figure in &mut out {
            (figure.place, figure.period) = (place.clone(), period);
            figure.doubts.retain(|doubt| !matches!(doubt, Doubt::Place | Doubt::Period));
            figure.doubts.extend(place.is_none().then_some(Doubt::Place));
            figure.doubts.extend(period.is_none().then_some(Doubt::Period));
        }
    }
    earlier_and_later(clause, setting, &mut out);
    doubt_reports(clause, &names, &mut out);
    doubt_contradictions(&mut out);
    // In an article that spoke of a group before, a number without one may be of that group or of all.
    if setting.carried_group.as_ref().is_some_and(|group| group != "Alle") {
        out.iter_mut().filter(|figure| figure.scope == "Alle").for_each(|figure| figure.doubts.push(Doubt::Scope));
    }
    out
}

/// "Der var 62,5 årsværk med borgerkontakt, og ved årets udgang 3.125 sager. Det giver 50 pr. årsværk": what the sentence
/// before stated, where the one behind it proves that these are the cases and their staff.
pub(super) fn proven_by(
    before: &Clause<'_>,
    average: &Figure,
    terms: &[Hit<CaseloadTag>],
    known: &[Figure],
) -> Vec<Figure> {
    let guided = terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Guideline | CaseloadTag::Issuer(_)));
    if average.measure != Measure::CasesPerFte || guided {
        return Vec::new();
    }
    let tokens = &before.tokens;
    let counted = |wanted: &dyn Fn(&Token<'_>) -> bool| -> Option<usize> {
        let noun = |at: usize| {
            let adjectives = tokens[at + 1..].iter().take(2).take_while(|t| CASELOAD.lists.sums.has(t)).count();
            tokens.get(at + 1 + adjectives).is_some_and(wanted)
        };
        let mut found = (0..tokens.len()).filter(|&at| tokens[at].number().is_some() && noun(at));
        found.next().filter(|_| found.next().is_none())
    };
    let posts = counted(&|t| CASELOAD.lists.posts.has(t));
    let cases = counted(&|t| t.word().is_some_and(|word| word.ends_with("sager")));
    let Some((posts, cases)) = posts.zip(cases) else { return Vec::new() };
    let number = |at: usize| tokens[at].number().map_or(0.0, |(value, _)| value);
    let step = 10_f64.powi(-i32::from(average.decimals)) / 2.0 + 1e-9;
    if number(posts) <= 0.0 || (number(cases) / number(posts) - average.value).abs() > step {
        return Vec::new();
    }
    let one = |at: usize, measure: Measure| {
        let told = Told { place: average.place.clone(), period: average.period, measure };
        let mut figure = told.figure(before, at, average.scope.clone());
        figure.doubts.clone_from(&average.doubts);
        figure
    };
    let stated = |at: usize| known.iter().filter_map(Figure::source).any(|source| source.value == tokens[at].span);
    let both = [(posts, Measure::Fte), (cases, Measure::TotalCases)];
    both.into_iter().filter(|(at, _)| !stated(*at)).map(|(at, measure)| one(at, measure)).collect()
}

/// "I 2020 var der henholdsvis 49, 50 og 104 for de samme grupper": what the numbers of the sentence before were of.
fn same_again(clause: &Clause<'_>, names: &[Name], bounds: &mut [Bound], setting: &Setting) {
    let again = clause.tokens.iter().any(|t| WORDS.lists.same_again.has(t) || t.is_any(&["samme", "tilsvarende"]));
    if !again || bounds.len() < 2 || bounds.len() != setting.run.len() {
        return;
    }
    let grouped = names.iter().any(|name| name.group.is_some());
    let placed = !clause.places.is_empty() || clause.has(|tag| matches!(tag, Tag::Nation | Tag::Own));
    let timed = !mentions(clause, setting).is_empty();
    for (bound, said) in bounds.iter_mut().zip(&setting.run) {
        if !grouped && !bound.whole {
            bound.group = Some(said.scope.clone());
        }
        if !placed {
            bound.place.clone_from(&said.place);
        }
        if !timed {
            bound.period = said.period;
        }
    }
}

/// Is who or what has the posts no known name: "Funktionen er normeret til 1,5 årsværk"?
fn is_strange(clause: &Clause<'_>, names: &[Name], at: usize) -> bool {
    let tokens = &clause.tokens;
    let Some(verb) = (0..at).rfind(|&n| tokens[n].is("normeret")).and_then(|n| n.checked_sub(1)) else { return false };
    let Some(subject) = verb.checked_sub(1).map(|n| &tokens[n]).filter(|_| tokens[verb].is_any(&["er", "var"])) else {
        return false;
    };
    let known = names.iter().any(|name| name.end == verb) || clause.places.iter().any(|hit| hit.end == verb);
    let own = clause.terms.iter().any(|hit| hit.tag == Tag::Own && hit.end >= verb && hit.start < verb);
    subject.word().is_some() && !known && !own && !CASELOAD.lists.pointers.has(subject)
}

/// Does a sentence say that it is of all groups: "for jobcentret som helhed", "kommunens samlede sagstal"?
fn says_all(clause: &Clause<'_>, bound: &Bound) -> bool {
    bound.whole || clause.has_word(&["samlet", "samlede", "hele", "alle", "total", "totalt"])
}

/// The target group of a load: as it is bound in its sentence, else what the sentences before spoke of.
fn scope(clause: &Clause<'_>, load: &Load, bound: &Bound, names: &[Name], setting: &Setting) -> String {
    let tokens = &clause.tokens;
    let spoken = || {
        let before = &tokens[..load.at];
        // "Sidste år var gennemsnittet 41", "Det giver 46 sager pr. årsværk": of the group just spoken of.
        let pointer = before.iter().any(|t| CASELOAD.lists.pronouns.has(t)) || refers_back(tokens);
        // "Hver medarbejder har således i gennemsnit 57 sager"
        let pointer = pointer || before.iter().any(|t| t.is_any(&["således", "dermed", "altså"]));
        // "Der er 18 rådgivere, hvilket giver 34 sager pr. rådgiver"
        let gives = |w: &[Token<'_>]| w[0].is("hvilket") && w[1].is_any(&["giver", "gav", "svarer", "svarede"]);
        let pointer = pointer || before.windows(2).any(gives);
        // "Sygedagpenge er det sted, hvor afstanden er størst. Der er 62 sager pr. årsværk"
        let points = tokens.first().is_some_and(|t| t.is_any(&["der", "her"]));
        let also = tokens.iter().any(|t| CASELOAD.lists.also.has(t));
        // "Sidste år var det 52": only the time is another.
        let moved = mentions(clause, setting).first().is_some_and(|mention| mention.start <= 1);
        // "Team Syd arbejder med de ældste unge. Her er sagstallet 43": of the team, whomever else the sentence named.
        let pointed = || setting.subject.as_ref().filter(|_| points).or(setting.named.as_ref());
        let group = || setting.group.as_ref().or_else(pointed).or(setting.subject.as_ref()).cloned();
        // "Herning svarer 49": only the place is another.
        let silent = load.end == load.at + 1 && clause.places.first().is_some_and(|hit| hit.start == 0);
        let unit = |t: &Token<'_>| CASELOAD.staff.has(t) || t.is_any(&["pr", "per", "hver"]);
        let silent = silent && setting.group.is_some() && !tokens.iter().any(unit);
        let pointed = group().filter(|_| pointer || moved || silent);
        // "Vi har spurgt andre om deres sagstal på sygedagpenge. Køge oplyser 55 sager pr. årsværk": of that group.
        let others =
            || clause.places.first().is_some_and(|hit| hit.start <= 1 && Some(&hit.tag) != setting.own.as_ref());
        let asked = setting.speaks && setting.group.is_none() && setting.before.is_none();
        let pointed = pointed.or_else(|| setting.named.clone().filter(|_| asked && others()));
        // "På fleksjob er forskellene størst. Greve har 155 sager pr. årsværk"
        let pointed = pointed.or_else(|| setting.topic.clone().filter(|_| !says_all(clause, bound)));
        // "Der er 13,5 årsværk i børnerådgivningen. Det samlede sagsantal er 392": the cases of that staff.
        let staffed = || setting.staffed.clone().filter(|_| load.measure == Measure::TotalCases);
        let pointed = pointed.or_else(staffed);
        let subject = || setting.subject.clone().filter(|_| points);
        pointed.or_else(subject).or_else(|| setting.carried_group.clone().filter(|_| also))
    };
    let plain = !bound.whole && names.iter().all(|name| name.group.is_some());
    bound.group.clone().or_else(|| spoken().filter(|_| plain)).unwrap_or_else(|| "Alle".to_owned())
}

/// "Det giver 46 sager pr. årsværk": worked out from what was just said.
fn results(tokens: &[Token<'_>]) -> bool {
    let verbs = ["giver", "gav", "svarer", "svarede"];
    tokens.first().is_some_and(|t| t.is_any(&["det", "dette"])) && tokens.get(1).is_some_and(|t| t.is_any(&verbs))
}

/// "Det giver 46 sager pr. årsværk"; "det gennemsnitlige sagstal" does not refer to anything.
fn refers_back(tokens: &[Token<'_>]) -> bool {
    let verbs = ["giver", "gav", "svarer", "svarede", "er", "var", "betyder", "viser", "viste"];
    tokens.first().is_some_and(|t| t.is_any(&["det", "dette"])) && tokens.get(1).is_some_and(|t| t.is_any(&verbs))
}

/// "faldet fra 60 til 52 sager pr. rådgiver fra 2020 til 2021": the first value is of the earlier time.
fn earlier_and_later(clause: &Clause<'_>, setting: &Setting, out: &mut [Figure]) {
    let token = |figure: &Figure| {
        let value = figure.source()?.value;
        clause.tokens.iter().position(|t| t.span == value)
    };
    let years: Vec<Period> = clause
        .periods
        .iter()
        .filter_map(|mention| match mention.named {
            Named::Absolute(period) => Some(period),
            _ => None,
        })
        .collect();
    for second in 1..out.len() {
        let (Some(from), Some(to)) = (token(&out[second - 1]), token(&out[second])) else { continue };
        let preceded = |at: usize, word: &str| {
            clause.tokens[..at]
                .iter()
                .rev()
                .find(|t| WORDS.hedges.at(std::slice::from_ref(t), 0).is_none())
                .is_some_and(|t| t.is(word))
        };
        if !(preceded(from, "fra") && preceded(to, "til")) || out[second - 1].measure != out[second].measure {
            continue;
        }
        // "fra 58 i 2017 til 47 i 2018": each end has its own time.
        if clause.periods.iter().any(|mention| (from..to).contains(&mention.start)) {
            // "fra 84 i 2020 til 96": the later is that of the survey.
            if !clause.periods.iter().any(|mention| mention.start > to) && out[second].period == out[second - 1].period
            {
                out[second].period = setting.period().filter(|now| out[second - 1].period.is_none_or(|p| p != *now));
                out[second].doubts.extend(out[second].period.is_none().then_some(Doubt::Period));
            }
            continue;
        }
        // "fra 60 til 48 siden 2019"
        let since = |mention: &&Mention| mention.start > 0 && clause.tokens[mention.start - 1].is("siden");
        if let (Some(Named::Absolute(year)), [_]) = (clause.periods.iter().find(since).map(|m| m.named), &years[..]) {
            out[second - 1].period = Some(year);
            out[second].period = setting.period().filter(|now| now.last_year() > year.last_year());
            out[second].doubts.extend(out[second].period.is_none().then_some(Doubt::Period));
            continue;
        }
        out[second - 1].period = years.iter().min().copied().filter(|_| years.len() > 1);
        if out[second - 1].period.is_none() {
            out[second - 1].doubts.push(Doubt::Period);
        }
        if let Some(last) = years.iter().max() {
            out[second].period = Some(*last);
        }
    }
}

/// "En undersøgelse viste, at danske socialrådgivere har 37 sager": staff of any place, not of the text's own.
fn doubt_reports(clause: &Clause<'_>, names: &[Name], out: &mut [Figure]) {
    let own = || !clause.places.is_empty() || clause.has(|tag| matches!(tag, Tag::Nation | Tag::Own));
    if out.is_empty() || own() {
        return;
    }
    let tokens = &clause.tokens;
    let many = |t: &Token<'_>| t.word().is_some_and(|w| w.ends_with("rådgivere") || w.ends_with("sagsbehandlere"));
    let team = |n: &Name| tokens[n.end - 1].word().is_some_and(|w| w.ends_with("teamet") || w.ends_with("afdelingen"));
    let anyone = (0..tokens.len()).any(|at| {
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let whose = before.is_some_and(|t| t.number().is_some() || t.word().is_some_and(|w| w.ends_with('s')));
        many(&tokens[at]) && !whose && !before.is_some_and(|t| t.is_any(&["vores", "alle", "de", "pr", "per"]))
    });
    let report =
        clause.has_beginning(&["undersøgelse", "rapport", "analyse", "ifølge"]) || clause.has_word(&["danske"]);
    if anyone && report && !names.iter().any(team) {
        for figure in out.iter_mut().filter(|figure| !figure.doubts.contains(&Doubt::Place)) {
            figure.doubts.push(Doubt::Place);
            figure.doubts.sort_unstable();
        }
    }
}

/// Two values of one sentence that its words do not tell apart: neither can be trusted.
fn doubt_contradictions(out: &mut [Figure]) {
    let mut values: BTreeMap<_, Vec<f64>> = BTreeMap::new();
    let key = |f: &Figure| (f.place.clone(), f.period, f.scope.clone(), f.measure.clone());
    for figure in out.iter() {
        values.entry(key(figure)).or_default().push(figure.value);
    }
    for figure in out.iter_mut() {
        let apart = values.get(&key(figure)).is_some_and(|all| all.iter().any(|value| *value != figure.value));
        if apart && !figure.doubts.contains(&Doubt::Scope) {
            figure.doubts.push(Doubt::Scope);
            figure.doubts.sort_unstable();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn sentences_state_caseloads() {
        for (text, expected) in [
            ("Sagsbehandlerne på sygedagpenge har i gennemsnit 52 sager hver.", vec!["2022 sygedagpenge 52"]),
            (
                "I 2021 havde rådgiverne i teamet Støtte og tilbud i gennemsnit 33 sager hver.",
                vec!["2021 Støtte og tilbud 33"],
            ),
            (
                "Rådgiverne i Voksen Handicap og Psykiatri har i gennemsnit 68 sager pr. årsværk.",
                vec!["2022 Voksen Handicap og Psykiatri 68"],
            ),
            ("Det gennemsnitlige sagsantal pr. årsværk er dermed 51,7 i jobcentret.", vec!["2022 Alle 51.7"]),
            ("Sagstallet pr. rådgiver er i dag 33 i Ungeteamet.", vec!["2022 Ungeteamet 33"]),
            ("Medarbejderne i Ydelse har hver omkring 140 sager.", vec!["2022 Ydelse 140"]),
            ("I Byg og Miljø er der 85 sager pr. sagsbehandler.", vec!["2022 Byg og Miljø 85"]),
            ("Sagsbehandlerne på Rådhuset har i gennemsnit 33 sager.", vec!["2022 Alle 33"]),
            ("Modtagelsens sagstal er 19.", vec!["2022 Modtagelsen 19"]),
            ("I 2022 er der 67 borgere pr. medarbejder. I 2021 var der 72.", vec!["2022 Alle 67", "2021 Alle 72"]),
            ("I 2022 er der 31 sager pr. rådgiver. I 2021 var der 4 rådgivere færre.", vec!["2022 Alle 31"]),
            (
                "I Handicap er der 45 sager pr. sagsbehandler (2021: 49), og i Psykiatri er der 38 (2021: 41).",
                vec!["2022 Handicap 45", "2021 Handicap 49", "2022 Psykiatri 38", "2021 Psykiatri 41"],
            ),
            (
                "I Handicap er der 45 sager pr. sagsbehandler mod 49 i 2021, og i Psykiatri 38 mod 41.",
                vec!["2022 Handicap 45", "2021 Handicap 49", "2022 Psykiatri 38", "2021 Psykiatri 41"],
            ),
            (
                "Socialrådgiverne i modtagelsen har 22 sager, i familieteamet 31 sager og i ungeteamet 27 sager i gennemsnit.",
                vec!["2022 modtagelsen 22", "2022 familieteamet 31", "2022 ungeteamet 27"],
            ),
            (
                "Gennemsnitligt antal sager pr. rådgiver\nModtagelsen 22\nFamilieteamet 31\nSygefravær 6",
                vec!["2022 Modtagelsen 22", "2022 Familieteamet 31"],
            ),
            (
                "Familieteamet (7 årsværk) har 206 sager, og Ungeteamet (5,5 årsværk) har 150 sager.",
                vec!["2022 Familieteamet 7", "2022 Familieteamet 206", "2022 Ungeteamet 5.5", "2022 Ungeteamet 150"],
            ),
            (
                "Afdelingen havde ved årets start 640 sager fordelt på 16 årsværk.",
                vec!["2022 Alle 640", "2022 Alle 16"],
            ),
            ("Med to ekstra stillinger falder sagstallet til 28 pr. rådgiver.", vec![]),
            ("En normering på 16 årsværk ville give 31 sager pr. årsværk.", vec![]),
            ("Sagstallet pr. rådgiver er for tiden 33 i Ungeteamet.", vec!["2022 Ungeteamet 33"]),
            ("Sagstallet pr. rådgiver er p.t. 33.", vec!["2022 Alle 33"]),
            (
                "Vi har spurgt andre om sagstallet pr. rådgiver for fleksjob. Det viste 61 i Køge, 48,5 i Solrød og 57 i Ishøj.",
                vec!["2022 fleksjob 61", "2022 fleksjob 48.5", "2022 fleksjob 57"],
            ),
            (
                "Vi har spurgt andre om deres sagstal på fleksjob. Køge Kommune oplyser 61 sager pr. årsværk, og Solrød Kommune \
                 oplyser 57 sager pr. årsværk.",
                vec!["2022 fleksjob 61", "2022 fleksjob 57"],
            ),
            (
                "I opgørelsen er det gennemsnitlige sagstal pr. rådgiver på området fleksjob 44, mens det på området sygedagpenge er \
                 51. I 2020 var sagstallet 42 på området fleksjob og 55 på området sygedagpenge.",
                vec!["2022 fleksjob 44", "2022 sygedagpenge 51", "2020 fleksjob 42", "2020 sygedagpenge 55"],
            ),
            (
                "Sagsbehandlerne på sygedagpenge har i gennemsnit 52 sager. Faldet siden 2017 er på 6,4 sager pr. rådgiver.",
                vec!["2022 sygedagpenge 52"],
            ),
            (
                "En medarbejder har i gennemsnit 96 sager på A-dagpenge, 44 sager på sygedagpenge og 31,5 sager på ressourceforløb.",
                vec!["2022 A-dagpenge 96", "2022 sygedagpenge 44", "2022 ressourceforløb 31.5"],
            ),
            (
                "Sagstallet er faldet fra 60 til 52 sager pr. sagsbehandler fra 2020 til 2021.",
                vec!["2020 Alle 60", "2021 Alle 52"],
            ),
            (
                "Sagstal pr. rådgiver:\n- Jobafklaring, ressourceforløb og revalidering: 33 sager pr. rådgiver (36 i 2020)",
                vec![
                    "2022 Jobafklaring, ressourceforløb og revalidering 33",
                    "2020 Jobafklaring, ressourceforløb og revalidering 36",
                ],
            ),
            ("Der er i gennemsnit 52 sager/rådgiver på sygedagpenge.", vec!["2022 sygedagpenge 52"]),
            ("Rådgiverne har i gennemsnit 28 sager på området for udsatte børn.", vec!["2022 udsatte børn 28"]),
            (
                "Sagsbehandlerne i ungeteamet har 62 sager pr. årsværk. Sidste år var gennemsnittet 41 sager pr. årsværk.",
                vec!["2022 ungeteamet 62", "2021 ungeteamet 41"],
            ),
            (
                "Normering og sagstal: Ungeteam 11,5 årsværk, Handicapteam 8 årsværk.",
                vec!["2022 Ungeteam 11.5", "2022 Handicapteam 8"],
            ),
            ("På fleksjob er forskellene størst. Greve har 155 sager pr. årsværk.", vec!["2022 fleksjob 155"]),
            (
                "I 2021 var der 49 sager pr. årsværk på kontanthjælp og 50 på sygedagpenge. I 2022 er tallene henholdsvis 47 og 52.",
                vec!["2021 kontanthjælp 49", "2021 sygedagpenge 50", "2022 kontanthjælp 47", "2022 sygedagpenge 52"],
            ),
            (
                "Sagstallet er 45 sager pr. årsværk på sygedagpenge, flere end Køge (41). Solrød svarer 52.",
                vec!["2022 sygedagpenge 45", "2022 sygedagpenge 41", "2022 sygedagpenge 52"],
            ),
            ("En medarbejder har 12 sager, som er gamle. Sagstallet er 45 pr. medarbejder.", vec!["2022 Alle 45"]),
            (
                "I Greve sad en sagsbehandler på fleksjobområdet i 2021 i gennemsnit med 61 sager.",
                vec!["2021 fleksjobområdet 61"],
            ),
            ("Har en rådgiver for eksempel 20 sager på fleksjob, svarer det til 30.", vec![]),
            (
                "DS' vejledende sagstal er 25-35 sager på plejeområdet.",
                vec!["2022 plejeområdet 25", "2022 plejeområdet 35"],
            ),
            (
                "Hver sagsbehandler har nu i gennemsnit 118 sager mod 131 i 2020.",
                vec!["2022 Alle 118", "2020 Alle 131"],
            ),
            (
                "Hver medarbejder på sygedagpenge har i dag 62 sager, hvor tallet i 2020 var 75. For fleksjob er der 95 sager pr. årsværk.",
                vec!["2022 sygedagpenge 62", "2020 sygedagpenge 75", "2022 fleksjob 95"],
            ),
            ("Forslaget vil betyde, at hver rådgiver i teamet kommer ned på omkring 50 sager.", vec![]),
            ("For at komme ned på 40 sager pr. rådgiver skal der ansættes fire.", vec![]),
            ("En nedbringelse af sagstallet pr. rådgiver til 40 på fleksjob vil kræve to ekstra årsværk.", vec![]),
            ("Forskellen til Køge svarer til knap 5 sager pr. rådgiver.", vec![]),
            ("Gennemsnittet for de fire kommuner er 47,5 sager pr. årsværk.", vec![]),
            (
                "I visitationen har hver rådgiver i gennemsnit 44 sager i 2021, og i 2020 var det 51 sager.",
                vec!["2021 visitationen 44", "2020 visitationen 51"],
            ),
            (
                "Sagstallet på fleksjob er sænket fra 60 til 48 sager pr. rådgiver siden 2019.",
                vec!["2019 fleksjob 60", "2022 fleksjob 48"],
            ),
            (
                "Sagstallet er faldet fra 58 i 2020 til 47. På sygedagpenge er det 52.",
                vec!["2020 Alle 58", "2022 Alle 47", "2022 sygedagpenge 52"],
            ),
            (
                "Ungeteamet er normeret til 8 årsværk. Hver medarbejder har således i gennemsnit 57 sager.",
                vec!["2022 Ungeteamet 8", "2022 Ungeteamet 57"],
            ),
            (
                "I 2020 var der 2.475 sager i Jobcenter Greve fordelt på 49,5 årsværk. Det gav 50 sager pr. årsværk.",
                vec!["2020 Alle 2475", "2020 Alle 49.5", "2020 Alle 50"],
            ),
            (
                "Antallet af sager pr. rådgiver var 31 ved udgangen af 2021 og er nu 34.",
                vec!["2021 Alle 31", "2022 Alle 34"],
            ),
            (
                "I Team Nord har sagstallet pr. årsværk været: 2019: 47, 2020: 43, 2021: 38.",
                vec!["2019 Team Nord 47", "2020 Team Nord 43", "2021 Team Nord 38"],
            ),
            (
                "Sagstallet i Team Nord er 38 pr. årsværk. Team Nord er normeret med 4,5 årsværk, Team Syd med 9,0 årsværk.",
                vec!["2022 Team Nord 38", "2022 Team Nord 4.5", "2022 Team Syd 9"],
            ),
            ("- Team Børn og Unge: 23 sager pr. rådgiver", vec!["2022 Team Børn og Unge 23"]),
            (
                "Sygedagpenge har mest at lave. Der kommer hele tiden nye sager. I 2020 lå tallet på 48 sager pr. årsværk.",
                vec!["2020 Sygedagpenge 48"],
            ),
            (
                "På fleksjob er det gennemsnitlige sagstal pr. sagsbehandler 97 i Køge Kommune og 89 i Solrød Kommune.",
                vec!["2022 fleksjob 97", "2022 fleksjob 89"],
            ),
            ("I 2022 er det samlede sagstal pr. årsværk i hele jobcentret 49,7 i Køge.", vec!["2022 Alle 49.7"]),
            (
                "Sager pr. årsværk\n\nGruppe        Sager\nSygedagpenge   64,0\nFleksjob      163,8\nUnge           50,1\n\nI 2020 havde \
                 team Sygedagpenge 71 sager pr. årsværk.",
                vec!["2022 Sygedagpenge 64", "2022 Fleksjob 163.8", "2022 Unge 50.1", "2020 Sygedagpenge 71"],
            ),
            ("3. Sager pr. rådgiver", vec![]),
            ("3.1 Antal sager pr. rådgiver", vec![]),
            ("I 2. kvartal sager pr. rådgiver efter § 85 sager pr. rådgiver", vec![]),
            ("45 sager pr. rådgiver på sygedagpenge", vec!["2022 sygedagpenge 45"]),
            ("Sygefraværet er på 13,2 dage pr. medarbejder, og sagstallet er uændret.", vec![]),
        ] {
            let page = format!("Greve Kommune\nJobudvalget\nMødedato: 10. maj 2022\n\n{text}\n");
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let mut figures = extract(&document).figures;
            figures.retain(|f| f.topic == crate::model::figure::Topic::Caseload);
            let show = |f: &crate::model::figure::Figure| {
                format!("{} {} {}", f.period.map_or("-".to_owned(), |p| p.to_string()), f.scope, f.value)
            };
            assert_eq!(figures.iter().map(show).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_of_nobody_known_is_doubted() {
        for text in [
            "Borgervejledningen er normeret til 1,5 årsværk, og rådgiverne har for mange sager.",
            "Hvad siger udvalget til, at hver rådgiver har 52 sager?",
            "En undersøgelse viste, at danske socialrådgivere i gennemsnit har 37 sager.",
        ] {
            let page = format!("Greve Kommune\nJobudvalget\nMødedato: 10. maj 2022\n\n{text}\n");
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let certain = figures.iter().filter(|f| f.topic == crate::model::figure::Topic::Caseload && f.is_certain());
            assert_eq!(certain.count(), 0, "{text}");
        }
    }
}
