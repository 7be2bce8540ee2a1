//! Any bytes as ZIP archives that were cut short or damaged.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::whole;

fuzz_target!(|data: &[u8]| {
    whole(&[b"PK\x03\x04", data].concat(), "a.zip");
});
