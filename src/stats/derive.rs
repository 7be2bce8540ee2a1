//! Figures computed from stated ones: rates on both bases, shares, sums, residuals, means, distances to the nation.
//!
//! Every computed figure names the figures it was computed from and its formula, and is never mixed with stated ones.
//! Values are exact; they are meant to be printed with one decimal.

use super::known::Known;
use super::{mean, rate};
use crate::model::figure::{Figure, Formula, Measure, Origin, Place, Topic, Unit};
use crate::model::period::Period;
use crate::model::reading::Extraction;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The place under which means over several municipalities stand.
pub const MEAN: Place = Place(Cow::Borrowed("Gennemsnit"));
/// The measure of a rate that counts dismissed cases in.
pub const RATE_WITH_DISMISSED: Measure = Measure::Other(Cow::Borrowed("reversal_rate_with_dismissed"));
/// The measure of a rate minus the nation's, in percentage points.
pub const DISTANCE: Measure = Measure::Other(Cow::Borrowed("distance_to_nation"));

/// What a figure is about, but the measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Subject {
    topic: Topic,
    scope: String,
    period: Period,
    place: Place,
}

/// The first certain figure of each measure, by its index.
type Measures = BTreeMap<Measure, (u32, f64)>;

/// All figures that follow from the certain, stated figures of a document, ordered by topic, scope, period and place.
#[must_use]
pub fn derive(extraction: &Extraction) -> Vec<Figure> {
    let mut subjects: BTreeMap<Subject, Measures> = BTreeMap::new();
    for (index, figure) in extraction.figures.iter().enumerate() {
        let (Some(place), Some(period)) = (&figure.place, figure.period) else { continue };
        if !figure.is_certain() || figure.source().is_none() {
            continue;
        }
        let scope = figure.scope.clone();
        let subject = Subject { topic: figure.topic.clone(), scope, period, place: place.clone() };
        let measures = subjects.entry(subject).or_default();
        measures.entry(figure.measure.clone()).or_insert((index as u32, figure.value));
    }
    let mut out = Vec::new();
    for (subject, measures) in subjects.iter().filter(|(subject, _)| subject.topic == Topic::Appeals) {
        out.extend(outcomes(subject, measures));
        out.extend(distance(subject, measures, &subjects));
    }
    out.extend(rests(&subjects));
    out.extend(means(&subjects));
    out
}

impl Subject {
    fn figure(&self, measure: Measure, value: f64, unit: Unit, from: Vec<u32>, formula: Formula) -> Figure {
        Figure {
            place: Some(self.place.clone()),
            period: Some(self.period),
            topic: self.topic.clone(),
            scope: self.scope.clone(),
            measure,
            value,
            decimals: u8::from(unit != Unit::Count),
            unit,
            hedge: None,
            origin: Origin::Computed { from, formula },
            doubts: Vec::new(),
            item: None,
        }
    }
}

/// The counts of a subject, and the figures that they were taken from.
fn known(measures: &Measures) -> (Known, Vec<u32>) {
    let mut from = Vec::new();
    let known = Known::gather(|measure| {
        let (index, value) = measures.get(measure)?;
        from.push(*index);
        (value.fract() == 0.0 && (0.0..=4e9).contains(value)).then_some(*value as u32)
    });
    (known, from)
}

/// Reversed and considered where they are not stated, the rate on both bases, and each outcome's share.
fn outcomes(subject: &Subject, measures: &Measures) -> Vec<Figure> {
    let (known, from) = known(measures);
    let mut out = Vec::new();
    let mut add = |measure: Measure, value: f64, unit: Unit, formula: Formula| {
        out.push(subject.figure(measure, value, unit, from.clone(), formula));
    };
    for (measure, count) in [(Measure::Reversed, known.reversed), (Measure::Considered, known.considered)] {
        if let Some(count) = count.filter(|_| !measures.contains_key(&measure)) {
            add(measure, f64::from(count), Unit::Count, Formula::Sum);
        }
    }
    if let Some(value) = official_rate(&known) {
        add(Measure::ReversalRate, value, Unit::Percent, Formula::OfficialRate);
    }
    let all = known.reversed.zip(known.decided).filter(|(_, decided)| known.considered != Some(*decided));
    if let Some(value) = all.and_then(|(reversed, decided)| rate::percent(reversed, decided)) {
        add(RATE_WITH_DISMISSED, value, Unit::Percent, Formula::RateWithDismissed);
    }
    for measure in [Measure::UpheldRate, Measure::ChangedRate, Measure::RemandedRate] {
        let share = known.part(&measure).zip(known.considered).and_then(|(part, whole)| rate::percent(part, whole));
        if let Some(value) = share {
            add(measure, value, Unit::Percent, Formula::Share);
        }
    }
    out
}

fn official_rate(known: &Known) -> Option<f64> {
    rate::percent(known.reversed?, known.considered?)
}

/// The rate of a subject: from its counts where there are any, else as stated.
fn rate_of(measures: &Measures) -> Option<(f64, Vec<u32>)> {
    let (known, from) = known(measures);
    let stated = || measures.get(&Measure::ReversalRate).map(|(index, value)| (*value, vec![*index]));
    official_rate(&known).map(|value| (value, from)).or_else(stated)
}

/// A rate minus the nation's in the same year and scope.
fn distance(subject: &Subject, measures: &Measures, subjects: &BTreeMap<Subject, Measures>) -> Option<Figure> {
    if subject.place == Place::NATION {
        return None;
    }
    let nation = subjects.get(&Subject { place: Place::NATION, ..subject.clone() })?;
    let ((own, mut from), (nation, others)) = (rate_of(measures)?, rate_of(nation)?);
    from.extend(others);
    let unit = Unit::Other(Cow::Borrowed("percentage points"));
    Some(subject.figure(DISTANCE, own - nation, unit, from, Formula::DistanceToNation))
}

/// What of a total the shown parts leave: the social area without its two special maps, a municipality without the
/// committees that are shown. Only where every part has the count.
fn rests(subjects: &BTreeMap<Subject, Measures>) -> Vec<Figure> {
    let mut out = Vec::new();
    for (subject, total) in subjects.iter().filter(|(subject, _)| subject.topic == Topic::Appeals) {
        let parts: Vec<&Measures> = subjects
            .iter()
            .filter(|(part, _)| part.place == subject.place && part.period == subject.period)
            .filter(|(part, _)| part.topic == subject.topic && is_part(&part.scope, &subject.scope))
            .map(|(_, measures)| measures)
            .collect();
        let rest = match subject.scope.as_str() {
            "SEL" if parts.len() == 2 => "SEL øvrige",
            "Alle" if !parts.is_empty() => "Øvrige udvalg",
            _ => continue,
        };
        let rest = Subject { scope: rest.to_owned(), ..subject.clone() };
        for measure in [
            Measure::Decided,
            Measure::Considered,
            Measure::Upheld,
            Measure::Changed,
            Measure::Remanded,
            Measure::Dismissed,
        ] {
            let Some((index, whole)) = total.get(&measure) else { continue };
            let shown: Option<Vec<&(u32, f64)>> = parts.iter().map(|part| part.get(&measure)).collect();
            let Some(shown) = shown else { continue };
            let value = whole - shown.iter().map(|(_, value)| value).sum::<f64>();
            if value >= 0.0 {
                let from = std::iter::once(*index).chain(shown.iter().map(|(index, _)| *index)).collect();
                out.push(rest.figure(measure, value, Unit::Count, from, Formula::Residual));
            }
        }
    }
    out
}

fn is_part(scope: &str, whole: &str) -> bool {
    match whole {
        "SEL" => matches!(scope, "SEL børnehandicap" | "SEL voksenhandicap"),
        _ => scope.ends_with("udvalget"),
    }
}

/// Over three or more municipalities: all their cases over all their staff, and the plain mean of what they state.
fn means(subjects: &BTreeMap<Subject, Measures>) -> Vec<Figure> {
    let mut groups: BTreeMap<(&str, Period), Vec<&Measures>> = BTreeMap::new();
    for (subject, measures) in subjects {
        if subject.topic == Topic::Caseload && subject.place != Place::NATION {
            groups.entry((&subject.scope, subject.period)).or_default().push(measures);
        }
    }
    let mut out = Vec::new();
    for ((scope, period), places) in groups {
        let subject = Subject { topic: Topic::Caseload, scope: scope.to_owned(), period, place: MEAN };
        let mut add = |value: Option<f64>, from: Vec<u32>, formula: Formula| {
            let value = value.filter(|_| from.len() >= 3);
            out.extend(value.map(|v| subject.figure(Measure::CasesPerFte, v, Unit::CasesPerFte, from, formula)));
        };
        let get = |measures: &Measures, measure: Measure| measures.get(&measure).copied();
        let pairs: Vec<_> =
            places.iter().filter_map(|m| Some((get(m, Measure::TotalCases)?, get(m, Measure::Fte)?))).collect();
        let amounts: Vec<(f64, f64)> = pairs.iter().map(|(cases, staff)| (cases.1, staff.1)).collect();
        let from = if pairs.len() >= 3 { pairs.iter().flat_map(|(a, b)| [a.0, b.0]).collect() } else { Vec::new() };
        add(mean::weighted(&amounts), from, Formula::WeightedMean);
        let stated: Vec<(u32, f64)> = places.iter().filter_map(|m| get(m, Measure::CasesPerFte)).collect();
        let values: Vec<f64> = stated.iter().map(|(_, value)| *value).collect();
        add(mean::simple(&values), stated.iter().map(|(index, _)| *index).collect(), Formula::SimpleMean);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::Source;
    use crate::model::source::Span;

    fn extraction(rows: &[(&str, Topic, &str, Measure, f64)]) -> Extraction {
        let span = Span { start: 0, end: 1 };
        let figures = rows.iter().map(|(place, topic, scope, measure, value)| Figure {
            place: Some(Place::new((*place).to_owned())),
            period: Some(Period::year(2021)),
            topic: topic.clone(),
            scope: (*scope).to_owned(),
            measure: measure.clone(),
            value: *value,
            decimals: 0,
            unit: Unit::Count,
            hedge: None,
            origin: Origin::Stated(Source { value: span, passage: span, heads: Vec::new() }),
            doubts: Vec::new(),
            item: None,
        });
        Extraction { figures: figures.collect(), ..Extraction::default() }
    }

    /// `place scope measure formula value` of each computed figure.
    fn lines(rows: &[(&str, Topic, &str, Measure, f64)]) -> Vec<String> {
        let derived = derive(&extraction(rows));
        let line = |f: &Figure| {
            let Origin::Computed { formula, from } = &f.origin else { unreachable!("only computed figures") };
            assert!(!from.is_empty() && from.iter().all(|i| (*i as usize) < rows.len()));
            let place = f.place.as_ref().map_or("", Place::as_str);
            format!("{place} {} {} {formula:?} {:.1}", f.scope, f.measure.key(), f.value)
        };
        derived.iter().map(line).collect()
    }

    #[test]
    fn rates_shares_and_distance() {
        let own = |measure, value| ("Strandby", Topic::Appeals, "SEL", measure, value);
        let rows = [
            own(Measure::Upheld, 70.0),
            own(Measure::Remanded, 13.0),
            own(Measure::Changed, 3.0),
            own(Measure::Dismissed, 14.0),
            ("Hele landet", Topic::Appeals, "SEL", Measure::ReversalRate, 31.8),
        ];
        assert_eq!(
            lines(&rows),
            [
                "Strandby SEL reversed Sum 16.0",
                "Strandby SEL considered Sum 86.0",
                "Strandby SEL reversal_rate OfficialRate 18.6",
                "Strandby SEL reversal_rate_with_dismissed RateWithDismissed 16.0",
                "Strandby SEL upheld_rate Share 81.4",
                "Strandby SEL changed_rate Share 3.5",
                "Strandby SEL remanded_rate Share 15.1",
                "Strandby SEL distance_to_nation DistanceToNation -13.2",
            ]
        );
    }

    #[test]
    fn what_the_shown_parts_leave() {
        let decided = |scope, value| ("Strandby", Topic::Appeals, scope, Measure::Decided, value);
        let rows = [decided("SEL", 86.0), decided("SEL børnehandicap", 30.0), decided("SEL voksenhandicap", 9.0)];
        assert_eq!(lines(&rows), ["Strandby SEL øvrige decided Residual 47.0"]);
        assert_eq!(lines(&rows[..2]), Vec::<String>::new());
    }

    #[test]
    fn means_over_three_or_more_places() {
        let row = |place, measure, value| (place, Topic::Caseload, "Alle", measure, value);
        let rows = [
            row("A", Measure::TotalCases, 100.0),
            row("A", Measure::Fte, 2.0),
            row("B", Measure::TotalCases, 100.0),
            row("B", Measure::Fte, 4.0),
            row("C", Measure::TotalCases, 100.0),
            row("C", Measure::Fte, 4.0),
        ];
        assert_eq!(lines(&rows), ["Gennemsnit Alle cases_per_fte WeightedMean 30.0"]);
        assert_eq!(lines(&rows[..4]), Vec::<String>::new());
        let stated = ["A", "B", "C"].map(|place| row(place, Measure::CasesPerFte, 40.0));
        assert_eq!(lines(&stated), ["Gennemsnit Alle cases_per_fte SimpleMean 40.0"]);
    }
}
