//! Commands and events in, state and jobs out.

use super::*;
use crate::command::{Command, Event, Input};
use crate::model::meeting::Item;
use crate::model::reading::{Extraction, Reading};
use crate::model::source::{Document, Format, Span};
use crate::state::document::Stage;
use std::sync::Arc;

fn reading(name: &str, hash: &str) -> Arc<Reading> {
    let mut document = Document::new(name, Format::Text, "Kommunen fik 12 afgørelser.".to_owned());
    document.hash = hash.to_owned();
    Arc::new(Reading { document: document.into(), extraction: Extraction::default(), report: Default::default() })
}

fn file(name: &str) -> Input {
    Input::File(PathBuf::from(format!("/referater/{name}")))
}

/// The minutes of a committee's meeting, with one item.
fn minutes(name: &str) -> Arc<Reading> {
    let mut reading = Arc::unwrap_or_clone(reading(name, name));
    let meeting = &mut reading.extraction.meeting;
    (meeting.municipality, meeting.committee) = (Some("Lejre".to_owned()), Some("Socialudvalget".to_owned()));
    meeting.date = "2024-05-14".parse().ok();
    meeting.items.push(Item::default());
    Arc::new(reading)
}

/// The loads among the jobs.
fn loads(jobs: &[Job]) -> Vec<(DocumentId, u64)> {
    let load = |job: &Job| match job {
        Job::Task(Task::Load { id, generation, .. }) => Some((*id, *generation)),
        _ => None,
    };
    jobs.iter().filter_map(load).collect()
}

/// A state with these files open and read; each has its own content.
fn with(names: &[&str]) -> (AppState, Vec<DocumentId>) {
    let mut state = AppState::default();
    let jobs = state.apply(Command::Open(names.iter().map(|name| file(name)).collect()));
    let mut ids = Vec::new();
    for ((id, generation), name) in loads(&jobs).into_iter().zip(names) {
        state.on_event(Event::Started { id, generation });
        state.on_event(Event::Loaded { id, generation, reading: reading(name, name) });
        ids.push(id);
    }
    (state, ids)
}

fn stages(state: &AppState) -> Vec<&'static str> {
    let name = |stage: &Stage| match stage {
        Stage::Waiting => "waiting",
        Stage::Reading => "reading",
        Stage::Read(_) => "read",
        Stage::Failed(_) => "failed",
    };
    state.documents.list().iter().map(|document| name(&document.stage)).collect()
}

#[test]
fn a_document_waits_is_read_and_is_there() {
    let mut state = AppState::default();
    let jobs = state.apply(Command::Open(vec![file("a.txt"), file("b.txt")]));
    let [(a, first), (b, second)] = loads(&jobs)[..] else { panic!("two loads") };
    assert_eq!(stages(&state), ["waiting", "waiting"]);
    state.on_event(Event::Started { id: a, generation: first });
    let progress = state.documents.progress().unwrap();
    assert_eq!((progress.done, progress.total, progress.file.as_deref()), (0, 2, Some("a.txt")));
    state.on_event(Event::Loaded { id: a, generation: first, reading: reading("a.txt", "1") });
    assert_eq!(state.documents.progress().unwrap().done, 1);
    state.on_event(Event::Failed { id: b, generation: second, reason: Message { key: "read-empty", values: vec![] } });
    assert_eq!(stages(&state), ["read", "failed"]);
    assert_eq!(state.documents.progress(), None);
}

#[test]
fn the_same_path_opens_once() {
    let (mut state, _) = with(&["a.txt"]);
    assert!(loads(&state.apply(Command::Open(vec![file("a.txt")]))).is_empty());
    assert_eq!(state.documents.list().len(), 1);
    assert_eq!(state.notices[0].message.key, "app-open-already");
}

#[test]
fn the_same_content_stays_once_and_the_first_one_stays() {
    for late_first in [false, true] {
        let mut state = AppState::default();
        let jobs = state.apply(Command::Open(vec![file("a.txt"), file("copy.txt")]));
        let mut loads = loads(&jobs);
        if late_first {
            loads.reverse();
        }
        for (id, generation) in loads {
            state.on_event(Event::Loaded { id, generation, reading: reading("x", "same") });
            state.apply(Command::ShowSpan(id, Span::new(0..8)));
        }
        let names: Vec<_> = state.documents.list().iter().map(|document| document.input.name()).collect();
        assert_eq!(names, ["a.txt"]);
        if late_first {
            assert_eq!(state.focus.map(Focus::document), Some(state.documents.list()[0].id));
        }
    }
}

#[test]
fn late_answers_are_dropped() {
    let mut state = AppState::default();
    let jobs = state.apply(Command::Open(vec![file("a.txt")]));
    let (id, generation) = loads(&jobs)[0];
    assert!(matches!(state.apply(Command::Cancel)[..], [Job::Task(Task::Cancel { .. })]));
    state.on_event(Event::Loaded { id, generation, reading: reading("a.txt", "1") });
    assert_eq!(stages(&state), ["failed"], "cancelled before the answer came");
    let again = loads(&state.apply(Command::Retry(id)));
    assert_eq!(again.len(), 1);
    state.on_event(Event::Loaded { id, generation: again[0].1, reading: reading("a.txt", "1") });
    assert_eq!(stages(&state), ["read"]);
    state.apply(Command::Close(id));
    assert_eq!(state.documents.list().len(), 0);
}

#[test]
fn a_folder_gives_way_to_its_files() {
    let mut state = AppState::default();
    let jobs = state.apply(Command::Open(vec![file("mappe")]));
    let (id, generation) = loads(&jobs)[0];
    let files = vec![PathBuf::from("/referater/mappe/a.txt"), PathBuf::from("/referater/mappe/b.txt")];
    let jobs = state.on_event(Event::Folder { id, generation, files });
    assert_eq!(loads(&jobs).len(), 2);
    assert_eq!(stages(&state), ["waiting", "waiting"]);
    assert_eq!(state.documents.progress().unwrap().total, 2);
}

#[test]
fn the_way_back_leads_through_what_was_shown() {
    let (mut state, ids) = with(&["a.txt", "b.txt"]);
    state.apply(Command::ShowDocument(ids[0]));
    state.apply(Command::ShowSpan(ids[1], Span::new(0..8)));
    state.apply(Command::ShowSpan(ids[1], Span::new(0..8)));
    assert!(state.can_go_back());
    state.apply(Command::Back);
    assert_eq!(state.focus, Some(Focus::Document(ids[0])));
    assert!(!state.can_go_back());
    state.apply(Command::ShowSpan(ids[1], Span::new(0..8)));
    state.apply(Command::Close(ids[1]));
    assert_eq!(state.focus, Some(Focus::Document(ids[0])), "a closed document is not shown");
}

#[test]
fn without_a_dialog_a_path_can_be_typed() {
    let mut state = AppState::default();
    assert!(matches!(state.apply(Command::AskFiles)[..], [Job::PickFiles(Purpose::Open)]));
    state.on_event(Event::Picked(Purpose::Open, None));
    assert_eq!(state.dialog, Some(Dialog::Path { no_dialog: true, purpose: Purpose::Open }));
    let jobs = state.apply(Command::Open(vec![file("a.txt")]));
    assert_eq!(loads(&jobs).len(), 1);
    assert_eq!(state.dialog, None);
    state.on_event(Event::Picked(Purpose::Open, Some(vec![])));
    assert_eq!(state.dialog, None, "a dialog that was left opens nothing");
}

#[test]
fn a_picture_replaces_a_file_only_after_a_question() {
    let mut state = AppState::new(Settings::default(), PathBuf::from("/billeder"));
    state.apply(Command::AskPicture(Picture::Window));
    let Some(Dialog::Save { picture, path, exists: false }) = state.dialog.clone() else { panic!("no question") };
    assert_eq!(path, PathBuf::from("/billeder/sidestil.png"));
    let jobs = state.apply(Command::SavePicture { picture, path: path.clone(), replace: false });
    assert!(matches!(jobs[..], [Job::SavePicture { replace: false, .. }]));
    state.on_event(Event::Exists { picture, path: path.clone() });
    assert!(matches!(state.dialog, Some(Dialog::Save { exists: true, .. })));
    state.apply(Command::DismissDialog);
    state.on_event(Event::Saved(PathBuf::from("/andre/a.png")));
    assert_eq!(state.picture_folder, PathBuf::from("/andre"));
    state.on_event(Event::SaveFailed { path, reason: Message { key: "app-write-full", values: vec![] } });
    assert!(state.notices.iter().any(|notice| notice.is_error && notice.message.key == "app-write-full"));
}

#[test]
fn the_second_file_of_a_meeting_is_made_anew_only_where_one_of_the_two_changed() {
    let mut state = AppState::default();
    let jobs = state.apply(Command::Open(["a.txt", "b.txt", "c.txt"].map(file).to_vec()));
    let [(a, first), (b, second), (c, third)] = loads(&jobs)[..] else { panic!("three loads") };
    let items = |state: &AppState, id| state.documents.reading(id).unwrap().extraction.meeting.items.len();
    let in_effect = |state: &AppState, id| state.documents.get(id).unwrap().shared().unwrap();

    state.on_event(Event::Loaded { id: b, generation: second, reading: minutes("b") });
    state.update();
    assert_eq!((items(&state, b), state.documents.get(b).unwrap().twin), (1, None));
    state.on_event(Event::Loaded { id: a, generation: first, reading: minutes("a") });
    state.update();
    assert_eq!((items(&state, a), items(&state, b)), (1, 0), "the items are told once");

    let before = in_effect(&state, b);
    state.on_event(Event::Loaded { id: c, generation: third, reading: reading("c", "c") });
    state.update();
    assert!(Arc::ptr_eq(&before, &in_effect(&state, b)), "another document changes nothing");
    state.apply(Command::Close(a));
    state.update();
    assert_eq!((items(&state, b), state.documents.get(b).unwrap().twin), (1, None), "it stands alone again");
}

#[test]
fn habits_are_kept_when_they_change() {
    let mut state = AppState::default();
    for command in [Command::SetLang(Lang::En), Command::Open(vec![file("a.txt")]), Command::ForgetRecent] {
        let jobs = state.apply(command);
        let saved =
            jobs.iter().any(|job| matches!(job, Job::Task(Task::SaveSettings(kept)) if *kept == state.settings));
        assert!(saved);
    }
}

#[test]
fn every_action_has_a_text_and_its_own_keys() {
    use crate::command::Action;
    let mut keys = Vec::new();
    for action in Action::ALL {
        assert_ne!(Lang::Da.text(action.key()), action.key());
        keys.extend(action.shortcut().map(|keys| format!("{keys:?}")));
    }
    let all = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), all, "two actions with the same keys");
}
