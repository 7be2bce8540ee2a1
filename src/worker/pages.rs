//! Draws the pages that are in sight: the newest wish replaces the ones before it.

use super::reading;
use crate::command::{DrawPages, Event};
use crate::model::finding::Message;
use crate::read::error::ReadError;
use crate::read::picture::{Drawer, Picture};
use crate::read::{self, guarded};
use std::cell::RefCell;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// After so much time without a wish the file and its process are let go.
const IDLE: Duration = Duration::from_secs(60);
/// A page that takes longer than this is given up for one that is in sight now.
const PATIENCE: Duration = Duration::from_millis(400);

/// The file whose pages are drawn, opened once for all of them.
#[derive(Default)]
struct Open {
    /// The wish that it was opened for, by path, hash and password; and the drawer, or why there is none.
    drawer: Option<(DrawPages, Result<Drawer, Message>)>,
}

impl Open {
    fn draw(
        &mut self,
        wish: &DrawPages,
        page: u32,
        program: Option<&std::path::Path>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Picture, Message> {
        let is_same = |old: &DrawPages| (&old.path, &old.hash) == (&wish.path, &wish.hash);
        if !self.drawer.as_ref().is_some_and(|(old, _)| is_same(old)) {
            self.drawer = Some((wish.clone(), open(wish)));
        }
        let Some((_, drawer)) = &mut self.drawer else {
            return Err(reading::message(&ReadError::Crashed));
        };
        let drawer = drawer.as_mut().map_err(|reason| reason.clone())?;
        drawer.draw(program, page, wish.scale as f32 / 100.0, cancelled).map_err(|error| message(&error))
    }
}

/// The file, if it is still the one that was read.
fn open(wish: &DrawPages) -> Result<Drawer, Message> {
    let bytes = reading::bytes_of(&wish.path).map_err(|error| reading::message(&error))?;
    if read::hash(&bytes) != wish.hash {
        return Err(Message { key: "source-page-changed", values: vec![] });
    }
    Ok(Drawer::new(bytes, wish.password.as_ref().map(|password| password.0.clone())))
}

/// Why there is no picture. The text was read all the same, so most reasons are told in words of their own.
fn message(error: &ReadError) -> Message {
    match error {
        ReadError::Limit(_) => Message { key: "source-page-limit", values: vec![] },
        _ => Message { key: "source-page-failed", values: vec![] },
    }
}

/// A thread's life: draws what is wished for until the window is gone.
pub fn draw_all(wishes: &Receiver<DrawPages>, send: impl Fn(Event) -> bool) {
    let mut open = Open::default();
    let mut next: Option<DrawPages> = None;
    loop {
        let wish = match next.take() {
            Some(wish) => wish,
            None => match wishes.recv_timeout(IDLE) {
                Ok(wish) => wish,
                Err(RecvTimeoutError::Timeout) => {
                    open = Open::default();
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            },
        };
        let newest = RefCell::new(None);
        let look = || {
            if let Some(newer) = wishes.try_iter().last() {
                *newest.borrow_mut() = Some(newer);
            }
        };
        for page in &wish.pages {
            look();
            if newest.borrow().is_some() {
                break;
            }
            let start = Instant::now();
            let cancelled = || {
                look();
                let newer = newest.borrow();
                let is_stale = newer.as_ref().is_some_and(|newer| {
                    newer.document != wish.document || newer.scale != wish.scale || !newer.pages.contains(page)
                });
                is_stale && start.elapsed() > PATIENCE
            };
            let picture = open.draw(&wish, *page, guarded::program(), &cancelled);
            if newest.borrow().is_some() && picture.is_err() {
                // Given up, not failed: it will be asked for again when it is in sight again.
                continue;
            }
            if !send(drawn(&wish, *page, picture)) {
                return;
            }
        }
        next = newest.take();
    }
}

/// Draws all pages of a wish at once, on the caller's thread; `false` where nobody listens any more.
pub fn draw(wish: &DrawPages, send: &impl Fn(Event) -> bool) -> bool {
    let mut open = Open::default();
    wish.pages.iter().all(|page| send(drawn(wish, *page, open.draw(wish, *page, guarded::program(), &|| false))))
}

fn drawn(wish: &DrawPages, page: u32, picture: Result<Picture, Message>) -> Event {
    Event::Drawn { document: wish.document, page, scale: wish.scale, picture: picture.map(Arc::new) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reading::DocumentId;
    use std::sync::mpsc::channel;

    #[test]
    fn the_newest_wish_is_served_and_a_changed_file_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        std::fs::write(&path, "not what was read").unwrap();
        let wish = |pages: Vec<u32>| DrawPages {
            document: DocumentId(0),
            path: path.clone(),
            hash: "0".to_owned(),
            password: None,
            pages,
            scale: 100,
        };
        let (sender, wishes) = channel();
        for page in 1..=3 {
            sender.send(wish(vec![page])).unwrap();
        }
        drop(sender);
        let events = RefCell::new(Vec::new());
        draw_all(&wishes, |event| {
            events.borrow_mut().push(event);
            true
        });
        let events = events.into_inner();
        let [Event::Drawn { page: 3, picture: Err(reason), .. }] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!(reason.key, "source-page-changed");
    }
}
