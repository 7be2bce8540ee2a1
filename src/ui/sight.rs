//! For tests: how colours are seen, by contrast, in grey, and with colour vision deficiency.

use egui::Color32;

/// The parts of a colour as light: linear, 0 to 1.
fn light(colour: Color32) -> [f64; 3] {
    [colour.r(), colour.g(), colour.b()].map(|value| {
        let v = f64::from(value) / 255.0;
        if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    })
}

/// Relative luminance after WCAG 2.2.
pub fn luminance(colour: Color32) -> f64 {
    let [r, g, b] = light(colour);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast of two colours after WCAG 2.2, 1 to 21.
pub fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How a person sees.
#[derive(Clone, Copy, Debug)]
pub enum Eyes {
    Common,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

impl Eyes {
    pub const ALL: [Self; 4] = [Self::Common, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
    /// table 1, severity 1.0, on linear light.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Common => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => {
                [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
            }
            Self::Deuteranopia => {
                [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
            }
            Self::Tritanopia => {
                [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
            }
        }
    }
}

/// The distance of two colours to these eyes: CIE 1976 ΔE, where 2 is just seen side by side and 100 is black to white.
pub fn distance(a: Color32, b: Color32, eyes: Eyes) -> f64 {
    let (a, b) = (lab(a, eyes), lab(b, eyes));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// CIE L*a*b* for D65.
fn lab(colour: Color32, eyes: Eyes) -> [f64; 3] {
    let [r, g, b] = light(colour);
    let [r, g, b] = eyes.matrix().map(|row| (row[0] * r + row[1] * g + row[2] * b).clamp(0.0, 1.0));
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047;
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883;
    let [x, y, z] = [x, y, z].map(|t| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn known_colours_are_as_far_apart_as_published() {
    let (black, white) = (Color32::BLACK, Color32::WHITE);
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    assert!((distance(black, white, Eyes::Common) - 100.0).abs() < 0.1);
    // Red against green of about the same lightness: far apart, but hardly to those who lack the red or green cones.
    let (red, green) = (Color32::from_rgb(200, 60, 50), Color32::from_rgb(110, 125, 30));
    assert!(distance(red, green, Eyes::Common) > 60.0);
    assert!(distance(red, green, Eyes::Deuteranopia) < distance(red, green, Eyes::Common) / 2.0);
}
