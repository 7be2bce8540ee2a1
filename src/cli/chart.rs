//! `sidestil chart`: the picture that the window shows, as a file, no display needed.

use super::args::{WrongCall, shown};
use super::{Context, PARTLY, input};
use crate::model::reading::Reading;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

/// Draws a picture of the readings; its bytes in the wanted format, or the sentence that says why not.
pub type Draw<'a> = dyn Fn(&Request, &[Reading]) -> Result<Vec<u8>, String> + 'a;

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
    pub request: Request,
}

/// The picture that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The view's name, `appeals` or `caseload`.
    pub view: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// Municipalities' names, in the order in which they stand; empty for all.
    pub places: Vec<String>,
    /// A period as the contract writes it (`2023`); `None` for each place's newest.
    pub period: Option<String>,
    /// `light` or `dark`.
    pub theme: String,
}

/// Reads the options of the call.
///
/// # Errors
/// Where one is missing or has a value that it does not take.
pub fn options(files: Vec<PathBuf>, given: Given) -> Result<Options, WrongCall> {
    let output = given.output.ok_or(WrongCall::NoOutput)?;
    let size = match given.size {
        None => (2400, 1350),
        Some(text) => {
            let wrong = || WrongCall::Value { option: "--size", value: shown(&text), allowed: "2400x1350" };
            let (width, height) = text.to_str().and_then(|text| text.split_once('x')).ok_or_else(wrong)?;
            let side = |text: &str| text.parse().ok().filter(|n| (200..=10_000).contains(n)).ok_or_else(wrong);
            (side(width)?, side(height)?)
        }
    };
    let theme = given.theme.map_or("light".to_owned(), |theme| shown(&theme));
    if !["light", "dark"].contains(&theme.as_str()) {
        return Err(WrongCall::Value { option: "--theme", value: theme, allowed: "light, dark" });
    }
    let places = given.places.map_or_else(Vec::new, |places| {
        shown(&places).split(',').map(|place| place.trim().to_owned()).filter(|place| !place.is_empty()).collect()
    });
    let view = given.view.map_or("appeals".to_owned(), |view| shown(&view));
    let period = given.period.map(|period| shown(&period));
    Ok(Options { files, output, request: Request { view, size, places, period, theme } })
}

/// Writes the picture.
///
/// # Errors
/// Where `err` cannot be written.
pub fn run(options: &Options, context: &mut Context<'_>, draw: &Draw<'_>) -> io::Result<u8> {
    let (readings, status) = input::all(&options.files, context)?;
    let picture = match draw(&options.request, &readings) {
        Ok(picture) => picture,
        Err(sentence) => {
            context.complain(&sentence)?;
            return Ok(PARTLY);
        }
    };
    if let Err(error) = std::fs::write(&options.output, picture) {
        let detail = format!("{}: {error}", options.output.display());
        let sentence = context.lang.text_with("cli-unwritten", &[("detail", detail.into())]);
        context.complain(&sentence)?;
        return Ok(PARTLY);
    }
    Ok(status)
}
