//! Paints the rows of the source panel that are in sight, and makes each number in them a thing to click.

use super::layout::{self, PAD, Sheet};
use crate::chart::words;
use crate::model::reading::Reading;
use crate::model::source::Span;
use crate::state::source::{Focus, Passage, Row, TextStyle};
use crate::state::table;
use crate::ui::{View, tokens};
use egui::text::CCursor;
use egui::{Galley, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// What the rows of a document are painted from.
struct Sheets<'a> {
    sheet: &'a Sheet,
    view: &'a View<'a>,
    reading: &'a Reading,
    focus: Focus,
    passage: Option<&'a Passage>,
}

/// Paints what is in sight; the figure that was clicked.
pub fn rows_ui(
    ui: &mut Ui,
    seen: Rect,
    sheet: &Sheet,
    view: &View<'_>,
    reading: &Reading,
    focus: Focus,
    passage: Option<&Passage>,
) -> Option<u32> {
    let sheets = Sheets { sheet, view, reading, focus, passage };
    let origin = ui.max_rect().min;
    let mut clicked = None;
    for index in sheet.between(seen.top(), seen.bottom()) {
        let at = pos2(origin.x, origin.y + sheet.tops[index]);
        let hit = match &sheet.rows[index] {
            Row::Text { span, style } => {
                let at = at + vec2(0.0, layout::gap(*style));
                text_ui(ui, &sheets, *span, *style, at, sheet.key_width())
            }
            Row::Cells { table, row, .. } => {
                let height = sheet.tops[index + 1] - sheet.tops[index];
                cells_ui(ui, &sheets, *table, *row, at, height)
            }
        };
        clicked = clicked.or(hit);
    }
    clicked
}

fn text_ui(ui: &mut Ui, sheets: &Sheets<'_>, span: Span, style: TextStyle, at: Pos2, width: f32) -> Option<u32> {
    let document = &sheets.reading.document;
    let galley = layout::marked(ui, document, span, style, sheets.sheet, sheets.passage, width);
    let rect = Rect::from_min_size(at, galley.size());
    let response = ui.interact(rect, ui.scope_id().with(("row", span.start)), Sense::hover());
    let role = if style == TextStyle::Heading { Role::Heading } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, document.slice(span)));
    ui.painter().galley(at, Arc::clone(&galley), ui.visuals().text_color());
    figures_ui(ui, sheets, span, &galley, at)
}

fn cells_ui(ui: &mut Ui, sheets: &Sheets<'_>, table: u32, row: u32, at: Pos2, height: f32) -> Option<u32> {
    let document = &sheets.reading.document;
    let grid = document.tables.get(table as usize)?;
    let columns = sheets.sheet.columns.get(table as usize)?;
    let tones = tokens::tones(ui);
    let mut clicked = None;
    for cell in grid.cells.iter().filter(|cell| cell.row == row) {
        let left = at.x + layout::cell_width(columns, 0, cell.col);
        let width = layout::cell_width(columns, cell.col, cell.col_span);
        // One point over its neighbours, so that two lines become one.
        let rect = Rect::from_min_size(pos2(left, at.y), vec2(width + 1.0, height + 1.0));
        let holds = |span: &Span| !span.is_empty() && cell.span.contains(*span);
        if sheets.passage.is_some_and(|passage| holds(&passage.span)) {
            ui.painter().rect_filled(rect, 0.0, tones.passage);
        } else if sheets.passage.is_some_and(|passage| passage.heads.iter().any(holds)) {
            ui.painter().rect_filled(rect, 0.0, tones.head);
        } else if cell.head {
            ui.painter().rect_filled(rect, 0.0, ui.visuals().faint_bg_color);
        }
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, tones.line), StrokeKind::Inside);
        if !cell.span.is_empty() {
            let at = rect.min + vec2(PAD, PAD);
            let hit = text_ui(ui, sheets, cell.span, TextStyle::Cell, at, width - PAD * 2.0);
            clicked = clicked.or(hit);
        }
    }
    clicked
}

/// Each number of a row as a named thing to click: the way from the text back to the charts.
fn figures_ui(ui: &Ui, sheets: &Sheets<'_>, row: Span, galley: &Galley, at: Pos2) -> Option<u32> {
    let document = &sheets.reading.document;
    let places = &sheets.sheet.places;
    let from = places.partition_point(|(span, _)| span.end <= row.start);
    let mut clicked = None;
    for (span, index) in places[from..].iter().take_while(|(span, _)| span.start < row.end) {
        let letters = |offset: u32| {
            let before = document.slice(Span { start: row.start, end: offset.clamp(row.start, row.end) });
            // A tab is shown as three blanks.
            before.chars().map(|letter| if letter == '\t' { 3 } else { 1 }).sum::<usize>()
        };
        // A number that begins a line stands there, not behind the line before it.
        let first = galley.pos_from_cursor(CCursor { index: letters(span.start).into(), prefer_next_row: true });
        let last = galley.pos_from_cursor(CCursor { index: letters(span.end).into(), prefer_next_row: false });
        let rect = if first.top() == last.top() { first.union(last) } else { first.expand2(vec2(6.0, 0.0)) };
        let rect = rect.translate(at.to_vec2());
        underline(ui, sheets, *span, rect);
        if figure_ui(ui, sheets.view, sheets.reading, sheets.focus, *index, rect) {
            clicked = Some(*index);
        }
    }
    clicked
}

/// A number as a named thing to click; true where it was.
pub fn figure_ui(ui: &Ui, view: &View<'_>, reading: &Reading, focus: Focus, index: u32, rect: Rect) -> bool {
    let response = ui.interact(rect, ui.scope_id().with(("figure", index)), Sense::click());
    let figure = &reading.extraction.figures[index as usize];
    let selected = matches!(focus, Focus::Figure(id) if id.index == index);
    let name = || {
        let mut about: Vec<String> = Vec::new();
        about.extend(figure.place.as_ref().map(ToString::to_string));
        about.extend(figure.period.map(|period| words::period(view.lang, period)));
        about.push(figure.scope.clone());
        about.push(table::measure(figure, view.lang));
        about.push(table::value(figure, view.lang));
        view.text_with("source-figure", &[("figure", about.join(" · ").into())])
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name()));
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect, 2.0, ui.visuals().selection.stroke, StrokeKind::Outside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text_at_pointer(name()).clicked()
}

/// The line under a number, stronger in the passage in focus. Painted over the text: as part of the text it would lie
/// under the ground of the next line.
fn underline(ui: &Ui, sheets: &Sheets<'_>, span: Span, rect: Rect) {
    let near = sheets.passage.is_some_and(|passage| passage.span.contains(span));
    if sheets.passage.is_some_and(|passage| passage.value == Some(span)) {
        return;
    }
    let stroke = Stroke::new(if near { 2.0 } else { 1.0 }, tokens::tones(ui).figure);
    ui.painter().hline(rect.x_range(), rect.bottom() - 1.0, stroke);
}
