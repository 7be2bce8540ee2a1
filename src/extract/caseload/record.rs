//! A target group's figures one a line, under a line with its name: "Målgruppe: Fleksjob", "Antal sager: 148",
//! "Antal årsværk: 4,0", "Sager pr. årsværk: 37".

use super::aside::is_unit;
use super::{Setting, figure, sentence_source};
use crate::data::caseload::CASELOAD;
use crate::extract::clause::Clause;
use crate::model::figure::Figure;
use crate::model::source::Document;

/// May a line open a record? Told before the line is read.
pub(super) fn may_open(line: &str) -> bool {
    let head = line.trim_start().split_once(':').map(|(head, _)| head).filter(|head| head.len() <= 20);
    head.is_some_and(|head| CASELOAD.lists.record_heads.holds(&head.to_lowercase()))
}

/// Reads a line of a record, or the line that opens one; true where it was one.
pub(super) fn reads(
    document: &Document,
    clause: &Clause<'_>,
    setting: &mut Setting,
    figures: &mut Vec<Figure>,
) -> bool {
    let tokens = &clause.tokens;
    let Some(colon) = tokens.iter().position(|t| t.is_symbol(':')).filter(|&colon| colon > 0) else {
        setting.record = None;
        return false;
    };
    if colon == 1 && CASELOAD.lists.record_heads.has(&tokens[0]) && (3..=10).contains(&tokens.len()) {
        let name = tokens[2].span.cover(tokens[tokens.len() - 1].span);
        setting.record = Some(document.one_line(name)).filter(|name| name.starts_with(char::is_alphabetic));
        return setting.record.is_some();
    }
    let found = setting.record.as_ref().and_then(|group| line(document, clause, colon, group, setting));
    let read = found.is_some();
    figures.extend(found);
    read
}

fn line(document: &Document, clause: &Clause<'_>, colon: usize, group: &str, setting: &Setting) -> Option<Figure> {
    let tokens = &clause.tokens;
    let label = document.one_line(tokens[0].span.cover(tokens[colon - 1].span));
    let measure = CASELOAD.label(&label.to_lowercase())?.clone();
    let value = tokens.get(colon + 1)?.number()?;
    let closed = tokens[colon + 2..].iter().all(|t| is_unit(t) || t.is_symbol('.') || t.is_symbol(','));
    let source = sentence_source(tokens[colon + 1].span, clause.span);
    let one = || figure(setting.own.clone(), setting.period(), group.to_owned(), measure, value, source);
    closed.then(one)
}
