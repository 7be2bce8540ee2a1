//! Paints a chart: the one function behind the window, the picture file and the tests.
//!
//! Every mark of a figure is a named button over the painted shapes: Tab reaches it, Enter activates it, and tests find
//! it by name.

use crate::chart::layout::{Dress, Room, layout};
use crate::chart::scene::{Ink, Item, Scene};
use crate::chart::{Body, Chart, Goal};
use crate::model::reading::FigureId;
use crate::ui::item::{paint_item, rect};
use crate::ui::mark::mark_ui;
use crate::ui::widths::Widths;
use crate::ui::{plot, theme};
use egui::{Context, Painter, Pos2, Rect, Sense, Stroke, Ui, Vec2, vec2};
use std::sync::Arc;

/// Shows a chart as wide as there is room; gives the figure whose mark was activated.
pub fn figure_ui(ui: &mut Ui, chart: &Chart, selected: Option<FigureId>) -> Option<FigureId> {
    let height = ui.available_height();
    let room = Room { width: ui.available_width(), height: if height.is_finite() { height } else { 0.0 } };
    figure(ui, chart, room, &Dress::Window, selected)
}

/// Shows a chart in this room and dress; gives the figure whose mark was activated.
pub fn figure(ui: &mut Ui, chart: &Chart, room: Room, dress: &Dress, selected: Option<FigureId>) -> Option<FigureId> {
    match show(ui, chart, room, dress, selected) {
        Some(Goal::Figure(figure)) => Some(figure),
        _ => None,
    }
}

/// Shows a chart in this room and dress; gives where the mark leads that was activated.
pub fn show(ui: &mut Ui, chart: &Chart, room: Room, dress: &Dress, selected: Option<FigureId>) -> Option<Goal> {
    let scene = scene(ui, chart, room, dress);
    let (outer, response) = ui.allocate_exact_size(vec2(scene.width, scene.height), Sense::hover());
    let dark = ui.visuals().dark_mode;
    paint(&ui.painter().with_clip_rect(ui.clip_rect()), &scene, outer.min, dark);
    let mut chosen = None;
    if let (Some(area), Body::Series(series)) = (scene.plot, &chart.body) {
        let plot = rect(area, outer.min);
        let child = ui.new_child(egui::UiBuilder::new().id_salt("plot").max_rect(plot));
        chosen = plot::plot_ui(child, series, &chart.head.by_hand, chart.lang, selected).map(Goal::Figure);
    }
    let shifted = Pos2::new(pinned_left(ui.clip_rect(), outer.min), outer.min.y);
    for (n, mark) in scene.marks.iter().enumerate() {
        let pinned = scene.pinned.as_ref().is_some_and(|pinned| pinned.marks.contains(&n));
        let place = rect(mark.area, if pinned { shifted } else { outer.min });
        // What has scrolled under the names is not to be clicked there.
        let hidden = scene.pinned.as_ref().filter(|_| !pinned).map(|strip| rect(strip.area, shifted).right());
        if hidden.is_some_and(|right| place.center().x < right) {
            continue;
        }
        if mark_ui(ui, (&mark.name, &mark.hint), mark.goal, place, response.id.with(n), selected, dark) {
            chosen = mark.goal;
        }
    }
    chosen
}

/// What a layout was made for, and the layout: laying out again only what changed keeps a frame cheap.
struct Laid {
    chart: Chart,
    room: Room,
    dress: Dress,
    pixels_per_point: f32,
    scene: Arc<Scene>,
}

fn scene(ui: &Ui, chart: &Chart, room: Room, dress: &Dress) -> Arc<Scene> {
    let id = ui.scope_id().with("figure");
    let pixels_per_point = ui.ctx().pixels_per_point();
    let laid: Option<Arc<Laid>> = ui.data(|data| data.get_temp(id));
    if let Some(laid) = laid {
        let same = laid.room == room && laid.dress == *dress && laid.pixels_per_point == pixels_per_point;
        if same && laid.chart == *chart {
            return laid.scene.clone();
        }
    }
    let scene = Arc::new(layout(chart, room, dress, &Widths::new(ui.ctx())));
    let laid = Laid { chart: chart.clone(), room, dress: dress.clone(), pixels_per_point, scene: scene.clone() };
    ui.data_mut(|data| data.insert_temp(id, Arc::new(laid)));
    scene
}

/// The least size of a chart that is to be this wide; only within a pass, when the fonts are there.
#[must_use]
pub fn least_size(ctx: &Context, chart: &Chart, width: f32, dress: &Dress) -> Vec2 {
    let scene = layout(chart, Room { width, height: 0.0 }, dress, &Widths::new(ctx));
    vec2(scene.width, scene.height)
}

/// Where the strip of names begins: at its own place, or at the edge of what is visible.
fn pinned_left(clip: Rect, origin: Pos2) -> f32 {
    origin.x.max(clip.left())
}

/// Paints the items of a scene, leaving out what lies outside the visible part; the strip that stays in view last.
fn paint(painter: &Painter, scene: &Scene, origin: Pos2, dark: bool) {
    let clip = painter.clip_rect();
    let seen = |item: &Item| {
        let (top, bottom) = item.reach();
        let (left, right) = item.across();
        let high = origin.y + bottom >= clip.top() && origin.y + top <= clip.bottom();
        high && origin.x + right >= clip.left() && origin.x + left <= clip.right()
    };
    let in_strip = |n: usize| scene.pinned.as_ref().is_some_and(|pinned| pinned.items.contains(&n));
    for (n, item) in scene.items.iter().enumerate() {
        if !in_strip(n) && seen(item) {
            paint_item(painter, item, origin, dark);
        }
    }
    let Some(pinned) = &scene.pinned else { return };
    let shifted = Pos2::new(pinned_left(clip, origin), origin.y);
    if shifted.x > origin.x {
        let ground = rect(pinned.area, shifted);
        painter.rect_filled(ground, 0.0, theme::colour(Ink::Background, dark));
        painter.vline(ground.right(), ground.y_range(), Stroke::new(1.0, theme::colour(Ink::Axis, dark)));
    }
    for item in &scene.items[pinned.items.clone()] {
        let (top, bottom) = item.reach();
        if origin.y + bottom >= clip.top() && origin.y + top <= clip.bottom() {
            paint_item(painter, item, shifted, dark);
        }
    }
}
