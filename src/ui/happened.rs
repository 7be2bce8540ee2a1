//! The list of what happened: problems gather here instead of in front of the window.

use super::{View, tokens};
use crate::command::Command;
use crate::state::document::Stage;
use egui::{Grid, RichText, ScrollArea, Ui};

/// Greatest height of the list in points.
const HEIGHT: f32 = 220.0;

/// The list, newest first, under the documents that could not be read.
pub fn happened_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    ui.horizontal(|ui| {
        ui.label(tokens::bold(view.text("happened-title")));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(view.text("app-close")).clicked() {
                view.ask(Command::ShowHappened(false));
            }
        });
    });
    let failed = state.documents.list().iter().filter_map(|document| match &document.stage {
        Stage::Failed(reason) => Some((document, reason)),
        _ => None,
    });
    let failed: Vec<_> = failed.collect();
    if failed.is_empty() && state.happened.is_empty() {
        ui.weak(view.text("happened-none"));
        return;
    }
    let tones = tokens::tones(ui);
    ScrollArea::vertical().max_height(HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("happened").num_columns(2).striped(true).show(ui, |ui| {
            for (document, reason) in failed {
                if ui.link(document.input.name()).clicked() {
                    view.ask(Command::ShowDocument(document.id));
                }
                ui.label(RichText::new(view.message(reason)).color(tones.error));
                ui.end_row();
            }
            for notice in state.happened.iter().rev() {
                let time = notice.time.to_zoned(jiff::tz::TimeZone::system()).time();
                ui.weak(format!("{:02}:{:02}", time.hour(), time.minute()));
                let mut text = RichText::new(view.message(&notice.message));
                if notice.is_error {
                    text = text.color(tones.error);
                }
                ui.label(text);
                ui.end_row();
            }
        });
    });
}
