//! The pen of the layouts: adds items to a scene, measures and wraps words.

use crate::chart::Goal;
use crate::chart::scene::{Anchor, Area, Ink, Item, Mark, Point, Scene, TextMeasure, Type, marker};
use crate::model::reading::FigureId;

/// A scene in the making.
pub struct Sketch<'m> {
    measure: &'m dyn TextMeasure,
    pub scene: Scene,
}

impl<'m> Sketch<'m> {
    #[must_use]
    pub fn new(width: f32, measure: &'m dyn TextMeasure) -> Self {
        Self { measure, scene: Scene { width, ..Scene::default() } }
    }

    #[must_use]
    pub fn width_of(&self, text: &str, style: Type) -> f32 {
        self.measure.width(text, style)
    }

    /// The width of the widest text.
    pub fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>, style: Type) -> f32 {
        texts.into_iter().map(|text| self.width_of(text, style)).fold(0.0, f32::max)
    }

    pub fn fill(&mut self, area: Area, ink: Ink) {
        self.scene.items.push(Item::Fill { area, ink });
    }

    pub fn frame(&mut self, area: Area, ink: Ink, width: f32) {
        self.scene.items.push(Item::Frame { area, ink, width });
    }

    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), ink: Ink, width: f32) {
        let point = |(x, y)| Point { x, y };
        self.scene.items.push(Item::Line { from: point(from), to: point(to), ink, width });
    }

    pub fn circle(&mut self, center: Point, radius: f32, ink: Ink, filled: bool) {
        self.scene.items.push(Item::Circle { center, radius, ink, filled });
    }

    /// A square that stands on its corner.
    pub fn diamond(&mut self, center: Point, radius: f32, ink: Ink, filled: bool) {
        let Point { x, y } = center;
        let points = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)];
        let points = points.into_iter().map(|(x, y)| Point { x, y }).collect();
        self.scene.items.push(Item::Polygon { points, ink, filled });
    }

    /// The sign of a series.
    pub fn marker(&mut self, center: Point, radius: f32, series: u8, ink: Ink, filled: bool) {
        self.scene.items.push(marker(center, radius, series, ink, filled));
    }

    /// Stripes from lower left to upper right within an area.
    pub fn stripes(&mut self, area: Area, ink: Ink) {
        const STEP: f32 = 6.0;
        let (width, height) = (area.width(), area.height());
        let mut along = STEP;
        while along < width + height {
            // The stripe x + y = along, cut at the area's edges.
            let (x1, y1) = if along <= height { (0.0, along) } else { (along - height, height) };
            let (x2, y2) = if along <= width { (along, 0.0) } else { (width, along - width) };
            let (left, top) = (area.left, area.top);
            self.line((left + x1, top + y1), (left + x2, top + y2), ink, 1.0);
            along += STEP;
        }
    }

    pub fn text(&mut self, x: f32, y: f32, anchor: Anchor, text: impl Into<String>, style: Type, ink: Ink) {
        self.scene.items.push(Item::Text { at: Point { x, y }, anchor, text: text.into(), style, ink });
    }

    /// Text from `x` to the right, centred on `y`.
    pub fn text_mid(&mut self, x: f32, y: f32, anchor: Anchor, text: impl Into<String>, style: Type, ink: Ink) {
        self.text(x, y - style.line() / 2.0, anchor, text, style, ink);
    }

    /// A text wrapped to a width; gives the y below it.
    pub fn paragraph(&mut self, x: f32, y: f32, width: f32, text: &str, style: Type, ink: Ink) -> f32 {
        let mut below = y;
        for line in self.wrap(text, style, width) {
            self.text(x, below, Anchor::Left, line, style, ink);
            below += style.line();
        }
        below
    }

    /// The lines of a text at a width: broken at blanks and after hyphens; a word that is too wide stands alone.
    #[must_use]
    pub fn wrap(&self, text: &str, style: Type, width: f32) -> Vec<String> {
        let blank = self.width_of("\u{a0}", style);
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut along = 0.0;
        for piece in text.split_inclusive([' ', '-']) {
            let word = piece.trim_end();
            let wide = self.width_of(word, style);
            let after = blank * (piece.len() - word.len()) as f32;
            // The words' widths add up to the line's but for roundings: the line itself is measured near the edge only.
            // Measuring every beginning of a list of 98 sources costs more than all the rest of a picture.
            let sum: f32 = along + wide;
            let near = (sum - width).abs() <= 0.05 * width;
            let over = if near { self.width_of(&format!("{line}{word}"), style) > width } else { sum > width };
            if !line.is_empty() && over {
                lines.push(line.trim_end().to_owned());
                line = piece.to_owned();
                along = wide + after;
            } else {
                line.push_str(piece);
                along = sum + after;
            }
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    pub fn mark(&mut self, area: Area, name: impl Into<String>, figure: Option<FigureId>) {
        self.mark_to(area, name, figure.map(Goal::Figure));
    }

    /// A mark that may lead elsewhere than to a sentence.
    pub fn mark_to(&mut self, area: Area, name: impl Into<String>, goal: Option<Goal>) {
        self.scene.marks.push(Mark { area, name: name.into(), hint: String::new(), goal });
    }

    /// Gives the last mark an explanation of its term.
    pub fn explain(&mut self, hint: impl Into<String>) {
        if let Some(mark) = self.scene.marks.last_mut() {
            mark.hint = hint.into();
        }
    }
}

/// The step of a scale from 0 that gives at most `most` steps: 1, 2 or 5 times a power of ten.
#[must_use]
pub fn step(highest: f64, most: u32) -> f64 {
    let rough = (highest / f64::from(most.max(1))).max(1e-9);
    let power = 10f64.powf(rough.log10().floor());
    let digit = [1.0, 2.0, 5.0, 10.0].into_iter().find(|digit| digit * power >= rough - 1e-9);
    digit.unwrap_or(10.0) * power
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Every character as wide as the average of the real faces: layouts can be tested without fonts.
    pub struct Even;

    impl TextMeasure for Even {
        fn width(&self, text: &str, style: Type) -> f32 {
            text.chars().count() as f32 * style.size() * if style.is_bold() { 0.6 } else { 0.55 }
        }
    }

    #[test]
    fn words_wrap_and_none_is_lost() {
        let sketch = Sketch::new(100.0, &Even);
        let lines = sketch.wrap("Faaborg-Midtfyn og Ringkøbing-Skjern står på forskellige år", Type::Body, 110.0);
        assert!(lines.iter().all(|line| Even.width(line, Type::Body) <= 110.0), "{lines:?}");
        assert_eq!(lines.join(" ").replace("- ", "-"), "Faaborg-Midtfyn og Ringkøbing-Skjern står på forskellige år");
        assert_eq!(sketch.wrap("", Type::Body, 100.0), Vec::<String>::new());
    }

    #[test]
    fn steps_are_round() {
        for (highest, most, expected) in [(43.0, 5, 10.0), (213.0, 3, 100.0), (9.0, 5, 2.0), (100.0, 5, 20.0)] {
            assert!((step(highest, most) - expected).abs() < 1e-9, "{highest}");
        }
    }
}
