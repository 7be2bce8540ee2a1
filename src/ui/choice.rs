//! The bar over the charts: which municipalities, which year, which cases, on which base. The same for all charts.

use super::View;
use crate::chart::{Base, Choice, PeriodChoice, View as ChartView, words};
use crate::command::Command;
use crate::model::figure::Place;
use egui::{ScrollArea, Ui};

/// The greatest height of a list of choices, in points.
const LIST: f32 = 420.0;

/// One row of choices; what is chosen stands on each button.
pub fn choice_ui(ui: &mut Ui, view: &mut View<'_>) {
    let before = view.state.charts.choice();
    let mut choice = before.clone();
    ui.horizontal_wrapped(|ui| {
        places_ui(ui, view, &mut choice);
        period_ui(ui, view, &mut choice);
        scope_ui(ui, view, &mut choice);
        if view.state.charts.filled(ChartView::Appeals).is_some() {
            base_ui(ui, view, &mut choice);
        }
    });
    if choice != *before {
        view.ask(Command::Choose(choice));
    }
}

fn places_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    let options = view.state.charts.options();
    let chosen = match choice.places.len() {
        0 => view.text("app-choice-all"),
        _ => words::places(view.lang, &choice.places),
    };
    let title = view.text_with("app-choice-places", &[("chosen", chosen.into())]);
    menu(ui, title, |ui| {
        if ui.radio(choice.places.is_empty(), view.text("app-choice-all")).clicked() {
            choice.places.clear();
        }
        let own = &options.places[..options.own];
        if !own.is_empty() && ui.radio(choice.places == own, view.text("app-choice-own")).clicked() {
            choice.places = own.to_vec();
        }
        ui.separator();
        for place in &options.places {
            let mut on = choice.places.is_empty() || choice.places.contains(place);
            if ui.checkbox(&mut on, place.as_str()).changed() {
                toggle(&mut choice.places, &options.places, place, on);
            }
        }
    });
}

/// Adds or takes away one place; all of them, and none of them, are the empty choice.
fn toggle(chosen: &mut Vec<Place>, all: &[Place], place: &Place, on: bool) {
    if chosen.is_empty() {
        *chosen = all.to_vec();
    }
    chosen.retain(|kept| kept != place);
    if on {
        chosen.push(place.clone());
        // In the order of the list, so that taking one away and back changes nothing.
        chosen.sort_by_key(|place| all.iter().position(|other| other == place));
    }
    if chosen.len() == all.len() {
        chosen.clear();
    }
}

fn period_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    let chosen = match choice.period {
        PeriodChoice::Newest => view.text("app-choice-newest"),
        PeriodChoice::Year(year) => year.to_string(),
    };
    menu(ui, view.text_with("app-choice-period", &[("chosen", chosen.into())]), |ui| {
        ui.radio_value(&mut choice.period, PeriodChoice::Newest, view.text("app-choice-newest"));
        for year in &view.state.charts.options().years {
            ui.radio_value(&mut choice.period, PeriodChoice::Year(*year), year.to_string());
        }
    });
}

fn scope_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    let widest = || view.text("app-choice-widest");
    let chosen = choice.scope.as_ref().map_or_else(widest, |scope| words::scope(view.lang, scope));
    menu(ui, view.text_with("app-choice-scope", &[("chosen", chosen.into())]), |ui| {
        ui.radio_value(&mut choice.scope, None, widest());
        for scope in &view.state.charts.options().scopes {
            ui.radio_value(&mut choice.scope, Some(scope.clone()), words::scope(view.lang, scope));
        }
    });
}

/// The base switch: it moves every rate at once.
fn base_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    ui.separator();
    ui.label(view.text("app-choice-base"));
    for (base, key) in [(Base::Official, "app-choice-official"), (Base::WithDismissed, "app-choice-with-dismissed")] {
        let hint = view.text(&format!("{key}-hint"));
        ui.radio_value(&mut choice.base, base, view.text(key)).on_hover_text(hint);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_taken_away_and_back() {
        let all: Vec<Place> = ["A", "B", "C"].map(Place::new).to_vec();
        let mut chosen = Vec::new();
        toggle(&mut chosen, &all, &all[1], false);
        assert_eq!(chosen, [all[0].clone(), all[2].clone()]);
        toggle(&mut chosen, &all, &all[1], true);
        assert!(chosen.is_empty(), "all of them is no choice");
        toggle(&mut chosen, &all, &all[0], false);
        toggle(&mut chosen, &all, &all[2], false);
        assert_eq!(chosen, [all[1].clone()]);
        toggle(&mut chosen, &all, &all[1], false);
        assert!(chosen.is_empty(), "none shows all");
    }
}
