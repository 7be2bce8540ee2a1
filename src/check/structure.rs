//! R14: the table of contents against the headings, dates against weekdays, one name with two party letters.
//!
//! A contents line is paired with the heading that shares most of its words; only a difference in numbers that both
//! of them give is told, and the number of the item itself is none of them.

use super::context::{Context, Notes, Say};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::text::lower::aligned;
use crate::text::token::{Kind, tokens};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    contents(cx, report);
    weekday(cx, report);
    party_letters(cx, report);
}

/// A title without the number that it has in the agenda: "3. Klager", "2.1 Klager", "Punkt 4: Klager". One side may
/// print it where the other does not; a year at the beginning stays.
fn unnumbered(title: &str) -> &str {
    let title = title.trim_start();
    let lower = aligned(title);
    let named = ["punkt", "pkt", "sag", "nr", "bilag", "kapitel", "afsnit"]
        .iter()
        .find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(['.', ' ', '\u{a0}'])));
    let from = named.map_or(0, |word| word.len());
    let rest = title[from..].trim_start_matches(['.', ' ', '\u{a0}']);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = rest[digits..].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | ')' | '-'));
    let number = (1..=3).contains(&digits) && after.starts_with(char::is_whitespace);
    if number { after.trim_start() } else { title }
}

/// The words of a title longer than three letters, and its numbers.
fn parts(title: &str) -> (BTreeSet<String>, Vec<String>) {
    let title = unnumbered(title);
    let lower = aligned(title);
    let (mut words, mut numbers) = (BTreeSet::new(), Vec::new());
    for token in tokens(title, &lower, Span::new(0..title.len())) {
        match token.kind {
            Kind::Word if token.lower.chars().count() > 3 => {
                words.insert(token.lower.to_string());
            }
            Kind::Number { .. } => numbers.push(token.lower.to_string()),
            _ => {}
        }
    }
    (words, numbers)
}

/// "Titel ..... 7": a line of the contents, without its leader and page.
fn contents_line(line: &str) -> Option<&str> {
    let title = line.trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let leader = title.len() - title.trim_end_matches(['.', '…', '\t', ' ']).len();
    (leader >= 3 && title.ends_with(['.', '…'])).then(|| title.trim_end_matches(['.', '…', '\t', ' ']))
}

fn contents(cx: &Context<'_>, report: &mut Report) {
    let headings: Vec<_> = cx.extraction.meeting.items.iter().map(|item| (item, parts(&item.title))).collect();
    let first = headings.iter().map(|(item, _)| item.span.start).min().unwrap_or(0);
    for line in 1..=cx.document.line_of(first) {
        let span = cx.document.line_span(line);
        let Some(title) = contents_line(cx.document.slice(span)) else { continue };
        let (words, numbers) = parts(title);
        let shared = |other: &BTreeSet<String>| words.intersection(other).count();
        let best = headings.iter().max_by_key(|(_, (other, _))| shared(other));
        let Some((item, (other, printed))) =
            best.filter(|(_, (other, _))| !words.is_empty() && shared(other) * 5 >= words.len() * 4)
        else {
            continue;
        };
        if numbers == *printed || numbers.is_empty() || printed.is_empty() || other.len() > words.len() * 2 {
            continue;
        }
        report.find(Say {
            rule: Rule::R14,
            severity: Severity::C,
            span,
            related: vec![item.title_span],
            stated: title.to_owned(),
            recomputed: printed.join(", "),
            key: "check-contents",
            values: vec![("contents_year", numbers.join(", ")), ("heading_year", printed.join(", "))],
        });
    }
}

const WEEKDAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

/// "Onsdag d. 08. maj 2019": is the meeting's date that day of the week?
fn weekday(cx: &Context<'_>, report: &mut Report) {
    let Some(date) = cx.extraction.meeting.date else { return };
    let day = WEEKDAYS[date.weekday().to_monday_zero_offset().unsigned_abs() as usize];
    let year = date.year().to_string();
    for line in 1..=cx.document.line_count().min(40) {
        let span = cx.document.line_span(line);
        let text = cx.document.slice(span).to_lowercase();
        let Some(said) = WEEKDAYS.iter().find(|name| text.contains(**name)).filter(|_| text.contains(&year)) else {
            continue;
        };
        let values = vec![("said", (*said).to_owned()), ("day", day.to_owned()), ("date", date.to_string())];
        if *said == day {
            report.pass(Rule::R14, span, "check-weekday-passed", values);
        } else {
            report.find(Say {
                rule: Rule::R14,
                severity: Severity::C,
                span,
                related: Vec::new(),
                stated: (*said).to_owned(),
                recomputed: day.to_owned(),
                key: "check-weekday",
                values,
            });
        }
        return;
    }
}

/// "Navn Navnesen (V)" in one place, "(A)" in another.
fn party_letters(cx: &Context<'_>, report: &mut Report) {
    let mut seen: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for sentence in &cx.sentences {
        for window in sentence.tokens.windows(5) {
            let [first, last, open, letter, close] = window else { continue };
            if !(open.is_symbol('(') && close.is_symbol(')')) {
                continue;
            }
            let word = |at: usize| cx.document.slice(window[at].span);
            let named = first.word().is_some()
                && last.word().is_some()
                && [0, 1].iter().all(|at| word(*at).starts_with(char::is_uppercase) && word(*at).chars().count() > 1);
            let party = word(3).to_owned();
            let one = letter.word().is_some() && party.chars().count() == 1 && party.starts_with(char::is_uppercase);
            if !(named && one) {
                continue;
            }
            let name = format!("{} {}", word(0), word(1));
            let span = first.span.cover(close.span);
            let (before, at) = seen.entry(name.clone()).or_insert_with(|| (party.clone(), span)).clone();
            if before != party {
                report.find(Say {
                    rule: Rule::R14,
                    severity: Severity::C,
                    span,
                    related: vec![at],
                    stated: cx.text(span),
                    recomputed: cx.text(at),
                    key: "check-party-letter",
                    values: vec![("name", name.clone()), ("here", party.clone()), ("there", before)],
                });
                // Told once a name.
                seen.insert(name, (party, span));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::{Case, in_text, item};
    use jiff::civil::date;

    #[test]
    fn contents_lines_are_told_from_other_lines() {
        for (line, title) in [
            ("Drøftelse - Kort over klager i 2022.....10", Some("Drøftelse - Kort over klager i 2022")),
            ("Eventuelt ........ 3", Some("Eventuelt")),
            ("Der var 10", None),
            ("Mødet sluttede.", None),
        ] {
            assert_eq!(contents_line(line), title, "{line}");
        }
    }

    #[test]
    fn only_numbers_that_both_titles_give_are_compared() {
        for (line, title, found) in [
            ("1. Forord og indledning", "Forord og indledning", 0),
            ("2. Klager i 2022", "Klager i 2022", 0),
            ("Punkt 2: Klager i 2022", "2.1 Klager i 2022", 0),
            ("12.3 Klager i 2022", "Klager", 0),
            ("Klager i 2022", "3) Klager i 2021", 1),
            ("2022 i klager", "2021 i klager", 1),
        ] {
            let text = format!("{line} ........ 4\n{title}\nTekst.");
            let mut case = Case::new(&text);
            let start = text.find('\n').unwrap() + 1;
            case.extraction.meeting.items.push(item(title, Span::new(start..text.len())));
            assert_eq!(case.findings(Rule::R14).len(), found, "{line} / {title}");
        }
    }

    #[test]
    fn weekdays_are_counted() {
        let mut case = Case::new("Mødedato Torsdag d. 08. maj 2019");
        case.extraction.meeting.date = Some(date(2019, 5, 8));
        assert_eq!(case.findings(Rule::R14), [(1, "check-weekday", "onsdag".to_owned())]);
        let mut right = Case::new("Mødedato Onsdag d. 08. maj 2019");
        right.extraction.meeting.date = Some(date(2019, 5, 8));
        assert_eq!(right.passed(Rule::R14), 1);
    }

    #[test]
    fn one_name_with_two_letters() {
        let text = "Afbud:\nAne Holm (V)\nAfbud:\nAne Holm (A)\nBo Lund (A)";
        assert_eq!(in_text(text, Rule::R14), [(4, "check-party-letter", "Ane Holm (V)".to_owned())]);
    }
}
