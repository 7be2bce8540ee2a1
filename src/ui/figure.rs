//! Paints a chart: the one function behind the window, the picture file and the tests.
//!
//! Painted shapes are invisible to a screen reader and to the keyboard, so every mark of a figure is a named button
//! over them: Tab reaches it, Enter activates it, and tests find it by name.

use crate::chart::layout::{Dress, Room, layout};
use crate::chart::scene::{Anchor, Area, Ink, Item, Point, Scene, TextMeasure, Type};
use crate::chart::{Body, Chart, Goal};
use crate::model::reading::FigureId;
use crate::ui::{plot, theme, tokens};
use egui::{
    Align2, Context, Id, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};
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
    let scene = Arc::new(layout(chart, room, dress, &Measured(ui.ctx())));
    let laid = Laid { chart: chart.clone(), room, dress: dress.clone(), pixels_per_point, scene: scene.clone() };
    ui.data_mut(|data| data.insert_temp(id, Arc::new(laid)));
    scene
}

/// The least size of a chart that is to be this wide; only within a pass, when the fonts are there.
#[must_use]
pub fn least_size(ctx: &Context, chart: &Chart, width: f32, dress: &Dress) -> Vec2 {
    let scene = layout(chart, Room { width, height: 0.0 }, dress, &Measured(ctx));
    vec2(scene.width, scene.height)
}

/// Text widths in the fonts of a context.
struct Measured<'c>(&'c Context);

impl TextMeasure for Measured<'_> {
    fn width(&self, text: &str, style: Type) -> f32 {
        let colour = egui::Color32::PLACEHOLDER;
        self.0.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), theme::font(style), colour).size().x)
    }
}

fn rect(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_max(Pos2::new(area.left, area.top), Pos2::new(area.right, area.bottom)).translate(origin.to_vec2())
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

/// Paints one item of a scene whose upper left corner is at `origin`.
pub(super) fn paint_item(painter: &Painter, item: &Item, origin: Pos2, dark: bool) {
    let at = |point: Point| origin + Vec2::new(point.x, point.y);
    let colour = |ink| theme::colour(ink, dark);
    match item {
        Item::Fill { area, ink } => {
            painter.rect_filled(rect(*area, origin), 0.0, colour(*ink));
        }
        Item::Frame { area, ink, width } => {
            let stroke = Stroke::new(*width, colour(*ink));
            painter.rect_stroke(rect(*area, origin), 0.0, stroke, StrokeKind::Inside);
        }
        Item::Line { from, to, ink, width } => {
            painter.line_segment([at(*from), at(*to)], Stroke::new(*width, colour(*ink)));
        }
        Item::Polygon { points, ink, filled } => {
            let points = points.iter().copied().map(at).collect();
            let (fill, line) = fill_and_line(colour(*ink), *filled, dark);
            painter.add(Shape::convex_polygon(points, fill, line));
        }
        Item::Circle { center, radius, ink, filled } => {
            let (fill, line) = fill_and_line(colour(*ink), *filled, dark);
            painter.circle(at(*center), *radius, fill, line);
        }
        Item::Text { at: place, anchor, text, style, ink } => {
            let align = match anchor {
                Anchor::Left => Align2::LEFT_TOP,
                Anchor::Center => Align2::CENTER_TOP,
                Anchor::Right => Align2::RIGHT_TOP,
            };
            painter.text(at(*place), align, text, theme::font(*style), colour(*ink));
        }
    }
}

/// Hollow signs are filled with the background, so that what lies under them does not show through.
fn fill_and_line(colour: egui::Color32, filled: bool, dark: bool) -> (egui::Color32, Stroke) {
    let background = theme::colour(Ink::Background, dark);
    if filled { (colour, Stroke::new(1.0, background)) } else { (background, Stroke::new(2.0, colour)) }
}

/// The hover text: the name in bold over the explanation of its term, or the name alone.
fn hover(response: egui::Response, name: &str, hint: &str) {
    if hint.is_empty() {
        response.on_hover_text_at_pointer(name);
        return;
    }
    response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(420.0);
        ui.label(tokens::bold(name));
        ui.label(hint);
    });
}

/// One mark: named, focusable, with its name as the hover text. True when it was activated.
pub(super) fn mark_ui(
    ui: &Ui,
    (name, hint): (&str, &str),
    goal: Option<Goal>,
    rect: Rect,
    id: Id,
    selected: Option<FigureId>,
    dark: bool,
) -> bool {
    let is_selected = selected.is_some() && goal == selected.map(Goal::Figure);
    let sense = if goal.is_some() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    let role = if goal.is_some() { Role::Button } else { Role::Label };
    response.widget_info(|| WidgetInfo::selected(role, true, is_selected, name));
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand(2.0), 2.0, theme::focus(dark), StrokeKind::Outside);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
    } else if is_selected || response.hovered() && goal.is_some() {
        let stroke = Stroke::new(if is_selected { 2.0 } else { 1.0 }, theme::focus(dark).color);
        ui.painter().rect_stroke(rect.expand(1.0), 2.0, stroke, StrokeKind::Outside);
    }
    let clicked = response.clicked();
    if goal.is_some() {
        hover(response.on_hover_cursor(egui::CursorIcon::PointingHand), name, hint);
    } else {
        hover(response, name, hint);
    }
    clicked
}
