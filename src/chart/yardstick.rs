//! What a municipality's rate is held against: the nation, its region, another municipality, the chosen ones together,
//! or a target of one's own; always for the same year and scope.

use crate::chart::rate::{self, Printed, Rate, outcomes};
use crate::chart::select::{Shelf, Subject};
use crate::chart::{Base, Choice, Comparator, words};
use crate::data::municipalities;
use crate::lang::Lang;
use crate::model::figure::{Measure, Place};
use crate::model::reading::FigureId;
use crate::stats::verdict::{Verdict, verdict};

/// The yardstick's rate in the same year and scope: the nation's, where nothing else is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Nation {
    pub percent: f64,
    /// The rate as it can be written: computed with one decimal, or as printed.
    pub text: String,
    pub ground: Ground,
    pub figure: Option<FigureId>,
}

/// What is known of the base of the national rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Computed from the yardstick's own counts on the chart's base, or a target that was set.
    Counted,
    /// Printed without counts; the municipality's rate in the same document holds on the chart's base.
    AsOwn,
    /// Printed without counts; the municipality's rate in the same document holds on another base only.
    Unlike,
    /// Printed without counts, and nothing tells the base.
    Unknown,
}

impl Ground {
    /// True where the rate may be compared with the municipality's without a reservation in the drawing.
    #[must_use]
    pub fn is_even(self) -> bool {
        matches!(self, Self::Counted | Self::AsOwn)
    }
}

/// The yardstick's name, for heads and signs.
#[must_use]
pub fn name(choice: &Choice, lang: Lang) -> String {
    match &choice.comparator {
        Comparator::Nation => lang.text("chart-nation"),
        Comparator::Region => lang.text("chart-who-region"),
        Comparator::Place(place) => words::place(lang, place),
        Comparator::Mean => lang.text("chart-who-mean"),
        Comparator::Target(_) => lang.text("chart-who-target"),
    }
}

/// The yardstick's name inside a sentence: "hele landet".
#[must_use]
pub fn within(choice: &Choice, lang: Lang) -> String {
    match &choice.comparator {
        Comparator::Nation => lang.text("chart-within-nation"),
        Comparator::Region => lang.text("chart-within-region"),
        Comparator::Place(place) => words::place(lang, place),
        Comparator::Mean => lang.text("chart-within-mean"),
        Comparator::Target(_) => lang.text("chart-within-target"),
    }
}

/// The yardstick's rate beside the one of `own`; `wanted` are the municipalities that [`Comparator::Mean`] is of.
pub(crate) fn rate(
    shelf: &Shelf,
    own: &Subject,
    printed: Option<&Printed>,
    choice: &Choice,
    wanted: &[Place],
    lang: Lang,
) -> Option<Nation> {
    let base = choice.base;
    let place = match &choice.comparator {
        Comparator::Nation => Place::NATION,
        Comparator::Region => Place::new(municipalities::by_name(own.place.as_str())?.region.clone()),
        Comparator::Place(place) if *place == own.place => return None,
        Comparator::Place(place) => place.clone(),
        Comparator::Mean => return together(shelf, own, wanted, base, lang),
        Comparator::Target(tenths) => {
            let percent = f64::from(*tenths) / 10.0;
            let text = words::percent(lang, percent, usize::from(tenths % 10 != 0));
            return Some(Nation { percent, text, ground: Ground::Counted, figure: None });
        }
    };
    beside(shelf, &Subject { place, ..own.clone() }, printed, base, lang)
}

/// The yardstick's rate beside a municipality's, whose own printed rate may tell its base.
pub(crate) fn of(shelf: &Shelf, own: &Subject, choice: &Choice, wanted: &[Place], lang: Lang) -> Option<Nation> {
    let outcomes = outcomes(shelf, own).map(|(_, outcomes)| outcomes);
    let printed = shelf.get(own, &Measure::ReversalRate);
    let printed = printed.map(|picked| Printed::new(picked, outcomes.as_ref(), choice.base, lang));
    rate(shelf, own, printed.as_ref(), choice, wanted, lang)
}

/// The rate of a subject: from its counts, else as printed, where a rate printed beside it may tell the base.
fn beside(shelf: &Shelf, subject: &Subject, printed: Option<&Printed>, base: Base, lang: Lang) -> Option<Nation> {
    if let Some((_, outcomes)) = outcomes(shelf, subject)
        && let Rate::Computed { percent, figure, .. } = rate::computed(&outcomes, base)
    {
        let text = words::percent(lang, percent, 1);
        return Some(Nation { percent, text, ground: Ground::Counted, figure });
    }
    // What the municipality's own paper says comes first: another may have it from another time.
    let own = printed.and_then(|own| Some((own, shelf.get_in(own.figure.document, subject, &Measure::ReversalRate)?)));
    let stated = own.map(|(_, stated)| stated).or_else(|| shelf.get(subject, &Measure::ReversalRate))?;
    let ground = match own.and_then(|(own, _)| own.base) {
        Some(own) if own == base => Ground::AsOwn,
        Some(_) => Ground::Unlike,
        None => Ground::Unknown,
    };
    Some(Nation {
        percent: stated.figure.value,
        text: rate::as_printed(stated.figure, lang),
        ground,
        figure: Some(stated.id),
    })
}

/// All reversed cases of the chosen municipalities over all their cases, where at least two have counts for the same
/// year and scope: the weighted mean.
fn together(shelf: &Shelf, own: &Subject, wanted: &[Place], base: Base, lang: Lang) -> Option<Nation> {
    let counts = wanted.iter().filter_map(|place| {
        let (_, outcomes) = outcomes(shelf, &Subject { place: place.clone(), ..own.clone() })?;
        Some((outcomes.reversed(), outcomes.base(base)?))
    });
    let counts: Vec<(u32, u32)> = counts.collect();
    let (reversed, all) = counts.iter().fold((0, 0), |(a, b), (k, n)| (a + k, b + n));
    let percent = rate::percent(reversed, all).filter(|_| counts.len() > 1)?;
    Some(Nation { percent, text: words::percent(lang, percent, 1), ground: Ground::Counted, figure: None })
}

/// What can be said of a rate beside its yardstick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Judgement {
    /// The exact test's word, with its one-sided p.
    Said(Verdict, Option<f64>),
    /// The yardstick stands on another base, or nobody knows on which.
    Unlike,
    /// There is no rate, or no yardstick.
    Nothing,
}

/// Holds a rate against its yardstick. A printed rate leaves its reversed cases open where several counts round to it:
/// then a difference is only said if all of them give it.
#[must_use]
pub fn judge(rate: &Rate, nation: Option<&Nation>) -> Judgement {
    let counts = match *rate {
        Rate::Computed { reversed, base, .. } => (reversed, reversed, base),
        Rate::TooFew { .. } => return Judgement::Said(Verdict::TooFew, None),
        Rate::Printed { percent, cases, .. } => {
            let near = |k: &u32| rate::percent(*k, cases).is_some_and(|exact| (exact - percent).abs() <= 0.5);
            let nearest = (percent / 100.0 * f64::from(cases)).round() as u32;
            let low = (nearest.saturating_sub(cases / 100 + 1)..=nearest).find(near).unwrap_or(nearest);
            let high = (nearest..=(nearest + cases / 100 + 1).min(cases)).rev().find(near).unwrap_or(nearest);
            (low, high, cases)
        }
        Rate::Unproven { .. } | Rate::Absent => return Judgement::Nothing,
    };
    let Some(nation) = nation else { return Judgement::Nothing };
    if !nation.ground.is_even() {
        return Judgement::Unlike;
    }
    let (low, high, n) = counts;
    let share = nation.percent / 100.0;
    let (at_low, at_high) = (verdict(low.min(n), n, share), verdict(high.min(n), n, share));
    if low == high {
        return Judgement::Said(at_low, crate::stats::binomial::tail(low.min(n), n, share));
    }
    Judgement::Said(if at_low == at_high { at_low } else { Verdict::NotDistinguishable }, None)
}

/// The verdict in words: "under hele landet", "ikke til at skelne fra hele landet", "for få sager".
#[must_use]
pub fn in_words(judgement: Judgement, within: &str, lang: Lang) -> String {
    let key = match judgement {
        Judgement::Said(Verdict::Above, _) => "chart-verdict-above",
        Judgement::Said(Verdict::Below, _) => "chart-verdict-below",
        Judgement::Said(Verdict::NotDistinguishable, _) => "chart-verdict-same",
        Judgement::Said(Verdict::TooFew, _) => "chart-verdict-few",
        Judgement::Unlike => "chart-verdict-unlike",
        Judgement::Nothing => "chart-not-told",
    };
    lang.text_with(key, &[("who", within.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::appeals_rows::rows;
    use crate::chart::fixture::{numbered, outcomes as counts, rate, reading, three_appeals};
    use crate::chart::select::Shelf;
    use crate::model::figure::Topic;

    fn judged(choice: &Choice) -> Vec<String> {
        let readings = three_appeals();
        let shelf = Shelf::new(&numbered(&readings), &Topic::Appeals);
        let rows = rows(&shelf, choice, Lang::Da);
        rows.iter().map(|row| format!("{:?}", judge(&row.rate, row.nation.as_ref()))).collect()
    }

    #[test]
    fn the_golden_verdicts_come_out() {
        let told = judged(&Choice::default());
        // Rødovre's document gives a nation on another base only; Roskilde's gives none for its scope.
        assert_eq!((told[0].as_str(), told[3].as_str()), ("Unlike", "Nothing"));
        assert!(told[1].starts_with("Said(NotDistinguishable, Some(0.1459"), "{told:?}");
        assert!(told[2].starts_with("Said(Below, Some(0.0045"), "{told:?}");
    }

    #[test]
    fn the_municipalitys_own_paper_tells_the_nation_before_others() {
        let nation = |value| rate("Hele landet", "2018", "Alle", value, 1);
        let own = vec![rate("Køge", "2018", "Alle", 40.0, 0), nation(31.2)];
        let readings =
            [reading("Køge", "2019-05-09", own, vec![]), reading("Lejre", "2020-05-09", vec![nation(29.9)], vec![])];
        let shelf = Shelf::new(&numbered(&readings), &Topic::Appeals);
        let rows = rows(&shelf, &Choice::default(), Lang::Da);
        let told = rows[0].nation.as_ref().map(|nation| nation.text.replace('\u{a0}', " "));
        assert_eq!(told.as_deref(), Some("31,2 pct."));
    }

    #[test]
    fn a_target_and_the_chosen_ones_are_yardsticks_too() {
        let target = Choice { comparator: Comparator::Target(250), ..Choice::default() };
        assert!(judged(&target)[1].starts_with("Said(Above"), "{:?}", judged(&target));
        let mut readings = three_appeals();
        readings.push(reading("Lejre", "2019-05-09", counts("Køge", "2018", "Alle", [90, 5, 5], None), vec![]));
        let shelf = Shelf::new(&numbered(&readings), &Topic::Appeals);
        let choice = Choice {
            comparator: Comparator::Mean,
            places: vec![Place::new("Lejre"), Place::new("Køge")],
            ..Choice::default()
        };
        let rows = rows(&shelf, &choice, Lang::Da);
        let rate = rows[0].nation.as_ref().map(|nation| nation.text.replace('\u{a0}', " "));
        assert_eq!(rate.as_deref(), Some("24,1 pct."), "55 of 228");
    }
}
