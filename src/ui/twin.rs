//! A chart's figures as words and numbers in a table. Measured once for each description; then only the rows in sight
//! are laid out, since a table of all municipalities and years has a thousand.

use super::{keyboard, tokens};
use crate::chart::Chart;
use crate::chart::table::{Cell, Table};
use crate::model::reading::FigureId;
use egui::{Id, Layout, Rect, RichText, TextStyle, Ui, UiBuilder, pos2, vec2};
use std::sync::Arc;

/// Blank between two columns, and between two rows, in points.
const GAP: egui::Vec2 = vec2(14.0, 4.0);
/// So much above and below what is in sight is laid out too, in points: Tab finds the next number there.
const MARGIN: f32 = 60.0;

/// A table with its measures.
struct Laid {
    /// Which description it was made from, and the size of letters.
    made: u64,
    chart: Id,
    pixels_per_point: f32,
    table: Table,
    widths: Vec<f32>,
    /// The height of each row, that of the head first.
    heights: Vec<f32>,
}

/// Shows the table of a chart; the number that was clicked. `made` counts the descriptions, so that a new one is
/// measured anew.
pub fn twin_ui(ui: &mut Ui, chart: &Chart, made: u64, selected: Option<FigureId>) -> Option<FigureId> {
    let laid = laid(ui, chart, made);
    let size = vec2(
        laid.widths.iter().map(|width| width + GAP.x).sum::<f32>(),
        laid.heights.iter().map(|height| height + GAP.y).sum::<f32>(),
    );
    let (whole, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let seen = ui.clip_rect().expand2(vec2(0.0, MARGIN));
    let mut clicked = None;
    let mut top = whole.top();
    for (n, height) in laid.heights.iter().enumerate() {
        let row = Rect::from_min_max(pos2(whole.left(), top), pos2(whole.right(), top + height + GAP.y));
        top = row.bottom();
        if !seen.intersects(row) {
            continue;
        }
        if n % 2 == 0 && n > 0 {
            ui.painter().rect_filled(row, 2.0, ui.visuals().faint_bg_color);
        }
        let mut left = row.left();
        for (column, width) in laid.widths.iter().enumerate() {
            let place = Rect::from_min_size(pos2(left, row.top() + GAP.y / 2.0), vec2(*width, *height));
            left += width + GAP.x;
            let cell = n.checked_sub(1).and_then(|n| laid.table.rows.get(n)?.get(column));
            let number = cell.is_some_and(|cell| cell.number);
            let align = if number { egui::Align::Max } else { egui::Align::Min };
            let builder = UiBuilder::new().max_rect(place).id_salt((n, column)).layout(Layout::top_down(align));
            let mut inside = ui.new_child(builder);
            inside.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
            match cell {
                Some(cell) => clicked = clicked.or(cell_ui(&mut inside, cell, selected)),
                None if n == 0 => {
                    inside.label(tokens::bold(laid.table.head.get(column).cloned().unwrap_or_default()));
                }
                None => {}
            }
        }
    }
    clicked
}

fn cell_ui(ui: &mut Ui, cell: &Cell, selected: Option<FigureId>) -> Option<FigureId> {
    let Some(figure) = cell.figure else {
        ui.label(&cell.text);
        return None;
    };
    let mut text = RichText::new(&cell.text);
    if selected == Some(figure) {
        text = text.strong().background_color(tokens::tones(ui).passage);
    }
    let link = ui.link(text);
    keyboard::come_into_view(ui, &link);
    link.clicked().then_some(figure)
}

fn laid(ui: &Ui, chart: &Chart, made: u64) -> Arc<Laid> {
    let id = ui.scope_id().with("twin");
    let of = Id::unique(chart.view.key());
    let pixels_per_point = ui.ctx().pixels_per_point();
    let kept = ui.data(|data| data.get_temp::<Arc<Laid>>(id));
    let same = |laid: &Arc<Laid>| (laid.made, laid.chart, laid.pixels_per_point) == (made, of, pixels_per_point);
    if let Some(kept) = kept.filter(same) {
        return kept;
    }
    let table = chart.table();
    let plain = TextStyle::Body.resolve(ui.style());
    let heads = egui::FontId::new(plain.size, super::theme::bold());
    let mut widths = vec![0.0_f32; table.head.len().max(table.rows.iter().map(Vec::len).max().unwrap_or(0))];
    let mut heights = vec![0.0_f32; table.rows.len() + 1];
    let mut measure = |row: usize, column: usize, text: &str, font: &egui::FontId| {
        let size =
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::WHITE).size());
        widths[column] = widths[column].max(size.x);
        heights[row] = heights[row].max(size.y);
    };
    for (column, text) in table.head.iter().enumerate() {
        measure(0, column, text, &heads);
    }
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            measure(row + 1, column, &cell.text, &plain);
        }
    }
    let laid = Arc::new(Laid { made, chart: of, pixels_per_point, table, widths, heights });
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&laid)));
    laid
}
