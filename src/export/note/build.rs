//! The note of the open documents: theme by theme, what is compared, the chart, the numbers, and what to ask.

use super::material::{Material, Subject};
use super::{Amount, Block, Note, Sentence, numbers, sentences};
use crate::chart::{self, Body, Chart, Choice, Head, View, alone, words};
use crate::model::figure::{Place, Topic};

/// Beyond so many municipalities a chart is too high for a page of a note.
const MOST_PLACES: usize = 10;

/// The note in this fullness; `None` where no view has anything to show.
#[must_use]
pub fn build(material: &Material<'_>, amount: Amount) -> Option<Note> {
    let lang = material.lang;
    let themes: Vec<Theme> = themes(material).into_iter().take(amount.themes).collect();
    if themes.is_empty() {
        return None;
    }
    let mut note = Note { lang, blocks: Vec::new(), charts: Vec::new(), told: Vec::new(), foot: foot(material) };
    note.blocks.push(Block::Title(lang.text("note-title")));
    note.blocks.push(Block::Lead(lead(material)));
    let mut left = 0;
    for told in &themes {
        left += theme(&mut note, material, told, amount);
    }
    if left > 0 {
        let text = lang.text_with("note-left-out", &[("n", left.into())]);
        note.blocks.push(Block::Text(Sentence { text, source: String::new() }));
    }
    Some(note)
}

/// A view that the note tells of.
struct Theme {
    view: View,
    /// Drawn, with few enough municipalities for a page.
    shown: Chart,
    /// What the numbers are compared among: the main chart of the topic.
    all: Chart,
}

/// The views that a note tells of, the chosen one first, then the main ones of the other topics. A chosen part of the
/// appeals (a law, a paragraph) makes the note one about appeals.
fn views(choice: &Choice) -> Vec<View> {
    let chosen = match choice.view {
        // A table of everything is no theme, and every other topic has its own measures.
        View::Overview | View::Indicators => View::Appeals,
        // Tables of all groups are too wide for a page.
        View::Heat | View::WhatIf => View::Caseload,
        view => view,
    };
    let mut views = vec![chosen];
    let about_appeals = choice.scope.is_some();
    for view in [View::Appeals, View::Caseload, View::Series] {
        let told = chosen.is_appeals() == view.is_appeals() && view != View::Series;
        if view != chosen && !told && (view.is_appeals() || !about_appeals) {
            views.push(view);
        }
    }
    views
}

/// The main chart of a view's topic: its numbers are those that matter.
fn main_of(view: View) -> View {
    match view {
        View::Series => View::Series,
        view if view.is_appeals() => View::Appeals,
        _ => View::Caseload,
    }
}

/// The views that have something to show, with few enough municipalities.
fn themes(material: &Material<'_>) -> Vec<Theme> {
    let (readings, lang) = (material.readings, material.lang);
    let filled = views(material.choice).into_iter().filter_map(|view| {
        // The parts of the appeals and the target groups of caseloads have nothing in common.
        let scope = material.choice.scope.clone().filter(|_| view.is_appeals());
        let choice = Choice { view, scope, ..material.choice.clone() };
        let mut shown = chart::build(readings, &choice, lang);
        if matches!(shown.body, Body::Empty(_)) {
            return None;
        }
        let all = chart::build(readings, &Choice { view: main_of(view), ..choice.clone() }, lang);
        // Unless others are asked for, the documents' own municipalities are what the note is about.
        let told = shown.head.places.clone();
        let mut own = own(&all);
        own.retain(|place| told.contains(place));
        let places = if material.choice.places.is_empty() && own.len() > 1 { own } else { told.clone() };
        let places: Vec<Place> = places.into_iter().take(MOST_PLACES).collect();
        let more = told.len() - places.len();
        if more > 0 {
            shown = chart::build(readings, &Choice { places, ..choice }, lang);
            shown.head.notes.push(lang.text_with("note-more-places", &[("n", more.into())]));
        }
        alone::whose(&mut shown);
        alone::locate(&mut shown, readings);
        Some(Theme { view, shown, all })
    });
    filled.collect()
}

/// The municipalities of a chart that have documents of their own.
fn own(chart: &Chart) -> Vec<Place> {
    match &chart.body {
        Body::Appeals(appeals) => {
            let mut own: Vec<Place> = appeals.rows.iter().filter(|row| row.own).map(|row| row.place.clone()).collect();
            own.dedup();
            own
        }
        Body::Caseload(caseload) => caseload.rows.iter().filter(|row| row.own).map(|row| row.place.clone()).collect(),
        _ => Vec::new(),
    }
}

fn lead(material: &Material<'_>) -> String {
    let mut meetings: Vec<String> = Vec::new();
    for (_, reading) in material.readings {
        let meeting = &reading.extraction.meeting;
        let told = match (&meeting.municipality, meeting.date) {
            (Some(municipality), Some(day)) => format!("{municipality} {}", words::date(material.lang, day)),
            _ => reading.document.name.clone(),
        };
        // Two documents of one meeting are one meeting.
        if !meetings.contains(&told) {
            meetings.push(told);
        }
    }
    let list = words::list(material.lang, &meetings, 6);
    material.lang.text_with("note-lead", &[("meetings", list.into())])
}

fn foot(material: &Material<'_>) -> String {
    let day = words::date(material.lang, material.today);
    material.lang.text_with("note-foot", &[("date", day.into())])
}

/// One theme; how many sentences it had no room for.
fn theme(note: &mut Note, material: &Material<'_>, theme: &Theme, amount: Amount) -> usize {
    let lang = material.lang;
    let (view, chart) = (theme.view, &theme.shown);
    let subject = Subject::new(material, chart, &topic(view));
    note.blocks.push(Block::Theme(chart.head.title.clone()));
    for line in &chart.head.subtitle {
        let text = if line.ends_with('.') { line.clone() } else { format!("{line}.") };
        note.blocks.push(Block::Text(Sentence { text, source: String::new() }));
    }
    let numbers = numbers::of(&theme.all, |id| subject.source_of(id));
    if !numbers.is_empty() {
        note.blocks.push(Block::Numbers(numbers));
    }
    note.blocks.push(Block::Chart(note.charts.len()));
    let kept = Head { places: chart.head.places.clone(), by_hand: chart.head.by_hand.clone(), ..Head::default() };
    note.charts.push(Chart { head: kept, ..chart.clone() });
    // Under the chart: the documents and places that it, and the sentences about it, stand on.
    let sources = lang.text_with("chart-sources", &[("list", chart.head.sources.join("; ").into())]);
    note.blocks.push(Block::Text(Sentence { text: String::new(), source: sources.trim_end_matches('.').to_owned() }));
    let remarks = chart.head.notes.iter().map(|text| Sentence { text: text.clone(), source: String::new() });
    let mut left = 0;
    // The same findings would be told twice where two views show one topic.
    let told_before = note.told.contains(&subject.topic);
    note.told.push(subject.topic.clone());
    let parts = [
        ("chart-notes", remarks.collect(), amount.notes),
        ("note-claims", if told_before { Vec::new() } else { sentences::claims(&subject, lang) }, amount.claims),
        (
            "note-decisions",
            if told_before { Vec::new() } else { sentences::decisions(&subject, lang) },
            amount.decisions,
        ),
        ("note-missing", if told_before { Vec::new() } else { sentences::missing(&subject, lang) }, amount.missing),
        (
            "note-questions",
            if told_before { Vec::new() } else { sentences::questions(&subject, lang) },
            amount.questions,
        ),
    ];
    for (key, sentences, most) in parts {
        if sentences.is_empty() {
            continue;
        }
        note.blocks.push(Block::Heading(lang.text(key)));
        left += sentences.len().saturating_sub(most);
        note.blocks.extend(sentences.into_iter().take(most).map(Block::Bullet));
    }
    left
}

fn topic(view: View) -> Topic {
    if view.is_appeals() { Topic::Appeals } else { Topic::Caseload }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_follow_the_choice() {
        use View::{Appeals, Caseload, Distance, Funnel, Heat, Indicators, Overview, Series, Staffing};
        for (view, scope, told) in [
            (Overview, None, &[Appeals, Caseload, Series][..]),
            (Indicators, None, &[Appeals, Caseload, Series]),
            (Appeals, None, &[Appeals, Caseload, Series]),
            (Caseload, None, &[Caseload, Appeals, Series]),
            (Heat, None, &[Caseload, Appeals, Series]),
            (Staffing, None, &[Staffing, Appeals, Series]),
            (Distance, None, &[Distance, Caseload, Series]),
            (Series, None, &[Series, Caseload]),
            (Funnel, Some("SEL"), &[Funnel, Series]),
        ] {
            let choice = Choice { view, scope: scope.map(str::to_owned), ..Choice::default() };
            assert_eq!(views(&choice), told, "{view:?}");
        }
    }
}
