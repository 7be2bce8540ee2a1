//! The bar at the top: menus with their shortcuts, and the pages.

use super::View;
use crate::chart::View as ChartView;
use crate::command::{Action, Asked, Command, Input, Page, Picture, Theme};
use crate::lang::Lang;
use crate::model::reading::FigureId;
use crate::state::source::Focus;
use egui::{Button, Key, KeyboardShortcut, Modifiers, Ui};

fn keys(action: Action) -> Option<KeyboardShortcut> {
    let shortcut = action.shortcut()?;
    let mut modifiers = Modifiers::NONE;
    if shortcut.ctrl {
        modifiers |= Modifiers::COMMAND;
    }
    if shortcut.alt {
        modifiers |= Modifiers::ALT;
    }
    if shortcut.shift {
        modifiers |= Modifiers::SHIFT;
    }
    Some(KeyboardShortcut::new(modifiers, Key::from_name(shortcut.key)?))
}

/// An action's text; undo and redo say what.
#[must_use]
pub fn text(action: Action, view: &View<'_>) -> String {
    let step = match action {
        Action::Undo => view.state.steps.past(),
        Action::Redo => view.state.steps.future(),
        _ => None,
    };
    let text = view.text(action.key());
    let Some(step) = step else { return text };
    let (count, name) = step.documents();
    format!("{text}: {}", view.text_with(step.key(), &[("count", count.into()), ("name", name.into())]))
}

/// An action's keys as people read them, by the names that stand on keyboards; empty where it has none.
#[must_use]
pub fn keys_text(ctx: &egui::Context, action: Action, lang: Lang) -> String {
    let text = keys(action).map(|keys| ctx.format_shortcut(&keys)).unwrap_or_default();
    text.replace("Escape", "Esc").replace("Left", &lang.text("menu-key-left"))
}

/// True where the action makes sense now.
#[must_use]
pub fn enabled(action: Action, view: &View<'_>) -> bool {
    let state = view.state;
    match action {
        Action::CloseAll => !state.documents.list().is_empty(),
        Action::Cancel => state.documents.is_busy(),
        Action::Export | Action::SaveNote => first_filled(view).is_some(),
        Action::Back => state.can_go_back(),
        Action::HideSource => state.focus.is_some(),
        Action::Confirm | Action::Correct | Action::LeaveOut | Action::AddFigure | Action::DocumentFacts => {
            decision(action, view).is_some()
        }
        Action::Undo => state.steps.past().is_some(),
        Action::Redo => state.steps.future().is_some(),
        Action::Save | Action::SaveAs | Action::New | Action::Find | Action::Room => !state.documents.list().is_empty(),
        _ => true,
    }
}

/// The decision that an action asks for about what is in focus; `None` where it makes no sense.
fn decision(action: Action, view: &View<'_>) -> Option<Asked> {
    let state = view.state;
    let figure = state.selected();
    let document = || state.focus.map(Focus::document).filter(|id| state.documents.reading(*id).is_some());
    match action {
        Action::Confirm => {
            let uncertain = |id: &FigureId| state.documents.figure(*id).is_some_and(|figure| !figure.is_certain());
            figure.filter(uncertain).map(Asked::Confirm)
        }
        Action::Correct => figure.map(Asked::Correct),
        Action::LeaveOut => figure.map(Asked::LeaveOut),
        Action::AddFigure => document().map(Asked::Add),
        Action::DocumentFacts => document().map(Asked::Document),
        _ => None,
    }
}

/// The view that is most likely meant: one of the page's own, else the first that has something to show.
fn first_filled(view: &View<'_>) -> Option<ChartView> {
    let page = view.state.page;
    let own = if page == Page::Compare { &[][..] } else { page.views() };
    let likely = own.iter().copied().chain([ChartView::Appeals, ChartView::Caseload]).chain(ChartView::ALL);
    likely.into_iter().find(|&chart| view.state.charts.filled(chart).is_some())
}

/// Does an action: most are commands, zoom is egui's own.
pub fn run(action: Action, ui: &Ui, view: &mut View<'_>) {
    let ctx = ui.ctx();
    let command = match action {
        Action::Open => Command::AskFiles,
        Action::OpenPath => Command::AskPath,
        Action::OpenSamples => Command::OpenSamples,
        Action::CloseAll => Command::CloseAll,
        Action::Cancel => Command::Cancel,
        Action::Export => match first_filled(view) {
            Some(chart) => Command::AskPicture(Picture::of(chart)),
            None => return,
        },
        Action::SaveNote => Command::AskPicture(Picture::Note(Default::default())),
        Action::SaveWindow => Command::AskPicture(Picture::Window),
        Action::Help => Command::ShowHelp,
        Action::Quit => Command::Quit,
        Action::New => Command::New,
        Action::Save => Command::Save,
        Action::SaveAs => Command::AskWorkspacePlace,
        Action::Undo => Command::Undo,
        Action::Redo => Command::Redo,
        Action::Find => {
            super::search::take_keyboard(ctx);
            Command::ShowSearch(true)
        }
        Action::Palette => Command::ShowPalette(!view.state.palette),
        Action::Room => Command::ShowRoom(view.state.room.is_none()),
        Action::Happened => Command::ShowHappened(!view.state.shows_happened),
        Action::Confirm | Action::Correct | Action::LeaveOut | Action::AddFigure | Action::DocumentFacts => {
            match decision(action, view) {
                Some(asked) => Command::AskDecision(asked),
                None => return,
            }
        }
        Action::Compare => Command::ShowPage(Page::Compare),
        Action::PageAppeals => Command::ShowPage(Page::Appeals),
        Action::PageCaseload => Command::ShowPage(Page::Caseload),
        Action::PageOther => Command::ShowPage(Page::Other),
        Action::Checks => Command::ShowPage(Page::Checks),
        Action::Cases => Command::ShowPage(Page::Cases),
        Action::Data => Command::ShowPage(Page::Data),
        Action::Back => Command::Back,
        Action::HideSource => Command::HideSource,
        Action::ZoomIn => return egui::gui_zoom::zoom_in(ctx),
        Action::ZoomOut => return egui::gui_zoom::zoom_out(ctx),
        Action::ZoomReset => return ctx.set_zoom_factor(1.0),
    };
    view.ask(command);
}

/// Does what the keys that were pressed ask for.
pub fn shortcuts(ui: &Ui, view: &mut View<'_>) {
    let typing = ui.ctx().text_edit_focused();
    let mut actions = Action::ALL;
    // Ctrl+Shift+S before Ctrl+S: egui takes the shorter for the longer as well.
    actions.sort_by_key(|action| !action.shortcut().is_some_and(|keys| keys.shift));
    let again = KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    if !typing && enabled(Action::Redo, view) && ui.ctx().input_mut(|input| input.consume_shortcut(&again)) {
        view.ask(Command::Redo);
    }
    for action in actions {
        // Zoom keys are egui's own; Escape closes what is in front before it stops any work; in a field undo is the
        // field's own.
        let own = !matches!(action, Action::ZoomIn | Action::ZoomOut | Action::ZoomReset);
        let in_front = view.state.dialog.is_some() || view.state.palette || view.state.search.open;
        let free = match action {
            Action::Cancel => !in_front,
            Action::Undo | Action::Redo => !typing,
            _ => view.state.dialog.is_none(),
        };
        if own
            && free
            && enabled(action, view)
            && let Some(keys) = keys(action)
            && ui.ctx().input_mut(|input| input.consume_shortcut(&keys))
        {
            run(action, ui, view);
        }
    }
}

/// The menus, the pages, language and theme.
pub fn menu_ui(ui: &mut Ui, view: &mut View<'_>) {
    let mut beside = true;
    egui::MenuBar::new().ui(ui, |ui| {
        ui.menu_button(view.text("menu-file"), |ui| {
            items(ui, view, &[Action::New, Action::Open, Action::OpenPath]);
            recent(ui, view);
            items(ui, view, &[Action::OpenSamples]);
            ui.separator();
            items(ui, view, &[Action::Save, Action::SaveAs]);
            ui.separator();
            items(ui, view, &[Action::Export, Action::SaveNote, Action::SaveWindow]);
            ui.separator();
            items(ui, view, &[Action::Cancel, Action::CloseAll, Action::Quit]);
        });
        ui.menu_button(view.text("menu-edit"), |ui| {
            items(ui, view, &[Action::Undo, Action::Redo]);
            ui.separator();
            items(ui, view, &[Action::Confirm, Action::Correct, Action::LeaveOut]);
            items(ui, view, &[Action::AddFigure, Action::DocumentFacts]);
            ui.separator();
            items(ui, view, &[Action::Find, Action::Palette]);
        });
        ui.menu_button(view.text("menu-view"), |ui| {
            items(ui, view, &[Action::Compare, Action::PageAppeals, Action::PageCaseload, Action::PageOther]);
            items(ui, view, &[Action::Checks, Action::Cases, Action::Data]);
            ui.separator();
            items(ui, view, &[Action::Back, Action::HideSource, Action::Room, Action::Happened]);
            ui.separator();
            items(ui, view, &[Action::ZoomIn, Action::ZoomOut, Action::ZoomReset]);
            ui.separator();
            choices(ui, view);
        });
        if ui.button(view.text("menu-help")).on_hover_text("F1").clicked() {
            run(Action::Help, ui, view);
        }
        let filled = !view.state.documents.list().is_empty();
        // In a narrow window the pages have a row of their own, so that nothing lies over anything.
        let room = ui.available_width();
        beside = !filled || width(ui, &page_names(view)) + width(ui, &end_names(view)) <= room;
        if filled && beside {
            ui.separator();
            pages(ui, view);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            language(ui, view);
            if !view.state.documents.list().is_empty() {
                super::search::button_ui(ui, view);
            }
        });
    });
    if !beside {
        egui::MenuBar::new().ui(ui, |ui| pages(ui, view));
    }
}

/// What stands at the right end of the bar.
fn end_names(view: &View<'_>) -> Vec<String> {
    ["search-open", "app-language-da", "app-language-en"].map(|key| view.text(key)).to_vec()
}

/// How wide buttons with these names are side by side, with the line before them.
fn width(ui: &Ui, names: &[String]) -> f32 {
    let spacing = ui.spacing();
    let font = egui::TextStyle::Button.resolve(ui.style());
    let apart = 2.0 * spacing.button_padding.x + spacing.item_spacing.x;
    let names = names.iter().map(|name| {
        let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(name.clone(), font.clone(), egui::Color32::PLACEHOLDER));
        galley.size().x + apart
    });
    names.sum::<f32>() + spacing.item_spacing.x * 3.0
}

fn items(ui: &mut Ui, view: &mut View<'_>, actions: &[Action]) {
    for &action in actions {
        let mut button = Button::new(text(action, view));
        let keys = keys_text(ui.ctx(), action, view.lang);
        if !keys.is_empty() {
            button = button.shortcut_text(keys);
        }
        if ui.add_enabled(enabled(action, view), button).clicked() {
            run(action, ui, view);
            ui.close();
        }
    }
}

fn recent(ui: &mut Ui, view: &mut View<'_>) {
    ui.menu_button(view.text("app-recent"), |ui| {
        let state = view.state;
        if state.settings.recent.is_empty() {
            ui.weak(view.text("app-no-recent"));
            return;
        }
        for path in &state.settings.recent {
            let input = Input::File(path.clone());
            if ui.button(input.name()).on_hover_text(path.display().to_string()).clicked() {
                view.ask(Command::Open(vec![input]));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(view.text("app-forget-recent")).clicked() {
            view.ask(Command::ForgetRecent);
            ui.close();
        }
    });
}

fn choices(ui: &mut Ui, view: &mut View<'_>) {
    let settings = &view.state.settings;
    ui.label(view.text("app-theme"));
    for (theme, key) in
        [(Theme::System, "app-theme-system"), (Theme::Light, "app-theme-light"), (Theme::Dark, "app-theme-dark")]
    {
        if ui.radio(settings.theme == theme, view.text(key)).clicked() {
            view.ask(Command::SetTheme(theme));
        }
    }
}

/// The pages' names in their order, with the number of findings.
fn page_names(view: &View<'_>) -> Vec<String> {
    let own: usize = view.state.documents.readings().map(|(_, reading)| reading.report.findings.len()).sum();
    let findings = own + view.state.across.len();
    let name = |page: Page| {
        let name = view.text(page.key());
        if page == Page::Checks && findings > 0 { format!("{name} ({findings})") } else { name }
    };
    Page::ALL.into_iter().map(name).collect()
}

fn pages(ui: &mut Ui, view: &mut View<'_>) {
    for (page, name) in Page::ALL.into_iter().zip(page_names(view)) {
        let here = view.state.page == page && !view.state.search.open;
        if ui.selectable_label(here, name).clicked() {
            view.ask(Command::ShowPage(page));
        }
    }
}

fn language(ui: &mut Ui, view: &mut View<'_>) {
    for (lang, key) in [(Lang::En, "app-language-en"), (Lang::Da, "app-language-da")] {
        if ui.selectable_label(view.lang == lang, view.text(key)).clicked() {
            view.ask(Command::SetLang(lang));
        }
    }
}
