//! Totals and staffing in running text: "et samlet sagsantal på 1.420", "Normering: Ungeteam 11,5 årsværk".

use super::prose::{period, place};
use super::{Setting, figure, sentence_source};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::extract::clause::Clause;
use crate::model::figure::{Figure, Measure};
use crate::model::source::Document;
use crate::text::token::Token;

/// Is it caseloads that the text speaks of?
fn speaks(terms: &[Hit<CaseloadTag>], setting: &Setting) -> bool {
    setting.speaks || terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Caseload | CaseloadTag::Staff))
}

/// "Normering i 2021: Ungeteam 11,5 årsværk, Handicapteam 8 årsværk": a staffing for each name.
pub(super) fn by_group(document: &Document, clause: &Clause<'_>, setting: &Setting) -> Vec<Figure> {
    let tokens = &clause.tokens;
    let opens = tokens.first().is_some_and(is_staffing);
    let Some(colon) = tokens.iter().position(|t| t.is_symbol(':')).filter(|_| opens) else { return Vec::new() };
    let mut out = Vec::new();
    let mut from = colon + 1;
    for at in colon + 1..tokens.len() {
        let Some(value) = tokens[at].number() else { continue };
        while tokens.get(from).is_some_and(|t| t.is_symbol(',') || t.is_any(&["og", "samt"])) {
            from += 1;
        }
        let label = &tokens[from.min(at)..at];
        let counted = tokens.get(at + 1).is_some_and(|t| CASELOAD.staff.has(t));
        if counted && !label.is_empty() && label.len() <= 6 && label.iter().all(|t| t.word().is_some()) {
            let scope = document.one_line(label[0].span.cover(label[label.len() - 1].span));
            let when = period(clause, |_| true, setting);
            let source = sentence_source(tokens[at].span, clause.span);
            out.push(figure(place(clause, |_| true, setting), when, scope, Measure::Fte, value, source));
        }
        from = at + 2;
    }
    out
}

fn is_staffing(token: &Token<'_>) -> bool {
    token.word().is_some_and(|w| w.starts_with("normering") || w == "bemanding" || w == "bemandingen")
}

/// "et samlet sagsantal på 1.420 og en samlet normering på 31,5 årsværk": where both stand in one sentence.
pub(super) fn totals(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>], setting: &Setting) -> Vec<Figure> {
    let tokens = &clause.tokens;
    let staff = |at: usize| terms.iter().any(|hit| hit.tag == CaseloadTag::Staff && hit.start == at);
    let number_behind = |at: usize| {
        let number =
            (at..tokens.len().min(at + 6)).find(|&n| tokens[n].number().is_some() && tokens[n].year().is_none())?;
        let plain = tokens[at..number]
            .iter()
            .all(|t| t.is_any(&["på", "er", "var", "i", "alt", "ca", "af", "pr", "den"]) || t.year().is_some());
        plain.then_some(number)
    };
    let total = tokens.windows(2).position(|w| {
        w[0].is_any(&["samlet", "samlede"])
            && w[1].word().is_some_and(|w| w == "sagsantal" || w == "sagsantallet" || w == "sagstal")
    });
    // "Det samlede antal sager i jobcentret er 3.190"
    let all = tokens
        .windows(3)
        .position(|w| w[0].is_any(&["samlet", "samlede"]) && w[1].is("antal") && CASELOAD.counted.has(&w[2]));
    let all = all.and_then(|at| {
        let rest = tokens[at + 3..].iter().take(8);
        let number = at + 3 + rest.take_while(|t| t.word().is_some() && !t.is_any(&["pr", "per"])).count();
        let verb = tokens[number - 1].is_any(&["er", "var", "på", "ca", "udgør", "udgjorde"]);
        (verb && tokens.get(number).is_some_and(|t| t.number().is_some() && t.year().is_none())).then_some(number)
    });
    let cases = total.and_then(|at| number_behind(at + 2)).or(all.filter(|_| speaks(terms, setting)));
    let norm = tokens.iter().position(is_staffing);
    // "var sagstallet i gennemsnit 47 pr. årsværk, og der var 6,5 årsværk"
    let there = (2..tokens.len()).find(|&at| {
        tokens[at].number().is_some()
            && tokens[at - 2].is("der")
            && tokens[at - 1].is_any(&["er", "var"])
            && tokens.get(at + 1).is_some_and(|t| t.word().is_some_and(|w| w.starts_with("årsværk")))
            && terms.iter().any(|hit| hit.tag == CaseloadTag::Caseload && hit.end < at)
    });
    let fte = norm.and_then(|at| number_behind(at + 1)).filter(|&at| staff(at + 1) || cases.is_some()).or(there);
    let inside = |_: usize| true;
    let place = place(clause, inside, setting);
    let when = period(clause, inside, setting);
    let one = |at: usize, measure: Measure| {
        let value = tokens[at].number().unwrap_or_default();
        figure(place.clone(), when, "Alle".to_owned(), measure, value, sentence_source(tokens[at].span, clause.span))
    };
    let cases = cases.map(|at| one(at, Measure::TotalCases));
    cases.into_iter().chain(fte.map(|at| one(at, Measure::Fte))).collect()
}
