//! Draws a chart off screen: the window's own figure function, run without a window and rasterised on the processor.

use crate::chart::Chart;
use crate::chart::drawing::Drawing;
use crate::chart::layout::{Dress, LEAST_WIDTH, Room};
use crate::chart::picture::{Format, MOST_PIXELS, Picture};
use crate::chart::scene::Ink;
use crate::export::svg::{self, Page};
use crate::ui::raster::{Canvas, Rasteriser};
use crate::ui::{figure, shapes, theme};
use egui::{
    Context, FullOutput, Pos2, RawInput, Rect, ThemePreference, Ui, ViewportId, ViewportIdMap, ViewportInfo, vec2,
};

/// The width in points that a slide is laid out for.
const USUAL_WIDTH: f32 = 1200.0;
/// How far type may shrink, step by step, before a picture becomes higher instead.
const SHRINK: [f32; 4] = [1.0, 0.9, 0.8, 0.72];
/// egui_plot settles its axes in the second pass.
const PASSES: usize = 2;

/// The pixels of a chart; as wide as asked, and at least as high.
#[must_use]
pub fn pixels(chart: &Chart, picture: &Picture) -> Canvas {
    let mut rasteriser = Rasteriser::default();
    let drawn = draw(chart, picture, &mut rasteriser);
    paint(drawn, picture, &rasteriser)
}

fn paint(drawn: Drawn, picture: &Picture, rasteriser: &Rasteriser) -> Canvas {
    let size = [picture.width.clamp(1, MOST_PIXELS) as usize, drawn.height as usize];
    let shapes = drawn.ctx.tessellate(drawn.output.shapes, drawn.scale);
    rasteriser.paint(&shapes, drawn.scale, size, theme::colour(Ink::Background, picture.dark))
}

/// The SVG of a chart: the shapes that [`pixels`] rasterises.
#[must_use]
pub fn svg(chart: &Chart, picture: &Picture) -> String {
    let drawn = draw(chart, picture, &mut Rasteriser::default());
    let width = picture.width.clamp(1, MOST_PIXELS);
    let page = Page {
        title: &chart.head.title,
        description: &format!("{}. {}", chart.head.subtitle.join(". "), chart.head.sources.join("; ")),
        pixels: [width, drawn.height],
        outlines: picture.format == Format::SvgOutlines,
    };
    let points = [width as f32 / drawn.scale, drawn.height as f32 / drawn.scale];
    let ground = theme::colour(Ink::Background, picture.dark);
    svg::svg(&page, &shapes::drawing(points, ground, &drawn.output.shapes))
}

/// A chart as shapes, light, at least this wide in points and as high as it needs.
#[must_use]
pub fn drawing(chart: &Chart, width: f32) -> Drawing {
    let room = room(chart, width);
    let drawn = draw_in(chart, &plain(room, 1.0), Some((1.0, room)), &Dress::Window, &mut Rasteriser::default());
    shapes::drawing([room.width, room.height], theme::colour(Ink::Background, false), &drawn.output.shapes)
}

/// The same as pixels, two for a point.
#[must_use]
pub fn bare_pixels(chart: &Chart, width: f32) -> Canvas {
    const SCALE: f32 = 2.0;
    let room = room(chart, width);
    let picture = plain(room, SCALE);
    let mut rasteriser = Rasteriser::default();
    let drawn = draw_in(chart, &picture, Some((SCALE, room)), &Dress::Window, &mut rasteriser);
    paint(drawn, &picture, &rasteriser)
}

/// The picture of a chart without a foot.
fn plain(room: Room, scale: f32) -> Picture {
    let [width, height] = [room.width, room.height].map(|side| (side * scale).round() as u32);
    Picture { width, height, dark: false, format: Format::Png, foot: String::new() }
}

/// What a chart needs at a width.
fn room(chart: &Chart, width: f32) -> Room {
    let ctx = Context::default();
    theme::install(&ctx);
    let mut size = vec2(width, width);
    let mut output = pass(&ctx, Room { width, height: width }, 1.0, 0, |ui| {
        size = figure::least_size(ui.ctx(), chart, width, &Dress::Window);
    });
    Rasteriser::default().apply(&mut output.textures_delta);
    Room { width: size.x.ceil(), height: size.y.ceil() }
}

/// What the figure painted, and how.
struct Drawn {
    ctx: Context,
    output: FullOutput,
    /// Pixels for a point.
    scale: f32,
    /// In pixels.
    height: u32,
}

fn draw(chart: &Chart, picture: &Picture, rasteriser: &mut Rasteriser) -> Drawn {
    draw_in(chart, picture, None, &Dress::Picture { foot: picture.foot.clone() }, rasteriser)
}

/// Draws at this scale and in this room, or as it fits best.
fn draw_in(
    chart: &Chart,
    picture: &Picture,
    fitted: Option<(f32, Room)>,
    dress: &Dress,
    rasteriser: &mut Rasteriser,
) -> Drawn {
    let ctx = Context::default();
    theme::install(&ctx);
    ctx.set_theme(if picture.dark { ThemePreference::Dark } else { ThemePreference::Light });
    let (mut scale, mut room) = (1.0, Room { width: 0.0, height: 0.0 });
    let mut output = pass(&ctx, Room { width: LEAST_WIDTH, height: LEAST_WIDTH }, 1.0, 0, |ui| {
        (scale, room) = fitted.unwrap_or_else(|| fit(ui, chart, picture, dress));
    });
    for n in 1..=PASSES {
        rasteriser.apply(&mut output.textures_delta);
        output = pass(&ctx, room, scale, n, |ui| {
            figure::figure(ui, chart, room, dress, None);
        });
    }
    rasteriser.apply(&mut output.textures_delta);
    let height = ((room.height * scale).round() as u32).clamp(1, MOST_PIXELS);
    Drawn { ctx, output, scale, height }
}

/// The scale and the room for a picture: type as large as fits, and more height where even small type needs it.
fn fit(ui: &Ui, chart: &Chart, picture: &Picture, dress: &Dress) -> (f32, Room) {
    let [width, height] = [picture.width, picture.height].map(|side| side.clamp(1, MOST_PIXELS) as f32);
    let largest = (width / USUAL_WIDTH).max((width / LEAST_WIDTH).min(1.0));
    let mut fitted = (largest, Room { width, height });
    for shrink in SHRINK {
        let mut scale = largest * shrink;
        let mut needed = figure::least_size(ui.ctx(), chart, width / scale, dress);
        if needed.x > width / scale + 0.5 {
            // Too narrow for the names and numbers: smaller type, never cut.
            scale = width / needed.x;
            needed = figure::least_size(ui.ctx(), chart, needed.x, dress);
        }
        let room = Room { width: width / scale, height: height / scale };
        fitted = (scale, Room { height: needed.y.max(room.height), ..room });
        if needed.y <= room.height + 0.5 {
            break;
        }
    }
    fitted
}

fn pass(ctx: &Context, room: Room, scale: f32, number: usize, paint: impl FnMut(&mut Ui)) -> FullOutput {
    let mut viewports = ViewportIdMap::default();
    viewports
        .insert(ViewportId::ROOT, ViewportInfo { native_pixels_per_point: Some(scale), ..ViewportInfo::default() });
    let input = RawInput {
        viewports,
        max_texture_side: Some(8192),
        time: Some(number as f64),
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(room.width, room.height))),
        ..RawInput::default()
    };
    ctx.run_ui(input, paint)
}
