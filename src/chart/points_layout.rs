//! Layout of two numbers against each other: axes, lines, signs, and as many names as have room.

use crate::chart::legend;
use crate::chart::points::{Axis, Curve, Dot, Plot, Points};
use crate::chart::scene::{Anchor, Area, Ink, Point, Type};
use crate::chart::sketch::Sketch;
use crate::lang::Lang;

/// The least and the greatest height of a coordinate system, its height for its width, and the least width.
const HEIGHT: (f32, f32) = (300.0, 560.0);
const SHAPE: f32 = 0.38;
const LEAST: f32 = 420.0;
const GAP: (f32, f32) = (26.0, 16.0);
const RADIUS: f32 = 5.0;

/// The mapping of values to places.
struct Frame {
    area: Area,
    x: (f64, f64),
    y: (f64, f64),
}

impl Frame {
    fn at(&self, x: f64, y: f64) -> Point {
        let part = |value: f64, (low, high): (f64, f64)| ((value - low) / (high - low).max(1e-9)) as f32;
        Point {
            x: self.area.left + self.area.width() * part(x, self.x),
            y: self.area.bottom - self.area.height() * part(y, self.y),
        }
    }

    fn holds(&self, x: f64, y: f64) -> bool {
        // A line that ends on the edge is inside, however its last point was rounded.
        let inside = |value: f64, (low, high): (f64, f64)| {
            let hair = (high - low) * 1e-6;
            (low - hair..=high + hair).contains(&value)
        };
        inside(x, self.x) && inside(y, self.y)
    }
}

/// Draws the chart at `(x, y, width)` with `spare` height to spread over; gives the y below it.
pub fn draw(pen: &mut Sketch, points: &Points, lang: Lang, (x, y, width): (f32, f32, f32), spare: f32) -> f32 {
    let signs = &points.legend;
    let mut top = if signs.is_empty() { y } else { legend::draw(pen, signs, lang, (x, y, width)) + 8.0 };
    let plots = &points.plots;
    let columns = (((width + GAP.0) / (LEAST + GAP.0)) as usize).clamp(1, plots.len().clamp(1, 3));
    let wide = (width - GAP.0 * (columns - 1) as f32) / columns as f32;
    let rows = plots.len().div_ceil(columns);
    let least = (wide * SHAPE).clamp(HEIGHT.0, HEIGHT.1);
    let height = (least + spare / rows.max(1) as f32).min(HEIGHT.1.max(least));
    for row in plots.chunks(columns) {
        let heads: Vec<Vec<String>> = row.iter().map(|plot| pen.wrap(&plot.title, Type::Strong, wide)).collect();
        let tall = heads.iter().map(Vec::len).max().unwrap_or(0) as f32 * Type::Strong.line();
        for (n, (plot, head)) in row.iter().zip(heads).enumerate() {
            let left = x + (wide + GAP.0) * n as f32;
            for (at, text) in head.into_iter().enumerate() {
                pen.text(left, top + Type::Strong.line() * at as f32, Anchor::Left, text, Type::Strong, Ink::Text);
            }
            draw_plot(pen, plot, Area::new(left, top + tall + 4.0, wide, height));
        }
        top += tall + 4.0 + height + GAP.1;
    }
    top - GAP.1
}

fn draw_plot(pen: &mut Sketch, plot: &Plot, area: Area) {
    let line = Type::Small.line();
    let left = pen.widest(plot.y.marks.iter().map(|(_, text)| text.as_str()), Type::Small) + 8.0;
    let ends = pen.widest(plot.curves.iter().map(|curve| curve.label.as_str()), Type::Small);
    let inner = Area {
        left: area.left + left,
        top: area.top + 1.5 * line + 4.0,
        right: area.right - ends - 10.0,
        bottom: area.bottom - 2.0 * line - 10.0,
    };
    let frame = Frame { area: inner, x: (plot.x.low, plot.x.high), y: (plot.y.low, plot.y.high) };
    axes(pen, plot, &frame, area);
    let mut lines: Vec<Area> = Vec::new();
    for curve in &plot.curves {
        draw_curve(pen, curve, &frame, &mut lines);
    }
    let named = area.left + pen.width_of(&plot.y.name, Type::Small) + 12.0;
    end_labels(pen, plot, &frame, named);
    let signs = plot.dots.iter().map(|dot| around(frame.at(dot.x, dot.y), RADIUS + 1.0, RADIUS + 1.0));
    let mut taken: Vec<Area> = signs.collect();
    for dot in &plot.dots {
        pen.marker(frame.at(dot.x, dot.y), RADIUS, dot.series, Ink::Series(dot.series), dot.filled);
    }
    for dot in &plot.dots {
        label(pen, dot, frame.at(dot.x, dot.y), inner, &lines, &mut taken);
        pen.mark(around(frame.at(dot.x, dot.y), 8.0, 8.0), dot.spoken.as_str(), dot.figure);
    }
}

fn around(at: Point, half_width: f32, half_height: f32) -> Area {
    Area::new(at.x - half_width, at.y - half_height, 2.0 * half_width, 2.0 * half_height)
}

/// The lines of the grid with their numbers, and the axes' names: y's over it, x's under it.
fn axes(pen: &mut Sketch, plot: &Plot, frame: &Frame, area: Area) {
    let inner = frame.area;
    let Axis { name, marks, .. } = &plot.y;
    pen.text(area.left, area.top, Anchor::Left, name.as_str(), Type::Small, Ink::TextWeak);
    for (value, text) in marks {
        let y = frame.at(plot.x.low, *value).y;
        pen.line((inner.left, y), (inner.right, y), Ink::Grid, 1.0);
        pen.text_mid(inner.left - 5.0, y, Anchor::Right, text.as_str(), Type::Small, Ink::TextWeak);
    }
    for (value, text) in &plot.x.marks {
        let x = frame.at(*value, plot.y.low).x;
        pen.line((x, inner.bottom), (x, inner.bottom + 4.0), Ink::Axis, 1.0);
        pen.text(x, inner.bottom + 8.0, Anchor::Center, text.as_str(), Type::Small, Ink::TextWeak);
    }
    let y = inner.bottom + 9.0 + Type::Small.line();
    pen.text(inner.right, y, Anchor::Right, plot.x.name.as_str(), Type::Small, Ink::TextWeak);
    pen.line((inner.left, inner.bottom), (inner.right, inner.bottom), Ink::Axis, 1.0);
    pen.line((inner.left, inner.top), (inner.left, inner.bottom), Ink::Axis, 1.0);
}

fn draw_curve(pen: &mut Sketch, curve: &Curve, frame: &Frame, taken: &mut Vec<Area>) {
    /// Length of a dash, and of a dash with the blank behind it.
    const DASH: (f32, f32) = (6.0, 10.0);
    /// A piece of a line: short enough to follow a bend, and to be left out where dashes are apart.
    const PIECE: f32 = 2.0;
    let mut along = 0.0;
    for pair in curve.points.windows(2) {
        if !pair.iter().all(|(x, y)| frame.holds(*x, *y)) {
            continue;
        }
        let (from, to) = (frame.at(pair[0].0, pair[0].1), frame.at(pair[1].0, pair[1].1));
        let length = (to.x - from.x).hypot(to.y - from.y);
        let steps = (length / PIECE).ceil().max(1.0) as u32;
        let at = |n: u32| {
            let part = n as f32 / steps as f32;
            Point { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
        };
        if !curve.dashed {
            pen.line((from.x, from.y), (to.x, to.y), curve.ink, 1.5);
        }
        // A dash runs on from piece to piece; it is drawn when it ends.
        let mut begun: Option<u32> = None;
        for n in 0..=steps {
            let on = (along + length * n as f32 / steps as f32) % DASH.1 < DASH.0;
            if curve.dashed && on && begun.is_none() {
                begun = Some(n);
            }
            if let Some(first) = begun.filter(|_| !on || n == steps) {
                let (a, b) = (at(first), at(n));
                pen.line((a.x, a.y), (b.x, b.y), curve.ink, 1.5);
                begun = None;
            }
            // Names should not stand on a line: it counts as taken along its whole length.
            if n % 3 == 0 {
                taken.push(around(at(n), PIECE * 1.5, PIECE * 1.5));
            }
        }
        along += length;
    }
}

/// The curves' names where they leave the plot: over it for those that go out at the top, else at their right ends, each
/// group pushed apart where the names would meet.
fn end_labels(pen: &mut Sketch, plot: &Plot, frame: &Frame, left: f32) {
    let (line, inner) = (Type::Small.line(), frame.area);
    let last = |curve: &Curve| curve.points.iter().rev().find(|(x, y)| frame.holds(*x, *y)).copied();
    let ends = plot.curves.iter().filter(|curve| !curve.label.is_empty());
    let mut ends: Vec<(Point, &Curve)> =
        ends.filter_map(|curve| last(curve).map(|(x, y)| (frame.at(x, y), curve))).collect();
    ends.sort_by(|(a, _), (b, _)| a.x.total_cmp(&b.x));
    let mut right_ends = Vec::new();
    let mut free = left;
    for (end, curve) in ends {
        let wide = pen.width_of(&curve.label, Type::Small);
        let start = (end.x - wide / 2.0).max(free);
        // A name that stands far from its line's end says nothing.
        if end.x > inner.right - 1.0 || (start + wide / 2.0 - end.x).abs() > wide {
            right_ends.push((end, curve));
            continue;
        }
        pen.text(start, inner.top - line - 3.0, Anchor::Left, curve.label.as_str(), Type::Small, Ink::TextWeak);
        free = start + wide + 8.0;
    }
    right_ends.sort_by(|(a, _), (b, _)| a.y.total_cmp(&b.y));
    let mut free = f32::NEG_INFINITY;
    for (end, curve) in right_ends {
        let top = (end.y - line / 2.0).max(free);
        free = top + line;
        pen.text(inner.right + 5.0, top, Anchor::Left, curve.label.as_str(), Type::Small, Ink::TextWeak);
    }
}

/// The name beside its sign: right, left, above or below, wherever nothing stands; at need over a line, on a plate; else
/// in the spoken name only.
fn label(pen: &mut Sketch, dot: &Dot, at: Point, inner: Area, lines: &[Area], taken: &mut Vec<Area>) {
    let (wide, tall) = (pen.width_of(&dot.label, Type::Small), Type::Small.line());
    let (side, up) = (RADIUS + 4.0 + wide / 2.0, RADIUS + 1.0 + tall / 2.0);
    let corner = wide / 2.0 + 2.0;
    // A little farther off, where a line runs close by.
    let far = up + 9.0;
    let shifts = [
        (side, 0.0),
        (-side, 0.0),
        (0.0, -up),
        (0.0, up),
        (corner, -up),
        (-corner, -up),
        (corner, up),
        (-corner, up),
        (0.0, -far),
        (0.0, far),
        (corner, -far),
        (-corner, far),
    ];
    let places = shifts.map(|(dx, dy)| around(Point { x: at.x + dx, y: at.y + dy }, wide / 2.0, tall / 2.0 - 1.0));
    let inside = |area: &&Area| {
        area.left >= inner.left && area.right <= inner.right && area.bottom <= inner.bottom && area.top >= inner.top
    };
    let apart = |area: &&Area, from: &[Area]| from.iter().all(|other| !other.overlaps(**area));
    let free: Vec<&Area> = places.iter().filter(inside).filter(|area| apart(area, taken)).collect();
    let clear = free.iter().find(|area| apart(area, lines));
    let Some(area) = clear.or(free.first()).map(|area| **area) else { return };
    if clear.is_none() {
        pen.fill(area, Ink::Background);
    }
    pen.text_mid(area.center().x, area.center().y, Anchor::Center, dot.label.as_str(), Type::Small, Ink::Text);
    taken.push(area);
}
