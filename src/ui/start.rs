//! The empty window: what the program is for, and the ways to begin.

use super::{View, tokens};
use crate::command::{Command, Input};
use egui::{Button, RichText, Ui, vec2};

/// How many recent files the empty window offers.
const RECENT: usize = 5;

/// One look: what to do first.
pub fn start_ui(ui: &mut Ui, view: &mut View<'_>) {
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.set_max_width(560.0);
            ui.add_space((ui.ctx().content_rect().height() * 0.14).min(120.0));
            ui.label(RichText::new(view.text("app-empty-title")).heading().size(24.0));
            ui.add_space(tokens::GAP);
            ui.label(view.text("app-empty-text"));
            ui.add_space(tokens::GAP * 2.0);
            for (key, command) in [
                ("app-open-files", Command::AskFiles),
                ("app-open-samples", Command::OpenSamples),
                ("app-open-path", Command::AskPath),
            ] {
                let text = RichText::new(view.text(key)).size(16.0);
                if ui.add(Button::new(text).min_size(vec2(260.0, 36.0))).clicked() {
                    view.ask(command);
                }
            }
            ui.add_space(tokens::GAP);
            ui.weak(view.text("app-empty-drop"));
            recent(ui, view);
        });
    });
}

fn recent(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    if state.settings.recent.is_empty() {
        return;
    }
    ui.add_space(tokens::GAP * 2.0);
    ui.strong(view.text("app-recent"));
    for path in state.settings.recent.iter().take(RECENT) {
        let input = Input::File(path.clone());
        if ui.link(input.name()).on_hover_text(path.display().to_string()).clicked() {
            view.ask(Command::Open(vec![input]));
        }
    }
}
