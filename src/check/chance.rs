//! R11: can a difference from the nation that the text claims be told from chance.
//!
//! One-sided exact binomial p of the municipality's k of n against the nation's share, and Wilson's 95 % interval; a
//! difference is distinguishable when p < 0.025 (see [`crate::stats::verdict`]). Where reversals are not counted, k is
//! the only whole number that gives the printed percentage of n; where several do, nothing is said.

use super::context::{Context, Key, Notes, Say, Sentence, number, printed, short, value_span};
use super::counts::Counts;
use super::quantity::Unit;
use crate::model::figure::{Figure, Measure, Place, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::stats::{binomial, grim, interval, verdict};
use crate::text::token::Token;
use std::cmp::Ordering;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    let mut told: Vec<Key<'_>> = Vec::new();
    for (index, sentence) in cx.sentences.iter().enumerate() {
        if !compares(sentence) {
            continue;
        }
        let Some((own, key)) = own_rate(cx, index) else {
            of_item(cx, report, sentence);
            continue;
        };
        // "I 2021 lå kommunen over landsgennemsnittet": of another year than the rate before it.
        let years = || sentence.of(Unit::Year).map(|q| short(q.printed.value));
        if years().next().is_some() && !years().any(|year| key.period.to_string().starts_with(&year)) {
            continue;
        }
        let nation = Key { place: &Place::NATION, ..key };
        let Some(level) = cx.figure(&Topic::Appeals, nation, &Measure::ReversalRate) else { continue };
        wrong_side(cx, report, sentence, own, level);
        let Some((k, n)) = cases(cx, own, key) else { continue };
        // The nation's own counts give its level more exactly than the rounded percentage.
        let counts = Counts::of(cx, nation).known;
        let exact = counts.reversed.zip(counts.considered).filter(|(_, n)| *n > 0);
        let share = exact.map_or(level.value / 100.0, |(k, n)| f64::from(k) / f64::from(n));
        // One finding a place, year and scope in an item: the same claim is often made in the summary too.
        if told.contains(&key) && side(sentence).is_none() {
            continue;
        }
        told.push(key);
        tell(cx, report, sentence, own, level, (k, n, share));
    }
}

fn tell(
    cx: &Context<'_>,
    report: &mut Report,
    sentence: &Sentence<'_>,
    own: &Figure,
    level: &Figure,
    (k, n, share): (u32, u32, f64),
) {
    let Some(p) = binomial::tail(k, n, share) else { return };
    let interval = interval::wilson(k, n).percent();
    let verdict = verdict::verdict(k, n, share);
    let values = vec![
        ("k", k.to_string()),
        ("n", n.to_string()),
        ("own", number(100.0 * f64::from(k) / f64::from(n), 1)),
        ("nation", short(level.value)),
        ("low", number(interval.low, 1)),
        ("high", number(interval.high, 1)),
        ("p", number(p, if p < 0.01 { 4 } else { 2 })),
    ];
    let clear = matches!(verdict, verdict::Verdict::Above | verdict::Verdict::Below);
    if clear || side(sentence).is_none() {
        if clear {
            report.pass(Rule::R11, value_span(own), "check-chance-passed", values);
        }
        return;
    }
    let related: Vec<Span> = [own, level].map(value_span).into_iter().filter(|s| !sentence.span.contains(*s)).collect();
    report.find(Say {
        rule: Rule::R11,
        severity: Severity::A,
        span: sentence.span,
        related,
        stated: cx.text(sentence.span),
        recomputed: format!(
            "{k}/{n} = {} % ({}-{} %), p = {}",
            number(100.0 * f64::from(k) / f64::from(n), 1),
            number(interval.low, 1),
            number(interval.high, 1),
            number(p, if p < 0.01 { 4 } else { 2 })
        ),
        key: if n < verdict::FEWEST { "check-chance-few" } else { "check-chance" },
        values,
    });
}

/// Does a sentence name the nation's level.
fn compares(sentence: &Sentence<'_>) -> bool {
    sentence.has_start(&["landsgennemsnit", "landstotal", "landstal"])
        || sentence.phrase(&["på", "landsplan"]).is_some()
}

/// Which side of the nation's level a sentence puts the municipality on: `Greater` above, `Less` below.
fn side(sentence: &Sentence<'_>) -> Option<Ordering> {
    const NATION: [&str; 4] = ["landsgennemsnit", "landstotal", "landstal", "landsplan"];
    let nation = |t: &Token<'_>| t.word().is_some_and(|w| NATION.iter().any(|n| w.starts_with(n)));
    sentence.tokens.iter().enumerate().find_map(|(i, t)| {
        let side = match t.word()? {
            "over" | "højere" | "overstiger" => Ordering::Greater,
            "under" | "lavere" => Ordering::Less,
            _ => return None,
        };
        // "på niveau eller under landsgennemsnittet" is a target, not a claim.
        let target = i > 0 && sentence.tokens[i - 1].is("eller");
        (!target && sentence.tokens[i + 1..].iter().take(5).any(nation)).then_some(side)
    })
}

/// R10: the text puts the municipality on the other side of the nation than its numbers do.
fn wrong_side(cx: &Context<'_>, report: &mut Report, sentence: &Sentence<'_>, own: &Figure, level: &Figure) {
    let values = vec![("own", short(own.value)), ("nation", short(level.value))];
    let really = own.value.total_cmp(&level.value);
    match side(sentence) {
        Some(said) if said == really => report.pass(Rule::R10, sentence.span, "check-side-passed", values),
        Some(said) if holds_beside(cx, sentence, said) => {}
        Some(_) => report.find(Say {
            rule: Rule::R10,
            severity: Severity::A,
            span: sentence.span,
            related: vec![value_span(own), value_span(level)],
            stated: cx.text(sentence.span),
            recomputed: format!("{} % / {} %", short(own.value), short(level.value)),
            key: "check-side",
            values,
        }),
        None => {}
    }
}

/// The same where the rates stand elsewhere in the item, as in a table: all of the newest year, or of the year that the
/// sentence names, lie on one side.
fn of_item(cx: &Context<'_>, report: &mut Report, sentence: &Sentence<'_>) {
    let Some(item) = cx.item_span(sentence.span).filter(|_| side(sentence).is_some()) else { return };
    let denied = sentence.has(&["ikke", "undtagen", "bortset", "mål", "målet", "hvis", "skal", "bør"]);
    if denied || !sentence.has_start(&["omgørelsesprocent"]) || cx.names_another(sentence) {
        return;
    }
    let level = |own: &Figure| {
        let of = |f: &&&Figure| {
            f.measure == Measure::ReversalRate
                && f.is_certain()
                && f.is_nation()
                && (f.period, &f.scope) == (own.period, &own.scope)
        };
        cx.figures_in(item).iter().find(of).copied()
    };
    let own = cx.own_rates(item).into_iter();
    let mut pairs: Vec<(&Figure, &Figure)> = own.filter_map(|own| Some((own, level(own)?))).collect();
    let years: Vec<String> = sentence.of(Unit::Year).map(|q| short(q.printed.value)).collect();
    let newest = pairs.iter().filter_map(|(own, _)| own.period).max();
    pairs.retain(|(own, _)| match &years[..] {
        [] => own.period == newest,
        years => own.period.is_some_and(|period| years.contains(&period.to_string())),
    });
    let way = |(own, level): &(&Figure, &Figure)| own.value.total_cmp(&level.value);
    if let Some(first) = pairs.first().filter(|first| pairs.iter().all(|pair| way(pair) == way(first))) {
        wrong_side(cx, report, sentence, first.0, first.1);
    }
}

/// Does any pair of the municipality's and the nation's rate in the paragraph stand as the text says: then it may speak of
/// that, as of another year.
fn holds_beside(cx: &Context<'_>, sentence: &Sentence<'_>, said: Ordering) -> bool {
    let rates = cx.figures_in(cx.paragraphs[sentence.paragraph].span).iter();
    let rates: Vec<&Figure> = rates.filter(|f| f.measure == Measure::ReversalRate).copied().collect();
    rates.iter().filter(|f| !f.is_nation()).any(|own| {
        let beside = |level: &&&Figure| level.is_nation() && (level.period, &level.scope) == (own.period, &own.scope);
        rates.iter().filter(beside).any(|level| own.value.total_cmp(&level.value) == said)
    })
}

/// The rate that the sentence compares: the last one in it that is not the nation's, or in the sentences before it.
fn own_rate<'a>(cx: &Context<'a>, index: usize) -> Option<(&'a Figure, Key<'a>)> {
    let paragraph = &cx.paragraphs[cx.sentences[index].paragraph];
    let here = cx.sentences[index].span;
    let span = Span { start: paragraph.span.start, end: here.end };
    let rates = |span: Span| {
        let figures = cx.figures_in(span).iter().rev().filter(|f| f.measure == Measure::ReversalRate);
        figures.filter(|f| !f.is_nation()).find_map(|f| Some((*f, Key::of(f)?)))
    };
    rates(here).or_else(|| rates(span)).filter(|(_, key)| cx.is_own(key.place))
}

/// Reversed of considered: as counted, or the one count that the printed rate allows.
pub(super) fn cases(cx: &Context<'_>, rate: &Figure, key: Key<'_>) -> Option<(u32, u32)> {
    let known = Counts::of(cx, key).known;
    let n = known.considered.or(known.decided)?;
    let guessed = || {
        let counts = grim::counts(printed(rate), n);
        (counts.start() == counts.end()).then(|| *counts.start())
    };
    Some((known.reversed.or_else(guessed)?, n)).filter(|(k, n)| k <= n)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, item};
    use crate::model::figure::Topic;
    use crate::model::finding::Rule;
    use crate::model::source::Span;

    fn case(rate: &str, n: &str, claim: &str) -> Case {
        let text = format!(
            "Omgørelsesprocenten er {rate} % af {n} sager. Landsgennemsnittet er 31 %. Dermed ligger vi {claim}."
        );
        Case::new(&text).own("2018", "SEL", "reversal_rate", rate).own("2018", "SEL", "considered", n).nation(
            "2018",
            "SEL",
            "reversal_rate",
            "31",
        )
    }

    #[test]
    fn the_side_that_the_text_names_is_the_numbers_side() {
        assert_eq!(case("38", "58", "under landsgennemsnittet").findings(Rule::R10).len(), 1);
        assert_eq!(case("38", "58", "over landsgennemsnittet").findings(Rule::R10).len(), 0);
        assert_eq!(case("38", "58", "på niveau eller under landsgennemsnittet").findings(Rule::R10).len(), 0);
    }

    #[test]
    fn a_side_of_another_year_is_not_held_against_the_rate_before() {
        for (said, findings) in
            [("I 2018 lå kommunen over landsgennemsnittet.", 1), ("I 2017 lå kommunen over landsgennemsnittet.", 0)]
        {
            let text = format!("Omgørelsesprocenten er 31 mod 34 på landsplan. {said}");
            let case =
                Case::new(&text).own("2018", "SEL", "reversal_rate", "31").nation("2018", "SEL", "reversal_rate", "34");
            let sides = case.findings(Rule::R10).into_iter().filter(|(_, key, _)| *key == "check-side");
            assert_eq!(sides.count(), findings, "{said}");
        }
    }

    #[test]
    fn the_side_is_looked_up_in_the_item() {
        for (claim, findings, passed) in [
            ("Kommunens omgørelsesprocent ligger under landsgennemsnittet.", 1, 0),
            ("Kommunens omgørelsesprocent ligger over landsgennemsnittet.", 0, 1),
            ("I 2018 lå omgørelsesprocenten under landsgennemsnittet.", 0, 1),
            ("Omgørelsesprocenten ligger ikke under landsgennemsnittet.", 0, 0),
            ("Ventetiden ligger under landsgennemsnittet.", 0, 0),
            ("Havnsøs omgørelsesprocent ligger under landsgennemsnittet.", 0, 0),
        ] {
            let text = format!("I 2018: 20, landet 25. I 2019: 38, landet 31. Havnsø: 12.\n{claim}");
            let mut case =
                Case::new(&text).own("2018", "SEL", "reversal_rate", "20").nation("2018", "SEL", "reversal_rate", "25");
            case = case.own("2019", "SEL", "reversal_rate", "38").nation("2019", "SEL", "reversal_rate", "31");
            case = case.figure(Topic::Appeals, "Havnsø", "2019", "SEL", "reversal_rate", "12");
            case.extraction.meeting.items.push(item("Ankestatistik", Span::new(0..text.len())));
            assert_eq!(case.findings(Rule::R10).len(), findings, "{claim}");
            assert_eq!(case.passed(Rule::R10), passed, "{claim}");
        }
    }

    #[test]
    fn a_claimed_difference_is_held_against_chance() {
        for (rate, n, claim, finding, passed) in [
            (
                "38",
                "58",
                "over landsgennemsnittet",
                Some(("check-chance", "22/58 = 37.9 % (26.6-50.8 %), p = 0.16")),
                0,
            ),
            (
                "57",
                "7",
                "langt over landsgennemsnittet",
                Some(("check-chance-few", "4/7 = 57.1 % (25.0-84.2 %), p = 0.14")),
                0,
            ),
            ("19", "86", "under landsgennemsnittet", None, 1),
            ("38", "58", "pænt", None, 0),
        ] {
            let case = case(rate, n, claim);
            let found = case.findings(Rule::R11);
            let found: Vec<_> = found.iter().map(|(_, key, real)| (*key, real.as_str())).collect();
            assert_eq!(found, finding.into_iter().collect::<Vec<_>>(), "{rate} {n}");
            assert_eq!(case.passed(Rule::R11) > 0, passed > 0, "{rate} {n}");
        }
    }
}
