//! The questions in front of the window: a path to open, a name to save under; and the sign that files may be dropped.

use super::save_as::{Answer, field, save_as_ui};
use super::{View, decide, keep, password, tokens};
use crate::command::{Command, Input, Purpose};
use crate::state::Dialog;
use egui::{Id, Modal, Ui};
use std::path::{Path, PathBuf};

/// Width of a dialog's content in points.
const WIDTH: f32 = 520.0;

/// The dialog that is open, if one is.
pub fn dialogs_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    match &state.dialog {
        None => {}
        Some(Dialog::Path { no_dialog, purpose }) => path_ui(ui, view, *no_dialog, *purpose),
        Some(Dialog::SaveWorkspace { path, exists }) => keep::save_ui(ui, view, path, *exists),
        Some(Dialog::Unsaved(_)) => keep::unsaved_ui(ui, view),
        Some(Dialog::Recover) => keep::recover_ui(ui, view),
        Some(Dialog::Decide(asked)) => decide::decide_ui(ui, view, *asked),
        Some(Dialog::Help) => super::help::help_ui(ui, view),
        Some(Dialog::Password { document, again }) => password::password_ui(ui, view, *document, *again),
        Some(Dialog::Save { picture, path, exists }) => save_ui(ui, view, *picture, path, *exists),
    }
}

fn path_ui(ui: &mut Ui, view: &mut View<'_>, no_dialog: bool, purpose: Purpose) {
    let id = Id::unique("path dialog");
    let response = Modal::new(id).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text("app-path-title"));
        ui.add_space(tokens::GAP);
        ui.label(view.text(if no_dialog { "app-path-no-dialog" } else { "app-path-text" }));
        ui.add_space(tokens::GAP);
        let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let entered = field(ui, view, "app-path-field", &mut text);
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            let path = PathBuf::from(text.trim().trim_matches(['"', '\'']));
            let filled = !path.as_os_str().is_empty();
            let open = ui.add_enabled(filled, egui::Button::new(view.text("app-open"))).clicked();
            if filled && (open || entered) {
                ui.data_mut(|data| data.remove::<String>(id));
                view.ask(match purpose {
                    Purpose::Open => Command::Open(vec![Input::File(path)]),
                    Purpose::Relink(id) => Command::Relink(id, path),
                });
            }
            if ui.button(view.text("app-cancel")).clicked() {
                view.ask(Command::DismissDialog);
            }
        });
    });
    if response.should_close() {
        view.ask(Command::DismissDialog);
    }
}

fn save_ui(ui: &mut Ui, view: &mut View<'_>, picture: crate::command::Picture, path: &Path, exists: bool) {
    let id = Id::unique("save dialog");
    let key = id.with(path);
    let response = Modal::new(id).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text("app-save-title"));
        ui.add_space(tokens::GAP);
        super::export::export_ui(ui, view, picture, path);
        match save_as_ui(ui, view, key, (path, exists), "app-save-exists") {
            Some(Answer::Save { path, replace }) => view.ask(Command::SavePicture { picture, path, replace }),
            Some(Answer::Elsewhere(path)) => view.ask(Command::AskPlace(picture, path)),
            Some(Answer::Cancel) => view.ask(Command::DismissDialog),
            None => {}
        }
    });
    if response.should_close() {
        view.ask(Command::DismissDialog);
    }
}

/// Says that files may be dropped while some hover over the window.
pub fn drop_ui(ui: &Ui, view: &View<'_>) {
    let ctx = ui.ctx();
    if ctx.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let rect = ctx.content_rect();
    let layer = egui::LayerId::new(egui::Order::Foreground, Id::unique("drop"));
    let painter = ctx.layer_painter(layer);
    painter.rect_filled(rect, 0.0, ui.visuals().extreme_bg_color.gamma_multiply(0.85));
    let font = egui::FontId::proportional(26.0);
    let text = view.text("app-drop-here");
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, text, font, ui.visuals().strong_text_color());
}
