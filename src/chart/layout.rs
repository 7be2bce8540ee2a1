//! From a chart to a scene: the frame of title, body, notes and sources that all figures share.

use crate::chart::scene::{Anchor, Ink, Scene, TextMeasure, Type};
use crate::chart::sketch::Sketch;
use crate::chart::{Body, Chart, appeals_layout, caseload_layout};

/// Where a figure is shown, which decides what stands around it.
#[derive(Clone, Debug, PartialEq)]
pub enum Dress {
    /// In the window, which has its own heading and list of documents.
    Window,
    /// In a file, which must explain itself: sources and the line at the foot.
    Picture {
        /// "Sidestil · 14.5.2024".
        foot: String,
    },
}

/// The room that a figure has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// The figure is exactly this wide, and at least [`LEAST_WIDTH`].
    pub width: f32,
    /// It is at least this high; higher where names and values need more.
    pub height: f32,
}

/// Below this a figure keeps its width and has to be scrolled.
pub const LEAST_WIDTH: f32 = 560.0;

/// The blank edge of a picture.
const MARGIN: f32 = 24.0;

/// Lays a chart out: as wide as asked, as high as its content needs.
#[must_use]
pub fn layout(chart: &Chart, room: Room, dress: &Dress, measure: &dyn TextMeasure) -> Scene {
    let width = room.width.max(LEAST_WIDTH);
    let margin = if matches!(dress, Dress::Window) { 4.0 } else { MARGIN };
    let inner = width - 2.0 * margin;
    // First as high as needed; if room is left, once more with the body spread over it.
    let natural = draw(chart, width, margin, inner, 0.0, dress, measure);
    let spare = room.height - natural.height;
    if spare > 1.0 { draw(chart, width, margin, inner, spare, dress, measure) } else { natural }
}

fn draw(
    chart: &Chart,
    width: f32,
    margin: f32,
    inner: f32,
    spare: f32,
    dress: &Dress,
    measure: &dyn TextMeasure,
) -> Scene {
    let mut pen = Sketch::new(width, measure);
    let head = &chart.head;
    let mut y = margin;
    if matches!(dress, Dress::Picture { .. }) {
        y = pen.paragraph(margin, y, inner, &head.title, Type::Title, Ink::Text);
    }
    for line in &head.subtitle {
        y = pen.paragraph(margin, y + 1.0, inner, line, Type::Body, Ink::TextWeak);
    }
    y += 10.0;
    y = match &chart.body {
        Body::Appeals(appeals) => appeals_layout::draw(&mut pen, appeals, chart.lang, (margin, y, inner), spare),
        Body::Caseload(caseload) => caseload_layout::draw(&mut pen, caseload, chart.lang, (margin, y, inner), spare),
        Body::Empty(text) => pen.paragraph(margin, y, inner, text, Type::Body, Ink::Text) + spare,
    };
    y = notes(&mut pen, chart, margin, y + 10.0, inner);
    if let Dress::Picture { foot } = dress {
        y = sources(&mut pen, chart, margin, y + 8.0, inner, foot);
    }
    pen.scene.height = y + margin;
    pen.scene
}

fn notes(pen: &mut Sketch, chart: &Chart, x: f32, top: f32, width: f32) -> f32 {
    const INDENT: f32 = 14.0;
    let mut y = top;
    if chart.head.notes.is_empty() {
        return y;
    }
    pen.text(x, y, Anchor::Left, chart.lang.text("chart-notes"), Type::SmallStrong, Ink::Text);
    y += Type::SmallStrong.line() + 1.0;
    for note in &chart.head.notes {
        pen.text(x + 3.0, y, Anchor::Left, "\u{2022}", Type::Small, Ink::Text);
        y = pen.paragraph(x + INDENT, y, width - INDENT, note, Type::Small, Ink::Text) + 1.0;
    }
    y
}

fn sources(pen: &mut Sketch, chart: &Chart, x: f32, top: f32, width: f32, foot: &str) -> f32 {
    let lang = chart.lang;
    let mut y = top;
    pen.line((x, y), (x + width, y), Ink::Grid, 1.0);
    y += 6.0;
    let foot_width = pen.width_of(foot, Type::Small) + 24.0;
    pen.text(x + width, y, Anchor::Right, foot, Type::Small, Ink::TextWeak);
    let text = lang.text_with("chart-sources", &[("list", chart.head.sources.join("; ").into())]);
    pen.paragraph(x, y, width - foot_width, &text, Type::Small, Ink::TextWeak).max(y + Type::Small.line())
}
