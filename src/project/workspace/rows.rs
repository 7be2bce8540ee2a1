//! The workspace file as text: what stands in it, field by field, in the present version.

use super::{LoadError, SavedDocument, SavedView, VERSION, Workspace};
use crate::model::correction::Correction;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use ron::value::RawValue;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The first thing read: which version the rest is of.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Sidestil")]
struct File {
    version: u32,
    /// The program that wrote it, for people who look.
    #[serde(default)]
    program: String,
    #[serde(default)]
    saved: String,
    documents: Vec<SavedDocument>,
    #[serde(default)]
    corrections: Vec<Correction>,
    #[serde(default)]
    page: String,
    #[serde(default)]
    choice: Option<Box<RawValue>>,
}

/// The version of a file.
pub(super) fn version(text: &str) -> Result<u32, LoadError> {
    options().from_str::<Version>(text).map(|file| file.version).map_err(damaged)
}

pub(super) fn parse(text: &str) -> Result<Workspace, LoadError> {
    let file: File = options().from_str(text).map_err(damaged)?;
    let choice = file.choice.map(|raw| raw.get_ron().trim().to_owned()).unwrap_or_default();
    Ok(Workspace {
        documents: file.documents,
        corrections: file.corrections,
        view: SavedView { page: file.page, choice },
    })
}

/// The text of a workspace that is to lie in this folder.
pub(super) fn print(workspace: &Workspace, folder: &Path, now: jiff::Timestamp) -> std::io::Result<String> {
    let documents = workspace.documents.iter().map(|document| document.placed_in(folder)).collect();
    let choice = (!workspace.view.choice.is_empty()).then(|| RawValue::from_ron(&workspace.view.choice));
    let file = File {
        version: VERSION,
        program: format!("Sidestil {}", env!("CARGO_PKG_VERSION")),
        saved: now.to_string(),
        documents,
        corrections: workspace.corrections.clone(),
        page: workspace.view.page.clone(),
        choice: choice.and_then(Result::ok).map(RawValue::to_owned),
    };
    // One line a figure and a correction: deep enough to find, shallow enough to read.
    let pretty = PrettyConfig::new().depth_limit(6).new_line("\n").extensions(Extensions::IMPLICIT_SOME);
    options().to_string_pretty(&file, pretty).map_err(std::io::Error::other)
}

pub(super) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// What is wrong, and in which line.
#[allow(clippy::needless_pass_by_value)]
pub(super) fn damaged(error: ron::error::SpannedError) -> LoadError {
    LoadError::Damaged(error.to_string())
}
