//! `sidestil chart`: the picture that the window shows, as a file, no display needed.

use super::output::{self, Output};
use super::wrong::{WrongCall, shown};
use super::{Context, DONE, PARTLY, input};
use crate::chart::picture::{A4, Format, Picture, SLIDE, SQUARE, foot};
use crate::chart::{self, Body, Chart, Choice, PeriodChoice, View, alone};
use crate::check::across;
use crate::export::note::make::Artist;
use crate::lang::message;
use crate::model::figure::Place;
use crate::model::reading::{DocumentId, Reading};
use crate::project::file::WriteError;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

/// Draws and encodes pictures. The window's painter does it, above this layer.
pub trait Draw {
    /// # Errors
    /// The sentence that says why not.
    fn picture(&self, chart: &Chart, picture: &Picture) -> Result<Vec<u8>, String>;

    /// Who draws the charts of a note.
    fn artist(&self) -> &dyn Artist;
}

/// What the call gave, unread.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub view: Option<OsString>,
    pub size: Option<OsString>,
    pub places: Option<OsString>,
    pub period: Option<OsString>,
    pub scope: Option<OsString>,
    pub theme: Option<OsString>,
    pub letters: Option<OsString>,
    pub each: bool,
    pub replace: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
    pub output: Output,
    pub format: Format,
    /// Width and height in pixels.
    pub size: (u32, u32),
    pub dark: bool,
    pub choice: Choice,
    /// Every chart of the choice into a folder: of all municipalities and of each alone; of all views, or of one.
    pub each: Option<Vec<View>>,
    /// Charts of a folder that are there already are replaced: their names are the program's choice, so it is asked for.
    pub replace: bool,
}

fn wrong(option: &'static str, value: &OsString, allowed: &'static str) -> WrongCall {
    WrongCall::Value { option, value: shown(value), allowed }
}

/// Reads the options of the call.
///
/// # Errors
/// Where one is missing or has a value that it does not take.
pub fn options(
    files: Vec<PathBuf>,
    output: Output,
    format: Option<&OsString>,
    given: &Given,
) -> Result<Options, WrongCall> {
    let named = if given.each {
        format.map_or(Some(Format::Png), |name| Format::of_ending(&shown(name)))
    } else {
        Format::of_ending(&shown(output.path.extension().unwrap_or_default()))
    };
    let named = named.ok_or_else(|| WrongCall::Value {
        option: if given.each { "--format" } else { "-o" },
        value: format.map_or_else(|| output.path.display().to_string(), |name| shown(name)),
        allowed: ".png, .svg",
    })?;
    let format = match (&given.letters, named) {
        (Some(letters), Format::Svg) if letters == "outlines" => Format::SvgOutlines,
        (Some(letters), _) if letters != "text" && letters != "outlines" => {
            return Err(wrong("--letters", letters, "text, outlines"));
        }
        _ => named,
    };
    let size = given
        .size
        .as_ref()
        .map_or(Ok(SLIDE), |text| size(text).ok_or_else(|| wrong("--size", text, "2400x1350, slide, a4, square")))?;
    let dark = match &given.theme {
        None => false,
        Some(theme) if theme == "light" => false,
        Some(theme) if theme == "dark" => true,
        Some(theme) => return Err(wrong("--theme", theme, "light, dark")),
    };
    let choice = choice(given)?;
    let each = given.each.then(|| if given.view.is_some() { vec![choice.view] } else { View::ALL.to_vec() });
    Ok(Options { files, output, format, size, dark, choice, each, replace: given.replace })
}

/// What is compared, as the call names it.
///
/// # Errors
/// Where a value is none that the option takes.
pub fn choice(given: &Given) -> Result<Choice, WrongCall> {
    let view = given.view.as_ref().map_or(Ok(View::default()), |view| {
        view.to_str().and_then(View::from_key).ok_or_else(|| wrong("--view", view, View::KEYS))
    })?;
    let period = given.period.as_ref().map_or(Ok(PeriodChoice::Newest), |period| {
        let year = period.to_str().and_then(|year| year.parse().ok()).filter(|year| (1900..2200).contains(year));
        year.map(PeriodChoice::Year).ok_or_else(|| wrong("--period", period, "2023"))
    })?;
    let places = given.places.as_ref().map_or_else(Vec::new, |places| {
        let names = shown(places);
        let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| Place::new(name.to_owned())).collect()
    });
    let scope = given.scope.as_ref().map(|scope| shown(scope));
    Ok(Choice { view, places, period, scope, ..Choice::default() })
}

/// `2400x1350`, each side from 200 to 10,000; or the name of a size.
fn size(text: &OsString) -> Option<(u32, u32)> {
    let text = text.to_str()?;
    match text {
        "slide" => return Some(SLIDE),
        "a4" => return Some(A4),
        "square" => return Some(SQUARE),
        _ => {}
    }
    let (width, height) = text.split_once('x')?;
    let side = |text: &str| text.parse().ok().filter(|n| (200..=10_000).contains(n));
    Some((side(width)?, side(height)?))
}

/// Writes the picture, or with `--each` all of them.
///
/// # Errors
/// Where `err` cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>, draw: &dyn Draw) -> io::Result<u8> {
    let (readings, status) = input::all(&options.files, context)?;
    let numbered = input::numbered(&readings);
    let (width, height) = options.size;
    let foot = foot(context.lang, today());
    let picture = Picture { width, height, dark: options.dark, format: options.format, foot };
    if let Some(views) = &options.each {
        return each(options, &numbered, views, &picture, status, context, draw);
    }
    let mut chart = chart::build(&numbered, &options.choice, context.lang);
    if let Some(sentence) = empty(&chart) {
        context.complain(&sentence)?;
        return Ok(PARTLY);
    }
    alone::complete(&mut chart, &numbered, &across(&numbered));
    output::write(&options.output, draw.picture(&chart, &picture), status, context)
}

/// Every chart of the choice, each under its own name in the folder.
fn each(
    options: &Options,
    readings: &[(DocumentId, &Reading)],
    views: &[View],
    picture: &Picture,
    status: u8,
    context: &mut Context<'_>,
    draw: &dyn Draw,
) -> io::Result<u8> {
    let charts = alone::all(readings, &options.choice, views, context.lang);
    if charts.is_empty() {
        context.complain(&context.lang.text("chart-appeals-empty"))?;
        return Ok(PARTLY);
    }
    let path = |name: &str| options.output.path.join(format!("{name}.{}", picture.format.ending()));
    let taken: Vec<&str> = charts.iter().map(|(name, _)| name.as_str()).filter(|name| path(name).exists()).collect();
    if let Some(first) = taken.first().filter(|_| !options.replace) {
        // Told before anything is drawn, so that all are written or none.
        let first = path(first);
        let first = first.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = options.output.path.display().to_string();
        let values = [("n", taken.len().into()), ("folder", folder.into()), ("first", first.into())];
        context.complain(&context.lang.text_with("cli-each-taken", &values))?;
        return Ok(PARTLY);
    }
    if let Err(error) = std::fs::create_dir_all(&options.output.path) {
        let told = message::plain(&WriteError::from(error).message(), context.lang);
        context.complain(&format!("{}: {told}", options.output.path.display()))?;
        return Ok(PARTLY);
    }
    let between = across(readings);
    let all = charts.len();
    for (written, (name, mut chart)) in charts.into_iter().enumerate() {
        alone::complete(&mut chart, readings, &between);
        let output = Output { path: path(&name), keep: options.output.keep };
        if output::write(&output, draw.picture(&chart, picture), DONE, context)? != DONE {
            // What keeps one picture from being written keeps the others too: told once, not for each.
            let left = all - written;
            context
                .complain(&context.lang.text_with("cli-each-stopped", &[("n", left.into()), ("all", all.into())]))?;
            return Ok(PARTLY);
        }
    }
    Ok(status)
}

/// The day of an export.
#[must_use]
pub fn today() -> jiff::civil::Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The sentence of a chart that has nothing to show.
#[must_use]
pub fn empty(chart: &Chart) -> Option<String> {
    match &chart.body {
        Body::Empty(sentence) => Some(sentence.clone()),
        _ => None,
    }
}
