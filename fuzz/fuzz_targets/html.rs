//! Any bytes as HTML files.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::whole;

fuzz_target!(|data: &[u8]| {
    whole(&[b"<html>", data].concat(), "a.html");
});
