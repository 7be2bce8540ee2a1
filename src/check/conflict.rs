//! R9: two values for one thing, in two places of a document or in two documents.
//!
//! Two printed values agree when some real value rounds to both (each read with its hedge). One conflict is told once:
//! all measures of one place, period and scope that differ, and in several documents all that say otherwise than the
//! fewest. A document's figure may also have been revised: that is said, not judged.

use super::aside::set_aside;
use super::context::{Context, Key, Notes, Say, Sentence, number, passage, printed, short, value_span};
use super::counts::Counts;
use super::quantity::Unit;
use crate::model::figure::{Figure, Measure, Place, Topic};
use crate::model::finding::{Finding, Message, Report, Rule, Severity};
use crate::model::period::Period;
use crate::model::reading::{DocumentId, Reading};
use crate::model::source::{Document, Span};
use crate::text::lower::aligned;
use crate::text::token::tokens;
use std::collections::BTreeMap;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for topic in [Topic::Appeals, Topic::Caseload] {
        let mut found: Vec<(Key<'_>, Vec<(&Figure, &Figure)>)> = Vec::new();
        for (figure, key) in cx.stated(&topic).filter(|(f, _)| f.is_certain() && !f.scope.is_empty()) {
            let Some(earlier) = cx.figure(&topic, key, &figure.measure) else { continue };
            if std::ptr::eq(earlier, figure) {
                continue;
            }
            // Nobody writes two values for one thing in one breath: there the two are of two things.
            let paragraph = |f: &Figure| cx.sentence_at(value_span(f)).map(|at| cx.sentences[at].paragraph);
            let together = paragraph(figure).is_some() && paragraph(figure) == paragraph(earlier);
            // Nor do two rows of one table say one thing: the scope of one of them is not known.
            let table = |f: &Figure| cx.document.tables.iter().position(|t| t.span.contains(value_span(f)));
            let rows = table(figure).is_some() && table(figure) == table(earlier);
            if together || rows || agree(earlier, figure) || of_two_things(cx, key, earlier, figure) {
                continue;
            }
            match found.iter_mut().find(|(of, _)| *of == key) {
                Some((_, pairs)) => pairs.push((figure, earlier)),
                None => found.push((key, vec![(figure, earlier)])),
            }
        }
        for (_, pairs) in &found {
            let [(figure, earlier), more @ ..] = pairs.as_slice() else { continue };
            let more: Vec<&Figure> = more.iter().map(|(figure, _)| *figure).collect();
            let mut values = values(figure, &more);
            values.push(("other", number(earlier.value, earlier.decimals.into())));
            values.push(("at", place(cx.document, value_span(earlier))));
            let mut related: Vec<Span> = pairs.iter().map(|(_, earlier)| passage(earlier)).collect();
            related.dedup();
            report.find(Say {
                rule: Rule::R9,
                severity: Severity::B,
                span: passage(figure),
                related,
                stated: cx.text(value_span(figure)),
                recomputed: cx.text(value_span(earlier)),
                key: if more.is_empty() { "check-conflict" } else { "check-conflict-more" },
                values,
            });
        }
    }
    projects(cx, report);
}

/// Are two values of one name of two things: one of them is of several places or of all cases, or they are one total with
/// and without its dismissed cases.
fn of_two_things(cx: &Context<'_>, key: Key<'_>, a: &Figure, b: &Figure) -> bool {
    if set_aside(cx, a) || set_aside(cx, b) {
        return true;
    }
    let known = Counts::of(cx, key).known;
    let merits = [a, b].iter().any(|f| known.considered.map(f64::from) == Some(f.value));
    let dismissed = known.dismissed.map(f64::from) == Some((a.value - b.value).abs());
    a.measure == Measure::Decided && (merits || dismissed)
}

/// What a conflict is about, and the measures that differ besides the first.
fn values(figure: &Figure, more: &[&Figure]) -> Vec<(&'static str, String)> {
    let mut measures: Vec<&str> = more.iter().map(|f| f.measure.key()).filter(|m| *m != figure.measure.key()).collect();
    measures.dedup();
    vec![
        ("place", figure.place.as_ref().map_or_else(String::new, ToString::to_string)),
        ("area", area(figure)),
        ("year", figure.period.map_or_else(String::new, |p| p.to_string())),
        ("measure", figure.measure.key().to_owned()),
        ("measures", measures.join(", ")),
        ("stated", number(figure.value, figure.decimals.into())),
        ("unit_name", figure.unit.key().to_owned()),
    ]
}

/// The scope; "Alle" says something else of decisions than of groups and of people.
fn area(figure: &Figure) -> String {
    match (&figure.topic, figure.scope.as_str()) {
        (Topic::Caseload, "Alle") => "all groups".to_owned(),
        (Topic::Appeals, _) => figure.scope.clone(),
        (_, "Alle") => "all".to_owned(),
        _ => figure.scope.clone(),
    }
}

/// The page, or the line where the document has no pages.
fn place(document: &Document, span: Span) -> String {
    let line = || format!("line {}", document.line_of(span.start));
    document.page_of(span.start).map_or_else(line, |page| format!("page {page}"))
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

/// What one document says of a subject.
type Said<'a> = (DocumentId, &'a Reading, &'a Figure);

/// Figures of different documents about the same place, period, scope and measure that cannot both be right. The
/// finding stands in the document whose value the fewest give, the later of two, and names those that say otherwise.
#[must_use]
pub fn across(readings: &[(DocumentId, &Reading)]) -> Vec<(DocumentId, Finding)> {
    let mut subjects: BTreeMap<Subject<'_>, Vec<Said<'_>>> = BTreeMap::new();
    for (id, reading) in readings {
        for figure in reading.extraction.figures.iter().filter(|f| f.is_certain() && f.source().is_some()) {
            let (Some(place), Some(period)) = (&figure.place, figure.period) else { continue };
            if !matches!(figure.topic, Topic::Appeals | Topic::Caseload) {
                continue;
            }
            let subject = (&figure.topic, place, period, figure.scope.as_str(), &figure.measure);
            let said = subjects.entry(subject).or_default();
            // A document that contradicts itself is told so by itself.
            if said.last().is_none_or(|(before, _, _)| before != id) {
                said.push((*id, reading, figure));
            }
        }
    }
    let mut conflicts: Vec<(Said<'_>, Vec<Said<'_>>, Vec<&Figure>)> = Vec::new();
    for said in subjects.values() {
        let Some((odd, others)) = odd_one(said) else { continue };
        let about = |f: &'_ Figure| (f.topic.clone(), f.place.clone(), f.period, f.scope.clone());
        let same = |(first, of, _): &&mut (Said<'_>, Vec<Said<'_>>, Vec<&Figure>)| {
            first.0 == odd.0 && about(first.2) == about(odd.2) && of.iter().map(|s| s.0).eq(others.iter().map(|s| s.0))
        };
        // Several measures of one thing are one conflict.
        match conflicts.iter_mut().find(same) {
            Some((_, _, more)) => more.push(odd.2),
            None => conflicts.push((odd, others, Vec::new())),
        }
    }
    let mut found: Vec<(DocumentId, Finding)> = conflicts.iter().map(told).collect();
    found.sort_by_key(|(id, finding)| (*id, finding.span));
    found
}

fn told(((id, reading, figure), others, more): &(Said<'_>, Vec<Said<'_>>, Vec<&Figure>)) -> (DocumentId, Finding) {
    let sources: Vec<String> = others.iter().map(|(_, reading, other)| source(reading, other)).collect();
    let mut values = values(figure, more);
    values.push(("sources", sources.join("\n")));
    let finding = Finding {
        rule: Rule::R9,
        severity: Severity::B,
        span: passage(figure),
        related: Vec::new(),
        stated: reading.document.one_line(value_span(figure)),
        recomputed: others.first().map_or_else(String::new, |(_, _, f)| number(f.value, f.decimals.into())),
        message: Message {
            key: if more.is_empty() { "check-conflict-documents" } else { "check-conflict-documents-more" },
            values,
        },
    };
    (*id, finding)
}

fn source(reading: &Reading, figure: &Figure) -> String {
    let value = number(figure.value, figure.decimals.into());
    let at = place(&reading.document, value_span(figure));
    let name = reading.document.name.replace(['\t', '\n'], " ");
    format!("{value}\t{}\t{name}\t{at}", figure.unit.key())
}

/// The document that agrees with the fewest others, of as many the later, and those that it disagrees with.
fn odd_one<'a>(said: &[Said<'a>]) -> Option<(Said<'a>, Vec<Said<'a>>)> {
    let differs = |a: &Said<'a>| said.iter().filter(|b| !agree(a.2, b.2)).copied().collect::<Vec<_>>();
    let odd = said.iter().max_by_key(|a| differs(a).len())?;
    let others = differs(odd);
    (!others.is_empty()).then_some((*odd, others))
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
    use crate::check::testing::{Case, item};

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
    fn one_total_with_and_without_its_dismissed_cases_is_no_conflict() {
        for (second, dismissed, findings) in [("47", "5", 0), ("47", "4", 1)] {
            let text = format!("Afgjort 52, afvist {dismissed}.\nDer er afgjort {second} sager.");
            let case = Case::new(&text)
                .own("2018", "SEL", "decided", "52")
                .own("2018", "SEL", "dismissed", dismissed)
                .own("2018", "SEL", "decided", second);
            assert_eq!(case.findings(Rule::R9).len(), findings, "{text}");
        }
    }

    #[test]
    fn what_speaks_of_several_or_of_a_target_is_no_conflict() {
        for (said, findings) in [
            ("Omgørelsesprocenten er 39.", 1),
            ("På begge områder er omgørelsesprocenten 39.", 0),
            ("Omgørelsesprocenten er over målet på 39.", 0),
            ("Stigningen i omgørelsesprocenten er på 39.", 0),
            ("Omgørelsesprocent (højst) 39.", 0),
        ] {
            let text = format!("Omgørelsesprocenten er 35.\n{said}");
            let case =
                Case::new(&text).own("2018", "SEL", "reversal_rate", "35").own("2018", "SEL", "reversal_rate", "39");
            assert_eq!(case.findings(Rule::R9).len(), findings, "{text}");
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
    fn one_conflict_is_told_once() {
        let text = |upheld: &str| format!("Stadfæstet {upheld}, hjemvist 4, omgørelsesprocent 28 %.");
        let twice = format!("{}\n{}", text("12"), text("11").replace("hjemvist 4", "hjemvist 5"));
        let own = |case: Case, upheld: &str, remanded: &str| {
            let case = case.own("2018", "Alle", "upheld", upheld).own("2018", "Alle", "remanded", remanded);
            case.own("2018", "Alle", "reversal_rate", "28")
        };
        let case = own(own(Case::new(&twice), "12", "4"), "11", "5");
        let report = case.report();
        let told: Vec<_> = report.findings.iter().filter(|f| f.rule == Rule::R9).map(|f| &f.message).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!(
            crate::lang::message::sentence(told[0], crate::lang::Lang::Da),
            "Strandby, alle afgørelser, 2018, stadfæstet: Her står 11, et andet sted i dokumentet (linje 1) 12. Det \
             samme gælder: hjemvist."
        );
        let reading = |upheld: &str| {
            let case = own(Case::new(&text(upheld)), upheld, "4");
            Reading { report: case.report(), document: case.document.into(), extraction: case.extraction }
        };
        // The odd one is told, wherever it stands, with all that say otherwise.
        let (a, b, c) = (reading("11"), reading("12"), reading("12"));
        let found = across(&[(DocumentId(0), &a), (DocumentId(1), &b), (DocumentId(2), &c)]);
        let [(DocumentId(0), finding)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(
            crate::lang::message::sentence(&finding.message, crate::lang::Lang::Da),
            "Strandby, alle afgørelser, 2018, stadfæstet: Her står 11, men 12 i prøve.txt (linje 1); 12 i prøve.txt \
             (linje 1). Tallene kan være opgjort på forskellige tidspunkter."
        );
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
            let span = Span::new(start..text.len());
            case.extraction.meeting.items.push(item("Orientering - Projekt Broer til job", span));
            case
        };
        assert_eq!(case("17").findings(Rule::R9), [(1, "check-project", "22 procent".to_owned())]);
        assert_eq!(case("22").findings(Rule::R9), []);
    }
}
