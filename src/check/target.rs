//! R8: is a document's own target met, and on which base.
//!
//! "At or below the national average": met when the municipality's rate on the official base is not above the nation's
//! stated rate. Where the stated rate counts dismissed cases in, the two need not be made up alike, and it is said.
//! "At least 20 %", "at most 25 %": met when the result that the same paragraph reports is not on the other side of it.

use super::context::{Context, Key, Notes, Say, Sentence, number, printed, short, value_span};
use super::counts::Counts;
use super::quantity::{Quantity, Unit};
use crate::data::words::WORDS;
use crate::model::figure::{Figure, Measure, Place, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::stats::rate::percent;
use crate::stats::rounding::Fit;
use crate::text::token::Token;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        at_most_the_nation(cx, index, sentence, report);
        bounded(cx, index, sentence, report);
        at_most_a_rate(cx, index, sentence, report);
        a_number(cx, index, sentence, report);
    }
}

/// Does a sentence say that a target is met: "er indfriet", and not "er ikke nået".
fn claims_met(sentence: &Sentence<'_>) -> bool {
    let denied = sentence.has(&["ikke", "hverken", "ej", "endnu", "hvis", "såfremt", "skal", "bør", "kan"]);
    sentence.find_of(&WORDS.lists.met).is_some() && !denied
}

fn at_most_the_nation(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let target = sentence.has_start(&["målsætning", "målet", "mål"]) && sentence.has_start(&["landsgennemsnit"]);
    if !target || !sentence.has(&["under", "højst", "niveau"]) || !claims_met(sentence) {
        return;
    }
    let Some((own, nation)) = rates_before(cx, index) else { return };
    let Some(key) = Key::of(own) else { return };
    let known = Counts::of(cx, key).known;
    let share = |base: Option<u32>| known.reversed.zip(base).and_then(|(part, base)| percent(part, base));
    let official = share(known.considered);
    let with = share(known.decided);
    let mut values = vec![("nation", short(nation.value)), ("stated", short(own.value))];
    values.extend(official.map(|x| ("official", number(x, 1))));
    values.extend(with.map(|x| ("with", number(x, 1))));
    // A counted national rate would say itself on which base it stands.
    let nation_counted = Counts::of(cx, Key { place: &Place::NATION, ..key }).known.considered.is_some();
    let stated_with = official.is_some_and(|x| printed(own).fit(x) == Fit::Off)
        && with.is_some_and(|x| printed(own).fit(x) == Fit::Rounded);
    let upper = printed(nation).implied().1;
    match official {
        Some(official) if official > upper => report.find(Say {
            rule: Rule::R8,
            severity: Severity::A,
            span: sentence.span,
            related: vec![value_span(own), value_span(nation)],
            stated: cx.text(sentence.span),
            recomputed: format!("{} %", number(official, 1)),
            key: if stated_with && !nation_counted { "check-target-base" } else { "check-target-missed" },
            values,
        }),
        _ if own.value <= upper => report.pass(Rule::R8, sentence.span, "check-target-passed", values),
        _ => {}
    }
}

/// The own rate and the nation's that stand nearest before a place in the item, of the same year and scope.
fn rates_before<'a>(cx: &Context<'a>, index: usize) -> Option<(&'a Figure, &'a Figure)> {
    let end = cx.sentences[index].span.end;
    let from = cx.item_span(cx.sentences[index].span).map_or(0, |item| item.start);
    let figures = cx.figures_in(Span { start: from, end });
    let nation = figures.iter().rev().find(|f| f.measure == Measure::ReversalRate && f.is_nation())?;
    let own = figures.iter().rev().find(|f| {
        f.measure == Measure::ReversalRate
            && f.topic == Topic::Appeals
            && f.place.as_ref().is_some_and(|place| cx.is_own(place))
            && (f.period, &f.scope) == (nation.period, &nation.scope)
    })?;
    Some((own, nation))
}

/// What a target's number bounds.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    Least,
    Most,
}

/// "skulle minimum 20 procent ... nåede 22 procent", "Målet er højst 25 pct. ... blev på 27 pct.".
fn bounded(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let Some((target, bound)) = sentence.of(Unit::Percent).find_map(|q| Some((q, bound(sentence, q)?))) else { return };
    let end = cx.paragraphs[sentence.paragraph].sentences.end;
    let result = (index..end).find_map(|at| {
        let behind = if at == index { target.token } else { 0 };
        Some((at, reached(&cx.sentences[at], behind)?))
    });
    let Some((from, result)) = result else { return };
    let meets = |q: &Quantity| match bound {
        Bound::Least => q.value() >= target.value(),
        Bound::Most => q.value() <= target.value(),
    };
    let met = meets(result);
    let values = vec![("target", short(target.value())), ("result", short(result.value()))];
    if met {
        let key = if bound == Bound::Least { "check-target-reached" } else { "check-target-kept" };
        report.pass(Rule::R8, result.whole, key, values);
        return;
    }
    let claim = |s: &&Sentence<'_>| claims_met(s) && s.has_start(&["mål", "krav"]);
    // Another percentage that would meet it may be what the claim is about: that of another year.
    let other =
        cx.sentences[index..end].iter().flat_map(|s| s.of(Unit::Percent)).any(|q| q.span != target.span && meets(q));
    if let Some(claim) = cx.sentences[from..end].iter().take(2).find(claim).filter(|_| !other) {
        let (sign, key) = match bound {
            Bound::Least => ('<', "check-target-not-reached"),
            Bound::Most => ('>', "check-target-not-kept"),
        };
        report.find(Say {
            rule: Rule::R8,
            severity: Severity::A,
            span: claim.span,
            related: vec![target.whole, result.whole],
            stated: cx.text(result.whole),
            recomputed: format!("{} % {sign} {} %", short(result.value()), short(target.value())),
            key,
            values,
        });
    }
}

/// "Målet er en omgørelsesprocent på højst 25 ... Målet er nået": the municipality's newest rate in the item, where there
/// is one alone.
fn at_most_a_rate(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let aims = sentence.has_start(&["mål"]) && sentence.has_start(&["omgør"]);
    let most = ["højst", "maksimalt", "maks", "under"];
    let target = sentence.quantities.iter().find(|q| {
        let before = sentence.tokens[..q.token].last().filter(|_| matches!(q.unit, Unit::Count | Unit::Percent));
        before.is_some_and(|t| t.is_any(&most))
    });
    let Some((target, item)) = target.filter(|_| aims).zip(cx.item_span(sentence.span)) else { return };
    let end = cx.paragraphs[sentence.paragraph].sentences.end;
    let claim = |s: &&Sentence<'_>| claims_met(s) && s.has_start(&["mål"]);
    let Some(claim) = cx.sentences[index..end].iter().take(3).find(claim) else { return };
    let mut rates = cx.own_rates(item);
    // "højst 35 pct. af sagerne på børnehandicapområdet": the rates of that field alone.
    let fields = ["børnehandicap", "voksenhandicap"];
    if let Some(field) = fields.into_iter().find(|field| sentence.has_start(&[field])) {
        rates.retain(|f| f.scope.ends_with(field));
    }
    rates.dedup_by(|a, b| a.value == b.value && a.period == b.period && a.scope == b.scope);
    let newest = rates.iter().filter_map(|f| f.period).max();
    let mut newest = rates.iter().filter(|f| f.period == newest);
    let (Some(own), None) = (newest.next(), newest.next()) else { return };
    let values = vec![("target", short(target.value())), ("result", short(own.value))];
    if own.value <= target.value() {
        report.pass(Rule::R8, claim.span, "check-target-kept", values);
    } else if !sentence.of(Unit::Percent).any(|q| q.span != target.span && q.value() <= target.value()) {
        report.find(Say {
            rule: Rule::R8,
            severity: Severity::A,
            span: claim.span,
            related: vec![target.whole, value_span(own)],
            stated: cx.text(claim.span),
            recomputed: format!("{} % > {} %", short(own.value), short(target.value())),
            key: "check-target-not-kept",
            values,
        });
    }
}

/// "faldet fra 51 til 47 sager pr. årsværk. Målet om højst 45 sager pr. årsværk er nået": the last number of the sentence
/// before, of the same noun.
fn a_number(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let aims = sentence.tokens.first().is_some_and(|t| t.is_any(&["målet", "måltallet", "målsætningen"]));
    let noun = |s: &Sentence<'_>, q: &Quantity| {
        let words = s.tokens.get(q.end + 1..).unwrap_or_default().iter().filter_map(Token::word).map(str::to_owned);
        words.take(3).collect::<Vec<_>>()
    };
    let counts = |s: &Sentence<'_>| s.of(Unit::Count).copied().collect::<Vec<_>>();
    let ([target], Some(before), true) = (&counts(sentence)[..], cx.before(index), aims && claims_met(sentence)) else {
        return;
    };
    let opens = target.token.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    let least = match opens {
        Some(t) if t.is_any(&["højst", "maksimalt", "maks"]) => false,
        Some(t) if t.is_any(&["mindst", "minimum"]) => true,
        _ => return,
    };
    let reached = counts(before);
    let wanted = noun(sentence, target);
    let (Some(result), true) = (reached.last(), reached.len() <= 2 && wanted.len() == 3) else { return };
    let other_time = before.has(&["mål", "målet", "forventes", "skal"]);
    if noun(before, result) != wanted || result.bound || other_time {
        return;
    }
    let met = if least { result.value() >= target.value() } else { result.value() <= target.value() };
    let values = vec![
        ("target", short(target.value())),
        ("result", short(result.value())),
        ("bound", if least { "least" } else { "most" }.to_owned()),
    ];
    if met {
        report.pass(Rule::R8, sentence.span, "check-target-number-passed", values);
        return;
    }
    report.find(Say {
        rule: Rule::R8,
        severity: Severity::A,
        span: sentence.span,
        related: vec![result.whole],
        stated: cx.text(target.whole),
        recomputed: format!("{} {} {}", short(result.value()), if least { '<' } else { '>' }, short(target.value())),
        key: "check-target-number",
        values,
    });
}

/// "mindst 20 procent", "højst 25 %" in a sentence that sets a target.
fn bound(sentence: &Sentence<'_>, quantity: &Quantity) -> Option<Bound> {
    let before = sentence.tokens[..quantity.token].last().filter(|_| sentence.tokens.len() > 4)?;
    let aims = || sentence.has_start(&["mål", "krav"]) || sentence.has(&["skulle", "skal"]);
    match () {
        () if before.is_any(&["minimum", "mindst"]) => Some(Bound::Least),
        () if before.is_any(&["højst", "maksimalt", "maks", "maksimum"]) && aims() => Some(Bound::Most),
        () => None,
    }
}

/// The percentage that a sentence says was reached: "nåede 22 procent", "blev på 27 pct.".
fn reached<'s>(sentence: &'s Sentence<'_>, behind: usize) -> Option<&'s Quantity> {
    let reaches =
        |t: &Token<'_>| t.is_any(&["nåede", "opnåede", "opnået", "nået", "resultatet", "blev", "endte", "var"]);
    let verb = behind + sentence.tokens.get(behind..)?.iter().position(reaches)?;
    sentence.of(Unit::Percent).find(|q| q.token > verb && q.token - verb <= 3 && !q.bound)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text, item};
    use crate::model::finding::Rule;
    use crate::model::source::Span;

    #[test]
    fn a_target_at_the_nations_level_is_tested_on_the_official_base() {
        for (rate, nation, finding) in
            [("20", "20", Some("check-target-base")), ("25", "20", Some("check-target-missed")), ("25", "26", None)]
        {
            let text = format!(
                "Af 100 sager er 60 stadfæstet, 5 ændret, 20 afvist og 15 hjemvist. Det er {rate} %.\n\
                 På landsplan er det {nation} %. Målsætningen er at ligge under landsgennemsnittet, hvilket er indfriet."
            );
            let case = Case::new(&text)
                .own("2023", "Alle", "decided", "100")
                .own("2023", "Alle", "upheld", "60")
                .own("2023", "Alle", "changed", "5")
                .own("2023", "Alle", "dismissed", "20")
                .own("2023", "Alle", "remanded", "15")
                .own("2023", "Alle", "reversal_rate", rate)
                .nation("2023", "Alle", "reversal_rate", nation);
            let found: Vec<_> = case.findings(Rule::R8).into_iter().map(|(_, key, _)| key).collect();
            assert_eq!(found, finding.into_iter().collect::<Vec<_>>(), "{rate} {nation}");
        }
    }

    #[test]
    fn a_reached_share_is_held_against_its_least() {
        let text = "For at få beløbet skulle minimum 20 procent i job. Vi nåede 22 procent og har indfriet målet.";
        assert_eq!(in_text(text, Rule::R8), []);
        assert_eq!(Case::new(text).passed(Rule::R8), 1);
        let missed = text.replace("22", "18");
        assert_eq!(in_text(&missed, Rule::R8).len(), 1);
        let told = missed.replace("har indfriet", "har ikke indfriet");
        assert_eq!(in_text(&told, Rule::R8), []);
    }

    #[test]
    fn a_result_is_held_against_its_most() {
        for (text, findings, passed) in [
            ("Målet er højst 25 pct. Procenten blev 27 pct. Målet er dermed opfyldt.", 1, 0),
            ("Målet er højst 25 pct. Procenten blev på 27 pct., og målet er nået.", 1, 0),
            ("Målet er højst 25 pct. Procenten blev 24 pct. Målet er dermed opfyldt.", 0, 1),
            ("Målet er højst 25 pct. Procenten blev 27 pct. Målet er dermed ikke opfyldt.", 0, 0),
            ("Målet er højst 25 pct. I 2020 var den 27 pct., i 2021 24 pct. Målet er nået.", 0, 0),
            ("Højst 25 pct. svarede. Procenten blev 27 pct. Målet er opfyldt.", 0, 0),
        ] {
            assert_eq!(in_text(text, Rule::R8).len(), findings, "{text}");
            assert_eq!(Case::new(text).passed(Rule::R8), passed, "{text}");
        }
    }

    #[test]
    fn a_number_is_held_against_the_target_behind_it() {
        for (before, claim, findings, passed) in [
            ("faldet fra 51 til 47 sager pr. årsværk", "højst 45 sager pr. årsværk er dermed opfyldt", 1, 0),
            ("faldet fra 51 til 44 sager pr. årsværk", "højst 45 sager pr. årsværk er dermed opfyldt", 0, 1),
            ("nu på 44 sager pr. årsværk", "mindst 45 sager pr. årsværk er nået", 1, 0),
            ("faldet fra 51 til 47 sager pr. årsværk", "højst 45 sager pr. årsværk er ikke opfyldt", 0, 0),
            ("faldet fra 51 til 47 sager pr. medarbejder", "højst 45 sager pr. årsværk er opfyldt", 0, 0),
            ("47 sager pr. årsværk i januar, 46 i maj og 44 i juni", "højst 45 sager pr. årsværk er opfyldt", 0, 0),
        ] {
            let text = format!("Tallet er {before}. Målet om {claim}.");
            assert_eq!(in_text(&text, Rule::R8).len(), findings, "{text}");
            assert_eq!(Case::new(&text).passed(Rule::R8), passed, "{text}");
        }
    }

    #[test]
    fn a_rate_of_a_field_is_held_against_the_fields_most() {
        for (children, findings) in [("38", 1), ("34", 0)] {
            let text = format!(
                "Børn: {children}. Alle: 29.\nDer er et mål om, at højst 35 pct. af sagerne på børnehandicapområdet omgøres. Målet blev opfyldt."
            );
            let mut case = Case::new(&text).own("2017", "SEL børnehandicap", "reversal_rate", children).own(
                "2017",
                "SEL",
                "reversal_rate",
                "29",
            );
            case.extraction.meeting.items.push(item("Ankestatistik", Span::new(0..text.len())));
            assert_eq!(case.findings(Rule::R8).len(), findings, "{children}");
        }
    }

    #[test]
    fn a_rate_of_the_item_is_held_against_its_most() {
        for (rate, claim, findings, passed) in [
            ("31", "Målet er dermed nået.", 1, 0),
            ("24", "Målet er dermed nået.", 0, 1),
            ("31", "Målet er ikke nået.", 0, 0),
        ] {
            let text = format!("Tabel: {rate}.\nMålet er en omgørelsesprocent på højst 25. {claim}");
            let mut case = Case::new(&text).own("2017", "SEL", "reversal_rate", rate);
            case.extraction.meeting.items.push(item("Ankestatistik", Span::new(0..text.len())));
            assert_eq!(case.findings(Rule::R8).len(), findings, "{rate} {claim}");
            assert_eq!(case.passed(Rule::R8), passed, "{rate} {claim}");
        }
    }
}
