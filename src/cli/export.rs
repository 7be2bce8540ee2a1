//! `sidestil export`: the figures as a table for a spreadsheet, a note or a program.

use super::chart::today;
use super::output::{self, Output};
use super::wrong::{WrongCall, shown};
use super::{Context, input};
use crate::chart::{self, Choice, alone};
use crate::check::across;
use crate::export::table::{self, Figures, Format};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
    pub output: Output,
    pub format: Format,
    /// Only the figures of this view.
    pub choice: Option<Choice>,
    pub computed: bool,
}

/// Reads the options of the call.
///
/// # Errors
/// Where the file's ending or a value is none that the command takes.
pub fn options(
    files: Vec<PathBuf>,
    output: Output,
    format: Option<&OsString>,
    choice: Option<Choice>,
    computed: bool,
) -> Result<Options, WrongCall> {
    let ending = output.path.extension().unwrap_or_default();
    let by_ending =
        Format::of_ending(&shown(ending)).ok_or_else(|| WrongCall::ending(&output.path, ".csv, .xlsx, .md"))?;
    let format = match format {
        None => by_ending,
        Some(name) if name == "excel" && by_ending == Format::Csv => Format::ExcelCsv,
        Some(name) if name == by_ending.ending() => by_ending,
        Some(name) => {
            let allowed = "csv, excel, xlsx, md";
            return Err(WrongCall::Value { option: "--format", value: shown(name), allowed });
        }
    };
    Ok(Options { files, output, format, choice, computed })
}

/// Writes the table.
///
/// # Errors
/// Where `err` cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>) -> io::Result<u8> {
    let (readings, status) = input::all(&options.files, context)?;
    let numbered = input::numbered(&readings);
    let mut chart = options.choice.as_ref().map(|choice| chart::build(&numbered, choice, context.lang));
    if let Some(sentence) = chart.as_ref().and_then(super::chart::empty) {
        context.complain(&sentence)?;
        return Ok(super::PARTLY);
    }
    let between = across(&numbered);
    if let Some(chart) = &mut chart {
        alone::complete(chart, &numbered, &between);
    }
    let figures = Figures {
        readings: &numbered,
        across: &between,
        chart: chart.as_ref(),
        computed: options.computed,
        today: today(),
    };
    let bytes = table::table(&figures, options.format, context.lang).map_err(|error| error.to_string());
    output::write(&options.output, bytes, status, context)
}
