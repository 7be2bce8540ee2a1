//! Long lists of pieces of unlike heights, of which only those in sight are laid out.

use super::keyboard;
use egui::{Id, Rect, ScrollArea, Ui, pos2, vec2};
use std::collections::BTreeMap;

/// So much above and below what is in sight is laid out too, in points: Tab finds the next piece there.
const MARGIN: f32 = 240.0;

/// The heights that were measured, by the pieces' keys, for one width and one size of letters.
#[derive(Clone, Default)]
struct Heights {
    width: f32,
    pixels_per_point: f32,
    known: BTreeMap<u64, f32>,
}

/// Scrolls the pieces of a list. `key` tells them apart from one turn to the next; a piece that was never in sight is
/// taken to be `guess` points high. `show` paints one.
pub fn list_ui<T>(
    ui: &mut Ui,
    id: Id,
    pieces: &[T],
    key: impl Fn(&T) -> u64,
    guess: impl Fn(&T) -> f32,
    mut show: impl FnMut(&mut Ui, &T),
) {
    let mut heights = ui.data_mut(|data| data.remove_temp::<Heights>(id)).unwrap_or_default();
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show_viewport(ui, |ui, seen| {
        let (width, pixels_per_point) = (ui.available_width(), ui.ctx().pixels_per_point());
        if heights.width != width || heights.pixels_per_point != pixels_per_point {
            heights = Heights { width, pixels_per_point, known: BTreeMap::new() };
        }
        let height =
            |heights: &Heights, piece: &T| heights.known.get(&key(piece)).copied().unwrap_or_else(|| guess(piece));
        let tops: Vec<f32> = pieces
            .iter()
            .scan(0.0, |top, piece| {
                let own = *top;
                *top += height(&heights, piece);
                Some(own)
            })
            .collect();
        let total = tops.last().map_or(0.0, |top| top + pieces.last().map_or(0.0, |last| height(&heights, last)));
        let from = tops.partition_point(|top| *top <= seen.top() - MARGIN).saturating_sub(1);
        let start = ui.max_rect().left_top();
        let mut top = tops.get(from).copied().unwrap_or(0.0);
        let mut changed = false;
        let mut at = from;
        while at < pieces.len() && top < seen.bottom() + MARGIN {
            let piece = &pieces[at];
            let place = Rect::from_min_size(pos2(start.x, start.y + top), vec2(width, f32::INFINITY));
            let builder = egui::UiBuilder::new().max_rect(place).id_salt(key(piece));
            let used = ui.scope_builder(builder, |ui| show(ui, piece)).response.rect;
            let own = used.height() + ui.spacing().item_spacing.y;
            changed |= heights.known.insert(key(piece), own) != Some(own);
            top += own;
            at += 1;
        }
        let rest: f32 = pieces[at.min(pieces.len())..].iter().map(|piece| height(&heights, piece)).sum();
        let bottom = if at > from { top + rest } else { total };
        ui.expand_to_include_rect(Rect::from_min_size(start, vec2(1.0, bottom)));
        if changed {
            ui.ctx().request_repaint();
        }
        keyboard::follow(ui);
    });
    ui.data_mut(|data| data.insert_temp(id, heights));
}
