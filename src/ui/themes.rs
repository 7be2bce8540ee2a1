//! The items of all documents on one theme, side by side: recommendation, decision, votes, attachments.

use super::short::{shorten, shorten_points};
use super::{View, documents, tokens};
use crate::command::Command;
use crate::data::themes::{self, Theme};
use crate::lang::Lang;
use crate::model::meeting::{Item, SectionKind, Votes};
use crate::model::reading::{DocumentId, Reading};
use crate::state::cases;
use egui::{Frame, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};

/// The least and the greatest width of a document's column in points, and the blank between two.
const COLUMN: (f32, f32) = (330.0, 520.0);
const GAP: f32 = 12.0;
/// So many letters of a title are shown, and so many of a passage.
const TITLE: usize = 160;
const PASSAGE: usize = 420;

/// The themes to choose from, and the columns of the one that is chosen.
pub fn themes_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let offered: Vec<(&Theme, usize)> = themes::all()
        .iter()
        .map(|theme| (theme, state.cases.theme(&theme.key).iter().map(|(_, items)| items.len()).sum()))
        .filter(|(_, count)| *count > 0)
        .collect();
    let id = egui::Id::unique("theme shown");
    let chosen: Option<String> = ui.data(|data| data.get_temp(id));
    let known = |key: &String| offered.iter().any(|(theme, _)| theme.key == *key);
    let chosen = chosen.filter(known).or_else(|| offered.first().map(|(theme, _)| theme.key.clone()));
    let Some(mut chosen) = chosen else {
        ui.weak(view.text("app-cases-empty"));
        return;
    };
    ui.horizontal_wrapped(|ui| {
        for (theme, count) in &offered {
            let name = if view.lang == Lang::Da { &theme.da } else { &theme.en };
            if ui.selectable_label(theme.key == chosen, format!("{name} ({count})")).clicked() {
                chosen.clone_from(&theme.key);
            }
        }
    });
    ui.data_mut(|data| data.insert_temp(id, chosen.clone()));
    ui.add_space(tokens::GAP);
    let columns = state.cases.theme(&chosen);
    // The columns share the room as long as their lines are not too long to read.
    let shared = (ui.available_width() + GAP) / columns.len().max(1) as f32 - GAP;
    let column = shared.clamp(COLUMN.0, COLUMN.1).floor();
    ScrollArea::both().auto_shrink(false).show_viewport(ui, |ui, seen| {
        let top = ui.min_rect().min;
        let mut lowest = top.y;
        for (n, (document, items)) in columns.iter().enumerate() {
            let left = (column + GAP) * n as f32;
            // Columns out of sight cost nothing: a theme may have a hundred documents.
            if left > seen.right() || left + column < seen.left() {
                continue;
            }
            let rect = Rect::from_min_size(pos2(top.x + left, top.y), vec2(column, f32::INFINITY));
            let mut child = ui.new_child(UiBuilder::new().id_salt(("theme", document.0)).max_rect(rect));
            child.set_width(column);
            if let Some(reading) = state.documents.get(*document).and_then(|one| one.reading()) {
                column_ui(&mut child, view, *document, reading, items);
            }
            lowest = lowest.max(child.min_rect().bottom());
        }
        let width = (column + GAP) * columns.len() as f32 - GAP;
        ui.allocate_rect(Rect::from_min_max(top, pos2(top.x + width, lowest)), egui::Sense::hover());
        super::keyboard::follow(ui);
    });
}

fn column_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading, items: &[u32]) {
    let title = view.state.documents.get(id).map(|document| documents::title(view, document)).unwrap_or_default();
    ui.label(tokens::bold(format!("{title} · {}", documents::date(view.lang, reading))));
    for &index in items {
        let Some(item) = reading.extraction.meeting.items.get(index as usize) else { continue };
        ui.push_id(index, |ui| item_ui(ui, view, id, reading, item));
    }
}

fn item_ui(ui: &mut Ui, view: &mut View<'_>, id: DocumentId, reading: &Reading, item: &Item) {
    Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let number = item.number.as_deref().map(|number| format!("{number}. ")).unwrap_or_default();
        if ui.link(tokens::bold(format!("{number}{}", shorten(&item.title, TITLE)))).clicked() {
            view.ask(Command::ShowSpan(id, cases::heading(&reading.document, item)));
        }
        if let Some(case) = &item.case {
            ui.weak(view.text_with("app-cases-case", &[("case", case.as_str().into())]));
        }
        if item.closed {
            ui.weak(view.text("app-cases-closed"));
        }
        for section in item.sections.iter().filter(|section| section.kind == SectionKind::Recommendation) {
            ui.label(RichText::new(view.text("app-cases-recommendation")).weak());
            let text = reading.document.slice(section.span);
            let text = shorten_points(text.strip_prefix(section.title.as_str()).unwrap_or(text), PASSAGE);
            if ui.link(text).clicked() {
                view.ask(Command::ShowSpan(id, section.span));
            }
        }
        for (n, decision) in item.decisions.iter().enumerate() {
            let body = decision.body.as_deref().unwrap_or_default();
            ui.label(RichText::new(format!("{} {body}", view.text("app-cases-decision"))).weak());
            let short = shorten(&decision.text, PASSAGE);
            // Only what does not stand here in full is told again.
            let cut = short.ends_with('…');
            let link = ui.push_id(n, |ui| ui.link(short)).inner;
            let link = if cut { link.on_hover_text(&decision.text) } else { link };
            if link.clicked() {
                let span =
                    if decision.span.is_empty() { cases::passage(&reading.document, item) } else { decision.span };
                view.ask(Command::ShowSpan(id, span));
            }
            if let Some(votes) = &decision.votes {
                ui.label(told(view, votes));
            }
        }
        if item.decisions.is_empty() {
            ui.weak(view.text("app-cases-none"));
        }
        if !item.attachments.is_empty() {
            let count = view.text_with("app-cases-attachments", &[("n", item.attachments.len().into())]);
            ui.label(RichText::new(count).weak()).on_hover_text(item.attachments.join("\n"));
        }
    });
}

/// "For: A, C · Imod: F, Ø".
fn told(view: &View<'_>, votes: &Votes) -> String {
    let groups = [
        ("app-votes-for", &votes.in_favour),
        ("app-votes-against", &votes.against),
        ("app-votes-abstaining", &votes.abstaining),
    ];
    let told = groups.into_iter().filter(|(_, who)| !who.is_empty());
    let told = told.map(|(key, who)| view.text_with(key, &[("who", who.join(", ").into())]));
    told.collect::<Vec<_>>().join(" \u{b7} ")
}
