//! A drawing as SVG: text as text, so that it can be searched, read aloud and edited, or as outlines, so that it
//! looks the same wherever it is shown.
//!
//! Each line of text names the width that it has in the bundled face, so that a viewer without that face keeps the
//! layout. Some viewers (librsvg, Word) do not heed it: the other faces are none of them wider than the bundled one.

use super::letters::face;
use crate::chart::drawing::{Colour, Drawing, Line, Shape};
use crate::chart::scene::{Area, Point};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Faces to use where the bundled one is missing, the most alike first; a wider one only where there is no other.
const FACES: &str = "'Noto Sans', 'Open Sans', 'Segoe UI', Arial, 'Liberation Sans', Helvetica, \
                     'DejaVu Sans Condensed', sans-serif";

/// What stands in the file beside the shapes.
pub struct Page<'a> {
    pub title: &'a str,
    pub description: &'a str,
    pub pixels: [u32; 2],
    /// Letters as outlines.
    pub outlines: bool,
}

/// The SVG of a drawing.
#[must_use]
pub fn svg(page: &Page, drawing: &Drawing) -> String {
    let mut writer = Writer { out: String::new(), outlines: page.outlines, ..Writer::default() };
    for item in &drawing.items {
        let clip = item.clip.map(|clip| writer.clip(clip));
        if let Some(clip) = clip {
            writer.put(format_args!("<g clip-path=\"url(#c{clip})\">\n"));
        }
        writer.shape(&item.shape);
        if clip.is_some() {
            writer.put(format_args!("</g>\n"));
        }
    }
    let [width, height] = page.pixels;
    let (wide, high) = (drawing.width, drawing.height);
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
    if !writer.glyphs.is_empty() {
        out.push_str("<defs>\n");
        for ((bold, glyph), path) in &writer.glyphs {
            let _ = writeln!(out, "<path id=\"{}{glyph}\" d=\"{path}\"/>", if *bold { 'b' } else { 'r' });
        }
        out.push_str("</defs>\n");
    }
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" {}/>", paint("fill", Some(drawing.ground)));
    out + &writer.out + "</svg>\n"
}

#[derive(Default)]
struct Writer {
    out: String,
    outlines: bool,
    /// The clips in use, in hundredths of a point, with their numbers.
    clips: BTreeMap<[i32; 4], usize>,
    /// The outlines in use, by weight and glyph.
    glyphs: BTreeMap<(bool, u16), String>,
}

impl Writer {
    /// The number of a clip.
    fn clip(&mut self, clip: Area) -> usize {
        let corners = [clip.left, clip.top, clip.right, clip.bottom].map(|side| (side * 100.0) as i32);
        let next = self.clips.len();
        *self.clips.entry(corners).or_insert(next)
    }

    fn put(&mut self, text: std::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Rect { area, round, fill, line } => {
                let (x, y, width, height) = (area.left, area.top, area.width(), area.height());
                let (fill, line) = (paint("fill", *fill), outline(*line));
                self.put(format_args!(
                    "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" rx=\"{round}\" \
                     {fill} {line}/>\n"
                ));
            }
            Shape::Circle { center: Point { x, y }, radius, fill, line } => {
                let (fill, line) = (paint("fill", *fill), outline(*line));
                self.put(format_args!("<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{radius:.2}\" {fill} {line}/>\n"));
            }
            Shape::Segment { from, to, line } => {
                let (line, a, b, c, d) = (outline(Some(*line)), from.x, from.y, to.x, to.y);
                self.put(format_args!("<line x1=\"{a:.2}\" y1=\"{b:.2}\" x2=\"{c:.2}\" y2=\"{d:.2}\" {line}/>\n"));
            }
            Shape::Path { points, closed, fill, line } => {
                let (fill, line) = (paint("fill", *fill), outline(*line));
                let name = if *closed { "polygon" } else { "polyline" };
                let points: Vec<String> = points.iter().map(|Point { x, y }| format!("{x:.2},{y:.2}")).collect();
                self.put(format_args!("<{name} points=\"{}\" {fill} {line}/>\n", points.join(" ")));
            }
            Shape::Text { at, text, size, bold, width, colour } => {
                let fill = paint("fill", Some(*colour));
                if self.outlines {
                    return self.letters(*at, text, *size, *bold, *width, &fill);
                }
                let weight = if *bold { " font-weight=\"700\"" } else { "" };
                let (Point { x, y }, text) = (at, escape(text));
                self.put(format_args!(
                    "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size}\"{weight} textLength=\"{width:.2}\" \
                     lengthAdjust=\"spacingAndGlyphs\" {fill}>{text}</text>\n"
                ));
            }
        }
    }

    /// A line of text as outlines, as wide as it was laid out.
    fn letters(&mut self, at: Point, text: &str, size: f32, bold: bool, width: f32, fill: &str) {
        let face = face(bold);
        let natural = face.width(text, size);
        let stretch = if natural > 0.0 { width / natural } else { 1.0 };
        let (scale, prefix) = (size / 1000.0, if bold { 'b' } else { 'r' });
        self.put(format_args!("<g role=\"text\" aria-label=\"{}\" {fill}>", escape(text)));
        let mut x = at.x;
        for c in text.chars() {
            let (glyph, advance) = face.glyph(c);
            let path = self.glyphs.entry((bold, glyph)).or_insert_with(|| face.outline(glyph));
            if !path.is_empty() {
                let y = at.y;
                self.put(format_args!(
                    "<use href=\"#{prefix}{glyph}\" transform=\"translate({x:.2} {y:.2}) scale({scale:.5})\"/>"
                ));
            }
            x += advance * size * stretch;
        }
        self.put(format_args!("</g>\n"));
    }
}

/// A colour as an attribute, with its opacity where it is not full.
fn paint(name: &str, colour: Option<Colour>) -> String {
    let Some(Colour([r, g, b, a])) = colour else { return format!("{name}=\"none\"") };
    match a {
        0 => format!("{name}=\"none\""),
        255 => format!("{name}=\"#{r:02x}{g:02x}{b:02x}\""),
        _ => format!("{name}=\"#{r:02x}{g:02x}{b:02x}\" {name}-opacity=\"{:.3}\"", f32::from(a) / 255.0),
    }
}

fn outline(line: Option<Line>) -> String {
    let Some(line) = line else { return String::new() };
    format!("{} stroke-width=\"{}\"", paint("stroke", Some(line.colour)), line.width)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
