//! A picture file from a chart: drawn by the window's painter, encoded by `export`.

use crate::chart::Chart;
use crate::chart::drawing::Drawing;
use crate::chart::picture::{Format, Picture, per_inch};
use crate::cli::chart::Draw;
use crate::export::note::make::Artist;
use crate::export::png::{self, About};
use crate::ui::render::{self, Ready};

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

/// The pixels are packed band by band as they are painted: a high picture never lies in memory as a whole.
fn encode(ready: &Ready, about: &About) -> Result<Vec<u8>, String> {
    let pixels = |out: &mut dyn std::io::Write| {
        let mut bytes = Vec::new();
        ready.bands(|band| {
            bytes.clear();
            bytes.extend(band.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]));
            out.write_all(&bytes)
        })
    };
    png::encode_with(ready.width, ready.height, about, pixels).map_err(|error| error.to_string())
}
