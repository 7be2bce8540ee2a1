//! PDF: ink on pages to a document with paragraphs, tables and the place of each word.

mod columns;
mod contents;
mod continued;
mod device;
mod furniture;
mod heads;
mod join;
mod layout;
mod letters;
mod ruled;
mod source;
#[cfg(test)]
pub(super) mod tests;
mod unruled;
mod words;

use super::build::Builder;
use super::error::ReadError;
use crate::model::source::{Caveat, Document, Format, Page, Span};
use source::{Hayro, Ink, PdfSource};
use std::time::{Duration, Instant};

/// After this time no further page is begun; what was read until then is kept.
const TIME: Duration = Duration::from_secs(30);
/// Pages of one document; what comes after is left out and told.
const PAGES: usize = 3000;

/// Reads a PDF. `password` opens an encrypted one.
///
/// # Errors
/// [`ReadError::Password`], [`ReadError::Scanned`] where there are pictures only, [`ReadError::Damaged`] where no page
/// can be read, [`ReadError::Empty`] where nothing stands on any page.
pub fn read(bytes: &[u8], name: &str, password: Option<&str>) -> Result<Document, ReadError> {
    read_source(&Hayro::open(bytes, password)?, name, is_cut_short(bytes))
}

/// A file that ends without its end mark was cut short on its way.
fn is_cut_short(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    !tail.windows(5).any(|window| window == b"%%EOF")
}

fn read_source(source: &impl PdfSource, name: &str, cut_short: bool) -> Result<Document, ReadError> {
    let count = source.page_count();
    let mut gathered = Gathered::default();
    let start = Instant::now();
    let mut late = false;
    source.for_each_page(PAGES, &mut |index, ink| {
        gathered.add(index, ink);
        late = start.elapsed() > TIME;
        !late
    });
    if late {
        gathered.limits.push("time");
    }
    if count > PAGES {
        gathered.limits.push("pages");
    }
    gathered.finish(name, cut_short)
}

/// What the pages gave so far.
#[derive(Default)]
struct Gathered {
    texts: Vec<(usize, words::PageText)>,
    sizes: Vec<(f32, f32)>,
    lost: Vec<u32>,
    scanned: Vec<u32>,
    limits: Vec<&'static str>,
    letters: usize,
    guessed: usize,
}

impl Gathered {
    fn add(&mut self, index: usize, ink: Option<Ink>) {
        let number = index as u32 + 1;
        let Some(ink) = ink else {
            self.sizes.push((0.0, 0.0));
            self.lost.push(number);
            return;
        };
        self.sizes.push((ink.width, ink.height));
        if ink.cut && !self.limits.contains(&"time") {
            self.limits.push("time");
        }
        let shown = ink.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
        let (letters, guessed) =
            shown.fold((0, 0), |(all, guessed), glyph| (all + 1, guessed + usize::from(!glyph.sure)));
        if letters == 0 && ink.images > 0 {
            self.scanned.push(number);
        }
        self.letters += letters;
        self.guessed += guessed;
        self.texts.push((index, words::page_text(ink)));
    }

    fn finish(self, name: &str, cut_short: bool) -> Result<Document, ReadError> {
        if self.letters == 0 {
            return Err(if let Some(limit) = self.limits.first() {
                ReadError::Limit(limit)
            } else if !self.scanned.is_empty() {
                ReadError::Scanned
            } else if self.lost.is_empty() && !self.sizes.is_empty() {
                ReadError::Empty
            } else {
                ReadError::Damaged("pdf".to_owned())
            });
        }
        let mut builder = Builder::default();
        layout::lay_out(self.texts, &mut builder);
        if !self.lost.is_empty() {
            builder.caveats.push(Caveat::PagesLost(self.lost));
        }
        if !self.scanned.is_empty() {
            builder.caveats.push(Caveat::PagesScanned(self.scanned));
        }
        if cut_short {
            builder.caveats.push(Caveat::Incomplete);
        }
        if self.guessed > 0 {
            builder.caveats.push(Caveat::LettersGuessed);
        }
        builder.caveats.extend(self.limits.into_iter().map(Caveat::Limit));
        let mut document = builder.finish(name, Format::Pdf);
        let is_unreadable = self.guessed * 2 > self.letters && !is_readable(&document.text);
        if is_unreadable || is_signs(&document.text) {
            return Err(ReadError::Unreadable);
        }
        document.pages = pages(&document, &self.sizes);
        Ok(document)
    }
}

/// Each page's part of the text: from its first word to the first word of the next.
fn pages(document: &Document, sizes: &[(f32, f32)]) -> Vec<Page> {
    let end = document.text.len() as u32;
    let mut starts = vec![end; sizes.len() + 1];
    for text_box in &document.boxes {
        let start = &mut starts[text_box.page as usize - 1];
        *start = (*start).min(text_box.span.start);
    }
    // A page without words begins where the next one does.
    for at in (0..sizes.len()).rev() {
        starts[at] = starts[at].min(starts[at + 1]);
    }
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let page = |(at, &(width, height)): (usize, &(f32, f32))| Page {
        span: Span { start: starts[at], end: starts[at + 1] },
        width,
        height,
    };
    sizes.iter().enumerate().map(page).collect()
}

/// True for text of signs: a font whose letters are mapped to whatever came to hand.
fn is_signs(text: &str) -> bool {
    let is_sign = |c: &char| matches!(*c, '\u{2300}'..='\u{2bff}' | '\u{1}'..='\u{8}');
    let shown = text.chars().filter(|c| !c.is_whitespace()).count();
    text.chars().filter(is_sign).count() * 3 > shown
}

/// Guessed letters that make words: mostly letters, and common small words among them.
fn is_readable(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).count();
    let common =
        text.split_whitespace().filter(|w| matches!(*w, "og" | "i" | "at" | "er" | "af" | "på" | "til")).count();
    letters * 10 > text.chars().count() * 7 && common * 50 > text.split_whitespace().count()
}
