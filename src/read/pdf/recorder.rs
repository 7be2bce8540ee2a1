//! Records what is drawn on a page: glyphs with their letters, and straight lines.

use super::fonts::Code;
use super::graphics::State;
use super::ink::{Glyph, Ink};
use hayro_font::kurbo::{Affine, BezPath, PathEl, Point, Rect, Vec2};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// So many glyphs a page mostly has at most.
const USUAL: usize = 4096;
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
/// How wide the mark before a list's item is, in points.
const DOT: std::ops::RangeInclusive<f64> = 1.5..=7.0;
/// A shape that is flatter than this is drawn as a line, in points.
const FLAT: f64 = 1.0 / 256.0;

/// Tells that a page goes beyond a limit: what was recorded until then is good.
pub struct Stop;

/// Records what is drawn on a page.
pub struct Recorder {
    pub ink: Ink,
    /// The path that is being made.
    pub path: BezPath,
    paths: usize,
    steps: usize,
    start: Instant,
}

/// Text that is shown at once: one font, one line.
pub struct Run {
    /// How far the pen has gone, in the units of the text.
    pub pen: Vec2,
    /// Where the pen was for each code.
    pub letters: Vec<(Vec2, Rc<Code>)>,
    /// From where the pen was at first to points on the page.
    place: Affine,
    scale: Vec2,
    rise: f64,
    invisible: bool,
}

impl Run {
    /// A text in this state; `room` is what its codes are kept in.
    pub fn new(state: &State<'_>, mut room: Vec<(Vec2, Rc<Code>)>) -> Self {
        room.clear();
        Self {
            pen: Vec2::ZERO,
            letters: room,
            place: state.place * state.pen,
            scale: state.scale(),
            rise: f64::from(state.rise),
            invisible: state.invisible,
        }
    }
}

impl Recorder {
    pub fn new(width: f32, height: f32) -> Self {
        let ink = Ink { width, height, glyphs: Vec::with_capacity(USUAL), ..Ink::default() };
        Self { ink, path: BezPath::new(), paths: 0, steps: 0, start: Instant::now() }
    }

    /// To be asked at each step: whether the page may go on.
    pub fn check(&mut self) -> Result<(), Stop> {
        self.steps += 1;
        let late = self.steps.is_multiple_of(256) && self.start.elapsed() > TIME;
        if late || self.paths > PATHS || self.ink.glyphs.len() > GLYPHS { Err(Stop) } else { Ok(()) }
    }

    /// Closes the present part of the path.
    pub fn close(&mut self) {
        if !matches!(self.path.elements().last(), None | Some(PathEl::ClosePath)) {
            self.path.close_path();
        }
    }

    /// Draws the lines of the path.
    pub fn stroke(&mut self, place: Affine) -> Result<(), Stop> {
        let path = std::mem::take(&mut self.path);
        self.lines(&path, place);
        self.path = path;
        self.drawn()
    }

    /// Fills the path. One that is flat is a line, however many parts it has.
    pub fn fill(&mut self, place: Affine) -> Result<(), Stop> {
        let path = std::mem::take(&mut self.path);
        let bounds = path.control_box();
        let [x_x, x_y, y_x, y_y, _, _] = place.as_coeffs();
        let is_flat = bounds.width() * x_x.hypot(x_y) <= FLAT || bounds.height() * y_x.hypot(y_y) <= FLAT;
        match path.elements() {
            [] => {}
            _ if is_flat => self.line(place * bounds.origin(), place * Point::new(bounds.x1, bounds.y1)),
            _ => self.shapes(&path, place),
        }
        self.path = path;
        self.drawn()
    }

    fn drawn(&mut self) -> Result<(), Stop> {
        self.paths += 1;
        self.check()
    }

    fn line(&mut self, from: Point, to: Point) {
        let [left, right] = if from.x <= to.x { [from.x, to.x] } else { [to.x, from.x] };
        let [top, bottom] = if from.y <= to.y { [from.y, to.y] } else { [to.y, from.y] };
        self.bar(Rect::new(left, top, right, bottom));
    }

    /// A line as a thin rectangle, or a dot.
    fn bar(&mut self, bar: Rect) {
        let (wide, high) = (bar.width(), bar.height());
        let is_line = (high <= THICK && wide >= SHORT) || (wide <= THICK && high >= SHORT);
        let finite = bar.is_finite() && bar.x0.abs() < 1e5 && bar.y0.abs() < 1e5 && wide < 1e5 && high < 1e5;
        let shape = || [bar.x0 as f32, bar.y0 as f32, bar.x1 as f32, bar.y1 as f32];
        if is_line && finite && self.ink.rules.len() < RULES {
            self.ink.rules.push(shape());
        } else if DOT.contains(&wide) && (0.75..=1.33).contains(&(high / wide)) && self.ink.dots.len() < RULES {
            self.ink.dots.push(shape());
        }
    }

    fn lines(&mut self, path: &BezPath, transform: Affine) {
        if path.elements().len() > ELEMENTS {
            return;
        }
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

    /// Filled shapes: a thin one is a line, a small one a dot; each part of a path is a shape of its own.
    fn shapes(&mut self, path: &BezPath, transform: Affine) {
        if path.elements().len() > ELEMENTS {
            return;
        }
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

    /// Takes the letters of a text.
    pub fn letters(&mut self, run: &Run) -> Result<(), Stop> {
        let [x_x, x_y, y_x, y_y, ..] = run.place.as_coeffs();
        let height = y_x.hypot(y_y) * run.scale.y.abs();
        let mut size = 1000.0 * height;
        if run.letters.first().is_some_and(|(_, code)| code.is_drawn) && !(3.0..=150.0).contains(&size) {
            size = drawn_size(run, x_x.hypot(x_y) * run.scale.x.abs());
        }
        let (margin, width, height) = (size, f64::from(self.ink.width), f64::from(self.ink.height));
        let sides = (-margin..=width + margin, -margin..=height + margin);
        for (pen, code) in &run.letters {
            self.check()?;
            let Some((text, mapped)) = &code.text else { continue };
            let shift = Vec2::new(code.shift.x * run.scale.x, run.rise + code.shift.y * run.scale.y);
            let from = run.place * (*pen + shift).to_point();
            let wide = code.width * run.scale.x;
            let to = from + Vec2::new(wide * x_x, wide * x_y);
            let is_sane = to.is_finite() && (0.5..=2000.0).contains(&size);
            if !is_sane || !sides.0.contains(&from.x) || !sides.1.contains(&from.y) {
                continue;
            }
            // Invisible text lies over the picture of a page: letters that a program recognised.
            let sure = *mapped && !run.invisible;
            let [from, to] = [from, to].map(|point| [point.x as f32, point.y as f32]);
            self.ink.glyphs.push(Glyph { text: text.clone(), from, to, size: size as f32, sure });
        }
        Ok(())
    }
}

/// The height of letters that a font draws itself, in units of its own: from how far the pen goes on.
fn drawn_size(run: &Run, scale: f64) -> f64 {
    let steps = run.letters.iter().map(|(_, code)| code.width.abs() * scale);
    let (sum, count) =
        steps.filter(|step| *step > 0.1).fold((0.0, 0.0), |(sum, count), step| (sum + step, count + 1.0));
    // Letters are about half as wide as the font is high.
    if count > 0.0 { (1.9 * sum / count).clamp(4.0, 72.0) } else { 10.0 }
}
