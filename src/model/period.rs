//! The time that a figure is about: years, half-years, quarters, months and spans of them.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A year or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    pub year: i16,
    pub part: Part,
}

/// Which part of the year; the numbers count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
}

/// A moment, or a span from one moment to another (both included).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    pub from: Moment,
    /// `None` for a single moment.
    pub to: Option<Moment>,
}

impl Period {
    #[must_use]
    pub const fn year(year: i16) -> Self {
        Self { from: Moment { year, part: Part::Year }, to: None }
    }

    #[must_use]
    pub const fn part(year: i16, part: Part) -> Self {
        Self { from: Moment { year, part }, to: None }
    }

    /// From one moment to another. Whole runs fold as the contract says: quarters 1-2 are a half-year, 1-4 the
    /// year; equal ends are that moment.
    #[must_use]
    pub fn span(from: Moment, to: Moment) -> Self {
        if from == to {
            return Self { from, to: None };
        }
        if from.year == to.year {
            let part = match (from.part, to.part) {
                (Part::Quarter(1), Part::Quarter(2)) => Some(Part::Half(1)),
                (Part::Quarter(3), Part::Quarter(4)) => Some(Part::Half(2)),
                (Part::Quarter(1), Part::Quarter(4))
                | (Part::Half(1), Part::Half(2))
                | (Part::Month(1), Part::Month(12)) => Some(Part::Year),
                (Part::Month(1), Part::Month(6)) => Some(Part::Half(1)),
                (Part::Month(7), Part::Month(12)) => Some(Part::Half(2)),
                _ => None,
            };
            if let Some(part) = part {
                return Self::part(from.year, part);
            }
        }
        Self { from, to: Some(to) }
    }

    /// The single year, where the period is one.
    #[must_use]
    pub fn as_year(self) -> Option<i16> {
        (self.to.is_none() && self.from.part == Part::Year).then_some(self.from.year)
    }

    /// The quarters that a span of whole months is: January to September are the first three.
    #[must_use]
    pub fn as_quarters(self) -> Option<Self> {
        let Self { from: Moment { year, part: Part::Month(first) }, to: Some(to) } = self else { return None };
        let Part::Month(last) = to.part else { return None };
        let whole = year == to.year && first % 3 == 1 && last % 3 == 0;
        let quarter = |number| Moment { year, part: Part::Quarter(number) };
        whole.then(|| Self::span(quarter(first / 3 + 1), quarter(last / 3)))
    }

    /// The year in which the period ends.
    #[must_use]
    pub fn last_year(self) -> i16 {
        self.to.unwrap_or(self.from).year
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year => Ok(()),
            Self::Half(n) => write!(f, "H{n}"),
            Self::Quarter(n) => write!(f, "Q{n}"),
            Self::Month(n) => write!(f, "{n:02}"),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year => write!(f, "{:04}", self.year),
            part => write!(f, "{:04}-{part}", self.year),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        match self.to {
            None => Ok(()),
            Some(to) if to.year == self.from.year && to.part != Part::Year => write!(f, "..{}", to.part),
            Some(to) => write!(f, "..{to}"),
        }
    }
}

/// A period that is not written as the contract writes it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a period such as 2019, 2019-Q3, 2022-04 or 2019..2021, found {0:?}")]
pub struct PeriodError(String);

impl FromStr for Moment {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let error = || PeriodError(text.to_owned());
        let (year, rest) = text.split_once('-').unwrap_or((text, ""));
        let year = (year.len() == 4).then(|| year.parse().ok()).flatten().ok_or_else(error)?;
        let part = if rest.is_empty() { Part::Year } else { rest.parse().map_err(|_| error())? };
        Ok(Self { year, part })
    }
}

impl FromStr for Part {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let error = || PeriodError(text.to_owned());
        let number = |digits: &str, most: u8| digits.parse().ok().filter(|n| (1..=most).contains(n)).ok_or_else(error);
        match text.as_bytes().first() {
            Some(b'H') => number(&text[1..], 2).map(Self::Half),
            Some(b'Q') => number(&text[1..], 4).map(Self::Quarter),
            Some(b'0'..=b'9') if text.len() == 2 => number(text, 12).map(Self::Month),
            _ => Err(error()),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let Some((from, to)) = text.split_once("..") else {
            return Ok(Self { from: text.parse()?, to: None });
        };
        let from: Moment = from.parse()?;
        let to = match to.parse::<Part>() {
            Ok(part) => Moment { year: from.year, part },
            Err(_) => to.parse()?,
        };
        Ok(Self { from, to: Some(to) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_and_reads_as_the_contract_writes() {
        for text in ["2019", "2019-H1", "2019-Q3", "2022-04", "2015-Q1..Q3", "2019..2021", "2021-09..2023-09"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in ["19", "2019-Q5", "2019-13", "2019-H3", "", "2019..", "2019-4"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn whole_runs_fold() {
        let moment = |text: &str| text.parse::<Moment>().unwrap();
        for (from, to, folded) in [
            ("2016-Q1", "2016-Q2", "2016-H1"),
            ("2016-Q1", "2016-Q4", "2016"),
            ("2016-Q1", "2016-Q3", "2016-Q1..Q3"),
            ("2016-01", "2016-06", "2016-H1"),
            ("2019", "2021", "2019..2021"),
            ("2019", "2019", "2019"),
        ] {
            assert_eq!(Period::span(moment(from), moment(to)).to_string(), folded);
        }
    }
}
