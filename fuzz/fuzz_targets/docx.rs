//! Any bytes as DOCX files, or the text of one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::zipped;

fuzz_target!(|data: &[u8]| {
    zipped(&[], "word/document.xml", data, "a.docx");
});
