//! The parts of a zipped document, unpacked within limits.

use crate::read::encoding;
use crate::read::error::ReadError;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// One part may unpack to this many bytes, whatever its header claims.
const PART: u64 = 128 * 1024 * 1024;
/// So many parts may stand in a document.
const PARTS: usize = 5000;

/// A zipped document.
pub struct Parts<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// True once a part was found cut short.
    pub incomplete: bool,
}

impl<'b> Parts<'b> {
    /// # Errors
    /// [`ReadError::Damaged`] without a readable list of parts, [`ReadError::Limit`] with too many of them.
    pub fn new(bytes: &'b [u8]) -> Result<Self, ReadError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| ReadError::Damaged(error.to_string()))?;
        if archive.len() > PARTS {
            return Err(ReadError::Limit("parts"));
        }
        Ok(Self { archive, incomplete: false })
    }

    /// The text of a part; `None` where there is no such part. Of a damaged part, what comes before the damage.
    ///
    /// # Errors
    /// [`ReadError::Locked`], [`ReadError::Limit`], or [`ReadError::Damaged`] where nothing can be read.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(ReadError::Locked);
            }
            Err(error) => return Err(ReadError::Damaged(error.to_string())),
        };
        let mut bytes = Vec::new();
        if let Err(error) = part.take(PART + 1).read_to_end(&mut bytes) {
            if bytes.is_empty() {
                return Err(ReadError::Damaged(error.to_string()));
            }
            self.incomplete = true;
        }
        if bytes.len() as u64 > PART {
            return Err(ReadError::Limit("size"));
        }
        match encoding::decode(&bytes) {
            Ok(text) => Ok(Some(text.into_owned())),
            Err(_) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
}
