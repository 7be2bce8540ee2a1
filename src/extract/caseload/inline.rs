//! Lists in one sentence: "Normering: Ungeteam 11,5 årsværk, Handicapteam 8 årsværk", "Sagstallet pr. rådgiver er
//! fordelt således: Modtagelsen 22; Ungeteamet 34".

use super::Setting;
use super::aside::{Told, is_unit};
use super::bind::period;
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::extract::clause::Clause;
use crate::model::figure::{Figure, Measure};
use crate::model::source::Document;
use crate::text::token::Token;

/// A value for each name behind a colon; nothing where any of the pieces is something else.
pub(super) fn by_group(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
) -> Vec<Figure> {
    let tokens = &clause.tokens;
    let Some(colon) = tokens.iter().position(|t| t.is_symbol(':')) else { return Vec::new() };
    let lead = &tokens[..colon];
    let staff = lead.first().is_some_and(is_staffing);
    let load = terms.iter().any(|hit| hit.tag == CaseloadTag::Caseload && hit.end <= colon);
    // What is recommended, aimed at or may be is no figure of a place.
    let apart = terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Guideline | CaseloadTag::Issuer(_)))
        || lead
            .iter()
            .any(|t| CASELOAD.lists.aimed.has(t) || CASELOAD.lists.supposed.has(t) || CASELOAD.lists.bounds.has(t));
    if !(staff || load) || apart {
        return Vec::new();
    }
    let measure = if staff { Measure::Fte } else { Measure::CasesPerFte };
    let when = clause.periods.first().and_then(|mention| period(mention, clause, setting)).or(setting.period());
    let place = clause.places.first().map(|hit| hit.tag.clone()).or_else(|| setting.own.clone());
    let mut out = Vec::new();
    let mut from = colon + 1;
    while from < tokens.len() {
        let Some((end, at)) = piece(tokens, from) else { return Vec::new() };
        let scope = document.one_line(tokens[from].span.cover(tokens[at - 1].span));
        let told = Told { place: place.clone(), period: when, measure: measure.clone() };
        let counted = tokens.get(at + 1).is_some_and(|t| CASELOAD.staff.has(t));
        if staff && !counted {
            return Vec::new();
        }
        out.push(told.figure(clause, at, scope));
        from = end;
    }
    if out.len() > 1 { out } else { Vec::new() }
}

/// "Handicapteam 8 årsværk, ": where the piece that begins at a token ends, and where its number is.
fn piece(tokens: &[Token<'_>], from: usize) -> Option<(usize, usize)> {
    let name = |t: &&Token<'_>| t.word().is_some() && !CASELOAD.lists.no_label.has(t);
    let at = from + tokens[from..].iter().take_while(name).count();
    let value = tokens.get(at)?.number()?.0;
    if at == from || at - from > 6 || !(0.0..1000.0).contains(&value) || tokens[at].year().is_some() {
        return None;
    }
    let end = at + 1 + tokens[at + 1..].iter().take_while(|t| is_unit(t)).count();
    let joins = |t: &&Token<'_>| t.is_symbol(',') || t.is_symbol(';') || t.is_any(&["og", "samt"]);
    let joined = tokens[end..].iter().take_while(joins).count();
    (joined > 0 || end == tokens.len()).then_some((end + joined, at))
}

fn is_staffing(token: &Token<'_>) -> bool {
    token.word().is_some_and(|w| w.starts_with("normering") || w == "bemanding" || w == "bemandingen")
}
