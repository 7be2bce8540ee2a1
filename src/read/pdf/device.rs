//! Records what is drawn on a page: glyphs with their letters, and straight lines.

use super::ink::{Glyph, Ink};
use super::letters::{Letters, Shown};
use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape as _};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use std::cell::LazyCell;
use std::time::{Duration, Instant};

/// Glyphs of one page.
const GLYPHS: usize = 300_000;
/// Straight lines of one page.
const RULES: usize = 20_000;
/// Parts of one path; drawings with more are pictures.
const ELEMENTS: usize = 4000;
/// Paths of one page.
const PATHS: usize = 1_000_000;
/// The longest time for one page.
const TIME: Duration = Duration::from_secs(8);
/// A drawn line is at most this thick, in points.
const THICK: f64 = 3.0;
/// A drawn line is at least this long, in points.
const SHORT: f64 = 4.0;

/// Thrown through the interpreter when a page goes beyond a limit; it has no other way to be stopped.
pub struct Stop;

/// The drawing device that records a page.
pub struct Recorder<'l> {
    pub ink: Ink,
    letters: &'l mut Letters,
    paths: usize,
    start: Instant,
}

impl<'l> Recorder<'l> {
    pub fn new(width: f32, height: f32, letters: &'l mut Letters) -> Self {
        Self { ink: Ink { width, height, ..Ink::default() }, letters, paths: 0, start: Instant::now() }
    }

    fn check(&mut self) {
        self.paths += 1;
        let late = self.paths.is_multiple_of(256) && self.start.elapsed() > TIME;
        if late || self.paths > PATHS || self.ink.glyphs.len() > GLYPHS {
            std::panic::resume_unwind(Box::new(Stop));
        }
    }

    fn line(&mut self, from: Point, to: Point) {
        let [left, right] = if from.x <= to.x { [from.x, to.x] } else { [to.x, from.x] };
        let [top, bottom] = if from.y <= to.y { [from.y, to.y] } else { [to.y, from.y] };
        self.bar(Rect::new(left, top, right, bottom));
    }

    /// A line as a thin rectangle.
    fn bar(&mut self, bar: Rect) {
        let (wide, high) = (bar.width(), bar.height());
        let is_line = (high <= THICK && wide >= SHORT) || (wide <= THICK && high >= SHORT);
        let finite = bar.is_finite() && bar.x0.abs() < 1e5 && bar.y0.abs() < 1e5 && wide < 1e5 && high < 1e5;
        if is_line && finite && self.ink.rules.len() < RULES {
            self.ink.rules.push([bar.x0 as f32, bar.y0 as f32, bar.x1 as f32, bar.y1 as f32]);
        }
    }

    fn stroke(&mut self, path: &BezPath, transform: Affine) {
        let mut at = Point::ZERO;
        let mut first = Point::ZERO;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => {
                    at = transform * point;
                    first = at;
                }
                PathEl::LineTo(point) => {
                    let to = transform * point;
                    self.line(at, to);
                    at = to;
                }
                PathEl::ClosePath => {
                    self.line(at, first);
                    at = first;
                }
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => at = transform * point,
            }
        }
    }

    /// Filled shapes: a thin one is a line; each part of a path is a shape of its own.
    fn fill(&mut self, path: &BezPath, transform: Affine) {
        let mut part: Option<Rect> = None;
        for element in path.elements() {
            let point = match *element {
                PathEl::MoveTo(point) => {
                    if let Some(done) = part.take() {
                        self.bar(done);
                    }
                    point
                }
                PathEl::LineTo(point) | PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => point,
                PathEl::ClosePath => continue,
            };
            let point = transform * point;
            part = Some(part.map_or(Rect::from_points(point, point), |rect| rect.union_pt(point)));
        }
        if let Some(done) = part {
            self.bar(done);
        }
    }
}

/// The height of letters that a font draws itself, in units of its own: from how far the pen goes on.
fn type3_size(run: &GlyphRun<'_, '_>, transform: Affine) -> f64 {
    let steps = run.glyphs().iter().map(|glyph| {
        let transform = transform * glyph.transform();
        (transform * Point::new(Letters::advance(glyph), 0.0) - transform * Point::ZERO).hypot()
    });
    let (sum, count) =
        steps.filter(|step| *step > 0.1).fold((0.0, 0.0), |(sum, count), step| (sum + step, count + 1.0));
    // Letters are about half as wide as the font is high.
    if count > 0.0 { (1.9 * sum / count).clamp(4.0, 72.0) } else { 10.0 }
}

impl<'a> Device<'a> for Recorder<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.check();
        if path.elements().len() > ELEMENTS {
            return;
        }
        match mode {
            DrawMode::Fill(_) => self.fill(path, props.transform),
            DrawMode::Stroke(_) | DrawMode::FillAndStroke(..) => self.stroke(path, props.transform),
            DrawMode::Invisible => {}
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.draw_path(&rect.to_path(0.1), props, mode);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let drawn_size = LazyCell::new(|| type3_size(run, props.transform));
        self.letters.begin_run();
        for glyph in run.glyphs() {
            self.check();
            let transform = props.transform * glyph.transform();
            let [x_x, x_y, y_x, y_y, x, y] = transform.as_coeffs();
            let origin = Point::new(x, y);
            let Shown { text, advance } = self.letters.shown(glyph);
            let end = Point::new(x + advance * x_x, y + advance * x_y);
            let mut size = 1000.0 * (y_x * y_x + y_y * y_y).sqrt();
            if matches!(&**glyph, Drawn::Type3(_)) && !(3.0..=150.0).contains(&size) {
                size = *drawn_size;
            }
            let is_sane = origin.is_finite() && end.is_finite() && (0.5..=2000.0).contains(&size);
            if !is_sane {
                continue;
            }
            let (margin, width, height) = (size, f64::from(self.ink.width), f64::from(self.ink.height));
            if origin.x < -margin || origin.y < -margin || origin.x > width + margin || origin.y > height + margin {
                continue;
            }
            let Some((text, mapped)) = text else { continue };
            // Invisible text lies over the picture of a page: letters that a program recognised.
            let sure = mapped && !matches!(mode, DrawMode::Invisible);
            let [from, to] = [origin, end].map(|point| [point.x as f32, point.y as f32]);
            self.ink.glyphs.push(Glyph { text, from, to, size: size as f32, sure });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.check();
        self.ink.images += 1;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
