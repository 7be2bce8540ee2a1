//! Any bytes as ODT and ODS files, or the text of one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::zipped;

fuzz_target!(|data: &[u8]| {
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.text")], "content.xml", data, "a.odt");
});
