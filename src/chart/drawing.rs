//! A painted chart as plain shapes: what `ui` painted, for the files that keep lines as lines and text as text.
//!
//! Lengths are logical points; y grows downwards.

use crate::chart::scene::{Area, Point};

/// A colour: red, green, blue and opacity, each up to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 4]);

/// A line's width and colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub width: f32,
    pub colour: Colour,
}

/// One shape; later ones lie over earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        area: Area,
        round: f32,
        fill: Option<Colour>,
        line: Option<Line>,
    },
    Circle {
        center: Point,
        radius: f32,
        fill: Option<Colour>,
        line: Option<Line>,
    },
    Segment {
        from: Point,
        to: Point,
        line: Line,
    },
    Path {
        points: Vec<Point>,
        closed: bool,
        fill: Option<Colour>,
        line: Option<Line>,
    },
    /// A line of text from the left end of its baseline.
    Text {
        at: Point,
        text: String,
        size: f32,
        bold: bool,
        width: f32,
        colour: Colour,
    },
}

/// A shape, and the part of the drawing that it may cover; `None` where nothing is cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub clip: Option<Area>,
    pub shape: Shape,
}

/// A whole drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub width: f32,
    pub height: f32,
    pub ground: Colour,
    pub items: Vec<Drawn>,
}
