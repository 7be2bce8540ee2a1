//! The source panel: a document's own text, the passage behind a number marked and in view, tables drawn as tables.

pub mod decided;
mod layout;
mod page;
mod paint;
mod paper;

use super::{View, documents, tokens};
use crate::chart::words;
use crate::command::{Asked, Command};
use crate::model::figure::Origin;
use crate::model::reading::{FigureId, Reading};
use crate::state::document::Stage;
use crate::state::source::{self, Focus, Passage};
use crate::state::table;
use egui::{Id, RichText, ScrollArea, Ui};
use layout::Sheet;
use std::sync::Arc;

/// Head, then the text.
pub fn source_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.state;
    let Some(focus) = state.focus else {
        return;
    };
    let Some(document) = state.documents.get(focus.document()) else {
        return;
    };
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(tokens::bold(view.text("source-title")));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button(view.text("app-close")).on_hover_text(view.text("source-hide")).clicked() {
                view.ask(Command::HideSource);
            }
            let back = egui::Button::new(view.text("source-back"));
            if ui.add_enabled(state.can_go_back(), back).clicked() {
                view.ask(Command::Back);
            }
        });
    });
    let name = document.input.name();
    match &document.stage {
        Stage::Read(reading) => {
            let passage = source::passage(focus, &reading.extraction);
            head_ui(ui, view, reading, focus, passage.as_ref());
            let has_pages = document.input.path().is_some() && !reading.document.pages.is_empty();
            bar_ui(ui, view, reading, focus, passage.as_ref(), has_pages);
            ui.separator();
            if has_pages && !shows_text(ui) {
                page::pages_ui(ui, view, reading, focus, passage.as_ref());
            } else {
                text_ui(ui, view, reading, focus, passage.as_ref());
            }
        }
        Stage::Failed(reason) => {
            ui.separator();
            let title = view.text_with("source-failed", &[("name", name.into())]);
            ui.label(tokens::bold(title).color(tokens::tones(ui).error));
            ui.label(view.message(reason));
            if ui.button(view.text("doc-retry")).clicked() {
                view.ask(Command::Retry(document.id));
            }
        }
        Stage::Waiting | Stage::Reading => {
            ui.separator();
            ui.label(name);
            ui.weak(view.text("source-closed"));
        }
    }
}

/// Which document, from when, where in it; and what the figure says.
fn head_ui(ui: &mut Ui, view: &mut View<'_>, reading: &Reading, focus: Focus, passage: Option<&Passage>) {
    let document = &reading.document;
    let mut place = vec![documents::date(view.lang, reading)];
    if let Some(passage) = passage {
        let at = passage.value.unwrap_or(passage.span).start;
        if let Some(page) = document.page_of(at) {
            place.push(view.text_with("source-page", &[("page", page.to_string().into())]));
        } else {
            let line = document.line_of(at).to_string();
            place.push(view.text_with("source-line", &[("line", line.into())]));
        }
    }
    let meeting = &reading.extraction.meeting;
    let whose: Vec<&str> =
        [&meeting.municipality, &meeting.committee].into_iter().flatten().map(String::as_str).collect();
    ui.horizontal_wrapped(|ui| {
        ui.label(tokens::bold(whose.join(" · ")));
        let facts = view.text("source-facts");
        let font = egui::TextStyle::Small.resolve(ui.style());
        let wide = egui::WidgetText::from(facts.as_str()).into_galley(ui, None, f32::INFINITY, font).size().x;
        if ui.available_size_before_wrap().x < wide {
            ui.end_row();
        }
        if ui.link(RichText::new(facts).small()).clicked() {
            view.ask(Command::AskDecision(Asked::Document(focus.document())));
        }
    });
    if let Some(decision) = view.state.document_decision(focus.document()) {
        ui.weak(super::decide::told(view, &decision.about, &decision.reason, decision.time));
    }
    ui.label(RichText::new(format!("{} · {}", document.name, place.join(" · "))).weak());
    if let Focus::Figure(id) = focus {
        figure_ui(ui, view, reading, id);
        super::bases::figure_ui(ui, view, id);
        decided::decided_ui(ui, view, id);
    }
    if let Some(passage) = passage {
        // For those who listen: what is marked, in words.
        let text = view.text_with("source-passage", &[("text", document.one_line(passage.span).into())]);
        let (_, rect) = ui.allocate_space(egui::vec2(ui.available_width(), 1.0));
        let response = ui.interact(rect, ui.scope_id().with("passage"), egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &text));
    }
}

fn figure_ui(ui: &mut Ui, view: &View<'_>, reading: &Reading, id: FigureId) {
    let Some(figure) = reading.extraction.figures.get(id.index as usize) else {
        return;
    };
    let mut about = Vec::new();
    about.extend(figure.place.as_ref().map(ToString::to_string));
    about.extend(figure.period.map(|period| words::period(view.lang, period)));
    about.push(figure.scope.clone());
    about.push(table::measure(figure, view.lang));
    ui.label(RichText::new(format!("{}: {}", about.join(" · "), table::value(figure, view.lang))));
    if matches!(figure.origin, Origin::Computed { .. }) {
        ui.label(RichText::new(view.text("source-computed")).italics());
    }
    if !figure.is_certain() {
        let reasons: Vec<String> = figure.doubts.iter().map(|doubt| table::doubt(*doubt, view.lang)).collect();
        let text = format!("{}: {}", view.text("source-uncertain"), reasons.join(", "));
        ui.label(RichText::new(text).color(tokens::tones(ui).doubt));
    }
}

/// True where a person wants the text of a paged document rather than its pages.
fn shows_text(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(Id::unique("source as text"))).unwrap_or(false)
}

/// Page or text, how large, and the way from figure to figure.
fn bar_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    reading: &Reading,
    focus: Focus,
    passage: Option<&Passage>,
    has_pages: bool,
) {
    let places = source::places(&reading.extraction);
    if !has_pages && places.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        if has_pages {
            let as_text = shows_text(ui);
            for (key, wanted) in [("source-as-page", false), ("source-as-text", true)] {
                if ui.selectable_label(as_text == wanted, view.text(key)).clicked() {
                    ui.data_mut(|data| data.insert_temp(Id::unique("source as text"), wanted));
                }
            }
            if !as_text {
                ui.horizontal(|ui| zoom_ui(ui, view));
            }
        }
        ui.horizontal(|ui| steps_ui(ui, view, &places, focus, passage));
    });
}

fn zoom_ui(ui: &mut Ui, view: &View<'_>) {
    let zoom = page::zoom(ui);
    if button(ui, "−", &view.text("source-smaller"), zoom > *page::ZOOM.start()) {
        page::set_zoom(ui, zoom / 1.25);
    }
    let percent = words::percent(view.lang, f64::from(zoom * 100.0).round(), 0);
    if ui.button(percent).on_hover_text(view.text("source-fit")).clicked() {
        page::set_zoom(ui, 1.0);
    }
    if button(ui, "+", &view.text("source-larger"), zoom < *page::ZOOM.end()) {
        page::set_zoom(ui, zoom * 1.25);
    }
}

/// To the figure before and to the next one, in the order of the text.
fn steps_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    places: &[(crate::model::source::Span, u32)],
    focus: Focus,
    passage: Option<&Passage>,
) {
    let here = passage.map(|passage| passage.value.unwrap_or(passage.span).start);
    let own = places.iter().position(|(_, index)| matches!(focus, Focus::Figure(id) if id.index == *index));
    let (before, after) = match (own, here) {
        (Some(at), _) => (at.checked_sub(1), at + 1),
        (None, Some(here)) => {
            let next = places.partition_point(|(span, _)| span.start < here);
            (next.checked_sub(1), next)
        }
        (None, None) => (None, 0),
    };
    let show = |view: &mut View<'_>, at: usize| {
        view.ask(Command::ShowFigure(FigureId { document: focus.document(), index: places[at].1 }));
    };
    let next = Some(after).filter(|after| *after < places.len());
    if button(ui, "‹", &view.text("source-previous"), before.is_some())
        && let Some(at) = before
    {
        show(view, at);
    }
    let count = places.len().to_string();
    match own {
        Some(at) => {
            let shown = format!("{} / {count}", at + 1);
            let values = [("figure", (at + 1).to_string().into()), ("count", count.into())];
            ui.label(shown).on_hover_text(view.text_with("source-figure-of", &values));
        }
        None => {
            ui.label(view.text_with("source-figures", &[("count", places.len().into())]));
        }
    }
    if button(ui, "›", &view.text("source-next"), next.is_some())
        && let Some(at) = next
    {
        show(view, at);
    }
}

/// A button of one sign with a name for those who listen and those who hover; true where it was clicked.
fn button(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> bool {
    let response = ui.add_enabled(enabled, egui::Button::new(sign).min_size(egui::vec2(24.0, 0.0)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, name));
    response.on_hover_text(name).clicked()
}

/// The text itself. Heights are measured once for a width; then only what is in sight is painted.
fn text_ui(ui: &mut Ui, view: &mut View<'_>, reading: &Reading, focus: Focus, passage: Option<&Passage>) {
    let id = Id::unique("source text").with(focus.document().0);
    let width = (ui.available_width() - 14.0).max(120.0).round();
    let key = layout::Key::new(ui, width, &reading.document.hash);
    let kept = ui.data(|data| data.get_temp::<Arc<Sheet>>(id)).filter(|sheet| sheet.key == key);
    let sheet = kept.unwrap_or_else(|| {
        let sheet = Arc::new(Sheet::new(ui, key, &reading.document, &reading.extraction));
        ui.data_mut(|data| data.insert_temp(id, Arc::clone(&sheet)));
        sheet
    });
    let mut area = ScrollArea::both().id_salt(id).auto_shrink(false);
    // Scrolls once for each request, so that a person can scroll away.
    let asked = (view.state.focus_count, sheet.key.clone());
    let shown = ui.data(|data| data.get_temp::<(u64, layout::Key)>(id.with("shown")));
    if shown.as_ref() != Some(&asked) {
        let offset = passage.map_or(egui::Vec2::ZERO, |passage| {
            let at = passage.value.unwrap_or(passage.span).start;
            let top = sheet.top_of(ui, &reading.document, at) - ui.available_height() / 3.0;
            egui::vec2(sheet.left_of(&reading.document, at), top.max(0.0))
        });
        area = area.scroll_offset(offset);
        ui.data_mut(|data| data.insert_temp(id.with("shown"), asked));
    }
    area.show_viewport(ui, |ui, seen| {
        ui.set_min_size(egui::vec2(sheet.width, sheet.height()));
        let clicked = paint::rows_ui(ui, seen, &sheet, view, reading, focus, passage);
        if let Some(index) = clicked {
            view.ask(Command::ShowFigure(FigureId { document: focus.document(), index }));
        }
    });
}
