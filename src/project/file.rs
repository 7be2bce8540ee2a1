//! Writing a file whole or not at all, and never over another one unasked.

use crate::model::finding::Message;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::time::Duration;

/// How new files are named until they are whole.
const NEW: &str = ".sidestil-";
/// After this time a file that never became whole is rubbish: its writer was killed.
const STALE: Duration = Duration::from_secs(3600);

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("a file of that name exists")]
    Exists,
    #[error("the folder does not exist")]
    NoFolder,
    #[error("the folder may not be written to")]
    Denied,
    #[error("the disk is full")]
    Full,
    #[error("{0}")]
    Other(std::io::Error),
}

impl WriteError {
    /// The sentence that tells people what happened and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        let (key, values) = match self {
            Self::Exists => ("app-write-exists", vec![]),
            Self::NoFolder => ("app-write-no-folder", vec![]),
            Self::Denied => ("app-write-denied", vec![]),
            Self::Full => ("app-write-full", vec![]),
            Self::Other(error) => ("app-write-other", vec![("detail", error.to_string())]),
        };
        Message { key, values }
    }
}

impl From<std::io::Error> for WriteError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::NoFolder,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Other(error),
        }
    }
}

/// Writes the bytes to a new file in the same folder and then gives it the name, so that a crash or a full disk
/// leaves either the old file or the new one. An existing file stays unless `replace` is true.
///
/// # Errors
/// [`WriteError::Exists`] where a file is there and may not be replaced; else what the system said.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), WriteError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !replace && path.exists() {
        return Err(WriteError::Exists);
    }
    let mut new = tempfile::Builder::new().prefix(NEW).tempfile_in(folder)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    open_to_others(new.path());
    let kept = if replace { new.persist(path) } else { new.persist_noclobber(path) };
    kept.map(drop).map_err(|error| WriteError::from(error.error))?;
    settle(folder);
    Ok(())
}

/// Removes what writers that were killed left in a folder.
pub fn sweep(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let old = || entry.metadata().and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
        if entry.file_name().to_string_lossy().starts_with(NEW) && old().is_some_and(|age| age > STALE) {
            // What cannot be removed does no harm: it is swept another time.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Makes the new name as lasting as the file's bytes: it stands in the folder, which is written on its own.
#[cfg(unix)]
fn settle(folder: &Path) {
    // A file system without this keeps the name all the same, a little later.
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
}

#[cfg(not(unix))]
fn settle(_folder: &Path) {}

/// Temporary files are made for their owner alone; a picture is meant to be passed on.
#[cfg(unix)]
fn open_to_others(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    // A folder that forbids this keeps the narrower rights: the file is there all the same.
    let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn open_to_others(_path: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("billede.png");
        write(&path, b"one", false).unwrap();
        assert!(matches!(write(&path, b"two", false), Err(WriteError::Exists)));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write(&path, b"two", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
    }

    #[test]
    fn what_a_killed_writer_left_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [".sidestil-old", ".sidestil-new", "minutes.txt"] {
            let file = std::fs::File::create(at(name)).unwrap();
            if name != ".sidestil-new" {
                file.set_modified(std::time::SystemTime::now() - STALE * 2).unwrap();
            }
        }
        sweep(folder.path());
        assert!(!at(".sidestil-old").exists() && at(".sidestil-new").exists() && at("minutes.txt").exists());
    }

    #[test]
    fn a_missing_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let error = write(&folder.path().join("væk/billede.png"), b"x", false).unwrap_err();
        assert_eq!(error.message().key, "app-write-no-folder");
    }

    #[test]
    fn kinds_of_trouble_have_their_own_words() {
        for (kind, key) in [
            (ErrorKind::PermissionDenied, "app-write-denied"),
            (ErrorKind::StorageFull, "app-write-full"),
            (ErrorKind::Other, "app-write-other"),
        ] {
            assert_eq!(WriteError::from(std::io::Error::from(kind)).message().key, key);
        }
    }
}
