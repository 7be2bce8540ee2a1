//! The pages of a PDF as they look, with the passage behind a number marked and in view.

use super::paint;
use super::paper::Paper;
use crate::command::Command;
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::state::source::{Focus, Passage};
use crate::ui::{View, tokens};
use egui::mutex::Mutex;
use egui::{
    Color32, ColorImage, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How far the view can be made larger and smaller; 1 shows a line of text from end to end.
pub const ZOOM: std::ops::RangeInclusive<f32> = 0.5..=4.0;

/// Points of the screen for each point of paper: smaller at zoom 1 and ordinary text could not be read, so a narrow
/// panel shows a part of the line.
const LEAST: f32 = 0.85;

/// The textures of the pages in sight, by document and page, each with the scale it was drawn at.
type Kept = BTreeMap<(u32, u32), (u32, TextureHandle)>;
type Textures = Arc<Mutex<Kept>>;

/// What is remembered between two turns.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// The request that was last scrolled to.
    shown: (u64, DocumentId),
    /// Points of the screen for each point of paper.
    scale: f32,
    offset: Vec2,
}

/// The zoom, which all documents share.
pub fn zoom(ui: &Ui) -> f32 {
    ui.data(|data| data.get_temp(Id::unique("page zoom"))).unwrap_or(1.0)
}

/// Sets the zoom within its bounds.
pub fn set_zoom(ui: &Ui, zoom: f32) {
    ui.data_mut(|data| data.insert_temp(Id::unique("page zoom"), zoom.clamp(*ZOOM.start(), *ZOOM.end())));
}

/// Paints the pages in sight, and asks for those that are not drawn yet.
pub fn pages_ui(ui: &mut Ui, view: &mut View<'_>, reading: &Reading, focus: Focus, passage: Option<&Passage>) {
    let id = Id::unique("source pages");
    let paper = paper(ui, id, reading);
    let space = ui.available_size();
    let scale = ((space.x - 14.0).max(100.0) / paper.text.span()).max(LEAST) * zoom(ui);
    let asked = (view.state.focus_count, focus.document());
    let before = ui.data(|data| data.get_temp::<Place>(id));
    // The shade at the edges of what scrolls would lie on the paper like dirt.
    ui.spacing_mut().scroll.fade.strength = 0.0;
    let mut area = ScrollArea::both().id_salt(id).auto_shrink(false);
    match before.filter(|place| place.shown == asked) {
        None => area = area.scroll_offset(offset_of(&paper, reading, passage, scale, space)),
        // The same point of the paper stays in the middle.
        Some(place) if (place.scale - scale).abs() > 1e-4 => {
            let middle = space / 2.0;
            let offset = (place.offset + middle) * (scale / place.scale) - middle;
            area = area.scroll_offset(offset.max(Vec2::ZERO));
        }
        Some(_) => {}
    }
    let shown = area.show_viewport(ui, |ui, seen| {
        ui.set_min_size(vec2(paper.width, paper.height) * scale);
        let sheet = Sheet { paper: &paper, reading, focus, passage, scale, origin: ui.max_rect().min.to_vec2() };
        sheet.paint(ui, view, seen);
    });
    let place = Place { shown: asked, scale, offset: shown.state.clamped_offset() };
    ui.data_mut(|data| data.insert_temp(id, place));
    let turned = ui.input(egui::InputState::zoom_delta);
    if (turned - 1.0).abs() > 1e-3 && ui.rect_contains_pointer(shown.inner_rect) {
        set_zoom(ui, zoom(ui) * turned);
        ui.ctx().request_repaint();
    }
}

fn paper(ui: &Ui, id: Id, reading: &Reading) -> Arc<Paper> {
    let id = id.with("paper");
    let kept = ui.data(|data| data.get_temp::<Arc<Paper>>(id));
    kept.filter(|paper| paper.hash == reading.document.hash).unwrap_or_else(|| {
        let paper = Arc::new(Paper::new(reading));
        ui.data_mut(|data| data.insert_temp(id, Arc::clone(&paper)));
        paper
    })
}

/// How far to scroll so that the passage, or the beginning, is in sight.
fn offset_of(paper: &Paper, reading: &Reading, passage: Option<&Passage>, scale: f32, space: Vec2) -> Vec2 {
    let text_left = paper.text.min * scale;
    let first = |passage: &Passage| {
        let rects = paper.rects(&reading.document, passage.value.unwrap_or(passage.span));
        rects.first().map(|(_, rect)| *rect)
    };
    let Some(rect) = passage.and_then(first) else {
        return vec2(text_left, 0.0);
    };
    // Sideways only as far as it must be.
    let right = (rect.right() + 20.0) * scale - space.x;
    let left = text_left.max(right).min(((rect.left() - 20.0) * scale).max(0.0));
    vec2(left, (rect.top() * scale - space.y / 3.0).max(0.0))
}

/// What the pages are painted from.
struct Sheet<'a> {
    paper: &'a Paper,
    reading: &'a Reading,
    focus: Focus,
    passage: Option<&'a Passage>,
    scale: f32,
    origin: Vec2,
}

impl Sheet<'_> {
    fn on_screen(&self, rect: Rect) -> Rect {
        Rect::from_min_max(rect.min * self.scale, rect.max * self.scale).translate(self.origin)
    }

    fn paint(&self, ui: &mut Ui, view: &mut View<'_>, seen: Rect) {
        let in_sight = self.paper.between(seen.top() / self.scale, seen.bottom() / self.scale);
        let document = self.focus.document();
        let pixels = (self.scale * ui.pixels_per_point() * 100.0).round() as u32;
        self.ask(view, document, in_sight.clone(), pixels);
        let textures: Textures =
            ui.data_mut(|data| data.get_temp_mut_or_default::<Textures>(Id::unique("textures")).clone());
        let mut textures = textures.lock();
        textures.retain(|(owner, page), _| *owner == document.0 && in_sight.contains(&(*page as usize - 1)));
        for at in in_sight.clone() {
            self.page(ui, view, at, &mut textures);
        }
        self.marks(ui, &in_sight, &textures);
        let mut clicked = None;
        for (index, rect) in in_sight.flat_map(|at| &self.paper.figures[at]) {
            let rect = self.on_screen(*rect);
            self.underline(ui, *index, rect);
            if paint::figure_ui(ui, view, self.reading, self.focus, *index, rect) {
                clicked = Some(*index);
            }
        }
        if let Some(index) = clicked {
            view.ask(Command::ShowFigure(FigureId { document, index }));
        }
    }

    /// The pages in sight first, then the next and the one before.
    fn ask(&self, view: &mut View<'_>, document: DocumentId, in_sight: std::ops::Range<usize>, scale: u32) {
        let count = self.paper.pages.len();
        let around = [Some(in_sight.end), in_sight.start.checked_sub(1)];
        let around = around.into_iter().flatten().filter(|at| *at < count && !in_sight.is_empty());
        let pages: Vec<u32> = in_sight.clone().chain(around).map(|at| at as u32 + 1).collect();
        if !view.state.pages.covers(document, &pages, scale) {
            view.ask(Command::SeePages { document, pages, scale });
        }
    }

    /// The paper with what is drawn on it, as far as it is there.
    fn page(&self, ui: &Ui, view: &View<'_>, at: usize, textures: &mut Kept) {
        let rect = self.on_screen(self.paper.pages[at]);
        let number = at as u32 + 1;
        let document = self.focus.document();
        ui.painter().rect_filled(rect, 0.0, Color32::WHITE);
        let drawn = view.state.pages.get(document, number);
        match drawn.map(|drawn| (drawn.scale, &drawn.picture)) {
            Some((scale, Ok(picture))) => {
                let texture = textures.entry((document.0, number)).and_modify(|(old, texture)| {
                    if *old != scale {
                        texture.set(image(picture), TextureOptions::LINEAR);
                        *old = scale;
                    }
                });
                let name = || format!("page {number}");
                let new = || (scale, ui.ctx().load_texture(name(), image(picture), TextureOptions::LINEAR));
                let (_, texture) = texture.or_insert_with(new);
                let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                ui.painter().image(texture.id(), rect, whole, Color32::WHITE);
            }
            Some((_, Err(reason))) => {
                let text = view.message(reason);
                let width = (rect.width() - 40.0).max(60.0);
                let galley = ui.painter().layout(text, egui::FontId::proportional(13.5), Color32::from_gray(60), width);
                ui.painter().galley(rect.min + vec2(20.0, 20.0), galley, Color32::from_gray(60));
            }
            None => {}
        }
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(1.0, tokens::tones(ui).line), StrokeKind::Outside);
        let response = ui.interact(rect, ui.scope_id().with(("page", number)), Sense::hover());
        let count = self.paper.pages.len().to_string();
        let name = || {
            view.text_with("source-page-of", &[("page", number.to_string().into()), ("count", count.clone().into())])
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name()));
    }

    /// The passage, its labels and the value, as a marker would leave them on paper.
    fn marks(&self, ui: &Ui, in_sight: &std::ops::Range<usize>, textures: &Kept) {
        let Some(passage) = self.passage else { return };
        let document = &self.reading.document;
        let rects = |span| {
            let rects = self.paper.rects(document, span).into_iter();
            rects.filter(|(page, _)| in_sight.contains(page))
        };
        for rect in passage.heads.iter().flat_map(|head| rects(*head)) {
            self.marker(ui, textures, rect, 1.5, Color32::from_rgb(205, 226, 255));
        }
        for rect in rects(passage.span) {
            self.marker(ui, textures, rect, 1.5, Color32::from_rgb(255, 240, 140));
        }
        // Never by colour alone: the value is framed too.
        for rect in passage.value.into_iter().flat_map(rects) {
            self.marker(ui, textures, rect, 2.5, Color32::from_rgb(255, 196, 70));
            let rect = self.on_screen(rect.1).expand(2.5);
            ui.painter().rect_stroke(rect, 2.0, Stroke::new(2.0, Color32::from_rgb(190, 70, 0)), StrokeKind::Outside);
        }
    }

    /// Colours a part of a page without covering what is printed there: the paper takes the colour, ink stays ink.
    fn marker(&self, ui: &Ui, textures: &Kept, (at, rect): (usize, Rect), around: f32, color: Color32) {
        let page = self.paper.pages[at];
        let rect = rect.expand(around / self.scale).intersect(page);
        let painter = ui.painter();
        match textures.get(&(self.focus.document().0, at as u32 + 1)) {
            Some((_, texture)) => {
                let part = |x: f32, y: f32| pos2((x - page.left()) / page.width(), (y - page.top()) / page.height());
                let part = Rect::from_min_max(part(rect.left(), rect.top()), part(rect.right(), rect.bottom()));
                painter.image(texture.id(), self.on_screen(rect), part, color);
            }
            None => {
                painter.rect_filled(self.on_screen(rect), 0.0, color);
            }
        }
    }

    /// The line under another figure.
    fn underline(&self, ui: &Ui, index: u32, rect: Rect) {
        if !matches!(self.focus, Focus::Figure(id) if id.index == index) {
            let stroke = Stroke::new(1.0, Color32::from_rgb(0, 90, 160));
            ui.painter().hline(rect.x_range(), rect.bottom() + 0.5, stroke);
        }
    }
}

fn image(picture: &crate::state::pages::Picture) -> ColorImage {
    ColorImage::from_rgba_premultiplied([picture.width, picture.height], &picture.rgba)
}
