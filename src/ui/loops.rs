//! Open loops of all documents: what was deferred, lapsed, promised, is a duty, or happened behind closed doors.

use super::short::shorten;
use super::{View, documents, tokens};
use crate::command::Command;
use crate::state::cases::{self, LoopKind, OpenLoop};
use egui::{Frame, ScrollArea, Ui};

/// So many letters of a title or a sentence are shown.
const MOST: usize = 160;

/// The loops, kind by kind.
pub fn loops_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let loops = state.cases.loops();
    if loops.is_empty() {
        ui.weak(view.text("app-loops-none"));
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for kind in LoopKind::ALL {
            let of_kind: Vec<&OpenLoop> = loops.iter().filter(|open| open.kind == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            ui.label(tokens::bold(format!("{} ({})", view.text(kind.key()), of_kind.len())).size(14.0));
            ui.weak(view.text(&format!("{}-hint", kind.key())));
            for (n, open) in of_kind.into_iter().enumerate() {
                ui.push_id((kind.key(), n), |ui| loop_ui(ui, view, open));
            }
            ui.add_space(tokens::GAP);
        }
        super::keyboard::follow(ui);
    });
}

fn loop_ui(ui: &mut Ui, view: &mut View<'_>, open: &OpenLoop) {
    let state = view.state;
    let Some(document) = state.documents.get(open.item.document) else { return };
    let Some(reading) = document.reading() else { return };
    let Some(item) = reading.extraction.meeting.items.get(open.item.index as usize) else { return };
    Frame::group(ui.style()).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            let date = documents::date(view.lang, reading);
            ui.label(tokens::bold(format!("{} · {date}", documents::title(view, document))));
            if ui.link(shorten(&item.title, MOST)).clicked() {
                view.ask(Command::ShowSpan(open.item.document, cases::heading(&reading.document, item)));
            }
        });
        if open.kind == LoopKind::Duty {
            let date = documents::date(view.lang, reading);
            ui.label(view.text_with("loop-duty-told", &[("date", date.into())]));
        }
        let quote = shorten(reading.document.slice(open.span), MOST);
        let line = reading.document.line_of(open.span.start).to_string();
        let place = view.text_with("source-line", &[("line", line.into())]);
        if ui.link(format!("»{quote}« ({place})")).clicked() {
            view.ask(Command::ShowSpan(open.item.document, open.span));
        }
    });
}
