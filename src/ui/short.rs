//! The beginning of a text where there is no room for the whole, which stands in the hover text and in the source.

/// At most so many letters of a text, on one line.
pub fn shorten(text: &str, most: usize) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most { line } else { line.chars().take(most).chain(['…']).collect() }
}
