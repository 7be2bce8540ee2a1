//! Any bytes as periods in a sentence.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::within;

fuzz_target!(|data: &[u8]| {
    within("Lejre Kommune. I ", data, " afgjorde Ankestyrelsen 40 sager, heraf 12 hjemvist.\n");
});
