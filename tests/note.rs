//! The note that one hands out: two pages at most, text that can be taken out, nothing without a source, nobody named.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use sidestil::app::draw::OffScreen;
use sidestil::chart::Choice;
use sidestil::check::across;
use sidestil::export::note::build::{Material, build};
use sidestil::export::note::make::{Format, MOST_PAGES, file};
use sidestil::export::note::{Amount, Block};
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
    let text = read_bytes(&bytes, "notat.docx").unwrap().document.text;
    for wanted in ["Mødenotat", "Klageudfald"] {
        assert!(text.contains(wanted), "{text}");
    }
}

#[test]
fn documents_without_figures_give_no_note() {
    let empty = read_bytes("Referat af et møde uden tal.".as_bytes(), "tomt.txt").unwrap();
    assert!(note(&[empty], Lang::Da, Format::Pdf).is_none());
}
