//! R10: what the text claims in words against what its numbers show.
//!
//! A claim is tested only where the document holds the numbers for it; where a claim needs numbers that are not there,
//! that is said. What is said of a table's rows stands in `ranks`.

use super::context::{Context, Key, Notes, Say, Sentence, short, value_span};
use super::quantity::Unit;
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for (index, sentence) in cx.sentences.iter().enumerate() {
        unchanged(cx, index, sentence, report);
        nation_moves(cx, index, sentence, report);
        cause(cx, sentence, report);
    }
    best_and_last(cx, report);
}

/// "Den uændrede tendens" after a series that only rises or only falls.
fn unchanged(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let Some(before) = cx.before(index).filter(|_| sentence.has_start(&["uændre", "uforandre"])) else { return };
    let series = series(before);
    let values: Vec<f64> = series.iter().map(|(value, _)| *value).collect();
    let rises = values.windows(2).all(|w| w[0] < w[1]);
    let falls = values.windows(2).all(|w| w[0] > w[1]);
    let (Some(first), Some(last)) = (values.first(), values.last()) else { return };
    if values.len() < 3 || !(rises || falls) {
        return;
    }
    let shown: Vec<String> = values.iter().map(|v| short(*v)).collect();
    report.find(Say {
        rule: Rule::R10,
        severity: Severity::A,
        span: sentence.span,
        related: vec![before.span],
        stated: cx.text(sentence.span),
        recomputed: shown.join(", "),
        key: if rises { "check-unchanged-rises" } else { "check-unchanged-falls" },
        values: vec![
            ("series", shown.join(", ")),
            ("first", short(*first)),
            ("last", short(*last)),
            ("from_year", short(series[0].1)),
            ("to_year", short(series[series.len() - 1].1)),
        ],
    });
}

/// The values of a sentence with the year after each; what stands in brackets is left out.
fn series(sentence: &Sentence<'_>) -> Vec<(f64, f64)> {
    let mut depth = vec![0_i32; sentence.tokens.len()];
    let mut open = 0;
    for (at, token) in sentence.tokens.iter().enumerate() {
        open += i32::from(token.is_symbol('(')) - i32::from(token.is_symbol(')'));
        depth[at] = open;
    }
    let outer: Vec<_> = sentence.quantities.iter().filter(|q| depth[q.token] == 0).collect();
    let pairs = outer.windows(2).filter(|w| w[0].unit != Unit::Year && w[1].unit == Unit::Year);
    pairs.map(|w| (w[0].value(), w[1].value())).collect()
}

/// "en stigning på landsplan" of a count, without any national count of two years in the document.
fn nation_moves(cx: &Context<'_>, index: usize, sentence: &Sentence<'_>, report: &mut Report) {
    let moves = |t: &crate::text::token::Token<'_>| {
        t.word().is_some_and(|w| ["stigning", "fald", "nedgang", "vækst"].contains(&w))
    };
    let claimed = sentence.tokens.windows(3).any(|w| moves(&w[0]) && w[1].is("på") && w[2].is("landsplan"));
    if !claimed || !sentence.quantities.is_empty() {
        return;
    }
    let about_counts = |s: &Sentence<'_>| {
        s.find(&["antallet", "antal"]).is_some() && s.has_start(&["klage", "sager", "afgørelse", "anke"])
    };
    if !about_counts(sentence) && !cx.before(index).is_some_and(about_counts) {
        return;
    }
    let mut years: Vec<_> = cx
        .stated(&Topic::Appeals)
        .filter(|(f, _)| {
            f.is_nation() && matches!(f.measure, Measure::Received | Measure::Decided | Measure::Considered)
        })
        .filter(|(f, _)| f.scope == "Alle")
        .map(|(_, key)| key.period)
        .collect();
    years.sort_unstable();
    years.dedup();
    if years.len() < 2 {
        report.find(Say {
            rule: Rule::R10,
            severity: Severity::B,
            span: sentence.span,
            related: Vec::new(),
            stated: cx.text(sentence.span),
            recomputed: String::new(),
            key: "check-nation-moves",
            values: Vec::new(),
        });
    }
}

/// "Som følge af en indsats er andelen steget fra 73 til 79 procent", and no number of cases: the rise itself cannot
/// be told from chance, and its cause even less.
fn cause(cx: &Context<'_>, sentence: &Sentence<'_>, report: &mut Report) {
    if sentence.phrase(&["som", "følge", "af"]).is_none() && !sentence.has(&["skyldes", "grundet"]) {
        return;
    }
    let figures = cx.figures_in(sentence.span);
    let rates: Vec<(&&Figure, Key<'_>)> = figures
        .iter()
        .filter(|f| f.measure.is_rate() && !f.is_nation())
        .filter_map(|f| Some((f, Key::of(f)?)))
        .collect();
    let pair = rates.iter().enumerate().find_map(|(i, (a, ka))| {
        let other = rates[i + 1..].iter().find(|(b, kb)| {
            a.measure == b.measure && (ka.place, ka.scope) == (kb.place, kb.scope) && ka.period != kb.period
        });
        other.map(|(b, _)| (a, b))
    });
    let Some((from, to)) = pair else { return };
    if !cx.counts_complaints(&from.scope) {
        report.find(Say {
            rule: Rule::R10,
            severity: Severity::B,
            span: sentence.span,
            related: Vec::new(),
            stated: cx.text(value_span(from).cover(value_span(to))),
            recomputed: String::new(),
            key: "check-cause",
            values: vec![("from", short(from.value)), ("to", short(to.value))],
        });
    }
}

/// "blandt de bedste i klyngen" in one place, "sidst i klyngen" in another of the same item.
fn best_and_last(cx: &Context<'_>, report: &mut Report) {
    let group = |sentence: &Sentence<'_>, words: &[&str]| {
        let at = sentence.find(words)?;
        let inside = sentence.tokens.get(at + 1).is_some_and(|t| t.is("i"));
        sentence.tokens.get(at + 2).filter(|_| inside)?.word().map(str::to_owned)
    };
    for best in &cx.sentences {
        let Some(name) = group(best, &["bedste", "bedst"]) else { continue };
        let item = cx.item_at(best.span);
        let last = cx.sentences.iter().find(|s| {
            cx.item_at(s.span) == item
                && group(s, &["sidst", "dårligst", "ringest", "nederst"]).as_deref() == Some(&name)
        });
        let Some(last) = last else { continue };
        report.find(Say {
            rule: Rule::R10,
            severity: Severity::B,
            span: best.span,
            related: vec![last.span],
            stated: cx.text(best.span),
            recomputed: String::new(),
            key: "check-best-and-last",
            values: vec![("group", name)],
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Case, in_text};
    use crate::model::finding::Rule;

    fn keys(case: &Case) -> Vec<(u32, &'static str)> {
        case.findings(Rule::R10).into_iter().map(|(line, key, _)| (line, key)).collect()
    }

    #[test]
    fn unchanged_is_held_against_the_series() {
        let text = "Andelen var 11 % (n 130) i 2014, 12 % i 2015 og 13 % i 2016. Den uændrede tendens ses overalt.";
        assert_eq!(in_text(text, Rule::R10), [(1, "check-unchanged-rises", "11, 12, 13".to_owned())]);
        assert_eq!(in_text(&text.replace("12 %", "14 %"), Rule::R10), []);
        assert_eq!(in_text(&text.replace("uændrede", "samme"), Rule::R10), []);
    }

    #[test]
    fn claims_without_their_numbers() {
        let text = "Der er sket et fald i antallet af klagesager. Det er godt, da der er en stigning på landsplan.";
        assert_eq!(in_text(text, Rule::R10), [(1, "check-nation-moves", String::new())]);
        let text = "Vi er blandt de bedste i klyngen.\nPå et andet mål ligger vi sidst i klyngen.";
        assert_eq!(in_text(text, Rule::R10).len(), 1);
        let text = "Som følge af en indsats er andelen steget fra 71 procent i 2022 til 77 procent i 2023.";
        let case = Case::new(text).own("2022", "SDP", "upheld_rate", "71").own("2023", "SDP", "upheld_rate", "77");
        assert_eq!(keys(&case), [(1, "check-cause")]);
    }
}
