//! One colour and sign for each municipality, the same in every chart.

use crate::model::figure::Place;
use crate::model::reading::{DocumentId, Reading};
use std::collections::BTreeMap;

/// How many colours differ; those of a higher number are theirs again.
pub const COLOURS: u8 = 8;

/// The place of each municipality in the order of colours.
#[derive(Debug, Default)]
pub struct Colours(BTreeMap<Place, u8>);

impl Colours {
    /// The documents' own municipalities in the order of opening, then the others in the order in which they stand.
    #[must_use]
    pub fn new(readings: &[(DocumentId, &Reading)]) -> Self {
        let mut order = BTreeMap::new();
        let own = readings.iter().filter_map(|(_, reading)| reading.extraction.meeting.municipality.clone());
        let others = readings.iter().flat_map(|(_, reading)| &reading.extraction.figures);
        let others = others.filter_map(|figure| figure.place.clone()).filter(|place| *place != Place::NATION);
        for place in own.map(Place::new).chain(others) {
            let next = (order.len() % 240) as u8;
            order.entry(place).or_insert(next);
        }
        Self(order)
    }

    /// The number of a municipality's colour and sign; they repeat where there are many.
    #[must_use]
    pub fn of(&self, place: &Place) -> u8 {
        self.0.get(place).copied().unwrap_or(0)
    }
}
