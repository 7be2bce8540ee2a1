//! The data page: every figure in one table. Rows are alike in height, so only those in sight cost anything.

use super::source::decided;
use super::{View, decide, tokens};
use crate::chart::words;
use crate::command::{Asked, Column, Command};
use crate::find::{Kind, Wanted};
use crate::lang::{number, term};
use crate::model::figure::{Doubt, Figure, Origin, Topic};
use crate::model::reading::FigureId;
use crate::state::table;
use egui::{ComboBox, Id, Label, RichText, Role, Sense, TextEdit, Ui, WidgetInfo};
use egui_extras::{Column as Width, TableBuilder, TableRow};

/// Height of a row in points.
const ROW: f32 = 22.0;

/// The search and the table.
pub fn data_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let all: usize = state.documents.readings().map(|(_, reading)| reading.extraction.figures.len()).sum();
    if all == 0 {
        ui.weak(view.text(if state.documents.is_busy() { "app-wait-for-figures" } else { "app-data-empty" }));
        add_ui(ui, view);
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let name = ui.label(view.text("app-filter"));
        let mut filter = state.data.filter().to_owned();
        let edit = ui.add(TextEdit::singleline(&mut filter).desired_width(220.0)).labelled_by(name.id);
        if edit.changed() {
            view.ask(Command::Filter(filter));
        }
        wanted_ui(ui, view);
        columns_ui(ui, view);
        let count = |n: usize| number::format(view.lang, n as f64, 0);
        let text = view.text_with(
            "app-filter-count",
            &[("shown", count(state.data.rows().len()).into()), ("all", count(all).into())],
        );
        ui.weak(text);
    });
    ui.horizontal_wrapped(|ui| {
        match state.selected().and_then(|id| Some((id, state.documents.figure(id)?))) {
            Some((id, figure)) => {
                ui.label(RichText::new(decide::about(view.lang, figure)).weak());
                decided::actions_ui(ui, view, id, figure, state.decision(id).is_some());
            }
            None => {
                ui.weak(view.text("data-choose-row"));
            }
        }
        add_ui(ui, view);
    });
    ui.add_space(tokens::GAP * 0.6);
    if state.data.rows().is_empty() && !state.data.is_awaited() {
        ui.weak(view.text("app-filter-empty"));
        return;
    }
    egui::ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| table_ui(ui, view));
}

/// A figure is added to the document in focus, or to the only one.
fn add_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let focus = state.focus.map(crate::state::source::Focus::document);
    let document = focus.or_else(|| state.documents.readings().next().map(|(id, _)| id));
    let Some(id) = document.filter(|id| state.documents.reading(*id).is_some()) else { return };
    let name = state.documents.get(id).map(|document| document.input.name()).unwrap_or_default();
    let hint = view.text_with("decide-add-hint", &[("name", name.into())]);
    if ui.button(view.text("decide-add-short")).on_hover_text(hint).clicked() {
        view.ask(Command::AskDecision(Asked::Add(id)));
    }
}

fn wanted_ui(ui: &mut Ui, view: &mut View<'_>) {
    let before = view.state.data.wanted();
    let mut wanted = before.clone();
    let kind = ComboBox::from_id_salt("kind").selected_text(view.text(wanted.kind.key()));
    let kind = kind.width(110.0).show_ui(ui, |ui| {
        for kind in Kind::ALL {
            ui.selectable_value(&mut wanted.kind, kind, view.text(kind.key()));
        }
    });
    name(&kind.response, view.text("data-choose-kind"));
    let shown = wanted
        .topic
        .as_ref()
        .map_or_else(|| view.text("data-topic-all"), |topic| term::term(view.lang, "app-topic", topic.key()));
    let topic = ComboBox::from_id_salt("topic").width(110.0).selected_text(shown).show_ui(ui, |ui| {
        ui.selectable_value(&mut wanted.topic, None, view.text("data-topic-all"));
        for topic in topics(view) {
            let name = term::term(view.lang, "app-topic", topic.key());
            ui.selectable_value(&mut wanted.topic, Some(topic), name);
        }
    });
    name(&topic.response, view.text("app-column-topic"));
    let places = &view.state.charts.options().places;
    let all = || view.text("data-place-all");
    let shown = wanted.place.as_ref().map_or_else(all, |place| words::place(view.lang, place));
    let place = ComboBox::from_id_salt("place").width(120.0).selected_text(shown).show_ui(ui, |ui| {
        ui.selectable_value(&mut wanted.place, None, all());
        for place in places {
            ui.selectable_value(&mut wanted.place, Some(place.clone()), place.as_str());
        }
    });
    name(&place.response, view.text("app-column-place"));
    if wanted != *before {
        view.ask(Command::Want(wanted));
    }
    if *before != Wanted::default() && ui.button(view.text("data-want-all")).clicked() {
        view.ask(Command::Want(Wanted::default()));
    }
}

/// Gives a list to choose from its name, for those who listen and those who hover.
fn name(response: &egui::Response, name: String) {
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
    response.clone().on_hover_text(name);
}

/// The topics that there are figures for.
fn topics(view: &View<'_>) -> std::collections::BTreeSet<Topic> {
    let figures = view.state.documents.readings().flat_map(|(_, reading)| &reading.extraction.figures);
    figures.map(|figure| figure.topic.clone()).collect()
}

fn columns_ui(ui: &mut Ui, view: &mut View<'_>) {
    let shown: Vec<Column> = view.state.data.columns().collect();
    let config =
        egui::containers::menu::MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::containers::menu::MenuButton::new(view.text("data-columns")).config(config).ui(ui, |ui| {
        for column in Column::ALL {
            let mut on = shown.contains(&column);
            let fixed = column == Column::Value;
            if ui.add_enabled(!fixed, egui::Checkbox::new(&mut on, view.text(column.key()))).changed() {
                view.ask(Command::ShowColumn(column, on));
            }
        }
    });
}

fn width(column: Column) -> f32 {
    match column {
        Column::Document => 190.0,
        Column::Scope | Column::Measure => 130.0,
        Column::Value => 116.0,
        Column::Place | Column::Period => 100.0,
        Column::Topic | Column::Stated | Column::Spot => 90.0,
        Column::Certainty => 72.0,
        Column::Origin => 84.0,
    }
}

/// The part of spare room that a column takes: what has the longest words gets the most.
fn share(column: Column) -> f32 {
    match column {
        Column::Scope => 4.0,
        Column::Measure => 2.0,
        Column::Value | Column::Document => 1.0,
        _ => 0.0,
    }
}

fn table_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let columns: Vec<Column> = state.data.columns().collect();
    let apart = ui.spacing().item_spacing.x;
    let wanted: f32 = columns.iter().map(|column| width(*column) + apart).sum();
    let spare = (ui.available_width() - wanted - 2.0 * apart).max(0.0);
    let shares = columns.iter().map(|column| share(*column)).sum::<f32>().max(1.0);
    let asked_row = asked_row(ui, view);
    let mut table = TableBuilder::new(ui)
        // The widths are kept for each of the two rooms: with the source beside it, and without.
        .id_salt(("data", columns.len(), state.focus.is_some()))
        .striped(true)
        .sense(Sense::click())
        .resizable(true)
        .auto_shrink(false)
        .animate_scrolling(false);
    for column in &columns {
        table =
            table.column(Width::initial(width(*column) + spare * share(*column) / shares).at_least(50.0).clip(true));
    }
    if let Some(row) = asked_row {
        table = table.scroll_to_row(row, Some(egui::Align::Center));
    }
    let mut asked = Vec::new();
    let head = table.header(ROW + 4.0, |mut row| {
        for column in &columns {
            row.col(|ui| asked.extend(head_ui(ui, view, *column)));
        }
    });
    head.body(|body| {
        body.rows(ROW, state.data.rows().len(), |mut row| {
            let id = state.data.rows()[row.index()];
            row.set_selected(state.selected() == Some(id));
            if let Some(figure) = state.documents.figure(id)
                && (row_ui(&mut row, view, id, figure, &columns) || row.response().clicked())
            {
                asked.push(Command::ShowFigure(id));
            }
        });
    });
    asked.into_iter().for_each(|command| view.ask(command));
}

/// The row of a figure that was just asked for elsewhere: it is scrolled to once.
fn asked_row(ui: &Ui, view: &View<'_>) -> Option<usize> {
    let id = Id::unique("data row shown");
    let asked = view.state.focus_count;
    if ui.data(|data| data.get_temp::<u64>(id)) == Some(asked) {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(id, asked));
    let selected = view.state.selected()?;
    view.state.data.rows().iter().position(|row| *row == selected)
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
fn row_ui(row: &mut TableRow<'_, '_>, view: &View<'_>, id: FigureId, figure: &Figure, columns: &[Column]) -> bool {
    let mut clicked = false;
    let out = figure.doubts.contains(&Doubt::LeftOut);
    for &column in columns {
        let text = cell(view, id, figure, column);
        row.col(|ui| {
            let mut text = RichText::new(text);
            if out && column != Column::Certainty {
                text = text.strikethrough().weak();
            }
            if column == Column::Value {
                let link = ui.add(egui::Link::new(text));
                super::keyboard::come_into_view(ui, &link);
                clicked |= link.clicked();
                return;
            }
            if column == Column::Certainty && !figure.is_certain() {
                text = text.color(tokens::tones(ui).doubt).family(super::theme::bold());
            }
            let response = ui.add(Label::new(text).truncate().selectable(false));
            if column == Column::Certainty && !figure.is_certain() {
                let doubts: Vec<String> = figure.doubts.iter().map(|d| table::doubt(*d, view.lang)).collect();
                response.on_hover_text(doubts.join(", "));
            } else if column == Column::Origin
                && response.hovered()
                && let Some(decision) = view.state.decision(id)
            {
                response.on_hover_text(decide::told(view, &decision.about, &decision.reason, decision.time));
            }
        });
    }
    clicked
}

fn cell(view: &View<'_>, id: FigureId, figure: &Figure, column: Column) -> String {
    let document = || view.state.documents.get(id.document);
    match column {
        Column::Document => document().map(|document| document.input.name()).unwrap_or_default(),
        Column::Place => figure.place.as_ref().map(|place| words::place(view.lang, place)).unwrap_or_default(),
        Column::Period => figure.period.map(|period| words::period(view.lang, period)).unwrap_or_default(),
        Column::Topic => table::topic(figure, view.lang),
        Column::Scope => figure.scope.clone(),
        Column::Measure => table::measure(figure, view.lang),
        Column::Value => table::value(figure, view.lang),
        Column::Stated => match &figure.origin {
            Origin::Corrected { stated, .. } => table::value(stated, view.lang),
            _ => String::new(),
        },
        Column::Certainty => view.text(certainty(figure)),
        Column::Origin => view.text(origin(view, id, figure)),
        Column::Spot => spot(view, id, figure),
    }
}

fn certainty(figure: &Figure) -> &'static str {
    if figure.doubts.contains(&Doubt::LeftOut) {
        "data-left-out"
    } else if figure.doubts.contains(&Doubt::Repeated) {
        "data-repeated"
    } else if figure.is_certain() {
        "app-certain"
    } else {
        "app-uncertain"
    }
}

fn origin(view: &View<'_>, id: FigureId, figure: &Figure) -> &'static str {
    match &figure.origin {
        Origin::Corrected { .. } => "data-origin-corrected",
        Origin::Added { .. } => "data-origin-added",
        Origin::Computed { .. } => "data-origin-computed",
        Origin::Stated(_) => {
            let confirmed = figure.is_certain() && view.state.stated(id).is_some_and(|stated| !stated.is_certain());
            if confirmed { "data-origin-confirmed" } else { "data-origin-stated" }
        }
    }
}

/// The page or line where a figure stands.
fn spot(view: &View<'_>, id: FigureId, figure: &Figure) -> String {
    let (Some(reading), Some(source)) = (view.state.documents.reading(id.document), figure.source()) else {
        return String::new();
    };
    let at = source.value.start;
    match reading.document.page_of(at) {
        Some(page) => view.text_with("source-page", &[("page", page.to_string().into())]),
        None => view.text_with("source-line", &[("line", reading.document.line_of(at).to_string().into())]),
    }
}
