//! The faces of a PDF: only the glyphs that are used, with the letters that they stand for.

use super::packed;
use crate::export::letters::face;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish as _, Name, Pdf, Rect, Ref, Str};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

const SYSTEM: SystemInfo = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The glyphs in use, by weight.
#[derive(Default)]
pub struct Faces {
    faces: [Used; 2],
}

struct Used {
    remapper: GlyphRemapper,
    /// By the glyph's new number: its letter and its width in thousandths.
    letters: BTreeMap<u16, (char, f32)>,
}

impl Default for Used {
    fn default() -> Self {
        Self { remapper: GlyphRemapper::new(), letters: BTreeMap::new() }
    }
}

impl Faces {
    /// The face's name on every page.
    pub fn name(bold: bool) -> Name<'static> {
        if bold { Name(b"B") } else { Name(b"R") }
    }

    /// The codes that show a text.
    pub fn codes(&mut self, text: &str, bold: bool) -> Vec<u8> {
        let used = &mut self.faces[usize::from(bold)];
        let face = face(bold);
        let mut codes = Vec::with_capacity(text.len() * 2);
        for c in text.chars() {
            let (glyph, width) = face.glyph(c);
            let code = used.remapper.remap(glyph);
            used.letters.entry(code).or_insert((c, width * 1000.0));
            codes.extend(code.to_be_bytes());
        }
        codes
    }

    /// Writes a face under this reference; `next` gives references for its parts.
    pub fn write(&self, pdf: &mut Pdf, bold: bool, id: Ref, mut next: impl FnMut() -> Ref) {
        let used = &self.faces[usize::from(bold)];
        let face = face(bold);
        let (cid, descriptor, data, map) = (next(), next(), next(), next());
        let name = if bold { Name(b"SIDEST+NotoSans-Bold") } else { Name(b"SIDEST+NotoSans-Regular") };
        pdf.type0_font(id)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(map);
        let mut font = pdf.cid_font(cid);
        font.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        font.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        let mut widths = font.widths();
        for (code, (_, width)) in &used.letters {
            widths.consecutive(*code, [*width]);
        }
        widths.finish();
        font.finish();
        let [ascent, descent, capitals] = face.heights();
        pdf.font_descriptor(descriptor)
            .name(name)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(-621.0, descent, 2800.0, ascent))
            .italic_angle(0.0)
            .ascent(ascent)
            .descent(descent)
            .cap_height(capitals)
            .stem_v(if bold { 120.0 } else { 80.0 })
            .font_file2(data);
        let subset = subsetter::subset(face.data, 0, &used.remapper);
        // The whole face is right too, only larger.
        let bytes = subset.unwrap_or_else(|_| face.data.to_vec());
        pdf.stream(data, &packed(&bytes)).filter(Filter::FlateDecode);
        let mut unicode = UnicodeCmap::new(Name(b"Sidestil"), SYSTEM);
        for (code, (letter, _)) in &used.letters {
            unicode.pair(*code, *letter);
        }
        pdf.stream(map, &packed(&unicode.finish())).filter(Filter::FlateDecode);
    }
}
