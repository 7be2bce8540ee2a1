//! Turns egui's triangles into pixels on the processor: the same picture on every machine, no display needed.
//!
//! The rules are those of egui's own painters, so that a file and the window agree: premultiplied colours, blended in
//! gamma space, sampled at pixel centres with the top-left rule, textures bilinear, clip rectangles rounded.

use crate::ui::texture::{Texels, Texture};
use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, TextureId, TexturesDelta};
use std::collections::BTreeMap;

/// The rows of a picture that are painted at a time: few enough to stay in the processor's own memory.
pub const BAND: usize = 128;

/// The textures of one context (the font atlas), kept from pass to pass.
#[derive(Default)]
pub struct Rasteriser {
    textures: BTreeMap<TextureId, Texture>,
}

/// The pixels of a picture, premultiplied.
pub struct Canvas {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<Color32>,
}

/// The part of a picture that may be painted, in whole pixels.
#[derive(Clone, Copy)]
struct Clip {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

/// Some whole rows of a picture, from `top` on.
struct Band<'p> {
    top: usize,
    width: usize,
    pixels: &'p mut [Color32],
}

/// What is to be painted, band by band.
struct Piece<'p> {
    texture: &'p Texture,
    corners: [Corner; 3],
    clip: Clip,
}

impl Rasteriser {
    /// Takes over what a pass changed in the textures; every pass of the context must come here.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        let mut changes: Vec<_> = delta.set.drain().collect();
        changes.sort_by_key(|(id, _)| *id);
        for (id, deltas) in changes {
            for delta in deltas {
                self.change(id, &delta);
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn change(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let Some([x, y]) = delta.pos else {
            self.textures.insert(id, Texture { width, height, texels: Texels::new(&image.pixels) });
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        for (n, pixel) in image.pixels.iter().enumerate() {
            let (column, row) = (x + n % width, y + n / width);
            if column < texture.width && row < texture.height {
                texture.texels.set(row * texture.width + column, *pixel);
            }
        }
    }

    /// Paints tessellated shapes on a ground of one colour.
    #[must_use]
    pub fn paint(
        &self,
        shapes: &[ClippedPrimitive],
        pixels_per_point: f32,
        size: [usize; 2],
        ground: Color32,
    ) -> Canvas {
        let [width, height] = size;
        let mut pixels = Vec::new();
        let keep = |band: &[Color32]| {
            pixels.extend_from_slice(band);
            Ok::<(), std::convert::Infallible>(())
        };
        let Ok(()) = self.bands(shapes, pixels_per_point, (size, BAND), ground, keep);
        Canvas { width, height, pixels }
    }

    /// Paints tessellated shapes band by band, each of at most so many rows, so that a high picture need not lie in
    /// memory as a whole. `take` gets the rows from top to bottom.
    ///
    /// # Errors
    /// What `take` says.
    pub fn bands<E>(
        &self,
        shapes: &[ClippedPrimitive],
        pixels_per_point: f32,
        ([width, height], rows): ([usize; 2], usize),
        ground: Color32,
        mut take: impl FnMut(&[Color32]) -> Result<(), E>,
    ) -> Result<(), E> {
        let meshes = self.meshes(shapes, pixels_per_point, [width, height]);
        // Which triangles reach into which band, in the order of painting.
        let mut reach: Vec<Vec<(u32, u32)>> = vec![Vec::new(); height.div_ceil(rows)];
        for (m, (mesh, _, clip)) in (0u32..).zip(&meshes) {
            for (t, corners) in (0u32..).zip(mesh.triangles()) {
                let y = corners.map(|n| mesh.vertices[n as usize].pos.y * pixels_per_point);
                let top = y.into_iter().fold(f32::INFINITY, f32::min).max(clip.top as f32) as usize;
                let bottom = (y.into_iter().fold(0.0, f32::max).ceil() as usize).min(clip.bottom);
                if top < bottom {
                    reach[top / rows..=(bottom - 1) / rows].iter_mut().for_each(|band| band.push((m, t)));
                }
            }
        }
        let mut pixels = vec![ground; width * rows.min(height)];
        for (band, triangles) in reach.into_iter().enumerate() {
            let top = band * rows;
            let pixels = &mut pixels[..width * rows.min(height - top)];
            pixels.fill(ground);
            let mut canvas = Band { top, width, pixels };
            let bottom = top + rows.min(height - top);
            for (m, t) in triangles {
                let (mesh, texture, clip) = meshes[m as usize];
                let clip = Clip { top: clip.top.max(top), bottom: clip.bottom.min(bottom), ..clip };
                let at = |n: usize| mesh.vertices[mesh.indices[3 * t as usize + n] as usize];
                let corners = std::array::from_fn(|n| Corner::new(&at(n), pixels_per_point));
                triangle(&mut canvas, &Piece { texture, corners, clip });
            }
            take(canvas.pixels)?;
        }
        Ok(())
    }

    /// The meshes that can be seen, each with its texture and the part of the picture that it may cover.
    fn meshes<'s>(
        &'s self,
        shapes: &'s [ClippedPrimitive],
        pixels_per_point: f32,
        [width, height]: [usize; 2],
    ) -> Vec<(&'s Mesh, &'s Texture, Clip)> {
        let mut meshes = Vec::new();
        for ClippedPrimitive { clip_rect, primitive } in shapes {
            // Callbacks draw on a graphics card; no figure has them.
            let Primitive::Mesh(mesh) = primitive else { continue };
            let edge = |value: f32, most: usize| (value * pixels_per_point).round().clamp(0.0, most as f32) as usize;
            let clip = Clip {
                left: edge(clip_rect.min.x, width),
                top: edge(clip_rect.min.y, height),
                right: edge(clip_rect.max.x, width),
                bottom: edge(clip_rect.max.y, height),
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            meshes.push((mesh, texture, clip));
        }
        meshes
    }
}

/// A vertex in pixels.
#[derive(Clone, Copy)]
struct Corner {
    x: f32,
    y: f32,
    u: f32,
    v: f32,
    colour: [f32; 4],
}

impl Corner {
    fn new(vertex: &Vertex, pixels_per_point: f32) -> Self {
        Self {
            x: vertex.pos.x * pixels_per_point,
            y: vertex.pos.y * pixels_per_point,
            u: vertex.uv.x,
            v: vertex.uv.y,
            colour: vertex.color.to_array().map(f32::from),
        }
    }
}

/// Twice the signed area of a triangle; positive when clockwise, y down.
fn area(a: Corner, b: Corner, x: f32, y: f32) -> f32 {
    (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
}

/// True for an upper or left edge of a clockwise triangle: a centre exactly on it belongs to the triangle.
fn owns_edge(a: Corner, b: Corner) -> bool {
    (a.y == b.y && b.x > a.x) || b.y < a.y
}

fn triangle(canvas: &mut Band<'_>, piece: &Piece<'_>) {
    let Piece { texture, corners: [a, mut b, mut c], clip } = *piece;
    let mut whole = area(a, b, c.x, c.y);
    if whole == 0.0 || !whole.is_finite() {
        return;
    }
    if whole < 0.0 {
        (b, c, whole) = (c, b, -whole);
    }
    let low = |values: [f32; 3], least: usize| {
        values.into_iter().fold(f32::INFINITY, f32::min).floor().max(least as f32) as usize
    };
    let high = |values: [f32; 3], most: usize| values.into_iter().fold(0.0, f32::max).ceil().min(most as f32) as usize;
    let (left, right) = (low([a.x, b.x, c.x], clip.left), high([a.x, b.x, c.x], clip.right));
    let (top, bottom) = (low([a.y, b.y, c.y], clip.top), high([a.y, b.y, c.y], clip.bottom));
    let owned = [owns_edge(b, c), owns_edge(c, a), owns_edge(a, b)];
    let flat = a.colour == b.colour && b.colour == c.colour && (a.u, a.v) == (b.u, b.v) && (b.u, b.v) == (c.u, c.v);
    let flat = flat.then(|| multiply(a.colour, texture.sample(a.u, a.v)));
    // A letter has one colour, and most of its box is empty.
    let plain = a.colour == b.colour && b.colour == c.colour;
    for row in top..bottom {
        let y = row as f32 + 0.5;
        let (first, last) = span([a, b, c], owned, y, (left, right));
        if first >= last {
            continue;
        }
        let pixels = &mut canvas.pixels[(row - canvas.top) * canvas.width..][first..last];
        if let Some(source) = flat {
            fill(pixels, source);
            continue;
        }
        for (column, pixel) in (first..).zip(pixels) {
            let x = column as f32 + 0.5;
            let [wa, wb, wc] = [area(b, c, x, y), area(c, a, x, y), area(a, b, x, y)].map(|w| w / whole);
            let mix = |a: f32, b: f32, c: f32| a * wa + b * wb + c * wc;
            let (u, v) = (mix(a.u, b.u, c.u), mix(a.v, b.v, c.v));
            let texel = texture.sample(u, v);
            if texel[3] == 0.0 {
                continue;
            }
            let mixed = || std::array::from_fn(|n| mix(a.colour[n], b.colour[n], c.colour[n]));
            blend(pixel, multiply(if plain { a.colour } else { mixed() }, texel));
        }
    }
}

/// The columns of a row whose centres lie in a triangle: from, up to.
///
/// Each edge function is linear along a row, so the covered columns are one run; where it begins and ends is
/// reckoned first and then settled by the exact rule, pixel by pixel.
fn span([a, b, c]: [Corner; 3], owned: [bool; 3], y: f32, (mut left, mut right): (usize, usize)) -> (usize, usize) {
    let edges = [(b, c), (c, a), (a, b)];
    let inside = |column: usize| {
        let x = column as f32 + 0.5;
        edges.iter().zip(owned).all(|((from, to), owned)| {
            let weight = area(*from, *to, x, y);
            weight > 0.0 || (weight == 0.0 && owned)
        })
    };
    for (from, to) in edges {
        let rise = to.y - from.y;
        let cross = from.x + (to.x - from.x) * (y - from.y) / rise;
        if !cross.is_finite() {
            continue;
        }
        // A clockwise triangle lies to the right of its rising edges and to the left of its falling ones.
        if rise < 0.0 {
            left = left.max((cross - 1.5).max(0.0) as usize);
        } else {
            right = right.min((cross + 1.5).max(0.0) as usize);
        }
    }
    while left < right && !inside(left) {
        left += 1;
    }
    while left < right && !inside(right - 1) {
        right -= 1;
    }
    (left, right)
}

/// Lays one premultiplied colour over a run of pixels.
fn fill(pixels: &mut [Color32], source: [f32; 4]) {
    if source[3] < 255.0 {
        pixels.iter_mut().for_each(|pixel| blend(pixel, source));
    } else {
        let [r, g, b, a] = source.map(|part| (part + 0.5).clamp(0.0, 255.0) as u8);
        pixels.fill(Color32::from_rgba_premultiplied(r, g, b, a));
    }
}

fn multiply(colour: [f32; 4], texel: [f32; 4]) -> [f32; 4] {
    std::array::from_fn(|n| colour[n] * texel[n] / 255.0)
}

/// Lays a premultiplied colour over a pixel.
fn blend(pixel: &mut Color32, source: [f32; 4]) {
    let keep = 1.0 - source[3] / 255.0;
    let under = pixel.to_array();
    let [r, g, b, a] = std::array::from_fn(|n| (source[n] + f32::from(under[n]) * keep + 0.5).clamp(0.0, 255.0) as u8);
    *pixel = Color32::from_rgba_premultiplied(r, g, b, a);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::WHITE_UV;
    use egui::{Pos2, Rect, pos2};

    fn rasteriser() -> Rasteriser {
        let mut rasteriser = Rasteriser::default();
        let white = Texture { width: 1, height: 1, texels: Texels::Letters(vec![255]) };
        rasteriser.textures.insert(TextureId::default(), white);
        rasteriser
    }

    fn quad(min: Pos2, max: Pos2, colour: Color32, clip: Rect) -> ClippedPrimitive {
        let mut mesh = Mesh::default();
        for pos in [min, pos2(max.x, min.y), max, pos2(min.x, max.y)] {
            mesh.vertices.push(Vertex { pos, uv: WHITE_UV, color: colour });
        }
        mesh.indices = vec![0, 1, 2, 0, 2, 3];
        ClippedPrimitive { clip_rect: clip, primitive: Primitive::Mesh(mesh) }
    }

    /// Half-transparent squares side by side: each pixel is covered once, no seam and no overlap.
    #[test]
    fn shared_edges_are_painted_once() {
        let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
        let all = Rect::EVERYTHING;
        let shapes = [quad(pos2(1.0, 1.0), pos2(3.5, 4.0), half, all), quad(pos2(3.5, 1.0), pos2(6.0, 4.0), half, all)];
        let canvas = rasteriser().paint(&shapes, 1.0, [8, 6], Color32::WHITE);
        let once = Color32::from_rgba_premultiplied(255, 127, 127, 255);
        for (n, pixel) in canvas.pixels.iter().enumerate() {
            let (x, y) = (n % 8, n / 8);
            let inside = (1..6).contains(&x) && (1..4).contains(&y);
            assert_eq!(*pixel, if inside { once } else { Color32::WHITE }, "{x} {y}");
        }
    }

    #[test]
    fn nothing_is_painted_outside_the_clip() {
        let clip = Rect::from_min_max(pos2(1.0, 1.0), pos2(2.0, 2.0));
        let shape = quad(pos2(-5.0, -5.0), pos2(50.0, 50.0), Color32::BLACK, clip);
        let canvas = rasteriser().paint(&[shape], 2.0, [6, 6], Color32::WHITE);
        let black = canvas.pixels.iter().filter(|pixel| **pixel == Color32::BLACK).count();
        assert_eq!(black, 4);
    }

    /// However high the bands are, the picture is the same.
    #[test]
    fn bands_make_one_picture() {
        let red = Color32::from_rgba_premultiplied(120, 0, 0, 120);
        let mut slanted = Mesh::default();
        for pos in [pos2(0.3, 0.2), pos2(9.1, 4.7), pos2(2.0, 10.9)] {
            slanted.vertices.push(Vertex { pos, uv: WHITE_UV, color: red });
        }
        slanted.indices = vec![0, 1, 2];
        let primitive = Primitive::Mesh(slanted);
        let slanted = ClippedPrimitive { clip_rect: Rect::EVERYTHING, primitive };
        let shapes = [quad(pos2(1.0, 1.0), pos2(8.0, 9.5), Color32::BLUE, Rect::EVERYTHING), slanted];
        let whole = rasteriser().paint(&shapes, 1.0, [10, 11], Color32::WHITE);
        for rows in [1, 3, 4, 11, 20] {
            let mut pixels = Vec::new();
            let take = |band: &[Color32]| {
                pixels.extend_from_slice(band);
                Ok::<(), ()>(())
            };
            rasteriser().bands(&shapes, 1.0, ([10, 11], rows), Color32::WHITE, take).unwrap();
            assert_eq!(pixels, whole.pixels, "{rows}");
        }
    }
}
