//! Drives the whole window through its accessibility tree, without a screen: what a person sees and clicks.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidestil::app::Window;
use sidestil::chart::View;
use sidestil::command::{Command, Page};
use sidestil::lang::Lang;
use sidestil::project::settings::Settings;
use sidestil::worker::Threads;
use std::time::{Duration, Instant};

#[path = "common/window.rs"]
#[allow(dead_code)]
mod window;
use window::{LAPTOP, ask, click_first, driven, open_texts, press, window};

/// Minutes invented for these tests, in the layout of real ones.
const MINUTES: &str = "Socialudvalget\n14-05-2024\nMedlemmer\nAnna Prøve (A)\nKlagestatistik for Rødovre Kommune\n\
    Sag nr. 3\nSagsfremstilling\nAf kommunens 249 afgjorte sager i 2023 har Ankestyrelsen stadfæstet 156 sager, \
    ændret/ophævet 19 sager, afvist 26 sager og hjemvist 48 sager.\nIndstilling\nAt sagen tages til efterretning.\n\
    Beslutning\nTaget til efterretning.\n";

#[test]
fn a_click_on_a_bar_shows_the_sentence() {
    let mut harness = window();
    open_texts(&mut harness, &[("rodovre.txt", MINUTES)]);
    let figures = &harness.state().state.documents.readings().next().unwrap().1.extraction.figures;
    assert!(figures.len() >= 5, "{figures:?}");
    click_first(&mut harness, "Rødovre 2023: 48 hjemvist");
    let marked = harness.get_by_label_contains("Fremhævet: ").accesskit_node().value().unwrap();
    assert!(marked.contains("stadfæstet 156 sager") && marked.contains("hjemvist 48 sager"), "{marked}");
    harness.get_by_label_contains("rodovre.txt · 14.5.2024 · linje 8");
    // From another number of the text to its place, and back again.
    harness.get_by_label_contains("Tal i teksten: Rødovre · 2023 · Alle · afvist · 26").click();
    harness.run();
    harness.get_by_label_contains("Rødovre · 2023 · Alle · afvist: 26");
    harness.get_by_label("Tilbage").click();
    harness.run();
    harness.get_by_label_contains("Rødovre · 2023 · Alle · hjemvist: 48");
}

#[test]
fn the_base_switch_moves_the_rate() {
    let mut harness = window();
    open_texts(&mut harness, &[("rodovre.txt", MINUTES)]);
    let rate = |harness: &Harness<'_, Window>, text: &str| harness.query_all_by_label_contains(text).count();
    assert!(rate(&harness, "67 af 223") > 0);
    harness.get_by_label("med afviste").click();
    harness.run();
    assert!(rate(&harness, "67 af 249") > 0 && rate(&harness, "67 af 223") == 0);
}

#[test]
fn every_page_is_reached_by_its_keys() {
    let mut harness = window();
    open_texts(&mut harness, &[("rodovre.txt", MINUTES)]);
    for (key, text) in [
        (egui::Key::Num2, "Tragtdiagram"),
        (egui::Key::Num3, "årsværk"),
        (egui::Key::Num4, "Andre nøgletal"),
        (egui::Key::Num5, "bemærkning"),
        (egui::Key::Num7, "Søg i tallene"),
        (egui::Key::Num6, "Åbne punkter"),
        (egui::Key::Num1, "Gem billede"),
    ] {
        press(&mut harness, egui::Modifiers::COMMAND, key);
        assert!(harness.query_all_by_label_contains(text).next().is_some(), "{text}");
    }
}

#[test]
fn help_opens_by_its_key_and_closes() {
    let mut harness = window();
    harness.key_press(egui::Key::F1);
    harness.run();
    harness.get_by_label("Omgørelsesprocent");
    harness.get_by_label("Luk").click();
    harness.run();
    assert!(harness.state().state.dialog.is_none());
}

#[test]
fn a_note_and_a_table_are_saved_from_the_same_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window();
    open_texts(&mut harness, &[("rodovre.txt", MINUTES)]);
    harness.state_mut().state.picture_folder = folder.path().to_owned();
    for (choice, format, name) in
        [("Mødenotat", "PDF", "moedenotat.pdf"), ("Alle tal", "CSV til dansk Excel", "sidestil-tal.csv")]
    {
        harness.state_mut().state.notices.clear();
        press(&mut harness, egui::Modifiers::COMMAND, egui::Key::E);
        harness.get_by_label(choice).click();
        harness.run();
        harness.get_by_label(format).click();
        harness.run();
        harness.get_by_label("Gem").click();
        wait(&mut harness, "the file is saved", |window| !window.state.notices.is_empty());
        assert!(std::fs::metadata(folder.path().join(name)).unwrap().len() > 200, "{name}");
    }
}

#[test]
fn figures_are_searched_as_they_are_written() {
    let mut harness = window();
    open_texts(&mut harness, &[("rodovre.txt", MINUTES)]);
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::Num7);
    let field = harness.get_by_role_and_label(egui::Role::TextInput, "Søg i tallene");
    field.focus();
    field.type_text("hjemvist rødovre");
    harness.run();
    let data = &harness.state().state.data;
    assert_eq!((data.filter(), data.rows().len()), ("hjemvist rødovre", 1));
    harness.get_by_label("48").click();
    harness.run();
    harness.get_by_label_contains("Fremhævet: ");
}

#[test]
fn a_picture_is_saved_and_replaced_only_after_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window();
    open_texts(&mut harness, &[("rodovre.txt", MINUTES)]);
    harness.state_mut().state.picture_folder = folder.path().to_owned();
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::E);
    harness.get_by_label("Gem").click();
    let path = folder.path().join("rodovre-klageudfald-2023.png");
    wait(&mut harness, "the picture is saved", |window| !window.state.notices.is_empty());
    let mut head = [0; 24];
    std::io::Read::read_exact(&mut std::fs::File::open(&path).unwrap(), &mut head).unwrap();
    assert_eq!(head[16..24], [0, 0, 0x09, 0x60, 0, 0, 0x05, 0x46], "2400 x 1350 pixels");
    press(&mut harness, egui::Modifiers::COMMAND, egui::Key::E);
    harness.get_by_label("Gem").click();
    harness.run();
    wait(&mut harness, "the question", |window| window.state.dialog.is_some());
    harness.get_by_label("Filen findes allerede. Vil du erstatte den?");
    harness.get_by_label("Annullér").click();
    harness.run();
    assert!(harness.state().state.dialog.is_none());
}

/// Takes turns until something holds that threads work on.
fn wait(harness: &mut Harness<'_, Window>, what: &str, holds: impl Fn(&Window) -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !holds(harness.state()) {
        assert!(Instant::now() < deadline, "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.run();
}

#[test]
fn the_window_answers_while_500_documents_are_read() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..500 {
        std::fs::write(
            folder.path().join(format!("{n:03}.txt")),
            format!("Referat af møde nummer {n}. Der blev stadfæstet {n} sager.\n"),
        )
        .unwrap();
    }
    let threads = Threads::start(None, || {}).unwrap();
    let mut harness = driven(LAPTOP, Window::new(Settings::default(), Box::new(threads)));
    let ctx = harness.ctx.clone();
    harness.state_mut().open(&ctx, vec![folder.path().to_owned()]);
    let (mut longest, deadline) = (Duration::ZERO, Instant::now() + Duration::from_secs(120));
    let mut seen_progress = false;
    while harness.state().state.documents.readings().count() < 500 {
        assert!(Instant::now() < deadline, "reading takes too long");
        let turn = Instant::now();
        harness.step();
        longest = longest.max(turn.elapsed());
        seen_progress |= harness.query_all_by_label_contains(" af 500").next().is_some();
    }
    assert!(seen_progress, "the window says how far it is");
    // The tests run unoptimised and many at a time: what is asked for is that no turn waits for the readers.
    assert!(longest < Duration::from_secs(2), "a turn took {longest:?}");
    harness.run();
    assert_eq!(harness.state().state.documents.list().len(), 500);
}

#[test]
fn the_empty_window_says_what_to_do_and_opens_the_samples() {
    let mut harness = window();
    harness.get_by_label("Åbn referater fra kommunernes udvalg");
    harness.get_by_label("Prøv med eksempler").click();
    harness.run();
    let names: Vec<String> =
        harness.state().state.documents.list().iter().map(|document| document.input.name()).collect();
    assert_eq!(names.len(), sidestil::data::samples::ALL.len());
    assert!(harness.state().state.documents.readings().count() == names.len(), "all are read");
    assert!(harness.query_by_label("Prøv med eksempler").is_none());
}

#[test]
fn the_language_is_switched_at_once() {
    let mut harness = window();
    harness.get_by_label("English").click();
    harness.run();
    harness.get_by_label("Try the samples");
    assert_eq!(harness.state().state.settings.lang, Lang::En);
    harness.get_by_label("Dansk").click();
    harness.run();
    harness.get_by_label("Prøv med eksempler");
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_what_to_do() {
    let mut harness = window();
    let ctx = harness.ctx.clone();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("tom.txt"), "").unwrap();
    harness.state_mut().open(&ctx, vec![folder.path().join("tom.txt"), folder.path().join("væk.txt")]);
    harness.run();
    harness.get_by_label(&Lang::Da.text("read-empty"));
    harness.get_by_label(&Lang::Da.text("read-missing"));
    std::fs::write(folder.path().join("tom.txt"), "Referat af et møde om veje.").unwrap();
    harness.get_all_by_label("Prøv igen").next().unwrap().click();
    harness.run();
    assert!(harness.query_by_label(&Lang::Da.text("read-empty")).is_none());
    harness.get_by_label("Ingen nøgletal fundet i tom.txt");
}

#[test]
fn the_same_file_twice_stays_one() {
    let mut harness = window();
    open_texts(&mut harness, &[("a.txt", "Referat af et møde."), ("kopi.txt", "Referat af et møde.")]);
    assert_eq!(harness.state().state.documents.list().len(), 1);
    harness.get_by_label("kopi.txt er åben i forvejen og tælles kun med én gang.");
    harness.get_by_label("Luk beskeder").click();
    harness.run();
    assert!(harness.query_by_label("Luk beskeder").is_none());
}

#[test]
fn a_path_can_be_typed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("møde.txt");
    std::fs::write(&path, "Referat af et møde.").unwrap();
    let mut harness = window();
    harness.get_by_label("Skriv en sti …").click();
    harness.run();
    harness.get_by_role_and_label(egui::Role::TextInput, "Sti").type_text(&path.display().to_string());
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().state.documents.readings().count(), 1);
}

/// Invented minutes of one municipality: ten years of complaints, and a caseload.
fn ten_years(n: usize, municipality: &str) -> String {
    let mut text =
        format!("Socialudvalget\n14-05-2024\nKlagestatistik for {municipality} Kommune\nSag nr. 3\nSagsfremstilling\n");
    for year in 2014..2024 {
        let (upheld, changed, remanded) = (60 + n % 40, 5 + n % 9, 10 + (n + year) % 20);
        let all = upheld + changed + remanded + 4;
        text.push_str(&format!(
            "Af kommunens {all} afgjorte sager i {year} har Ankestyrelsen stadfæstet {upheld} sager, ændret/ophævet \
             {changed} sager, afvist 4 sager og hjemvist {remanded} sager.\n"
        ));
    }
    text.push_str("Beslutning\nTaget til efterretning.\n");
    text
}

#[test]
fn every_view_stands_with_98_municipalities_and_ten_years() {
    let all = sidestil::data::municipalities::all();
    let texts: Vec<(&'static str, &'static str)> = all
        .iter()
        .enumerate()
        .map(|(n, one)| {
            // The program's samples live as long as it does; so do these.
            let name: &'static str = Box::leak(format!("{n:02}.txt").into_boxed_str());
            let text: &'static str = Box::leak(ten_years(n, &one.name).into_boxed_str());
            (name, text)
        })
        .collect();
    let mut harness = window();
    open_texts(&mut harness, &texts);
    let charts = &harness.state().state.charts;
    for view in [View::Overview, View::Appeals, View::Series] {
        assert!(charts.filled(view).is_some(), "{view:?}");
    }
    assert_eq!(charts.filled(View::Overview).unwrap().head.places.len(), 98);
    for page in Page::ALL {
        ask(&mut harness, Command::ShowPage(page));
    }
    // The last column of the overview is reached by the keyboard's way too: it has a named mark.
    ask(&mut harness, Command::ShowPage(Page::Compare));
    let last = &all[all.len() - 1].name;
    assert!(harness.query_all_by_label_contains(&format!("{last} 2023, Omgørelsesprocent")).next().is_some());
}
