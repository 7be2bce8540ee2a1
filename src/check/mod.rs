//! Recomputes what minutes state: rules R1-R14, one file a rule or family.
//!
//! Each rule reads the extracted figures and the text, never one certain document: it knows words and layouts. It
//! says what is stated and what the numbers give; it never judges people. Where a rule cannot be sure it is silent.

mod aside;
mod asides;
mod attainable;
mod average;
mod base;
mod chance;
mod change;
mod claims;
mod columns;
mod conflict;
mod context;
mod counts;
mod cross;
mod direction;
mod fraction;
mod hedged;
mod labels;
mod missing;
mod partition;
mod quantity;
mod ranks;
mod residual;
mod share;
mod structure;
mod sums;
mod superlative;
mod target;
#[cfg(test)]
mod testing;
mod told_change;
mod units;
mod yardstick;

use crate::hands::Hands;
use crate::model::finding::Report;
use crate::model::reading::Extraction;
use crate::model::source::Document;
use crate::text::prose::{self, Prose};
pub use conflict::across;
use context::Context;

/// Every finding of the rules about one document, and the checks that passed, in the order of the text.
#[must_use]
pub fn check(document: &Document, extraction: &Extraction) -> Report {
    check_from(document, &Prose::of(document, &prose::lower(document)), extraction, Hands::One)
}

/// The same of a document whose prose is read already, with one or two threads.
#[must_use]
pub fn check_from(document: &Document, prose: &Prose<'_>, extraction: &Extraction, hands: Hands) -> Report {
    let mut cx = Context::new(document, extraction, prose);
    let asides = asides::asides(&cx);
    cx.add(&asides);
    let run = |rules: &[Run]| {
        let mut report = Report::default();
        rules.iter().for_each(|rule| rule(&cx, &mut report));
        report
    };
    let (first, second) = RULES.split_at(RULES.len() / 2);
    let (mut report, more) = hands.both(|| run(first), || run(second));
    report.findings.extend(more.findings);
    report.passed.extend(more.passed);
    report.findings.sort_by_key(|f| (f.span, f.rule, f.severity));
    report.passed.sort_by_key(|p| (p.span, p.rule));
    report
}

type Run = fn(&Context<'_>, &mut Report);

const RULES: [Run; 26] = [
    change::run,
    change::count_change,
    told_change::run,
    share::run,
    fraction::run,
    average::run,
    base::run,
    attainable::run,
    sums::run,
    columns::run,
    cross::run,
    partition::run,
    residual::run,
    hedged::run,
    target::run,
    chance::run,
    labels::run,
    units::run,
    conflict::run,
    claims::run,
    direction::run,
    ranks::run,
    superlative::run,
    yardstick::run,
    missing::run,
    structure::run,
];

#[cfg(test)]
mod tests {
    use super::testing::Case;
    use crate::lang::Lang;
    use std::collections::BTreeSet;

    const SOURCES: [&str; 26] = [
        include_str!("attainable.rs"),
        include_str!("average.rs"),
        include_str!("base.rs"),
        include_str!("chance.rs"),
        include_str!("change.rs"),
        include_str!("claims.rs"),
        include_str!("conflict.rs"),
        include_str!("cross.rs"),
        include_str!("direction.rs"),
        include_str!("fraction.rs"),
        include_str!("hedged.rs"),
        include_str!("labels.rs"),
        include_str!("missing.rs"),
        include_str!("partition.rs"),
        include_str!("ranks.rs"),
        include_str!("residual.rs"),
        include_str!("share.rs"),
        include_str!("structure.rs"),
        include_str!("sums.rs"),
        include_str!("superlative.rs"),
        include_str!("target.rs"),
        include_str!("told_change.rs"),
        include_str!("units.rs"),
        include_str!("yardstick.rs"),
        include_str!("../cli/check.rs"),
        include_str!("../lang/message.rs"),
    ];

    /// Something of every rule; cut anywhere, it must not panic.
    const TEXT: &str = "Mødedato Onsdag d. 08. maj 2019\nTitel om 2022 ..... 4\n\
        Antallet er faldet fra ca. 763 til 628. Dette er et fald på 14 %. Vi lå 4 procentpoint over (34 % mod 30 %).\n\
        Der gives i alt 388.772 kr. Heraf 204.225 kr. i 2020 og på 184.517 kr. i 2021, samlet 1,5 mio. i 2022-2025.\n\
        I alt 25 fordelt på:\n- Unge (7)\n- Ældre (8)\nAndelen har været på 10 (antal personer er 164) i 2014.\n\
        Det skyldes et højt sagsantal på sygedagpenge (inkl. revalidender og pensionister). Figur 4\nHeraf ses det, at.\n\
        Målsætningen er at ligge under landsgennemsnittet, hvilket er indfriet. Mindst 20 procent; vi nåede 22 procent.\n\
        Følgende grupper: a, b (c) og d. Ane Holm (V) og Ane Holm (A) er blandt de bedste i klyngen, sidst i klyngen.";

    #[test]
    fn a_text_cut_anywhere_is_checked() {
        for (at, _) in TEXT.char_indices() {
            let report = Case::new(&TEXT[..at]).report();
            assert!(report.findings.iter().all(|f| f.span.end as usize <= at), "{at}");
        }
        assert!(Case::new(TEXT).report().findings.len() >= 5);
    }

    #[test]
    fn every_message_has_a_sentence_and_every_sentence_a_rule() {
        let quoted = SOURCES.iter().flat_map(|source| source.split('"'));
        let used: BTreeSet<&str> = quoted.filter(|text| text.starts_with("check-") && !text.contains(' ')).collect();
        assert!(used.len() > 40, "{}", used.len());
        for key in &used {
            assert_ne!(Lang::Da.text(key), *key);
        }
        let catalogue = include_str!("../../assets/text/da.ftl");
        let keys = catalogue.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key);
        let unused: Vec<&str> = keys.filter(|key| key.starts_with("check-") && !used.contains(key)).collect();
        assert!(unused.is_empty(), "{unused:?}");
    }
}
