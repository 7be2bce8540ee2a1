//! Every chart of one choice, and what there is to choose from: made away from the window's turns, since a thousand
//! documents take longer than a picture may.

use super::select::Shelf;
use super::{Chart, Choice, View, build};
use crate::lang::Lang;
use crate::model::figure::{Place, Topic};
use crate::model::reading::{DocumentId, Reading};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the charts are to be made of.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Tells late answers from awaited ones.
    pub number: u64,
    pub choice: Choice,
    pub lang: Lang,
    /// True where no more documents are to come: what was chosen and is not there is then given up.
    pub settled: bool,
    pub documents: Vec<(DocumentId, Arc<Reading>)>,
}

/// One description for each view, and what there is to choose from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Every {
    pub charts: Vec<(View, Chart)>,
    pub options: Options,
    /// The choice, without what no document knows.
    pub choice: Choice,
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

/// Describes every chart. `go_on` is asked before each; `None` where nobody waits any more.
#[must_use]
pub fn every(wish: &Wish, go_on: impl Fn() -> bool) -> Option<Every> {
    let readings: Vec<(DocumentId, &Reading)> = wish.documents.iter().map(|(id, reading)| (*id, &**reading)).collect();
    let options = options(&readings);
    let mut choice = wish.choice.clone();
    if wish.settled {
        // What was chosen and is no longer there must not leave the charts empty without a word.
        choice.places.retain(|place| options.places.contains(place));
        choice.scope = choice.scope.filter(|scope| options.scopes.contains(scope));
    }
    let mut charts = Vec::with_capacity(View::ALL.len());
    for view in View::ALL {
        if !go_on() {
            return None;
        }
        // The parts of the appeals and the target groups of caseloads have nothing in common.
        let scope = choice.scope.clone().filter(|_| view.is_appeals());
        charts.push((view, build(&readings, &Choice { view, scope, ..choice.clone() }, wish.lang)));
    }
    Some(Every { charts, options, choice })
}

fn options(readings: &[(DocumentId, &Reading)]) -> Options {
    let appeals = Shelf::new(readings, &Topic::Appeals);
    let mut shown: Vec<Place> = Vec::new();
    for view in [View::Appeals, View::Caseload, View::Series] {
        // What a chart shows when nothing is chosen is what there is to choose: no nation, no issuers of guidelines.
        let all = build(readings, &Choice { view, ..Choice::default() }, Lang::Da).head.places;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture;

    fn wish(choice: Choice, settled: bool) -> Wish {
        let readings = fixture::three_appeals().into_iter().map(Arc::new).enumerate();
        let documents = readings.map(|(n, reading)| (DocumentId(n as u32), reading)).collect();
        Wish { number: 1, choice, lang: Lang::Da, settled, documents }
    }

    #[test]
    fn what_no_document_knows_is_given_up_once_all_are_there() {
        let choice = Choice {
            places: vec![Place::new("Lejre"), Place::new("Vejby")],
            scope: Some("PL".to_owned()),
            ..Choice::default()
        };
        let every_one = every(&wish(choice.clone(), true), || true).unwrap();
        assert_eq!((every_one.choice.places, every_one.choice.scope), (vec![Place::new("Lejre")], None));
        assert_eq!(every_one.charts.len(), View::ALL.len());
        assert_eq!(every_one.options.own, 3);
        let early = every(&wish(choice.clone(), false), || true).unwrap();
        assert_eq!(early.choice, choice, "what is missing may still come");
        assert_eq!(every(&wish(choice, true), || false), None);
    }
}
