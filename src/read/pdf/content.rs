//! Follows the operators that draw a page, as far as letters and straight lines come of them: colours, pictures,
//! patterns and clips are passed over, and no letter's outline is made.

use super::fonts::{Code, Face, Fonts};
use super::graphics::{State, States};
use super::ink::Ink;
use super::layers::Layers;
use super::lists::{List, Part};
use super::recorder::{Recorder, Run, Stop};
use hayro_font::hayro_syntax::content::TypedIter;
use hayro_font::hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_font::hayro_syntax::object::dict::keys::{
    ANNOTS, AP, AS, BBOX, F, FONT, FORM, H, HEIGHT, IMAGE, MATRIX, N, OC, RECT, RESOURCES, SUBTYPE, W, WIDTH,
};
use hayro_font::hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Rect as Frame, Stream};
use hayro_font::hayro_syntax::page::{Page, Resources};
use hayro_font::kurbo::{Affine, Point, Rect, Shape as _, Vec2};
use std::rc::Rc;

/// Forms in forms are followed so deep.
const DEPTH: u32 = 50;
/// The flags of an annotation that nobody sees: hidden, and not for the screen.
const UNSEEN: u32 = 1 << 1 | 1 << 5;

/// What is drawn on a page. Stops where a limit is reached, and then says so.
pub fn ink<'a>(page: &Page<'a>, fonts: &mut Fonts<'a>, layers: &Layers) -> Ink {
    let (width, height) = page.render_dimensions();
    let place = Affine::new(page.initial_transform(true).as_coeffs());
    let mut drawing = Drawing {
        fonts,
        layers,
        recorder: Recorder::new(width, height),
        states: States::new(State::new(place)),
        shown: Vec::new(),
        depth: 0,
        list: List::default(),
        letters: Vec::new(),
    };
    let stopped = drawing.page(page).is_err();
    Ink { cut: stopped, ..drawing.recorder.ink }
}

struct Drawing<'d, 'a> {
    fonts: &'d mut Fonts<'a>,
    layers: &'d Layers,
    recorder: Recorder,
    states: States<'a>,
    /// Whether the marked content is shown that is open, the innermost last.
    shown: Vec<bool>,
    depth: u32,
    /// Room for the next list and the next text.
    list: List,
    letters: Vec<(Vec2, Rc<Code>)>,
}

impl<'a> Drawing<'_, 'a> {
    fn page(&mut self, page: &Page<'a>) -> Result<(), Stop> {
        self.follow(page.typed_operations(), page.resources())?;
        for note in page.raw().get::<Array<'_>>(ANNOTS).iter().flat_map(|notes| notes.iter::<Dict<'_>>()) {
            self.annotation(&note, page.resources())?;
        }
        Ok(())
    }

    fn is_shown(&self) -> bool {
        self.shown.last().copied().unwrap_or(true)
    }

    /// Follows a stream of operators; the state is afterwards what it was before.
    fn follow(&mut self, mut operators: TypedIter<'_>, resources: &Resources<'a>) -> Result<(), Stop> {
        let depth = self.states.depth();
        self.states.save();
        let mut faces = Faces::default();
        while let Some(operator) = operators.next() {
            self.recorder.check()?;
            match operator {
                Op::ShowText(_) | Op::ShowTexts(_) | Op::NextLineAndShowText(_) | Op::ShowTextWithParameters(_) => {
                    self.show(&operator)?;
                }
                Op::TextFont(font) => {
                    self.states.now.face = match faces.get(font.0) {
                        Some(face) => face,
                        None => faces.keep(font.0, self.face(resources.get_font(font.0))),
                    };
                    self.states.now.size = font.1.as_f32();
                }
                Op::SetGraphicsState(name) => self.set(resources.get_ext_g_state(name.0)),
                Op::BeginMarkedContent(_) => self.shown.push(self.is_shown()),
                Op::BeginMarkedContentWithProperties(mark) => {
                    let is_shown = self.is_shown() && self.is_layer_shown(mark.1, resources);
                    self.shown.push(is_shown);
                }
                Op::EndMarkedContent(_) => {
                    self.shown.pop();
                }
                Op::XObject(name) => {
                    if let Some(object) = resources.get_x_object(name.0) {
                        self.object(&object, resources)?;
                    }
                }
                Op::InlineImage(image) => self.image(image.0.dict()),
                operator if self.place(&operator) || self.make(&operator) => {}
                operator => self.draw(&operator)?,
            }
        }
        // What was begun does not go on behind the stream that it stands in.
        self.recorder.path.truncate(0);
        while self.states.depth() > depth {
            self.states.restore();
        }
        Ok(())
    }

    /// The operators that say where and how the next letters stand; false for any other.
    fn place(&mut self, operator: &Op<'_, '_>) -> bool {
        let now = &mut self.states.now;
        match operator {
            Op::SaveState(_) => self.states.save(),
            Op::RestoreState(_) => self.states.restore(),
            Op::Transform(t) => now.place *= affine([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5]),
            Op::BeginText(_) => now.start_line(Affine::IDENTITY),
            Op::SetTextMatrix(t) => now.start_line(affine([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5])),
            Op::NextLine(to) => now.next_line(to.0.as_f64(), to.1.as_f64()),
            Op::NextLineUsingLeading(_) => now.next_line(0.0, -f64::from(now.leading)),
            Op::NextLineAndSetLeading(to) => {
                now.leading = -to.1.as_f64() as f32;
                now.next_line(to.0.as_f64(), to.1.as_f64());
            }
            Op::TextLeading(leading) => now.leading = leading.0.as_f32(),
            Op::CharacterSpacing(space) => now.letter_space = space.0.as_f32(),
            Op::WordSpacing(space) => now.word_space = space.0.as_f32(),
            Op::HorizontalScaling(stretch) => now.stretch = stretch.0.as_f32(),
            Op::TextRise(rise) => now.rise = rise.0.as_f32(),
            Op::TextRenderingMode(mode) => now.invisible = matches!(mode.0.as_i64(), 3 | 7),
            _ => return false,
        }
        true
    }

    /// The operators that make a path; false for any other. Of a curve only its ends matter.
    fn make(&mut self, operator: &Op<'_, '_>) -> bool {
        let path = &mut self.recorder.path;
        let is_begun = !path.elements().is_empty();
        match operator {
            Op::MoveTo(to) => path.move_to(point(&to.0, &to.1)),
            Op::RectPath(r) => {
                let corner = point(&r.0, &r.1);
                let far = Point::new(corner.x + r.2.as_f64(), corner.y + r.3.as_f64());
                path.extend(Rect::new(corner.x, corner.y, far.x, far.y).path_elements(0.1));
            }
            Op::ClosePath(_) => self.recorder.close(),
            Op::LineTo(_) | Op::CubicTo(_) | Op::CubicStartTo(_) | Op::CubicEndTo(_) if !is_begun => {}
            Op::LineTo(to) => path.line_to(point(&to.0, &to.1)),
            Op::CubicTo(to) => path.curve_to(point(&to.0, &to.1), point(&to.2, &to.3), point(&to.4, &to.5)),
            Op::CubicStartTo(to) => path.curve_to(point(&to.0, &to.1), point(&to.0, &to.1), point(&to.2, &to.3)),
            Op::CubicEndTo(to) => path.curve_to(point(&to.0, &to.1), point(&to.2, &to.3), point(&to.2, &to.3)),
            _ => return false,
        }
        true
    }

    /// The operators that draw a path.
    fn draw(&mut self, operator: &Op<'_, '_>) -> Result<(), Stop> {
        let (close, fill, stroke) = match operator {
            Op::FillPathEvenOdd(_) | Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) => {
                (false, true, false)
            }
            Op::StrokePath(_) => (false, false, true),
            Op::CloseAndStrokePath(_) => (true, false, true),
            Op::FillAndStrokeEvenOdd(_) | Op::FillAndStrokeNonZero(_) => (false, true, true),
            Op::CloseFillAndStrokeEvenOdd(_) | Op::CloseFillAndStrokeNonZero(_) => (true, true, true),
            Op::EndPath(_) => (false, false, false),
            _ => return Ok(()),
        };
        if close {
            self.recorder.close();
        }
        if fill && self.is_shown() {
            self.recorder.fill(self.states.now.place)?;
        }
        if stroke && self.is_shown() {
            self.recorder.stroke(self.states.now.place)?;
        }
        self.recorder.path.truncate(0);
        Ok(())
    }

    /// The operators that show text.
    fn show(&mut self, operator: &Op<'_, '_>) -> Result<(), Stop> {
        let now = &mut self.states.now;
        if let Op::ShowTextWithParameters(text) = operator {
            (now.word_space, now.letter_space) = (text.0.as_f32(), text.1.as_f32());
        }
        if matches!(operator, Op::NextLineAndShowText(_) | Op::ShowTextWithParameters(_)) {
            now.next_line(0.0, -f64::from(now.leading));
        }
        if now.face.is_none() {
            now.face = self.fonts.stand_in();
        }
        let Some(face) = now.face.clone() else { return Ok(()) };
        let horizontal = face.is_horizontal();
        let mut run = Run::new(&self.states.now, std::mem::take(&mut self.letters));
        match operator {
            Op::ShowText(text) => self.text(&mut run, &face, text.0.as_bytes()),
            Op::NextLineAndShowText(text) => self.text(&mut run, &face, text.0.as_bytes()),
            Op::ShowTextWithParameters(text) => self.text(&mut run, &face, text.2.as_bytes()),
            Op::ShowTexts(list) => {
                let mut plain = std::mem::take(&mut self.list);
                if plain.read(list.0.data()) {
                    for part in &plain.parts {
                        match *part {
                            Part::Gap(gap) => run.pen += self.states.now.gap(gap, horizontal),
                            Part::Text { start, end } => self.text(&mut run, &face, &plain.codes[start..end]),
                        }
                    }
                } else {
                    for part in list.0.iter::<Object<'_>>() {
                        match part {
                            Object::Number(gap) => run.pen += self.states.now.gap(gap.as_f32(), horizontal),
                            Object::String(text) => self.text(&mut run, &face, text.as_bytes()),
                            _ => {}
                        }
                    }
                }
                self.list = plain;
            }
            _ => {}
        }
        self.states.now.pen *= Affine::translate(run.pen);
        let kept = self.recorder.letters(&run);
        self.letters = run.letters;
        kept
    }

    fn text(&mut self, run: &mut Run, face: &Rc<Face<'a>>, text: &[u8]) {
        let horizontal = face.is_horizontal();
        let is_shown = self.is_shown() && (!face.stands_in || text.is_ascii());
        let mut rest = text;
        while !rest.is_empty() {
            let (code, length) = self.fonts.code(face, rest);
            rest = rest.get(length..).unwrap_or_default();
            let step = self.states.now.step(&code, horizontal);
            if is_shown {
                run.letters.push((run.pen, code));
            }
            run.pen += step;
        }
    }

    /// The font of a dictionary; text whose font is not named at all is written in the one that stands in.
    fn face(&mut self, dict: Option<Dict<'a>>) -> Option<Rc<Face<'a>>> {
        match dict {
            Some(dict) => self.fonts.face(&dict),
            None => self.fonts.stand_in(),
        }
    }

    /// A state named in the resources may set the font too.
    fn set(&mut self, state: Option<Dict<'a>>) {
        let Some(font) = state.and_then(|state| state.get::<Array<'_>>(FONT)) else { return };
        let mut parts = font.iter::<Object<'_>>();
        if let (Some(Object::Dict(font)), Some(Object::Number(size))) = (parts.next(), parts.next()) {
            self.states.now.face = self.fonts.face(&font);
            self.states.now.size = size.as_f32();
        }
    }

    /// Whether the layer is shown that marked content names, by its place in the resources or inside its properties.
    fn is_layer_shown(&self, properties: &Object<'_>, resources: &Resources<'a>) -> bool {
        match properties {
            Object::Name(name) => resources.properties.get_ref(name.as_ref()).is_none_or(|id| {
                let layer = resources.properties.get::<Dict<'_>>(name.as_ref()).unwrap_or_default();
                self.layers.show(&layer, Some(ObjectIdentifier::from(id)))
            }),
            Object::Dict(properties) => properties.get_ref(OC).is_none_or(|id| {
                let layer = properties.get::<Dict<'_>>(OC).unwrap_or_default();
                self.layers.show(&layer, Some(ObjectIdentifier::from(id)))
            }),
            _ => true,
        }
    }

    /// A form or a picture that the resources hold.
    fn object(&mut self, object: &Stream<'a>, resources: &Resources<'a>) -> Result<(), Stop> {
        match object.dict().get::<Name<'_>>(SUBTYPE).as_deref() {
            Some(FORM) => self.form(object, resources),
            Some(IMAGE) => {
                self.image(object.dict());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn image(&mut self, image: &Dict<'_>) {
        let side = |short: &[u8], long: &[u8]| image.get::<u32>(short).or_else(|| image.get::<u32>(long));
        let has_size = side(W, WIDTH).is_some_and(|side| side > 0) && side(H, HEIGHT).is_some_and(|side| side > 0);
        if has_size && self.is_shown() && self.layers.show_object(image) {
            self.recorder.ink.images += 1;
        }
    }

    fn form(&mut self, form: &Stream<'a>, resources: &Resources<'a>) -> Result<(), Stop> {
        let dict = form.dict();
        if self.depth >= DEPTH || !self.is_shown() || !self.layers.show_object(dict) {
            return Ok(());
        }
        let (Ok(content), Some(_)) = (form.decoded_data(), dict.get::<[f32; 4]>(BBOX)) else { return Ok(()) };
        let own = dict.get(RESOURCES).map(Resources::new);
        self.depth += 1;
        self.recorder.path.truncate(0);
        self.states.save();
        self.states.now.place *= matrix(dict);
        let shown = self.shown.len();
        self.follow(TypedIter::new(&content), own.as_ref().unwrap_or(resources))?;
        self.shown.truncate(shown);
        self.states.restore();
        self.depth -= 1;
        Ok(())
    }

    /// A note on the page, a filled field for one: its picture is put into its frame.
    fn annotation(&mut self, note: &Dict<'a>, resources: &Resources<'a>) -> Result<(), Stop> {
        if note.get::<u32>(F).unwrap_or(0) & UNSEEN != 0 {
            return Ok(());
        }
        let (Some(form), Some(frame)) = (appearance(note), note.get::<Frame>(RECT)) else { return Ok(()) };
        let Some([left, top, right, bottom]) = form.dict().get::<[f64; 4]>(BBOX) else { return Ok(()) };
        let drawn = matrix(form.dict()).transform_rect_bbox(Rect::new(left, top, right, bottom));
        let x_scale = (frame.x1 - frame.x0) / drawn.width();
        let y_scale = (frame.y1 - frame.y0) / drawn.height();
        let (x, y) = (frame.x0 - x_scale * drawn.x0, frame.y0 - y_scale * drawn.y0);
        self.states.save();
        self.states.now.place *= Affine::new([x_scale, 0.0, 0.0, y_scale, x, y]);
        self.form(&form, resources)?;
        self.states.restore();
        Ok(())
    }
}

/// How an annotation looks: in one way, or in that of its present state.
fn appearance<'a>(note: &Dict<'a>) -> Option<Stream<'a>> {
    match note.get::<Dict<'_>>(AP)?.get::<Object<'_>>(N)? {
        Object::Stream(stream) => Some(stream),
        Object::Dict(states) => {
            let state = note.get::<Name<'_>>(AS).and_then(|state| states.get::<Stream<'_>>(state));
            state.or_else(|| states.get::<Stream<'_>>(b"Off"))
        }
        _ => None,
    }
}

fn matrix(form: &Dict<'_>) -> Affine {
    form.get::<[f64; 6]>(MATRIX).map_or(Affine::IDENTITY, Affine::new)
}

fn affine(numbers: [&Number; 6]) -> Affine {
    Affine::new(numbers.map(Number::as_f64))
}

fn point(x: &Number, y: &Number) -> Point {
    Point::new(x.as_f64(), y.as_f64())
}

type Named<'a> = (Box<[u8]>, Option<Rc<Face<'a>>>);

/// The fonts that a stream has named so far; hardly ever more than a few.
#[derive(Default)]
struct Faces<'a>(Vec<Named<'a>>);

impl<'a> Faces<'a> {
    fn get(&self, name: &[u8]) -> Option<Option<Rc<Face<'a>>>> {
        self.0.iter().find(|(known, _)| **known == *name).map(|(_, face)| face.clone())
    }

    fn keep(&mut self, name: &[u8], face: Option<Rc<Face<'a>>>) -> Option<Rc<Face<'a>>> {
        self.0.push((name.into(), face.clone()));
        face
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hayro_font::hayro_syntax::Pdf;
    use std::sync::Arc;

    /// What is drawn by a content stream on a page that has a form, a layer that is off, and an annotation.
    fn drawn(content: &str) -> Ink {
        let stream =
            |dict: &str, content: &str| format!("<< {dict} /Length {} >>\nstream\n{content}\nendstream", content.len());
        let form = "/Type /XObject /Subtype /Form /BBox [0 0 100 100]";
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [9 0 R] /D << /OFF [9 0 R] >> >> >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Annots [7 0 R 10 0 R] /Resources \
             << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> /Properties << /Off 9 0 R >> \
             /ExtGState << /G << /Font [5 0 R 20] >> >> >> >>"
                .to_owned(),
            stream("", content),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
            stream(&format!("{form} /Matrix [1 0 0 1 50 50]"), "q q BT /F1 10 Tf (f) Tj ET Q 9 0 0 9 0 0 cm"),
            "<< /Type /Annot /Subtype /Widget /Rect [300 300 500 400] /AP << /N 8 0 R >> >>".to_owned(),
            stream(form, "BT /F1 10 Tf (n) Tj ET"),
            "<< /Type /OCG /Name (x) >>".to_owned(),
            "<< /Type /Annot /Subtype /Widget /F 2 /Rect [0 0 50 40] /AP << /N 8 0 R >> >>".to_owned(),
        ];
        let numbered = objects.iter().enumerate().map(|(at, object)| format!("{} 0 obj\n{object}\nendobj\n", at + 1));
        let file = format!("%PDF-1.7\n{}trailer << /Root 1 0 R >>\n%%EOF\n", numbered.collect::<String>());
        let pdf = Pdf::new(Arc::new(file.into_bytes())).unwrap();
        let layers = Layers::of(pdf.xref());
        ink(&pdf.pages()[0], &mut Fonts::default(), &layers)
    }

    /// The letters with their places from the left and from below, and their sizes; but for the annotation's.
    fn letters(content: &str) -> Vec<(String, i32, i32, i32)> {
        let shown = |glyph: super::super::ink::Glyph| {
            let mut text = String::new();
            glyph.text.push_to(&mut text);
            let round = |number: f32| number.round() as i32;
            (text, round(glyph.from[0]), round(800.0 - glyph.from[1]), round(glyph.size))
        };
        let all = drawn(content).glyphs.into_iter().map(shown);
        all.filter(|(text, ..)| text != "n").collect()
    }

    #[test]
    fn letters_stand_where_the_operators_say() {
        let at = |text: &str, x, y, size| (text.to_owned(), x, y, size);
        for (content, wanted) in [
            // The pen goes on by six tenths of the size; spaces, gaps and width change that.
            ("BT /F1 10 Tf 1 0 0 1 10 20 Tm (ab) Tj ET", vec![at("a", 10, 20, 10), at("b", 16, 20, 10)]),
            ("BT /F1 10 Tf 5 Tc 10 20 Td (ab) Tj ET", vec![at("a", 10, 20, 10), at("b", 21, 20, 10)]),
            ("BT /F1 10 Tf 7 Tw (a b) Tj ET", vec![at("a", 0, 0, 10), at(" ", 6, 0, 10), at("b", 19, 0, 10)]),
            ("BT /F1 10 Tf [(a) -1000 (b)] TJ ET", vec![at("a", 0, 0, 10), at("b", 16, 0, 10)]),
            ("BT /F1 10 Tf 50 Tz 3 Ts (ab) Tj ET", vec![at("a", 0, 3, 10), at("b", 3, 3, 10)]),
            // Lines.
            (
                "BT /F1 10 Tf 12 TL 5 90 Td (a) Tj T* (b) Tj (c) ' ET",
                vec![at("a", 5, 90, 10), at("b", 5, 78, 10), at("c", 5, 66, 10)],
            ),
            (
                "BT /F1 10 Tf 0 90 TD 5 -9 TD (a) Tj 0 1 (bc) \" ET",
                vec![at("a", 5, 81, 10), at("b", 5, 72, 10), at("c", 12, 72, 10)],
            ),
            // States, of which too many are given back here.
            ("q 2 0 0 2 0 0 cm BT /F1 10 Tf (a) Tj ET Q Q Q BT (b) Tj ET", vec![at("a", 0, 0, 20), at("b", 0, 0, 1)]),
            ("/G gs BT (a) Tj ET", vec![at("a", 0, 0, 20)]),
            // A form changes nothing behind it.
            ("q /X Do Q BT /F1 10 Tf (a) Tj ET", vec![at("f", 50, 50, 10), at("a", 0, 0, 10)]),
            // Layers.
            ("/OC /Off BDC BT /F1 10 Tf (a) Tj ET /X Do EMC BT /F1 9 Tf (b) Tj ET", vec![at("b", 0, 0, 9)]),
            // Without a font, and with none of that name: plain letters only.
            ("BT 10 0 0 10 0 0 Tm (a) Tj (\\351) Tj ET", vec![at("a", 0, 0, 10)]),
            ("BT /F7 10 Tf (a) Tj ET", vec![at("a", 0, 0, 10)]),
        ] {
            assert_eq!(letters(content), wanted, "{content}");
        }
    }

    #[test]
    fn an_annotation_is_put_into_its_frame() {
        let ink = drawn("");
        assert_eq!(ink.glyphs.len(), 1, "the hidden one is not drawn");
        let (glyph, to) = (&ink.glyphs[0], ink.glyphs[0].to);
        assert_eq!((glyph.from, to, glyph.size), ([300.0, 500.0], [312.0, 500.0], 10.0));
    }

    #[test]
    fn lines_are_strokes_and_flat_shapes() {
        for (content, wanted) in [
            ("10 20 m 110 20 l S", vec![[10.0, 780.0, 110.0, 780.0]]),
            ("10 20 100 1 re f", vec![[10.0, 779.0, 110.0, 780.0]]),
            ("10 20 100 0 re f", vec![[10.0, 780.0, 110.0, 780.0]]),
            ("10 20 100 50 re f", vec![]),
            ("10 20 100 50 re n 10 20 m 12 20 l S", vec![]),
            ("10 20 m 10 70 l 60 70 l s", vec![[10.0, 730.0, 10.0, 780.0], [10.0, 730.0, 60.0, 730.0]]),
            ("/OC /Off BDC 10 20 m 110 20 l S EMC", vec![]),
            ("110 20 l S", vec![]),
        ] {
            assert_eq!(drawn(content).rules, wanted, "{content}");
        }
    }
}
