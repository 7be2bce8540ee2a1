//! `sidestil check`: what the checks found, one finding a row.

use super::{Context, input};
use std::io;
use std::path::PathBuf;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
    pub format: Format,
    /// Checks that pass are listed too, not only counted.
    pub all: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Jsonl,
}

/// The formats by name, the usual one first.
pub const FORMATS: [(&str, Format); 2] = [("text", Format::Text), ("jsonl", Format::Jsonl)];

/// Prints the findings of each file.
///
/// # Errors
/// Where the output cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>) -> io::Result<u8> {
    input::each(&options.files, context, |reading, context| {
        for finding in &reading.report.findings {
            let line = reading.document.line_of(finding.span.start);
            let said = input::say(&finding.message, context.lang);
            writeln!(
                context.out,
                "{}:{line}: {:?} {:?}: {said}",
                reading.document.name, finding.rule, finding.severity
            )?;
        }
        Ok(())
    })
}
