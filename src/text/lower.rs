//! Lower-case text in which every byte stands where it stood, so that places found in it hold in the original.

use super::run;

/// The text in lower case with every character at its old byte offset: a character whose lower case has another
/// length stays as it is, and a no-break space becomes two blanks, its length in bytes.
#[must_use]
pub fn aligned(text: &str) -> String {
    lower(text, |c, out| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            _ if c == '\u{a0}' => out.push_str("  "),
            (Some(l), None) if l.len_utf8() == c.len_utf8() => out.push(l),
            _ => out.push(c),
        }
    })
}

/// The text in lower case, each letter by itself.
#[must_use]
pub fn plain(text: &str) -> String {
    lower(text, |c, out| out.extend(c.to_lowercase()))
}

/// The text in lower case: of the letters beyond ASCII those of Danish words as they are, others as `other` says.
fn lower(text: &str, other: impl Fn(char, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        // All small letters that Danish words have are 0xc3 with a byte from 0xa0; no capital letter is.
        let plain = run::leading(rest.as_bytes(), |byte| matches!(byte, 0..=0x7f | 0xa0..=0xbf | 0xc3));
        let (known, behind) = rest.split_at(rest.floor_char_boundary(plain));
        let start = out.len();
        out.push_str(known);
        out[start..].make_ascii_lowercase();
        let Some(c) = behind.chars().next() else { break };
        other(c, &mut out);
        rest = &behind[c.len_utf8()..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_keeps_its_place() {
        for text in ["Ændret på ØVR", "İstanbul ẞ Å", "12\u{a0}sager", ""] {
            let lower = aligned(text);
            assert_eq!(lower.len(), text.len(), "{text}");
            let cuts = |t: &str| (0..=t.len()).filter(|&at| t.is_char_boundary(at)).collect::<Vec<_>>();
            assert!(cuts(text).iter().all(|at| cuts(&lower).contains(at)), "{text}");
        }
        assert_eq!(aligned("ÆNDRET"), "ændret");
    }

    #[test]
    fn every_letter_becomes_small() {
        for text in
            ["Ændret på ØVR af Émile, çÇ", "Ÿ ẞ Å \u{a0} \u{2013} Ω Σ", "en lang linje uden store bogstaver", ""]
        {
            assert_eq!(plain(text), text.chars().flat_map(char::to_lowercase).collect::<String>());
        }
    }
}
