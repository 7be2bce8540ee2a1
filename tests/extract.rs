//! Reads the corpus of invented minutes (and the samples) and compares what is found with what is expected.
//!
//! `tests/corpus/NAME.txt` or `.html` (or the sample of that name) stands beside `NAME.tsv`: place, period, topic, scope,
//! measure, value, unit, optional. The comparison is strict: nothing missing, nothing wrong, nothing unexpected.
//! Of topics beside appeals and caseloads only those are compared that the expectations name; in `indicators-*` all.
//! Uncertain figures count as not found. With `CORPUS=pending` the documents of `tests/corpus/pending`, which the rules
//! do not yet master, are compared instead; with `CORPUS=NAME` a single one.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use sidestil::model::figure::{Figure, Origin};
use sidestil::model::reading::Reading;
use sidestil::worker::reading::read_bytes;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Place, period, topic, scope and measure: what a value is the value of.
type Key = [String; 5];

struct Expected {
    value: f64,
    unit: String,
    optional: bool,
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// Small letters, blanks folded: what differs only in these is the same.
fn norm(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split_whitespace().filter(|word| *word != "kommune" && *word != "kommunes").collect::<Vec<_>>().join(" ")
}

fn expectations(path: &Path) -> BTreeMap<Key, Vec<Expected>> {
    let text = fs::read_to_string(path).unwrap();
    let mut all: BTreeMap<Key, Vec<Expected>> = BTreeMap::new();
    for (at, line) in text.lines().enumerate().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let place = format!("{}:{}", path.display(), at + 1);
        assert!(cells.len() >= 7, "{place}: seven columns are needed");
        let value = cells[5].parse().unwrap_or_else(|_| panic!("{place}: {:?} is no number", cells[5]));
        let optional = cells.get(7).is_some_and(|cell| !cell.is_empty());
        let key: Key = std::array::from_fn(|column| norm(cells[column]));
        all.entry(key).or_default().push(Expected { value, unit: cells[6].to_owned(), optional });
    }
    all
}

fn key_of(figure: &Figure) -> Key {
    let place = figure.place.as_ref().map_or("", |place| place.as_str());
    let period = figure.period.map(|period| period.to_string()).unwrap_or_default();
    [place, &period, figure.topic.key(), &figure.scope, figure.measure.key()].map(norm)
}

/// What is amiss with one document; empty where nothing is.
fn compare(reading: &Reading, expected: &BTreeMap<Key, Vec<Expected>>, all_topics: bool) -> String {
    let mut report = String::new();
    let mut topics: BTreeSet<String> = expected.keys().map(|key| key[2].clone()).collect();
    topics.extend(["appeals".to_owned(), "caseload".to_owned()]);
    let mut actual: BTreeMap<Key, Vec<&Figure>> = BTreeMap::new();
    for figure in &reading.extraction.figures {
        let stated = matches!(figure.origin, Origin::Stated(_));
        if stated && figure.is_certain() && (all_topics || topics.contains(figure.topic.key())) {
            actual.entry(key_of(figure)).or_default().push(figure);
        }
    }
    let mut say = |kind: &str, key: &Key, value: f64, figure: Option<&Figure>| {
        let quote = figure.and_then(Figure::source).map(|source| reading.document.one_line(source.passage));
        let doubts = reading.extraction.figures.iter().find(|f| key_of(f) == *key && !f.is_certain());
        let doubt = doubts.map(|f| format!(" (uncertain: {:?})", f.doubts)).unwrap_or_default();
        let _ = writeln!(report, "  {kind:10} {} = {value}{doubt} {}", key.join(" | "), quote.unwrap_or_default());
    };
    let same = |a: f64, b: f64| (a - b).abs() < 1e-6;
    for (key, wanted) in expected {
        let found = actual.remove(key).unwrap_or_default();
        for one in wanted.iter().filter(|one| !one.optional) {
            if !found.iter().any(|figure| same(figure.value, one.value)) {
                say("missing", key, one.value, None);
            }
        }
        for figure in found {
            match wanted.iter().find(|one| same(one.value, figure.value)) {
                None => say("wrong", key, figure.value, Some(figure)),
                Some(one) if one.unit != figure.unit.key() => say("unit", key, figure.value, Some(figure)),
                Some(_) => {}
            }
        }
    }
    for (key, figures) in &actual {
        for figure in figures {
            say("unexpected", key, figure.value, Some(figure));
        }
    }
    report
}

/// The documents that a folder of expectations names, by name.
fn cases(folder: &Path) -> Vec<(String, PathBuf, PathBuf)> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let mut cases: Vec<(String, PathBuf, PathBuf)> = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return cases };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.extension().is_none_or(|ending| ending != "tsv") {
            continue;
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let beside = ["txt", "html"].map(|ending| path.with_extension(ending)).into_iter().find(|path| path.exists());
        let text = beside.unwrap_or_else(|| samples.join(format!("{name}.txt")));
        cases.push((name, text, path));
    }
    cases.sort();
    cases
}

#[test]
fn the_corpus_is_read_as_expected() {
    let wanted = std::env::var("CORPUS").unwrap_or_default();
    let mut all = if wanted == "pending" { vec![] } else { cases(&corpus()) };
    if !wanted.is_empty() {
        all.extend(cases(&corpus().join("pending")));
    }
    if !wanted.is_empty() && wanted != "pending" {
        all.retain(|(name, ..)| *name == wanted);
        assert!(!all.is_empty(), "no document is called {wanted}");
    }
    let (mut report, mut passed) = (String::new(), 0);
    for (name, text, tsv) in &all {
        let bytes = fs::read(text).unwrap_or_else(|error| panic!("{}: {error}", text.display()));
        let said = match read_bytes(&bytes, &format!("{name}.txt")) {
            Ok(reading) => compare(&reading, &expectations(tsv), name.starts_with("indicators-")),
            Err(error) => format!("  unread     {error}\n"),
        };
        match said.is_empty() {
            true => passed += 1,
            false => report += &format!("{name}\n{said}"),
        }
    }
    assert!(report.is_empty(), "\n{report}\n{passed} of {} documents are as expected", all.len());
}

#[test]
fn every_text_has_its_expectations() {
    for folder in [corpus(), corpus().join("pending")] {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let other = match path.extension().and_then(|ending| ending.to_str()) {
                Some("txt") => path.with_extension("tsv"),
                _ => continue,
            };
            assert!(other.exists(), "{} is missing", other.display());
        }
    }
    let known: BTreeSet<String> =
        [corpus(), corpus().join("pending")].iter().flat_map(|folder| cases(folder)).map(|(name, ..)| name).collect();
    for (name, _) in sidestil::data::samples::ALL {
        assert!(known.contains(name.trim_end_matches(".txt")), "{name} has no expectations");
    }
}

/// A table may say once that its amounts are in thousands or millions.
fn in_thousands(figure: &Figure, value: f64) -> bool {
    figure.unit.key() == "DKK" && [1e3, 1e6].iter().any(|scale| (value * scale - figure.value.abs()).abs() < 1e-3)
}

/// Every value's characters parse back to the value, and every quotation holds them.
#[test]
fn figures_stand_where_they_say() {
    let all = cases(&corpus()).into_iter().chain(cases(&corpus().join("pending")));
    for (name, text, _) in all {
        let Ok(reading) = read_bytes(&fs::read(text).unwrap(), &name) else { continue };
        for figure in &reading.extraction.figures {
            let Some(source) = figure.source() else { continue };
            let shown = reading.document.slice(source.value);
            assert!(!shown.is_empty() && source.passage.contains(source.value), "{name}: {figure:?}");
            let digits: String = shown.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
            // "15,5 mio." is the number; a fall is printed without its sign.
            let scale = [("mio", 1e6), ("mia", 1e9), ("million", 1e6), ("milliard", 1e9)];
            let scale = scale.iter().find(|(word, _)| shown.contains(word)).map_or(1.0, |(_, scale)| *scale);
            let half = if shown.contains('½') { 0.5 } else { 0.0 };
            if let Ok(value) = digits.replace(',', ".").parse::<f64>() {
                let value = value * scale + half;
                assert!(
                    (value - figure.value.abs()).abs() < 1e-6 * scale || in_thousands(figure, value),
                    "{name}: {shown:?} read as {}",
                    figure.value
                );
            }
        }
    }
}
