//! The border to the PDF library: pages come out as ink (glyphs and drawn lines), nothing else passes.

use super::content;
use super::fonts::Fonts;
use super::ink::Ink;
use super::layers::Layers;
use crate::read::error::ReadError;
use hayro_font::hayro_syntax::page::Page;
use hayro_font::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A PDF whose pages can be read one by one: all that the layout needs of a PDF library.
pub trait PdfSource {
    fn page_count(&self) -> usize;

    /// Makes something of the ink of each page, in their order; `None` for a page that cannot be read. Stops after
    /// `limit` pages, or when `stop` says so. Pages may be read at the same time.
    fn pages<T: Send>(
        &self,
        limit: usize,
        stop: &(impl Fn() -> bool + Sync),
        make: &(impl Fn(Ink) -> T + Sync),
    ) -> Vec<Option<T>>;
}

/// A document of so few pages is read sooner than a second thread has its fonts.
const FEW: usize = 3;
/// The stack of the second thread, in bytes, as large as the first one's.
const STACK: usize = 64 * 1024 * 1024;

/// Pages read by hayro.
pub struct Hayro {
    pdf: Pdf,
    one_thread: bool,
}

impl Hayro {
    /// Opens a PDF; the empty password is tried where none is given.
    ///
    /// # Errors
    /// [`ReadError::Password`] or [`ReadError::Damaged`].
    pub fn open(bytes: &[u8], password: Option<&str>, one_thread: bool) -> Result<Self, ReadError> {
        let data = Arc::new(bytes.to_vec());
        let open = || Pdf::new_with_password(data, password.unwrap_or_default());
        match catch_unwind(AssertUnwindSafe(open)) {
            Ok(Ok(pdf)) => Ok(Self { pdf, one_thread }),
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

    /// Two threads take the next page by turns: they share the file alone, and each has fonts of its own.
    fn pages<T: Send>(
        &self,
        limit: usize,
        stop: &(impl Fn() -> bool + Sync),
        make: &(impl Fn(Ink) -> T + Sync),
    ) -> Vec<Option<T>> {
        let pages = &self.pdf.pages()[..self.page_count().min(limit)];
        let layers = Layers::of(self.pdf.xref());
        let next = AtomicUsize::new(0);
        let take = || {
            let mut drawer = Drawer { layers: &layers, fonts: Fonts::default() };
            let mut done = Vec::new();
            while !stop() {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(page) = pages.get(index) else { break };
                done.push((index, drawer.page(page, make)));
            }
            done
        };
        let two = !self.one_thread
            && pages.len() > FEW
            && std::thread::available_parallelism().is_ok_and(|cores| cores.get() > 1);
        let done = std::thread::scope(|scope| {
            // Where there is no second thread, the first one takes all pages.
            let spawn = || std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, take).ok();
            let second = if two { spawn() } else { None };
            let mut done = take();
            done.extend(second.and_then(|thread| thread.join().ok()).unwrap_or_default());
            done
        });
        let mut all = Vec::new();
        // A page that was begun and has no outcome is one that cannot be read.
        all.resize_with(next.into_inner().min(pages.len()), || None);
        done.into_iter().for_each(|(index, page)| all[index] = page);
        all
    }
}

/// Reads pages one after another; fonts are kept from page to page.
struct Drawer<'p> {
    layers: &'p Layers,
    fonts: Fonts<'p>,
}

impl<'p> Drawer<'p> {
    /// What is made of a page's ink; `None` where it cannot be read.
    fn page<T>(&mut self, page: &Page<'p>, make: impl Fn(Ink) -> T) -> Option<T> {
        let made = catch_unwind(AssertUnwindSafe(|| make(content::ink(page, &mut self.fonts, self.layers))));
        if made.is_err() {
            // What a panic left half done must not reach the next page.
            self.fonts = Fonts::default();
        }
        made.ok()
    }
}
