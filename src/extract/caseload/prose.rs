//! Caseloads in running text: "Det gennemsnitlige sagsantal for A-dagpenge er i Greve på 62", "45 sager pr. rådgiver".

use super::{Setting, figure, has, sentence_source, staffing};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::period::Named;
use crate::extract::segment::segments;
use crate::extract::value::ValueKind;
use crate::model::figure::{Doubt, Figure, Measure, Place};
use crate::model::period::Period;
use crate::model::source::Document;
use crate::text::token::Token;

/// The figures of a sentence, in order.
#[must_use]
pub fn sentence(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
) -> Vec<Figure> {
    let mut out = figures(document, clause, terms, setting);
    out.sort_by_key(|figure| figure.source().map(|source| source.value.start));
    earlier_and_later(clause, &mut out);
    // In an article that spoke of a group before, a number without one may be of that group or of all.
    if setting.carried_group.as_ref().is_some_and(|group| group != "Alle") {
        out.iter_mut().filter(|figure| figure.scope == "Alle").for_each(|figure| figure.doubts.push(Doubt::Scope));
    }
    out
}

fn figures(document: &Document, clause: &Clause<'_>, terms: &[Hit<CaseloadTag>], setting: &Setting) -> Vec<Figure> {
    let guideline =
        has(terms, &CaseloadTag::Guideline) || terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Issuer(_)));
    let mut out = staffing::totals(clause, terms, setting);
    out.extend(staffing::by_group(document, clause, setting));
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
        if !names
            || !fits
            || !placed
            || is_supposed(&clause.tokens, value.start)
            || out.iter().any(|f| f.source().is_some_and(|s| s.value == value.span))
        {
            continue;
        }
        // ", og at det kun er i Køge, at der er færre": another thought's place.
        let thought =
            |at: usize| at < value.start || !clause.tokens[value.end.min(at)..at].iter().any(|t| t.is_symbol(','));
        let place = place(clause, |at| inside(at) && thought(at), setting);
        let measure = Measure::CasesPerFte;
        let scope = group.clone().or_else(|| also_of(clause, setting)).unwrap_or_else(|| "Alle".to_owned());
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

/// "sagstallet vil falde til omkring 40": what will be, not what is.
fn is_supposed(tokens: &[Token<'_>], at: usize) -> bool {
    let near = &tokens[at.saturating_sub(8)..at];
    near.iter()
        .enumerate()
        .any(|(n, t)| CASELOAD.supposed.has(t) && !near.get(n + 1).is_some_and(|next| next.is("sige")))
}

/// "faldet fra 60 til 52 sager pr. rådgiver fra 2020 til 2021": the first value is of the earlier time.
fn earlier_and_later(clause: &Clause<'_>, out: &mut [Figure]) {
    let token = |figure: &Figure| {
        let value = figure.source()?.value;
        clause.tokens.iter().position(|t| t.span == value)
    };
    let years: Vec<Period> = clause
        .periods
        .iter()
        .filter_map(|mention| match mention.named {
            Named::Absolute(period) => Some(period),
            _ => None,
        })
        .collect();
    for second in 1..out.len() {
        let (Some(from), Some(to)) = (token(&out[second - 1]), token(&out[second])) else { continue };
        let preceded = |at: usize, word: &str| {
            clause.tokens[..at]
                .iter()
                .rev()
                .find(|t| WORDS.hedges.at(std::slice::from_ref(t), 0).is_none())
                .is_some_and(|t| t.is(word))
        };
        if !(preceded(from, "fra") && preceded(to, "til")) {
            continue;
        }
        out[second - 1].period = years.iter().min().copied().filter(|_| years.len() > 1);
        if out[second - 1].period.is_none() {
            out[second - 1].doubts.push(Doubt::Period);
        }
        if let Some(last) = years.iter().max() {
            out[second].period = Some(*last);
        }
    }
}

/// "- Sygedagpenge: 52" under a line that announces caseloads.
#[must_use]
pub fn listed(document: &Document, clause: &Clause<'_>, setting: &Setting) -> Option<Figure> {
    let tokens = &clause.tokens;
    let colon = tokens.iter().rposition(|t| t.is_symbol(':'))?;
    // "ca. 62 sager"
    let hedges = tokens[colon + 1..]
        .iter()
        .enumerate()
        .take_while(|(n, t)| t.is_symbol('.') || WORDS.hedges.at(tokens, colon + 1 + n).is_some())
        .count();
    let at = colon + 1 + hedges;
    let value = tokens.get(at)?.number()?;
    let rest = tokens.get(at + 1..)?;
    let first = tokens[..colon].iter().position(|t| t.word().is_some())?;
    let label = document.one_line(tokens[first].span.cover(tokens[colon - 1].span));
    let plain = rest.iter().all(|t| CASELOAD.counted.has(t) || CASELOAD.staff.has(t) || t.is("pr") || t.is_symbol('.'));
    if !plain || label.split_whitespace().count() > 7 || value.0 >= 1000.0 {
        return None;
    }
    let measure = CASELOAD.label(&label.to_lowercase()).cloned();
    let scope = if measure.is_some() { "Alle".to_owned() } else { label };
    let source = sentence_source(tokens[at].span, clause.span);
    let period = setting.listed_year.or(setting.period());
    let measure = measure.unwrap_or(Measure::CasesPerFte);
    let mut one = figure(setting.own.clone(), period, scope, measure, value, source);
    one.hedge = clause.values.iter().find(|v| v.start == at).and_then(|v| v.hedge.clone());
    Some(one)
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
        // "har hver sagsbehandler i gennemsnit 51 sager", "rådgiverne sidder med 52 sager hver"
        let counted = tokens.get(at + 1).is_some_and(|t| CASELOAD.counted.has(t));
        let from = at.saturating_sub(10);
        let average = tokens[from..at].iter().chain(tokens[at + 1..].iter().take(3)).any(|t| CASELOAD.mean.has(t))
            && !tokens[from..at].iter().any(|t| CASELOAD.added.has(t));
        let each = (average
            && terms.iter().any(|hit| hit.tag == CaseloadTag::Staff && (from..at).contains(&hit.start))
            && counted)
            // "96 sager på A-dagpenge, 44 sager på sygedagpenge og 38 ..."
            || (counted && enumerates(tokens, &out, at));
        // "13,2 dage pr. medarbejder" counts something else.
        let strange = per.is_some_and(|per| {
            let unit = &tokens[at + 1..at + 1 + per];
            !unit.is_empty() && !unit.iter().any(|t| CASELOAD.counted.has(t) || t.word().is_none())
        });
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
        // "Ideelt burde det være 24 sager": what is wished for.
        let bounded = bounded || tokens[..at].iter().any(|t| CASELOAD.wished.has(t));
        let named = bounded || difference || at > 0 && WORDS.lists.naming.has(&tokens[at - 1]);
        if named || is_supposed(tokens, at) || strange || !(staff || each) || ends || range || ranged || limited {
            continue;
        }
        // What stands before the number, as far as there is anything.
        let inside = |place: usize| place < at;
        let parallel = parallel(tokens, terms, at);
        for &(at, hit) in &parallel {
            let scope = document.one_line(tokens[hit.start].span.cover(tokens[hit.end - 1].span));
            let value = tokens[at].number().unwrap_or_default();
            let (place, period) = (place(clause, inside, setting), period(clause, inside, setting));
            let source = sentence_source(tokens[at].span, clause.span);
            out.push(figure(place, period, scope, Measure::CasesPerFte, value, source));
        }
        if !parallel.is_empty() {
            continue;
        }
        let goes_on = counted && enumerates(tokens, &out, at);
        let scope = employee_scope(document, clause, terms, setting, at, goes_on);
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

/// "For A-dagpenge, jobparate og unge var der henholdsvis 86, 54 og 41 sager pr. rådgiver": each value with its group;
/// nothing where there are not as many groups as values.
fn parallel<'h>(
    tokens: &[Token<'_>],
    terms: &'h [Hit<CaseloadTag>],
    last: usize,
) -> Vec<(usize, &'h Hit<CaseloadTag>)> {
    let mut values = vec![last];
    let mut at = last;
    while at > 1 && (tokens[at - 1].is_symbol(',') || tokens[at - 1].is_any(&["og", "samt"])) {
        if tokens[at - 2].number().is_none() {
            break;
        }
        at -= 2;
        values.push(at);
    }
    values.reverse();
    let announced = at > 0 && tokens[at - 1].is_any(&["henholdsvis", "hhv"]);
    let announced = announced || (at > 1 && tokens[at - 1].is_symbol('.') && tokens[at - 2].is("hhv"));
    let groups: Vec<_> = terms.iter().filter(|hit| hit.tag == CaseloadTag::Group && hit.end <= at).collect();
    if !announced || values.len() < 2 || groups.len() != values.len() {
        return Vec::new();
    }
    values.into_iter().zip(groups).collect()
}

/// The target group of "45 sager pr. rådgiver": named right behind, before, or elsewhere in the sentence.
fn employee_scope(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
    at: usize,
    goes_on: bool,
) -> String {
    let tokens = &clause.tokens;
    let printed = |hit: &Hit<CaseloadTag>| {
        document.one_line(tokens[hit.start].span.cover(tokens[whole_name(tokens, hit) - 1].span))
    };
    let mut groups = terms.iter().filter(|hit| hit.tag == CaseloadTag::Group);
    if let Some(area) = area_behind(document, tokens, at + 2) {
        return area;
    }
    // "44 sager på sygedagpenge": what stands right behind is nearer than what the list began with.
    let near = tokens.get(at + 2).is_some_and(|t| t.is_any(&["på", "for", "om", "med", "inden", "i"]));
    if let Some(hit) = groups.clone().find(|hit| near && (at + 3..=at + 4).contains(&hit.start)) {
        return printed(hit);
    }
    if let Some(hit) = groups.clone().rfind(|hit| hit.start < at && !goes_on) {
        return printed(hit);
    }
    // "I ungeteamet": a team or an area that is no known group.
    let is_team = |t: &&Token<'_>| t.word().is_some_and(|w| w.ends_with("teamet") || w.ends_with("området"));
    let pointer =
        tokens[..at].iter().any(|t| t.is_any(&["gennemsnittet", "tallet", "sagstallet", "sagsantallet", "uændret"]));
    // "På børne- og familieområdet": the half before the dash belongs to the name.
    let whole = |at: usize| match at.checked_sub(3) {
        Some(first) if tokens[at - 1].is("og") && tokens[at - 2].is_symbol('-') => {
            tokens[first].span.cover(tokens[at].span)
        }
        _ => tokens[at].span,
    };
    let team = || (0..at).rfind(|&at| is_team(&&tokens[at])).map(|at| document.one_line(whole(at)));
    // "Sygedagpenge er det sted, hvor afstanden er størst. Der er 62 sager pr. årsværk"
    let points = tokens.first().is_some_and(|t| t.is_any(&["der", "her"]));
    // "For jobcentret som helhed er gennemsnittet 64 sager": no group's.
    let pointer = pointer && !tokens[..at].iter().any(|t| t.is("helhed"));
    let spoken = || {
        let pointed = setting.group.clone().filter(|_| pointer);
        pointed.or_else(|| setting.subject.clone().filter(|_| points)).or_else(|| also_of(clause, setting))
    };
    groups.next().map(printed).or_else(team).or_else(spoken).unwrap_or_else(|| "Alle".to_owned())
}

/// "Horsens ligger også højt": in the group that the paragraphs before spoke of.
fn also_of(clause: &Clause<'_>, setting: &Setting) -> Option<String> {
    let also = clause.tokens.iter().any(|t| CASELOAD.also.has(t));
    setting.carried_group.clone().filter(|_| also)
}

/// Where a group's name ends: "matchgruppe 2 og 3", "aktivitetsparate borgere".
fn whole_name(tokens: &[Token<'_>], hit: &Hit<CaseloadTag>) -> usize {
    let numbered = tokens[hit.end - 1].word().is_some_and(|w| w.starts_with("matchgruppe"));
    let part = |t: &&Token<'_>| t.number().is_some() || t.is_any(&["og", "eller"]) || t.is_symbol('-');
    let parts = if numbered { tokens[hit.end..].iter().take_while(part).count() } else { 0 };
    // "matchgruppe 2 og 3 og ...": a name ends in its last number.
    let last = (hit.end..hit.end + parts).rev().find(|&at| tokens[at].number().is_some());
    let end = last.map_or(hit.end, |last| last + 1);
    let people = |t: &Token<'_>| t.is_any(&["borgere", "borger"]);
    end + usize::from(tokens.get(end).is_some_and(people))
}

/// Does a number go on with a list of caseloads: only the last one's words, a comma or "og" between?
fn enumerates(tokens: &[Token<'_>], out: &[Figure], at: usize) -> bool {
    let Some(last) = out.last().and_then(Figure::source) else { return false };
    let Some(before) = tokens[..at].iter().rposition(|t| t.span == last.value) else { return false };
    let between = &tokens[before + 1..at];
    let joined = between.last().is_some_and(|t| t.is_symbol(',') || t.is_any(&["og", "samt"]));
    joined && between.len() <= 9 && between.iter().all(|t| t.word().is_some() || t.is_symbol(',') || t.is_symbol('-'))
}

/// "28 sager på området for udsatte børn": the words after "for".
fn area_behind(document: &Document, tokens: &[Token<'_>], from: usize) -> Option<String> {
    let said = tokens.get(from)?.is("på") && tokens.get(from + 1)?.is("området") && tokens.get(from + 2)?.is("for");
    let start = from + 3;
    let length = tokens.get(start..).filter(|_| said)?.iter().take_while(|t| t.word().is_some()).count();
    (1..=6).contains(&length).then(|| document.one_line(tokens[start].span.cover(tokens[start + length - 1].span)))
}

pub(super) fn place(clause: &Clause<'_>, inside: impl Fn(usize) -> bool, setting: &Setting) -> Option<Place> {
    let named = clause.places.iter().map(|h| (h.start, h.tag.clone()));
    let nation = clause.terms.iter().filter(|h| h.tag == Tag::Nation).map(|h| (h.start, Place::NATION));
    let nearest = named.chain(nation).filter(|(start, _)| inside(*start)).max_by_key(|(start, _)| *start);
    nearest.map(|(_, place)| place).or_else(|| setting.own.clone())
}

pub(super) fn period(clause: &Clause<'_>, inside: impl Fn(usize) -> bool, setting: &Setting) -> Option<Period> {
    let own = clause.periods.iter().rfind(|m| inside(m.start)).and_then(|m| match m.named {
        Named::Absolute(period) => Some(period),
        // "Sidste år var tallet 97": before the year that the survey is of.
        Named::YearBefore | Named::LastYear => setting.period().map(|period| Period::year(period.last_year() - 1)),
        Named::ThisYear => setting.meeting.map(|meeting| Period::year(meeting.year)),
        _ => None,
    });
    own.or(setting.period())
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn sentences_state_caseloads() {
        for (text, expected) in [
            ("Sagsbehandlerne på sygedagpenge har i gennemsnit 52 sager hver.", vec!["2022 sygedagpenge 52"]),
            (
                "En medarbejder har i gennemsnit 96 sager på A-dagpenge, 44 sager på sygedagpenge og 31,5 sager på ressourceforløb.",
                vec!["2022 A-dagpenge 96", "2022 sygedagpenge 44", "2022 ressourceforløb 31.5"],
            ),
            (
                "Sagstallet er faldet fra 60 til 52 sager pr. sagsbehandler fra 2020 til 2021.",
                vec!["2020 Alle 60", "2021 Alle 52"],
            ),
            ("Rådgiverne har i gennemsnit 28 sager på området for udsatte børn.", vec!["2022 udsatte børn 28"]),
            (
                "Sagsbehandlerne i ungeteamet har 62 sager pr. årsværk. Sidste år var gennemsnittet 41 sager pr. årsværk.",
                vec!["2022 ungeteamet 62", "2021 ungeteamet 41"],
            ),
            (
                "Normering og sagstal: Ungeteam 11,5 årsværk, Handicapteam 8 årsværk.",
                vec!["2022 Ungeteam 11.5", "2022 Handicapteam 8"],
            ),
            ("Sygefraværet er på 13,2 dage pr. medarbejder, og sagstallet er uændret.", vec![]),
        ] {
            let page = format!("Greve Kommune\nJobudvalget\nMødedato: 10. maj 2022\n\n{text}\n");
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let show = |f: &crate::model::figure::Figure| {
                format!("{} {} {}", f.period.map_or("-".to_owned(), |p| p.to_string()), f.scope, f.value)
            };
            assert_eq!(figures.iter().map(show).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
