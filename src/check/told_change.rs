//! R1: changes that are told over more than two values of one sentence, and points that are called percent.
//!
//! "I 2021 var der 82. I 2022 var tallet 69. Faldet på 13 sager svarer til 19 pct.": change = 100 · difference / first.
//! "Antallet af afgjorte sager er faldet med 13 pct.": of the item's own two years. "fra 39,7 pct. til 31,8 pct., et fald
//! på 7,9 pct.": a difference of two percentages is of points.

use super::context::{Context, Key, Notes, Say, Sentence, count, number, short, value_span};
use super::quantity::{Quantity, Unit};
use crate::data::words::WORDS;
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::stats::rounding::Fit;
use crate::text::token::Token;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        if sentence.of(Unit::Percent).next().is_none() {
            continue;
        }
        points_as_percent(cx, index, report);
        difference(cx, index, report);
        of_two_years(cx, sentence, report);
    }
}

/// Does a word say that something rose or fell.
fn moves(token: &Token<'_>) -> bool {
    WORDS.lists.change_nouns.has(token) || WORDS.lists.change_verbs.has(token)
}

/// `Some(true)` for a rise, `Some(false)` for a fall; none where it says neither or both.
fn rises(tokens: &[Token<'_>]) -> Option<bool> {
    let lists = &WORDS.lists;
    let said = |token: &Token<'_>| (lists.rises.has(token), lists.falls.has(token));
    let mut ways = tokens.iter().map(said).filter(|(up, down)| up != down).map(|(up, _)| up);
    let first = ways.next()?;
    ways.all(|way| way == first).then_some(first)
}

/// The percentage by which a sentence says that something changed: "et fald på 7,9 pct.", "steget med 4 %". One that is
/// called points in two words ("pct. point") is none.
fn changed_by<'s>(sentence: &'s Sentence<'_>) -> Option<&'s Quantity> {
    let tokens = sentence.tokens;
    let before = |q: &Quantity, back: usize| q.token.checked_sub(back + sentence.hedge_tokens(q)).map(|at| &tokens[at]);
    let points = |q: &Quantity| {
        let behind = tokens.get(q.end + 1..).unwrap_or_default().iter().take(3);
        behind.filter_map(Token::word).any(|word| word.contains("point"))
    };
    sentence.of(Unit::Percent).find(|q| {
        let by =
            before(q, 1).is_some_and(|t| t.is("med")) && before(q, 2).is_some_and(|t| moves(t) || t.word().is_some());
        let on = before(q, 1).is_some_and(|t| t.is("på"));
        let noun = on && before(q, 2).is_some_and(|t| WORDS.lists.change_nouns.has(t));
        let opens = on
            && before(q, 2).is_some_and(|t| t.is_any(&["er", "var"]))
            && tokens.first().is_some_and(|t| WORDS.lists.change_nouns.has(t));
        (by && rises(tokens).is_some() || noun || opens) && !q.bound && !points(q)
    })
}

/// "fra 39,7 pct. i 2021 til 31,8 pct. i 2022": two percentages, and nothing but years between them.
fn from_to(sentence: &Sentence<'_>) -> Option<(f64, f64, f64, Span)> {
    let percents: Vec<&Quantity> = sentence.of(Unit::Percent).collect();
    let led = |q: &Quantity, word: &str| {
        let at = q.token.checked_sub(1 + sentence.hedge_tokens(q));
        at.is_some_and(|at| sentence.tokens[at].is(word))
    };
    let pair = percents.windows(2).find(|w| led(w[0], "fra") && led(w[1], "til") && w[1].token - w[0].end <= 8)?;
    let slack = f64::midpoint(pair[0].printed.step(), pair[1].printed.step());
    Some((pair[0].value(), pair[1].value(), slack, pair[0].span.cover(pair[1].span)))
}

fn points_as_percent(cx: &Context<'_>, index: usize, report: &mut Report) {
    let sentence = &cx.sentences[index];
    let Some(stated) = changed_by(sentence) else { return };
    let here = from_to(sentence).filter(|(.., span)| span.end <= stated.span.start);
    let back = || {
        let before = cx.before(index).filter(|_| super::change::refers_back(sentence))?;
        from_to(before).filter(|_| sentence.of(Unit::Percent).count() == 1)
    };
    let Some((from, to, slack, span)) = here.or_else(back).or_else(|| of_rates(cx, sentence)) else { return };
    if from <= 0.0 {
        return;
    }
    let points = (to - from).abs();
    let real = 100.0 * (to - from) / from;
    let fits = (points - stated.value()).abs() <= slack + stated.printed.step() / 2.0 + 1e-9;
    let percent = stated.printed.fit(real.abs()) != Fit::Off;
    // Rounded rates of few cases may give the same either way.
    if !fits || percent || (real.abs() - points).abs() < 1.0 {
        return;
    }
    report.find(Say {
        rule: Rule::R1,
        severity: Severity::B,
        span: sentence.span,
        related: if sentence.span.contains(span) { Vec::new() } else { vec![span] },
        stated: cx.text(stated.whole),
        recomputed: format!("{} %", number(real, 1)),
        key: "check-points-as-percent",
        values: vec![
            ("from", short(from)),
            ("to", short(to)),
            ("real", number(real, 1)),
            ("stated", number(stated.value(), stated.printed.decimals.into())),
        ],
    });
}

/// "Stigningen fra 2021 til 2022 er på 4,5 pct.": the municipality's rates of the two years, where one scope alone of the
/// item has both.
fn of_rates(cx: &Context<'_>, sentence: &Sentence<'_>) -> Option<(f64, f64, f64, Span)> {
    let years: Vec<String> = sentence.of(Unit::Year).map(|q| short(q.printed.value)).collect();
    let [from, to] = &years[..] else { return None };
    let alone = sentence.of(Unit::Percent).count() == 1 && !sentence.has_start(&["antal", "land"]);
    let item = cx.item_span(sentence.span).filter(|_| alone && !cx.names_another(sentence))?;
    let mut rates = cx.own_rates(item);
    rates.retain(|f| !sentence.span.contains(value_span(f)));
    let of = |scope: &str, year: &str| {
        let rate = |f: &&&Figure| f.scope == scope && f.period.is_some_and(|period| period.to_string() == year);
        let mut rates = rates.iter().filter(rate);
        let first = *rates.next()?;
        rates.all(|f| f.value == first.value).then_some(first)
    };
    let mut scopes: Vec<&str> = rates.iter().map(|f| f.scope.as_str()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let mut pairs = scopes.into_iter().filter_map(|scope| Some((of(scope, from)?, of(scope, to)?)));
    let ((a, b), None) = (pairs.next()?, pairs.next()) else { return None };
    let step = |f: &Figure| 0.1_f64.powi(i32::from(f.decimals));
    Some((a.value, b.value, f64::midpoint(step(a), step(b)), value_span(a).cover(value_span(b))))
}

/// "Faldet på 13 sager svarer til 19 pct.", "Det er 15 færre, svarende til 13 pct.": the two counts before it that differ
/// by so many, where just one pair does.
fn difference(cx: &Context<'_>, index: usize, report: &mut Report) {
    let sentence = &cx.sentences[index];
    let tokens = sentence.tokens;
    let counts: Vec<&Quantity> = sentence.of(Unit::Count).collect();
    let percents: Vec<&Quantity> = sentence.of(Unit::Percent).collect();
    let ([by], [percent]) = (&counts[..], &percents[..]) else { return };
    let lead = percent.token.checked_sub(2 + sentence.hedge_tokens(percent));
    let equals = lead.is_some_and(|at| tokens[at].is_any(&["svarer", "svarende"]) && tokens[at + 1].is("til"));
    let opens = tokens[0].is_any(&["det", "dette", "der"]) || WORDS.lists.change_nouns.has(&tokens[0]);
    let (Some(n), true) = (by.count().filter(|n| *n > 0), equals && opens && by.end < percent.token) else { return };
    let named = WORDS.lists.change_nouns.has(&tokens[0]) && by.token >= 2 && tokens[by.token - 1].is("på");
    let more = tokens[by.end + 1..].iter().take(3).any(|t| t.is_any(&["færre", "flere"]));
    if !(named || more) || by.bound || percent.bound {
        return;
    }
    let Some(up) = rises(&tokens[..percent.token]) else { return };
    let first = cx.paragraphs[sentence.paragraph].sentences.start;
    let earlier = cx.sentences[first.max(index.saturating_sub(3))..index].iter().flat_map(|s| s.of(Unit::Count));
    let earlier: Vec<&Quantity> = earlier.filter(|q| !q.bound && q.count().is_some()).collect();
    let mut pairs: Vec<(u32, u32, Span)> = Vec::new();
    for (at, a) in earlier.iter().enumerate() {
        for b in &earlier[at + 1..] {
            let (Some(x), Some(y)) = (a.count(), b.count()) else { continue };
            let pair = (x.min(y), x.max(y));
            if x.abs_diff(y) == n && !pairs.iter().any(|(low, high, _)| (*low, *high) == pair) {
                pairs.push((pair.0, pair.1, a.span.cover(b.span)));
            }
        }
    }
    let [(low, high, span)] = pairs[..] else { return };
    let (from, to) = if up { (low, high) } else { (high, low) };
    tell(cx, report, sentence, percent, (from, to), span);
}

/// How the cases of a sentence ended, as a word before them says it.
fn measure(token: &Token<'_>) -> Option<Measure> {
    Some(match token.word()? {
        "afgjorte" | "behandlede" => Measure::Decided,
        "realitetsbehandlede" => Measure::Considered,
        "modtagne" => Measure::Received,
        "stadfæstede" => Measure::Upheld,
        "hjemviste" => Measure::Remanded,
        "omgjorte" => Measure::Reversed,
        "afviste" => Measure::Dismissed,
        _ => return None,
    })
}

/// "Antallet af afgjorte sager er faldet med 13 pct.": the municipality's counts of two years, the only two of all its
/// cases in the item.
fn of_two_years(cx: &Context<'_>, sentence: &Sentence<'_>, report: &mut Report) {
    let tokens = sentence.tokens;
    let [number, of, kind, cases, verb, ..] = tokens else { return };
    let counted =
        number.is("antallet") && of.is("af") && cases.is_any(&["sager", "klager", "klagesager", "afgørelser"]);
    let (Some(measure), true) = (measure(kind), counted && verb.is_any(&["er", "steg", "faldt"])) else { return };
    let numbers: Vec<&Quantity> = sentence.quantities.iter().filter(|q| q.unit != Unit::Year).collect();
    let ([percent], Some(item)) = (&numbers[..], cx.item_span(sentence.span)) else { return };
    let by = percent.token.checked_sub(1 + sentence.hedge_tokens(percent)).is_some_and(|at| tokens[at].is("med"));
    let plain = tokens[5..percent.token].iter().all(|t| moves(t) || t.is("med") || t.span.start >= percent.whole.start);
    if percent.unit != Unit::Percent || !by || !plain || percent.bound || sentence.of(Unit::Year).count() > 2 {
        return;
    }
    let own = |f: &&&Figure| f.topic == Topic::Appeals && f.measure == measure && f.is_certain() && f.scope == "Alle";
    let figures = cx.figures_in(item).iter().filter(own);
    let mut found: Vec<(Key<'_>, u32, Span)> = figures
        .filter_map(|f| Some((Key::of(f)?, count(f)?, value_span(f))))
        .filter(|(key, ..)| cx.is_own(key.place))
        .collect();
    found.sort_by_key(|(key, n, _)| (key.period, *n));
    found.dedup_by_key(|(key, n, _)| (key.period, *n));
    let [(first, from, a), (last, to, b)] = found[..] else { return };
    let years = || sentence.of(Unit::Year).map(|q| short(q.printed.value));
    let other = years().any(|year| year != first.period.to_string() && year != last.period.to_string());
    if first.period != last.period && !other {
        tell(cx, report, sentence, percent, (from, to), a.cover(b));
    }
}

fn tell(
    cx: &Context<'_>,
    report: &mut Report,
    sentence: &Sentence<'_>,
    percent: &Quantity,
    (from, to): (u32, u32),
    span: Span,
) {
    if from == 0 {
        return;
    }
    let real = 100.0 * (f64::from(to) - f64::from(from)) / f64::from(from);
    let values = vec![
        ("from", from.to_string()),
        ("to", to.to_string()),
        ("real", number(real, 1)),
        ("stated", short(percent.value())),
    ];
    let fit = percent.printed.fit(real.abs());
    if fit == Fit::Rounded {
        report.pass(Rule::R1, percent.whole, "check-change-passed", values);
        return;
    }
    report.find(Say {
        rule: Rule::R1,
        severity: if fit == Fit::Truncated { Severity::C } else { Severity::A },
        span: sentence.span,
        related: vec![span],
        stated: cx.text(percent.whole),
        recomputed: format!("{} %", number(real, 1)),
        key: "check-change",
        values,
    });
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text, item};
    use crate::model::finding::Rule;
    use crate::model::source::Span;

    #[test]
    fn changes_over_sentences_and_points_called_percent_are_recomputed() {
        for (text, expected) in [
            ("I 2019 kom der 80 klager. I 2020 var tallet 60. Faldet på 20 klager svarer til 33 pct.", vec!["-25.0 %"]),
            ("I 2019 kom der 80 klager. I 2020 var tallet 60. Faldet på 20 klager svarer til 25 pct.", vec![]),
            ("I 2019 kom der 60 klager. I 2020 kom der 80. Stigningen på 20 klager svarer til 25 pct.", vec!["33.3 %"]),
            ("I 2019 kom der 60 klager. I 2020 kom der 80. Det er 20 flere, svarende til 25 pct.", vec!["33.3 %"]),
            ("I 2019 kom der 60 klager. I 2020 kom der 80. Det er 20 flere, svarende til godt 33 pct.", vec![]),
            // Two pairs differ by so many, or none does: of what it is not known.
            ("Der kom 60, 80 og 100 klager. Det er 20 flere, svarende til 30 pct.", vec![]),
            ("Der kom 60 klager og 81 svar. Det er 20 flere, svarende til 30 pct.", vec![]),
            (
                "Andelen er faldet fra 40,0 pct. i 2019 til 32,0 pct. i 2020, hvilket er et fald på 8 pct.",
                vec!["-20.0 %"],
            ),
            ("Andelen er faldet fra 40,0 pct. til 32,0 pct. Det er et fald på 8,0 pct.", vec!["-20.0 %"]),
            ("Andelen er faldet fra 40,0 pct. til 32,0 pct. Det er et fald på 20 pct.", vec![]),
            ("Andelen er faldet fra 40,0 pct. til 32,0 pct., et fald på 8 procentpoint.", vec![]),
            ("Andelen er faldet fra 40,0 pct. til 32,0 pct., et fald på 8 pct. point.", vec![]),
            ("Andelen er faldet fra 40,0 pct. til 32,0 pct., og budgettet er faldet med 3 pct.", vec![]),
        ] {
            let found = in_text(text, Rule::R1);
            let found: Vec<_> = found.iter().map(|(_, _, real)| real.as_str()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_change_is_held_against_the_items_own_two_years() {
        for (said, expected) in [
            ("Antallet af afgjorte sager er faldet med 33 pct.", vec!["-25.0 %".to_owned()]),
            ("Antallet af afgjorte sager er faldet med 25 pct.", vec![]),
            ("Antallet af afgjorte sager på børneområdet er faldet med 33 pct.", vec![]),
            ("Antallet af hjemviste sager er faldet med 33 pct.", vec![]),
            ("Antallet af afgjorte sager er faldet med 33 pct. siden 2015.", vec![]),
        ] {
            let text = format!("Der er afgjort 80 sager i 2019 og 60 i 2020.\n{said}");
            let end = text.len();
            let mut case = Case::new(&text).own("2019", "Alle", "decided", "80").own("2020", "Alle", "decided", "60");
            case.extraction.meeting.items.push(item("Klager", Span::new(0..end)));
            let found: Vec<String> = case.findings(Rule::R1).into_iter().map(|(.., real)| real).collect();
            assert_eq!(found, expected, "{said}");
        }
    }

    #[test]
    fn a_rise_between_the_items_rates_is_of_points() {
        for (said, findings) in [
            ("Stigningen fra 2019 til 2020 er på 6,0 pct.", 1),
            ("Stigningen fra 2019 til 2020 er på 6,0 procentpoint.", 0),
            ("Stigningen fra 2019 til 2020 er på 20 pct.", 0),
            ("Stigningen fra 2018 til 2020 er på 6,0 pct.", 0),
        ] {
            let text = format!("Omgørelsesprocenten var 30,0 i 2019 og 36,0 i 2020.\n{said}");
            let end = text.len();
            let mut case = Case::new(&text).own("2019", "SEL", "reversal_rate", "30,0").own(
                "2020",
                "SEL",
                "reversal_rate",
                "36,0",
            );
            case.extraction.meeting.items.push(item("Klager", Span::new(0..end)));
            assert_eq!(case.findings(Rule::R1).len(), findings, "{said}");
        }
    }
}
