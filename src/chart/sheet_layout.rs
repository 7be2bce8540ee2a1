//! Layout of a table: every column as wide as its words need, the names in a strip that stays in place.

use crate::chart::legend;
use crate::chart::scene::{Anchor, Area, Ink, Pinned, Type};
use crate::chart::sheet::{Cell, Head, Line, Sheet, Tone};
use crate::chart::sketch::Sketch;
use crate::lang::Lang;

/// How tightly a table is set.
#[derive(Clone, Copy)]
struct Fit {
    /// Beyond this width the words of a cell wrap.
    most: f32,
    /// Below this a column looks cramped.
    least: f32,
    /// Left and right of the words of a cell.
    pad: f32,
    /// The type of the heads.
    head: Type,
}

/// With room to spare, and where a table would else not fit: smaller heads, and words in more lines.
const ROOMY: Fit = Fit { most: 210.0, least: 74.0, pad: 8.0, head: Type::Strong };
const TIGHT: Fit = Fit { most: 84.0, least: 44.0, pad: 5.0, head: Type::SmallStrong };
/// How much wider than its words a column becomes where there is room: of numbers, and of numbers with words behind them.
const MORE: (f32, f32) = (90.0, 180.0);
/// Above and below the words of a cell, and the height of a bar.
const PAD: f32 = 3.0;
const BAR: f32 = 12.0;
/// The least width of a bar of outcomes.
const BAR_WIDTH: f32 = 110.0;

/// The words of a cell, broken into lines.
struct Words {
    text: Vec<String>,
    small: Vec<String>,
    /// Where the lesser words begin, where they stand behind the others.
    behind: Option<f32>,
    width: f32,
    height: f32,
}

/// Where the columns stand.
struct Columns {
    /// Width of the names.
    names: f32,
    /// Width of each column.
    widths: Vec<f32>,
    /// The lesser words of a cell stand behind the others where the column has room.
    inline: bool,
    fit: Fit,
}

impl Columns {
    fn total(&self) -> f32 {
        self.names + self.widths.iter().sum::<f32>()
    }
}

/// Draws the table at `(x, y, width)` with `spare` height to spread over; gives the y below it.
pub fn draw(pen: &mut Sketch, sheet: &Sheet, lang: Lang, (x, y, width): (f32, f32, f32), spare: f32) -> f32 {
    let top = if sheet.legend.is_empty() { y } else { legend::draw(pen, &sheet.legend, lang, (x, y, width)) + 4.0 };
    let columns = columns(pen, sheet, width);
    let right = x + columns.total();
    let head = head_height(pen, sheet, &columns);
    let heights = heights(pen, sheet, &columns);
    // A little air where there is room, never a table torn apart.
    let air = (spare / sheet.rows.len().max(1) as f32).min(10.0);
    let mut at = x + columns.names;
    for (column, wide) in sheet.columns.iter().zip(&columns.widths) {
        draw_head(pen, column, Area::new(at, top, *wide, head), columns.fit);
        at += wide;
    }
    let mut line_top = top + head;
    for (n, (row, height)) in sheet.rows.iter().zip(&heights).enumerate() {
        let rule = if sheet.apart == Some(n) { (Ink::Axis, 1.5) } else { (Ink::Grid, 1.0) };
        pen.line((x, line_top), (right, line_top), rule.0, rule.1);
        let mut at = x + columns.names;
        for (cell, wide) in row.cells.iter().zip(&columns.widths) {
            draw_cell(pen, cell, Area::new(at, line_top, *wide, height + air), &columns);
            at += wide;
        }
        line_top += height + air;
    }
    pen.line((x, line_top), (right, line_top), Ink::Grid, 1.0);
    names(pen, sheet, &columns, (x, top, head), &heights, air, line_top);
    line_top
}

/// The least width of the whole table in this room.
#[must_use]
pub fn least_width(pen: &Sketch, sheet: &Sheet, room: f32) -> f32 {
    fitted(pen, sheet, room).total()
}

/// The columns as wide as their words: set tightly where they would else not fit.
fn fitted(pen: &Sketch, sheet: &Sheet, room: f32) -> Columns {
    let roomy = natural(pen, sheet, ROOMY);
    if roomy.total() <= room {
        return roomy;
    }
    // Where the heads are municipalities they stay as large as names are elsewhere.
    let head = if sheet.compact { ROOMY.head } else { TIGHT.head };
    let tight = natural(pen, sheet, Fit { head, ..TIGHT });
    // A table that scrolls all the same is read better with its words behind its numbers than in many short lines.
    if sheet.compact && tight.total() > room { roomy } else { tight }
}

/// The columns in this room.
fn columns(pen: &Sketch, sheet: &Sheet, room: f32) -> Columns {
    let mut columns = fitted(pen, sheet, room + 0.5);
    // What is left over is shared out, as long as the columns stay near enough to be read across.
    let spare = room - columns.total();
    if spare > 0.0 {
        let most = if sheet.compact { MORE.1 } else { MORE.0 };
        let share = (spare / columns.widths.len().max(1) as f32).min(most);
        columns.widths.iter_mut().for_each(|width| *width += share);
    }
    columns
}

/// The columns as wide as their words.
fn natural(pen: &Sketch, sheet: &Sheet, fit: Fit) -> Columns {
    let name = |row: &Line| {
        let style = name_style(row);
        pen.width_of(&row.name, style).max(pen.width_of(&row.small, Type::Small))
    };
    let corner = pen.width_of(&sheet.corner, Type::SmallStrong);
    let names = sheet.rows.iter().map(name).fold(corner, f32::max) + 2.0 * fit.pad;
    let widths = sheet.columns.iter().enumerate().map(|(n, head)| {
        let sign = if head.series.is_some() { 16.0 } else { 0.0 };
        let longest = |text: &str, style| pen.widest(text.split(' '), style);
        let head_width = (pen.width_of(&head.text, fit.head).min(fit.most * 0.6) + sign)
            .max(longest(&head.text, fit.head) + sign)
            .max(longest(&head.small, Type::Small));
        let cells = sheet.rows.iter().filter_map(|row| row.cells.get(n));
        let widest =
            cells.map(|cell| words(pen, cell, fit.most, false).width).fold(head_width.max(fit.least), f32::max);
        widest + 2.0 * fit.pad
    });
    Columns { names, widths: widths.collect(), inline: sheet.compact, fit }
}

fn name_style(row: &Line) -> Type {
    if row.strong { Type::Strong } else { Type::Body }
}

fn words(pen: &Sketch, cell: &Cell, most: f32, inline: bool) -> Words {
    const BEHIND: f32 = 8.0;
    let sign = if matches!(cell.tone, Tone::Above | Tone::Below) { 16.0 } else { 0.0 };
    let strong = if cell.tone == Tone::Missing { Type::Small } else { Type::Strong };
    let first = sign + pen.width_of(&cell.text, strong) + BEHIND;
    let both = first + pen.width_of(&cell.small, Type::Small);
    let behind = (inline && !cell.small.is_empty() && cell.bar.is_none() && both <= most).then_some(first);
    let text = pen.wrap(&cell.text, Type::Strong, most - sign);
    let small = pen.wrap(&cell.small, Type::Small, most);
    let stacked = (pen.widest(text.iter().map(String::as_str), Type::Strong) + sign)
        .max(pen.widest(small.iter().map(String::as_str), Type::Small))
        .max(if cell.bar.is_some() { BAR_WIDTH } else { 0.0 });
    let bar = if cell.bar.is_some() { BAR + 3.0 } else { 0.0 };
    let under = if behind.is_some() { 0.0 } else { small.len() as f32 * Type::Small.line() };
    let height = text.len() as f32 * Type::Strong.line() + under + bar;
    Words { text, small, behind, width: if behind.is_some() { both } else { stacked }, height }
}

fn head_height(pen: &Sketch, sheet: &Sheet, columns: &Columns) -> f32 {
    let lines = sheet.columns.iter().zip(&columns.widths).map(|(head, wide)| {
        let (text, small) = head_lines(pen, head, *wide, columns.fit);
        text.len() as f32 * columns.fit.head.line() + small.len() as f32 * Type::Small.line()
    });
    lines.fold(columns.fit.head.line(), f32::max) + 2.0 * PAD
}

fn head_lines(pen: &Sketch, head: &Head, wide: f32, fit: Fit) -> (Vec<String>, Vec<String>) {
    let sign = if head.series.is_some() { 16.0 } else { 0.0 };
    let room = wide - 2.0 * fit.pad + 0.5;
    (pen.wrap(&head.text, fit.head, room - sign), pen.wrap(&head.small, Type::Small, room))
}

fn heights(pen: &Sketch, sheet: &Sheet, columns: &Columns) -> Vec<f32> {
    let of = |row: &Line| {
        let small = if row.small.is_empty() { 0.0 } else { Type::Small.line() };
        let name = Type::Strong.line() + small;
        let cells = row.cells.iter().zip(&columns.widths);
        let inner = |wide: f32| wide - 2.0 * columns.fit.pad + 0.5;
        cells.map(|(cell, wide)| words(pen, cell, inner(*wide), columns.inline).height).fold(name, f32::max) + 2.0 * PAD
    };
    sheet.rows.iter().map(of).collect()
}

/// Heads stand on the table: short ones begin lower.
fn draw_head(pen: &mut Sketch, head: &Head, area: Area, fit: Fit) {
    let (text, small) = head_lines(pen, head, area.width(), fit);
    let tall = text.len() as f32 * fit.head.line() + small.len() as f32 * Type::Small.line();
    let mut y = area.bottom - PAD - tall;
    let mut x = area.left + fit.pad;
    if let Some(series) = head.series {
        let center = crate::chart::scene::Point { x: x + 5.0, y: y + fit.head.line() / 2.0 };
        pen.marker(center, 5.0, series, Ink::Series(series), true);
        x += 16.0;
    }
    for line in text {
        pen.text(x, y, Anchor::Left, line, fit.head, Ink::Text);
        y += fit.head.line();
    }
    for line in small {
        pen.text(area.left + fit.pad, y, Anchor::Left, line, Type::Small, Ink::TextWeak);
        y += Type::Small.line();
    }
}

fn draw_cell(pen: &mut Sketch, cell: &Cell, area: Area, columns: &Columns) {
    let pad = columns.fit.pad;
    let words = words(pen, cell, area.width() - 2.0 * pad + 0.5, columns.inline);
    let (mut ink, mut weak) = (Ink::Text, Ink::TextWeak);
    match cell.tone {
        Tone::Shade(level) => {
            let inner = Area { left: area.left + 1.0, top: area.top + 1.0, right: area.right - 1.0, ..area };
            pen.fill(inner, Ink::Shade(level));
            (ink, weak) = (Ink::OnShade(level), Ink::OnShade(level));
        }
        Tone::Missing => ink = Ink::TextWeak,
        Tone::Warn => ink = Ink::Warn,
        Tone::Plain | Tone::Above | Tone::Below => {}
    }
    let mut x = area.left + pad;
    let mut y = area.top + (area.height() - words.height) / 2.0;
    if matches!(cell.tone, Tone::Above | Tone::Below) {
        let center = crate::chart::scene::Point { x: x + 5.0, y: y + Type::Strong.line() / 2.0 };
        // A triangle up, or down: the shapes of the series with those points.
        pen.marker(center, 5.0, if cell.tone == Tone::Above { 3 } else { 4 }, Ink::Warn, true);
        x += 16.0;
    }
    let style = if cell.tone == Tone::Missing { Type::Small } else { Type::Strong };
    for line in words.text {
        pen.text(x, y, Anchor::Left, line, style, ink);
        y += Type::Strong.line();
    }
    if let Some(parts) = cell.bar {
        bar(pen, parts, Area::new(area.left + pad, y + 1.0, area.width() - 2.0 * pad, BAR));
        y += BAR + 3.0;
    }
    if let Some(behind) = words.behind {
        let middle = y - Type::Strong.line() / 2.0;
        pen.text_mid(area.left + pad + behind, middle, Anchor::Left, cell.small.as_str(), Type::Small, weak);
    } else {
        for line in words.small {
            pen.text(area.left + pad, y, Anchor::Left, line, Type::Small, weak);
            y += Type::Small.line();
        }
    }
    if !cell.name.is_empty() {
        pen.mark_to(area, cell.name.as_str(), cell.goal);
    }
}

/// Upheld, remanded and changed side by side; the counts stand in words under it.
fn bar(pen: &mut Sketch, parts: [u32; 3], area: Area) {
    let all = parts.iter().sum::<u32>().max(1) as f32;
    let mut x = area.left;
    for (n, ink) in parts.into_iter().zip([Ink::Upheld, Ink::Remanded, Ink::Changed]) {
        let part = Area::new(x, area.top, area.width() * n as f32 / all, area.height());
        if n > 0 {
            pen.fill(part, ink);
            if ink == Ink::Remanded {
                pen.stripes(part, Ink::RemandedStripe);
            }
        }
        x = part.right;
    }
}

/// The names, last, so that they lie over what is scrolled under them.
fn names(
    pen: &mut Sketch,
    sheet: &Sheet,
    columns: &Columns,
    (x, top, head): (f32, f32, f32),
    heights: &[f32],
    air: f32,
    bottom: f32,
) {
    let first = (pen.scene.items.len(), pen.scene.marks.len());
    let y = top + head - PAD - Type::SmallStrong.line();
    pen.text(x, y, Anchor::Left, sheet.corner.as_str(), Type::SmallStrong, Ink::TextWeak);
    let mut line_top = top + head;
    for (row, height) in sheet.rows.iter().zip(heights) {
        let area = Area::new(x, line_top, columns.names, height + air);
        let small = if row.small.is_empty() { 0.0 } else { Type::Small.line() };
        let y = area.center().y - (Type::Strong.line() + small) / 2.0;
        let ink = if row.goal.is_some() { Ink::Rate } else { Ink::Text };
        pen.text(x, y, Anchor::Left, row.name.as_str(), name_style(row), ink);
        if !row.small.is_empty() {
            pen.text(x, y + Type::Strong.line(), Anchor::Left, row.small.as_str(), Type::Small, Ink::TextWeak);
        }
        if row.goal.is_some() {
            pen.mark_to(area, row.name.as_str(), row.goal);
            pen.explain(row.hint.as_str());
        }
        line_top += height + air;
    }
    let (items, marks) = (first.0..pen.scene.items.len(), first.1..pen.scene.marks.len());
    let area = Area { left: x, top, right: x + columns.names, bottom };
    pen.scene.pinned = Some(Pinned { area, items, marks });
}
