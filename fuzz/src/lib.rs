//! What the targets share: reading bytes, and what must hold of whatever comes out.

use sidestil::read::error::ReadError;
use sidestil::worker::reading;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// Reads, extracts and checks bytes; nothing may panic, and all places must lie in the text.
pub fn whole(bytes: &[u8], name: &str) {
    let reading = match reading::read_bytes(bytes, name) {
        Ok(reading) => reading,
        Err(error) => {
            assert!(error != ReadError::Crashed, "crashed");
            return;
        }
    };
    let document = &reading.document;
    for table in &document.tables {
        assert!(table.cells.iter().all(|cell| document.text.get(cell.span.range()).is_some()));
    }
    assert!(document.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    for source in reading.extraction.figures.iter().filter_map(|figure| figure.source()) {
        assert!(source.passage.contains(source.value) && !document.slice(source.value).is_empty());
    }
}

/// Text in the middle of other text.
pub fn within(before: &str, bytes: &[u8], after: &str) {
    whole(format!("{before}{}{after}", String::from_utf8_lossy(bytes)).as_bytes(), "a.txt");
}

/// An archive whose last part is these bytes; bytes that are an archive themselves are taken as they are.
pub fn zipped(parts: &[(&str, &str)], last: &str, bytes: &[u8], name: &str) {
    if bytes.starts_with(b"PK") {
        return whole(bytes, name);
    }
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        // Writing to memory does not fail.
        let _ = writer.start_file(name, SimpleFileOptions::default());
        let _ = writer.write_all(bytes);
    };
    for (name, text) in parts {
        put(name, text.as_bytes());
    }
    put(last, bytes);
    if let Ok(file) = writer.finish() {
        whole(&file.into_inner(), name);
    }
}
