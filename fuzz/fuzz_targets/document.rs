//! Any bytes as whole documents of words.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sidestil_fuzz::within;

fuzz_target!(|data: &[u8]| {
    within("Referat, Lejre Kommune, Socialudvalget, 12-05-2022\n", data, "\nBeslutning\nTaget til efterretning.\n");
});
