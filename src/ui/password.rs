//! The question for the password of an encrypted document.

use super::{View, tokens};
use crate::command::{Command, Password};
use crate::model::reading::DocumentId;
use egui::{Id, Key, Modal, RichText, TextEdit, Ui};

/// Width of the dialog's content in points.
const WIDTH: f32 = 520.0;

/// `again` says that a password was entered which did not fit.
pub fn password_ui(ui: &mut Ui, view: &mut View<'_>, document: DocumentId, again: bool) {
    let id = Id::unique("password dialog").with(document.0);
    let name = view.state.documents.get(document).map(|document| document.input.name()).unwrap_or_default();
    let response = Modal::new(id).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text("app-password-title"));
        ui.add_space(tokens::GAP);
        ui.label(view.text_with("app-password-text", &[("name", name.into())]));
        if again {
            ui.label(RichText::new(view.text("app-password-wrong")).color(tokens::tones(ui).error).strong());
        }
        ui.add_space(tokens::GAP);
        let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
        let label = ui.label(view.text("app-password-field"));
        let edit = TextEdit::singleline(&mut text).password(true).desired_width(f32::INFINITY);
        let edit = ui.add(edit).labelled_by(label.id);
        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) && !entered {
            edit.request_focus();
        }
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
        ui.add_space(tokens::GAP);
        ui.horizontal(|ui| {
            let open = ui.add_enabled(!text.is_empty(), egui::Button::new(view.text("app-open"))).clicked();
            if !text.is_empty() && (open || entered) {
                ui.data_mut(|data| data.remove::<String>(id));
                view.ask(Command::Unlock(document, Password(text)));
            }
            if ui.button(view.text("app-cancel")).clicked() {
                ui.data_mut(|data| data.remove::<String>(id));
                view.ask(Command::DismissDialog);
            }
        });
    });
    if response.should_close() {
        ui.data_mut(|data| data.remove::<String>(id));
        view.ask(Command::DismissDialog);
    }
}
