//! Numbers as people write them: `1.234,5` in Danish, `1,234.5` in English.

use super::Lang;

/// A value with this many decimals, thousands grouped. Minus is U+2212; there is no "−0".
#[must_use]
pub fn format(lang: Lang, value: f64, decimals: usize) -> String {
    let (group, point) = match lang {
        Lang::Da => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    if value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        out.push('\u{2212}');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// The numbers in a text that the program wrote with a decimal point, as the language writes them: `30.0 %` becomes
/// `30,0 %` in Danish. Thousands in such texts are never grouped.
#[must_use]
pub fn localise(lang: Lang, text: &str) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let within = |at: usize| is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    // Three digits behind a point in quoted Danish are thousands, and stay as they are.
    let thousands = |at: usize| (at + 1..=at + 3).all(|at| is_digit(Some(at))) && !is_digit(Some(at + 4));
    let swap = |(at, letter): (usize, &char)| match letter {
        '.' if within(at) && !thousands(at) => ',',
        letter => *letter,
    };
    letters.iter().enumerate().map(swap).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_points_become_commas_in_danish() {
        for (text, danish) in [
            ("30.0 % (67/223)", "30,0 % (67/223)"),
            ("1.514 sager", "1.514 sager"),
            ("Slut. 5", "Slut. 5"),
            ("212-215", "212-215"),
            ("5.", "5."),
        ] {
            assert_eq!(localise(Lang::Da, text), danish);
            assert_eq!(localise(Lang::En, text), text);
        }
    }

    #[test]
    fn writes_as_each_language_does() {
        for (value, decimals, danish, english) in [
            (1234.5, 1, "1.234,5", "1,234.5"),
            (29261.0, 0, "29.261", "29,261"),
            (999.0, 0, "999", "999"),
            (-0.04, 1, "0,0", "0.0"),
            (-4.7, 1, "\u{2212}4,7", "\u{2212}4.7"),
            (1_234_567.0, 0, "1.234.567", "1,234,567"),
        ] {
            assert_eq!(format(Lang::Da, value, decimals), danish);
            assert_eq!(format(Lang::En, value, decimals), english);
        }
    }
}
