//! The checks on three real documents, where they stand beside the project: facts only (line, rule, recomputed value).
//!
//! The documents are public minutes that are not part of the project; without them the test says so and passes.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use sidestil::lang::{Lang, message};
use sidestil::model::finding::{Rule, Severity};
use sidestil::model::reading::Reading;
use sidestil::worker::reading::read_file;
use std::path::{Path, PathBuf};

/// The folder of the three documents, beside the project or beside one of its work trees.
fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.ancestors().skip(1).take(2).map(|up| up.join("shared/minutes")).find(|folder| folder.is_dir())
}

fn read(name: &str) -> Option<Reading> {
    let folder = folder();
    if folder.is_none() {
        println!("no documents beside the project: nothing to hold the checks against");
    }
    Some(read_file(&folder?.join(name)).unwrap())
}

/// Line, rule, and what the recomputed value contains.
type Expected = (u32, Rule, &'static str);

fn hold(name: &str, findings: &[Expected], passed: &[(Rule, u32, usize)]) {
    let Some(reading) = read(name) else { return };
    let document = &reading.document;
    let line = |finding: &sidestil::model::finding::Finding| document.line_of(finding.span.start);
    let mut missing = Vec::new();
    for (at, rule, value) in findings {
        let found = reading.report.findings.iter().any(|f| {
            let last = document.line_of(f.span.end.saturating_sub(1));
            f.rule == *rule && (line(f)..=last).contains(at) && f.recomputed.contains(value)
        });
        if !found {
            missing.push(format!("{name}:{at} {rule:?} {value:?}"));
        }
    }
    // Nothing but what is expected: each further finding was read and belongs in the list too.
    let known = |f: &sidestil::model::finding::Finding| {
        let last = document.line_of(f.span.end.saturating_sub(1));
        findings.iter().any(|(at, rule, _)| f.rule == *rule && (line(f)..=last).contains(at))
    };
    let unknown: Vec<String> = reading
        .report
        .findings
        .iter()
        .filter(|f| !known(f))
        .map(|f| format!("{name}:{} {:?} {}", line(f), f.rule, message::sentence(&f.message, Lang::En)))
        .collect();
    for (rule, at, least) in passed {
        let count =
            reading.report.passed.iter().filter(|p| p.rule == *rule && document.line_of(p.span.start) == *at).count();
        if count < *least {
            missing.push(format!("{name}:{at} {rule:?} passed {count} of {least}"));
        }
    }
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:#?}\nunexpected: {unknown:#?}");
}

#[test]
fn rodovre() {
    use Rule::{R2, R4, R7, R8, R10};
    hold(
        "rodovre-2024-05-14.txt",
        &[(139, R2, "30.0 % (67/223)"), (139, R7, "212-215"), (140, R8, "30.0 %"), (148, R2, ""), (148, R10, "")],
        &[(R4, 138, 1), (R4, 139, 1)],
    );
}

#[test]
fn lejre() {
    use Rule::{R1, R2, R3, R4, R5, R6, R10, R11, R13, R14};
    hold(
        "lejre-2019-05-08.txt",
        &[
            (179, R10, ""),
            (411, R6, ""),
            (415, R6, "6.1 %"),
            (419, R6, "8.5 %"),
            (419, R10, "11, 12, 13"),
            (756, R11, "p = 0.15"),
            (833, R11, "45/128 = 35.2 % (27.4-43.8 %), p = 0.15"),
            (835, R2, "17.4 % (24/138)"),
            (837, R2, "15.2 % (21/138)"),
            (843, R5, ""),
            (849, R11, "27/59 = 45.8 % (33.7-58.3 %), p = 0.08"),
            (863, R4, "= 39"),
            (873, R5, ""),
            (873, R11, "11/18 = 61.1 % (38.6-79.7 %), p = 0.17"),
            (875, R13, ""),
            (887, R3, "8/28 = 28.6 %"),
            (897, R5, ""),
            (897, R11, "4/7 = 57.1 % (25.0-84.2 %), p = 0.15"),
            (906, R13, ""),
            (920, R10, ""),
            (157, R14, ""),
            (229, R10, ""),
        ],
        &[
            (R1, 213, 1),
            (R1, 221, 1),
            (R1, 841, 2),
            (R4, 119, 2),
            (R4, 585, 1),
            (R2, 825, 5),
            (R2, 831, 7),
            (R2, 856, 1),
            (R2, 857, 1),
            (R2, 858, 1),
            (R2, 859, 1),
            (R4, 824, 7),
            (R4, 830, 7),
            (R4, 859, 6),
            (R3, 851, 2),
        ],
    );
}

#[test]
fn hvidovre() {
    use Rule::{R1, R2, R4, R5, R9, R10, R11, R12, R13, R14};
    hold(
        "hvidovre-2022-09-05.txt",
        &[
            (16, R14, ""),
            (17, R14, ""),
            (157, R4, "388742"),
            (259, R2, "8.6 % (30/347)"),
            (269, R11, "1/9 = 11.1 % (2.0-43.5 %), p = 0.13"),
            (273, R2, "4.4 % (9/206)"),
            (485, R5, "7"),
            (485, R13, ""),
            (489, R13, ""),
            (495, R1, "-17.7 %"),
            (517, R1, "36.96"),
            (519, R10, "6/9"),
            (521, R5, ""),
            (523, R10, "125"),
            (536, R1, "3645"),
            (538, R13, ""),
            (544, R13, ""),
            (555, R13, ""),
            (564, R13, ""),
            (578, R12, ""),
            (588, R5, "175"),
            (592, R9, "22"),
        ],
        &[
            (R1, 493, 1),
            (R1, 517, 8),
            (R1, 656, 1),
            (R1, 658, 1),
            (R4, 145, 1),
            (R4, 240, 1),
            (R4, 248, 1),
            (R4, 265, 1),
            (R4, 782, 1),
            (R2, 242, 1),
            (R2, 255, 3),
            (R11, 242, 1),
        ],
    );
}

/// The severities are those of a careful reader: what changes a conclusion stands out.
#[test]
fn what_changes_a_conclusion_is_marked() {
    for (name, lines) in [
        ("rodovre-2024-05-14.txt", &[139, 140][..]),
        ("lejre-2019-05-08.txt", &[419, 849, 863, 873, 897]),
        ("hvidovre-2022-09-05.txt", &[269, 495, 519, 588, 592]),
    ] {
        let Some(reading) = read(name) else { return };
        let strong: Vec<u32> = reading
            .report
            .findings
            .iter()
            .filter(|f| f.severity == Severity::A)
            .map(|f| reading.document.line_of(f.span.start))
            .collect();
        for line in lines {
            assert!(strong.contains(line), "{name}:{line} among {strong:?}");
        }
    }
}
