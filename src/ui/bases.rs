//! Under the base switch: the printed rates that hold on one base only, each one click from its sentence.

use super::{View, tokens};
use crate::chart::one_base::OneBase;
use crate::chart::{Base, Body, View as ChartView};
use crate::command::{Command, Page};
use crate::model::reading::FigureId;
use egui::{RichText, ScrollArea, Ui};

/// So many stand in a line; the others in a list behind it. On the overview, of those that fit the switch, fewer.
const MOST: usize = 4;
const FEW: usize = 2;

/// A line for each base that has such rates, the one that is not chosen first.
pub fn bases_ui(ui: &mut Ui, view: &mut View<'_>) {
    let all = all(view);
    let chosen = view.state.charts.choice().base;
    let mut bases = [Base::Official, Base::WithDismissed];
    bases.sort_by_key(|base| *base == chosen);
    for base in bases {
        let of_base: Vec<&OneBase> = all.iter().filter(|one| one.base == base).collect();
        let brief = view.state.page == Page::Compare && base == chosen;
        // All or none of many: a list behind a button says at once how many there are.
        let most = match of_base.len() {
            n if brief && n > FEW => 0,
            _ => MOST,
        };
        if !of_base.is_empty() {
            ui.push_id(key(base), |ui| {
                line_ui(ui, view, base, base == chosen, of_base.split_at(most.min(of_base.len())))
            });
        }
    }
}

/// The line about one figure, where it holds on one base only.
pub fn figure_ui(ui: &mut Ui, view: &View<'_>, figure: FigureId) {
    if let Some(one) = all(view).iter().find(|one| one.figure == figure) {
        let text = format!("{} {}", view.text(&format!("{}-alone", key(one.base))), one.proof);
        ui.label(RichText::new(text).color(tokens::tones(ui).doubt));
    }
}

fn all<'v>(view: &View<'v>) -> &'v [OneBase] {
    match view.state.charts.get(ChartView::Appeals).map(|chart| &chart.body) {
        Some(Body::Appeals(appeals)) => &appeals.one_base,
        _ => &[],
    }
}

fn key(base: Base) -> &'static str {
    match base {
        Base::Official => "app-bases-official",
        Base::WithDismissed => "app-bases-with-dismissed",
    }
}

fn line_ui(ui: &mut Ui, view: &mut View<'_>, base: Base, fits: bool, (shown, behind): (&[&OneBase], &[&OneBase])) {
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        let text = RichText::new(view.text(key(base)));
        // What does not fit the switch must not be missed.
        ui.label(if fits { text.weak() } else { text.color(tokens::tones(ui).doubt) });
        for one in shown {
            asked = asked.or(link_ui(ui, one));
        }
        if !behind.is_empty() {
            let key = if shown.is_empty() { "app-bases-all" } else { "app-bases-more" };
            let more = view.text_with(key, &[("n", behind.len().into())]);
            ui.menu_button(more, |ui| {
                ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                    for one in behind {
                        asked = asked.or(link_ui(ui, one));
                    }
                });
            });
        }
    });
    if let Some(figure) = asked {
        view.ask(Command::ShowFigure(figure));
    }
}

fn link_ui(ui: &mut Ui, one: &OneBase) -> Option<FigureId> {
    // Never torn apart at a line's end.
    ui.link(one.name.replace(' ', "\u{a0}")).on_hover_text(&one.proof).clicked().then_some(one.figure)
}
