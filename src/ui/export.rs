//! What to take away, and how: the upper part of the dialog for saving.

use super::{View, tokens};
use crate::chart::View as ChartView;
use crate::chart::picture::{A4, Format, SLIDE, SQUARE};
use crate::command::{Command, Look, Picture};
use crate::export::note::make;
use crate::export::table;
use egui::{Align, DragValue, Layout, Ui, vec2};
use std::path::Path;

/// The sides that a picture may have, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 200..=10_000;

/// The width of the column of names, in points.
const NAMES: f32 = 84.0;

/// What is exported, its format, and for pictures their size and colours.
pub fn export_ui(ui: &mut Ui, view: &mut View<'_>, picture: Picture, path: &Path) {
    let mut wanted = picture;
    row(ui, view, "export-what", |ui, view| what(ui, view, &mut wanted));
    match &mut wanted {
        Picture::Chart(_, look) | Picture::Charts(look) => look_ui(ui, view, look),
        Picture::Table(_, format) => row(ui, view, "export-format", |ui, view| {
            for kind in table::Format::ALL {
                ui.radio_value(format, kind, view.text(table_key(kind)));
            }
        }),
        Picture::Note(format) => {
            row(ui, view, "export-format", |ui, _| {
                ui.horizontal(|ui| {
                    for (kind, name) in [(make::Format::Pdf, "PDF"), (make::Format::Docx, "Word (.docx)")] {
                        ui.radio_value(format, kind, name);
                    }
                });
            });
            ui.weak(view.text("export-note-hint"));
        }
        Picture::Window => {}
    }
    if let Picture::Chart(chart, look) = wanted
        && ui.button(view.text("export-copy")).on_hover_text(view.text("export-copy-hint")).clicked()
    {
        view.ask(Command::CopyPicture(chart, look));
    }
    ui.add_space(tokens::GAP);
    if wanted != picture {
        view.ask(Command::Reshape(wanted, path.to_owned()));
    }
}

/// A named row of choices: the names stand in a column of their own.
fn row(ui: &mut Ui, view: &View<'_>, key: &str, choices: impl FnOnce(&mut Ui, &View<'_>)) {
    ui.horizontal_top(|ui| {
        let size = vec2(NAMES, ui.spacing().interact_size.y);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(NAMES);
            ui.label(tokens::bold(view.text(key)));
        });
        ui.vertical(|ui| choices(ui, view));
    });
    ui.add_space(tokens::GAP * 0.5);
}

/// Charts, tables, the note, the window; for a chart or its figures also which chart.
fn what(ui: &mut Ui, view: &View<'_>, wanted: &mut Picture) {
    let look = match *wanted {
        Picture::Chart(_, look) | Picture::Charts(look) => look,
        _ => Look::default(),
    };
    let format = if let Picture::Table(_, format) = *wanted { format } else { table::Format::default() };
    let filled: Vec<ChartView> =
        ChartView::ALL.into_iter().filter(|&chart| view.state.charts.filled(chart).is_some()).collect();
    let usual = [ChartView::Appeals, ChartView::Caseload].into_iter().find(|chart| filled.contains(chart));
    let chosen = match *wanted {
        Picture::Chart(chart, _) | Picture::Table(Some(chart), _) => Some(chart),
        _ => usual.or(filled.first().copied()),
    };
    let mut offers: Vec<(Picture, &str)> = Vec::new();
    if let Some(chart) = chosen {
        offers.push((Picture::Chart(chart, look), "export-chart"));
        offers.push((Picture::Charts(look), "export-charts"));
        offers.push((Picture::Table(Some(chart), format), "export-figures-of"));
    }
    offers.push((Picture::Table(None, format), "export-figures-all"));
    if chosen.is_some() {
        offers.push((Picture::Note(make::Format::default()), "note-title"));
    }
    offers.push((Picture::Window, "export-window"));
    for (offer, key) in offers {
        if ui.radio(wanted.is_like(offer), view.text(key)).clicked() {
            *wanted = offer;
        }
    }
    let (Picture::Chart(chart, _) | Picture::Table(Some(chart), _)) = wanted else { return };
    let name = |chart: ChartView| view.text(&format!("app-chart-{}", chart.key()));
    egui::ComboBox::new("export view", view.text("export-view")).selected_text(name(*chart)).show_ui(ui, |ui| {
        for other in filled {
            ui.selectable_value(chart, other, name(other));
        }
    });
}

fn look_ui(ui: &mut Ui, view: &View<'_>, look: &mut Look) {
    row(ui, view, "export-format", |ui, view| {
        ui.horizontal_wrapped(|ui| {
            for (format, key) in
                [(Format::Png, "export-png"), (Format::Svg, "export-svg"), (Format::SvgOutlines, "export-svg-outlines")]
            {
                ui.radio_value(&mut look.format, format, view.text(key));
            }
        });
    });
    row(ui, view, "export-size", |ui, view| {
        ui.horizontal(|ui| {
            for (size, key) in [(SLIDE, "export-slide"), (A4, "export-a4"), (SQUARE, "export-square")] {
                ui.radio_value(&mut look.size, size, view.text(key));
            }
        });
        ui.horizontal(|ui| {
            let (width, height) = &mut look.size;
            for (side, key) in [(width, "export-width"), (height, "export-height")] {
                let name = ui.label(view.text(key));
                ui.add(DragValue::new(side).range(SIDES).speed(10)).labelled_by(name.id);
            }
        });
    });
    row(ui, view, "export-colours", |ui, view| {
        ui.horizontal(|ui| {
            for (dark, key) in [(false, "app-theme-light"), (true, "app-theme-dark")] {
                ui.radio_value(&mut look.dark, dark, view.text(key));
            }
        });
    });
}

fn table_key(format: table::Format) -> &'static str {
    match format {
        table::Format::Xlsx => "export-xlsx",
        table::Format::ExcelCsv => "export-csv-excel",
        table::Format::Csv => "export-csv",
        table::Format::Markdown => "export-markdown",
    }
}
