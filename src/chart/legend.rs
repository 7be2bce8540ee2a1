//! The line of signs over a figure, and what each means.

use crate::chart::scene::{Anchor, Area, Ink, Type};
use crate::chart::sketch::Sketch;
use crate::lang::Lang;

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
    /// A rate with its interval, in whichever municipality's colour; hollow where its base is unknown.
    Rate(bool),
    /// A series, by its number: its sign in its colour.
    Series(u8, Ink),
    /// A line, whole or broken.
    Line(Ink, bool),
}

/// Draws the signs with their words at `(x, y, width)`, in as many lines as needed; gives the y below.
pub fn draw(pen: &mut Sketch, signs: &[(String, Sign)], lang: Lang, (x, y, width): (f32, f32, f32)) -> f32 {
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
        if let Some(term) = sign.term() {
            pen.mark(Area::new(at, top, wide - 18.0, Type::Small.line()), text.as_str(), None);
            pen.explain(lang.text(term));
        }
        at += wide;
    }
    top + line
}

impl Sign {
    /// The key of what the sign's term means.
    fn term(self) -> Option<&'static str> {
        Some(match self {
            Self::Fill(Ink::Upheld) => "term-upheld",
            Self::Striped => "term-remanded",
            Self::Fill(Ink::Changed) => "term-changed",
            Self::Outlined(Ink::Dismissed) => "term-dismissed",
            Self::Outlined(Ink::Band) => "term-guideline",
            Self::Rate(true) => "term-rate",
            Self::Rate(false) | Self::Dot(_, false) => "term-unproven",
            Self::Diamond(_) => "term-yardstick",
            Self::Line(Ink::BandEdge, _) => "term-funnel",
            _ => return None,
        })
    }

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
            Self::Line(ink, broken) => {
                let (left, right, y) = (area.left - 1.0, area.right + 1.0, center.y);
                if broken {
                    pen.line((left, y), (left + 6.0, y), ink, 2.0);
                    pen.line((right - 6.0, y), (right, y), ink, 2.0);
                } else {
                    pen.line((left, y), (right, y), ink, 2.0);
                }
            }
            Self::Rate(filled) => {
                if filled {
                    let (left, right, y) = (area.left - 1.0, area.right + 1.0, center.y);
                    pen.line((left, y), (right, y), Ink::Axis, 2.0);
                    for end in [left, right] {
                        pen.line((end, y - 4.0), (end, y + 4.0), Ink::Axis, 2.0);
                    }
                }
                pen.circle(center, 4.0, Ink::Axis, filled);
            }
            Self::Diamond(filled) => pen.diamond(center, 6.0, Ink::Nation, filled),
        }
    }
}
