//! What a label of a table says whatever the table is about: where and when. A period may be said in pieces, the year
//! over the quarter or on the other side of the table; only a row and a column together say which cell's it is.

use crate::data::word_list::WordList;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::day_month_year;
use crate::model::figure::Place;
use crate::model::period::{Moment, Part, Period};
use crate::model::source::Span;
use crate::text::lower::aligned;
use crate::text::token::{Kind, month};

/// The pieces of a period that labels name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Time {
    /// A period with its year, other than a plain year.
    exact: Option<Period>,
    year: Option<i16>,
    /// A part of a year, or a span of parts.
    part: Option<(Part, Option<Part>)>,
    /// How many years after the year of what the table is about: "året før" is -1.
    moved: Option<i16>,
}

impl Time {
    /// What the periods of a label say; a month needs no "i" before it where it is the whole label.
    #[must_use]
    pub fn of(clause: &Clause<'_>) -> Self {
        let mut out = Self::default();
        let mut words = clause.tokens.iter().filter(|t| !t.is_symbol('.'));
        if let (Some(word), None) = (words.next().and_then(|t| t.word()), words.next())
            && let Some(month) = month(word)
        {
            out.part = Some((Part::Month(month), None));
        }
        for mention in &clause.periods {
            match mention.named {
                Named::Absolute(period) => match period.as_year() {
                    Some(year) => out.year = out.year.or(Some(year)),
                    None => out.exact = out.exact.or(Some(period)),
                },
                Named::PartOnly(from, to) => out.part = out.part.or(Some((from, to))),
                Named::YearBefore | Named::LastYear => out.moved = Some(-1),
                Named::PartYearBefore(from, to) => {
                    out.part = out.part.or(Some((from, to)));
                    out.moved = Some(-1);
                }
                Named::ThisYear => out.moved = Some(0),
                _ => {}
            }
        }
        out
    }

    /// The year of the date that a label names: "pr. 31.12.2021".
    #[must_use]
    pub fn of_date(clause: &Clause<'_>) -> Option<Self> {
        let date = clause.tokens.iter().find(|t| t.kind == Kind::Date)?;
        let (_, _, year) = day_month_year(&date.lower)?;
        year.map(|year| Self { year: Some(year), ..Self::default() })
    }

    /// "2023 (2022)", "2023 / 2022": the year of what stands in parentheses, or behind a stroke, behind each value.
    #[must_use]
    pub fn in_parentheses(clause: &Clause<'_>) -> Option<Period> {
        let [first, second] = &clause.periods[..] else { return None };
        let opens = first.end + 1 == second.start && clause.tokens[first.end].is_symbol('(');
        let closes = clause.tokens.get(second.end).is_some_and(|t| t.is_symbol(')') || t.is("i"));
        let stroke = first.end + 1 == second.start && clause.tokens[first.end].is_symbol('/');
        match second.named {
            Named::Absolute(period) => period.as_year().map(Period::year).filter(|_| stroke || opens && closes),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_some(&self) -> bool {
        *self != Self::default()
    }

    /// "1. halvår": a part of any year.
    #[must_use]
    pub fn is_part_alone(&self) -> bool {
        *self == Self { part: self.part, ..Self::default() } && self.part.is_some()
    }

    /// These pieces, and for what they leave unsaid those of a label further out or of the other side.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        // A whole period, or a year and a part of one, leaves nothing unsaid.
        if self.exact.is_some() {
            return self;
        }
        Self {
            exact: other.exact.filter(|_| !self.is_some()),
            year: self.year.or(other.year),
            part: self.part.or(other.part),
            moved: self.moved.or(other.moved),
        }
    }

    /// The period; `base` is what the table is about where its labels do not say a year. A part of a year that nothing
    /// names is the latest before the meeting.
    #[must_use]
    pub fn period(self, base: Option<Period>, meeting: Option<Moment>) -> Option<Period> {
        if self.exact.is_some() {
            return self.exact;
        }
        let moved = |years: i16| base.map(|base| base.last_year()).or(meeting.map(|m| m.year)).map(|year| year + years);
        let year = self.year.or_else(|| self.moved.and_then(moved));
        let Some((from, to)) = self.part else { return year.map(Period::year).or(base) };
        let year = year.or(base.map(Period::last_year)).or_else(|| latest(to.unwrap_or(from), meeting?))?;
        let moment = |part| Moment { year, part };
        Some(to.map_or(Period::part(year, from), |to| Period::span(moment(from), moment(to))))
    }
}

/// The year of the latest such part of a year that is over before the meeting; its own month counts.
fn latest(part: Part, meeting: Moment) -> Option<i16> {
    let Part::Month(now) = meeting.part else { return None };
    let last = match part {
        Part::Year => 12,
        Part::Half(half) => half * 6,
        Part::Quarter(quarter) => quarter * 3,
        Part::Month(month) => month,
    };
    Some(meeting.year - i16::from(last > now))
}

/// Why what stands under a label is no figure of the table's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// A difference or a rank.
    Compared,
    /// What is aimed at.
    Aimed,
    /// A mean, or others without a name: nobody's where the label says no more.
    Nobodys,
}

/// "Mål", "Udvikling", "Ændring ift. 2021", "Placering", "Gennemsnit", "Nabokommuner": no figure of the table's.
#[must_use]
pub fn stands_beside(clause: &Clause<'_>) -> Option<Beside> {
    let lists = &WORDS.lists;
    let has = |list: &WordList| clause.tokens.iter().any(|t| list.has(t));
    let changes = clause.tokens.iter().any(|t| t.word().is_some_and(|w| w.starts_with("ændring")))
        && clause.has_word(&["ift", "forhold", "siden", "fra", "procentvis", "årlig"]);
    let signs = clause.tokens.iter().any(|t| t.is_symbol('+')) && clause.tokens.iter().all(|t| t.word().is_none());
    // "Vækst- og Beskæftigelsesforvaltningen" is a name.
    let joined = |at: usize| {
        let end = clause.tokens[at].span.end;
        clause.tokens.get(at + 1).is_some_and(|t| t.is_symbol('-') && t.span.start == end)
    };
    let compares = clause.tokens.iter().enumerate().any(|(at, t)| lists.comparing.has(t) && !joined(at));
    if changes || signs || compares || has(&lists.other_units) {
        return Some(Beside::Compared);
    }
    let placed = !clause.places.is_empty() || clause.has(|tag| *tag == Tag::Nation);
    let nobodys = has(&lists.means) || clause.has(|tag| *tag == Tag::Nameless);
    match has(&lists.aims) {
        true => Some(Beside::Aimed),
        false => (nobodys && !placed).then_some(Beside::Nobodys),
    }
}

/// What a label's words say.
#[must_use]
pub fn read<T>(label: &str, say: impl Fn(&Clause<'_>) -> T) -> T {
    let lower = aligned(label);
    say(&Clause::read(label, &lower, Span::new(0..label.len())))
}

/// A label without the mark of its footnote: `[1]`, `*`, `1)`, `²`.
#[must_use]
pub fn without_mark(text: &str) -> (&str, Option<&str>) {
    let trimmed = text.trim_end();
    if let Some(open) = trimmed.rfind('[')
        && trimmed.ends_with(']')
    {
        return (&trimmed[..open], Some(&trimmed[open..]));
    }
    let body = trimmed.trim_end_matches(['*', '¹', '²', '³']);
    let body = match body.strip_suffix(')') {
        Some(rest) if body.len() == trimmed.len() && !rest.contains('(') => {
            rest.trim_end_matches(|c: char| c.is_ascii_digit())
        }
        _ => body,
    };
    let mark = &trimmed[body.len()..];
    // "1)" needs its digit; a label that is nothing but marks is none.
    if mark.is_empty() || mark == ")" || body.trim().is_empty() {
        (trimmed, None)
    } else {
        (body.trim_end(), Some(mark))
    }
}

/// The place that a label names; "kommunen" alone is whose paper it is.
#[must_use]
pub fn place(clause: &Clause<'_>, own: Option<&Place>) -> Option<Place> {
    let nation = || clause.has(|tag| *tag == Tag::Nation).then_some(Place::NATION);
    let alone = clause.terms.iter().any(|hit| hit.tag == Tag::Own && hit.end - hit.start == clause.tokens.len());
    clause.places.first().map(|hit| hit.tag.clone()).or_else(nation).or_else(|| own.cloned().filter(|_| alone))
}

/// The label's words without its places and periods: "Sager 2018" measures what "Sager" does.
#[must_use]
pub fn rest(text: &str, clause: &Clause<'_>) -> String {
    let said = |at: usize| {
        clause.places.iter().any(|hit| (hit.start..hit.end).contains(&at))
            || clause.is_of_period(at)
            || clause.terms.iter().any(|hit| hit.tag == Tag::Nation && (hit.start..hit.end).contains(&at))
    };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (at, token) in clause.tokens.iter().enumerate() {
        let span = token.span.range();
        if said(at) {
            from = span.end;
            continue;
        }
        out.push_str(text.get(from..span.end).unwrap_or_default());
        from = span.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    let loose = |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '–' | '/' | ';' | '*');
    let mut out = out.trim_matches(loose).to_owned();
    // "Sager i 2018": nothing follows the preposition any more.
    if out.len() < text.trim().len() {
        for word in [" i", " pr", " pr.", " for", " ultimo", " primo", " per"] {
            if let Some(shorter) = out.strip_suffix(word) {
                out.truncate(shorter.len());
            }
        }
    }
    out.replace("()", "").trim_matches(loose).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_put_together_from_row_and_column() {
        let meeting = Some(Moment { year: 2021, part: Part::Month(2) });
        for (inner, outer, base, expected) in [
            ("1. halvår", "2014", Some(2015), "2014-H1"),
            ("2014", "1. halvår", Some(2015), "2014-H1"),
            ("3. kvartal", "Team", Some(2020), "2020-Q3"),
            ("juli", "", Some(2019), "2019-07"),
            ("dec.", "", None, "2020-12"),
            ("januar", "", None, "2021-01"),
            ("4. kvartal", "", None, "2020-Q4"),
            ("Udfald", "", Some(2018), "2018"),
            ("2. halvår 2016", "2014", None, "2016-H2"),
            ("Året før", "", Some(2018), "2017"),
            ("2019-2021", "", None, "2019..2021"),
        ] {
            let time = read(inner, Time::of).or(read(outer, Time::of));
            let period = time.period(base.map(Period::year), meeting).map(|p| p.to_string());
            assert_eq!(period.as_deref(), Some(expected), "{inner} under {outer}");
        }
    }

    #[test]
    fn parentheses_and_strokes_may_hold_another_year() {
        for (label, expected) in [
            ("2023 (2022)", Some(2022)),
            ("2023 (2022 i parentes)", Some(2022)),
            ("2023 / 2022", Some(2022)),
            ("2023, 2022", None),
            ("2023", None),
        ] {
            assert_eq!(read(label, Time::in_parentheses), expected.map(Period::year), "{label}");
        }
    }

    #[test]
    fn the_rest_of_a_label_says_what() {
        for (text, expected) in [
            ("Sager 2018", "Sager"),
            ("Sager pr. årsværk 2018", "Sager pr. årsværk"),
            ("Ringsted 2020", ""),
            ("Hele landet 2021", ""),
            ("Omgørelsesprocent, hele landet", "Omgørelsesprocent"),
            ("Antal sager i 2018", "Antal sager"),
            ("Unge under 30 år", "Unge under 30 år"),
            ("Sygedagpenge", "Sygedagpenge"),
        ] {
            assert_eq!(read(text, |clause| rest(text, clause)), expected, "{text}");
        }
    }
}
