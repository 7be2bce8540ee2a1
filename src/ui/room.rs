//! The meeting room: one chart as large as the screen, turned over with the arrow keys, the passage underneath.

use super::{View, decide, documents, figure, tokens};
use crate::chart::Body;
use crate::chart::layout::{Dress, Room as Space};
use crate::command::Command;
use crate::state::room::Room;
use crate::state::source;
use egui::{Key, Modifiers, RichText, ScrollArea, Ui};

/// How much of the height the passage may take.
const PASSAGE: f32 = 0.3;
/// What stands beside the chart: the edges, and the bar for scrolling.
const BESIDE: f32 = 30.0;

/// The whole window while one is in the meeting room.
pub fn room_ui(ui: &mut Ui, view: &mut View<'_>, room: Room) {
    keys(ui, view);
    egui::Panel::bottom("room passage").show(ui, |ui| passage_ui(ui, view));
    egui::CentralPanel::default().show(ui, |ui| {
        let Some(chart) = view.state.charts.filled(room.view) else {
            ui.label(view.text("room-empty"));
            return;
        };
        let least = match chart.body {
            Body::Sheet(_) => figure::least_size(ui.ctx(), chart, 0.0, &Dress::Window).x + BESIDE,
            _ => 0.0,
        };
        if least.to_bits() != least_width(ui.ctx()).to_bits() {
            ui.data_mut(|data| data.insert_temp(least_id(), least));
            ui.ctx().request_repaint();
        }
        ui.heading(&chart.head.title);
        ScrollArea::both().auto_shrink(false).show(ui, |ui| {
            ui.set_width(ui.available_width() - 10.0);
            let space = Space { width: ui.available_width(), height: 0.0 };
            if let Some(figure) = figure::figure(ui, chart, space, &Dress::Window, view.state.selected()) {
                view.ask(Command::ShowFigure(figure));
            }
        });
    });
}

/// The width in points below which the chart that is shown has to be scrolled; 0 for charts that fit any room.
#[must_use]
pub fn least_width(ctx: &egui::Context) -> f32 {
    ctx.data(|data| data.get_temp(least_id())).unwrap_or(0.0)
}

fn least_id() -> egui::Id {
    egui::Id::unique("room least width")
}

/// The arrow keys turn charts and step through figures.
fn keys(ui: &Ui, view: &mut View<'_>) {
    let pressed = |key| ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, command) in [
        (Key::ArrowRight, Command::TurnRoom(1)),
        (Key::ArrowLeft, Command::TurnRoom(-1)),
        (Key::ArrowDown, Command::StepRoom(1)),
        (Key::ArrowUp, Command::StepRoom(-1)),
        (Key::Escape, Command::ShowRoom(false)),
    ] {
        if pressed(key) {
            view.ask(command);
        }
    }
}

fn passage_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let most = ui.ctx().content_rect().height() * PASSAGE;
    ui.add_space(4.0);
    let shown = state.focus.and_then(|focus| {
        let document = state.documents.get(focus.document())?;
        let reading = document.reading()?;
        Some((document, reading, source::passage(focus, &reading.extraction)?))
    });
    match shown {
        Some((document, reading, passage)) => {
            ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
                if let Some(figure) = state.selected().and_then(|id| state.documents.figure(id)) {
                    ui.label(tokens::bold(decide::about(view.lang, figure)));
                }
                ui.label(decide::quote(&reading.document, passage.span, &passage.heads));
                let line = reading.document.line_of(passage.span.start).to_string();
                let from = [
                    documents::title(view, document),
                    documents::date(view.lang, reading),
                    document.input.name(),
                    view.text_with("source-line", &[("line", line.into())]),
                ];
                ui.label(RichText::new(from.join(" · ")).small().weak());
            });
        }
        None => {
            ui.weak(view.text("room-how"));
        }
    }
    ui.horizontal(|ui| {
        for (key, command) in [
            ("room-previous", Command::TurnRoom(-1)),
            ("room-next", Command::TurnRoom(1)),
            ("room-leave", Command::ShowRoom(false)),
        ] {
            if ui.small_button(view.text(key)).clicked() {
                view.ask(command);
            }
        }
    });
}
