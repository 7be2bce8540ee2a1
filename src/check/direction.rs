//! R10: a number that the text says rose or fell, against the two values that it gives.
//!
//! "faldet fra 33 til 39 pct.": the sentence's own two values. "Der er tale om et fald" behind the rates of two years,
//! "Omgørelsesprocenten er faldet fra 2021 til 2023": the municipality's figures of those years, where all of them go
//! the other way. A change that the text also gives in percent is recomputed elsewhere (R1).

use super::change::{refers_back, states_change};
use super::context::{Context, Notes, Say, Sentence, short, value_span};
use super::quantity::{Quantity, Unit};
use crate::data::words::WORDS;
use crate::model::figure::Figure;
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::text::token::Token;
use std::cmp::Ordering;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        let Some((at, said)) = said(sentence) else { continue };
        match from_to(sentence, at) {
            Some((from, to)) => {
                let span = from.span.cover(to.span);
                tell(cx, report, sentence, said, (value(from, to), to.value()), vec![span]);
            }
            None => of_years(cx, index, said, report),
        }
    }
}

/// Where a sentence says that a number moved, and which way: the only such word, which nothing denies.
fn said(sentence: &Sentence<'_>) -> Option<(usize, Ordering)> {
    let lists = &WORDS.lists;
    let first = sentence.find_of(&lists.change_verbs).into_iter().chain(sentence.find_of(&lists.change_nouns)).min()?;
    let way = |t: &Token<'_>| {
        let moved = lists.change_verbs.has(t) || lists.change_nouns.has(t);
        match (lists.rises.has(t), lists.falls.has(t)) {
            (true, false) if moved => Some(Ordering::Greater),
            (false, true) if moved => Some(Ordering::Less),
            _ => None,
        }
    };
    let said = way(&sentence.tokens[first])?;
    let more = sentence.tokens[first + 1..].iter().filter_map(way).next().is_some();
    let denied =
        sentence.has(&["ikke", "hverken", "uden", "skal", "bør", "mål", "målet", "hvis", "forventes", "ventes"]);
    (!more && !denied).then_some((first, said))
}

/// "faldet fra 33 til 39 pct.", "steget fra 12 sager i 2019 til 9 i 2020": the values right behind the word, of one unit.
fn from_to<'s>(sentence: &'s Sentence<'_>, at: usize) -> Option<(&'s Quantity, &'s Quantity)> {
    let tokens = sentence.tokens;
    let behind = sentence.quantities.iter().filter(|q| q.token > at);
    let years: Vec<f64> = behind.clone().filter(|q| q.unit == Unit::Year).map(|q| q.printed.value).collect();
    let numbers: Vec<&Quantity> = behind.filter(|q| q.unit != Unit::Year).take(2).collect();
    let [from, to] = numbers[..] else { return None };
    let word = |q: &Quantity, word: &str| {
        let before = q.token.checked_sub(1 + sentence.hedge_tokens(q));
        before.filter(|at| tokens[*at].is(word))
    };
    let (opens, closes) = (word(from, "fra")?, word(to, "til")?);
    let near = opens - at <= 4 && closes - from.end <= 5;
    let runs_on = |t: &Token<'_>| t.is_any(&["og", "mens", "men", "af", "ud"]) || t.is_symbol(',') || t.is_symbol('(');
    // "er også faldet, fra 15 til 12": the comma only parts the values from their verb.
    let comma = opens.checked_sub(1).filter(|before| *before > at && tokens[*before].is_symbol(','));
    let goes_on = |(i, t): (usize, &Token<'_>)| Some(at + i) != comma && runs_on(t);
    let plain = !tokens[at..closes].iter().enumerate().any(goes_on) && !from.bound && !to.bound;
    let place = |q: &Quantity| {
        let (next, after) = (tokens.get(q.end + 1), tokens.get(q.end + 2));
        // "fra 4. til 9. plads", "fra 8 ud af 10".
        let ordinal = next.is_some_and(|t| t.is_symbol('.') && t.span.start == tokens[q.end].span.end)
            && after.is_some_and(|t| t.word().is_some_and(|w| w.starts_with(char::is_lowercase)));
        ordinal || next.is_some_and(|t| t.is_any(&["ud", "af"])) || tokens[q.token - 1].is_symbol('-')
    };
    let unit_word = |q: &Quantity| tokens.get(q.end).and_then(|t| t.word());
    let alike = shares_unit(from, to, closes)
        || from.unit == to.unit && (from.unit != Unit::Time || unit_word(from) == unit_word(to));
    let turned = years.windows(2).any(|w| w[0] > w[1]);
    let ranks = sentence.has_start(&["plads", "placering", "nummer", "rang"]);
    (near && plain && alike && !turned && !ranks && !place(from) && !place(to)).then_some((from, to))
}

/// "fra 8,5 til 10 mio. kr.": the first has the unit of the second.
fn shares_unit(from: &Quantity, to: &Quantity, til: usize) -> bool {
    from.unit == Unit::Count && from.end == from.token && til == from.end + 1 && to.unit != Unit::Count
}

fn value(from: &Quantity, to: &Quantity) -> f64 {
    if from.unit == to.unit { from.value() } else { from.printed.value * to.scale }
}

/// "Der er tale om et fald", "Omgørelsesprocenten er faldet fra 2021 til 2023": the municipality's own rates of two years,
/// in every scope that has both.
fn of_years(cx: &Context<'_>, index: usize, said: Ordering, report: &mut Report) {
    let sentence = &cx.sentences[index];
    let rate = sentence.has_start(&["omgørelsesprocent"]);
    if !(rate || refers_back(sentence)) || sentence.has_start(&["land", "kommuner"]) || cx.names_another(sentence) {
        return;
    }
    if sentence.quantities.iter().any(|q| q.unit != Unit::Year) {
        if rate {
            against_earlier(cx, index, said, report);
        }
        return;
    }
    let years: Vec<u32> = sentence.of(Unit::Year).map(|q| q.printed.value as u32).collect();
    let paragraph = &cx.paragraphs[sentence.paragraph];
    let rates = cx.own_rates(Span { start: paragraph.span.start, end: sentence.span.start });
    let rates = match years[..] {
        [] => rates,
        [from, to] if rate => {
            let item = cx.item_span(sentence.span).unwrap_or(paragraph.span);
            let named =
                |f: &&Figure| f.period.is_some_and(|p| [from, to].map(|y| y.to_string()).contains(&p.to_string()));
            cx.own_rates(item).into_iter().filter(named).collect()
        }
        _ => return,
    };
    let Some(pairs) = pairs(&rates) else { return };
    // A sentence that points back may speak of anything where several things were told.
    if years.is_empty() && (pairs.len() != 1 || !tells_only(cx, index, &rates)) {
        return;
    }
    let way = |(from, to): &(&Figure, &Figure)| to.value.total_cmp(&from.value);
    if pairs.iter().all(|pair| way(pair) == way(&pairs[0])) {
        let (from, to) = pairs[0];
        tell(cx, report, sentence, said, (from.value, to.value), vec![value_span(from), value_span(to)]);
    }
}

/// "Det svarer til 32. Omgørelsesprocenten er faldet i forhold til 2022, hvor den var 38": the rate of an earlier year in
/// the sentence itself, the municipality's of the newest year in the paragraph before it.
fn against_earlier(cx: &Context<'_>, index: usize, said: Ordering, report: &mut Report) {
    let sentence = &cx.sentences[index];
    let compares =
        sentence.phrase(&["i", "forhold", "til"]).is_some() || sentence.has(&["sammenlignet", "mod", "siden"]);
    let numbers: Vec<&Quantity> = sentence.quantities.iter().filter(|q| q.unit != Unit::Year).collect();
    let here = cx.own_rates(sentence.span);
    let ([earlier], [number], true) = (&here[..], &numbers[..], compares) else { return };
    let paragraph = &cx.paragraphs[sentence.paragraph];
    let before = cx.own_rates(Span { start: paragraph.span.start, end: sentence.span.start });
    let newest = before.iter().filter(|f| f.scope == earlier.scope).max_by_key(|f| f.period);
    let Some(newest) = newest.filter(|f| f.period > earlier.period) else { return };
    // Only the one number of the sentence, and no other scope between them.
    if value_span(earlier).overlaps(number.span) && before.iter().all(|f| f.scope == earlier.scope) {
        let spans = vec![value_span(earlier), value_span(newest)];
        tell(cx, report, sentence, said, (earlier.value, newest.value), spans);
    }
}

/// Is the sentence before nothing but the rates: no other number that the change may be of.
fn tells_only(cx: &Context<'_>, index: usize, rates: &[&Figure]) -> bool {
    let Some(before) = cx.before(index) else { return false };
    let of_rate = |q: &&Quantity| rates.iter().any(|f| value_span(f).overlaps(q.span));
    let numbers = || before.quantities.iter().filter(|q| q.unit != Unit::Year);
    numbers().count() > 0 && numbers().all(|q| of_rate(&q)) && before.has_start(&["omgørelsesprocent"])
}

/// The first and the last year of every scope; `None` where some scope has another number of years than two.
fn pairs<'a>(rates: &[&'a Figure]) -> Option<Vec<(&'a Figure, &'a Figure)>> {
    let mut scopes: Vec<&str> = rates.iter().map(|f| f.scope.as_str()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let pair = |scope: &str| {
        let mut of: Vec<&'a Figure> = rates.iter().filter(|f| f.scope == scope).copied().collect();
        of.sort_by_key(|f| f.period);
        of.dedup_by_key(|f| f.period);
        let [from, to] = of[..] else { return None };
        Some((from, to))
    };
    let pairs: Option<Vec<_>> = scopes.into_iter().map(pair).collect();
    pairs.filter(|pairs| !pairs.is_empty())
}

fn tell(
    cx: &Context<'_>,
    report: &mut Report,
    sentence: &Sentence<'_>,
    said: Ordering,
    (from, to): (f64, f64),
    related: Vec<Span>,
) {
    let values = vec![("from", short(from)), ("to", short(to))];
    let really = to.total_cmp(&from);
    if really == said {
        report.pass(Rule::R10, sentence.span, "check-direction-passed", values);
    } else if !states_change(sentence) {
        report.find(Say {
            rule: Rule::R10,
            severity: Severity::A,
            span: sentence.span,
            related,
            stated: cx.text(sentence.span),
            recomputed: format!("{} → {}", short(from), short(to)),
            key: if really == Ordering::Equal { "check-direction-same" } else { "check-direction" },
            values,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text};
    use crate::model::finding::Rule;

    #[test]
    fn a_way_is_held_against_its_two_values() {
        for (text, expected) in [
            ("Procenten er faldet fra 33 % til 39 %.", Some("33 → 39")),
            ("Procenten er steget fra 33 til 29 pct.", Some("33 → 29")),
            ("Antallet er steget fra 12 sager i 2019 til 9 sager i 2020.", Some("12 → 9")),
            ("Udgiften er reduceret fra ca. 8,5 til 10 mio. kr.", Some("8500000 → 10000000")),
            ("Et fald fra 14 til 14 sager.", Some("14 → 14")),
            ("Antallet af svar er også faldet, fra 15 til 17.", Some("15 → 17")),
            ("Antallet er faldet, og fra 15 til 17 år er der flere.", None),
            ("Procenten er faldet fra 39 % til 33 %.", None),
            ("Procenten er ikke faldet fra 33 % til 39 %.", None),
            ("Antallet er faldet fra 8 ud af 10 til 9 ud af 20.", None),
            ("Kommunen er faldet fra en 4. plads til en 9. plads.", None),
            ("Kommunen er faldet fra nummer 4 til 9.", None),
            ("Ventetiden er faldet fra 4 uger til 12 dage.", None),
            ("Antallet er faldet fra 12 i 2020 til 14 i 2019.", None),
            ("Andelen faldt, mens antallet gik fra 12 til 14.", None),
            ("Det er et fald i prisen fra 1,2 mio. kr. til 900.000 kr.", None),
            ("Målet er, at procenten er faldet fra 33 % til 39 %.", None),
            // R1 says this.
            ("Antallet er faldet fra 40 til 50, et fald på 25 %.", None),
        ] {
            let found: Vec<_> = in_text(text, Rule::R10).into_iter().map(|(_, _, real)| real).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }

    #[test]
    fn a_way_is_held_against_the_rates_of_two_years() {
        for (end, expected) in [
            ("Der er tale om et fald.", 1),
            ("Der er tale om en stigning.", 0),
            ("Omgørelsesprocenten er faldet fra 2021 til 2022.", 1),
            ("Det dækker over et fald på området for voksne i 9 sager.", 0),
            ("Landets omgørelsesprocent er faldet fra 2021 til 2022.", 0),
        ] {
            let text = format!("Omgørelsesprocenten var 33 % i 2021 og 39 % i 2022. {end}");
            let case =
                Case::new(&text).own("2021", "SEL", "reversal_rate", "33").own("2022", "SEL", "reversal_rate", "39");
            assert_eq!(case.findings(Rule::R10).len(), expected, "{end}");
        }
        for (way, expected) in [("faldet", 0), ("steget", 1)] {
            let text =
                format!("Omgørelsesprocenten er 32. Omgørelsesprocenten er {way} i forhold til 2022, hvor den var 38.");
            let case =
                Case::new(&text).own("2023", "SEL", "reversal_rate", "32").own("2022", "SEL", "reversal_rate", "38");
            assert_eq!(case.findings(Rule::R10).len(), expected, "{way}");
        }
        // Another scope goes the way that the text says.
        let text = "Omgørelsesprocenten er faldet fra 2021 til 2022.\nFor SEL 33 og 39, for LAS 40 og 20.";
        let case = Case::new(text).own("2021", "SEL", "reversal_rate", "33").own("2022", "SEL", "reversal_rate", "39");
        let case = case.own("2021", "LAS", "reversal_rate", "40").own("2022", "LAS", "reversal_rate", "20");
        assert_eq!(case.findings(Rule::R10).len(), 0);
    }
}
