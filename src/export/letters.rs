//! The bundled faces as files need them: glyphs, widths, outlines.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

/// A face with the widths of its letters.
pub struct Face {
    pub data: &'static [u8],
    font: FontRef<'static>,
    /// In units of the face.
    per_em: f32,
    /// Latin letters, digits and signs: what texts are made of; others are looked up.
    widths: BTreeMap<char, (GlyphId, f32)>,
}

static REGULAR: LazyLock<Face> = LazyLock::new(|| Face::new(ttf_noto_sans::REGULAR));
static BOLD: LazyLock<Face> = LazyLock::new(|| Face::new(ttf_noto_sans::BOLD));

/// The regular or the bold face.
#[must_use]
pub fn face(bold: bool) -> &'static Face {
    if bold { &BOLD } else { &REGULAR }
}

impl Face {
    fn new(data: &'static [u8]) -> Self {
        let font = FontRef::new(data).expect("a face that the program carries");
        let per_em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let mut face = Self { data, font, per_em, widths: BTreeMap::new() };
        face.widths = (' '..='\u{2122}').filter_map(|c| Some((c, face.find(c)?))).collect();
        face
    }

    fn find(&self, c: char) -> Option<(GlyphId, f32)> {
        let glyph = self.font.charmap().map(c)?;
        let metrics = self.font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some((glyph, metrics.advance_width(glyph)? / self.per_em))
    }

    /// The glyph of a letter and its width at size 1; the sign for an unknown letter where the face has none.
    #[must_use]
    pub fn glyph(&self, c: char) -> (u16, f32) {
        let known = self.widths.get(&c).copied().or_else(|| self.find(c));
        let (glyph, width) = known.or_else(|| self.widths.get(&'?').copied()).unwrap_or((GlyphId::NOTDEF, 0.5));
        (glyph.to_u32() as u16, width)
    }

    /// The width of a text at a size.
    #[must_use]
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.glyph(c).1).sum::<f32>() * size
    }

    /// Ascent, descent (negative) and height of capitals, in thousandths.
    #[must_use]
    pub fn heights(&self) -> [f32; 3] {
        let metrics = self.font.metrics(Size::unscaled(), LocationRef::default());
        let capitals = metrics.cap_height.unwrap_or(metrics.ascent * 0.7);
        [metrics.ascent, metrics.descent, capitals].map(|height| height / self.per_em * 1000.0)
    }

    /// The outline of a glyph at size 1000 as SVG path data, y downwards.
    #[must_use]
    pub fn outline(&self, glyph: u16) -> String {
        let mut pen = Pen(String::new());
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(u32::from(glyph))) {
            // A glyph that cannot be drawn stays blank: the faces are the program's own, and a test draws them.
            let _ = outline.draw(DrawSettings::unhinted(Size::new(1000.0), LocationRef::default()), &mut pen);
        }
        pen.0
    }
}

struct Pen(String);

impl Pen {
    fn put(&mut self, sign: char, points: &[(f32, f32)]) {
        self.0.push(sign);
        for (n, (x, y)) in points.iter().enumerate() {
            let blank = if n == 0 { "" } else { " " };
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{blank}{x:.0} {:.0}", -y);
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.put('Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.put('C', &[(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_have_what_danish_texts_need() {
        for bold in [false, true] {
            let face = face(bold);
            let question = face.glyph('?').0;
            for c in "æøåÆØÅé§%–—»«·•½²€≥≤±−\u{a0}".chars() {
                assert!(face.glyph(c).0 != question && face.glyph(c).0 != 0, "{c} {bold}");
            }
            assert!(face.outline(face.glyph('å').0).contains('Q'));
            assert!((face.width("00", 10.0) - 2.0 * face.width("1", 10.0)).abs() < 1e-4, "digits are equally wide");
        }
    }
}
