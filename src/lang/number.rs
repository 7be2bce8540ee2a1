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

/// A percentage as people type it, without its mark: "27", "27 %", "27 pct.", "27 procent".
#[must_use]
pub fn without_mark(text: &str) -> &str {
    let text = text.trim();
    ["%", "pct.", "pct", "procent"].iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

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
