//! Dates on which a text or its source came out: no time that figures are of.

use crate::data::words::WORDS;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::model::period::{Moment, Part};
use crate::text::token::{Kind, Token};

/// Does a mention say when something came out?
#[must_use]
pub fn is_publication(tokens: &[Token<'_>], mention: &Mention) -> bool {
    if is_of_paper(tokens, mention) {
        return true;
    }
    let Some(month) = month(mention).map(|at| matches!(at.part, Part::Month(_))) else { return false };
    let before = &tokens[..mention.start];
    // "Kilde: Klagestatistikken, marts 2024"
    let source = tokens.first().is_some_and(|t| WORDS.lists.sources.has(t));
    let source = source && tokens.get(1).is_some_and(|t| t.is_symbol(':'));
    // "Siden opdateres ikke efter april 2019"
    let dated = before.iter().rev().take(3).any(|t| WORDS.lists.dated.has(t));
    if month {
        source || dated || is_treated(tokens, mention) || is_dateline(tokens, mention)
    } else {
        is_issue(before)
    }
}

/// "Afgivet til Byrådet i maj 2022", "Behandlet i Handicaprådet maj 2022": a line that says what became of the paper.
fn is_treated(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let done = ["afgivet", "behandlet", "vedtaget", "godkendt", "fremlagt", "forelagt", "udarbejdet", "drøftet"];
    let other = |(at, t): (usize, &Token<'_>)| t.number().is_some() && !(mention.start..mention.end).contains(&at);
    tokens[0].is_any(&done) && mention.end == tokens.len() && !tokens.iter().enumerate().any(other)
}

/// "i sagen fra september", "på mødet i maj", "i sidste års sag": when a paper was treated, or came out.
fn is_of_paper(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let behind = || tokens.get(mention.end).is_some_and(|t| t.is_any(&["sag", "møde", "referat", "dagsorden"]));
    let month = match mention.named {
        Named::PartOnly(part, None) => matches!(part, Part::Month(_)),
        Named::LastYear | Named::YearBefore => {
            let paper = mention.start > 0 && WORDS.lists.papers.has(&tokens[mention.start - 1]);
            return paper || tokens[mention.end - 1].is("års") && behind();
        }
        _ => month(mention).is_some_and(|at| matches!(at.part, Part::Month(_))),
    };
    let [.., paper, small] = &tokens[..mention.start] else { return false };
    // "Ministeriet offentliggjorde i juni Danmarkskortet for 2018"
    let issued = WORDS.lists.issuing.has(paper) && small.is("i");
    month && (issued || WORDS.lists.papers.has(paper) && small.is_any(&["i", "fra", "af"]))
}

/// The month of a text's first words: "SKIVE, november 2019: ..."
#[must_use]
pub fn dateline(tokens: &[Token<'_>], mentions: &[Mention]) -> Option<Moment> {
    let first = mentions.first().filter(|first| is_dateline(tokens, first))?;
    month(first).filter(|at| matches!(at.part, Part::Month(_)))
}

fn month(mention: &Mention) -> Option<Moment> {
    match mention.named {
        Named::Absolute(period) => Some(period.from).filter(|_| period.to.is_none()),
        _ => None,
    }
}

/// "SKIVE, november 2019: ...": behind a name and before a colon.
fn is_dateline(tokens: &[Token<'_>], mention: &Mention) -> bool {
    let before = &tokens[..mention.start];
    let named = matches!(before.last().map(|t| t.kind), Some(Kind::Symbol(',' | '-')));
    named && before.len() <= 4 && tokens.get(mention.end).is_some_and(|t| t.is_symbol(':'))
}

/// "Nyt fra styrelsen nr. 4, 2018": the year of a newsletter.
fn is_issue(before: &[Token<'_>]) -> bool {
    let [rest @ .., number, comma] = before else { return false };
    let joined = matches!(comma.kind, Kind::Symbol(',' | '/'));
    let name = rest.iter().rev().find(|t| !t.is_symbol('.'));
    joined && number.number().is_some() && name.is_some_and(|t| t.is_any(&["nr", "nummer"]))
}
