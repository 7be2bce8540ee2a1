//! `sidestil note`: the note that one hands out before a meeting, as PDF or as a Word document.

use super::chart::{Draw, today};
use super::output::{self, Output};
use super::wrong::{WrongCall, shown};
use super::{Context, PARTLY, input};
use crate::chart::Choice;
use crate::check::across;
use crate::export::note::make::{self, Format};
use crate::export::note::material::Material;
use std::io;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
    pub output: Output,
    pub format: Format,
    pub choice: Choice,
}

/// Reads the options of the call.
///
/// # Errors
/// Where the file's ending names no format.
pub fn options(files: Vec<PathBuf>, output: Output, choice: Choice) -> Result<Options, WrongCall> {
    let ending = output.path.extension().unwrap_or_default();
    let format = Format::of_ending(&shown(ending)).ok_or_else(|| WrongCall::ending(&output.path, ".pdf, .docx"))?;
    Ok(Options { files, output, format, choice })
}

/// Writes the note.
///
/// # Errors
/// Where `err` cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>, draw: &dyn Draw) -> io::Result<u8> {
    let (readings, status) = input::all(&options.files, context)?;
    let numbered = input::numbered(&readings);
    let between = across(&numbered);
    let material =
        Material { readings: &numbered, across: &between, choice: &options.choice, lang: context.lang, today: today() };
    match make::file(&material, options.format, draw.artist()) {
        Ok(None) => {
            context.complain(&context.lang.text("note-empty"))?;
            Ok(PARTLY)
        }
        Ok(Some(bytes)) => output::write(&options.output, Ok(bytes), status, context),
        Err(detail) => output::write(&options.output, Err(detail), status, context),
    }
}
