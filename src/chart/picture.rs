//! What a picture file of a chart is to be: size, colours, format. Drawing it is `ui::render`'s, encoding `export`'s.

use crate::chart::words;
use crate::lang::Lang;

/// How a picture of a chart is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels; at most [`MOST_PIXELS`]. A chart that cannot be read at this height becomes higher.
    pub width: u32,
    pub height: u32,
    pub dark: bool,
    pub format: Format,
    /// The line at the foot, after [`foot`].
    pub foot: String,
}

/// The format of a picture file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    #[default]
    Png,
    /// Text stays text: it can be searched and edited, and needs a like face to be shown.
    Svg,
    /// Letters as outlines: the same picture wherever it is shown.
    SvgOutlines,
}

/// The greatest side of a picture in pixels.
pub const MOST_PIXELS: u32 = 16_384;

/// The width and height of a slide, in pixels.
pub const SLIDE: (u32, u32) = (2400, 1350);
/// A4 across at 300 pixels an inch.
pub const A4: (u32, u32) = (3508, 2480);
/// For pages that show pictures as squares.
pub const SQUARE: (u32, u32) = (2160, 2160);

/// Pixels in an inch of print.
#[must_use]
pub fn per_inch(size: (u32, u32)) -> u32 {
    if size == A4 { 300 } else { 192 }
}

impl Format {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg | Self::SvgOutlines => "svg",
        }
    }

    /// The format that a file's ending names.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "png" => Some(Self::Png),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }
}

/// The line at the foot of a picture: the program, and the day on which it was made.
#[must_use]
pub fn foot(lang: Lang, today: jiff::civil::Date) -> String {
    format!("Sidestil \u{b7} {}", words::date(lang, today))
}
