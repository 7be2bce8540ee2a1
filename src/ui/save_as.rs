//! The place that a file is saved at: its path as it can be typed, and the question where a file is there already.

use super::{View, tokens};
use egui::{Id, Key, RichText, TextEdit, Ui};
use std::path::{Path, PathBuf};

/// What was answered.
pub enum Answer {
    Save {
        path: PathBuf,
        /// True where the person was told that a file is there.
        replace: bool,
    },
    /// Asks for the place in the system's own dialog.
    Elsewhere(PathBuf),
    Cancel,
}

/// The field and the buttons under it. What is typed is kept by egui under `key`; `path` is what was asked for, and
/// whether a file was found there, which `taken_key` says.
pub fn save_as_ui(
    ui: &mut Ui,
    view: &View<'_>,
    key: Id,
    (path, exists): (&Path, bool),
    taken_key: &str,
) -> Option<Answer> {
    let given = || path.display().to_string();
    let mut text = ui.data(|data| data.get_temp::<String>(key)).unwrap_or_else(given);
    let entered = field(ui, view, "app-save-field", &mut text);
    ui.data_mut(|data| data.insert_temp(key, text.clone()));
    let typed = PathBuf::from(text.trim());
    // The question is about the path that was found taken; another path is tried first.
    let taken = exists && typed == path;
    if taken {
        ui.label(RichText::new(view.text(taken_key)).color(tokens::tones(ui).error).strong());
    }
    ui.add_space(tokens::GAP);
    let mut answer = None;
    ui.horizontal(|ui| {
        let save = ui.button(view.text(if taken { "app-replace" } else { "app-save" })).clicked();
        if !typed.as_os_str().is_empty() && (save || entered && !taken) {
            ui.data_mut(|data| data.remove::<String>(key));
            answer = Some(Answer::Save { path: typed.clone(), replace: taken });
        }
        if ui.button(view.text("app-save-place")).clicked() {
            answer = Some(Answer::Elsewhere(typed));
        }
        if ui.button(view.text("app-cancel")).clicked() {
            answer = Some(Answer::Cancel);
        }
    });
    answer
}

/// A named field that takes the keyboard at once; true where Enter was pressed in it.
pub fn field(ui: &mut Ui, view: &View<'_>, key: &str, text: &mut String) -> bool {
    let name = ui.label(view.text(key));
    let edit = ui.add(TextEdit::singleline(text).desired_width(f32::INFINITY)).labelled_by(name.id);
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let nothing = ui.memory(|memory| memory.focused().is_none());
    if nothing && !entered {
        edit.request_focus();
    }
    entered
}
