//! Files that are damaged, cut short, hostile or not what they are called: each ends, in figures or in a sentence.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

mod forms;

use sidestil::lang::Lang;
use sidestil::model::reading::Reading;
use sidestil::model::source::Caveat;
use sidestil::read::error::ReadError;
use sidestil::worker::reading::{self, Options, read_bytes};
use std::path::Path;
use std::time::{Duration, Instant};

/// The longest time for one small file, on a busy machine.
const LONG: Duration = Duration::from_secs(20);

/// A small generator with a fixed start: the same damage in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    /// Damages bytes in one of the ways in which files are damaged.
    fn damage(&mut self, bytes: &mut Vec<u8>) -> &'static str {
        let at = self.below(bytes.len());
        let length = (1 + self.below(60)).min(bytes.len() - at);
        match self.below(7) {
            0 => {
                bytes.truncate(at);
                "cut"
            }
            1 => {
                bytes.drain(at..at + length);
                "gap"
            }
            2 => {
                let part = bytes[at..at + length].to_vec();
                bytes.splice(at..at, part);
                "twice"
            }
            3 => {
                bytes[at..at + length].fill(0);
                "zeros"
            }
            4 => {
                let to = self.below(bytes.len() - length + 1);
                let part = bytes[at..at + length].to_vec();
                bytes[to..to + length].copy_from_slice(&part);
                "moved"
            }
            5 => {
                let noise: Vec<u8> = (0..length).map(|_| self.below(256) as u8).collect();
                bytes.splice(at..at, noise);
                "noise"
            }
            _ => {
                for _ in 0..1 + self.below(8) {
                    let at = self.below(bytes.len());
                    bytes[at] ^= 1 << self.below(8);
                }
                "bits"
            }
        }
    }
}

/// Reads bytes as a file of that name, and what is in them where they are an archive.
fn read(folder: &Path, bytes: &[u8], name: &str) -> Vec<Result<Reading, ReadError>> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    if !reading::is_collection(&path) {
        return vec![reading::read_file(&path)];
    }
    match reading::files_in(&path) {
        Ok(files) => files.iter().map(|file| reading::read_file(file)).collect(),
        Err(error) => vec![Err(error)],
    }
}

/// Each outcome is a document whose parts fit together, or an error with a sentence that says what to do.
fn check(outcome: &Result<Reading, ReadError>, what: &str) {
    match outcome {
        Ok(reading) => {
            let document = &reading.document;
            assert!(document.blocks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "{what}");
            for table in &document.tables {
                assert!(table.cells.iter().all(|cell| document.text.get(cell.span.range()).is_some()), "{what}");
            }
            for figure in &reading.extraction.figures {
                let passage = figure.source().map(|source| source.passage);
                assert!(passage.is_none_or(|passage| !document.slice(passage).is_empty()), "{what}");
            }
        }
        Err(ReadError::Crashed) => panic!("{what}: crashed"),
        Err(error) => {
            let message = reading::message(error);
            for lang in [Lang::Da, Lang::En] {
                let values: Vec<_> = message.values.iter().map(|(name, value)| (*name, value.clone().into())).collect();
                let text = lang.text_with(message.key, &values);
                // What is wrong, and what to do: at least two sentences.
                assert!(text.matches(". ").count() >= 1 && !text.contains(['{', '}']), "{what}: {text}");
            }
        }
    }
}

#[test]
fn the_forms_are_whole() {
    let folder = tempfile::tempdir().unwrap();
    for (format, bytes) in forms::all() {
        let outcomes = read(folder.path(), &bytes, &format!("hel.{format}"));
        let figures: usize = outcomes.iter().map(|outcome| outcome.as_ref().unwrap().extraction.figures.len()).sum();
        let whole = outcomes.iter().all(|outcome| outcome.as_ref().unwrap().document.caveats.is_empty());
        assert!(whole && (figures >= 4 || matches!(format, "csv" | "ods" | "xlsx")), "{format}: {figures}");
    }
}

#[test]
fn damaged_files_end_in_figures_or_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut count = 0;
    let mut try_one = |bytes: &[u8], format: &str, what: String| {
        let start = Instant::now();
        for outcome in read(folder.path(), bytes, &format!("skadet.{format}")) {
            check(&outcome, &what);
        }
        assert!(start.elapsed() < LONG, "{what}: {:?}", start.elapsed());
        count += 1;
    };
    for (format, whole) in forms::all() {
        for round in 0..24 {
            let mut bytes = whole.clone();
            let ways: Vec<&str> =
                (0..1 + round % 3).map_while(|_| (!bytes.is_empty()).then(|| chance.damage(&mut bytes))).collect();
            try_one(&bytes, format, format!("{format} {round} {ways:?}"));
        }
    }
    for (format, parts) in forms::by_part() {
        for round in 0..20 {
            let mut parts = parts.clone();
            let at = chance.below(parts.len());
            let mut part = parts[at].1.clone().into_bytes();
            let way = chance.damage(&mut part);
            parts[at].1 = String::from_utf8_lossy(&part).into_owned();
            try_one(&forms::zipped(&parts), format, format!("{format} {} {round} {way}", parts[at].0));
        }
    }
    assert!(count >= 200, "{count}");
}

#[test]
fn what_is_left_of_a_cut_file_is_kept_and_marked() {
    let folder = tempfile::tempdir().unwrap();
    let mut kept = Vec::new();
    // Noise at the end of the text, so that the packed files are long enough to be cut in it.
    let noise: String = (0..3000_u32).map(|n| format!("{:x} ", n.wrapping_mul(2_654_435_761))).collect();
    for (format, mut parts) in forms::by_part().into_iter().filter(|(format, _)| matches!(*format, "docx" | "odt")) {
        let last = parts.len() - 1;
        for end in ["</w:tbl>", "</office:text>"] {
            let tag = if format == "docx" { "w:p" } else { "text:p" };
            let inner = if format == "docx" { format!("<w:r><w:t>{noise}</w:t></w:r>") } else { noise.clone() };
            let more = if end == "</w:tbl>" {
                format!("{end}<{tag}>{inner}</{tag}>")
            } else {
                format!("<{tag}>{inner}</{tag}>{end}")
            };
            parts[last].1 = parts[last].1.replace(end, &more);
        }
        let whole = forms::zipped(&parts);
        for part in [50, 70, 95] {
            let cut = &whole[..whole.len() * part / 100];
            for outcome in read(folder.path(), cut, &format!("kort.{format}")) {
                check(&outcome, format);
                let reading = outcome.unwrap_or_else(|error| panic!("{format} {part}: {error}"));
                assert!(reading.document.caveats.contains(&Caveat::Incomplete), "{format} {part}");
                assert!(reading.document.text.contains("25 stadfæstet"), "{format} {part}");
                kept.push(reading.extraction.figures.len());
            }
        }
    }
    let pdf = forms::pdf();
    let document = read_bytes(&pdf[..pdf.len() - 40], "kort.pdf").unwrap().document;
    assert!(document.caveats.contains(&Caveat::Incomplete) && document.text.contains("25 stadfæstet"));
    assert!(kept.iter().all(|figures| *figures >= 4), "{kept:?}");
}

#[test]
fn hostile_files_end_at_a_limit() {
    let xml = |body: &str| {
        let mut parts = forms::docx();
        parts[1].1 = parts[1].1.replace("<w:body>", &format!("<w:body>{body}"));
        forms::zipped(&parts)
    };
    let bomb = {
        let mut parts = forms::docx();
        parts[1].1 = " ".repeat(140 * 1024 * 1024);
        forms::zipped(&parts)
    };
    let entities = {
        let mut parts = forms::docx();
        let definitions: String =
            (1..12).map(|n| format!("<!ENTITY e{n} \"{}\">", format!("&e{};", n - 1).repeat(10))).collect();
        let start = format!("?><!DOCTYPE w [<!ENTITY e0 \"ha\">{definitions}]>");
        parts[1].1 = parts[1].1.replacen("?>", &start, 1).replace("Struer Kommune", "&e11;");
        forms::zipped(&parts)
    };
    let nested = xml(&"<w:tbl><w:tr><w:tc>".repeat(40_000));
    let brackets = {
        let whole = String::from_utf8_lossy(&forms::pdf()).into_owned();
        whole.replace("/Resources <<", &format!("/X {} /Resources <<", "[".repeat(3000))).into_bytes()
    };
    let many = forms::pdf_of(&vec![String::new(); 4000], "/Encoding /WinAnsiEncoding");
    let loud = forms::pdf_of(&["q ".repeat(400_000)], "/Encoding /WinAnsiEncoding");
    let files = [
        ("bombe.docx", bomb),
        ("henvisninger.docx", entities),
        ("dyb.docx", nested),
        ("parenteser.pdf", brackets),
        ("mange.pdf", many),
        ("larm.pdf", loud),
        ("dyb.html", "<div><table><tr><td>".repeat(60_000).into_bytes()),
        ("bred.csv", ";".repeat(3_000_000).into_bytes()),
        ("lang.txt", "12 sager blev hjemvist ".repeat(40_000).into_bytes()),
    ];
    for (name, bytes) in files {
        let start = Instant::now();
        check(&read_bytes(&bytes, name), name);
        assert!(start.elapsed() < LONG * 2, "{name}: {:?}", start.elapsed());
    }
}

#[test]
fn each_unreadable_file_says_its_own_reason() {
    let mut word = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    word.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    // Letters that the font maps to names of its own: only their numbers are left.
    let names: String = (0..60).map(|n| format!("/g{n} ")).collect();
    let strange = "BT /F1 10 Tf 60 700 Td (ABCQXZVWKJABCQXZVWKJMNBVQW) Tj ET\n".repeat(12);
    let unmapped = forms::pdf_of(&[strange], &format!("/Encoding << /Type /Encoding /Differences [40 {names}] >>"));
    for (bytes, name, wanted) in [
        (Vec::new(), "tom.pdf", "read-empty"),
        (b"  \n".to_vec(), "tom.txt", "read-empty"),
        (word, "gammel.doc", "read-unsupported"),
        (locked, "låst.docx", "read-locked"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0".to_vec(), "program.txt", "read-not-text"),
        (b"%PDF-1.7 og ikke mere".to_vec(), "halv.pdf", "read-damaged"),
        (forms::pdf_of(&[String::new()], ""), "blank.pdf", "read-empty"),
        (unmapped, "skrift.pdf", "read-unreadable"),
        (include_bytes!("files/locked.pdf").to_vec(), "kode.pdf", "read-password"),
    ] {
        let outcome = read_bytes(&bytes, name);
        check(&outcome, name);
        assert_eq!(outcome.map(|_| ()).unwrap_err().key(), wanted, "{name}");
    }
}

#[test]
fn content_decides_and_not_the_name() {
    for (format, bytes) in forms::all().into_iter().filter(|(format, _)| *format != "zip") {
        for name in ["referat.pdf", "referat.docx", "referat"] {
            let figures = |name: &str| read_bytes(&bytes, name).map(|reading| reading.extraction.figures.len());
            assert_eq!(figures(name), figures(&format!("referat.{format}")), "{format} as {name}");
        }
    }
}

#[test]
fn a_password_opens_a_file_and_a_wrong_one_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kode.pdf");
    std::fs::write(&path, include_bytes!("files/locked.pdf")).unwrap();
    let with = |password| reading::read_file_with(&path, Options { password, ..Options::default() });
    assert_eq!(with(Some("forkert")).map(|_| ()), Err(ReadError::Password));
    let reading = with(Some("hemmelig")).unwrap();
    assert!(reading.document.text.contains("25 stadfæstet"), "{}", reading.document.text);
}
