//! Which figure stands for what: only certain ones, and of several documents the one of the newest meeting.

use crate::chart::{Choice, PeriodChoice};
use crate::model::figure::{Figure, GapKind, Measure, Place, Topic};
use crate::model::period::{Moment, Part, Period};
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The scopes that stand for a whole municipality, the widest first.
pub(crate) const WIDE: [&str; 2] = ["Alle", "SEL"];

/// A figure with its name.
#[derive(Clone, Copy, Debug)]
pub struct Picked<'a> {
    pub id: FigureId,
    pub figure: &'a Figure,
}

/// What figures are about, apart from their measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    pub place: Place,
    pub period: Period,
    pub scope: String,
}

/// A count, and the figure it was read from; `None` for a blank that the table's sums prove to be 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub n: u32,
    pub id: Option<FigureId>,
}

/// The certain figures of one topic, ready to be asked for.
pub struct Shelf<'a> {
    /// Newest meeting first; equal dates in the order of opening.
    documents: Vec<(DocumentId, &'a Reading)>,
    /// For each subject and document (its place in `documents`): the figures of each measure.
    figures: BTreeMap<Subject, BTreeMap<usize, BTreeMap<Measure, Picked<'a>>>>,
    zeros: BTreeSet<(Subject, usize, Measure)>,
    /// The places in the order in which the documents name them first, own municipalities before all.
    places: Vec<Place>,
    own: Vec<Place>,
    /// The scopes in the order in which they first stand.
    scopes: Vec<String>,
}

impl<'a> Shelf<'a> {
    #[must_use]
    pub fn new(readings: &[(DocumentId, &'a Reading)], topic: &Topic) -> Self {
        let mut documents = readings.to_vec();
        // Of two documents of one meeting the minutes come before the agenda.
        let rank = |reading: &Reading| (Reverse(reading.extraction.meeting.date), reading.is_agenda());
        documents.sort_by_key(|(id, reading)| (rank(reading), *id));
        let mut shelf = Self {
            figures: BTreeMap::new(),
            zeros: BTreeSet::new(),
            places: Vec::new(),
            own: Vec::new(),
            scopes: Vec::new(),
            documents,
        };
        for (_, reading) in readings {
            if let Some(own) = &reading.extraction.meeting.municipality {
                let own = Place::new(own.clone());
                if !shelf.own.contains(&own) {
                    shelf.own.push(own);
                }
            }
        }
        for rank in 0..shelf.documents.len() {
            shelf.add(rank, topic);
        }
        let own: Vec<Place> = shelf.own.iter().filter(|own| shelf.places.contains(own)).cloned().collect();
        shelf.places.retain(|place| !own.contains(place));
        shelf.places.splice(0..0, own);
        shelf
    }

    fn add(&mut self, rank: usize, topic: &Topic) {
        let (document, reading) = self.documents[rank];
        for (index, figure) in reading.extraction.figures.iter().enumerate() {
            let (Some(place), Some(period)) = (&figure.place, figure.period) else { continue };
            if figure.topic != *topic || !figure.is_certain() {
                continue;
            }
            if !self.places.contains(place) {
                self.places.push(place.clone());
            }
            if !self.scopes.contains(&figure.scope) {
                self.scopes.push(figure.scope.clone());
            }
            let picked = Picked { id: FigureId { document, index: index as u32 }, figure };
            let subject = Subject { place: place.clone(), period, scope: figure.scope.clone() };
            let slot = self.figures.entry(subject).or_default().entry(rank).or_default();
            let exacter = slot.get(&figure.measure).is_none_or(|old| rounding(figure) < rounding(old.figure));
            if exacter {
                slot.insert(figure.measure.clone(), picked);
            }
        }
        for gap in reading.extraction.gaps.iter().filter(|gap| gap.kind == GapKind::BlankIsZero) {
            let (Some(place), Some(period)) = (&gap.place, gap.period) else { continue };
            if gap.topic == *topic {
                let subject = Subject { place: place.clone(), period, scope: gap.scope.clone() };
                self.zeros.insert((subject, rank, gap.measure.clone()));
            }
        }
    }

    /// All places that have figures: the documents' own municipalities first, then as the documents name them.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The scopes in the order in which the documents use them.
    #[must_use]
    pub fn scopes(&self) -> &[String] {
        &self.scopes
    }

    #[must_use]
    pub fn is_own(&self, place: &Place) -> bool {
        self.own.contains(place)
    }

    #[must_use]
    pub fn reading(&self, id: DocumentId) -> Option<&'a Reading> {
        self.documents.iter().find(|(document, _)| *document == id).map(|(_, reading)| *reading)
    }

    /// The subjects of a place, in the order of periods.
    pub fn subjects<'s>(&'s self, place: &'s Place) -> impl Iterator<Item = &'s Subject> + 's {
        let first = Moment { year: i16::MIN, part: Part::Year };
        let first = Subject { place: place.clone(), period: Period { from: first, to: None }, scope: String::new() };
        self.figures.range(first..).map(|(subject, _)| subject).take_while(move |subject| subject.place == *place)
    }

    /// The figure of the newest meeting that states it.
    #[must_use]
    pub fn get(&self, subject: &Subject, measure: &Measure) -> Option<Picked<'a>> {
        self.figures.get(subject)?.values().find_map(|slot| slot.get(measure)).copied()
    }

    /// The figure that one document states.
    #[must_use]
    pub fn get_in(&self, document: DocumentId, subject: &Subject, measure: &Measure) -> Option<Picked<'a>> {
        let rank = self.documents.iter().position(|(id, _)| *id == document)?;
        self.figures.get(subject)?.get(&rank)?.get(measure).copied()
    }

    /// Counts of these measures out of one document: the newest that has them all. Counts of two documents are
    /// never mixed, since a later registration may have moved cases from one outcome to another.
    #[must_use]
    pub fn counts<const N: usize>(
        &self,
        subject: &Subject,
        measures: [Measure; N],
    ) -> Option<(DocumentId, [Count; N])> {
        self.figures.get(subject)?.keys().find_map(|&rank| {
            let counts: Vec<Count> = measures.iter().map_while(|m| self.count(subject, rank, m)).collect();
            Some((self.documents[rank].0, counts.try_into().ok()?))
        })
    }

    /// The count of one measure in one document.
    #[must_use]
    pub fn count_in(&self, document: DocumentId, subject: &Subject, measure: &Measure) -> Option<Count> {
        let rank = self.documents.iter().position(|(id, _)| *id == document)?;
        self.count(subject, rank, measure)
    }

    fn count(&self, subject: &Subject, rank: usize, measure: &Measure) -> Option<Count> {
        let stated = self.figures.get(subject).and_then(|slots| slots.get(&rank)?.get(measure));
        match stated {
            Some(picked) => {
                let value = picked.figure.value;
                let whole = value >= 0.0 && value.fract() == 0.0 && value <= f64::from(u32::MAX);
                whole.then_some(Count { n: value as u32, id: Some(picked.id) })
            }
            None => self.zeros.contains(&(subject.clone(), rank, measure.clone())).then_some(Count { n: 0, id: None }),
        }
    }
}

/// Neither the nation nor a region.
pub(crate) fn is_municipality(place: &Place) -> bool {
    *place != Place::NATION && !place.as_str().starts_with("Region ")
}

/// The chosen places, or all municipalities that the documents name.
pub(crate) fn wanted(shelf: &Shelf, choice: &Choice) -> Vec<Place> {
    if !choice.places.is_empty() {
        return choice.places.clone();
    }
    shelf.places().iter().filter(|place| is_municipality(place)).cloned().collect()
}

/// The choice with "the same year for all" settled: the newest of the years that most of the municipalities have
/// figures for. Without any year it stays each one's newest.
#[must_use]
pub fn settled(readings: &[(DocumentId, &Reading)], choice: &Choice) -> Choice {
    if choice.period != PeriodChoice::Shared {
        return choice.clone();
    }
    let topic = if choice.view.is_appeals() { Topic::Appeals } else { Topic::Caseload };
    let shelf = Shelf::new(readings, &topic);
    let mut years: BTreeMap<i16, BTreeSet<&Place>> = BTreeMap::new();
    for place in shelf.places().iter().filter(|place| is_municipality(place)) {
        if choice.places.is_empty() || choice.places.contains(place) {
            for year in shelf.subjects(place).filter_map(|subject| subject.period.as_year()) {
                years.entry(year).or_default().insert(place);
            }
        }
    }
    let best = years.into_iter().max_by_key(|(year, places)| (places.len(), *year));
    let period = best.map_or(PeriodChoice::Newest, |(year, _)| PeriodChoice::Year(year));
    Choice { period, ..choice.clone() }
}

/// How rounded a mention is: of several in one document the exactest stands for it, the first of equals.
fn rounding(figure: &Figure) -> (bool, Reverse<u8>) {
    (figure.hedge.is_some(), Reverse(figure.decimals))
}
