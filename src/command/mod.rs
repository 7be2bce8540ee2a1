//! Everything that can happen, closed: what a person asks for, what is to be done outside the window, what comes back.

mod action;
mod job;
mod page;

pub use self::action::{Action, Shortcut};
pub use self::job::{DrawPages, Event, Job, Task};
pub use self::page::{Column, Page, Picture};
use crate::chart::Choice;
use crate::lang::Lang;
use crate::model::reading::{DocumentId, FigureId};
use crate::model::source::Span;
pub use crate::project::settings::Theme;
use std::path::{Path, PathBuf};

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    File(PathBuf),
    /// A sample that the program carries: its file name and its text.
    Sample {
        name: &'static str,
        text: &'static str,
    },
}

impl Input {
    /// The file's name, without folders, as people see it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Sample { name, .. } => (*name).to_owned(),
        }
    }

    /// The path, for a file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Sample { .. } => None,
        }
    }
}

/// What a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Show the system's dialog for opening files.
    AskFiles,
    /// Show the field in which a path can be pasted.
    AskPath,
    Open(Vec<Input>),
    OpenSamples,
    Close(DocumentId),
    CloseAll,
    /// Read a document again that could not be read.
    Retry(DocumentId),
    /// Stop reading; what is read stays.
    Cancel,
    ShowPage(Page),
    /// Show a document from its beginning.
    ShowDocument(DocumentId),
    /// Show the passage that a figure was read from.
    ShowFigure(FigureId),
    /// Show a passage.
    ShowSpan(DocumentId, Span),
    Back,
    HideSource,
    /// Have these pages (counted from 1) of a document drawn, the first ones first, at so many hundredths of a pixel a
    /// point: those in sight.
    SeePages {
        document: DocumentId,
        pages: Vec<u32>,
        scale: u32,
    },
    /// Ask under which name to save a picture.
    AskPicture(Picture),
    /// Save it there; `replace` only after the question was answered with yes.
    SavePicture {
        picture: Picture,
        path: PathBuf,
        replace: bool,
    },
    /// Show the system's dialog for the place of a picture.
    AskPlace(Picture, PathBuf),
    DismissDialog,
    DismissNotices,
    SetLang(Lang),
    SetTheme(Theme),
    /// What the charts compare.
    Choose(Choice),
    Filter(String),
    FilterCases(String),
    Sort(Column),
    ForgetRecent,
    Quit,
}
