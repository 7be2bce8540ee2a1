//! Case numbers, whose digits are no figures and no years: `19/2878`, `710-2021-18844`, `27.00.00-K04-2-21`.

/// How many bytes the case number takes that a text begins with; `None` where it begins with none.
#[must_use]
pub fn length(text: &[u8]) -> Option<usize> {
    let byte = |at: usize| text.get(at).copied();
    let digits = |at: usize| text.iter().skip(at).take_while(|b| b.is_ascii_digit()).count();
    let first = digits(0);
    let second = digits(first + 1);
    let behind = first + 1 + second;
    let third = digits(behind + 1);
    match byte(first)? {
        b'/' => (first == 2 && second >= 3).then_some(behind),
        b'-' if first == 3 => (second == 4 && byte(behind) == Some(b'-') && third > 0).then_some(behind + 1 + third),
        b'-' => (first == 4 && second >= 5).then_some(behind),
        // A plan's number of three pairs goes on with a letter and its numbers.
        b'.' if first == 2 && second == 2 && byte(behind) == Some(b'.') && third == 2 => {
            let mark = behind + 3 + usize::from(byte(behind + 3) == Some(b'-'));
            let is_plan = byte(mark).is_some_and(|b| b.is_ascii_uppercase()) && digits(mark + 1) == 2;
            let rest = text.iter().skip(mark).take_while(|b| b.is_ascii_alphanumeric() || **b == b'-');
            is_plan.then(|| mark + rest.count())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_numbers_and_what_looks_like_them() {
        for (text, expected) in [
            ("19/2878, punkt 2", Some("19/2878")),
            ("710-2021-18844", Some("710-2021-18844")),
            ("2021-002345.", Some("2021-002345")),
            ("27.00.00-K04-2-21 er", Some("27.00.00-K04-2-21")),
            ("85.02.02G00-0011", Some("85.02.02G00-0011")),
            ("2019-2021", None),
            ("2019/20", None),
            ("08-05-2019", None),
            ("02.11.22", None),
            ("30-45 sager", None),
            ("1.234,5", None),
            ("19/", None),
        ] {
            assert_eq!(length(text.as_bytes()).map(|end| &text[..end]), expected, "{text}");
        }
    }
}
