//! The border to the PDF library: pages come out as ink (glyphs and drawn lines), nothing else passes.

use super::device::{Recorder, Stop};
use crate::read::error::ReadError;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt as _, interpret_page};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// A glyph or an unbroken group of letters, as drawn.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub text: String,
    /// Where it starts and ends on its base line, in points from the page's upper left corner.
    pub from: [f32; 2],
    pub to: [f32; 2],
    /// Height of the font in points.
    pub size: f32,
    /// False where the letter had to be guessed.
    pub sure: bool,
}

/// A drawn line, horizontal or vertical: left, top, right, bottom.
pub type Rule = [f32; 4];

/// What is drawn on a page.
#[derive(Debug, Default)]
pub struct Ink {
    pub width: f32,
    pub height: f32,
    pub glyphs: Vec<Glyph>,
    pub rules: Vec<Rule>,
    pub images: u32,
    /// True where a limit cut the page short.
    pub cut: bool,
}

/// A PDF whose pages can be read one by one: all that the layout needs of a PDF library.
pub trait PdfSource {
    fn page_count(&self) -> usize;

    /// Calls `see` with the number of each page (from 0) and its ink; `None` for a page that cannot be read.
    /// Stops after `limit` pages, or when `see` returns false.
    fn for_each_page(&self, limit: usize, see: &mut dyn FnMut(usize, Option<Ink>) -> bool);
}

/// Pages read by hayro.
pub struct Hayro {
    pdf: Pdf,
}

impl Hayro {
    /// Opens a PDF; the empty password is tried where none is given.
    ///
    /// # Errors
    /// [`ReadError::Password`] or [`ReadError::Damaged`].
    pub fn open(bytes: &[u8], password: Option<&str>) -> Result<Self, ReadError> {
        let data = Arc::new(bytes.to_vec());
        let open = || Pdf::new_with_password(data, password.unwrap_or_default());
        match catch_unwind(AssertUnwindSafe(open)) {
            Ok(Ok(pdf)) => Ok(Self { pdf }),
            Ok(Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected))) => Err(ReadError::Password),
            Ok(Err(error)) => Err(ReadError::Damaged(format!("{error:?}"))),
            Err(_) => Err(ReadError::Crashed),
        }
    }
}

impl PdfSource for Hayro {
    fn page_count(&self) -> usize {
        self.pdf.pages().len()
    }

    fn for_each_page(&self, limit: usize, see: &mut dyn FnMut(usize, Option<Ink>) -> bool) {
        let settings = InterpreterSettings { warning_sink: Arc::new(|_| {}), ..InterpreterSettings::default() };
        let mut cache = InterpreterCache::new();
        for (index, page) in self.pdf.pages().iter().enumerate().take(limit) {
            let (width, height) = page.render_dimensions();
            let mut recorder = Recorder::new(width, height);
            let result = catch_unwind(AssertUnwindSafe(|| {
                let transform: Affine = page.initial_transform(true).to_kurbo();
                let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
                let mut context = Context::new(transform, bounds, &cache, self.pdf.xref(), settings.clone());
                interpret_page(page, &mut context, &mut recorder);
            }));
            let ink = match result {
                Ok(()) => Some(recorder.ink),
                // The recorder itself stopped at a limit: what it has is good.
                Err(payload) if payload.is::<Stop>() => Some(Ink { cut: true, ..recorder.ink }),
                Err(_) => {
                    // What a panic left half done must not reach the next page.
                    cache = InterpreterCache::new();
                    None
                }
            };
            if !see(index, ink) {
                return;
            }
        }
    }
}
