//! PDF: ink on pages to a document with paragraphs, tables and the place of each word.

mod banded;
mod beside;
mod bullets;
mod columns;
mod content;
mod contents;
mod continued;
mod fields;
mod fonts;
mod furniture;
mod graphics;
mod groups;
mod heading;
mod heads;
mod ink;
mod join;
mod layers;
mod layout;
mod letters;
mod lists;
mod recorder;
mod rows;
mod ruled;
mod source;
mod style;
#[cfg(test)]
pub(super) mod tests;
mod unruled;
mod words;

use super::build::Builder;
use super::error::ReadError;
use crate::model::source::{Caveat, Document, Format, Page, Span};
use ink::Ink;
use source::{Hayro, PdfSource};
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
    read_with(bytes, name, password, false)
}

/// As [`read`], on one thread where that is wished.
///
/// # Errors
/// See [`read`].
pub fn read_with(bytes: &[u8], name: &str, password: Option<&str>, one_thread: bool) -> Result<Document, ReadError> {
    read_source(&Hayro::open(bytes, password, one_thread)?, name, is_cut_short(bytes))
}

/// A file that ends without its end mark was cut short on its way.
fn is_cut_short(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    !tail.windows(5).any(|window| window == b"%%EOF")
}

fn read_source(source: &impl PdfSource, name: &str, cut_short: bool) -> Result<Document, ReadError> {
    let count = source.page_count();
    let start = Instant::now();
    let pages = source.pages(PAGES, &|| start.elapsed() > TIME, &read_page);
    let mut gathered = Gathered::default();
    if pages.len() < count.min(PAGES) {
        gathered.limits.push("time");
    }
    if count > PAGES {
        gathered.limits.push("pages");
    }
    pages.into_iter().enumerate().for_each(|(index, page)| gathered.add(index, page));
    gathered.finish(name, cut_short)
}

/// What one page gave.
struct PageRead {
    parts: Vec<layout::Part>,
    width: f32,
    height: f32,
    count: words::Count,
    scanned: bool,
    cut: bool,
}

/// All that can be done with a page alone.
fn read_page(ink: Ink) -> PageRead {
    let (width, height, images, cut) = (ink.width, ink.height, ink.images, ink.cut);
    let text = words::page_text(ink);
    let count = text.count;
    PageRead { parts: layout::parts(text), width, height, count, scanned: count.letters == 0 && images > 0, cut }
}

/// What the pages gave together.
#[derive(Default)]
struct Gathered {
    parts: Vec<(usize, Vec<layout::Part>)>,
    sizes: Vec<(f32, f32)>,
    lost: Vec<u32>,
    scanned: Vec<u32>,
    limits: Vec<&'static str>,
    count: words::Count,
}

impl Gathered {
    fn add(&mut self, index: usize, page: Option<PageRead>) {
        let number = index as u32 + 1;
        let Some(page) = page else {
            self.sizes.push((0.0, 0.0));
            self.lost.push(number);
            return;
        };
        self.sizes.push((page.width, page.height));
        if page.cut && !self.limits.contains(&"time") {
            self.limits.push("time");
        }
        if page.scanned {
            self.scanned.push(number);
        }
        self.count.letters += page.count.letters;
        self.count.guessed += page.count.guessed;
        self.parts.push((index, page.parts));
    }

    fn finish(self, name: &str, cut_short: bool) -> Result<Document, ReadError> {
        if self.count.letters == 0 {
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
        layout::lay_out(self.parts, &mut builder);
        if !self.lost.is_empty() {
            builder.caveats.push(Caveat::PagesLost(self.lost));
        }
        if !self.scanned.is_empty() {
            builder.caveats.push(Caveat::PagesScanned(self.scanned));
        }
        if cut_short {
            builder.caveats.push(Caveat::Incomplete);
        }
        if self.count.guessed > 0 {
            builder.caveats.push(Caveat::LettersGuessed);
        }
        builder.caveats.extend(self.limits.into_iter().map(Caveat::Limit));
        let mut document = builder.finish(name, Format::Pdf);
        let is_unreadable = self.count.guessed * 2 > self.count.letters && !is_readable(&document.text);
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
