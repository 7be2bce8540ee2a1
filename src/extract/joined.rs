//! Words that join two times, or lead up to one from the beginning of its year: "januar til og med juni", "til og med 3.
//! kvartal".

use crate::extract::pointed::part_of_year;
use crate::model::period::Part;
use crate::text::token::{Kind, Token, month};

/// "marts", "januar-marts"
pub(super) fn names_month(word: &str) -> bool {
    // No month has fewer than three letters.
    let pair = || word.len() > 6 && word.split_once('-').is_some_and(|(first, _)| month(first).is_some());
    month(word).is_some() || pair()
}

pub(super) fn is_dash(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|t| t.is_symbol('-') || t.is_symbol('/'))
}

/// Where the second of two joined words stands: behind "-", "til", "til og med"; the place itself where nothing joins.
pub(super) fn joined_to(tokens: &[Token<'_>], at: usize) -> usize {
    let is = |offset: usize, word: &str| tokens.get(at + offset).is_some_and(|t| t.is(word));
    match is_dash(tokens.get(at)) || is(0, "til") {
        true if is(0, "til") && is(1, "og") && is(2, "med") => at + 3,
        true => at + 1,
        false => at,
    }
}

/// "til og med 3. kvartal 2024": from the beginning of that year, where nothing says when else it began.
pub(super) fn up_to(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(start) = at.checked_sub(3).filter(|&start| joined_to(tokens, start) == at) else { return false };
    let begun = |t: &Token<'_>| {
        let part = |word: &str| names_month(word) && month(word) != Some(1) || part_of_year(word).is_some();
        t.number().is_some() || t.kind == Kind::Date || t.word().is_some_and(part)
    };
    start.checked_sub(1).is_none_or(|before| !begun(&tokens[before]))
}

/// The first part of a year of the same kind.
pub(super) const fn first_like(part: Part) -> Part {
    match part {
        Part::Half(_) => Part::Half(1),
        Part::Quarter(_) => Part::Quarter(1),
        Part::Month(_) => Part::Month(1),
        Part::Year => Part::Year,
    }
}
