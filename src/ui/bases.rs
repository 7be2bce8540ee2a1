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

/// What holds on the base that is not chosen first; a line for each base, on the overview one for both.
pub fn bases_ui(ui: &mut Ui, view: &mut View<'_>) {
    let all = all(view);
    let chosen = view.state.charts.choice().base;
    let overview = view.state.page == Page::Compare;
    let mut bases = [Base::Official, Base::WithDismissed];
    bases.sort_by_key(|base| *base == chosen);
    let groups = bases.map(|base| (base, all.iter().filter(|one| one.base == base).collect::<Vec<_>>()));
    let groups: Vec<(Base, Vec<&OneBase>)> = groups.into_iter().filter(|(_, of_base)| !of_base.is_empty()).collect();
    let together = if overview { groups.len().max(1) } else { 1 };
    let mut asked = None;
    for line in groups.chunks(together) {
        ui.horizontal_wrapped(|ui| {
            for (n, (base, of_base)) in line.iter().enumerate() {
                if n > 0 {
                    ui.separator();
                }
                // All or none of many: a list behind a button says at once how many there are.
                let brief = overview && *base == chosen && of_base.len() > FEW;
                let shown = if brief { 0 } else { of_base.len().min(MOST) };
                asked = asked.or(base_ui(ui, view, (*base, *base == chosen), of_base.split_at(shown)));
            }
        });
    }
    if let Some(figure) = asked {
        view.ask(Command::ShowFigure(figure));
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

/// The rates of one base, and whether it is the chosen one: some at once, the others behind a button; the one clicked.
fn base_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (base, fits): (Base, bool),
    (shown, behind): (&[&OneBase], &[&OneBase]),
) -> Option<FigureId> {
    let mut asked = None;
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
    asked
}

fn link_ui(ui: &mut Ui, one: &OneBase) -> Option<FigureId> {
    // Never torn apart at a line's end.
    ui.link(one.name.replace(' ', "\u{a0}")).on_hover_text(&one.proof).clicked().then_some(one.figure)
}
