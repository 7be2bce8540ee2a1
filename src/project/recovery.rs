//! The copy that is kept while work is not saved, so that a crash costs nothing: one a running program.
//!
//! Each program holds a lock for as long as it runs. A copy whose lock is free was left by one that did not end as it
//! should, and is offered at the next start.

use super::workspace::{self, SaveError, Workspace};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// How many programs at a time keep a copy.
const PLACES: usize = 16;

/// A program's place for its copy; held until it is dropped, or the program ends in whatever way.
#[derive(Debug)]
pub struct Recovery {
    path: PathBuf,
    _lock: File,
}

impl Recovery {
    /// Takes a free place in the folder, one with a copy left behind before an empty one. `None` where the folder
    /// cannot be written to: the program then works without a copy.
    #[must_use]
    pub fn take(folder: &Path) -> Option<Self> {
        std::fs::create_dir_all(folder).ok()?;
        let path = |place: usize| folder.join(format!("recovery-{place}{}", workspace::ENDING));
        let mut places: Vec<usize> = (0..PLACES).collect();
        places.sort_by_key(|place| !path(*place).exists());
        places.into_iter().find_map(|place| {
            let lock = File::create(folder.join(format!("recovery-{place}.lock"))).ok()?;
            match lock.try_lock() {
                Ok(()) => Some(Self { path: path(place), _lock: lock }),
                Err(TryLockError::WouldBlock | TryLockError::Error(_)) => None,
            }
        })
    }

    /// Where the copy stands.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// True where a program that did not end as it should left a copy here.
    #[must_use]
    pub fn is_left(&self) -> bool {
        self.path.exists()
    }
}

/// Writes the copy, over an older one.
///
/// # Errors
/// Where it cannot be written.
pub fn keep(workspace: &Workspace, path: &Path, now: jiff::Timestamp) -> Result<(), SaveError> {
    match workspace::save(workspace, path, None, true, now) {
        // A copy that cannot be read is put aside, not lost: a newer program may have written it.
        Err(SaveError::Foreign(_)) => {
            let aside = path.with_extension("aside.ron");
            std::fs::rename(path, aside).map_err(|error| SaveError::Write(error.into()))?;
            workspace::save(workspace, path, None, true, now).map(drop)
        }
        other => other.map(drop),
    }
}

/// Removes the copy once nothing is unsaved.
pub fn drop_copy(path: &Path) {
    // One that stays is offered at the next start: too much rather than too little.
    let _ = std::fs::remove_file(path);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_has_its_own_place_and_finds_what_was_left() {
        let folder = tempfile::tempdir().unwrap();
        let first = Recovery::take(folder.path()).unwrap();
        let second = Recovery::take(folder.path()).unwrap();
        assert_ne!(first.path(), second.path());
        assert!(!first.is_left());
        keep(&Workspace::default(), second.path(), jiff::Timestamp::UNIX_EPOCH).unwrap();
        let left = second.path().to_owned();
        drop((first, second));
        let next = Recovery::take(folder.path()).unwrap();
        assert_eq!((next.path(), next.is_left()), (left.as_path(), true), "what was left comes first");
        drop_copy(next.path());
        assert!(!next.is_left());
    }

    #[test]
    fn a_copy_that_cannot_be_read_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let place = Recovery::take(folder.path()).unwrap();
        std::fs::write(place.path(), "(version: 99)").unwrap();
        keep(&Workspace::default(), place.path(), jiff::Timestamp::UNIX_EPOCH).unwrap();
        assert!(workspace::load(place.path()).is_ok());
        let aside = std::fs::read_dir(folder.path()).unwrap().flatten();
        assert!(aside.into_iter().any(|entry| std::fs::read_to_string(entry.path()).unwrap() == "(version: 99)"));
    }
}
