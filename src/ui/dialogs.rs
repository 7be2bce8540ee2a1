//! The questions in front of the window: a path to open, a name to save under; and the sign that files may be dropped.

use super::{View, decide, keep, password, tokens};
use crate::command::{Command, Input, Purpose};
use crate::state::Dialog;
use egui::{Id, Key, Modal, RichText, TextEdit, Ui};
use std::path::PathBuf;

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

fn save_ui(ui: &mut Ui, view: &mut View<'_>, picture: crate::command::Picture, path: &PathBuf, exists: bool) {
    let id = Id::unique("save dialog");
    let key = id.with(path);
    let response = Modal::new(id).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text("app-save-title"));
        ui.add_space(tokens::GAP);
        super::export::export_ui(ui, view, picture, path);
        let given = || path.display().to_string();
        let mut text = ui.data(|data| data.get_temp::<String>(key)).unwrap_or_else(given);
        let entered = field(ui, view, "app-save-field", &mut text);
        ui.data_mut(|data| data.insert_temp(key, text.clone()));
        let typed = PathBuf::from(text.trim());
        // The question is about the path that was found taken; another path is tried first.
        let taken = exists && typed == *path;
        if taken {
            ui.label(RichText::new(view.text("app-save-exists")).color(tokens::tones(ui).error).strong());
        }
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            let save = ui.button(view.text(if taken { "app-replace" } else { "app-save" })).clicked();
            if !typed.as_os_str().is_empty() && (save || entered && !taken) {
                ui.data_mut(|data| data.remove::<String>(key));
                view.ask(Command::SavePicture { picture, path: typed.clone(), replace: taken });
            }
            if ui.button(view.text("app-save-place")).clicked() {
                view.ask(Command::AskPlace(picture, typed));
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

/// A named field that takes the keyboard at once; true where Enter was pressed in it.
fn field(ui: &mut Ui, view: &View<'_>, key: &str, text: &mut String) -> bool {
    let name = ui.label(view.text(key));
    let edit = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY)).labelled_by(name.id);
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let nothing = ui.memory(|memory| memory.focused().is_none());
    if nothing && !entered {
        edit.request_focus();
    }
    entered
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
