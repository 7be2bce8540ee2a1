//! Values that a person corrected or added: a corner on their mark, and a sentence that says what is printed.

use crate::chart::scene::{Area, Ink, Item, Point, Scene};
use crate::chart::{Chart, Goal, words};
use crate::lang::{Lang, number, term};
use crate::model::figure::{Figure, Origin, Place};
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::collections::BTreeSet;

/// Beyond so many values their number is told.
const MOST: usize = 6;
/// The side of the corner in points.
const CORNER: f32 = 7.0;

/// Marks the values of a chart that a person corrected or added, and says in a note which they are.
pub fn tell(chart: &mut Chart, readings: &[(DocumentId, &Reading)]) {
    let by_hand = |figure: &Figure| matches!(figure.origin, Origin::Corrected { .. } | Origin::Added { .. });
    // Nearly always nobody corrected anything: then the chart's figures need not be gathered.
    if !readings.iter().any(|(_, reading)| reading.extraction.figures.iter().any(by_hand)) {
        return;
    }
    let shown: BTreeSet<FigureId> = chart.table().rows.iter().flatten().filter_map(|cell| cell.figure).collect();
    let figure = |id: &FigureId| {
        let (_, reading) = readings.iter().find(|(document, _)| *document == id.document)?;
        reading.extraction.figures.get(id.index as usize)
    };
    let found: Vec<(FigureId, &Figure)> =
        shown.iter().filter_map(|id| Some((*id, figure(id)?))).filter(|(_, figure)| by_hand(figure)).collect();
    if found.is_empty() {
        return;
    }
    let lang = chart.lang;
    let told: Vec<String> = found.iter().take(MOST).map(|(_, figure)| sentence(lang, figure)).collect();
    let more = found.len().saturating_sub(MOST);
    let values = [("list", told.join("; ").into()), ("more", more.into())];
    // First, so that a note with little room leaves out another sentence.
    chart.head.notes.insert(0, lang.text_with("chart-by-hand", &values));
    chart.head.by_hand = found.into_iter().map(|(id, _)| id).collect();
}

/// "Lejre 2018, stadfæstet: 85 (trykt: 83)".
fn sentence(lang: Lang, figure: &Figure) -> String {
    let value = |figure: &Figure| {
        let value = number::format(lang, figure.value, usize::from(figure.decimals));
        format!("{value} {}", term::unit(lang, figure)).trim_end().to_owned()
    };
    let place = figure.place.as_ref().map_or("", Place::as_str);
    let period = figure.period.map(|period| words::period(lang, period)).unwrap_or_default();
    let values = [
        ("subject", format!("{place} {period}").into()),
        ("measure", term::measure(lang, figure).into()),
        ("value", value(figure).into()),
    ];
    match &figure.origin {
        Origin::Corrected { stated, .. } => {
            let [subject, measure, shown] = values;
            lang.text_with("chart-corrected", &[subject, measure, shown, ("stated", value(stated).into())])
        }
        _ => lang.text_with("chart-added", &values),
    }
}

/// Puts the corner on the marks of these values; the marks' areas lie at the upper right of what they name.
pub fn corners(scene: &mut Scene, by_hand: &BTreeSet<FigureId>) {
    let marked = scene.marks.iter().filter(|mark| match mark.goal {
        Some(Goal::Figure(id)) => by_hand.contains(&id),
        _ => false,
    });
    let corners: Vec<Item> = marked.map(|mark| corner(mark.area)).collect();
    scene.items.extend(corners);
}

/// The corner of one mark.
#[must_use]
pub fn corner(area: Area) -> Item {
    let (right, top) = (area.right, area.top);
    let points = [(right - CORNER, top), (right, top), (right, top + CORNER)].map(|(x, y)| Point { x, y });
    Item::Polygon { points: points.to_vec(), ink: Ink::Warn, filled: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{numbered, three_appeals};
    use crate::chart::layout::{Dress, Room, layout};
    use crate::chart::sketch::tests::Even;
    use crate::chart::{Choice, View, build};
    use crate::model::figure::Measure;

    #[test]
    fn corrected_values_are_marked_and_told() {
        let mut readings = three_appeals();
        let plain = build(&numbered(&readings), &Choice::default(), Lang::Da);
        assert!(plain.head.by_hand.is_empty());
        let figures = &mut readings[1].extraction.figures;
        let upheld = |figure: &&mut Figure| figure.measure == Measure::Upheld && figure.value == 83.0;
        let figure = figures.iter_mut().find(upheld).unwrap();
        let stated = Box::new(figure.clone());
        figure.value = 85.0;
        figure.origin = Origin::Corrected { stated, reason: "Fejl i tabellen".to_owned() };
        let chart = build(&numbered(&readings), &Choice::default(), Lang::Da);
        assert_eq!(chart.head.by_hand.len(), 1);
        let note = chart.head.notes.first().unwrap();
        assert!(note.contains("Lejre 2018, stadfæstet: 85 (trykt: 83)"), "{note}");
        let corners = |chart: &Chart| {
            let scene = layout(chart, Room { width: 1200.0, height: 0.0 }, &Dress::Window, &Even);
            let is_corner = |item: &&Item| matches!(item, Item::Polygon { ink: Ink::Warn, .. });
            scene.items.iter().filter(is_corner).count()
        };
        assert_eq!((corners(&plain), corners(&chart)), (0, 1));
        // What does not show the value says nothing of it.
        let caseload = build(&numbered(&readings), &Choice { view: View::Caseload, ..Choice::default() }, Lang::Da);
        assert!(caseload.head.by_hand.is_empty());
    }
}
