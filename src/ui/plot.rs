//! Udvikling in egui_plot: lines over years, with painted signs that can be pointed at.
//!
//! egui_plot's own items are not in the accessibility tree, so each point gets a named button over it.

use crate::chart::Goal;
use crate::chart::by_hand::corner;
use crate::chart::scene::{self, Anchor, Area, Item, Type};
use crate::chart::series::{self, Point, Series};
use crate::chart::series_layout::look;
use crate::chart::sketch::step;
use crate::chart::words;
use crate::lang::Lang;
use crate::model::reading::FigureId;
use crate::ui::item::paint_item;
use crate::ui::mark::mark_ui;
use crate::ui::theme;
use egui::{Pos2, Rect, Sense, Ui, Vec2, vec2};
use egui_plot::{GridMark, Line, LineStyle, Plot, PlotPoint, PlotTransform, VLine};
use std::collections::BTreeSet;

/// The radius of a point's sign.
const RADIUS: f32 = 5.0;

/// Paints the plot in the whole of `ui`; gives the figure whose point was activated.
///
/// `by_hand` are the values that a person corrected or added; their points bear a corner.
pub fn plot_ui(
    mut ui: Ui,
    series: &Series,
    by_hand: &BTreeSet<FigureId>,
    lang: Lang,
    selected: Option<FigureId>,
) -> Option<FigureId> {
    let dark = ui.visuals().dark_mode;
    let (first, last) = (f64::from(series.years.0), f64::from(series.years.1));
    let points = || series.lines.iter().flat_map(|line| &line.points);
    let highest = points().map(|point| point.percent).fold(10.0, f64::max);
    let by = step(highest * 1.08, 5);
    let top = (highest * 1.08 / by).ceil() * by;
    // What egui_plot shows is remembered by this name: other years are another plot, or they would lie outside of it.
    let id = ui.scope_id().with(("series", series.years, top.to_bits()));
    let room = ui.available_size();
    let response = Plot::new(id)
        .width(room.x)
        .height(room.y)
        .sense(Sense::hover())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_x(false)
        .show_y(false)
        .show_background(false)
        .grid_fade(0.0)
        .grid_color(theme::colour(scene::Ink::Grid, dark))
        .set_margin_fraction(Vec2::ZERO)
        .default_x_bounds(first - 0.5, last + 0.5)
        .default_y_bounds(0.0, top)
        .x_grid_spacer(move |_| grid(first, last, 1.0))
        .y_grid_spacer(move |_| grid(0.0, top, by))
        .x_axis_formatter(|mark, _| format!("{:.0}", mark.value))
        .y_axis_formatter(move |mark, _| words::percent(lang, mark.value, 0))
        .label_formatter(|_| None)
        .show(&mut ui, |plot| {
            if series.crosses_new_law() {
                let style = LineStyle::dashed_loose();
                let colour = theme::colour(scene::Ink::Warn, dark);
                plot.vline(VLine::new("", 2023.5).color(colour).width(1.5).style(style).allow_hover(false));
            }
            for (n, line) in series.lines.iter().enumerate() {
                let colour = theme::colour(look(series, n).1, dark);
                for pair in joined(line) {
                    let ends: Vec<[f64; 2]> = pair.iter().map(|p| [f64::from(p.year), p.percent]).collect();
                    let proven = pair.iter().all(|point| point.proven);
                    let style = if proven { LineStyle::Solid } else { LineStyle::dashed_dense() };
                    let width = if line.nation { 1.5 } else { 2.0 };
                    plot.line(Line::new("", ends).color(colour).width(width).style(style).allow_hover(false));
                }
            }
        });
    let corrected = series.lines.iter().flat_map(|line| &line.points);
    for point in corrected.filter(|point| point.figure.is_some_and(|figure| by_hand.contains(&figure))) {
        let at = response.transform.position_from_point(&PlotPoint::new(f64::from(point.year), point.percent));
        paint_item(ui.painter(), &corner(around(at, Vec2::splat(RADIUS * 1.7))), Pos2::ZERO, dark);
    }
    marks(&ui, series, &response.transform, selected, dark)
}

/// Neighbouring points of consecutive years: over a year that is not told no line is drawn.
fn joined(line: &series::Line) -> impl Iterator<Item = &[Point]> {
    line.points.windows(2).filter(|pair| pair[1].year - pair[0].year == 1)
}

/// A mark at every step from `first` to `last`.
fn grid(first: f64, last: f64, by: f64) -> Vec<GridMark> {
    let steps = ((last - first) / by).round() as u32;
    (0..=steps).map(|n| GridMark { value: first + by * f64::from(n), step_size: by }).collect()
}

/// The signs of all points with their values, and the buttons over them.
fn marks(ui: &Ui, series: &Series, at: &PlotTransform, selected: Option<FigureId>, dark: bool) -> Option<FigureId> {
    let painter = ui.painter();
    let place = |point: &Point| at.position_from_point(&PlotPoint::new(f64::from(point.year), point.percent));
    let all: Vec<(usize, &Point, Pos2)> = series
        .lines
        .iter()
        .enumerate()
        .flat_map(|(n, line)| line.points.iter().map(move |point| (n, point)))
        .map(|(n, point)| (n, point, place(point)))
        .collect();
    let mut taken: Vec<Area> = all.iter().map(|(_, _, at)| around(*at, vec2(RADIUS, RADIUS))).collect();
    // Lines count as taken along their whole length, so that no number stands on one.
    for pair in series.lines.iter().flat_map(joined) {
        let (from, to) = (place(&pair[0]), place(&pair[1]));
        let steps = (from.distance(to) / 6.0).ceil().max(1.0);
        let along = (0..=steps as u32).map(|n| from + (to - from) * (n as f32 / steps));
        taken.extend(along.map(|at| around(at, Vec2::splat(1.0))));
    }
    let mut chosen = None;
    // Where signs meet, a municipality's lies over the nation's, and its value is written first.
    let of = |nation: bool| all.iter().filter(move |(n, ..)| series.lines[*n].nation == nation);
    for (n, point, center) in of(true).chain(of(false)) {
        let (shape, ink) = look(series, *n);
        let middle = scene::Point { x: center.x, y: center.y };
        paint_item(painter, &scene::marker(middle, RADIUS, shape, ink, point.proven), Pos2::ZERO, dark);
    }
    for (_, point, center) in of(false).chain(of(true)) {
        label(ui, point, *center, &mut taken, dark);
    }
    for (at, (_, point, center)) in all.iter().enumerate() {
        let rect = Rect::from_center_size(*center, Vec2::splat(RADIUS * 3.2));
        let id = ui.scope_id().with(("point", at));
        if mark_ui(ui, (&point.name, ""), point.figure.map(Goal::Figure), rect, id, selected, dark) {
            chosen = point.figure;
        }
    }
    chosen
}

fn around(center: Pos2, half: Vec2) -> Area {
    Area { left: center.x - half.x, top: center.y - half.y, right: center.x + half.x, bottom: center.y + half.y }
}

/// The value beside its point: above, below, beside or off a corner, wherever nothing stands; else in the hover text only.
fn label(ui: &Ui, point: &Point, center: Pos2, taken: &mut Vec<Area>, dark: bool) {
    let style = Type::Small;
    let colour = egui::Color32::PLACEHOLDER;
    let wide = ui.fonts_mut(|fonts| fonts.layout_no_wrap(point.text.clone(), theme::font(style), colour).size().x);
    let half = vec2(wide / 2.0, style.line() / 2.0);
    let (up, side) = (RADIUS + half.y + 1.0, RADIUS + half.x + 5.0);
    let corner = vec2(half.x + 2.0, up);
    let shifts = [
        vec2(0.0, -up),
        vec2(0.0, up),
        vec2(side, 0.0),
        vec2(-side, 0.0),
        vec2(corner.x, -corner.y),
        vec2(-corner.x, -corner.y),
        vec2(corner.x, corner.y),
        vec2(-corner.x, corner.y),
    ];
    for shift in shifts {
        let area = around(center + shift, half);
        if taken.iter().any(|other| other.overlaps(area)) {
            continue;
        }
        let at = scene::Point { x: area.center().x, y: area.top };
        let text = point.text.clone();
        let item = Item::Text { at, anchor: Anchor::Center, text, style, ink: scene::Ink::Text };
        paint_item(ui.painter(), &item, Pos2::ZERO, dark);
        taken.push(area);
        return;
    }
}
