//! The search across all open documents: hits by municipality, each a way to its passage.

use super::{View, documents, tokens};
use crate::command::Command;
use crate::find::{Hit, MOST};
use crate::model::source::{Document, Span};
use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, Id, RichText, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

/// Height of a row of the list in points: a group's name, or two lines of a hit.
const ROW: f32 = 42.0;
/// How many letters of a passage are shown before its first mark, and in all.
const BEFORE: usize = 60;
const LENGTH: usize = 260;

/// A row of the list.
enum Row<'a> {
    Group(&'a crate::state::search::Group),
    Hit(&'a Hit),
}

/// The field and the hits.
pub fn search_ui(ui: &mut Ui, view: &mut View<'_>) {
    let search = &view.state.search;
    let id = field();
    ui.horizontal(|ui| {
        let name = ui.label(tokens::bold(view.text("search-title")));
        let mut query = search.query().to_owned();
        let field = TextEdit::singleline(&mut query).id(id).hint_text(view.text("search-hint")).desired_width(360.0);
        let edit = ui.add(field).labelled_by(name.id);
        if edit.changed() {
            view.ask(Command::Search(query));
        }
        if ui.data(|data| data.get_temp(id)).unwrap_or(true) {
            ui.data_mut(|data| data.insert_temp(id, false));
            edit.request_focus();
        }
        if ui.button(view.text("search-leave")).clicked() || ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            take_keyboard(ui.ctx());
            view.ask(Command::ShowSearch(false));
        }
    });
    ui.weak(status(view));
    ui.separator();
    let rows: Vec<Row<'_>> = search
        .groups()
        .iter()
        .flat_map(|group| std::iter::once(Row::Group(group)).chain(group.hits.iter().map(Row::Hit)))
        .collect();
    egui::ScrollArea::vertical().auto_shrink(false).show_rows(ui, ROW, rows.len(), |ui, seen| {
        for row in &rows[seen] {
            match row {
                Row::Group(group) => group_ui(ui, view, group),
                Row::Hit(hit) => hit_ui(ui, view, hit),
            }
        }
        super::keyboard::follow(ui);
    });
}

fn status(view: &View<'_>) -> String {
    let search = &view.state.search;
    let count = search.count();
    if search.query().trim().is_empty() {
        return view.text("search-how");
    }
    if search.is_awaited() {
        return view.text("search-busy");
    }
    if count == 0 {
        return view.text("search-none");
    }
    if search.more {
        return view.text_with("search-more", &[("count", MOST.into())]);
    }
    view.text_with("search-count", &[("count", count.into()), ("places", search.groups().len().into())])
}

fn group_ui(ui: &mut Ui, view: &View<'_>, group: &crate::state::search::Group) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let place = group.place.clone().unwrap_or_else(|| view.text("doc-unknown-place"));
    let text = format!("{place} ({})", group.hits.len());
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(4.0, 0.0))));
    inside.with_layout(egui::Layout::left_to_right(egui::Align::Max), |ui| ui.label(tokens::bold(text).size(15.0)));
}

fn hit_ui(ui: &mut Ui, view: &mut View<'_>, hit: &Hit) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let Some(document) = view.state.documents.get(hit.document) else { return };
    let Some(reading) = document.reading() else { return };
    let at = hit.marks.first().map_or(hit.passage.start, |mark| mark.start);
    let line = reading.document.line_of(at).to_string();
    let from = format!(
        "{} · {} · {}",
        documents::date(view.lang, reading),
        document.input.name(),
        view.text_with("source-line", &[("line", line.into())])
    );
    let spoken = format!("{}: {from}", reading.document.one_line(hit.passage));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let visuals = ui.visuals();
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 3.0, visuals.faint_bg_color);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 3.0, visuals.selection.stroke, egui::StrokeKind::Inside);
    }
    let job = snippet(ui, &reading.document, hit, rect.width() - 20.0);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(rect.min + vec2(12.0, 2.0), galley, ui.visuals().text_color());
    let weak = ui.visuals().weak_text_color();
    let place = rect.left_bottom() + vec2(12.0, -3.0);
    ui.painter().text(place, egui::Align2::LEFT_BOTTOM, from, FontId::proportional(11.5), weak);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        view.ask(Command::ShowSpan(hit.document, hit.passage));
    }
}

/// The passage around its first mark on one line, the marks bold on a ground.
fn snippet(ui: &Ui, document: &Document, hit: &Hit, width: f32) -> LayoutJob {
    let first = hit.marks.first().map_or(hit.passage.start, |mark| mark.start);
    let before = document.slice(Span { start: hit.passage.start, end: first });
    let skipped = beginning(before);
    let start = hit.passage.start + skipped as u32;
    let tones = tokens::tones(ui);
    let plain = TextFormat::simple(FontId::proportional(13.5), ui.visuals().text_color());
    let mut marked = TextFormat::simple(FontId::new(13.5, super::theme::bold()), ui.visuals().text_color());
    marked.background = tones.passage;
    let mut job = LayoutJob::default();
    job.wrap.max_rows = 1;
    job.wrap.max_width = width;
    job.wrap.break_anywhere = true;
    if skipped > 0 {
        job.append("… ", 0.0, plain.clone());
    }
    let mut at = start;
    let mut letters = 0;
    let mut push = |job: &mut LayoutJob, span: Span, format: &TextFormat| {
        let text: String = document.slice(span).chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        letters += text.chars().count();
        if letters < LENGTH * 2 {
            job.append(&text, 0.0, format.clone());
        }
    };
    for mark in hit.marks.iter().filter(|mark| mark.start >= start) {
        if mark.start >= at {
            push(&mut job, Span { start: at, end: mark.start }, &plain);
            push(&mut job, *mark, &marked);
            at = mark.end;
        }
    }
    push(&mut job, Span { start: at, end: hit.passage.end.max(at) }, &plain);
    job
}

/// Where the text before a mark begins to be shown, in bytes: not too far from the mark, and with a whole word.
fn beginning(before: &str) -> usize {
    let far = before.chars().count().saturating_sub(BEFORE);
    if far == 0 {
        return 0;
    }
    let cut = before.char_indices().nth(far).map_or(0, |(at, _)| at);
    let word = before[cut..].find(char::is_whitespace).map_or(before.len(), |blank| cut + blank);
    before.len() - before[word..].trim_start().len()
}

fn field() -> Id {
    Id::unique("search field")
}

/// The field takes the keyboard the next time that it is shown.
pub fn take_keyboard(ctx: &egui::Context) {
    ctx.data_mut(|data| data.insert_temp(field(), true));
}

/// The button that opens the search.
pub fn button_ui(ui: &mut Ui, view: &mut View<'_>) {
    let open = view.state.search.open;
    let text = RichText::new(view.text("search-open"));
    if ui.selectable_label(open, text).on_hover_text("Ctrl+F").clicked() {
        take_keyboard(ui.ctx());
        view.ask(Command::ShowSearch(!open));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_begins_with_a_whole_word() {
        assert_eq!(beginning("En kort sætning om "), 0);
        let long = format!("{}omgørelsesprocenten er derfor ", "lang sætning ".repeat(20));
        let shown = &long[beginning(&long)..];
        assert!(long.contains(&format!(" {shown}")) && shown.chars().count() <= BEFORE, "{shown}");
        let word = "x".repeat(3 * BEFORE);
        assert_eq!(beginning(&word), word.len());
    }
}
