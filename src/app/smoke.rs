//! A run for tests of the real window: wait until all is read, save a picture of the window, close.

use super::{Window, picture};
use egui::{Context, ViewportCommand};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

/// How many turns are painted after everything is read, so that sizes have settled.
const SETTLE: u32 = 5;
/// When a run is given up.
const LIMIT: Duration = Duration::from_secs(120);

/// Where a run stands.
pub struct Smoke {
    picture: PathBuf,
    begun: Instant,
    turns: u32,
    asked: bool,
    outcome: Arc<AtomicU8>,
}

/// What a run came to.
pub const PENDING: u8 = 0;
pub const DONE: u8 = 1;
pub const FAILED: u8 = 2;

impl Smoke {
    pub fn new(picture: PathBuf, outcome: Arc<AtomicU8>) -> Self {
        Self { picture, begun: Instant::now(), turns: 0, asked: false, outcome }
    }
}

impl Window {
    /// One turn of the run, if this is one.
    pub(super) fn smoke(&mut self, ctx: &Context) {
        let Some(smoke) = &mut self.smoke else {
            return;
        };
        if smoke.outcome.load(Ordering::SeqCst) != PENDING || smoke.begun.elapsed() > LIMIT {
            ctx.send_viewport_cmd(ViewportCommand::Close);
            return;
        }
        ctx.request_repaint();
        if self.state.is_at_work() {
            return;
        }
        smoke.turns += 1;
        if smoke.turns > SETTLE && !smoke.asked {
            smoke.asked = true;
            let (path, outcome, ctx2) = (smoke.picture.clone(), Arc::clone(&smoke.outcome), ctx.clone());
            ctx.request_screenshot(move |image| {
                let saved = picture::save_window(&image, &path).is_ok();
                outcome.store(if saved { DONE } else { FAILED }, Ordering::SeqCst);
                ctx2.request_repaint();
            });
        }
    }
}
