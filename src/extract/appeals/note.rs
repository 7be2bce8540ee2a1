//! The notes under a table: what stands behind a label's mark.

use crate::model::source::{Document, Table};

/// How many lines under a table may be its notes where they begin with a bare number.
const NEAR: usize = 8;

/// Does a text say that dismissed cases are left out?
#[must_use]
pub(super) fn says_without_dismissed(lower: &str) -> bool {
    leaves_out_dismissed(lower) || lower.contains("realitetsbehandl")
}

/// "ekskl. afviste", "afviste klager er ikke med"
#[must_use]
pub(super) fn leaves_out_dismissed(lower: &str) -> bool {
    const LEFT_OUT: [&str; 10] = [
        "eksklusiv",
        "ekskl",
        "uden ",
        "fraregnet",
        "fratrukket",
        "ikke med",
        "ikke talt",
        "tæller ikke",
        "indgår ikke",
        "udeladt",
    ];
    let leaves_out = LEFT_OUT.iter().any(|word| lower.contains(word));
    leaves_out && (lower.contains("afvis") || lower.contains("bortfald") || lower.contains("henvis"))
}

/// The footnote with this mark: the first line behind the table that begins with it.
#[must_use]
pub(super) fn footnote<'d>(document: &'d Document, table: &Table, mark: &str) -> Option<&'d str> {
    let rest = document.text.get(table.span.end as usize..)?;
    let exact = rest.lines().map(str::trim_start).find_map(|line| line.strip_prefix(mark));
    exact.or_else(|| numbered(rest, mark)).filter(|note| note.len() < 400)
}

/// "1 Ekskl. afviste", "1) ...", "Note 1: ...", or the number alone on the line above, for a mark with that number.
fn numbered<'d>(rest: &'d str, mark: &str) -> Option<&'d str> {
    let number = match mark {
        "¹" => "1",
        "²" => "2",
        "³" => "3",
        other => other.trim_matches(['[', ']', ')']),
    };
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut lines = rest.lines().map(str::trim).filter(|line| !line.is_empty()).take(NEAR);
    while let Some(line) = lines.next() {
        let line = line.strip_prefix("Note ").unwrap_or(line).trim_start_matches('[');
        let Some(note) = line.strip_prefix(number) else { continue };
        let note = note.trim_start_matches([']', ')', '.', ':', ' ', '\t', '\u{a0}']);
        match note.chars().next() {
            None => return lines.next(),
            Some(first) if first.is_alphabetic() => return Some(note),
            Some(_) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_found_by_their_number() {
        for (rest, mark, expected) in [
            ("\n1 Ekskl. afviste\n", "[1]", Some("Ekskl. afviste")),
            ("\n1) Ekskl. afviste\n", "[1]", Some("Ekskl. afviste")),
            ("\n1\n\nEkskl. afviste\n", "[1]", Some("Ekskl. afviste")),
            ("\nNote 2: Uden afviste\n", "²", Some("Uden afviste")),
            ("\n1,5 årsværk\n", "[1]", None),
            ("\n12 sager\n", "[1]", None),
            ("\nEkskl. afviste\n", "*", None),
        ] {
            assert_eq!(numbered(rest, mark), expected, "{rest:?} {mark}");
        }
    }
}
