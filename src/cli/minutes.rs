//! `sidestil minutes`: the meeting of each document as JSON.

use super::{Context, input};
use std::io;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
}

/// Prints one JSON object for each file.
///
/// # Errors
/// Where the output cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>) -> io::Result<u8> {
    input::each(&options.files, context, |reading, context| {
        let json = serde_json::to_string_pretty(&reading.extraction.meeting)?;
        writeln!(context.out, "{json}")
    })
}
