//! The list of municipalities in the choice bar: search, pick, order, and ready-made selections.

use super::View;
use crate::chart::Choice;
use crate::data::municipalities::{self, Group};
use crate::data::neighbours;
use crate::model::figure::Place;
use egui::{CollapsingHeader, Shape, TextEdit, Ui, vec2};

/// Danmarks Statistik's groups with the keys of their names.
const GROUPS: [(Group, &str); 5] = [
    (Group::Capital, "app-group-capital"),
    (Group::Metropolitan, "app-group-metropolitan"),
    (Group::Provincial, "app-group-provincial"),
    (Group::Commuter, "app-group-commuter"),
    (Group::Rural, "app-group-rural"),
];

/// The list; what is chosen stands first, in its order.
pub fn places_ui(ui: &mut Ui, view: &View<'_>, choice: &mut Choice) {
    let options = view.state.charts.options();
    ui.set_min_width(280.0);
    let id = egui::Id::unique("places searched for");
    let mut search: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.horizontal(|ui| {
        let name = ui.label(view.text("app-choice-search"));
        ui.add(TextEdit::singleline(&mut search).desired_width(180.0)).labelled_by(name.id);
    });
    ui.data_mut(|data| data.insert_temp(id, search.clone()));
    if ui.radio(choice.places.is_empty(), view.text("app-choice-all")).clicked() {
        choice.places.clear();
    }
    let own = &options.places[..options.own];
    if !own.is_empty() && ui.radio(choice.places == own, view.text("app-choice-own")).clicked() {
        choice.places = own.to_vec();
    }
    neighbours_ui(ui, view, own, &options.places, choice);
    ready_made_ui(ui, view, &options.places, choice);
    ui.separator();
    let wanted = search.trim().to_lowercase();
    let shown = |place: &Place| wanted.is_empty() || place.as_str().to_lowercase().contains(&wanted);
    let rest = options.places.iter().filter(|place| !choice.places.contains(place));
    let listed: Vec<Place> = choice.places.iter().chain(rest).filter(|place| shown(place)).cloned().collect();
    if listed.is_empty() {
        ui.weak(view.text("app-choice-nothing"));
    }
    for place in listed {
        ui.horizontal(|ui| {
            let mut on = choice.places.is_empty() || choice.places.contains(&place);
            if ui.checkbox(&mut on, place.as_str()).changed() {
                toggle(&mut choice.places, &options.places, &place, on);
            }
            let at = choice.places.iter().position(|other| *other == place);
            if let Some(at) = at.filter(|_| wanted.is_empty() && choice.places.len() > 1) {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let last = choice.places.len() - 1;
                    if arrow(
                        ui,
                        false,
                        at < last,
                        &view.text_with("app-choice-down", &[("place", place.as_str().into())]),
                    ) {
                        choice.places.swap(at, at + 1);
                    }
                    if arrow(ui, true, at > 0, &view.text_with("app-choice-up", &[("place", place.as_str().into())])) {
                        choice.places.swap(at, at - 1);
                    }
                });
            }
        });
    }
}

/// Each municipality that has a document of its own, with those of its neighbours that the documents tell of.
fn neighbours_ui(ui: &mut Ui, view: &View<'_>, own: &[Place], all: &[Place], choice: &mut Choice) {
    let sets = own.iter().filter_map(|place| Some((place, with_neighbours(place, all)?)));
    let sets: Vec<(&Place, Vec<Place>)> = sets.collect();
    if sets.is_empty() {
        return;
    }
    CollapsingHeader::new(view.text("app-choice-neighbours")).show(ui, |ui| {
        for (place, members) in sets {
            let values = [("place", place.as_str().into()), ("n", (members.len() - 1).into())];
            let told = view.text_with("app-choice-neighbours-hint", &[("place", place.as_str().into())]);
            let text = view.text_with("app-choice-neighbours-of", &values);
            if ui.radio(choice.places == members, text).on_hover_text(told).clicked() {
                choice.places = members;
            }
        }
        ui.weak(view.text("app-choice-neighbours-source"));
    });
}

/// The place itself and its neighbours, as far as there are figures for them; `None` where there is no neighbour.
fn with_neighbours(place: &Place, all: &[Place]) -> Option<Vec<Place>> {
    let neighbours = neighbours::of(municipalities::by_name(place.as_str())?);
    let near = |other: &&Place| neighbours.iter().any(|one| one.name == other.as_str());
    let mut members = vec![place.clone()];
    members.extend(all.iter().filter(near).cloned());
    (members.len() > 1).then_some(members)
}

/// Danmarks Statistik's groups and the regions, each with how many of its municipalities the documents tell of.
fn ready_made_ui(ui: &mut Ui, view: &View<'_>, all: &[Place], choice: &mut Choice) {
    let known = |place: &Place| municipalities::by_name(place.as_str());
    let mut sets: Vec<(String, Vec<Place>)> = Vec::new();
    for (group, key) in GROUPS {
        let members = all.iter().filter(|place| known(place).is_some_and(|one| one.group == group));
        sets.push((view.text(key), members.cloned().collect()));
    }
    let mut regions: Vec<&str> = municipalities::all().iter().map(|one| one.region.as_str()).collect();
    regions.sort_unstable();
    regions.dedup();
    for region in regions {
        let members = all.iter().filter(|place| known(place).is_some_and(|one| one.region == region));
        sets.push((region.to_owned(), members.cloned().collect()));
    }
    sets.retain(|(_, members)| !members.is_empty());
    if sets.is_empty() {
        return;
    }
    CollapsingHeader::new(view.text("app-choice-groups")).show(ui, |ui| {
        for (name, members) in sets {
            let text = format!("{name} ({})", members.len());
            if ui.radio(choice.places == members, text).clicked() {
                choice.places = members;
            }
        }
        ui.weak(view.text("app-choice-groups-source"));
    });
}

/// A small button with a triangle; true when it was clicked.
fn arrow(ui: &mut Ui, up: bool, enabled: bool, name: &str) -> bool {
    let size = vec2(18.0, 18.0);
    let response = ui.add_enabled(enabled, egui::Button::new("").min_size(size));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, name));
    let (center, turn) = (response.rect.center(), if up { -1.0 } else { 1.0 });
    let points = [vec2(-4.0, -2.5 * turn), vec2(4.0, -2.5 * turn), vec2(0.0, 3.0 * turn)].map(|shift| center + shift);
    let colour = ui.visuals().text_color().gamma_multiply(if enabled { 1.0 } else { 0.4 });
    ui.painter().add(Shape::convex_polygon(points.to_vec(), colour, egui::Stroke::NONE));
    response.on_hover_text(name).clicked()
}

/// Adds or takes away one place; all of them in their own order, and none of them, are the empty choice.
fn toggle(chosen: &mut Vec<Place>, all: &[Place], place: &Place, on: bool) {
    if chosen.is_empty() {
        *chosen = all.to_vec();
    }
    chosen.retain(|kept| kept != place);
    if on {
        chosen.push(place.clone());
    }
    if chosen.len() == all.len() {
        chosen.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_those_that_there_are_figures_for() {
        let all: Vec<Place> = ["Rødovre", "Lejre", "Hvidovre", "Brøndby", "Aarhus"].map(Place::new).to_vec();
        let names = |place: &Place| -> Option<Vec<String>> {
            with_neighbours(place, &all).map(|set| set.iter().map(ToString::to_string).collect())
        };
        let wanted: Vec<String> = ["Rødovre", "Hvidovre", "Brøndby"].map(str::to_owned).to_vec();
        assert_eq!(names(&all[0]), Some(wanted));
        assert_eq!(names(&all[1]), None, "none of Lejre's neighbours is there");
    }

    #[test]
    fn places_are_taken_away_and_back() {
        let all: Vec<Place> = ["A", "B", "C"].map(Place::new).to_vec();
        let mut chosen = Vec::new();
        toggle(&mut chosen, &all, &all[1], false);
        assert_eq!(chosen, [all[0].clone(), all[2].clone()]);
        toggle(&mut chosen, &all, &all[0], false);
        assert_eq!(chosen, [all[2].clone()]);
        toggle(&mut chosen, &all, &all[0], true);
        assert_eq!(chosen, [all[2].clone(), all[0].clone()], "in the order of picking");
        toggle(&mut chosen, &all, &all[1], true);
        assert!(chosen.is_empty(), "all of them is no choice");
    }
}
