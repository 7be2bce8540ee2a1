//! What a person types, as words and numbers to be found.

/// One thing to be found: as written, and as a number where it is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// In lower case.
    pub text: String,
    /// What it can mean as a number: `1.234` is 1234 in Danish and 1.234 in English.
    pub numbers: Vec<f64>,
}

impl Word {
    /// True where a value is this number.
    #[must_use]
    pub fn is_value(&self, value: f64) -> bool {
        self.numbers.iter().any(|number| (number - value).abs() <= 1e-9 * value.abs().max(1.0))
    }
}

/// The words of a query: parted by blanks; what stands in quotation marks is one.
#[must_use]
pub fn words(query: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (n, part) in query.split(['"', '“', '”', '»', '«']).enumerate() {
        let quoted = n % 2 == 1;
        let parts: Vec<String> = if quoted {
            vec![part.split_whitespace().collect::<Vec<_>>().join(" ")]
        } else {
            part.split_whitespace().map(str::to_owned).collect()
        };
        words.extend(parts.into_iter().filter(|part| !part.is_empty()).map(|part| {
            let text = part.to_lowercase();
            Word { numbers: numbers(&text), text }
        }));
    }
    words
}

/// What a text can mean as a number, Danish or English; empty where it is none.
#[must_use]
pub fn numbers(text: &str) -> Vec<f64> {
    let text = text.trim_end_matches('%');
    let (minus, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.ends_with(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found: Vec<f64> = Vec::new();
    for (group, point) in [('.', ','), (',', '.')] {
        if let Some(value) = number(digits, group, point)
            && !found.contains(&(minus * value))
        {
            found.push(minus * value);
        }
    }
    found
}

/// A number whose thousands are parted by `group`, if at all, and whose decimals follow `point`.
fn number(digits: &str, group: char, point: char) -> Option<f64> {
    let (whole, decimals) = match digits.split_once(point) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (digits, None),
    };
    let groups: Vec<&str> = whole.split(group).collect();
    let threes = groups.iter().skip(1).all(|part| part.len() == 3) && groups[0].len() <= 3;
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = groups.iter().all(|part| plain(part)) && (groups.len() == 1 || threes);
    if !fits || decimals.is_some_and(|decimals| !plain(decimals)) {
        return None;
    }
    format!("{}.{}", groups.concat(), decimals.unwrap_or("0")).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("1.234,5", &[1234.5][..]),
            ("1234,5", &[1234.5]),
            ("1,234.5", &[1234.5]),
            ("1.234", &[1234.0, 1.234]),
            ("27%", &[27.0]),
            ("-4,7", &[-4.7]),
            ("0,5", &[0.5]),
            ("12.5", &[12.5]),
            ("§41", &[]),
            ("19/2878", &[]),
            ("12.", &[]),
            ("1.23.456", &[]),
        ] {
            assert_eq!(numbers(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_quoted_is_one_word() {
        let texts: Vec<_> = words("Klage \"taget til  Efterretning\" 12").into_iter().map(|word| word.text).collect();
        assert_eq!(texts, ["klage", "taget til efterretning", "12"]);
    }
}
