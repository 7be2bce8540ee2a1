//! Everything that can happen, closed: what a person asks for, what is to be done outside the window, what comes back.

use crate::chart::{Choice, View};
use crate::lang::Lang;
use crate::model::finding::{Finding, Message};
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::model::source::Span;
use crate::project::settings::Settings;
pub use crate::project::settings::Theme;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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

/// The pages of the window's middle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The charts, side by side for all municipalities.
    #[default]
    Compare,
    /// What the checks found.
    Checks,
    /// What was decided, item by item.
    Cases,
    /// Every figure in one table.
    Data,
}

impl Page {
    pub const ALL: [Self; 4] = [Self::Compare, Self::Checks, Self::Cases, Self::Data];

    /// The key of the page's name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Compare => "app-page-compare",
            Self::Checks => "app-page-checks",
            Self::Cases => "app-page-cases",
            Self::Data => "app-page-data",
        }
    }
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Picture {
    Chart(View),
    Window,
}

/// What a column of the data page is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    #[default]
    Document,
    Place,
    Period,
    Topic,
    Scope,
    Measure,
    Value,
    Certainty,
}

impl Column {
    pub const ALL: [Self; 8] = [
        Self::Place,
        Self::Period,
        Self::Scope,
        Self::Measure,
        Self::Value,
        Self::Certainty,
        Self::Topic,
        Self::Document,
    ];

    /// The key of the column's head.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Document => "app-column-document",
            Self::Place => "app-column-place",
            Self::Period => "app-column-period",
            Self::Topic => "app-column-topic",
            Self::Scope => "app-column-scope",
            Self::Measure => "app-column-measure",
            Self::Value => "app-column-value",
            Self::Certainty => "app-column-certainty",
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

/// What is to be done outside the state.
#[derive(Clone, Debug)]
pub enum Job {
    /// For the worker.
    Task(Task),
    /// Show the system's dialog for opening files, and answer with [`Event::Picked`].
    PickFiles,
    /// Show the system's dialog for saving, and answer with [`Event::PlacePicked`].
    PickPlace(Picture, PathBuf),
    /// Draw and write a picture, and answer with [`Event::Saved`] or its kin.
    SavePicture {
        picture: Picture,
        path: PathBuf,
        replace: bool,
    },
    Quit,
}

/// What the worker does.
#[derive(Clone, Debug)]
pub enum Task {
    /// Read a document, extract and check it. The generation tells late answers from awaited ones.
    Load {
        id: DocumentId,
        generation: u64,
        input: Input,
    },
    /// Skip every load up to this generation that has not begun.
    Cancel {
        up_to: u64,
    },
    /// Compare the documents with each other; the revision tells late answers from awaited ones.
    Across {
        revision: u64,
        readings: Vec<(DocumentId, Arc<Reading>)>,
    },
    SaveSettings(Settings),
}

/// What comes back from outside.
#[derive(Clone, Debug)]
pub enum Event {
    Started {
        id: DocumentId,
        generation: u64,
    },
    Loaded {
        id: DocumentId,
        generation: u64,
        reading: Arc<Reading>,
    },
    /// The path was a folder; these files in it can be read.
    Folder {
        id: DocumentId,
        generation: u64,
        files: Vec<PathBuf>,
    },
    Failed {
        id: DocumentId,
        generation: u64,
        reason: Message,
    },
    /// The answer of the dialog for opening; `None` where the system has none to show.
    Picked(Option<Vec<PathBuf>>),
    /// The answer of the dialog for saving; `None` where it was left or the system has none.
    PlacePicked(Picture, Option<PathBuf>),
    Saved(PathBuf),
    /// A file of that name is there already.
    Exists {
        picture: Picture,
        path: PathBuf,
    },
    SaveFailed {
        path: PathBuf,
        reason: Message,
    },
    /// What the documents say against each other.
    Across {
        revision: u64,
        findings: Vec<(DocumentId, Finding)>,
    },
    /// The settings could not be kept.
    SettingsFailed(Message),
}

/// A key with its modifiers, as plain data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    pub ctrl: bool,
    pub alt: bool,
    /// egui's name of the key.
    pub key: &'static str,
}

/// A command without values: one row gives its text and shortcut, for menus and keys alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Open,
    OpenPath,
    OpenSamples,
    CloseAll,
    Cancel,
    SaveAppeals,
    SaveCaseload,
    SaveWindow,
    Quit,
    Compare,
    Checks,
    Cases,
    Data,
    Back,
    HideSource,
    ZoomIn,
    ZoomOut,
    ZoomReset,
}

impl Action {
    pub const ALL: [Self; 18] = [
        Self::Open,
        Self::OpenPath,
        Self::OpenSamples,
        Self::CloseAll,
        Self::Cancel,
        Self::SaveAppeals,
        Self::SaveCaseload,
        Self::SaveWindow,
        Self::Quit,
        Self::Compare,
        Self::Checks,
        Self::Cases,
        Self::Data,
        Self::Back,
        Self::HideSource,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
    ];

    /// The key of its text in menus.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "menu-open",
            Self::OpenPath => "menu-open-path",
            Self::OpenSamples => "menu-open-samples",
            Self::CloseAll => "menu-close-all",
            Self::Cancel => "menu-cancel",
            Self::SaveAppeals => "menu-save-appeals",
            Self::SaveCaseload => "menu-save-caseload",
            Self::SaveWindow => "menu-save-window",
            Self::Quit => "menu-quit",
            Self::Compare => "app-page-compare",
            Self::Checks => "app-page-checks",
            Self::Cases => "app-page-cases",
            Self::Data => "app-page-data",
            Self::Back => "source-back",
            Self::HideSource => "source-hide",
            Self::ZoomIn => "menu-zoom-in",
            Self::ZoomOut => "menu-zoom-out",
            Self::ZoomReset => "menu-zoom-reset",
        }
    }

    /// Its keys, where it has some.
    #[must_use]
    pub fn shortcut(self) -> Option<Shortcut> {
        let (ctrl, alt, key) = match self {
            Self::Open => (true, false, "O"),
            Self::OpenPath => (true, false, "L"),
            Self::OpenSamples | Self::CloseAll | Self::SaveCaseload => return None,
            Self::Cancel => (false, false, "Escape"),
            Self::SaveAppeals => (true, false, "E"),
            Self::SaveWindow => (true, false, "P"),
            Self::Quit => (true, false, "Q"),
            Self::Compare => (true, false, "1"),
            Self::Checks => (true, false, "2"),
            Self::Cases => (true, false, "3"),
            Self::Data => (true, false, "4"),
            Self::Back => (false, true, "Left"),
            Self::HideSource => (true, false, "W"),
            Self::ZoomIn => (true, false, "Plus"),
            Self::ZoomOut => (true, false, "Minus"),
            Self::ZoomReset => (true, false, "0"),
        };
        Some(Shortcut { ctrl, alt, key })
    }
}
