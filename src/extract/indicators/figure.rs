//! A figure of one of the families, as it is made.

use crate::model::figure::{Doubt, Figure, Measure, Origin, Source, Topic, Unit};
use crate::model::source::Span;

/// A figure of one of the topics; its place, period and origin are still to be set.
pub(super) fn figure(topic: &str, measure: &str, scope: &str, value: (f64, u8), unit: Unit) -> Figure {
    Figure {
        place: None,
        period: None,
        topic: Topic::Other(topic.to_owned().into()),
        scope: scope.to_owned(),
        measure: Measure::Other(measure.to_owned().into()),
        value: value.0,
        decimals: value.1,
        unit,
        hedge: None,
        origin: Origin::Stated(Source { value: Span::default(), passage: Span::default(), heads: Vec::new() }),
        doubts: Vec::new(),
        item: None,
    }
}

/// What is not settled makes a figure uncertain.
pub(super) fn settle(figure: &mut Figure) {
    if figure.place.is_none() {
        figure.doubts.push(Doubt::Place);
    }
    if figure.period.is_none() {
        figure.doubts.push(Doubt::Period);
    }
}
