//! A laid-out figure: areas, lines and words with colour roles, and the marks that can be pointed at. No egui.
//!
//! Lengths are logical points; y grows downwards. `ui::figure` paints a scene, whether for the window or for a file.

use crate::chart::Goal;
use crate::model::reading::FigureId;

/// A place in a scene.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    #[must_use]
    pub const fn new(left: f32, top: f32, width: f32, height: f32) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    #[must_use]
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    #[must_use]
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    #[must_use]
    pub fn center(self) -> Point {
        Point { x: f32::midpoint(self.left, self.right), y: f32::midpoint(self.top, self.bottom) }
    }

    /// True where the two share more than an edge.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// The sign of one series among several: shapes differ, so that colours need not be told apart.
#[must_use]
pub fn marker(center: Point, radius: f32, series: u8, ink: Ink, filled: bool) -> Item {
    let Point { x, y } = center;
    let points: &[(f32, f32)] = match series % 5 {
        0 => return Item::Circle { center, radius, ink, filled },
        1 => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        2 => &[(-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)],
        3 => &[(0.0, -1.2), (1.15, 0.9), (-1.15, 0.9)],
        _ => &[(-1.15, -0.9), (1.15, -0.9), (0.0, 1.2)],
    };
    let points = points.iter().map(|(dx, dy)| Point { x: x + dx * radius, y: y + dy * radius }).collect();
    Item::Polygon { points, ink, filled }
}

/// What a colour stands for; `ui::theme` says which colour that is in a light and in a dark figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    Background,
    Text,
    /// Text of lesser weight; still as readable as small text must be.
    TextWeak,
    /// A remark that must not be missed.
    Warn,
    Axis,
    Grid,
    Upheld,
    OnUpheld,
    Remanded,
    OnRemanded,
    /// The stripes that tell remanded from changed without colour.
    RemandedStripe,
    Changed,
    OnChanged,
    Dismissed,
    OnDismissed,
    /// A municipality's rate and its interval.
    Rate,
    /// The yardstick: the whole country.
    Nation,
    /// A guideline range, and its edges.
    Band,
    BandEdge,
    /// A bar of the documents' own municipality, and of the others.
    Own,
    Other,
    /// One municipality among several, by its place in the order.
    Series(u8),
    /// The shades of a table from its lowest to its highest values, and the words on them.
    Shade(u8),
    OnShade(u8),
}

/// The kinds of type in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    Title,
    Heading,
    Body,
    Strong,
    Small,
    SmallStrong,
}

impl Type {
    /// Size in points.
    #[must_use]
    pub const fn size(self) -> f32 {
        match self {
            Self::Title => 20.0,
            Self::Heading => 14.0,
            Self::Body | Self::Strong => 13.0,
            Self::Small | Self::SmallStrong => 11.5,
        }
    }

    #[must_use]
    pub const fn is_bold(self) -> bool {
        matches!(self, Self::Title | Self::Heading | Self::Strong | Self::SmallStrong)
    }

    /// The height of a line of it.
    #[must_use]
    pub fn line(self) -> f32 {
        (self.size() * 1.37).ceil()
    }
}

/// How wide words are in the fonts of whoever paints.
pub trait TextMeasure {
    /// The width in points of one line.
    fn width(&self, text: &str, style: Type) -> f32;
}

/// Which part of a text its point names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Left,
    Center,
    Right,
}

/// One thing to paint; later ones lie over earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Fill {
        area: Area,
        ink: Ink,
    },
    /// A rectangle's outline, drawn inside it.
    Frame {
        area: Area,
        ink: Ink,
        width: f32,
    },
    Line {
        from: Point,
        to: Point,
        ink: Ink,
        width: f32,
    },
    /// A convex polygon; filled, or hollow with an outline.
    Polygon {
        points: Vec<Point>,
        ink: Ink,
        filled: bool,
    },
    Circle {
        center: Point,
        radius: f32,
        ink: Ink,
        filled: bool,
    },
    /// One line of text; `at` is on its upper edge.
    Text {
        at: Point,
        anchor: Anchor,
        text: String,
        style: Type,
        ink: Ink,
    },
}

impl Item {
    /// Moves it down.
    pub fn lower(&mut self, by: f32) {
        match self {
            Self::Fill { area, .. } | Self::Frame { area, .. } => {
                area.top += by;
                area.bottom += by;
            }
            Self::Line { from, to, .. } => {
                from.y += by;
                to.y += by;
            }
            Self::Polygon { points, .. } => points.iter_mut().for_each(|point| point.y += by),
            Self::Circle { center: at, .. } | Self::Text { at, .. } => at.y += by,
        }
    }

    /// How far left and right it reaches; endless where that hangs on the width of letters.
    #[must_use]
    pub fn across(&self) -> (f32, f32) {
        match self {
            Self::Fill { area, .. } | Self::Frame { area, .. } => (area.left, area.right),
            Self::Line { from, to, .. } => (from.x.min(to.x), from.x.max(to.x)),
            Self::Polygon { points, .. } => {
                let ends = points.iter().map(|point| point.x);
                (ends.clone().fold(f32::INFINITY, f32::min), ends.fold(f32::NEG_INFINITY, f32::max))
            }
            Self::Circle { center, radius, .. } => (center.x - radius, center.x + radius),
            Self::Text { at, anchor: Anchor::Left, .. } => (at.x, f32::INFINITY),
            Self::Text { at, anchor: Anchor::Right, .. } => (f32::NEG_INFINITY, at.x),
            Self::Text { anchor: Anchor::Center, .. } => (f32::NEG_INFINITY, f32::INFINITY),
        }
    }

    /// How far up and down it reaches.
    #[must_use]
    pub fn reach(&self) -> (f32, f32) {
        match self {
            Self::Fill { area, .. } | Self::Frame { area, .. } => (area.top, area.bottom),
            Self::Line { from, to, .. } => (from.y.min(to.y), from.y.max(to.y)),
            Self::Polygon { points, .. } => {
                let ends = points.iter().map(|point| point.y);
                (ends.clone().fold(f32::INFINITY, f32::min), ends.fold(f32::NEG_INFINITY, f32::max))
            }
            Self::Circle { center, radius, .. } => (center.y - radius, center.y + radius),
            Self::Text { at, style, .. } => (at.y, at.y + style.line()),
        }
    }
}

/// Something that can be pointed at: it has a name for those who do not see it and leads to its figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub area: Area,
    /// What it says aloud: "Lejre 2018: 83 stadfæstet".
    pub name: String,
    /// What its term means, with its source; empty where nothing is to be explained.
    pub hint: String,
    /// Where it leads; `None` for what stands in no document: a missing value.
    pub goal: Option<Goal>,
}

impl Mark {
    /// The figure that it leads to.
    #[must_use]
    pub fn figure(&self) -> Option<FigureId> {
        match self.goal {
            Some(Goal::Figure(figure)) => Some(figure),
            _ => None,
        }
    }
}

/// A strip at the left that stays in view while the rest is scrolled under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pinned {
    pub area: Area,
    /// Which items and marks of the scene belong to it.
    pub items: std::ops::Range<usize>,
    pub marks: std::ops::Range<usize>,
}

/// A laid-out figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    pub width: f32,
    pub height: f32,
    pub items: Vec<Item>,
    /// In reading order.
    pub marks: Vec<Mark>,
    /// Where a plot with axes of its own is to be painted.
    pub plot: Option<Area>,
    pub pinned: Option<Pinned>,
}
