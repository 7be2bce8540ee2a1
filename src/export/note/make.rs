//! The note as a file: as full as two pages allow.

use super::build::build;
use super::material::Material;
use super::word::{self, Picture};
use super::{Amount, Note, pages};
use crate::chart::Chart;
use crate::chart::drawing::Drawing;
use crate::export::pdf::Paper;

/// The format of a note's file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    #[default]
    Pdf,
    Docx,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Docx];

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }

    /// The format that a file's ending names.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// Draws charts for a note: as shapes, and as the bytes of a PNG. The window's painter does it, above this layer.
pub trait Artist {
    fn drawing(&self, chart: &Chart, width: f32) -> Drawing;
    /// # Errors
    /// The reason in words where the picture cannot be encoded.
    fn png(&self, chart: &Chart, width: f32) -> Result<Vec<u8>, String>;
}

/// A note has at most so many pages.
pub const MOST_PAGES: usize = 2;
/// The width in points that charts are laid out for; on paper they are a good half as large.
const CHART_WIDTH: f32 = 820.0;
/// The height that is left free on each page of a Word document, in points.
const WORD_SPARE: f32 = 40.0;

/// The bytes of the note; `None` where the documents have nothing to tell.
///
/// # Errors
/// The reason in words where the file cannot be made.
pub fn file(material: &Material<'_>, format: Format, artist: &dyn Artist) -> Result<Option<Vec<u8>>, String> {
    let mut desk = Desk { material, format, artist, drawn: Vec::new() };
    let mut fitting = None;
    for amount in Amount::STEPS {
        let Some(laid) = desk.lay(amount) else { return Ok(None) };
        let last = amount == Amount::STEPS[Amount::STEPS.len() - 1];
        if laid.paper.pages() <= MOST_PAGES || last {
            fitting = Some((amount, laid));
            break;
        }
    }
    let Some((mut amount, mut laid)) = fitting else { return Ok(None) };
    // The room that is left is filled, kind by kind, with one sentence more at a time.
    let mut kind = 0;
    while let Some(more) = amount.more(kind) {
        match desk.lay(more).filter(|more| more.paper.pages() <= MOST_PAGES && more.note != laid.note) {
            Some(fuller) => (amount, laid) = (more, fuller),
            None => kind += 1,
        }
    }
    let Laid { note, charts, paper } = laid;
    match format {
        Format::Pdf => Ok(Some(pages::file(paper, &note))),
        Format::Docx => docx(&note, &charts, amount.height, artist).map(Some),
    }
}

/// A note on paper.
struct Laid {
    note: Note,
    charts: Vec<Drawing>,
    paper: Paper,
}

/// Lays notes of one material out; each chart is drawn once.
struct Desk<'a, 'm> {
    material: &'a Material<'m>,
    format: Format,
    artist: &'a dyn Artist,
    drawn: Vec<(Chart, Drawing)>,
}

impl Desk<'_, '_> {
    /// The note in this fullness; `None` where the documents have nothing to tell.
    fn lay(&mut self, amount: Amount) -> Option<Laid> {
        let note = build(self.material, amount)?;
        for chart in &note.charts {
            if self.drawn.iter().all(|(known, _)| known != chart) {
                self.drawn.push((chart.clone(), self.artist.drawing(chart, CHART_WIDTH)));
            }
        }
        let drawing = |chart| self.drawn.iter().find(|(known, _)| known == chart).map(|(_, drawing)| drawing.clone());
        let charts: Vec<Drawing> = note.charts.iter().filter_map(drawing).collect();
        // Word's lines are a little higher than those of the PDF, and its face may be wider.
        let spare = if self.format == Format::Docx { WORD_SPARE } else { 0.0 };
        let paper = pages::pages(&note, &charts, amount.height, spare);
        Some(Laid { note, charts, paper })
    }
}

fn docx(note: &Note, charts: &[Drawing], most: f32, artist: &dyn Artist) -> Result<Vec<u8>, String> {
    let mut pictures = Vec::new();
    for (chart, drawing) in note.charts.iter().zip(charts) {
        let png = artist.png(chart, CHART_WIDTH)?;
        let alt = pages::words(drawing);
        pictures.push(Picture { png, width: drawing.width, height: drawing.height, alt });
    }
    // Word's lines are a little higher, and the face may be another: the pictures make room for that.
    word::file(note, &pictures, most * 0.9).map_err(|error| error.to_string())
}
