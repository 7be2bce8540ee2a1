//! A figure of appeals, as it is made.

use super::label::rate_of;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::extract::value::Value;
use crate::model::figure::{Doubt, Figure, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::period::{Moment, Period};

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

/// "I årets første halvdel er 21 afgjort" in a text of which nobody knows when it was written: not the year spoken of.
pub(super) fn doubt_this_year(clause: &Clause<'_>, meeting: Option<Moment>, figures: &mut [Figure]) {
    let open = |mention: &Mention| matches!(mention.named, Named::ThisYear | Named::PartThisYear(..));
    if meeting.is_none() && !clause.periods.is_empty() && clause.periods.iter().all(open) {
        figures.iter_mut().for_each(|figure| figure.doubt(Doubt::Period));
    }
}

/// "Procenten er opgjort til 30, men den er rettelig 28": two values of one thing. One that only rounds the other is none.
pub(super) fn doubt_contradictions(figures: &mut [Figure]) {
    let key = |f: &Figure| (f.place.clone(), f.period, f.scope.clone(), f.measure.clone());
    let apart = |a: &Figure, b: &Figure| {
        let rounds = a.hedge.is_some() || b.hedge.is_some() || a.decimals != b.decimals;
        (a.value - b.value).abs() > if rounds { 2.0 } else { 1e-6 }
    };
    // What the sentence takes back contradicts nothing.
    let holds = |f: &Figure| !f.doubts.contains(&Doubt::OwnCaveat);
    let same = |f: &Figure, other: &Figure| holds(f) && holds(other) && key(f) == key(other);
    let contradicts = |at: usize| figures.iter().any(|f| apart(f, &figures[at]) && same(f, &figures[at]));
    let doubtful: Vec<usize> = (0..figures.len()).filter(|&at| contradicts(at)).collect();
    for at in doubtful {
        figures[at].doubt(Doubt::Measure);
    }
}
