//! What stands in the charts on caseloads: municipalities, target groups with their values, and the guideline range that
//! fits each.

use crate::chart::select::{Picked, Shelf, Subject};
use crate::chart::{Choice, PeriodChoice, words};
use crate::data::guidelines::{self, Fit};
use crate::lang::{Lang, number};
use crate::model::figure::{Measure, Place};
use crate::model::period::Period;
use crate::model::reading::{DocumentId, FigureId};
use crate::text::capital::capital;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The scope of all groups together.
const ALL: &str = "Alle";

/// The description of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Caseload {
    /// The municipalities, in the order of every panel.
    pub rows: Vec<Municipality>,
    /// One panel each: first what most documents tell, else in the order of the documents.
    pub groups: Vec<Group>,
    /// Total cases, staff and average; `None` where no document tells any of them.
    pub totals: Option<Vec<Totals>>,
    /// The rows of the panel of the totals, as [`Group::rows`].
    pub total_rows: Vec<usize>,
    /// Guidelines that draw no band anywhere, and why they do not.
    pub joint: Vec<Range>,
}

/// One municipality of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    pub place: Place,
    /// True for a municipality whose own document is open.
    pub own: bool,
    /// The number of its colour.
    pub series: u8,
    pub period: Period,
}

/// One target group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// As printed.
    pub name: String,
    /// One for each municipality; `None` where it is not told.
    pub values: Vec<Option<Value>>,
    /// The municipalities of its panel: those that tell it, and those for which it is missing, since a document that
    /// tells of them tells it of others. All that were chosen, where some were.
    pub rows: Vec<usize>,
    pub range: Option<Range>,
}

/// A number as it was printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    pub value: f64,
    pub decimals: u8,
    pub figure: FigureId,
}

/// A guideline range.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Whom it is for, as printed.
    pub label: String,
    pub issuer: Place,
    pub low: Value,
    pub high: Value,
    /// The group holds more people than the guideline speaks of.
    pub narrower: bool,
    /// Where it is quoted: "Hvidovre, 5.9.2022".
    pub quoted: String,
}

/// All groups of one municipality together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    pub cases: Option<Value>,
    pub staff: Option<Value>,
    pub average: Option<Value>,
}

impl Totals {
    fn values(&self) -> impl Iterator<Item = Value> + use<> {
        [self.cases, self.staff, self.average].into_iter().flatten()
    }
}

/// "35–50".
#[must_use]
pub fn span(lang: Lang, range: &Range) -> String {
    let end = |value: Value| number::format(lang, value.value, usize::from(value.decimals));
    format!("{}\u{2013}{}", end(range.low), end(range.high))
}

/// The caseloads that the choice asks for; `None` where there are none.
pub(crate) fn describe(shelf: &Shelf, choice: &Choice, lang: Lang) -> Option<Caseload> {
    let issuers: Vec<&Place> = shelf.places().iter().filter(|place| is_issuer(shelf, place)).collect();
    let ranges: Vec<Range> = issuers.iter().flat_map(|issuer| ranges(shelf, issuer, lang)).collect();
    let wanted = wanted(shelf, choice, &issuers);
    let rows: Vec<Municipality> = wanted
        .iter()
        .filter_map(|place| {
            let period = newest(shelf, place, choice)?;
            Some(Municipality { place: place.clone(), own: shelf.is_own(place), series: 0, period })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut groups = groups(shelf, &rows, &ranges);
    let totals: Vec<Totals> = rows.iter().map(|row| totals(shelf, row)).collect();
    let papers = |n: usize| {
        let told = groups.iter().filter_map(move |group| group.values[n]).chain(totals[n].values());
        told.map(|value| value.figure.document).collect::<BTreeSet<_>>()
    };
    let papers: Vec<BTreeSet<DocumentId>> = (0..rows.len()).map(papers).collect();
    let shown = |documents: &BTreeSet<DocumentId>| -> Vec<usize> {
        let all = !choice.places.is_empty();
        (0..rows.len()).filter(|&n| all || !papers[n].is_disjoint(documents)).collect()
    };
    for group in &mut groups {
        group.rows = shown(&documents(group));
    }
    let total_rows = shown(&totals.iter().flat_map(Totals::values).map(|value| value.figure.document).collect());
    if let Some(scope) = &choice.scope {
        let wanted = scope.to_lowercase();
        groups.retain(|group| group.name.to_lowercase() == wanted);
    }
    let joint = ranges.into_iter().filter(|range| is_joint(range, &groups)).collect();
    for group in &mut groups {
        group.name = capital(&group.name);
    }
    let totals = totals.iter().any(|totals| *totals != Totals::default()).then_some(totals);
    Some(Caseload { rows, groups, totals, total_rows, joint })
}

/// The documents that tell a group.
fn documents(group: &Group) -> BTreeSet<DocumentId> {
    group.values.iter().flatten().map(|value| value.figure.document).collect()
}

/// A place that only issues guidelines.
fn is_issuer(shelf: &Shelf, place: &Place) -> bool {
    shelf.subjects(place).any(|subject| shelf.get(subject, &Measure::RecommendedHigh).is_some())
}

/// The chosen municipalities, or all: those with a document of their own first, the others by the alphabet.
fn wanted(shelf: &Shelf, choice: &Choice, issuers: &[&Place]) -> Vec<Place> {
    if !choice.places.is_empty() {
        return choice.places.clone();
    }
    let municipal = |place: &&Place| **place != Place::NATION && !issuers.contains(place);
    let mut places: Vec<Place> = shelf.places().iter().filter(municipal).cloned().collect();
    places.sort_by_key(|place| (!shelf.is_own(place), words::alphabet(place.as_str())));
    places
}

/// The newest period in which a place has caseloads.
fn newest(shelf: &Shelf, place: &Place, choice: &Choice) -> Option<Period> {
    let measures = [Measure::CasesPerFte, Measure::TotalCases, Measure::Fte];
    let told = shelf.subjects(place).filter(|subject| {
        let fits = match choice.period {
            PeriodChoice::Newest | PeriodChoice::Shared => true,
            PeriodChoice::Year(year) => subject.period.last_year() == year,
        };
        fits && measures.iter().any(|measure| shelf.get(subject, measure).is_some())
    });
    told.map(|subject| subject.period).max_by_key(|period| (period.last_year(), *period))
}

fn value(picked: Picked) -> Value {
    Value { value: picked.figure.value, decimals: picked.figure.decimals, figure: picked.id }
}

/// The guideline ranges of an issuer: of each label the newest that is quoted.
fn ranges(shelf: &Shelf, issuer: &Place, lang: Lang) -> Vec<Range> {
    let mut ranges: Vec<Range> = Vec::new();
    for label in shelf.scopes() {
        let newest = shelf.subjects(issuer).filter(|subject| subject.scope == *label).max_by_key(|s| s.period);
        let Some(subject) = newest else { continue };
        let low = shelf.get(subject, &Measure::RecommendedLow);
        let (Some(low), Some(high)) = (low, shelf.get(subject, &Measure::RecommendedHigh)) else { continue };
        let reading = shelf.reading(low.id.document);
        ranges.push(Range {
            label: label.clone(),
            issuer: issuer.clone(),
            low: value(low),
            high: value(high),
            narrower: false,
            quoted: reading.map(|reading| words::meeting(lang, reading)).unwrap_or_default(),
        });
    }
    ranges
}

/// The target groups: every scope that a municipality has a caseload for, apart from the whole and from the labels
/// of guidelines, beside which minutes like to repeat their own numbers.
fn groups(shelf: &Shelf, rows: &[Municipality], ranges: &[Range]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for scope in shelf.scopes().iter().filter(|scope| *scope != ALL) {
        let values: Vec<Option<Value>> = rows.iter().map(|row| at(shelf, row, scope, &Measure::CasesPerFte)).collect();
        // "Sygedagpenge" in one document is "sygedagpenge" in the sentence of another.
        match groups.iter_mut().find(|group| group.name.to_lowercase() == scope.to_lowercase()) {
            Some(known) => known.take_up(scope, &values),
            None => {
                groups.push(Group { name: scope.clone(), values, rows: Vec::new(), range: best(scope, ranges) });
            }
        }
    }
    groups.retain(|group| told(group) > 0);
    let labels = |group: &Group| ranges.iter().any(|range| range.label == group.name);
    if groups.iter().any(|group| !labels(group)) {
        groups.retain(|group| !labels(group));
    }
    // "aktivitetsparate" in a sentence is the table's "Aktivitetsparate + Revalidender": not a group of its own.
    let echo = |group: &Group| {
        let name = group.name.to_lowercase();
        groups.iter().any(|other| {
            let longer = other.name.to_lowercase();
            longer != name && longer.contains(&name) && told(other) > told(group)
        })
    };
    let echoes: Vec<String> = groups.iter().filter(|group| echo(group)).map(|group| group.name.clone()).collect();
    groups.retain(|group| !echoes.contains(&group.name));
    // What can be put side by side comes first.
    groups.sort_by_key(|group| Reverse(documents(group).len()));
    groups
}

impl Group {
    /// Adds what is told under a name that differs in its capitals alone.
    fn take_up(&mut self, name: &str, values: &[Option<Value>]) {
        for (known, value) in self.values.iter_mut().zip(values) {
            *known = known.or(*value);
        }
        if self.name.starts_with(char::is_lowercase) {
            name.clone_into(&mut self.name);
        }
    }
}

/// How many municipalities tell a group.
pub(crate) fn told(group: &Group) -> usize {
    group.values.iter().flatten().count()
}

fn at(shelf: &Shelf, row: &Municipality, scope: &str, measure: &Measure) -> Option<Value> {
    let subject = Subject { place: row.place.clone(), period: row.period, scope: scope.to_owned() };
    shelf.get(&subject, measure).map(value)
}

/// The guideline that speaks of a group: exactly, or of a part of it.
fn best(group: &str, ranges: &[Range]) -> Option<Range> {
    let fits = ranges.iter().filter_map(|range| match guidelines::fit(&range.label, group) {
        Fit::Fits { narrower } => Some(Range { narrower, ..range.clone() }),
        Fit::Joint | Fit::Apart => None,
    });
    fits.min_by_key(|range| range.narrower)
}

/// True where a guideline speaks of groups that the chart shows apart, and of none alone.
fn is_joint(range: &Range, groups: &[Group]) -> bool {
    let fit = |group: &Group| guidelines::fit(&range.label, &group.name);
    groups.iter().any(|group| fit(group) == Fit::Joint)
        && !groups.iter().any(|group| matches!(fit(group), Fit::Fits { .. }))
}

fn totals(shelf: &Shelf, row: &Municipality) -> Totals {
    let at = |measure| at(shelf, row, ALL, &measure);
    Totals { cases: at(Measure::TotalCases), staff: at(Measure::Fte), average: at(Measure::CasesPerFte) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{caseload_table, figure, numbered, reading};
    use crate::model::figure::Topic;
    use crate::model::reading::Reading;

    fn caseload(readings: &[Reading]) -> Caseload {
        let shelf = Shelf::new(&numbered(readings), &Topic::Caseload);
        describe(&shelf, &Choice::default(), Lang::Da).unwrap()
    }

    #[test]
    fn groups_municipalities_and_missing_cells() {
        let chart = caseload(&[caseload_table()]);
        let places: Vec<_> = chart.rows.iter().map(|row| row.place.as_str()).collect();
        assert_eq!(places[..3], ["Hvidovre", "Albertslund", "Brøndby"]);
        assert_eq!(places.len(), 9);
        assert_eq!(chart.groups.len(), 7);
        let group = |name: &str| chart.groups.iter().find(|group| group.name == name).unwrap();
        let missing = group("Borgere i ressourceforløb");
        assert_eq!(told(missing), 7);
        let at = |place: &str| places.iter().position(|name| *name == place).unwrap();
        assert_eq!(missing.values[at("Herlev")], None);
        assert_eq!(missing.values[at("Hvidovre")].map(|value| value.value), Some(35.0));
        assert_eq!(chart.totals.as_ref().unwrap()[0].average.map(|value| value.value), Some(48.5));
    }

    #[test]
    fn documents_are_put_side_by_side() {
        let load = |place: &str, group: &str, value| figure(place, "2022", group, Measure::CasesPerFte, value, 0);
        let rebild = [load("Rebild", "Ungeteamet", 26.0), load("Rebild", "sygedagpenge", 52.0)];
        let varde = [
            load("Varde", "Fleksjob", 141.0),
            load("Varde", "Sygedagpenge", 56.0),
            load("Esbjerg", "Sygedagpenge", 49.0),
        ];
        let readings = [
            reading("Rebild", "2022-09-05", rebild.to_vec(), Vec::new()),
            reading("Varde", "2022-10-03", varde.to_vec(), Vec::new()),
        ];
        let shown = |choice: &Choice| {
            let chart = describe(&Shelf::new(&numbered(&readings), &Topic::Caseload), choice, Lang::Da).unwrap();
            let place = |row: &usize| chart.rows[*row].place.to_string();
            let groups = chart.groups.iter();
            groups.map(|g| (g.name.clone(), told(g), g.rows.iter().map(place).collect::<Vec<_>>().join(" "))).collect()
        };
        let expected = |groups: &[(&str, usize, &str)]| -> Vec<(String, usize, String)> {
            groups.iter().map(|(name, told, rows)| ((*name).to_owned(), *told, (*rows).to_owned())).collect()
        };
        let all: Vec<(String, usize, String)> = shown(&Choice::default());
        assert_eq!(
            all,
            expected(&[
                ("Sygedagpenge", 3, "Rebild Varde Esbjerg"),
                ("Fleksjob", 1, "Varde Esbjerg"),
                ("Ungeteamet", 1, "Rebild"),
            ])
        );
        // Who asks for two municipalities is told what one of them does not say.
        let places = vec![Place::new("Rebild"), Place::new("Varde")];
        let chosen: Vec<(String, usize, String)> = shown(&Choice { places, ..Choice::default() });
        assert_eq!(chosen[2], ("Ungeteamet".to_owned(), 1, "Rebild Varde".to_owned()));
    }

    #[test]
    fn bands_only_where_a_guideline_fits() {
        let chart = caseload(&[caseload_table()]);
        let bands: Vec<_> = chart
            .groups
            .iter()
            .filter_map(|group| Some((group.name.as_str(), group.range.as_ref()?)))
            .map(|(name, range)| (name, range.low.value, range.high.value, range.narrower))
            .collect();
        assert_eq!(
            bands,
            [
                ("Almindelige sygedagpenge", 35.0, 50.0, false),
                ("Jobparate, Integration", 35.0, 55.0, true),
                ("Aktivitetsparate + Revalidender", 30.0, 50.0, true)
            ]
        );
        let joint: Vec<_> = chart.joint.iter().map(|range| range.label.as_str()).collect();
        assert_eq!(joint, ["Ressourceforløb, fleksjob mm"]);
    }
}
