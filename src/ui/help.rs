//! Help in the program: what the words mean and where they are defined, how figures are found, what the marks mean.

use super::{View, tokens};
use crate::command::Command;
use egui::{Grid, Id, Modal, ScrollArea, Ui};

/// The sections, each with the keys of its entries: a word, a colon, and what it means; or a plain sentence.
pub const SECTIONS: [(&str, &[&str]); 6] = [
    ("help-use", &["help-use-open", "help-use-compare", "help-use-click", "help-use-correct", "help-use-take"]),
    (
        "help-words",
        &[
            "help-word-rate",
            "help-word-considered",
            "help-word-upheld",
            "help-word-changed",
            "help-word-remanded",
            "help-word-dismissed",
            "help-word-map",
            "help-word-child",
            "help-word-nation",
            "help-word-interval",
            "help-word-caseload",
            "help-word-guideline",
            "help-word-appeal",
        ],
    ),
    (
        "help-found",
        &[
            "help-found-read",
            "help-found-place",
            "help-found-doubt",
            "help-found-check",
            "help-found-fault",
            "help-found-note",
        ],
    ),
    (
        "help-marks",
        &[
            "help-mark-computed",
            "help-mark-printed",
            "help-mark-hollow",
            "help-mark-stripes",
            "help-mark-few",
            "help-mark-dash",
            "help-mark-corrected",
            "help-mark-finding",
        ],
    ),
    ("help-not", &["help-not-scan", "help-not-picture", "help-not-old", "help-not-locked", "help-not-judge"]),
    ("help-safe", &["help-safe-net", "help-safe-files"]),
];

/// Width and height of the window's part that help takes, in points.
const SIZE: egui::Vec2 = egui::vec2(760.0, 560.0);

/// The help, in front of the window.
pub fn help_ui(ui: &mut Ui, view: &mut View<'_>) {
    let room = ui.ctx().content_rect().size() - egui::vec2(80.0, 120.0);
    let size = SIZE.min(room);
    let response = Modal::new(Id::unique("help")).show(ui.ctx(), |ui| {
        ui.set_width(size.x);
        ui.horizontal(|ui| {
            ui.heading(view.text("help-title"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button(view.text("help-close")).clicked() {
                    view.ask(Command::DismissDialog);
                }
            });
        });
        ui.separator();
        ScrollArea::vertical().max_height(size.y).min_scrolled_height(size.y - 90.0).auto_shrink([false, true]).show(
            ui,
            |ui| {
                for (section, entries) in SECTIONS {
                    ui.add_space(tokens::GAP);
                    ui.label(tokens::bold(view.text(section)));
                    ui.add_space(tokens::GAP * 0.5);
                    Grid::new(section).num_columns(2).spacing([16.0, 6.0]).min_col_width(150.0).show(ui, |ui| {
                        for entry in entries {
                            entry_ui(ui, &view.text(entry), size.x);
                        }
                    });
                }
                ui.add_space(tokens::GAP);
                ui.weak(view.text_with("help-version", &[("version", env!("CARGO_PKG_VERSION").into())]));
            },
        );
    });
    if response.should_close() {
        view.ask(Command::DismissDialog);
    }
}

/// The word on the left, what it means on the right.
fn entry_ui(ui: &mut Ui, text: &str, width: f32) {
    let (word, meaning) = text.split_once(": ").unwrap_or(("", text));
    ui.vertical(|ui| {
        ui.set_width(150.0);
        ui.label(tokens::bold(word));
    });
    ui.vertical(|ui| {
        ui.set_width(width - 200.0);
        ui.label(meaning);
    });
    ui.end_row();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn every_entry_is_a_word_and_its_meaning() {
        for lang in [Lang::Da, Lang::En] {
            for (section, entries) in SECTIONS {
                assert_ne!(lang.text(section), section);
                for entry in entries {
                    let text = lang.text(entry);
                    let (word, meaning) = text.split_once(": ").unwrap_or_else(|| panic!("{entry}: {text}"));
                    assert!(word.chars().count() <= 28 && meaning.ends_with('.'), "{text}");
                }
            }
        }
    }
}
