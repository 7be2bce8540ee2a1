//! What is drawn on a page, as far as the layout needs it: letters with their places, straight lines, and dots.

use super::letters::Text;

/// A glyph or an unbroken group of letters, as drawn.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub text: Text,
    /// Where it starts and ends on its base line, in points from the page's upper left corner.
    pub from: [f32; 2],
    pub to: [f32; 2],
    /// Height of the font in points.
    pub size: f32,
    /// False where the letter had to be guessed.
    pub sure: bool,
}

/// A drawn line, horizontal or vertical: left, top, right, bottom.
pub type Rule = [f32; 4];

/// What is drawn on a page.
#[derive(Debug, Default)]
pub struct Ink {
    pub width: f32,
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    /// Small filled shapes, as wide as high: the marks of lists that browsers draw.
    pub dots: Vec<Rule>,
    pub images: u32,
    /// True where a limit cut the page short.
    pub cut: bool,
}
