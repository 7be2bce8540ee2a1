//! The letters of glyphs: as the file maps them, else by the embedded font's own character map, else guessed.

use hayro_font::hayro_cmap::BfString;
use hayro_font::{FontGlyph, OutlineGlyph};
use skrifa::{FontRef, MetadataProvider as _};
use std::collections::HashMap;

/// What a glyph stands for: nearly always one letter. Never empty; white space is always a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    One(char),
    Many(Box<str>),
}

/// Finds letters; remembers the character maps of fonts that need turning round.
#[derive(Default)]
pub struct Letters {
    maps: HashMap<u128, HashMap<u32, char>>,
}

impl Letters {
    /// The letters of a glyph, and whether they are known rather than guessed. `None` for what is not shown.
    pub fn of(&mut self, glyph: &FontGlyph<'_>, code: u32) -> Option<(Text, bool)> {
        let letters = match glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        match letters {
            Some(BfString::Char(c)) if is_letter(c) => return Text::of(c).map(|text| (text, true)),
            // The private area of symbol fonts: bullets, nearly always.
            Some(BfString::Char('\u{f000}'..='\u{f0ff}')) => return Some((Text::One('•'), true)),
            Some(BfString::String(text)) if text.chars().all(is_letter) && !text.is_empty() => {
                return Text::joined(&text).map(|text| (text, true));
            }
            _ => {}
        }
        if let FontGlyph::Outline(outline) = glyph
            && let Some(letter) = self.by_font(outline)
        {
            return Text::of(letter).map(|text| (text, true));
        }
        // Without any map the code may still be the letter's place in the Windows set.
        let code = u8::try_from(code).map_or('\u{fffd}', char::from);
        Text::of(if is_letter(code) { code } else { '\u{fffd}' }).map(|text| (text, false))
    }

    fn by_font(&mut self, glyph: &OutlineGlyph) -> Option<char> {
        let data = glyph.font_data()?;
        let map = self.maps.entry(data.cache_key).or_insert_with(|| {
            let Ok(font) = FontRef::new(data.data.as_ref().as_ref()) else { return HashMap::new() };
            let mut map = HashMap::new();
            for (code, id) in font.charmap().mappings() {
                if let Some(letter) = char::from_u32(code).filter(|&c| is_letter(c)) {
                    map.entry(id.to_u32()).or_insert(letter);
                }
            }
            map
        });
        map.get(&glyph.glyph_id().to_u32()).copied()
    }
}

/// True for characters that people read; private and control characters are none.
fn is_letter(c: char) -> bool {
    (!c.is_control() || c.is_whitespace()) && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{0}')
}

impl Text {
    /// A letter as documents keep it: joined letters (ﬁ) apart, no sign that only steers line breaks.
    fn of(c: char) -> Option<Self> {
        if c.is_ascii_graphic() || c == ' ' {
            return Some(Self::One(c));
        }
        let parts = match c {
            '\u{fb00}' => "ff",
            '\u{fb01}' => "fi",
            '\u{fb02}' => "fl",
            '\u{fb03}' => "ffi",
            '\u{fb04}' => "ffl",
            '\u{fb05}' | '\u{fb06}' => "st",
            // A soft hyphen is drawn only where a word is broken.
            '\u{ad}' | '\u{2010}' | '\u{2011}' => return Some(Self::One('-')),
            c if c.is_whitespace() => return Some(Self::One(' ')),
            c if crate::read::encoding::is_invisible(c) || c.is_control() => return None,
            c => return Some(Self::One(c)),
        };
        Some(Self::Many(parts.into()))
    }

    /// Several letters that are drawn as one.
    fn joined(letters: &str) -> Option<Self> {
        let mut all = String::with_capacity(letters.len());
        letters.chars().filter_map(Self::of).for_each(|text| text.push_to(&mut all));
        (!all.is_empty()).then(|| Self::Many(all.into()))
    }

    pub fn push_to(&self, out: &mut String) {
        match self {
            Self::One(c) => out.push(*c),
            Self::Many(text) => out.push_str(text),
        }
    }

    pub fn is_blank(&self) -> bool {
        match self {
            Self::One(c) => *c == ' ',
            Self::Many(text) => text.trim().is_empty(),
        }
    }

    /// A glyph may itself end in a blank.
    pub fn ends_blank(&self) -> bool {
        match self {
            Self::One(c) => *c == ' ',
            Self::Many(text) => text.ends_with(' '),
        }
    }
}
