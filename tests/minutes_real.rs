//! Real minutes, where they lie beside the project: the facts of `minutes_real.tsv`, item by item, in every format.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use sidestil::extract::minutes::meeting;
use sidestil::model::meeting::{Item, Meeting};
use sidestil::model::source::Format;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with the documents, if it is there.
fn folder() -> Option<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    ["../shared/minutes", "../../shared/minutes"].iter().map(|place| project.join(place)).find(|place| place.is_dir())
}

/// The first letters of the words that begin with a capital letter: names of committees stay out of the project.
fn code(body: &str) -> String {
    body.split(|c: char| !c.is_alphanumeric())
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

fn json_name<T: serde::Serialize>(value: T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

/// An item as the table writes it: number, case, attachments, competence, decisions.
fn facts(item: &Item, with_competence: bool) -> String {
    let decisions: Vec<String> = item
        .decisions
        .iter()
        .map(|d| {
            let date = d.date.map(|date| date.to_string()).unwrap_or_default();
            format!("{}@{} {date}", json_name(d.kind), code(d.body.as_deref().unwrap_or_default()))
        })
        .collect();
    let competence = if with_competence { item.competence.join(",") } else { "-".to_owned() };
    format!(
        "{}\t{}\t{}\t{competence}\t{}",
        item.number.as_deref().unwrap_or("-"),
        item.case.as_deref().unwrap_or("-"),
        item.attachments.len(),
        decisions.join("; ")
    )
}

fn read(path: &Path) -> Option<Meeting> {
    let bytes = fs::read(path).unwrap();
    let document = sidestil::read::read(&bytes, &path.file_name()?.to_string_lossy()).ok()?;
    // A reader that is not there yet takes everything for text.
    let is_text = path.extension().is_some_and(|ending| ending == "txt");
    (is_text || document.format != Format::Text).then(|| meeting(&document))
}

#[test]
fn items_agree_with_the_facts() {
    let Some(folder) = folder() else {
        eprintln!("no real minutes beside the project: skipped");
        return;
    };
    let table = include_str!("minutes_real.tsv");
    let mut wrong = Vec::new();
    for name in ["rodovre-2024-05-14", "lejre-2019-05-08", "hvidovre-2022-09-05"] {
        let expected: Vec<&str> =
            table.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix('\t')).collect();
        let mut files: Vec<PathBuf> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_name().is_some_and(|file| file.to_string_lossy().starts_with(name)))
            .collect();
        files.sort();
        for path in files {
            // What cannot be read yet is not this test's matter; the text always can.
            let Some(meeting) = read(&path) else { continue };
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            let found: Vec<String> =
                meeting.items.iter().map(|item| facts(item, name.starts_with("rodovre"))).collect();
            for (index, line) in expected.iter().enumerate() {
                let actual = found.get(index).map_or("(no item)", String::as_str);
                if actual != *line {
                    wrong.push(format!("{file}:\n  expected {line}\n  found    {actual}"));
                }
            }
            if found.len() != expected.len() {
                wrong.push(format!("{file}: {} items, expected {}", found.len(), expected.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
