//! Tables that people take away: each format is read back, and says what the minutes say.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use sidestil::model::reading::Reading;
use sidestil::worker::reading::read_bytes;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TEXT: &str = "Referat fra Socialudvalget, Furesø Kommune\nDato: 14. maj 2024\n\nPunkt 1: Klager\n\n\
    Ankestyrelsen har i 2021 afgjort 1.286 sager fra Furesø Kommune. Heraf blev 870 stadfæstet, 313 hjemvist og 103 \
    ændret. I 2020 var omgørelsesprocenten 31,5 procent.\n";

struct Desk {
    folder: tempfile::TempDir,
    minutes: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let minutes = folder.path().join("møde; \"maj\".txt");
        std::fs::write(&minutes, TEXT).unwrap();
        Self { folder, minutes }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn export(&self, name: &str, options: &[&str]) -> PathBuf {
        let path = self.at(name);
        let output = self.run(&path, options);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        path
    }

    fn run(&self, path: &Path, options: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sidestil"));
        command.arg("export").arg(&self.minutes).arg("-o").arg(path).args(options).output().unwrap()
    }

    fn reading(&self) -> Reading {
        read_bytes(&std::fs::read(&self.minutes).unwrap(), "møde; \"maj\".txt").unwrap()
    }

    /// What each row must say: measure's value, line, quote.
    fn wanted(&self) -> Vec<(f64, u32, String)> {
        let reading = self.reading();
        let document = &reading.document;
        let figures = reading.extraction.figures.iter().map(|figure| {
            let source = figure.source().unwrap();
            (figure.value, document.line_of(source.value.start), document.one_line(source.passage))
        });
        let figures: Vec<_> = figures.collect();
        assert!(figures.len() >= 5, "{figures:?}");
        figures
    }
}

#[test]
fn csv_for_programs_is_what_extract_prints() {
    let desk = Desk::new();
    let written = std::fs::read(desk.export("tal.csv", &[])).unwrap();
    let printed = Command::new(env!("CARGO_BIN_EXE_sidestil")).arg("extract").arg(&desk.minutes).output().unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), String::from_utf8(printed.stdout).unwrap());
}

#[test]
fn csv_for_a_danish_excel_reads_back() {
    let desk = Desk::new();
    let written = std::fs::read(desk.export("tal.csv", &["--format", "excel"])).unwrap();
    let text = written.strip_prefix(b"\xef\xbb\xbf").expect("the mark that tells Excel of UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text);
    let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let (value, line, quote, document) = (at("Værdi"), at("Linje"), at("Citat"), at("Dokument"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let read: Vec<_> = rows
        .iter()
        .map(|row| (row[value].replace(',', ".").parse().unwrap(), row[line].parse().unwrap(), row[quote].to_owned()))
        .collect();
    assert_eq!(read, desk.wanted());
    assert!(rows.iter().all(|row| &row[document] == "møde; \"maj\".txt"));
    assert!(rows.iter().any(|row| &row[value] == "31,5") && rows.iter().any(|row| &row[value] == "1286"));
}

#[test]
fn a_workbook_reads_back_with_numbers_as_numbers() {
    let desk = Desk::new();
    let mut book: Xlsx<_> = open_workbook(desk.export("tal.xlsx", &["--computed"])).unwrap();
    assert_eq!(book.sheet_names(), ["Tal", "Bemærkninger", "Kilder"]);
    let sheet = book.worksheet_range("Tal").unwrap();
    let mut rows = sheet.rows();
    let head: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let (value, line, quote, origin) = (at("Værdi"), at("Linje"), at("Citat"), at("Oprindelse"));
    let number = |cell: &Data| match cell {
        Data::Float(number) => *number,
        Data::Int(number) => *number as f64,
        other => panic!("{other:?} is no number"),
    };
    let rows: Vec<&[Data]> = rows.collect();
    let (stated, computed): (Vec<&&[Data]>, Vec<_>) = rows.iter().partition(|row| row[origin] == "trykt");
    let read: Vec<_> =
        stated.iter().map(|row| (number(&row[value]), number(&row[line]) as u32, row[quote].to_string())).collect();
    assert_eq!(read, desk.wanted());
    // 416 of 1286: the official rate is computed, and says from what.
    let rate = computed.iter().find(|row| row[at("Nøgletal")] == "omgørelsesprocent").expect("a computed rate");
    assert!((number(&rate[value]) - 32.3484).abs() < 1e-9 && rate[quote].to_string().contains("313"), "{rate:?}");
    let sources = book.worksheet_range("Kilder").unwrap();
    assert_eq!(sources.get_value((1, 1)).unwrap(), &Data::String("Furesø".to_owned()));
    assert!(sources.rows().any(|row| row[0].to_string().starts_with("Eksporteret af Sidestil")));
}

#[test]
fn markdown_reads_back_as_a_table() {
    let desk = Desk::new();
    let text = std::fs::read_to_string(desk.export("tal.md", &[])).unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    let at = |name: &str| rows[0].iter().position(|column| *column == name).unwrap();
    let wanted = desk.wanted();
    assert_eq!(rows.len(), wanted.len() + 2);
    for (row, (value, line, _)) in rows[2..].iter().zip(&wanted) {
        assert_eq!(row.len(), rows[0].len(), "{row:?}");
        let read: f64 = row[at("Værdi")].replace('.', "").replace(',', ".").parse().unwrap();
        assert_eq!((read, row[at("Linje")]), (*value, line.to_string().as_str()));
    }
}

#[test]
fn a_finding_that_names_a_person_is_counted_and_not_told() {
    let desk = Desk::new();
    let letters = "Afbud:\nAne Holm (V)\nAfbud:\nAne Holm (A)\nBo Lund (A)\n";
    std::fs::write(&desk.minutes, format!("{TEXT}\n{letters}")).unwrap();
    let text = std::fs::read_to_string(desk.export("tal.md", &[])).unwrap();
    assert!(text.contains("nævner en person ved navn, og som derfor kun står i programmet: 1"), "{text}");
    assert!(!text.contains("Holm"), "{text}");
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let desk = Desk::new();
    let path = desk.at("tal.csv");
    std::fs::write(&path, "andres arbejde").unwrap();
    let kept = desk.run(&path, &["--keep"]);
    assert_eq!(kept.status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "andres arbejde");
    assert!(String::from_utf8_lossy(&kept.stderr).contains("tal.csv"));
    desk.export("tal.csv", &[]);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("document,place"));
    let missing = desk.run(&desk.at("væk/tal.xlsx"), &[]);
    assert_eq!(missing.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&missing.stderr).lines().count(), 1);
    assert_eq!(desk.run(&desk.at("tal.ods"), &[]).status.code(), Some(2));
    // A full disk, where the system has one to try on.
    if Path::new("/dev/full").exists() {
        let full = desk.run(Path::new("/dev/full"), &[]);
        assert_eq!(full.status.code(), Some(2), "a device has no ending that names a format");
    }
    let left: Vec<_> = std::fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing half-written is left: {left:?}");
}
