//! Sizes and colours of the panels, for light and dark; the charts have theirs in their own theme.

use crate::ui::theme;
use egui::{Color32, RichText, Ui};

/// Space between groups, in points.
pub const GAP: f32 = 10.0;

/// Colours that say something.
#[derive(Clone, Copy, Debug)]
pub struct Tones {
    /// Behind the value in focus, and its letters.
    pub value: Color32,
    pub on_value: Color32,
    /// Behind the sentence or cell in focus.
    pub passage: Color32,
    /// Behind the labels of the cell in focus.
    pub head: Color32,
    /// The line under other figures.
    pub figure: Color32,
    pub error: Color32,
    pub doubt: Color32,
    pub line: Color32,
}

/// The tones that fit the theme in use.
#[must_use]
pub fn tones(ui: &Ui) -> Tones {
    if ui.visuals().dark_mode {
        Tones {
            value: Color32::from_rgb(255, 196, 0),
            on_value: Color32::from_rgb(20, 16, 0),
            passage: Color32::from_rgb(84, 70, 14),
            head: Color32::from_rgb(44, 62, 84),
            figure: Color32::from_rgb(120, 178, 232),
            error: Color32::from_rgb(255, 150, 130),
            doubt: Color32::from_rgb(240, 190, 110),
            line: Color32::from_gray(74),
        }
    } else {
        Tones {
            value: Color32::from_rgb(255, 190, 0),
            on_value: Color32::from_rgb(20, 16, 0),
            passage: Color32::from_rgb(255, 243, 190),
            head: Color32::from_rgb(222, 234, 248),
            figure: Color32::from_rgb(0, 90, 160),
            error: Color32::from_rgb(168, 34, 18),
            doubt: Color32::from_rgb(134, 78, 0),
            line: Color32::from_gray(205),
        }
    }
}

/// Text in the bold face; egui's own strong text differs in colour alone.
#[must_use]
pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).family(theme::bold())
}
