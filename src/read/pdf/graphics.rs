//! The state in which a page is drawn, as far as letters and straight lines need it, and its stack.

use super::fonts::{Code, Face};
use hayro_font::kurbo::{Affine, Vec2};
use std::rc::Rc;

/// So many states are kept at most; what is saved beyond is not brought back.
const STATES: usize = 50_000;

/// The state in which something is drawn.
#[derive(Clone)]
pub struct State<'a> {
    /// From the units of the content to points on the page.
    pub place: Affine,
    pub face: Option<Rc<Face<'a>>>,
    pub size: f32,
    pub letter_space: f32,
    pub word_space: f32,
    /// The width of letters, in hundredths.
    pub stretch: f32,
    pub leading: f32,
    pub rise: f32,
    /// True for text that is not painted.
    pub invisible: bool,
    /// Where the pen is, and where its line began.
    pub pen: Affine,
    pub line: Affine,
}

impl<'a> State<'a> {
    pub fn new(place: Affine) -> Self {
        Self {
            place,
            face: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 100.0,
            leading: 0.0,
            rise: 0.0,
            invisible: false,
            pen: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }

    /// Moves the pen to a new line, seen from where the present one began.
    pub fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.pen = self.line;
    }

    /// The first line of a text, or one that is placed by itself.
    pub fn start_line(&mut self, line: Affine) {
        (self.pen, self.line) = (line, line);
    }

    /// How far the pen goes on after a code.
    pub fn step(&self, code: &Code, horizontal: bool) -> Vec2 {
        let word_space = if code.is_space { self.word_space } else { 0.0 };
        let step = |step: f64| step as f32 / 1000.0 * self.size + self.letter_space + word_space;
        if horizontal {
            Vec2::new(f64::from(step(code.step.x) * (self.stretch / 100.0)), 0.0)
        } else {
            Vec2::new(0.0, f64::from(step(code.step.y)))
        }
    }

    /// How far the pen goes on for a number between the texts of a list.
    pub fn gap(&self, thousandths: f32, horizontal: bool) -> Vec2 {
        let gap = -thousandths / 1000.0 * self.size;
        if horizontal {
            Vec2::new(f64::from(gap * (self.stretch / 100.0)), 0.0)
        } else {
            Vec2::new(0.0, f64::from(gap))
        }
    }

    /// From thousandths of the font's height to the units in which the pen moves.
    pub fn scale(&self) -> Vec2 {
        let size = f64::from(self.size) / 1000.0;
        Vec2::new(size * f64::from(self.stretch / 100.0), size)
    }
}

/// The present state, and those that were saved before.
pub struct States<'a> {
    pub now: State<'a>,
    saved: Vec<State<'a>>,
    /// How many were saved beyond the limit.
    beyond: usize,
}

impl<'a> States<'a> {
    pub fn new(first: State<'a>) -> Self {
        Self { now: first, saved: Vec::new(), beyond: 0 }
    }

    /// How many states are saved.
    pub fn depth(&self) -> usize {
        self.saved.len() + self.beyond
    }

    pub fn save(&mut self) {
        if self.saved.len() < STATES {
            self.saved.push(self.now.clone());
        } else {
            self.beyond += 1;
        }
    }

    /// Goes back to the state saved last.
    pub fn restore(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(last) = self.saved.pop() {
            self.now = last;
        }
    }
}
