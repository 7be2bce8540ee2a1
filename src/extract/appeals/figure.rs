//! A figure of appeals, as it is made.

use super::label::rate_of;
use crate::extract::clause::Clause;
use crate::extract::value::Value;
use crate::model::figure::{Doubt, Figure, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::period::Period;

/// The figure of a value; what is not settled makes it uncertain.
pub(super) fn figure(
    clause: &Clause<'_>,
    value: &Value,
    measure: Measure,
    place: Option<Place>,
    period: Option<Period>,
    scope: String,
) -> Figure {
    let mut doubts = Vec::new();
    if place.is_none() {
        doubts.push(Doubt::Place);
    }
    if period.is_none() {
        doubts.push(Doubt::Period);
    }
    let unit = if rate_of(&measure).as_ref() == Some(&measure) { Unit::Percent } else { Unit::Count };
    Figure {
        place,
        period,
        topic: Topic::Appeals,
        scope,
        measure,
        value: value.value,
        decimals: value.decimals,
        unit,
        hedge: value.hedge.clone(),
        origin: Origin::Stated(Source { value: value.span, passage: clause.span, heads: Vec::new() }),
        doubts,
        item: None,
    }
}
