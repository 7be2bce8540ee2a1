//! Zipped documents that were cut short on their way: the list of parts stands at the end of such a file, so without
//! it the parts are found one after the other from the beginning.

use std::io::Cursor;
use zip::ZipArchive;

/// The sign before each part, before what follows a part, and before the list of parts.
const PART: [u8; 4] = *b"PK\x03\x04";
const AFTER: [u8; 4] = *b"PK\x07\x08";
const LIST: [u8; 4] = *b"PK\x01\x02";
/// The bytes of a part's head before its name.
const HEAD: usize = 30;
/// So many parts are looked for.
const PARTS: usize = 5000;

/// A part as its head describes it.
struct Part {
    start: usize,
    /// Bytes of the head, name and extra field included.
    head: usize,
    /// Bytes of the packed data that are there.
    packed: usize,
    crc: u32,
    unpacked: u32,
}

/// The file with a list of the parts that are there, the last of which may be cut; `None` where it has a list of its
/// own, or no part.
#[must_use]
pub fn salvage(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(&PART) || ZipArchive::new(Cursor::new(bytes)).is_ok() {
        return None;
    }
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(part) = part(bytes, at).filter(|_| parts.len() < PARTS) {
        at = next(bytes, part.start + part.head + part.packed)?;
        parts.push(part);
    }
    if parts.is_empty() {
        return None;
    }
    let mut out = bytes[..at.min(bytes.len())].to_vec();
    let list = out.len();
    for part in &parts {
        entry(bytes, part, &mut out);
    }
    let size = out.len() - list;
    let count = (parts.len() as u16).to_le_bytes();
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&count);
    out.extend_from_slice(&count);
    out.extend_from_slice(&u32::try_from(size).ok()?.to_le_bytes());
    out.extend_from_slice(&u32::try_from(list).ok()?.to_le_bytes());
    out.extend_from_slice(&[0, 0]);
    Some(out)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// The part whose head stands here.
fn part(bytes: &[u8], start: usize) -> Option<Part> {
    if bytes.get(start..start + 4)? != PART {
        return None;
    }
    let head = HEAD + usize::from(short(bytes, start + 26)?) + usize::from(short(bytes, start + 28)?);
    let data = bytes.get(start + head..)?;
    let (mut crc, mut unpacked) = (long(bytes, start + 14)?, long(bytes, start + 22)?);
    let told = long(bytes, start + 18)? as usize;
    // The size may follow the data instead.
    let follows = short(bytes, start + 6)? & 8 != 0 && told == 0;
    let packed = if follows {
        let end = data.windows(4).position(|sign| [PART, AFTER, LIST].iter().any(|known| sign == known));
        let end = end.unwrap_or(data.len());
        if data.get(end..end + 4) == Some(&AFTER) {
            crc = long(data, end + 4).unwrap_or(crc);
            unpacked = long(data, end + 12).unwrap_or(unpacked);
        }
        end
    } else {
        told.min(data.len())
    };
    Some(Part { start, head, packed, crc, unpacked })
}

/// Where the next part may begin; the end of the file where none does.
fn next(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    if rest.starts_with(&AFTER) { Some((from + 16).min(bytes.len())) } else { Some(from) }
}

/// A part's line in the list.
fn entry(bytes: &[u8], part: &Part, out: &mut Vec<u8>) {
    let name = usize::from(short(bytes, part.start + 26).unwrap_or(0));
    out.extend_from_slice(&LIST);
    // Made by and needed to read: version 2.0.
    out.extend_from_slice(&[20, 0, 20, 0]);
    // The head's flags (without the one that says that the sizes follow) and the way of packing.
    let flags = short(bytes, part.start + 6).unwrap_or(0) & !8;
    out.extend_from_slice(&flags.to_le_bytes());
    out.extend_from_slice(&bytes[part.start + 8..part.start + 14]);
    for number in [part.crc, part.packed as u32, part.unpacked] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(&(name as u16).to_le_bytes());
    out.extend_from_slice(&[0; 12]);
    out.extend_from_slice(&(part.start as u32).to_le_bytes());
    out.extend_from_slice(&bytes[part.start + HEAD..part.start + HEAD + name]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read as _, Write as _};

    fn archive() -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        // Text that does not pack well, so that a cut leaves something of it.
        let noise: String = (0..4000_u32).map(|n| format!("{:x} ", n.wrapping_mul(2_654_435_761))).collect();
        for (name, text) in [("a.xml", "<a>første</a>"), ("b.xml", noise.as_str())] {
            writer.start_file(name, options).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_of_a_cut_archive_are_found_again() {
        let whole = archive();
        assert!(salvage(&whole).is_none() && salvage(b"PK\x03\x04").is_none() && salvage(b"tekst").is_none());
        let mended = salvage(&whole[..whole.len() / 2]).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(mended)).unwrap();
        let mut text = String::new();
        archive.by_name("a.xml").unwrap().read_to_string(&mut text).unwrap();
        assert_eq!(text, "<a>første</a>");
        let mut cut = Vec::new();
        assert!(archive.by_name("b.xml").unwrap().read_to_end(&mut cut).is_err());
        assert!(cut.len() > 1000, "{}", cut.len());
    }

    #[test]
    fn no_cut_panics() {
        let whole = archive();
        for at in (0..whole.len()).step_by(37).chain(whole.len() - 60..whole.len()) {
            let _ = salvage(&whole[..at]);
        }
    }
}
