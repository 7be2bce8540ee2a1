//! Page numbers in the middle of a text, with the running head or foot that they stand in.

use super::is_leader;
use crate::text::token::month;
use std::collections::{BTreeMap, BTreeSet};

/// So many lines at the top say whose paper it is: what comes again of them at a page's end is a running head.
const TOP: usize = 12;
/// A running head is not longer, in bytes.
const LONGEST: usize = 160;
/// A lone number so far to the right is a page's.
const FAR: usize = 20;

/// "Side 4 af 9", "Side 4/9", "- 4 -": a page's number in the middle of a text.
#[must_use]
pub fn is_page_line(line: &str) -> bool {
    // Asked of every line, and nearly every line ends here.
    let first = line.bytes().find(|byte| !matches!(byte, b' ' | b'/' | 0xc2 | 0xa0));
    if !matches!(first, Some(b's' | b'S' | b'-')) {
        return false;
    }
    if let Some(between) = line.trim().strip_prefix("- ").and_then(|rest| rest.strip_suffix(" -")) {
        return page_number(between.trim()).is_some();
    }
    let mut words = line.split([' ', '/', '\u{a0}']).filter(|word| !word.is_empty());
    if !words.next().is_some_and(|word| word.eq_ignore_ascii_case("side")) {
        return false;
    }
    let numbers: Vec<&str> = words.filter(|word| !word.eq_ignore_ascii_case("af")).collect();
    matches!(numbers.len(), 1 | 2) && numbers.iter().all(|word| page_number(word).is_some())
}

fn page_number(word: &str) -> Option<u16> {
    let number = !word.is_empty() && word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit());
    number.then(|| word.parse().ok()).flatten()
}

/// How a running head gives the number of its page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Apart from the words: "Socialudvalget 4. maj 2021        3".
    Bare,
    /// "Side 3".
    Named,
    /// "Side 3 af 9", "3 af 9".
    Counted,
}

/// The words of a line that holds a page's number, that number, and how it is given.
fn numbered(line: &str) -> Option<(&str, u16, Form)> {
    let line = line.trim();
    let at_an_end = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // Nearly every line of a text ends here.
    let sides = line.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("side"));
    if line.len() > LONGEST || !(at_an_end(line.chars().next_back()) || at_an_end(line.chars().next()) || sides) {
        return None;
    }
    if is_leader(line) {
        return None;
    }
    behind(line).or_else(|| before(line))
}

/// "Socialudvalget, side 3", "Referat    4. maj 2021    3 af 9"
fn behind(line: &str) -> Option<(&str, u16, Form)> {
    let parted = |text: &str| -> Option<(usize, u16)> {
        let from = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        Some((from, page_number(&text[from..])?))
    };
    let (from, last) = parted(line)?;
    let rest = &line[..from];
    let of = rest.strip_suffix('/').or_else(|| rest.strip_suffix(" af "));
    let (rest, number, counted) = match of.and_then(|of| parted(of).map(|(from, number)| (&of[..from], number))) {
        Some((rest, number)) if number <= last => (rest, number, true),
        _ => (rest, last, false),
    };
    let short = rest.trim_end();
    let named = short.len().checked_sub(4).and_then(|at| short.split_at_checked(at));
    let named = named
        .filter(|(before, word)| word.eq_ignore_ascii_case("side") && !before.ends_with(|c: char| c.is_alphanumeric()));
    let apart = rest.ends_with("   ") || rest.ends_with('\t') || short.ends_with('|');
    let (words, form) = match named {
        Some((words, _)) => (words, if counted { Form::Counted } else { Form::Named }),
        None if apart => (rest, if counted { Form::Counted } else { Form::Bare }),
        None => return None,
    };
    Some((words, number, form))
}

/// "Side 3 af 9    Socialudvalget", "3      Socialudvalget 4. maj 2021"
fn before(line: &str) -> Option<(&str, u16, Form)> {
    let named = line.get(..5).filter(|word| word.eq_ignore_ascii_case("side ")).map(|word| &line[word.len()..]);
    let text = named.unwrap_or(line);
    let length = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let number = page_number(&text[..length(text)])?;
    let rest = &text[length(text)..];
    let of = rest.strip_prefix('/').or_else(|| rest.strip_prefix(" af ")).filter(|of| length(of) > 0);
    let counted = of.is_some();
    let rest = of.map_or(rest, |of| &of[length(of)..]);
    let parts = rest.trim_start().starts_with(['|', '-', '–', '•']);
    let apart = rest.starts_with("   ") || rest.starts_with('\t') || named.is_some() && parts;
    let form = match (counted, named) {
        (true, _) => Form::Counted,
        (false, Some(_)) => Form::Named,
        (false, None) => Form::Bare,
    };
    apart.then_some((rest, number, form))
}

/// "08-10-2024", "4. maj 2021"
fn has_date(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', '|', ';', '(', ')'])).collect();
    let numeric = |word: &&str| {
        let parts: Vec<&str> = word.split(['.', '-', '/']).collect();
        parts.len() == 3 && parts.iter().all(|part| digits(part))
    };
    let written = |three: &[&str]| {
        digits(three[0].trim_end_matches('.')) && month(&three[1].to_lowercase()).is_some() && digits(three[2])
    };
    words.iter().any(numeric) || words.windows(3).any(written)
}

/// The words of a running head, blank by blank.
fn plain(words: &str) -> String {
    let trimmed =
        words.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '|' | '•' | '·' | ':'));
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// May a line hold a page's number: is one of its ends a figure, "Side" or a dash? Nearly no line of a text has such.
fn may_count(line: &str) -> bool {
    let filled = |byte: &&u8| !matches!(byte, b' ' | b'\t' | b'\r' | 0x0c | 0xc2 | 0xa0 | b'/');
    let first = line.as_bytes().iter().find(filled);
    let last = line.as_bytes().iter().rfind(filled);
    first.is_some_and(|byte| matches!(byte, b'0'..=b'9' | b's' | b'S' | b'-'))
        || last.is_some_and(|byte| matches!(byte, b'0'..=b'9' | b'-'))
}

/// Which lines of a text are page numbers, or running heads and feet that come with them.
#[must_use]
pub fn page_lines(lines: &[&str]) -> Vec<bool> {
    let mut out: Vec<bool> = lines.iter().map(|line| may_count(line) && is_page_line(line.trim())).collect();
    let mut heads: BTreeMap<String, Vec<(usize, u16, Form, &str)>> = BTreeMap::new();
    let mut lone: Vec<(usize, u16)> = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(at, line)| may_count(line) && !out[*at]) {
        if let Some(number) = page_number(line.trim()) {
            let far = line.len() - line.trim_start().len() >= FAR;
            let apart = at.checked_sub(1).is_some_and(|above| lines[above].trim().is_empty());
            lone.extend((far && apart).then_some((at, number)));
        } else if let Some((words, number, form)) = numbered(line) {
            let rest = plain(words);
            if rest.chars().filter(|c| c.is_alphabetic()).count() > 2 || has_date(&rest) {
                heads.entry(rest).or_default().push((at, number, form, words));
            }
        }
    }
    if heads.is_empty() && lone.is_empty() && !out.contains(&true) {
        return out;
    }
    let filled = lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let top: Vec<(usize, &str)> = filled.map(|(at, line)| (at, line.trim())).take(TOP).collect();
    let below_top = top.last().map_or(0, |(at, _)| at + 1);
    let known = |words: &str| {
        let fields = words.split("  ").map(plain).filter(|field| !field.is_empty());
        let stands = |field: &String| top.iter().any(|(_, line)| line.contains(field.as_str()));
        fields.map(|field| stands(&field) || has_date(&field) && field.len() <= 24).reduce(|a, b| a && b)
    };
    if lone.len() > 1 && lone[0].1 <= 2 && lone.windows(2).all(|two| two[0].1 + 1 == two[1].1) {
        lone.iter().for_each(|(at, _)| out[*at] = true);
    }
    for (rest, lines_of) in &heads {
        let follows = |two: &[(usize, u16, Form, &str)]| two[1].1 == two[0].1 + 1;
        let (_, _, form, words) = lines_of[0];
        let told = has_date(rest) || known(words).unwrap_or(false);
        let is_head = match (&lines_of[..], form) {
            ([_], Form::Bare) => false,
            ([_], Form::Named) => known(words).unwrap_or(false),
            ([_], Form::Counted) => told,
            (_, Form::Bare) => has_date(rest) && lines_of.windows(2).all(follows),
            _ => told && lines_of.windows(2).all(follows),
        };
        if is_head {
            let at: Vec<usize> = lines_of.iter().map(|(at, ..)| *at).filter(|at| *at >= below_top).collect();
            at.iter().for_each(|at| out[*at] = true);
            for beside in companions(lines, &at) {
                out[beside] = true;
            }
        }
    }
    // What is printed over or under the number says no more than the top does.
    let pages: Vec<usize> = (below_top..lines.len()).filter(|at| out[*at]).collect();
    for page in pages {
        let above = (below_top..page).rev().find(|at| !lines[*at].trim().is_empty());
        let below = (page + 1..lines.len()).find(|at| !lines[*at].trim().is_empty());
        for at in above.into_iter().chain(below) {
            let parted = lines[at].trim().contains("   ");
            out[at] |= parted && has_date(lines[at]) && known(lines[at]).unwrap_or(false);
        }
    }
    out
}

/// The lines right above and below that are the same beside all of these.
fn companions(lines: &[&str], at: &[usize]) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    if at.len() < 2 {
        return out;
    }
    for step in [-1, 1] {
        let beside: Vec<usize> = at.iter().filter_map(|at| at.checked_add_signed(step)).collect();
        let text = |at: &usize| lines.get(*at).map(|line| line.trim()).filter(|line| !line.is_empty());
        let first = beside.first().and_then(text);
        if beside.len() == at.len() && first.is_some() && beside.iter().all(|at| text(at) == first) {
            out.extend(beside);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(text: &str) -> Vec<usize> {
        let lines: Vec<&str> = text.split('\n').collect();
        page_lines(&lines).iter().enumerate().filter(|(_, is)| **is).map(|(at, _)| at).collect()
    }

    #[test]
    fn a_running_head_comes_again_with_the_next_number() {
        let body = "Et afsnit af sagen.\n".repeat(14);
        for (head, next) in [
            ("Socialudvalget d. 04-05-2021                 3", "Socialudvalget d. 04-05-2021                 4"),
            ("Side 1 af 2       Socialudvalget 4. maj 2021", "Side 2 af 2       Socialudvalget 4. maj 2021"),
            ("Socialudvalget, 4. maj 2021, side 3", "Socialudvalget, 4. maj 2021, side 4"),
            (
                "Nordby Kommune   Socialudvalget   04. maj 2021     Side 1/3",
                "Nordby Kommune   Socialudvalget   04. maj 2021     Side 2/3",
            ),
            ("                         1", "                         2"),
            ("    - 1 -", "    - 2 -"),
        ] {
            let text = format!("Nordby Kommune\nReferat\n{body}\n{head}\n{body}\n{next}");
            assert_eq!(pages(&text), [17, 33], "{head}");
        }
        let text = format!(
            "{body}\nSocialudvalget\n04-05-2021             Side 2\n\n{body}\nSocialudvalget\n04-05-2021             Side 3\n"
        );
        assert_eq!(pages(&text), [15, 16, 33, 34]);
    }

    #[test]
    fn a_head_that_stands_once_is_told_by_the_top() {
        let body = "Et afsnit af sagen.\n".repeat(14);
        let text =
            format!("Nordby Kommune\nSocialudvalget\n{body}\nSocialudvalget - 04.05.2021               2 af 2\n{body}");
        assert_eq!(pages(&text), [17]);
        let text = format!(
            "Nordby Kommune\nSocialudvalget\n{body}\n                       1\n\nNordby Kommune      Socialudvalget      04-05-2021\n\n{body}\n                       2"
        );
        assert_eq!(pages(&text), [17, 19, 36]);
    }

    #[test]
    fn rows_and_contents_are_no_running_heads() {
        let body = "Et afsnit af sagen.\n".repeat(14);
        for lines in [
            "Børn             12\nÆldre            13\nBørn             13",
            "1. Godkendelse af dagsorden      Side 2\n2. Klager 2020       Side 3",
            "Pr. 1. januar 2020       312\nPr. 1. januar 2021       318",
            "Socialudvalget           12",
            "I alt         1 af 3",
        ] {
            assert!(pages(&format!("Nordby Kommune\nSocialudvalget\n{body}{lines}\n")).is_empty(), "{lines}");
        }
    }
}
