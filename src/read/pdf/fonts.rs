//! Fonts as the text of a page needs them: what each code stands for and how far it moves the pen. No outline is ever
//! made, and each code of a font is looked up once.

use super::letters::{Letters, Text};
use hayro_font::hayro_syntax::object::dict::keys::{SUBTYPE, TYPE0};
use hayro_font::hayro_syntax::object::{Dict, Name};
use hayro_font::kurbo::Vec2;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn, StandardFont};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The fonts of a document, by the bytes of their dictionaries.
pub struct Fonts<'a> {
    cache: FontCache<'a>,
    faces: FxHashMap<&'a [u8], Option<Rc<Face<'a>>>>,
    fallback: Option<Rc<Face<'a>>>,
    programs: FontResolverFn,
    maps: CMapResolverFn,
    letters: Letters,
}

/// A font.
pub struct Face<'a> {
    font: Font<'a>,
    /// True where the file names no font that can be used: another one stands in, for plain letters only.
    pub stands_in: bool,
    /// True where codes may have several bytes.
    composite: bool,
    known: RefCell<FxHashMap<u32, Rc<Code>>>,
}

/// What a code of a font stands for; lengths are in thousandths of the font's height.
pub struct Code {
    /// Its letters, and whether they are known rather than guessed. `None` for what is not shown: signs that only
    /// steer where lines break.
    pub text: Option<(Text, bool)>,
    /// How wide its glyph is.
    pub width: f64,
    /// How far the pen goes on after it.
    pub step: Vec2,
    /// Where its glyph stands, seen from the pen.
    pub shift: Vec2,
    /// True where the file draws the glyph itself: nothing then tells the font's height.
    pub is_drawn: bool,
    /// True for the one-byte code of a blank, which word space makes wider.
    pub is_space: bool,
}

impl Default for Fonts<'_> {
    fn default() -> Self {
        let program = |query: &FontQuery| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(font) => Some(font.pick_standard_font().get_font_data()),
        };
        Self {
            cache: FontCache::new(),
            faces: FxHashMap::default(),
            fallback: None,
            programs: Arc::new(program),
            maps: Arc::new(|_| None),
            letters: Letters::default(),
        }
    }
}

impl<'a> Fonts<'a> {
    /// The font that a dictionary describes, or the one that stands in for it.
    pub fn face(&mut self, dict: &Dict<'a>) -> Option<Rc<Face<'a>>> {
        if let Some(face) = self.faces.get(dict.data()) {
            return face.clone();
        }
        let composite = dict.get::<Name<'_>>(SUBTYPE).is_some_and(|kind| kind.as_ref() == TYPE0);
        let face = match self.cache.font(dict, &self.programs, &self.maps) {
            Some(font) => Some(Face::new(font, false, composite)),
            None => self.stand_in(),
        };
        self.faces.insert(dict.data(), face.clone());
        face
    }

    /// The font for text whose font is not to be had.
    pub fn stand_in(&mut self) -> Option<Rc<Face<'a>>> {
        if self.fallback.is_none() {
            let font = self.cache.standard_font(StandardFont::Helvetica, &self.programs)?;
            self.fallback = Some(Face::new(font, true, false));
        }
        self.fallback.clone()
    }

    /// The next code of a text in a font, and how many bytes it has.
    pub fn code(&mut self, face: &Face<'a>, rest: &[u8]) -> (Rc<Code>, usize) {
        // What two bytes stand for is settled by these two, and by the first alone where that is a code.
        let key = match *rest {
            [first, second, ..] if face.composite => 0x1_0000 | u32::from(first) << 8 | u32::from(second),
            [first, ..] if !face.composite => u32::from(first),
            _ => return self.look_up(face, rest),
        };
        if let Some(code) = face.known.borrow().get(&key) {
            return (code.clone(), if face.composite { 2 } else { 1 });
        }
        let (code, length) = self.look_up(face, rest);
        if !face.composite || length == 2 {
            face.known.borrow_mut().insert(key, code.clone());
        }
        (code, length)
    }

    fn look_up(&mut self, face: &Face<'a>, rest: &[u8]) -> (Rc<Code>, usize) {
        let font = &face.font;
        let (number, length) = font.read_code(rest, 0);
        let glyph = font.glyph(font.map_code(number), number);
        let code = Code {
            width: width(&glyph),
            step: font.code_advance(number),
            shift: font.origin_displacement(number),
            is_drawn: matches!(glyph, FontGlyph::Type3(_)),
            is_space: (number, length) == (32, 1),
            text: self.letters.of(&glyph, number),
        };
        (Rc::new(code), length)
    }
}

impl<'a> Face<'a> {
    fn new(font: Font<'a>, stands_in: bool, composite: bool) -> Rc<Self> {
        Rc::new(Self { font, stands_in, composite, known: RefCell::default() })
    }

    /// Whether the pen goes on to the right rather than down.
    pub fn is_horizontal(&self) -> bool {
        self.font.is_horizontal()
    }
}

fn width(glyph: &FontGlyph<'_>) -> f64 {
    let width = match glyph {
        FontGlyph::Outline(outline) => outline.advance_width(),
        FontGlyph::Type3(glyph) => Some(glyph.advance_width()),
    };
    f64::from(width.filter(|width| width.is_finite()).unwrap_or(500.0))
}
