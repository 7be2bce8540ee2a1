//! Where each row of a document lies in the source panel: heights measured once for a width.

use crate::model::reading::Extraction;
use crate::model::source::{Document, Span, Table};
use crate::state::source::{self, Mark, Passage, Row, TextStyle};
use crate::ui::theme;
use crate::ui::tokens::{self, Tones};
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Galley, Ui};
use std::sync::Arc;

/// Space inside a cell, and between rows of text, in points.
pub const PAD: f32 = 4.0;
const BETWEEN: f32 = 5.0;
/// The narrowest and widest column of a table, in points.
const NARROW: f32 = 34.0;
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
        let columns: Vec<_> = document.tables.iter().map(|table| widths(ui, document, table, key.width)).collect();
        let width = columns.iter().map(|widths| widths.iter().sum()).fold(key.width, f32::max);
        let measured = document.text.len() <= MEASURED;
        let mut tops = Vec::with_capacity(rows.len() + 1);
        let mut top = 0.0;
        for row in &rows {
            tops.push(top);
            top += match row {
                Row::Text { span, style } if !measured => estimate(document.slice(*span), *style, key.width),
                Row::Text { span, style } => {
                    plain(ui, document.slice(*span), font(*style), key.width).size().y + gap(*style) + BETWEEN
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

    /// How far to scroll right so that the cell with an offset is in sight; 0 for running text.
    pub fn left_of(&self, document: &Document, offset: u32) -> f32 {
        if self.rows.is_empty() {
            return 0.0;
        }
        let Row::Cells { table, row, .. } = &self.rows[source::row_at(&self.rows, offset)] else {
            return 0.0;
        };
        let (Some(grid), Some(columns)) = (document.tables.get(*table as usize), self.columns.get(*table as usize))
        else {
            return 0.0;
        };
        let holds = |span: Span| span.start <= offset && offset < span.end;
        let cell = grid.cells.iter().find(|cell| cell.row == *row && holds(cell.span));
        let right = cell.map_or(0.0, |cell| cell_width(columns, 0, cell.col + cell.col_span));
        (right - self.key.width).max(0.0)
    }

    /// The height at which an offset of the text stands, also inside a long paragraph.
    pub fn top_of(&self, ui: &Ui, document: &Document, offset: u32) -> f32 {
        if self.rows.is_empty() {
            return 0.0;
        }
        let at = source::row_at(&self.rows, offset);
        let inside = match &self.rows[at] {
            Row::Text { span, style } => {
                let galley = plain(ui, document.slice(*span), font(*style), self.key.width);
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
        TextStyle::Cell => FontId::proportional(12.0),
        TextStyle::Heading => FontId::new(14.5, theme::bold()),
        TextStyle::Body => FontId::proportional(13.5),
        TextStyle::Small => FontId::proportional(11.5),
    }
}

fn plain(ui: &Ui, text: &str, font: FontId, width: f32) -> Arc<Galley> {
    ui.painter().layout(text.replace('\t', "   "), font, Color32::PLACEHOLDER, width)
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
        // The line under a number is painted with the number's place.
        Mark::Figure => {}
        Mark::Head => format.background = tones.head,
        Mark::Passage | Mark::Neighbour => format.background = tones.passage,
        Mark::Value => {
            format.background = tones.value;
            format.color = tones.on_value;
            format.font_id.family = theme::bold();
        }
    }
}

/// Column widths by their contents: no word is broken; beyond that the wide columns give way first. A table that is
/// wider all the same is scrolled.
fn widths(ui: &Ui, document: &Document, table: &Table, width: f32) -> Vec<f32> {
    let count = table.cols.max(1) as usize;
    let (mut least, mut wanted) = (vec![NARROW; count], vec![NARROW; count]);
    let measure = |text: &str| plain(ui, text, font(TextStyle::Cell), f32::INFINITY).size().x + PAD * 2.0 + 1.0;
    for cell in table.cells.iter().filter(|cell| cell.col_span == 1 && (cell.col as usize) < count) {
        let (column, text) = (cell.col as usize, document.slice(cell.span));
        let longest = text.split_whitespace().max_by_key(|word| word.chars().count()).unwrap_or_default();
        least[column] = least[column].max(measure(longest).min(WIDE));
        // Long cells wrap anyway, so what lies beyond needs no measuring.
        let start: String = text.chars().take(60).collect();
        wanted[column] = wanted[column].max(measure(&start).min(WIDE)).max(least[column]);
    }
    let total = |columns: &[f32]| columns.iter().sum::<f32>();
    let spare = width - total(&least);
    let wishes = total(&wanted) - total(&least);
    let part = if wishes > 0.0 { (spare / wishes).clamp(0.0, 1.0) } else { 0.0 };
    let mut columns: Vec<f32> =
        least.iter().zip(&wanted).map(|(least, wanted)| least + (wanted - least) * part).collect();
    let rest = width - total(&columns);
    if rest > 0.0 {
        columns.iter_mut().for_each(|column| *column += rest / count as f32);
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
        plain(ui, document.slice(cell.span), font(TextStyle::Cell), width).size().y
    });
    heights.fold(17.0, f32::max) + PAD * 2.0
}
