//! Pictures of a PDF's pages, drawn in a process of their own as `guarded` reads: a page that eats memory or never
//! ends costs only itself.
//!
//! The process is this same program, called with [`FLAG`]. It gets the file once and then one request after another;
//! it is killed when a page takes too long, too much memory, or is no longer wanted.

use super::error::ReadError;
use super::guarded::{memory, send};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use std::io::{Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The argument that makes the program a drawing process.
pub const FLAG: &str = "--page-worker";

/// The longest side of a picture, in pixels, and the most pixels of one.
const SIDE: f32 = 8000.0;
const PIXELS: f32 = 16_000_000.0;
/// When the process is killed for one page.
const DEADLINE: Duration = Duration::from_secs(20);
/// Memory at which it is killed, in bytes.
const MEMORY: u64 = 768 * 1024 * 1024;
/// How often the process is looked at while it draws.
const LOOK: Duration = Duration::from_millis(10);
/// The stack of the thread that draws.
const STACK: usize = 64 * 1024 * 1024;

/// A page as pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    /// Red, green, blue, opacity, row by row from the upper left; a page is opaque.
    pub rgba: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({} x {})", self.width, self.height)
    }
}

/// A PDF whose pages are to be drawn.
pub struct Drawer {
    bytes: Arc<Vec<u8>>,
    password: Option<String>,
    process: Option<Process>,
}

/// The process that draws, and what comes back from it.
struct Process {
    child: Child,
    to: ChildStdin,
    answers: Receiver<Result<Picture, ReadError>>,
}

impl Drop for Process {
    fn drop(&mut self) {
        // A process that ended by itself cannot be killed, and needs not.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drawer {
    /// A drawer for a file's bytes. Nothing is started before a page is asked for.
    #[must_use]
    pub fn new(bytes: Vec<u8>, password: Option<String>) -> Self {
        Self { bytes: Arc::new(bytes), password, process: None }
    }

    /// Draws a page (counted from 1) at so many pixels a point, in a process of `program` where one is given.
    /// `cancelled` is asked again and again; true ends the drawing.
    ///
    /// # Errors
    /// A [`ReadError`] for this page; the next page may be drawn all the same.
    pub fn draw(
        &mut self,
        program: Option<&Path>,
        page: u32,
        scale: f32,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Picture, ReadError> {
        let Some(program) = program else {
            return self.here(page, scale);
        };
        if self.process.is_none() {
            self.process = Some(start(program, &self.bytes, self.password.as_deref())?);
        }
        let drawn =
            self.process.as_mut().map_or(Err(ReadError::Crashed), |process| process.draw(page, scale, cancelled));
        // An answer that came keeps the process; without one it is in no state to go on.
        drawn.unwrap_or_else(|error| {
            self.process = None;
            Err(error)
        })
    }

    /// Draws on a thread of this process.
    fn here(&self, page: u32, scale: f32) -> Result<Picture, ReadError> {
        let (bytes, password) = (Arc::clone(&self.bytes), self.password.clone());
        on_large_stack(move || {
            let pdf = open(bytes, password.as_deref())?;
            paint(&pdf, &RenderCache::new(), page, scale)
        })
    }
}

fn start(program: &Path, bytes: &[u8], password: Option<&str>) -> Result<Process, ReadError> {
    let mut command = Command::new(program);
    command.arg(FLAG).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(ReadError::Crashed);
    };
    let (sender, answers) = channel();
    std::thread::Builder::new().name("page pictures".to_owned()).spawn(move || {
        while let Some(answer) = read_answer(&mut from) {
            if sender.send(answer).is_err() {
                return;
            }
        }
    })?;
    let sent = send(&mut to, bytes, "", password.unwrap_or_default());
    let process = Process { child, to, answers };
    sent.map_err(|_| ReadError::Crashed)?;
    Ok(process)
}

impl Process {
    /// The outer error says that the process must go.
    fn draw(
        &mut self,
        page: u32,
        scale: f32,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Result<Picture, ReadError>, ReadError> {
        let request = [page.to_le_bytes(), scale.to_le_bytes()].concat();
        self.to.write_all(&request).and_then(|()| self.to.flush()).map_err(|_| ReadError::Crashed)?;
        let start = Instant::now();
        loop {
            match self.answers.recv_timeout(LOOK) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Disconnected) => return Err(ReadError::Crashed),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if cancelled() {
                return Err(ReadError::Cancelled);
            } else if start.elapsed() > DEADLINE {
                return Err(ReadError::Limit("time"));
            } else if memory(self.child.id()).is_some_and(|used| used > MEMORY) {
                return Err(ReadError::Limit("memory"));
            }
        }
    }
}

/// An answer: 0, width, height and the pixels; or the kind of error.
fn read_answer(from: &mut impl Read) -> Option<Result<Picture, ReadError>> {
    let mut number = || {
        let mut bytes = [0; 4];
        from.read_exact(&mut bytes).ok().map(|()| u32::from_le_bytes(bytes))
    };
    match number()? {
        0 => {
            let (width, height) = (number()? as usize, number()? as usize);
            let size = width.checked_mul(height)?.checked_mul(4).filter(|size| *size <= PIXELS as usize * 8)?;
            let mut rgba = vec![0; size];
            from.read_exact(&mut rgba).ok()?;
            Some(Ok(Picture { width, height, rgba }))
        }
        1 => Some(Err(ReadError::Password)),
        2 => Some(Err(ReadError::Damaged("pdf".to_owned()))),
        _ => Some(Err(ReadError::Crashed)),
    }
}

fn write_answer(out: &mut impl Write, answer: &Result<Picture, ReadError>) -> std::io::Result<()> {
    match answer {
        Ok(picture) => {
            for number in [0, picture.width as u32, picture.height as u32] {
                out.write_all(&number.to_le_bytes())?;
            }
            out.write_all(&picture.rgba)?;
        }
        Err(error) => {
            let kind: u32 = match error {
                ReadError::Password => 1,
                ReadError::Damaged(_) => 2,
                _ => 3,
            };
            out.write_all(&kind.to_le_bytes())?;
        }
    }
    out.flush()
}

/// The drawing process: takes one file from standard input, then draws page after page until the input ends.
#[must_use]
pub fn serve() -> ExitCode {
    // What goes wrong is told in the answer, or by its absence.
    std::panic::set_hook(Box::new(|_| {}));
    let served = on_large_stack(|| {
        let mut input = std::io::stdin().lock();
        let Some([_, password, bytes]) = super::guarded::receive(&mut input) else { return Err(ReadError::Crashed) };
        let password = String::from_utf8(password).ok().filter(|password| !password.is_empty());
        let pdf = open(Arc::new(bytes), password.as_deref());
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        let mut request = [0; 8];
        let mut cache = RenderCache::new();
        let mut drawn = 0_u32;
        while input.read_exact(&mut request).is_ok() {
            let [a, b, c, d, e, f, g, h] = request;
            let (page, scale) = (u32::from_le_bytes([a, b, c, d]), f32::from_le_bytes([e, f, g, h]));
            drawn += 1;
            // What the library keeps of a file has no bound of its own, and a panic leaves it half done.
            if drawn.is_multiple_of(64) {
                cache = RenderCache::new();
            }
            let answer = match &pdf {
                Ok(pdf) => paint(pdf, &cache, page, scale),
                Err(error) => Err(error.clone()),
            };
            if answer.is_err() {
                cache = RenderCache::new();
            }
            write_answer(&mut out, &answer)?;
        }
        Ok(())
    });
    if served.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Does `work` on a thread with a large stack; a panic is [`ReadError::Crashed`].
fn on_large_stack<T: Send>(work: impl FnOnce() -> Result<T, ReadError> + Send) -> Result<T, ReadError> {
    std::thread::scope(|scope| {
        let guarded = || catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(ReadError::Crashed));
        match std::thread::Builder::new().name("page".to_owned()).stack_size(STACK).spawn_scoped(scope, guarded) {
            Ok(thread) => thread.join().unwrap_or(Err(ReadError::Crashed)),
            Err(_) => Err(ReadError::Limit("memory")),
        }
    })
}

fn open(bytes: Arc<Vec<u8>>, password: Option<&str>) -> Result<Pdf, ReadError> {
    match Pdf::new_with_password(bytes, password.unwrap_or_default()) {
        Ok(pdf) => Ok(pdf),
        Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => Err(ReadError::Password),
        Err(error) => Err(ReadError::Damaged(format!("{error:?}"))),
    }
}

fn paint<'a>(pdf: &'a Pdf, cache: &RenderCache<'a>, page: u32, scale: f32) -> Result<Picture, ReadError> {
    let page = (page as usize).checked_sub(1).and_then(|at| pdf.pages().get(at));
    let Some(page) = page else { return Err(ReadError::Damaged("page".to_owned())) };
    let (width, height) = page.render_dimensions();
    let scale = fitting(width, height, scale);
    let settings = InterpreterSettings { warning_sink: Arc::new(|_| {}), ..InterpreterSettings::default() };
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let draw = || hayro::render(page, cache, &settings, &RenderSettings::default(), &size);
    let pixels = catch_unwind(AssertUnwindSafe(draw)).map_err(|_| ReadError::Crashed)?;
    let (width, height) = (usize::from(pixels.width()), usize::from(pixels.height()));
    if width == 0 || height == 0 {
        return Err(ReadError::Damaged("page".to_owned()));
    }
    Ok(Picture { width, height, rgba: pixels.data_as_u8_slice().to_vec() })
}

/// The scale, or the largest one at which a page of this size in points is still drawn.
fn fitting(width: f32, height: f32, scale: f32) -> f32 {
    let longest = width.max(height).max(1.0);
    let area = (width * height).max(1.0);
    let scale = if scale.is_finite() { scale.max(0.05) } else { 1.0 };
    scale.min(SIDE / longest).min((PIXELS / area).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::pdf;

    #[test]
    fn a_page_becomes_pixels() {
        let bytes = pdf::tests::file_with_text("Hjemvist 48");
        let mut drawer = Drawer::new(bytes, None);
        let picture = drawer.draw(None, 1, 2.0, &|| false).unwrap();
        assert_eq!(picture.rgba.len(), picture.width * picture.height * 4);
        assert!(picture.width > 100 && picture.height > 100, "{picture:?}");
        // White paper with ink on it.
        assert_eq!(&picture.rgba[..4], [255; 4]);
        assert!(picture.rgba.chunks(4).any(|pixel| pixel[0] < 100));
        assert_eq!(drawer.draw(None, 2, 2.0, &|| false), Err(ReadError::Damaged("page".to_owned())));
        assert!(Drawer::new(b"%PDF-1.4 nix".to_vec(), None).draw(None, 1, 1.0, &|| false).is_err());
    }

    #[test]
    fn a_picture_is_never_larger_than_its_bounds() {
        for (width, height, scale) in [(595.0, 842.0, 2.0), (1e6, 1e6, 3.0), (1.0, 1e5, f32::NAN), (0.0, 0.0, 1e9)] {
            let fits: f32 = fitting(width, height, scale);
            assert!(fits * width <= SIDE && fits * height <= SIDE && fits * fits * width * height <= PIXELS * 1.01);
        }
        assert!((fitting(595.0, 842.0, 2.0) - 2.0).abs() < f32::EPSILON);
    }

    #[test]
    fn answers_come_back_as_they_were_sent() {
        let picture = Picture { width: 1, height: 2, rgba: vec![1, 2, 3, 4, 5, 6, 7, 8] };
        for answer in [Ok(picture), Err(ReadError::Password), Err(ReadError::Crashed)] {
            let mut bytes = Vec::new();
            write_answer(&mut bytes, &answer).unwrap();
            assert_eq!(read_answer(&mut bytes.as_slice()), Some(answer));
            assert_eq!(read_answer(&mut &bytes[..bytes.len() - 1]), None);
        }
    }

    /// Any program that ends without an answer stands for one that died.
    #[cfg(unix)]
    #[test]
    fn a_process_that_dies_is_this_page_s_error() {
        let mut drawer = Drawer::new(b"%PDF-1.4".to_vec(), None);
        for _ in 0..2 {
            assert_eq!(drawer.draw(Some(Path::new("/bin/false")), 1, 1.0, &|| false), Err(ReadError::Crashed));
        }
    }
}
