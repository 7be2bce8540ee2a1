//! Printed digits to the number that they say.

/// The number that the digits before and behind a decimal mark print; other characters among them are left out.
#[must_use]
pub fn printed(whole: &str, fraction: &str) -> f64 {
    let digits = || whole.bytes().chain(fraction.bytes()).filter(u8::is_ascii_digit);
    let decimals = fraction.bytes().filter(u8::is_ascii_digit).count();
    // So many digits fit a double exactly, and so does the power of ten: the quotient is the nearest double.
    if digits().count() <= 15 {
        let all = digits().fold(0_u64, |all, digit| all * 10 + u64::from(digit - b'0'));
        return all as f64 / 10_f64.powi(decimals as i32);
    }
    let digits: String = digits().map(char::from).collect();
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{fraction}").parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_give_the_nearest_number() {
        for (whole, fraction, expected) in [
            ("1.234", ",5", 1234.5),
            ("0", ",1", 0.1),
            ("12", "", 12.0),
            ("26", ".70", 26.7),
            ("12345678901234567890", "", 12_345_678_901_234_567_890.0),
        ] {
            assert_eq!(printed(whole, fraction), expected, "{whole}{fraction}");
        }
    }
}
