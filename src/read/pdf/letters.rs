//! The letters of glyphs: as the file maps them, else by the embedded font's own character map, else guessed.

use hayro_interpret::font::{Glyph, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use skrifa::{FontRef, MetadataProvider as _};
use std::collections::HashMap;

/// Finds letters; remembers the character maps of fonts that need turning round.
#[derive(Default)]
pub struct Letters {
    maps: HashMap<u128, HashMap<u32, char>>,
}

impl Letters {
    /// The letters of a glyph, and whether they are known rather than guessed.
    pub fn of(&mut self, glyph: &Glyph<'_>) -> (String, bool) {
        match glyph.as_unicode() {
            Some(BfString::Char(c)) if is_letter(c) => return (c.to_string(), true),
            // The private area of symbol fonts: bullets, nearly always.
            Some(BfString::Char('\u{f000}'..='\u{f0ff}')) => return ("•".to_owned(), true),
            Some(BfString::String(text)) if text.chars().all(is_letter) && !text.is_empty() => return (text, true),
            _ => {}
        }
        if let Glyph::Outline(outline) = glyph
            && let Some(letter) = self.by_font(outline)
        {
            return (letter.to_string(), true);
        }
        // Without any map the code may still be the letter's place in the Windows set.
        let code = glyph.char_code();
        let letter = u8::try_from(code).ok().map(|byte| encoding_rs::mem::decode_latin1(&[byte]).into_owned());
        (letter.filter(|text| text.chars().all(is_letter)).unwrap_or_else(|| "\u{fffd}".to_owned()), false)
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

    /// How far the pen goes on after a glyph, in thousandths of the font's height.
    pub fn advance(glyph: &Glyph<'_>) -> f64 {
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(glyph) => glyph.advance_width(),
        };
        f64::from(advance.filter(|width| width.is_finite()).unwrap_or(500.0))
    }
}

/// True for characters that people read; private and control characters are none.
fn is_letter(c: char) -> bool {
    (!c.is_control() || c.is_whitespace()) && !matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{0}')
}

/// Letters as documents keep them: joined letters (ﬁ) apart, signs that only steer line breaks left out.
pub fn fold(text: String) -> String {
    if text.bytes().all(|b| b.is_ascii_graphic() || b == b' ') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            // A soft hyphen is drawn only where a word is broken.
            '\u{ad}' | '\u{2010}' | '\u{2011}' => out.push('-'),
            c if c.is_whitespace() => out.push(' '),
            c if crate::read::encoding::is_invisible(c) || c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
