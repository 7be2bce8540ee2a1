//! How a word begins and ends, in a number each: what lists of words are asked by first.

/// The first four bytes of a text in one number, the first uppermost; a shorter text is filled with zeros.
#[inline]
#[must_use]
pub const fn first_four(text: &[u8]) -> u32 {
    match *text {
        [a, b, c, d, ..] => u32::from_be_bytes([a, b, c, d]),
        [a, b, c] => u32::from_be_bytes([a, b, c, 0]),
        [a, b] => u32::from_be_bytes([a, b, 0, 0]),
        [a] => u32::from_be_bytes([a, 0, 0, 0]),
        [] => 0,
    }
}

/// The last four bytes of a text in one number; 0 of a shorter text.
#[inline]
#[must_use]
pub fn last_four(text: &[u8]) -> u32 {
    text.last_chunk().map_or(0, |four| u32::from_be_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_begin_and_end_in_four_bytes() {
        for (word, first, last) in [
            ("sager", *b"sage", *b"ager"),
            ("sag", *b"sag\0", [0; 4]),
            ("på", [b'p', 0xc3, 0xa5, 0], [0; 4]),
            ("i", *b"i\0\0\0", [0; 4]),
            ("", [0; 4], [0; 4]),
        ] {
            assert_eq!(first_four(word.as_bytes()), u32::from_be_bytes(first), "{word}");
            assert_eq!(last_four(word.as_bytes()), u32::from_be_bytes(last), "{word}");
        }
    }
}
