//! Departments that the text names and no table: "klager over afgørelser fra Center Børn og Unge".

use super::called::is_named_department;
use super::headed;
use super::setting::{ALL, Setting, is_law};
use crate::data::lexicon::{Hit, Lexicon};
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::value::Value;
use crate::model::figure::{Figure, Unit};
use crate::text::token::Token;

/// Before "fra" they say whose the cases are.
pub(super) const COMING: [&str; 4] = ["kom", "kommer", "stammer", "stammede"];

/// Adds the departments whose cases a sentence counts to the scopes that it names; the law of which they are stands before
/// them, or was said of them or before.
pub(super) fn add_departments(clause: &Clause<'_>, setting: &Setting, out: &mut Vec<Hit<String>>) {
    let Some(names) = setting.departments.as_ref().filter(|_| !clause.values().is_empty()) else { return };
    let pointed = (0..clause.tokens.len()).filter_map(|at| Some((at, pointed_to(clause, at, setting)?)));
    let pointed = pointed.map(|(at, tag)| Hit { start: at, end: at + 1, tag });
    let named: Vec<Hit<String>> = joined(clause, names.find(&clause.tokens)).into_iter().chain(pointed).collect();
    for hit in named {
        let overlaps = |other: &Hit<String>| other.start < hit.end && hit.start < other.end;
        let area = clause.tokens.get(hit.end).is_some_and(|t| {
            t.is_any(&["område", "ansvarsområde", "fagområde", "afgørelser", "sager", "klagesager", "ankesager"])
        });
        let genitive = clause.tokens[hit.end - 1].lower.ends_with('s') && !hit.tag.ends_with('s');
        // "Af Team Nords 49 afgørelser"
        let counted = clause.values().iter().any(|value| value.start == hit.end)
            && clause.tokens.get(hit.end + 1).is_some_and(|t| WORDS.case_nouns.has(t));
        // "Greve og Køge har haft 9 sager": two municipalities.
        let placed = clause.places.iter().any(|place| place.start < hit.end && hit.start < place.end);
        // "sager om børn og unge" is of no department "Børn og Unge".
        let small = hit.end > hit.start + 1 && !clause.has_capital(hit.start) && !is_named_department(&hit.tag);
        // Beside a table of paragraphs alone, which is a department's too: of what part?
        let beside = !is_named_department(&hit.tag) && hit.tag.contains(" og ") && setting.tables_hold_paragraphs();
        if placed || small || beside {
            continue;
        }
        let whose = if genitive {
            area || counted
        } else {
            is_whose(clause, hit.start) || gets(clause, &hit) || is_behind_law(clause, &hit, out)
        };
        if out.iter().any(overlaps) || !whose {
            continue;
        }
        let law = out.iter().rposition(|other| other.end <= hit.start && is_law(&other.tag));
        let said = || setting.said.iter().rev().find_map(|f| f.scope.strip_suffix(&hit.tag)?.strip_suffix(" · "));
        let of = law.or(law_behind(clause, &hit, out)).map(|at| out[at].tag.clone());
        let of = of.or_else(|| said().map(str::to_owned)).or_else(|| spoken_law(setting));
        // "9 sager i 2021 fra Team Nord": of no law, but of the department beyond doubt where the cases are said to be its.
        let Some(of) = of else {
            if genitive || has_cases(clause, hit.start) || gets(clause, &hit) || !clause.tokens[hit.start].is("center")
            {
                out.push(hit);
            }
            continue;
        };
        let mut start = hit.start;
        // "36 klager efter serviceloven over afgørelser fra Center Børn": the law is of no number of its own.
        if let Some(at) = law
            && !clause.values().iter().any(|value| (out[at].end..hit.start).contains(&value.start))
        {
            start = out.remove(at).start;
        }
        if let Some(at) = law_behind(clause, &hit, out).filter(|_| law.is_none()) {
            out.remove(at);
        }
        let tag = format!("{of} · {}", hit.tag);
        out.push(Hit { start, end: hit.end, tag });
    }
}

/// "46 sager efter serviceloven fra Team Nord": the law says of what the department's cases are.
fn is_behind_law(clause: &Clause<'_>, hit: &Hit<String>, scopes: &[Hit<String>]) -> bool {
    let from = hit.start.checked_sub(1).filter(|&at| clause.tokens[at].is_any(&["fra", "i", "hos"]));
    let law = from.and_then(|from| scopes.iter().find(|law| law.end == from && is_law(&law.tag)));
    let near = |law: &Hit<String>| law.start.saturating_sub(2)..=law.start;
    law.is_some_and(|law| clause.terms_where(|tag| *tag == Tag::Cases).any(|noun| near(law).contains(&noun.end)))
}

/// "Team Nord har stået for 14 af sagerne efter serviceloven": the one law that the sentence names, behind the number.
fn law_behind(clause: &Clause<'_>, hit: &Hit<String>, scopes: &[Hit<String>]) -> Option<usize> {
    let at = scopes.iter().position(|other| other.start >= hit.end && is_law(&other.tag))?;
    let between = || clause.tokens[hit.end..scopes[at].start].iter();
    let plain = scopes.len() == 1 && !between().any(|t| t.is_symbol(',') || t.is_symbol(';'));
    let values = |from: usize, to: usize| clause.values().iter().filter(|v| (from..to).contains(&v.start)).count();
    (plain && values(hit.end, scopes[at].start) == 1).then_some(at)
}

/// "31 sager fra Kvisten": cases of whom no word is known.
pub(super) fn is_of_unknown(clause: &Clause<'_>, value: &Value, scopes: &[Hit<String>]) -> bool {
    let noun = |hit: &&Hit<Tag>| hit.tag == Tag::Cases && hit.start == value.end;
    let Some(noun) = clause.terms.iter().find(noun) else { return false };
    // "10 sager er fra Kvisten"
    let verb = clause.tokens.get(noun.end).is_some_and(|t| t.is_any(&["er", "var", "kom", "kommer", "stammer"]));
    let before = noun.end + usize::from(verb);
    let name = before + 1;
    let from = clause.tokens.get(before).is_some_and(|t| t.is_any(&["fra", "hos"]));
    let within = |start: usize, end: usize| (start..end).contains(&name);
    from && clause.tokens.get(name).is_some_and(|t| t.word().is_some())
        && clause.has_capital(name)
        && !WORDS.lists.board_names.has(&clause.tokens[name])
        && !scopes.iter().any(|hit| within(hit.start, hit.end))
        && !clause.places.iter().any(|hit| within(hit.start, hit.end))
        && !clause.terms.iter().any(|hit| within(hit.start, hit.end))
        && !clause.is_of_period(name)
}

/// The same of a number or of one before it: "10 sager er fra Kvisten, og her blev én omgjort".
pub(super) fn follows_unknown(clause: &Clause<'_>, value: &Value, scopes: &[Hit<String>]) -> bool {
    let before = clause.values().iter().take_while(|other| other.start <= value.start);
    before.into_iter().any(|other| is_of_unknown(clause, other, scopes))
}

/// "mens kun 3 ud af 21 øvrige sager er omgjort": of none that was named.
pub(super) fn is_of_the_others(clause: &Clause<'_>, value: &Value) -> bool {
    let rest = clause.tokens.get(value.end).is_some_and(|t| t.is_any(&["øvrige", "andre", "resterende"]));
    rest && clause.tokens.get(value.end + 1).is_some_and(|t| WORDS.case_nouns.has(t))
}

/// "25 sager fra centret": the department of that kind that was named last.
fn pointed_to(clause: &Clause<'_>, at: usize, setting: &Setting) -> Option<String> {
    // "4.1 Voksen og Handicap" over "Afdelingen har haft 40 afgørelser", "Af afdelingens 40 afgørelser"
    if let Some(headed) = setting.heading_department.as_ref().filter(|_| at < 2) {
        return clause.tokens[at].word().is_some_and(headed::calls_it).then(|| headed.clone());
    }
    let last = setting.last_department.as_ref().filter(|_| has_cases(clause, at))?;
    let lower = last.to_lowercase();
    let same = match clause.tokens[at].word()? {
        "centret" | "centeret" => lower.starts_with("center "),
        "teamet" => lower.starts_with("team ") || lower.ends_with("teamet"),
        word @ ("afdelingen" | "afsnittet" | "rådgivningen") => lower.ends_with(word),
        _ => false,
    };
    same.then(|| last.clone())
}

/// Keeps which department a sentence names last.
pub(super) fn note_last(clause: &Clause<'_>, setting: &mut Setting) {
    let named = setting.departments.as_ref().and_then(|names| names.find(&clause.tokens).pop());
    if let Some(hit) = named {
        setting.last_department = Some(hit.tag);
    }
}

/// The scope that the chapter's title names as a department, once a sentence has counted cases of that department and of
/// nothing else: "Ankesager i Familieafsnittet".
pub(super) fn of_the_title(setting: &Setting, figures: &[Figure]) -> Option<String> {
    let name = setting.titled_department.as_ref().filter(|_| setting.base_scope() == ALL)?;
    let own = figures.iter().any(|f| f.unit == Unit::Count) && figures.iter().all(|f| f.scope == *name);
    let others = setting.said.iter().any(|f| f.scope != *name);
    (own && !others).then(|| name.clone())
}

/// The one department that a title names: "Ankesager i Familieafsnittet".
pub(super) fn of_title(title: &Clause<'_>, names: &Lexicon<String>) -> Option<String> {
    let found = names.find(&title.tokens);
    let [only] = &found[..] else { return None };
    let before = only.start.checked_sub(1).map(|at| &title.tokens[at]);
    let inside = before.is_some_and(|t| t.is_any(&["i", "fra", "hos", "for", "på"]) || t.is_symbol('-'));
    inside.then(|| only.tag.clone())
}

/// The law that is spoken of; the title's alone is not where the item has told of others as well.
fn spoken_law(setting: &Setting) -> Option<String> {
    let Some(law) = setting.known_law() else { return setting.law_of_all_said() };
    let of_title = setting.thread.scope.is_none() && setting.heading_scope.is_none();
    let others = || setting.said.iter().any(|f| is_law(&f.scope) && f.scope != law);
    (!(of_title && others())).then_some(law)
}

/// "For Team Nord og Team Syd under ét": both together are one part.
fn joined(clause: &Clause<'_>, mut names: Vec<Hit<String>>) -> Vec<Hit<String>> {
    let together = |at: usize| {
        clause.tokens.get(at).is_some_and(|t| t.is_any(&["tilsammen", "område"]))
            || clause.tokens.get(at..at + 2).is_some_and(|t| t[0].is("under") && t[1].is_any(&["ét", "et"]))
    };
    if let [first, second] = &mut names[..]
        && second.start == first.end + 1
        && clause.tokens[first.end].is("og")
        && together(second.end)
    {
        first.tag = format!("{} og {}", first.tag, second.tag);
        first.end = second.end;
        names.pop();
    }
    names
}

/// "Team Nord fik afgjort 12 sager": the subject, of whose cases others decide.
fn gets(clause: &Clause<'_>, hit: &Hit<String>) -> bool {
    let is = |at: usize, words: &[&str]| clause.tokens.get(at).is_some_and(|t| t.is_any(words));
    // "Fra Center for Velfærd kom 29 sager"
    let fronted = hit.start == 1 && is(0, &["fra"]) && is(hit.end, &COMING);
    // "Team Nord har i alt haft 12 sager, og Team Syd har haft 9"
    let opens = hit.start == 0 || is(hit.start - 1, &["og", "mens"]);
    let had = is(hit.end, &["har", "havde"]);
    let small = |t: &&Token<'_>| t.is_any(&["i", "alt"]) || t.year().is_some();
    let in_all = clause.tokens.iter().skip(hit.end + 1).take(4).take_while(small).count();
    let stands = is(hit.end, &["står", "stod"]) && is(hit.end + 1, &["for"])
        || is(hit.end, &["tegner"]) && is(hit.end + 1, &["sig"])
        || had && is(hit.end + 1 + in_all, &["stået", "tegnet"]);
    fronted
        || hit.start == 0 && is(hit.end, &["fik", "får", "modtog", "modtager"])
        || opens && stands
        || opens && had && is(hit.end + 1 + in_all, &["fået", "haft", "modtaget"])
}

/// "19 sager fra Team Nord", "klager over afgørelser fra Center Ældre".
fn has_cases(clause: &Clause<'_>, at: usize) -> bool {
    let noun = |of: usize| clause.terms.iter().any(|hit| hit.tag == Tag::Cases && hit.end == of);
    let Some(before) = at.checked_sub(1).filter(|&at| clause.tokens[at].is_any(&["fra", "i", "hos"])) else {
        return false;
    };
    // "19 sager i 2021 fra Team Nord"
    let year = clause.periods.iter().find(|mention| mention.end == before);
    let before = year.map_or(before, |mention| mention.start.saturating_sub(1));
    // "14 fra Team Nord", "14 er fra Team Nord", "De hjemviste sager kommer fra Team Nord"
    let coming = before > 0 && COMING.iter().any(|word| clause.tokens[before - 1].is(word));
    let so_many =
        clause.values().iter().any(|value| value.end == before) || before > 0 && of_so_many(clause, before - 1);
    noun(before) || coming || so_many && is_whose(clause, at) || WORDS.lists.belonging.has(&clause.tokens[before])
}

/// "14 er fra Team Nord", "14 sager var fra Team Nord"
fn of_so_many(clause: &Clause<'_>, verb: usize) -> bool {
    let noun = usize::from(verb > 0 && WORDS.case_nouns.has(&clause.tokens[verb - 1]));
    clause.tokens[verb].is_any(&["er", "var"]) && clause.values().iter().any(|value| value.end + noun == verb)
}

/// "afgørelser fra ...", "procenten for ...", "vedrører 17 ...": cases of the department, and nobody from there who speaks.
fn is_whose(clause: &Clause<'_>, at: usize) -> bool {
    let tokens = &clause.tokens;
    let Some(before) = at.checked_sub(1) else { return false };
    let belongs = |at: usize| WORDS.lists.belonging.has(&tokens[at]);
    if clause.values().iter().any(|value| value.end == at) {
        return before > 0 && belongs(before - 1);
    }
    // "Heraf kom 12 fra Team Nord og 28 fra Team Syd"
    let parted =
        |t: &Token<'_>| WORDS.lists.belonging.has(t) || t.is_any(&["heraf", "hvoraf", "deraf"]) || t.is_any(&COMING);
    if let Some(value) = clause.values().iter().find(|value| value.end == before && tokens[before].is("fra")) {
        // "20 sager fra Team Nord og 15 fra Team Syd"
        let joined = value.start > 0 && (tokens[value.start - 1].is("og") || tokens[value.start - 1].is_symbol(','));
        let again = joined && tokens[..value.start].iter().any(|t| t.is("fra"));
        // "24 afgørelser: 14 fra Team Nord og 10 fra Team Syd"
        let again = again || value.start > 0 && tokens[value.start - 1].is_symbol(':');
        return again || tokens[..before].iter().any(parted);
    }
    // "Heraf hører 24 til i Team Nord og 13 i Team Syd"
    let to = before - usize::from(before > 0 && tokens[before - 1].is("til"));
    if let Some(value) = clause.values().iter().find(|value| value.end == to)
        && tokens[before].is_any(&["i", "under", "hos"])
    {
        return tokens[..value.start].iter().any(|t| WORDS.lists.belonging.has(t) || COMING.iter().any(|w| t.is(w)));
    }
    let counted = |tag: &Tag| matches!(tag, Tag::Cases | Tag::Rate(_) | Tag::Outcome(_) | Tag::Act(_));
    // "12 af sagerne hører til i Handicap og Psykiatri"
    let within = before > 1 && tokens[before].is_any(&["i", "under", "hos"]) && tokens[before - 1].is("til");
    belongs(before)
        || within && belongs(before - 2)
        || tokens[before].is_any(&["fra", "for", "i", "hos", "under", "over"])
            && before.checked_sub(1).is_none_or(|of| {
                belongs(of)
                    || tokens[of].is_any(&["der", "og", "mens", "inden"])
                    || clause.terms.iter().any(|hit| counted(&hit.tag) && hit.end == of + 1)
                    || tokens[before].is("fra") && (tokens[of].is_any(&COMING) || of_so_many(clause, of))
                    || tokens[before].is("fra") && clause.periods.iter().any(|mention| mention.end == of + 1)
            })
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    fn compare(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            let expected: Vec<String> = expected.iter().map(|row| format!("Greve 2021 {row}")).collect();
            assert_eq!(stated(text), expected, "{text}");
        }
    }

    #[test]
    fn a_heading_gives_a_department_what_stands_below() {
        let text = "4.1 Center for Børn\n\nAnkestyrelsen har i 2021 afgjort 30 sager. Heraf er 20 stadfæstet.\n\n4.2 Familieafdelingen\n\n\
            I 2021 er 24 sager efter serviceloven afgjort.\n\n4.3 Visitationen\n\nOmgørelsesprocenten var 34 i 2021. På landsplan var den 36.";
        let expected = [
            "Greve 2021 Center for Børn decided 30",
            "Greve 2021 Center for Børn upheld 20",
            "Greve 2021 SEL · Familieafdelingen decided 24",
            "Greve 2021 Visitationen reversal_rate 34",
            "Hele landet 2021 Alle reversal_rate 36",
        ];
        assert_eq!(stated(text), expected);
        let text = "I 2021 afgjorde Ankestyrelsen 24 sager efter serviceloven fra Familieafdelingen.";
        compare(&[(text, &["SEL · Familieafdelingen decided 24"])]);
        let text = "1) Serviceloven, voksne\n\nI 2021 er der afgjort 13 sager, hvoraf 9 er stadfæstet.";
        assert!(stated(text).iter().all(|row| row.ends_with('?')), "{:?}", stated(text));
    }

    #[test]
    fn departments_have_their_share_of_the_law() {
        let text = "Ankestyrelsen afgjorde i 2021 30 klager efter serviceloven.\n\nAf de 30 afgørelser efter serviceloven i 2021 vedrører 12 Center Børn og Unge. 7 af disse er stadfæstet, og 5 \
            er hjemvist. De resterende 18 afgørelser vedrører Center Ældre.";
        let expected = [
            "SEL decided 30",
            "SEL · Center Børn og Unge decided 12",
            "SEL · Center Børn og Unge upheld 7",
            "SEL · Center Børn og Unge remanded 5",
            "SEL · Center Ældre decided 18",
        ];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
        let text = "Ankestyrelsen afgjorde i 2021 20 klager efter serviceloven over afgørelser fra Center Ældre. Heraf blev 15 \
            stadfæstet og 5 hjemvist.\n\nOmgørelsesprocenten for Center Ældre var i 2021 25 pct.";
        let expected = ["decided 20", "upheld 15", "remanded 5", "reversal_rate 25"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 SEL · Center Ældre {row}")));
        // Who speaks is not whose cases they are.
        let text = "Chefen for Center Ældre oplyste, at Ankestyrelsen afgjorde 20 sager i 2021.";
        assert!(stated(text).iter().all(|row| row.contains(" Alle ")));
        let text = "Ankestyrelsen afgjorde i 2021 54 klager efter serviceloven. Af de 22 omgjorte sager hører 14 til i Center \
            for Børn og 8 i Center for Ældre. Center for Børn har i alt haft 30 sager, der er blevet realitetsbehandlet.";
        let expected = [
            "SEL decided 54",
            "SEL reversed 22",
            "SEL · Center for Børn reversed 14",
            "SEL · Center for Ældre reversed 8",
            "SEL · Center for Børn considered 30",
        ];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
        // Of no law.
        let text = "Ankestyrelsen afgjorde i 2021 19 sager fra Team Nord. Heraf blev 11 stadfæstet og 8 hjemvist.";
        let expected = ["decided 19", "upheld 11", "remanded 8"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 Team Nord {row}")));
        assert_eq!(
            stated("Ankestyrelsen afgjorde 19 sager i 2021 fra Center Ældre."),
            ["Greve 2021 Center Ældre decided 19"]
        );
        let text = "For Team Nord og Team Syd under ét er der i 2021 tale om fire afgørelser, som alle er stadfæstet.";
        let expected = ["decided 4", "upheld 4"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 Team Nord og Team Syd {row}")));
        compare(&[
            ("Team Nord fik i 2021 afgjort 12 sager i Ankestyrelsen.", &["Team Nord decided 12"]),
            ("I Ungeteamet blev 12 sager afgjort af Ankestyrelsen i 2021.", &["Ungeteamet decided 12"]),
            (
                "Ankestyrelsen afgjorde 40 sager i 2021, heraf 12 fra Ungeteamet og 28 fra Familieafdelingen.",
                &["Alle decided 40", "Ungeteamet decided 12", "Familieafdelingen decided 28"],
            ),
            (
                "Ankestyrelsen afgjorde 40 sager i 2021. Heraf kom 12 fra Team Nord og 28 fra Team Syd.",
                &["Alle decided 40", "Team Nord decided 12", "Team Syd decided 28"],
            ),
            ("Ankestyrelsen afgjorde i 2021 12 sager på Center Ældres område.", &["Center Ældre decided 12"]),
            (
                "Ankestyrelsen afgjorde i 2021 12 sager på Team Nord og Team Syds område.",
                &["Team Nord og Team Syd decided 12"],
            ),
            ("Lederen af Team Nord oplyste, at Ankestyrelsen afgjorde 12 sager i 2021.", &["Alle decided 12"]),
            ("Notatet er fra Familieafdelingen. Ankestyrelsen afgjorde 12 sager i 2021.", &["Alle decided 12"]),
            ("Notatet er fra ”Familieafdelingen”. Ankestyrelsen afgjorde 12 sager i 2021.", &["Alle decided 12"]),
            ("Ankestyrelsen afgjorde 12 sager fra afdelingen i 2021.", &["Alle decided 12"]),
            (
                "Ankestyrelsen afgjorde i 2021 20 sager fra Team Nord og 15 fra Team Syd.",
                &["Team Nord decided 20", "Team Syd decided 15"],
            ),
            (
                "Ankestyrelsen afgjorde i 2021 12 sager fra Børne- og Ungeafdelingen. Heraf blev 5 hjemvist.",
                &["Børne- og Ungeafdelingen decided 12", "Børne- og Ungeafdelingen remanded 5"],
            ),
        ]);
        // What it is part of is not said: in doubt.
        assert_eq!(stated("I Center Ældre blev 9 sager omgjort i 2021."), ["Greve 2021 Alle reversed 9?"]);
    }

    #[test]
    fn a_title_names_the_department_of_its_item() {
        let text = "Ankesager i Familieafsnittet\n\nAnkestyrelsen afgjorde 31 sager fra Familieafsnittet i 2021, hvoraf 17 blev \
            stadfæstet.\n2020: 26 afgjort, heraf 12 stadfæstet.\nOmgørelsesprocenten var 39 i 2021.";
        let expected = [
            "2021 {} decided 31",
            "2021 {} upheld 17",
            "2020 {} decided 26",
            "2020 {} upheld 12",
            "2021 {} reversal_rate 39",
        ];
        assert_eq!(stated(text), expected.map(|row| format!("Greve {}", row.replace("{}", "Familieafsnittet"))));
        let text = "Ankesager 2021 - Familierådgivningen\n\nDer er i 2021 afgjort 22 klager over Familierådgivningens afgørelser. \
            Heraf 14 stadfæstet og 8 hjemvist.\n\nI 2020 var omgørelsesprocenten 31.";
        let expected = ["2021 {} decided 22", "2021 {} upheld 14", "2021 {} remanded 8", "2020 {} reversal_rate 31"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve {}", row.replace("{}", "Familierådgivningen"))));
        // The first numbers are of all.
        let text = "Ankesager i Familieafsnittet\n\nAnkestyrelsen afgjorde 60 sager fra kommunen i 2021. Heraf kom 31 sager fra \
            Familieafsnittet.\n\nOmgørelsesprocenten var 39 i 2021.";
        let expected = ["Alle decided 60", "Familieafsnittet decided 31", "Alle reversal_rate 39"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
        // Of whom?
        let text = "Ankestyrelsen afgjorde 24 sager fra Kvisten i 2021. Heraf blev 9 hjemvist.";
        let expected = ["Alle decided 24?", "Alle remanded 9?"];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
    }

    #[test]
    fn a_department_is_pointed_to() {
        let text = "Center for Sundhed og Omsorg har et stort sagsfelt. Ankestyrelsen har i 2021 truffet afgørelse i 25 sager fra \
            centret, og 19 er stadfæstet. Center for Arbejdsmarked har fået 14 afgørelser, hvoraf 10 er stadfæstet.";
        let expected = [
            "Center for Sundhed og Omsorg decided 25",
            "Center for Sundhed og Omsorg upheld 19",
            "Center for Arbejdsmarked decided 14",
            "Center for Arbejdsmarked upheld 10",
        ];
        assert_eq!(stated(text), expected.map(|row| format!("Greve 2021 {row}")));
    }
}
