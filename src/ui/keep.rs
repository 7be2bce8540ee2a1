//! The questions about the workspace file: where to save, what is unsaved, what a crash left behind.

use super::save_as::{Answer, save_as_ui};
use super::{View, tokens};
use crate::command::Command;
use egui::{Id, Modal, Ui};
use std::path::Path;

/// Width of a question in points.
const WIDTH: f32 = 520.0;

/// Where to save the workspace.
pub fn save_ui(ui: &mut Ui, view: &mut View<'_>, path: &Path, exists: bool) {
    let key = Id::unique("save workspace").with(path);
    let response = Modal::new(key).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text("ws-save-title"));
        ui.add_space(tokens::GAP);
        ui.label(view.text("ws-save-text"));
        ui.add_space(tokens::GAP);
        match save_as_ui(ui, view, key, (path, exists), "ws-exists") {
            Some(Answer::Save { path, replace }) => view.ask(Command::SaveWorkspace { path, replace }),
            Some(Answer::Elsewhere(path)) => view.ask(Command::PickWorkspacePlace(path)),
            Some(Answer::Cancel) => view.ask(Command::DismissDialog),
            None => {}
        }
    });
    if response.should_close() {
        view.ask(Command::DismissDialog);
    }
}

/// What is unsaved would be lost.
pub fn unsaved_ui(ui: &mut Ui, view: &mut View<'_>) {
    let answers = [
        ("ws-unsaved-save", Command::SaveFirst),
        ("ws-unsaved-discard", Command::Discard),
        ("app-cancel", Command::DismissDialog),
    ];
    if question(ui, view, ["ws-unsaved-title", "ws-unsaved-text"], &answers) {
        view.ask(Command::DismissDialog);
    }
}

/// A crash left something behind. Only an answer closes the question: what was left must not be lost by a slip.
pub fn recover_ui(ui: &mut Ui, view: &mut View<'_>) {
    let answers = [("ws-recover-open", Command::Recover(true)), ("ws-recover-discard", Command::Recover(false))];
    question(ui, view, ["ws-recover-title", "ws-recover-text"], &answers);
}

/// A question with its answers; true where it was left without one.
fn question(ui: &mut Ui, view: &mut View<'_>, words: [&'static str; 2], answers: &[(&str, Command)]) -> bool {
    let response = Modal::new(Id::unique("question").with(words[0])).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text(words[0]));
        ui.add_space(tokens::GAP);
        ui.label(view.text(words[1]));
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            for (n, (key, command)) in answers.iter().enumerate() {
                let button = ui.button(view.text(key));
                if n == 0 && ui.memory(|memory| memory.focused().is_none()) {
                    button.request_focus();
                }
                if button.clicked() {
                    view.ask(command.clone());
                }
            }
        });
    });
    response.should_close()
}
