//! `sidestil chart`: the picture that the window shows, as a file, no display needed.

use super::args::{WrongCall, shown};
use super::{Context, PARTLY, input};
use crate::chart::picture::{Format, Picture, SLIDE, foot};
use crate::chart::{self, Body, Chart, Choice, PeriodChoice, View};
use crate::lang::Lang;
use crate::model::figure::Place;
use crate::model::reading::{DocumentId, Reading};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

/// Draws and encodes a picture; or the sentence that says why not. The window's painter does it, above this layer.
pub type Draw<'a> = dyn Fn(&Chart, &Picture) -> Result<Vec<u8>, String> + 'a;

/// What the call gave, unread.
#[derive(Clone, Debug, Default)]
pub struct Given {
    pub output: Option<PathBuf>,
    pub view: Option<OsString>,
    pub size: Option<OsString>,
    pub places: Option<OsString>,
    pub period: Option<OsString>,
    pub theme: Option<OsString>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    pub files: Vec<PathBuf>,
    pub output: PathBuf,
    pub format: Format,
    /// Width and height in pixels.
    pub size: (u32, u32),
    pub dark: bool,
    pub choice: Choice,
}

/// Reads the options of the call.
///
/// # Errors
/// Where one is missing or has a value that it does not take.
pub fn options(files: Vec<PathBuf>, given: Given) -> Result<Options, WrongCall> {
    let output = given.output.ok_or(WrongCall::NoOutput)?;
    let ending = output.extension().unwrap_or_default();
    let format = Format::of_ending(&shown(ending)).ok_or_else(|| WrongCall::Value {
        option: "-o",
        value: output.display().to_string(),
        allowed: ".png, .svg",
    })?;
    let wrong = |option: &'static str, value: &OsString, allowed: &'static str| WrongCall::Value {
        option,
        value: shown(value),
        allowed,
    };
    let size = given.size.map_or(Ok(SLIDE), |text| size(&text).ok_or_else(|| wrong("--size", &text, "2400x1350")))?;
    let dark = match &given.theme {
        None => false,
        Some(theme) if theme == "light" => false,
        Some(theme) if theme == "dark" => true,
        Some(theme) => return Err(wrong("--theme", theme, "light, dark")),
    };
    let view = given.view.map_or(Ok(View::default()), |view| {
        view.to_str().and_then(View::from_key).ok_or_else(|| wrong("--view", &view, View::KEYS))
    })?;
    let period = given.period.map_or(Ok(PeriodChoice::Newest), |period| {
        let year = period.to_str().and_then(|year| year.parse().ok()).filter(|year| (1900..2200).contains(year));
        year.map(PeriodChoice::Year).ok_or_else(|| wrong("--period", &period, "2023"))
    })?;
    let places = given.places.map_or_else(Vec::new, |places| {
        let names = shown(&places);
        let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| Place::new(name.to_owned())).collect()
    });
    let choice = Choice { view, places, period, ..Choice::default() };
    Ok(Options { files, output, format, size, dark, choice })
}

/// `2400x1350`, each side from 200 to 10,000.
fn size(text: &OsString) -> Option<(u32, u32)> {
    let (width, height) = text.to_str()?.split_once('x')?;
    let side = |text: &str| text.parse().ok().filter(|n| (200..=10_000).contains(n));
    Some((side(width)?, side(height)?))
}

/// Writes the picture.
///
/// # Errors
/// Where `err` cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>, draw: &Draw<'_>) -> io::Result<u8> {
    let (readings, status) = input::all(&options.files, context)?;
    let chart = describe(&readings, &options.choice, context.lang);
    if let Body::Empty(sentence) = &chart.body {
        context.complain(sentence)?;
        return Ok(PARTLY);
    }
    let (width, height) = options.size;
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let foot = foot(context.lang, today);
    let picture = Picture { width, height, dark: options.dark, format: options.format, foot };
    let written = draw(&chart, &picture).and_then(|bytes| {
        std::fs::write(&options.output, bytes).map_err(|error| format!("{}: {error}", options.output.display()))
    });
    if let Err(detail) = written {
        let sentence = context.lang.text_with("cli-unwritten", &[("detail", detail.into())]);
        context.complain(&sentence)?;
        return Ok(PARTLY);
    }
    Ok(status)
}

/// The chart of readings in the order of the call.
fn describe(readings: &[Reading], choice: &Choice, lang: Lang) -> Chart {
    let numbered: Vec<_> = readings.iter().enumerate().map(|(n, reading)| (DocumentId(n as u32), reading)).collect();
    chart::build(&numbered, choice, lang)
}
