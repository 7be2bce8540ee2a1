//! What must not wait behind a thousand documents: keeping the workspace on one thread, so that what is asked for last
//! is also written last; on another what the window shows of all documents, which is given up when something newer is
//! asked for.

use crate::chart::every::every;
use crate::command::{Event, Input, Plan, PlannedDocument, Task};
use crate::find::{self, agenda};
use crate::model::finding::Message;
use crate::project::recovery;
use crate::project::workspace::{self, SaveError, SavedDocument, Workspace};
use std::path::Path;

/// How many kinds of tasks make what the window shows.
pub const KINDS: usize = 4;

/// True for a task that keeps something.
#[must_use]
pub fn keeps(task: &Task) -> bool {
    matches!(
        task,
        Task::SaveWorkspace { .. } | Task::LoadWorkspace { .. } | Task::KeepCopy { .. } | Task::SaveSettings(_)
    )
}

/// Of a task that makes what the window shows: its kind below [`KINDS`], and its number among those.
#[must_use]
pub fn shown(task: &Task) -> Option<(usize, u64)> {
    match task {
        Task::Search(search) => Some((0, search.number)),
        Task::Rows(rows) => Some((1, rows.number)),
        Task::Describe(wish) => Some((2, wish.number)),
        Task::Agendas(agenda) => Some((3, agenda.number)),
        _ => None,
    }
}

/// Does such a task; `None` for one that has no answer, or is another's. `go_on` tells whether anybody still waits for
/// what is to be shown.
pub fn perform(task: &Task, go_on: impl Fn() -> bool) -> Option<Event> {
    match task {
        Task::SaveWorkspace { plan, path, seen, replace, now } => {
            let saved = workspace::save(&gather(plan), path, seen.as_deref(), *replace, *now);
            Some(match saved {
                Ok(digest) => Event::WorkspaceSaved { path: path.clone(), digest },
                Err(SaveError::Exists) => Event::WorkspaceExists(path.clone()),
                Err(error) => Event::WorkspaceNotSaved { path: path.clone(), reason: reason(&error, path) },
            })
        }
        Task::LoadWorkspace { path, recovered } => Some(match workspace::load(path) {
            Ok((workspace, digest)) => Event::WorkspaceLoaded {
                path: path.clone(),
                workspace: Box::new(workspace),
                digest,
                recovered: *recovered,
            },
            Err(error) => Event::WorkspaceNotLoaded { recovered: *recovered, reason: error.message(path) },
        }),
        Task::KeepCopy { plan, path, now } => {
            let kept = recovery::keep(&gather(plan), path, *now);
            kept.err().map(|error| Event::CopyFailed(reason(&error, path)))
        }
        Task::Search(search) => {
            let (hits, more) = find::passages(search, &go_on);
            go_on().then_some(Event::Found { number: search.number, hits, more })
        }
        Task::Rows(asked) => {
            let rows = find::rows(asked, &go_on);
            go_on().then_some(Event::RowsMade { number: asked.number, rows })
        }
        Task::Describe(wish) => {
            let every = every(wish, &go_on)?;
            go_on().then(|| Event::Described { number: wish.number, every: Box::new(every) })
        }
        Task::Agendas(asked) => {
            let agendas = agenda::agendas(asked, &go_on)?;
            go_on().then_some(Event::AgendasRead { number: asked.number, agendas })
        }
        Task::Load { .. } | Task::Cancel { .. } | Task::Across { .. } | Task::Draw(_) | Task::SaveSettings(_) => None,
    }
}

/// What goes into the file.
fn gather(plan: &Plan) -> Workspace {
    Workspace {
        documents: plan.documents.iter().map(document).collect(),
        corrections: plan.corrections.clone(),
        view: plan.view.clone(),
    }
}

fn document(planned: &PlannedDocument) -> SavedDocument {
    let (path, sample) = match &planned.input {
        Input::File(path) => (path.as_path(), false),
        Input::Sample { name, .. } => (Path::new(*name), true),
    };
    match (&planned.reading, &planned.saved) {
        (Some(reading), _) => SavedDocument::new(path, sample, reading),
        (None, Some(saved)) => SavedDocument { path: path.to_owned(), last_seen: path.to_owned(), ..(**saved).clone() },
        (None, None) => {
            SavedDocument { path: path.to_owned(), last_seen: path.to_owned(), sample, ..SavedDocument::default() }
        }
    }
}

fn reason(error: &SaveError, path: &Path) -> Message {
    match error {
        SaveError::Exists => Message { key: "app-write-exists", values: vec![] },
        SaveError::Foreign(found) => {
            Message { key: "ws-foreign", values: vec![("name", workspace::name(path)), ("detail", found.to_string())] }
        }
        SaveError::Write(error) => error.message(),
    }
}
