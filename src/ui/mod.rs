//! Paints the window from the state and hands back what the person asked for. Nothing here changes the state.

pub mod bases;
pub mod cases;
pub mod checks;
pub mod choice;
pub mod compare;
pub mod data;
pub mod decide;
pub mod dialogs;
pub mod documents;
mod draft;
pub mod export;
pub mod figure;
pub mod happened;
pub mod help;
mod item;
pub mod keep;
pub mod keyboard;
pub mod loops;
mod mark;
pub mod menu;
pub mod palette;
pub mod password;
pub mod places;
pub mod plot;
pub mod raster;
pub mod render;
pub mod room;
mod save_as;
pub mod search;
pub mod shapes;
mod short;
#[cfg(test)]
pub mod sight;
pub mod source;
pub mod start;
pub mod status;
pub mod tall;
mod texture;
pub mod theme;
pub mod themes;
pub mod tokens;
pub mod twin;
mod widths;

use crate::command::{Command, Page};
use crate::lang::{Lang, message};
use crate::model::finding::Message;
use crate::state::AppState;
use fluent_bundle::FluentValue;

/// What the panels read, and where they put what was asked for.
pub struct View<'a> {
    pub state: &'a AppState,
    pub lang: Lang,
    pub out: Vec<Command>,
}

impl<'a> View<'a> {
    #[must_use]
    pub fn new(state: &'a AppState) -> Self {
        Self { state, lang: state.lang(), out: Vec::new() }
    }

    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.lang.text(key)
    }

    #[must_use]
    pub fn text_with<'v>(&self, key: &str, values: &[(&'v str, FluentValue<'v>)]) -> String {
        self.lang.text_with(key, values)
    }

    /// The sentence of a message.
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        message::plain(message, self.lang)
    }

    pub fn ask(&mut self, command: Command) {
        self.out.push(command);
    }
}

/// Paints the whole window, and returns what the person asked for.
#[must_use]
pub fn window_ui(ui: &mut egui::Ui, state: &AppState) -> Vec<Command> {
    let mut view = View::new(state);
    menu::shortcuts(ui, &mut view);
    if let Some(room) = state.room {
        room::room_ui(ui, &mut view, room);
        dialogs::dialogs_ui(ui, &mut view);
        keyboard::ring_ui(ui);
        return view.out;
    }
    egui::Panel::top("menu").show(ui, |ui| menu::menu_ui(ui, &mut view));
    egui::Panel::bottom("status").show(ui, |ui| status::status_ui(ui, &mut view));
    if state.shows_happened {
        egui::Panel::bottom("happened").show(ui, |ui| happened::happened_ui(ui, &mut view));
    }
    let empty = state.documents.list().is_empty();
    if !empty {
        let list = egui::Panel::left("documents").resizable(true).default_size(222.0).size_range(180.0..=420.0);
        list.show(ui, |ui| documents::documents_ui(ui, &mut view));
        if state.focus.is_some() {
            let width = (ui.ctx().content_rect().width() * 0.29).clamp(340.0, 640.0);
            let panel = egui::Panel::right("source").resizable(true).default_size(width).size_range(280.0..=900.0);
            panel.show(ui, |ui| source::source_ui(ui, &mut view));
        }
    }
    egui::CentralPanel::default().show(ui, |ui| match (empty, state.page) {
        (true, _) => start::start_ui(ui, &mut view),
        (false, _) if state.search.open => search::search_ui(ui, &mut view),
        (false, Page::Compare | Page::Appeals | Page::Caseload | Page::Other) => compare::compare_ui(ui, &mut view),
        (false, Page::Checks) => checks::checks_ui(ui, &mut view),
        (false, Page::Cases) => cases::cases_ui(ui, &mut view),
        (false, Page::Data) => data::data_ui(ui, &mut view),
    });
    dialogs::dialogs_ui(ui, &mut view);
    palette::palette_ui(ui, &mut view);
    dialogs::drop_ui(ui, &view);
    keyboard::ring_ui(ui);
    view.out
}
