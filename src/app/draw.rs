//! A picture file from a chart: drawn by the window's painter, encoded by `export`.

use crate::chart::Chart;
use crate::chart::picture::{Format, Picture, per_inch};
use crate::export::png::{self, About};
use crate::ui::render;

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
            let about = About { title: head.title.clone(), description, per_inch };
            png::encode(canvas.width as u32, canvas.height as u32, &canvas.rgb(), &about)
                .map_err(|error| error.to_string())
        }
    }
}
