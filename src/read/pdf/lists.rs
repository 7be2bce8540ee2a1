//! The lists of texts and gaps that lines are mostly written as, read in one pass over their bytes.

/// Part of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// The pen goes back by so many thousandths of the font's height.
    Gap(f32),
    /// The codes of a text, by their places among those of the list.
    Text { start: usize, end: usize },
}

/// A list that was read; it is kept from one to the next, for its room.
#[derive(Debug, Default)]
pub struct List {
    pub parts: Vec<Part>,
    pub codes: Vec<u8>,
}

impl List {
    /// Reads what stands between a list's brackets. False where something is not written plainly: then the list is to
    /// be read by the rules for any object.
    pub fn read(&mut self, list: &[u8]) -> bool {
        self.parts.clear();
        self.codes.clear();
        let mut rest = list;
        while let [first, behind @ ..] = rest {
            let read = match first {
                b' ' | b'\n' | b'\r' | b'\t' => Some(behind),
                b'(' => self.letters(behind),
                b'<' => self.digits(behind),
                _ => self.gap(rest),
            };
            match read {
                Some(behind) => rest = behind,
                None => return false,
            }
        }
        true
    }

    /// A text as letters, up to its bracket; what stands behind.
    fn letters<'l>(&mut self, mut rest: &'l [u8]) -> Option<&'l [u8]> {
        let start = self.codes.len();
        loop {
            let (first, behind) = rest.split_first()?;
            rest = behind;
            match first {
                b')' => break,
                b'\\' => {
                    let (escaped, behind) = rest.split_first()?;
                    rest = behind;
                    self.codes.push(match escaped {
                        b'(' | b')' | b'\\' => *escaped,
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'f' => 12,
                        b'0'..=b'3' => {
                            let ([next, last], behind) = rest.split_first_chunk::<2>()?;
                            if !matches!((next, last), (b'0'..=b'7', b'0'..=b'7')) {
                                return None;
                            }
                            rest = behind;
                            (escaped - b'0') << 6 | (next - b'0') << 3 | (last - b'0')
                        }
                        _ => return None,
                    });
                }
                // Brackets in brackets, and ends of lines, which count as one sign however they are written.
                b'(' | b'\n' | b'\r' => return None,
                code => self.codes.push(*code),
            }
        }
        self.parts.push(Part::Text { start, end: self.codes.len() });
        Some(rest)
    }

    /// A text as pairs of hexadecimal digits.
    fn digits<'l>(&mut self, mut rest: &'l [u8]) -> Option<&'l [u8]> {
        let start = self.codes.len();
        loop {
            let (first, behind) = rest.split_first()?;
            if *first == b'>' {
                self.parts.push(Part::Text { start, end: self.codes.len() });
                return Some(behind);
            }
            let (second, behind) = behind.split_first()?;
            self.codes.push(hexadecimal(*first)? << 4 | hexadecimal(*second)?);
            rest = behind;
        }
    }

    /// A number: a sign, digits, a point.
    fn gap<'l>(&mut self, list: &'l [u8]) -> Option<&'l [u8]> {
        let (is_less, mut rest) = match list {
            [b'-', rest @ ..] => (true, rest),
            rest => (false, rest),
        };
        let (mut number, mut scale, mut digits) = (0_u64, 1.0_f64, 0);
        let mut is_part = false;
        while let [first, behind @ ..] = rest {
            match first {
                b'0'..=b'9' if digits < 15 => {
                    number = number * 10 + u64::from(first - b'0');
                    digits += 1;
                    if is_part {
                        scale *= 10.0;
                    }
                }
                b'.' if !is_part => is_part = true,
                b' ' | b'\n' | b'\r' | b'\t' | b'(' | b'<' => break,
                _ => return None,
            }
            rest = behind;
        }
        if digits == 0 {
            return None;
        }
        let number = (number as f64 / scale) as f32;
        self.parts.push(Part::Gap(if is_less { -number } else { number }));
        Some(rest)
    }
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hayro_font::hayro_syntax::content::TypedIter;
    use hayro_font::hayro_syntax::content::ops::TypedInstruction;
    use hayro_font::hayro_syntax::object::Object;

    /// What the rules for any object make of a list.
    fn by_the_rules(list: &str) -> Vec<(f32, Vec<u8>)> {
        let content = format!("[{list}] TJ");
        let mut operators = TypedIter::new(content.as_bytes());
        let Some(TypedInstruction::ShowTexts(texts)) = operators.next() else { panic!("{list}") };
        let part = |part| match part {
            Object::Number(gap) => (gap.as_f32(), Vec::new()),
            Object::String(text) => (0.0, text.as_bytes().to_vec()),
            _ => panic!("{list}"),
        };
        texts.0.iter::<Object<'_>>().map(part).collect()
    }

    #[test]
    fn plain_lists_are_read_as_by_the_rules() {
        for list in [
            "",
            "<0102> -12 <03>17.25(ab)",
            "(a\\(b\\)\\\\) -0.5 (\\101\\n\\t) 3 .25 (\\377)",
            " \n(x)\t-250.125(y)  0(z) ",
            "<aBcD><>()",
        ] {
            let mut read = List::default();
            assert!(read.read(list.as_bytes()), "{list}");
            let part = |part: &Part| match *part {
                Part::Gap(gap) => (gap, Vec::new()),
                Part::Text { start, end } => (0.0, read.codes[start..end].to_vec()),
            };
            assert_eq!(read.parts.iter().map(part).collect::<Vec<_>>(), by_the_rules(list), "{list}");
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_rules() {
        for list in [
            "(a(b)c)", "(a\\\nb)", "(a\nb)", "<012>", "<0 1>", "--5", "+5", "1e5", "/Name", "(a", "<01", "-", "(\\8)",
            "5]",
        ] {
            assert!(!List::default().read(list.as_bytes()), "{list}");
        }
    }
}
