//! One file from its bytes to its reading: the only place where `read`, `extract` and `check` meet.

use crate::hands;
use crate::model::finding::Message;
use crate::model::reading::Reading;
use crate::model::source::{Document, Format};
use crate::read::archive;
use crate::read::error::ReadError;
pub use crate::read::guarded::Options;
use crate::text::prose;
use crate::{check, extract, read};
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Once;

/// Reads, extracts and checks one file.
///
/// # Errors
/// Where the file cannot be read; a folder is [`ReadError::Folder`].
pub fn read_file(path: &Path) -> Result<Reading, ReadError> {
    read_file_with(path, Options::default())
}

/// As [`read_file`], with a password and a way to end it; the program that reads is ours.
///
/// # Errors
/// See [`read_file`]; [`ReadError::Cancelled`] where it was ended.
pub fn read_file_with(path: &Path, options: Options<'_>) -> Result<Reading, ReadError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    read_with(&bytes_of(path)?, &name, options)
}

/// A file's bytes, also those of a file in an archive.
///
/// # Errors
/// Where there is no such file, or it cannot or must not be read.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, ReadError> {
    if let Some(bytes) = archive::read_member(path) {
        return bytes;
    }
    let data = std::fs::metadata(path)?;
    if data.is_dir() {
        return Err(ReadError::Folder);
    }
    if data.len() > read::MAX_BYTES {
        return Err(ReadError::TooLarge { limit: read::MAX_BYTES });
    }
    Ok(std::fs::read(path)?)
}

/// Reads, extracts and checks the bytes of one file. Never panics: a panic of a reader or a rule is
/// [`ReadError::Crashed`].
///
/// # Errors
/// Where the bytes cannot be read.
pub fn read_bytes(bytes: &[u8], name: &str) -> Result<Reading, ReadError> {
    read_with(bytes, name, Options::default())
}

fn read_with(bytes: &[u8], name: &str, options: Options<'_>) -> Result<Reading, ReadError> {
    guarded(|| {
        let options = Options { program: read::guarded::program(), meanwhile: Some(&load_words), ..options };
        let document = read::guarded::read(bytes, name, options)?;
        let lower = prose::lower(&document);
        let (extraction, prose) = extract::extract_from(&document, &lower, options.hands);
        let report = check::check_from(&document, &prose, &extraction, options.hands);
        Ok(Reading { document: document.into(), extraction, report })
    })
}

/// Loads the words that reading figures needs, once: the files of words are parsed when they are first asked for.
fn load_words() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
        let empty = Document::new("", Format::Text, String::new());
        let _ = check::check(&empty, &extract::extract(&empty));
    });
}

/// True for a path that stands for several files: a folder, or an archive.
#[must_use]
pub fn is_collection(path: &Path) -> bool {
    path.is_dir() || archive::is_archive(path)
}

/// The readable files of a folder or archive, and of those in it, in order of their paths.
///
/// # Errors
/// [`ReadError::Folder`] where it holds none; others where the folder or archive itself cannot be read.
pub fn files_in(collection: &Path) -> Result<Vec<PathBuf>, ReadError> {
    if collection.is_dir() { archive::files_in(collection) } else { archive::members(collection) }
}

/// The sentence for an error, with its values.
#[must_use]
pub fn message(error: &ReadError) -> Message {
    let values = match error {
        ReadError::Io(detail) | ReadError::Damaged(detail) => vec![("detail", detail.clone())],
        ReadError::TooLarge { limit } => vec![("limit", (limit / (1024 * 1024)).to_string())],
        ReadError::Unsupported(kind) => vec![("kind", (*kind).to_owned())],
        ReadError::Limit(limit) => vec![("limit", (*limit).to_owned())],
        _ => vec![],
    };
    Message { key: error.key(), values }
}

thread_local! {
    /// Whether this thread is at work on a document.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work`; a panic in it becomes [`ReadError::Crashed`] and is not printed: its message may quote the document,
/// and the command line promises one line for each file that was not read.
fn guarded<T>(work: impl FnOnce() -> Result<T, ReadError>) -> Result<T, ReadError> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.get() && std::thread::current().name() != Some(hands::NAME) {
                usual(info);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    result.unwrap_or(Err(ReadError::Crashed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_path_has_its_outcome() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["b.txt", "a.TXT", "c.xyz"] {
            std::fs::write(at(name), "Referat").unwrap();
        }
        std::fs::create_dir(at("ingenting")).unwrap();
        let huge = std::fs::File::create(at("stor.txt")).unwrap();
        huge.set_len(read::MAX_BYTES + 1).unwrap();
        for (path, wanted) in [
            (at("væk.txt"), "read-missing"),
            (at("b.txt/væk.txt"), "read-missing"),
            (at("ingenting"), "read-folder"),
            (at("stor.txt"), "read-too-large"),
        ] {
            assert_eq!(read_file(&path).unwrap_err().key(), wanted, "{}", path.display());
        }
        assert_eq!(read_file(&at("b.txt")).unwrap().document.name, "b.txt");
        assert_eq!(files_in(folder.path()).unwrap(), [at("a.TXT"), at("b.txt"), at("stor.txt")]);
        assert_eq!(files_in(&at("ingenting")), Err(ReadError::Folder));
    }

    #[test]
    fn a_document_has_the_hash_of_its_bytes() {
        let reading = read_bytes(b"abc", "abc.txt").unwrap();
        let hash = &reading.document.hash;
        assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_panic_is_the_documents_error() {
        assert_eq!(guarded::<()>(|| panic!("in a reader")), Err(ReadError::Crashed));
        assert_eq!(guarded(|| Ok(1)), Ok(1));
    }
}
