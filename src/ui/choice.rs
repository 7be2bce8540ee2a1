//! The bar over the charts: which municipalities, which year, which cases, held against what, on which base. The same
//! for all charts.

use super::{View, places, tokens};
use crate::chart::{Base, Choice, Comparator, PeriodChoice, View as ChartView, words, yardstick};
use crate::command::Command;
use crate::lang::number;
use egui::{DragValue, ScrollArea, Ui};

/// The greatest height of a list of choices, in points.
const LIST: f32 = 420.0;

/// One row of choices; what is chosen stands on each button.
pub fn choice_ui(ui: &mut Ui, view: &mut View<'_>) {
    let before = view.state.charts.choice();
    let mut choice = before.clone();
    ui.horizontal_wrapped(|ui| {
        let chosen = match choice.places.len() {
            0 => view.text("app-choice-all"),
            _ => words::list(view.lang, &choice.places.iter().map(|p| p.as_str()).collect::<Vec<_>>(), 3),
        };
        menu(ui, view.text_with("app-choice-places", &[("chosen", chosen.into())]), |ui| {
            places::places_ui(ui, view, &mut choice);
        });
        period_ui(ui, view, &mut choice);
        // What has no say on a page does not stand on it.
        let appeals = view.state.page.views().iter().any(|chart| chart.is_appeals());
        if appeals && view.state.charts.filled(ChartView::Appeals).is_some() {
            scope_ui(ui, view, &mut choice);
            comparator_ui(ui, view, &mut choice);
            base_ui(ui, view, &mut choice);
        }
    });
    if choice != *before {
        view.ask(Command::Choose(choice));
    }
    if view.state.page.views().contains(&ChartView::Appeals) {
        super::bases::bases_ui(ui, view);
    }
}

fn period_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    let chosen = match choice.period {
        PeriodChoice::Newest => view.text("app-choice-newest-short"),
        PeriodChoice::Shared => view.text("app-choice-shared-short"),
        PeriodChoice::Year(year) => year.to_string(),
    };
    menu(ui, view.text_with("app-choice-period", &[("chosen", chosen.into())]), |ui| {
        ui.radio_value(&mut choice.period, PeriodChoice::Newest, view.text("app-choice-newest"));
        ui.radio_value(&mut choice.period, PeriodChoice::Shared, view.text("app-choice-shared"));
        for year in &view.state.charts.options().years {
            ui.radio_value(&mut choice.period, PeriodChoice::Year(*year), year.to_string());
        }
    });
}

fn scope_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    let widest = || view.text("app-choice-widest-short");
    let chosen = choice.scope.as_ref().map_or_else(widest, |scope| words::scope(view.lang, scope));
    menu(ui, view.text_with("app-choice-scope", &[("chosen", chosen.into())]), |ui| {
        ui.radio_value(&mut choice.scope, None, view.text("app-choice-widest"));
        for scope in &view.state.charts.options().scopes {
            ui.radio_value(&mut choice.scope, Some(scope.clone()), words::scope(view.lang, scope));
        }
    });
}

/// What rates are held against.
fn comparator_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    let chosen = yardstick::within(choice, view.lang);
    let title = view.text_with("app-choice-comparator", &[("chosen", chosen.into())]);
    menu(ui, title, |ui| {
        for comparator in [Comparator::Nation, Comparator::Region, Comparator::Mean] {
            let name = yardstick::name(&Choice { comparator: comparator.clone(), ..Choice::default() }, view.lang);
            ui.radio_value(&mut choice.comparator, comparator, name);
        }
        ui.horizontal(|ui| {
            let (mut on, mut percent) = match choice.comparator {
                Comparator::Target(tenths) => (true, f64::from(tenths) / 10.0),
                _ => (false, 30.0),
            };
            let asked = ui.radio(on, view.text("chart-who-target")).clicked();
            let name = view.text("chart-who-target");
            let drag = ui.add(
                DragValue::new(&mut percent)
                    .range(0.0..=100.0)
                    .speed(0.5)
                    .suffix(words::sign(view.lang))
                    .custom_formatter(|value, _| number::format(view.lang, value, 1))
                    .custom_parser(|text| number::without_mark(text).replace(',', ".").parse().ok()),
            );
            drag.widget_info(|| egui::WidgetInfo::labeled(egui::Role::SpinButton, true, &name));
            on |= asked || drag.changed();
            if on {
                choice.comparator = Comparator::Target((percent * 10.0).round() as u16);
            }
        });
        ui.separator();
        ui.weak(view.text("app-choice-comparator-place"));
        for place in &view.state.charts.options().places {
            ui.radio_value(&mut choice.comparator, Comparator::Place(place.clone()), place.as_str());
        }
    });
}

/// The base switch: it moves every rate at once.
fn base_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    // No line between them: where the bar goes on in a second row it would stand at the end of the first.
    ui.add_space(tokens::GAP);
    ui.label(view.text("app-choice-base")).on_hover_text(view.text("term-rate"));
    for (base, key) in [(Base::Official, "app-choice-official"), (Base::WithDismissed, "app-choice-with-dismissed")] {
        let hint = view.text(&format!("{key}-hint"));
        ui.radio_value(&mut choice.base, base, view.text(key)).on_hover_text(hint);
    }
}

/// The caseload that "what would it take" aims at.
pub fn level_ui(ui: &mut Ui, view: &mut View<'_>) {
    let before = view.state.charts.choice();
    let mut choice = before.clone();
    ui.horizontal(|ui| {
        ui.radio_value(&mut choice.level, None, view.text("app-level-others"));
        let mut level = before.level.unwrap_or(40);
        let asked = ui.radio(before.level.is_some(), view.text("app-level-own")).clicked();
        let name = view.text("app-level-own");
        let drag = ui.add(DragValue::new(&mut level).range(5..=300).speed(0.25));
        drag.widget_info(|| egui::WidgetInfo::labeled(egui::Role::SpinButton, true, &name));
        if asked || drag.changed() {
            choice.level = Some(level);
        }
        ui.weak(view.text("chart-whatif-level-small"));
    });
    if choice != *before {
        view.ask(Command::Choose(choice));
    }
}

/// A button that opens a list of choices, which stays open while choosing.
fn menu(ui: &mut Ui, title: String, list: impl FnOnce(&mut Ui)) {
    let config =
        egui::containers::menu::MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::containers::menu::MenuButton::new(title).config(config).ui(ui, |ui| {
        ScrollArea::vertical().max_height(LIST).min_scrolled_height(LIST).show(ui, list);
    });
}
