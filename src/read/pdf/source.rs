//! The border to the PDF library: pages come out as ink (glyphs and drawn lines), nothing else passes.

use super::device::{Recorder, Stop};
use super::letters::Letters;
use crate::read::error::ReadError;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt as _, interpret_page};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

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

/// A document of so few pages is read sooner than a second thread has its fonts.
const FEW: usize = 3;
/// So many pages the second thread may be ahead: what bounds its memory.
const AHEAD: usize = 4;
/// The stack of the second thread, in bytes, as large as the first one's.
const STACK: usize = 64 * 1024 * 1024;

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

    /// Every second page is read on a thread of its own, a few pages ahead: both halves share the file alone.
    fn for_each_page(&self, limit: usize, see: &mut dyn FnMut(usize, Option<Ink>) -> bool) {
        let pages = &self.pdf.pages()[..self.page_count().min(limit)];
        let two = pages.len() > FEW && std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1);
        std::thread::scope(|scope| {
            let (send, second) = sync_channel(AHEAD);
            let ahead = move || {
                let mut drawer = Drawer::new(&self.pdf);
                // Where nobody takes a page any more, no further one is read.
                pages.iter().skip(1).step_by(2).all(|page| send.send(drawer.ink(page)).is_ok())
            };
            if two {
                // Without the thread its pages are read here.
                let _ = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, ahead);
            } else {
                drop(ahead);
            }
            let mut drawer = Drawer::new(&self.pdf);
            for (index, page) in pages.iter().enumerate() {
                let read = if index % 2 == 1 { second.recv().ok() } else { None };
                if !see(index, read.unwrap_or_else(|| drawer.ink(page))) {
                    return;
                }
            }
        });
    }
}

/// Reads pages one after another; fonts are kept from page to page.
struct Drawer<'p> {
    pdf: &'p Pdf,
    settings: InterpreterSettings,
    cache: InterpreterCache<'p>,
    letters: Letters,
}

impl<'p> Drawer<'p> {
    fn new(pdf: &'p Pdf) -> Self {
        let settings = InterpreterSettings { warning_sink: Arc::new(|_| {}), ..InterpreterSettings::default() };
        Self { pdf, settings, cache: InterpreterCache::new(), letters: Letters::default() }
    }

    /// What is drawn on a page; `None` where it cannot be read.
    fn ink(&mut self, page: &Page<'p>) -> Option<Ink> {
        let (width, height) = page.render_dimensions();
        let mut recorder = Recorder::new(width, height, &mut self.letters);
        let result = catch_unwind(AssertUnwindSafe(|| {
            let transform: Affine = page.initial_transform(true).to_kurbo();
            let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            let mut context = Context::new(transform, bounds, &self.cache, self.pdf.xref(), self.settings.clone());
            interpret_page(page, &mut context, &mut recorder);
        }));
        match result {
            Ok(()) => Some(recorder.ink),
            // The recorder itself stopped at a limit: what it has is good.
            Err(payload) if payload.is::<Stop>() => Some(Ink { cut: true, ..recorder.ink }),
            Err(_) => {
                // What a panic left half done must not reach the next page.
                self.cache = InterpreterCache::new();
                self.letters = Letters::default();
                None
            }
        }
    }
}
