//! Words that a narrow column divides: "Stad- fæstelser" and "Stad-fæstet" are one word each.

use crate::data::caseload::CASELOAD;
use crate::data::words::WORDS;
use crate::model::source::Span;
use crate::text::lower::aligned;
use crate::text::token::tokens;

/// A label with its divided words whole again: "Stad- fæstelser" is one word; "social- og" is not.
#[must_use]
pub fn whole_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(' ') {
        let joins = out.ends_with('-')
            && word.chars().next().is_some_and(char::is_lowercase)
            && !matches!(word, "og" | "eller" | "samt")
            && out.trim_end_matches('-').ends_with(|c: char| c.is_alphabetic() || c == '.');
        if joins {
            out.pop();
        } else if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.contains('-') { out.split(' ').map(undivided).collect::<Vec<_>>().join(" ") } else { out }
}

/// "Stad-fæstet", "Om-gørelses-procent": one known word, and its first part is none.
fn undivided(word: &str) -> String {
    let joint = |part: &str| part.split('/').map(undivided_part).collect::<Vec<_>>().join("/");
    if word.contains('-') { joint(word) } else { word.to_owned() }
}

fn undivided_part(word: &str) -> String {
    let parts: Vec<&str> = word.split('-').collect();
    let divides = parts.len() > 1
        && parts.iter().all(|part| part.chars().next().is_some_and(char::is_alphabetic))
        && parts[1..].iter().all(|part| part.chars().next().is_some_and(char::is_lowercase));
    let whole = parts.concat();
    if divides && is_known(&whole) && !is_known(parts[0]) { whole } else { word.to_owned() }
}

/// Is a single word one that outcomes, rates or target groups are called by?
fn is_known(word: &str) -> bool {
    let lower = aligned(word);
    let tokens = tokens(word, &lower, Span::new(0..word.len()));
    WORDS.terms.at(&tokens, 0).is_some() || CASELOAD.terms.at(&tokens, 0).is_some()
}

#[cfg(test)]
mod tests {
    use super::whole_words;

    #[test]
    fn divided_words_are_whole_again() {
        for (text, expected) in [
            ("Stad- fæstelser", "Stadfæstelser"),
            ("Stad-fæstet", "Stadfæstet"),
            ("Ændret/op-hævet", "Ændret/ophævet"),
            ("Om-gørelses-procent", "Omgørelsesprocent"),
            ("Omg.- procent", "Omg.procent"),
            ("Social- og sundhed", "Social- og sundhed"),
            ("A-dagpenge", "A-dagpenge"),
            ("Sygedag-penge", "Sygedagpenge"),
            ("Kontanthjælp-uddannelseshjælp", "Kontanthjælp-uddannelseshjælp"),
            ("Ringkøbing-Skjern", "Ringkøbing-Skjern"),
        ] {
            assert_eq!(whole_words(text), expected, "{text}");
        }
    }
}
