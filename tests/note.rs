//! The note that one hands out: two pages at most, text that can be taken out, nothing without a source, nobody named.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use sidestil::app::draw::{self, OffScreen};
use sidestil::chart::picture::{self, Picture, foot};
use sidestil::chart::{Choice, View, alone};
use sidestil::check::across;
use sidestil::export::note::build::build;
use sidestil::export::note::make::{Format, MOST_PAGES, file};
use sidestil::export::note::material::Material;
use sidestil::export::note::{Amount, Block};
use sidestil::export::table;
use sidestil::lang::Lang;
use sidestil::model::reading::{DocumentId, Reading};
use sidestil::worker::reading::{read_bytes, read_file};
use std::io::Read as _;
use std::path::Path;

fn samples() -> Vec<Reading> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| read_file(path).unwrap()).collect()
}

/// Makes a note of readings.
fn note(readings: &[Reading], lang: Lang, format: Format) -> Option<Vec<u8>> {
    with(readings, lang, |material| file(material, format, &OffScreen).unwrap())
}

fn with<T>(readings: &[Reading], lang: Lang, work: impl FnOnce(&Material<'_>) -> T) -> T {
    let numbered: Vec<(DocumentId, &Reading)> =
        readings.iter().enumerate().map(|(n, reading)| (DocumentId(n as u32), reading)).collect();
    let between = across(&numbered);
    let choice = Choice::default();
    let today = "2026-11-22".parse().unwrap();
    work(&Material { readings: &numbered, across: &between, choice: &choice, lang, today })
}

#[test]
fn a_pdf_has_two_pages_at_most_and_its_text_can_be_taken_out() {
    let readings = samples();
    for lang in [Lang::Da, Lang::En] {
        let bytes = note(&readings, lang, Format::Pdf).unwrap();
        let again = read_bytes(&bytes, "notat.pdf").unwrap();
        let text = &again.document.text;
        assert!(again.document.pages.len() <= MOST_PAGES, "{} pages", again.document.pages.len());
        for wanted in [lang.text("note-title"), lang.text("note-claims"), lang.text("note-questions")] {
            assert!(text.contains(&wanted), "{wanted}: {text}");
        }
    }
}

#[test]
fn every_number_and_every_claim_names_its_source() {
    let readings = samples();
    let note = with(&readings, Lang::Da, |material| build(material, Amount::STEPS[0])).unwrap();
    let mut heading = String::new();
    let (mut numbers, mut bullets) = (0, 0);
    for block in &note.blocks {
        match block {
            Block::Heading(text) => heading.clone_from(text),
            Block::Numbers(all) => {
                assert!(!all.is_empty() && all.len() <= 3);
                assert!(all.iter().all(|number| !number.source.is_empty() && !number.value.is_empty()), "{all:?}");
                numbers += all.len();
            }
            Block::Bullet(sentence) if heading != Lang::Da.text("chart-notes") => {
                assert!(!sentence.source.is_empty(), "{sentence:?}");
                bullets += 1;
            }
            _ => {}
        }
    }
    assert!(numbers >= 3 && bullets >= 5, "{numbers} {bullets}");
}

#[test]
fn nobody_is_named() {
    let readings = samples();
    let people: Vec<String> = readings
        .iter()
        .flat_map(|reading| {
            let meeting = &reading.extraction.meeting;
            meeting.present.iter().chain(&meeting.absent).cloned().collect::<Vec<_>>()
        })
        .collect();
    assert!(!people.is_empty());
    let bytes = note(&readings, Lang::Da, Format::Docx).unwrap();
    let text = word(&bytes);
    for person in people {
        let name = person.split('(').next().unwrap().trim();
        assert!(!text.contains(name), "{name}");
    }
}

/// A document whose members speak in the sentences that figures are read from.
const NAMED: &str = "Socialudvalget\n14-05-2024\nGreve Kommune\nMedlemmer\nAnna Birkedal (A)\nBo Damsgaard (V)\n\
    Klager 2023\nSag nr. 1\nSagsfremstilling\nAnna Birkedal (A) oplyste, at Ankestyrelsen i 2023 har afgjort 120 \
    klager over Greve Kommune.\nAf de 120 sager er 60 sager stadfæstet, 20 sager ændret/ophævet, 30 sager hjemvist og \
    10 sager afvist, sagde Bo Damsgaard. Omgørelsesprocenten er 40 procent i 2023.\nBeslutning\nTaget til \
    efterretning. Fraværende: Bo Damsgaard.\n";

/// Pictures, tables and the note name none of those who were there, also where a figure's own sentence does.
#[test]
fn nothing_that_is_passed_on_names_a_member() {
    let readings = [read_bytes(NAMED.as_bytes(), "greve.txt").unwrap()];
    let meeting = &readings[0].extraction.meeting;
    assert_eq!(meeting.present, ["Anna Birkedal (A)", "Bo Damsgaard (V)"], "{meeting:?}");
    let numbered: Vec<(DocumentId, &Reading)> = vec![(DocumentId(0), &readings[0])];
    let between = across(&numbered);
    let today = "2026-11-22".parse().unwrap();
    let clean = |told: &str, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("Birkedal") && !text.contains("Damsgaard"), "{told}: {text}");
    };
    for format in Format::ALL {
        let bytes = note(&readings, Lang::Da, format).unwrap();
        clean("note", read_bytes(&bytes, &format!("notat.{}", format.ending())).unwrap().document.text.as_bytes());
    }
    for format in table::Format::ALL.into_iter().filter(|format| *format != table::Format::Csv) {
        let figures = table::Figures { readings: &numbered, across: &between, chart: None, computed: true, today };
        let bytes = table::table(&figures, format, Lang::Da).unwrap();
        if format == table::Format::Xlsx {
            let again = read_bytes(&bytes, "tal.xlsx").unwrap();
            assert!(again.document.text.contains("[navn]"), "{}", again.document.text);
            clean("xlsx", again.document.text.as_bytes());
        } else {
            clean("table", &bytes);
        }
    }
    for (name, mut chart) in alone::all(&numbered, &Choice::default(), &View::ALL, Lang::Da) {
        alone::complete(&mut chart, &numbered, &between);
        let foot = foot(Lang::Da, today);
        let picture = Picture { width: 1200, height: 675, dark: false, format: picture::Format::Svg, foot };
        clean(&name, &draw::picture(&chart, &picture).unwrap());
    }
}

/// The document part of a Word file.
fn word(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn word_reads_what_the_pdf_says() {
    let readings = samples();
    let bytes = note(&readings, Lang::Da, Format::Docx).unwrap();
    assert!(word(&bytes).contains("<w:pStyle w:val=\"Heading1\"/>"));
    let text = read_bytes(&bytes, "notat.docx").unwrap().document.text.clone();
    for wanted in ["Mødenotat", "Klageudfald"] {
        assert!(text.contains(wanted), "{text}");
    }
}

#[test]
fn documents_without_figures_give_no_note() {
    let empty = read_bytes("Referat af et møde uden tal.".as_bytes(), "tomt.txt").unwrap();
    assert!(note(&[empty], Lang::Da, Format::Pdf).is_none());
}
