//! `sidestil extract`: one row a figure, as CSV or as JSON lines.

use super::{Context, input};
use crate::model::figure::{Figure, Formula, Gap, Origin, Place, Source};
use crate::model::period::Period;
use crate::model::reading::Reading;
use crate::model::source::{Document, Span};
use crate::stats::derive::derive;
use serde::Serialize;
use std::io::{self, Write};
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
            // Four decimals: more than any stated number has, and no noise of binary fractions.
            let rounded = |figure: Figure| Figure { value: (figure.value * 1e4).round() / 1e4, ..figure };
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

/// The columns of the CSV, in order.
pub const HEADER: [&str; 17] = [
    "document",
    "place",
    "period",
    "topic",
    "scope",
    "measure",
    "value",
    "unit",
    "decimals",
    "hedge",
    "origin",
    "certainty",
    "reason",
    "item",
    "page",
    "line",
    "quote",
];

/// One figure, or one gap, as both formats print it.
#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    place: &'a str,
    period: String,
    topic: &'a str,
    scope: &'a str,
    measure: &'a str,
    /// `None` for a gap.
    value: Option<f64>,
    unit: Option<&'a str>,
    decimals: Option<u8>,
    hedge: Option<&'a str>,
    origin: &'static str,
    certainty: &'static str,
    reason: String,
    item: Option<String>,
    page: Option<u32>,
    line: Option<u32>,
    quote: String,
    /// `value`, or what kind of gap it is.
    state: &'static str,
    /// The value's own characters.
    text: &'a str,
    /// For a computed figure: by what, and from which figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    formula: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
}

/// Writes a document's figures as CSV rows, without the header.
///
/// # Errors
/// Where `out` cannot be written.
pub fn csv(reading: &Reading, computed: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out);
    for row in figures(reading, computed) {
        let quote = match (&row.formula, &row.from) {
            (Some(formula), Some(from)) => format!("{formula}: {from}"),
            _ => row.quote,
        };
        writer.write_record([
            row.document,
            row.place,
            &row.period,
            row.topic,
            row.scope,
            row.measure,
            &row.value.map(|value| value.to_string()).unwrap_or_default(),
            row.unit.unwrap_or_default(),
            &row.decimals.map(|decimals| decimals.to_string()).unwrap_or_default(),
            row.hedge.unwrap_or_default(),
            row.origin,
            row.certainty,
            &row.reason,
            &row.item.unwrap_or_default(),
            &row.page.map(|page| page.to_string()).unwrap_or_default(),
            &row.line.map(|line| line.to_string()).unwrap_or_default(),
            &quote,
        ])?;
    }
    writer.flush()
}

/// Writes a document's figures and gaps as JSON, one object a line.
///
/// # Errors
/// Where `out` cannot be written.
pub fn jsonl(reading: &Reading, computed: bool, out: &mut dyn Write) -> io::Result<()> {
    let gaps = reading.extraction.gaps.iter().map(|gap| gap_row(&reading.document, gap));
    for row in figures(reading, computed).chain(gaps) {
        serde_json::to_writer(&mut *out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The rows of a document's figures, in the order in which they stand in it.
fn figures(reading: &Reading, computed: bool) -> impl Iterator<Item = Row<'_>> {
    let wanted = move |figure: &&Figure| computed || matches!(figure.origin, Origin::Stated(_));
    reading.extraction.figures.iter().filter(wanted).map(|figure| figure_row(reading, figure))
}

fn figure_row<'a>(reading: &'a Reading, figure: &'a Figure) -> Row<'a> {
    let document = &reading.document;
    let doubts: Vec<&str> = figure.doubts.iter().map(|doubt| doubt.key()).collect();
    let (formula, from) = match &figure.origin {
        Origin::Computed { from, formula } => (Some(name(*formula)), Some(sources(reading, from))),
        Origin::Stated(_) | Origin::Corrected { .. } | Origin::Added { .. } => (None, None),
    };
    Row {
        value: Some(figure.value),
        unit: Some(figure.unit.key()),
        decimals: Some(figure.decimals),
        hedge: figure.hedge.as_ref().map(|hedge| hedge.word.as_str()),
        origin: figure.origin_key(),
        certainty: if figure.is_certain() { "certain" } else { "uncertain" },
        reason: doubts.join("; "),
        item: figure.item.map(|index| item(reading, index)),
        state: "value",
        formula,
        from,
        ..placed(document, figure.source(), figure.place.as_ref(), figure.period, &figure.scope)
            .with(figure.topic.key(), figure.measure.key())
    }
}

fn gap_row<'a>(document: &'a Document, gap: &'a Gap) -> Row<'a> {
    let row = placed(document, Some(&gap.source), gap.place.as_ref(), gap.period, &gap.scope);
    Row { state: gap.kind.key(), ..row.with(gap.topic.key(), gap.measure.key()) }
}

impl<'a> Row<'a> {
    fn with(self, topic: &'a str, measure: &'a str) -> Self {
        Self { topic, measure, ..self }
    }
}

/// What a row says about whom, when and where it stands.
fn placed<'a>(
    document: &'a Document,
    source: Option<&Source>,
    place: Option<&'a Place>,
    period: Option<Period>,
    scope: &'a str,
) -> Row<'a> {
    Row {
        document: &document.name,
        place: place.map_or("", Place::as_str),
        period: period.map(|period| period.to_string()).unwrap_or_default(),
        topic: "",
        scope,
        measure: "",
        value: None,
        unit: None,
        decimals: None,
        hedge: None,
        origin: "stated",
        certainty: "certain",
        reason: String::new(),
        item: None,
        page: source.and_then(|source| document.page_of(source.value.start)),
        line: source.map(|source| document.line_of(source.value.start)),
        quote: source.map(|source| quote(document, source)).unwrap_or_default(),
        state: "",
        text: source.map_or("", |source| document.slice(source.value)),
        formula: None,
        from: None,
    }
}

/// The whole sentence, or the cell behind its row's and column's heads, on one line.
fn quote(document: &Document, source: &Source) -> String {
    let passage = document.one_line(source.passage);
    let heads: Vec<String> = source.heads.iter().map(|&head: &Span| document.one_line(head)).collect();
    if heads.is_empty() { passage } else { format!("{}: {passage}", heads.join(" · ")) }
}

/// The agenda item's number as printed, else its place in the agenda.
fn item(reading: &Reading, index: u32) -> String {
    let item = reading.extraction.meeting.items.get(index as usize);
    item.and_then(|item| item.number.clone()).unwrap_or_else(|| (index + 1).to_string())
}

/// The figures that another was computed from: measure, value and line of each.
fn sources(reading: &Reading, from: &[u32]) -> String {
    let name = |index: &u32| {
        let figure = reading.extraction.figures.get(*index as usize)?;
        let line = figure.source().map(|source| reading.document.line_of(source.value.start));
        let place = line.map(|line| format!(" (line {line})")).unwrap_or_default();
        Some(format!("{} {}{place}", figure.measure.key(), figure.value))
    };
    from.iter().filter_map(name).collect::<Vec<_>>().join(", ")
}

/// The formula's name in the output.
fn name(formula: Formula) -> &'static str {
    match formula {
        Formula::OfficialRate => "reversed / considered",
        Formula::RateWithDismissed => "reversed / decided",
        Formula::Share => "share",
        Formula::Sum => "sum",
        Formula::Residual => "total minus parts",
        Formula::WeightedMean => "cases / staff",
        Formula::SimpleMean => "mean",
        Formula::DistanceToNation => "distance to the nation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::run;
    use crate::cli::{DONE, Start};
    use crate::model::figure::{Doubt, GapKind, Hedge, HedgeKind, Measure, Topic, Unit};
    use crate::model::finding::Report;
    use crate::model::reading::Extraction;
    use crate::model::source::Format as FileFormat;

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
        Reading { document, extraction, report: Report::default() }
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
