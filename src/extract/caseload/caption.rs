//! Whose cases a table counts where none of its labels says it: "Tabel 1: Familierådgivere".

use super::{has, says_caseload};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::extract::clause::Clause;
use crate::model::source::{Document, Span, Table};
use crate::text::lower::aligned;
use crate::text::token::{Kind, Token};

/// A name is not longer, in words.
pub(super) const LONGEST: usize = 7;

/// The group that the caption names, or a heading that stands right above the table and is nothing but its name.
pub(super) fn group_over(document: &Document, table: &Table, heading: &str) -> Option<String> {
    if let Some(caption) = table.caption {
        let caption = document.one_line(caption);
        return group_in(&caption).or_else(|| group_beside(caption.trim_end_matches(':')));
    }
    let line = line_over(document, table)?;
    if let Some(group) = group_beside(line).filter(|_| line == heading) {
        return Some(group);
    }
    let name = group_in(line)?;
    (line == heading && (name == line || line.starts_with("Tabel"))).then_some(name)
}

/// The line right above a table.
pub(super) fn line_over<'d>(document: &'d Document, table: &Table) -> Option<&'d str> {
    let before = document.text.get(..table.span.start as usize)?.trim_end();
    Some(before.rsplit('\n').next()?.trim().trim_end_matches(':'))
}

/// Does what stands right over a table name a group, whether or not its cases are all that the table counts?
pub(super) fn names_group(document: &Document, table: &Table, heading: &str) -> bool {
    let caption = table.caption.map(|span| document.one_line(span));
    let line = caption.or_else(|| line_over(document, table).filter(|line| *line == heading).map(str::to_owned));
    line.is_some_and(|line| read(&line, |clause| has(clause.caseload_terms(), &CaseloadTag::Group)))
}

/// Reads a line that stands in no document.
pub(super) fn read<T>(line: &str, with: impl FnOnce(&Clause<'_>) -> T) -> T {
    with(&Clause::read(line, &aligned(line), Span::new(0..line.len())))
}

/// The group in "Sygedagpenge, sager pr. årsværk", "Sager pr. årsværk: sygedagpenge".
fn group_beside(line: &str) -> Option<String> {
    let (first, second) = [", ", ": ", " - ", " – "].iter().find_map(|sign| line.split_once(sign))?;
    let (first, second) = (first.trim(), second.trim());
    let says = |part: &str| CASELOAD.label(&part.to_lowercase()).is_some();
    let group = match (says(first), says(second)) {
        (false, true) => first,
        (true, false) => second,
        _ => return None,
    };
    let is_name = read(group, |clause| {
        let known = clause.caseload_terms().iter().any(|hit| hit.tag == CaseloadTag::Group && hit.start == 0);
        known && clause.tokens.iter().filter(|t| t.word().is_some()).count() <= LONGEST
    });
    is_name.then(|| group.to_owned())
}

/// The group in "Tabel 2. Sagstal for familierådgivere 2017-2019": what stands behind the number and the word for
/// caseloads, up to a sign or a year.
fn group_in(text: &str) -> Option<String> {
    read(text, |clause| group_of(text, clause))
}

fn group_of(text: &str, clause: &Clause<'_>) -> Option<String> {
    let tokens = &clause.tokens;
    if clause.has_word(&["således", "sådan", "følgende", "ser"]) {
        return group_told(text, clause);
    }
    let numbered = tokens.first()?.is_any(&["tabel", "figur", "skema"]);
    let number = tokens.get(1).is_some_and(|t| t.number().is_some());
    let sign = tokens.get(2).is_some_and(|t| matches!(t.kind, Kind::Symbol('.' | ':' | '-' | '–')));
    let from = usize::from(numbered) + usize::from(numbered && number) + usize::from(numbered && number && sign);
    let terms = clause.caseload_terms();
    let small = |t: &Token<'_>| t.is_any(&["for", "i", "på", "blandt", "hos"]);
    let lists = &CASELOAD.lists;
    let noun = |t: &Token<'_>| lists.load_nouns.has(t) || lists.posts.has(t) || t.is("sager");
    let start = match tokens.iter().rposition(noun) {
        Some(noun) => noun + 1 + tokens[noun..].iter().skip(1).position(small)? + 1,
        None if says_caseload(clause, terms) => return None,
        None => from,
    };
    let ends = |at: usize| {
        let period = clause.periods.iter().any(|m| m.start == at);
        let opens = tokens[at].is_symbol('(')
            && tokens
                .get(at + 1)
                .is_some_and(|t| t.number().is_some() || clause.periods.iter().any(|m| m.start == at + 1));
        period || opens || matches!(tokens[at].kind, Kind::Symbol(',' | ':' | ';' | '.' | '-' | '–'))
    };
    let mut end = (start..tokens.len()).find(|&at| ends(at)).unwrap_or(tokens.len());
    while end > start && tokens[end - 1].is_any(&["i", "ultimo", "primo", "pr", "fra", "for"]) {
        end -= 1;
    }
    let within = |at: usize| (start..end).contains(&at);
    let named = terms.iter().any(|hit| hit.tag == CaseloadTag::Group && within(hit.start))
        || tokens[start..end].iter().any(|t| CASELOAD.is_staff_of_a_group(t) || CASELOAD.lists.units.has(t));
    let words = tokens[start..end].iter().filter(|t| t.word().is_some()).count();
    let placed = clause.places.iter().any(|hit| within(hit.start));
    let other = has(terms, &CaseloadTag::Guideline)
        || tokens[start..end].iter().any(|t| CASELOAD.lists.no_label.has(t) || CASELOAD.lists.other_measures.has(t));
    let last = tokens.get(end.checked_sub(1)?)?;
    (named && !placed && !other && words <= LONGEST)
        .then(|| text.get(tokens[start].span.cover(last.span).range()).map(|name| name.trim().to_owned()))
        .flatten()
        // "Tabel 2. Jobcentret i alt"
        .filter(|name| !CASELOAD.is_whole(&name.to_lowercase()))
}

/// The group in "På fleksjobområdet ser udviklingen således ud": what stands before the verb. The whole of a job centre
/// is none.
fn group_told(text: &str, clause: &Clause<'_>) -> Option<String> {
    let tokens = &clause.tokens;
    let opens = tokens.first().is_some_and(|t| t.is_any(&["for", "på", "i", "inden"]));
    let start = 1 + usize::from(opens && tokens.get(1).is_some_and(|t| t.is("for")));
    let end =
        start + tokens.get(start..)?.iter().position(|t| t.is_any(&["ser", "er", "var", "fordeler", "så", "har"]))?;
    let named = clause.caseload_terms().iter().any(|hit| hit.tag == CaseloadTag::Group && hit.start == start);
    let only = tokens[start..end].iter().all(|t| t.word().is_some() && !t.is_any(&["og", "samt"]));
    let name = || text.get(tokens[start].span.cover(tokens[end - 1].span).range()).map(str::to_owned);
    (opens && named && only && end - start <= LONGEST).then(name).flatten()
}

/// The group in "Sager pr. sagsbehandler, sygedagpenge", "Sagstal pr. rådgiver - fleksjob", "Sager pr. rådgiver (unge)".
pub(super) fn own_group(label: &str) -> Option<String> {
    let signs = [", ", ": ", " - ", " – ", " ("];
    let (at, sign) = signs.iter().filter_map(|sign| Some((label.find(sign)?, *sign))).min()?;
    let behind = label[at + sign.len()..].trim().trim_end_matches(')').trim();
    let lower = aligned(behind);
    let clause = Clause::read(behind, &lower, Span::new(0..behind.len()));
    let known = CASELOAD.terms.find(&clause.tokens).iter().any(|hit| hit.tag == CaseloadTag::Group);
    let says = |label: &str| CASELOAD.label(&label.to_lowercase()).is_some();
    (known && says(label[..at].trim()) && !says(behind)).then(|| behind.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_name_groups() {
        for (caption, expected) in [
            ("Tabel 1: Familierådgivere", Some("Familierådgivere")),
            ("Tabel 2. Rådgivere i Psykiatri & Handicap (voksne)", Some("Rådgivere i Psykiatri & Handicap (voksne)")),
            ("Sagstal for børnerådgivere 2017-2019", Some("børnerådgivere")),
            ("Udvikling i sager pr. årsværk i Familieafdelingen, 2019", Some("Familieafdelingen")),
            ("Ungeteamet (2018-2020)", Some("Ungeteamet")),
            ("Tabel 3: Sagstal 2017-2019", None),
            ("Tabel 3: Sager og årsværk", None),
            ("Tabel 2. Jobcentret i alt", None),
            ("For hele jobcenteret ser udviklingen således ud:", None),
            ("For jobparate ledige ser udviklingen således ud:", Some("jobparate ledige")),
            ("På sygedagpenge og fleksjob er tallene følgende:", None),
            ("Rådgivernes sager", None),
            ("Sagstal i Jobcenter Greve", None),
        ] {
            assert_eq!(group_in(caption).as_deref(), expected, "{caption}");
        }
    }

    #[test]
    fn groups_stand_beside_what_is_counted() {
        for (line, expected) in [
            ("Sygedagpenge, sager pr. årsværk", Some("Sygedagpenge")),
            ("Sager pr. årsværk: fleksjob", Some("fleksjob")),
            ("Sager pr. årsværk, oktober 2019", None),
            ("Sygedagpenge, fleksjob", None),
        ] {
            assert_eq!(group_beside(line).as_deref(), expected, "{line}");
        }
    }
}
