//! The list of documents: whose, of which committee, from when, how many figures, and how far each is.

use super::{View, keyboard, tokens};
use crate::command::{Asked, Command};
use crate::lang::Lang;
use crate::model::meeting::DocumentKind;
use crate::model::reading::{DocumentId, Reading};
use crate::state::AppState;
use crate::state::desk::Trouble;
use crate::state::document::{OpenDocument, Stage};
use egui::{Id, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Heights of a row in points: usually, without figures, and with a reason.
const ROW: f32 = 70.0;
const MIDDLE: f32 = 100.0;
const TALL: f32 = 128.0;

/// The heights that rows with reasons and buttons turned out to need, for one width of the list: the guess that each
/// was made for, and the height.
#[derive(Clone, Default, PartialEq)]
struct Heights {
    width: f32,
    needed: BTreeMap<DocumentId, (f32, f32)>,
}

/// The list; only the rows in sight are painted, so that thousands cost no more than a few.
pub fn documents_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(tokens::bold(view.text("doc-list")));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button("+").on_hover_text(view.text("app-open-files")).clicked() {
                view.ask(Command::AskFiles);
            }
        });
    });
    ui.separator();
    let list = view.state.documents.list();
    let id = Id::unique("heights of documents");
    let kept = ui.data(|data| data.get_temp::<Arc<Heights>>(id)).unwrap_or_default();
    ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, seen| {
        let width = ui.available_width();
        let mut known = if kept.width == width { (*kept).clone() } else { Heights { width, ..Heights::default() } };
        let (left, right, origin) = (ui.max_rect().left(), ui.max_rect().right(), ui.max_rect().top());
        let mut top = 0.0;
        for document in list {
            let guess = guess(view.state, document);
            let needed = known.needed.get(&document.id).filter(|(own, _)| *own == guess);
            let bottom = top + needed.map_or(guess, |(_, needed)| *needed);
            if bottom >= seen.top() && top <= seen.bottom() {
                let rect = Rect::from_min_max(pos2(left, origin + top), pos2(right, origin + bottom - 4.0));
                let needed = row_ui(ui, view, document, rect);
                // The committee's name may take two lines.
                if guess > ROW || needed > guess + 1.0 {
                    known.needed.insert(document.id, (guess, needed.max(ROW).ceil()));
                }
            }
            top = bottom;
        }
        ui.set_height(top);
        keyboard::follow(ui);
        if known != *kept {
            ui.data_mut(|data| data.insert_temp(id, Arc::new(known)));
            ui.ctx().request_repaint();
        }
    });
}

/// About how high a row is before it was ever painted; one of the usual height rarely needs another.
fn guess(state: &AppState, document: &OpenDocument) -> f32 {
    match &document.stage {
        Stage::Failed(_) if document.saved.is_some() => TALL + 46.0,
        Stage::Failed(_) => TALL,
        _ if state.trouble(document).is_some() => TALL + 10.0,
        _ if document.twin.is_some() => MIDDLE,
        Stage::Read(reading) if reading.extraction.figures.is_empty() => MIDDLE,
        _ => ROW,
    }
}

/// Paints a row, and gives the height that it needs with the blank under it.
fn row_ui(ui: &mut Ui, view: &mut View<'_>, document: &OpenDocument, rect: Rect) -> f32 {
    let id = ui.scope_id().with(document.id.0);
    let in_focus = view.state.focus.is_some_and(|focus| focus.document() == document.id);
    let (title, details) = (title(view, document), details(view, document));
    let response = ui.interact(rect, id, Sense::click());
    let name = format!("{title}, {details}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, in_focus, &name));
    if response.clicked() {
        view.ask(Command::ShowDocument(document.id));
    }
    if in_focus || response.hovered() || response.has_focus() {
        let visuals = ui.visuals();
        let fill = if in_focus { visuals.selection.bg_fill.gamma_multiply(0.35) } else { visuals.faint_bg_color };
        ui.painter().rect_filled(rect, 4.0, fill);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 4.0, ui.visuals().selection.stroke, egui::StrokeKind::Inside);
    }
    response.context_menu(|ui| {
        if document.reading().is_some() {
            if ui.button(view.text("decide-document-short")).clicked() {
                view.ask(Command::AskDecision(Asked::Document(document.id)));
                ui.close();
            }
            if view.state.document_decision(document.id).is_some() && ui.button(view.text("decide-restore")).clicked() {
                view.ask(Command::Decide(crate::command::Decision::RestoreDocument(document.id)));
                ui.close();
            }
            if ui.button(view.text("decide-add-short")).clicked() {
                view.ask(Command::AskDecision(Asked::Add(document.id)));
                ui.close();
            }
        }
        if ui.button(view.text_with("doc-close", &[("name", document.input.name().into())])).clicked() {
            view.ask(Command::Close(document.id));
            ui.close();
        }
    });
    response.on_hover_text(hover(document));
    let inner = rect.shrink2(vec2(6.0, 3.0));
    let room = Rect::from_min_size(inner.min, vec2(inner.width(), f32::INFINITY));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room).id_salt(id.with("in")));
    inside.set_clip_rect(inner.intersect(ui.clip_rect()));
    inside.spacing_mut().item_spacing = vec2(4.0, 1.0);
    inside.style_mut().interaction.selectable_labels = false;
    inside.horizontal(|ui| {
        let close = ui.available_width() - 22.0;
        ui.allocate_ui(vec2(close, 18.0), |ui| {
            ui.set_width(close);
            ui.add(egui::Label::new(tokens::bold(title)).truncate());
        });
        close_ui(ui, view, document);
    });
    body_ui(&mut inside, view, document, &details);
    inside.min_rect().height() + 12.0
}

fn close_ui(ui: &mut Ui, view: &mut View<'_>, document: &OpenDocument) {
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::click());
    let name = view.text_with("doc-close", &[("name", document.input.name().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    // Drawn, since no font of ours has the sign.
    let (cross, visuals) = (rect.shrink(5.5), ui.style().interact(&response));
    let stroke = egui::Stroke::new(1.5, visuals.fg_stroke.color);
    ui.painter().line_segment([cross.left_top(), cross.right_bottom()], stroke);
    ui.painter().line_segment([cross.right_top(), cross.left_bottom()], stroke);
    if response.on_hover_text(name).clicked() {
        view.ask(Command::Close(document.id));
    }
}

fn body_ui(ui: &mut Ui, view: &mut View<'_>, document: &OpenDocument, details: &str) {
    let tones = tokens::tones(ui);
    match &document.stage {
        Stage::Failed(reason) => {
            ui.label(tokens::bold(details).color(tones.error));
            ui.label(RichText::new(view.message(reason)).small());
            ui.horizontal_wrapped(|ui| {
                if ui.small_button(view.text("doc-retry")).clicked() {
                    view.ask(Command::Retry(document.id));
                }
                trouble_ui(ui, view, document);
            });
        }
        Stage::Read(reading) => {
            if let Some(committee) = &reading.extraction.meeting.committee {
                ui.add(egui::Label::new(committee).wrap());
            }
            ui.add(egui::Label::new(RichText::new(details).weak()).truncate());
            if let Some(twin) = document.twin.and_then(|twin| view.state.documents.get(twin)) {
                let text = view.text_with("doc-twin", &[("name", twin.input.name().into())]);
                ui.label(RichText::new(text).small().color(tones.doubt));
            }
            if view.state.trouble(document).is_some() {
                ui.horizontal_wrapped(|ui| trouble_ui(ui, view, document));
                return;
            }
            if reading.extraction.figures.is_empty() {
                let text = view.text_with("doc-nothing", &[("name", document.input.name().into())]);
                ui.label(RichText::new(text).color(tones.doubt));
            }
        }
        Stage::Waiting | Stage::Reading => {
            ui.add(egui::Label::new(RichText::new(details).weak()).truncate());
        }
    }
}

/// What can be done about a document that is not as the workspace knew it.
fn trouble_ui(ui: &mut Ui, view: &mut View<'_>, document: &OpenDocument) {
    let tones = tokens::tones(ui);
    let Some(trouble) = view.state.trouble(document) else { return };
    let (text, has_figures) = match trouble {
        Trouble::Gone { has_figures } => (None, has_figures),
        Trouble::Changed { has_figures } => (Some("ws-changed"), has_figures),
        Trouble::FromSaved => (Some("ws-from-saved"), false),
    };
    if let Some(text) = text {
        ui.label(RichText::new(view.text(text)).small().color(tones.doubt));
    }
    let mut answers = Vec::new();
    match trouble {
        Trouble::Changed { .. } => answers.push(("ws-accept", Command::Accept(document.id))),
        Trouble::Gone { .. } | Trouble::FromSaved => answers.push(("ws-find", Command::AskRelink(document.id))),
    }
    if has_figures {
        answers.push(("ws-use-saved", Command::UseSaved(document.id)));
    }
    for (key, command) in answers {
        if ui.small_button(view.text(key)).on_hover_text(view.text(&format!("{key}-hint"))).clicked() {
            view.ask(command);
        }
    }
}

/// The municipality where it is known, else the file's name.
#[must_use]
pub fn title(_view: &View<'_>, document: &OpenDocument) -> String {
    let known = document.reading().and_then(|reading| reading.extraction.meeting.municipality.clone());
    known.unwrap_or_else(|| document.input.name())
}

/// Date and number of figures, or the state.
#[must_use]
pub fn details(view: &View<'_>, document: &OpenDocument) -> String {
    match &document.stage {
        Stage::Waiting => view.text("doc-waiting"),
        Stage::Reading => view.text("doc-reading"),
        Stage::Failed(_) => view.text("doc-failed"),
        Stage::Read(reading) => {
            let count = reading.extraction.figures.len();
            let figures = view.text_with("doc-figures", &[("figures", count.into())]);
            let mut parts = vec![date(view.lang, reading)];
            parts.extend((count > 0).then_some(figures));
            if reading.extraction.meeting.kind == DocumentKind::Agenda {
                parts.push(view.text("doc-agenda"));
            }
            parts.join(" · ")
        }
    }
}

/// The date of the meeting as people write it.
#[must_use]
pub fn date(lang: Lang, reading: &Reading) -> String {
    match (reading.extraction.meeting.date, lang) {
        (None, _) => lang.text("doc-unknown-date"),
        (Some(date), Lang::Da) => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        (Some(date), Lang::En) => date.to_string(),
    }
}

fn hover(document: &OpenDocument) -> String {
    document.input.path().map_or_else(|| document.input.name(), |path| path.display().to_string())
}
