//! What stands over a table and says what is in it: the caption, the corner, the line above.

use super::label::rate_of;
use crate::data::words::WORDS;
use crate::extract::clause::Clause;
use crate::model::figure::Measure;
use crate::model::source::{Document, Span, Table};
use crate::text::lower::aligned;

/// "Tabellen viser ...": the sentence above a table that says what is in it.
pub(super) fn told_above(document: &Document, lower: &str, table: &Table) -> Option<Span> {
    let line = line_above(document, table)?;
    let clause = Clause::read(&document.text, lower, line);
    clause.tokens.first().is_some_and(|first| WORDS.lists.pictures.has(first)).then_some(line)
}

/// The line above a table.
fn line_above(document: &Document, table: &Table) -> Option<Span> {
    let before = document.text.get(..table.span.start as usize)?.trim_end();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (!before.is_empty()).then(|| Span::new(start..before.len()))
}

/// Does the line above a table speak of the board?
pub(super) fn follows_board(document: &Document, lower: &str, table: &Table) -> bool {
    line_above(document, table).is_some_and(|line| Clause::read(&document.text, lower, line).names_board())
}

/// What a caption or the corner over the labels says that all values are: a rate before all ("Omgørelsesprocenter
/// 2019-2022"), else what was done with the cases ("Realitetsbehandlede sager").
pub(super) fn named_in(text: &str) -> Option<Measure> {
    let lower = aligned(text);
    let clause = Clause::read(text, &lower, Span::new(0..text.len()));
    // "Ændringer i budgettet", "Behandlede ansøgninger": words of outcomes where no complaint is spoken of.
    super::announced_measure(&clause)
        .filter(|measure| rate_of(measure).as_ref() == Some(measure) || clause.names_board())
}
