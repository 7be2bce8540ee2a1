//! Bytes to documents: one reader for each format, picked by content.

pub mod error;

use crate::model::source::{Document, Format};
use error::ReadError;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Reads a file's bytes into a document. `name` is shown to people and never decides the format alone.
///
/// # Errors
/// A [`ReadError`] that says what is wrong with the bytes.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ReadError::NotText)?;
    Ok(Document::new(name, Format::Text, text.to_owned()))
}
