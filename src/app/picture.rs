//! What people take away, to files and to the clipboard: charts drawn off screen, tables, the note, the window.

use super::dialog::answer_on_thread;
use super::draw;
use crate::chart::picture::{self, foot};
use crate::chart::{self, Chart, Choice, View, alone};
use crate::command::{Event, Look, Picture};
use crate::export::note::make;
use crate::export::note::material::Material;
use crate::export::png::{self, About};
use crate::export::table::{self, Figures, Format};
use crate::lang::Lang;
use crate::model::finding::Finding;
use crate::model::reading::{DocumentId, Reading};
use crate::project::file::{self, WriteError};
use crate::state::AppState;
use crate::ui::render;
use egui::ColorImage;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// Where a picture is first offered to be saved: the folder of pictures, of documents, or the home folder.
#[must_use]
pub fn folder() -> PathBuf {
    let home = etcetera::home_dir().unwrap_or_default();
    ["Billeder", "Pictures", "Dokumenter", "Documents"]
        .iter()
        .map(|name| home.join(name))
        .find(|folder| folder.is_dir())
        .unwrap_or(home)
}

/// Makes and writes what is taken away, on a thread of its own.
pub fn save(
    ctx: &egui::Context,
    state: &AppState,
    picture: Picture,
    path: PathBuf,
    replace: bool,
    sender: Sender<Event>,
) {
    if picture == Picture::Window {
        let (again, ctx) = (ctx.clone(), ctx.clone());
        ctx.request_screenshot(move |image| {
            answer_on_thread(&again, sender, move || {
                told(picture, &path, encode(&image).and_then(|bytes| file::write(&path, &bytes, replace)))
            });
        });
        return;
    }
    let desk = Desk::new(state);
    answer_on_thread(ctx, sender, move || {
        let written = match picture {
            Picture::Charts(look) => desk.charts(look, &path, replace),
            _ => desk.bytes(picture).and_then(|bytes| file::write(&path, &bytes, replace)),
        };
        told(picture, &path, written)
    });
}

/// Draws the picture of a chart for the clipboard, on a thread of its own.
pub fn copy(ctx: &egui::Context, state: &AppState, view: View, look: Look, sender: Sender<ColorImage>) {
    let (desk, ctx) = (Desk::new(state), ctx.clone());
    std::thread::spawn(move || {
        let canvas = render::pixels(&desk.chart(view), &desk.wanted(look));
        // A closed window wants no picture.
        let _ = sender.send(ColorImage::new([canvas.width, canvas.height], canvas.pixels));
        ctx.request_repaint();
    });
}

/// What came of writing.
fn told(picture: Picture, path: &Path, written: Result<(), WriteError>) -> Event {
    let path = path.to_owned();
    match written {
        Ok(()) => Event::Saved(path),
        Err(WriteError::Exists) => Event::Exists { picture, path },
        Err(error) => Event::SaveFailed { path, reason: error.message() },
    }
}

/// What the window shows, taken along to another thread.
struct Desk {
    readings: Vec<(DocumentId, Arc<Reading>)>,
    across: Vec<(DocumentId, Finding)>,
    choice: Choice,
    lang: Lang,
    today: jiff::civil::Date,
}

impl Desk {
    fn new(state: &AppState) -> Self {
        // A note begins with what is in front of the person: complaints, or caseloads.
        let view = state.page.views().first().copied().unwrap_or(View::Overview);
        Self {
            readings: state.documents.shared(),
            across: state.across.clone(),
            choice: Choice { view, ..state.charts.choice().clone() },
            lang: state.lang(),
            today: jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date(),
        }
    }

    fn numbered(&self) -> Vec<(DocumentId, &Reading)> {
        self.readings.iter().map(|(id, reading)| (*id, &**reading)).collect()
    }

    fn choice(&self, view: View) -> Choice {
        // The parts of the appeals and the target groups of caseloads have nothing in common.
        let scope = self.choice.scope.clone().filter(|_| view.is_appeals());
        Choice { view, scope, ..self.choice.clone() }
    }

    /// A chart that can leave the window.
    fn chart(&self, view: View) -> Chart {
        let readings = self.numbered();
        let mut chart = chart::build(&readings, &self.choice(view), self.lang);
        alone::complete(&mut chart, &readings, &self.across);
        chart
    }

    fn wanted(&self, look: Look) -> picture::Picture {
        let (width, height) = look.size;
        let foot = foot(self.lang, self.today);
        picture::Picture { width, height, dark: look.dark, format: look.format, foot }
    }

    fn bytes(&self, wanted: Picture) -> Result<Vec<u8>, WriteError> {
        match wanted {
            Picture::Chart(view, look) => draw::picture(&self.chart(view), &self.wanted(look)).map_err(failed),
            Picture::Table(view, format) => {
                let chart = view.map(|view| self.chart(view));
                let figures = Figures {
                    readings: &self.numbered(),
                    across: &self.across,
                    chart: chart.as_ref(),
                    computed: format != Format::Csv,
                    today: self.today,
                };
                table::table(&figures, format, self.lang).map_err(WriteError::Other)
            }
            Picture::Note(format) => {
                let (readings, across) = (&self.numbered(), &self.across);
                let material = Material { readings, across, choice: &self.choice, lang: self.lang, today: self.today };
                let made = make::file(&material, format, &draw::OffScreen).map_err(failed)?;
                made.ok_or_else(|| failed(self.lang.text("note-empty")))
            }
            // Both are written elsewhere.
            Picture::Charts(_) | Picture::Window => Ok(Vec::new()),
        }
    }

    /// Every chart of the choice, each under its own name in a folder.
    fn charts(&self, look: Look, folder: &Path, replace: bool) -> Result<(), WriteError> {
        std::fs::create_dir_all(folder)?;
        let readings = self.numbered();
        let all = View::ALL.iter().flat_map(|&view| alone::all(&readings, &self.choice(view), &[view], self.lang));
        let all: Vec<_> = all.collect();
        let path = |name: &str| folder.join(format!("{name}.{}", look.format.ending()));
        // Asked before anything is drawn, so that all are written or none.
        if !replace && all.iter().any(|(name, _)| path(name).exists()) {
            return Err(WriteError::Exists);
        }
        for (name, mut chart) in all {
            alone::complete(&mut chart, &readings, &self.across);
            let bytes = draw::picture(&chart, &self.wanted(look)).map_err(failed)?;
            file::write(&path(&name), &bytes, replace)?;
        }
        Ok(())
    }
}

fn failed(detail: String) -> WriteError {
    WriteError::Other(std::io::Error::other(detail))
}

/// The pixels of the window as PNG.
fn encode(image: &ColorImage) -> Result<Vec<u8>, WriteError> {
    let pixels: Vec<u8> = image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let (width, height) = (image.size[0] as u32, image.size[1] as u32);
    png::encode(width, height, &pixels, &About::default()).map_err(|error| failed(error.to_string()))
}

/// Writes the window's picture for a test of the running program, over whatever is there.
pub fn save_window(image: &ColorImage, path: &Path) -> Result<(), WriteError> {
    file::write(path, &encode(image)?, true)
}
