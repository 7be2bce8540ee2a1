//! R10: where the text says that a rate is highest or lowest, or that most complaints are of one law, against the rows of
//! a table or the points of a list in the same item.
//!
//! Told only where the text names just one of the rows, where every table that has this row says otherwise, and where
//! another row is beyond it as printed.

use super::context::{Context, Notes, Say, Sentence, short, value_span};
use super::quantity::{Quantity, Unit};
use super::sums::{is_total, names_total};
use crate::model::figure::{Figure, Measure};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::Span;
use crate::text::sentence::ParagraphKind;
use crate::text::token::Token;

/// The fewest rows that one can be the highest of.
const FEWEST: usize = 3;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    let mut tables: Option<Vec<(Option<usize>, Vec<Row>)>> = None;
    for (index, sentence) in cx.sentences.iter().enumerate() {
        if let Some(claims) = of_rates(cx, index) {
            let tables = tables.get_or_insert_with(|| rated(cx));
            let item = cx.item_at(sentence.span);
            let of_item: Vec<&[Row]> =
                tables.iter().filter(|(of, _)| *of == item).map(|(_, rows)| rows.as_slice()).collect();
            claims.iter().for_each(|claim| settle(cx, report, sentence, claim, &of_item));
        }
        if let Some(claim) = of_counts(sentence) {
            let rows = listed(cx, index);
            settle(cx, report, sentence, &claim, &[&rows]);
        }
    }
}

/// A row of a table or a point of a list: the stems of its label's words, and its number.
struct Row {
    label: String,
    stems: Vec<String>,
    value: f64,
    span: Span,
    /// The year of a rate.
    year: String,
}

/// Which end a sentence speaks of, and the stems of the words that may name what stands there.
struct Claim {
    highest: bool,
    words: Vec<String>,
    years: Vec<String>,
    /// "den højeste af de tre": so many rows there are.
    of: Option<usize>,
}

/// A word without what makes a law or a field of it: "aktivlovens" and "Aktivloven" are one.
fn stem(word: &str) -> Option<String> {
    const ENDS: [&str; 8] = ["lovens", "loven", "lov", "områderne", "området", "områdets", "område", "s"];
    const NONE: [&str; 14] = [
        "lov",
        "love",
        "loven",
        "område",
        "området",
        "øvrige",
        "andre",
        "center",
        "team",
        "afdeling",
        "afdelingen",
        "sager",
        "efter",
        "samt",
    ];
    let word = word.trim_matches('-');
    if NONE.contains(&word) {
        return None;
    }
    let end = ENDS.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word).trim_matches('-');
    (end.chars().count() >= 4).then(|| end.to_owned())
}

fn stems<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    words.filter_map(stem).collect()
}

/// Are two stems one word: the same, or one with a joint at its end ("pension", "pensions").
fn alike(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short).is_some_and(|rest| rest.chars().count() <= 1)
}

impl Row {
    fn is_named(&self, words: &[String]) -> bool {
        !self.stems.is_empty() && self.stems.iter().all(|stem| words.iter().any(|word| alike(stem, word)))
    }
}

/// Words that make a claim of something else than all rows, or of how rates moved.
const ELSE: [&str; 22] = [
    "ikke",
    "bort",
    "bortset",
    "undtagen",
    "blandt",
    "kommuner",
    "kommunerne",
    "landsplan",
    "landet",
    "landets",
    "stigning",
    "stigningen",
    "fald",
    "faldet",
    "steget",
    "faldt",
    "steg",
    "forskellen",
    "tidligere",
    "hvis",
    "mål",
    "målet",
];

/// "Omgørelsesprocenten er højest på serviceloven (36 pct.) og lavest på pensionsområdet", "Lavest ligger X" behind it.
fn of_rates(cx: &Context<'_>, index: usize) -> Option<Vec<Claim>> {
    let sentence = &cx.sentences[index];
    let rate = |s: &Sentence<'_>| s.has_start(&["omgørelsesprocent", "omgørelsesandel"]);
    let end = |t: &Token<'_>| match t.word()? {
        "højest" | "højeste" => Some(true),
        "lavest" | "laveste" => Some(false),
        _ => None,
    };
    sentence.find(&["højest", "højeste", "lavest", "laveste"])?;
    let opens = sentence.tokens.iter().take(2).any(|t| end(t).is_some());
    let behind = || {
        opens && cx.before(index).is_some_and(|before| rate(before) && before.tokens.iter().any(|t| end(t).is_some()))
    };
    if !(rate(sentence) || behind()) || sentence.has(&ELSE) || cx.names_another(sentence) {
        return None;
    }
    let ends: Vec<(usize, bool)> = sentence.tokens.iter().enumerate().filter_map(|(i, t)| Some((i, end(t)?))).collect();
    let years: Vec<String> = sentence.of(Unit::Year).map(|q| short(q.printed.value)).collect();
    let words = |from: usize, to: usize| stems(sentence.tokens[from..to].iter().filter_map(Token::word));
    let of = sentence.tokens.windows(3).find(|w| w[0].is("af") && w[1].is("de")).and_then(|w| {
        let number = w[2].number().map(|(n, _)| n as usize);
        number.or_else(|| crate::text::number_word::value(w[2].word()?).map(|n| n as usize))
    });
    let all = sentence.tokens.len();
    let claim = |highest, words| Claim { highest, words, years: years.clone(), of };
    match ends[..] {
        [(_, highest)] => Some(vec![claim(highest, words(0, all))]),
        // Two ends: what stands behind each of them, and nothing before the first.
        [(a, first), (b, second)] if first != second && a <= 6 => {
            Some(vec![claim(first, words(a, b)), claim(second, words(b, all))])
        }
        _ => None,
    }
}

/// "Der er flest klager efter serviceloven, efterfulgt af aktivloven".
fn of_counts(sentence: &Sentence<'_>) -> Option<Claim> {
    let at = sentence.find(&["flest", "færrest"])?;
    let noun = sentence.tokens.get(at + 1)?;
    let counts = noun.is_any(&["sager", "klager", "klagesager", "afgørelser", "ankesager"]);
    if !counts || sentence.has(&ELSE) || sentence.find(&["og"]).is_some_and(|og| og < at) {
        return None;
    }
    let behind = &sentence.tokens[at + 2..];
    let until =
        behind.iter().position(|t| t.is_symbol(',') || t.is_symbol('(') || t.is_any(&["efterfulgt", "mens", "nemlig"]));
    let words = stems(behind[..until.unwrap_or(behind.len())].iter().filter_map(Token::word));
    Some(Claim { highest: sentence.tokens[at].is("flest"), words, years: Vec::new(), of: None })
}

/// The municipality's rates of each table with its item, a row or column each.
fn rated(cx: &Context<'_>) -> Vec<(Option<usize>, Vec<Row>)> {
    let rows = |span: Span| -> Vec<Row> {
        let own = |f: &&&Figure| {
            f.measure == Measure::ReversalRate && f.is_certain() && f.place.as_ref().is_some_and(|p| cx.is_own(p))
        };
        let figures: Vec<&Figure> =
            cx.figures_in(span).iter().filter(own).copied().filter(|f| !is_total(cx, f)).collect();
        let heads = |f: &Figure| f.source().map(|s| s.heads.clone()).unwrap_or_default();
        // What all of them are headed by names the measure; the rest names the row.
        let shared = |head: &Span| figures.iter().all(|f| heads(f).contains(head));
        let row = |f: &&Figure| {
            let label: Vec<String> = heads(f).iter().filter(|head| !shared(head)).map(|head| cx.text(*head)).collect();
            let label = label.join(" ");
            let words = label.to_lowercase();
            let stems = stems(words.split(|c: char| !c.is_alphanumeric() && c != '-'));
            let year = f.period.map_or_else(String::new, |p| p.to_string());
            Row { label, stems, value: f.value, span: value_span(f), year }
        };
        figures.iter().map(row).collect()
    };
    cx.document.tables.iter().map(|table| (cx.item_at(table.span), rows(table.span))).collect()
}

/// The points of the list that ends right above a paragraph, each with its label before a colon and one count behind it.
fn listed(cx: &Context<'_>, index: usize) -> Vec<Row> {
    let at = cx.sentences[index].paragraph;
    let points = cx.paragraphs[..at].iter().rev().take_while(|p| p.kind == ParagraphKind::Item);
    let row = |span: Span, sentences: &[Sentence<'_>]| -> Option<Row> {
        let [sentence] = sentences else { return None };
        let colon = sentence.tokens.iter().position(|t| t.is_symbol(':'))?;
        let counts: Vec<&Quantity> = sentence.quantities.iter().filter(|q| q.token > colon).collect();
        let [count] = counts[..] else { return None };
        let label = cx.text(Span { start: span.start, end: sentence.tokens[colon].span.start });
        let label = label.trim_start_matches(['-', '•', '*', '·', ' ', '\t']).to_owned();
        let stems = stems(sentence.tokens[..colon].iter().filter_map(Token::word));
        // "LAB" and the law's name in two words: the brackets only say it again.
        Some(Row { label, stems, value: f64::from(count.count()?), span: count.span, year: String::new() })
    };
    let rows: Option<Vec<Row>> = points.map(|p| row(p.span, &cx.sentences[p.sentences.clone()])).collect();
    let mut rows = rows.unwrap_or_default();
    rows.retain(|row| !names_total(&row.label));
    rows
}

fn settle(cx: &Context<'_>, report: &mut Report, sentence: &Sentence<'_>, claim: &Claim, tables: &[&[Row]]) {
    let mut against = None;
    for rows in tables {
        // Of several years the one that is named, else the newest.
        let newest = rows.iter().map(|row| row.year.as_str()).max().unwrap_or_default();
        let year = claim.years.first().map_or(newest, String::as_str);
        let rows: Vec<&Row> = rows.iter().filter(|row| row.year == year).collect();
        let named: Vec<&&Row> = rows.iter().filter(|row| row.is_named(&claim.words)).collect();
        let [row] = named[..] else { continue };
        let mut labels: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
        labels.sort_unstable();
        labels.dedup();
        if rows.len() < FEWEST || labels.len() < rows.len() || claim.of.is_some_and(|of| of != rows.len()) {
            continue;
        }
        let ahead = |other: &&&Row| if claim.highest { other.value > row.value } else { other.value < row.value };
        let first = rows.iter().filter(ahead).max_by(|a, b| {
            let order = a.value.total_cmp(&b.value);
            if claim.highest { order } else { order.reverse() }
        });
        let Some(first) = first else {
            let values = vec![("label", row.label.clone()), ("value", short(row.value))];
            report.pass(Rule::R10, sentence.span, "check-superlative-passed", values);
            return;
        };
        against.get_or_insert((row.label.clone(), row.value, row.span, first.label.clone(), first.value, first.span));
    }
    let Some((label, value, span, other, other_value, other_span)) = against else { return };
    report.find(Say {
        rule: Rule::R10,
        severity: Severity::A,
        span: sentence.span,
        related: vec![span, other_span],
        stated: cx.text(sentence.span),
        recomputed: format!("{other}: {}", short(other_value)),
        key: "check-superlative",
        values: vec![("label", label), ("value", short(value)), ("other", other), ("other_value", short(other_value))],
    });
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::extract::extract;
    use crate::model::finding::Rule;
    use crate::read::read;

    /// Recomputed values and passes of R10 in an invented item.
    fn told(body: &str) -> (Vec<String>, usize) {
        let text = format!(
            "Strandby Kommune\nReferat\nSocialudvalget den 4. maj 2024\n\n1. Ankestyrelsens afgørelser i 2023\nSagsnr. 24/1234\n\nSagsfremstilling\n{body}\n\nBeslutning\nGodkendt.\n"
        );
        let document = read(text.as_bytes(), "a.txt").unwrap();
        let report = check(&document, &extract(&document));
        let found = report.findings.iter().filter(|f| f.rule == Rule::R10).map(|f| f.recomputed.clone()).collect();
        (found, report.passed.iter().filter(|p| p.rule == Rule::R10).count())
    }

    #[test]
    fn the_highest_rate_is_looked_up_in_the_table() {
        let table = "Tabel 1. Afgørelser i 2023, Hvidovre Kommune\n\
            Lov\tStadfæstet\tÆndret\tHjemvist\tAfvist\tI alt\tOmgørelsesprocent\n\
            Serviceloven\t30\t5\t15\t4\t54\t40,0\nAktivloven\t21\t5\t4\t4\t34\t30,0\n\
            Sygedagpengeloven\t18\t1\t1\t2\t22\t10,0\nPensionsloven\t8\t1\t1\t0\t10\t20,0\nI alt\t77\t12\t21\t10\t120\t30,0\n";
        for (said, expected, passed) in [
            ("Omgørelsesprocenten er højest på servicelovens område.", vec![], 1),
            ("Omgørelsesprocenten er højest på aktivlovens område.", vec!["Serviceloven: 40"], 0),
            ("Den laveste omgørelsesprocent findes på pensionsområdet.", vec!["Sygedagpengeloven: 10"], 0),
            (
                "Omgørelsesprocenten er højest på serviceloven. Lavest ligger pensionsloven.",
                vec!["Sygedagpengeloven: 10"],
                1,
            ),
            (
                "Omgørelsesprocenten er højest på serviceloven (40 pct.) og lavest på sygedagpengeloven (10 pct.).",
                vec![],
                2,
            ),
            // Two are named, or none; another measure, another time, a part of the rows.
            ("Omgørelsesprocenten er højest på aktivloven og pensionsloven.", vec![], 0),
            ("Omgørelsesprocenten er højest på beskæftigelsesområdet.", vec![], 0),
            ("Antallet af sager er højest på aktivloven.", vec![], 0),
            ("Omgørelsesprocenten var højest på aktivloven i 2019.", vec![], 0),
            ("Bortset fra serviceloven er omgørelsesprocenten højest på aktivloven.", vec![], 0),
        ] {
            let (found, held) =
                told(&format!("Strandby har modtaget tallene for Hvidovre Kommune.\n\n{table}\n{said}"));
            assert_eq!((found, held), (expected.into_iter().map(str::to_owned).collect(), passed), "{said}");
        }
    }

    #[test]
    fn the_most_complaints_are_looked_up_in_the_list() {
        let list = "Sagerne fordeler sig sådan:\n- Serviceloven (SEL): 41 sager\n- Lov om aktiv socialpolitik (LAS): 63 sager\n- Pensionsloven: 9 sager\n";
        for (said, expected) in [
            ("Der er flest klagesager efter lov om aktiv socialpolitik, efterfulgt af serviceloven.", vec![]),
            ("Der er flest klagesager efter serviceloven, efterfulgt af pensionsloven.", vec!["63"]),
            ("Der er færrest klager efter pensionsloven.", vec![]),
            ("Der er ikke flest klager efter serviceloven.", vec![]),
            ("Der er flest klager efter barnets lov.", vec![]),
        ] {
            let (found, _) = told(&format!("{list}\n{said}"));
            assert_eq!(found.len(), expected.len(), "{said} {found:?}");
            assert!(found.iter().zip(expected).all(|(found, value)| found.ends_with(value)), "{said} {found:?}");
        }
    }
}
