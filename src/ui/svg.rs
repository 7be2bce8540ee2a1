//! Painted shapes as SVG: text stays text, so that it can be searched, read aloud and edited.
//!
//! Each line of text names the width that it has in the bundled face: a viewer without that face keeps the layout.

use egui::epaint::{CircleShape, ClippedShape, ColorMode, PathShape, RectShape, TextShape};
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Faces to use where the bundled one is missing, the most alike first.
const FACES: &str = "'Noto Sans', 'Open Sans', 'DejaVu Sans', Arial, Helvetica, sans-serif";

/// What an SVG is made of.
pub struct Page<'a> {
    pub title: &'a str,
    pub description: &'a str,
    /// In pixels, and in points.
    pub pixels: [u32; 2],
    pub points: [f32; 2],
    pub ground: Color32,
}

/// The SVG of shapes painted on a page.
#[must_use]
pub fn svg(page: &Page, shapes: &[ClippedShape]) -> String {
    let mut writer = Writer { out: String::new(), clips: BTreeMap::new(), whole: page.points };
    for ClippedShape { clip_rect, shape, .. } in shapes {
        let clip = writer.clip(*clip_rect);
        if let Some(clip) = clip {
            writer.put(format_args!("<g clip-path=\"url(#c{clip})\">\n"));
        }
        writer.shape(shape);
        if clip.is_some() {
            writer.put(format_args!("</g>\n"));
        }
    }
    let [width, height] = page.pixels;
    let [wide, high] = page.points;
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {wide:.2} {high:.2}\" role=\"img\" font-family=\"{FACES}\">\n\
         <title>{}</title>\n<desc>{}</desc>\n",
        escape(page.title),
        escape(page.description)
    );
    for (corners, n) in &writer.clips {
        let [x, y, right, bottom] = corners.map(|hundredth| hundredth as f32 / 100.0);
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "<clipPath id=\"c{n}\"><rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\"/></clipPath>",
            right - x,
            bottom - y
        );
    }
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" {}/>", paint("fill", page.ground));
    out + &writer.out + "</svg>\n"
}

struct Writer {
    out: String,
    /// The clips in use, in hundredths of a point, with their numbers.
    clips: BTreeMap<[i32; 4], usize>,
    whole: [f32; 2],
}

impl Writer {
    /// The number of a clip; `None` where it cuts nothing off.
    fn clip(&mut self, clip: Rect) -> Option<usize> {
        let [wide, high] = self.whole;
        if clip.min.x <= 0.0 && clip.min.y <= 0.0 && clip.max.x >= wide && clip.max.y >= high {
            return None;
        }
        let corners = [clip.min.x, clip.min.y, clip.max.x, clip.max.y].map(|side| (side * 100.0) as i32);
        let next = self.clips.len();
        Some(*self.clips.entry(corners).or_insert(next))
    }

    fn put(&mut self, text: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.shape(shape)),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Circle(circle) => self.circle(circle),
            Shape::LineSegment { points: [from, to], stroke } if stroke.width > 0.0 => {
                let stroke = outline(*stroke);
                let (a, b, c, d) = (from.x, from.y, to.x, to.y);
                self.put(format_args!("<line x1=\"{a:.2}\" y1=\"{b:.2}\" x2=\"{c:.2}\" y2=\"{d:.2}\" {stroke}/>\n"));
            }
            Shape::Path(path) => self.path(path),
            Shape::Text(text) => self.text(text),
            // Meshes, curves and callbacks are not used in figures.
            _ => {}
        }
    }

    fn rect(&mut self, shape: &RectShape) {
        // SVG draws half of a stroke on either side of the edge.
        let shift = match shape.stroke_kind {
            StrokeKind::Inside => -shape.stroke.width / 2.0,
            StrokeKind::Middle => 0.0,
            StrokeKind::Outside => shape.stroke.width / 2.0,
        };
        let rect = if shape.stroke.width > 0.0 { shape.rect.expand(shift) } else { shape.rect };
        let (fill, stroke) = (paint("fill", shape.fill), outline(shape.stroke));
        let round = f32::from(shape.corner_radius.nw);
        let (x, y, width, height) = (rect.min.x, rect.min.y, rect.width(), rect.height());
        if shape.fill == Color32::TRANSPARENT && shape.stroke.is_empty() || width <= 0.0 || height <= 0.0 {
            return;
        }
        self.put(format_args!(
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" rx=\"{round}\" {fill} {stroke}/>\n"
        ));
    }

    fn circle(&mut self, shape: &CircleShape) {
        let (fill, stroke) = (paint("fill", shape.fill), outline(shape.stroke));
        let (x, y, radius) = (shape.center.x, shape.center.y, shape.radius);
        self.put(format_args!("<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" {fill} {stroke}/>\n"));
    }

    fn path(&mut self, shape: &PathShape) {
        let colour = if let ColorMode::Solid(colour) = shape.stroke.color { colour } else { Color32::TRANSPARENT };
        let (fill, stroke) = (paint("fill", shape.fill), outline(Stroke::new(shape.stroke.width, colour)));
        let name = if shape.closed { "polygon" } else { "polyline" };
        let points: Vec<String> = shape.points.iter().map(|Pos2 { x, y }| format!("{x:.2},{y:.2}")).collect();
        self.put(format_args!("<{name} points=\"{}\" {fill} {stroke}/>\n", points.join(" ")));
    }

    fn text(&mut self, shape: &TextShape) {
        let Some(format) = shape.galley.job.sections.first().map(|section| &section.format) else { return };
        let own = if format.color == Color32::PLACEHOLDER { shape.fallback_color } else { format.color };
        let fill = paint("fill", shape.override_text_color.unwrap_or(own));
        let size = format.font_id.size;
        let weight = if format.font_id.family == super::theme::bold() { " font-weight=\"700\"" } else { "" };
        for row in &shape.galley.rows {
            let (Some(first), Some(last)) = (row.glyphs.first(), row.glyphs.last()) else { continue };
            let at = shape.pos + row.pos.to_vec2() + first.pos.to_vec2();
            let wide = last.pos.x + last.advance_width - first.pos.x;
            let text: String = row.glyphs.iter().map(|glyph| glyph.chr).collect();
            let text = escape(&text);
            let (x, y) = (at.x, at.y);
            self.put(format_args!(
                "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size}\"{weight} textLength=\"{wide:.2}\" \
                 lengthAdjust=\"spacingAndGlyphs\" {fill}>{text}</text>\n"
            ));
        }
    }
}

/// A colour as an attribute, with its opacity where it is not full.
fn paint(name: &str, colour: Color32) -> String {
    let [r, g, b, a] = colour.to_srgba_unmultiplied();
    match a {
        0 => format!("{name}=\"none\""),
        255 => format!("{name}=\"#{r:02x}{g:02x}{b:02x}\""),
        _ => format!("{name}=\"#{r:02x}{g:02x}{b:02x}\" {name}-opacity=\"{:.3}\"", f32::from(a) / 255.0),
    }
}

fn outline(stroke: Stroke) -> String {
    if stroke.width <= 0.0 {
        return String::new();
    }
    format!("{} stroke-width=\"{}\"", paint("stroke", stroke.color), stroke.width)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
