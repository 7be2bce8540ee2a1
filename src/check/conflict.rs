//! R9: two values for one thing, in two places of a document or in two documents.
//!
//! Two printed values agree when some real value rounds to both (each read with its hedge). Only the first
//! disagreement of a kind is told. A document's figure may also have been revised: that is said, not judged.

use super::context::{Context, Notes, Say, Sentence, number, passage, printed, short, value_span};
use super::quantity::Unit;
use crate::model::figure::{Figure, Measure, Place, Topic};
use crate::model::finding::{Finding, Message, Report, Rule, Severity};
use crate::model::period::Period;
use crate::model::reading::{DocumentId, Reading};
use crate::model::source::Span;
use crate::text::lower::aligned;
use crate::text::token::tokens;
use std::collections::BTreeMap;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for topic in [Topic::Appeals, Topic::Caseload] {
        for (figure, key) in cx.stated(&topic).filter(|(f, _)| f.is_certain() && !f.scope.is_empty()) {
            let Some(earlier) = cx.figure(&topic, key, &figure.measure) else { continue };
            if std::ptr::eq(earlier, figure) {
                continue;
            }
            // Nobody writes two values for one thing in one breath: there the two are of two things.
            let paragraph = |f: &Figure| cx.sentence_at(value_span(f)).map(|at| cx.sentences[at].paragraph);
            let together = paragraph(figure).is_some() && paragraph(figure) == paragraph(earlier);
            if together || agree(earlier, figure) {
                continue;
            }
            report.find(Say {
                rule: Rule::R9,
                severity: Severity::B,
                span: passage(figure),
                related: vec![passage(earlier)],
                stated: cx.text(value_span(figure)),
                recomputed: cx.text(value_span(earlier)),
                key: "check-conflict",
                values: values(figure, earlier),
            });
        }
    }
    projects(cx, report);
}

fn values(figure: &Figure, other: &Figure) -> Vec<(&'static str, String)> {
    vec![
        ("place", figure.place.as_ref().map_or_else(String::new, ToString::to_string)),
        ("scope", figure.scope.clone()),
        ("year", figure.period.map_or_else(String::new, |p| p.to_string())),
        ("stated", number(figure.value, figure.decimals.into())),
        ("other", number(other.value, other.decimals.into())),
    ]
}

/// Can one real value be printed as both: the ranges that they stand for meet, truncation forgiven.
fn agree(a: &Figure, b: &Figure) -> bool {
    let (a, b) = (printed(a), printed(b));
    let wide = |p: crate::stats::rounding::Printed| {
        let (low, high) = p.implied();
        let slack = if p.decimals > 0 { p.step() / 2.0 } else { 0.0 };
        (low - slack, high + slack)
    };
    let ((la, ha), (lb, hb)) = (wide(a), wide(b));
    let counts =
        a.decimals == 0 && b.decimals == 0 && a.near == b.near && a.near == crate::stats::rounding::Near::Plain;
    if counts { a.value == b.value } else { la <= hb && lb <= ha }
}

/// One subject of several documents: what is compared between them.
type Subject<'a> = (&'a Topic, &'a Place, Period, &'a str, &'a Measure);

/// Figures of different documents about the same place, period, scope and measure that cannot both be right. The
/// finding stands in the later document and names the first one that says otherwise.
#[must_use]
pub fn across(readings: &[(DocumentId, &Reading)]) -> Vec<(DocumentId, Finding)> {
    let mut first: BTreeMap<Subject<'_>, (DocumentId, &str, &Figure)> = BTreeMap::new();
    let mut found = Vec::new();
    for (id, reading) in readings {
        let name = reading.document.name.as_str();
        for figure in reading.extraction.figures.iter().filter(|f| f.is_certain() && f.source().is_some()) {
            let (Some(place), Some(period)) = (&figure.place, figure.period) else { continue };
            if !matches!(figure.topic, Topic::Appeals | Topic::Caseload) {
                continue;
            }
            let subject = (&figure.topic, place, period, figure.scope.as_str(), &figure.measure);
            let (other_id, other_name, other) = *first.entry(subject).or_insert((*id, name, figure));
            if other_id == *id || agree(other, figure) {
                continue;
            }
            let mut values = values(figure, other);
            values.push(("document", other_name.to_owned()));
            found.push((
                *id,
                Finding {
                    rule: Rule::R9,
                    severity: Severity::B,
                    span: passage(figure),
                    related: Vec::new(),
                    stated: reading.document.one_line(value_span(figure)),
                    recomputed: number(other.value, other.decimals.into()),
                    message: Message { key: "check-conflict-documents", values },
                },
            ));
        }
    }
    found
}

/// A project with an item of its own whose result another item gives otherwise.
fn projects(cx: &Context<'_>, report: &mut Report) {
    for item in &cx.extraction.meeting.items {
        let Some(name) = project_name(&item.title) else { continue };
        let own: Vec<&Sentence<'_>> = cx.sentences_in(item.span).iter().collect();
        let Some((target, reached)) = outcome(&own) else { continue };
        for paragraph in cx.paragraphs.iter().filter(|p| !item.span.overlaps(p.span)) {
            let sentences: Vec<&Sentence<'_>> = cx.sentences[paragraph.sentences.clone()].iter().collect();
            if !sentences.iter().any(|s| names(s, &name)) {
                continue;
            }
            let Some((other_target, other)) = outcome(&sentences) else { continue };
            if other_target.value != target.value || other.value == reached.value {
                continue;
            }
            report.find(Say {
                rule: Rule::R9,
                severity: Severity::A,
                span: other.sentence,
                related: vec![reached.sentence],
                stated: cx.text(other.span),
                recomputed: cx.text(reached.span),
                key: "check-project",
                values: vec![
                    ("stated", short(other.value)),
                    ("other", short(reached.value)),
                    ("target", short(target.value)),
                ],
            });
        }
    }
}

/// The words of a title that name a project: what stands after the kind of item, at least three words.
fn project_name(title: &str) -> Option<Vec<String>> {
    const COMMON: [&str; 12] = [
        "orientering",
        "beslutning",
        "drøftelse",
        "om",
        "projekt",
        "projektet",
        "status",
        "på",
        "vedr",
        "vedrørende",
        "evaluering",
        "af",
    ];
    let lower = aligned(title);
    let words = tokens(title, &lower, Span::new(0..title.len()));
    let words: Vec<String> = words.iter().filter(|t| !t.is_symbol('-')).map(|t| t.lower.to_string()).collect();
    let from = words.iter().position(|word| !COMMON.contains(&word.as_str()) && word != ":")?;
    let name = words.get(from..)?.to_vec();
    (name.len() >= 3 && name.len() <= 6).then_some(name)
}

fn names(sentence: &Sentence<'_>, name: &[String]) -> bool {
    sentence.tokens.windows(name.len()).any(|window| window.iter().zip(name).all(|(t, word)| t.lower == *word))
}

struct Percent {
    value: f64,
    span: Span,
    sentence: Span,
}

/// The percentage that was to be reached and the one that was.
fn outcome(sentences: &[&Sentence<'_>]) -> Option<(Percent, Percent)> {
    let percent = |sentence: &Sentence<'_>, after: usize| {
        let found = sentence.of(Unit::Percent).find(|q| q.token > after)?;
        Some(Percent { value: found.value(), span: found.whole, sentence: sentence.span })
    };
    let target = sentences.iter().enumerate().find_map(|(i, s)| {
        let word = s.find(&["målet", "målsætningen", "minimum", "mindst"])?;
        Some((i, percent(s, word)?))
    });
    let (at, target) = target?;
    let reached = sentences[at..].iter().find_map(|s| {
        let verb = s.find(&["nåede", "opnåede", "opnået", "resultatet", "resultater"])?;
        percent(s, verb)
    })?;
    Some((target, reached))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing::Case;
    use crate::model::meeting::{Item, ItemKind};

    #[test]
    fn two_values_for_one_thing() {
        for (first, second, findings) in [("35", "35,2", 0), ("35", "37", 1), ("35,4", "35,3", 0), ("35", "35", 0)] {
            let text = format!("Omgørelsesprocenten er {first} %.\nOmgørelsesprocenten er {second} %.");
            let case = Case::new(&text).own("2018", "Alle", "reversal_rate", first).own(
                "2018",
                "Alle",
                "reversal_rate",
                second,
            );
            assert_eq!(case.findings(Rule::R9).len(), findings, "{first} {second}");
        }
    }

    #[test]
    fn documents_are_compared() {
        let reading = |rate: &str| {
            let text = format!("Omgørelsesprocenten er {rate} %.");
            let case = Case::new(&text).own("2018", "Alle", "reversal_rate", rate);
            Reading { report: case.report(), document: case.document.into(), extraction: case.extraction }
        };
        let (a, b, c) = (reading("35"), reading("35,3"), reading("41"));
        let found = across(&[(DocumentId(0), &a), (DocumentId(1), &b), (DocumentId(2), &c)]);
        let found: Vec<_> = found.iter().map(|(id, f)| (id.0, f.message.key, f.recomputed.as_str())).collect();
        assert_eq!(found, [(2, "check-conflict-documents", "35")]);
    }

    #[test]
    fn a_project_with_two_results() {
        let case = |result: &str| {
            let text = format!(
                "Målet for Broer til job er, at 20% af gruppen får job. Indtil videre er resultatet {result}%.\n\
                 Projektet skulle nå minimum 20 procent. Vi nåede 22 procent i marts."
            );
            let mut case = Case::new(&text);
            let start = text.find('\n').unwrap() + 1;
            case.extraction.meeting.items.push(Item {
                number: None,
                title: "Orientering - Projekt Broer til job".to_owned(),
                case: None,
                kind: ItemKind::Information,
                sections: Vec::new(),
                decisions: Vec::new(),
                attachments: Vec::new(),
                references: Vec::new(),
                closed: false,
                competence: Default::default(),
                title_span: Span::new(start..start),
                span: Span::new(start..text.len()),
            });
            case
        };
        assert_eq!(case("17").findings(Rule::R9), [(1, "check-project", "22 procent".to_owned())]);
        assert_eq!(case("22").findings(Rule::R9), []);
    }
}
