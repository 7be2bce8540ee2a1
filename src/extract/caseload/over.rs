//! A heading that is nothing but the name of a team or a target group: the sentences under it are of that one, where
//! they say "Teamet har 412 sager" or name nobody.

use super::caption::{LONGEST, read};
use super::guided::names_group;
use super::names::{is_team, names};
use super::{Setting, has};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::model::figure::{Doubt, Figure, Measure, Place, Topic};
use crate::model::source::Document;
use crate::text::token::{Kind, Token};

/// What the heading above a paragraph names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Over {
    pub name: String,
    /// No text stands between the heading and the paragraph.
    pub near: bool,
    /// "Sagstal i Team Nord": all that stands under it is of that team.
    pub throughout: bool,
}

/// The team or group that a heading names, where it says nothing else.
pub(super) fn named_by(heading: &str) -> Option<Over> {
    let heading = without_number(heading.trim());
    let behind = read(heading, |clause| {
        let loads = clause.tokens.first().is_some_and(|t| CASELOAD.lists.load_nouns.has(t));
        let small = clause.tokens.get(1).is_some_and(|t| t.is_any(&["i", "for", "på", "hos"]));
        // "Sagstal i Voksenrådgivningen" may be the title of all that there is.
        clause.tokens.get(2).filter(|t| loads && small && t.is("team")).map(|t| t.span.range().start)
    });
    match behind.and_then(|at| heading.get(at..)) {
        Some(name) => read(name, |clause| name_in(name, clause)).map(|over| Over { throughout: true, ..over }),
        None => read(heading, |clause| name_in(heading, clause)),
    }
}

/// A short heading that is no known name, beside headings that are: perhaps the next team, perhaps another matter.
pub(super) fn beside_names(heading: &str, above: Option<&Over>) -> Option<Over> {
    above?;
    let heading = without_number(heading.trim());
    let whole = ["samlet", "alle", "total", "status", "baggrund", "opsummering", "konklusion"];
    let few = heading.split_whitespace().count() <= 3 && heading.starts_with(char::is_uppercase);
    let plain = few && heading.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    let group = plain && names_group(heading) && !heading.to_lowercase().split(' ').any(|w| whole.contains(&w));
    group.then(|| Over { name: heading.to_owned(), near: false, throughout: false })
}

fn name_in(heading: &str, clause: &Clause<'_>) -> Option<Over> {
    let tokens = &clause.tokens;
    let terms = clause.caseload_terms();
    let words = tokens.iter().filter(|t| t.word().is_some()).count();
    let lists = &CASELOAD.lists;
    let capital = |at: usize| tokens.get(at).is_some_and(|t| heading[t.span.range()].starts_with(char::is_uppercase));
    let first = tokens.first()?;
    let called = first.is_any(&["team", "center", "afdeling"]) && (capital(1) || tokens.get(1)?.is("for"));
    let of_whom = tokens.get(1).is_some_and(|t| t.is_any(&["for", "med"]));
    let unit = first.is_any(&["gruppen", "målgruppen"]) && words > 1 || lists.pointers.has(first) && of_whom;
    let unit = unit || words == 1 && lists.units.has(first) && !lists.pointers.has(first);
    let unit = unit || is_team(first) && (words == 1 || of_whom);
    let known = || terms.iter().any(|hit| hit.tag == CaseloadTag::Group && hit.start == 0);
    let other = |t: &Token<'_>| {
        lists.no_label.has(t)
            || lists.other_measures.has(t)
            || lists.load_nouns.has(t)
            || lists.posts.has(t)
            || t.year().is_some()
            || matches!(t.kind, Kind::Symbol('.' | ':' | ';' | '?' | '!' | '%'))
    };
    let speaks = [CaseloadTag::Guideline, CaseloadTag::Caseload].iter().any(|tag| has(terms, tag))
        || clause.has(|tag| matches!(tag, Tag::Outcome(_) | Tag::Rate(_)))
        || !clause.places.is_empty();
    let named = (called || unit || known()) && words <= LONGEST && !speaks && !tokens.iter().any(other);
    named.then(|| Over { name: heading.trim().to_owned(), near: true, throughout: false })
}

/// "2. Team Nord", "B) Team Nord", "4.1 Team Nord": what stands behind the number.
fn without_number(heading: &str) -> &str {
    let Some((number, rest)) = heading.split_once(' ') else { return heading };
    let digits = number.starts_with(|c: char| c.is_ascii_digit());
    let letter = number.chars().count() == 2 && number.ends_with(['.', ')']);
    let numbered = (digits || letter) && number.chars().skip(1).all(|c| c.is_ascii_digit() || matches!(c, '.' | ')'));
    if numbered { rest.trim_start() } else { heading }
}

/// The only team or group that an item's title names: "Sagstal i familieafdelingen", "Status for Familieteamet".
pub(super) fn entitled(document: &Document, title: &Clause<'_>, setting: &Setting) -> Option<String> {
    let terms = title.caseload_terms();
    let advised = has(terms, &CaseloadTag::Guideline) || title.has_beginning(&["udvalg", "projekt", "forsøg"]);
    let mut named = names(document, title, terms, setting).into_iter();
    let (first, None) = (named.next()?, named.next()) else { return None };
    first.group.filter(|_| !advised)
}

/// Gives the sentences of an item that names no part of it what its title names; whoever names parts speaks of all of
/// them together elsewhere. `speaks`: the title is of caseloads.
pub(super) fn under_title(
    document: &Document,
    lower: &str,
    (name, speaks): (Option<String>, bool),
    own_place: Option<&Place>,
    figures: &mut [Figure],
) {
    let Some(name) = name else { return };
    let own = |figure: &Figure| {
        figure.topic == Topic::Caseload && !matches!(figure.measure, Measure::RecommendedLow | Measure::RecommendedHigh)
    };
    if figures.iter().any(|figure| own(figure) && figure.scope != "Alle" && figure.scope != name) {
        return;
    }
    let printed = name.to_lowercase();
    for figure in figures.iter_mut().filter(|figure| own(figure) && figure.scope == "Alle") {
        let Some(source) = figure.source().filter(|source| source.heads.is_empty()) else { continue };
        let clause = Clause::read(&document.text, lower, source.passage);
        if clause.has_word(&["helhed", "jobcentret", "jobcenteret", "hele"]) {
            continue;
        }
        // "Kommunen har 33 sager pr. rådgiver", "På landsplan er der 33": of the same part, or of all?
        let elsewhere = clause.has_word(&["kommunen"]) || figure.place.as_ref() != own_place;
        let settled = match stem_of_pointer(&clause.tokens) {
            // "Teamet har 8,5 årsværk", in an item on a department: of a part that nobody names.
            Some(stem) if stem.is_none_or(|stem| !printed.contains(stem)) => {
                figure.doubts.push(Doubt::Scope);
                continue;
            }
            Some(_) => true,
            None => speaks && !elsewhere && !clause.has_word(&["samlet", "samlede", "alle", "total", "totalt"]),
        };
        figure.scope.clone_from(&name);
        figure.doubts.extend((!settled).then_some(Doubt::Scope));
    }
    figures.iter_mut().for_each(|figure| figure.doubts.sort_unstable());
    figures.iter_mut().for_each(|figure| figure.doubts.dedup());
}

/// The heading's group for a sentence that names none, and whether that is beyond doubt.
pub(super) fn taken_from(tokens: &[Token<'_>], setting: &Setting) -> Option<(String, bool)> {
    let over = setting.over.as_ref()?;
    let name = over.name.to_lowercase();
    match stem_of_pointer(tokens) {
        // "Afdelingen har 900 sager", under "Team Nord": the whole that the team is a part of.
        Some(stem) => {
            let said = stem.filter(|stem| name.contains(stem) || matches!(*stem, "område" | "gruppe"));
            said.map(|_| (over.name.clone(), true))
        }
        None => {
            let spoken_of = over.throughout && setting.last_group.as_ref() == Some(&over.name);
            Some((over.name.clone(), over.near || spoken_of))
        }
    }
}

/// The stem of the first word that points to a team: "Teamet har ..."; `Some(None)`: of one that no heading can match.
fn stem_of_pointer(tokens: &[Token<'_>]) -> Option<Option<&'static str>> {
    let stems = ["team", "afdeling", "cent", "enhed", "område", "gruppe"];
    let pointer = tokens.iter().find(|t| CASELOAD.lists.pointers.has(t))?.word().unwrap_or_default();
    Some(stems.into_iter().find(|stem| pointer.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::extract;

    #[test]
    fn headings_name_teams_and_groups() {
        for (heading, named) in [
            ("Team Nord", true),
            ("Team Overgang 16-25 år", true),
            ("Center for Børn og Unge", true),
            ("Ungeteamet", true),
            ("Teamet for jobparate", true),
            ("Afdelingen for Voksne", true),
            ("4.1 Team Nord", true),
            ("Sygedagpenge", true),
            ("Aktivitetsparate kontanthjælpsmodtagere", true),
            ("Sagstal i Team Nord", true),
            ("Sagstal i 2019", false),
            ("Sygedagpenge 2019", false),
            ("Teamet", false),
            ("Økonomi", false),
            ("Vejledende sagstal for fleksjob", false),
            ("Team Danmark har fire sager", false),
        ] {
            assert_eq!(named_by(heading).is_some(), named, "{heading}");
        }
    }

    #[test]
    fn sentences_are_of_the_heading_above() {
        for (text, expected) in [
            (
                "Team Nord\nTeamet har 412 sager og 8 årsværk. Det giver 51,5 sager pr. rådgiver. I 2021 var gennemsnittet 48 sager pr. rådgiver.",
                vec!["2022 Team Nord 412", "2022 Team Nord 8", "2022 Team Nord 51.5", "2021 Team Nord 48"],
            ),
            ("Ungeteamet\nHer er der i gennemsnit 44 sager pr. rådgiver.", vec!["2022 Ungeteamet 44"]),
            ("Sygedagpenge\nHver medarbejder har i gennemsnit 61 sager.", vec!["2022 Sygedagpenge 61"]),
            ("Målgruppen unge mødre\nDer er 31 sager pr. rådgiver.", vec!["2022 Målgruppen unge mødre 31"]),
            ("Team Nord\nTeamet har travlt.\n\nDer er 39 sager pr. rådgiver.", vec!["2022 Team Nord 39?"]),
            (
                "Team Nord\nAfdelingen har i alt 900 sager og 18 årsværk, altså 50 sager pr. rådgiver.",
                vec!["2022 Alle 900", "2022 Alle 18", "2022 Alle 50"],
            ),
            ("Team Nord\nTeam Syd har 45 sager pr. rådgiver.", vec!["2022 Team Syd 45"]),
            ("Økonomi\nDer er 45 sager pr. rådgiver.", vec!["2022 Alle 45"]),
            (
                "Handicap\nDer er 45 sager pr. rådgiver.\n\nPsykiatri\nDer er 38 sager pr. rådgiver.\n\nStøtten\nDer er 41 sager pr. \
                 rådgiver.",
                vec!["2022 Handicap 45", "2022 Psykiatri 38", "2022 Støtten 41?"],
            ),
            (
                "1. Sagstal i familieafdelingen\n\nSagsfremstilling\nDer er 30 sager pr. rådgiver.",
                vec!["2022 familieafdelingen 30"],
            ),
            (
                "1. Sagstal i familieafdelingen\n\nSagsfremstilling\nTeamet har 8,5 årsværk og 255 sager, dvs. 30 sager pr. årsværk.",
                vec!["2022 Alle 8.5?", "2022 Alle 255?", "2022 Alle 30?"],
            ),
            (
                "1. Status for Familieteamet\n\nSagsfremstilling\nTeamet har 8 årsværk og 240 sager.",
                vec!["2022 Familieteamet 8", "2022 Familieteamet 240"],
            ),
            (
                "1. Sagstal i familieafdelingen\n\nSagsfremstilling\nPå landsplan er der 33 sager pr. rådgiver.",
                vec!["2022 familieafdelingen 33?"],
            ),
            (
                "1. Sagstal i familieafdelingen\n\nSagsfremstilling\nDer er 30 sager pr. rådgiver. I Modtagelsen er der 22 sager pr. rådgiver.",
                vec!["2022 Alle 30", "2022 Modtagelsen 22"],
            ),
            (
                "B. Team Nord\nAntal sager: 200\nÅrsværk: 5\nSager pr. årsværk: 40\n\nC. Team Syd\nSager pr. årsværk: 42",
                vec!["2022 Team Nord 200", "2022 Team Nord 5", "2022 Team Nord 40", "2022 Team Syd 42"],
            ),
            (
                "Team Nord\nTabellen viser udviklingen:\n\nÅr\tSager\tÅrsværk\tSager pr. årsværk\n2021\t200\t5\t40\n2022\t210\t5\t42",
                vec![
                    "2021 Team Nord 200",
                    "2021 Team Nord 5",
                    "2021 Team Nord 40",
                    "2022 Team Nord 210",
                    "2022 Team Nord 5",
                    "2022 Team Nord 42",
                ],
            ),
        ] {
            let page = format!("Greve Kommune\nJobudvalget\nMødedato: 10. maj 2022\n\n{text}\n");
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let show = |f: &crate::model::figure::Figure| {
                let doubt = if f.is_certain() { "" } else { "?" };
                format!("{} {} {}{doubt}", f.period.map_or("-".to_owned(), |p| p.to_string()), f.scope, f.value)
            };
            let mut figures = extract(&document).figures;
            figures.retain(|f| f.topic == crate::model::figure::Topic::Caseload);
            assert_eq!(figures.iter().map(show).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
