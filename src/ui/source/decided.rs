//! Under the head of the source: what was decided about the figure, what can be decided, and where else it stands.

use crate::command::{Asked, Command};
use crate::model::figure::{Doubt, Figure, Origin};
use crate::model::reading::FigureId;
use crate::state::table;
use crate::ui::{View, decide, documents, tokens};
use egui::{RichText, Ui};

/// How many other places are named.
const OTHERS: usize = 4;

/// The lines about a figure.
pub fn decided_ui(ui: &mut Ui, view: &mut View<'_>, id: FigureId) {
    let Some(figure) = view.state.documents.figure(id) else { return };
    let tones = tokens::tones(ui);
    if let Origin::Corrected { stated, .. } = &figure.origin {
        let text = view.text_with("decide-stated", &[("figure", decide::about(view.lang, stated).into())]);
        ui.label(RichText::new(text).color(tones.doubt));
    }
    let decision = view.state.decision(id).cloned();
    if let Some(decision) = &decision {
        let text = decide::told(view, &decision.about, &decision.reason, decision.time);
        ui.label(tokens::bold(text));
    }
    others_ui(ui, view, id, figure);
    ui.horizontal_wrapped(|ui| {
        if ui.button(view.text("source-in-chart")).on_hover_text(view.text("source-in-chart-hint")).clicked() {
            view.ask(Command::ShowInChart(id));
        }
        actions_ui(ui, view, id, figure, decision.is_some());
    });
}

/// What can be decided about a figure.
pub fn actions_ui(ui: &mut Ui, view: &mut View<'_>, id: FigureId, figure: &Figure, is_decided: bool) {
    let left_out = figure.doubts.contains(&Doubt::LeftOut);
    // A figure whose place or period is not settled cannot be confirmed as it is: it is corrected.
    let settled = figure.place.is_some() && figure.period.is_some();
    if !figure.is_certain() && settled && !is_decided && ui.button(view.text("decide-confirm-short")).clicked() {
        view.ask(Command::AskDecision(Asked::Confirm(id)));
    }
    if ui.button(view.text("decide-correct-short")).clicked() {
        view.ask(Command::AskDecision(Asked::Correct(id)));
    }
    if !left_out && ui.button(view.text("decide-leave-out-short")).clicked() {
        view.ask(Command::AskDecision(Asked::LeaveOut(id)));
    }
    if is_decided && ui.button(view.text("decide-restore")).clicked() {
        view.ask(Command::Decide(crate::command::Decision::Restore(id)));
    }
}

/// The same figure in other documents: what the charts draw is the newest meeting's, the others stand here.
fn others_ui(ui: &mut Ui, view: &mut View<'_>, id: FigureId, figure: &Figure) {
    if figure.place.is_none() || figure.period.is_none() {
        return;
    }
    let same = |other: &Figure| {
        other.place == figure.place
            && other.period == figure.period
            && other.topic == figure.topic
            && other.scope == figure.scope
            && other.measure == figure.measure
    };
    let key = ui.scope_id().with(("others", id, view.state.revision));
    let found: Vec<FigureId> = ui.data(|data| data.get_temp(key)).unwrap_or_else(|| {
        let mut found = Vec::new();
        for (document, reading) in view.state.documents.readings().filter(|(other, _)| *other != id.document) {
            let index = reading.extraction.figures.iter().position(same);
            found.extend(index.map(|index| FigureId { document, index: index as u32 }));
        }
        ui.data_mut(|data| data.insert_temp(key, found.clone()));
        found
    });
    if found.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.weak(view.text("source-elsewhere"));
        for other in found.iter().take(OTHERS) {
            let Some(document) = view.state.documents.get(other.document) else { continue };
            let (Some(reading), Some(figure)) = (document.reading(), view.state.documents.figure(*other)) else {
                continue;
            };
            let name = format!("{} {}", documents::title(view, document), documents::date(view.lang, reading));
            let text = format!("{name}: {}", table::value(figure, view.lang));
            if ui.link(text).on_hover_text(document.input.name()).clicked() {
                view.ask(Command::ShowFigure(*other));
            }
        }
        if found.len() > OTHERS {
            ui.weak(format!("+ {}", found.len() - OTHERS));
        }
    });
}
