//! The question for a decision about a figure or a document: what is stated stands above, a reason is asked for.

use super::draft::{Draft, belongs};
use super::{View, tokens};
use crate::chart::words;
use crate::command::{Asked, Command};
use crate::lang::{Lang, term};
use crate::model::correction::{About, Change};
use crate::model::figure::{Figure, Measure};
use crate::model::source::{Document, Span};
use crate::state::table;
use egui::{ComboBox, Grid, Id, Key, Modal, RichText, TextEdit, Ui};

/// Width of the question in points.
const WIDTH: f32 = 560.0;

/// The question that is open.
pub fn decide_ui(ui: &mut Ui, view: &mut View<'_>, asked: Asked) {
    let id = Id::unique("decision");
    let kept: Option<Draft> = ui.data(|data| data.get_temp(id)).filter(|draft: &Draft| draft.asked == asked);
    let mut draft = kept.unwrap_or_else(|| Draft::new(view, asked));
    let mut decision = None;
    let mut left = false;
    let response = Modal::new(id.with("window")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text(title(asked)));
        ui.add_space(tokens::GAP);
        stated_ui(ui, view, asked);
        match asked {
            Asked::Correct(_) | Asked::Add(_) => facts_ui(ui, view, &mut draft),
            Asked::Document(_) => document_ui(ui, view, &mut draft),
            Asked::Confirm(_) | Asked::LeaveOut(_) => {}
        }
        ui.add_space(tokens::GAP * 0.5);
        let entered = reason_ui(ui, view, &mut draft);
        ui.add_space(tokens::GAP);
        let ready = draft.decision(view.lang);
        if let Err(missing) = &ready {
            ui.label(RichText::new(view.text(missing)).color(tokens::tones(ui).doubt));
        }
        ui.horizontal(|ui| {
            let save = ui.add_enabled(ready.is_ok(), egui::Button::new(view.text("decide-save"))).clicked();
            if save || entered {
                decision = ready.ok();
            }
            left = ui.button(view.text("app-cancel")).clicked();
        });
    });
    if let Some(decision) = decision {
        ui.data_mut(|data| data.remove::<Draft>(id));
        view.ask(Command::Decide(decision));
    } else if left || response.should_close() {
        ui.data_mut(|data| data.remove::<Draft>(id));
        view.ask(Command::DismissDialog);
    } else {
        ui.data_mut(|data| data.insert_temp(id, draft));
    }
}

fn title(asked: Asked) -> &'static str {
    match asked {
        Asked::Confirm(_) => "decide-confirm",
        Asked::Correct(_) => "decide-correct",
        Asked::LeaveOut(_) => "decide-leave-out",
        Asked::Add(_) => "decide-add",
        Asked::Document(_) => "decide-document",
    }
}

/// What the document states: it stands beside whatever is decided.
fn stated_ui(ui: &mut Ui, view: &View<'_>, asked: Asked) {
    let Some(id) = asked.figure() else { return };
    let Some(reading) = view.state.documents.reading(id.document) else { return };
    if let Some(stated) = view.state.stated(id) {
        let text = view.text_with("decide-stated", &[("figure", about(view.lang, stated).into())]);
        ui.label(tokens::bold(text));
        if let Some(source) = stated.source() {
            let quote: String = quote(&reading.document, source.passage, &source.heads).chars().take(400).collect();
            ui.label(RichText::new(quote).weak());
        }
        if !stated.is_certain() {
            let doubts: Vec<String> = stated.doubts.iter().map(|doubt| table::doubt(*doubt, view.lang)).collect();
            let text = format!("{}: {}", view.text("source-uncertain"), doubts.join(", "));
            ui.label(RichText::new(text).color(tokens::tones(ui).doubt));
        }
    }
    ui.add_space(tokens::GAP * 0.5);
}

/// A passage in quotation marks; a cell with the labels of its row and column, without which it says nothing.
#[must_use]
pub fn quote(document: &Document, passage: Span, heads: &[Span]) -> String {
    let text = document.one_line(passage);
    let heads: Vec<String> =
        heads.iter().map(|head| document.one_line(*head)).filter(|head| !head.is_empty()).collect();
    if heads.is_empty() { format!("»{text}«") } else { format!("»{}: {text}«", heads.join(" · ")) }
}

/// A figure in one line.
#[must_use]
pub fn about(lang: Lang, figure: &Figure) -> String {
    let mut parts = Vec::new();
    parts.extend(figure.place.as_ref().map(|place| words::place(lang, place)));
    parts.extend(figure.period.map(|period| words::period(lang, period)));
    parts.push(figure.scope.clone());
    parts.push(format!("{} {}", table::measure(figure, lang), table::value(figure, lang)));
    parts.join(" · ")
}

fn facts_ui(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    Grid::new("facts").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        line(ui, view, "app-column-place", &mut draft.place, "decide-place-hint");
        line(ui, view, "app-column-period", &mut draft.period, "decide-period-hint");
        line(ui, view, "app-column-scope", &mut draft.scope, "decide-scope-hint");
        let name = ui.label(view.text("app-column-measure"));
        let shown = |measure: &Measure| term::term(view.lang, "app-measure", measure.key());
        let combo = ComboBox::from_id_salt("measure").width(260.0).selected_text(shown(&draft.measure));
        let response = combo.show_ui(ui, |ui| {
            for (measure, _) in Measure::NAMED {
                let text = shown(&measure);
                if ui.selectable_label(draft.measure == measure, text).clicked() {
                    let (topic, unit) = belongs(&measure);
                    (draft.topic, draft.unit, draft.measure) = (topic, unit, measure);
                }
            }
        });
        response.response.labelled_by(name.id);
        ui.end_row();
        line(ui, view, "app-column-value", &mut draft.value, "decide-value-hint");
    });
}

fn document_ui(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    Grid::new("facts").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        line(ui, view, "app-column-place", &mut draft.place, "decide-place-hint");
        line(ui, view, "decide-committee", &mut draft.committee, "decide-committee-hint");
        line(ui, view, "decide-date", &mut draft.date, "decide-date-hint");
    });
}

/// A named field in a row of a grid.
fn line(ui: &mut Ui, view: &View<'_>, key: &str, text: &mut String, hint: &str) {
    let name = ui.label(view.text(key));
    ui.add(TextEdit::singleline(text).hint_text(view.text(hint)).desired_width(380.0)).labelled_by(name.id);
    ui.end_row();
}

/// The reason, with what people most often answer one click away; true where Enter was pressed in it.
fn reason_ui(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) -> bool {
    let name = ui.label(view.text("decide-reason"));
    let field = TextEdit::singleline(&mut draft.reason).hint_text(view.text("decide-reason-hint"));
    let edit = ui.add(field.desired_width(f32::INFINITY)).labelled_by(name.id);
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) && !entered {
        edit.request_focus();
    }
    ui.horizontal_wrapped(|ui| {
        for key in reasons(draft.asked) {
            let text = view.text(key);
            if ui.small_button(&text).clicked() {
                draft.reason = text;
            }
        }
    });
    entered
}

fn reasons(asked: Asked) -> &'static [&'static str] {
    match asked {
        Asked::Confirm(_) => &["decide-reason-seen", "decide-reason-sum"],
        Asked::Correct(_) => &["decide-reason-read-wrong", "decide-reason-official"],
        Asked::LeaveOut(_) => &["decide-reason-other", "decide-reason-error"],
        Asked::Add(_) => &["decide-reason-official", "decide-reason-told"],
        Asked::Document(_) => &["decide-reason-front", "decide-reason-file"],
    }
}

/// What was decided, in one line: what, why and when.
#[must_use]
pub fn told(view: &View<'_>, about: &About, reason: &str, time: jiff::Timestamp) -> String {
    let key = match about {
        About::Figure { change: Change::Confirm, .. } => "decide-was-confirmed",
        About::Figure { change: Change::Correct(_), .. } => "decide-was-corrected",
        About::Figure { change: Change::LeaveOut, .. } => "decide-was-left-out",
        About::Added(_) => "decide-was-added",
        About::Document(_) => "decide-was-set",
    };
    let day = time.to_zoned(jiff::tz::TimeZone::UTC).date();
    let date = match view.lang {
        Lang::Da => format!("{}.{}.{}", day.day(), day.month(), day.year()),
        Lang::En => day.to_string(),
    };
    view.text_with(key, &[("reason", reason.into()), ("date", date.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_with_its_labels() {
        use crate::model::source::Format;
        let document = Document::new("a.txt", Format::Text, "I alt Hjemvist 24".to_owned());
        let cell = Span::new(15..17);
        assert_eq!(quote(&document, cell, &[Span::new(0..5), Span::new(6..14)]), "»I alt · Hjemvist: 24«");
        assert_eq!(quote(&document, cell, &[]), "»24«");
    }
}
