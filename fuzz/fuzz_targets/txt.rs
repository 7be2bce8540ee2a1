//! Any bytes as text files.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::whole;

fuzz_target!(|data: &[u8]| {
    whole(data, "a.txt");
});
