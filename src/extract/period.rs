//! Periods named in a text: years, half-years, quarters, months, spans, and words that point to another period.

use crate::data::words::WORDS;
use crate::extract::joined::{first_like, is_dash, joined_to, names_month, up_to};
use crate::extract::named::Named;
use crate::extract::pointed::{part_of_year, pointed};
use crate::model::period::{Moment, Part, Period};
use crate::text::beginnings::Beginnings;
use crate::text::number_word;
use crate::text::token::{Kind, Token, month};

/// A mention in tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mention {
    pub start: usize,
    pub end: usize,
    pub named: Named,
}

/// All periods that the tokens name, from left to right.
#[must_use]
pub fn mentions(tokens: &[Token<'_>]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !opens(&tokens[at]) {
            at += 1;
            continue;
        }
        let found = dates(tokens, at)
            .or_else(|| parts(tokens, at))
            .or_else(|| pointed(tokens, at).map(|(end, named)| Mention { start: at, end, named }))
            .or_else(|| months(tokens, at))
            .or_else(|| years(tokens, at));
        match found {
            Some(mention) => {
                let mention = told_again(tokens, mention);
                at = mention.end;
                out.push(mention);
            }
            None => at += 1,
        }
    }
    out
}

/// "1. januar - 30. september 2024 (1.-3. kvartal)", "januar-marts 2024 (1. kvartal)": the same months by the name of
/// their quarters.
fn told_again(tokens: &[Token<'_>], mention: Mention) -> Mention {
    let Named::Absolute(Period { from, to: Some(to) }) = mention.named else { return mention };
    let inside = mention.end + 1;
    if inside >= tokens.len() || !tokens[mention.end].is_symbol('(') {
        return mention;
    }
    let Some(again) = parts(tokens, inside) else { return mention };
    let quarters = match again.named {
        Named::PartOnly(Part::Quarter(first), last) => Some((first, last.unwrap_or(Part::Quarter(first)))),
        Named::Absolute(Period { from: Moment { year, part: Part::Quarter(first) }, to }) if year == from.year => {
            Some((first, to.map_or(Part::Quarter(first), |to| to.part)))
        }
        _ => None,
    };
    let Some((first, Part::Quarter(last))) = quarters else { return mention };
    let same = from.year == to.year
        && from.part == Part::Month(first * 3 - 2)
        && to.part == Part::Month(last * 3)
        && tokens.get(again.end).is_some_and(|t| t.is_symbol(')'));
    if !same {
        return mention;
    }
    let quarter = |n| moment(from.year, Part::Quarter(n));
    Mention { end: again.end + 1, named: Named::Absolute(Period::span(quarter(first), quarter(last))), ..mention }
}

/// May a mention begin with this token?
fn opens(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Number { .. } | Kind::Date => true,
        Kind::Word => OPENERS.may_begin(token.first) && may_open(&token.lower),
        _ => false,
    }
}

/// The words with which mentions begin: nearly every word of a text begins otherwise.
#[rustfmt::skip]
static OPENERS: Beginnings = Beginnings::of(&[
    "i", "det", "samme", "året", "år", "sidste", "forrige", "foregående", "forudgående", "to", "tre", "seks", "ni",
    "halvår", "kvartal", "måned", "første", "andet", "anden", "tredje", "fjerde", "k1", "k2", "k3", "k4", "q1", "q2",
    "q3", "q4", "h1", "h2", "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
]);

/// Is a word a month, or one of those that periods without a number begin with?
fn may_open(word: &str) -> bool {
    matches!(word, "i" | "det" | "samme" | "året" | "år" | "sidste" | "forrige" | "foregående" | "forudgående")
        || matches!(word, "to" | "tre" | "seks" | "ni")
        || part_of_year(word).is_some()
        || place_in_row(word).is_some()
        || lettered(word).is_some()
        || names_month(word)
}

/// "første" is the first.
fn place_in_row(word: &str) -> Option<u8> {
    Some(match word {
        "første" => 1,
        "andet" | "anden" => 2,
        "tredje" => 3,
        "fjerde" => 4,
        _ => return None,
    })
}

/// `1. juli 2019 til 30. juni 2020`, `01.01.2021-30.06.2021`: whole months from the first to the last.
fn dates(tokens: &[Token<'_>], at: usize) -> Option<Mention> {
    let joined = is_dash(tokens.get(at + 1)) || tokens.get(at + 1).is_some_and(|t| t.is("til"));
    if !joined || tokens[at].kind != Kind::Date {
        return None;
    }
    let last = tokens.get(at + 2).filter(|t| t.kind == Kind::Date)?;
    let filler = usize::from(tokens.get(at + 3).is_some_and(|t| t.is("i")));
    let (last_day, last_month, year) = day_month_year(&last.lower)?;
    let named = tokens.get(at + 3 + filler).and_then(Token::year).filter(|_| year.is_none());
    let last_year = year.or(named)?;
    let (day, month, year) = day_month_year(&tokens[at].lower)?;
    let year = year.unwrap_or(last_year);
    if day != 1 || last_day < 28 || (year, month) > (last_year, last_month) || last_year - year > 5 {
        return None;
    }
    let period = Period::span(moment(year, Part::Month(month)), moment(last_year, Part::Month(last_month)));
    let end = at + 3 + if named.is_some() { filler + 1 } else { 0 };
    Some(Mention { start: at, end, named: Named::Absolute(period) })
}

/// The parts of a date as its token writes it; a year of two digits is in this century.
pub(super) fn day_month_year(lower: &str) -> Option<(u8, u8, Option<i16>)> {
    let mut parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next());
    if first.len() == 4 {
        return Some((third?.parse().ok()?, second.parse().ok()?, first.parse().ok()));
    }
    let named = second.parse().ok().or_else(|| month(second))?;
    let year = third.and_then(|year| year.parse::<i16>().ok()).map(|year| if year < 100 { 2000 + year } else { year });
    Some((first.parse().ok()?, named, year))
}

/// `2019`, `2019-2021`, `2019 til 2021`.
fn years(tokens: &[Token<'_>], at: usize) -> Option<Mention> {
    let first = tokens[at].year()?;
    // "Publiceret 2018-04": when a text came out.
    let month = is_dash(tokens.get(at + 1)) && tokens.get(at + 2).is_some_and(|t| t.lower.len() == 2);
    if month && at > 0 && WORDS.lists.dated.has(&tokens[at - 1]) {
        return None;
    }
    if is_in_case_number(tokens, at) {
        return None;
    }
    // "nr. 2019", "§ 2019" and money are no years.
    if at > 0 && (tokens[at - 1].is_symbol('§') || tokens[at - 1].is_any(&["nr", "kr"])) {
        return None;
    }
    // "afgjorde i 2021 sager efter tre love": the year, whatever follows.
    let year = |t: &Token<'_>| t.word().is_some_and(|word| word.ends_with("året"));
    let placed = at > 0 && (tokens[at - 1].is_any(&["i", "siden", "hele"]) || year(&tokens[at - 1]));
    if !placed && is_counted(tokens, at + 1) {
        return None;
    }
    let joined = is_dash(tokens.get(at + 1)) || tokens.get(at + 1).is_some_and(|t| t.is("til"));
    if joined
        && let Some(last) = tokens.get(at + 2).and_then(Token::year)
        && last > first
        && last - first < 30
    {
        // "fra 2019 til 2021" names two years that are compared, "perioden 2019-2021" one span.
        let compared = tokens[at + 1].is("til") && at > 0 && tokens[at - 1].is("fra");
        if !compared {
            let period = Period::span(moment(first, Part::Year), moment(last, Part::Year));
            return Some(Mention { start: at, end: at + 3, named: Named::Absolute(period) });
        }
    }
    Some(Mention { start: at, end: at + 1, named: Named::Absolute(Period::year(first)) })
}

/// "2025-3318": digits that no year has stand close behind a year.
fn is_in_case_number(tokens: &[Token<'_>], at: usize) -> bool {
    let [year, dash, number, ..] = &tokens[at..] else { return false };
    let is_number = matches!(number.kind, Kind::Number { .. }) && number.year().is_none() && number.lower.len() > 3;
    is_number && dash.is_symbol('-') && year.span.end == dash.span.start && dash.span.end == number.span.start
}

/// "1973 klagesager", "1973 afgjorte sager", "1973 og 950 klagesager": what stands behind the number is counted.
fn is_counted(tokens: &[Token<'_>], at: usize) -> bool {
    let several = |t: &Token<'_>| WORDS.case_nouns.has(t) && t.word().is_some_and(|word| word.ends_with("er"));
    let noun = |at: usize| tokens.get(at).is_some_and(|t| several(t) || t.is_any(&["kr", "borgere", "personer"]));
    let attribute = |at: usize| {
        let ends = |word: &str| WORDS.lists.attribute_endings.iter().any(|ending| word.ends_with(ending.as_str()));
        tokens.get(at).and_then(Token::word).is_some_and(ends)
    };
    let counted = |at: usize| noun(at) || attribute(at) && noun(at + 1);
    let joined = tokens.get(at).is_some_and(|t| t.is_any(&["og", "eller", "samt"]));
    let number = tokens.get(at + 1).is_some_and(|t| t.number().is_some() && t.year().is_none());
    counted(at) || joined && number && counted(at + 2)
}

fn moment(year: i16, part: Part) -> Moment {
    Moment { year, part }
}

/// `1. halvår 2016`, `1. og 2. kvartal`, `de første tre kvartaler af 2015`, `K1 2020`.
fn parts(tokens: &[Token<'_>], at: usize) -> Option<Mention> {
    if let Some(part) = tokens[at].word().and_then(lettered) {
        return Some(with_year(tokens, at, at + 1, part, None));
    }
    if let Some((end, from, to)) = first_few(tokens, at) {
        return Some(with_year(tokens, at, end, from, to));
    }
    let (first, mut next) = ordinal(tokens, at)?;
    let mut last = first;
    // "1.-2. kvartal", "1. og 2. kvartal", "1. til 3. kvartal", "1. til og med 3. kvartal"
    let and = usize::from(tokens.get(next).is_some_and(|t| t.is_any(&["og", "samt"])));
    let to = joined_to(tokens, next + and);
    if to > next
        && let Some((second, after)) = ordinal(tokens, to)
    {
        (last, next) = (second, after);
    }
    let word = tokens.get(next)?.word()?;
    let (from, to) = match word {
        "halvår" | "halvdel" | "halvårs" | "hå" => (Part::Half(first.min(2)), Part::Half(last.min(2))),
        "kvartal" | "kvartaler" | "kvartals" | "kvt" | "kvart" | "kv" => (Part::Quarter(first), Part::Quarter(last)),
        "måneder" | "måned" => return first_months(tokens, at, next),
        _ => {
            // "de første tre kvartaler"
            let count = tokens.get(next).and_then(count_value)?;
            let unit = tokens.get(next + 1)?.word()?;
            if first != 1 || !unit.starts_with("kvartal") || !(2..=4).contains(&count) {
                return months_after(tokens, at, next, count, unit);
            }
            next += 1;
            (Part::Quarter(1), Part::Quarter(count))
        }
    };
    let ok = |part: Part| match part {
        Part::Half(n) => (1..=2).contains(&n),
        Part::Quarter(n) => (1..=4).contains(&n),
        _ => true,
    };
    if !ok(from) || !ok(to) || from > to {
        return None;
    }
    // "i to af 4 kvartaler": so many, and not the fourth.
    if word == "kvartaler" && from == to && next == at + 1 && !(at > 0 && tokens[at - 1].is_any(&["første", "seneste"]))
    {
        return None;
    }
    // "de første 3. kvartaler af 2015": a slip for the first three.
    let from = match (word, from, at.checked_sub(1).map(|p| &tokens[p])) {
        ("kvartaler", Part::Quarter(n), Some(t)) if n > 1 && from == to && t.is_any(&["første", "seneste"]) => {
            Part::Quarter(1)
        }
        _ => from,
    };
    let from = if up_to(tokens, at) { first_like(from) } else { from };
    // "1. kv. 2021", but not "3 kv. m"
    let shortened =
        matches!(word, "kv" | "kvt" | "kvart" | "hå") && tokens.get(next + 1).is_some_and(|t| t.is_symbol('.'));
    let end = next + 1 + usize::from(shortened);
    if word == "kv" && tokens.get(end).is_some_and(|t| t.is_any(&["m", "meter"])) {
        return None;
    }
    Some(with_year(tokens, at, end, from, (to != from).then_some(to)))
}

/// "de tre første kvartaler af 2020", "årets seks første måneder": where the words end, and what they name.
fn first_few(tokens: &[Token<'_>], at: usize) -> Option<(usize, Part, Option<Part>)> {
    let unit = tokens.get(at + 2).filter(|_| tokens[at + 1].is("første"))?.word()?;
    let count = count_value(&tokens[at])?;
    let (from, to) = match unit {
        "kvartaler" => first_of_year(count.checked_mul(3)?)?,
        "måneder" => first_of_year(count)?,
        _ => return None,
    };
    Some((at + 3, from, to))
}

/// `K1`, `Q3`, `H2`: a part of a year as headings write it.
fn lettered(word: &str) -> Option<Part> {
    let [letter, digit @ b'1'..=b'4'] = word.as_bytes() else { return None };
    match (letter, digit - b'0') {
        (b'k' | b'q', quarter) => Some(Part::Quarter(quarter)),
        (b'h', half @ 1..=2) => Some(Part::Half(half)),
        _ => None,
    }
}

/// "årets første 6 måneder", "de første seks måneder af 2019".
fn months_after(tokens: &[Token<'_>], at: usize, next: usize, count: u8, unit: &str) -> Option<Mention> {
    let (from, to) = first_of_year(count)?;
    (tokens.get(at)?.is("første") && unit.starts_with("måned")).then(|| with_year(tokens, at, next + 2, from, to))
}

/// The first months of a year, three, six and nine of them as quarters.
fn first_of_year(months: u8) -> Option<(Part, Option<Part>)> {
    match months {
        3 => Some((Part::Quarter(1), None)),
        6 => Some((Part::Half(1), None)),
        9 => Some((Part::Quarter(1), Some(Part::Quarter(3)))),
        2..=11 => Some((Part::Month(1), Some(Part::Month(months)))),
        _ => None,
    }
}

fn first_months(tokens: &[Token<'_>], at: usize, next: usize) -> Option<Mention> {
    let first = at > 0 && tokens[at - 1].is("første");
    let (from, to) = first_of_year(count_value(&tokens[at])?).filter(|_| first)?;
    Some(with_year(tokens, at, next + 1, from, to))
}

fn count_value(token: &Token<'_>) -> Option<u8> {
    let digits = token.number().filter(|(_, decimals)| *decimals == 0).map(|(value, _)| value as u8);
    digits.or_else(|| token.word().and_then(number_word::value).and_then(|v| u8::try_from(v).ok()))
}

/// An ordinal: `1.`, `første`, `K1`, `Q1`.
fn ordinal(tokens: &[Token<'_>], at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at)?;
    if let Some((value, 0)) = token.number() {
        let dotted = usize::from(tokens.get(at + 1).is_some_and(|t| t.is_symbol('.')));
        return ((1.0..=12.0).contains(&value) && token.lower.len() <= 2).then_some((value as u8, at + 1 + dotted));
    }
    Some((place_in_row(token.word()?)?, at + 1))
}

/// Adds the year that follows: `1. halvår 2016`, `1. halvår af 2016`, `1. kvartal i år`.
fn with_year(tokens: &[Token<'_>], start: usize, mut end: usize, from: Part, to: Option<Part>) -> Mention {
    let filler = usize::from(tokens.get(end).is_some_and(|t| t.is_any(&["af", "i", "år"])));
    let named = match tokens.get(end + filler).and_then(Token::year) {
        Some(year) => {
            end += filler + 1;
            Named::Absolute(match to {
                Some(to) => Period::span(moment(year, from), moment(year, to)),
                None => Period::part(year, from),
            })
        }
        None if tokens[start.saturating_sub(2)..start].iter().any(|t| t.is("årets")) => Named::PartThisYear(from, to),
        // "i 1. halvår året før", "i 2. kvartal i det foregående år"
        None => match (end..=end + filler).filter(|&at| at < tokens.len()).find_map(|at| pointed(tokens, at)) {
            Some((last, Named::YearBefore | Named::LastYear)) => {
                end = last;
                Named::PartYearBefore(from, to)
            }
            _ => Named::PartOnly(from, to),
        },
    };
    Mention { start, end, named }
}

/// `april 2022`, `april - juni 2022`, `januar til og med september 2021`, `i juni`.
fn months(tokens: &[Token<'_>], at: usize) -> Option<Mention> {
    // "januar-september" is one word.
    if let Some((Some(first), Some(last))) = tokens[at].word()?.split_once('-').map(|(a, b)| (month(a), month(b)))
        && first < last
    {
        return Some(with_year(tokens, at, at + 1, Part::Month(first), Some(Part::Month(last))));
    }
    let first = month(tokens[at].word()?).filter(|_| tokens[at].lower.len() >= 3)?;
    let long = tokens[at].lower.len() > 4 || matches!(tokens[at].lower.as_ref(), "maj" | "juni" | "juli");
    if let Some(year) = tokens.get(at + 1).and_then(Token::year) {
        let to = joined_to(tokens, at + 2);
        if to > at + 2
            && let Some(second) = tokens.get(to).and_then(|t| month(t.word()?))
            && let Some(last) = tokens.get(to + 1).and_then(Token::year)
        {
            let period = Period::span(moment(year, Part::Month(first)), moment(last, Part::Month(second)));
            return Some(Mention { start: at, end: to + 2, named: Named::Absolute(period) });
        }
        // "til og med august 2021"
        if up_to(tokens, at) {
            let period = Period::span(moment(year, Part::Month(1)), moment(year, Part::Month(first)));
            return Some(Mention { start: at, end: at + 2, named: Named::Absolute(period) });
        }
        return Some(Mention {
            start: at,
            end: at + 2,
            named: Named::Absolute(Period::part(year, Part::Month(first))),
        });
    }
    let to = joined_to(tokens, at + 1);
    if let Some(second) = tokens.get(to).and_then(|t| month(t.word()?)).filter(|second| to > at + 1 && *second > first)
    {
        return Some(with_year(tokens, at, to + 1, Part::Month(first), Some(Part::Month(second))));
    }
    if long && up_to(tokens, at) {
        let named = Named::PartOnly(Part::Month(1), Some(Part::Month(first)));
        return Some(Mention { start: at, end: at + 1, named });
    }
    let placed = at > 0 && tokens[at - 1].is_any(&["i", "af", "fra", "til", "siden", "ultimo", "primo"]);
    (long && placed).then_some(Mention { start: at, end: at + 1, named: Named::PartOnly(Part::Month(first), None) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Span;
    use crate::text::{lower::aligned, token::tokens};

    fn names(text: &str) -> Vec<String> {
        let lower = aligned(text);
        let tokens = tokens(text, &lower, Span::new(0..text.len()));
        let show = |named: Named| match named {
            Named::Absolute(period) => period.to_string(),
            other => format!("{other:?}"),
        };
        mentions(&tokens).into_iter().map(|m| show(m.named)).collect()
    }

    #[test]
    fn finds_periods() {
        for (text, expected) in [
            ("i 2021 og 2020", vec!["2021", "2020"]),
            ("perioden 2019-2021", vec!["2019..2021"]),
            ("fra 2019 til 2021", vec!["2019", "2021"]),
            ("1. halvår 2016 44,4", vec!["2016-H1"]),
            ("første halvår af 2016", vec!["2016-H1"]),
            ("1. og 2. kvartal 2015", vec!["2015-H1"]),
            ("1.-4. kvartal 2015", vec!["2015"]),
            ("1. kv. 2021, 2. kvt. 2022 og 3. kv.", vec!["2021-Q1", "2022-Q2", "PartOnly(Quarter(3), None)"]),
            ("1.-2. kv. 2021 og 2. hå 2022", vec!["2021-H1", "2022-H2"]),
            ("på 3 kv. m", vec![]),
            ("K1 2020 og Q3", vec!["2020-Q1", "PartOnly(Quarter(3), None)"]),
            ("de første 3. kvartaler af 2015", vec!["2015-Q1..Q3"]),
            ("de første tre kvartaler af 2015", vec!["2015-Q1..Q3"]),
            ("i 2 af 4 kvartaler", vec![]),
            ("i april 2022 og i juni", vec!["2022-04", "PartOnly(Month(6), None)"]),
            ("april - juni 2022", vec!["2022-04..06"]),
            ("1. april - 31. december 2021 (2.-4. kvartal)", vec!["2021-Q2..Q4"]),
            ("april - juni 2022 (2. kvartal 2022)", vec!["2022-Q2"]),
            ("april - juni 2022 (3. kvartal)", vec!["2022-04..06", "PartOnly(Quarter(3), None)"]),
            ("april - juni 2022 (", vec!["2022-04..06"]),
            ("januar-september 2021", vec!["2021-01..09"]),
            ("fra januar til og med juni 2021", vec!["2021-H1"]),
            ("februar til maj 2021", vec!["2021-02..05"]),
            ("til og med august 2021", vec!["2021-01..08"]),
            ("til og med 3. kvartal 2024", vec!["2024-Q1..Q3"]),
            ("til og med 2. kvartal", vec!["PartOnly(Quarter(1), Some(Quarter(2)))"]),
            ("fra 2022 til og med 3. kvartal 2024", vec!["2022", "2024-Q3"]),
            ("1. til og med 3. kvartal 2024", vec!["2024-Q1..Q3"]),
            ("fra januar til og med 3. kvartal 2024", vec!["PartOnly(Month(1), None)", "2024-Q1..Q3"]),
            ("året før, sidste år, i år", vec!["YearBefore", "LastYear", "ThisYear"]),
            ("samme periode sidste år", vec!["SameBefore"]),
            ("i samme periode", vec!["Same"]),
            ("i halvåret forinden og kvartalet før", vec!["Preceding(Half(1))", "Preceding(Quarter(1))"]),
            ("i det foregående kvartal, forrige måned", vec!["Preceding(Quarter(1))", "Preceding(Month(1))"]),
            ("i 1. halvår året før", vec!["PartYearBefore(Half(1), None)"]),
            ("i 2. kvartal i det foregående år", vec!["PartYearBefore(Quarter(2), None)"]),
            ("i samme periode i 2020", vec!["SameIn(2020)"]),
            ("årets første 6 måneder", vec!["PartThisYear(Half(1), None)"]),
            ("årets første 9 måneder", vec!["PartThisYear(Quarter(1), Some(Quarter(3)))"]),
            ("de første 3 måneder af 2019", vec!["2019-Q1"]),
            ("årets tre første kvartaler", vec!["PartThisYear(Quarter(1), Some(Quarter(3)))"]),
            ("de to første kvartaler af 2021", vec!["2021-H1"]),
            ("til og med august", vec!["PartOnly(Month(1), Some(Month(8)))"]),
            ("de tre første kvartaler af 2015", vec!["2015-Q1..Q3"]),
            ("de 2 første kvartaler i 2015", vec!["2015-H1"]),
            ("årets ni første måneder", vec!["PartThisYear(Quarter(1), Some(Quarter(3)))"]),
            ("de tre første sager i 2015", vec!["2015"]),
            ("årets første tre kvartaler", vec!["PartThisYear(Quarter(1), Some(Quarter(3)))"]),
            ("den 8. maj 2019", vec![]),
            ("perioden 1. juli 2019 til 30. juni 2020", vec!["2019-07..2020-06"]),
            ("fra 1. januar til 30. juni 2020", vec!["2020-H1"]),
            ("01.01.2021-31.12.2021", vec!["2021"]),
            ("fra 8. maj 2019 til 3. juni 2019", vec![]),
            ("2234 borgere", vec![]),
            ("klager 2020 Sagsnr. 710-2021-18844", vec!["2020"]),
            ("sag 2020-0012345, 2025-3318", vec![]),
            ("i 12-2021", vec!["2021"]),
            ("afgjorde i 2021 sager efter tre love", vec!["2021"]),
            ("afgjorde 2021 sager", vec![]),
            ("Publiceret 2021-04 i avisen", vec![]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }
}
