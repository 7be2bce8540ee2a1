//! Lines with a caseload each that no line ending in a colon announces: "Myndighed Børn: 24,8 sager pr. årsværk" says all
//! by itself, where its neighbour does too; "Modtagelsen: 18,4" stands right under a paragraph that says what is counted.

use crate::data::caseload::CASELOAD;
use crate::extract::chapter::Part;
use crate::model::source::Document;

/// A label is not longer, in words.
const LONGEST: usize = 7;

/// Does a line name its group and its unit itself, and so does the one before or behind it?
pub(super) fn say_all(document: &Document, parts: &[Part<'_>], at: usize) -> bool {
    let all = |at: usize| line(document, parts, at).and_then(behind_value).is_some_and(is_unit);
    all(at) && (all(at + 1) || at.checked_sub(1).is_some_and(all))
}

/// Do at least two lines with a value each stand right below?
pub(super) fn follow(document: &Document, parts: &[Part<'_>], at: usize) -> bool {
    let plain = |rest: &str| {
        let word = rest.trim_start_matches('.').split_whitespace().next().unwrap_or_default();
        word.is_empty() || word.starts_with('(') || CASELOAD.lists.counted.holds(&word.to_lowercase())
    };
    (at + 1..at + 3).all(|at| line(document, parts, at).and_then(behind_value).is_some_and(plain))
}

/// Do at least two lines with a range of cases each stand right below: "Fleksjob: 35-45 sager"?
pub(super) fn give_ranges(document: &Document, parts: &[Part<'_>], at: usize) -> bool {
    let range = |rest: &str| {
        let high = rest.trim_start().strip_prefix(['-', '–']).unwrap_or_default().trim_start();
        let unit = high.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        let word = unit.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        unit.len() < high.len() && CASELOAD.lists.counted.holds(&word.to_lowercase())
    };
    (at + 1..at + 3).all(|at| line(document, parts, at).and_then(behind_value).is_some_and(range))
}

fn line<'d>(document: &'d Document, parts: &[Part<'_>], at: usize) -> Option<&'d str> {
    let Part::Paragraph(passage) = parts.get(at)? else { return None };
    let line = document.slice(passage.paragraph.span).trim();
    (!line.contains('\n')).then_some(line)
}

/// What stands behind the number of "Modtagelsen: ca. 18,4 sager".
fn behind_value(line: &str) -> Option<&str> {
    let (label, rest) = line.split_once(':')?;
    let rest = rest.trim_start();
    let at = rest.find(|c: char| c.is_ascii_digit()).filter(|&at| at <= 8)?;
    let number = rest[at..].find(|c: char| !(c.is_ascii_digit() || c == ',')).unwrap_or(rest.len() - at);
    (label.split_whitespace().count() <= LONGEST).then(|| &rest[at + number..])
}

/// "sager pr. årsværk", and no more than a number in parentheses: "sager pr. årsværk (29)".
fn is_unit(rest: &str) -> bool {
    let aside = |aside: &str| aside.starts_with(|c: char| c.is_ascii_digit()) && aside.len() <= 6;
    let plain = rest.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let rest = plain.filter(|(_, number)| aside(number)).map_or(rest, |(unit, _)| unit).to_lowercase();
    let words: Vec<&str> = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let [cases @ .., per, staff] = &words[..] else { return false };
    let counted = (1..=2).contains(&cases.len()) && cases.last().is_some_and(|word| CASELOAD.lists.counted.holds(word));
    counted && matches!(*per, "pr" | "per") && CASELOAD.staff.holds(staff)
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn lines_need_no_colon_above() {
        for (text, expected) in [
            (
                "Afdelingen har sendt disse tal for 2021.\n\nUdsatte Børn: 22,5 sager pr. årsværk\nMyndighed Ældre: ca. 31 sager pr. \
                 årsværk",
                vec!["2022 Udsatte Børn 22.5", "2022 Myndighed Ældre 31"],
            ),
            (
                "Familiegrupperne\n- 2020: 27,5 sager pr. rådgiver\n- 2021: 25 sager pr. rådgiver\n\nGruppen for anbragte børn\n- \
                 2020: 18 sager pr. rådgiver\n- 2021: 19 sager pr. rådgiver",
                vec![
                    "2020 Familiegrupperne 27.5",
                    "2021 Familiegrupperne 25",
                    "2020 Gruppen for anbragte børn 18",
                    "2021 Gruppen for anbragte børn 19",
                ],
            ),
            (
                "Sagstallet er antal aktive sager pr. rådgiver. Tallene er fra ultimo 2021 med ultimo 2020 i parentes.\n\nModtagelsen: \
                 18,5 (2020: 21)\nUngerådgivningen: 23 (25,5)",
                vec![
                    "2021 Modtagelsen 18.5",
                    "2020 Modtagelsen 21",
                    "2021 Ungerådgivningen 23",
                    "2020 Ungerådgivningen 25.5",
                ],
            ),
            (
                "I Familiegrupperne var der 320 sager og 16 årsværk. I Specialgruppen for børn med handicap var der 90 sager og 2 \
                 årsværk.",
                vec![
                    "2022 Familiegrupperne 320",
                    "2022 Familiegrupperne 16",
                    "2022 Specialgruppen for børn med handicap 90",
                    "2022 Specialgruppen for børn med handicap 2",
                ],
            ),
            (
                "Voksenteamet: 44 sager pr. rådgiver (48 i 2020)\nUngeteamet: 29 sager pr. rådgiver",
                vec!["2022 Voksenteamet 44", "2020 Voksenteamet 48", "2022 Ungeteamet 29"],
            ),
            (
                "I februar 2022 havde en rådgiver i gennemsnit 52 sager på sygedagpenge. Dansk Socialrådgiverforening anbefaler \
                 følgende sagstal:\n- Sygedagpenge: 35-50 sager pr. rådgiver",
                vec!["2022 sygedagpenge 52", "2022 Sygedagpenge 35", "2022 Sygedagpenge 50"],
            ),
            (
                "Hver rådgiver har i snit:\n\nUdsatte børn: 32 sager\nSygedagpenge: 60 sager\n\nDS' tal er til sammenligning:\n\n\
                 Udsatte børn: 20-30 sager\nSygedagpenge: 35-50 sager",
                vec![
                    "2022 Udsatte børn 32",
                    "2022 Sygedagpenge 60",
                    "2022 Udsatte børn 20",
                    "2022 Udsatte børn 30",
                    "2022 Sygedagpenge 35",
                    "2022 Sygedagpenge 50",
                ],
            ),
            (
                "Sagstallet er opgjort den 1. marts 2022. I parentes er tallet fra 1. marts 2021.\n\nModtagelsen: 18 sager pr. \
                 rådgiver (21)\nUngerådgivningen: 23 sager pr. rådgiver (25)",
                vec![
                    "2022 Modtagelsen 18",
                    "2021 Modtagelsen 21",
                    "2022 Ungerådgivningen 23",
                    "2021 Ungerådgivningen 25",
                ],
            ),
            ("DS anbefaler: 25 sager pr. rådgiver\nI Greve: 30 sager pr. rådgiver", vec!["2022 Alle 30"]),
            ("Scenarie A: 25 sager pr. rådgiver\nScenarie B: 30 sager pr. rådgiver", vec![]),
            ("Forventet sagstal\nUngegruppen: 25 sager pr. rådgiver\nBørnegruppen: 30 sager pr. rådgiver", vec![]),
            ("Mål: 25 sager pr. rådgiver\nLoft: 30 sager pr. rådgiver", vec![]),
            ("Sagstallet er opgjort pr. rådgiver.\n\nOverholdt: 87 pct.\nSygefravær: 12 dage", vec![]),
        ] {
            let page = format!("Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nSagstal\n{text}\n");
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let show = |f: &crate::model::figure::Figure| {
                let doubt = if f.is_certain() { "" } else { "?" };
                format!("{} {} {}{doubt}", f.period.map_or("-".to_owned(), |p| p.to_string()), f.scope, f.value)
            };
            let found = figures.iter().filter(|f| f.topic == crate::model::figure::Topic::Caseload);
            assert_eq!(found.map(show).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
