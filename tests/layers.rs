//! Holds the direction of imports: layers use only what lies below them, and only the outer ones know the window.
//!
//! `ARCHITECTURE.md` draws the same table; a layer that is missing there, or here, fails. Within a folder, files import
//! one way.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer (a file or folder of `src`) with the layers that it may use. `app` and the binary may use everything.
const LAYERS: [(&str, &[&str]); 17] = [
    ("hands", &[]),
    ("model", &[]),
    ("text", &["model"]),
    ("data", &["model", "text"]),
    ("lang", &["model", "data"]),
    ("stats", &["model"]),
    ("read", &["hands", "model", "text"]),
    ("extract", &["hands", "model", "text", "data"]),
    ("check", &["hands", "model", "text", "data", "stats"]),
    ("chart", &["model", "text", "data", "lang", "stats"]),
    ("project", &["model", "lang"]),
    ("export", &["model", "chart", "lang", "stats"]),
    ("find", &["model", "text", "data", "lang"]),
    ("command", &["model", "chart", "read", "project", "export", "lang", "find"]),
    (
        "worker",
        &["hands", "model", "text", "read", "extract", "check", "chart", "project", "export", "find", "command"],
    ),
    ("state", &["model", "chart", "command", "data", "lang", "stats", "project", "read", "export", "find"]),
    ("ui", &["model", "chart", "command", "data", "lang", "stats", "state", "export", "find", "project"]),
];

/// The command line stands beside the window: all below `ui`, without the window's state.
const CLI: &[&str] = &[
    "hands", "model", "text", "data", "lang", "stats", "read", "extract", "check", "chart", "project", "export",
    "worker", "command",
];

/// Crates that only some layers may name: they draw or open windows.
const WINDOW_CRATES: [(&str, &[&str]); 5] = [
    ("egui", &["ui", "app"]),
    ("egui_extras", &["ui", "app"]),
    ("egui_plot", &["ui", "app"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
];

/// All layers' names, `app` and `cli` included.
fn names() -> Vec<&'static str> {
    LAYERS.iter().map(|(name, _)| *name).chain(["cli", "app"]).collect()
}

fn may_use(layer: &str, used: &str) -> bool {
    let allowed = match layer {
        "app" | "main" => return true,
        "cli" => CLI,
        _ => LAYERS.iter().find(|(name, _)| *name == layer).map_or(&[][..], |(_, allowed)| allowed),
    };
    layer == used || allowed.contains(&used)
}

fn source_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut entries: Vec<PathBuf> = entries.collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            source_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The layer of a file below `src`: its first folder, or its own name.
fn layer_of(path: &Path) -> String {
    let below = path.strip_prefix(src()).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The names that follow `crate::` on a line, also those of a group (`crate::{read, model::figure}`).
fn used_layers<'a>(line: &'a str, root: &str) -> Vec<&'a str> {
    let word = |text: &'a str| text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let mut used = Vec::new();
    for (at, _) in line.match_indices(root) {
        let rest = &line[at + root.len()..];
        match rest.strip_prefix('{') {
            Some(group) => used.extend(group.split([',', '}']).map(|part| word(part.trim()))),
            None => used.push(word(rest)),
        }
    }
    used
}

/// Whether a line names a crate as the start of a path: `egui::`, `use egui;`.
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + name.len()..];
        let starts = before.is_none_or(|c| !c.is_alphanumeric() && !['_', ':', '.', '"'].contains(&c));
        starts && (after.starts_with("::") || (line.trim_start().starts_with("use ") && after.starts_with(';')))
    })
}

/// The lines of a file that code stands on, counted from 1, and whether each belongs to the file's tests.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str, bool)> {
    let tests_from = text.lines().position(|line| line.trim() == "#[cfg(test)]").unwrap_or(usize::MAX);
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines.map(move |(at, line)| (at + 1, line, at >= tests_from))
}

#[test]
fn imports_point_downward() {
    let mut files = Vec::new();
    source_files(&src(), &mut files);
    assert!(files.len() > 20, "the sources were not found");
    let mut faults = Vec::new();
    for path in &files {
        let layer = layer_of(path);
        if layer == "lib" {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        for (number, line, in_tests) in code_lines(&text) {
            let shown = format!("{}:{number}: {}", path.strip_prefix(src()).unwrap().display(), line.trim());
            let mut used = used_layers(line, "crate::").into_iter().filter(|used| names().contains(used));
            // A test may put layers together: reading a text, say, and extracting from what was read.
            if let Some(used) = used.find(|used| !in_tests && !may_use(&layer, used)) {
                faults.push(format!("{shown}\n    {layer} must not use {used}"));
            }
            for (name, holders) in WINDOW_CRATES {
                if names_crate(line, name) && !holders.contains(&layer.as_str()) && layer != "main" {
                    faults.push(format!("{shown}\n    {name} belongs to {}", holders.join(" and ")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "imports that point the wrong way:\n{}", faults.join("\n"));
}

/// The files beside a file that its code names: `super::rate`, `crate::chart::{rate, words}`.
fn beside<'n>(path: &Path, names: &BTreeSet<&'n str>) -> BTreeSet<&'n str> {
    let below = path.parent().unwrap().strip_prefix(src()).unwrap();
    let folders = below.iter().map(|folder| format!("{}::", folder.to_string_lossy()));
    let root = format!("crate::{}", folders.collect::<String>());
    let text = fs::read_to_string(path).unwrap();
    let code = code_lines(&text).take_while(|(_, _, in_tests)| !in_tests).map(|(_, line, _)| line.trim());
    // What stands beside the parent is not beside the file.
    let code = code.collect::<Vec<_>>().join(" ").replace("super::super::", "");
    let named = |statement| [used_layers(statement, &root), used_layers(statement, "super::")].concat();
    code.split(';').flat_map(named).filter_map(|word| names.get(word).copied()).collect()
}

/// What is left of files and what they use, when nothing is left that uses none of the others or that none uses.
fn circles<'n>(mut uses: BTreeMap<&'n str, BTreeSet<&'n str>>) -> Vec<&'n str> {
    loop {
        let used: BTreeSet<&str> = uses.values().flatten().copied().collect();
        let before = uses.len();
        uses.retain(|name, _| used.contains(name));
        let left: BTreeSet<&str> = uses.keys().copied().collect();
        uses.values_mut().for_each(|used| used.retain(|name| left.contains(name)));
        uses.retain(|_, used| !used.is_empty());
        if uses.len() == before {
            return uses.into_keys().collect();
        }
    }
}

#[test]
fn files_of_a_folder_import_one_way() {
    let mut files = Vec::new();
    source_files(&src(), &mut files);
    let mut folders: BTreeMap<&Path, BTreeMap<&str, &Path>> = BTreeMap::new();
    for path in files.iter().filter(|path| !path.ends_with("mod.rs")) {
        let name = path.file_stem().unwrap().to_str().unwrap();
        folders.entry(path.parent().unwrap()).or_default().insert(name, path);
    }
    let mut faults = Vec::new();
    for (folder, files) in &folders {
        let names: BTreeSet<&str> = files.keys().copied().collect();
        let uses = files.iter().map(|(name, path)| {
            let mut used = beside(path, &names);
            used.remove(name);
            (*name, used)
        });
        let circle = circles(uses.collect());
        if !circle.is_empty() {
            faults.push(format!("{}: {}", folder.strip_prefix(src()).unwrap().display(), circle.join(", ")));
        }
    }
    assert!(faults.is_empty(), "files that import each other:\n{}", faults.join("\n"));
}

#[test]
fn circles_are_seen() {
    let uses = |pairs: &[(&'static str, &[&'static str])]| {
        pairs.iter().map(|(name, used)| (*name, used.iter().copied().collect())).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(circles(uses(&[("a", &["b"]), ("b", &["c"]), ("c", &[])])), Vec::<&str>::new());
    assert_eq!(circles(uses(&[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[])])), ["b", "c"]);
    let names = BTreeSet::from(["rate", "select", "words"]);
    assert_eq!(beside(&src().join("chart/rate.rs"), &names), BTreeSet::from(["select", "words"]));
}

#[test]
fn every_layer_is_known_and_drawn() {
    let mut files = Vec::new();
    source_files(&src(), &mut files);
    let drawn = fs::read_to_string(src().with_file_name("ARCHITECTURE.md")).unwrap();
    for path in &files {
        let layer = layer_of(path);
        if layer == "lib" || layer == "main" {
            continue;
        }
        assert!(names().contains(&layer.as_str()), "{layer} is missing in the table of tests/layers.rs");
        assert!(drawn.contains(&format!("`{layer}`")), "{layer} is missing in ARCHITECTURE.md");
    }
}

#[test]
fn the_table_has_no_cycle() {
    for (at, (layer, allowed)) in LAYERS.iter().enumerate() {
        for used in *allowed {
            let below = LAYERS[..at].iter().any(|(name, _)| name == used);
            assert!(below, "{layer} may use {used}, which stands above it");
        }
    }
}

#[test]
fn the_binary_is_thin() {
    let lines = fs::read_to_string(src().join("main.rs")).unwrap().lines().count();
    assert!(lines < 60, "src/main.rs has {lines} lines");
}

#[test]
fn faults_are_seen() {
    assert_eq!(used_layers("use crate::ui::theme;", "crate::"), ["ui"]);
    assert_eq!(used_layers("use crate::{read, model::figure};", "crate::"), ["read", "model", ""]);
    assert_eq!(used_layers("    crate::app::run(crate::lang::Lang::Da)", "crate::"), ["app", "lang"]);
    assert!(!may_use("extract", "read") && !may_use("model", "data") && !may_use("cli", "state"));
    assert!(may_use("extract", "model") && may_use("app", "ui") && may_use("ui", "ui"));
    assert!(names_crate("    let a = egui::Color32::RED;", "egui"));
    assert!(names_crate("use egui;", "egui") && names_crate("fn f(ui: &mut egui::Ui)", "egui"));
    assert!(!names_crate("egui_plot::Plot::new()", "egui") && !names_crate("let text = \"egui::Ui\";", "egui"));
}
