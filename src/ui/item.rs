//! Paints the items of a scene: lines, shapes and texts in the colours of the theme.

use crate::chart::scene::{Anchor, Area, Ink, Item, Point};
use crate::ui::theme;
use egui::{Align2, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2};

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

/// An area of a scene whose upper left corner is at `origin`.
pub(super) fn rect(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_max(Pos2::new(area.left, area.top), Pos2::new(area.right, area.bottom)).translate(origin.to_vec2())
}
