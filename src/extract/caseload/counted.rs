//! Days on which caseloads were counted, as labels of tables name them.

use crate::data::caseload::CASELOAD;
use crate::extract::axis::{self, Time};
use crate::text::token::Kind;

/// "1. oktober 2023", "Sager pr. 31.12.2022": caseloads are counted on a day, whose year theirs is. The label before
/// the day, and that year; a day within a name says something else.
pub(super) fn counted_on(text: &str) -> (&str, Option<Time>) {
    let dated = axis::read(text, |clause| {
        let date = clause.tokens.last().filter(|t| t.kind == Kind::Date)?;
        Some((date.span.start as usize, Time::of_date(clause)?))
    });
    let Some((at, time)) = dated else { return (text, None) };
    let mut label = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '('));
    while let Some(shorter) = ["pr.", "pr", "per", "den", "d.", "ultimo", "primo"].iter().find_map(|word| {
        let at = label.len().checked_sub(word.len())?;
        let shorter = label.get(..at).filter(|_| label[at..].eq_ignore_ascii_case(word))?;
        (shorter.is_empty() || shorter.ends_with(' ')).then(|| shorter.trim_end())
    }) {
        label = shorter;
    }
    let measures = label.is_empty() || CASELOAD.label(&label.to_lowercase()).is_some();
    if measures { (label, Some(time)) } else { (text, None) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::period::Period;

    #[test]
    fn days_give_their_year() {
        for (label, rest, year) in [
            ("1. oktober 2023", "", Some(2023)),
            ("Pr. 1. oktober 2023", "", Some(2023)),
            ("Antal sager pr. 31.12.2022", "Antal sager", Some(2022)),
            ("Årsværk (pr. 1/9-2021)", "Årsværk (pr. 1/9-2021)", None),
            ("Ungeteam, oprettet den 1. marts 2024", "Ungeteam, oprettet den 1. marts 2024", None),
            ("Sygedagpenge", "Sygedagpenge", None),
        ] {
            let (text, time) = counted_on(label);
            assert_eq!(
                (text, time.and_then(|time| time.period(None, None))),
                (rest, year.map(Period::year)),
                "{label}"
            );
        }
    }
}
