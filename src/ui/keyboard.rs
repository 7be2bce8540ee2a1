//! The keyboard's place: a ring around what it reached, and scrolling so that it is in sight.

use super::theme;
use egui::{Id, Key, LayerId, Order, StrokeKind, Ui, vec2};

/// Draws a ring around what has the keyboard, as long as the keyboard is what moves: one ring for everything, since
/// some of egui's widgets hardly show it. Called once, after everything else.
pub fn ring_ui(ui: &Ui) {
    let ctx = ui.ctx();
    let id = Id::unique("keyboard moves");
    let (moved, clicked) = ctx.input(|input| {
        let keys = [Key::Tab, Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        (keys.into_iter().any(|key| input.key_pressed(key)), input.pointer.any_pressed())
    });
    if moved || clicked {
        ctx.data_mut(|data| data.insert_temp(id, moved && !clicked));
    }
    if !ctx.data(|data| data.get_temp(id)).unwrap_or(false) {
        return;
    }
    let focused = ctx.memory(|memory| memory.focused());
    let Some(reached) = focused.and_then(|focused| ctx.read_response(focused)) else { return };
    // What has scrolled out of sight is not drawn over its neighbours.
    let seen = reached.interact_rect.expand(4.0);
    let painter = ctx.layer_painter(LayerId::new(Order::Tooltip, id)).with_clip_rect(seen);
    let stroke = theme::focus(ui.visuals().dark_mode);
    painter.rect_stroke(reached.rect.expand(1.0), 4.0, stroke, StrokeKind::Outside);
}

/// Brings what the keyboard just reached into view, with a little of its neighbours; called at the end of what scrolls.
pub fn follow(ui: &Ui) {
    let id = ui.scope_id().with("followed");
    let focused = ui.memory(|memory| memory.focused());
    let before: Option<Id> = ui.data(|data| data.get_temp(id));
    if focused == before {
        return;
    }
    ui.data_mut(|data| match focused {
        Some(new) => drop(data.insert_temp(id, new)),
        None => data.remove::<Id>(id),
    });
    let Some(reached) = focused.and_then(|focused| ui.ctx().read_response(focused)) else { return };
    let inside = reached.layer_id == ui.layer_id() && ui.min_rect().expand(1.0).contains(reached.rect.center());
    if inside && !ui.clip_rect().contains_rect(reached.rect) {
        ui.scroll_to_rect(reached.rect.expand2(vec2(0.0, 24.0)), None);
    }
}

/// The same for one thing in a table whose rows are made only while they are in sight: with it come the rows beside it,
/// so that the keyboard finds them.
pub fn come_into_view(ui: &Ui, reached: &egui::Response) {
    if reached.gained_focus() {
        ui.scroll_to_rect(reached.rect.expand2(vec2(0.0, reached.rect.height() * 2.0)), None);
    }
}
