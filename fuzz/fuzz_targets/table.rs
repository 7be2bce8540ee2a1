//! Any bytes as tables in text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::within;

fuzz_target!(|data: &[u8]| {
    within("Lejre Kommune\nAnkestyrelsens afgørelser 2021\n\n", data, "\n\tStadfæstet\tHjemvist\nSEL\t4\t5\n");
});
