//! Whole processes on PDF files: `sidestil extract` beside `pdftotext -layout`, run by turns; then 200 of them in one
//! call, on all cores and (with `taskset`) on one.
//!
//! The environment variable `SIDESTIL_PDFS` names a folder of PDF files; `SIDESTIL_PROGRAM` another program than the one
//! built with this bench. Without the folder there is nothing to measure, without pdftotext nothing to compare with.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Runs of each program on each file; the median counts.
const RUNS: usize = 9;
/// Files of the call with many, and its runs.
const MANY: usize = 200;
const RUNS_OF_MANY: usize = 3;

fn main() {
    let Some(folder) = std::env::var_os("SIDESTIL_PDFS") else {
        return say("SIDESTIL_PDFS names no folder of PDF files: nothing measured.");
    };
    let program = std::env::var_os("SIDESTIL_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_sidestil").into());
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new("pdf")))
        .collect();
    files.sort();
    for file in &files {
        let own = || time(Command::new(&program).arg("extract").arg(file));
        let other = || time(Command::new("pdftotext").arg("-layout").arg(file).arg("-"));
        let runs: Vec<(Option<f64>, Option<f64>)> = (0..RUNS).map(|_| (own(), other())).collect();
        let own = median(runs.iter().filter_map(|(own, _)| *own).collect());
        let other = median(runs.iter().filter_map(|(_, other)| *other).collect());
        say(&line(file, own, other));
    }
    match many(&program, &files) {
        Ok(line) => say(&line),
        Err(error) => say(&format!("{MANY} files: {error}")),
    }
}

/// The call with many files: copies, for a file that is named twice is read once.
fn many(program: &OsStr, files: &[PathBuf]) -> std::io::Result<String> {
    let folder = tempfile::tempdir()?;
    for (number, file) in files.iter().cycle().take(MANY).enumerate() {
        std::fs::copy(file, folder.path().join(format!("{number:03}.pdf")))?;
    }
    let all = || time(Command::new(program).arg("extract").arg(folder.path()));
    let one = || time(Command::new("taskset").args(["-c", "0"]).arg(program).arg("extract").arg(folder.path()));
    let runs: Vec<(Option<f64>, Option<f64>)> = (0..RUNS_OF_MANY).map(|_| (all(), one())).collect();
    let all = median(runs.iter().filter_map(|(all, _)| *all).collect());
    let one = median(runs.iter().filter_map(|(_, one)| *one).collect());
    let shown = |seconds: Option<f64>| seconds.map_or("–".to_owned(), |s| format!("{s:.2} s"));
    let gain = all.zip(one).map_or(String::new(), |(all, one)| format!("  {:.2} times as fast", one / all));
    Ok(format!("{MANY} files: all cores {}  one core {}{gain}", shown(all), shown(one)))
}

fn line(file: &Path, own: Option<f64>, other: Option<f64>) -> String {
    let shown = |seconds: Option<f64>| seconds.map_or("–".to_owned(), |s| format!("{:.1} ms", 1000.0 * s));
    let ratio = own.zip(other).map_or(String::new(), |(own, other)| format!("  {:.2} of it", own / other));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    format!("{name}: sidestil {}  pdftotext {}{ratio}", shown(own), shown(other))
}

/// The seconds that a program took; `None` where it cannot be run or fails.
fn time(command: &mut Command) -> Option<f64> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then(|| start.elapsed().as_secs_f64())
}

fn median(mut seconds: Vec<f64>) -> Option<f64> {
    seconds.sort_by(f64::total_cmp);
    seconds.get(seconds.len() / 2).copied()
}

#[allow(clippy::print_stdout)]
fn say(line: &str) {
    println!("{line}");
}
