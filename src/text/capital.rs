//! A large first letter, as names and headings begin.

/// The text with a large first letter; the others stay as they are.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// "BØRNE- OG SKOLEUDVALGET" is how a heading is set, not how the body is called: "Børne- og Skoleudvalget".
#[must_use]
pub fn calm(name: &str) -> Option<String> {
    if name.len() <= 8 || name.contains(char::is_lowercase) {
        return None;
    }
    let small = |word: &str| matches!(word, "og" | "for" | "i" | "samt" | "af" | "fra" | "om" | "på" | "til");
    let lower = name.to_lowercase();
    let words = lower.split(' ').map(|word| if small(word) { word.to_owned() } else { capital(word) });
    Some(words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::{calm, capital};

    #[test]
    fn only_the_first_letter_grows() {
        for (text, expected) in [("æblet og pæren", "Æblet og pæren"), ("SEL", "SEL"), ("", ""), ("§ 42", "§ 42")]
        {
            assert_eq!(capital(text), expected);
        }
    }

    #[test]
    fn names_in_capitals_are_written_as_names() {
        for (text, expected) in [
            ("BØRNE- OG SKOLEUDVALGET", Some("Børne- og Skoleudvalget")),
            ("SOCIALUDVALGET", Some("Socialudvalget")),
            ("Socialudvalget", None),
            ("BSU", None),
        ] {
            assert_eq!(calm(text).as_deref(), expected);
        }
    }
}
