//! The processor time of one frame with 98 municipalities x 10 years on each chart, and of a picture file.

use divan::Bencher;
use egui::{Context, Pos2, RawInput, Rect, vec2};
use sidestil::chart::picture::{Format, Picture};
use sidestil::chart::{Body, Chart, Choice, View, build};
use sidestil::lang::Lang;
use sidestil::model::reading::{DocumentId, Reading};
use sidestil::ui::{figure, theme};
use std::sync::LazyLock;

#[path = "../tests/common/towns.rs"]
#[allow(dead_code)]
mod towns;

fn main() {
    divan::main();
}

static READINGS: LazyLock<Vec<Reading>> = LazyLock::new(towns::readings);

fn numbered() -> Vec<(DocumentId, &'static Reading)> {
    READINGS.iter().enumerate().map(|(n, reading)| (DocumentId(n as u32), reading)).collect()
}

fn chart(view: View) -> Chart {
    let chart = build(&numbered(), &Choice { view, ..Choice::default() }, Lang::Da);
    assert!(!matches!(chart.body, Body::Empty(_)), "{view:?} shows nothing");
    chart
}

/// One frame: the figure in a scrolled panel, shapes turned into triangles; nothing is rasterised.
fn frame(ctx: &Context, chart: &Chart, number: usize) -> usize {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 768.0))),
        time: Some(number as f64 / 60.0),
        ..RawInput::default()
    };
    let mut output = ctx.run_ui(input, |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            figure::figure_ui(ui, chart, None);
        });
    });
    output.textures_delta.clear();
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

/// Frames while nothing changes: what scrolling and hovering cost.
#[divan::bench(args = View::ALL.map(View::key))]
fn one_frame(bencher: Bencher<'_, '_>, view: &str) {
    let chart = chart(View::from_key(view).unwrap_or_default());
    let ctx = Context::default();
    theme::install(&ctx);
    ctx.enable_accesskit();
    let mut number = 0;
    frame(&ctx, &chart, number);
    bencher.bench_local(|| {
        number += 1;
        frame(&ctx, &chart, number)
    });
}

/// From figures to a description: what a new choice costs.
#[divan::bench(args = View::ALL.map(View::key))]
fn describe(bencher: Bencher<'_, '_>, view: &str) {
    let view = View::from_key(view).unwrap_or_default();
    let numbered = numbered();
    bencher.bench(|| build(&numbered, &Choice { view, ..Choice::default() }, Lang::Da));
}

/// A slide as PNG, without a display.
#[divan::bench(args = ["overview", "appeals", "caseload", "series"], sample_count = 5)]
fn picture(bencher: Bencher<'_, '_>, view: &str) {
    let chart = chart(View::from_key(view).unwrap_or_default());
    let picture = Picture { width: 2400, height: 1350, dark: false, format: Format::Png, foot: "Sidestil".to_owned() };
    bencher.bench(|| sidestil::app::draw::picture(&chart, &picture));
}
