//! Case numbers: `19/2878`, `27.00.00-P20-1-21`, `2020-0012345`, `EMN-2019-01234`, with or without a label.

use crate::data::minutes::{Words, fold};
use crate::text::run;

/// The case number of a line that holds nothing else, and whether a label stands before it; only a line that comes
/// folded too may begin with a label.
#[must_use]
pub fn of_line(text: &str, folded: Option<&str>, words: &Words) -> Option<(String, bool)> {
    if text.len() > 160 || run::digits(text).next().is_none() {
        return None;
    }
    if let Some(number) = folded.and_then(|folded| labelled(text, folded, words)) {
        return Some((number, true));
    }
    let may = text.starts_with(|c: char| c.is_ascii_digit()) || folded.is_some();
    if let Some(number) = Some(text).filter(|text| may && text.contains(['/', '-'])).and_then(|text| mixed(text, words))
    {
        return Some((number, false));
    }
    let bare = text.trim_end_matches(['.', ',']);
    // "27.00.00-K08-1-22 (Åben)": who may be there.
    let open = bare.strip_suffix(')').and_then(|inner| inner.rsplit_once(" ("));
    let bare = open.filter(|(_, mark)| words.noise.contains_key(&fold(mark))).map_or(bare, |(number, _)| number);
    is_unmistakable(bare).then(|| (bare.to_owned(), false))
}

/// "15.00.00.A00   15/17733": the plan's number before the case's; "Åben sag 22/16 Sagsbehandler: LKN": a word that says
/// who may be there before it, another field behind it.
fn mixed(text: &str, words: &Words) -> Option<String> {
    let mut rest: Vec<&str> = text.split_whitespace().collect();
    let opening = (1..=2.min(rest.len())).rev().find(|&n| words.noise.contains_key(&fold(&rest[..n].join(" "))));
    rest.drain(..opening.unwrap_or(0));
    let labelled = rest.first().is_some_and(|word| words.case_labels.contains(&fold(word)));
    rest.drain(..usize::from(labelled && opening.is_some()));
    let [first, more @ ..] = &rest[..] else { return None };
    if !is_unmistakable(first) {
        return None;
    }
    let (number, behind) = match more {
        [second, behind @ ..] if second.contains('/') && is_unmistakable(second) => (second, behind),
        _ if opening.is_some() => (first, more),
        _ => return None,
    };
    let field = behind.first().is_none_or(|word| word.ends_with(':'));
    field.then(|| (*number).to_owned())
}

/// A case number after its label; more fields may follow after a comma or blank.
fn labelled(text: &str, folded: &str, words: &Words) -> Option<String> {
    // "J.nr.: 15.00.00.P05 Sagsnr.: 14/3310": the case's own number before the plan's.
    let own = words.case_labels.iter().filter(|label| label.starts_with("sags"));
    let own = own.filter_map(|label| folded.find(label.as_str())).find(|&at| at > 0 && folded[..at].ends_with(' '));
    if let Some(at) = own.filter(|_| folded.len() == text.len())
        && let Some(number) = text.get(at..).zip(folded.get(at..)).and_then(|(t, f)| labelled(t, f, words))
    {
        return Some(number);
    }
    let label = words.case_labels.iter().find(|label| {
        folded
            .strip_prefix(label.as_str())
            .is_some_and(|rest| rest.starts_with([':', ' ', '.']) || rest.starts_with(|c: char| c.is_ascii_digit()))
    })?;
    let rest = text.chars().skip(label.chars().count()).collect::<String>();
    let token = rest.trim_start_matches([':', '.', ' ']).split([' ', ',', ';']).next()?;
    let token = token.trim_end_matches(['.', ':']);
    let divided = token.contains(['/', '-']) || token.matches('.').count() >= 2;
    (divided && token.len() >= 4 && is_code(token)).then(|| token.to_owned())
}

/// The case number at the end of a title, in brackets or after it, and the title without it.
#[must_use]
pub fn in_title(title: &str) -> Option<(String, &str)> {
    let bracketed = title.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    let (before, number) = bracketed.or_else(|| title.rsplit_once(' '))?;
    let long = number.rsplit(['/', '-']).next().is_some_and(|tail| tail.len() >= 3);
    // "(2023-7841)": a short number is one in brackets, where "(2022-2025)" is years.
    let short = bracketed.is_some()
        && number.split_once('-').is_some_and(|(year, case)| {
            let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
            let of_year = |s: &str| s.len() == 4 && (s.starts_with("19") || s.starts_with("20"));
            of_year(year) && (3..=4).contains(&case.len()) && digits(year) && digits(case) && !of_year(case)
        });
    (short || is_unmistakable(number) && long).then(|| (number.to_owned(), before.trim_end()))
}

/// Only capital letters, digits and the marks between them, with at least one digit.
fn is_code(token: &str) -> bool {
    token.chars().all(|c| c.is_ascii_digit() || c.is_uppercase() || matches!(c, '/' | '-' | '.' | '_'))
        && token.starts_with(|c: char| c.is_alphanumeric())
        && token.chars().any(|c| c.is_ascii_digit())
}

/// Forms that are case numbers without a label: `19/2878`, `2020-0012345`, `85.02.02G00-0011`, `EMN-2019-01234`.
fn is_unmistakable(token: &str) -> bool {
    if token.len() < 4 || token.len() > 40 || !is_code(token) {
        return false;
    }
    let digits =
        |s: &str, least: usize, most: usize| (least..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if let Some((year, number)) = token.split_once('/') {
        // "2019/2020" and "2021/22" are years.
        return digits(year, 2, 2) && digits(number, 1, 7) || digits(year, 4, 4) && digits(number, 5, 9);
    }
    // "330-2023-2114": the municipality's number, the year, the case.
    if let [owner, year, number] = token.split('-').collect::<Vec<_>>()[..]
        && digits(owner, 3, 3)
        && digits(year, 4, 4)
        && digits(number, 2, 7)
    {
        return true;
    }
    if let Some((year, number)) = token.split_once('-') {
        if digits(year, 4, 4) && digits(number, 5, 9) {
            return true;
        }
        if year.chars().all(char::is_uppercase)
            && number.split_once('-').is_some_and(|(y, n)| digits(y, 4, 4) && digits(n, 3, 9))
        {
            return true;
        }
    }
    // The municipal journal plan: two digits, point, two digits, point, two digits, then letters and numbers.
    let plan = token.as_bytes();
    let pair = |at: usize| plan.get(at..at + 2).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
    pair(0)
        && plan.get(2) == Some(&b'.')
        && pair(3)
        && plan.get(5) == Some(&b'.')
        && pair(6)
        && token.chars().skip(8).any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::minutes::words;

    #[test]
    fn reads_case_numbers_and_nothing_else() {
        for (line, number) in [
            ("19/2878", Some("19/2878")),
            ("Sagsnr.: 18/24758", Some("18/24758")),
            ("Sagsid.: 17/3668, Sagsinitialer: GES", Some("17/3668")),
            ("Sagsnr.: 27.42.00-G01-3-14 Sagsbehandler: Anne Holm", Some("27.42.00-G01-3-14")),
            ("85.02.02G00-0011", Some("85.02.02G00-0011")),
            ("2020-0012345", Some("2020-0012345")),
            ("Sagsnr.: 2016-001340", Some("2016-001340")),
            ("EMN-2019-01234", Some("EMN-2019-01234")),
            ("Sag 306-2009-600", Some("306-2009-600")),
            ("330-2023-2114", Some("330-2023-2114")),
            ("27.00.00-K08-1-22 (Åben)", Some("27.00.00-K08-1-22")),
            ("J.nr.: 15.00.00.P05 Sagsnr.: 14/3310", Some("14/3310")),
            ("15.00.00.A00   15/17733", Some("15/17733")),
            ("Åben sag   00.22.02-A00-3-15   Sagsbehandler: LKN", Some("00.22.02-A00-3-15")),
            ("Åben sag Sagsnr. 22/16", Some("22/16")),
            ("Sag nr. 15", None),
            ("2022-2025", None),
            ("08-05-2019", None),
            ("1.514", None),
            ("Sag om ankestatistik 2019/2020", None),
            ("Sagsnr.:", None),
        ] {
            assert_eq!(of_line(line, Some(&fold(line)), words()).map(|(n, _)| n).as_deref(), number, "{line}");
        }
        assert_eq!(in_title("Danmarkskort (2020-0012345)"), Some(("2020-0012345".to_owned(), "Danmarkskort")));
        assert_eq!(
            in_title("Danmarkskort vedr. klager 19/3818"),
            Some(("19/3818".to_owned(), "Danmarkskort vedr. klager"))
        );
        for title in ["Danmarkskort (2020)", "Budget 2021/22", "Plan 2019/2020", "Sæson 21/22"] {
            assert_eq!(in_title(title), None, "{title}");
        }
    }
}
