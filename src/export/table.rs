//! The formats in which figures are exported, and the one function that writes them all.

use super::part::{Part, parts};
use super::{excel_csv, markdown, part, rows, xlsx};
use crate::chart::{Body, Chart, words};
use crate::lang::Lang;
use crate::model::finding::Finding;
use crate::model::reading::{DocumentId, Reading};
use std::io;

/// The format of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    #[default]
    Xlsx,
    /// For a Danish Excel: semicolons and decimal commas.
    ExcelCsv,
    /// For programs: the contract's columns.
    Csv,
    Markdown,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Xlsx, Self::ExcelCsv, Self::Csv, Self::Markdown];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::ExcelCsv | Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// The format that a file's ending names; a CSV is one for programs unless told otherwise.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            "md" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// What is exported.
pub struct Figures<'a> {
    pub readings: &'a [(DocumentId, &'a Reading)],
    /// What the documents say against each other.
    pub across: &'a [(DocumentId, Finding)],
    /// The view whose figures are wanted; `None` for all figures.
    pub chart: Option<&'a Chart>,
    /// Figures that Sidestil computed too, marked as such.
    pub computed: bool,
    pub today: jiff::civil::Date,
}

/// The bytes of a table.
///
/// # Errors
/// Where the workbook cannot be made.
pub fn table(figures: &Figures<'_>, format: Format, lang: Lang) -> io::Result<Vec<u8>> {
    let chart = figures.chart.filter(|chart| !matches!(chart.body, Body::Empty(_)));
    let shown = chart.map(part::figures_of);
    let parts = parts(figures.readings, figures.across, shown.as_ref(), figures.computed);
    let mut out = Vec::new();
    match (format, chart) {
        (Format::Xlsx, _) => {
            out = xlsx::workbook(lang, &parts, &about(figures, chart, lang)).map_err(io::Error::other)?;
        }
        (Format::ExcelCsv, _) => excel_csv::write(lang, &parts, &mut out)?,
        (Format::Csv, _) => for_programs(&parts, &mut out)?,
        (Format::Markdown, Some(chart)) => out = markdown::view(chart).into_bytes(),
        (Format::Markdown, None) => out = markdown::figures(lang, &parts).into_bytes(),
    }
    Ok(out)
}

fn for_programs(parts: &[Part<'_>], out: &mut Vec<u8>) -> io::Result<()> {
    out.extend(rows::HEADER.join(",").bytes());
    out.push(b'\n');
    rows::write(parts.iter().flat_map(|part| part.rows().map(|(_, row)| row)), out)
}

/// What stands below the sources: what was exported, by what, and when; and what must be known before comparing.
fn about(figures: &Figures<'_>, chart: Option<&Chart>, lang: Lang) -> Vec<String> {
    let told = [("version", env!("CARGO_PKG_VERSION").into()), ("date", words::date(lang, figures.today).into())];
    let mut about = vec![lang.text_with("export-about", &told), lang.text("export-about-origin")];
    if let Some(chart) = chart {
        about.push(chart.head.title.clone());
        about.extend(chart.head.subtitle.iter().cloned());
        about.extend(chart.head.notes.iter().cloned());
    }
    about
}
