//! Times in a row, and what was counted in all of them together.

use super::label::rate_of;
use super::setting::Setting;
use crate::extract::clause::Clause;
use crate::model::figure::{Figure, Measure};
use crate::model::period::{Moment, Part, Period};

/// "I 1. halvår 2021 afgjorde Ankestyrelsen 31 sager og i 2. halvår 26. Af de 57 sager blev 40 stadfæstet": what the times
/// counted right before make up is of all of them, and so are its outcomes.
pub(super) fn of_times_together(clause: &Clause<'_>, setting: &mut Setting, figures: &mut [Figure]) {
    let Some(last) = setting.said.last().filter(|_| clause.periods.is_empty()) else { return };
    let same = |f: &&Figure| f.measure == last.measure && f.place == last.place && f.scope == last.scope;
    let mut times: Vec<&Figure> = setting.said.iter().rev().take_while(same).take(12).collect();
    times.reverse();
    let Some(all) = one_after_another(times.iter().map(|figure| figure.period)) else { return };
    let (place, period) = (last.place.clone(), last.period);
    let own = |f: &&Figure| f.place == place && f.scope == last.scope && f.period == period;
    let total = |f: &&Figure| rate_of(&f.measure).is_none() && f.measure != Measure::Pending;
    let outcome = |f: &&Figure| rate_of(&f.measure).is_some_and(|rate| rate != f.measure);
    let outcomes = || figures.iter().filter(own).filter(outcome).map(|f| f.value).sum();
    let made: f64 = figures.iter().filter(own).find(total).map_or_else(outcomes, |whole| whole.value);
    let sum: f64 = times.iter().map(|figure| figure.value).sum();
    if rate_of(&last.measure).is_none() && last.value < sum && (sum - made).abs() < 1e-6 {
        figures.iter_mut().filter(|f| f.place == place && f.period == period).for_each(|f| f.period = Some(all));
        setting.thread.period = Some(all);
    }
}

/// The time that halves, quarters, months or years in a row make up; nothing where one is missing between them.
pub(super) fn one_after_another(periods: impl Iterator<Item = Option<Period>>) -> Option<Period> {
    let moments: Vec<Moment> =
        periods.map(|period| period.filter(|p| p.to.is_none()).map(|p| p.from)).collect::<Option<_>>()?;
    let place = |moment: &Moment| {
        let (kind, of_year, part) = match moment.part {
            Part::Year => (0, 1, 0),
            Part::Half(n) => (1, 2, i32::from(n)),
            Part::Quarter(n) => (2, 4, i32::from(n)),
            Part::Month(n) => (3, 12, i32::from(n)),
        };
        (kind, i32::from(moment.year) * of_year + part)
    };
    let next = |pair: &[Moment]| {
        let (first, second) = (place(&pair[0]), place(&pair[1]));
        first.0 == second.0 && first.1 + 1 == second.1
    };
    let (first, last) = (*moments.first()?, *moments.last()?);
    (moments.len() > 1 && moments.windows(2).all(next)).then(|| Period::span(first, last))
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn what_times_of_the_sentence_before_make_up_is_of_all_of_them() {
        let before = "Ankestyrelsen afgjorde 31 sager i 1. halvår 2021 og 26 sager i 2. halvår 2021.";
        for (text, last) in [
            ("Af de 57 sager blev 40 stadfæstet og 17 hjemvist.", "Greve 2021 Alle remanded 17"),
            ("Heraf blev 40 stadfæstet, 10 hjemvist og 7 afvist.", "Greve 2021 Alle dismissed 7"),
            ("Af de 26 sager blev 20 stadfæstet og 6 hjemvist.", "Greve 2021-H2 Alle remanded 6"),
        ] {
            assert_eq!(stated(&format!("{before} {text}")).last().map(String::as_str), Some(last), "{text}");
        }
    }
}
