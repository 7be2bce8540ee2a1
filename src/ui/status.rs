//! The line at the bottom: what is being read, what there is, and what happened.

use super::{View, tokens};
use crate::command::Command;
use crate::lang::number;
use crate::state::document::Stage;
use egui::{ProgressBar, RichText, Ui};

/// Progress with a way to stop it; else how much is open; then the newest messages.
pub fn status_ui(ui: &mut Ui, view: &mut View<'_>) {
    notices(ui, view);
    ui.horizontal(|ui| match view.state.documents.progress() {
        Some(progress) => {
            let share = progress.done as f32 / progress.total.max(1) as f32;
            let text = match &progress.file {
                Some(name) => view.text_with(
                    "app-reading-file",
                    &[
                        ("done", progress.done.to_string().into()),
                        ("total", progress.total.to_string().into()),
                        ("name", name.as_str().into()),
                    ],
                ),
                None => view.text_with(
                    "app-reading",
                    &[("done", progress.done.to_string().into()), ("total", progress.total.to_string().into())],
                ),
            };
            ui.add(ProgressBar::new(share).desired_width(160.0).desired_height(12.0));
            ui.label(text);
            if ui.button(view.text("menu-cancel")).clicked() {
                view.ask(Command::Cancel);
            }
        }
        None => {
            ui.label(summary(view));
            let count = view.state.happened.len();
            if count > 0 || view.state.shows_happened {
                let text = view.text_with("happened-open", &[("count", count.into())]);
                if ui.selectable_label(view.state.shows_happened, text).clicked() {
                    view.ask(Command::ShowHappened(!view.state.shows_happened));
                }
            }
        }
    });
}

/// How much is open, in one line.
#[must_use]
pub fn summary(view: &View<'_>) -> String {
    let documents = &view.state.documents;
    if documents.list().is_empty() {
        return view.text("app-no-documents");
    }
    let (mut read, mut figures) = (0, 0);
    for (_, reading) in documents.readings() {
        read += 1;
        figures += reading.extraction.figures.len();
    }
    let failed = documents.list().iter().filter(|document| matches!(document.stage, Stage::Failed(_))).count();
    let figures = number::format(view.lang, figures as f64, 0);
    let mut text = view.text_with("app-all-read", &[("documents", read.into()), ("figures", figures.into())]);
    if failed > 0 {
        text = format!("{text}; {}", view.text_with("app-all-read-failed", &[("failed", failed.into())]));
    }
    text
}

fn notices(ui: &mut Ui, view: &mut View<'_>) {
    /// How many messages are shown at a time; the newest ones.
    const SHOWN: usize = 4;
    let notices = &view.state.notices;
    if notices.is_empty() {
        return;
    }
    let tones = tokens::tones(ui);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            for notice in &notices[notices.len().saturating_sub(SHOWN)..] {
                let mut text = RichText::new(view.message(&notice.message));
                if notice.is_error {
                    text = text.color(tones.error);
                }
                ui.label(text);
            }
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            if ui.button(view.text("app-dismiss")).clicked() {
                view.ask(Command::DismissNotices);
            }
        });
    });
    ui.separator();
}
