//! House rules as tests: headers, lengths, trailing blanks, dead code, and what must not be committed.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// The most lines of a source file before its tests begin.
const LONGEST: usize = 400;

/// Folders without sources of the project.
const SKIPPED: [&str; 3] = [".git", "target", "snapshots"];

/// Endings of the files whose text is held to the rules.
const TEXTS: [&str; 11] = ["rs", "toml", "md", "ftl", "ron", "yml", "tsv", "txt", "desktop", "svg", "lock"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                files(&path, found);
            }
        } else if ending(&path).is_some_and(|ending| TEXTS.contains(&ending)) || path.parent().is_some_and(is_ci) {
            found.push(path);
        }
    }
}

fn ending(path: &Path) -> Option<&str> {
    path.extension().and_then(|ending| ending.to_str())
}

fn is_ci(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == ".ci")
}

/// Calls `rule` with every text file's name (below the package), ending and text; it returns its complaints.
fn each(rule: impl Fn(&str, &str, &str) -> Vec<String>) {
    let mut found = Vec::new();
    files(root(), &mut found);
    assert!(found.len() > 30, "the package's files were not found");
    let mut complaints = Vec::new();
    for path in found {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        // Some test documents are in other encodings on purpose; rules of wording have nothing to say about them.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        complaints.extend(rule(&name, ending(&path).unwrap_or_default(), &text));
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The complaints about single lines, each with its file and number.
fn lines(name: &str, text: &str, fault: impl Fn(&str) -> Option<&'static str>) -> Vec<String> {
    let complain = |at: usize, line: &str| fault(line).map(|why| format!("{name}:{}: {why}: {}", at + 1, line.trim()));
    text.lines().enumerate().filter_map(|(at, line)| complain(at, line)).collect()
}

/// Documents to be read: they are as municipalities write them, not as we do.
fn is_document(name: &str) -> bool {
    name.starts_with("tests/corpus/") || name.starts_with("assets/samples/")
}

#[test]
fn every_source_says_what_it_is_for() {
    each(|name, ending, text| {
        let lacks = ending == "rs" && !text.starts_with("//! ");
        let complaint = || format!("{name}: the first line must be a `//!` that says what the file is for");
        lacks.then(complaint).into_iter().collect()
    });
}

#[test]
fn no_source_grows_without_limit() {
    each(|name, ending, text| {
        let length = text.lines().take_while(|line| line.trim() != "#[cfg(test)]").count();
        let too_long = ending == "rs" && name.starts_with("src/") && length > LONGEST;
        too_long.then(|| format!("{name}: {length} lines before its tests, {LONGEST} at most")).into_iter().collect()
    });
}

#[test]
fn no_line_ends_in_blanks() {
    each(|name, ending, text| {
        if is_document(name) || ending == "lock" {
            return Vec::new();
        }
        lines(name, text, |line| (line.trim_end() != line).then_some("trailing blank"))
    });
}

/// A comment that is code: it ends as a statement does, or begins as one.
fn is_dead_code(line: &str) -> bool {
    let Some(comment) = line.trim_start().strip_prefix("//") else { return false };
    if comment.starts_with(['/', '!']) {
        return false;
    }
    let comment = comment.trim();
    let begins = ["let ", "use ", "fn ", "pub ", "if let ", "match ", "return ", "impl ", "#["];
    let statement = begins.iter().any(|word| comment.starts_with(word)) && !comment.ends_with(['.', ',', ':']);
    comment.ends_with([';', '{']) || comment == "}" || statement
}

#[test]
fn no_code_is_commented_out() {
    each(|name, ending, text| {
        if ending != "rs" {
            return Vec::new();
        }
        lines(name, text, |line| is_dead_code(line).then_some("code in a comment"))
    });
    assert!(is_dead_code("    // let a = 1;") && is_dead_code("// use crate::x::y") && is_dead_code("// }"));
    assert!(!is_dead_code("// Why: sums prove it.") && !is_dead_code("/// let a = 1;"));
}

#[test]
fn what_is_to_do_has_an_owner() {
    let mark = concat!("TO", "DO");
    each(|name, ending, text| {
        if ending != "rs" {
            return Vec::new();
        }
        lines(name, text, |line| {
            let open = line.match_indices(mark).any(|(at, _)| !line[at + mark.len()..].starts_with('('));
            let other = [concat!("FIX", "ME"), concat!("XX", "X")].iter().any(|word| line.contains(word));
            (open || other).then_some("write the owner in parentheses")
        })
    });
}

#[test]
fn nothing_names_a_machine_or_its_tools() {
    // Written in halves, so that this file may be read too.
    let paths =
        [["/ho", "me/"], ["/ro", "ot/"], ["/tm", "p/"], ["/Us", "ers/"], ["/wo", "rk/"]].map(|half| half.concat());
    let words = [["sess", "ion"], ["ag", "ent"], ["subag", "ent"], ["co-authored", "-by"]].map(|half| half.concat());
    let registry = ["registry+https://github.com/rust-lang/", "crates.io-index"].concat();
    each(|name, ending, text| {
        if ending == "lock" {
            return lines(name, text, |line| {
                let foreign = line.starts_with("source = ") && !line.contains(&registry);
                foreign.then_some("a crate from somewhere else than the public registry")
            });
        }
        lines(name, text, |line| {
            if paths.iter().any(|path| line.contains(path.as_str())) {
                return Some("a path of one machine");
            }
            let lower = line.to_lowercase();
            let mut parts = lower.split(|c: char| !c.is_alphanumeric() && c != '-');
            let said = parts.any(|part| words.iter().any(|word| part == word || part.strip_suffix('s') == Some(word)));
            (said && !is_document(name)).then_some("a word about how the project is made")
        })
    });
}
