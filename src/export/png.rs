//! Pixels as a PNG file, with the size in print and what the picture shows written into it.

use std::io::{self, Write};

/// What stands in the file beside the pixels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    pub title: String,
    /// What is compared, and the documents it came from.
    pub description: String,
    /// Pixels in an inch of print; those of a slide where it is not told.
    pub per_inch: Option<u32>,
}

/// Pixels from which a picture is packed fast instead of small.
const LARGE: u64 = 6_000_000;

/// Pixels in a row of one inch, at the scale of a slide of 2400 x 1350.
const PER_INCH: f64 = 192.0;

/// The bytes of a PNG of opaque pixels, three bytes each, row by row.
///
/// # Errors
/// When the number of bytes is not the size that is named.
pub fn encode(width: u32, height: u32, rgb: &[u8], about: &About) -> Result<Vec<u8>, png::EncodingError> {
    encode_with(width, height, about, |out| out.write_all(rgb))
}

/// The same from a function that writes the pixels piece by piece: they need not lie in memory as a whole.
///
/// # Errors
/// When the number of bytes is not the size that is named.
pub fn encode_with(
    width: u32,
    height: u32,
    about: &About,
    pixels: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // A picture of many municipalities is mostly blank: packing it well would take longer than drawing it.
    let large = u64::from(width) * u64::from(height) > LARGE;
    encoder.set_compression(if large { png::Compression::Fast } else { png::Compression::Balanced });
    let per_metre = (about.per_inch.map_or(PER_INCH, f64::from) / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    for (keyword, text) in [("Title", &about.title), ("Description", &about.description)] {
        encoder.add_itxt_chunk(keyword.to_owned(), text.clone())?;
    }
    encoder.add_text_chunk("Software".to_owned(), "Sidestil".to_owned())?;
    let mut writer = encoder.write_header()?;
    let mut stream = writer.stream_writer()?;
    pixels(&mut stream)?;
    stream.finish()?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_pixels_and_words() {
        let about =
            About { title: "Klageudfald".to_owned(), description: "Rødovre, 14.5.2024".to_owned(), per_inch: None };
        let pixels = [255, 0, 0, 0, 255, 0];
        let file = encode(2, 1, &pixels, &about).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().unwrap();
        let mut read = vec![0; 6];
        reader.next_frame(&mut read).unwrap();
        assert_eq!(read, pixels);
        let info = reader.info();
        assert_eq!(info.pixel_dims.map(|dims| dims.xppu), Some(7559));
        assert_eq!(info.utf8_text[1].get_text().unwrap(), "Rødovre, 14.5.2024");
        assert!(encode(2, 2, &pixels, &about).is_err());
    }
}
