//! Draws a chart off screen: the window's own figure function, run without a window and rasterised on the processor.

use crate::chart::drawing::Drawing;
use crate::chart::layout::{Dress, LEAST_WIDTH, Room};
use crate::chart::picture::{Format, MOST_PIXELS, Picture};
use crate::chart::scene::Ink;
use crate::chart::{Body, Chart};
use crate::export::svg::{self, Page};
use crate::ui::raster::{BAND, Canvas, Rasteriser};
use crate::ui::{figure, shapes, theme};
use egui::epaint::ClippedPrimitive;
use egui::{
    Color32, Context, FullOutput, Pos2, RawInput, Rect, ThemePreference, Ui, ViewportId, ViewportIdMap, ViewportInfo,
    vec2,
};

/// The width in points that a slide is laid out for.
const USUAL_WIDTH: f32 = 1200.0;
/// How large type may be beside that, from the largest to the smallest; what needs still more room becomes higher.
/// A chart of few rows is drawn large, so that it can be read where a note shows it small.
const SIZES: [f32; 12] = [1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.95, 0.9, 0.84, 0.78, 0.72];
/// How much of the height a chart may need where its type is larger than usual.
const AIRY: f32 = 0.88;
/// The widest texture for letters, in pixels: a wider one would be mostly blank.
const ATLAS: usize = 2048;

/// The pixels of a chart; as wide as asked, and at least as high.
#[must_use]
pub fn pixels(chart: &Chart, picture: &Picture) -> Canvas {
    let ready = prepare(chart, picture);
    ready.rasteriser.paint(&ready.shapes, ready.scale, ready.size(), ready.ground)
}

/// A chart laid out for its picture: only the pixels are missing.
pub struct Ready {
    shapes: Vec<ClippedPrimitive>,
    rasteriser: Rasteriser,
    /// Pixels for a point.
    pub scale: f32,
    ground: Color32,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

impl Ready {
    fn size(&self) -> [usize; 2] {
        [self.width as usize, self.height as usize]
    }

    /// Gives the picture from top to bottom, some whole rows of opaque pixels at a time.
    ///
    /// # Errors
    /// What `take` says.
    pub fn bands<E>(&self, take: impl FnMut(&[Color32]) -> Result<(), E>) -> Result<(), E> {
        self.rasteriser.bands(&self.shapes, self.scale, (self.size(), BAND), self.ground, take)
    }
}

/// Lays a chart out for its picture.
#[must_use]
pub fn prepare(chart: &Chart, picture: &Picture) -> Ready {
    let mut rasteriser = Rasteriser::default();
    let drawn = draw(chart, picture, &mut rasteriser);
    ready(drawn, picture, rasteriser)
}

fn ready(drawn: Drawn, picture: &Picture, rasteriser: Rasteriser) -> Ready {
    Ready {
        shapes: drawn.ctx.tessellate(drawn.output.shapes, drawn.scale),
        rasteriser,
        scale: drawn.scale,
        ground: theme::colour(Ink::Background, picture.dark),
        width: picture.width.clamp(1, MOST_PIXELS),
        height: drawn.height,
    }
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

/// The same for pixels, two for a point.
#[must_use]
pub fn bare(chart: &Chart, width: f32) -> Ready {
    const SCALE: f32 = 2.0;
    let room = room(chart, width);
    let picture = plain(room, SCALE);
    let mut rasteriser = Rasteriser::default();
    let drawn = draw_in(chart, &picture, Some((SCALE, room)), &Dress::Window, &mut rasteriser);
    ready(drawn, &picture, rasteriser)
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
    // egui_plot settles its axes in the second pass; everything else is laid out in one.
    let passes = if matches!(chart.body, Body::Series(_)) { 2 } else { 1 };
    for n in 1..=passes {
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
    let usual = (width / USUAL_WIDTH).max((width / LEAST_WIDTH).min(1.0));
    let at = |size: f32| {
        let mut scale = usual * size;
        let mut needed = figure::least_size(ui.ctx(), chart, width / scale, dress);
        if needed.x > width / scale + 0.5 {
            // Too narrow for the names and numbers: smaller type, never cut.
            scale = width / needed.x;
            needed = figure::least_size(ui.ctx(), chart, needed.x, dress);
        }
        let room = Room { width: width / scale, height: height / scale };
        // Larger type than usual must leave the rows some air.
        let usable = if size > 1.0 { room.height * AIRY } else { room.height + 0.5 };
        let fits = needed.y <= usable;
        (fits, (scale, Room { height: needed.y.max(room.height), ..room }))
    };
    // The smaller the type the more of it fits, so the largest that does is found by halving.
    let (mut low, mut high) = (0, SIZES.len() - 1);
    let (_, mut fitted) = at(SIZES[high]);
    while low < high {
        let middle = (low + high) / 2;
        let (fits, tried) = at(SIZES[middle]);
        if fits {
            (high, fitted) = (middle, tried);
        } else {
            low = middle + 1;
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
        max_texture_side: Some(ATLAS),
        time: Some(number as f64),
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(room.width, room.height))),
        ..RawInput::default()
    };
    ctx.run_ui(input, paint)
}
