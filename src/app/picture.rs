//! Pictures to files: charts drawn off screen, the window as it stands.

use super::dialog::answer_on_thread;
use super::draw;
use crate::chart::picture::{self, Format, SLIDE, foot};
use crate::command::{Event, Picture};
use crate::export::png::{self, About};
use crate::project::file::{self, WriteError};
use crate::state::AppState;
use egui::ColorImage;
use std::path::{Path, PathBuf};
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

/// Draws and writes a picture on a thread of its own.
pub fn save(
    ctx: &egui::Context,
    state: &AppState,
    picture: Picture,
    path: PathBuf,
    replace: bool,
    sender: Sender<Event>,
) {
    match picture {
        Picture::Window => {
            let (again, ctx) = (ctx.clone(), ctx.clone());
            ctx.request_screenshot(move |image| {
                answer_on_thread(&again, sender, move || write(picture, path, replace, || encode(&image)));
            });
        }
        Picture::Chart(view) => {
            let Some(chart) = state.charts.filled(view).cloned() else {
                return;
            };
            let (width, height) = SLIDE;
            let foot = foot(state.lang(), jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date());
            // Pictures are for paper and slides, so they are light whatever the window's colours.
            let wanted = picture::Picture { width, height, dark: false, format: Format::Png, foot };
            answer_on_thread(ctx, sender, move || {
                let draw = || draw::picture(&chart, &wanted).map_err(|e| WriteError::Other(std::io::Error::other(e)));
                write(picture, path, replace, draw)
            });
        }
    }
}

/// Encodes and writes; what came of it.
fn write(
    picture: Picture,
    path: PathBuf,
    replace: bool,
    encode: impl FnOnce() -> Result<Vec<u8>, WriteError>,
) -> Event {
    match encode().and_then(|bytes| file::write(&path, &bytes, replace)) {
        Ok(()) => Event::Saved(path),
        Err(WriteError::Exists) => Event::Exists { picture, path },
        Err(error) => Event::SaveFailed { path, reason: error.message() },
    }
}

/// The pixels of the window as PNG.
fn encode(image: &ColorImage) -> Result<Vec<u8>, WriteError> {
    let failed = |error| WriteError::Other(std::io::Error::other(error));
    let pixels: Vec<u8> = image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let (width, height) = (image.size[0] as u32, image.size[1] as u32);
    png::encode(width, height, &pixels, &About::default()).map_err(failed)
}

/// Writes the window's picture for a test of the running program, over whatever is there.
pub fn save_window(image: &ColorImage, path: &Path) -> Result<(), WriteError> {
    file::write(path, &encode(image)?, true)
}
