//! R1: averages and unit costs, recomputed from what they are made of.
//!
//! Cases per full-time equivalent = total cases / staffing, of the printed values. A difference per recipient and a
//! total difference imply a number of recipients: total / difference.

use super::context::{Context, Key, Notes, Say, number, passage, printed, short, value_span};
use super::quantity::{Quantity, Unit};
use super::sums::is_total as heads_total;
use crate::model::figure::{Figure, Measure, Topic};
use crate::model::finding::{Report, Rule, Severity};
use crate::stats::rounding::{Fit, Near};

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    cases_per_fte(cx, report);
    implied_recipients(cx, report);
}

fn cases_per_fte(cx: &Context<'_>, report: &mut Report) {
    for (average, key) in cx.stated(&Topic::Caseload).filter(|(f, _)| f.measure == Measure::CasesPerFte) {
        let part = |measure: Measure| cx.figure(&Topic::Caseload, key, &measure);
        let (Some(cases), Some(staff)) = (part(Measure::TotalCases), part(Measure::Fte)) else { continue };
        // What prose says elsewhere may be of a team, or of what is expected.
        let paragraph = |f: &Figure| cx.sentence_at(value_span(f)).map(|at| cx.sentences[at].paragraph);
        let near = |f: &Figure| paragraph(average).zip(paragraph(f)).is_some_and(|(a, b)| a.abs_diff(b) <= 2);
        let apart = paragraph(average).is_some() && !near(cases) && !near(staff);
        if staff.value <= 0.0 || apart {
            continue;
        }
        // "faldet fra 47,5 til 44,0": a table gives the same average for another time, so it is not known of which this is.
        let other = |(f, k): &(&Figure, Key<'_>)| {
            f.measure == Measure::CasesPerFte
                && (k.place, k.scope) == (key.place, key.scope)
                && k.period != key.period
                && f.value == average.value
        };
        let undated = cx.sentence_at(value_span(average)).is_some() && cx.stated(&Topic::Caseload).any(|f| other(&f));
        if undated || !of_one_line(cx, [average, cases, staff]) {
            continue;
        }
        let real = cases.value / staff.value;
        // The staffing is rounded too: what its printed digits allow counts as right, unless the digits as printed
        // show that the last one was cut off.
        let half = printed(staff).step() / 2.0;
        let fit = match printed(average).fit(real) {
            Fit::Off => {
                printed(average).fit_between(cases.value / (staff.value + half), cases.value / (staff.value - half))
            }
            fit => fit,
        };
        let values = vec![
            ("place", key.place.to_string()),
            ("cases", short(cases.value)),
            ("staff", short(staff.value)),
            ("stated", number(average.value, average.decimals.into())),
            ("real", number(real, 2)),
        ];
        let key = match fit {
            Fit::Rounded => {
                report.pass(Rule::R1, value_span(average), "check-average-passed", values);
                continue;
            }
            Fit::Truncated => "check-average-truncated",
            Fit::Off => "check-average",
        };
        report.find(Say {
            rule: Rule::R1,
            severity: if fit == Fit::Truncated { Severity::C } else { Severity::A },
            span: passage(average),
            related: vec![value_span(cases), value_span(staff)],
            stated: cx.text(value_span(average)),
            recomputed: number(real, 2),
            key,
            values,
        });
    }
}

/// Do figures that all stand in tables share a row or a column there: those of a row "I alt" are not the town's own.
fn of_one_line(cx: &Context<'_>, figures: [&Figure; 3]) -> bool {
    let cell = |f: &Figure| {
        let table = cx.document.tables.iter().find(|table| table.span.contains(value_span(f)))?;
        table.cells.iter().find(|cell| cell.span.contains(value_span(f)))
    };
    let [Some(a), Some(b), Some(c)] = figures.map(cell) else { return true };
    let (rows, columns) = ([a.row, b.row, c.row], [a.col, b.col, c.col]);
    let one = |lines: [u32; 3]| lines.iter().all(|line| *line == lines[0]);
    one(rows) || one(columns) || !figures.iter().any(|f| heads_total(cx, f))
}

/// "22.953 kr. pr. modtager ... landsgennemsnittet 27.205 kr. ... ca. 15,5 mio. kr. lavere": the three numbers imply how
/// many recipients there are. Beside another count of the document that differs, that is worth knowing.
fn implied_recipients(cx: &Context<'_>, report: &mut Report) {
    for paragraph in &cx.paragraphs {
        let sentences = &cx.sentences[paragraph.sentences.clone()];
        let amounts = sentences.iter().flat_map(|s| s.of(Unit::Kroner).map(move |q| (s, q)));
        let amounts: Vec<_> = amounts.filter(|(_, q)| !q.bound).collect();
        let [(first, own), (second, level), (last, total)] = amounts.as_slice() else { continue };
        let per_unit = first.tokens[own.end..].iter().take(3).any(|t| t.is("pr"));
        let mean = second.has_start(&["gennemsnit", "landsgennemsnit", "middel"]);
        let lower = last.has_start(&["lavere", "højere", "mindre", "mere"]);
        let difference = (own.value() - level.value()).abs();
        if !(per_unit && mean && lower) || difference <= 0.0 || total.value() < 10.0 * level.value() {
            continue;
        }
        let implied = total.value() / difference;
        let Some((other, cases)) = own_total(cx, paragraph.span) else { continue };
        let (low, high) = range(total, difference);
        if (low..=high).contains(&cases) {
            continue;
        }
        report.find(Say {
            rule: Rule::R1,
            severity: Severity::B,
            span: last.span,
            related: vec![own.whole, level.whole, other],
            stated: cx.text(total.whole),
            recomputed: number(implied, 0),
            key: "check-implied-recipients",
            values: vec![
                ("difference", short(difference)),
                ("total", short(total.value())),
                ("implied", number(implied, 0)),
                ("cases", short(cases)),
            ],
        });
    }
}

/// The recipients that a rounded total allows, ends in order.
fn range(total: &Quantity, difference: f64) -> (f64, f64) {
    let (low, high) = total.printed.hedged(Near::Plain).implied();
    (low * total.scale / difference, high * total.scale / difference)
}

/// The document's own total of cases in the same item.
fn own_total(cx: &Context<'_>, span: crate::model::source::Span) -> Option<(crate::model::source::Span, f64)> {
    let item = cx.item_at(span);
    let total = cx
        .stated(&Topic::Caseload)
        .find(|(f, key)| f.measure == Measure::TotalCases && cx.is_own(key.place) && cx.item_at(value_span(f)) == item);
    total.map(|(f, _)| (value_span(f), f.value))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Case;
    use crate::model::finding::Rule;

    #[test]
    fn averages_are_recomputed() {
        for (average, finding) in [
            ("41,4", None),
            ("41,3", Some(("check-average-truncated", "41.39"))),
            ("44,1", Some(("check-average", "41.39"))),
        ] {
            let text = format!("Sager\t2.111\nÅrsværk\t51,0\nGns.\t{average}");
            let case = Case::new(&text)
                .caseload("Strandby", "Alle", "total_cases", "2.111")
                .caseload("Strandby", "Alle", "fte", "51,0")
                .caseload("Strandby", "Alle", "cases_per_fte", average);
            let found = case.findings(Rule::R1);
            let found: Vec<_> = found.iter().map(|(_, key, real)| (*key, real.as_str())).collect();
            assert_eq!(found, finding.into_iter().collect::<Vec<_>>(), "{average}");
        }
    }

    #[test]
    fn a_total_and_a_difference_imply_how_many() {
        let text = "Samlet sagsantal 4.000\nStrandby bruger 20.000 kr. pr. modtager. Landsgennemsnittet er 24.000 kr. \
                    Samlet er udgiften 12 mio. kr. lavere.";
        let case = Case::new(text).caseload("Strandby", "Alle", "total_cases", "4.000");
        assert_eq!(case.findings(Rule::R1), [(2, "check-implied-recipients", "3000".to_owned())]);
        let agrees = text.replace("4.000\n", "3.000\n");
        let case = Case::new(&agrees).caseload("Strandby", "Alle", "total_cases", "3.000");
        assert_eq!(case.findings(Rule::R1), []);
    }
}
