//! A mark of a figure: painted shapes are invisible to a screen reader and to the keyboard, so a named button stands over
//! them.

use crate::chart::Goal;
use crate::model::reading::FigureId;
use crate::ui::{theme, tokens};
use egui::{Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

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
