//! Drives the whole window through its accessibility tree, without a screen: what a person sees and clicks.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use sidestil::app::Window;
use sidestil::command::{Command, Input};
use sidestil::lang::Lang;
use sidestil::project::settings::Settings;
use sidestil::worker::Inline;

/// The window at the size of a small laptop, working on the test's own thread.
fn window<'a>() -> Harness<'a, Window> {
    let window = Window::new(Settings::default(), Box::new(Inline::default()));
    Harness::builder().with_size([1366.0, 768.0]).with_context_setup(sidestil::ui::theme::install).build_ui_state(
        |ui, window: &mut Window| {
            let ctx = ui.ctx().clone();
            window.logic(&ctx);
            window.ui(ui);
        },
        window,
    )
}

/// Opens texts as if they were files.
fn open(harness: &mut Harness<'_, Window>, texts: &[(&'static str, &'static str)]) {
    let inputs = texts.iter().map(|&(name, text)| Input::Sample { name, text }).collect();
    let ctx = harness.ctx.clone();
    harness.state_mut().apply(&ctx, Command::Open(inputs));
    harness.run();
}

#[test]
fn the_empty_window_says_what_to_do_and_opens_the_samples() {
    let mut harness = window();
    harness.run();
    harness.get_by_label("Åbn referater fra kommunernes udvalg");
    harness.get_by_label("Prøv med eksempler").click();
    harness.run();
    let names: Vec<String> =
        harness.state().state.documents.list().iter().map(|document| document.input.name()).collect();
    assert_eq!(names.len(), sidestil::data::samples::ALL.len());
    assert!(harness.state().state.documents.readings().count() == names.len(), "all are read");
    assert!(harness.query_by_label("Prøv med eksempler").is_none());
}

#[test]
fn the_language_is_switched_at_once() {
    let mut harness = window();
    harness.run();
    harness.get_by_label("English").click();
    harness.run();
    harness.get_by_label("Try the samples");
    assert_eq!(harness.state().state.settings.lang, Lang::En);
    harness.get_by_label("Dansk").click();
    harness.run();
    harness.get_by_label("Prøv med eksempler");
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_what_to_do() {
    let mut harness = window();
    let ctx = harness.ctx.clone();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("tom.txt"), "").unwrap();
    harness.state_mut().open(&ctx, vec![folder.path().join("tom.txt"), folder.path().join("væk.txt")]);
    harness.run();
    harness.get_by_label(&Lang::Da.text("read-empty"));
    harness.get_by_label(&Lang::Da.text("read-missing"));
    std::fs::write(folder.path().join("tom.txt"), "Referat af et møde om veje.").unwrap();
    harness.get_all_by_label("Prøv igen").next().unwrap().click();
    harness.run();
    assert!(harness.query_by_label(&Lang::Da.text("read-empty")).is_none());
    harness.get_by_label("Ingen nøgletal fundet i tom.txt");
}

#[test]
fn the_same_file_twice_stays_one() {
    let mut harness = window();
    open(&mut harness, &[("a.txt", "Referat af et møde."), ("kopi.txt", "Referat af et møde.")]);
    assert_eq!(harness.state().state.documents.list().len(), 1);
    harness.get_by_label("kopi.txt er åben i forvejen og tælles kun med én gang.");
    harness.get_by_label("Luk beskeder").click();
    harness.run();
    assert!(harness.query_by_label("Luk beskeder").is_none());
}

#[test]
fn a_path_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("møde.txt");
    std::fs::write(&path, "Referat af et møde.").unwrap();
    let mut harness = window();
    harness.run();
    harness.get_by_label("Skriv en sti …").click();
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "Sti").type_text(&path.display().to_string());
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().state.documents.readings().count(), 1);
}
