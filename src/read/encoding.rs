//! Bytes of a text file to characters: byte-order mark, UTF-16 without one, UTF-8, then the old 8-bit sets.

use super::error::ReadError;
use crate::text::run;
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How many bytes are looked at to recognise an encoding without a mark.
const SAMPLE: usize = 64 * 1024;

/// Decodes the bytes of a text file; the byte-order mark is dropped, line ends stay as they are.
///
/// # Errors
/// [`ReadError::NotText`] where the bytes are no text in any encoding that Danish files use.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let text = if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0
    } else if let Some(encoding) = utf16_without_mark(bytes) {
        encoding.decode_without_bom_handling(bytes).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else if looks_binary(bytes) {
        return Err(ReadError::NotText);
    } else {
        decode_8bit(bytes)
    };
    if is_text(&text) { Ok(text) } else { Err(ReadError::NotText) }
}

/// The text in the form all readers hand on: NFC, `\n` as the only line end, no invisible characters.
///
/// Lines keep their numbers: nothing is joined or split.
#[must_use]
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = odd_blank(rest) {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let mut chars = tail.chars();
        match chars.next() {
            Some('\r') => {
                out.push('\n');
                rest = chars.as_str();
                rest = rest.strip_prefix('\n').unwrap_or(rest);
            }
            Some(blank) if is_narrow(blank) => {
                rest = chars.as_str();
                let next = rest.chars().next();
                out.push(if is_in_number(out.chars().next_back(), next) { blank } else { ' ' });
            }
            _ => rest = chars.as_str(),
        }
    }
    out.push_str(rest);
    // What stands before U+0300 is in this form whatever stands beside it; a byte from 0xcc on begins what does not.
    let mut at = 0;
    let others = std::iter::from_fn(|| {
        at += run::leading(&out.as_bytes()[at..], |byte| byte < 0xcc);
        let other = out[at..].chars().next()?;
        at += other.len_utf8();
        Some(other)
    });
    if is_nfc_quick(others) == IsNormalized::Yes { out } else { out.nfc().collect() }
}

/// Where a carriage return, a narrow blank or an invisible character stands; outside ASCII three bytes begin them.
fn odd_blank(text: &str) -> Option<usize> {
    let odd = |c: char| is_narrow(c) || is_invisible(c);
    let plain = |byte: u8| (byte != b'\r') & (byte != 0) & (byte != 0xc2) & (byte != 0xe2) & (byte != 0xef);
    let mut at = 0;
    loop {
        at += run::leading(&text.as_bytes()[at..], plain);
        let c = text[at..].chars().next()?;
        if c.is_ascii() || odd(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

/// Blanks at which no line is broken, and narrow ones: outside numbers they say what an ordinary blank says.
#[must_use]
pub fn is_narrow(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{200a}' | '\u{202f}')
}

/// True between two digits, where a blank groups thousands.
#[must_use]
pub fn is_in_number(before: Option<char>, after: Option<char>) -> bool {
    [before, after].iter().all(|c| c.is_some_and(|c| c.is_ascii_digit()))
}

/// Characters without width that only steer how a line is broken; they would split words and numbers.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\0' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// UTF-16 shows as zero bytes on one side only: Danish text is nearly all below U+0100.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let pairs = sample.len() / 2;
    if pairs == 0 || !bytes.len().is_multiple_of(2) || !sample.contains(&0) {
        return None;
    }
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let mostly = pairs - pairs / 5;
    if low_first >= mostly && high_first * 20 <= pairs {
        Some(UTF_16LE)
    } else if high_first >= mostly && low_first * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn looks_binary(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(SAMPLE)].contains(&0)
}

/// A text of an 8-bit set. The old DOS and Macintosh sets are told by where their Danish letters stand.
fn decode_8bit(bytes: &[u8]) -> Cow<'_, str> {
    // æ ø å Æ Ø Å
    const WINDOWS: [u8; 6] = [0xe6, 0xf8, 0xe5, 0xc6, 0xd8, 0xc5];
    const DOS: [u8; 6] = [0x91, 0x9b, 0x86, 0x92, 0x9d, 0x8f];
    const MAC: [u8; 6] = [0xbe, 0xbf, 0x8c, 0xae, 0xaf, 0x81];
    let [windows, dos, mac] = [WINDOWS, DOS, MAC].map(|letters| letters_in_words(bytes, &letters));
    if dos > 2 * windows && dos > mac {
        return Cow::Owned(
            bytes.iter().map(|&b| CP850.get(usize::from(b).wrapping_sub(128)).copied().unwrap_or(b as char)).collect(),
        );
    }
    if mac > 2 * windows && mac > dos {
        return MACINTOSH.decode_without_bom_handling(bytes).0;
    }
    if windows > 0 {
        return WINDOWS_1252.decode_without_bom_handling(bytes).0;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"dk"), chardetng::Utf8Detection::Deny);
    let encoding = if encoding == UTF_8 { WINDOWS_1252 } else { encoding };
    encoding.decode_without_bom_handling(bytes).0
}

/// How often one of these bytes stands beside a small ASCII letter or between a word's start and one.
fn letters_in_words(bytes: &[u8], letters: &[u8; 6]) -> usize {
    let is_letter = |at: Option<usize>| at.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_alphabetic);
    bytes
        .iter()
        .enumerate()
        .filter(|(i, b)| {
            letters.contains(b) && is_letter(Some(i + 1)) && (is_letter(i.checked_sub(1)) || starts_word(bytes, *i))
        })
        .count()
}

fn starts_word(bytes: &[u8], at: usize) -> bool {
    at == 0 || bytes[at - 1].is_ascii_whitespace()
}

/// True unless control characters show that the bytes were never meant as text.
fn is_text(text: &str) -> bool {
    // Most texts hold no such character at all, which their bytes tell sooner.
    let bytes = text.as_bytes();
    let control = |b: u8| (b < b' ') & (b != b'\t') & (b != b'\n') & (b != b'\r') | (b == 0x7f);
    let wide = |a: u8, b: u8| (a == 0xc2) & (b < 0xa0) | (a == 0xef) & (b == 0xbf);
    let may_be_odd = bytes.iter().fold(false, |odd, b| odd | control(*b))
        || bytes.iter().zip(bytes.iter().skip(1)).fold(false, |odd, (a, b)| odd | wide(*a, *b));
    if !may_be_odd {
        return true;
    }
    let mut seen = 0usize;
    let mut odd = 0usize;
    for c in text.chars().take(SAMPLE) {
        seen += 1;
        if (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')) || c == '\u{fffd}' {
            odd += 1;
        }
    }
    odd * 50 <= seen
}

/// The upper half of code page 850, which Danish DOS programs wrote.
#[rustfmt::skip]
const CP850: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å',
    'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ',
    'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®', '¬', '½', '¼', '¡', '«', '»',
    '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥', '┐',
    '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤',
    'ð', 'Ð', 'Ê', 'Ë', 'È', 'ı', 'Í', 'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀',
    'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ', 'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´',
    '\u{ad}', '±', '‗', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³', '²', '■', '\u{a0}',
];

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Ankestyrelsen afgjorde på området 12 sager, og én blev hjemvist.\r\nÆldre: § 83 – færre end før. Ålborg, Øst.";

    #[test]
    fn every_encoding_gives_the_same_text() {
        let utf16 = |big: bool| -> Vec<u8> {
            TEXT.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let plain = TEXT.replace('–', "-");
        let cases: Vec<(&str, Vec<u8>, &str)> = vec![
            ("utf-8", TEXT.into(), TEXT),
            ("utf-8 with mark", [b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), TEXT),
            ("utf-16le with mark", [b"\xff\xfe", utf16(false).as_slice()].concat(), TEXT),
            ("utf-16be with mark", [b"\xfe\xff", utf16(true).as_slice()].concat(), TEXT),
            ("utf-16le", utf16(false), TEXT),
            ("utf-16be", utf16(true), TEXT),
            ("windows-1252", WINDOWS_1252.encode(TEXT).0.into_owned(), TEXT),
            ("macintosh", plain.chars().map(mac_byte).collect(), &plain),
            ("code page 850", plain.chars().map(dos_byte).collect(), &plain),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(decode(&bytes).as_deref(), Ok(expected), "{name}");
        }
    }

    fn dos_byte(c: char) -> u8 {
        CP850.iter().position(|&p| p == c).map_or(c as u8, |at| at as u8 + 128)
    }

    fn mac_byte(c: char) -> u8 {
        (0..=255u8).find(|&b| MACINTOSH.decode_without_bom_handling(&[b]).0.starts_with(c)).unwrap()
    }

    #[test]
    fn one_old_word_is_enough() {
        assert_eq!(decode(b"\xd8konomi: 5").as_deref(), Ok("Økonomi: 5"));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for bytes in [&b"\x7fELF\x02\x01\x01\0\0\0\0\x90\x91"[..], &[0u8; 64], &[1, 2, 3, 4, 5, 6, 7, 8]] {
            assert_eq!(decode(bytes), Err(ReadError::NotText));
        }
    }

    #[test]
    fn line_ends_and_marks_are_made_one_way() {
        assert_eq!(normalise("a\r\nb\rc\n\r\nd"), "a\nb\nc\n\nd");
        assert_eq!(normalise("om\u{ad}gørel\u{200b}ser"), "omgørelser");
        assert_eq!(normalise("A\u{30a}ben fra\u{30a}dgivning"), "Åben frådgivning");
        assert_eq!(normalise("1\u{a0}234\u{a0}sager\u{c}x"), "1\u{a0}234 sager\u{c}x");
    }
}
