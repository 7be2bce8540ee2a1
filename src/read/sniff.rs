//! What kind of file bytes are, by their content; the name only settles what content leaves open.

use super::encoding;
use super::error::ReadError;
use std::io::{Cursor, Read, Seek};

/// The kinds of files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Pdf,
    Docx,
    /// A text document or a spreadsheet of the OpenDocument family.
    OpenDocument,
    Xlsx,
    Html,
    Csv,
    /// An archive of files, to be expanded before reading.
    Archive,
}

/// How many bytes of a text file are looked at.
const SAMPLE: usize = 16 * 1024;

/// The kind of file.
///
/// # Errors
/// [`ReadError::Empty`], [`ReadError::Unsupported`] for formats that are known and not read, [`ReadError::Locked`]
/// for encrypted office files, [`ReadError::NotText`] for programs and other binary files.
pub fn sniff(bytes: &[u8], name: &str) -> Result<Kind, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes[..bytes.len().min(1024)].windows(5).any(|w| w == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_kind(Cursor::new(bytes));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(old_office(bytes));
    }
    const MAGIC: [(&[u8], &str); 13] = [
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"{\\rtf", "RTF"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!", "RAR"),
        (b"\x1f\x8b", "gzip"),
        (b"%!PS", "PostScript"),
        (b"From: <Saved by", "MHTML"),
        (b"SQLite format 3", "SQLite"),
        (b"\xffWPC", "WordPerfect"),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::Unsupported(kind));
    }
    let sample = encoding::decode(&bytes[..text_sample(bytes)])?;
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    if is_html(&sample, &ending) {
        Ok(Kind::Html)
    } else if sample.starts_with("MIME-Version:") && sample.contains("multipart/related") {
        Err(ReadError::Unsupported("MHTML"))
    } else if is_csv(&sample, &ending) {
        Ok(Kind::Csv)
    } else {
        Ok(Kind::Text)
    }
}

/// A sample's length that cuts no UTF-8 character and no UTF-16 unit in two.
fn text_sample(bytes: &[u8]) -> usize {
    if bytes.len() <= SAMPLE {
        return bytes.len();
    }
    let is_start = |at: &usize| bytes[*at] & 0xc0 != 0x80 && at.is_multiple_of(2);
    (SAMPLE - 8..=SAMPLE).rev().find(is_start).unwrap_or(SAMPLE)
}

/// What a ZIP archive is, by the names of its parts.
///
/// # Errors
/// See [`sniff`].
pub fn zip_kind<R: Read + Seek>(file: R) -> Result<Kind, ReadError> {
    let Ok(mut archive) = zip::ZipArchive::new(file) else {
        return Err(ReadError::Damaged("zip".to_owned()));
    };
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml") || has("word/document2.xml") {
        return Ok(Kind::Docx);
    }
    if has("xl/workbook.xml") {
        return Ok(Kind::Xlsx);
    }
    if has("ppt/presentation.xml") {
        return Err(ReadError::Unsupported("PowerPoint (.pptx)"));
    }
    if has("xl/workbook.bin") {
        return Err(ReadError::Unsupported("Excel (.xlsb)"));
    }
    if has("Index/Document.iwa") {
        return Err(ReadError::Unsupported("Pages"));
    }
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // A mimetype that is no text is none; the kind then follows from the parts.
        let _ = part.take(200).read_to_string(&mut mimetype);
    }
    if mimetype.contains("opendocument.text") || mimetype.contains("opendocument.spreadsheet") {
        return Ok(Kind::OpenDocument);
    }
    if mimetype.contains("opendocument") {
        return Err(ReadError::Unsupported("OpenDocument"));
    }
    if mimetype.contains("epub") {
        return Err(ReadError::Unsupported("EPUB"));
    }
    if archive.index_for_name("content.xml").is_some() {
        return Ok(Kind::OpenDocument);
    }
    if archive.index_for_name("[Content_Types].xml").is_some() {
        return Err(ReadError::Damaged("docx".to_owned()));
    }
    Ok(Kind::Archive)
}

/// What an OLE file holds stands in its folder, as UTF-16 names.
fn old_office(bytes: &[u8]) -> ReadError {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr_find(bytes, &name)
    };
    if has("EncryptedPackage") {
        ReadError::Locked
    } else if has("WordDocument") {
        ReadError::Unsupported("Word (.doc)")
    } else if has("Workbook") || has("Book") {
        ReadError::Unsupported("Excel (.xls)")
    } else if has("PowerPoint Document") {
        ReadError::Unsupported("PowerPoint (.ppt)")
    } else {
        ReadError::Unsupported("OLE")
    }
}

fn memchr_find(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

fn is_html(sample: &str, ending: &str) -> bool {
    let start = sample.trim_start_matches('\u{feff}').trim_start();
    if !start.starts_with('<') && ending != "html" && ending != "htm" {
        return false;
    }
    let head: String = start.chars().take(4096).collect::<String>().to_ascii_lowercase();
    const TAGS: [&str; 9] = ["<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<meta ", "<p "];
    TAGS.iter().any(|tag| head.contains(tag))
}

/// Lines that all have the same number of separators, at least one and in at least two lines.
fn is_csv(sample: &str, ending: &str) -> bool {
    let mut lines: Vec<&str> = sample.lines().take(30).collect();
    if sample.len() >= SAMPLE / 2 && lines.len() < 30 {
        lines.pop();
    }
    let lines: Vec<&str> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    if lines.len() < 2 {
        return ending == "csv";
    }
    let same = |separator: char, least: usize| {
        let count = count_outside_quotes(lines[0], separator);
        count >= least && lines.iter().all(|line| count_outside_quotes(line, separator) == count)
    };
    ending == "csv" || same(';', 1) || (lines.len() > 2 && same(',', 3))
}

fn count_outside_quotes(line: &str, separator: char) -> usize {
    let mut quoted = false;
    line.chars()
        .filter(|&c| {
            quoted ^= c == '"';
            c == separator && !quoted
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        let cases: [(&[u8], &str, Result<Kind, ReadError>); 14] = [
            (b"", "a.txt", Err(ReadError::Empty)),
            (b"junk%PDF-1.4", "a.txt", Ok(Kind::Pdf)),
            (b"  <!DOCTYPE html><p>x", "a.txt", Ok(Kind::Html)),
            (b"<?xml version=\"1.0\"?><html><body>", "a.txt", Ok(Kind::Html)),
            (b"Referat af <b>m\xc3\xb8de</b>", "a.txt", Ok(Kind::Text)),
            (b"noget<p>andet", "a.html", Ok(Kind::Html)),
            (b"a;b\n1;2\n", "a.txt", Ok(Kind::Csv)),
            (b"Ja, nej, og, m\xc3\xa5ske\nNej", "a.txt", Ok(Kind::Text)),
            (b"\x89PNG\r\n\x1a\n", "a.pdf", Err(ReadError::Unsupported("PNG"))),
            (b"{\\rtf1", "a.doc", Err(ReadError::Unsupported("RTF"))),
            (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "a.txt", Err(ReadError::NotText)),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
                "a",
                Err(ReadError::Unsupported("Word (.doc)")),
            ),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                "a",
                Err(ReadError::Locked),
            ),
            (b"PK\x03\x04kort", "a.docx", Err(ReadError::Damaged("zip".to_owned()))),
        ];
        for (bytes, name, expected) in cases {
            assert_eq!(sniff(bytes, name), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
