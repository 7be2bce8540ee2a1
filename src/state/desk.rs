//! The workspace file in use: what stands in it, whether something is unsaved, and the copy kept against a crash.

use super::document::{Link, OpenDocument, Stage};
use super::history::History;
use super::{AppState, Dialog};
use crate::chart::Choice;
use crate::command::{Input, Job, Page, Plan, PlannedDocument, Task};
use crate::data::samples;
use crate::model::correction::Correction;
use crate::model::finding::Message;
use crate::project::workspace::{self, SavedDocument, SavedView, Workspace};
use jiff::{SignedDuration, Timestamp};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How long after a change the copy is written, so that a burst of changes is written once.
const REST: SignedDuration = SignedDuration::from_secs(2);

/// What a person would miss if it were lost.
#[derive(Clone, Debug, Default, PartialEq)]
struct Essence {
    inputs: Vec<Input>,
    corrections: Vec<Correction>,
    choice: Choice,
}

/// What is to be done once the question about unsaved changes is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    Quit,
    Open(PathBuf),
    New,
}

/// The workspace file in use.
#[derive(Debug, Default)]
pub struct Desk {
    /// The file; `None` before the first save.
    pub path: Option<PathBuf>,
    /// The digest of the file as it was last read or written.
    seen: Option<String>,
    /// What stands in the file.
    saved: Essence,
    /// What is being written to it.
    saving: Option<Essence>,
    /// What is to be done when it is written.
    then: Option<Then>,
    /// Where the copy against a crash is kept; `None` for none.
    pub copy: Option<PathBuf>,
    /// What stands in the copy; `None` where there is none.
    kept: Option<Essence>,
    /// When the next copy is due.
    due: Option<Timestamp>,
    /// True while a copy that a crash left behind waits for an answer: it must not be written over.
    pub offered: bool,
}

impl Desk {
    /// What was to follow a save is no longer wanted.
    pub(super) fn forget_then(&mut self) {
        self.then = None;
    }
}

impl AppState {
    fn essence(&self) -> Essence {
        let inputs = self.documents.list().iter().map(|document| document.input.clone()).collect();
        Essence { inputs, corrections: self.corrections.clone(), choice: self.charts.choice().clone() }
    }

    /// True where something would be lost that the user made: decisions; and, with a workspace in use, also which
    /// documents and what is compared.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        let saved = &self.desk.saved;
        if self.desk.path.is_none() {
            return self.corrections != saved.corrections;
        }
        let list = self.documents.list();
        self.corrections != saved.corrections
            || *self.charts.choice() != saved.choice
            || list.len() != saved.inputs.len()
            || list.iter().zip(&saved.inputs).any(|(document, input)| document.input != *input)
    }

    /// The title of the window: the workspace, with a star while something is unsaved.
    #[must_use]
    pub fn title(&self) -> String {
        let star = if self.is_unsaved() { "*" } else { "" };
        match &self.desk.path {
            Some(path) => {
                let name = workspace::name(path);
                format!("{star}{} – Sidestil", name.strip_suffix(workspace::ENDING).unwrap_or(&name))
            }
            None => format!("{star}Sidestil"),
        }
    }

    /// Everything that a workspace file holds.
    fn plan(&self) -> Plan {
        let document = |document: &OpenDocument| PlannedDocument {
            input: document.input.clone(),
            reading: document.stated.clone().filter(|_| document.link == Link::Same),
            saved: document.saved.clone().filter(|_| document.link != Link::Same || document.stated.is_none()),
        };
        let choice = ron::to_string(self.charts.choice()).unwrap_or_default();
        Plan {
            documents: self.documents.list().iter().map(document).collect(),
            corrections: self.corrections.clone(),
            view: SavedView { page: self.page.key().to_owned(), choice },
        }
    }

    /// Saves under the name in use, or asks for one.
    pub(super) fn save(&mut self) -> Vec<Job> {
        match self.desk.path.clone() {
            Some(path) => self.save_to(path, false),
            None => {
                self.ask_place();
                Vec::new()
            }
        }
    }

    /// Asks under which name to save.
    pub(super) fn ask_place(&mut self) {
        let first =
            self.documents.list().iter().find_map(|document| document.input.path()?.parent().map(Path::to_owned));
        let folder =
            first.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| self.picture_folder.clone());
        let name = format!("{}{}", self.lang().text("ws-file-name"), workspace::ENDING);
        let path = self.desk.path.clone().unwrap_or_else(|| folder.join(name));
        self.dialog = Some(Dialog::SaveWorkspace { path, exists: false });
    }

    pub(super) fn save_to(&mut self, path: PathBuf, replace: bool) -> Vec<Job> {
        self.dialog = None;
        let path = if workspace::is_workspace(&path) {
            path
        } else {
            let mut name = path.into_os_string();
            name.push(workspace::ENDING);
            PathBuf::from(name)
        };
        self.desk.saving = Some(self.essence());
        let seen = self.desk.seen.clone().filter(|_| self.desk.path.as_ref() == Some(&path));
        vec![Job::Task(Task::SaveWorkspace { plan: Arc::new(self.plan()), path, seen, replace, now: self.now })]
    }

    /// The workspace was written.
    pub(super) fn saved(&mut self, path: PathBuf, digest: String) -> Vec<Job> {
        self.settings.remember(std::slice::from_ref(&path));
        self.notice(Message { key: "ws-saved", values: vec![("name", workspace::name(&path))] }, false);
        self.desk.path = Some(path);
        self.desk.seen = Some(digest);
        if let Some(essence) = self.desk.saving.take() {
            self.desk.saved = essence;
        }
        let mut jobs = self.save_settings();
        if let Some(then) = self.desk.then.take() {
            jobs.extend(self.go_on(then));
        }
        jobs
    }

    /// The workspace was not written; what was to follow is not done.
    pub(super) fn not_saved(&mut self, path: &Path, reason: Message) {
        self.desk.saving = None;
        self.desk.then = None;
        self.notice(Message { key: "ws-save-failed", values: vec![("name", workspace::name(path))] }, true);
        self.notice(reason, true);
    }

    /// A file of that name is there, and is not as it was last seen.
    pub(super) fn place_taken(&mut self, path: PathBuf) {
        self.desk.saving = None;
        self.dialog = Some(Dialog::SaveWorkspace { path, exists: true });
    }

    /// Does something that lets go of what is open, after a question where something is unsaved.
    pub(super) fn leave(&mut self, then: Then) -> Vec<Job> {
        if self.is_unsaved() {
            self.dialog = Some(Dialog::Unsaved(then));
            return Vec::new();
        }
        self.go_on(then)
    }

    /// Saves first and then goes on.
    pub(super) fn save_then(&mut self, then: Then) -> Vec<Job> {
        self.dialog = None;
        self.desk.then = Some(then);
        self.save()
    }

    /// Goes on; what is unsaved is lost, as was asked for.
    pub(super) fn go_on(&mut self, then: Then) -> Vec<Job> {
        self.dialog = None;
        match then {
            Then::Quit => {
                // Nothing is to be offered at the next start.
                let mut jobs: Vec<Job> = self.drop_copy().into_iter().collect();
                self.desk.copy = None;
                jobs.push(Job::Quit);
                jobs
            }
            Then::Open(path) => vec![Job::Task(Task::LoadWorkspace { path, recovered: false })],
            Then::New => {
                let jobs = self.clear_all();
                self.desk.path = None;
                self.desk.seen = None;
                self.desk.saved = self.essence();
                jobs
            }
        }
    }

    /// Closes everything, without a way back.
    fn clear_all(&mut self) -> Vec<Job> {
        let up_to = self.documents.generation();
        self.documents.clear();
        self.corrections.clear();
        self.steps = History::default();
        self.focus = None;
        self.history.clear();
        self.charts.choose(Choice::default());
        self.decided();
        vec![Job::Task(Task::Cancel { up_to })]
    }

    /// Takes in a workspace that was read; `recovered` where it is the copy that a crash left.
    pub(super) fn take(&mut self, path: PathBuf, kept: Workspace, digest: String, recovered: bool) -> Vec<Job> {
        // What was named on the command line stays open beside what a crash left.
        let named: Vec<Input> = self.documents.list().iter().map(|document| document.input.clone()).collect();
        let mut jobs = self.clear_all();
        self.desk.offered = false;
        jobs.extend(self.add_each(kept.documents.into_iter().filter_map(of_workspace).collect()));
        self.corrections = kept.corrections;
        let choice = ron::from_str::<Choice>(&kept.view.choice);
        if choice.is_err() && !kept.view.choice.is_empty() {
            self.notice(Message { key: "ws-choice-unknown", values: vec![] }, false);
        }
        self.charts.choose(choice.unwrap_or_default());
        if let Some(page) = Page::ALL.into_iter().find(|page| page.key() == kept.view.page) {
            self.page = page;
        }
        self.decided();
        if recovered {
            self.desk.path = None;
            self.desk.seen = None;
            self.desk.saved = Essence::default();
            self.desk.kept = Some(self.essence());
            self.notice(Message { key: "ws-recovered", values: vec![] }, false);
            let here = |input: &Input| self.documents.list().iter().any(|document| document.input == *input);
            let missing = named.into_iter().filter(|input| !here(input)).collect();
            jobs.extend(self.add(missing));
        } else {
            self.settings.remember(std::slice::from_ref(&path));
            jobs.extend(self.save_settings());
            self.desk.path = Some(path);
            self.desk.seen = Some(digest);
            self.desk.saved = self.essence();
        }
        jobs
    }

    /// The copy against a crash, where one is due; and its removal once nothing would be lost.
    pub(super) fn keep_copy(&mut self) -> Option<Job> {
        let path = self.desk.copy.clone().filter(|_| !self.desk.offered)?;
        let empty = self.documents.list().is_empty() && self.corrections.is_empty();
        if empty || (self.desk.path.is_some() && !self.is_unsaved()) {
            self.desk.due = None;
            return self.drop_copy();
        }
        let list = self.documents.list();
        let same = self.desk.kept.as_ref().is_some_and(|kept| {
            let inputs = kept.inputs.len() == list.len() && list.iter().zip(&kept.inputs).all(|(d, i)| d.input == *i);
            inputs && kept.corrections == self.corrections && kept.choice == *self.charts.choice()
        });
        if same || self.documents.is_busy() {
            return None;
        }
        let due = *self.desk.due.get_or_insert(self.now + REST);
        if self.now < due {
            return None;
        }
        self.desk.due = None;
        self.desk.kept = Some(self.essence());
        Some(Job::Task(Task::KeepCopy { plan: Arc::new(self.plan()), path, now: self.now }))
    }

    /// How long until a copy is due; `None` where none is.
    #[must_use]
    pub fn copy_due_in(&self) -> Option<std::time::Duration> {
        let due = self.desk.due?;
        Some(std::time::Duration::try_from(due.duration_since(self.now)).unwrap_or_default())
    }

    fn drop_copy(&mut self) -> Option<Job> {
        self.desk.kept.take()?;
        Some(Job::DropCopy(self.desk.copy.clone()?))
    }

    /// Offers to go on with what a program that did not end as it should left behind.
    pub fn offer_copy(&mut self) {
        self.desk.offered = true;
        self.dialog = Some(Dialog::Recover);
    }

    /// The answer to that offer.
    pub(super) fn recover(&mut self, wanted: bool) -> Vec<Job> {
        self.dialog = None;
        let Some(path) = self.desk.copy.clone() else { return Vec::new() };
        if wanted {
            return vec![Job::Task(Task::LoadWorkspace { path, recovered: true })];
        }
        self.desk.offered = false;
        vec![Job::DropCopy(path)]
    }

    /// What can be done about a document of the workspace that is gone or changed; `None` where nothing needs to be.
    #[must_use]
    pub fn trouble(&self, document: &OpenDocument) -> Option<Trouble> {
        let saved = document.saved.as_ref()?;
        match (&document.stage, document.link) {
            (Stage::Failed(_), _) => Some(Trouble::Gone { has_figures: saved.has_figures() }),
            (_, Link::Changed) => Some(Trouble::Changed { has_figures: saved.has_figures() }),
            (_, Link::FromSaved) => Some(Trouble::FromSaved),
            _ => None,
        }
    }
}

/// How a document of a workspace is not as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be read where it was.
    Gone { has_figures: bool },
    /// Its file has changed.
    Changed { has_figures: bool },
    /// The saved figures are used.
    FromSaved,
}
/// A document as a workspace names it, and what it says of it; `None` for a sample that the program no longer carries.
fn of_workspace(saved: SavedDocument) -> Option<(Input, Option<Arc<SavedDocument>>)> {
    let input = if saved.sample {
        let name = saved.path.to_string_lossy();
        let (name, text) = samples::ALL.iter().find(|(sample, _)| *sample == name)?;
        Input::Sample { name, text }
    } else {
        Input::File(saved.path.clone())
    };
    Some((input, Some(Arc::new(saved))))
}
