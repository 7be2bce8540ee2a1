//! Sentences that a table of the same item contradicts: the table has another value there, and the sentence's value
//! stands beside it, in another row or column. Then it is the sentence that was read wrongly, or says it wrongly.

use crate::model::figure::{Doubt, Figure, Measure, Place, Topic, Unit};
use crate::model::period::Period;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// All that a value is the value of, within an item.
type Key<'f> = (Option<u32>, &'f Topic, Option<&'f Place>, Option<Period>, &'f str, &'f Measure);

fn key(figure: &Figure) -> Key<'_> {
    let Figure { item, topic, place, period, scope, measure, .. } = figure;
    (*item, topic, place.as_ref(), *period, scope, measure)
}

fn is_of_table(figure: &Figure) -> bool {
    figure.source().is_some_and(|source| !source.heads.is_empty())
}

/// The values that tables give for certain.
fn tabled(figures: &[Figure]) -> FxHashMap<Key<'_>, Vec<f64>> {
    let mut tabled: FxHashMap<Key<'_>, Vec<f64>> = FxHashMap::default();
    for figure in figures.iter().filter(|figure| is_of_table(figure) && figure.is_certain()) {
        tabled.entry(key(figure)).or_default().push(figure.value);
    }
    tabled
}

/// How many values of a paragraph must say so before it is taken for one on another part of the decisions.
const PROVEN: usize = 3;

/// "Antallet er faldet fra 91 til 80. Landsgennemsnittet er 30", under a table of serviceloven alone, where the table above it
/// has just these numbers of all: the paragraph is of what that one shows.
pub fn settle(figures: &mut [Figure]) {
    let tabled = tabled(figures);
    let mut prose: Vec<usize> = (0..figures.len()).filter(|&at| !is_of_table(&figures[at])).collect();
    if tabled.is_empty() || prose.len() < PROVEN {
        return;
    }
    let passage = |at: usize| figures[at].source().map_or(0..0, |source| source.passage.range());
    prose.sort_by_key(|&at| passage(at).start);
    let paragraphs = prose
        .chunk_by(|&one, &next| figures[one].item == figures[next].item && passage(next).start <= passage(one).end + 1);
    let mut moved: Vec<(usize, String)> = Vec::new();
    for paragraph in paragraphs.filter(|paragraph| paragraph.len() >= PROVEN) {
        let scope = figures[paragraph[0]].scope.as_str();
        if paragraph.iter().any(|&at| figures[at].scope != scope) {
            continue;
        }
        let said = |at: usize, scope: &str| {
            let (item, topic, place, period, _, measure) = key(&figures[at]);
            let values = tabled.get(&(item, topic, place, period, scope, measure))?;
            Some(values.contains(&figures[at].value))
        };
        let contradicted = paragraph.iter().filter(|&&at| said(at, scope) == Some(false)).count();
        if contradicted < PROVEN {
            continue;
        }
        let fits = |other: &str| {
            let against = |&&at: &&usize| said(at, scope) == Some(false) && said(at, other) == Some(true);
            let kept = |&at: &usize| said(at, scope) == Some(true) && said(at, other) != Some(true);
            paragraph.iter().filter(against).count() >= PROVEN && !paragraph.iter().any(kept)
        };
        let mut others: Vec<&str> = tabled.keys().map(|key| key.4).filter(|other| *other != scope).collect();
        others.sort_unstable();
        others.dedup();
        let mut found = others.into_iter().filter(|other| fits(other));
        if let (Some(other), None) = (found.next(), found.next()) {
            moved.extend(paragraph.iter().map(|&at| (at, other.to_owned())));
        }
    }
    for (at, scope) in moved {
        figures[at].scope = scope;
    }
}

/// Marks what sentences say against a table. Figures must know their item.
pub fn doubt(figures: &mut [Figure]) {
    let tabled = tabled(figures);
    if tabled.is_empty() {
        return;
    }
    let mut by_value: FxHashMap<(Option<u32>, &Topic, u64), Vec<&Figure>> = FxHashMap::default();
    for figure in figures.iter().filter(|figure| is_of_table(figure) && figure.is_certain()) {
        by_value.entry((figure.item, &figure.topic, figure.value.to_bits())).or_default().push(figure);
    }
    let mut doubts: Vec<(usize, Doubt)> = Vec::new();
    for (at, figure) in figures.iter().enumerate().filter(|(_, figure)| !is_of_table(figure) && figure.is_certain()) {
        let other_value = tabled.get(&key(figure)).is_some_and(|values| values.iter().all(|v| *v != figure.value));
        let beside = by_value.get(&(figure.item, &figure.topic, figure.value.to_bits()));
        if let Some(beside) = beside.filter(|_| other_value) {
            doubts.extend(beside.iter().find_map(|other| only_difference(figure, other)).map(|doubt| (at, doubt)));
        }
    }
    // "Af dem om fleksjob var der to. Begge blev hjemvist": what the next sentence makes of it is no surer.
    let mut begins: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, figure) in figures.iter().enumerate().filter(|(_, figure)| !is_of_table(figure) && figure.is_certain()) {
        if let Some(source) = figure.source() {
            begins.entry(source.passage.start).or_default().push(at);
        }
    }
    let mut after: Vec<(usize, Doubt)> = Vec::new();
    for (at, doubt) in &doubts {
        let Some(source) = figures[*at].source() else { continue };
        let end = source.passage.end;
        let same = |next: &&usize| {
            let next = &figures[**next];
            next.scope == figures[*at].scope && next.unit == Unit::Count && next.value <= figures[*at].value
        };
        let next = begins.range(end..end + 3).flat_map(|(_, next)| next).filter(same);
        after.extend(next.map(|next| (*next, *doubt)));
    }
    for (at, doubt) in doubts.into_iter().chain(after) {
        if !figures[at].doubts.contains(&doubt) {
            figures[at].doubts.push(doubt);
        }
    }
}

/// The one thing in which two figures differ.
fn only_difference(one: &Figure, other: &Figure) -> Option<Doubt> {
    let differences = [
        (one.place != other.place, Doubt::Place),
        (one.period != other.period, Doubt::Period),
        (one.scope != other.scope, Doubt::Scope),
        (one.measure != other.measure, Doubt::Measure),
    ];
    let mut found = differences.into_iter().filter(|(differs, _)| *differs).map(|(_, doubt)| doubt);
    found.next().filter(|_| found.next().is_none())
}
