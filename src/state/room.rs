//! The meeting room: one chart, large, turned over with the arrow keys, with the passage of a figure underneath.

use super::AppState;
use super::source::Focus;
use crate::chart::View;
use crate::command::Page;
use crate::model::finding::Message;
use crate::model::reading::FigureId;

/// Which chart is shown large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    pub view: View,
}

impl AppState {
    /// The charts that have something to show.
    fn filled(&self) -> Vec<View> {
        View::ALL.into_iter().filter(|view| self.charts.filled(*view).is_some()).collect()
    }

    /// The figures of a chart, each once, in the order of its table.
    #[must_use]
    pub fn figures_of(&self, view: View) -> Vec<FigureId> {
        let mut figures = Vec::new();
        let table = self.charts.filled(view).map(crate::chart::Chart::table);
        for figure in table.iter().flat_map(|table| &table.rows).flatten().filter_map(|cell| cell.figure) {
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        }
        figures
    }

    /// Enters or leaves the meeting room.
    pub(super) fn show_room(&mut self, on: bool) {
        self.room = None;
        if on {
            let filled = self.filled();
            let here =
                filled.iter().find(|view| self.selected().is_some_and(|id| self.figures_of(**view).contains(&id)));
            // Else the page in front, which is what one wants to show.
            let in_front = self.page.views().iter().find(|view| filled.contains(view));
            match here.or(in_front).or(filled.first()) {
                Some(view) => self.room = Some(Room { view: *view }),
                None => self.notice(Message { key: "room-empty", values: vec![] }, false),
            }
        }
    }

    /// Turns to the next or the previous chart.
    pub(super) fn turn_room(&mut self, by: i32) {
        let filled = self.filled();
        if let Some(room) = &mut self.room
            && let Some(view) = step(&filled, |view| *view == room.view, by)
        {
            room.view = *view;
        }
    }

    /// Goes to the next or the previous figure of the chart.
    pub(super) fn step_room(&mut self, by: i32) {
        let Some(room) = self.room else { return };
        let figures = self.figures_of(room.view);
        let selected = self.selected();
        if let Some(figure) = step(&figures, |figure| Some(*figure) == selected, by) {
            self.show(Focus::Figure(*figure));
        }
    }

    /// Shows a figure where it stands in the charts; where no chart draws it, in the table of all figures.
    pub(super) fn show_in_chart(&mut self, figure: FigureId) {
        self.show(Focus::Figure(figure));
        let mut views = self.filled();
        // The chart at length before the overview, which tells a little of everything.
        views.sort_by_key(|view| Page::of(*view) == Page::default());
        let found = views.into_iter().find(|view| self.figures_of(*view).contains(&figure));
        match found {
            Some(view) => {
                self.page = Page::of(view);
                self.jump = Some(view);
                self.jump_count += 1;
            }
            None => {
                self.page = Page::Data;
                self.notice(Message { key: "source-not-in-chart", values: vec![] }, false);
            }
        }
    }
}

/// The thing after or before the one that is here; the first where none is.
fn step<T>(all: &[T], here: impl Fn(&T) -> bool, by: i32) -> Option<&T> {
    let count = i32::try_from(all.len()).ok().filter(|count| *count > 0)?;
    let at = match all.iter().position(here) {
        Some(at) => (at as i32 + by).rem_euclid(count),
        None if by < 0 => count - 1,
        None => 0,
    };
    all.get(at as usize)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn steps_go_round() {
        let all = ['a', 'b', 'c'];
        for (here, by, wanted) in [('a', 1, 'b'), ('c', 1, 'a'), ('a', -1, 'c'), ('x', 1, 'a'), ('x', -1, 'c')] {
            assert_eq!(step(&all, |c| *c == here, by), Some(&wanted), "{here} {by}");
        }
        assert_eq!(step(&[] as &[char], |_| true, 1), None);
    }
}
