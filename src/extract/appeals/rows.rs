//! Years one a line ("2021: 35") that repeat a rate just told of a law: all of them are of that law.

use super::setting::ALL;
use crate::model::figure::{Figure, Measure};
use crate::model::source::Document;

/// So many lines are a list of years.
const FEWEST: usize = 3;

/// Gives such lists the part of the law of which one of their rates was told before, where no rate was told of all.
pub(super) fn settle(document: &Document, figures: &mut [Figure]) {
    let mut at = 0;
    while at < figures.len() {
        let length = run(document, &figures[at..]);
        if length >= FEWEST
            && let Some(scope) = told_before(&figures[..at], &figures[at..at + length])
        {
            figures[at..at + length].iter_mut().for_each(|figure| figure.scope = scope.clone());
        }
        at += length.max(1);
    }
}

/// How many figures, one after the other, are rates of one place and all decisions in years that differ, each on a line
/// of its own.
fn run(document: &Document, figures: &[Figure]) -> usize {
    let Some(first) = figures.first() else { return 0 };
    let alone = |figure: &Figure| {
        let source = figure.source();
        source.is_some_and(|s| document.slice(s.passage).trim().len() <= 16 && s.heads.is_empty())
    };
    let goes_on = |(at, figure): &(usize, &Figure)| {
        figure.measure == Measure::ReversalRate
            && figure.scope == ALL
            && figure.place == first.place
            && figure.period.is_some_and(|period| period.as_year().is_some())
            && figures[..*at].iter().all(|before| before.period != figure.period)
            && alone(figure)
    };
    figures.iter().enumerate().take_while(goes_on).count()
}

/// The one part of the law of which a rate of the list was told before: the same place, year and number.
fn told_before(before: &[Figure], list: &[Figure]) -> Option<String> {
    let rates = || before.iter().filter(|f| f.measure == Measure::ReversalRate && f.place == list[0].place);
    if rates().any(|f| f.scope == ALL) {
        return None;
    }
    let same = |f: &&Figure| list.iter().any(|line| (line.period, line.value) == (f.period, f.value));
    let mut scopes: Vec<&str> = rates().filter(same).map(|f| f.scope.as_str()).collect();
    scopes.dedup();
    let [scope] = scopes[..] else { return None };
    Some(scope.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn a_list_that_repeats_a_rate_is_of_its_law() {
        const LIST: &str = "Omgørelsesprocenten de seneste år:\n2019: 47\n2020: 40\n2021: 28";
        let text = |told: &str| format!("På hele socialområdet var omgørelsesprocenten {told} i 2021.\n\n{LIST}");
        let of = |scope: &str| {
            [("2019", 47), ("2020", 40), ("2021", 28)].map(|(y, n)| format!("Greve {y} {scope} reversal_rate {n}"))
        };
        assert_eq!(stated(&text("28"))[1..], of("SEL"));
        assert_eq!(stated(&text("30"))[1..], of("Alle"), "another number");
        let all = format!("For alle love var omgørelsesprocenten 25 i 2021. {}", text("28"));
        assert_eq!(stated(&all)[2..], of("Alle"), "a rate of all was told too");
    }
}
