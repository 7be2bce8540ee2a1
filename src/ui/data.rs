//! The data page: every figure in one table. Rows are alike in height, so only those in sight cost anything.

use super::{View, tokens};
use crate::chart::words;
use crate::command::{Column, Command};
use crate::model::figure::Figure;
use crate::state::table;
use egui::{Label, RichText, Sense, TextEdit, Ui};
use egui_extras::{Column as Width, TableBuilder, TableRow};

/// Height of a row in points.
const ROW: f32 = 22.0;

/// The search and the table.
pub fn data_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let all: usize = state.documents.readings().map(|(_, reading)| reading.extraction.figures.len()).sum();
    if all == 0 {
        ui.weak(view.text("app-data-empty"));
        return;
    }
    ui.horizontal(|ui| {
        let name = ui.label(view.text("app-filter"));
        let mut filter = state.data.filter().to_owned();
        let edit = ui.add(TextEdit::singleline(&mut filter).desired_width(260.0)).labelled_by(name.id);
        if edit.changed() {
            view.ask(Command::Filter(filter));
        }
        let shown = state.data.rows().len().to_string();
        let text = view.text_with("app-filter-count", &[("shown", shown.into()), ("all", all.to_string().into())]);
        ui.weak(text);
    });
    ui.add_space(tokens::GAP);
    if state.data.rows().is_empty() {
        ui.weak(view.text("app-filter-empty"));
        return;
    }
    egui::ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| table_ui(ui, view));
}

fn table_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let mut table = TableBuilder::new(ui).striped(true).sense(Sense::click()).resizable(true).auto_shrink(false);
    for column in Column::ALL {
        let width = match column {
            Column::Document => 190.0,
            Column::Scope => 150.0,
            Column::Place | Column::Measure => 140.0,
            Column::Value => 120.0,
            Column::Period | Column::Topic | Column::Certainty => 90.0,
        };
        table = table.column(Width::initial(width).at_least(50.0).clip(true));
    }
    let mut asked = Vec::new();
    let head = table.header(ROW + 4.0, |mut row| {
        for column in Column::ALL {
            row.col(|ui| asked.extend(head_ui(ui, view, column)));
        }
    });
    head.body(|body| {
        body.rows(ROW, state.data.rows().len(), |mut row| {
            let id = state.data.rows()[row.index()];
            row.set_selected(state.selected() == Some(id));
            if let Some(figure) = state.documents.figure(id) {
                let name = state.documents.get(id.document).map(|document| document.input.name()).unwrap_or_default();
                if row_ui(&mut row, view, figure, &name) || row.response().clicked() {
                    asked.push(Command::ShowFigure(id));
                }
            }
        });
    });
    asked.into_iter().for_each(|command| view.ask(command));
}

fn head_ui(ui: &mut Ui, view: &View<'_>, column: Column) -> Option<Command> {
    let name = view.text(column.key());
    let (sorted, descending) = view.state.data.sorted_by();
    let sign = if sorted == column { if descending { " –" } else { " +" } } else { "" };
    let button = egui::Button::new(tokens::bold(format!("{name}{sign}"))).frame(false);
    let hint = view.text_with("app-column-sort", &[("column", name.into())]);
    ui.add(button).on_hover_text(hint).clicked().then_some(Command::Sort(column))
}

/// One figure; true where its value was clicked.
fn row_ui(row: &mut TableRow<'_, '_>, view: &View<'_>, figure: &Figure, document: &str) -> bool {
    let mut clicked = false;
    for column in Column::ALL {
        let text = cell(view, figure, document, column);
        row.col(|ui| {
            if column == Column::Value {
                clicked |= ui.add(egui::Link::new(text)).clicked();
            } else {
                let mut text = RichText::new(text);
                if column == Column::Certainty && !figure.is_certain() {
                    text = text.color(tokens::tones(ui).doubt).strong();
                }
                ui.add(Label::new(text).truncate().selectable(false));
            }
        });
    }
    clicked
}

fn cell(view: &View<'_>, figure: &Figure, document: &str, column: Column) -> String {
    match column {
        Column::Document => document.to_owned(),
        Column::Place => figure.place.as_ref().map(|place| words::place(view.lang, place)).unwrap_or_default(),
        Column::Period => figure.period.map(|period| words::period(view.lang, period)).unwrap_or_default(),
        Column::Topic => table::topic(figure, view.lang),
        Column::Scope => figure.scope.clone(),
        Column::Measure => table::measure(figure, view.lang),
        Column::Value => table::value(figure, view.lang),
        Column::Certainty => view.text(if figure.is_certain() { "app-certain" } else { "app-uncertain" }),
    }
}
