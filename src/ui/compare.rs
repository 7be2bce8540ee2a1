//! The charts, one under the other: what they show is decided in `chart`, here they get their place.

use super::{View, figure, tokens};
use crate::chart::table::{Cell, Table};
use crate::chart::{Body, Chart, View as ChartView};
use crate::command::{Command, Picture};
use crate::model::reading::FigureId;
use egui::{CollapsingHeader, Grid, RichText, ScrollArea, Ui};

/// The width from which a table stands open under its chart without pushing the next chart far away, in points.
const ROOMY: f32 = 1000.0;

/// All charts, each with its table below it.
pub fn compare_ui(ui: &mut Ui, view: &mut View<'_>) {
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for kind in ChartView::ALL {
            if let Some(chart) = view.state.charts.get(kind) {
                ui.push_id(kind.key(), |ui| chart_ui(ui, view, kind, chart));
                ui.add_space(tokens::GAP * 2.0);
            }
        }
    });
}

fn chart_ui(ui: &mut Ui, view: &mut View<'_>, kind: ChartView, chart: &Chart) {
    if let Body::Empty(text) = &chart.body {
        ui.heading(&chart.head.title);
        let text = if view.state.documents.is_busy() { view.text("app-wait-for-figures") } else { text.clone() };
        ui.label(RichText::new(text).weak());
        return;
    }
    let selected = view.state.selected();
    if let Some(figure) = figure::figure_ui(ui, chart, selected) {
        view.ask(Command::ShowFigure(figure));
    }
    ui.horizontal(|ui| {
        if ui.button(view.text("app-save-picture")).clicked() {
            view.ask(Command::AskPicture(Picture::Chart(kind)));
        }
    });
    let open = ui.available_width() >= ROOMY;
    CollapsingHeader::new(view.text("app-show-table")).default_open(open).show(ui, |ui| {
        if let Some(figure) = table_ui(ui, &chart.table(), selected) {
            view.ask(Command::ShowFigure(figure));
        }
    });
}

/// The same figures as words and numbers; the number that was clicked.
fn table_ui(ui: &mut Ui, table: &Table, selected: Option<FigureId>) -> Option<FigureId> {
    let mut clicked = None;
    let grid = Grid::new("table").striped(true).spacing([14.0, 4.0]);
    grid.show(ui, |ui| {
        for head in &table.head {
            ui.strong(head);
        }
        ui.end_row();
        for row in &table.rows {
            for cell in row {
                clicked = clicked.or(cell_ui(ui, cell, selected));
            }
            ui.end_row();
        }
    });
    clicked
}

fn cell_ui(ui: &mut Ui, cell: &Cell, selected: Option<FigureId>) -> Option<FigureId> {
    let show = |ui: &mut Ui| match cell.figure {
        None => {
            ui.label(&cell.text);
            None
        }
        Some(figure) => {
            let mut text = RichText::new(&cell.text);
            if selected == Some(figure) {
                text = text.strong().background_color(tokens::tones(ui).passage);
            }
            ui.link(text).clicked().then_some(figure)
        }
    };
    if cell.number { ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), show).inner } else { show(ui) }
}
