//! Lower-case text in which every byte stands where it stood, so that places found in it hold in the original.

/// The text in lower case with every character at its old byte offset: a character whose lower case has another
/// length stays as it is, and a no-break space becomes two blanks, its length in bytes.
#[must_use]
pub fn aligned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let plain = first_to_change(rest).unwrap_or(rest.len());
        let start = out.len();
        out.push_str(&rest[..plain]);
        out[start..].make_ascii_lowercase();
        let Some(c) = rest[plain..].chars().next() else { break };
        rest = &rest[plain + c.len_utf8()..];
        if c == '\u{a0}' {
            out.push_str("  ");
            continue;
        }
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(l), None) if l.len_utf8() == c.len_utf8() => out.push(l),
            _ => out.push(c),
        }
    }
    out
}

/// Where a character stands that ASCII does not have and that may not be in lower case already. `ß` to `ÿ` are, and
/// no-break spaces alone change of those before `À`.
fn first_to_change(text: &str) -> Option<usize> {
    let changes = |two: &[u8]| match two[0] {
        ..0xc2 => false,
        0xc2 => two[1] == 0xa0,
        0xc3 => two[1] < 0x9f,
        _ => true,
    };
    text.as_bytes().windows(2).position(changes)
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
}
