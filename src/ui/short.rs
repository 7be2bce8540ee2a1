//! The beginning of a text where there is no room for the whole, which stands in the hover text and in the source.

/// At most so many letters of a text, on one line.
pub fn shorten(text: &str, most: usize) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most { line } else { line.chars().take(most).chain(['…']).collect() }
}

/// At most so many letters of a text, its points ("at ...", "1. at ...", "- ...") each on a line of its own.
pub fn shorten_points(text: &str, most: usize) -> String {
    let mut out = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let ended = out.is_empty() || out.ends_with(['.', ':', ',']);
        if !out.is_empty() {
            out.push(if ended || is_point(line) { '\n' } else { ' ' });
        }
        out.extend(line.split_whitespace().flat_map(|word| [word, " "]));
        out.truncate(out.trim_end().len());
    }
    if out.chars().count() <= most { out } else { out.chars().take(most).chain(['…']).collect() }
}

fn is_point(line: &str) -> bool {
    let marked = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = marked.len() < line.len() && marked.starts_with(['.', ')']);
    let plain = marked.trim_start_matches(['.', ')', '-', '•', '–', ' ', '\t']);
    numbered || line.starts_with(['-', '•', '–']) || plain.starts_with("at ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stand_on_lines_of_their_own() {
        for (text, expected) in [
            ("Det indstilles\nat sagen godkendes\nat den sendes", "Det indstilles\nat sagen godkendes\nat den sendes"),
            ("Det indstilles,\n\n1. at sagen\n  godkendes", "Det indstilles,\n1. at sagen godkendes"),
            ("Sagen er lang og\ngår videre.", "Sagen er lang og går videre."),
            ("", ""),
        ] {
            assert_eq!(shorten_points(text, 80), expected);
        }
        assert_eq!(shorten_points("at sagen\nat den", 9), "at sagen\n…");
    }
}
