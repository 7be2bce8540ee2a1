//! `sidestil check`: what the checks found, one finding a row; checks that passed are counted, or listed with `--all`.

use super::{Context, input};
use crate::check::across;
use crate::lang::{Lang, message};
use crate::model::finding::{Finding, Message, Passed, Rule, Severity};
use crate::model::reading::{DocumentId, Reading};
use crate::model::source::Span;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
    pub format: Format,
    /// Checks that pass are listed too, not only counted.
    pub all: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Jsonl,
}

/// The formats by name, the usual one first.
pub const FORMATS: [(&str, Format); 2] = [("text", Format::Text), ("jsonl", Format::Jsonl)];

/// Prints the findings of each file, those between files included.
///
/// # Errors
/// Where the output cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>) -> io::Result<u8> {
    let (readings, status) = input::all(&options.files, context)?;
    let ids = readings.iter().enumerate().map(|(index, reading)| (DocumentId(index as u32), reading));
    let mut between: BTreeMap<DocumentId, Vec<Finding>> = BTreeMap::new();
    for (id, finding) in across(&ids.clone().collect::<Vec<_>>()) {
        between.entry(id).or_default().push(finding);
    }
    for (id, reading) in ids {
        let others = between.remove(&id).unwrap_or_default();
        let mut findings: Vec<&Finding> = reading.report.findings.iter().chain(&others).collect();
        findings.sort_by_key(|finding| finding.span);
        let lang = context.lang;
        for finding in &findings {
            print(&row(reading, finding, lang), options.format, context)?;
        }
        if options.all {
            for passed in &reading.report.passed {
                print(&passed_row(reading, passed, lang), options.format, context)?;
            }
        }
        if options.format == Format::Text {
            let counts = [("findings", findings.len()), ("passed", reading.report.passed.len())];
            let values: Vec<_> = counts.iter().map(|(name, n)| (*name, (*n as u32).into())).collect();
            writeln!(context.out, "{}: {}\n", reading.document.name, lang.text_with("check-summary", &values))?;
        }
    }
    Ok(status)
}

/// What `jsonl` prints for one finding or passed check.
#[derive(Serialize)]
struct Row<'a> {
    document: &'a str,
    /// Counted from 1 in the text that was read; for a format without lines of its own the same.
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    rule: Rule,
    /// `None` for a check that passed.
    severity: Option<Severity>,
    /// What the document says, in its own words or numbers.
    stated: String,
    /// What the numbers give, with a decimal point.
    recomputed: String,
    /// The finding in the language asked for.
    message: String,
    /// The passage on one line.
    sentence: String,
    key: &'a str,
    values: BTreeMap<&'a str, &'a str>,
    related: Vec<u32>,
}

fn row<'a>(reading: &'a Reading, finding: &'a Finding, lang: Lang) -> Row<'a> {
    Row {
        severity: Some(finding.severity),
        stated: finding.stated.clone(),
        recomputed: finding.recomputed.clone(),
        related: finding.related.iter().map(|span| reading.document.line_of(span.start)).collect(),
        ..base(reading, finding.rule, finding.span, &finding.message, lang)
    }
}

fn passed_row<'a>(reading: &'a Reading, passed: &'a Passed, lang: Lang) -> Row<'a> {
    Row {
        stated: reading.document.one_line(passed.span),
        ..base(reading, passed.rule, passed.span, &passed.message, lang)
    }
}

fn base<'a>(reading: &'a Reading, rule: Rule, span: Span, message: &'a Message, lang: Lang) -> Row<'a> {
    Row {
        document: &reading.document.name,
        line: reading.document.line_of(span.start),
        page: reading.document.page_of(span.start),
        rule,
        severity: None,
        stated: String::new(),
        recomputed: String::new(),
        message: message::sentence(message, lang),
        sentence: reading.document.one_line(span),
        key: message.key,
        values: message.values.iter().map(|(name, value)| (*name, value.as_str())).collect(),
        related: Vec::new(),
    }
}

fn print(row: &Row<'_>, format: Format, context: &mut Context<'_>) -> io::Result<()> {
    if format == Format::Jsonl {
        serde_json::to_writer(&mut *context.out, row)?;
        return writeln!(context.out);
    }
    text(row, context.lang, context.out)
}

/// For people: where, what is said, what the numbers give, the sentence.
fn text(row: &Row<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let severity = row.severity.map_or_else(|| lang.text("check-ok"), |severity| format!("{severity:?}"));
    writeln!(out, "{}:{}: {:?} {severity}: {}", row.document, row.line, row.rule, row.message)?;
    if row.severity.is_none() {
        return Ok(());
    }
    // A claim is its own sentence: it need not be printed twice.
    if !row.stated.is_empty() && row.stated != row.sentence {
        writeln!(out, "    {}: {}", lang.text("check-stated"), row.stated)?;
    }
    if !row.recomputed.is_empty() {
        let recomputed = message::numbers(&row.recomputed, lang);
        writeln!(out, "    {}: {recomputed}", lang.text(message::beside_key(row.rule)))?;
    }
    writeln!(out, "    »{}«", row.sentence)
}

#[cfg(test)]
mod tests {
    use crate::cli::tests::run;
    use crate::cli::{DONE, Start};

    const MINUTES: &str = "Antallet er faldet fra 400 til 300 personer. Dette er et fald på 20 %.\n";

    #[test]
    fn findings_are_printed_for_people_and_for_programs() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, MINUTES).unwrap();
        let path = path.to_string_lossy().into_owned();
        let (started, text, err) = run(&["check", &path]);
        assert_eq!((started, err.as_str()), (Start::Done(DONE), ""));
        assert!(text.starts_with("a.txt:1: R1 A: Fra 400 til 300 er en ændring på −25,0 pct."), "{text}");
        assert!(
            text.contains("»Dette er et fald på 20 %.«") && text.contains("−25,0 pct.") || text.contains("-25,0 pct.")
        );
        let (_, json, _) = run(&["check", &path, "--format", "jsonl", "--lang", "en"]);
        let row: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
        assert_eq!(
            (row["line"].as_u64(), row["rule"].as_str(), row["severity"].as_str()),
            (Some(1), Some("R1"), Some("A"))
        );
        assert_eq!((row["stated"].as_str(), row["recomputed"].as_str()), (Some("20 %"), Some("-25.0 %")));
        assert_eq!(json.lines().count(), 1);
    }

    #[test]
    fn passed_checks_are_counted_and_listed_on_wish() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, MINUTES.replace("20 %", "25 %")).unwrap();
        let path = path.to_string_lossy().into_owned();
        let (_, short, _) = run(&["check", &path]);
        assert_eq!(short.lines().filter(|line| line.contains(" R1 ")).count(), 0, "{short}");
        assert!(short.contains("2 kontroller"), "{short}");
        let (_, all, _) = run(&["check", &path, "--all"]);
        assert_eq!(all.lines().filter(|line| line.contains(" R1 ")).count(), 1, "{all}");
    }
}
