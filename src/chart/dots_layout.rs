//! Layout of values with intervals: panels side by side, each with the same scale, names and words in full.

use crate::chart::dots::{Dots, Panel, Row, Unit};
use crate::chart::legend;
use crate::chart::scene::{Anchor, Area, Ink, Point, Type};
use crate::chart::sketch::{Sketch, step};
use crate::chart::words;
use crate::lang::Lang;

/// The least and the greatest height of a line.
const LINE: (f32, f32) = (38.0, 46.0);
/// The least width of a scale, and the blank between columns and between panels.
const SCALE: f32 = 150.0;
const GAP: f32 = 12.0;
const APART: (f32, f32) = (28.0, 12.0);

/// How wide the words beside the scale are.
struct Words {
    name: f32,
    value: f32,
}

/// Draws the chart at `(x, y, width)` with `spare` height to spread over; gives the y below it.
pub fn draw(pen: &mut Sketch, dots: &Dots, lang: Lang, (x, y, width): (f32, f32, f32), spare: f32) -> f32 {
    let top = legend::draw(pen, &dots.legend, lang, (x, y, width)) + 8.0;
    let words = words_of(pen, dots);
    let least = words.name + words.value + 2.0 * GAP + SCALE;
    let columns = (((width + APART.0) / (least + APART.0)) as usize).clamp(1, dots.panels.len().clamp(1, 3));
    let wide = (width - APART.0 * (columns - 1) as f32) / columns as f32;
    let lines: usize = dots.panels.iter().map(|panel| panel.rows.len()).sum();
    let line = (LINE.0 + spare / lines.max(1) as f32).min(LINE.1);
    let mut below = vec![top; columns];
    for panel in &dots.panels {
        // Each panel goes where there is least above it: panels differ much in length.
        let column = (0..columns).min_by(|a, b| below[*a].total_cmp(&below[*b])).unwrap_or(0);
        let left = x + (wide + APART.0) * column as f32;
        let first = pen.paragraph(left, below[column], wide, &panel.title, Type::Strong, Ink::Text) + 3.0;
        draw_panel(pen, dots, panel, lang, &words, Area::new(left, first, wide, line));
        below[column] = first + line * panel.rows.len() as f32 + Type::Small.line() + APART.1;
    }
    below.into_iter().fold(top, f32::max) - APART.1
}

/// The least width at which no name and no value is cut.
#[must_use]
pub fn least_width(pen: &Sketch, dots: &Dots) -> f32 {
    let words = words_of(pen, dots);
    words.name + words.value + 2.0 * GAP + SCALE
}

fn words_of(pen: &Sketch, dots: &Dots) -> Words {
    let rows = || dots.panels.iter().flat_map(|panel| &panel.rows);
    let widest = |strong: fn(&Row) -> &str, small: fn(&Row) -> &str| {
        pen.widest(rows().map(strong), Type::Strong).max(pen.widest(rows().map(small), Type::Small))
    };
    Words { name: widest(|row| &row.name, |row| &row.small), value: widest(|row| &row.text, |row| &row.under) }
}

/// A panel whose first line is `first`.
fn draw_panel(pen: &mut Sketch, dots: &Dots, panel: &Panel, lang: Lang, words: &Words, first: Area) {
    let scale = Area::new(first.left + words.name + GAP, first.top, 0.0, first.height());
    let scale = Area { right: first.right - words.value - GAP, ..scale };
    let (low, high) = dots.scale;
    let at = |value: f64| scale.left + scale.width() * ((value - low) / (high - low)).clamp(0.0, 1.0) as f32;
    let bottom = first.top + first.height() * panel.rows.len() as f32;
    let by = step(high - low, if scale.width() > 260.0 { 6 } else { 3 });
    let mut mark = (low / by).ceil() * by;
    while mark <= high + 1e-6 {
        let x = at(mark);
        let zero = mark.abs() < 1e-9;
        pen.line((x, first.top), (x, bottom), if zero { Ink::Axis } else { Ink::Grid }, if zero { 1.5 } else { 1.0 });
        let text = match dots.unit {
            Unit::Percent => words::along_scale(lang, mark, mark + by > high + 1e-6),
            Unit::Points => words::signed(lang, if zero { 0.0 } else { mark }, 0),
        };
        pen.text(x, bottom + 2.0, Anchor::Center, text, Type::Small, Ink::TextWeak);
        mark += by;
    }
    for (n, row) in panel.rows.iter().enumerate() {
        let line = Area::new(first.left, first.top + first.height() * n as f32, first.width(), first.height());
        pen.line((line.left, line.top), (line.right, line.top), Ink::Grid, 1.0);
        draw_row(pen, row, line, scale, &at);
    }
}

fn draw_row(pen: &mut Sketch, row: &Row, line: Area, scale: Area, at: &dyn Fn(f64) -> f32) {
    let middle = line.center().y;
    pair(pen, (line.left, middle), (&row.name, &row.small), row.strong);
    pair(pen, (scale.right + GAP, middle), (&row.text, &row.under), true);
    if let Some((value, even)) = row.reference {
        let x = at(value);
        pen.line((x, middle - 12.0), (x, middle + 12.0), Ink::Nation, 1.0);
        pen.diamond(Point { x, y: middle - 10.0 }, 5.0, Ink::Nation, even);
    }
    if let Some(dot) = row.dot {
        let ink = Ink::Series(row.series);
        if let Some((low, high)) = dot.interval {
            let (low, high) = (at(low), at(high));
            pen.line((low, middle), (high, middle), ink, 2.0);
            for end in [low, high] {
                pen.line((end, middle - 4.0), (end, middle + 4.0), ink, 2.0);
            }
        }
        pen.marker(Point { x: at(dot.at), y: middle }, 5.5, row.series, ink, dot.filled);
    }
    pen.mark(Area { top: line.top + 1.0, bottom: line.bottom - 1.0, ..line }, row.spoken.as_str(), row.figure);
}

/// A strong and a small line, together centred on the middle.
fn pair(pen: &mut Sketch, (x, middle): (f32, f32), (strong, small): (&str, &str), bold: bool) {
    let style = if bold { Type::Strong } else { Type::Body };
    if small.is_empty() {
        pen.text_mid(x, middle, Anchor::Left, strong, style, Ink::Text);
        return;
    }
    let top = middle - (Type::Strong.line() + Type::Small.line()) / 2.0;
    pen.text(x, top, Anchor::Left, strong, style, Ink::Text);
    pen.text(x, top + Type::Strong.line(), Anchor::Left, small, Type::Small, Ink::TextWeak);
}
