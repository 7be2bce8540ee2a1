//! The processor time of the whole window's turns, at the 50th and 95th percentile: every page with 98 municipalities
//! x 10 years, the table of 100,000 rows while it is scrolled, and the turns while 1,000 documents are read.

// A bench says what it measured.
#![allow(clippy::print_stdout)]

use egui::{Context, Event, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2, vec2};
use sidestil::app::Window;
use sidestil::command::{Command, Event as Answer, Input, Page, Task};
use sidestil::data::municipalities;
use sidestil::model::figure::Measure;
use sidestil::model::reading::Reading;
use sidestil::project::settings::Settings;
use sidestil::worker::{Inline, Threads, Work};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[path = "../tests/common/readings.rs"]
#[allow(dead_code)]
mod readings;
#[path = "../tests/common/towns.rs"]
mod towns;

/// Turns that are measured for each line.
const TURNS: usize = 200;

fn main() {
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let wanted = |name: &str| only.as_ref().is_none_or(|only| name.contains(only.as_str()));
    if wanted("pages") {
        pages();
    }
    if wanted("data") {
        data();
    }
    if wanted("reading") {
        reading();
    }
}

/// Every page with 98 municipalities x 10 years: while it is scrolled and hovered, and with a screen reader listening.
fn pages() {
    println!("a turn of each page, 98 municipalities x 10 years     p50 ms   p95 ms   p95 ms with a screen reader");
    let mut seen = open(towns98());
    let mut heard = open(towns98());
    heard.ctx.enable_accesskit();
    for page in Page::ALL {
        let quiet = seen.scroll(page);
        let told = heard.scroll(page);
        println!("{:<50} {:>8} {:>8} {:>8}", page.key(), at(&quiet, 50), at(&quiet, 95), at(&told, 95));
    }
}

/// The table while it is scrolled.
fn data() {
    let many = readings::many(98, 1);
    let mut tall: Vec<Reading> = many.into_iter().take(98).collect();
    let mut total = 0;
    for (n, reading) in tall.iter_mut().enumerate() {
        let place = municipalities::all()[n].name.clone();
        for row in 0..1021 {
            let scope = format!("SEL § {}", row / 10);
            let period = (2014 + row % 10).to_string();
            let value = f64::from((row * 7 + n as u32) % 1000);
            reading.extraction.figures.push(readings::figure(&place, &period, &scope, Measure::Upheld, value, 0));
        }
        Arc::make_mut(&mut reading.document).hash = n.to_string();
        total += reading.extraction.figures.len();
    }
    let mut desk = open(tall.into_iter().map(Arc::new).collect());
    let turns = desk.scroll(Page::Data);
    println!("the table of {total} rows while scrolled              {:>8} {:>8}", at(&turns, 50), at(&turns, 95));
}

/// The turns while 1,000 documents of 50 kB are read by the window's own threads.
fn reading() {
    let folder = tempfile::tempdir().expect("a folder for the documents");
    let all = municipalities::all();
    for n in 0..1000 {
        let text = towns::long_minutes(n, &all[n % all.len()].name, 50_000);
        std::fs::write(folder.path().join(format!("{n:04}.txt")), text).expect("a document is written");
    }
    for page in [Page::Compare, Page::Appeals, Page::Checks, Page::Cases, Page::Data] {
        let threads = Threads::start(None, || {}).expect("threads");
        let mut desk = Desk::new(Box::new(threads));
        desk.window.state.page = page;
        desk.turn(Vec::new());
        let start = Instant::now();
        desk.window.open(&desk.ctx, vec![folder.path().to_owned()]);
        let mut turns = Vec::new();
        loop {
            turns.push(desk.turn(hover(turns.len())));
            let documents = &desk.window.state.documents;
            if documents.list().len() > 1 && !documents.is_busy() && turns.len() > 10 {
                break;
            }
            // As a screen does: the next picture is due in a sixtieth of a second.
            std::thread::sleep(Duration::from_millis(8));
        }
        let after: Vec<Duration> = (0..20).map(|n| desk.turn(hover(n))).collect();
        println!(
            "{:<20} 1,000 documents in {:>5.1} s, {:>5} turns: p50 {} p95 {} longest {} ms; after: longest {} ms",
            page.key(),
            start.elapsed().as_secs_f32(),
            turns.len(),
            at(&turns, 50),
            at(&turns, 95),
            at(&turns, 100),
            at(&after, 100)
        );
    }
}

/// The pointer moves over the middle of the window.
fn hover(turn: usize) -> Vec<Event> {
    vec![Event::PointerMoved(pos2(400.0 + (turn * 13 % 600) as f32, 200.0 + (turn * 7 % 400) as f32))]
}

/// A percentile in milliseconds.
fn at(turns: &[Duration], percent: usize) -> String {
    let mut sorted = turns.to_vec();
    sorted.sort_unstable();
    let index = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(index).map_or_else(String::new, |time| format!("{:.2}", time.as_secs_f64() * 1000.0))
}

/// The time that this thread was at work: other work of the machine does not count.
#[cfg(unix)]
fn worked() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// The time that passed, where a thread's own is told otherwise on every system.
#[cfg(not(unix))]
fn worked() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    START.elapsed()
}

fn towns98() -> Vec<Arc<Reading>> {
    towns::readings().into_iter().map(Arc::new).collect()
}

/// Gives readings that are there already, and does everything else at once.
struct Given {
    readings: Vec<Arc<Reading>>,
    ready: Vec<Answer>,
    inline: Inline,
}

impl Work for Given {
    fn submit(&mut self, task: Task) {
        match task {
            Task::Load { id, generation, .. } => {
                let reading = Arc::clone(&self.readings[id.0 as usize]);
                self.ready.push(Answer::Loaded { id, generation, reading });
            }
            task => self.inline.submit(task),
        }
    }

    fn poll(&mut self) -> Option<Answer> {
        self.ready.pop().or_else(|| self.inline.poll())
    }
}

fn open(readings: Vec<Arc<Reading>>) -> Desk {
    let count = readings.len();
    let given = Given { readings, ready: Vec::new(), inline: Inline::default() };
    let mut desk = Desk::new(Box::new(given));
    let inputs = (0..count).map(|n| Input::File(format!("/{n:03}.txt").into())).collect();
    desk.window.apply(&desk.ctx, Command::Open(inputs));
    for _ in 0..20 {
        desk.turn(Vec::new());
    }
    desk
}

/// A window without a screen.
struct Desk {
    ctx: Context,
    window: Window,
    number: u32,
}

impl Desk {
    fn new(worker: Box<dyn Work>) -> Self {
        let ctx = Context::default();
        sidestil::ui::theme::install(&ctx);
        Self { ctx, window: Window::new(Settings::default(), worker), number: 0 }
    }

    /// One turn, to triangles; nothing is rasterised.
    fn turn(&mut self, events: Vec<Event>) -> Duration {
        self.number += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 768.0))),
            time: Some(f64::from(self.number) / 60.0),
            events,
            ..RawInput::default()
        };
        let start = worked();
        let window = &mut self.window;
        let output = self.ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            window.logic(&ctx);
            window.ui(ui);
        });
        let shapes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let time = worked().saturating_sub(start);
        drop(shapes);
        time
    }

    /// The turns of a page while a wheel turns over it, down and up again.
    fn scroll(&mut self, page: Page) -> Vec<Duration> {
        self.window.apply(&self.ctx, Command::ShowPage(page));
        for _ in 0..10 {
            self.turn(hover(0));
        }
        (0..TURNS)
            .map(|n| {
                let down = if n < TURNS / 2 { -60.0 } else { 60.0 };
                let mut events = hover(n);
                events.push(Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    source: MouseWheelSource::Wheel,
                    delta: Vec2::new(0.0, down),
                    phase: TouchPhase::Move,
                    modifiers: egui::Modifiers::NONE,
                });
                self.turn(events)
            })
            .collect()
    }
}
