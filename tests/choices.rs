//! Drives every choice of the bar over the charts, the open loops, and the ways between a number and its place, through
//! the window's accessibility tree.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

use egui::Role::{CheckBox, RadioButton};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sidestil::app::Window;
use sidestil::chart::{Base, Comparator, PeriodChoice, View};
use sidestil::command::{Command, Page};
use sidestil::model::figure::Place;

#[path = "common/window.rs"]
#[allow(dead_code)]
mod window;
use window::{LAPTOP, ask, click_first, open_texts};

/// The window at the size of a small laptop with these minutes open.
fn window<'a>(texts: &[(&'static str, &'static str)]) -> Harness<'a, Window> {
    sized(LAPTOP, texts)
}

fn sized<'a>(size: [f32; 2], texts: &[(&'static str, &'static str)]) -> Harness<'a, Window> {
    let mut harness = window::sized(size);
    open_texts(&mut harness, texts);
    harness
}

/// Clicks the first thing of this name.
fn click(harness: &mut Harness<'_, Window>, label: &str) {
    let found = harness.query_all_by_label(label).next();
    found.unwrap_or_else(|| panic!("nothing is called {label:?}")).click();
    harness.run();
}

/// Clicks the radio button or check box of this name in the list that is open.
fn choose(harness: &mut Harness<'_, Window>, role: egui::Role, label: &str) {
    let found = harness.query_all_by_role_and_label(role, label).next();
    found.unwrap_or_else(|| panic!("no {role:?} is called {label:?}")).click();
    harness.run();
}

fn has(harness: &Harness<'_, Window>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// Invented minutes of three municipalities, in the layout of real ones.
const RODOVRE: &str = "Socialudvalget\n14-05-2024\nMedlemmer\nAnna Prøve (A)\nKlagestatistik for Rødovre Kommune\n\
    Sag nr. 3\nSagsfremstilling\nAf kommunens 249 afgjorte sager i 2023 har Ankestyrelsen stadfæstet 156 sager, \
    ændret/ophævet 19 sager, afvist 26 sager og hjemvist 48 sager. Omgørelsesprocenten var 26,9 % i 2023.\n\
    Af kommunens 210 afgjorte sager i 2022 har Ankestyrelsen stadfæstet 140 sager, ændret/ophævet 20 sager, \
    afvist 20 sager og hjemvist 30 sager.\n\
    Indstilling\nAt sagen tages til efterretning.\nBeslutning\nTaget til efterretning.\n";
const HVIDOVRE: &str = "Socialudvalget\n12-06-2024\nKlagestatistik for Hvidovre Kommune\n\
    Sag nr. 4\nSagsfremstilling\nAf kommunens 120 afgjorte sager i 2023 har Ankestyrelsen stadfæstet 80 sager, \
    ændret/ophævet 10 sager, afvist 10 sager og hjemvist 20 sager.\n\
    Af kommunens 30 afgjorte sager i 2023 efter serviceloven har Ankestyrelsen stadfæstet 18 sager, \
    ændret/ophævet 4 sager, afvist 2 sager og hjemvist 6 sager.\n\
    Indstilling\nAt sagen tages til efterretning.\nBeslutning\nUdsat.\n";
const LEJRE: &str = "Socialudvalget\n05-06-2024\nDanmarkskort for Lejre Kommune\nSag nr. 7\nSagsfremstilling\n\
    Efter § 79 b i retssikkerhedsloven skal kommunalbestyrelsen behandle danmarkskortet.\n\
    Af kommunens 100 afgjorte sager i 2022 har Ankestyrelsen stadfæstet 60 sager, ændret/ophævet 10 sager, \
    afvist 10 sager og hjemvist 20 sager.\n\
    Indstilling\nAt sagen tages til efterretning.\n\
    Beslutning\nTaget til efterretning. Administrationen udarbejder et notat om de ændrede sager.\n";
const ALL: [(&str, &str); 3] = [("rodovre.txt", RODOVRE), ("hvidovre.txt", HVIDOVRE), ("lejre.txt", LEJRE)];

#[test]
fn municipalities_are_picked_one_by_one_and_as_neighbours() {
    let mut harness = window(&ALL);
    let places = |harness: &Harness<'_, Window>| -> Vec<String> {
        harness.state().state.charts.choice().places.iter().map(ToString::to_string).collect()
    };
    click_first(&mut harness, "Kommuner: ");
    choose(&mut harness, CheckBox, "Lejre");
    assert_eq!(places(&harness), ["Rødovre", "Hvidovre"]);
    click(&mut harness, "Flyt Rødovre ned");
    assert_eq!(places(&harness), ["Hvidovre", "Rødovre"]);
    choose(&mut harness, RadioButton, "alle");
    assert!(places(&harness).is_empty());
    click(&mut harness, "Naboer");
    assert!(!has(&harness, "Naboer til Lejre"), "none of its neighbours is there");
    choose(&mut harness, RadioButton, "Naboer til Hvidovre (1)");
    assert_eq!(places(&harness), ["Hvidovre", "Rødovre"]);
    let shown = &harness.state().state.charts.filled(View::Overview).unwrap().head.places;
    assert_eq!(shown.len(), 2);
    let search = harness.get_by_role_and_label(egui::Role::TextInput, "Find kommune");
    search.focus();
    search.type_text("lejr");
    harness.run();
    choose(&mut harness, CheckBox, "Lejre");
    assert_eq!(places(&harness).len(), 0, "all three are no choice");
}

#[test]
fn the_period_is_chosen() {
    let mut harness = window(&ALL);
    let years = |harness: &Harness<'_, Window>| harness.state().state.charts.filled(View::Appeals).unwrap().head.years;
    assert_eq!(years(&harness), Some((2022, 2023)));
    click_first(&mut harness, "Periode: ");
    choose(&mut harness, RadioButton, "2022");
    assert_eq!(harness.state().state.charts.choice().period, PeriodChoice::Year(2022));
    assert_eq!(years(&harness), Some((2022, 2022)));
    choose(&mut harness, RadioButton, "samme år for alle (det nyeste, de fleste har)");
    assert_eq!(years(&harness), Some((2023, 2023)));
    choose(&mut harness, RadioButton, "hver kommunes nyeste");
    assert_eq!(years(&harness), Some((2022, 2023)));
}

#[test]
fn the_scope_and_the_yardstick_are_chosen() {
    let mut harness = window(&ALL);
    click_first(&mut harness, "Klager: ");
    let scopes = harness.state().state.charts.options().scopes.clone();
    assert!(scopes.iter().any(|scope| scope == "SEL"), "{scopes:?}");
    choose(&mut harness, RadioButton, "socialområdet (SEL)");
    assert_eq!(harness.state().state.charts.choice().scope.as_deref(), Some("SEL"));
    let places = &harness.state().state.charts.filled(View::Appeals).unwrap().head.places;
    assert!(places.contains(&Place::new("Hvidovre")) && !places.contains(&Place::new("Rødovre")), "{places:?}");
    choose(&mut harness, RadioButton, "hele kommunen, ellers det bredeste");
    harness.key_press(egui::Key::Escape);
    harness.run();
    for (name, wanted) in [
        ("Egen region", Comparator::Region),
        ("De valgte samlet", Comparator::Mean),
        ("Eget mål", Comparator::Target(300)),
        ("Hele landet", Comparator::Nation),
    ] {
        click_first(&mut harness, "Sammenlign med: ");
        choose(&mut harness, RadioButton, name);
        assert_eq!(harness.state().state.charts.choice().comparator, wanted, "{name}");
        harness.key_press(egui::Key::Escape);
        harness.run();
    }
}

#[test]
fn the_base_switch_names_the_sentences_that_hold_on_one_base() {
    let mut harness = window(&ALL);
    assert!(has(&harness, "Passer kun med afviste:"));
    let link = "Rødovre\u{a0}2023:\u{a0}26,9\u{a0}pct.";
    click(&mut harness, link);
    let marked = harness.get_by_label_contains("Fremhævet: ").accesskit_node().value().unwrap();
    assert!(marked.contains("Omgørelsesprocenten var 26,9 %"), "{marked}");
    assert!(has(&harness, "Procenten passer kun, når afviste sager tælles med."));
    harness.get_by_label("med afviste").click();
    harness.run();
    assert_eq!(harness.state().state.charts.choice().base, Base::WithDismissed);
    assert!(has(&harness, link), "it is named on the other base too");
}

#[test]
fn what_has_no_say_on_a_page_does_not_stand_there() {
    let mut harness = window(&ALL);
    ask(&mut harness, Command::ShowPage(Page::Caseload));
    assert!(has(&harness, "Kommuner: ") && !has(&harness, "Sammenlign med: ") && !has(&harness, "med afviste"));
    assert!(has(&harness, "Tallene kan stå i andre referater"), "an empty page says what to do");
    ask(&mut harness, Command::ShowPage(Page::Appeals));
    assert!(has(&harness, "Sammenlign med: ") && has(&harness, "med afviste"));
}

#[test]
fn open_loops_lead_to_their_sentences() {
    let mut harness = window(&ALL);
    ask(&mut harness, Command::ShowPage(Page::Cases));
    click_first(&mut harness, "Åbne punkter (");
    for (text, marked) in [
        ("»Efter § 79 b i retssikkerhedsloven", "§ 79 b i retssikkerhedsloven"),
        ("»Udsat.«", "Udsat."),
        ("»Administrationen udarbejder et notat", "udarbejder et notat"),
    ] {
        click_first(&mut harness, text);
        let shown = harness.get_by_label_contains("Fremhævet: ").accesskit_node().value().unwrap();
        assert!(shown.contains(marked), "{text}: {shown}");
    }
    click_first(&mut harness, "Alle punkter (");
    assert!(has(&harness, "Danmarkskort for Lejre Kommune"));
}

#[test]
fn a_marked_number_leads_back_to_its_place_in_the_charts() {
    let mut harness = window(&ALL);
    ask(&mut harness, Command::ShowPage(Page::Data));
    click_first(&mut harness, "156");
    harness.get_by_label_contains("Fremhævet: ");
    click(&mut harness, "Vis i diagrammet");
    let state = &harness.state().state;
    assert_eq!(state.page, Page::Appeals, "the page that draws it at length");
    let figure = state.selected().expect("it is still in focus");
    let value = state.documents.figure(figure).unwrap().value;
    assert_eq!(value, 156.0);
    let mark = harness.query_all_by_label_contains("Rødovre 2023: 156 stadfæstet").next().expect("its mark is drawn");
    assert_eq!(mark.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True), "and marked");
    assert!(mark.rect().top() < 768.0 && mark.rect().bottom() > 0.0, "and in sight: {:?}", mark.rect());
}

#[test]
fn nothing_lies_over_anything_in_the_bar_of_a_narrow_window() {
    for width in [760.0, 900.0, 1100.0, 1366.0] {
        let harness = sized([width, 600.0], &ALL);
        let names = ["Filer", "Hjælp", "Overblik", "Klageudfald", "Sager og beslutninger", "Data", "Søg", "English"];
        let rects: Vec<(&str, egui::Rect)> = names
            .iter()
            .map(|name| {
                let nodes = harness.query_all_by_label(name);
                let highest = nodes.map(|node| node.rect()).min_by(|a, b| a.top().total_cmp(&b.top()));
                (*name, highest.unwrap_or_else(|| panic!("{name} at {width}")))
            })
            .collect();
        for (n, (name, rect)) in rects.iter().enumerate() {
            assert!(rect.left() >= 0.0 && rect.right() <= width, "{name} at {width}: {rect:?}");
            for (other, over) in &rects[n + 1..] {
                let shared = rect.intersect(*over);
                assert!(shared.width() <= 0.5 || shared.height() <= 0.5, "{name} and {other} at {width}");
            }
        }
    }
}
