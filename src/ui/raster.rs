//! Turns egui's triangles into pixels on the processor: the same picture on every machine, no display needed.
//!
//! The rules are those of egui's own painters, so that a file and the window agree: premultiplied colours, blended in
//! gamma space, sampled at pixel centres with the top-left rule, textures bilinear, clip rectangles rounded.

use egui::epaint::{ClippedPrimitive, ImageData, ImageDelta, Mesh, Primitive, Vertex};
use egui::{Color32, TextureId, TexturesDelta};
use std::collections::BTreeMap;

/// The textures of one context (the font atlas), kept from pass to pass.
#[derive(Default)]
pub struct Rasteriser {
    textures: BTreeMap<TextureId, Texture>,
}

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

/// The pixels of a picture, premultiplied.
pub struct Canvas {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<Color32>,
}

impl Canvas {
    /// The rows of pixels without their alpha, three bytes each: a picture on an opaque ground.
    pub fn rows(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        let row = |row: &[Color32]| row.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
        self.pixels.chunks(self.width.max(1)).map(row)
    }
}

/// The part of a canvas that may be painted, in whole pixels.
#[derive(Clone, Copy)]
struct Clip {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
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
        let pixels = image.pixels.iter().map(|pixel| pixel.to_array().map(f32::from));
        let [width, height] = image.size;
        let Some([x, y]) = delta.pos else {
            self.textures.insert(id, Texture { width, height, pixels: pixels.collect() });
            return;
        };
        let Some(texture) = self.textures.get_mut(&id) else { return };
        for (n, pixel) in pixels.enumerate() {
            let (column, row) = (x + n % width, y + n / width);
            if column < texture.width && row < texture.height {
                texture.pixels[row * texture.width + column] = pixel;
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
        let mut canvas = Canvas { width, height, pixels: vec![ground; width * height] };
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
            self.mesh(&mut canvas, mesh, pixels_per_point, clip);
        }
        canvas
    }

    fn mesh(&self, canvas: &mut Canvas, mesh: &Mesh, pixels_per_point: f32, clip: Clip) {
        let Some(texture) = self.textures.get(&mesh.texture_id) else { return };
        for [a, b, c] in mesh.triangles() {
            let corners = [a, b, c].map(|n| Corner::new(&mesh.vertices[n as usize], pixels_per_point));
            triangle(canvas, texture, corners, clip);
        }
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

fn triangle(canvas: &mut Canvas, texture: &Texture, corners: [Corner; 3], clip: Clip) {
    let [a, mut b, mut c] = corners;
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
    for row in top..bottom {
        let y = row as f32 + 0.5;
        let (first, last) = span([a, b, c], owned, y, (left, right));
        let pixels = &mut canvas.pixels[row * canvas.width..][first..last.max(first)];
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
            // Most of a letter's box is empty.
            if texel[3] == 0.0 {
                continue;
            }
            let colour = std::array::from_fn(|n| mix(a.colour[n], b.colour[n], c.colour[n]));
            blend(pixel, multiply(colour, texel));
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

impl Texture {
    /// The colour at a place from 0 to 1, mixed from the four nearest texels.
    fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let x = (u * self.width as f32 - 0.5).clamp(0.0, self.width as f32 - 1.0);
        let y = (v * self.height as f32 - 0.5).clamp(0.0, self.height as f32 - 1.0);
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (dx, dy) = (x - left as f32, y - top as f32);
        let at = |column: usize, row: usize| self.pixels[row * self.width + column];
        let (a, b, c, d) = (at(left, top), at(right, top), at(left, bottom), at(right, bottom));
        std::array::from_fn(|n| {
            let upper = a[n] + (b[n] - a[n]) * dx;
            let lower = c[n] + (d[n] - c[n]) * dx;
            upper + (lower - upper) * dy
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::epaint::WHITE_UV;
    use egui::{Pos2, Rect, pos2};

    fn rasteriser() -> Rasteriser {
        let mut rasteriser = Rasteriser::default();
        let white = Texture { width: 1, height: 1, pixels: vec![[255.0; 4]] };
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
}
