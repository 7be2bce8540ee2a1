//! What a call asks for: the arguments as they stand, nothing read or opened yet.

use super::output::Output;
use super::wrong::{WrongCall, shown};
use super::{chart, check, export, extract, minutes, note};
use crate::lang::Lang;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// A call of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// `None` where the call does not name a language.
    pub lang: Option<Lang>,
    pub command: Command,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Window { files: Vec<PathBuf> },
    Help,
    Version,
    Extract(extract::Options),
    Minutes(minutes::Options),
    Check(check::Options),
    Chart(chart::Options),
    Export(export::Options),
    Note(note::Options),
}

/// Everything that options can set; each command takes its own part.
#[derive(Default)]
struct Given {
    files: Vec<PathBuf>,
    format: Option<OsString>,
    computed: bool,
    all: bool,
    output: Option<PathBuf>,
    keep: bool,
    chart: chart::Given,
}

impl Given {
    fn output(&mut self) -> Result<Output, WrongCall> {
        let path = self.output.take().ok_or(WrongCall::NoOutput)?;
        Ok(Output { path, keep: self.keep })
    }
}

/// The commands' names.
const COMMANDS: [&str; 6] = ["extract", "minutes", "check", "chart", "export", "note"];

/// The language that the arguments name anywhere, also in a call that is otherwise wrong.
#[must_use]
pub fn language(args: &[OsString]) -> Option<Lang> {
    let mut values = args.iter().skip_while(|arg| *arg != "--lang").skip(1);
    let joined = args.iter().find_map(|arg| arg.to_str()?.strip_prefix("--lang="));
    joined.or_else(|| values.next()?.to_str()).and_then(|value| lang(OsStr::new(value)).ok())
}

/// Reads the arguments, without the program's own name.
///
/// # Errors
/// A [`WrongCall`] that says what is wrong with them.
pub fn parse(args: &[OsString]) -> Result<Call, WrongCall> {
    use lexopt::prelude::*;
    let named = args.iter().find_map(|arg| COMMANDS.into_iter().find(|name| arg == name));
    let mut parser = lexopt::Parser::from_args(args);
    let (mut command, mut given, mut language) = (None, Given::default(), None);
    let (mut help, mut version) = (false, false);
    while let Some(arg) = parser.next()? {
        // Options belong to the command that is named anywhere before `--`, so that they may stand in front of it.
        match (arg, named.unwrap_or_default()) {
            (Short('h') | Long("help"), _) => help = true,
            (Short('V') | Long("version"), _) => version = true,
            (Long("lang"), _) => language = Some(lang(&parser.value()?)?),
            (Long("format"), "extract" | "check" | "export" | "chart") => given.format = Some(parser.value()?),
            (Long("computed"), "extract" | "export") => given.computed = true,
            (Long("all"), "check") => given.all = true,
            (Short('o') | Long("output"), "chart" | "export" | "note") => given.output = Some(parser.value()?.into()),
            (Long("keep"), "chart" | "export" | "note") => given.keep = true,
            (Long("view"), "chart" | "export" | "note") => given.chart.view = Some(parser.value()?),
            (Long("places"), "chart" | "export" | "note") => given.chart.places = Some(parser.value()?),
            (Long("period"), "chart" | "export" | "note") => given.chart.period = Some(parser.value()?),
            (Long("scope"), "chart" | "export" | "note") => given.chart.scope = Some(parser.value()?),
            (Long("size"), "chart") => given.chart.size = Some(parser.value()?),
            (Long("theme"), "chart") => given.chart.theme = Some(parser.value()?),
            (Long("letters"), "chart") => given.chart.letters = Some(parser.value()?),
            (Long("each"), "chart") => given.chart.each = true,
            (Long("replace"), "chart") => given.chart.replace = true,
            (Value(value), _) => match COMMANDS.into_iter().find(|name| value == *name) {
                Some(name) if command.is_none() && given.files.is_empty() && !after_dashes(args, &value) => {
                    command = Some(name);
                }
                _ => given.files.push(value.into()),
            },
            (other, _) => return Err(other.unexpected().into()),
        }
    }
    let command = match command {
        _ if help => Command::Help,
        _ if version => Command::Version,
        None => Command::Window { files: given.files },
        Some(name) if given.files.is_empty() => return Err(WrongCall::NoFiles(name)),
        Some("extract") => Command::Extract(extract::Options {
            files: given.files,
            format: format(given.format.as_deref(), &extract::FORMATS, "csv, jsonl")?,
            computed: given.computed,
        }),
        Some("check") => Command::Check(check::Options {
            files: given.files,
            format: format(given.format.as_deref(), &check::FORMATS, "text, jsonl")?,
            all: given.all,
        }),
        Some("minutes") => Command::Minutes(minutes::Options { files: given.files }),
        Some("export") => {
            let output = given.output()?;
            // Without a view all figures are exported, whatever else is chosen.
            let choice = given.chart.view.is_some().then(|| chart::choice(&given.chart)).transpose()?;
            Command::Export(export::options(given.files, output, given.format.as_ref(), choice, given.computed)?)
        }
        Some("note") => {
            let output = given.output()?;
            Command::Note(note::options(given.files, output, chart::choice(&given.chart)?)?)
        }
        Some(_) => {
            let output = given.output()?;
            Command::Chart(chart::options(given.files, output, given.format.as_ref(), &given.chart)?)
        }
    };
    Ok(Call { lang: language, command })
}

/// Whether this value first stands behind `--`, which makes it a file whatever it is called.
fn after_dashes(args: &[OsString], value: &OsStr) -> bool {
    args.iter().take_while(|arg| *arg != value).any(|arg| arg == "--")
}

fn lang(value: &OsStr) -> Result<Lang, WrongCall> {
    match value.to_str() {
        Some("da") => Ok(Lang::Da),
        Some("en") => Ok(Lang::En),
        _ => Err(WrongCall::Value { option: "--lang", value: shown(value), allowed: "da, en" }),
    }
}

/// The format of this name; the first of the list where none is given.
fn format<T: Copy>(name: Option<&OsStr>, formats: &[(&str, T)], allowed: &'static str) -> Result<T, WrongCall> {
    let found = match name {
        None => formats.first(),
        Some(name) => formats.iter().find(|(key, _)| name == *key),
    };
    let wrong = || WrongCall::Value { option: "--format", value: shown(name.unwrap_or_default()), allowed };
    found.map(|(_, format)| *format).ok_or_else(wrong)
}
