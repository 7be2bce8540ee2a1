//! The descriptions of the charts in the window, made anew only where the figures or the choice changed.

use super::documents::Documents;
use crate::chart::select::Shelf;
use crate::chart::{self, Body, Chart, Choice, View, name};
use crate::command::Picture;
use crate::lang::Lang;
use crate::model::figure::{Place, Topic};
use crate::model::reading::{DocumentId, Reading};
use std::collections::BTreeSet;

/// One description for each view, and what there is to choose from.
#[derive(Debug, Default)]
pub struct Charts {
    charts: Vec<(View, Chart)>,
    choice: Choice,
    options: Options,
    /// The revision and the language for which `charts` holds; `None` when they have to be made anew.
    made_for: Option<(u64, Lang)>,
}

/// What the open documents give figures for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Municipalities, those with a document of their own first.
    pub places: Vec<Place>,
    /// How many of them have a document of their own.
    pub own: usize,
    /// Newest first.
    pub years: Vec<i16>,
    /// Parts of the appeals, in the order in which the documents use them.
    pub scopes: Vec<String>,
}

impl Charts {
    /// The chart of a view; `None` before the first [`Charts::update`].
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

    pub fn choose(&mut self, choice: Choice) {
        self.choice = choice;
        self.made_for = None;
    }

    /// Makes the descriptions anew where something changed since they were made.
    pub fn update(&mut self, documents: &Documents, revision: u64, lang: Lang) {
        if self.made_for == Some((revision, lang)) {
            return;
        }
        let readings: Vec<(DocumentId, &Reading)> = documents.readings().collect();
        self.options = options(&readings);
        let options = &self.options;
        // What was chosen and is no longer there must not leave the charts empty without a word.
        // While documents are read it may still come.
        let settled = !documents.is_busy();
        self.choice.places.retain(|place| !settled || options.places.contains(place));
        if settled && self.choice.scope.as_ref().is_some_and(|scope| !options.scopes.contains(scope)) {
            self.choice.scope = None;
        }
        let describe = |view: View| {
            // The parts of the appeals and the target groups of caseloads have nothing in common.
            let scope = self.choice.scope.clone().filter(|_| view.is_appeals());
            (view, chart::build(&readings, &Choice { view, scope, ..self.choice.clone() }, lang))
        };
        self.charts = View::ALL.into_iter().map(describe).collect();
        self.made_for = Some((revision, lang));
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

fn options(readings: &[(DocumentId, &Reading)]) -> Options {
    let appeals = Shelf::new(readings, &Topic::Appeals);
    let mut shown: Vec<Place> = Vec::new();
    for view in [View::Appeals, View::Caseload, View::Series] {
        // What a chart shows when nothing is chosen is what there is to choose: no nation, no issuers of guidelines.
        let all = chart::build(readings, &Choice { view, ..Choice::default() }, Lang::Da).head.places;
        shown.extend(all.into_iter().filter(|place| !shown.contains(place)).collect::<Vec<_>>());
    }
    let (mut places, others): (Vec<Place>, Vec<Place>) = shown.into_iter().partition(|place| appeals.is_own(place));
    let own = places.len();
    places.extend(others);
    let figures = readings.iter().flat_map(|(_, reading)| &reading.extraction.figures);
    let charted = figures.filter(|figure| matches!(figure.topic, Topic::Appeals | Topic::Caseload));
    let years: BTreeSet<i16> = charted.filter_map(|figure| figure.period?.as_year()).collect();
    Options { places, own, years: years.into_iter().rev().collect(), scopes: appeals.scopes().to_vec() }
}
