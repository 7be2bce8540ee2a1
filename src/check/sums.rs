//! R4 over figures: outcomes that make up a total, and the parts of a table that make up its last row or column.
//!
//! upheld + changed + remanded = considered; considered + dismissed = decided; changed + remanded = reversed. A table's
//! total of a measure = the sum of its scopes. An empty cell counts as 0; a suppressed one stops the check.

use super::context::{Context, Key, Notes, Say, count, passage, printed, short, strays, value_span};
use crate::model::figure::{Figure, GapKind, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::{Span, Table};
use std::collections::BTreeMap;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    outcomes(cx, report);
    table_totals(cx, report);
}

fn outcomes(cx: &Context<'_>, report: &mut Report) {
    let mut keys: Vec<Key<'_>> = cx.stated(&Topic::Appeals).map(|(_, key)| key).collect();
    keys.sort();
    keys.dedup();
    for key in keys {
        use Measure::{Changed, Considered, Decided, Dismissed, Remanded, Reversed, Upheld};
        total(cx, report, key, &Reversed, &[Changed, Remanded]);
        total(cx, report, key, &Considered, &[Upheld, Changed, Remanded]);
        total(cx, report, key, &Decided, &[Upheld, Changed, Remanded, Dismissed]);
    }
}

/// One total. Parts that are not stated leave room below it: dismissed cases often go unmentioned.
fn total(cx: &Context<'_>, report: &mut Report, key: Key<'_>, whole: &Measure, parts: &[Measure]) {
    let get = |measure: &Measure| cx.figure(&Topic::Appeals, key, measure).and_then(|f| Some((f, count(f)?)));
    let Some((first, _)) = get(whole) else { return };
    let found: Vec<(&Figure, u32)> = parts.iter().filter_map(get).collect();
    let gaps = cx.extraction.gaps.iter().filter(|g| g.period == Some(key.period) && g.scope == key.scope);
    let hidden = gaps.filter(|g| g.place.as_ref() == Some(key.place) && parts.contains(&g.measure));
    if found.is_empty() || hidden.clone().any(|g| !matches!(g.kind, GapKind::Blank | GapKind::BlankIsZero)) {
        return;
    }
    let blank = hidden.count();
    let sum: u32 = found.iter().fold(0, |sum, (_, n)| sum.saturating_add(*n));
    let complete = found.len() + blank >= parts.len();
    // The total is often printed before too; here it is the one beside its parts.
    let of_key = |f: &&&Figure| Key::of(f) == Some(key) && count(f).is_some();
    let within = |span: Span| cx.figures_in(span).iter().filter(of_key);
    let said = within(passage(found[0].0)).find(|f| f.measure == *whole && f.value == first.value);
    let row = around(cx, found[0].0);
    let beside = within(row).find(|f| f.measure == *whole);
    let other = beside.filter(|_| f64::from(sum) != first.value);
    let figure = said.or(other).copied().unwrap_or(first);
    let Some(stated) = count(figure) else { return };
    let spans: Vec<Span> = found.iter().map(|(f, _)| value_span(f)).collect();
    let values = vec![
        ("parts", found.iter().map(|(_, n)| n.to_string()).collect::<Vec<_>>().join(" + ")),
        ("sum", sum.to_string()),
        ("stated", stated.to_string()),
    ];
    if sum == stated && found.len() + blank > 1 {
        report.pass(Rule::R4, value_span(figure), "check-sum-passed", values);
    } else if found.len() > 1 && (sum > stated || (complete && sum != stated)) {
        // One reading that closes is enough: a total may leave dismissed cases out whatever it is called, and one that
        // stands elsewhere may be of other cases where the parts have a total of their own beside them.
        let merits = sum_of(&found, |f| f.measure != Measure::Dismissed);
        let with = merits.saturating_add(get(&Measure::Dismissed).map_or(0, |(_, n)| n));
        let all = [Measure::Upheld, Measure::Changed, Measure::Remanded];
        let all: Option<u32> = all.iter().map(|m| get(m).map(|(_, n)| n)).sum();
        let own = within(row).filter(|f| matches!(f.measure, Measure::Considered | Measure::Decided));
        let closed = own.filter_map(|f| count(f)).any(|n| n == merits || n == with || all == Some(n));
        // A total of the same name in the paragraph of the parts closes: the other is of more cases than they.
        let near = || {
            let at = cx.sentence_at(value_span(found[0].0)).map(|at| cx.paragraphs[cx.sentences[at].paragraph].span);
            at.is_some_and(|span| within(span).any(|f| f.measure == *whole && count(f) == Some(sum)))
        };
        let unsure = !figure.is_certain() && found.iter().all(|(part, _)| part.is_certain())
            || found.iter().any(|(part, _)| strays(part, figure));
        if unsure || near() || stated == merits || stated == with || (beside.is_none() && closed) {
            return;
        }
        report.find(Say {
            rule: Rule::R4,
            severity: Severity::B,
            span: passage(figure),
            related: spans,
            stated: cx.text(value_span(figure)),
            recomputed: sum.to_string(),
            key: "check-sum",
            values,
        });
    }
}

/// The sentence of a figure, or the whole table that it stands in.
fn around(cx: &Context<'_>, figure: &Figure) -> Span {
    let table = cx.document.tables.iter().find(|table| table.span.contains(value_span(figure)));
    table.map_or_else(|| passage(figure), |table| table.span)
}

fn sum_of(found: &[(&Figure, u32)], such: impl Fn(&Figure) -> bool) -> u32 {
    found.iter().filter(|(f, _)| such(f)).fold(0, |sum, (_, n)| sum.saturating_add(*n))
}

/// The words that head a table's row or column of totals.
const TOTAL: [&str; 6] = ["i alt", "ialt", "total", "samlet", "sum", "hele området"];

/// Does a figure stand in a row or column of totals.
pub(super) fn is_total(cx: &Context<'_>, figure: &Figure) -> bool {
    let heads = figure.source().map(|s| s.heads.as_slice()).unwrap_or_default();
    heads.iter().any(|head| names_total(&cx.text(*head)))
}

/// Does a label begin with the words of a total: "I alt", "Total 2022".
pub(super) fn names_total(label: &str) -> bool {
    let label = label.trim().trim_end_matches(':').to_lowercase();
    TOTAL.iter().any(|total| label == *total || label.strip_prefix(total).is_some_and(|rest| rest.starts_with(' ')))
}

/// For each table, place, period and count: the scopes against the total's.
fn table_totals(cx: &Context<'_>, report: &mut Report) {
    for table in &cx.document.tables {
        let mut groups: BTreeMap<_, Vec<&Figure>> = BTreeMap::new();
        for figure in cx.figures_in(table.span) {
            if let Some(key) = Key::of(figure).filter(|_| sums(figure)) {
                groups.entry((key.place, key.period, figure.measure.key())).or_default().push(figure);
            }
        }
        for figures in groups.values() {
            // The total is the one whose scope is not one of several: a column or row of its own.
            let scope_total =
                |f: &&&Figure| is_total(cx, f) && figures.iter().filter(|g| g.scope == f.scope).count() == 1;
            let totals: Vec<&&Figure> = figures.iter().filter(scope_total).collect();
            let Some(total) = widest(&totals, figures).filter(|_| figures.len() >= 3) else { continue };
            let parts: Vec<&&Figure> = figures.iter().filter(|f| f.scope != total.scope).collect();
            let sum: f64 = parts.iter().map(|f| f.value).sum();
            // Asked only where the sum differs: a document has as many gaps as tables.
            let hidden = || {
                cx.extraction.gaps.iter().any(|g| {
                    table.span.contains(g.source.passage)
                        && g.measure == total.measure
                        && !matches!(g.kind, GapKind::Blank | GapKind::BlankIsZero)
                })
            };
            let values = vec![
                ("parts", parts.iter().map(|f| short(f.value)).collect::<Vec<_>>().join(" + ")),
                ("sum", short(sum)),
                ("stated", short(total.value)),
            ];
            // Posts are printed to a decimal, each rounded for itself.
            let rounded = figures.iter().any(|f| f.decimals > 0);
            let slack: f64 = figures.iter().filter(|_| rounded).map(|f| printed(f).step() / 2.0).sum();
            if (sum - total.value).abs() <= slack + 1e-9 {
                report.pass(Rule::R4, value_span(total), "check-sum-passed", values);
            } else if !hidden() && holds_all(table, total, &parts) && !holds_subtotal(&parts, sum - total.value) {
                report.find(Say {
                    rule: Rule::R4,
                    severity: Severity::B,
                    span: value_span(total),
                    related: parts.iter().map(|f| value_span(f)).collect(),
                    stated: cx.text(value_span(total)),
                    recomputed: short(sum),
                    key: "check-sum",
                    values,
                });
            }
        }
    }
}

/// Are the parts all that the total's row or column holds: a line that was not read would be missing from their sum. No
/// part is larger than its total.
fn holds_all(table: &Table, total: &Figure, parts: &[&&Figure]) -> bool {
    let cell = |f: &Figure| table.cells.iter().find(|cell| cell.span.contains(value_span(f)));
    let Some(own) = cell(total) else { return true };
    let cells: Vec<_> = parts.iter().filter_map(|f| cell(f)).collect();
    let (down, across) = (cells.iter().all(|c| c.col == own.col), cells.iter().all(|c| c.row == own.row));
    let line =
        table.cells.iter().filter(|c| !c.span.is_empty() && if down { c.col == own.col } else { c.row == own.row });
    // Its own cell and the heading are no parts.
    let others = line.count().saturating_sub(2);
    (down || across) && others <= parts.len() && parts.iter().all(|f| f.value <= total.value)
}

/// Is what the parts have too much itself a sum of parts beside it.
fn holds_subtotal(parts: &[&&Figure], over: f64) -> bool {
    let runs = |values: &[f64]| {
        let mut sum = 0.0;
        values.iter().position(|v| {
            sum += v;
            sum >= over
        }) >= Some(1)
            && sum == over
    };
    parts.iter().enumerate().filter(|(_, f)| f.value == over).any(|(at, _)| {
        let before: Vec<f64> = parts[..at].iter().rev().map(|f| f.value).collect();
        let after: Vec<f64> = parts[at + 1..].iter().map(|f| f.value).collect();
        runs(&before) || runs(&after)
    })
}

/// In a row or column "I alt" every figure is headed by a total; the table's own is the whole municipality's, or that of
/// the law whose units the others are. Where there is none, the scopes make up nothing that is printed.
fn widest<'a, 'f>(totals: &[&'a &'f Figure], figures: &[&Figure]) -> Option<&'a &'f Figure> {
    let whole = |total: &&&&'f Figure| {
        let unit = |scope: &str| scope.strip_prefix(total.scope.as_str()).is_some_and(|rest| rest.starts_with(" · "));
        total.scope == "Alle" || figures.iter().all(|f| f.scope == total.scope || unit(&f.scope))
    };
    if totals.len() == 1 { totals.first().copied() } else { totals.iter().find(whole).copied() }
}

/// Counts of cases and posts add up over scopes; rates and averages do not.
fn sums(figure: &Figure) -> bool {
    match figure.topic {
        Topic::Appeals => count(figure).is_some() && !figure.measure.key().ends_with("_rate"),
        Topic::Caseload => matches!(figure.measure, Measure::TotalCases | Measure::Fte),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::figure::Origin;
    use crate::model::finding::Rule;
    use crate::model::source::{Layout, Span, Table};

    #[test]
    fn outcomes_make_up_their_total() {
        for (decided, upheld, findings, passed) in [("30", "20", 0, 1), ("30", "28", 1, 0), ("40", "20", 0, 0)] {
            let text = format!("Der er afgjort {decided} sager: stadfæstet {upheld}, ændret 4 og hjemvist 6.");
            let case = Case::new(&text)
                .own("2021", "SEL", "decided", decided)
                .own("2021", "SEL", "upheld", upheld)
                .own("2021", "SEL", "changed", "4")
                .own("2021", "SEL", "remanded", "6");
            assert_eq!(case.findings(Rule::R4).len(), findings, "{text}");
            assert_eq!(case.passed(Rule::R4), passed, "{text}");
        }
    }

    #[test]
    fn a_total_that_leaves_dismissed_cases_out_is_none_to_accuse() {
        for (decided, findings) in [("30", 0), ("35", 0), ("33", 1)] {
            let text = format!(
                "Der er afgjort {decided} sager uden de afviste: stadfæstet 20, ændret 4, hjemvist 6, afvist 5."
            );
            let case = Case::new(&text)
                .own("2021", "SEL", "decided", decided)
                .own("2021", "SEL", "upheld", "20")
                .own("2021", "SEL", "changed", "4")
                .own("2021", "SEL", "remanded", "6")
                .own("2021", "SEL", "dismissed", "5");
            assert_eq!(case.findings(Rule::R4).len(), findings, "{text}");
        }
    }

    #[test]
    fn parts_with_a_total_of_their_own_need_no_other() {
        for (own, findings) in [("9", 0), ("10", 2)] {
            let text = format!(
                "Stadfæstet 6, ændret 1, hjemvist 2, realitetsbehandlet {own}.\nUdvalget har behandlet 8 sager."
            );
            let case = Case::new(&text)
                .own("2021", "SEL", "upheld", "6")
                .own("2021", "SEL", "changed", "1")
                .own("2021", "SEL", "remanded", "2")
                .own("2021", "SEL", "considered", own)
                .own("2021", "SEL", "decided", "8");
            assert_eq!(case.findings(Rule::R4).len(), findings, "{text}");
        }
    }

    #[test]
    fn cases_and_posts_of_all_groups_are_the_sum_of_the_groups() {
        for (all, posts, findings, passed) in
            [("150", "8,7", 0, 2), ("160", "8,7", 1, 1), ("150", "9,7", 1, 1), ("150", "8,8", 0, 2)]
        {
            let table =
                format!("\tSager\tNormering\nJobparate\t90\t5,2\nSygedagpenge\t60\t3,5\nI alt\t{all}\t{posts}\n");
            let mut case = Case::with_table(&table, "Efter tabellen.");
            let span = Span::new(0..table.len());
            let layout = Layout::Tabbed;
            let grid = Table { span, caption: None, rows: 4, cols: 3, cells: Vec::new(), layout, guessed: false };
            case.document.tables.push(grid);
            for (scope, cases, fte) in [("Jobparate", "90", "5,2"), ("Sygedagpenge", "60", "3,5"), ("Alle", all, posts)]
            {
                case = case.caseload("Strandby", scope, "total_cases", cases).caseload("Strandby", scope, "fte", fte);
            }
            let total = table.find("I alt").unwrap();
            for figure in case.extraction.figures.iter_mut().filter(|f| f.scope == "Alle") {
                if let Origin::Stated(source) = &mut figure.origin {
                    source.heads = vec![Span::new(total..total + 5)];
                }
            }
            assert_eq!(case.findings(Rule::R4).len(), findings, "{all} {posts}");
            assert_eq!(case.passed(Rule::R4), passed, "{all} {posts}");
        }
    }

    #[test]
    fn a_column_of_totals_is_no_total_of_its_rows() {
        let table = "\tStadfæstet\tI alt\nSEL\t14\t21\nSDP\t5\t6\nLAS\t9\t13\n";
        for (last, findings) in [("LAS", 0), ("Alle", 1)] {
            let mut case = Case::with_table(table, "Efter tabellen.");
            let span = Span::new(0..table.len());
            let at = table.find("I alt").unwrap();
            let layout = Layout::Tabbed;
            let grid = Table { span, caption: None, rows: 4, cols: 3, cells: Vec::new(), layout, guessed: false };
            case.document.tables.push(grid);
            for (scope, decided) in [("SEL", "21"), ("SDP", "6"), (last, "13")] {
                case = case.own("2018", scope, "decided", decided);
            }
            for figure in &mut case.extraction.figures {
                if let Origin::Stated(source) = &mut figure.origin {
                    source.heads = vec![Span::new(at..at + 5)];
                }
            }
            assert_eq!(case.findings(Rule::R4).len(), findings, "{last}");
        }
    }
}
