//! A period as a text names it, and which one that is.

use crate::model::period::{Moment, Part, Period};

/// A period as a text names it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Named {
    Absolute(Period),
    /// The year before the one spoken of: "året før".
    YearBefore,
    /// "sidste år", "i fjor": the year before the text was written; in minutes, which speak of a map's year, the year
    /// before the one spoken of.
    LastYear,
    /// "i år": the year of the meeting.
    ThisYear,
    /// "samme periode", "samme år": what was spoken of last.
    Same,
    /// "samme periode sidste år": the same part of the year before.
    SameBefore,
    /// "samme periode i 2020": the same part of that year.
    SameIn(i16),
    /// A part of a year that is not named: "1. halvår", "i juni".
    PartOnly(Part, Option<Part>),
    /// "årets første 6 måneder", "årets første tre kvartaler": a part of the year of the meeting.
    PartThisYear(Part, Option<Part>),
    /// "1. halvår året før": a part of the year before the one spoken of.
    PartYearBefore(Part, Option<Part>),
    /// "for halvåret", where a quarter was spoken of: the half that it lies in.
    Within(Part),
    /// "halvåret forinden", "kvartalet før": the part right before the one spoken of, if that is of the same kind.
    Preceding(Part),
}

impl Named {
    /// Does it point to a time before the one spoken of, which goes on being spoken of?
    #[must_use]
    pub const fn looks_back(self) -> bool {
        matches!(self, Self::YearBefore | Self::SameBefore | Self::PartYearBefore(..) | Self::Preceding(_))
    }

    /// The period, seen from `base`, the one spoken of, and from the month of the meeting; `None` where it cannot be
    /// settled.
    #[must_use]
    pub fn resolve(self, base: Option<Period>, meeting: Option<Moment>) -> Option<Period> {
        let moved = |period: Period, years: i16| Period {
            from: Moment { year: period.from.year + years, ..period.from },
            to: period.to.map(|to| Moment { year: to.year + years, ..to }),
        };
        let shifted = |period: Period| moved(period, -1);
        match self {
            Self::Absolute(period) => Some(period),
            Self::Same => base,
            Self::LastYear | Self::YearBefore => {
                base.or(meeting.map(|m| Period::year(m.year))).map(|period| Period::year(shifted(period).from.year))
            }
            Self::SameBefore => base.map(shifted),
            Self::SameIn(year) => base.map(|period| moved(period, year - period.from.year)),
            Self::PartYearBefore(from, to) => base.map(|period| {
                let moment = |part| Moment { year: period.from.year - 1, part };
                to.map_or_else(|| Period::part(period.from.year - 1, from), |to| Period::span(moment(from), moment(to)))
            }),
            Self::Preceding(kind) => base.filter(|period| period.to.is_none()).and_then(|Period { from, .. }| {
                let (year, part) = match (kind, from.part) {
                    (Part::Half(_), Part::Half(1)) => (from.year - 1, Part::Half(2)),
                    (Part::Half(_), Part::Half(half)) => (from.year, Part::Half(half - 1)),
                    (Part::Quarter(_), Part::Quarter(1)) => (from.year - 1, Part::Quarter(4)),
                    (Part::Quarter(_), Part::Quarter(quarter)) => (from.year, Part::Quarter(quarter - 1)),
                    (Part::Month(_), Part::Month(1)) => (from.year - 1, Part::Month(12)),
                    (Part::Month(_), Part::Month(month)) => (from.year, Part::Month(month - 1)),
                    _ => return None,
                };
                Some(Period::part(year, part))
            }),
            Self::Within(kind) => base.map(|period| match (kind, period.from.part) {
                (Part::Half(_), Part::Quarter(quarter)) if period.to.is_none() => {
                    Period::part(period.from.year, Part::Half(quarter.div_ceil(2)))
                }
                _ => period,
            }),
            Self::ThisYear => meeting.map(|meeting| Period::year(meeting.year)),
            Self::PartThisYear(from, to) => meeting.map(|meeting| {
                let moment = |part| Moment { year: meeting.year, part };
                to.map_or_else(|| Period::part(meeting.year, from), |to| Period::span(moment(from), moment(to)))
            }),
            Self::PartOnly(from, to) => {
                let year = match (from, meeting) {
                    // A month without a year is the latest such month before the meeting.
                    (Part::Month(month), Some(Moment { year, part: Part::Month(now) })) => {
                        if month <= now {
                            year
                        } else {
                            year - 1
                        }
                    }
                    _ => base.map(|period| period.from.year)?,
                };
                let moment = |part| Moment { year, part };
                Some(match to {
                    Some(to) => Period::span(moment(from), moment(to)),
                    None => Period::part(year, from),
                })
            }
        }
    }
}
