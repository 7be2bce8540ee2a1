//! Overblik: municipalities as columns, their key figures as rows, so that one look answers how each stands.

use crate::chart::appeals_rows::{self, Row};
use crate::chart::caseload_groups::{self, Caseload};
use crate::chart::colours::Colours;
use crate::chart::rate::Rate;
use crate::chart::select::{Shelf, wanted};
use crate::chart::sheet::{Cell, Head as Column, Line, Sheet, Tone};
use crate::chart::yardstick::{Judgement, in_words, judge};
use crate::chart::{Body, Chart, Choice, Goal, Head, View, table, words, yardstick};
use crate::lang::{Lang, number};
use crate::model::figure::{Place, Topic};
use crate::model::finding::Severity;
use crate::model::reading::{DocumentId, Reading};
use crate::stats::verdict::Verdict;

/// What one municipality shows.
struct Municipality<'a> {
    place: Place,
    appeals: Option<Row>,
    /// The caseloads, and which row of them is this municipality's.
    caseload: Option<(&'a Caseload, usize)>,
    /// Findings of its own documents, and how many of them change a conclusion; `None` without a document.
    findings: Option<(usize, usize)>,
}

/// Describes the table: of the chosen municipalities, or of all that have a document of their own.
#[must_use]
pub fn build(readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Chart {
    let appeals_shelf = Shelf::new(readings, &Topic::Appeals);
    let caseload_shelf = Shelf::new(readings, &Topic::Caseload);
    let places = places(readings, choice);
    let choice = Choice { places: places.clone(), ..choice.clone() };
    let rows = appeals_rows::rows(&appeals_shelf, &choice, lang);
    // The parts of the appeals are no target groups.
    let all_groups = Choice { scope: None, ..choice.clone() };
    let caseload = caseload_groups::describe(&caseload_shelf, &all_groups, lang);
    let told = places.into_iter().map(|place| Municipality {
        appeals: rows.iter().find(|row| row.place == place).cloned(),
        caseload: caseload.as_ref().and_then(|all| Some((all, all.rows.iter().position(|row| row.place == place)?))),
        findings: findings(readings, &place),
        place,
    });
    let told: Vec<Municipality> = told.collect();
    let empty = |one: &Municipality| one.appeals.is_none() && one.caseload.is_none();
    if told.iter().all(empty) {
        return Chart::empty(View::Overview, lang);
    }
    let colours = Colours::new(readings);
    let sheet = sheet(&told, &colours, &choice, lang);
    let cells = sheet.rows.iter().flat_map(|row| &row.cells).filter_map(Cell::figure);
    let sources = words::sources(lang, &appeals_shelf, rows.iter().flat_map(appeals_rows::figures).chain(cells));
    let first = rows.iter().map(|row| row.period.from.year).min();
    let last = rows.iter().map(|row| row.period.last_year()).max();
    let head = Head {
        title: lang.text("chart-overview-title"),
        subtitle: vec![lang.text(words::base(choice.base))],
        notes: notes(&rows, lang),
        sources,
        places: told.into_iter().map(|one| one.place).collect(),
        years: first.zip(last),
        ..Head::default()
    };
    Chart { view: View::Overview, lang, head, body: Body::Sheet(sheet) }
}

/// The chosen municipalities; else those with a document of their own; else all that have figures.
fn places(readings: &[(DocumentId, &Reading)], choice: &Choice) -> Vec<Place> {
    if !choice.places.is_empty() {
        return choice.places.clone();
    }
    let mut own: Vec<Place> = Vec::new();
    for (_, reading) in readings {
        let place = reading.extraction.meeting.municipality.clone().map(Place::new);
        let has_figures = reading.extraction.figures.iter().any(|figure| figure.place == place);
        own.extend(place.filter(|place| has_figures && !own.contains(place)));
    }
    if own.is_empty() {
        own = wanted(&Shelf::new(readings, &Topic::Appeals), choice);
    }
    own
}

fn findings(readings: &[(DocumentId, &Reading)], place: &Place) -> Option<(usize, usize)> {
    let own = readings
        .iter()
        .filter(|(_, reading)| reading.extraction.meeting.municipality.as_deref() == Some(place.as_str()))
        .filter(|(_, reading)| !reading.report.skipped);
    let mut counts: Option<(usize, usize)> = None;
    for (_, reading) in own {
        let (all, grave) = counts.unwrap_or_default();
        let findings = &reading.report.findings;
        let more = findings.iter().filter(|finding| finding.severity == Severity::A).count();
        counts = Some((all + findings.len(), grave + more));
    }
    counts
}

fn sheet(told: &[Municipality], colours: &Colours, choice: &Choice, lang: Lang) -> Sheet {
    let columns = told.iter().map(|one| Column {
        text: one.place.to_string(),
        small: one.appeals.as_ref().map_or_else(String::new, |row| crate::chart::appeals_words::subject(row, lang)),
        series: Some(colours.of(&one.place)),
    });
    let who = yardstick::name(choice, lang);
    let within = yardstick::within(choice, lang);
    let row = |key: &str, view: View, cell: &dyn Fn(&Municipality) -> Cell| Line {
        name: lang.text_with(key, &[("who", within.as_str().into())]),
        hint: lang.text(&key.replace("chart-overview", "term")),
        goal: Some(if key == "chart-overview-findings" { Goal::Checks } else { Goal::View(view) }),
        cells: told.iter().map(cell).collect(),
        ..Line::default()
    };
    let rows = vec![
        row("chart-overview-rate", View::Appeals, &|one| rate(one, lang)),
        row("chart-overview-distance", View::Distance, &|one| distance(one, (&who, &within), lang)),
        row("chart-overview-verdict", View::Funnel, &|one| verdict(one, &within, lang)),
        row("chart-overview-outcomes", View::Appeals, &|one| outcomes(one, lang)),
        row("chart-overview-caseload", View::Caseload, &|one| average(one, lang)),
        row("chart-overview-groups", View::Caseload, &|one| groups(one, lang)),
        row("chart-overview-findings", View::Overview, &|one| checked(one, lang)),
    ];
    Sheet { columns: columns.collect(), rows, compact: true, ..Sheet::default() }
}

/// Nothing is told of this municipality.
fn silent(one: &Municipality, key: &str, lang: Lang) -> Cell {
    let text = lang.text("chart-not-told");
    let name = format!("{}, {}: {text}", one.place, lang.text_with(key, &[("who", "".into())]).trim());
    Cell::missing(text, name)
}

fn rate(one: &Municipality, lang: Lang) -> Cell {
    let Some(row) = &one.appeals else { return silent(one, "chart-overview-rate", lang) };
    let (text, small, figure) = match &row.rate {
        Rate::Computed { percent, reversed, base, interval, figure } => {
            let of = table::of(lang, *reversed, *base);
            (words::percent(lang, *percent, 1), uncertain(lang, *interval, &of), *figure)
        }
        Rate::TooFew { reversed, base, figure } => {
            (table::of(lang, *reversed, *base), lang.text("chart-too-few"), *figure)
        }
        Rate::Printed { cases, interval, figure, .. } => {
            let of = lang.text_with("chart-printed-of", &[("n", number::format(lang, f64::from(*cases), 0).into())]);
            (
                row.printed.as_ref().map(|p| p.text.clone()).unwrap_or_default(),
                uncertain(lang, *interval, &of),
                Some(*figure),
            )
        }
        Rate::Unproven { figure, .. } => {
            let text = row.printed.as_ref().map(|printed| printed.text.clone()).unwrap_or_default();
            (text, lang.text("chart-unproven"), Some(*figure))
        }
        Rate::Absent => (lang.text("chart-no-rate"), lang.text("chart-overview-no-base"), None),
    };
    let name = spoken(one, row, &lang.text("chart-head-rate"), &format!("{text}, {small}"), lang);
    let mut cell = Cell { small, ..Cell::value(text, figure, name) };
    if let Some(printed) = row.printed.as_ref().filter(|printed| printed.differs) {
        let warning = lang.text_with("chart-printed", &[("rate", printed.text.as_str().into())]);
        cell.small = format!("{} · {warning}", cell.small);
    }
    cell
}

/// "24,4–36,4 · 67 af 223".
fn uncertain(lang: Lang, interval: (f64, f64), of: &str) -> String {
    format!("{} · {of}", table::between(lang, interval))
}

fn spoken(one: &Municipality, row: &Row, what: &str, value: &str, lang: Lang) -> String {
    format!("{} {}, {what}: {value}", one.place, words::period(lang, row.period))
}

fn distance(one: &Municipality, (who, within): (&str, &str), lang: Lang) -> Cell {
    let Some(row) = &one.appeals else { return silent(one, "chart-distance-title", lang) };
    let what = lang.text_with("chart-overview-distance", &[("who", within.into())]);
    let told = |text: String, small: String, figure| {
        let name = spoken(one, row, &what, &format!("{text}, {small}"), lang);
        Cell { small, ..Cell::value(text, figure, name) }
    };
    let Some(nation) = &row.nation else {
        let text = lang.text("chart-overview-no-yardstick");
        return Cell::missing(text.clone(), spoken(one, row, &what, &text, lang));
    };
    let level = lang.text_with(
        "chart-overview-level",
        &[
            ("who", who.into()),
            ("rate", nation.text.as_str().into()),
            ("period", words::period(lang, row.period).into()),
        ],
    );
    if !nation.ground.is_even() {
        let text = lang.text("chart-overview-not-even");
        let name = spoken(one, row, &what, &format!("{text}, {level}"), lang);
        let goal = nation.figure.map(Goal::Figure);
        return Cell { small: level, goal, ..Cell::missing(text, name) };
    }
    let own = match row.rate {
        Rate::Computed { percent, .. } | Rate::Printed { percent, .. } => percent,
        _ => return told("\u{2013}".to_owned(), level, nation.figure),
    };
    let text = lang.text_with("chart-points", &[("n", words::signed(lang, own - nation.percent, 1).into())]);
    told(text, level, nation.figure)
}

fn verdict(one: &Municipality, within: &str, lang: Lang) -> Cell {
    let Some(row) = &one.appeals else { return silent(one, "chart-overview-verdict", lang) };
    let judgement = judge(&row.rate, row.nation.as_ref());
    let text = in_words(judgement, within, lang);
    let what = lang.text("chart-overview-verdict");
    let (tone, small) = match judgement {
        Judgement::Said(verdict, p) => {
            let tone = match verdict {
                Verdict::Above => Tone::Above,
                Verdict::Below => Tone::Below,
                Verdict::NotDistinguishable | Verdict::TooFew => Tone::Plain,
            };
            (tone, p.map_or_else(String::new, |p| chance(p, lang)))
        }
        Judgement::Unlike | Judgement::Nothing => (Tone::Missing, String::new()),
    };
    let name = spoken(one, row, &what, format!("{text} {small}").trim(), lang);
    Cell { text, small, tone, goal: Some(Goal::View(View::Funnel)), name, bar: None }
}

/// "tilfældighed: 15 pct.", at most to a tenth of a percent.
fn chance(p: f64, lang: Lang) -> String {
    let percent = if p < 0.001 {
        format!("< {}", words::percent(lang, 0.1, 1))
    } else {
        words::percent(lang, p * 100.0, usize::from(p < 0.1))
    };
    lang.text_with("chart-overview-chance", &[("p", percent.into())])
}

fn outcomes(one: &Municipality, lang: Lang) -> Cell {
    let row = one.appeals.as_ref().and_then(|row| Some((row, row.outcomes?)));
    let Some((row, outcomes)) = row else { return silent(one, "chart-overview-outcomes", lang) };
    let parts = [outcomes.upheld.n, outcomes.remanded.n, outcomes.changed.n];
    let told =
        |key: &str, n: u32| format!("{}\u{a0}{}", number::format(lang, f64::from(n), 0), lang.text(key).to_lowercase());
    let keys = ["chart-upheld", "chart-remanded", "chart-overview-changed"];
    let mut words: Vec<String> = keys.into_iter().zip(parts).map(|(key, n)| told(key, n)).collect();
    words.extend(outcomes.dismissed.map(|dismissed| told("chart-dismissed", dismissed.n)));
    // A line ends behind a count's word and its dot, never between them.
    let small = words.join("\u{a0}\u{b7} ");
    let name = spoken(one, row, &lang.text("chart-head-outcomes"), &small, lang);
    Cell { small, bar: Some(parts), ..Cell::value("", outcomes.upheld.id, name) }
}

fn average(one: &Municipality, lang: Lang) -> Cell {
    let Some((all, at)) = one.caseload else { return silent(one, "chart-overview-caseload", lang) };
    let Some(totals) = all.totals.as_ref().map(|totals| &totals[at]).filter(|totals| totals.average.is_some()) else {
        return silent(one, "chart-overview-caseload", lang);
    };
    let printed = |value: caseload_groups::Value| number::format(lang, value.value, usize::from(value.decimals));
    let text = totals.average.map(printed).unwrap_or_default();
    let small = match (totals.cases, totals.staff) {
        (Some(cases), Some(staff)) => lang
            .text_with("chart-overview-staff", &[("cases", printed(cases).into()), ("staff", printed(staff).into())]),
        _ => String::new(),
    };
    let period = words::period(lang, all.rows[at].period);
    let name = format!("{} {period}, {}: {text} {small}", one.place, lang.text("chart-overview-caseload"));
    let small = if small.is_empty() { period } else { format!("{period}: {small}") };
    Cell { small, ..Cell::value(text, totals.average.map(|value| value.figure), name) }
}

/// How many of the groups that a guideline speaks of lie above it.
fn groups(one: &Municipality, lang: Lang) -> Cell {
    let Some((all, at)) = one.caseload else { return silent(one, "chart-overview-groups", lang) };
    let compared = all.groups.iter().filter_map(|group| Some((group, group.values[at]?, group.range.as_ref()?)));
    let compared: Vec<_> = compared.collect();
    if compared.is_empty() {
        return silent(one, "chart-overview-groups", lang);
    }
    let above: Vec<_> = compared.iter().filter(|(_, value, range)| value.value > range.high.value).collect();
    let text = table::of(lang, above.len() as u32, compared.len() as u32);
    let names: Vec<&str> = above.iter().map(|(group, ..)| group.name.as_str()).collect();
    let name = format!("{}, {}: {text} {}", one.place, lang.text("chart-overview-groups"), names.join(", "));
    let figure = above.first().map(|(_, value, _)| value.figure);
    let goal = figure.map_or(Goal::View(View::Caseload), Goal::Figure);
    Cell { text, name, goal: Some(goal), ..Cell::default() }
}

fn checked(one: &Municipality, lang: Lang) -> Cell {
    let Some((all, grave)) = one.findings else { return silent(one, "chart-overview-findings", lang) };
    let text = number::format(lang, all as f64, 0);
    let small = match grave {
        0 => String::new(),
        n => lang.text_with("chart-overview-grave", &[("n", n.into())]),
    };
    let tone = if grave > 0 { Tone::Warn } else { Tone::Plain };
    let said = if small.is_empty() { text.clone() } else { format!("{text}, {small}") };
    let name = format!("{}, {}: {said}", one.place, lang.text("chart-overview-findings"));
    Cell { text, small, tone, goal: Some(Goal::Checks), name, bar: None }
}

/// What must be known here; each view says the rest about its own figures.
fn notes(rows: &[Row], lang: Lang) -> Vec<String> {
    let mut notes = crate::chart::appeals_notes::unlike(rows, lang);
    if rows.iter().any(|row| row.nation.as_ref().is_some_and(|nation| nation.ground.is_even())) {
        notes.push(lang.text("chart-note-verdict"));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{caseload_table, many, numbered, three_appeals};

    fn described(readings: &[Reading], choice: &Choice) -> Sheet {
        match build(&numbered(readings), choice, Lang::Da).body {
            Body::Sheet(sheet) => sheet,
            body => panic!("{body:?}"),
        }
    }

    #[test]
    fn three_municipalities_in_one_look() {
        let mut readings = three_appeals();
        readings.push(caseload_table());
        let sheet = described(&readings, &Choice::default());
        let heads: Vec<&str> = sheet.columns.iter().map(|head| head.text.as_str()).collect();
        assert_eq!(heads, ["Rødovre", "Lejre", "Hvidovre"]);
        let text =
            |row: usize| sheet.rows[row].cells.iter().map(|cell| cell.text.replace('\u{a0}', " ")).collect::<Vec<_>>();
        assert_eq!(text(0), ["30,0 pct.", "35,2 pct.", "18,6 pct."]);
        assert_eq!(text(1), ["kan ikke sammenlignes", "+4,7 point", "\u{2212}13,2 point"]);
        assert_eq!(text(2), ["andet eller ukendt grundlag", "ikke til at skelne fra hele landet", "under hele landet"]);
        assert_eq!(sheet.rows[3].cells[0].bar, Some([156, 48, 19]));
        assert_eq!((text(4)[1].as_str(), text(4)[2].as_str()), ("ikke oplyst", "48,5"));
        assert_eq!(text(5)[2], "3 af 3");
        let cells = || sheet.rows.iter().flat_map(|row| &row.cells);
        assert!(cells().all(|cell| !cell.name.is_empty()), "each cell has a name");
        assert!(sheet.rows.iter().all(|row| row.goal.is_some()), "each row leads to its view");
    }

    #[test]
    fn ninety_eight_municipalities_are_columns_too() {
        let readings = many(98, 1);
        let sheet = described(&readings, &Choice::default());
        assert_eq!(sheet.columns.len(), 98);
        assert!(sheet.rows.iter().all(|row| row.cells.len() == 98));
    }
}
