//! Where each row of a document lies in the source panel: heights measured once for a width.

use crate::model::reading::Extraction;
use crate::model::source::{Document, Span, Table};
use crate::state::source::{self, Mark, Passage, Row, TextStyle};
use crate::ui::theme;
use crate::ui::tokens::{self, Tones};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Stroke, Ui};
use std::sync::Arc;

/// Space inside a cell, and between rows of text, in points.
pub const PAD: f32 = 4.0;
const BETWEEN: f32 = 5.0;
/// The narrowest and widest column of a table, in points.
const NARROW: f32 = 58.0;
const WIDE: f32 = 190.0;
/// Beyond this length of text heights are estimated instead of measured, so that opening stays quick.
const MEASURED: usize = 2_000_000;

/// What a sheet was made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    width: f32,
    size: f32,
    hash: String,
}

impl Key {
    pub fn new(ui: &Ui, width: f32, hash: &str) -> Self {
        Self { width, size: ui.ctx().pixels_per_point(), hash: hash.to_owned() }
    }
}

/// A document laid out in rows.
#[derive(Debug)]
pub struct Sheet {
    pub key: Key,
    pub rows: Vec<Row>,
    /// The upper edge of each row, and of what follows the last.
    pub tops: Vec<f32>,
    /// Column widths of each table.
    pub columns: Vec<Vec<f32>>,
    pub places: Vec<(Span, u32)>,
    /// The widest row.
    pub width: f32,
}

impl Sheet {
    pub fn new(ui: &Ui, key: Key, document: &Document, extraction: &Extraction) -> Self {
        let rows = source::rows(document);
        let columns: Vec<_> = document.tables.iter().map(|table| widths(document, table, key.width)).collect();
        let width = columns.iter().map(|widths| widths.iter().sum()).fold(key.width, f32::max);
        let measured = document.text.len() <= MEASURED;
        let mut tops = Vec::with_capacity(rows.len() + 1);
        let mut top = 0.0;
        for row in &rows {
            tops.push(top);
            top += match row {
                Row::Text { span, style } if !measured => estimate(document.slice(*span), *style, key.width),
                Row::Text { span, style } => {
                    plain(ui, document.slice(*span), *style, key.width).size().y + gap(*style) + BETWEEN
                }
                Row::Cells { table, row, .. } => cells_height(ui, document, *table, *row, &columns[*table as usize]),
            };
        }
        tops.push(top);
        Self { key, rows, tops, columns, places: source::places(extraction), width }
    }

    /// The width that running text fills.
    pub fn key_width(&self) -> f32 {
        self.key.width
    }

    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The rows that lie between two heights.
    pub fn between(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let first = self.tops.partition_point(|at| *at <= top).saturating_sub(1);
        let last = self.tops.partition_point(|at| *at < bottom).min(self.rows.len());
        first.min(last)..last
    }

    /// The height at which an offset of the text stands, also inside a long paragraph.
    pub fn top_of(&self, ui: &Ui, document: &Document, offset: u32) -> f32 {
        if self.rows.is_empty() {
            return 0.0;
        }
        let at = source::row_at(&self.rows, offset);
        let inside = match &self.rows[at] {
            Row::Text { span, style } => {
                let galley = plain(ui, document.slice(*span), *style, self.key.width);
                let before = Span { start: span.start, end: offset.clamp(span.start, span.end) };
                let letters = document.slice(before).chars().count();
                galley.pos_from_cursor(egui::text::CCursor::new(letters)).top()
            }
            Row::Cells { .. } => 0.0,
        };
        self.tops[at] + inside
    }
}

/// The space above a row.
pub fn gap(style: TextStyle) -> f32 {
    if style == TextStyle::Heading { 8.0 } else { 0.0 }
}

fn font(style: TextStyle) -> FontId {
    match style {
        TextStyle::Heading => FontId::new(14.5, theme::bold()),
        TextStyle::Body => FontId::proportional(13.5),
        TextStyle::Small => FontId::proportional(11.5),
    }
}

fn plain(ui: &Ui, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    ui.painter().layout(text.replace('\t', "   "), font(style), Color32::PLACEHOLDER, width)
}

/// A height from the number of letters alone.
fn estimate(text: &str, style: TextStyle, width: f32) -> f32 {
    let size = font(style).size;
    let lines = (text.chars().count() as f32 * size * 0.52 / width).ceil().max(1.0);
    lines * size * 1.37 + gap(style) + BETWEEN
}

/// A row's text with its marks.
pub fn marked(
    ui: &Ui,
    document: &Document,
    row: Span,
    style: TextStyle,
    sheet: &Sheet,
    passage: Option<&Passage>,
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let tones = tokens::tones(ui);
    let color = if style == TextStyle::Small { ui.visuals().weak_text_color() } else { ui.visuals().text_color() };
    for (span, mark) in source::pieces(row, passage, &sheet.places) {
        let mut format = TextFormat::simple(font(style), color);
        if let Some(mark) = mark {
            decorate(&mut format, mark, &tones);
        }
        job.append(&document.slice(span).replace('\t', "   "), 0.0, format);
    }
    ui.painter().layout_job(job)
}

/// Never by colour alone: the value is bold too, other figures are underlined.
fn decorate(format: &mut TextFormat, mark: Mark, tones: &Tones) {
    match mark {
        Mark::Figure => format.underline = Stroke::new(1.0, tones.figure),
        Mark::Head => format.background = tones.head,
        Mark::Passage => format.background = tones.passage,
        Mark::Neighbour => {
            format.background = tones.passage;
            format.underline = Stroke::new(2.0, tones.figure);
        }
        Mark::Value => {
            format.background = tones.value;
            format.color = tones.on_value;
            format.font_id.family = theme::bold();
        }
    }
}

/// Column widths by their contents, no column narrower or wider than is readable.
fn widths(document: &Document, table: &Table, width: f32) -> Vec<f32> {
    let mut columns = vec![NARROW; table.cols.max(1) as usize];
    for cell in table.cells.iter().filter(|cell| cell.col_span == 1) {
        let letters = document.slice(cell.span).chars().count() as f32;
        if let Some(column) = columns.get_mut(cell.col as usize) {
            *column = column.max((letters * 7.0 + PAD * 2.0).min(WIDE));
        }
    }
    let total: f32 = columns.iter().sum();
    if total < width {
        let share = (width - total) / columns.len() as f32;
        columns.iter_mut().for_each(|column| *column += share);
    } else if let Some(excess) = (total > width).then_some(total - width) {
        // The wide columns give way first, down to the narrowest.
        let spare: f32 = columns.iter().map(|column| column - NARROW).sum();
        let part = if spare > 0.0 { (excess / spare).min(1.0) } else { 0.0 };
        columns.iter_mut().for_each(|column| *column -= (*column - NARROW) * part);
    }
    columns
}

/// The width of a cell that may reach over several columns.
pub fn cell_width(columns: &[f32], col: u32, span: u32) -> f32 {
    let from = (col as usize).min(columns.len());
    let to = (col.saturating_add(span) as usize).min(columns.len());
    columns[from..to].iter().sum()
}

fn cells_height(ui: &Ui, document: &Document, table: u32, row: u32, columns: &[f32]) -> f32 {
    let Some(table) = document.tables.get(table as usize) else {
        return 0.0;
    };
    let cells = table.cells.iter().filter(|cell| cell.row == row && cell.row_span == 1);
    let heights = cells.map(|cell| {
        let width = cell_width(columns, cell.col, cell.col_span) - PAD * 2.0;
        plain(ui, document.slice(cell.span), TextStyle::Body, width).size().y
    });
    heights.fold(17.0, f32::max) + PAD * 2.0
}
