//! Everything that can happen, closed: what a person asks for, what is to be done outside the window, what comes back.

mod action;
mod job;
mod page;

pub use self::action::{Action, Shortcut};
pub use self::job::{DrawPages, Event, Job, Password, Plan, PlannedDocument, Task};
pub use self::page::{Look, Page, Picture, Purpose};
use crate::chart::{Choice, View};
pub use crate::find::Column;
use crate::find::Wanted;
use crate::lang::Lang;
use crate::model::correction::{Change, DocumentFacts, Facts};
use crate::model::reading::{DocumentId, FigureId};
use crate::model::source::Span;
pub use crate::project::settings::Theme;
use std::path::{Path, PathBuf};

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

/// A decision about a figure or a document, with its reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    Figure {
        figure: FigureId,
        change: Change,
        reason: String,
    },
    Add {
        document: DocumentId,
        facts: Facts,
        reason: String,
    },
    Document {
        document: DocumentId,
        facts: DocumentFacts,
        reason: String,
    },
    /// Take back what was decided about a figure.
    Restore(FigureId),
    RestoreDocument(DocumentId),
}

/// Which decision is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Confirm(FigureId),
    Correct(FigureId),
    LeaveOut(FigureId),
    Add(DocumentId),
    Document(DocumentId),
}

impl Asked {
    /// The figure that it is about, where it is about one.
    #[must_use]
    pub fn figure(self) -> Option<FigureId> {
        match self {
            Self::Confirm(figure) | Self::Correct(figure) | Self::LeaveOut(figure) => Some(figure),
            Self::Add(_) | Self::Document(_) => None,
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
    /// Read an encrypted document with this password.
    Unlock(DocumentId, Password),
    /// Stop reading; what is read stays.
    Cancel,
    ShowPage(Page),
    /// Show a chart on the page that shows it at length.
    ShowView(View),
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
    /// Show what the words and marks mean.
    ShowHelp,
    /// Take another format or content in the same dialog; the path as it is typed.
    Reshape(Picture, PathBuf),
    /// Put the picture of a chart on the clipboard.
    CopyPicture(View, Look),
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
    /// Show or hide a column of the data page.
    ShowColumn(Column, bool),
    /// Which figures the data page shows.
    Want(Wanted),
    Decide(Decision),
    /// Ask for a decision about a figure: as [`Asked`] says.
    AskDecision(Asked),
    Undo,
    Redo,
    /// Save the workspace under its name, or ask for one.
    Save,
    AskWorkspacePlace,
    SaveWorkspace {
        path: PathBuf,
        replace: bool,
    },
    /// Show the system's dialog for the place of the workspace.
    PickWorkspacePlace(PathBuf),
    /// Begin anew, with nothing open.
    New,
    /// The window is to be closed.
    Leave,
    /// The answers to the question about unsaved changes.
    SaveFirst,
    Discard,
    /// The answer to the offer of what a crash left behind.
    Recover(bool),
    /// Look for a document in another place.
    AskRelink(DocumentId),
    /// It lies here.
    Relink(DocumentId, PathBuf),
    /// Go on with the figures that were saved.
    UseSaved(DocumentId),
    /// Take a changed file as it is now.
    Accept(DocumentId),
    /// Look for this in the text of all documents.
    Search(String),
    /// Open or leave the search.
    ShowSearch(bool),
    ShowPalette(bool),
    /// Show a figure where it stands in the charts.
    ShowInChart(FigureId),
    /// Show the list of what happened, or hide it.
    ShowHappened(bool),
    /// Enter or leave the meeting room: one chart, large.
    ShowRoom(bool),
    /// The next or the previous chart of the meeting room.
    TurnRoom(i32),
    /// The next or the previous figure of the chart in the meeting room.
    StepRoom(i32),
    ForgetRecent,
    Quit,
}
