//! What egui painted as plain shapes: [`Drawing`], from which files are made that keep text as text.

use crate::chart::drawing::{Colour, Drawing, Drawn, Line, Shape};
use crate::chart::scene::{Area, Point};
use egui::epaint::{CircleShape, ClippedShape, ColorMode, PathShape, RectShape, TextShape};
use egui::{Color32, Pos2, Rect, Stroke, StrokeKind};

/// The drawing of painted shapes on a page of this size in points.
#[must_use]
pub fn drawing([width, height]: [f32; 2], ground: Color32, shapes: &[ClippedShape]) -> Drawing {
    let mut taken = Taken { clip: None, items: Vec::new() };
    for ClippedShape { clip_rect, shape, .. } in shapes {
        let all =
            clip_rect.min.x <= 0.0 && clip_rect.min.y <= 0.0 && clip_rect.max.x >= width && clip_rect.max.y >= height;
        taken.clip = (!all).then(|| area(*clip_rect));
        taken.shape(shape);
    }
    Drawing { width, height, ground: colour(ground).unwrap_or(Colour([255; 4])), items: taken.items }
}

struct Taken {
    clip: Option<Area>,
    items: Vec<Drawn>,
}

impl Taken {
    fn put(&mut self, shape: Shape) {
        self.items.push(Drawn { clip: self.clip, shape });
    }

    fn shape(&mut self, shape: &egui::Shape) {
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            egui::Shape::Rect(rect) => self.rect(rect),
            egui::Shape::Circle(circle) => self.circle(circle),
            egui::Shape::LineSegment { points: [from, to], stroke } => {
                if let Some(line) = outline(*stroke) {
                    self.put(Shape::Segment { from: point(*from), to: point(*to), line });
                }
            }
            egui::Shape::Path(path) => self.path(path),
            egui::Shape::Text(text) => self.text(text),
            // Meshes, curves and callbacks are not used in figures.
            _ => {}
        }
    }

    fn rect(&mut self, shape: &RectShape) {
        // Files draw half of a line on either side of the edge.
        let shift = match shape.stroke_kind {
            StrokeKind::Inside => -shape.stroke.width / 2.0,
            StrokeKind::Middle => 0.0,
            StrokeKind::Outside => shape.stroke.width / 2.0,
        };
        let (fill, line) = (colour(shape.fill), outline(shape.stroke));
        let rect = if line.is_some() { shape.rect.expand(shift) } else { shape.rect };
        if rect.width() > 0.0 && rect.height() > 0.0 && (fill.is_some() || line.is_some()) {
            let round = f32::from(shape.corner_radius.nw);
            self.put(Shape::Rect { area: area(rect), round, fill, line });
        }
    }

    fn circle(&mut self, shape: &CircleShape) {
        let (fill, line) = (colour(shape.fill), outline(shape.stroke));
        self.put(Shape::Circle { center: point(shape.center), radius: shape.radius, fill, line });
    }

    fn path(&mut self, shape: &PathShape) {
        let stroke = if let ColorMode::Solid(colour) = shape.stroke.color { colour } else { Color32::TRANSPARENT };
        let (fill, line) = (colour(shape.fill), outline(Stroke::new(shape.stroke.width, stroke)));
        let points = shape.points.iter().copied().map(point).collect();
        self.put(Shape::Path { points, closed: shape.closed, fill, line });
    }

    fn text(&mut self, shape: &TextShape) {
        let Some(format) = shape.galley.job.sections.first().map(|section| &section.format) else { return };
        let own = if format.color == Color32::PLACEHOLDER { shape.fallback_color } else { format.color };
        let Some(colour) = colour(shape.override_text_color.unwrap_or(own)) else { return };
        let size = format.font_id.size;
        let bold = format.font_id.family == super::theme::bold();
        for row in &shape.galley.rows {
            let (Some(first), Some(last)) = (row.glyphs.first(), row.glyphs.last()) else { continue };
            let at = point(shape.pos + row.pos.to_vec2() + first.pos.to_vec2());
            let width = last.pos.x + last.advance_width - first.pos.x;
            let text: String = row.glyphs.iter().map(|glyph| glyph.chr).collect();
            self.put(Shape::Text { at, text, size, bold, width, colour });
        }
    }
}

fn point(pos: Pos2) -> Point {
    Point { x: pos.x, y: pos.y }
}

fn area(rect: Rect) -> Area {
    Area { left: rect.min.x, top: rect.min.y, right: rect.max.x, bottom: rect.max.y }
}

/// `None` for a colour that cannot be seen.
fn colour(colour: Color32) -> Option<Colour> {
    (colour.a() > 0).then(|| Colour(colour.to_srgba_unmultiplied()))
}

fn outline(stroke: Stroke) -> Option<Line> {
    let colour = colour(stroke.color).filter(|_| stroke.width > 0.0)?;
    Some(Line { width: stroke.width, colour })
}
