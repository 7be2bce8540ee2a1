//! The sentences of a theme: claims against numbers, decisions, what is missing, and neutral questions.

use super::Sentence;
use super::material::{Part, Subject, place};
use crate::export::unnamed::without_names;
use crate::lang::{Lang, message};
use crate::model::figure::GapKind;
use crate::model::finding::{Finding, Rule, Severity};
use crate::model::meeting::{DocumentKind, Item, Meeting};

/// The most characters of a quote; the whole stands in the minutes.
const MOST: usize = 170;

/// What the papers claim against what their numbers show, the gravest first.
#[must_use]
pub fn claims(subject: &Subject<'_>, lang: Lang) -> Vec<Sentence> {
    let told = told(subject).map(|(part, finding)| Sentence {
        text: message::sentence(&finding.message, lang),
        source: place(lang, part.reading, finding.span),
    });
    once(told)
}

/// The findings that a note tells: what changes a conclusion or a number, not what is missing or misspelt.
fn told<'s>(subject: &'s Subject<'_>) -> impl Iterator<Item = (&'s Part<'s>, &'s Finding)> {
    let mut all: Vec<(&Part<'_>, &Finding)> =
        subject.documents.iter().flat_map(|part| part.findings.iter().map(move |finding| (part, *finding))).collect();
    all.retain(|(_, finding)| {
        finding.severity != Severity::C && !matches!(finding.rule, Rule::R12 | Rule::R13 | Rule::R14)
    });
    // Stable: within a severity the documents take turns, so that none is left out.
    let mut turns = std::collections::BTreeMap::new();
    let mut ranked: Vec<_> = all
        .into_iter()
        .map(|(part, finding)| {
            let turn = turns.entry((part.id, finding.severity)).or_insert(0);
            *turn += 1;
            ((finding.severity, *turn), (part, finding))
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, told)| told)
}

/// Each text once, with the first of its sources.
fn once(sentences: impl Iterator<Item = Sentence>) -> Vec<Sentence> {
    let mut kept: Vec<Sentence> = Vec::new();
    for sentence in sentences {
        if kept.iter().all(|other| other.text != sentence.text) {
            kept.push(sentence);
        }
    }
    kept
}

/// What was decided on the items that hold the theme's figures.
#[must_use]
pub fn decisions(subject: &Subject<'_>, lang: Lang) -> Vec<Sentence> {
    // The documents take turns, so that none is left out where there is little room.
    let mut told = Vec::new();
    for part in &subject.documents {
        let meeting = &part.reading.extraction.meeting;
        let items = part.items.iter().filter_map(|&item| meeting.items.get(item));
        told.extend(items.flat_map(|item| of_item(part, meeting, item, lang)).enumerate());
    }
    told.sort_by_key(|(turn, _)| *turn);
    told.into_iter().map(|(_, sentence)| sentence).collect()
}

fn of_item(part: &Part<'_>, meeting: &Meeting, item: &Item, lang: Lang) -> Vec<Sentence> {
    let title = shorten(&without_names(&item.title, meeting, &lang.text("export-name")), 90);
    let undecided = |key: &str| Sentence {
        text: lang.text_with(key, &[("title", title.clone().into())]),
        source: place(lang, part.reading, item.title_span),
    };
    if item.closed {
        return vec![undecided("note-closed")];
    }
    if item.decisions.is_empty() {
        let agenda = meeting.kind == DocumentKind::Agenda;
        return vec![undecided(if agenda { "note-pending" } else { "note-undecided" })];
    }
    let told = item.decisions.iter().filter(|decision| !decision.text.trim().is_empty()).map(|decision| {
        let body = decision.body.clone().or_else(|| meeting.committee.clone()).unwrap_or_default();
        let values = [
            ("title", title.clone().into()),
            ("body", body.clone().into()),
            ("decision", shorten(&unnamed(&decision.text, meeting), MOST).into()),
        ];
        let key = if body.is_empty() { "note-decided" } else { "note-decided-by" };
        Sentence { text: lang.text_with(key, &values), source: place(lang, part.reading, decision.span) }
    });
    told.collect()
}

/// A decision's words up to the first sentence that names one of those who were there or absent.
fn unnamed(text: &str, meeting: &Meeting) -> String {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let people = meeting.present.iter().chain(&meeting.absent);
    // A first name may be any word; the last name is what tells a person.
    let last = people.filter_map(|name| {
        let plain = name.split('(').next().unwrap_or(name);
        plain.split_whitespace().last().filter(|word| word.chars().count() > 2)
    });
    let named: Vec<&str> = last.collect();
    let mut kept = Vec::new();
    for sentence in flat.split_inclusive(". ") {
        let words = sentence.split(|c: char| !c.is_alphanumeric());
        if words.into_iter().any(|word| named.contains(&word)) {
            break;
        }
        kept.push(sentence.trim());
    }
    if kept.is_empty() { "\u{2026}".to_owned() } else { kept.join(" ") }
}

/// What is missing: figures lost or not compiled, yardsticks without a date, neighbours without numbers.
#[must_use]
pub fn missing(subject: &Subject<'_>, lang: Lang) -> Vec<Sentence> {
    let mut told = Vec::new();
    for part in &subject.documents {
        for finding in part.findings.iter().filter(|finding| matches!(finding.rule, Rule::R12 | Rule::R13)) {
            told.push(Sentence {
                text: message::sentence(&finding.message, lang),
                source: place(lang, part.reading, finding.span),
            });
        }
        for (kind, key) in [
            (GapKind::NotCompiled, "note-gap-not-compiled"),
            (GapKind::Suppressed, "note-gap-suppressed"),
            (GapKind::Blank, "note-gap-blank"),
        ] {
            let gaps = part.reading.extraction.gaps.iter();
            let gaps: Vec<_> = gaps.filter(|gap| gap.kind == kind && gap.topic == subject.topic).collect();
            if let Some(first) = gaps.first() {
                told.push(Sentence {
                    text: lang.text_with(key, &[("n", gaps.len().into())]),
                    source: place(lang, part.reading, first.source.passage),
                });
            }
        }
        let doubtful = part.reading.extraction.figures.iter().filter(|figure| figure.topic == subject.topic);
        let doubtful: Vec<_> = doubtful.filter(|figure| !figure.is_certain()).collect();
        if let Some(source) = doubtful.first().and_then(|figure| figure.source()) {
            told.push(Sentence {
                text: lang.text_with("note-uncertain", &[("n", doubtful.len().into())]),
                source: place(lang, part.reading, source.value),
            });
        }
    }
    once(told.into_iter())
}

/// Neutral questions, one a finding.
#[must_use]
pub fn questions(subject: &Subject<'_>, lang: Lang) -> Vec<Sentence> {
    let asked = told(subject).filter_map(|(part, finding)| {
        let key = question(finding)?;
        let values = [
            ("stated", shorten(&message::numbers(&finding.stated, lang), 70).into()),
            ("recomputed", message::numbers(&finding.recomputed, lang).into()),
        ];
        let quote = part.reading.document.one_line(finding.span);
        let quote = without_names(&quote, &part.reading.extraction.meeting, &lang.text("export-name"));
        // The question goes on behind it.
        let quote = shorten(quote.trim_end_matches('.'), 90);
        let values = [values[0].clone(), values[1].clone(), ("quote", quote.into())];
        Some(Sentence { text: lang.text_with(key, &values), source: place(lang, part.reading, finding.span) })
    });
    once(asked)
}

/// The template of a finding's question; `None` where there is nothing to ask.
fn question(finding: &Finding) -> Option<&'static str> {
    let (stated, recomputed) = (!finding.stated.is_empty(), !finding.recomputed.is_empty());
    Some(match finding.rule {
        Rule::R1 | Rule::R3 | Rule::R4 if stated && recomputed => "note-ask-numbers",
        Rule::R2 if stated && recomputed => "note-ask-base",
        Rule::R2 => "note-ask-base-open",
        Rule::R5 => "note-ask-scope",
        Rule::R6 => "note-ask-unit",
        Rule::R7 if recomputed => "note-ask-total",
        Rule::R8 if recomputed => "note-ask-target",
        Rule::R9 => "note-ask-two",
        Rule::R10 if recomputed => "note-ask-claim",
        Rule::R10 => "note-ask-claim-open",
        Rule::R11 if recomputed => "note-ask-chance",
        _ => return None,
    })
}

/// A text of at most so many characters, on one line.
fn shorten(text: &str, most: usize) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}\u{2026}", cut[..end].trim_end_matches([',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_named() {
        let meeting = Meeting {
            present: vec!["Anna Birk (A)".to_owned(), "Bo".to_owned()],
            absent: vec!["Carl Dam Ø".to_owned()],
            ..Meeting::default()
        };
        for (text, kept) in [
            ("Taget til efterretning. Fraværende: Anna Birk.", "Taget til efterretning."),
            ("Birk stemte imod. Godkendt.", "\u{2026}"),
            ("Godkendt.\nDrøftet", "Godkendt. Drøftet"),
        ] {
            assert_eq!(unnamed(text, &meeting), kept);
        }
    }

    #[test]
    fn quotes_end_at_a_word() {
        assert_eq!(shorten("en to tre fire", 9), "en to\u{2026}");
        assert_eq!(shorten("en\n to", 9), "en to");
    }
}
