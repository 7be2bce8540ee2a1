//! PDF pages with embedded, subset faces: text is text, and each piece is tagged with its role.

mod faces;
mod shapes;

use crate::chart::drawing::Colour;
use faces::Faces;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::StructRole;
use pdf_writer::writers::StructTreeRoot;
use pdf_writer::{Content, Filter, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr};
use std::io::Write as _;

/// A4, in points.
pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;

/// What a piece of a page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    Heading,
    Subheading,
    Paragraph,
    /// A picture, and what it shows in words.
    Figure(String),
}

impl Role {
    fn name(&self) -> Name<'static> {
        match self {
            Self::Title => Name(b"H1"),
            Self::Heading => Name(b"H2"),
            Self::Subheading => Name(b"H3"),
            Self::Paragraph => Name(b"P"),
            Self::Figure(_) => Name(b"Figure"),
        }
    }

    fn kind(&self) -> StructRole {
        match self {
            Self::Title => StructRole::H1,
            Self::Heading => StructRole::H2,
            Self::Subheading => StructRole::H3,
            Self::Paragraph => StructRole::P,
            Self::Figure(_) => StructRole::Figure,
        }
    }
}

/// Size, weight and colour of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink {
    pub size: f32,
    pub bold: bool,
    pub colour: Colour,
}

/// A page in the making.
struct Sheet {
    content: Content,
    roles: Vec<Role>,
}

/// Pages in the making. Places are in points from the upper left corner.
#[derive(Default)]
pub struct Paper {
    sheets: Vec<Sheet>,
    /// The page that is written on.
    at: usize,
    faces: Faces,
}

/// What a file says about itself.
pub struct About<'a> {
    pub title: &'a str,
    /// `da`, `en`.
    pub language: &'a str,
}

impl Paper {
    /// Begins a page; what follows is put on it.
    pub fn page(&mut self) {
        self.sheets.push(Sheet { content: Content::new(), roles: Vec::new() });
        self.at = self.sheets.len() - 1;
    }

    /// Writes on a page that was begun before, counted from 0.
    pub fn turn_to(&mut self, page: usize) {
        self.at = page.min(self.sheets.len().saturating_sub(1));
    }

    #[must_use]
    pub fn pages(&self) -> usize {
        self.sheets.len()
    }

    fn sheet(&mut self) -> (&mut Sheet, &mut Faces) {
        if self.sheets.is_empty() {
            self.page();
        }
        (&mut self.sheets[self.at], &mut self.faces)
    }

    /// What `draw` puts on the page is one piece with this role.
    pub fn piece(&mut self, role: Role, draw: impl FnOnce(&mut Self)) {
        let (sheet, _) = self.sheet();
        let id = sheet.roles.len() as i32;
        sheet.content.begin_marked_content_with_properties(role.name()).properties().identify(id);
        sheet.roles.push(role);
        draw(self);
        self.sheet().0.content.end_marked_content();
    }

    /// What `draw` puts on the page is no part of its content: lines, grounds, the foot.
    pub fn ornament(&mut self, draw: impl FnOnce(&mut Self)) {
        self.sheet().0.content.begin_marked_content(Name(b"Artifact"));
        draw(self);
        self.sheet().0.content.end_marked_content();
    }

    /// A line of text from the left end of its baseline.
    pub fn text(&mut self, x: f32, y: f32, text: &str, ink: Ink) {
        self.stretched(x, y, text, ink, 100.0);
    }

    /// The same, made wider or narrower, in percent.
    fn stretched(&mut self, x: f32, y: f32, text: &str, ink: Ink, percent: f32) {
        let (sheet, faces) = self.sheet();
        let codes = faces.codes(text, ink.bold);
        let [r, g, b] = solid(ink.colour);
        let content = &mut sheet.content;
        content.begin_text();
        content.set_fill_rgb(r, g, b);
        content.set_font(Faces::name(ink.bold), ink.size);
        content.set_horizontal_scaling(percent);
        content.set_text_matrix([1.0, 0.0, 0.0, 1.0, x, HEIGHT - y]);
        content.show(Str(&codes));
        content.end_text();
    }

    /// A filled rectangle.
    pub fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Colour) {
        let [r, g, b] = solid(colour);
        let content = &mut self.sheet().0.content;
        content.set_fill_rgb(r, g, b).rect(x, HEIGHT - y - height, width, height).fill_nonzero();
    }

    /// The bytes of the file.
    #[must_use]
    pub fn finish(mut self, about: &About<'_>) -> Vec<u8> {
        let mut next = Refs(0);
        let (catalog, tree, info, roots, document) = (next.take(), next.take(), next.take(), next.take(), next.take());
        let fonts = [next.take(), next.take()];
        let mut pdf = Pdf::new();
        let mut pages = Vec::new();
        let mut parents = Vec::new();
        let mut pieces = Vec::new();
        for (number, sheet) in std::mem::take(&mut self.sheets).into_iter().enumerate() {
            let (page, content, parent) = (next.take(), next.take(), next.take());
            let ids: Vec<Ref> = sheet.roles.iter().map(|_| next.take()).collect();
            for ((piece, role), id) in (0i32..).zip(&sheet.roles).zip(&ids) {
                let mut element = pdf.struct_element(*id);
                element.kind(role.kind()).parent(document).page(page);
                if let Role::Figure(alt) = role {
                    element.alt(TextStr(alt));
                }
                element.children().marked_content_id(piece);
            }
            pdf.indirect(parent).array().items(ids.iter().copied());
            let data = packed(&sheet.content.finish());
            pdf.stream(content, &data).filter(Filter::FlateDecode);
            let mut leaf = pdf.page(page);
            leaf.parent(tree).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(content);
            leaf.struct_parents(number as i32);
            let mut resources = leaf.resources();
            let mut faces = resources.fonts();
            faces.pair(Faces::name(false), fonts[0]).pair(Faces::name(true), fonts[1]);
            faces.finish();
            resources.finish();
            leaf.finish();
            pages.push(page);
            parents.push(parent);
            pieces.extend(ids);
        }
        let mut whole = pdf.struct_element(document);
        whole.kind(StructRole::Document).parent(roots);
        whole.children().items_of(&pieces);
        whole.finish();
        let mut root = pdf.indirect(roots).start::<StructTreeRoot>();
        root.child(document);
        let mut numbers = root.parent_tree();
        let mut entries = numbers.nums();
        for (key, parent) in (0i32..).zip(&parents) {
            entries.insert(key, *parent);
        }
        entries.finish();
        numbers.finish();
        root.parent_tree_next_key(parents.len() as i32);
        root.finish();
        pdf.pages(tree).kids(pages.iter().copied()).count(pages.len() as i32);
        let mut first = pdf.catalog(catalog);
        first.pages(tree).lang(TextStr(about.language));
        first.viewer_preferences().display_doc_title(true);
        first.mark_info().marked(true);
        first.pair(Name(b"StructTreeRoot"), roots);
        first.finish();
        pdf.document_info(info).title(TextStr(about.title)).creator(TextStr("Sidestil")).producer(TextStr("Sidestil"));
        for (bold, font) in [(false, fonts[0]), (true, fonts[1])] {
            self.faces.write(&mut pdf, bold, font, || next.take());
        }
        pdf.finish()
    }
}

/// Children of a structure element by their references.
trait Items {
    fn items_of(self, ids: &[Ref]);
}

impl Items for pdf_writer::writers::StructChildren<'_> {
    fn items_of(mut self, ids: &[Ref]) {
        for id in ids {
            self.struct_element(*id);
        }
    }
}

/// Object numbers from 1.
struct Refs(i32);

impl Refs {
    fn take(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// A colour on white paper, each part from 0 to 1.
fn solid(Colour([r, g, b, a]): Colour) -> [f32; 3] {
    let opacity = f32::from(a) / 255.0;
    [r, g, b].map(|part| (f32::from(part) / 255.0).mul_add(opacity, 1.0 - opacity))
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data).and_then(|()| encoder.finish()).expect("writing to memory cannot fail")
}
