//! Caseloads in running text: "Det gennemsnitlige sagsantal for A-dagpenge er i Greve på 62", "45 sager pr. rådgiver".

use super::{Setting, figure, has, sentence_source};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::segment::segments;
use crate::extract::value::{NAMING, ValueKind};
use crate::model::figure::{Figure, Measure, Place};
use crate::model::period::Period;
use crate::model::source::Document;

/// The figures of a sentence.
#[must_use]
pub fn sentence(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
) -> Vec<Figure> {
    let guideline =
        has(terms, &CaseloadTag::Guideline) || terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Issuer(_)));
    let mut out = totals(clause, terms, setting);
    out.extend(per_employee(document, clause, terms, setting, guideline));
    if guideline || !has(terms, &CaseloadTag::Caseload) && !setting.speaks {
        return out;
    }
    let segments = segments(clause);
    let mut group: Option<String> = None;
    for (value, segment) in clause.values.iter().zip(&segments) {
        let names = terms.iter().any(|hit| hit.tag == CaseloadTag::Caseload && hit.start < value.start)
            || (setting.speaks
                && clause.tokens[segment.tokens.clone()]
                    .iter()
                    .any(|t| t.is_any(&["tallet", "gennemsnittet", "sagsantallet", "sagstallet"])));
        let inside = |at: usize| segment.tokens.contains(&at);
        if let Some(hit) = terms.iter().rfind(|hit| hit.tag == CaseloadTag::Group && inside(hit.start)) {
            group = Some(document.one_line(clause.tokens[hit.start].span.cover(clause.tokens[hit.end - 1].span)));
        }
        let fits = value.kind != ValueKind::Percent && value.value > 0.0 && value.value < 1000.0;
        let before = value.start.checked_sub(1).map(|at| &clause.tokens[at]);
        let placed = before
            .is_some_and(|t| t.is_any(&["på", "er", "var", "til", "nemlig", "i", "ca", "fra"]) || t.year().is_some())
            || (value.start > 1 && value.hedge.is_some());
        if !names || !fits || !placed || out.iter().any(|f| f.source().is_some_and(|s| s.value == value.span)) {
            continue;
        }
        let place = place(clause, inside, setting);
        let measure = Measure::CasesPerFte;
        let scope = group.clone().unwrap_or_else(|| "Alle".to_owned());
        let period = period(clause, inside, setting);
        let mut one = figure(
            place,
            period,
            scope,
            measure,
            (value.value, value.decimals),
            sentence_source(value.span, clause.span),
        );
        one.hedge.clone_from(&value.hedge);
        out.push(one);
    }
    out
}

/// "- Sygedagpenge: 52" under a line that announces caseloads.
#[must_use]
pub fn listed(document: &Document, clause: &Clause<'_>, setting: &Setting) -> Option<Figure> {
    let tokens = &clause.tokens;
    let colon = tokens.iter().rposition(|t| t.is_symbol(':'))?;
    let value = tokens.get(colon + 1)?.number()?;
    let rest = tokens.get(colon + 2..)?;
    let first = tokens[..colon].iter().position(|t| t.word().is_some())?;
    let label = document.one_line(tokens[first].span.cover(tokens[colon - 1].span));
    let plain =
        rest.iter().all(|t| t.is_any(&["sager", "borgere", "pr", "årsværk", "medarbejder"]) || t.is_symbol('.'));
    if !plain || label.split_whitespace().count() > 7 || value.0 >= 1000.0 {
        return None;
    }
    let measure = CASELOAD.label(&label.to_lowercase()).cloned();
    let scope = if measure.is_some() { "Alle".to_owned() } else { label };
    let source = sentence_source(tokens[colon + 1].span, clause.span);
    Some(figure(setting.own.clone(), setting.period(), scope, measure.unwrap_or(Measure::CasesPerFte), value, source))
}

/// "et samlet sagsantal på 1.420 og en samlet normering på 31,5 årsværk": where both stand in one sentence.
fn totals(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>], setting: &Setting) -> Vec<Figure> {
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
    let cases = total.and_then(|at| number_behind(at + 2));
    let norm = tokens
        .iter()
        .position(|t| t.word().is_some_and(|w| w.starts_with("normering") || w == "bemanding" || w == "bemandingen"));
    let fte = norm.and_then(|at| number_behind(at + 1)).filter(|&at| staff(at + 1) || cases.is_some());
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

/// "45 sager pr. sagsbehandler", "38,5 borgere pr. årsværk": the unit says what it is.
fn per_employee(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
    guideline: bool,
) -> Vec<Figure> {
    let tokens = &clause.tokens;
    let mut out = Vec::new();
    if guideline {
        return out;
    }
    for (at, token) in tokens.iter().enumerate() {
        let Some(value) = token.number().filter(|(value, _)| *value > 0.0 && *value < 1000.0) else { continue };
        let per = tokens[at + 1..].iter().take(4).position(|t| t.is("pr") || t.is("per"));
        // "har hver sagsbehandler i gennemsnit 51 sager"
        let average =
            |t: &crate::text::token::Token<'_>| t.is("hver") || t.word().is_some_and(|w| w.starts_with("gennemsnit"));
        let each = tokens[at.saturating_sub(6)..at].iter().any(average)
            && terms.iter().any(|hit| hit.tag == CaseloadTag::Staff && (at.saturating_sub(6)..at).contains(&hit.start))
            && tokens.get(at + 1).is_some_and(|t| t.is_any(&["sager", "borgere", "ledige"]));
        let staff = per.is_some_and(|per| {
            terms.iter().any(|hit| hit.tag == CaseloadTag::Staff && (at + per + 2..=at + per + 4).contains(&hit.start))
        });
        let ends = per.is_some_and(|per| {
            tokens[at + 1..at + 1 + per].iter().any(|t| t.is_symbol(',') || t.is_symbol(')') || t.number().is_some())
        });
        let range = at > 0
            && (tokens[at - 1].is_symbol('-')
                || tokens[at - 1].is("og") && tokens[..at].iter().rev().take(4).any(|t| t.is("mellem")));
        let ranged =
            tokens.get(at + 1).is_some_and(|t| t.is_symbol('-')) || tokens[..at].last().is_some_and(|t| t.is("mellem"));
        let limited = (1..=3)
            .filter_map(|back| at.checked_sub(back))
            .any(|s| WORDS.thresholds.at(tokens, s).is_some_and(|hit| hit.end == at));
        // "må højst være 40", "faldet med 8": a limit, a difference.
        let bounded = tokens[at.saturating_sub(4)..at].iter().any(|t| {
            t.is_any(&[
                "højst",
                "højest",
                "mindst",
                "maksimalt",
                "maks",
                "max",
                "må",
                "skal",
                "loft",
                "grænse",
                "over",
                "under",
            ])
        });
        let difference = at > 0 && tokens[at - 1].is("med");
        let named = bounded || difference || at > 0 && tokens[at - 1].is_any(&NAMING);
        if named || !(staff || each) || ends || range || ranged || limited {
            continue;
        }
        // What stands before the number, as far as there is anything.
        let inside = |place: usize| place < at;
        let group = terms.iter().rfind(|hit| hit.tag == CaseloadTag::Group && inside(hit.start));
        let group = group.or_else(|| terms.iter().find(|hit| hit.tag == CaseloadTag::Group));
        // "I ungeteamet": a team or an area that is no known group.
        let team =
            tokens[..at].iter().rfind(|t| t.word().is_some_and(|w| w.ends_with("teamet") || w.ends_with("området")));
        let team = team.map_or_else(|| "Alle".to_owned(), |t| document.one_line(t.span));
        let scope = group.map_or(team, |hit| document.one_line(tokens[hit.start].span.cover(tokens[hit.end - 1].span)));
        let place = place(clause, inside, setting);
        out.push(figure(
            place,
            period(clause, inside, setting),
            scope,
            Measure::CasesPerFte,
            value,
            sentence_source(token.span, clause.span),
        ));
    }
    out
}

fn place(clause: &Clause<'_>, inside: impl Fn(usize) -> bool, setting: &Setting) -> Option<Place> {
    let named = clause.places.iter().rfind(|h| inside(h.start)).map(|h| h.tag.clone());
    let nation = clause.terms.iter().find(|h| h.tag == Tag::Nation && inside(h.start)).map(|_| Place::NATION);
    named.or(nation).or_else(|| setting.own.clone())
}

fn period(clause: &Clause<'_>, inside: impl Fn(usize) -> bool, setting: &Setting) -> Option<Period> {
    let own = clause.periods.iter().rfind(|m| inside(m.start)).and_then(|m| match m.named {
        crate::extract::period::Named::Absolute(period) => Some(period),
        _ => None,
    });
    own.or(setting.period())
}
