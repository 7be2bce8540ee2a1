//! Workspace files of older versions, brought up to date while they are read.

use super::rows::{damaged, options};
use super::{LoadError, SavedDocument, SavedView, Workspace};
use crate::model::correction::Correction;
use serde::Deserialize;
use std::path::PathBuf;

/// Version 1 held paths, hashes and corrections; neither figures nor what was looked at.
#[derive(Deserialize)]
struct File1 {
    files: Vec<(PathBuf, String)>,
    #[serde(default)]
    corrections: Vec<Correction>,
}

pub(super) fn parse(text: &str) -> Result<Workspace, LoadError> {
    let file: File1 = options().from_str(text).map_err(damaged)?;
    let document = |(path, hash): (PathBuf, String)| SavedDocument { path, hash, ..SavedDocument::default() };
    Ok(Workspace {
        documents: file.files.into_iter().map(document).collect(),
        corrections: file.corrections,
        view: SavedView::default(),
    })
}
