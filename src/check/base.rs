//! R2: which base gives a stated rate, and is it the declared one.
//!
//! Official base (Ankestyrelsen): rate = 100 · part / (upheld + changed + remanded). Other base: 100 · part / decided,
//! dismissed cases counted in. A rate that fits the second and not the first is reported; one that fits neither too.

use super::aside::{counted_beside, set_aside};
use super::context::{Context, Key, Notes, Say, Sentence, number, passage, printed, short, value_span};
use super::counts::{Counts, ambiguous};
use super::quantity::{Quantity, Unit};
use crate::data::words::WORDS;
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::{Span, Table};
use crate::stats::grim;
use crate::stats::rate::percent;
use crate::stats::rounding::Fit;
use crate::text::lower::aligned;
use crate::text::token::{Token, tokens};
use std::collections::BTreeSet;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    let mut reported: BTreeSet<Span> = BTreeSet::new();
    for (figure, key) in cx.stated(&Topic::Appeals).filter(|(f, _)| f.measure.is_rate()) {
        let counts = Counts::of(cx, key);
        if let Some(part) = counts.known.part(&figure.measure) {
            let say = stated_rate(cx, (figure, key), &counts, part, report);
            // One sentence gives one finding: what holds for its first rate holds for the others beside it.
            if let Some(say) = say.filter(|say| reported.insert(say.span)) {
                report.find(say);
            }
        }
    }
    unknown_base(cx, report);
    persons_as_cases(cx, report);
}

/// The words by which a text leaves dismissed cases out of its base.
const WITHOUT_DISMISSED: [&str; 4] = ["eksklusiv", "ekskl", "realitetsbehandl", "fraregnet"];

fn declares_official(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    WITHOUT_DISMISSED.iter().any(|word| lower.contains(word))
}

fn stated_rate(
    cx: &Context<'_>,
    (figure, key): (&Figure, Key<'_>),
    counts: &Counts,
    part: u32,
    report: &mut Report,
) -> Option<Say> {
    let stated = printed(figure);
    let fit = |base: Option<u32>| Some(stated.fit(percent(part, base?)?));
    let (official, with) = (fit(counts.known.considered), fit(counts.known.decided));
    let best = counts.known.considered.or(counts.known.decided)?;
    let value = value_span(figure);
    let share = |base: Option<u32>| base.and_then(|base| percent(part, base));
    let values = vec![
        ("stated", short(figure.value)),
        ("part", part.to_string()),
        ("considered", counts.known.considered.map_or_else(String::new, |n| n.to_string())),
        ("decided", counts.known.decided.map_or_else(String::new, |n| n.to_string())),
        ("official", share(counts.known.considered).map_or_else(String::new, |x| number(x, 1))),
        ("with", share(counts.known.decided).map_or_else(String::new, |x| number(x, 1))),
        ("base", best.to_string()),
        ("real", share(Some(best)).map_or_else(String::new, |x| number(x, 1))),
    ];
    let say = |severity, key, recomputed| Say {
        rule: Rule::R2,
        severity,
        span: passage(figure),
        related: counts.spans.iter().copied().filter(|s| !passage(figure).contains(*s)).collect(),
        stated: cx.text(whole(cx, figure)),
        recomputed,
        key,
        values: values.clone(),
    };
    let fraction = |base: u32| format!("{} % ({part}/{base})", number(100.0 * f64::from(part) / f64::from(base), 1));
    match (official, with) {
        (Some(Fit::Rounded), with) => {
            let shares = with != Some(Fit::Rounded) && figure.measure != Measure::ReversalRate;
            if shares && speaks_of_all_cases(cx, figure) {
                return Some(say(Severity::B, "check-base-considered", fraction(counts.known.decided?)));
            }
            report.pass(Rule::R2, value, "check-rate-passed", values);
            None
        }
        (Some(_), Some(Fit::Rounded)) => {
            let declared = declares_official(&cx.text(passage(figure)));
            let (severity, key) = match figure.measure {
                _ if declared => (Severity::A, "check-base-declared"),
                Measure::ReversalRate => (Severity::B, "check-base-with-dismissed"),
                // Shares of single outcomes have no official base: all cases is one that a text may choose.
                _ => {
                    report.pass(Rule::R2, value, "check-rate-passed-all", values);
                    return None;
                }
            };
            Some(say(severity, key, fraction(counts.known.considered?)))
        }
        (None, Some(Fit::Rounded)) => {
            report.pass(Rule::R2, value, "check-rate-passed", values);
            None
        }
        (None, Some(Fit::Off | Fit::Truncated)) if without_dismissed(figure, part, counts) => None,
        (Some(Fit::Truncated), _) | (None, Some(Fit::Truncated)) => {
            Some(say(Severity::C, "check-rate-truncated", fraction(best)))
        }
        (Some(Fit::Off), _) | (None, Some(Fit::Off)) if elsewhere(cx, figure, counts, key) => None,
        (Some(Fit::Off), _) | (None, Some(Fit::Off)) => Some(say(Severity::A, "check-rate-off", fraction(best))),
        (None, None) => None,
    }
}

/// Cases that are only said to be decided may hold dismissed ones: a smaller base that gives the rate makes it right.
fn without_dismissed(figure: &Figure, part: u32, counts: &Counts) -> bool {
    let bases = grim::denominators(printed(figure), part);
    let zero = figure.value == 0.0 || part == 0;
    !zero && counts.known.decided.is_some_and(|decided| !bases.is_empty() && *bases.start() <= decided)
}

/// Another reading in which the rate may be right: of other cases than those counted, of parts that are counted
/// otherwise, or a number that the text itself calls wrong.
fn elsewhere(cx: &Context<'_>, figure: &Figure, counts: &Counts, key: Key<'_>) -> bool {
    if set_aside(cx, figure) || counted_beside(cx, figure) {
        return true;
    }
    let stated = printed(figure);
    let known = counts.known;
    let parts = known.changed.zip(known.remanded).and_then(|(changed, remanded)| changed.checked_add(remanded));
    let otherwise =
        |part| known.considered.and_then(|base| percent(part, base)).is_some_and(|x| stated.fit(x) != Fit::Off);
    if ambiguous(cx, key) || (figure.measure == Measure::ReversalRate && parts.is_some_and(otherwise)) {
        return true;
    }
    let value = value_span(figure);
    let Some(index) = cx.sentence_at(value) else { return false };
    let sentence = &cx.sentences[index];
    let paragraph = &cx.paragraphs[sentence.paragraph];
    let wrong = |s: &Sentence<'_>| s.has(&["forkert", "forkerte", "fejlagtigt", "fejlagtig", "beklager"]);
    // "9 sager, og omgørelsesprocenten er 22,2": the sentence has a base of its own.
    let own = || {
        let here = counts.spans.iter().any(|span| sentence.span.contains(*span));
        let before = sentence.of(Unit::Count).filter(|q| q.span.end <= value.start).filter_map(Quantity::count);
        !here && before.into_iter().any(|n| n > 0 && !grim::counts(stated, n).is_empty())
    };
    cx.sentences[paragraph.sentences.clone()].iter().any(wrong) || own() || wider(cx, figure, counts)
}

/// "For hele serviceloven er omgørelsesprocenten 34": of more than the counts that stand elsewhere, where these are a
/// unit's. The two may both be right.
fn wider(cx: &Context<'_>, figure: &Figure, counts: &Counts) -> bool {
    let value = value_span(figure);
    let Some(sentence) = cx.sentence_at(value).map(|index| &cx.sentences[index]) else { return false };
    let paragraph = cx.paragraphs[sentence.paragraph].span;
    if counts.spans.iter().any(|span| paragraph.contains(*span)) {
        return false;
    }
    // "hele landet", "i hele 2014" say nothing of the scope.
    let whole = |w: &[Token<'_>]| {
        w[0].is_any(&["hele", "samlede", "samtlige"])
            && w[1].word().is_some_and(|word| SCOPES.iter().any(|scope| word.contains(scope)))
    };
    let of_all = sentence.tokens.windows(2).any(whole) || sentence.has_start(&["samlet", "generelt", "kommune"]);
    let narrow = || {
        let tables = cx.document.tables.iter().filter(|t| counts.spans.iter().any(|span| t.span.contains(*span)));
        tables.map(|t| over(cx, t)).any(|caption| {
            let lower = aligned(&caption);
            tokens(&caption, &lower, Span::new(0..caption.len())).iter().any(|t| WORDS.lists.unit_names.has(t))
        })
    };
    sentence.tokens.windows(2).any(whole) || sentence.has(&["helhed"]) || (of_all && narrow())
}

/// What a law or a field of law is called by: "serviceloven", "socialområdet", "lovgivningen".
const SCOPES: [&str; 3] = ["lov", "område", "kommune"];

/// The caption of a table, or the line above it.
fn over(cx: &Context<'_>, table: &Table) -> String {
    let above = || {
        let first = cx.document.line_of(table.span.start);
        let lines = (1..first).rev().take(3).map(|line| cx.text(cx.document.line_span(line)));
        lines.into_iter().find(|line| !line.trim().is_empty()).unwrap_or_default()
    };
    table.caption.map_or_else(above, |caption| cx.text(caption))
}

/// The printed number with its hedge and unit, where a sentence holds it.
pub(super) fn whole(cx: &Context<'_>, figure: &Figure) -> Span {
    let value = value_span(figure);
    let sentence = cx.sentence_at(value).map(|index| &cx.sentences[index]);
    let quantity = sentence.and_then(|s| s.quantities.iter().find(|q| q.span.overlaps(value)));
    quantity.map_or(value, |q| q.whole)
}

/// "19 % af klagesagerne": the text takes all cases as the base of a share.
fn speaks_of_all_cases(cx: &Context<'_>, figure: &Figure) -> bool {
    let value = value_span(figure);
    let Some(sentence) = cx.sentence_at(value).map(|index| &cx.sentences[index]) else { return false };
    let after = sentence.tokens.iter().position(|t| t.span.start >= value.end).unwrap_or(sentence.tokens.len());
    let all = sentence.tokens[after..]
        .windows(2)
        .take(4)
        .any(|pair| pair[0].is("af") && pair[1].is_any(&["klagesagerne", "sagerne", "klagerne", "afgørelserne"]));
    all && !declares_official(&cx.text(sentence.span))
}

/// An outcome's share without any count of its scope and without a declared base: it cannot be tested, and beside
/// the nation's it is not known whether both leave dismissed cases out.
fn unknown_base(cx: &Context<'_>, report: &mut Report) {
    for sentence in cx.sentences_with(|figure| figure.measure.is_rate()) {
        let rates = cx.figures_in(sentence.span).iter().filter(|f| f.measure.is_rate());
        let shares: Vec<&&Figure> = rates.filter(|f| f.measure != Measure::ReversalRate).collect();
        let compared = shares.iter().any(|f| f.is_nation()) || sentence.has_start(&["landsgennemsnit"]);
        let Some(first) = shares.first().filter(|_| declares_official(&cx.text(sentence.span)).eq(&false)) else {
            continue;
        };
        let rest = Span { start: sentence.span.end, end: cx.paragraphs[sentence.paragraph].span.end };
        let next = cx.sentences_in(rest).first();
        let beside = next.is_some_and(|s| s.has_start(&["landsgennemsnit"]));
        if cx.counts_complaints(&first.scope) || first.is_nation() || !(compared || beside) {
            continue;
        }
        report.find(Say {
            rule: Rule::R2,
            severity: Severity::B,
            span: sentence.span,
            related: next.filter(|_| beside).map(|s| s.span).into_iter().collect(),
            stated: cx.text(whole(cx, first)),
            recomputed: String::new(),
            key: "check-base-unknown",
            values: vec![("scope", first.scope.clone())],
        });
    }
}

/// "347 borgere modtog ydelsen. Således har Ankestyrelsen behandlet under 10 % af sagerne": persons are the base,
/// the text says cases. Share = 100 · decided / persons.
fn persons_as_cases(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        let Some(share) = sentence.of(Unit::Percent).next() else { continue };
        let of_cases = sentence.tokens[share.end..].windows(2).take(3).any(|pair| {
            pair[0].is_any(&["af"]) && pair[1].is_any(&["sagerne", "klagesagerne", "klagerne", "afgørelserne"])
        });
        let Some(before) = cx.before(index).filter(|_| of_cases) else { continue };
        let Some((persons, n)) = persons(before) else { continue };
        let Some((figure, decided)) = decided_before(cx, sentence.span) else { continue };
        let real = 100.0 * f64::from(decided) / f64::from(n);
        if !(share.bound || share.printed.fit(real) == Fit::Rounded) {
            continue;
        }
        report.find(Say {
            rule: Rule::R2,
            severity: Severity::B,
            span: sentence.span,
            related: vec![persons, value_span(figure)],
            stated: cx.text(share.whole),
            recomputed: format!("{} % ({decided}/{n})", number(real, 1)),
            key: "check-persons-as-cases",
            values: vec![("decided", decided.to_string()), ("persons", n.to_string()), ("real", number(real, 1))],
        });
    }
}

/// The number of persons that a sentence counts, when it counts persons only.
fn persons(sentence: &Sentence<'_>) -> Option<(Span, u32)> {
    let of_persons =
        |at: usize| {
            sentence.tokens.get(at + 1).and_then(|t| t.word()).is_some_and(|w| {
                ["borger", "person", "modtager", "bruger", "børn"].iter().any(|stem| w.starts_with(stem))
            })
        };
    let found = sentence.of(Unit::Count).find(|q| of_persons(q.end))?;
    Some((found.whole, found.count()?)).filter(|(_, n)| *n > 0)
}

/// The nearest count of decided cases before a place, in the same item.
fn decided_before<'a>(cx: &Context<'a>, span: Span) -> Option<(&'a Figure, u32)> {
    let from = cx.item_at(span).map_or(0, |item| cx.extraction.meeting.items[item].span.start);
    let figures = cx.figures_in(Span { start: from, end: span.start });
    let own = |f: &&&Figure| {
        matches!(f.measure, Measure::Decided | Measure::Considered) && f.place.as_ref().is_some_and(|p| cx.is_own(p))
    };
    // A map's total, not one of the paragraphs listed under it.
    let total = figures.iter().rev().filter(own).find(|f| !f.scope.contains('§'));
    let figure = total.or_else(|| figures.iter().rev().find(own))?;
    let _ = Key::of(figure)?;
    Some((figure, super::context::count(figure)?))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::finding::Rule;

    fn case(rate: &str, said: &str) -> Case {
        let text = format!(
            "Af 100 sager er 60 stadfæstet, 5 ændret, 20 afvist og 15 hjemvist.\nOmgørelsesprocenten {said} er {rate} %."
        );
        Case::new(&text)
            .own("2023", "Alle", "decided", "100")
            .own("2023", "Alle", "upheld", "60")
            .own("2023", "Alle", "changed", "5")
            .own("2023", "Alle", "dismissed", "20")
            .own("2023", "Alle", "remanded", "15")
            .own("2023", "Alle", "reversal_rate", rate)
    }

    #[test]
    fn the_base_of_a_reversal_rate_is_found() {
        for (rate, said, finding) in [
            ("25", "", None),
            ("20", "(eksklusiv afviste)", Some(("check-base-declared", "25.0 % (20/80)"))),
            ("20", "", Some(("check-base-with-dismissed", "25.0 % (20/80)"))),
            ("31", "", Some(("check-rate-off", "25.0 % (20/80)"))),
        ] {
            let found = case(rate, said).findings(Rule::R2);
            let found: Vec<_> = found.iter().map(|(line, key, real)| (*line, *key, real.as_str())).collect();
            let expected: Vec<_> = finding.into_iter().map(|(key, real)| (2, key, real)).collect();
            assert_eq!(found, expected, "{rate} {said}");
        }
    }

    #[test]
    fn a_rate_that_another_reading_gives_is_not_accused() {
        for (before, said, findings) in [
            // Of the 41 some may be dismissed: 14 of 37 is 38 %.
            ("Afgjort: 41.", "Omgjort: 14. Omgørelsesprocenten er 38 %.", 0),
            ("Afgjort: 41.", "Omgjort: 14. Omgørelsesprocenten er 30 %.", 1),
            ("Afgjort: 41.", "Omgjort: 14.\nJeg skrev, at den var 30 %. Det var forkert.", 0),
            ("Afgjort: 41.", "Omgjort: 14.\nFor de 10 bilsager er den 30 %.", 0),
        ] {
            let text = format!("{before} {said}");
            let rate = if text.contains("38 %") { "38" } else { "30" };
            let case = Case::new(&text).own("2023", "SEL", "decided", "41").own("2023", "SEL", "reversed", "14").own(
                "2023",
                "SEL",
                "reversal_rate",
                rate,
            );
            assert_eq!(case.findings(Rule::R2).len(), findings, "{text}");
        }
    }

    #[test]
    fn a_rate_that_its_own_paragraph_counts_is_not_accused() {
        for (rate, findings) in [("34,4", 0), ("31,0", 1)] {
            let text = format!(
                "Af 19 er 5 omgjort.\nDer er behandlet 32 sager, 21 stadfæstet, 3 ændret og 8 hjemvist. Omgørelsesprocenten er {rate}."
            );
            let case = Case::new(&text).own("2023", "SEL", "considered", "19").own("2023", "SEL", "reversed", "5").own(
                "2023",
                "SEL",
                "reversal_rate",
                rate,
            );
            assert_eq!(case.findings(Rule::R2).len(), findings, "{rate}");
        }
    }

    #[test]
    fn a_rate_of_more_than_what_is_counted_elsewhere_is_not_accused() {
        for (said, findings) in [
            ("For hele serviceloven er omgørelsesprocenten 40 %.", 0),
            ("For det samlede socialområde er omgørelsesprocenten 40 %.", 0),
            ("Omgørelsesprocenten er 40 % efter serviceloven.", 1),
            ("Omgørelsesprocenten er 40 % mod 45 % i hele landet.", 1),
            ("I hele 2023 er omgørelsesprocenten 40 %.", 1),
        ] {
            let text = format!("Der er 15 stadfæstet, 2 ændret og 8 hjemvist.\n{said}");
            let case = Case::new(&text)
                .own("2023", "SEL", "upheld", "15")
                .own("2023", "SEL", "changed", "2")
                .own("2023", "SEL", "remanded", "8")
                .own("2023", "SEL", "reversal_rate", "40");
            assert_eq!(case.findings(Rule::R2).len(), 0, "{said}: fits");
            let case = Case::new(&text.replace("40 %", "43 %"))
                .own("2023", "SEL", "upheld", "15")
                .own("2023", "SEL", "changed", "2")
                .own("2023", "SEL", "remanded", "8")
                .own("2023", "SEL", "reversal_rate", "43");
            assert_eq!(case.findings(Rule::R2).len(), findings, "{said}");
        }
    }

    #[test]
    fn a_share_of_cases_that_leaves_some_out_is_named() {
        let text =
            "Af 100 sager er 60 stadfæstet, 5 ændret, 20 afvist og 15 hjemvist.\nI alt 19 % af sagerne er hjemvist.";
        let case = Case::new(text)
            .own("2023", "Alle", "decided", "100")
            .own("2023", "Alle", "upheld", "60")
            .own("2023", "Alle", "changed", "5")
            .own("2023", "Alle", "dismissed", "20")
            .own("2023", "Alle", "remanded", "15")
            .own("2023", "Alle", "remanded_rate", "19");
        assert_eq!(case.findings(Rule::R2), [(2, "check-base-considered", "15.0 % (15/100)".to_owned())]);
    }

    #[test]
    fn a_compared_share_without_counts_has_no_known_base() {
        let text =
            "Stadfæstelsesprocenten er steget til 81 procent i 2023. Det er over landsgennemsnittet på 76 procent.";
        let case = Case::new(text).own("2023", "SDP", "upheld_rate", "81").nation("2023", "SDP", "upheld_rate", "76");
        assert_eq!(case.findings(Rule::R2), [(1, "check-base-unknown", String::new())]);
    }

    #[test]
    fn a_part_of_who_knows_what_accuses_no_whole() {
        let text = "Procenten er 30 (20 sager).\nVoksne: 3 omgjort, 9 stadfæstet.";
        let rate = || Case::new(text).own("2021", "SEL", "reversal_rate", "30").own("2021", "SEL", "considered", "20");
        let sure = rate().own("2021", "SEL", "reversed", "3");
        assert_eq!(sure.findings(Rule::R2).len(), 1);
        assert_eq!(rate().own("2021", "SEL", "reversed", "3").perhaps().findings(Rule::R2), []);
    }

    #[test]
    fn persons_are_no_cases() {
        let text =
            "Kortet viser 30 afgørelser.\nDer var 400 borgere med ydelsen. Altså er under 10 % af sagerne prøvet.";
        let case = Case::new(text).own("2021", "SEL børnehandicap", "decided", "30");
        assert_eq!(case.findings(Rule::R2), [(2, "check-persons-as-cases", "7.5 % (30/400)".to_owned())]);
        let text =
            "Kortet viser 30 afgørelser.\nDer blev truffet 400 afgørelser. Altså er under 10 % af sagerne prøvet.";
        assert_eq!(Case::new(text).own("2021", "SEL", "decided", "30").findings(Rule::R2), []);
    }
}
