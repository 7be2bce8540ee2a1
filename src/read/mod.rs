//! Bytes to documents: one reader for each format, picked by content.

pub mod archive;
pub mod build;
mod divide;
pub mod encoding;
pub mod error;
mod flow;
pub mod grid;
pub mod guarded;
mod html;
mod office;
mod pdf;
pub mod picture;
mod salvage;
mod sheet;
pub mod sniff;
pub mod table;
mod text;
mod wire;

use crate::model::source::{Caveat, Document};
use error::ReadError;
use sha2::{Digest as _, Sha256};
use sniff::Kind;
use std::borrow::Cow;
use std::fmt::Write as _;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Reads a file's bytes into a document. `name` is shown to people and never decides the format alone.
///
/// # Errors
/// A [`ReadError`] that says what is wrong with the bytes.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge { limit: MAX_BYTES });
    }
    let whole = whole(bytes);
    let mut document = read_kind(sniff::sniff(&whole, name)?, &whole, name)?;
    finish(&mut document, hash(bytes), matches!(whole, Cow::Owned(_)));
    Ok(document)
}

/// The bytes, or what is left of a zipped document that was cut short, in a form that can be read.
fn whole(bytes: &[u8]) -> Cow<'_, [u8]> {
    salvage::salvage(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

/// Notes which bytes a document was read from (their hash), and whether they were all there.
fn finish(document: &mut Document, hash: String, is_salvaged: bool) {
    document.hash = hash;
    if is_salvaged && !document.caveats.contains(&Caveat::Incomplete) {
        document.caveats.push(Caveat::Incomplete);
    }
}

fn read_kind(kind: Kind, bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    match kind {
        Kind::Text => text::read(bytes, name),
        Kind::Pdf => pdf::read(bytes, name, None),
        Kind::Docx => office::read_docx(bytes, name),
        Kind::OpenDocument => office::read_open_document(bytes, name),
        Kind::Xlsx => sheet::read_xlsx(bytes, name),
        Kind::Csv => sheet::read_csv(bytes, name),
        Kind::Html => html::read(bytes, name),
        Kind::Archive => Err(ReadError::Unsupported("ZIP")),
    }
}

/// SHA-256 of a file's bytes, as lower-case hexadecimal digits.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
