//! Text cut into words, Danish numbers, dates and signs, each with its place.
//!
//! `1.514` is one thousand five hundred and fourteen, `84,4` has one decimal, `26.7` too (no thousands look so);
//! numbers after `§` are a list of paragraphs, where a comma never is a decimal comma.

use crate::model::source::Span;
use crate::text::case_number;
use crate::text::digits::printed;
use crate::text::ends::{first_four, last_four};
pub use crate::text::month::{MONTHS, month};
use std::borrow::Cow;

/// A piece of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token<'a> {
    pub span: Span,
    pub kind: Kind,
    /// The characters in lower case, soft hyphens left out.
    pub lower: Cow<'a, str>,
    /// How they begin: see [`first_four`].
    pub first: u32,
    /// How they end: see [`last_four`].
    pub last: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Word,
    Number {
        value: f64,
        decimals: u8,
    },
    /// A whole date with its day: `08-05-2019`, `8. maj 2019`, `8. maj`; in lower case as printed or as `8 maj 2019`.
    Date,
    /// `16:30`, `kl. 16.30`
    Time,
    /// A [case number](case_number).
    CaseNumber,
    Symbol(char),
}

impl<'a> Token<'a> {
    #[inline]
    #[must_use]
    pub fn new(span: Span, kind: Kind, lower: Cow<'a, str>) -> Self {
        let (first, last) = (first_four(lower.as_bytes()), last_four(lower.as_bytes()));
        Self { span, kind, lower, first, last }
    }

    #[inline]
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.lower == word
    }

    #[inline]
    #[must_use]
    pub fn is_any(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word && words.contains(&self.lower.as_ref())
    }

    #[inline]
    #[must_use]
    pub fn is_symbol(&self, symbol: char) -> bool {
        self.kind == Kind::Symbol(symbol)
    }

    /// The word in lower case; `None` for all that is no word.
    #[inline]
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        (self.kind == Kind::Word).then_some(self.lower.as_ref())
    }

    /// The number and its printed decimals.
    #[inline]
    #[must_use]
    pub fn number(&self) -> Option<(f64, u8)> {
        match self.kind {
            Kind::Number { value, decimals } => Some((value, decimals)),
            _ => None,
        }
    }

    /// The year that a four-digit number without thousands point can be: 1970-2099.
    #[inline]
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        match self.kind {
            Kind::Number { value, decimals: 0 } if self.lower.len() == 4 && (1970.0..2100.0).contains(&value) => {
                Some(value as i16)
            }
            _ => None,
        }
    }
}

/// The tokens of a range of a text. `lower` is the text as [`crate::text::lower::aligned`] makes it.
#[must_use]
pub fn tokens<'a>(text: &str, lower: &'a str, span: Span) -> Vec<Token<'a>> {
    let mut out = Vec::with_capacity(expected(span.range().len()));
    add_tokens(text, lower, span, &mut out);
    out
}

/// Adds the tokens of a range of a text to others, which they do not depend on.
pub fn add_tokens<'a>(text: &str, lower: &'a str, span: Span, out: &mut Vec<Token<'a>>) {
    let first = out.len();
    Lexer { text, lower, end: span.end as usize, in_paragraphs: false, first, out }.run(span.start as usize);
    join_dates(out, first);
}

/// So many tokens a text of so many bytes has at most in nearly all texts: words of five letters and their blanks.
#[must_use]
pub fn expected(bytes: usize) -> usize {
    bytes / 5 + 4
}

struct Lexer<'t, 'a> {
    /// Where the tokens of this range begin in `out`.
    first: usize,
    text: &'t str,
    lower: &'a str,
    end: usize,
    /// After `§`: a comma divides paragraphs.
    in_paragraphs: bool,
    out: &'t mut Vec<Token<'a>>,
}

impl<'a> Lexer<'_, 'a> {
    fn run(&mut self, start: usize) {
        let mut at = start;
        // A range that cuts a character has no tokens.
        let Some(range) = self.lower.get(start..self.end) else { return };
        while at < self.end {
            // What nearly all tokens begin with, and what stands between them.
            match range.as_bytes()[at - start] {
                b' ' => {
                    at += 1;
                    continue;
                }
                b'a'..=b'z' => {
                    at = self.word(at);
                    continue;
                }
                _ => {}
            }
            let Some(c) = range[at - start..].chars().next() else { break };
            let next = at + c.len_utf8();
            at = if c.is_whitespace() || c == '\u{ad}' {
                next
            } else if c.is_ascii_digit() {
                // "§ 112 27,8": nothing between two numbers.
                self.in_paragraphs &= !self.out.last().is_some_and(|t| matches!(t.kind, Kind::Number { .. }));
                self.number(at)
            } else if c.is_alphabetic() {
                self.word(at)
            } else {
                if c == '§' {
                    self.in_paragraphs = true;
                } else if !matches!(c, ',' | '-' | '–') {
                    self.in_paragraphs = false;
                }
                self.push(at, next, Kind::Symbol(normal_symbol(c)));
                next
            };
        }
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, kind: Kind) {
        let lower = Cow::Borrowed(&self.lower[start..end]);
        self.out.push(Token::new(Span::new(start..end), kind, lower));
    }

    fn word(&mut self, start: usize) -> usize {
        let bytes = &self.lower.as_bytes()[start..self.end];
        let mut length = plain_letters(bytes);
        // Nearly every word ends so: before a blank, a full stop, a comma.
        let ends = |b: &u8| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'\'' | 0x80..));
        if length > 0 && bytes.get(length).is_none_or(ends) {
            self.push_word(start, start + length);
            return start + length;
        }
        let rest = &self.lower[start..self.end];
        let mut soft = false;
        // `sager.Heraf`: the full stop ends the word.
        while let Some(c) = rest[length..].chars().next() {
            let behind = &rest[length + c.len_utf8()..];
            let inner = matches!(c, '-' | '\'' | '’' | '\u{2011}') && behind.starts_with(char::is_alphabetic);
            if !(c.is_alphanumeric() || c == '\u{ad}' || inner) {
                break;
            }
            soft |= c == '\u{ad}';
            length = rest.len() - behind.len() + plain_letters(behind.as_bytes());
        }
        let end = start + length;
        if let Some(rest) = self.rest_of_word(start, end) {
            let begun = self.lower[start..end].replace('\u{ad}', "");
            let end = self.word(rest);
            if let Some(word) = self.out.last_mut() {
                *word = Token::new(Span::new(start..end), Kind::Word, Cow::Owned(begun + &word.lower));
            }
            return end;
        }
        self.push_word(start, end);
        if soft && let Some(word) = self.out.last_mut() {
            *word = Token::new(word.span, word.kind, Cow::Owned(word.lower.replace('\u{ad}', "")));
        }
        end
    }

    #[inline]
    fn push_word(&mut self, start: usize, end: usize) {
        if self.in_paragraphs {
            self.in_paragraphs =
                end - start <= 1 || matches!(&self.lower[start..end], "og" | "eller" | "samt" | "stk" | "jf");
        }
        self.push(start, end, Kind::Word);
    }

    /// Where a word goes on that the end of a line divides: "omgørel-", "sesprocent". "børne-", "og" is no such word, and
    /// "LAB-", "sager" is none either.
    fn rest_of_word(&self, start: usize, end: usize) -> Option<usize> {
        let behind = self.lower.get(end..self.end)?.strip_prefix('-')?;
        let rest = behind.trim_start();
        let line_ends = behind[..behind.len() - rest.len()].contains('\n');
        let letters = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let next = self.end - rest.len();
        let (last, first) = (self.text.get(start..end)?.chars().next_back()?, self.text.get(next..)?.chars().next()?);
        let joins = line_ends && last.is_lowercase() && first.is_lowercase() && letters.len() > 1;
        (joins && !matches!(letters, "og" | "eller" | "samt")).then_some(next)
    }

    fn digits(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..self.end).unwrap_or_default();
        rest.iter().take_while(|b| b.is_ascii_digit()).count()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        (at < self.end).then(|| self.text.as_bytes()[at])
    }

    fn number(&mut self, start: usize) -> usize {
        let rest = self.text.as_bytes().get(start..self.end).unwrap_or_default();
        let case = || case_number::length(rest).map(|length| (start + length, Kind::CaseNumber));
        if let Some((end, kind)) = case().or_else(|| self.date(start)).or_else(|| self.time(start)) {
            self.push(start, end, kind);
            return end;
        }
        let first = self.digits(start);
        let mut end = start + first;
        let mut grouped = false;
        if first <= 3 && self.byte(start) != Some(b'0') && !self.in_paragraphs {
            while let Some(skip) = self.group_mark(end) {
                if self.digits(end + skip) != 3 {
                    break;
                }
                end += skip + 3;
                grouped = true;
            }
        }
        let whole = end;
        let mut decimals = 0;
        let mark = self.byte(end);
        let fraction = self.digits(end + 1);
        let comma = mark == Some(b',') && fraction > 0 && !self.in_paragraphs;
        // A point before one or two digits is no thousands point: `26.7`, but not the list `1.2.3` or a date.
        let point = mark == Some(b'.')
            && (1..=2).contains(&fraction)
            && !grouped
            && !self.in_paragraphs
            && self.byte(end + 1 + fraction) != Some(b'.');
        if comma || point {
            end += 1 + fraction;
            decimals = u8::try_from(fraction).unwrap_or(u8::MAX);
        }
        let mut value = printed(&self.text[start..whole], &self.text[whole..end]);
        let blank = usize::from(self.byte(end) == Some(b' '));
        if decimals == 0 && self.text.get(end + blank..self.end).is_some_and(|rest| rest.starts_with('½')) {
            value += 0.5;
            decimals = 1;
            end += blank + '½'.len_utf8();
        }
        self.push(start, end, Kind::Number { value, decimals });
        end
    }

    /// The length of a mark between groups of three digits: a point or a no-break or thin blank.
    fn group_mark(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..self.end)?;
        let c = rest.chars().next()?;
        matches!(c, '.' | '\u{a0}' | '\u{202f}' | '\u{2009}').then(|| c.len_utf8())
    }

    /// `08-05-2019`, `08.05.2019`, `2/11-22`: a day, a month and a year of two or four digits.
    fn date(&self, start: usize) -> Option<(usize, Kind)> {
        let value = |at: usize, count: usize| self.text.get(at..at + count)?.parse::<u32>().ok();
        let first = self.digits(start);
        if first == 4 && self.byte(start + 4) == Some(b'-') && self.digits(start + 5) == 2 {
            let day = start + 8;
            let month = value(start + 5, 2).is_some_and(|m| (1..=12).contains(&m));
            return (month && self.byte(start + 7) == Some(b'-') && self.digits(day) == 2)
                .then_some((day + 2, Kind::Date));
        }
        let sep = self.byte(start + first).filter(|b| matches!(b, b'-' | b'.' | b'/'))?;
        let month_at = start + first + 1;
        let second = self.digits(month_at);
        let sep2 = self.byte(month_at + second).filter(|b| matches!(b, b'-' | b'.' | b'/'))?;
        let year_at = month_at + second + 1;
        let third = self.digits(year_at);
        let day = value(start, first).filter(|d| (1..=31).contains(d))?;
        let month = value(month_at, second).filter(|m| (1..=12).contains(m))?;
        let plausible = (1..=2).contains(&first) && (1..=2).contains(&second) && (third == 4 || third == 2);
        let same = sep == sep2 || (sep == b'/' && sep2 == b'-');
        (plausible && same && day > 0 && month > 0).then_some((year_at + third, Kind::Date))
    }

    /// `16:30`, `kl. 16.30`.
    fn time(&self, start: usize) -> Option<(usize, Kind)> {
        let first = self.digits(start);
        let mark = self.byte(start + first)?;
        let after = start + first + 1;
        let second = self.digits(after);
        let before = &self.out[self.first..];
        let clock = before.iter().rev().find(|t| t.kind == Kind::Word).is_some_and(|t| t.is("kl"))
            && before.len() >= 2
            && before[before.len() - 2..].iter().any(|t| t.is("kl"));
        match mark {
            b':' if first <= 2 && second == 2 => Some((after + 2, Kind::Time)),
            b'.' if clock && first <= 2 && second == 2 => Some((after + 2, Kind::Time)),
            _ => None,
        }
    }
}

/// How many bytes of Danish and neighbouring small letters a text begins with.
#[inline]
fn plain_letters(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'a'..=b'z' => 1,
            // U+00E0 to U+00FF without the sign of division.
            0xc3 if matches!(bytes.get(at + 1), Some(0xa0..=0xb6 | 0xb8..=0xbf)) => 2,
            _ => break,
        };
    }
    at
}

/// Dashes and quotation marks of all kinds become one of each.
fn normal_symbol(c: char) -> char {
    match c {
        '–' | '—' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2212}' => '-',
        '”' | '“' | '„' | '»' | '«' | '\u{201f}' => '"',
        '•' | '·' | '●' | '▪' | '◦' | '\u{f0b7}' => '•',
        other => other,
    }
}

/// Joins `8. maj 2019` and `8. maj` to one date, in the tokens from `first` on.
fn join_dates(all: &mut Vec<Token<'_>>, first: usize) {
    let tokens = &all[first..];
    let behind = |t: &Token<'_>| matches!(t.kind, Kind::Number { .. } | Kind::Symbol('.'));
    let is_month = |t: &Token<'_>| t.word().is_some_and(|w| month(w).is_some());
    if !tokens.windows(2).any(|pair| behind(&pair[0]) && is_month(&pair[1])) {
        return;
    }
    let mut out: Vec<Token<'_>> = Vec::with_capacity(tokens.len());
    let mut tokens = all.drain(first..).peekable();
    while let Some(token) = tokens.next() {
        let is_month = token.word().is_some_and(|w| month(w).is_some());
        let day =
            |t: &Token<'_>| t.number().is_some_and(|(v, d)| d == 0 && (1.0..=31.0).contains(&v) && t.lower.len() <= 2);
        let dotted = out.len() >= 2 && out[out.len() - 1].is_symbol('.') && day(&out[out.len() - 2]);
        let bare = out.last().is_some_and(day);
        if is_month && (dotted || bare) {
            if dotted {
                out.pop();
            }
            let Some(first) = out.pop() else { continue };
            let mut span = first.span.cover(token.span);
            let mut lower = format!("{} {}", first.lower, token.lower);
            if let Some(year) = tokens.next_if(|t| t.year().is_some()) {
                span = span.cover(year.span);
                lower = format!("{lower} {}", year.lower);
            }
            out.push(Token::new(span, Kind::Date, Cow::Owned(lower)));
        } else {
            out.push(token);
        }
    }
    drop(tokens);
    all.append(&mut out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lower::aligned;

    fn kinds(text: &str) -> Vec<String> {
        let lower = aligned(text);
        tokens(text, &lower, Span::new(0..text.len()))
            .iter()
            .map(|t| match t.kind {
                Kind::Word => t.lower.to_string(),
                Kind::Number { value, decimals } => format!("{value:.*}", decimals as usize),
                Kind::Date => "DATE".to_owned(),
                Kind::Time => "TIME".to_owned(),
                Kind::CaseNumber => "CASE".to_owned(),
                Kind::Symbol(c) => c.to_string(),
            })
            .collect()
    }

    #[test]
    fn cuts_danish_text() {
        for (text, expected) in [
            ("1.514 sager", "1514|sager"),
            ("2.575.609,25 kr.", "2575609.25|kr|."),
            ("26,7pct, hvor", "26.7|pct|,|hvor"),
            ("31.8 %", "31.8|%"),
            ("29\u{a0}261 sager", "29261|sager"),
            ("4 ½ år", "4.5|år"),
            ("§§32, 32a, 36, 39-40.", "§|§|32|,|32|a|,|36|,|39|-|40|."),
            ("§§ 32,36 og 41", "§|§|32|,|36|og|41"),
            ("§ 112 27,8", "§|112|27.8"),
            ("den 08-05-2019 kl. 16.30", "den|DATE|kl|.|TIME"),
            ("d. 5. september 2022 og 1. januar", "d|.|DATE|og|DATE"),
            ("1. halvår 2016 44,4", "1|.|halvår|2016|44.4"),
            ("sag 19/2878, 02.11.22", "sag|CASE|,|DATE"),
            ("sag 710-2021-18844 og 2021-002345", "sag|CASE|og|CASE"),
            ("område 27.00.00-K04-2-21, 85.02.02G00-0011", "område|CASE|,|CASE"),
            ("A-dagpenge – ikke-behandlede", "a-dagpenge|-|ikke-behandlede"),
            ("om\u{ad}gørelses\u{ad}procent på 12", "omgørelsesprocent|på|12"),
            ("2019-2021", "2019|-|2021"),
            ("omgørel-\n  sesprocenten og Ankesty-\r\nrelsen", "omgørelsesprocenten|og|ankestyrelsen"),
            ("børne-\nog unge, LAB-\nsager", "børne|-|og|unge|,|lab|-|sager"),
            ("35-55 (101)", "35|-|55|(|101|)"),
            ("61%", "61|%"),
        ] {
            assert_eq!(kinds(text).join("|"), expected, "{text}");
        }
    }
}
