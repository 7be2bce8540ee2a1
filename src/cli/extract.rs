//! `sidestil extract`: one row a figure, as CSV or as JSON lines.

use super::{Context, input};
use crate::export::part::rounded;
use crate::export::rows::{HEADER, csv, jsonl};
use crate::stats::derive::derive;
use std::io;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
    pub format: Format,
    /// Figures that Sidestil computed are printed too.
    pub computed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Jsonl,
}

/// The formats by name, the usual one first.
pub const FORMATS: [(&str, Format); 2] = [("csv", Format::Csv), ("jsonl", Format::Jsonl)];

/// Prints the figures of each file.
///
/// # Errors
/// Where the output cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>) -> io::Result<u8> {
    if options.format == Format::Csv {
        writeln!(context.out, "{}", HEADER.join(","))?;
    }
    input::each(&options.files, context, |mut reading, context| {
        if options.computed {
            let derived = derive(&reading.extraction);
            reading.extraction.figures.extend(derived.into_iter().map(rounded));
        }
        // A document's rows go out whole or not at all.
        let mut buffer = Vec::new();
        match options.format {
            Format::Csv => csv(&reading, options.computed, &mut buffer)?,
            Format::Jsonl => jsonl(&reading, options.computed, &mut buffer)?,
        }
        context.out.write_all(&buffer)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::run;
    use crate::cli::{DONE, Start};
    use crate::model::figure::{
        Doubt, Figure, Formula, Gap, GapKind, Hedge, HedgeKind, Measure, Origin, Place, Source, Topic, Unit,
    };
    use crate::model::finding::Report;
    use crate::model::period::Period;
    use crate::model::reading::{Extraction, Reading};
    use crate::model::source::{Document, Format as FileFormat, Span};
    use std::io::Write;

    /// The span of the first place where `part` stands.
    fn span(text: &str, part: &str) -> Span {
        let start = text.find(part).unwrap();
        Span::new(start..start + part.len())
    }

    /// A document with a sentence over two lines, a cell, a computed figure and an empty cell.
    fn reading() -> Reading {
        let text = "Lejre\nI 2018 var det \"knap\n1.234,5 procent\", siges det.\n\tHerlev\nJobparate\t48";
        let source = |value: &str, passage: &str, heads: &[&str]| Source {
            value: span(text, value),
            passage: span(text, passage),
            heads: heads.iter().map(|head| span(text, head)).collect(),
        };
        let figure = |value, origin| Figure {
            place: Some(Place::new("Lejre")),
            period: Some(Period::year(2018)),
            topic: Topic::Appeals,
            scope: "Alle".into(),
            measure: Measure::ReversalRate,
            value,
            decimals: 1,
            unit: Unit::Percent,
            hedge: None,
            origin,
            doubts: vec![],
            item: None,
        };
        let sentence = "I 2018 var det \"knap\n1.234,5 procent\", siges det.";
        let mut stated = figure(1234.5, Origin::Stated(source("1.234,5", sentence, &[])));
        stated.hedge = Some(Hedge { word: "knap".into(), kind: HedgeKind::JustBelow });
        let mut cell = figure(48.0, Origin::Stated(source("48", "48", &["Jobparate", "Herlev"])));
        (cell.place, cell.period, cell.decimals) = (None, None, 0);
        cell.doubts = vec![Doubt::Place, Doubt::Period];
        let computed = figure(0.25, Origin::Computed { from: vec![0, 1], formula: Formula::OfficialRate });
        let gap = Gap {
            place: Some(Place::new("Glostrup")),
            period: None,
            topic: Topic::Caseload,
            scope: "Jobparate".into(),
            measure: Measure::CasesPerFte,
            kind: GapKind::Blank,
            source: source("\t", "\t", &["Jobparate"]),
        };
        let extraction = Extraction { figures: vec![stated, cell, computed], gaps: vec![gap], ..Extraction::default() };
        let document = Document::new("møde.txt", FileFormat::Text, text.to_owned());
        Reading { document: document.into(), extraction, report: Report::default() }
    }

    fn printed(write: impl Fn(&Reading, &mut dyn Write) -> io::Result<()>) -> Vec<String> {
        let mut out = Vec::new();
        write(&reading(), &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn csv_rows_are_as_the_contract_says() {
        let rows = printed(|reading, out| csv(reading, false, out));
        assert_eq!(
            rows,
            [
                "møde.txt,Lejre,2018,appeals,Alle,reversal_rate,1234.5,percent,1,knap,stated,certain,,,,3,\
                 \"I 2018 var det \"\"knap 1.234,5 procent\"\", siges det.\"",
                "møde.txt,,,appeals,Alle,reversal_rate,48,percent,0,,stated,uncertain,\
                 place not settled; period not settled,,,5,Jobparate · Herlev: 48",
            ]
        );
    }

    #[test]
    fn computed_figures_name_what_they_were_computed_from() {
        let rows = printed(|reading, out| csv(reading, true, out));
        assert_eq!(rows.len(), 3);
        let wanted = "0.25,percent,1,,computed,certain,,,,,\
                      \"reversed / considered: reversal_rate 1234.5 (line 3), reversal_rate 48 (line 5)\"";
        assert!(rows[2].ends_with(wanted), "{}", rows[2]);
    }

    #[test]
    fn json_lines_also_tell_gaps_and_the_values_own_characters() {
        let rows = printed(|reading, out| jsonl(reading, false, out));
        let rows: Vec<serde_json::Value> = rows.iter().map(|row| serde_json::from_str(row).unwrap()).collect();
        assert_eq!(rows.len(), 3);
        assert_eq!((rows[0]["text"].as_str(), rows[0]["value"].as_f64()), (Some("1.234,5"), Some(1234.5)));
        assert_eq!(rows[0]["state"], "value");
        assert!(rows[0].get("formula").is_none());
        assert_eq!((rows[2]["state"].as_str(), rows[2]["place"].as_str()), (Some("blank"), Some("Glostrup")));
        assert!(rows[2]["value"].is_null());
    }

    #[test]
    fn the_header_is_printed_also_where_nothing_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tomt.txt");
        std::fs::write(&path, "Referat af et møde uden tal.").unwrap();
        let (started, out, err) = run(&["extract", &path.to_string_lossy()]);
        assert_eq!((started, out, err), (Start::Done(DONE), format!("{}\n", HEADER.join(",")), String::new()));
    }

    #[test]
    fn computed_figures_are_printed_on_wish() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let text = "Referat fra Furesø Kommune.\n\nAnkestyrelsen har i 2021 afgjort 86 sager fra Furesø Kommune. \
                    Heraf blev 70 stadfæstet, 13 hjemvist og 3 ændret.\n";
        std::fs::write(&path, text).unwrap();
        let path = path.to_string_lossy().into_owned();
        let (_, stated, _) = crate::cli::tests::run(&["extract", &path]);
        assert!(!stated.contains(",computed,"), "{stated}");
        let (_, all, _) = crate::cli::tests::run(&["extract", &path, "--computed"]);
        let rate = all.lines().find(|line| line.contains(",reversal_rate,")).unwrap_or_default();
        assert!(rate.contains("reversal_rate,18.6047,percent,1,,computed,"), "{all}");
    }
}
