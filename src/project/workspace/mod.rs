//! The workspace file, `NAME.sidestil.ron`: which documents, what the user decided about them, what is looked at.
//!
//! The file is text that people can read. It has a version; older ones are brought up to date while they are read,
//! newer and damaged ones are refused and never written over. The figures of each document stand in it too, so that
//! work can go on when a document is gone.

mod old;
mod rows;
mod saved;

pub use self::saved::{SavedDocument, SavedFigure, SavedGap, SavedPassage};
use super::file::{self, WriteError};
use crate::model::correction::Correction;
use crate::model::finding::Message;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::Path;

/// The ending of a workspace file.
pub const ENDING: &str = ".sidestil.ron";

/// The version that this program writes.
pub const VERSION: u32 = 2;

/// All that a workspace file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workspace {
    /// In the order of the list.
    pub documents: Vec<SavedDocument>,
    pub corrections: Vec<Correction>,
    pub view: SavedView,
}

/// What was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    /// The key of the page.
    pub page: String,
    /// What the charts compare, as RON text of its own: a program that does not know a choice still reads the rest.
    pub choice: String,
}

/// Why a workspace was not read. The file must then be left as it is.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("{0}")]
    Unreadable(std::io::Error),
    #[error("{0}")]
    Damaged(String),
    #[error("version {0}")]
    Newer(u32),
}

impl LoadError {
    /// The sentence that tells people what happened and what to do.
    #[must_use]
    pub fn message(&self, path: &Path) -> Message {
        let (key, detail) = match self {
            Self::Unreadable(error) => ("ws-unreadable", error.to_string()),
            Self::Damaged(detail) => ("ws-damaged", detail.clone()),
            Self::Newer(version) => ("ws-newer", version.to_string()),
        };
        Message { key, values: vec![("name", name(path)), ("detail", detail)] }
    }
}

/// A file's name without its folders.
#[must_use]
pub fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// True for a path that is named as workspace files are.
#[must_use]
pub fn is_workspace(path: &Path) -> bool {
    name(path).to_lowercase().ends_with(ENDING)
}

/// Why a workspace was not saved; the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file is there and is not as this program last saw it.
    #[error("another file of that name exists")]
    Exists,
    /// The file is there and cannot be read as a workspace: it is never written over.
    #[error("the file is not a workspace that can be read")]
    Foreign(LoadError),
    #[error(transparent)]
    Write(WriteError),
}

/// Reads a workspace; its bytes' digest tells later whether somebody else has changed the file.
///
/// # Errors
/// Where the file cannot be read, is damaged, or comes from a newer version.
pub fn load(path: &Path) -> Result<(Workspace, String), LoadError> {
    let bytes = std::fs::read(path).map_err(LoadError::Unreadable)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| LoadError::Damaged(error.to_string()))?;
    let mut workspace = parse(text)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    workspace.documents.iter_mut().for_each(|document| document.locate(folder));
    Ok((workspace, digest(&bytes)))
}

/// Reads the text of a workspace of any version.
///
/// # Errors
/// Where it is damaged or of a newer version.
pub fn parse(text: &str) -> Result<Workspace, LoadError> {
    let version = rows::version(text)?;
    match version {
        VERSION => rows::parse(text),
        1 => old::parse(text),
        0 => Err(LoadError::Damaged("version 0".to_owned())),
        newer => Err(LoadError::Newer(newer)),
    }
}

/// Writes a workspace, whole or not at all, and gives the digest of what was written. A file that is there is
/// replaced where it is `seen`, the digest of it as it was last read or written; any other only with `replace`; and one
/// that cannot be read never.
///
/// # Errors
/// Where the file may not be replaced, or the system cannot write it.
pub fn save(
    workspace: &Workspace,
    path: &Path,
    seen: Option<&str>,
    replace: bool,
    now: jiff::Timestamp,
) -> Result<String, SaveError> {
    match std::fs::read(path) {
        Ok(bytes) if seen.is_some_and(|seen| seen == digest(&bytes)) => {}
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes);
            parse(&text).map_err(SaveError::Foreign)?;
            if !replace {
                return Err(SaveError::Exists);
            }
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) if path.exists() => return Err(SaveError::Foreign(LoadError::Unreadable(error))),
        Err(_) => {}
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let text = rows::print(workspace, folder, now).map_err(|e| SaveError::Write(WriteError::Other(e)))?;
    file::sweep(folder);
    file::write(path, text.as_bytes(), true).map_err(SaveError::Write)?;
    Ok(digest(text.as_bytes()))
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests;
