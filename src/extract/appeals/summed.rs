//! A number without a word of its own that the outcomes behind it make up: "Her er tale om 22 afgørelser. 17 er
//! stadfæstet, 2 hjemvist og 3 afvist" counts what was decided.

use crate::extract::clause::Clause;
use crate::extract::value::Value;
use crate::model::figure::{Figure, Measure, Unit};
use crate::text::token::Token;

/// So many numbers may wait for their outcomes.
const WAITING: usize = 4;

/// What a paragraph counted so far that no word says what it is of, and the outcomes it stated.
#[derive(Clone, Debug, Default)]
pub(super) struct Summed {
    open: Vec<Figure>,
    outcomes: Vec<Figure>,
}

fn start(figure: &Figure) -> u32 {
    figure.source().map_or(0, |source| source.value.start)
}

fn is_outcome(measure: &Measure) -> bool {
    matches!(measure, Measure::Upheld | Measure::Changed | Measure::Remanded | Measure::Dismissed | Measure::Reversed)
}

/// Takes in a sentence: its numbers without a word, and its figures. The numbers that are proven by now, and were not
/// said before to be an outcome: "14 er omgjort. Af de 14 er 11 hjemvist og 3 ændret".
pub(super) fn settle(summed: &mut Summed, said: &[Figure], open: Vec<Figure>, found: &[Figure]) -> Vec<Figure> {
    let again = |whole: &Figure| {
        let lately = said.iter().rev().take(20);
        let same = |f: &Figure| f.scope == whole.scope && (f.value - whole.value).abs() < 1e-6;
        lately.into_iter().any(|f| is_outcome(&f.measure) && same(f))
    };
    let open = open.into_iter().filter(|whole| !again(whole));
    summed.open.extend(open);
    let more = summed.open.len().saturating_sub(WAITING);
    summed.open.drain(..more);
    if summed.open.is_empty() {
        summed.outcomes.clear();
        return Vec::new();
    }
    summed.outcomes.extend(found.iter().filter(|f| is_outcome(&f.measure) && f.is_certain()).cloned());
    // So many outcomes are no list of one number's parts, and a paragraph may be as long as a book.
    if summed.outcomes.len() > 3 * WAITING {
        *summed = Summed::default();
        return Vec::new();
    }
    let proven: Vec<usize> = (0..summed.open.len()).filter(|&at| is_sum(&summed.open[at], &summed.outcomes)).collect();
    let Some(&first) = proven.last() else { return Vec::new() };
    let mut out = vec![summed.open[first].clone()];
    // "41 i 2020 (49 i 2019)": the same of another time.
    out.extend(summed.open.get(first + 1).filter(|next| is_beside(&out[0], next)).cloned());
    summed.open.clear();
    summed.outcomes.clear();
    out
}

/// Do the outcomes behind a number make it up, each of them named once?
fn is_sum(whole: &Figure, outcomes: &[Figure]) -> bool {
    let same = |f: &&Figure| f.place == whole.place && f.period == whole.period && f.scope == whole.scope;
    let parts: Vec<&Figure> = outcomes.iter().filter(same).filter(|f| start(f) > start(whole)).collect();
    let once = |f: &&Figure| parts.iter().filter(|other| other.measure == f.measure).count() == 1;
    if parts.len() < 2 || parts.len() > 5 || !parts.iter().all(once) {
        return false;
    }
    let parted = parts.iter().any(|f| matches!(f.measure, Measure::Changed | Measure::Remanded));
    let counted = parts.iter().filter(|f| f.measure != Measure::Reversed || !parted);
    (counted.map(|f| f.value).sum::<f64>() - whole.value).abs() < 1e-6
}

/// Of the numbers without a word those that stand behind "i alt" and are proven by the outcomes in front, and the others.
pub(super) fn sums_behind(
    clause: &Clause<'_>,
    said: &[Figure],
    found: &[Figure],
    open: Vec<Figure>,
) -> (Vec<Figure>, Vec<Figure>) {
    open.into_iter().partition(|figure| {
        let value = clause.values().iter().find(|value| value.span.start == start(figure));
        value.is_some_and(|value| follows_sum(clause, value)) && sums_up(figure, said.iter().chain(found))
    })
}

/// "i alt 20", "Total: 20"
fn follows_sum(clause: &Clause<'_>, value: &Value) -> bool {
    let word = |back: usize| value.start.checked_sub(back).map(|at| &clause.tokens[at]);
    let colon = usize::from(word(1).is_some_and(|t| t.is_symbol(':')));
    let total = |t: &Token<'_>| t.is_any(&["total", "totalt", "sum", "samlet", "tilsammen"]);
    let all = word(1 + colon).is_some_and(|t| t.is("alt")) && word(2 + colon).is_some_and(|t| t.is("i"));
    all || word(1 + colon).is_some_and(total)
}

/// "Stadfæstet: 28", "Hjemvist: 12", "I alt: 40": do the outcomes in front of a sum, each named once, make it up?
fn sums_up<'f>(whole: &Figure, before: impl DoubleEndedIterator<Item = &'f Figure>) -> bool {
    let same = |f: &&Figure| f.place == whole.place && f.period == whole.period && f.scope == whole.scope;
    let mut parts: Vec<&Figure> = Vec::new();
    for figure in before.rev().filter(|f| f.unit == Unit::Count).take_while(|f| same(f) && is_outcome(&f.measure)) {
        if parts.iter().any(|part| part.measure == figure.measure) {
            break;
        }
        parts.push(figure);
    }
    let parted = parts.iter().any(|f| matches!(f.measure, Measure::Changed | Measure::Remanded));
    let counted = parts.iter().filter(|f| f.measure != Measure::Reversed || !parted);
    parts.len() > 1 && (counted.map(|f| f.value).sum::<f64>() - whole.value).abs() < 1e-6
}

fn is_beside(first: &Figure, next: &Figure) -> bool {
    let near = start(next).saturating_sub(start(first)) <= 24;
    let passage = |f: &Figure| f.source().map(|source| source.passage);
    near && passage(first) == passage(next) && first.period != next.period && first.scope == next.scope
}
