//! The line of signs over a figure, and what each means.

use crate::chart::scene::{Anchor, Area, Ink, Type};
use crate::chart::sketch::Sketch;

/// A sign of a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Fill(Ink),
    /// Remanded cases: striped, so that it is told without colour.
    Striped,
    Outlined(Ink),
    /// Filled or hollow.
    Dot(Ink, bool),
    Diamond(bool),
    /// A series, by its number: its sign in its colour.
    Series(u8, Ink),
}

/// Draws the signs with their words at `(x, y, width)`, in as many lines as needed; gives the y below.
pub fn draw(pen: &mut Sketch, signs: &[(String, Sign)], (x, y, width): (f32, f32, f32)) -> f32 {
    const KEY: f32 = 14.0;
    let line = Type::Small.line() + 3.0;
    let (mut at, mut top) = (x, y);
    for (text, sign) in signs {
        let wide = KEY + 6.0 + pen.width_of(text, Type::Small) + 18.0;
        if at > x && at + wide > x + width + 18.0 {
            (at, top) = (x, top + line);
        }
        let middle = top + Type::Small.line() / 2.0;
        sign.draw(pen, Area::new(at, middle - KEY / 2.0, KEY, KEY));
        pen.text(at + KEY + 6.0, top, Anchor::Left, text.as_str(), Type::Small, Ink::Text);
        at += wide;
    }
    top + line
}

impl Sign {
    fn draw(self, pen: &mut Sketch, area: Area) {
        let center = area.center();
        match self {
            Self::Fill(ink) => pen.fill(area, ink),
            Self::Striped => {
                pen.fill(area, Ink::Remanded);
                pen.stripes(area, Ink::RemandedStripe);
            }
            Self::Outlined(ink) => {
                pen.fill(area, ink);
                pen.frame(area, Ink::Axis, 1.0);
            }
            Self::Dot(ink, filled) => pen.circle(center, 5.0, ink, filled),
            Self::Series(n, ink) => {
                pen.line((area.left - 1.0, center.y), (area.right + 1.0, center.y), ink, 2.0);
                pen.marker(center, 5.0, n, ink, true);
            }
            Self::Diamond(filled) => pen.diamond(center, 6.0, Ink::Nation, filled),
        }
    }
}
