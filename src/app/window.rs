//! The window's turn: events in, picture out, commands to jobs. Driven by eframe, and by tests without a screen.

use super::{closing::Closing, dialog, picture, smoke::Smoke};
use crate::command::{Command, Event, Input, Job};
use crate::model::finding::Message;
use crate::project::settings::{Settings, Theme};
use crate::state::AppState;
use crate::ui;
use crate::worker::Work;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

/// How long a turn takes in events before it paints; what is left waits for the next turn.
const BUDGET: Duration = Duration::from_millis(4);

/// The window.
pub struct Window {
    pub state: AppState,
    worker: Box<dyn Work>,
    /// Answers of dialogs and pictures, which run on threads of their own.
    events: Receiver<Event>,
    sender: Sender<Event>,
    /// Pictures for the clipboard, drawn on threads of their own.
    pictures: (Sender<egui::ColorImage>, Receiver<egui::ColorImage>),
    theme: Option<Theme>,
    pub(super) closing: Closing,
    pub(super) smoke: Option<Smoke>,
}

impl Window {
    /// A window with nothing open, working through this worker.
    #[must_use]
    pub fn new(settings: Settings, worker: Box<dyn Work>) -> Self {
        let (sender, events) = channel();
        let folder = picture::folder();
        Self {
            state: AppState::new(settings, folder),
            worker,
            events,
            sender,
            pictures: channel(),
            theme: None,
            closing: Closing::default(),
            smoke: None,
        }
    }

    /// Opens files.
    pub fn open(&mut self, ctx: &egui::Context, files: Vec<PathBuf>) {
        if !files.is_empty() {
            let inputs = files.into_iter().map(|file| Input::File(whole(file))).collect();
            self.apply(ctx, Command::Open(inputs));
        }
    }

    /// Does what was asked for.
    pub fn apply(&mut self, ctx: &egui::Context, command: Command) {
        let command = match command {
            // Where a path leads is a question for the system, so it is answered before the state sees it.
            Command::Open(inputs) => Command::Open(inputs.into_iter().map(absolute).collect()),
            command => command,
        };
        for job in self.state.apply(command) {
            self.run(ctx, job);
        }
    }

    fn run(&mut self, ctx: &egui::Context, job: Job) {
        match job {
            Job::Task(task) => self.worker.submit(task),
            Job::PickFiles(purpose) => dialog::pick_files(ctx, self.state.lang(), purpose, self.sender.clone()),
            Job::PickWorkspacePlace(path) => {
                dialog::pick_workspace_place(ctx, self.state.lang(), &path, self.sender.clone());
            }
            Job::DropCopy(path) => crate::project::recovery::drop_copy(&path),
            Job::CopyPicture(chart, look) => {
                picture::copy(ctx, &self.state, chart, look, self.pictures.0.clone());
            }
            Job::PickPlace(picture, path) => {
                dialog::pick_place(ctx, self.state.lang(), picture, &path, self.sender.clone());
            }
            Job::SavePicture { picture, path, replace } => {
                picture::save(ctx, &self.state, picture, path, replace, self.sender.clone());
            }
            Job::Quit => self.quit(ctx),
        }
    }

    /// Takes in what came back, within a time budget; no painting.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.state.now = jiff::Timestamp::now();
        self.look_after(ctx);
        self.take_in(ctx);
        for job in self.state.update() {
            self.run(ctx, job);
        }
        // What a turn asks for may be there at once; the rows of a table should not come a picture late.
        self.take_in(ctx);
        if let Some(wait) = self.state.copy_due_in() {
            ctx.request_repaint_after(wait);
        }
        if self.theme != Some(self.state.settings.theme) {
            self.theme = Some(self.state.settings.theme);
            ctx.set_theme(match self.state.settings.theme {
                Theme::System => egui::ThemePreference::System,
                Theme::Light => egui::ThemePreference::Light,
                Theme::Dark => egui::ThemePreference::Dark,
            });
        }
        self.smoke(ctx);
    }

    /// Does what came back asks for, as long as the budget lasts.
    fn take_in(&mut self, ctx: &egui::Context) {
        let start = Instant::now();
        while let Some(event) = self.events.try_recv().ok().or_else(|| self.worker.poll()) {
            for job in self.state.on_event(event) {
                self.run(ctx, job);
            }
            if start.elapsed() > BUDGET {
                ctx.request_repaint();
                break;
            }
        }
    }

    /// Paints the window and does what the person asked for in it.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        while let Ok(image) = self.pictures.1.try_recv() {
            ctx.copy_image(image);
            self.state.notice(Message { key: "app-copied", values: vec![] }, false);
        }
        let dropped: Vec<_> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        self.open(&ctx, dropped);
        for command in ui::window_ui(ui, &self.state) {
            self.apply(&ctx, command);
            // The change is to be seen at once, not with the next movement of the mouse.
            ctx.request_repaint();
        }
    }
}

fn absolute(input: Input) -> Input {
    match input {
        Input::File(path) => Input::File(whole(path)),
        sample => sample,
    }
}

/// The path as the system knows it, so that one file has one path; a path that leads nowhere stays as it is.
fn whole(path: PathBuf) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(&path)).unwrap_or(path)
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }
}
