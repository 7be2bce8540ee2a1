//! Labels of sums: "I alt (ekskl. afviste)", "Kommunen i alt", "Total, Socialudvalget". What they sum stands in what is
//! left of the label.

use super::note::says_without_dismissed;
use crate::data::words::WORDS;
use crate::model::source::Span;
use crate::text::lower::aligned;
use crate::text::token::tokens;

/// What the label of a sum sums; nothing where it is the whole table.
#[must_use]
pub(super) fn summed(text: &str) -> Option<&str> {
    let head = without_note(text.trim()).trim_end_matches([':', '.', '*', ',', ' ']);
    let lower = aligned(head);
    if WORDS.lists.totals.contains(&lower) {
        return Some("");
    }
    WORDS.lists.summing.iter().find_map(|sum| {
        let name = if let Some(rest) = lower.strip_suffix(sum.as_str()) {
            if !rest.ends_with([' ', ',', ':', '/', '-']) {
                return None;
            }
            &head[..rest.len()]
        } else {
            let rest = lower.strip_prefix(sum.as_str()).filter(|rest| rest.starts_with([' ', ',', ':', '/', '-']))?;
            &head[head.len() - rest.len()..]
        };
        let loose = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '/' | '-' | '–');
        let name = name.trim_matches(loose);
        let of = ["for ", "på ", "under ", "af "].iter().find(|word| aligned(name).starts_with(**word));
        Some(of.map_or(name, |word| name[word.len()..].trim_start()))
    })
}

/// A label without what it says of cases that are not, or that are counted with the others: "(ekskl. afviste)".
fn without_note(text: &str) -> &str {
    let lower = aligned(text);
    let tokens = tokens(text, &lower, Span::new(0..text.len()));
    let starts = |at: &usize| WORDS.lists.excepted.has(&tokens[*at]) || tokens[*at].is_symbol('(');
    let Some(at) = (1..tokens.len()).find(starts) else { return text };
    let from = tokens[at].span.start as usize;
    let note = &lower[from..];
    let excepts = tokens[at..].iter().take(2).any(|t| WORDS.lists.excepted.has(t));
    let dismissed = ["afvis", "henvis", "bortfald"].iter().any(|stem| note.contains(stem));
    if says_without_dismissed(note) || excepts && dismissed { text[..from].trim_end() } else { text }
}

#[cfg(test)]
mod tests {
    use super::summed;

    #[test]
    fn labels_of_sums_tell_what_they_sum() {
        for (text, expected) in [
            ("I alt", Some("")),
            ("I alt (ekskl. afviste)", Some("")),
            ("I alt inkl. afviste", Some("")),
            ("Sager i alt uden afviste sager", Some("")),
            ("Total (realitetsbehandlede)", Some("")),
            ("Kommunen i alt", Some("Kommunen")),
            ("I alt for Socialudvalget", Some("Socialudvalget")),
            ("Total, Børneudvalget", Some("Børneudvalget")),
            ("Socialudvalget total:", Some("Socialudvalget")),
            ("Serviceloven", None),
            ("Center for Børn (CBU)", None),
            ("Totalrådgivning", None),
        ] {
            assert_eq!(summed(text), expected, "{text}");
        }
    }
}
