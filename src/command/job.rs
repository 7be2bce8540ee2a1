//! What is to be done outside the state, and what comes back from there.

use super::{Input, Look, Picture, Purpose};
use crate::chart::View;
use crate::chart::every::{Every, Wish};
use crate::find::agenda::{Agenda, Agendas};
use crate::find::{Hit, Rows, Search};
use crate::model::correction::Correction;
use crate::model::finding::{Finding, Message};
use crate::model::reading::{DocumentId, FigureId, Reading};
use crate::project::settings::Settings;
use crate::project::workspace::{SavedDocument, SavedView, Workspace};
use crate::read::picture::Picture as PagePicture;
use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::Arc;

/// What is to be done outside the state.
#[derive(Clone, Debug)]
pub enum Job {
    /// For the worker.
    Task(Task),
    /// Show the system's dialog for opening files, and answer with [`Event::Picked`].
    PickFiles(Purpose),
    /// Show the system's dialog for saving, and answer with [`Event::PlacePicked`].
    PickPlace(Picture, PathBuf),
    /// Draw the picture of a chart and put it on the clipboard.
    CopyPicture(View, Look),
    /// Show the system's dialog for saving a workspace, and answer with [`Event::WorkspacePlace`].
    PickWorkspacePlace(PathBuf),
    /// Remove the copy that is kept against a crash.
    DropCopy(PathBuf),
    /// Draw and write a picture, and answer with [`Event::Saved`] or its kin.
    SavePicture {
        picture: Picture,
        path: PathBuf,
        replace: bool,
    },
    Quit,
}

/// What opens an encrypted file. It is kept as long as the document is open, and never shown or written.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(pub String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

/// What the worker does.
#[derive(Clone, Debug)]
pub enum Task {
    /// Read a document, extract and check it. The generation tells late answers from awaited ones.
    Load {
        id: DocumentId,
        generation: u64,
        input: Input,
        password: Option<Password>,
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
    /// Draw pages of a PDF; what was asked for before is no longer wanted.
    Draw(DrawPages),
    /// Write the workspace; the digest is that of the file as it was last seen.
    SaveWorkspace {
        plan: Arc<Plan>,
        path: PathBuf,
        seen: Option<String>,
        replace: bool,
        now: Timestamp,
    },
    LoadWorkspace {
        path: PathBuf,
        recovered: bool,
    },
    /// Write the copy that is kept against a crash.
    KeepCopy {
        plan: Arc<Plan>,
        path: PathBuf,
        now: Timestamp,
    },
    /// Look for words and numbers in the text of all documents.
    Search(Search),
    /// Choose and order the figures of the data page.
    Rows(Rows),
    /// Describe every chart of a choice.
    Describe(Wish),
    /// Read the agendas of all documents.
    Agendas(Agenda),
}

/// Everything that goes into a workspace file.
#[derive(Clone, Debug)]
pub struct Plan {
    pub documents: Vec<PlannedDocument>,
    pub corrections: Vec<Correction>,
    pub view: SavedView,
}

/// A document for a workspace file: what was read from it, or what an earlier workspace said of it.
#[derive(Clone, Debug)]
pub struct PlannedDocument {
    pub input: Input,
    pub reading: Option<Arc<Reading>>,
    pub saved: Option<Arc<SavedDocument>>,
}

/// Pages of a PDF that are to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawPages {
    pub document: DocumentId,
    pub path: PathBuf,
    /// The hash of the bytes that were read: pages of another file under the same name are not drawn.
    pub hash: String,
    pub password: Option<Password>,
    /// Counted from 1, the first ones first.
    pub pages: Vec<u32>,
    /// Hundredths of a pixel a point.
    pub scale: u32,
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
    Picked(Purpose, Option<Vec<PathBuf>>),
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
    /// A page was drawn, or not: why.
    Drawn {
        document: DocumentId,
        page: u32,
        scale: u32,
        picture: Result<Arc<PagePicture>, Message>,
    },
    /// The answer of the dialog for saving a workspace.
    WorkspacePlace(Option<PathBuf>),
    WorkspaceSaved {
        path: PathBuf,
        digest: String,
    },
    /// A file of that name is there, and is not as it was last seen.
    WorkspaceExists(PathBuf),
    WorkspaceNotSaved {
        path: PathBuf,
        reason: Message,
    },
    WorkspaceLoaded {
        path: PathBuf,
        workspace: Box<Workspace>,
        digest: String,
        recovered: bool,
    },
    WorkspaceNotLoaded {
        recovered: bool,
        reason: Message,
    },
    /// The copy against a crash could not be written.
    CopyFailed(Message),
    /// What a search found; the number tells late answers from awaited ones.
    Found {
        number: u64,
        hits: Vec<Hit>,
        /// True where there were more than are given.
        more: bool,
    },
    /// The rows of the data page.
    RowsMade {
        number: u64,
        rows: Vec<FigureId>,
    },
    /// The charts of a choice.
    Described {
        number: u64,
        every: Box<Every>,
    },
    /// What the agendas hold.
    AgendasRead {
        number: u64,
        agendas: Agendas,
    },
    /// The settings could not be kept.
    SettingsFailed(Message),
}
