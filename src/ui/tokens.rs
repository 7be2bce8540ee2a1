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
    of(ui.visuals().dark_mode)
}

const fn of(dark: bool) -> Tones {
    if dark {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scene::Ink;
    use crate::ui::sight::contrast;
    use egui::{Context, Theme};

    /// The least contrast of text, and of lines and signs, after WCAG 2.2 AA.
    const TEXT: f64 = 4.5;
    const SIGN: f64 = 3.0;

    #[test]
    fn every_tone_of_text_is_readable_on_every_surface_it_stands_on() {
        let ctx = Context::default();
        theme::install(&ctx);
        for theme in [Theme::Light, Theme::Dark] {
            let (dark, style) = (theme == Theme::Dark, ctx.style_of(theme));
            let (visuals, tones) = (&style.visuals, of(theme == Theme::Dark));
            let ground = visuals.panel_fill;
            let text = visuals.override_text_color.unwrap_or(Color32::PLACEHOLDER);
            let weak = visuals.weak_text_color.unwrap_or(Color32::PLACEHOLDER);
            let words = [
                ("text", text),
                ("weak text", weak),
                ("link", visuals.hyperlink_color),
                ("error", tones.error),
                ("doubt", tones.doubt),
                ("remark", theme::colour(Ink::Warn, dark)),
            ];
            let surfaces = [
                ("panel", ground),
                ("window", visuals.window_fill),
                ("striped row", ground.blend(visuals.faint_bg_color)),
                ("field", visuals.extreme_bg_color),
                ("button", visuals.widgets.inactive.weak_bg_fill),
                ("check box", visuals.widgets.inactive.bg_fill),
            ];
            for (surface, fill) in surfaces {
                assert_eq!(fill.a(), 255, "{surface} lets nothing through");
                for (word, colour) in words {
                    let ratio = contrast(colour, fill);
                    assert!(ratio >= TEXT, "{word} on {surface}, {theme:?}: {ratio:.2}");
                }
            }
            // What is pointed at, pressed, open, chosen or marked bears words of full weight.
            for (surface, fill) in [
                ("button pointed at", visuals.widgets.hovered.weak_bg_fill),
                ("button pressed", visuals.widgets.active.weak_bg_fill),
                ("button open", visuals.widgets.open.weak_bg_fill),
                ("chosen", visuals.selection.bg_fill),
                ("passage", tones.passage),
                ("head of a cell", tones.head),
            ] {
                let ratio = contrast(text, fill);
                assert!(ratio >= TEXT, "text on {surface}, {theme:?}: {ratio:.2}");
            }
            for (surface, fill) in [("passage", tones.passage), ("head of a cell", tones.head)] {
                for (word, colour) in [("weak text", weak), ("link", visuals.hyperlink_color)] {
                    let ratio = contrast(colour, fill);
                    assert!(ratio >= TEXT, "{word} on {surface}, {theme:?}: {ratio:.2}");
                }
            }
            let ratio = contrast(tones.on_value, tones.value);
            assert!(ratio >= TEXT, "the value in focus, {theme:?}: {ratio:.2}");
            for (sign, colour) in [("other figures", tones.figure), ("edge", visuals.widgets.inactive.bg_stroke.color)]
            {
                let ratio = contrast(colour, ground);
                assert!(ratio >= SIGN, "{sign}, {theme:?}: {ratio:.2}");
            }
            let focus = theme::focus(dark).color;
            assert!(contrast(focus, ground) >= SIGN, "the focus, {theme:?}");
        }
    }
}
