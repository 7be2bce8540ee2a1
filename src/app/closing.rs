//! The end of a run and the begin of the next: the question about unsaved changes, the copy against a crash, and where
//! the window stood.

use super::Window;
use crate::command::Command;
use crate::project::recovery::Recovery;
use crate::project::settings::WindowPlace;
use crate::ui;
use egui::{Context, Pos2, ViewportCommand};
use std::path::{Path, PathBuf};

/// What a run needs to know for its end.
#[derive(Default)]
pub struct Closing {
    /// True once the window may close.
    decided: bool,
    /// Where the settings are kept.
    settings: Option<PathBuf>,
    /// This program's place for a copy, held while it runs.
    place: Option<Recovery>,
    title: String,
    /// In how many turns it was seen to that the window stands on a screen: only after some of them the system tells
    /// the window's size with its frame.
    placed: u8,
    /// The zoom before the meeting room, while one is in it, and for which width of the chart there it was made to fit.
    zoom: Option<f32>,
    fitted: f32,
}

/// In how many of the first turns the window is brought onto the screen.
const PLACING: u8 = 20;
/// How much larger everything is in the meeting room.
const ROOM: f32 = 1.5;

impl Window {
    /// Takes a place for the copy against a crash, and offers what a crash left there.
    pub(super) fn look_for_copy(&mut self, settings: Option<PathBuf>, folder: Option<&Path>) {
        self.closing.settings = settings;
        self.closing.place = folder.and_then(Recovery::take);
        if let Some(place) = &self.closing.place {
            self.state.desk.copy = Some(place.path().to_owned());
            if place.is_left() {
                self.state.offer_copy();
            }
        }
    }

    /// What each turn sees to: the title, the size, and a wish to close.
    pub(super) fn look_after(&mut self, ctx: &Context) {
        let title = self.state.title();
        if title != self.closing.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.closing.title = title;
        }
        self.room(ctx);
        if self.closing.placed < PLACING {
            self.bring_back(ctx);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing.decided {
            if self.state.is_unsaved() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
            self.apply(ctx, Command::Leave);
        }
    }

    /// Everything is larger in the meeting room, a wide table as much as fits, and the window fills the screen.
    fn room(&mut self, ctx: &Context) {
        match (self.state.room.is_some(), self.closing.zoom) {
            (true, None) => {
                self.closing.zoom = Some(ctx.zoom_factor());
                self.closing.fitted = 0.0;
                ctx.set_zoom_factor(ctx.zoom_factor() * ROOM);
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
            }
            (true, Some(zoom)) => {
                let least = ui::room::least_width(ctx);
                // Once for each chart, so that a person can zoom as well.
                if least.to_bits() != self.closing.fitted.to_bits() {
                    self.closing.fitted = least;
                    let fits = ctx.content_rect().width() * ctx.zoom_factor() / least.max(1.0);
                    ctx.set_zoom_factor((zoom * ROOM).min(fits).max(zoom));
                }
            }
            (false, Some(zoom)) => {
                self.closing.zoom = None;
                ctx.set_zoom_factor(zoom);
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
            }
            _ => {}
        }
    }

    /// A window whose screen is gone comes back to the one that is there, and one that is larger than the screen
    /// becomes smaller: what it says at its foot must be seen.
    fn bring_back(&mut self, ctx: &Context) {
        let (outer, screen) = ctx.input(|input| (input.viewport().outer_rect, input.viewport().monitor_size));
        let (Some(outer), Some(screen)) = (outer, screen) else { return };
        self.closing.placed += 1;
        let seen = outer.min.x < screen.x - 100.0 && outer.min.y < screen.y - 100.0 && outer.max.x > 100.0;
        let over = (outer.size() - screen).max(egui::Vec2::ZERO);
        if !seen || over != egui::Vec2::ZERO {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(Pos2::ZERO));
        }
        let inner = ctx.input(|input| input.viewport().inner_rect);
        if let (Some(inner), true) = (inner, over != egui::Vec2::ZERO) {
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(inner.size() - over));
        }
    }

    /// Ends the run: what is to be remembered is written before the window closes.
    pub(super) fn quit(&mut self, ctx: &Context) {
        self.closing.decided = true;
        let settings = &mut self.state.settings;
        // What egui tells is in points of the present zoom; a new window is made in points of none.
        let zoom = ctx.zoom_factor();
        settings.zoom = self.closing.zoom.unwrap_or(zoom);
        settings.window = ctx.input(|input| {
            let view = input.viewport();
            let maximized = view.maximized.unwrap_or(false) || view.fullscreen.unwrap_or(false);
            // The size of a maximised window is the screen's, not one that was chosen.
            let size = if maximized { settings.window.map(|place| place.size) } else { None };
            let inner = view.inner_rect.map(|rect| (rect.width() * zoom, rect.height() * zoom));
            let corner = view.outer_rect.map(|rect| (rect.min.x * zoom, rect.min.y * zoom)).filter(|_| !maximized);
            Some(WindowPlace { corner, size: size.or(inner)?, maximized })
        });
        if let Some(path) = &self.closing.settings {
            // At the end there is nobody left to tell: the next run starts with what was kept before.
            let _ = settings.save(path);
        }
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}
