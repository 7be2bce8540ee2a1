//! The file that a command writes: whole or not at all.

use super::{Context, PARTLY};
use crate::lang::message;
use crate::project::file::{self, WriteError};
use std::io;
use std::path::{Path, PathBuf};

/// Where a command writes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub path: PathBuf,
    /// A file that is there stays as it is, and the command says so.
    pub keep: bool,
}

/// Writes what a command made, or says why not; the exit status. `-o` names the file, so an older one is replaced,
/// in one step and only when the new one is whole; `--keep` forbids that.
///
/// # Errors
/// Where `err` cannot be written.
pub fn write(output: &Output, made: Result<Vec<u8>, String>, status: u8, context: &mut Context<'_>) -> io::Result<u8> {
    let told = match made {
        Err(detail) => context.lang.text_with("cli-unwritten", &[("detail", detail.into())]),
        Ok(bytes) => match put(&output.path, &bytes, !output.keep) {
            Ok(()) => return Ok(status),
            Err(error) => message::plain(&error.message(), context.lang),
        },
    };
    context.complain(&format!("{}: {told}", output.path.display()))?;
    Ok(PARTLY)
}

fn put(path: &Path, bytes: &[u8], replace: bool) -> Result<(), WriteError> {
    // A pipe or a device is written to; a new file in its place would be another thing.
    let is_other = path.metadata().is_ok_and(|data| !data.is_file() && !data.is_dir());
    if is_other { Ok(std::fs::write(path, bytes)?) } else { file::write(path, bytes, replace) }
}
