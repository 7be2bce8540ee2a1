//! The figures in effect: what documents state, with what the user decided about it. Computed here and nowhere else;
//! charts, checks across documents, tables and exports all start from the readings that come out.
//!
//! Stated figures keep their index, so a figure's name holds before and after a correction; added ones follow them.

use crate::model::correction::{About, Change, Correction, DocumentFacts, Facts};
use crate::model::figure::{Doubt, Figure, Hedge, Origin, Place};
use crate::model::meeting::Meeting;
use crate::model::reading::Reading;

/// A reading with the decisions about it, and the decisions whose figure is not to be found in it, by their index in
/// `corrections`.
#[must_use]
pub fn effective(stated: &Reading, corrections: &[&Correction]) -> (Reading, Vec<usize>) {
    let mut reading = stated.clone();
    let mut lost = Vec::new();
    for correction in corrections {
        if let About::Document(facts) = &correction.about {
            settle(&mut reading, facts);
        }
    }
    for (at, correction) in corrections.iter().enumerate() {
        match &correction.about {
            About::Document(_) => {}
            About::Added(facts) => {
                reading.extraction.figures.push(added(facts, &correction.reason));
            }
            About::Figure { key, change } => match key.find(&stated.document, &stated.extraction.figures) {
                Some(index) => {
                    let figure = &mut reading.extraction.figures[index];
                    *figure = changed(figure, &stated.extraction.figures[index], change, &correction.reason);
                }
                None => lost.push(at),
            },
        }
    }
    (reading, lost)
}

/// What the user says about the document holds for its meeting, and for figures whose municipality was the document's.
fn settle(reading: &mut Reading, facts: &DocumentFacts) {
    let Reading { extraction, .. } = reading;
    let read = extraction.meeting.municipality.clone().map(Place::new);
    meet(&mut extraction.meeting, facts);
    let Some(own) = facts.municipality.clone().map(Place::new) else { return };
    for figure in &mut extraction.figures {
        if figure.place.is_none() || (read.is_some() && figure.place == read) {
            figure.place = Some(own.clone());
            figure.doubts.retain(|doubt| *doubt != Doubt::Place);
        }
    }
    for gap in extraction.gaps.iter_mut().filter(|gap| gap.place.is_none() || (read.is_some() && gap.place == read)) {
        gap.place = Some(own.clone());
    }
}

/// A meeting as the user has it.
pub fn meet(meeting: &mut Meeting, facts: &DocumentFacts) {
    if facts.municipality.is_some() {
        meeting.municipality.clone_from(&facts.municipality);
    }
    if facts.committee.is_some() {
        meeting.committee.clone_from(&facts.committee);
    }
    meeting.date = facts.date.or(meeting.date);
}

fn changed(figure: &Figure, stated: &Figure, change: &Change, reason: &str) -> Figure {
    match change {
        Change::Confirm => Figure { doubts: Vec::new(), ..figure.clone() },
        Change::LeaveOut => {
            let mut doubts = figure.doubts.clone();
            doubts.push(Doubt::LeftOut);
            Figure { doubts, ..figure.clone() }
        }
        Change::Correct(facts) => {
            let origin = Origin::Corrected { stated: Box::new(stated.clone()), reason: reason.to_owned() };
            // A value that stays keeps its "knap" or "ca.".
            let hedge = stated.hedge.clone().filter(|_| facts.value == stated.value);
            Figure { item: stated.item, ..figure_of(facts, origin, hedge) }
        }
    }
}

fn added(facts: &Facts, reason: &str) -> Figure {
    figure_of(facts, Origin::Added { reason: reason.to_owned() }, None)
}

fn figure_of(facts: &Facts, origin: Origin, hedge: Option<Hedge>) -> Figure {
    Figure {
        place: Some(facts.place.clone()),
        period: Some(facts.period),
        topic: facts.topic.clone(),
        scope: facts.scope.clone(),
        measure: facts.measure.clone(),
        value: facts.value,
        decimals: facts.decimals,
        unit: facts.unit.clone(),
        hedge,
        origin,
        doubts: Vec::new(),
        item: None,
    }
}

/// Takes out of a reading what another document of the same meeting says as well: there it is counted. What differs
/// stays, so that the checks see it.
pub fn count_once(reading: &mut Reading, primary: &Reading) {
    let key = |figure: &Figure| {
        let subject = (figure.place.clone(), figure.period, figure.topic.clone());
        (subject, figure.scope.clone(), figure.measure.clone(), figure.value.to_bits())
    };
    let counted: std::collections::HashSet<_> =
        primary.extraction.figures.iter().filter(|figure| figure.is_certain()).map(key).collect();
    for figure in reading.extraction.figures.iter_mut().filter(|figure| figure.is_certain()) {
        if counted.contains(&key(figure)) {
            figure.doubts.push(Doubt::Repeated);
        }
    }
    if !primary.extraction.meeting.items.is_empty() {
        reading.extraction.meeting.items.clear();
    }
    let told = &primary.report.findings;
    reading.report.findings.retain(|finding| {
        !told.iter().any(|other| {
            (other.rule, &other.stated, &other.recomputed) == (finding.rule, &finding.stated, &finding.recomputed)
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::correction::FigureKey;
    use crate::model::figure::{Measure, Source, Topic, Unit};
    use crate::model::finding::Report;
    use crate::model::reading::Extraction;
    use crate::model::source::{Document, Format, Span};

    fn reading(doubts: Vec<Doubt>) -> Reading {
        let text = "Der blev stadfæstet 12 sager.";
        let start = text.find("12").unwrap();
        let source =
            Source { value: Span::new(start..start + 2), passage: Span::new(0..text.len()), heads: Vec::new() };
        let figure = Figure {
            place: None,
            period: Some("2023".parse().unwrap()),
            topic: Topic::Appeals,
            scope: "Alle".to_owned(),
            measure: Measure::Upheld,
            value: 12.0,
            decimals: 0,
            unit: Unit::Count,
            hedge: None,
            origin: Origin::Stated(source),
            doubts,
            item: None,
        };
        let mut document = Document::new("a.txt", Format::Text, text.to_owned());
        document.hash = "abc".to_owned();
        let extraction = Extraction { figures: vec![figure], ..Extraction::default() };
        Reading { document: document.into(), extraction, report: Report::default() }
    }

    fn correction(about: About) -> Correction {
        Correction { document: "abc".into(), about, reason: "bilag 2".into(), time: jiff::Timestamp::UNIX_EPOCH }
    }

    fn about(reading: &Reading, change: Change) -> Correction {
        let key = FigureKey::of(&reading.extraction.figures[0], &reading.document).unwrap();
        correction(About::Figure { key, change })
    }

    #[test]
    fn each_decision_has_its_effect_and_the_stated_value_stays() {
        let stated = reading(vec![Doubt::Place]);
        let facts = Facts {
            place: Place::new("Vejby"),
            period: "2023".parse().unwrap(),
            topic: Topic::Appeals,
            scope: "Alle".to_owned(),
            measure: Measure::Upheld,
            value: 13.0,
            decimals: 0,
            unit: Unit::Count,
        };
        let confirm = about(&stated, Change::Confirm);
        let (confirmed, lost) = effective(&stated, &[&confirm]);
        assert!(confirmed.extraction.figures[0].is_certain() && lost.is_empty());
        let leave = about(&stated, Change::LeaveOut);
        let left = effective(&stated, &[&leave]).0;
        assert_eq!(left.extraction.figures[0].doubts, [Doubt::Place, Doubt::LeftOut]);
        let correct = about(&stated, Change::Correct(facts.clone()));
        let add = correction(About::Added(facts));
        let (both, _) = effective(&stated, &[&correct, &add]);
        let [corrected, added] = &both.extraction.figures[..] else { panic!("two figures") };
        assert_eq!((corrected.value, corrected.origin_key()), (13.0, "corrected"));
        let Origin::Corrected { stated: kept, reason } = &corrected.origin else { panic!("corrected") };
        assert_eq!((kept.value, reason.as_str()), (12.0, "bilag 2"));
        assert_eq!(corrected.source(), stated.extraction.figures[0].source());
        assert_eq!((added.value, added.origin_key(), added.source()), (13.0, "added", None));
    }

    #[test]
    fn a_documents_municipality_settles_its_figures() {
        let stated = reading(vec![Doubt::Place, Doubt::Columns]);
        let facts = DocumentFacts { municipality: Some("Vejby".to_owned()), ..DocumentFacts::default() };
        let set = correction(About::Document(facts));
        let (settled, _) = effective(&stated, &[&set]);
        let figure = &settled.extraction.figures[0];
        assert_eq!((figure.place.clone(), &figure.doubts[..]), (Some(Place::new("Vejby")), &[Doubt::Columns][..]));
        assert_eq!(settled.extraction.meeting.municipality.as_deref(), Some("Vejby"));
    }

    #[test]
    fn a_decision_about_a_figure_that_is_gone_is_told() {
        let stated = reading(vec![]);
        let mut gone = about(&stated, Change::LeaveOut);
        if let About::Figure { key, .. } = &mut gone.about {
            key.printed = "99".to_owned();
        }
        assert_eq!(effective(&stated, &[&gone]).1, [0]);
    }

    #[test]
    fn what_two_documents_of_a_meeting_say_is_counted_once() {
        let (primary, mut twin) = (reading(vec![]), reading(vec![]));
        let mut other = twin.extraction.figures[0].clone();
        other.value = 14.0;
        twin.extraction.figures.push(other);
        count_once(&mut twin, &primary);
        assert_eq!(twin.extraction.figures[0].doubts, [Doubt::Repeated]);
        assert!(twin.extraction.figures[1].is_certain(), "what differs is for the checks");
    }
}
