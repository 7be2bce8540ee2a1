//! Figures as they are painted: the window and the file show the same, and every mark is found by its name.

// A test says best by a panic what it could not do.
#![allow(clippy::unwrap_used)]

#[path = "common/readings.rs"]
#[allow(dead_code)]
mod readings;
#[path = "common/soft.rs"]
mod soft;

use egui::{Key, Theme, UiBuilder};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use readings::{caseload_table, numbered, three_appeals};
use sidestil::chart::layout::{Dress, Room};
use sidestil::chart::picture::{Format, Picture};
use sidestil::chart::{Chart, Choice, View, build};
use sidestil::lang::Lang;
use sidestil::model::reading::FigureId;
use sidestil::ui::{figure, render, theme};
use soft::Soft;

/// High enough that no chart's type has to shrink.
const ROOM: Room = Room { width: 1200.0, height: 900.0 };
/// Pixels for a point where a window shows it.
const SCALE: f32 = 2.0;

fn chart(view: View) -> Chart {
    let mut readings = three_appeals();
    readings.push(caseload_table());
    build(&numbered(&readings), &Choice { view, ..Choice::default() }, Lang::Da)
}

fn picture() -> Picture {
    let foot = "Sidestil \u{b7} 1.2.2026".to_owned();
    Picture { width: 2400, height: 1800, dark: false, format: Format::Png, foot }
}

/// A window that shows nothing but the figure, and keeps what was chosen in it.
fn harness<'a>(chart: Chart) -> Harness<'a, Option<FigureId>> {
    harness_in(chart, ROOM, SCALE)
}

fn harness_in<'a>(chart: Chart, room: Room, scale: f32) -> Harness<'a, Option<FigureId>> {
    let dress = Dress::Picture { foot: picture().foot };
    Harness::builder()
        .with_size([room.width, room.height])
        .with_pixels_per_point(scale)
        .with_theme(Theme::Light)
        .with_context_setup(theme::install)
        .renderer(Soft::default())
        .build_ui_state(
            move |ui, chosen: &mut Option<FigureId>| {
                let whole = ui.ctx().viewport_rect();
                let mut ui = ui.new_child(UiBuilder::new().max_rect(whole));
                ui.set_clip_rect(whole);
                if let Some(figure) = figure::figure(&mut ui, &chart, room, &dress, *chosen) {
                    *chosen = Some(figure);
                }
            },
            None,
        )
}

#[test]
fn the_window_and_the_file_show_the_same() {
    for view in View::ALL {
        let chart = chart(view);
        // The three documents split nothing by committee and tell no other figures.
        if chart.view().is_none() {
            assert!(matches!(view, View::Committees | View::Indicators), "{view:?}");
            continue;
        }
        // A chart of few rows is drawn larger: the window takes the same scale.
        let scale = render::prepare(&chart, &picture()).scale;
        let file = render::pixels(&chart, &picture());
        assert_eq!((file.width, file.height), (2400, 1800), "{view:?}");
        // Tables that are wider than the picture are made smaller in a file and scrolled in the window.
        if matches!(view, View::Heat | View::WhatIf) {
            continue;
        }
        let room = Room { width: 2400.0 / scale, height: 1800.0 / scale };
        let mut harness = harness_in(chart, room, scale);
        harness.run();
        let window = harness.render().unwrap();
        let differ = window.pixels().zip(&file.pixels).filter(|(seen, drawn)| {
            let drawn = drawn.to_array();
            seen.0[..3].iter().zip(drawn).any(|(a, b)| a.abs_diff(b) > 2)
        });
        // The window's own frame ends a hair inside the picture.
        assert!(differ.count() < 40, "{view:?}");
        let inked = file.pixels.iter().filter(|pixel| pixel.r() < 128).count();
        assert!(inked > 20_000, "{view:?}: {inked}");
    }
}

#[test]
fn a_bar_is_found_by_its_name_and_leads_to_its_figure() {
    for (view, name, document) in [
        (View::Appeals, "Lejre 2018: 24 hjemvist", 1),
        (View::Caseload, "Hvidovre 2022, Fleksjobbere + LY: 175", 3),
        (View::Series, "Hvidovre, socialområdet (SEL), 2021: 18,6\u{a0}pct. beregnet", 2),
    ] {
        let mut harness = harness(chart(view));
        harness.run();
        harness.get_by_label(name).click();
        harness.run();
        let chosen = harness.state().unwrap();
        assert_eq!(chosen.document.0, document, "{name}");
    }
}

#[test]
fn the_keyboard_reaches_every_mark_and_enter_chooses_it() {
    let mut harness = harness(chart(View::Appeals));
    harness.run();
    harness.get_by_label("Rødovre 2023: 48 hjemvist").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let chosen = harness.state().unwrap();
    harness.key_press(Key::Tab);
    harness.key_press(Key::Enter);
    harness.run();
    assert_ne!(harness.state().unwrap(), chosen);
}

/// A window that shows one chart after the other in the same place, as while documents are read.
fn changing<'a>(first: Chart) -> Harness<'a, Chart> {
    Harness::builder()
        .with_size([ROOM.width, ROOM.height])
        .with_theme(Theme::Light)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, chart: &mut Chart| {
                let whole = ui.ctx().viewport_rect();
                let mut ui = ui.new_child(UiBuilder::new().max_rect(whole));
                figure::figure(&mut ui, chart, ROOM, &Dress::Window, None);
            },
            first,
        )
}

#[test]
fn years_that_come_later_are_inside_the_plot() {
    let all = three_appeals();
    let choice = Choice { view: View::Series, ..Choice::default() };
    let mut harness = changing(build(&numbered(&all[..1]), &choice, Lang::Da));
    harness.run();
    harness.get_by_label_contains("Rødovre, alle afgørelser, 2022:");
    *harness.state_mut() = build(&numbered(&all), &choice, Lang::Da);
    harness.run();
    let mut left = 40.0;
    for point in
        ["Lejre, alle afgørelser, 2017:", "Hvidovre, socialområdet (SEL), 2020:", "Rødovre, alle afgørelser, 2023:"]
    {
        let at = harness.get_by_label_contains(point).rect().center();
        assert!(at.x > left && at.x < ROOM.width, "{point} at {at:?}");
        left = at.x;
    }
}

#[test]
fn wide_tables_fit_beside_the_list_of_documents() {
    for view in [View::Heat, View::WhatIf] {
        for lang in [Lang::Da, Lang::En] {
            let chart = build(&numbered(&[caseload_table()]), &Choice { view, ..Choice::default() }, lang);
            let mut harness = Harness::builder().with_context_setup(theme::install).build_ui_state(
                // What a window of 1366 points leaves beside the list of documents.
                move |ui, wide: &mut f32| *wide = figure::least_size(ui.ctx(), &chart, 1110.0, &Dress::Window).x,
                0.0,
            );
            harness.run();
            assert!(*harness.state() <= 1110.0, "{view:?} {lang:?}: {}", harness.state());
        }
    }
}

#[test]
fn a_svg_keeps_its_words() {
    for (view, words) in [
        (View::Appeals, "30,0\u{a0}pct. beregnet"),
        (View::Caseload, "Aktivitetsparate + Revalidender"),
        (View::Series, "Hele landet, alle afgørelser"),
    ] {
        let svg = render::svg(&chart(view), &picture());
        assert!(svg.contains(&format!(">{words}</text>")), "{view:?}");
        assert!(svg.starts_with("<?xml") && svg.ends_with("</svg>\n"));
        let mut reader = quick_xml::Reader::from_str(&svg);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
}
