//! Guideline ranges: "Jobparate over 30 år: 35-55 borgere pr. socialrådgiver (101)". A range without an issuer or the
//! word "vejledende" or "anbefalet" is no guideline, and a project's requirement none either.

use super::guided::{front, is_area, is_called, is_group, is_named_area, listed, names_group, plain_heading, whom};
use super::names::{whole_name, works_with};
use super::range::{Range, range};
use super::{Setting, figure, has, sentence_source};
use crate::data::caseload::{CASELOAD, CaseloadTag};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::model::figure::{Doubt, Figure, Measure, Origin, Place};
use crate::model::period::Period;
use crate::model::source::{Document, Span};
use crate::text::token::{Kind, Token};

/// The issuer that a text names, or the union where it only says "vejledende sagstal".
pub(super) fn issuer(terms: &[Hit<CaseloadTag>]) -> Option<String> {
    terms.iter().find_map(|hit| match &hit.tag {
        CaseloadTag::Issuer(name) => Some(name.clone()),
        _ => None,
    })
}

/// Takes note of a paragraph that announces a list of guidelines; true where that is all it does.
/// `ranges` says whether lines with a range of cases each stand right below.
pub fn announces(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    ranges: &dyn Fn() -> bool,
    setting: &mut Setting,
) -> bool {
    let text = document.slice(clause.span).trim();
    let opens = text.ends_with(':');
    // "(DS' vejledende sagstal i parentes)" tells of what stands beside the values.
    let outside = |hit: &&Hit<CaseloadTag>| {
        let mut before = clause.tokens[..hit.start].iter().rev();
        !before.find(|t| t.is_symbol(')') || t.is_symbol('(')).is_some_and(|t| t.is_symbol('('))
    };
    let terms: Vec<Hit<CaseloadTag>> = terms.iter().filter(outside).cloned().collect();
    let terms = &terms[..];
    let guideline = has(terms, &CaseloadTag::Guideline) || has(terms, &CaseloadTag::Caseload);
    // "Dansk Socialrådgiverforening anbefaler", and lines with ranges under it
    let short = clause.tokens.len() <= 6 && !text.ends_with('.') && has(terms, &CaseloadTag::Guideline);
    let opens = opens || short && text.lines().count() == 1 && clause.tokens.iter().all(|t| t.number().is_none());
    // "... har følgende vejledende sagstal. Egne tal står i parentes."
    let following = || has(terms, &CaseloadTag::Guideline) && clause.has_word(&["følgende"]);
    let opens = opens || following() && !clause.states_numbers();
    // "Og her er, hvad Dansk Socialrådgiverforening siger:", right over lines with a range of cases each.
    let own = clause.has(|tag| *tag == Tag::Own) || !clause.places.is_empty() || clause.has_any(&WORDS.lists.we);
    let told = !guideline && !own && issuer(terms).is_some() && ranges();
    let guideline = guideline || told;
    if opens && guideline && range(&clause.tokens, 0).is_none() {
        if let Some(name) = issuer(terms) {
            setting.named_issuer = Some(name.clone());
            setting.issuer = Some(name);
            setting.of_cases = super::says_caseload(clause, terms) || short || told;
            setting.in_parentheses = note(clause, setting);
            return true;
        }
        return false;
    }
    // "(Greves gennemsnitlige sagsantal er angivet i parentes)"
    let note = if setting.issuer.is_some() { note(clause, setting) } else { None };
    setting.in_parentheses = note.clone().or(setting.in_parentheses.take());
    note.is_some()
}

/// Whose values stand in parentheses: of the place that the words before name, else of the text's own.
fn note(clause: &Clause<'_>, setting: &Setting) -> Option<Place> {
    let word = clause.find_beginning(&["parentes"])?;
    let before = &clause.tokens[..word];
    let start = before.iter().rposition(|t| t.is_symbol('.') || t.is_symbol('(')).map_or(0, |at| at + 1);
    let named = clause.places.iter().find(|hit| (start..word).contains(&hit.start)).map(|hit| hit.tag.clone());
    let nation = clause.terms.iter().any(|hit| hit.tag == Tag::Nation && (start..word).contains(&hit.start));
    named.or(nation.then_some(Place::NATION)).or_else(|| setting.own.clone())
}

/// Whose guidelines a sentence speaks of, that of itself or of the sentence before it.
pub(super) fn spoken_of(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>], setting: &Setting) -> Option<String> {
    let own = clause.has(|tag| matches!(tag, Tag::Own)) || !clause.places.is_empty();
    issuer(terms)
        .filter(|_| has(terms, &CaseloadTag::Guideline) && !own)
        .or_else(|| setting.guides.clone().filter(|_| terms.is_empty() && !clause.states_numbers()))
}

/// "borgere pr. socialrådgiver" behind a range.
fn counts_cases(tokens: &[Token<'_>], end: usize) -> bool {
    let rest = &tokens[end..tokens.len().min(end + 6)];
    rest.iter().any(|t| {
        t.is("pr") || t.is_any(&["sager", "borgere", "børn", "sygemeldte", "ledige", "personer", "familier", "unge"])
    })
}

/// "Foreningens vejledende sagstal er 30-50 for kontanthjælp": the noun before says what is counted.
fn is_of_caseload(clause: &Clause<'_>, terms: &[Hit<CaseloadTag>], range: &Range) -> bool {
    let before = |tag: CaseloadTag| terms.iter().any(|hit| hit.tag == tag && hit.end <= range.start);
    let unit = clause.tokens.get(range.end);
    let other = unit.is_some_and(|t| CASELOAD.lists.other_measures.has(t) || t.is_symbol('%') || t.is("år"));
    before(CaseloadTag::Guideline) && before(CaseloadTag::Caseload) && !other
}

/// A line of an announced list: the label before the range, the document's own value behind it in parentheses.
pub fn line(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    item: bool,
    setting: &Setting,
) -> Option<Vec<Figure>> {
    let issuer = setting.issuer.clone().or_else(|| issuer(terms).filter(|_| clause.tokens.len() < 14));
    // "... har vejledende sagstal for en række områder. De er ikke bindende.", and then a list.
    let staffed = || has(terms, &CaseloadTag::Staff) && clause.tokens.iter().any(|t| t.is_any(&["pr", "per"]));
    let issuer = issuer.or_else(|| setting.guiding.clone().filter(|_| item && staffed()))?;
    // "- Jobparate: 35-55", "- Jobparate: 35-55 (61)", under a line that says of what.
    let ends = |range: &Range| match parenthesised(&clause.tokens, range.end) {
        Some(own) => {
            let behind = clause.tokens.get(own + 2..).unwrap_or_default();
            clause.tokens[range.end].is_symbol('(')
                && behind.iter().all(|t| matches!(t.kind, Kind::Symbol('.' | ',' | ';')))
        }
        None => range.end == clause.tokens.len(),
    };
    let listed = |range: &Range| setting.issuer.is_some() && setting.of_cases && ends(range);
    let range = range(&clause.tokens, 0).filter(|r| counts_cases(&clause.tokens, r.end) || listed(r))?;
    let before = &clause.tokens[..range.start];
    let colon = before.iter().rposition(|t| t.is_symbol(':'));
    let label_end = colon.unwrap_or_else(|| {
        before.len()
            - before
                .iter()
                .rev()
                .take_while(|t| t.is_any(&["ca", "på", "er", "omkring", "fra"]) || t.is_symbol('.'))
                .count()
    });
    let first = before.iter().position(|t| t.word().is_some()).filter(|&first| first < label_end);
    let label = if let Some(first) = first {
        let span = clause.tokens[first].span.cover(clause.tokens[label_end - 1].span);
        document.one_line(span)
    } else {
        plain_heading(setting.heading.as_deref().filter(|heading| names_group(heading))?).to_owned()
    };
    // "Nogle rådgivere har lige nu mellem 38 og 44 sager": a statement.
    let says = colon.is_none()
        && before
            .iter()
            .any(|t| CASELOAD.lists.no_label.has(t) || (CASELOAD.staff.has(t) && setting.heading.is_none()));
    // "Dansk Socialrådgiverforening anbefaler 35-50 sager på sygedagpenge": a sentence.
    let recommends = colon.is_none()
        && terms
            .iter()
            .any(|hit| matches!(hit.tag, CaseloadTag::Guideline | CaseloadTag::Issuer(_)) && hit.end <= range.start);
    if says || recommends || label.split_whitespace().count() > 9 {
        return None;
    }
    Some(figures(clause, &range, &issuer, &label, setting))
}

/// A range in a table's cell, under a label that speaks of guidelines.
pub fn cell(clause: &Clause<'_>, issuer: &str, label: &str, heads: &[Span], setting: &Setting) -> Vec<Figure> {
    let Some(range) = range(&clause.tokens, 0) else { return Vec::new() };
    let mut out = figures(clause, &range, issuer, label, setting);
    for figure in &mut out {
        if let Origin::Stated(source) = &mut figure.origin {
            source.heads = heads.to_vec();
        }
    }
    out
}

/// The issuer that a label names; a label that only says "vejledende" is the union's.
#[must_use]
pub fn label_issuer(terms: &[Hit<CaseloadTag>]) -> Option<String> {
    issuer(terms).or_else(|| has(terms, &CaseloadTag::Guideline).then(|| "Dansk Socialrådgiverforening".to_owned()))
}

/// A guideline in running text: "Dansk Socialrådgiverforening anbefaler 35-50 sager pr. rådgiver på sygedagpenge".
pub fn sentence(
    document: &Document,
    clause: &Clause<'_>,
    terms: &[Hit<CaseloadTag>],
    setting: &Setting,
) -> Vec<Figure> {
    // "Vi anbefaler mellem 40 og 55 sager", says the union that the article is about.
    let we = || setting.carried_issuer.clone().filter(|_| clause.tokens.iter().any(|t| t.is("vi")));
    let said = || setting.issuer.clone().or_else(we).filter(|_| has(terms, &CaseloadTag::Guideline));
    // "For fleksjob anbefaler foreningen mellem 35 og 45 sager"
    let union = || {
        clause
            .tokens
            .iter()
            .any(|t| t.is_any(&["foreningen", "foreningens", "forbundet", "forbundets", "hovedbestyrelsen"]))
    };
    let again = || {
        setting.named_issuer.clone().filter(|_| has(terms, &CaseloadTag::Guideline) && (union() || is_called(clause)))
    };
    // "... er på sygedagpengeområdet 35-50 sager. For jobparate er det 35-55 sager": goes on with the same guideline.
    let guided = || {
        let opens = clause.tokens.first().is_some_and(|t| t.is_any(&["for", "på", "inden"]));
        let again =
            clause.tokens.windows(2).any(|w| w[0].is_any(&["er", "anbefales"]) && w[1].is_any(&["det", "den", "der"]));
        let again = again || clause.has_word(&["anbefales"]);
        let own = clause.has(|tag| matches!(tag, Tag::Own)) || !clause.places.is_empty();
        setting.named_issuer.clone().filter(|_| setting.guided && opens && again && !own)
    };
    // "... har vejledende sagstal. De tal, som gælder nu, er: Sygedagpenge 35-50, ..."
    let told = || {
        let points = clause.tokens.first().is_some_and(|t| t.is_any(&["de", "disse", "tallene", "det", "den", "for"]));
        // "På familieområdet anbefales nu 20-30 sager"
        let points = points || clause.has_word(&["anbefales"]);
        let own = clause.has(|tag| matches!(tag, Tag::Own)) || !clause.places.is_empty();
        setting.guides.clone().filter(|_| points && !own)
    };
    let Some(issuer) = issuer(terms).or_else(said).or_else(again).or_else(guided).or_else(told) else {
        return Vec::new();
    };
    let guided = (setting.guided || setting.guides.is_some())
        && !terms.iter().any(|hit| matches!(hit.tag, CaseloadTag::Issuer(_)));
    let mut out = Vec::new();
    let mut from = 0;
    // "på familieområdet fra 25-35 til 20-30": the group of the earlier of two is that of the later.
    let mut earlier = None;
    while let Some(found) = range(&clause.tokens, from) {
        let next = range(&clause.tokens, found.end).map_or(clause.tokens.len(), |r| r.start);
        // "ned fra 25-35 sager til 20-30 sager": the earlier of two.
        let lowered = found.start > 0
            && clause.tokens[found.start - 1].is("fra")
            && next < clause.tokens.len()
            && clause.tokens[found.end..next].iter().any(|t| t.is("til"));
        let counted = counts_cases(&clause.tokens, found.end) || is_of_caseload(clause, terms, &found);
        let counted = counted || found.start > 0 && CASELOAD.lists.advice.has(&clause.tokens[found.start - 1]);
        let unit = clause.tokens.get(found.end);
        let other = unit.is_some_and(|t| CASELOAD.lists.other_measures.has(t) || t.is_symbol('%') || t.is("år"));
        let counted = counted || (guided || !out.is_empty()) && !other;
        // "en model, hvor en rådgiver højst har 20-25 sager": what a model asks for.
        let must = ["skal", "må", "højst", "højest", "maksimalt", "maks", "max"];
        let asked = |t: &Token<'_>| t.is_any(&must) || CASELOAD.lists.aimed.has(t);
        let before = &clause.tokens[found.start.saturating_sub(5)..found.start];
        let counted = counted && (has(terms, &CaseloadTag::Guideline) || !before.iter().any(asked));
        if lowered {
            earlier = front(document, clause, from, found.start - 1);
        } else if counted {
            let near = |hit: &&Hit<CaseloadTag>| hit.tag == CaseloadTag::Group && hit.start >= from && hit.end <= next;
            let before = terms.iter().filter(near).rfind(|hit| hit.end <= found.start);
            // "..., og for børnehandicap anbefales 35-45": the group of the next range.
            let of_next = |hit: &&Hit<CaseloadTag>| {
                let between = clause.tokens.get(found.end..hit.start.saturating_sub(1)).unwrap_or_default();
                let parted = between.iter().any(|t| t.is_any(&["og", "mens", "samt"]) || t.is_symbol(','));
                next < clause.tokens.len() && parted && clause.tokens[hit.start - 1].is_any(&["for", "på", "til"])
            };
            let behind = terms.iter().filter(near).find(|hit| hit.start >= found.end).filter(|hit| !of_next(hit));
            let group = behind.or(before);
            let label = group.map(|hit| {
                let end = whole_name(&clause.tokens, hit.end);
                document.one_line(clause.tokens[hit.start].span.cover(clause.tokens[end - 1].span))
            });
            let fronted = earlier.take().or_else(|| front(document, clause, from, found.start));
            let adjacent = fronted.clone().filter(|(_, adjacent)| *adjacent).map(|(label, _)| label);
            let after = || whom(document, clause, found.end, next);
            // "For undersøgelse og opfølgning anbefales 20-25 sager": whatever it is called, it is advised for that.
            let opens = from == 0 && clause.tokens.first().is_some_and(|t| t.is("for"));
            let advised = opens && clause.tokens[found.start - 1].is("anbefales");
            let named = |label: &String| is_group(label) || advised && label.contains(' ');
            let before = || fronted.map(|(label, _)| label).filter(named);
            // "på hjemmesiden 30-45 sager for borgere i ressourceforløb": where it is said is no group.
            let (known, other): (Option<String>, Option<String>) =
                if adjacent.as_deref().is_some_and(is_group) { (adjacent, None) } else { (None, adjacent) };
            let heading = setting.heading.as_deref().filter(|heading| names_group(heading));
            let headed = heading.map(|heading| plain_heading(heading).to_owned());
            let label = known
                .or_else(|| listed(document, clause, from, found.start))
                .or_else(after)
                .or(other)
                .or_else(before)
                .or_else(|| works_with(document, clause, from..found.start))
                .or(label)
                .or_else(|| setting.carried_group.clone().filter(|_| !setting.heading.as_deref().is_some_and(is_area)))
                .or_else(|| headed.clone());
            // Of all groups, or of the one that the text spoke of? A heading that is no known group's may be any.
            let group = setting.last_group.as_ref().is_some_and(|group| group != "Alle") || setting.guided_group;
            // "25-35 sager i et distriktsteam": of no group that is known.
            let team = |w: &[Token<'_>]| w[0].is_any(&["et", "en"]) && WORDS.lists.part_of_staff.has(&w[1]);
            let group = group || clause.tokens[found.end..next].windows(2).any(team);
            let group = group || clause.tokens[..next].iter().any(is_named_area);
            let open = label.is_none() && group
                || label.is_some() && label == headed && !label.as_deref().is_some_and(is_group);
            let label = label.unwrap_or_else(|| "Alle".to_owned());
            let mut stated = figures(clause, &found, &issuer, &label, setting);
            if open {
                stated.iter_mut().for_each(|figure| figure.doubts.push(Doubt::Scope));
            }
            // "på undersøgelsestidspunktet": when the cases were counted.
            if clause.has_any(&CASELOAD.lists.at_survey) {
                for figure in stated.iter_mut().filter(|figure| figure.period.is_none()) {
                    figure.period = setting.survey.map(Period::year);
                    figure.doubts.retain(|doubt| *doubt != Doubt::Period || figure.period.is_none());
                }
            }
            out.extend(stated);
        }
        from = found.end;
    }
    out
}

/// "I februar 2020 besluttede foreningen": the year of a guideline in a text that is not dated.
fn only_year(clause: &Clause<'_>) -> Option<Period> {
    let [Mention { named: Named::Absolute(period), .. }] = clause.periods[..] else { return None };
    Some(Period::year(period.last_year()))
}

pub(super) fn figures(clause: &Clause<'_>, range: &Range, issuer: &str, label: &str, setting: &Setting) -> Vec<Figure> {
    let period = setting.meeting.map(|meeting| Period::year(meeting.year)).or_else(|| only_year(clause));
    let place = Some(Place::new(issuer.to_owned()));
    let one = |at: usize, measure: Measure, place: Option<Place>, period: Option<Period>| {
        let value = clause.tokens[at].number().unwrap_or_default();
        figure(place, period, label.to_owned(), measure, value, sentence_source(clause.tokens[at].span, clause.span))
    };
    let mut out = vec![
        one(range.low, Measure::RecommendedLow, place.clone(), period),
        one(range.high, Measure::RecommendedHigh, place, period),
    ];
    // "(101)": the place's own value under the guideline's label.
    let own = setting.in_parentheses.clone().or_else(|| setting.own.clone());
    if let Some(at) = parenthesised(&clause.tokens, range.end) {
        let named = clause.places.iter().find(|hit| hit.end + 1 == at && hit.start > range.end);
        // "(Dagpenge: 31)": of what, is not said.
        if clause.tokens[at - 1].is_symbol(':') && named.is_none() {
            return out;
        }
        let own = named.map(|hit| hit.tag.clone()).or(own);
        out.push(one(at, Measure::CasesPerFte, own, setting.period()));
    }
    out
}

/// The number that stands alone in parentheses behind a range.
fn parenthesised(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    (from..tokens.len().saturating_sub(2)).find_map(|at| {
        let alone = |at: usize| tokens[at].number().is_some() && tokens.get(at + 1).is_some_and(|t| t.is_symbol(')'));
        // "(Næstved: 31,5)"
        let named = tokens[at + 2].is_symbol(':') && alone(at + 3.min(tokens.len() - at - 1));
        let open = tokens[at].is_symbol('(');
        if open && alone(at + 1) { Some(at + 1) } else { (open && named).then_some(at + 3) }
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::extract;

    #[test]
    fn guidelines_have_the_group_that_stands_with_them() {
        for (text, expected) in [
            (
                "Dansk Socialrådgiverforenings vejledende sagstal er på sygedagpengeområdet 35-50 sager og for \
                 aktivitetsparate over 30 år 30-50 sager. For jobparate over 30 år er det 35-55 sager.",
                vec![
                    "sygedagpengeområdet 35",
                    "sygedagpengeområdet 50",
                    "aktivitetsparate over 30 år 30",
                    "aktivitetsparate over 30 år 50",
                    "jobparate over 30 år 35",
                    "jobparate over 30 år 55",
                ],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler 25-45 sager pr. rådgiver for unge 18-29 år og 30-50 sager for jobparate over \
                 30 år.",
                vec!["unge 18-29 år 25", "unge 18-29 år 45", "jobparate over 30 år 30", "jobparate over 30 år 50"],
            ),
            (
                "Dansk Socialrådgiverforening har et vejledende sagstal på handicap- og psykiatriområdet på 45-65 borgere.",
                vec!["handicap- og psykiatriområdet 45", "handicap- og psykiatriområdet 65"],
            ),
            (
                "Dansk Socialrådgiverforening har vejledende sagstal. For forløb og opfølgning anbefales 20-25 sager pr. rådgiver, og \
                 for sygedagpenge anbefales 35-45 sager pr. rådgiver.",
                vec!["forløb og opfølgning 20", "forløb og opfølgning 25", "sygedagpenge 35", "sygedagpenge 45"],
            ),
            (
                "Dansk Socialrådgiverforening har sat det vejledende sagstal for jobparate ned til 30-45 sager.",
                vec!["jobparate 30", "jobparate 45"],
            ),
            (
                "Dansk Socialrådgiverforening har sænket det vejledende sagstal på voksenområdet fra 45-65 til 40-55 sager.",
                vec!["voksenområdet 40", "voksenområdet 55"],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler 30-50 sager for kontanthjælp og 35-50 for sygedagpenge.",
                vec!["kontanthjælp 30", "kontanthjælp 50", "sygedagpenge 35", "sygedagpenge 50"],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler\n\n- Sygedagpenge: 35-50 sager\n- Jobparate: 35-55 sager",
                vec!["Sygedagpenge 35", "Sygedagpenge 50", "Jobparate 35", "Jobparate 55"],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler følgende sagstal (egne tal er anført i parentes):\n\n- Sygedagpenge: \
                 35-50 (41)\n- Jobparate: 35-55 (62,5)",
                vec![
                    "Sygedagpenge 35",
                    "Sygedagpenge 50",
                    "Sygedagpenge 41",
                    "Jobparate 35",
                    "Jobparate 55",
                    "Jobparate 62.5",
                ],
            ),
            (
                "Vejledende sagstal på børne- og ungeområdet\n\n- Dansk Socialrådgiverforening anbefaler 25-35 sager per \
                 sagsbehandler.",
                vec!["børne- og ungeområdet 25", "børne- og ungeområdet 35"],
            ),
            (
                "Sagstallet i Børn og Familie er 24 sager pr. rådgiver.\n\nDansk Socialrådgiverforening anbefaler 20-30 \
                 sager pr. rådgiver.",
                vec!["Børn og Familie 24", "Alle 20?", "Alle 30?"],
            ),
            (
                "Dansk Socialrådgiverforening har i 2021 ændret sine vejledende sagstal. De tal, der nu gælder, er: Fleksjob \
                 40-60, sygedagpenge 35-45, alle pr. rådgiver.",
                vec!["Fleksjob 40", "Fleksjob 60", "sygedagpenge 35", "sygedagpenge 45"],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler på hjemmesiden 30-45 sager for borgere i ressourceforløb.",
                vec!["borgere i ressourceforløb 30", "borgere i ressourceforløb 45"],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler 20-30 sager pr. familierådgiver. I Sverigesmodellen arbejdes der \
                 med 15-20 sager.",
                vec!["familierådgiver 20", "familierådgiver 30", "Alle 15?", "Alle 20?"],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler 25-35 sager pr. rådgiver på det børnesociale område, når det \
                 drejer sig om børn og unge med behov for støtte.",
                vec!["det børnesociale område 25", "det børnesociale område 35"],
            ),
            (
                "Dansk Socialrådgiverforening ændrede i foråret sine vejledende sagstal. På familieområdet anbefales nu 20-25 \
                 sager pr. rådgiver. På handicapområdet anbefales 30-40 sager pr. rådgiver.",
                vec!["familieområdet 20", "familieområdet 25", "handicapområdet 30", "handicapområdet 40"],
            ),
            (
                "Dansk Socialrådgiverforening har følgende vejledende sagstal:\n\n- Sygedagpenge: 35-50 sager pr. \
                 rådgiver\n\nI kommunerne omkring os svinger sagstallet fra 28 til 44 sager pr. rådgiver.",
                vec!["Sygedagpenge 35", "Sygedagpenge 50"],
            ),
            (
                "Orientering\n\nEn rådgiver har i snit 36 sager. Dansk Socialrådgiverforening anbefaler 25-35 sager pr. \
                 rådgiver.",
                vec!["Alle 36", "Orientering 25?", "Orientering 35?"],
            ),
            (
                "Redegørelse\n\nEn familierådgiver har i snit 36 sager. Dansk Socialrådgiverforening anbefaler 25-35 sager \
                 pr. rådgiver.",
                vec!["familierådgiver 36", "Alle 25?", "Alle 35?"],
            ),
            (
                "Dansk Socialrådgiverforening anbefaler 25-35 sager pr. rådgiver i børne- og ungesager.",
                vec!["børne- og ungesager 25", "børne- og ungesager 35"],
            ),
            (
                "En rådgiver i Psykiatri Unge har i gennemsnit 41 sager. I Handicap Voksen Nord er gennemsnittet 52.",
                vec!["Psykiatri Unge 41", "Handicap Voksen Nord 52"],
            ),
            ("Hvor mange sager har en rådgiver? Lige nu 62 i snit på voksenhandicap.", vec!["voksenhandicap 62"]),
            ("Sagstallet varierer. Hvor en sag er en familie, har rådgiverne gennemsnitligt 67 børn.", vec![]),
        ] {
            let page = format!("Greve Kommune\nSocialudvalget\nMødedato: 10. maj 2022\n\nSagstal\n{text}\n");
            let document = crate::read::read(page.as_bytes(), "a.txt").unwrap();
            let figures = extract(&document).figures;
            let show = |doubt: bool| if doubt { "?" } else { "" };
            let found: Vec<String> =
                figures.iter().map(|f| format!("{} {}{}", f.scope, f.value, show(!f.is_certain()))).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
