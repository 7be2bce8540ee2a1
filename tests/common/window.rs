//! The window as tests drive it: without a screen, through its accessibility tree.

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidestil::app::Window;
use sidestil::command::{Command, Input};
use sidestil::project::settings::Settings;
use sidestil::worker::Inline;

/// The size of a small laptop.
pub const LAPTOP: [f32; 2] = [1366.0, 768.0];

/// The window at the size of a small laptop, working on the test's own thread.
pub fn window<'a>() -> Harness<'a, Window> {
    sized(LAPTOP)
}

/// The window at another size, working on the test's own thread.
pub fn sized<'a>(size: [f32; 2]) -> Harness<'a, Window> {
    driven(size, Window::new(Settings::default(), Box::new(Inline::default())))
}

/// A window of the test's own making.
pub fn driven<'a>(size: [f32; 2], window: Window) -> Harness<'a, Window> {
    let builder = Harness::builder().with_size(size).with_context_setup(sidestil::ui::theme::install);
    let mut harness = builder.build_ui_state(
        |ui, window: &mut Window| {
            let ctx = ui.ctx().clone();
            window.logic(&ctx);
            window.ui(ui);
        },
        window,
    );
    harness.run();
    harness
}

/// Does what a person may ask for.
pub fn ask(harness: &mut Harness<'_, Window>, command: Command) {
    let ctx = harness.ctx.clone();
    harness.state_mut().apply(&ctx, command);
    harness.run();
}

/// Opens texts as if they were files.
pub fn open_texts(harness: &mut Harness<'_, Window>, texts: &[(&'static str, &'static str)]) {
    let inputs = texts.iter().map(|&(name, text)| Input::Sample { name, text }).collect();
    ask(harness, Command::Open(inputs));
}

pub fn press(harness: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Clicks the first thing whose name begins so.
pub fn click_first(harness: &mut Harness<'_, Window>, beginning: &str) {
    let found = harness.query_all_by_label_contains(beginning).find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with(beginning)
    });
    found.unwrap_or_else(|| panic!("nothing is named {beginning}")).click();
    harness.run();
}

/// Replaces the text of a named field.
pub fn fill(harness: &mut Harness<'_, Window>, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    press(harness, Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run();
}
