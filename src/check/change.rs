//! R1: a stated change, recomputed from the two values that it is about.
//!
//! Change in percent = 100 · (to − from) / from, of the printed values; printed precision and hedges are allowed for
//! (see [`crate::stats::rounding`]). Differences in percentage points = to − from.

use super::context::{Context, Key, Notes, Say, Sentence, count, number, short};
use super::quantity::{Quantity, Unit, quantities};
use crate::data::words::WORDS;
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::{Span, Table};
use crate::stats::rounding::Fit;
use crate::text::lower::aligned;
use crate::text::token::{Token, tokens};
use std::cell::LazyCell;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for index in 0..cx.sentences.len() {
        percent_change(cx, index, report);
        points(cx, index, report);
    }
}

/// Which way a word says that a number went.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Up,
    Down,
}

fn way(sentence: &Sentence<'_>) -> Option<Way> {
    let (up, down) = (sentence.find_of(&WORDS.lists.rises), sentence.find_of(&WORDS.lists.falls));
    match (up, down) {
        (Some(up), Some(down)) => Some(if up < down { Way::Up } else { Way::Down }),
        (Some(_), None) => Some(Way::Up),
        (None, Some(_)) => Some(Way::Down),
        (None, None) => None,
    }
}

/// The direction that stands with a change: "et fald på 14 %", "steget med 3 %".
fn said_way(sentence: &Sentence<'_>, change: &Quantity) -> Option<Way> {
    let start = change.token - sentence.hedge_tokens(change);
    let near = sentence.tokens[start.saturating_sub(3)..start].iter().rev();
    near.filter(|t| !t.is_any(&["under", "over"])).find_map(|t| match () {
        () if WORDS.lists.rises.has(t) => Some(Way::Up),
        () if WORDS.lists.falls.has(t) => Some(Way::Down),
        () => None,
    })
}

/// Two values of one thing.
struct Pair {
    from: f64,
    to: f64,
    span: Span,
    way: Option<Way>,
}

fn percent_change(cx: &Context<'_>, index: usize, report: &mut Report) {
    let sentence = &cx.sentences[index];
    let Some(percent) = stated_change(sentence) else { return };
    let beside = || against(sentence).filter(|pair| nothing_between(sentence, pair, percent));
    let own = from_to(sentence).or_else(beside).or_else(|| target(cx, index, percent));
    let back = || cx.before(index).filter(|_| refers_back(sentence));
    // "Det er en stigning på 10 %", and not "Der er 300 ledige, og antallet er faldet med 10 %".
    let plainly = sentence.tokens[0].is_any(&["det", "dette", "hvilket"]) && percent.token <= 10;
    let earlier =
        |before| from_to(before).or_else(|| two_periods(cx, before)).or_else(|| against(before).filter(|_| plainly));
    let pair = own.or_else(|| back().and_then(earlier));
    let Some(pair) = pair.filter(|pair| pair.from > 0.0) else { return };
    let real = 100.0 * (pair.to - pair.from) / pair.from;
    let said = said_way(sentence, percent).or_else(|| way(sentence)).or(pair.way);
    let wrong_way = said.is_some_and(|way| (way == Way::Up) != (real >= 0.0)) && real != 0.0;
    let fit = percent.printed.fit(real.abs());
    let values = vec![
        ("from", short(pair.from)),
        ("to", short(pair.to)),
        ("real", number(real, 1)),
        ("stated", short(percent.printed.value)),
    ];
    if fit == Fit::Rounded && !wrong_way {
        report.pass(Rule::R1, percent.whole, "check-change-passed", values);
        return;
    }
    // "steget fra 112 til 118, og prisen er steget med 3 %", "Det er et fald på 2 % i prisen": of another thing.
    let here = sentence.span.contains(pair.span);
    if (here && turns_between(sentence, pair.span, percent.span)) || (!here && wrong_way && fit == Fit::Off) {
        return;
    }
    report.find(Say {
        rule: Rule::R1,
        severity: if fit == Fit::Truncated && !wrong_way { Severity::C } else { Severity::A },
        span: sentence.span,
        related: if sentence.span.contains(pair.span) { Vec::new() } else { vec![pair.span] },
        stated: cx.text(percent.whole),
        recomputed: format!("{} %", number(real, 1)),
        key: if wrong_way { "check-change-way" } else { "check-change" },
        values,
    });
}

/// Does a sentence give a change in percent of two values: then it is recomputed here.
pub(super) fn states_change(sentence: &Sentence<'_>) -> bool {
    stated_change(sentence).is_some() && from_to(sentence).is_some()
}

/// The percentage that a sentence states as a change: "et fald på 14 %", "faldet med 33 %", "32 pct. mere end",
/// "hvilket svarer til 12,3 pct.".
fn stated_change<'s>(sentence: &'s Sentence<'_>) -> Option<&'s Quantity> {
    sentence.of(Unit::Percent).next()?;
    let pair = || from_to(sentence).or_else(|| against(sentence));
    way(sentence).or_else(|| pair().map(|_| Way::Up))?;
    let change = sentence.of(Unit::Percent).find(|q| {
        let before = |back: usize| q.token.checked_sub(back).and_then(|i| sentence.tokens.get(i));
        // A hedge stands between the preposition and the number.
        let hedged = sentence.hedge_tokens(q);
        let preposition = before(1 + hedged);
        let verb = before(2 + hedged);
        let by = preposition.is_some_and(|t| t.is("med"));
        let noun = preposition.is_some_and(|t| t.is("på"))
            && verb.and_then(|t| t.word()).is_some_and(|w| {
                ["fald", "stigning", "nedgang", "reduktion", "vækst", "forøgelse"].iter().any(|n| w.ends_with(n))
            });
        let equals = preposition.is_some_and(|t| t.is("til"))
            && verb.is_some_and(|t| t.is_any(&["svarer", "svarende"]))
            && pair().is_some_and(|pair| pair.span.end < q.span.start);
        let than = sentence.tokens.get(q.end + 1).is_some_and(|t| t.is_symbol('.') || t.word().is_some())
            && sentence.tokens[q.end + 1..].iter().take(3).any(|t| t.is_any(&["mere", "flere", "færre", "mindre"]))
            && sentence.tokens[q.end + 1..].iter().take(4).any(|t| t.is("end"));
        by || noun || equals || than
    });
    change.filter(|q| !q.bound)
}

/// "fra 763 til 628": two counts or amounts; percentages are compared in points elsewhere.
fn from_to(sentence: &Sentence<'_>) -> Option<Pair> {
    let plain = |q: &&Quantity| matches!(q.unit, Unit::Count | Unit::Kroner);
    let numbers: Vec<&Quantity> = sentence.quantities.iter().filter(plain).collect();
    numbers.windows(2).find_map(|pair| {
        let (from, to) = (pair[0], pair[1]);
        let opens = preceded(sentence, from, "fra");
        let closes = preceded(sentence, to, "til");
        let between = sentence.tokens.get(from.end..to.token).unwrap_or_default();
        let near = between.len() <= 8 && !between.iter().any(|t| t.is_symbol(','));
        (opens && closes && near).then(|| Pair {
            from: from.value(),
            to: to.value(),
            span: from.span.cover(to.span),
            way: way(sentence),
        })
    })
}

/// "61 børn mod 70 året før", "276 i 2019 mod 251 i 2018": two counts of one thing, where the second is said to be of
/// another time. The years tell which was first; else it is the second.
fn against(sentence: &Sentence<'_>) -> Option<Pair> {
    let tokens = sentence.tokens;
    let dash = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.is_symbol('-'));
    let whole = |q: &&Quantity| !dash(q.token.checked_sub(1)) && !dash(Some(q.token + 1));
    let plain = |q: &&Quantity| matches!(q.unit, Unit::Count | Unit::Kroner);
    let numbers: Vec<&Quantity> = sentence.quantities.iter().filter(plain).filter(whole).collect();
    let year = |from: usize, to: usize| {
        let years = sentence.of(Unit::Year).filter(|y| (from..to).contains(&y.token));
        years.last().map(|y| y.printed.value)
    };
    numbers.windows(2).find_map(|pair| {
        let (now, then) = (pair[0], pair[1]);
        let opposed =
            preceded(sentence, then, "mod") && !now.bound && then.token - now.end <= 12 && now.unit == then.unit;
        let tail = tokens.get(then.end + 1..tokens.len().min(then.end + 7))?;
        let tail = &tail[..tail.iter().position(|t| t.is_symbol(',') || t.is_symbol('.')).unwrap_or(tail.len())];
        let other = |t: &Token<'_>| t.word().is_some_and(|w| w.starts_with("land") || w.starts_with("kommune"));
        let earlier = ["før", "sidste", "forrige", "fjor", "foregående", "tidligere", "forudgående"];
        let dated = year(then.end + 1, then.end + 1 + tail.len());
        let timed = dated.is_some() || tail.iter().any(|t| t.is_any(&earlier));
        // "61 børn mod 70 børn": if both have a noun, it is the same.
        let noun = |q: &Quantity| tokens.get(q.end + 1).and_then(|t| t.word()).filter(|w| w.chars().count() > 4);
        let same = noun(then).is_none_or(|n| earlier.contains(&n) || n == "året" || noun(now).is_none_or(|m| m == n));
        if !(opposed && timed && same) || tail.iter().any(other) {
            return None;
        }
        let turned = dated.zip(year(0, then.token)).is_some_and(|(then, now)| now < then);
        let (from, to) = if turned { (now, then) } else { (then, now) };
        Some(Pair { from: from.value(), to: to.value(), span: now.span.cover(then.span), way: way(sentence) })
    })
}

/// Does the sentence go on about the same pair until the change: no other number, no other subject.
fn nothing_between(sentence: &Sentence<'_>, pair: &Pair, change: &Quantity) -> bool {
    pair.span.end <= change.span.start && !turns_between(sentence, pair.span, change.span)
}

/// Does another number or another subject stand between a pair and a change, whichever comes first.
fn turns_between(sentence: &Sentence<'_>, pair: Span, change: Span) -> bool {
    let (from, to) = if pair.end <= change.start { (pair.end, change.start) } else { (change.end, pair.start) };
    let inside = |span: Span| span.start >= from && span.end <= to;
    let turns = ["og", "mens", "men", "hvor", "samt", "imens"];
    sentence.quantities.iter().any(|q| inside(q.span) && q.unit != Unit::Year)
        || sentence.tokens.iter().any(|t| inside(t.span) && t.is_any(&turns))
}

fn preceded(sentence: &Sentence<'_>, quantity: &Quantity, word: &str) -> bool {
    let at = quantity.token.checked_sub(1 + sentence.hedge_tokens(quantity));
    at.and_then(|i| sentence.tokens.get(i)).is_some_and(|t| t.is(word))
}

impl Sentence<'_> {
    /// How many tokens the hedge before a quantity takes: 1 for "knap", 2 for "ca.".
    pub(super) fn hedge_tokens(&self, quantity: &Quantity) -> usize {
        self.tokens[..quantity.token].iter().rev().take_while(|t| t.span.start >= quantity.whole.start).count()
    }
}

/// "66 besøg. Det er 32 pct. mere end målet på 50": the target stands with the percentage, the count before it.
fn target(cx: &Context<'_>, index: usize, percent: &Quantity) -> Option<Pair> {
    let sentence = &cx.sentences[index];
    let goal = sentence.find_start(&["mål", "budget", "forvent"]).filter(|at| *at > percent.end)?;
    let wanted = sentence.quantities.iter().find(|q| q.token > goal && q.unit == Unit::Count)?;
    let reached = |s: &Sentence<'_>| s.of(Unit::Count).filter(|q| q.span.end < percent.span.start).last().copied();
    let reached = reached(sentence).or_else(|| cx.before(index).and_then(reached))?;
    Some(Pair { from: wanted.value(), to: reached.value(), span: reached.span, way: None })
}

/// Does a sentence speak of the one before: "Dette er en nedgang på 23 %".
pub(super) fn refers_back(sentence: &Sentence<'_>) -> bool {
    sentence.tokens.iter().take(2).any(|t| {
        t.is_any(&["det", "dette", "hvilket", "der", "dermed", "altså", "således", "herved", "svarende", "samlet"])
    })
}

/// Two figures of one thing in one sentence, in two periods, the only such pair.
fn two_periods(cx: &Context<'_>, sentence: &Sentence<'_>) -> Option<Pair> {
    let figures = cx.figures_in(sentence.span);
    let counts: Vec<_> = figures.iter().filter(|f| !f.measure.key().ends_with("_rate") && count(f).is_some()).collect();
    let [a, b] = counts.as_slice() else { return None };
    let (ka, kb) = (Key::of(a)?, Key::of(b)?);
    let same = a.topic == b.topic && a.measure == b.measure && ka.place == kb.place && ka.scope == kb.scope;
    if !same || ka.period == kb.period {
        return None;
    }
    let (first, last) = if ka.period < kb.period { (a, b) } else { (b, a) };
    Some(Pair { from: first.value, to: last.value, span: sentence.span, way: way(sentence) })
}

/// "4 procentpoint over landsgennemsnittet (34 % vs. 30 %)": the difference of the two percentages beside it.
fn points(cx: &Context<'_>, index: usize, report: &mut Report) {
    let sentence = &cx.sentences[index];
    let Some(points) = sentence.of(Unit::Points).next().filter(|q| !q.bound) else { return };
    let percents: Vec<&Quantity> = sentence.of(Unit::Percent).collect();
    let difference = |a: &Quantity, b: &Quantity| (a.printed.value - b.printed.value).abs();
    // Both percentages are rounded themselves, so that their difference may be a step off.
    let fits = |a: &Quantity, b: &Quantity| {
        let slack = f64::midpoint(a.printed.step(), b.printed.step());
        let off = (difference(a, b) - points.printed.value).abs();
        off <= slack + points.printed.step() / 2.0 + 1e-9
    };
    if let [a, b] = percents.as_slice() {
        let values = vec![
            ("from", short(a.printed.value)),
            ("to", short(b.printed.value)),
            ("real", short(difference(a, b))),
            ("stated", short(points.printed.value)),
        ];
        if fits(a, b) {
            report.pass(Rule::R1, points.whole, "check-points-passed", values);
        } else {
            report.find(Say {
                rule: Rule::R1,
                severity: Severity::B,
                span: sentence.span,
                related: Vec::new(),
                stated: cx.text(points.whole),
                recomputed: short(difference(a, b)),
                key: "check-points",
                values,
            });
        }
        return;
    }
    // One beside it, the other a few sentences back: only a hit says anything.
    let window = &cx.sentences[index.saturating_sub(4)..index];
    let earlier = window.iter().flat_map(|s| s.of(Unit::Percent));
    let hit = earlier
        .flat_map(|a| percents.iter().map(move |b| (a, *b)))
        .find(|(a, b)| (difference(a, b) - points.printed.value).abs() < points.printed.step() / 2.0);
    if let Some((a, b)) = hit {
        let values = vec![
            ("from", short(a.printed.value)),
            ("to", short(b.printed.value)),
            ("real", short(difference(a, b))),
            ("stated", short(points.printed.value)),
        ];
        report.pass(Rule::R1, points.whole, "check-points-passed", values);
    }
}

/// "reduceret med 24 personer": the difference of two neighbouring cells of a table of the same item. Only a hit says
/// anything, for the text need not speak of the table.
pub(super) fn count_change(cx: &Context<'_>, report: &mut Report) {
    let tables = LazyCell::new(|| {
        cx.document.tables.iter().map(|table| (cx.item_at(table.span), counted(cx, table))).collect::<Vec<_>>()
    });
    for sentence in &cx.sentences {
        let change = sentence.of(Unit::Count).find(|q| {
            let before = &sentence.tokens[q.token.saturating_sub(3)..q.token];
            let moves = |w: &str| WORDS.lists.rises.holds(w) || WORDS.lists.falls.holds(w);
            preceded(sentence, q, "med") && before.iter().filter_map(|t| t.word()).any(moves)
        });
        let Some((change, n)) = change.and_then(|q| Some((q, q.count()?))) else { continue };
        let Some(noun) = sentence.tokens.get(change.end + 1).and_then(|t| t.word()) else { continue };
        let stem: String = noun.chars().take(6).collect();
        let item = cx.item_at(sentence.span);
        let hit = tables.iter().filter(|(of, _)| *of == item).find_map(|(_, cells)| {
            let of_noun: Vec<_> = cells.iter().filter_map(|cell| Some((cell.row, cell.first(&stem)?))).collect();
            let pair = of_noun.windows(2).find(|w| w[0].0 == w[1].0 && w[0].1.abs_diff(w[1].1) == n)?;
            Some((pair[0].1, pair[1].1))
        });
        if let Some((from, to)) = hit {
            let values = vec![
                ("from", from.to_string()),
                ("to", to.to_string()),
                ("real", (i64::from(to) - i64::from(from)).to_string()),
                ("stated", n.to_string()),
            ];
            report.pass(Rule::R1, change.whole, "check-difference-passed", values);
        }
    }
}

/// A cell's counts, each with the noun behind it: "743 personer".
struct Counted {
    row: u32,
    counts: Vec<(Option<u32>, String)>,
}

impl Counted {
    /// The first count of a noun that begins so.
    fn first(&self, stem: &str) -> Option<u32> {
        self.counts.iter().find(|(_, noun)| noun.starts_with(stem))?.0
    }
}

/// The cells of a table that count something, row by row.
fn counted(cx: &Context<'_>, table: &Table) -> Vec<Counted> {
    let cells = table.cells.iter().map(|cell| {
        let text = cx.document.slice(cell.span);
        let lower = aligned(text);
        let tokens = tokens(text, &lower, Span::new(0..text.len()));
        let counts = quantities(&tokens).into_iter().filter(|q| q.unit == Unit::Count);
        let counts = counts.filter_map(|q| Some((q.count(), tokens.get(q.end + 1)?.word()?.to_owned()))).collect();
        Counted { row: cell.row, counts }
    });
    let mut out: Vec<Counted> = cells.filter(|cell| !cell.counts.is_empty()).collect();
    out.sort_by_key(|cell| cell.row);
    out
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text};
    use crate::model::finding::Rule;

    #[test]
    fn wrong_changes_are_found_with_the_right_one() {
        for (text, expected) in [
            (
                "Antallet er faldet fra 400 til 300 personer. Dette er et fald på 20 %.",
                vec![(1, "check-change", "-25.0 %")],
            ),
            ("Antallet er steget fra 400 i 2019 til 500 i 2021. Det svarer til en stigning på 25 pct.", vec![]),
            ("Udgiften faldt fra 200 til 150, hvilket svarer til 30 pct.", vec![(1, "check-change", "-25.0 %")]),
            ("Der var 60 møder. Det er 20 pct. mere end målet på 50.", vec![]),
            ("Der var 60 møder. Det er 30 pct. mere end målet på 50.", vec![(1, "check-change", "20.0 %")]),
            (
                "Klagerne er steget med 25 % siden 2017 (fra 100 til 75 sager).",
                vec![(1, "check-change-way", "-25.0 %")],
            ),
            ("Klagerne er faldet med 33 % siden 2017 (fra 90 til 60 sager).", vec![]),
            ("Andelen er faldet fra 63 pct. til 57 pct. Det er 10 pct. af alle.", vec![]),
            ("Antallet steg fra 8 til 9. Andelen af unge er 14 %.", vec![]),
            (
                "Der kom 60 klager i 2019 mod 50 i 2018. Det er en stigning på 10 pct.",
                vec![(1, "check-change", "20.0 %")],
            ),
            ("Der kom 60 klager i 2019 mod 50 i 2018. Det er en stigning på 20 pct.", vec![]),
            (
                "Der er anbragt 61 børn mod 70 året før, svarende til et fald på 23 pct.",
                vec![(1, "check-change", "-12.9 %")],
            ),
            ("I 2018 var der 50 sager mod 60 i 2019, en stigning på 20 pct.", vec![]),
            ("Vi venter 45 børn i alderen 0-5 år i 2028 mod 50 børn i 2024, svarende til et fald på 10 %.", vec![]),
            // Of another thing, or of another place.
            ("Der kom 60 klager i 2019 mod 50 i 2018, og udgiften viser et fald på 10 pct.", vec![]),
            ("Der kom 60 klager i 2019 mod 50 i 2018. Der er 9 ledige, og udgiften er faldet med 10 pct.", vec![]),
            ("Antallet er steget fra 100 til 120, og prisen er steget med 3 pct.", vec![]),
            ("Antallet er steget fra 100 til 120. Det er et fald på 3 pct. i prisen.", vec![]),
            ("Klager er steget med 6 pct., mens antallet af børn er faldet fra 243 til 229.", vec![]),
            ("Der kom 120 underretninger i 2019 mod 100 i 2018, en stigning på 20 pct.", vec![]),
            ("Der kom 60 klager mod 50 på landsplan i 2018. Det er en stigning på 10 pct.", vec![]),
            ("Der gik 60 uger mod 50 dage i 2018. Det er en stigning på 10 pct.", vec![]),
            ("Perioden løber fra 2019 til 2021. Det er et fald på 14 %.", vec![]),
            ("Antallet er steget fra 520 til 555. En stigning på ca. 7 % ventes af andre.", vec![]),
        ] {
            let found = in_text(text, Rule::R1);
            let found: Vec<_> = found.iter().map(|(l, k, r)| (*l, *k, r.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn two_figures_of_two_years_carry_a_change() {
        let text =
            "I 2017 behandlede Ankestyrelsen 80 klager, mens der i 2018 er behandlet 60. Dette er et fald på 30 %.";
        let case = Case::new(text).own("2017", "Alle", "decided", "80").own("2018", "Alle", "decided", "60");
        assert_eq!(case.findings(Rule::R1), [(1, "check-change", "-25.0 %".to_owned())]);
    }

    #[test]
    fn points_are_compared_with_their_percentages() {
        for (text, findings) in [
            ("Vi lå 4 procentpoint over landet (34 % mod 30 %).", 0),
            ("Vi lå 9 procentpoint over landet (34 % mod 30 %).", 1),
            ("Vi lå 4,4 procentpoint over landet (34 % mod 30 %).", 0),
        ] {
            assert_eq!(in_text(text, Rule::R1).len(), findings, "{text}");
        }
    }
}
