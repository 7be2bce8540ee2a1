//! A chart that leaves the window must explain itself: where in each document its figures stand, what was computed,
//! and what the checks found on them.

use crate::chart::select::is_municipality;
use crate::chart::series::Point;
use crate::chart::{self, Body, Chart, Choice, View, name, words};
use crate::lang::Lang;
use crate::model::figure::{Figure, Source};
use crate::model::finding::Finding;
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::collections::{BTreeMap, BTreeSet};

/// Beyond so many findings their number is told.
const MOST: usize = 6;

/// Every chart of a choice under its own name: of all municipalities together, and of each alone.
#[must_use]
pub fn all(readings: &[(DocumentId, &Reading)], choice: &Choice, views: &[View], lang: Lang) -> Vec<(String, Chart)> {
    let mut charts: Vec<(String, Chart)> = Vec::new();
    let mut names = BTreeSet::new();
    let mut add = |chart: Chart| {
        if matches!(chart.body, Body::Empty(_)) {
            return;
        }
        let base = name::propose(&chart);
        let mut name = base.clone();
        let mut n = 2;
        while !names.insert(name.clone()) {
            name = format!("{base}-{n}");
            n += 1;
        }
        charts.push((name, chart));
    };
    for &view in views {
        let choice = Choice { view, ..choice.clone() };
        let together = chart::build(readings, &choice, lang);
        let mut places = together.head.places.clone();
        places.retain(is_municipality);
        add(together);
        if places.len() > 1 {
            for place in places {
                add(chart::build(readings, &Choice { places: vec![place], ..choice.clone() }, lang));
            }
        }
    }
    charts
}

/// Adds to a chart what the window shows beside it: items, pages and lines of its sources, and open findings.
pub fn complete(chart: &mut Chart, readings: &[(DocumentId, &Reading)], across: &[(DocumentId, Finding)]) {
    whose(chart);
    let by_document = locate(chart, readings);
    chart.head.notes.extend(computed(chart));
    let findings = open_findings(chart.lang, &by_document, readings, across);
    chart.head.notes.extend(findings);
}

/// Adds to the sources of a chart where in each document its figures stand; gives the figures, document by document.
pub fn locate<'a>(chart: &mut Chart, readings: &[(DocumentId, &'a Reading)]) -> BTreeMap<DocumentId, Vec<&'a Figure>> {
    let lang = chart.lang;
    let shown: BTreeSet<FigureId> = chart.table().rows.iter().flatten().filter_map(|cell| cell.figure).collect();
    let mut by_document: BTreeMap<DocumentId, Vec<&Figure>> = BTreeMap::new();
    for id in &shown {
        let reading = readings.iter().find(|(document, _)| *document == id.document);
        let figure = reading.and_then(|(_, reading)| reading.extraction.figures.get(id.index as usize));
        by_document.entry(id.document).or_default().extend(figure);
    }
    for (document, figures) in &by_document {
        let Some((_, reading)) = readings.iter().find(|(id, _)| id == document) else { continue };
        let (named, places) = (words::document(lang, reading), places(lang, reading, figures));
        // Two documents of one name stand in the documents' order.
        let line = chart.head.sources.iter_mut().find(|line| **line == named);
        if let Some(line) = line.filter(|_| !places.is_empty()) {
            *line = format!("{line}: {places}");
        }
    }
    by_document
}

/// The sentence about open findings on shown figures.
fn open_findings(
    lang: Lang,
    by_document: &BTreeMap<DocumentId, Vec<&Figure>>,
    readings: &[(DocumentId, &Reading)],
    across: &[(DocumentId, Finding)],
) -> Option<String> {
    let mut findings: Vec<String> = Vec::new();
    for (document, figures) in by_document {
        let Some((_, reading)) = readings.iter().find(|(id, _)| id == document) else { continue };
        let others = across.iter().filter(|(id, _)| id == document).map(|(_, finding)| finding);
        let mut told: Vec<&Finding> = reading.report.findings.iter().chain(others).collect();
        told.retain(|finding| figures.iter().any(|figure| concerns(finding, figure)));
        told.sort_by_key(|finding| (finding.severity, finding.span));
        for finding in told {
            let line = reading.document.line_of(finding.span.start).to_string();
            let rule = lang.text(&format!("app-rule-{:?}", finding.rule).to_lowercase());
            let values =
                [("meeting", words::meeting(lang, reading).into()), ("line", line.into()), ("rule", rule.into())];
            let sentence = lang.text_with("chart-open-finding", &values);
            if !findings.contains(&sentence) {
                findings.push(sentence);
            }
        }
    }
    let more = findings.len().saturating_sub(MOST);
    findings.truncate(MOST);
    let told = [("list", findings.join("; ").into()), ("more", more.into())];
    (!findings.is_empty()).then(|| lang.text_with("chart-open-findings", &told))
}

/// Names the municipalities and years above a chart whose heading does not.
pub fn whose(chart: &mut Chart) {
    let head = &mut chart.head;
    let Some(first) = head.places.first().filter(|_| !matches!(chart.body, Body::Empty(_))) else { return };
    if head.subtitle.iter().any(|line| line.contains(first.as_str())) {
        return;
    }
    let years = head.years.map(words::years);
    let told = [Some(words::places(chart.lang, &head.places)), years].into_iter().flatten();
    head.subtitle.insert(0, told.collect::<Vec<_>>().join(", "));
}

/// What of a chart Sidestil computed, where its values do not say so themselves.
fn computed(chart: &Chart) -> Option<String> {
    let lang = chart.lang;
    let key = match (chart.view, &chart.body) {
        (_, Body::Empty(_)) => return None,
        (View::Overview, _) => "chart-computed-overview",
        (View::Distance, _) => "chart-computed-distance",
        (View::Funnel, _) => "chart-computed-funnel",
        (View::Heat, _) => "chart-computed-heat",
        (View::WhatIf, _) => "chart-computed-whatif",
        (_, Body::Series(series)) => {
            let is_computed = |point: &&Point| {
                let told = [("rate", point.text.clone().into())];
                point.name.ends_with(&lang.text_with("chart-rate-computed", &told))
            };
            let told = series.lines.iter().filter_map(|line| {
                let years: Vec<String> =
                    line.points.iter().filter(is_computed).map(|point| point.year.to_string()).collect();
                (!years.is_empty()).then(|| format!("{} {}", line.name, words::list(lang, &years, 8)))
            });
            let told: Vec<String> = told.collect();
            let list = ("list", told.join("; ").into());
            return (!told.is_empty()).then(|| lang.text_with("chart-computed-series", &[list]));
        }
        _ => return None,
    };
    Some(lang.text(key))
}

/// True where a finding is about the passage that a figure was read from.
#[must_use]
pub fn concerns(finding: &Finding, figure: &Figure) -> bool {
    let Some(source) = figure.source().filter(|source| !source.value.is_empty()) else { return false };
    finding.span.overlaps(source.value) || finding.related.iter().any(|span| span.overlaps(source.value))
}

/// "punkt 19, linje 139–154"; pages where the document has them.
fn places(lang: Lang, reading: &Reading, figures: &[&Figure]) -> String {
    let mut items: BTreeMap<Option<u32>, Vec<u32>> = BTreeMap::new();
    let mut paged = false;
    for figure in figures {
        let Some(source) = figure.source().filter(|source| !source.value.is_empty()) else { continue };
        let (number, is_page) = number(reading, source);
        paged |= is_page;
        items.entry(figure.item).or_default().push(number);
    }
    let told = items.into_iter().map(|(item, mut numbers)| {
        numbers.sort_unstable();
        let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
        let span = if first == last { first.to_string() } else { format!("{first}\u{2013}{last}") };
        let place =
            lang.text_with(if paged { "chart-source-page" } else { "chart-source-line" }, &[("n", span.into())]);
        match item.and_then(|item| reading.extraction.meeting.items.get(item as usize)?.number.clone()) {
            Some(item) => format!("{}, {place}", lang.text_with("chart-source-item", &[("n", item.into())])),
            None => place,
        }
    });
    told.collect::<Vec<_>>().join(", ")
}

/// The page on which a value stands, or its line where the document has no pages.
fn number(reading: &Reading, source: &Source) -> (u32, bool) {
    match reading.document.page_of(source.value.start) {
        Some(page) => (page, true),
        None => (reading.document.line_of(source.value.start), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture;
    use crate::model::figure::Place;

    #[test]
    fn every_municipality_has_its_own_chart_and_all_have_one_together() {
        let readings = fixture::three_appeals();
        let numbered = fixture::numbered(&readings);
        let charts = all(&numbered, &Choice::default(), &View::ALL, Lang::Da);
        let names: Vec<&str> = charts.iter().map(|(name, _)| name.as_str()).collect();
        assert!(names.contains(&"rodovre-klageudfald-2023"), "{names:?}");
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        let one = Choice { places: vec![Place::new("Lejre")], ..Choice::default() };
        assert_eq!(all(&numbered, &one, &[View::Appeals], Lang::Da).len(), 1);
    }

    #[test]
    fn what_leaves_the_window_says_whose_it_is_and_what_was_computed() {
        let mut readings = fixture::three_appeals();
        readings.push(fixture::caseload_table());
        let numbered = fixture::numbered(&readings);
        for (name, mut chart) in all(&numbered, &Choice::default(), &View::ALL, Lang::Da) {
            complete(&mut chart, &numbered, &[]);
            let head = &chart.head;
            let told = head.subtitle.join(" ");
            assert!(told.contains(head.places[0].as_str()), "{name}: {told}");
            // The values of the other views say themselves which are computed.
            let silent = [View::Overview, View::Distance, View::Funnel, View::Heat, View::WhatIf];
            let said = head.notes.iter().any(|note| note.starts_with("Beregnet af Sidestil"));
            assert!(said || !silent.contains(&chart.view), "{name}: {:?}", head.notes);
        }
    }
}
