//! The system's dialogs: made on the window's thread, as macOS wants it, and awaited on another.

use crate::command::{Event, Picture, Purpose};
use crate::lang::Lang;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// Endings of minutes, in both cases: some dialogs tell them apart.
const MINUTES: [&str; 19] = [
    "txt", "TXT", "pdf", "PDF", "docx", "DOCX", "odt", "ODT", "html", "HTML", "htm", "HTM", "xlsx", "XLSX", "csv",
    "CSV", "text", "TEXT", "ron",
];

/// Asks for files to open.
pub fn pick_files(ctx: &egui::Context, lang: Lang, purpose: Purpose, sender: Sender<Event>) {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(lang.text("app-pick-title"))
        .add_filter(lang.text("app-pick-minutes"), &MINUTES)
        .add_filter(lang.text("app-pick-all"), &["*"]);
    let answer = dialog.pick_files();
    answer_on_thread(ctx, sender, move || {
        let picked = pollster::block_on(answer);
        let paths = picked.map(|files| files.iter().map(|file| file.path().to_owned()).collect::<Vec<PathBuf>>());
        // On Linux no answer means that there is no dialog to show; elsewhere that it was left.
        let none_means_left = !cfg!(target_os = "linux");
        Event::Picked(purpose, if none_means_left { Some(paths.unwrap_or_default()) } else { paths })
    });
}

/// Asks for the place of a picture.
pub fn pick_place(ctx: &egui::Context, lang: Lang, picture: Picture, path: &Path, sender: Sender<Event>) {
    let mut dialog = rfd::AsyncFileDialog::new().set_title(lang.text("app-save-title"));
    if let Some(ending) = picture.ending() {
        dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
    }
    let answer = proposing(dialog, path).save_file();
    answer_on_thread(ctx, sender, move || {
        Event::PlacePicked(picture, pollster::block_on(answer).map(|file| file.path().to_owned()))
    });
}

/// Asks for the place of a workspace.
pub fn pick_workspace_place(ctx: &egui::Context, lang: Lang, path: &Path, sender: Sender<Event>) {
    let title = lang.text("ws-save-title");
    let dialog = rfd::AsyncFileDialog::new().set_title(title).add_filter("Sidestil", &["sidestil.ron", "ron"]);
    let answer = proposing(dialog, path).save_file();
    answer_on_thread(ctx, sender, move || {
        Event::WorkspacePlace(pollster::block_on(answer).map(|file| file.path().to_owned()))
    });
}

/// A dialog that opens with this path's name in its folder.
fn proposing(mut dialog: rfd::AsyncFileDialog, path: &Path) -> rfd::AsyncFileDialog {
    if let Some(name) = path.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    dialog
}

/// Waits elsewhere, then wakes the window.
pub fn answer_on_thread(ctx: &egui::Context, sender: Sender<Event>, work: impl FnOnce() -> Event + Send + 'static) {
    let ctx = ctx.clone();
    std::thread::spawn(move || {
        let event = work();
        // A closed window wants no answer.
        let _ = sender.send(event);
        ctx.request_repaint();
    });
}
