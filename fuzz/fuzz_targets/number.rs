//! Any bytes as numbers in a sentence.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::within;

fuzz_target!(|data: &[u8]| {
    within("Lejre Kommune. I 2021 afgjorde Ankestyrelsen ", data, " sager, heraf 12 hjemvist.\n");
});
