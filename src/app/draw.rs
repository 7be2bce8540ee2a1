//! A picture file from a chart: drawn by the window's painter, encoded by `export`.

use crate::chart::Chart;
use crate::chart::drawing::Drawing;
use crate::chart::picture::{Format, Picture, per_inch};
use crate::cli::chart::Draw;
use crate::export::note::make::Artist;
use crate::export::png::{self, About};
use crate::ui::render::{self, Ready};
use egui::Color32;
use std::io::Write;
use std::sync::mpsc;
use std::thread;

/// Draws without a window or a display.
#[derive(Clone, Copy, Debug, Default)]
pub struct OffScreen;

impl Artist for OffScreen {
    fn drawing(&self, chart: &Chart, width: f32) -> Drawing {
        render::drawing(chart, width)
    }

    fn png(&self, chart: &Chart, width: f32) -> Result<Vec<u8>, String> {
        encode(&render::bare(chart, width), &About::default())
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
            let ready = render::prepare(chart, picture);
            let head = &chart.head;
            let description = format!("{}. {}", head.subtitle.join(". "), head.sources.join("; "));
            let per_inch = Some(per_inch((picture.width, picture.height)));
            encode(&ready, &About { title: head.title.clone(), description, per_inch })
        }
    }
}

/// Bands that are painted before the ones above them are packed: a high picture never lies in memory as a whole.
const AHEAD: usize = 2;

/// The pixels are packed band by band while a thread of its own paints the next ones.
fn encode(ready: &Ready, about: &About) -> Result<Vec<u8>, String> {
    let pixels = |out: &mut dyn Write| {
        thread::scope(|scope| {
            let (send, painted) = mpsc::sync_channel::<Vec<u8>>(AHEAD);
            let bytes = |band: &[Color32]| band.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
            // Nobody takes the next band where the last could not be written: then the painting ends too.
            scope.spawn(move || ready.bands(|band| send.send(bytes(band))));
            painted.iter().try_for_each(|band| out.write_all(&band))
        })
    };
    png::encode_with(ready.width, ready.height, about, pixels).map_err(|error| error.to_string())
}
