//! The checks page: what the documents state against what their numbers give, document by document, with what passed
//! and what could not be checked.

use super::short::shorten;
use super::{View, documents, tall, tokens};
use crate::command::Command;
use crate::lang::message;
use crate::model::figure::GapKind;
use crate::model::finding::{Finding, Passed, Rule, Severity};
use crate::model::reading::{DocumentId, Reading};
use crate::model::source::Span;
use egui::{CollapsingHeader, Frame, Id, RichText, Ui};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Up to so many documents stand open at once; of more those alone that something was found in.
const OPEN: usize = 6;
/// The width from which what is stated stands beside what the numbers give, in points.
const BESIDE: f32 = 620.0;
/// A quote of at most two or three lines; the whole stands in the source.
const QUOTE: usize = 220;

/// Which severities are shown.
#[derive(Clone, Copy, PartialEq)]
struct Shown([bool; 3]);

/// A piece of the page, with the document that it is about.
struct Piece<'a> {
    id: DocumentId,
    reading: &'a Reading,
    kind: Kind<'a>,
}

enum Kind<'a> {
    /// The document's line, with all that was found in it.
    Head {
        findings: Vec<&'a Finding>,
        open: bool,
    },
    Finding(usize, &'a Finding),
    /// Nothing of what is shown was found.
    Nothing,
    Passed,
    Unchecked,
}

impl Piece<'_> {
    /// Tells the pieces apart from one turn to the next.
    fn key(&self) -> u64 {
        let kind = match self.kind {
            Kind::Head { .. } => 0,
            Kind::Nothing => 1,
            Kind::Passed => 2,
            Kind::Unchecked => 3,
            Kind::Finding(n, _) => 4 + n as u64,
        };
        (u64::from(self.id.0) << 32) | kind
    }

    /// About how high it is, in points, before it was ever in sight.
    fn guess(&self) -> f32 {
        if matches!(self.kind, Kind::Finding(..)) { 130.0 } else { 22.0 }
    }
}

/// Every document with its findings, the gravest first.
pub fn checks_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let count = state.documents.readings().count();
    if count == 0 {
        ui.weak(view.text("app-checks-none"));
        return;
    }
    let shown = severities_ui(ui, view);
    super::bases::bases_ui(ui, view);
    ui.separator();
    let list = Id::unique("findings");
    // The documents that a person opened or closed, against the usual.
    let turned: Arc<BTreeSet<DocumentId>> = ui.data(|data| data.get_temp(list.with("turned"))).unwrap_or_default();
    let pieces = pieces(view, shown, |id, found| (count <= OPEN || found) != turned.contains(&id));
    let mut turn = None;
    tall::list_ui(ui, list.with(shown.0), &pieces, Piece::key, Piece::guess, |ui, piece| {
        let Piece { id, reading, kind } = piece;
        match kind {
            Kind::Head { findings, open } => {
                if head_ui(ui, view, *id, reading, findings, *open) {
                    turn = Some(*id);
                }
            }
            Kind::Nothing => {
                ui.weak(view.text("app-checks-empty"));
            }
            Kind::Finding(_, finding) => finding_ui(ui, view, *id, reading, finding),
            Kind::Passed => passed_ui(ui, view, *id, reading),
            Kind::Unchecked => {
                unchecked_ui(ui, view, *id, reading);
                ui.add_space(tokens::GAP);
            }
        }
    });
    if let Some(id) = turn {
        let mut turned = (*turned).clone();
        if !turned.remove(&id) {
            turned.insert(id);
        }
        ui.data_mut(|data| data.insert_temp(list.with("turned"), Arc::new(turned)));
        ui.ctx().request_repaint();
    }
}

/// The page's pieces from top to bottom.
fn pieces<'a>(view: &View<'a>, shown: Shown, is_open: impl Fn(DocumentId, bool) -> bool) -> Vec<Piece<'a>> {
    let state = view.state;
    let mut across: BTreeMap<DocumentId, Vec<&Finding>> = BTreeMap::new();
    for (id, finding) in &state.across {
        across.entry(*id).or_default().push(finding);
    }
    let mut pieces = Vec::new();
    for (id, reading) in state.documents.readings() {
        let mut findings: Vec<&Finding> = reading.report.findings.iter().collect();
        findings.extend(across.remove(&id).unwrap_or_default());
        let open = is_open(id, !findings.is_empty());
        let mut body = Vec::new();
        if open {
            let mut seen = findings.clone();
            seen.retain(|finding| shown.0[finding.severity as usize]);
            seen.sort_by_key(|finding| (finding.severity, finding.span.start));
            body.extend((seen.is_empty() && !reading.report.skipped).then_some(Kind::Nothing));
            body.extend(seen.into_iter().enumerate().map(|(n, finding)| Kind::Finding(n, finding)));
            body.extend([Kind::Passed, Kind::Unchecked]);
        }
        pieces.push(Piece { id, reading, kind: Kind::Head { findings, open } });
        pieces.extend(body.into_iter().map(|kind| Piece { id, reading, kind }));
    }
    pieces
}

/// The switches for the severities, with how many findings each has.
fn severities_ui(ui: &mut Ui, view: &View<'_>) -> Shown {
    let id = egui::Id::unique("severities shown");
    let mut shown = ui.data(|data| data.get_temp::<Shown>(id)).unwrap_or(Shown([true; 3]));
    let own = view.state.documents.readings().flat_map(|(_, reading)| &reading.report.findings);
    let all: Vec<Severity> =
        own.chain(view.state.across.iter().map(|(_, finding)| finding)).map(|finding| finding.severity).collect();
    ui.horizontal_wrapped(|ui| {
        for (n, (severity, key, _)) in SEVERITIES.into_iter().enumerate() {
            let count = all.iter().filter(|one| **one == severity).count();
            ui.checkbox(&mut shown.0[n], format!("{} ({count})", view.text(key)));
        }
    });
    ui.data_mut(|data| data.insert_temp(id, shown));
    shown
}

/// The severities with the keys of their names and of their short form.
const SEVERITIES: [(Severity, &str, &str); 3] = [
    (Severity::A, "app-severity-a", "checked-count-a"),
    (Severity::B, "app-severity-b", "checked-count-b"),
    (Severity::C, "app-severity-c", "checked-count-c"),
];

/// The line of a document, which opens and closes what is under it; true where it was clicked.
fn head_ui(ui: &mut Ui, view: &View<'_>, id: DocumentId, reading: &Reading, findings: &[&Finding], open: bool) -> bool {
    let title = view.state.documents.get(id).map(|document| documents::title(view, document)).unwrap_or_default();
    let heading = format!("{title} · {} · {}", documents::date(view.lang, reading), integrity(view, reading, findings));
    let header = CollapsingHeader::new(tokens::bold(heading)).id_salt(("checked", id.0)).open(Some(open));
    header.show(ui, |_| {}).header_response.clicked()
}

/// The document's integrity in one line: how many findings of each kind, how many checks passed.
fn integrity(view: &View<'_>, reading: &Reading, findings: &[&Finding]) -> String {
    if reading.report.skipped {
        return view.text("checked-skipped");
    }
    let mut parts = Vec::new();
    for (severity, _, key) in SEVERITIES {
        let n = findings.iter().filter(|finding| finding.severity == severity).count();
        if n > 0 {
            parts.push(view.text_with(key, &[("n", n.into())]));
        }
    }
    if parts.is_empty() {
        parts.push(view.text("checked-count-none"));
    }
    parts.push(view.text_with("checked-count-passed", &[("n", reading.report.passed.len().into())]));
    parts.join(", ")
}

fn finding_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading, finding: &Finding) {
    Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let tones = tokens::tones(ui);
        ui.horizontal_wrapped(|ui| {
            let color = match finding.severity {
                Severity::A => tones.error,
                Severity::B => tones.doubt,
                Severity::C => ui.visuals().weak_text_color(),
            };
            ui.label(tokens::bold(view.text(SEVERITIES[finding.severity as usize].1)).color(color));
            ui.weak(format!("· {}", view.text(rule(finding.rule))));
        });
        ui.label(message::sentence(&finding.message, view.lang));
        let recomputed = message::numbers(&finding.recomputed, view.lang);
        let pair = [("check-stated", &finding.stated), (message::beside_key(finding.rule), &recomputed)];
        // Where the whole sentence is what is stated, it stands there, and not a second time below.
        let sentence = reading.document.slice(finding.span);
        let is_whole = !sentence.trim().is_empty() && sentence.split_whitespace().eq(finding.stated.split_whitespace());
        let told = |ui: &mut Ui, view: &mut View<'_>, key: &str, text: &str| {
            if is_whole && key == "check-stated" {
                quote_ui(ui, view, id, reading, finding.span);
            } else {
                ui.label(tokens::bold(text));
            }
        };
        if pair.iter().all(|(_, text)| !text.is_empty()) && ui.available_width() >= BESIDE {
            ui.columns(2, |columns| {
                for (ui, (key, text)) in columns.iter_mut().zip(pair) {
                    ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
                        ui.weak(view.text(key));
                        told(ui, view, key, text);
                    });
                }
            });
        } else {
            for (key, text) in pair.into_iter().filter(|(_, text)| !text.is_empty()) {
                ui.horizontal_wrapped(|ui| {
                    ui.weak(format!("{}:", view.text(key)));
                    told(ui, view, key, text);
                });
            }
        }
        if !is_whole {
            quote_ui(ui, view, id, reading, finding.span);
        }
        related_ui(ui, view, id, reading, finding);
    });
}

/// The other places that take part, as the lines in which they stand.
fn related_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading, finding: &Finding) {
    let own = reading.document.line_of(finding.span.start);
    let mut lines: Vec<(_, Span)> =
        finding.related.iter().map(|span| (reading.document.line_of(span.start), *span)).collect();
    lines.retain(|(line, _)| *line != own);
    lines.dedup_by_key(|(line, _)| *line);
    if lines.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.weak(view.text("checked-see"));
        for (line, span) in lines {
            let place = view.text_with("source-line", &[("line", line.to_string().into())]);
            if ui.link(place).on_hover_text(shorten(reading.document.slice(span), QUOTE)).clicked() {
                view.ask(Command::ShowSpan(id, span));
            }
        }
    });
}

/// The sentence as a link to its place.
fn quote_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading, span: Span) {
    let quote = shorten(reading.document.slice(span), QUOTE);
    if quote.is_empty() {
        return;
    }
    let line = reading.document.line_of(span.start).to_string();
    let place = view.text_with("source-line", &[("line", line.into())]);
    if ui.link(format!("»{quote}« ({place})")).clicked() {
        view.ask(Command::ShowSpan(id, span));
    }
}

/// What passed: as visible as what failed, once asked for.
fn passed_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading) {
    let passed: &[Passed] = &reading.report.passed;
    if passed.is_empty() {
        return;
    }
    let title = view.text_with("checked-passed-title", &[("n", passed.len().into())]);
    CollapsingHeader::new(title).id_salt(("passed", id.0)).show(ui, |ui| {
        for (n, check) in passed.iter().enumerate() {
            ui.push_id(n, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(message::sentence(&check.message, view.lang));
                    let line = reading.document.line_of(check.span.start).to_string();
                    let place = view.text_with("source-line", &[("line", line.into())]);
                    if ui.link(place).on_hover_text(shorten(reading.document.slice(check.span), QUOTE)).clicked() {
                        view.ask(Command::ShowSpan(id, check.span));
                    }
                });
            });
        }
    });
}

/// What could not be checked: uncertain figures, values that are lost or not told, rules that found nothing to hold.
fn unchecked_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading) {
    let extraction = &reading.extraction;
    let uncertain: Vec<Span> = extraction
        .figures
        .iter()
        .filter(|figure| !figure.is_certain())
        .filter_map(|figure| Some(figure.source()?.passage))
        .collect();
    let gaps = |kinds: &[GapKind]| -> Vec<Span> {
        let told = extraction.gaps.iter().filter(|gap| kinds.contains(&gap.kind));
        told.map(|gap| gap.source.passage).collect()
    };
    let groups = [
        ("checked-unsure", uncertain),
        ("checked-lost", gaps(&[GapKind::Lost])),
        ("checked-untold", gaps(&[GapKind::Blank, GapKind::NotCompiled, GapKind::Suppressed])),
    ];
    let used = |rule: Rule| {
        reading.report.findings.iter().any(|finding| finding.rule == rule)
            || reading.report.passed.iter().any(|passed| passed.rule == rule)
    };
    let idle: Vec<String> = RULES.into_iter().filter(|one| !used(*one)).map(|one| view.text(rule(one))).collect();
    let count = groups.iter().map(|(_, spans)| spans.len()).sum::<usize>();
    let title = view.text_with("checked-unchecked-title", &[("n", count.into())]);
    CollapsingHeader::new(title).id_salt(("unchecked", id.0)).show(ui, |ui| {
        for (key, mut spans) in groups {
            spans.dedup();
            if spans.is_empty() {
                continue;
            }
            ui.label(tokens::bold(view.text_with(key, &[("n", spans.len().into())])));
            for (n, span) in spans.into_iter().enumerate() {
                ui.push_id((key, n), |ui| quote_ui(ui, view, id, reading, span));
            }
        }
        if !idle.is_empty() {
            let told = view.text_with("checked-idle", &[("list", idle.join(", ").into())]);
            ui.label(RichText::new(told).weak());
        }
    });
}

/// All rules, in their order.
const RULES: [Rule; 14] = [
    Rule::R1,
    Rule::R2,
    Rule::R3,
    Rule::R4,
    Rule::R5,
    Rule::R6,
    Rule::R7,
    Rule::R8,
    Rule::R9,
    Rule::R10,
    Rule::R11,
    Rule::R12,
    Rule::R13,
    Rule::R14,
];

/// The key of a rule's name.
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
