//! What is taken away, from the start of a process to its end: seconds, and the most memory that it held.
//!
//! Each case runs in a process of its own, which is this bench called with the case's name; of the whole program the
//! command line is measured, on 98 invented documents that are written first.

use sidestil::export::table::{self, Figures, Format};
use sidestil::lang::Lang;
use sidestil::model::reading::Reading;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

#[path = "../tests/common/readings.rs"]
#[allow(dead_code)]
mod readings;

/// Runs of each case; the median of the seconds counts, and the most memory of all.
const RUNS: usize = 5;
/// The variable by which a process is told its case.
const CASE: &str = "SIDESTIL_BENCH_CASE";

fn main() {
    if let Ok(case) = std::env::var(CASE) {
        return run(&case);
    }
    let folder = tempfile::tempdir().expect("a folder for the documents");
    let documents = folder.path().join("documents");
    write_documents(&documents);
    let (one, all) = (documents.join("Lejre.txt"), documents.clone());
    let out = |name: &str| folder.path().join(name).into_os_string();
    let program = || Command::new(env!("CARGO_BIN_EXE_sidestil"));
    let chart = |files: &Path, name: &str| {
        let mut command = program();
        command.arg("chart").arg(files).arg("-o").arg(out(name));
        command
    };
    let own = |case: &str| {
        let mut command = Command::new(std::env::current_exe().expect("this bench"));
        command.env(CASE, case);
        command
    };
    measure("sidestil --version: nothing but the start", || {
        let mut command = program();
        command.arg("--version");
        command
    });
    measure("chart of one document, PNG 2400x1350", || chart(&one, "one.png"));
    measure("chart of 98 documents, PNG 2400 wide", || chart(&all, "all.png"));
    measure("chart of 98 documents, SVG", || chart(&all, "all.svg"));
    measure("98 charts and the one of all, PNG, into a folder", || {
        let mut command = chart(&all, "folder");
        command.args(["--each", "--view", "appeals", "--replace"]);
        command
    });
    for case in ["figures alone", "xlsx", "excel csv", "csv", "markdown"] {
        measure(&format!("100,000 figures: {case}"), || own(case));
    }
}

/// Documents of all 98 municipalities, a page each.
fn write_documents(folder: &Path) {
    std::fs::create_dir(folder).expect("a new folder");
    for (n, place) in sidestil::data::municipalities::all().iter().enumerate() {
        let [upheld, changed, remanded, dismissed] = [60 + n * 7 % 200, 5 + n % 30, 10 + n * 3 % 50, 3 + n % 20];
        let (name, all) = (&place.name, upheld + changed + remanded + dismissed);
        let text = format!(
            "Socialudvalget\n14-05-2024\n{name} Kommune\nSag nr. 1\nKlager 2023\nSagsfremstilling\n\
             Ankestyrelsen har i 2023 afgjort {all} klager over {name} Kommune. Af de {all} sager er {upheld} sager \
             stadfæstet, {changed} sager ændret/ophævet, {remanded} sager hjemvist og {dismissed} sager afvist.\n\
             Beslutning\nTaget til efterretning.\n"
        );
        std::fs::write(folder.join(format!("{name}.txt")), text).expect("a document");
    }
}

/// Runs a case and says what it took.
fn measure(told: &str, command: impl Fn() -> Command) {
    let mut seconds = Vec::new();
    let mut most = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        let mut child = command().stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a program to run");
        let peak = watch(&mut child);
        seconds.push(start.elapsed().as_secs_f64());
        most = most.max(peak);
    }
    seconds.sort_by(f64::total_cmp);
    let mut line = String::new();
    // Writing to a string cannot fail.
    let _ = write!(line, "{told}: {:.0} ms", 1000.0 * seconds[RUNS / 2]);
    if most > 0 {
        let _ = write!(line, ", {:.0} MB at most", most as f64 / 1024.0);
    }
    say(&line);
}

/// Waits for a process; the most memory that it was seen to hold, in kB. 0 where the system does not tell.
fn watch(child: &mut std::process::Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("a child").is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok());
        most = most.max(peak.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    most
}

/// A case within this process.
fn run(case: &str) {
    let readings: Vec<Reading> = readings::many(98, 204);
    let numbered = readings::numbered(&readings);
    let format = match case {
        "xlsx" => Format::Xlsx,
        "excel csv" => Format::ExcelCsv,
        "csv" => Format::Csv,
        "markdown" => Format::Markdown,
        _ => return,
    };
    let today = jiff::civil::date(2026, 11, 22);
    let figures = Figures { readings: &numbered, across: &[], chart: None, computed: false, today };
    let bytes = table::table(&figures, format, Lang::Da).expect("a table");
    assert!(bytes.len() > 1_000_000);
}

#[allow(clippy::print_stdout)]
fn say(line: &str) {
    println!("{line}");
}
