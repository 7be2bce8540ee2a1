//! What each command does to the state, and what is to be done outside because of it.

use super::desk::Then;
use super::history::Step;
use super::source::Focus;
use super::{AppState, Dialog};
use crate::command::{Command, Input, Job, Page, Purpose, Task};
use crate::data::samples;
use crate::model::finding::Message;
use crate::model::reading::DocumentId;

impl AppState {
    /// Does what a person asks for, and says what is to be done outside.
    pub fn apply(&mut self, command: Command) -> Vec<Job> {
        match command {
            Command::AskFiles => {
                // A second dialog would hide behind the first; but one that never answers must not lock the way.
                self.dialog_open = true;
                return vec![Job::PickFiles(Purpose::Open)];
            }
            Command::AskPath => self.dialog = Some(Dialog::Path { no_dialog: false, purpose: Purpose::Open }),
            Command::Open(inputs) => return self.open(inputs),
            Command::OpenSamples => {
                let all = samples::ALL.iter().map(|(name, text)| Input::Sample { name, text }).collect();
                return self.open(all);
            }
            Command::Close(id) => return self.close_for_now(&[id]),
            Command::CloseAll => {
                let all: Vec<DocumentId> = self.documents.list().iter().map(|document| document.id).collect();
                return self.close_for_now(&all);
            }
            Command::Retry(id) => {
                return self.read_again(id);
            }
            Command::Unlock(id, password) => {
                self.dialog = None;
                self.documents.unlock(id, password);
                return self.read_again(id);
            }
            Command::Cancel => {
                if self.documents.is_busy() {
                    let up_to = self.documents.generation();
                    self.documents.cancel(&Message { key: "read-cancelled", values: vec![] });
                    return vec![Job::Task(Task::Cancel { up_to })];
                }
            }
            Command::ShowPage(page) => {
                self.page = page;
                self.search.open = false;
            }
            Command::ShowView(view) => {
                self.page = Page::of(view);
                self.jump = Some(view);
                self.jump_count += 1;
            }
            Command::ShowDocument(id) => self.show(Focus::Document(id)),
            Command::ShowFigure(id) => self.show(Focus::Figure(id)),
            Command::ShowSpan(id, span) => self.show(Focus::Span(id, span)),
            Command::Back => {
                if let Some(focus) = self.history.pop() {
                    self.focus = Some(focus);
                    self.focus_count += 1;
                }
            }
            Command::HideSource => {
                self.focus = None;
                self.history.clear();
            }
            Command::SeePages { document, pages, scale } => {
                let task = self.documents.get(document).and_then(|document| self.pages.see(document, pages, scale));
                return task.map(|wish| Job::Task(Task::Draw(wish))).into_iter().collect();
            }
            Command::AskPicture(picture) => {
                let path = self.picture_folder.join(self.charts.file_name(picture));
                self.dialog = Some(Dialog::Save { picture, path, exists: false });
            }
            Command::ShowHelp => self.dialog = Some(Dialog::Help),
            Command::Reshape(picture, path) => {
                let like = matches!(self.dialog, Some(Dialog::Save { picture: old, .. }) if old.is_like(picture));
                let path = match picture.ending() {
                    // A name that was typed is kept, only its ending changes.
                    Some(ending) if like => path.with_extension(ending),
                    _ => path.with_file_name(self.charts.file_name(picture)),
                };
                self.dialog = Some(Dialog::Save { picture, path, exists: false });
            }
            Command::CopyPicture(chart, look) => {
                self.dialog = None;
                return vec![Job::CopyPicture(chart, look)];
            }
            Command::SavePicture { picture, path, replace } => {
                self.dialog = None;
                return vec![Job::SavePicture { picture, path, replace }];
            }
            Command::AskPlace(picture, path) => {
                self.dialog_open = true;
                return vec![Job::PickPlace(picture, path)];
            }
            Command::DismissDialog => {
                self.dialog = None;
                self.desk.forget_then();
            }
            Command::DismissNotices => self.notices.clear(),
            Command::SetLang(lang) => {
                self.settings.lang = lang;
                return self.save_settings();
            }
            Command::SetTheme(theme) => {
                self.settings.theme = theme;
                return self.save_settings();
            }
            Command::Choose(choice) => {
                let before = self.charts.choice().clone();
                self.steps.push(Step::Choice { before, after: choice.clone() });
                self.charts.choose(choice);
            }
            Command::Filter(text) => self.data.set_filter(text),
            Command::FilterCases(text) => self.cases.set_filter(text),
            Command::Sort(column) => self.data.sort(column),
            Command::ForgetRecent => {
                self.settings.recent.clear();
                return self.save_settings();
            }
            Command::Quit | Command::Leave => return self.leave(Then::Quit),
            other => return self.apply_more(other),
        }
        Vec::new()
    }

    /// What keeps, decides and finds.
    fn apply_more(&mut self, command: Command) -> Vec<Job> {
        match command {
            Command::ShowColumn(column, on) => self.data.show_column(column, on),
            Command::Want(wanted) => self.data.want(wanted),
            Command::Decide(decision) => {
                self.dialog = None;
                self.decide(decision);
            }
            Command::AskDecision(asked) => self.dialog = Some(Dialog::Decide(asked)),
            Command::Undo => return self.undo(),
            Command::Redo => return self.redo(),
            Command::Save => return self.save(),
            Command::AskWorkspacePlace => self.ask_place(),
            Command::SaveWorkspace { path, replace } => return self.save_to(path, replace),
            Command::PickWorkspacePlace(path) => {
                self.dialog_open = true;
                return vec![Job::PickWorkspacePlace(path)];
            }
            Command::New => return self.leave(Then::New),
            Command::SaveFirst => {
                if let Some(Dialog::Unsaved(then)) = self.dialog.take() {
                    return self.save_then(then);
                }
            }
            Command::Discard => {
                if let Some(Dialog::Unsaved(then)) = self.dialog.take() {
                    return self.go_on(then);
                }
            }
            Command::Recover(wanted) => return self.recover(wanted),
            Command::AskRelink(id) => {
                self.dialog_open = true;
                return vec![Job::PickFiles(Purpose::Relink(id))];
            }
            Command::Relink(id, path) => return self.relink(id, vec![path]),
            Command::UseSaved(id) => self.use_saved(id),
            Command::Accept(id) => self.accept(id),
            Command::Search(query) => {
                self.search.open = true;
                self.search.set_query(query);
            }
            Command::ShowSearch(on) => self.search.open = on,
            Command::ShowPalette(on) => self.palette = on,
            Command::ShowInChart(figure) => self.show_in_chart(figure),
            Command::ShowHappened(on) => self.shows_happened = on,
            Command::ShowRoom(on) => self.show_room(on),
            Command::TurnRoom(by) => self.turn_room(by),
            Command::StepRoom(by) => self.step_room(by),
            // The first half knows every other command.
            _ => {}
        }
        Vec::new()
    }

    /// Goes on with the figures of a document that were saved.
    fn use_saved(&mut self, id: DocumentId) {
        if self.documents.use_saved(id) {
            self.decided();
        }
    }

    /// Takes a changed file as it is now; the decisions about it are about the new file from here on.
    fn accept(&mut self, id: DocumentId) {
        if let Some((old, new)) = self.documents.accept(id) {
            for correction in self.corrections.iter_mut().filter(|correction| correction.document == old) {
                correction.document.clone_from(&new);
            }
            // Older lists name the file as it was.
            self.steps.clear();
            self.decided();
        }
    }

    fn read_again(&mut self, id: DocumentId) -> Vec<Job> {
        let password = self.documents.get(id).and_then(|document| document.password.clone());
        let again = self.documents.again(id);
        let load = |(generation, input)| Job::Task(Task::Load { id, generation, input, password });
        again.map(load).into_iter().collect()
    }

    pub(super) fn save_settings(&self) -> Vec<Job> {
        vec![Job::Task(Task::SaveSettings(self.settings.clone()))]
    }

    pub(super) fn show(&mut self, focus: Focus) {
        if let Some(old) = self.focus.filter(|old| *old != focus) {
            self.history.push(old);
        }
        self.focus = Some(focus);
        self.focus_count += 1;
    }
}
