//! The checks page: what the documents state against what their numbers give, document by document.

use super::{View, documents, tokens};
use crate::command::Command;
use crate::lang::message;
use crate::model::finding::{Finding, Rule, Severity};
use crate::model::reading::{DocumentId, Reading};
use egui::{Frame, ScrollArea, Ui};

/// Every document with its findings, the gravest first.
pub fn checks_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    if state.documents.readings().next().is_none() {
        ui.weak(view.text("app-checks-none"));
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for (id, reading) in state.documents.readings() {
            document_ui(ui, view, id, reading);
            ui.add_space(tokens::GAP * 1.5);
        }
    });
}

fn document_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading) {
    let title = view.state.documents.get(id).map(|document| documents::title(view, document)).unwrap_or_default();
    ui.heading(format!("{title} · {}", documents::date(view.lang, reading)));
    let report = &reading.report;
    let across = view.state.across.iter().filter(|(document, _)| *document == id).map(|(_, finding)| finding);
    let mut findings: Vec<&Finding> = report.findings.iter().chain(across).collect();
    let counts = [("findings", findings.len().into()), ("passed", report.passed.len().into())];
    ui.weak(view.text_with("check-summary", &counts));
    findings.sort_by_key(|finding| (finding.severity, finding.span.start));
    for finding in findings {
        ui.add_space(tokens::GAP * 0.6);
        finding_ui(ui, view, id, reading, finding);
    }
}

fn finding_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading, finding: &Finding) {
    Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let tones = tokens::tones(ui);
        ui.horizontal_wrapped(|ui| {
            let (key, color) = match finding.severity {
                Severity::A => ("app-severity-a", tones.error),
                Severity::B => ("app-severity-b", tones.doubt),
                Severity::C => ("app-severity-c", ui.visuals().weak_text_color()),
            };
            ui.label(tokens::bold(view.text(key)).color(color));
            ui.weak(format!("· {}", view.text(rule(finding.rule))));
        });
        ui.label(message::sentence(&finding.message, view.lang));
        let recomputed = message::numbers(&finding.recomputed, view.lang);
        for (key, text) in [("check-stated", &finding.stated), ("check-recomputed", &recomputed)] {
            if !text.is_empty() {
                ui.horizontal_wrapped(|ui| {
                    ui.weak(format!("{}:", view.text(key)));
                    ui.label(tokens::bold(text));
                });
            }
        }
        let quote = shorten(&reading.document.one_line(finding.span));
        let line = reading.document.line_of(finding.span.start).to_string();
        let place = view.text_with("source-line", &[("line", line.into())]);
        if ui.link(format!("»{quote}« ({place})")).clicked() {
            view.ask(Command::ShowSpan(id, finding.span));
        }
    });
}

/// The name of a rule.
fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::R1 => "app-rule-r1",
        Rule::R2 => "app-rule-r2",
        Rule::R3 => "app-rule-r3",
        Rule::R4 => "app-rule-r4",
        Rule::R5 => "app-rule-r5",
        Rule::R6 => "app-rule-r6",
        Rule::R7 => "app-rule-r7",
        Rule::R8 => "app-rule-r8",
        Rule::R9 => "app-rule-r9",
        Rule::R10 => "app-rule-r10",
        Rule::R11 => "app-rule-r11",
        Rule::R12 => "app-rule-r12",
        Rule::R13 => "app-rule-r13",
        Rule::R14 => "app-rule-r14",
    }
}

/// A quote of at most two or three lines; the whole stands in the source.
fn shorten(text: &str) -> String {
    const MOST: usize = 220;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}
