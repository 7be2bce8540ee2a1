//! The textures of a picture that is painted on the processor: letters as a byte each, all else in colours.

use egui::Color32;

/// A picture that triangles are painted with.
pub(super) struct Texture {
    pub width: usize,
    pub height: usize,
    pub texels: Texels,
}

/// What a texture is made of.
pub(super) enum Texels {
    /// How much of each texel a letter covers: white, a byte each. The font atlas is wide, and nothing else in a file.
    Letters(Vec<u8>),
    /// Premultiplied colours.
    Colours(Vec<[u8; 4]>),
}

impl Texture {
    /// The colour at a place from 0 to 1, mixed from the four nearest texels.
    pub fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let x = (u * self.width as f32 - 0.5).clamp(0.0, self.width as f32 - 1.0);
        let y = (v * self.height as f32 - 0.5).clamp(0.0, self.height as f32 - 1.0);
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (dx, dy) = (x - left as f32, y - top as f32);
        let [a, b, c, d] = [(left, top), (right, top), (left, bottom), (right, bottom)];
        let [a, b, c, d] = [a, b, c, d].map(|(column, row)| row * self.width + column);
        let between = |a: u8, b: u8, c: u8, d: u8| {
            let [a, b, c, d] = [a, b, c, d].map(f32::from);
            let upper = a + (b - a) * dx;
            let lower = c + (d - c) * dx;
            upper + (lower - upper) * dy
        };
        match &self.texels {
            Texels::Letters(texels) => {
                let corners = [texels[a], texels[b], texels[c], texels[d]];
                if corners == [0; 4] {
                    return [0.0; 4];
                }
                let [a, b, c, d] = corners;
                [between(a, b, c, d); 4]
            }
            Texels::Colours(texels) => {
                let [a, b, c, d] = [texels[a], texels[b], texels[c], texels[d]];
                std::array::from_fn(|n| between(a[n], b[n], c[n], d[n]))
            }
        }
    }
}

impl Texels {
    pub fn new(pixels: &[Color32]) -> Self {
        let colours = pixels.iter().map(Color32::to_array);
        let grey = colours.clone().all(|[r, g, b, a]| r == a && g == a && b == a);
        if grey { Self::Letters(colours.map(|colour| colour[3]).collect()) } else { Self::Colours(colours.collect()) }
    }

    pub fn set(&mut self, at: usize, pixel: Color32) {
        let colour = pixel.to_array();
        match self {
            Self::Colours(texels) => texels[at] = colour,
            Self::Letters(texels) if colour == [colour[3]; 4] => texels[at] = colour[3],
            Self::Letters(texels) => {
                // The first coloured texel: from now on all have colours.
                let mut coloured: Vec<[u8; 4]> = texels.iter().map(|&cover| [cover; 4]).collect();
                coloured[at] = colour;
                *self = Self::Colours(coloured);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coloured_texel_makes_the_texture_coloured() {
        let mut texels = Texels::new(&[Color32::WHITE, Color32::TRANSPARENT]);
        assert!(matches!(texels, Texels::Letters(_)));
        texels.set(1, Color32::RED);
        let Texels::Colours(colours) = texels else { panic!("still letters") };
        assert_eq!(colours, [[255; 4], [255, 0, 0, 255]]);
    }
}
