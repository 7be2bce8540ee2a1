//! A member's evening, driven through the accessibility tree: open, choose, switch the base, read a sentence, correct,
//! take back, save, close, open again; and every page with all municipalities of the country.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidestil::app::Window;
use sidestil::chart::View;
use sidestil::command::Page;
use sidestil::data::municipalities;
use sidestil::model::figure::Measure;
use std::path::Path;

#[path = "common/towns.rs"]
#[allow(dead_code)]
mod towns;
#[path = "common/window.rs"]
#[allow(dead_code)]
mod window;
use window::{click_first, fill, press, window};

fn click(harness: &mut Harness<'_, Window>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

/// Opens a path as it is typed.
fn open_path(harness: &mut Harness<'_, Window>, path: &Path) {
    press(harness, Modifiers::COMMAND, Key::L);
    fill(harness, "Sti", &path.display().to_string());
    press(harness, Modifiers::NONE, Key::Enter);
}

/// The descriptions of all charts: equal descriptions are equal pictures. Documents are told by their place in the
/// list, since a document opened again has another number.
fn pictures(harness: &Harness<'_, Window>) -> String {
    let state = &harness.state().state;
    let all: String = View::ALL.into_iter().map(|view| format!("{:?}\n", state.charts.get(view).unwrap())).collect();
    let list = state.documents.list().iter().enumerate();
    list.fold(all, |all, (n, document)| all.replace(&format!("{:?}", document.id), &format!("document {n}")))
}

/// The text of the menu's line that undoes or does again.
fn offered(harness: &mut Harness<'_, Window>, word: &str) -> String {
    click(harness, "Rediger");
    let line = harness.query_all_by_label_contains(word).find_map(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with(word).then_some(label)
    });
    press(harness, Modifiers::NONE, Key::Escape);
    let line = line.unwrap_or_else(|| panic!("no {word} in the menu"));
    // The keys stand behind the words.
    line.split(" Ctrl+").next().unwrap_or_default().to_owned()
}

fn names(harness: &Harness<'_, Window>) -> Vec<String> {
    harness.state().state.documents.list().iter().map(|document| document.input.name()).collect()
}

/// A folder with the minutes of three municipalities.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (n, (name, municipality)) in
        [("a-lejre.txt", "Lejre"), ("b-rodovre.txt", "Rødovre"), ("c-hvidovre.txt", "Hvidovre")].into_iter().enumerate()
    {
        std::fs::write(folder.path().join(name), towns::minutes(n, municipality)).unwrap();
    }
    folder
}

#[test]
fn a_member_prepares_a_meeting() {
    let folder = folder();
    let mut harness = window();
    open_path(&mut harness, folder.path());
    assert_eq!(names(&harness), ["a-lejre.txt", "b-rodovre.txt", "c-hvidovre.txt"]);
    // Two of the three municipalities.
    click_first(&mut harness, "Kommuner:");
    harness.get_by_role_and_label(Role::CheckBox, "Hvidovre").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::Escape);
    let places = |harness: &Harness<'_, Window>| harness.state().state.charts.choice().places.len();
    assert_eq!(places(&harness), 2);
    // The other base moves the rate.
    let before = pictures(&harness);
    click(&mut harness, "med afviste");
    assert_ne!(pictures(&harness), before);
    // From the bar to the sentence.
    let figure = |harness: &Harness<'_, Window>| {
        let (_, reading) = harness.state().state.documents.readings().nth(1).unwrap();
        let mut own = reading.extraction.figures.iter();
        let year = "2023".parse().ok();
        own.find(|figure| figure.measure == Measure::Remanded && figure.period == year).unwrap().value
    };
    let remanded = figure(&harness);
    click_first(&mut harness, &format!("Rødovre 2023: {remanded} hjemvist"));
    let marked = harness.get_by_label_contains("Fremhævet: ").accesskit_node().value().unwrap();
    assert!(marked.contains("i 2023") && marked.contains(&format!("hjemvist {remanded} sager")), "{marked}");
    // Corrected, taken back, done again.
    let before = pictures(&harness);
    click(&mut harness, "Ret …");
    fill(&mut harness, "Værdi", "33");
    fill(&mut harness, "Begrundelse", "Oplyst på mødet");
    click(&mut harness, "Gem");
    assert_eq!(figure(&harness), 33.0);
    assert_eq!(offered(&mut harness, "Fortryd"), "Fortryd: ret tal");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(figure(&harness), remanded);
    assert!(pictures(&harness) == before, "the picture before");
    assert_eq!(offered(&mut harness, "Annullér fortryd"), "Annullér fortryd: ret tal");
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    // Saved and closed: nothing is asked, since nothing is lost.
    press(&mut harness, Modifiers::COMMAND, Key::S);
    click(&mut harness, "Gem");
    let saved = folder.path().canonicalize().unwrap().join("Min sammenligning.sidestil.ron");
    assert!(saved.exists());
    let after = pictures(&harness);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    assert!(names(&harness).is_empty() && harness.state().state.dialog.is_none());
    drop(harness);
    // Opened again: the same picture, to the last number.
    let mut harness = window();
    open_path(&mut harness, &saved);
    assert_eq!(names(&harness).len(), 3);
    assert_eq!((places(&harness), figure(&harness)), (2, 33.0));
    assert!(pictures(&harness) == after, "another picture");
    assert_eq!(harness.state().state.title(), "Min sammenligning – Sidestil");
}

#[test]
fn opening_and_closing_are_taken_back_and_done_again() {
    let folder = folder();
    let mut harness = window();
    open_path(&mut harness, &folder.path().join("a-lejre.txt"));
    open_path(&mut harness, folder.path());
    let all = ["a-lejre.txt", "b-rodovre.txt", "c-hvidovre.txt"];
    assert_eq!(names(&harness), all);
    assert_eq!(offered(&mut harness, "Fortryd"), "Fortryd: åbn 2 dokumenter");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&harness), all[..1]);
    assert_eq!(offered(&mut harness, "Fortryd"), "Fortryd: åbn a-lejre.txt");
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(names(&harness), all);
    let before = pictures(&harness);
    // A closed document comes back in its place, also where its file is gone since.
    click(&mut harness, "Luk a-lejre.txt");
    assert_eq!(names(&harness), all[1..]);
    std::fs::remove_file(folder.path().join("a-lejre.txt")).unwrap();
    assert_eq!(offered(&mut harness, "Fortryd"), "Fortryd: luk a-lejre.txt");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&harness), all);
    assert!(pictures(&harness) == before, "another picture");
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    assert_eq!(names(&harness), all[1..]);
    // All at once.
    click(&mut harness, "Filer");
    click(&mut harness, "Luk alle dokumenter");
    assert!(names(&harness).is_empty());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&harness), all[1..]);
}

#[test]
fn every_page_stands_with_all_municipalities_and_ten_years() {
    let folder = tempfile::tempdir().unwrap();
    let all = municipalities::all();
    for (n, one) in all.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{n:02}.txt")), towns::minutes(n, &one.name)).unwrap();
    }
    let mut harness = window();
    open_path(&mut harness, folder.path());
    let charts = &harness.state().state.charts;
    assert_eq!(charts.filled(View::Overview).unwrap().head.places.len(), all.len());
    assert_eq!(charts.options().years, (2014..2024).rev().collect::<Vec<i16>>());
    let empty: Vec<View> = View::ALL.into_iter().filter(|view| charts.filled(*view).is_none()).collect();
    assert!(empty.is_empty(), "nothing to show: {empty:?}");
    let last = &all[all.len() - 1].name;
    let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
    for (page, key) in Page::ALL.into_iter().zip(keys) {
        press(&mut harness, Modifiers::COMMAND, key);
        assert_eq!(harness.state().state.page, page);
        // The last municipality has its mark on the charts, also where it is out of sight.
        let marked = harness.query_all_by_label_contains(&format!("{last} 2023")).next().is_some();
        assert!(marked || !matches!(page, Page::Compare | Page::Appeals), "{page:?}");
    }
    assert_eq!(harness.state().state.data.rows().len(), figures(&harness));
    assert_eq!(harness.state().state.cases.all(), 2 * all.len());
    // The findings of a document far down are reached by opening its line.
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    let first = &all[0].name;
    click_first(&mut harness, &format!("{first} ·"));
    let grave = harness.query_all_by_label("Ændrer en konklusion").count();
    assert!(grave > 0, "the findings of {first}");
}

fn figures(harness: &Harness<'_, Window>) -> usize {
    harness.state().state.documents.readings().map(|(_, reading)| reading.extraction.figures.len()).sum()
}
