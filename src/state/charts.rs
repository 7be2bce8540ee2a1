//! The descriptions of the charts in the window. The worker makes them, anew only where the figures or the choice
//! changed; until they are there, those before stay.

use super::question::Question;
use crate::chart::every::{Every, Options, Wish};
use crate::chart::{Body, Chart, Choice, View, name};
use crate::command::Picture;
use crate::lang::Lang;
use crate::model::reading::{DocumentId, Reading};
use std::sync::Arc;

/// What is compared, and the charts of it.
#[derive(Debug, Default)]
pub struct Charts {
    charts: Vec<(View, Chart)>,
    choice: Choice,
    options: Options,
    /// For which revision and language they were asked.
    question: Question<(u64, Lang)>,
    /// Counts the answers, so that what is derived from the charts is made anew once for each.
    made: u64,
    /// True where no more documents were to come when they were asked for.
    settled: bool,
}

impl Charts {
    /// The chart of a view; `None` before the first were made.
    #[must_use]
    pub fn get(&self, view: View) -> Option<&Chart> {
        self.charts.iter().find(|(kept, _)| *kept == view).map(|(_, chart)| chart)
    }

    /// The chart of a view that has something to show.
    #[must_use]
    pub fn filled(&self, view: View) -> Option<&Chart> {
        self.get(view).filter(|chart| !matches!(chart.body, Body::Empty(_)))
    }

    /// What is compared, the same for all views.
    #[must_use]
    pub fn choice(&self) -> &Choice {
        &self.choice
    }

    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// True while the charts are being made anew.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.question.is_awaited()
    }

    /// Counts how often the charts were made.
    #[must_use]
    pub fn made(&self) -> u64 {
        self.made
    }

    pub fn choose(&mut self, choice: Choice) {
        self.choice = choice;
        self.question.overtake();
    }

    /// The question for the charts, where something changed since they were asked for. While more figures come, one
    /// question at a time: an answer that is always overtaken would never be seen.
    pub fn ask(
        &mut self,
        revision: u64,
        lang: Lang,
        settled: bool,
        documents: impl FnOnce() -> Vec<(DocumentId, Arc<Reading>)>,
    ) -> Option<Wish> {
        let same = self.question.was_for(&(revision, lang)) && self.settled >= settled;
        if same || self.question.is_awaited() {
            return None;
        }
        let number = self.question.put((revision, lang));
        self.settled = settled;
        Some(Wish { number, choice: self.choice.clone(), lang, settled, documents: documents() })
    }

    /// Takes in the charts, unless something else was chosen since.
    pub fn take(&mut self, number: u64, every: Every) {
        if self.question.is_answered_by(number) {
            self.made += 1;
            self.charts = every.charts;
            self.options = every.options;
            self.choice = every.choice;
        }
    }

    /// The proposed name of a picture's file.
    #[must_use]
    pub fn file_name(&self, picture: Picture) -> String {
        let of = |view| self.get(view).map(name::propose).unwrap_or_else(|| "sidestil".to_owned());
        let stem = match picture {
            Picture::Chart(view, _) => of(view),
            Picture::Table(Some(view), _) => format!("{}-tal", of(view)),
            Picture::Table(None, _) => "sidestil-tal".to_owned(),
            Picture::Note(_) => "moedenotat".to_owned(),
            Picture::Charts(_) => "sidestil-diagrammer".to_owned(),
            Picture::Window => "sidestil".to_owned(),
        };
        picture.ending().map_or_else(|| stem.clone(), |ending| format!("{stem}.{ending}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::Place;

    #[test]
    fn a_choice_overtakes_what_is_being_made_and_figures_wait_for_it() {
        let mut charts = Charts::default();
        let first = charts.ask(1, Lang::Da, false, Vec::new).unwrap();
        assert!(charts.ask(2, Lang::Da, false, Vec::new).is_none(), "one question at a time");
        let places = vec![Place::new("Lejre")];
        charts.choose(Choice { places: places.clone(), ..Choice::default() });
        charts.take(first.number, Every::default());
        assert_eq!((&charts.choice().places, charts.made()), (&places, 0), "the late answer changes nothing");
        let second = charts.ask(2, Lang::Da, true, Vec::new).unwrap();
        assert_eq!(second.choice.places, places);
        charts.take(second.number, Every { choice: second.choice.clone(), ..Every::default() });
        assert_eq!(charts.made(), 1);
        assert!(charts.ask(2, Lang::Da, true, Vec::new).is_none() && charts.ask(2, Lang::En, true, Vec::new).is_some());
    }
}
