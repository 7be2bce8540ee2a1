//! Danish dates in running text: `08-05-2019`, `8. maj 2019`, `02.11.22`, `d. 8/5-2019`, `Mandag d. 05. september 2022`.

use crate::model::source::Span;
use crate::text::run;
use crate::text::token::MONTHS;
use jiff::civil::{Date, Weekday};

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub date: Date,
    /// The date's own characters, the weekday and "den" left out.
    pub span: Span,
    /// The weekday that is printed before it, right or wrong, and where that word starts.
    pub weekday: Option<(Weekday, u32)>,
}

impl Found {
    /// The date with the weekday before it.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span { start: self.weekday.map_or(self.span.start, |(_, start)| start), end: self.span.end }
    }
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mandag", Weekday::Monday),
    ("tirsdag", Weekday::Tuesday),
    ("onsdag", Weekday::Wednesday),
    ("torsdag", Weekday::Thursday),
    ("fredag", Weekday::Friday),
    ("lørdag", Weekday::Saturday),
    ("søndag", Weekday::Sunday),
];

/// All whole dates (day, month and year) of a text, in order.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let mut end = 0;
    let dates = run::digits(text).filter_map(|digits| {
        // The month and year of a date are no dates themselves.
        let date = (digits.start >= end).then(|| parse_at(text, digits.start))??;
        end = date.span.end as usize;
        Some(date)
    });
    dates.collect()
}

/// The first whole date of a text.
#[must_use]
pub fn first(text: &str) -> Option<Found> {
    run::digits(text).find_map(|digits| parse_at(text, digits.start))
}

/// The date whose first digit stands at a byte offset.
#[must_use]
pub fn parse_at(text: &str, start: usize) -> Option<Found> {
    let before = text.get(..start)?;
    // A digit after these belongs to a number, a case number or a code.
    if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | ',')) {
        return None;
    }
    if before.ends_with('.') && before.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (date, end) = iso(text, start).or_else(|| numeric(text, start)).or_else(|| named(text, start))?;
    let after = text.get(end..)?;
    let mut following = after.chars();
    let (next, second) = (following.next(), following.next());
    if next.is_some_and(char::is_alphanumeric) {
        return None;
    }
    if matches!(next, Some('-' | '/' | '.')) && second.is_some_and(char::is_alphanumeric) {
        return None;
    }
    Some(Found { date, span: Span::new(start..end), weekday: weekday_before(before) })
}

/// `2019-05-08`.
fn iso(text: &str, start: usize) -> Option<(Date, usize)> {
    let (year, at) = number(text, start, 4, 4)?;
    let (month, at) = number(text, expect(text, at, "-")?, 2, 2)?;
    let (day, at) = number(text, expect(text, at, "-")?, 2, 2)?;
    Some((civil(year, month, day)?, at))
}

/// `08-05-2019`, `8.5.2019`, `02.11.22`, `8/5-2019`, `8/5 2019`.
fn numeric(text: &str, start: usize) -> Option<(Date, usize)> {
    let (day, at) = number(text, start, 1, 2)?;
    let first = text.get(at..)?.chars().next().filter(|c| matches!(c, '-' | '.' | '/'))?;
    let (month, at) = number(text, at + 1, 1, 2)?;
    let second = text.get(at..)?.chars().next()?;
    let fits = match first {
        '/' => matches!(second, '/' | '-' | ' ' | '\u{a0}'),
        _ => second == first,
    };
    if !fits {
        return None;
    }
    let at = at + second.len_utf8();
    let (year, end) = number(text, at, 4, 4).or_else(|| number(text, at, 2, 2).filter(|_| second != ' '))?;
    Some((civil(full_year(year, end - at), month, day)?, end))
}

/// `8. maj 2019`, `05. sep. 2022`, `11 januar, 2021`, `15-maj-2002`.
fn named(text: &str, start: usize) -> Option<(Date, usize)> {
    let (day, at) = number(text, start, 1, 2)?;
    let at = at + text.get(at..)?.len() - text.get(at..)?.trim_start_matches(['.', '-', ' ', '\u{a0}']).len();
    let rest = text.get(at..)?;
    let word_end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let month = month(rest.get(..word_end)?)?;
    let at = at + word_end;
    let rest = text.get(at..)?;
    let at = at + rest.len() - rest.trim_start_matches(['.', ',', '-', ' ', '\u{a0}']).len();
    let (year, end) = number(text, at, 4, 4)?;
    Some((civil(year, month, day)?, end))
}

/// The number of a month, from its name or its first three letters or more.
fn month(word: &str) -> Option<i32> {
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let word = word.to_lowercase();
    MONTHS.iter().position(|name| name.starts_with(&word)).map(|index| index as i32 + 1)
}

/// The weekday at the end of what stands before a date; "d.", "den", commas and blanks may stand between.
fn weekday_before(before: &str) -> Option<(Weekday, u32)> {
    let trim = |s: &'_ str| s.trim_end_matches([' ', '\u{a0}', ',', ':', '.']).len();
    let mut end = trim(before);
    for word in ["den", "Den", "d", "D"] {
        let head = before.get(..end)?;
        if let Some(rest) = head.strip_suffix(word)
            && !rest.ends_with(char::is_alphanumeric)
        {
            end = trim(rest);
            break;
        }
    }
    let head = before.get(..end)?;
    let start = head
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    let word = head.get(start..)?;
    if !(6..=9).contains(&word.len()) {
        return None;
    }
    let word = word.to_lowercase();
    WEEKDAYS.iter().find(|(name, _)| *name == word).map(|&(_, weekday)| (weekday, start as u32))
}

/// How many digits stand at an offset.
fn digits(text: &str, at: usize) -> usize {
    text.as_bytes().get(at..).map_or(0, |rest| rest.iter().take_while(|b| b.is_ascii_digit()).count())
}

/// The number at an offset, if it has as many digits as allowed, and where it ends.
fn number(text: &str, at: usize, least: usize, most: usize) -> Option<(i32, usize)> {
    let len = digits(text, at);
    if !(least..=most).contains(&len) {
        return None;
    }
    Some((text.get(at..at + len)?.parse().ok()?, at + len))
}

fn expect(text: &str, at: usize, mark: &str) -> Option<usize> {
    text.get(at..)?.starts_with(mark).then_some(at + mark.len())
}

/// Two digits mean the years 1970 to 2069.
fn full_year(year: i32, printed: usize) -> i32 {
    match (printed, year) {
        (4, _) => year,
        (_, 70..) => 1900 + year,
        _ => 2000 + year,
    }
}

fn civil(year: i32, month: i32, day: i32) -> Option<Date> {
    // Minutes speak of the last and the coming century; four digits beyond are something else.
    if !(1900..=2100).contains(&year) {
        return None;
    }
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn reads_every_form() {
        for (text, year, month, day, printed) in [
            ("den 08-05-2019.", 2019, 5, 8, "08-05-2019"),
            ("08.05.2019", 2019, 5, 8, "08.05.2019"),
            ("8. maj 2019", 2019, 5, 8, "8. maj 2019"),
            ("referat 02.11.22", 2022, 11, 2, "02.11.22"),
            ("Mandag d. 05. september 2022 kl. 12:00", 2022, 9, 5, "05. september 2022"),
            ("d. 8/5-2019", 2019, 5, 8, "8/5-2019"),
            ("8/5 2019", 2019, 5, 8, "8/5 2019"),
            ("Mandag, 11 januar, 2021 - 19:00", 2021, 1, 11, "11 januar, 2021"),
            ("11. jun 2019", 2019, 6, 11, "11. jun 2019"),
            ("5. sep. 2022", 2022, 9, 5, "5. sep. 2022"),
            ("19-11-2019 16:45:00", 2019, 11, 19, "19-11-2019"),
            ("15-maj-2002", 2002, 5, 15, "15-maj-2002"),
            ("2019-05-08", 2019, 5, 8, "2019-05-08"),
            ("13.08.2008, kl. 16:16", 2008, 8, 13, "13.08.2008"),
            ("møde d.8. oktober 2020", 2020, 10, 8, "8. oktober 2020"),
        ] {
            let found = first(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(found.date, date(year, month, day), "{text}");
            assert_eq!(&text[found.span.range()], printed, "{text}");
        }
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in [
            "19/2878",
            "22/1005",
            "27.00.00-P20-1-21",
            "1.514",
            "15.20.05",
            "2022-2025",
            "kl. 16.30",
            "§ 79 b",
            "99-99-2019",
            "31. februar 2020",
            "1. kvartal 2019",
            "12.5.2.1",
            "8. maj",
            "03.04.2019-A1",
            "26.700.000",
            "10 mål 2019",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn knows_the_printed_weekday() {
        for (text, weekday, whole) in [
            ("Mandag d. 05. september 2022", Some(Weekday::Monday), "Mandag d. 05. september 2022"),
            ("tirsdag den 10. juni 2025 kl. 14.30", Some(Weekday::Tuesday), "tirsdag den 10. juni 2025"),
            ("Mandag, 11 januar, 2021", Some(Weekday::Monday), "Mandag, 11 januar, 2021"),
            ("LØRDAG 8/5-2019", Some(Weekday::Saturday), "LØRDAG 8/5-2019"),
            ("hverdag den 8. maj 2019", None, "8. maj 2019"),
            ("på mødet den 8. maj 2019", None, "8. maj 2019"),
        ] {
            let found = first(text).unwrap();
            assert_eq!(found.weekday.map(|(day, _)| day), weekday, "{text}");
            assert_eq!(&text[found.whole().range()], whole);
        }
    }

    #[test]
    fn finds_all_in_order() {
        let text = "Behandlet den 7. maj 2019 og 08-05-2019, senest 1/6-2019.";
        let dates: Vec<_> = find(text).iter().map(|f| f.date.to_string()).collect();
        assert_eq!(dates, ["2019-05-07", "2019-05-08", "2019-06-01"]);
    }

    proptest! {
        #[test]
        fn any_printed_date_is_read_back(year in 1970i16..2070, month in 1i8..=12, day in 1i8..=28, form in 0usize..8) {
            let name = MONTHS[month as usize - 1];
            let printed = match form {
                0 => format!("{day:02}-{month:02}-{year}"),
                1 => format!("{day}.{month}.{year}"),
                2 => format!("{day}. {name} {year}"),
                3 => format!("{day:02}.{month:02}.{:02}", year % 100),
                4 => format!("{day}/{month}-{year}"),
                5 => format!("{day} {name}, {year}"),
                6 => format!("{day:02}. {} {year}", name.to_uppercase()),
                _ => format!("{year}-{month:02}-{day:02}"),
            };
            let text = format!("Ærø, møde den {printed} på Rådhuset, punkt 5");
            let found = find(&text);
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].date, date(year, month, day));
            prop_assert_eq!(&text[found[0].span.range()], printed.as_str());
        }

        #[test]
        fn never_panics(text in "\\PC{0,60}") {
            for found in find(&text) {
                prop_assert!(text.get(found.whole().range()).is_some());
            }
        }
    }
}
