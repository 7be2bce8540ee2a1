//! The page of cases and decisions: the agendas of all documents in one list, to be searched for a theme.

use super::short::shorten;
use super::{View, documents, tokens};
use crate::command::Command;
use crate::model::meeting::{DocumentKind, Item, Meeting};
use crate::model::source::Span;
use crate::state::cases;
use egui::{Label, Link, RichText, TextEdit, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

/// Height of a row in points.
const ROW: f32 = 24.0;
/// So many letters of a title or a decision are shown.
const MOST: usize = 160;

/// The search and the list.
pub fn cases_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    if state.cases.all() == 0 {
        ui.weak(view.text(if state.cases.is_awaited() { "app-wait-for-figures" } else { "app-cases-empty" }));
        return;
    }
    match tab_ui(ui, view) {
        Tab::Items => {}
        Tab::Themes => return super::themes::themes_ui(ui, view),
        Tab::Loops => return super::loops::loops_ui(ui, view),
    }
    ui.horizontal(|ui| {
        let name = ui.label(view.text("app-cases-filter"));
        let mut filter = state.cases.filter().to_owned();
        let edit = ui.add(TextEdit::singleline(&mut filter).desired_width(260.0)).labelled_by(name.id);
        if edit.changed() {
            view.ask(Command::FilterCases(filter));
        }
        let shown = state.cases.rows().len().to_string();
        let all = state.cases.all().to_string();
        ui.weak(view.text_with("app-cases-count", &[("shown", shown.into()), ("all", all.into())]));
    });
    ui.add_space(tokens::GAP);
    table_ui(ui, view);
}

/// What of the agendas is shown.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    /// The items of all documents on one theme, side by side.
    #[default]
    Themes,
    Loops,
    Items,
}

/// The three ways of looking; the one that is chosen.
fn tab_ui(ui: &mut Ui, view: &View<'_>) -> Tab {
    let id = egui::Id::unique("cases shown as");
    let mut tab: Tab = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let loops = view.state.cases.loops().len();
    let count = |key: &str, n: usize| format!("{} ({n})", view.text(key));
    ui.horizontal_wrapped(|ui| {
        for (one, name) in [
            (Tab::Themes, view.text("app-cases-tab-themes")),
            (Tab::Loops, count("app-cases-tab-loops", loops)),
            (Tab::Items, count("app-cases-tab-items", view.state.cases.all())),
        ] {
            ui.selectable_value(&mut tab, one, name);
        }
    });
    ui.data_mut(|data| data.insert_temp(id, tab));
    ui.separator();
    tab
}

fn table_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let rest = (ui.available_width() - 290.0).max(300.0);
    let mut asked = Vec::new();
    TableBuilder::new(ui)
        // The widths of the columns are kept for each of the two rooms: with the source beside it, and without.
        .id_salt(("cases", state.focus.is_some()))
        .striped(true)
        .resizable(true)
        .auto_shrink(false)
        .column(Column::initial(120.0).at_least(60.0).clip(true))
        .column(Column::initial(84.0).at_least(60.0).clip(true))
        .column(Column::initial(50.0).at_least(30.0).clip(true))
        .column(Column::initial(rest * 0.45).at_least(100.0).clip(true))
        .column(Column::remainder().at_least(100.0).clip(true))
        .header(ROW, |mut row| {
            for key in
                ["app-column-place", "app-cases-date", "app-cases-number", "app-cases-title", "app-cases-decision"]
            {
                row.col(|ui| {
                    ui.label(tokens::bold(view.text(key)));
                });
            }
        })
        .body(|body| {
            body.rows(ROW, state.cases.rows().len(), |mut row| {
                let id = state.cases.rows()[row.index()];
                let Some(document) = state.documents.get(id.document) else { return };
                let Some(reading) = document.reading() else { return };
                let Some(item) = reading.extraction.meeting.items.get(id.index as usize) else { return };
                let heads = [documents::title(view, document), documents::date(view.lang, reading)];
                let clicked = row_ui(&mut row, view, &heads, &reading.extraction.meeting, item, &reading.document);
                asked.extend(clicked.map(|span| Command::ShowSpan(id.document, span)));
            });
        });
    asked.into_iter().for_each(|command| view.ask(command));
}

/// One item; the passage that was asked for.
fn row_ui(
    row: &mut TableRow<'_, '_>,
    view: &View<'_>,
    heads: &[String; 2],
    meeting: &Meeting,
    item: &Item,
    document: &crate::model::source::Document,
) -> Option<Span> {
    let mut clicked = None;
    for text in heads.iter().map(String::as_str).chain([item.number.as_deref().unwrap_or_default()]) {
        row.col(|ui| {
            ui.add(Label::new(text).truncate().selectable(false));
        });
    }
    row.col(|ui| {
        let link = ui.add(Link::new(shorten(&item.title, MOST)));
        super::keyboard::come_into_view(ui, &link);
        if link.on_hover_text(&item.title).clicked() {
            clicked = Some(cases::heading(document, item));
        }
    });
    row.col(|ui| match item.decisions.last() {
        Some(decision) => {
            let whole: Vec<&str> = item.decisions.iter().map(|decision| decision.text.as_str()).collect();
            if ui.add(Link::new(shorten(&decision.text, MOST))).on_hover_text(whole.join("\n\n")).clicked() {
                clicked = Some(cases::passage(document, item));
            }
        }
        None => {
            let key = match meeting.kind {
                _ if item.closed => "app-cases-closed",
                DocumentKind::Agenda => "app-cases-pending",
                _ => "app-cases-none",
            };
            ui.label(RichText::new(view.text(key)).weak());
        }
    });
    clicked
}
