//! Real minutes, where they lie beside the project: the quantities of `quantities_real.tsv`, each with its handle, line,
//! value, place and period. At least nine in ten must be extracted so.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use sidestil::model::figure::Figure;
use sidestil::worker::reading::read_bytes;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with the documents, if it is there.
fn folder() -> Option<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["../shared/minutes", "../../shared/minutes"].iter().map(|place| project.join(place)).find(|place| place.is_dir())
}

/// Document, handle, line, value, place, period; `-` is a place or period that the document leaves open.
fn rows() -> Vec<[&'static str; 6]> {
    let table = include_str!("quantities_real.tsv");
    let cells = |line: &'static str| <[&str; 6]>::try_from(line.split('\t').collect::<Vec<_>>()).unwrap();
    table.lines().skip(1).map(cells).collect()
}

fn is(figure: &Figure, line: u32, found: u32, value: f64, place: &str, period: &str) -> bool {
    let said = figure.period.map_or_else(|| "-".to_owned(), |period| period.to_string());
    line == found
        && (figure.value - value).abs() < 1e-6
        && figure.place.as_ref().map_or("-", |place| place.as_str()) == place
        && said == period
}

#[test]
fn nine_in_ten_are_extracted() {
    let Some(folder) = folder() else {
        eprintln!("no real minutes beside the project: skipped");
        return;
    };
    let mut readings = BTreeMap::new();
    let (mut found, mut missing) = (0, Vec::new());
    let all = rows();
    for [document, handle, line, value, place, period] in &all {
        let reading = readings.entry(*document).or_insert_with(|| {
            let name = format!("{document}.txt");
            read_bytes(&fs::read(folder.join(&name)).unwrap(), &name).unwrap()
        });
        let (line, value): (u32, f64) = (line.parse().unwrap(), value.parse().unwrap());
        let hit = reading.extraction.figures.iter().any(|figure| {
            let at = figure.source().map_or(0, |source| reading.document.line_of(source.value.start));
            is(figure, line, at, value, place, period)
        });
        match hit {
            true => found += 1,
            false => missing.push(format!("{handle} line {line}: {value} | {place} | {period}")),
        }
    }
    eprintln!("{found} of {} quantities; missing:\n{}", all.len(), missing.join("\n"));
    assert!(found * 10 >= all.len() * 9, "{found} of {}:\n{}", all.len(), missing.join("\n"));
}
