//! The command palette: everything that can be done, found by typing a few letters of it.

use super::{View, documents, menu, tokens};
use crate::command::{Action, Command, Input};
use egui::{Id, Key, Modal, Modifiers, RichText, ScrollArea, TextEdit, Ui};

/// Size of the palette in points.
const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 380.0;

/// One thing that can be chosen.
struct Entry {
    text: String,
    /// Its keys, or what kind of thing it is.
    hint: String,
    what: What,
}

enum What {
    Action(Action),
    Command(Command),
}

/// The palette, where it is open.
pub fn palette_ui(ui: &mut Ui, view: &mut View<'_>) {
    if !view.state.palette {
        return;
    }
    let id = Id::unique("palette");
    let (mut query, mut at): (String, usize) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let before = query.clone();
    let mut chosen = None;
    // Taken before the field sees them: there the arrows move the cursor.
    let steps = ui.input_mut(|input| {
        let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
        down as isize - up as isize
    });
    let response = Modal::new(id.with("window")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        let name = ui.label(tokens::bold(view.text("palette-title")));
        let field = TextEdit::singleline(&mut query).hint_text(view.text("palette-hint"));
        let edit = ui.add(field.desired_width(f32::INFINITY)).labelled_by(name.id);
        let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if !entered {
            edit.request_focus();
        }
        if query != before {
            at = 0;
        }
        let entries = found(ui.ctx(), view, &query);
        at = at.saturating_add_signed(steps).min(entries.len().saturating_sub(1));
        ui.add_space(tokens::GAP * 0.5);
        if entries.is_empty() {
            ui.weak(view.text("palette-none"));
        }
        ScrollArea::vertical().auto_shrink([false, true]).max_height(HEIGHT).show(ui, |ui| {
            for (n, entry) in entries.into_iter().enumerate() {
                let is_here = n == at;
                let clicked = entry_ui(ui, &entry, is_here, is_here && steps != 0);
                if clicked || (entered && is_here) {
                    chosen = Some(entry.what);
                }
            }
        });
    });
    if let Some(what) = chosen {
        ui.data_mut(|data| data.remove::<(String, usize)>(id));
        view.ask(Command::ShowPalette(false));
        match what {
            What::Action(action) => menu::run(action, ui, view),
            What::Command(command) => view.ask(command),
        }
    } else if response.should_close() {
        ui.data_mut(|data| data.remove::<(String, usize)>(id));
        view.ask(Command::ShowPalette(false));
    } else {
        ui.data_mut(|data| data.insert_temp(id, (query, at)));
    }
}

fn entry_ui(ui: &mut Ui, entry: &Entry, is_here: bool, moved: bool) -> bool {
    let button = egui::Button::selectable(is_here, &entry.text)
        .shortcut_text(RichText::new(&entry.hint).weak())
        .min_size(egui::vec2(ui.available_width(), 0.0));
    let response = ui.add(button);
    if moved {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// What fits the words, in the order of the menus; at the end the search for the words themselves.
fn found(ctx: &egui::Context, view: &View<'_>, query: &str) -> Vec<Entry> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let fits = |entry: &Entry| {
        let text = format!("{} {}", entry.text, entry.hint).to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    let mut entries: Vec<Entry> = all(ctx, view).into_iter().filter(fits).collect();
    if !query.trim().is_empty() {
        entries.push(Entry {
            text: view.text_with("palette-search", &[("query", query.trim().into())]),
            hint: "Ctrl+F".to_owned(),
            what: What::Command(Command::Search(query.trim().to_owned())),
        });
    }
    entries
}

fn all(ctx: &egui::Context, view: &View<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for action in Action::ALL.into_iter().filter(|action| menu::enabled(*action, view)) {
        let text = menu::text(action, view).trim_end_matches([' ', '…']).to_owned();
        entries.push(Entry { text, hint: menu::keys_text(ctx, action, view.lang), what: What::Action(action) });
    }
    let state = view.state;
    let hint = view.text("palette-document");
    for document in state.documents.list() {
        let mut text = documents::title(view, document);
        if let Some(reading) = document.reading() {
            text = format!("{text} · {}", documents::date(view.lang, reading));
        }
        let command = Command::ShowDocument(document.id);
        entries.push(Entry { text, hint: hint.clone(), what: What::Command(command) });
    }
    let hint = view.text("palette-place");
    for place in &state.charts.options().places {
        let mut choice = state.charts.choice().clone();
        choice.places = vec![place.clone()];
        let text = view.text_with("palette-only", &[("place", place.as_str().into())]);
        entries.push(Entry { text, hint: hint.clone(), what: What::Command(Command::Choose(choice)) });
    }
    let hint = view.text("app-recent");
    for path in &state.settings.recent {
        let input = Input::File(path.clone());
        let text = input.name();
        entries.push(Entry { text, hint: hint.clone(), what: What::Command(Command::Open(vec![input])) });
    }
    entries
}
