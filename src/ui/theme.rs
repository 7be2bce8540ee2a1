//! Fonts, type sizes and colours, light and dark.
//!
//! The colours follow Okabe and Ito's set for colour vision deficiency, moved where text on them needs more contrast.
//! A figure never relies on colour alone: counts stand on the parts, remanded is striped, unlike rates are hollow.

use crate::chart::colours::COLOURS;
use crate::chart::scene::{Ink, Type};
use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId, Style, TextStyle, Theme};
use std::sync::Arc;

const REGULAR: &str = "Noto Sans";
const BOLD: &str = "Noto Sans Bold";

/// The family of the bold face.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The font of a kind of type.
#[must_use]
pub fn font(style: Type) -> FontId {
    FontId::new(style.size(), if style.is_bold() { bold() } else { FontFamily::Proportional })
}

/// Gives a context the bundled faces and no others, so that text is the same on every machine, and the type sizes.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, face) in [(REGULAR, ttf_noto_sans::REGULAR), (BOLD, ttf_noto_sans::BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(face)));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec![REGULAR.to_owned()]);
    }
    fonts.families.insert(bold(), vec![BOLD.to_owned(), REGULAR.to_owned()]);
    ctx.set_fonts(fonts);
    // Where the system does not say: as pictures and paper are.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| sizes(style, theme));
    }
}

fn sizes(style: &mut Style, theme: Theme) {
    for (text_style, size) in [
        (TextStyle::Small, Type::Small.size()),
        (TextStyle::Body, Type::Body.size()),
        (TextStyle::Button, Type::Body.size()),
        (TextStyle::Monospace, Type::Body.size()),
        (TextStyle::Heading, Type::Title.size()),
    ] {
        let family = if text_style == TextStyle::Heading { bold() } else { FontFamily::Proportional };
        style.text_styles.insert(text_style, FontId::new(size, family));
    }
    let dark = theme == Theme::Dark;
    style.visuals.override_text_color = Some(colour(Ink::Text, dark));
    style.visuals.weak_text_color = Some(colour(Ink::TextWeak, dark));
    style.visuals.panel_fill = colour(Ink::Background, dark);
    // egui's own blue is too pale to read on white.
    style.visuals.hyperlink_color = colour(Ink::Rate, dark);
    // Fields and buttons have an edge: on a white panel a white field would be invisible.
    style.visuals.widgets.inactive.bg_stroke = egui::Stroke::new(1.0, colour(Ink::Axis, dark));
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The colours that tell municipalities apart, on a light and on a dark ground.
const SERIES: [(u32, u32); COLOURS as usize] = [
    (0x0072B2, 0x56B4E9),
    (0xC04F00, 0xF0884A),
    (0x007A5A, 0x3CC9A0),
    (0xA3487F, 0xE08FC0),
    (0x7A5C00, 0xE6B422),
    (0x2F4B8F, 0x9AA9F2),
    (0x8B1E1E, 0xFF9E9E),
    (0x4D4D4D, 0xC8C8C8),
];

/// One hue from pale to deep (on a dark ground from deep to pale): in grey print they stay in order.
const SHADES: [(u32, u32); 5] =
    [(0xEAF2F9, 0x22303D), (0xC6DCEE, 0x2F4B66), (0x9BC1E0, 0x44709B), (0x336C9C, 0x86B4DC), (0x123F6B, 0xCFE3F5)];
const ON_SHADES: [(u32, u32); 5] =
    [(0x101214, 0xECEEF2), (0x101214, 0xECEEF2), (0x101214, 0xFFFFFF), (0xFFFFFF, 0x101214), (0xFFFFFF, 0x101214)];

/// The colour that an ink has.
#[must_use]
pub const fn colour(ink: Ink, dark: bool) -> Color32 {
    let (light, night) = match ink {
        Ink::Background => (0xFFFFFF, 0x1B1D21),
        Ink::Text => (0x1A1C20, 0xECEEF2),
        Ink::TextWeak => (0x52575F, 0xB4BAC4),
        Ink::Warn => (0x9A2B00, 0xFFAE7A),
        Ink::Axis => (0x6B7079, 0x9097A3),
        Ink::Grid => (0xDDE0E5, 0x3A3E46),
        Ink::Upheld => (0xA9CBE8, 0x3B6C94),
        Ink::OnUpheld => (0x101214, 0xFFFFFF),
        Ink::Remanded => (0xE9A11B, 0xE9A11B),
        Ink::OnRemanded => (0x101214, 0x101214),
        Ink::RemandedStripe => (0xB97700, 0xB97700),
        Ink::Changed => (0x9C2F0B, 0xF7C3AE),
        Ink::OnChanged => (0xFFFFFF, 0x101214),
        Ink::Dismissed => (0xE9EBEE, 0x2C3037),
        Ink::OnDismissed => (0x1A1C20, 0xECEEF2),
        Ink::Rate => (0x00558C, 0x7CC4F5),
        Ink::Nation => (0x1A1C20, 0xF2D675),
        Ink::Band => (0xC9E8DC, 0x1F4D40),
        Ink::BandEdge => (0x2E8B6D, 0x57B896),
        Ink::Own => (0x00558C, 0x7CC4F5),
        Ink::Other => (0x9AA7B5, 0x6A7583),
        Ink::Series(n) => SERIES[(n % COLOURS) as usize],
        Ink::Shade(n) => SHADES[n as usize % SHADES.len()],
        Ink::OnShade(n) => ON_SHADES[n as usize % ON_SHADES.len()],
    };
    rgb(if dark { night } else { light })
}

/// The stroke around a mark that has the keyboard's focus, or is selected.
#[must_use]
pub fn focus(dark: bool) -> egui::Stroke {
    egui::Stroke::new(2.5, rgb(if dark { 0xFFD75E } else { 0xB4007A }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::sight::{Eyes, contrast, distance, luminance};

    #[test]
    fn text_has_the_contrast_of_wcag_aa() {
        let pairs = [
            (Ink::Text, Ink::Background),
            (Ink::TextWeak, Ink::Background),
            (Ink::Warn, Ink::Background),
            (Ink::Text, Ink::Band),
            (Ink::OnUpheld, Ink::Upheld),
            (Ink::OnRemanded, Ink::Remanded),
            (Ink::OnChanged, Ink::Changed),
            (Ink::OnDismissed, Ink::Dismissed),
            // Links, and marks that carry words' meaning.
            (Ink::Rate, Ink::Background),
        ];
        let shades = (0..SHADES.len() as u8).map(|n| (Ink::OnShade(n), Ink::Shade(n)));
        let pairs: Vec<_> = pairs.into_iter().chain(shades).collect();
        for dark in [false, true] {
            for &(text, ground) in &pairs {
                let ratio = contrast(colour(text, dark), colour(ground, dark));
                assert!(ratio >= 4.5, "{text:?} on {ground:?}, dark {dark}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn marks_stand_out_and_outcomes_differ_in_grey_print() {
        for dark in [false, true] {
            let paint = |ink| colour(ink, dark);
            let series = (0..SERIES.len() as u8).map(Ink::Series);
            for ink in [Ink::Rate, Ink::Nation, Ink::Own, Ink::Axis, Ink::BandEdge].into_iter().chain(series) {
                let ratio = contrast(paint(ink), paint(Ink::Background));
                assert!(ratio >= 3.0, "{ink:?}, dark {dark}: {ratio:.2}");
            }
            let shades: Vec<f64> = (0..SHADES.len() as u8).map(|n| luminance(paint(Ink::Shade(n)))).collect();
            let steps = shades.windows(2).map(|pair| (pair[0] + 0.05) / (pair[1] + 0.05));
            assert!(steps.clone().all(|step| step >= 1.2) || steps.clone().all(|step| step <= 1.0 / 1.2), "{shades:?}");
            for (a, b) in [(Ink::Upheld, Ink::Remanded), (Ink::Remanded, Ink::Changed), (Ink::Upheld, Ink::Changed)] {
                let ratio = contrast(paint(a), paint(b));
                assert!(ratio >= 1.25, "{a:?} and {b:?}, dark {dark}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn outcomes_are_told_apart_by_all_eyes() {
        // Stripes and counts tell them apart as well; 15 is as far as two neighbouring shades of a fan of paint.
        const LEAST: f64 = 15.0;
        let outcomes = [Ink::Upheld, Ink::Remanded, Ink::Changed, Ink::Dismissed];
        for dark in [false, true] {
            for (n, &a) in outcomes.iter().enumerate() {
                for &b in &outcomes[n + 1..] {
                    for eyes in Eyes::ALL {
                        let apart = distance(colour(a, dark), colour(b, dark), eyes);
                        assert!(apart >= LEAST, "{a:?} and {b:?} to {eyes:?}, dark {dark}: {apart:.0}");
                    }
                }
            }
            // A municipality's mark and the yardstick's: they differ in shape, and here in lightness too.
            for eyes in Eyes::ALL {
                let apart = distance(colour(Ink::Rate, dark), colour(Ink::Nation, dark), eyes);
                assert!(apart >= LEAST, "rate and yardstick to {eyes:?}, dark {dark}: {apart:.0}");
            }
        }
    }

    #[test]
    fn the_faces_have_the_letters_and_even_digits() {
        let ctx = egui::Context::default();
        install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            for style in [Type::Body, Type::Strong] {
                ui.fonts_mut(|fonts| {
                    let font = font(style);
                    for c in "æøåÆØÅ§–„“”½−·•é≥≤±".chars() {
                        assert!(fonts.has_glyph(&font, c), "{c}");
                    }
                    let widths: Vec<f32> = ('0'..='9').map(|digit| fonts.glyph_width(&font, digit)).collect();
                    assert!(widths.iter().all(|width| (width - widths[0]).abs() < 0.01), "{widths:?}");
                });
            }
        });
        output.textures_delta.clear();
    }
}
