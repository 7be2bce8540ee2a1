//! Words that point to a period from another: "året før", "samme periode sidste år", "halvåret forinden".

use crate::extract::named::Named;
use crate::model::period::Part;
use crate::text::token::Token;

/// "halvåret", "kvartal": the kind of a part that has no number.
pub(super) fn part_of_year(word: &str) -> Option<Part> {
    Some(match word {
        "halvår" | "halvåret" => Part::Half(1),
        "kvartal" | "kvartalet" => Part::Quarter(1),
        "måned" | "måneden" => Part::Month(1),
        _ => return None,
    })
}

/// "året før", "sidste år", "samme periode sidste år", "i år": where the words end, and what they name.
pub(super) fn pointed(tokens: &[Token<'_>], at: usize) -> Option<(usize, Named)> {
    let word = |offset: usize| tokens.get(at + offset).and_then(Token::word).unwrap_or_default();
    let (length, named) = match (word(0), word(1), word(2)) {
        ("samme", "periode" | "tidspunkt" | "tidsrum" | "kvartal" | "halvår", _) => {
            let rest = &tokens[at + 2..];
            let filler = usize::from(rest.first().is_some_and(|t| t.is_any(&["i", "af", "år"])));
            if let Some(year) = rest.get(filler).and_then(Token::year) {
                return Some((at + 3 + filler, Named::SameIn(year)));
            }
            match rest.first().and_then(|_| pointed(tokens, at + 2)) {
                Some((end, Named::YearBefore | Named::LastYear)) => (end - at, Named::SameBefore),
                _ => (2, Named::Same),
            }
        }
        ("samme", "år", _) => (2, Named::Same),
        ("året", "før" | "forinden" | "inden", _) => (2, Named::YearBefore),
        ("år", "forinden" | "tidligere", _) => (2, Named::YearBefore),
        ("sidste", "år" | "års", _) | ("i", "fjor", _) => (2, Named::LastYear),
        ("forrige" | "foregående" | "forudgående", "år" | "års", _) => (2, Named::YearBefore),
        ("det", "foregående" | "forudgående", "år") => (3, Named::YearBefore),
        (part, "før" | "forinden", _) if part_of_year(part).is_some() => (2, Named::Preceding(part_of_year(part)?)),
        ("forrige" | "foregående" | "forudgående", part, _) if part_of_year(part).is_some() => {
            (2, Named::Preceding(part_of_year(part)?))
        }
        ("i", "år", _) => (2, Named::ThisYear),
        ("halvåret", _, _) if at > 0 && tokens[at - 1].is("for") => (1, Named::Within(Part::Half(1))),
        _ => return None,
    };
    Some((at + length, named))
}
