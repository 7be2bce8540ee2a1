//! Text widths in the fonts of a context: each text is measured once, also over the turns of the window.

use crate::chart::scene::{TextMeasure, Type};
use crate::ui::theme;
use egui::mutex::Mutex;
use egui::{Color32, Context, Id};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How many widths are kept: the words of some hundred charts.
const MOST: usize = 50_000;

/// The widths of texts at one size of the screen's points: glyphs are rounded to its pixels.
#[derive(Default)]
struct Known {
    pixels_per_point: f32,
    count: usize,
    widths: FxHashMap<Type, FxHashMap<String, f32>>,
}

/// Measures texts in the fonts of a context; only within a pass, when the fonts are there.
pub struct Widths<'c> {
    ctx: &'c Context,
    known: Arc<Mutex<Known>>,
}

impl<'c> Widths<'c> {
    #[must_use]
    pub fn new(ctx: &'c Context) -> Self {
        let id = Id::unique("text widths");
        let known: Arc<Mutex<Known>> =
            ctx.data_mut(|data| data.get_temp_mut_or_default::<Arc<Mutex<Known>>>(id).clone());
        let pixels_per_point = ctx.pixels_per_point();
        let mut kept = known.lock();
        if kept.pixels_per_point != pixels_per_point || kept.count > MOST {
            *kept = Known { pixels_per_point, ..Known::default() };
        }
        drop(kept);
        Self { ctx, known }
    }
}

impl TextMeasure for Widths<'_> {
    fn width(&self, text: &str, style: Type) -> f32 {
        let mut known = self.known.lock();
        if let Some(width) = known.widths.get(&style).and_then(|widths| widths.get(text)) {
            return *width;
        }
        let font = theme::font(style);
        let galley = self.ctx.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER));
        let width = galley.size().x;
        known.count += 1;
        known.widths.entry(style).or_default().insert(text.to_owned(), width);
        width
    }
}
