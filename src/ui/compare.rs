//! The charts, one under the other: what they show is decided in `chart`, here they get their place.

use super::{View, figure, tokens, twin};
use crate::chart::layout::{Dress, Room};
use crate::chart::{Body, Chart, Goal, View as ChartView};
use crate::command::{Command, Page, Picture};
use egui::{CollapsingHeader, Rect, RichText, ScrollArea, Ui, UiBuilder, vec2};

/// The width from which a table stands open under its chart without pushing the next chart far away, in points.
const ROOMY: f32 = 1400.0;

/// Width of a scroll bar with its margin, in points.
const BAR: f32 = 10.0;

/// All charts, each with its table below it.
pub fn compare_ui(ui: &mut Ui, view: &mut View<'_>) {
    super::choice::choice_ui(ui, view);
    if empty_ui(ui, view) {
        return;
    }
    let jump = jumps_ui(ui, view).or_else(|| asked_jump(ui, view));
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        // Room for the bar, so that it never lies over a number. Each chart has the room of the window: a wide table
        // scrolls, and makes those under it no wider.
        let wide = ui.available_width() - BAR;
        for &kind in view.state.page.views() {
            if let Some(chart) = view.state.charts.get(kind) {
                let room = Rect::from_min_size(ui.cursor().min, vec2(wide, ui.available_height()));
                let place = UiBuilder::new().id_salt(kind.key()).max_rect(room);
                let shown = ui.scope_builder(place, |ui| chart_ui(ui, view, kind, chart)).response;
                if jump == Some(kind) {
                    ui.scroll_to_rect(shown.rect, Some(egui::Align::TOP));
                }
                ui.add_space(tokens::GAP * 2.0);
            }
        }
        super::keyboard::follow(ui);
    });
}

/// Where no chart of the page has anything to show: that, once, and what to do. True where it was said.
fn empty_ui(ui: &mut Ui, view: &View<'_>) -> bool {
    let mut texts: Vec<&str> = Vec::new();
    for &kind in view.state.page.views() {
        match view.state.charts.get(kind).map(|chart| &chart.body) {
            Some(Body::Empty(text)) if !texts.contains(&text.as_str()) => texts.push(text),
            Some(Body::Empty(_)) | None => {}
            Some(_) => return false,
        }
    }
    if view.state.documents.is_busy() || texts.is_empty() {
        return false;
    }
    ui.heading(view.text(view.state.page.key()));
    texts.into_iter().for_each(|text| {
        ui.label(text);
    });
    ui.weak(view.text("app-page-empty"));
    true
}

/// The chart to which a number in a text leads: scrolled to once for each wish.
fn asked_jump(ui: &Ui, view: &View<'_>) -> Option<ChartView> {
    let id = egui::Id::unique("jump to chart");
    let count = view.state.jump_count;
    if ui.data(|data| data.get_temp::<u64>(id)).unwrap_or(0) == count {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(id, count));
    view.state.jump
}

/// The names of the charts, to go to each; the one that was asked for.
fn jumps_ui(ui: &mut Ui, view: &View<'_>) -> Option<ChartView> {
    let mut jump = None;
    let views = view.state.page.views();
    if views.len() > 1 {
        ui.horizontal_wrapped(|ui| {
            for &kind in views {
                if let Some(chart) = view.state.charts.get(kind) {
                    let hint = view.text_with("app-go-to", &[("chart", name(view, kind).into())]);
                    let button = ui.link(name(view, kind)).on_hover_text(hint);
                    if button.clicked() && !matches!(chart.body, Body::Empty(_)) {
                        jump = Some(kind);
                    }
                }
            }
        });
        ui.separator();
    }
    jump
}

fn name(view: &View<'_>, kind: ChartView) -> String {
    view.text(&format!("app-chart-{}", kind.key()))
}

fn chart_ui(ui: &mut Ui, view: &mut View<'_>, kind: ChartView, chart: &Chart) {
    let empty = matches!(chart.body, Body::Empty(_));
    ui.horizontal(|ui| {
        ui.heading(name(view, kind));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let save = egui::Button::new(view.text("app-save-picture"));
            if ui.add_enabled(!empty, save).clicked() {
                view.ask(Command::AskPicture(Picture::of(kind)));
            }
        });
    });
    if let Body::Empty(text) = &chart.body {
        let text = if view.state.documents.is_busy() { view.text("app-wait-for-figures") } else { text.clone() };
        ui.label(RichText::new(text).weak());
        return;
    }
    if kind == ChartView::WhatIf {
        super::choice::level_ui(ui, view);
    }
    let selected = view.state.selected();
    // As high as it needs to be and no higher: the next chart follows at once.
    let room = Room { width: ui.available_width(), height: 0.0 };
    match figure::show(ui, chart, room, &Dress::Window, selected) {
        Some(Goal::Figure(figure)) => view.ask(Command::ShowFigure(figure)),
        Some(Goal::View(kind)) => view.ask(Command::ShowView(kind)),
        Some(Goal::Checks) => view.ask(Command::ShowPage(Page::Checks)),
        None => {}
    }
    // A table needs no second one beside it.
    let open = ui.available_width() >= ROOMY && !matches!(chart.body, Body::Sheet(_));
    CollapsingHeader::new(view.text("app-show-table")).default_open(open).show(ui, |ui| {
        if let Some(figure) = twin::twin_ui(ui, chart, view.state.charts.made(), selected) {
            view.ask(Command::ShowFigure(figure));
        }
    });
}
