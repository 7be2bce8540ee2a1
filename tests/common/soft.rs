//! Pictures of a test's window without a graphics card: the program's own rasteriser as the harness's renderer.

use sidestil::ui::raster::Rasteriser;

/// The renderer of a harness.
#[derive(Default)]
pub struct Soft(Rasteriser);

impl egui_kittest::TestRenderer for Soft {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.0.apply(delta);
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = output.pixels_per_point;
        let room = ctx.input(|input| input.viewport_rect());
        let size = [room.width(), room.height()].map(|side| (side * scale).round() as usize);
        let shapes = ctx.tessellate(output.shapes.clone(), scale);
        let canvas = self.0.paint(&shapes, scale, size, egui::Color32::WHITE);
        let bytes = canvas.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied()).collect();
        image::RgbaImage::from_raw(size[0] as u32, size[1] as u32, bytes).ok_or_else(|| "wrong size".to_owned())
    }
}
