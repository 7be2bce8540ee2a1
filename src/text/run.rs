//! How far a text goes on with bytes of one sort: nearly all of a text is passed over sixteen bytes at a look.

/// So many bytes are looked at together.
const BLOCK: usize = 16;

/// How many bytes at the start of a text are all of one sort.
#[inline]
#[must_use]
pub fn leading(bytes: &[u8], is_of_sort: impl Fn(u8) -> bool) -> usize {
    // A block is looked at to its end whatever stands in it, which one instruction can do for all its bytes.
    let all = |block: &&[u8]| block.iter().fold(true, |all, &byte| all & is_of_sort(byte));
    let blocks = bytes.chunks_exact(BLOCK).take_while(all).count() * BLOCK;
    blocks + bytes[blocks..].iter().take_while(|&&byte| is_of_sort(byte)).count()
}

/// The lines of a text as `split('\n')` gives them: at least one, without their ends.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = leading(text.as_bytes(), |byte| byte != b'\n');
        rest = text.get(end + 1..);
        Some(&text[..end])
    })
}

/// Where an ASCII character stands in a text.
pub fn places(text: &str, wanted: u8) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let mut next = 0;
    std::iter::from_fn(move || {
        let at = next + leading(bytes.get(next..)?, |byte| byte != wanted);
        next = at + 1;
        (at < bytes.len()).then_some(at)
    })
}

/// The runs of digits of a text, in order, by where they start and end.
pub fn digits(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + leading(&bytes[at..], |byte| !byte.is_ascii_digit());
        at = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        (at > start).then_some(start..at)
    })
}

/// Does a digit stand anywhere in a text?
#[must_use]
pub fn has_digit(text: &str) -> bool {
    leading(text.as_bytes(), |byte| !byte.is_ascii_digit()) < text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_ends_at_the_first_byte_of_another_sort() {
        for length in 0..70 {
            let text = "x".repeat(length);
            assert_eq!(leading(text.as_bytes(), |byte| byte == b'x'), length);
            assert_eq!(leading((text + "yx").as_bytes(), |byte| byte == b'x'), length);
        }
    }

    #[test]
    fn lines_are_split_at_their_ends() {
        for text in ["", "\n", "a", "a\n", "\na\n\nbæ\r\nen linje, der er længere end en blok\nå"] {
            assert_eq!(lines(text).collect::<Vec<_>>(), text.split('\n').collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_character_is_found_at_each_place() {
        for text in ["", ".", "a", "a.", "..æ., og en lang række af bogstaver. Slut"] {
            let expected: Vec<_> = text.match_indices('.').map(|(at, _)| at).collect();
            assert_eq!(places(text, b'.').collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn digits_stand_in_runs() {
        let runs = |text: &str| digits(text).map(|run| text[run].to_owned()).collect::<Vec<_>>();
        assert_eq!(runs("12. maj på Ærø, kl. 9.05, og mere end 1.514"), ["12", "9", "05", "1", "514"]);
        assert!(runs("Ærø").is_empty() && runs("").is_empty());
        assert!(has_digit("en lang række af bogstaver, så 7") && has_digit("7") && !has_digit("Ærø") && !has_digit(""));
    }
}
