//! A large first letter, as names and headings begin.

/// The text with a large first letter; the others stay as they are.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn only_the_first_letter_grows() {
        for (text, expected) in [("æblet og pæren", "Æblet og pæren"), ("SEL", "SEL"), ("", ""), ("§ 42", "§ 42")]
        {
            assert_eq!(capital(text), expected);
        }
    }
}
