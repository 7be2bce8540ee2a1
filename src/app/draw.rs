//! A picture file from a chart: drawn by the window's painter, encoded by `export`.

use crate::chart::Chart;
use crate::chart::drawing::Drawing;
use crate::chart::picture::{Format, Picture, per_inch};
use crate::cli::chart::Draw;
use crate::export::note::make::Artist;
use crate::export::png::{self, About};
use crate::ui::raster::Canvas;
use crate::ui::render;

/// Draws without a window or a display.
#[derive(Clone, Copy, Debug, Default)]
pub struct OffScreen;

impl Artist for OffScreen {
    fn drawing(&self, chart: &Chart, width: f32) -> Drawing {
        render::drawing(chart, width)
    }

    fn png(&self, chart: &Chart, width: f32) -> Result<Vec<u8>, String> {
        encode(&render::bare_pixels(chart, width), &About::default())
    }
}

impl Draw for OffScreen {
    fn picture(&self, chart: &Chart, wanted: &Picture) -> Result<Vec<u8>, String> {
        picture(chart, wanted)
    }

    fn artist(&self) -> &dyn Artist {
        self
    }
}

/// The bytes of a picture, no display needed.
///
/// # Errors
/// The reason in words where the picture cannot be encoded.
pub fn picture(chart: &Chart, picture: &Picture) -> Result<Vec<u8>, String> {
    match picture.format {
        Format::Svg | Format::SvgOutlines => Ok(render::svg(chart, picture).into_bytes()),
        Format::Png => {
            let canvas = render::pixels(chart, picture);
            let head = &chart.head;
            let description = format!("{}. {}", head.subtitle.join(". "), head.sources.join("; "));
            let per_inch = Some(per_inch((picture.width, picture.height)));
            encode(&canvas, &About { title: head.title.clone(), description, per_inch })
        }
    }
}

fn encode(canvas: &Canvas, about: &About) -> Result<Vec<u8>, String> {
    let (width, height) = (canvas.width as u32, canvas.height as u32);
    png::encode_rows(width, height, canvas.rows(), about).map_err(|error| error.to_string())
}
