//! The Danish months, as words.

/// The Danish months in order, long forms; a short form is a month's first three letters.
pub const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// The number, from 1, of a month in lower case, long or cut to three or four letters.
#[must_use]
pub fn month(word: &str) -> Option<u8> {
    // The first three letters say which month it can be: nearly every word of a text ends here.
    let at = match word.as_bytes().first_chunk()? {
        b"jan" => 0,
        b"feb" => 1,
        b"mar" => 2,
        b"apr" => 3,
        b"maj" => 4,
        b"jun" => 5,
        b"jul" => 6,
        b"aug" => 7,
        b"sep" => 8,
        b"okt" => 9,
        b"nov" => 10,
        b"dec" => 11,
        _ => return None,
    };
    let month = MONTHS[at];
    (month == word || (matches!(word.len(), 3 | 4) && month.starts_with(word))).then_some(at as u8 + 1)
}
