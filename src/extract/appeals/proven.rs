//! What a table's own sums prove: that empty cells are zeros, and that guessed columns are right.

use crate::model::figure::{Doubt, Figure, Gap, GapKind, Measure, Unit};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::collections::BTreeMap;
use std::hash::BuildHasher;

/// Outcomes that make up a hundred in each row, as whole percentages do, are doubted as counts: two rows of just a hundred
/// cases each are hardly met.
pub fn doubt_hundreds(figures: &mut [Figure]) {
    let key = |f: &Figure| (f.place.clone(), f.period, f.scope.clone());
    let mut sums: BTreeMap<_, f64> = BTreeMap::new();
    for figure in figures.iter().filter(|f| is_count(&f.measure)) {
        *sums.entry(key(figure)).or_default() += figure.value;
    }
    if sums.len() < 2 || sums.values().any(|sum| (sum - 100.0).abs() > 1.0) {
        return;
    }
    for figure in figures.iter_mut().filter(|f| is_count(&f.measure) && !f.doubts.contains(&Doubt::Measure)) {
        figure.doubts.push(Doubt::Measure);
        figure.doubts.sort_unstable();
    }
}

/// The counts that the tables of an item have told for certain so far: where the last one of each key stands, by the
/// key's hash.
#[derive(Debug, Default)]
pub(super) struct Told {
    last: FxHashMap<u64, usize>,
    seen: usize,
}

impl Told {
    /// "Tabel 2: Heraf Ungegruppen": a table that says something else of what another table of the item told before is of
    /// another part of the decisions, which nobody knows. `told` are all figures of the tables before; what stood there at
    /// the last call is still the same.
    pub fn doubt_second(&mut self, told: &[Figure], found: &mut [Figure]) {
        let key = |f: &Figure| FxBuildHasher.hash_one((&f.place, f.period, &f.scope, &f.measure));
        for (at, figure) in told.iter().enumerate().skip(self.seen) {
            if figure.is_certain() && figure.unit == Unit::Count {
                self.last.insert(key(figure), at);
            }
        }
        self.seen = told.len();
        let again = found.iter().filter(|f| f.unit == Unit::Count).filter_map(|f| {
            let before = &told[*self.last.get(&key(f))?];
            let same = (&before.place, before.period, &before.scope, &before.measure)
                == (&f.place, f.period, &f.scope, &f.measure);
            same.then_some(before.value == f.value)
        });
        let (same, other): (Vec<bool>, Vec<bool>) = again.partition(|same| *same);
        if other.len() >= 3 && other.len() > 2 * same.len() {
            for figure in found {
                figure.doubt(Doubt::Scope);
            }
        }
    }
}

/// An empty cell is a zero where the outcomes that are printed already make up the total.
pub fn settle_blanks(figures: &[Figure], gaps: &mut [Gap]) {
    for gap in gaps {
        if gap.kind != GapKind::Blank || !is_count(&gap.measure) {
            continue;
        }
        let same = |f: &&Figure| f.place == gap.place && f.period == gap.period && f.scope == gap.scope;
        let parts: f64 = figures.iter().filter(same).filter(|f| is_count(&f.measure)).map(|f| f.value).sum();
        let total = figures.iter().filter(same).find(|f| matches!(f.measure, Measure::Decided | Measure::Considered));
        if total.is_some_and(|total| (total.value - parts).abs() < 0.5) {
            gap.kind = GapKind::BlankIsZero;
        }
    }
}

/// Do the outcomes of every line make up its total, its shares a hundred, or its reversals the rate? Then guessed
/// columns are proven.
#[must_use]
pub fn sums_close(figures: &[Figure]) -> bool {
    let mut lines: BTreeMap<_, Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        lines.entry((figure.place.as_ref(), figure.period, figure.scope.as_str())).or_default().push(figure);
    }
    let closes = |line: &Vec<&Figure>| -> bool {
        let sum = |wanted: &dyn Fn(&Measure) -> bool| {
            line.iter().filter(|f| wanted(&f.measure)).map(|f| f.value).sum::<f64>()
        };
        // What was reversed is a part of the total only where it is not parted itself.
        let parted = line.iter().any(|f| matches!(f.measure, Measure::Changed | Measure::Remanded));
        let is_count = |measure: &Measure| is_count(measure) || (*measure == Measure::Reversed && !parted);
        let counts = line.iter().filter(|f| is_count(&f.measure)).count();
        let shares = line.iter().filter(|f| is_share(&f.measure)).count();
        let total = line.iter().find(|f| matches!(f.measure, Measure::Decided | Measure::Considered));
        let counted = counts >= 2 && total.is_some_and(|total| (sum(&is_count) - total.value).abs() < 0.5);
        counted || rate_closes(line) || (counts == 0 && shares >= 3 && (sum(&is_share) - 100.0).abs() <= 1.0)
    };
    !lines.is_empty() && lines.values().all(closes)
}

/// Is reversed / considered the printed rate, to its last digit? A single small number could do that by chance.
fn rate_closes(line: &[&Figure]) -> bool {
    let value = |measure: Measure| line.iter().find(|f| f.measure == measure).map(|f| f.value);
    let rate = line.iter().find(|f| f.measure == Measure::ReversalRate);
    let parts = value(Measure::Reversed).zip(value(Measure::Considered));
    rate.zip(parts).is_some_and(|(rate, (reversed, considered))| {
        let step = 10_f64.powi(-i32::from(rate.decimals));
        considered >= 20.0 && (100.0 * reversed / considered - rate.value).abs() <= 0.51 * step
    })
}

/// "Stadfæstet | Hjemvist | Omgjort": beside what was remanded, "omgjort" is what was changed, unless the totals show
/// that the remanded cases are a part of it.
pub fn settle_reversed(figures: &mut [Figure]) {
    use Measure::{Changed, ChangedRate, Considered, Decided, Dismissed, Remanded, Reversed, Upheld};
    let value = |line: &Figure, measure: &Measure| {
        let same = |f: &&Figure| f.place == line.place && f.period == line.period && f.scope == line.scope;
        figures.iter().filter(same).find(|f| f.measure == *measure).map(|f| f.value)
    };
    let beside = figures.iter().any(|f| f.measure == Remanded) && !figures.iter().any(|f| f.measure == Changed);
    let reversed = || figures.iter().filter(|f| f.measure == Reversed);
    if !beside || reversed().next().is_none() {
        return;
    }
    // What is missing of each line's total if remanded cases are counted apart, and if they are a part.
    let closes = |apart: bool| {
        reversed().any(|line| {
            let part = |measure: &Measure| value(line, measure).unwrap_or(0.0);
            let sum = part(&Upheld) + line.value + if apart { part(&Remanded) } else { 0.0 };
            let total = value(line, &Decided).or(value(line, &Considered));
            let remanded = part(&Remanded) > 0.0;
            remanded && total.is_some_and(|total| [sum, sum + part(&Dismissed)].iter().any(|s| (s - total).abs() < 0.5))
        })
    };
    if closes(false) || !closes(true) {
        return;
    }
    let cells: Vec<_> = reversed().filter_map(|f| f.source().map(|source| source.passage)).collect();
    for figure in figures {
        let in_cell = figure.source().is_some_and(|source| cells.contains(&source.passage));
        match figure.measure {
            Reversed => figure.measure = Changed,
            Measure::ReversalRate if in_cell => figure.measure = ChangedRate,
            _ => {}
        }
    }
}

/// Is part / whole what a percentage of the text says, to its last digit? With "knap" or "ca." it may be a point off.
#[must_use]
pub(super) fn makes(part: f64, whole: f64, value: f64, decimals: u8, hedged: bool) -> bool {
    let slack = 0.5 / 10_f64.powi(i32::from(decimals)) + if hedged { 1.0 } else { 1e-9 };
    whole > 0.0 && (100.0 * part / whole - value).abs() <= slack
}

fn is_share(measure: &Measure) -> bool {
    matches!(measure, Measure::UpheldRate | Measure::ChangedRate | Measure::RemandedRate | Measure::DismissedRate)
}

fn is_count(measure: &Measure) -> bool {
    matches!(measure, Measure::Upheld | Measure::Changed | Measure::Remanded | Measure::Dismissed)
}
