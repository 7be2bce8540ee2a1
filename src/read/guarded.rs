//! Reading in a process of its own: a file that exhausts memory, overflows the stack or never ends costs only itself.
//!
//! The process is this same program, called with [`FLAG`]. It gets the file over its standard input, answers over its
//! standard output (see `wire`) and is killed when it takes too long, when it is cancelled, or, on Linux, where a
//! process can be looked at without system calls of our own, when it takes too much memory. On Windows and macOS the
//! deadline alone bounds a file that goes on to ask for memory; running out of it ends the reading process only.
//! Formats whose readers bound themselves are read in the asking process.

use super::error::ReadError;
use super::sniff::{self, Kind};
use super::{MAX_BYTES, finish, hash, pdf, read_kind, whole, wire};
use crate::hands::Hands;
use crate::model::source::Document;
use std::borrow::Cow;
use std::io::Read as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The argument that makes the program a reading process.
pub const FLAG: &str = "--read-worker";
/// The argument after it that keeps the process to one thread.
const ONE_THREAD: &str = "--one-thread";

/// When a reading process is killed. It stops by itself, with what it has, long before.
const DEADLINE: Duration = Duration::from_secs(60);
/// Memory at which a reading process is killed, in bytes.
const MEMORY: u64 = 768 * 1024 * 1024;
/// How often a reading process is looked at.
const LOOK: Duration = Duration::from_millis(10);
/// The stack of the thread that reads.
const STACK: usize = 64 * 1024 * 1024;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Names the program that reads when it is called with [`FLAG`]; the binary does so once, at its start. Without one,
/// as in tests, everything is read in this process.
pub fn set_program(path: PathBuf) {
    // A second call changes nothing: the first program is as good.
    let _ = PROGRAM.set(path);
}

/// The program that [`set_program`] named.
#[must_use]
pub fn program() -> Option<&'static Path> {
    PROGRAM.get().map(PathBuf::as_path)
}

/// How a file is to be read.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// The program to read with; see [`program`].
    pub program: Option<&'a Path>,
    /// Opens an encrypted PDF.
    pub password: Option<&'a str>,
    /// Asked again and again while a process reads; true ends it.
    pub cancelled: Option<&'a dyn Fn() -> bool>,
    /// True where other files are read at the same time: this one then keeps to one thread.
    pub side_by_side: bool,
    /// How many threads find the figures in what was read.
    pub hands: Hands,
    /// Nobody asks for the document's hash.
    pub unhashed: bool,
    /// Work of the caller that can be done while a process reads.
    pub meanwhile: Option<&'a dyn Fn()>,
}

/// Reads a file's bytes as [`super::read`] does, dangerous formats in a process of their own.
///
/// # Errors
/// A [`ReadError`]; [`ReadError::Limit`] and [`ReadError::Crashed`] where the process had to be killed or died.
pub fn read(bytes: &[u8], name: &str, options: Options<'_>) -> Result<Document, ReadError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { limit: MAX_BYTES });
    }
    let whole = whole(bytes);
    let kind = sniff::sniff(&whole, name)?;
    let is_dangerous = matches!(kind, Kind::Pdf | Kind::Xlsx);
    let child = options.program.filter(|_| is_dangerous).and_then(|program| spawn(program, options.side_by_side).ok());
    let hash = || if options.unhashed { String::new() } else { hash(bytes) };
    let mut hashed = None;
    let mut document = match child {
        Some(child) => ask(child, &whole, name, options, || hashed = Some(hash()))?,
        None if is_dangerous => here(&whole, name, kind, options.password, options.side_by_side)?,
        None => read_kind(kind, &whole, name)?,
    };
    finish(&mut document, hashed.unwrap_or_else(hash), matches!(whole, Cow::Owned(_)));
    Ok(document)
}

fn spawn(program: &Path, one_thread: bool) -> std::io::Result<Child> {
    let mut command = Command::new(program);
    command
        .arg(FLAG)
        .args(one_thread.then_some(ONE_THREAD))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command.spawn()
}

/// Reads in this process, on a thread with a large stack; a panic is this file's error.
fn here(bytes: &[u8], name: &str, kind: Kind, password: Option<&str>, one_thread: bool) -> Result<Document, ReadError> {
    let read = || match kind {
        Kind::Pdf => pdf::read_with(bytes, name, password, one_thread),
        kind => read_kind(kind, bytes, name),
    };
    std::thread::scope(|scope| {
        let guarded = || catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(ReadError::Crashed));
        match std::thread::Builder::new().name("reader".to_owned()).stack_size(STACK).spawn_scoped(scope, guarded) {
            Ok(thread) => thread.join().unwrap_or(Err(ReadError::Crashed)),
            Err(_) => Err(ReadError::Limit("memory")),
        }
    })
}

/// Sends a file to a reading process and waits for its answer. What can be done without it is done first:
/// `meanwhile`, and what the options name.
fn ask(
    mut child: Child,
    bytes: &[u8],
    name: &str,
    options: Options<'_>,
    meanwhile: impl FnOnce(),
) -> Result<Document, ReadError> {
    let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(ReadError::Crashed);
    };
    let start = Instant::now();
    let (done, answer) = channel();
    let result = std::thread::scope(|scope| {
        scope.spawn(move || {
            // A process that died before it read everything tells so by its missing answer.
            let _ = send(&mut to, bytes, name, options.password.unwrap_or_default());
        });
        scope.spawn(move || {
            // Nobody waits any more where the process was killed.
            let _ = done.send(part(&mut from).unwrap_or_default());
        });
        meanwhile();
        if let Some(meanwhile) = options.meanwhile {
            meanwhile();
        }
        loop {
            match answer.recv_timeout(LOOK) {
                Ok(answer) => break Ok(answer),
                Err(RecvTimeoutError::Disconnected) => break Err(ReadError::Crashed),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let reason = if options.cancelled.is_some_and(|cancelled| cancelled()) {
                ReadError::Cancelled
            } else if start.elapsed() > DEADLINE {
                ReadError::Limit("time")
            } else if memory(child.id()).is_some_and(|used| used > MEMORY) {
                ReadError::Limit("memory")
            } else {
                continue;
            };
            // Killing ends both threads: their pipes close.
            let _ = child.kill();
            break Err(reason);
        }
    });
    // It has nothing more to say, and giving back its memory takes a while: nobody needs to wait for that.
    let _ = child.kill();
    let _ = std::thread::Builder::new().spawn(move || child.wait());
    wire::decode(&result?, name).unwrap_or(Err(ReadError::Crashed))
}

/// Memory of a process in bytes, where the system shows it as a file.
pub(super) fn memory(process: u32) -> Option<u64> {
    let shown = std::fs::read_to_string(format!("/proc/{process}/statm")).ok()?;
    let pages: u64 = shown.split(' ').nth(1)?.parse().ok()?;
    // Pages of 4 KiB nearly everywhere; where they are larger, the bound is that much tighter than it could be.
    Some(pages * 4096)
}

pub(super) fn send(to: &mut impl std::io::Write, bytes: &[u8], name: &str, password: &str) -> std::io::Result<()> {
    for part in [name.as_bytes(), password.as_bytes(), bytes] {
        to.write_all(&(part.len() as u64).to_le_bytes())?;
        to.write_all(part)?;
    }
    to.flush()
}

/// What [`send`] sent: name, password and bytes.
pub(super) fn receive(input: &mut impl std::io::Read) -> Option<[Vec<u8>; 3]> {
    Some([part(input)?, part(input)?, part(input)?])
}

/// Bytes after their number.
fn part(input: &mut impl std::io::Read) -> Option<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length).ok()?;
    let length = u64::from_le_bytes(length).min(MAX_BYTES);
    // The length is a claim: room for most files and answers is taken at once, more as it comes.
    let mut part = Vec::with_capacity(length.min(1 << 20) as usize);
    input.take(length).read_to_end(&mut part).ok()?;
    (part.len() as u64 == length).then_some(part)
}

/// The reading process: reads one file from standard input and answers on standard output.
#[must_use]
pub fn serve() -> ExitCode {
    // What goes wrong is told in the answer, or by its absence.
    std::panic::set_hook(Box::new(|_| {}));
    let Some([name, password, bytes]) = receive(&mut std::io::stdin().lock()) else { return ExitCode::FAILURE };
    let (name, password) = (String::from_utf8_lossy(&name), String::from_utf8_lossy(&password));
    let password = Some(&*password).filter(|password| !password.is_empty());
    let one_thread = std::env::args_os().nth(2).is_some_and(|flag| flag == ONE_THREAD);
    let result = sniff::sniff(&bytes, &name).and_then(|kind| here(&bytes, &name, kind, password, one_thread));
    match answer(&mut std::io::stdout().lock(), &wire::encode(&result)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Sends an answer after its length, so that the asking process knows its end before this one has ended.
fn answer(to: &mut impl std::io::Write, answer: &[u8]) -> std::io::Result<()> {
    to.write_all(&(answer.len() as u64).to_le_bytes())?;
    to.write_all(answer)?;
    to.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_program_everything_is_read_here() {
        let document = read("Referat".as_bytes(), "a.txt", Options::default()).unwrap();
        assert_eq!((document.text.as_str(), document.hash.len()), ("Referat", 64));
        assert_eq!(read(b"%PDF-1.4 nix", "a.pdf", Options::default()).unwrap_err().key(), "read-damaged");
    }

    /// Any program that ends without an answer stands for one that died.
    #[cfg(unix)]
    #[test]
    fn a_process_that_dies_or_hangs_is_this_file_s_error() {
        let dead = Options { program: Some(Path::new("/bin/false")), ..Options::default() };
        assert_eq!(read(b"%PDF-1.4", "a.pdf", dead).unwrap_err(), ReadError::Crashed);
        let folder = tempfile::tempdir().unwrap();
        let script = folder.path().join("hang");
        std::fs::write(&script, "#!/bin/sh\nexec sleep 30\n").unwrap();
        std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let start = Instant::now();
        let cancelled = || start.elapsed() > Duration::from_millis(60);
        let hung = Options { program: Some(&script), cancelled: Some(&cancelled), ..Options::default() };
        assert_eq!(read(b"%PDF-1.4", "a.pdf", hung).unwrap_err(), ReadError::Cancelled);
        assert!(start.elapsed() < Duration::from_secs(10));
    }
}
