//! Work off the window's thread: reads documents, extracts and checks them, draws their pages, keeps the settings.
//!
//! Answers carry the generation of their job; the state drops the late ones. A panic while one document is worked on
//! becomes that document's error.

mod desk;
mod pages;
pub mod reading;

use crate::check;
use crate::command::{DrawPages, Event, Input, Task};
use crate::model::reading::DocumentId;
use crate::project::settings::Settings;
use reading::Options;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

/// How many documents are read at a time.
const THREADS: usize = 2;

/// Something that does tasks and brings events.
pub trait Work {
    fn submit(&mut self, task: Task);
    /// The next event that is there; never waits.
    fn poll(&mut self) -> Option<Event>;
}

/// What the threads share.
struct Shared {
    tasks: Mutex<Receiver<Task>>,
    /// Loads up to this generation are skipped.
    cancelled: AtomicU64,
    /// The numbers of the newest questions of each kind: older ones are given up.
    newest: [AtomicU64; desk::KINDS],
    settings: Option<PathBuf>,
}

/// The worker of the window: a few threads and a channel back.
pub struct Threads {
    tasks: Sender<Task>,
    /// Pages to draw: a thread of their own, for what is in sight must not wait for 200 files.
    pages: Sender<DrawPages>,
    /// What keeps the user's work, and what makes that which the window shows: neither waits behind the documents, nor
    /// one behind the other.
    keeper: Sender<Task>,
    maker: Sender<Task>,
    events: Receiver<Event>,
    shared: Arc<Shared>,
}

impl Threads {
    /// Starts the threads. `wake` is called after each event; settings go to this file, or nowhere.
    ///
    /// # Errors
    /// Where the system gives no threads.
    pub fn start(settings: Option<PathBuf>, wake: impl Fn() + Clone + Send + 'static) -> std::io::Result<Self> {
        let (tasks, receiver) = channel();
        let (sender, events) = channel();
        let shared = Arc::new(Shared {
            tasks: Mutex::new(receiver),
            cancelled: AtomicU64::new(0),
            newest: Default::default(),
            settings,
        });
        for number in 0..THREADS {
            let (shared, sender, wake) = (Arc::clone(&shared), sender.clone(), wake.clone());
            let send = move |event| {
                let sent = sender.send(event).is_ok();
                wake();
                sent
            };
            std::thread::Builder::new().name(format!("reader {number}")).spawn(move || work(&shared, send))?;
        }
        let (pages, wished) = channel();
        let (told, woken) = (sender.clone(), wake.clone());
        std::thread::Builder::new().name("pages".to_owned()).spawn(move || {
            pages::draw_all(&wished, |event| {
                let sent = told.send(event).is_ok();
                woken();
                sent
            });
        })?;
        let answering = |name: &str| -> std::io::Result<Sender<Task>> {
            let (asked, tasks) = channel();
            let (shared, sender, wake) = (Arc::clone(&shared), sender.clone(), wake.clone());
            std::thread::Builder::new().name(name.to_owned()).spawn(move || {
                while let Ok(task) = tasks.recv() {
                    let listened = match shared.answer(&task) {
                        Some(event) => sender.send(event).is_ok(),
                        None => true,
                    };
                    wake();
                    if !listened {
                        return;
                    }
                }
            })?;
            Ok(asked)
        };
        let (keeper, maker) = (answering("keeper")?, answering("maker")?);
        Ok(Self { tasks, pages, keeper, maker, events, shared })
    }
}

impl Work for Threads {
    fn submit(&mut self, task: Task) {
        if let Task::Cancel { up_to } = task {
            self.shared.cancelled.fetch_max(up_to, Ordering::Relaxed);
            return;
        }
        if let Task::Draw(wish) = task {
            let _ = self.pages.send(wish);
            return;
        }
        if let Some((kind, number)) = desk::shown(&task) {
            self.shared.newest[kind].store(number, Ordering::Relaxed);
            let _ = self.maker.send(task);
            return;
        }
        if desk::keeps(&task) {
            let _ = self.keeper.send(task);
            return;
        }
        // The threads live as long as this sender; a failed send means that the program is ending.
        let _ = self.tasks.send(task);
    }

    fn poll(&mut self) -> Option<Event> {
        self.events.try_recv().ok()
    }
}

impl Shared {
    /// Does a task that has one answer.
    fn answer(&self, task: &Task) -> Option<Event> {
        if let Task::SaveSettings(new) = task {
            return self.settings.as_deref().and_then(|path| save(new, path));
        }
        let newest = |(kind, own): (usize, u64)| self.newest[kind].load(Ordering::Relaxed) == own;
        desk::perform(task, || desk::shown(task).is_none_or(newest))
    }
}

/// A thread's life: until the window is gone.
fn work(shared: &Shared, send: impl Fn(Event) -> bool) {
    loop {
        // A thread that panicked while it held the lock left the channel as it was: it stays usable.
        let task = shared.tasks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(task) = task else {
            return;
        };
        if let Task::Load { generation, .. } = task
            && generation <= shared.cancelled.load(Ordering::Relaxed)
        {
            continue;
        }
        if !perform(task, shared.settings.as_deref(), &shared.cancelled, &send) {
            return;
        }
    }
}

/// Does one task; `false` where nobody listens any more.
fn perform(
    task: Task,
    settings: Option<&std::path::Path>,
    cancelled: &AtomicU64,
    send: &impl Fn(Event) -> bool,
) -> bool {
    match task {
        Task::Load { id, generation, input, password } => {
            let cancelled = || generation <= cancelled.load(Ordering::Relaxed);
            let password = password.as_ref().map(|password| password.0.as_str());
            let options = Options { password, cancelled: Some(&cancelled), ..Options::default() };
            send(Event::Started { id, generation }) && send(load(id, generation, &input, options))
        }
        Task::Across { revision, readings } => {
            let all: Vec<_> = readings.iter().map(|(id, reading)| (*id, &**reading)).collect();
            send(Event::Across { revision, findings: check::across(&all) })
        }
        Task::Cancel { .. } => true,
        Task::Draw(wish) => pages::draw(&wish, send),
        Task::SaveSettings(new) => match settings.map(|path| save(&new, path)) {
            Some(Some(event)) => send(event),
            _ => true,
        },
        task => desk::perform(&task, || true).is_none_or(send),
    }
}

/// What came of a document; a path may turn out to be a folder or an archive.
fn load(id: DocumentId, generation: u64, input: &Input, options: Options<'_>) -> Event {
    let read = match input {
        Input::Sample { name, text } => reading::read_bytes(text.as_bytes(), name),
        Input::File(path) if reading::is_collection(path) => match reading::files_in(path) {
            Ok(files) => return Event::Folder { id, generation, files },
            Err(error) => Err(error),
        },
        Input::File(path) => reading::read_file_with(path, options),
    };
    match read {
        Ok(reading) => Event::Loaded { id, generation, reading: Arc::new(reading) },
        Err(error) => Event::Failed { id, generation, reason: reading::message(&error) },
    }
}

fn save(settings: &Settings, path: &std::path::Path) -> Option<Event> {
    settings.save(path).err().map(|error| Event::SettingsFailed(error.message()))
}

/// Does every task at once, on the caller's thread: for tests.
#[derive(Default)]
pub struct Inline {
    events: VecDeque<Event>,
    pub settings: Option<PathBuf>,
}

impl Work for Inline {
    fn submit(&mut self, task: Task) {
        let events = std::cell::RefCell::new(std::mem::take(&mut self.events));
        perform(task, self.settings.as_deref(), &AtomicU64::new(0), &|event| {
            events.borrow_mut().push_back(event);
            true
        });
        self.events = events.into_inner();
    }

    fn poll(&mut self) -> Option<Event> {
        self.events.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn load(n: u32, text: &'static str) -> Task {
        let input = Input::Sample { name: "prøve.txt", text };
        Task::Load { id: DocumentId(n), generation: u64::from(n) + 1, input, password: None }
    }

    #[test]
    fn threads_read_what_is_not_cancelled() {
        let mut threads = Threads::start(None, || {}).unwrap();
        threads.submit(Task::Cancel { up_to: 2 });
        for n in 0..5 {
            threads.submit(load(n, "Referat af mødet."));
        }
        let deadline = Instant::now() + Duration::from_secs(20);
        let mut loaded = Vec::new();
        while loaded.len() < 3 && Instant::now() < deadline {
            match threads.poll() {
                Some(Event::Loaded { id, .. }) => loaded.push(id.0),
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        }
        loaded.sort_unstable();
        assert_eq!(loaded, [2, 3, 4]);
    }

    #[test]
    fn settings_that_cannot_be_kept_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("a");
        std::fs::write(&blocked, "no folder").unwrap();
        let mut inline = Inline { settings: Some(blocked.join("settings.ron")), ..Inline::default() };
        inline.submit(Task::SaveSettings(Settings::default()));
        assert!(matches!(inline.poll(), Some(Event::SettingsFailed(_))));
    }
}
