//! A chart's drawing on a page: lines as lines, text as text.

use super::{HEIGHT, Ink, Paper, solid};
use crate::chart::drawing::{Colour, Drawing, Line, Shape};
use crate::chart::scene::{Area, Point};
use crate::export::letters::face;
use pdf_writer::Content;

/// Of a circle's radius: where the handles of its four curves lie.
const HANDLE: f32 = 0.552_284_8;

/// Where a drawing lies on the page, and how much smaller.
#[derive(Clone, Copy)]
struct Place {
    x: f32,
    y: f32,
    scale: f32,
}

impl Place {
    fn x(self, x: f32) -> f32 {
        self.x + x * self.scale
    }

    fn y(self, y: f32) -> f32 {
        HEIGHT - self.y - y * self.scale
    }
}

impl Paper {
    /// Puts a drawing on the page, its upper left corner here, this many times as large.
    pub fn drawing(&mut self, x: f32, y: f32, scale: f32, drawing: &Drawing) {
        let place = Place { x, y, scale };
        for item in &drawing.items {
            if let Some(clip) = item.clip {
                let content = &mut self.sheet().0.content;
                content.save_state();
                rect(content, place, clip);
                content.clip_nonzero().end_path();
            }
            self.shape(place, &item.shape);
            if item.clip.is_some() {
                self.sheet().0.content.restore_state();
            }
        }
    }

    fn shape(&mut self, place: Place, shape: &Shape) {
        if let Shape::Text { at, text, size, bold, width, colour } = shape {
            let natural = face(*bold).width(text, *size);
            let percent = if natural > 0.0 { width / natural * 100.0 } else { 100.0 };
            let ink = Ink { size: size * place.scale, bold: *bold, colour: *colour };
            self.stretched(place.x(at.x), HEIGHT - place.y(at.y), text, ink, percent);
            return;
        }
        let (fill, line) = match shape {
            Shape::Rect { fill, line, .. } | Shape::Circle { fill, line, .. } | Shape::Path { fill, line, .. } => {
                (*fill, *line)
            }
            Shape::Segment { line, .. } => (None, Some(*line)),
            Shape::Text { .. } => return,
        };
        // Colours may be set only before a path begins.
        let content = &mut self.sheet().0.content;
        dress(content, place, fill, line);
        match shape {
            Shape::Rect { area, .. } => rect(content, place, *area),
            Shape::Circle { center, radius, .. } => circle(content, place, *center, *radius),
            Shape::Segment { from, to, .. } => {
                content.move_to(place.x(from.x), place.y(from.y)).line_to(place.x(to.x), place.y(to.y));
            }
            Shape::Path { points, closed, .. } => path(content, place, points, *closed),
            Shape::Text { .. } => {}
        }
        match (fill, line) {
            (Some(_), Some(_)) => content.fill_nonzero_and_stroke(),
            (Some(_), None) => content.fill_nonzero(),
            (None, Some(_)) => content.stroke(),
            (None, None) => content.end_path(),
        };
    }
}

/// Sets the colours and the line of what follows.
fn dress(content: &mut Content, place: Place, fill: Option<Colour>, line: Option<Line>) {
    if let Some(fill) = fill {
        let [r, g, b] = solid(fill);
        content.set_fill_rgb(r, g, b);
    }
    if let Some(line) = line {
        let [r, g, b] = solid(line.colour);
        content.set_stroke_rgb(r, g, b).set_line_width(line.width * place.scale);
    }
}

fn path(content: &mut Content, place: Place, points: &[Point], closed: bool) {
    for (n, point) in points.iter().enumerate() {
        let (x, y) = (place.x(point.x), place.y(point.y));
        if n == 0 {
            content.move_to(x, y)
        } else {
            content.line_to(x, y)
        };
    }
    if closed {
        content.close_path();
    }
}

fn rect(content: &mut Content, place: Place, area: Area) {
    let (width, height) = (area.width() * place.scale, area.height() * place.scale);
    content.rect(place.x(area.left), place.y(area.bottom), width, height);
}

fn circle(content: &mut Content, place: Place, Point { x, y }: Point, radius: f32) {
    let (x, y, r) = (place.x(x), place.y(y), radius * place.scale);
    let h = r * HANDLE;
    content.move_to(x + r, y);
    content.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
    content.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
    content.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
    content.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
    content.close_path();
}
