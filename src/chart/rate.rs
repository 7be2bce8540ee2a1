//! Reversal rates: on which base, how exact, and whether a printed one is the one that the counts give.

use crate::chart::select::{Count, Picked, Shelf, Subject};
use crate::chart::{Base, words};
use crate::lang::{Lang, number};
use crate::model::figure::{Figure, HedgeKind, Measure};
use crate::model::reading::{DocumentId, FigureId};
use crate::stats::interval::wilson;

/// The fewest cases that a percentage is given for.
pub const FEWEST: u32 = 10;

/// The outcomes of one municipality's complaints; all counts from one document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcomes {
    pub upheld: Count,
    pub remanded: Count,
    pub changed: Count,
    /// `None` where the document does not tell them.
    pub dismissed: Option<Count>,
}

impl Outcomes {
    /// Decided on the merits.
    #[must_use]
    pub fn considered(&self) -> u32 {
        self.upheld.n + self.remanded.n + self.changed.n
    }

    #[must_use]
    pub fn reversed(&self) -> u32 {
        self.remanded.n + self.changed.n
    }

    /// The cases that a rate on this base is a share of; `None` where dismissed ones are not told.
    #[must_use]
    pub fn base(&self, base: Base) -> Option<u32> {
        match base {
            Base::Official => Some(self.considered()),
            Base::WithDismissed => self.dismissed.map(|dismissed| self.considered() + dismissed.n),
        }
    }

    /// The base on which a printed rate is the one that the counts give, the official one first.
    #[must_use]
    pub fn base_of(&self, printed: &Figure) -> Option<Base> {
        [Base::Official, Base::WithDismissed].into_iter().find(|&base| {
            self.base(base).and_then(|n| percent(self.reversed(), n)).is_some_and(|rate| fits(printed, rate))
        })
    }

    /// The figure that a click on the computed rate leads to.
    #[must_use]
    pub fn source(&self) -> Option<FigureId> {
        self.remanded.id.or(self.changed.id).or(self.upheld.id)
    }
}

/// Upheld, remanded and changed of one document, with the dismissed of the same.
pub(crate) fn outcomes(shelf: &Shelf, subject: &Subject) -> Option<(DocumentId, Outcomes)> {
    let measures = [Measure::Upheld, Measure::Remanded, Measure::Changed];
    let (document, [upheld, remanded, changed]) = shelf.counts(subject, measures)?;
    // Never computed from the decided cases: the Danmarkskort, for one, leaves the dismissed out of those too.
    let dismissed = shelf.count_in(document, subject, &Measure::Dismissed);
    Some((document, Outcomes { upheld, remanded, changed, dismissed }))
}

/// A reversal rate as a document prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    pub text: String,
    pub value: f64,
    pub figure: FigureId,
    /// The base on which the counts give it; `None` where they give it on no base, or there are none.
    pub base: Option<Base>,
    /// True where the counts give another rate than the printed one on the chart's base.
    pub differs: bool,
}

impl Printed {
    /// A printed rate beside the counts of the same subject.
    pub(crate) fn new(picked: Picked, outcomes: Option<&Outcomes>, base: Base, lang: Lang) -> Self {
        let on_base = outcomes.and_then(|outcomes| percent(outcomes.reversed(), outcomes.base(base)?));
        Self {
            text: as_printed(picked.figure, lang),
            value: picked.figure.value,
            figure: picked.id,
            base: outcomes.and_then(|outcomes| outcomes.base_of(picked.figure)),
            differs: on_base.is_some_and(|rate| !fits(picked.figure, rate)),
        }
    }
}

/// A rate as it can be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Rate {
    /// Computed here from counts.
    Computed { percent: f64, reversed: u32, base: u32, interval: (f64, f64), figure: Option<FigureId> },
    /// Fewer than [`FEWEST`] cases: only the counts say something.
    TooFew { reversed: u32, base: u32, figure: Option<FigureId> },
    /// Printed with the number of cases decided on the merits, but without their outcomes.
    Printed { percent: f64, cases: u32, interval: (f64, f64), figure: FigureId },
    /// Printed without counts: what it is a share of is not known.
    Unproven { percent: f64, figure: FigureId },
    /// There are counts, but not the ones that this base needs; or nothing at all.
    Absent,
}

/// A share in percent; `None` of nothing.
#[must_use]
pub fn percent(part: u32, of: u32) -> Option<f64> {
    (of > 0).then(|| f64::from(part) / f64::from(of) * 100.0)
}

/// The rate that counts give on a base.
#[must_use]
pub fn computed(outcomes: &Outcomes, base: Base) -> Rate {
    let reversed = outcomes.reversed();
    let Some((base, percent)) = outcomes.base(base).and_then(|n| Some((n, percent(reversed, n)?))) else {
        return Rate::Absent;
    };
    let figure = outcomes.source();
    if base < FEWEST {
        return Rate::TooFew { reversed, base, figure };
    }
    Rate::Computed { percent, reversed, base, interval: interval(reversed, base), figure }
}

/// A printed rate of so many cases. The reversed cases are not told: the interval takes the nearest whole number.
#[must_use]
pub fn printed(rate: f64, cases: Option<u32>, figure: FigureId) -> Rate {
    let Some(cases) = cases.filter(|&n| n > 0) else { return Rate::Unproven { percent: rate, figure } };
    let reversed = (rate / 100.0 * f64::from(cases)).round() as u32;
    if cases < FEWEST {
        return Rate::TooFew { reversed, base: cases, figure: Some(figure) };
    }
    Rate::Printed { percent: rate, cases, interval: interval(reversed.min(cases), cases), figure }
}

/// The 95 % Wilson score interval in percent.
fn interval(k: u32, n: u32) -> (f64, f64) {
    let interval = wilson(k, n).percent();
    (interval.low, interval.high)
}

/// True where a printed value can be this one: rounded to its decimals, or as near as its hedge says.
#[must_use]
pub fn fits(printed: &Figure, value: f64) -> bool {
    let unit = 10f64.powi(-i32::from(printed.decimals));
    let (below, above) = match printed.hedge.as_ref().map(|hedge| hedge.kind) {
        None => (0.5 * unit, 0.5 * unit),
        Some(HedgeKind::JustBelow) => (unit, 0.0),
        Some(HedgeKind::JustAbove) => (0.0, unit),
        Some(HedgeKind::About) => (unit, unit),
    };
    // A printed half may have been rounded either way.
    const SLACK: f64 = 1e-9;
    printed.value - below - SLACK <= value && value <= printed.value + above + SLACK
}

/// A printed percentage as it stands: "knap 27 pct."; in English with the hedge's meaning, "just under 27%".
#[must_use]
pub fn as_printed(figure: &Figure, lang: Lang) -> String {
    let value = number::format(lang, figure.value, usize::from(figure.decimals));
    let value = format!("{value}{}", words::sign(lang));
    match &figure.hedge {
        Some(hedge) => format!("{} {value}", words::hedge(lang, hedge)),
        None => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{figure, hedged};
    use crate::model::figure::Measure;

    fn outcomes(upheld: u32, remanded: u32, changed: u32, dismissed: Option<u32>) -> Outcomes {
        let count = |n| Count { n, id: None };
        let [upheld, remanded, changed] = [upheld, remanded, changed].map(count);
        Outcomes { upheld, remanded, changed, dismissed: dismissed.map(count) }
    }

    #[test]
    fn rates_stand_on_the_official_base() {
        for (counts, rate, low, high) in [
            (outcomes(156, 48, 19, Some(26)), 30.0, 24.4, 36.4),
            (outcomes(83, 24, 21, Some(10)), 35.2, 27.4, 43.8),
            (outcomes(70, 13, 3, None), 18.6, 11.8, 28.1),
        ] {
            let Rate::Computed { percent, interval, .. } = computed(&counts, Base::Official) else {
                panic!("{counts:?}")
            };
            for (is, expected) in [(percent, rate), (interval.0, low), (interval.1, high)] {
                assert!((is - expected).abs() < 0.06, "{is} {expected}");
            }
        }
        assert_eq!(computed(&outcomes(70, 13, 3, None), Base::WithDismissed), Rate::Absent);
        assert_eq!(
            computed(&outcomes(8, 1, 0, None), Base::Official),
            Rate::TooFew { reversed: 1, base: 9, figure: None }
        );
        assert_eq!(computed(&outcomes(0, 0, 0, None), Base::Official), Rate::Absent);
    }

    #[test]
    fn a_printed_rate_names_its_base() {
        let counts = outcomes(156, 48, 19, Some(26));
        let rate = |value, decimals| figure("Rødovre", "2023", "Alle", Measure::ReversalRate, value, decimals);
        assert_eq!(counts.base_of(&hedged(rate(27.0, 0), "knap", HedgeKind::JustBelow)), Some(Base::WithDismissed));
        assert_eq!(counts.base_of(&rate(30.0, 0)), Some(Base::Official));
        assert_eq!(counts.base_of(&rate(30.2, 1)), None);
        assert_eq!(outcomes(70, 13, 3, None).base_of(&rate(19.0, 0)), Some(Base::Official));
    }

    #[test]
    fn hedges_say_how_near() {
        let rate = |value| figure("A", "2023", "Alle", Measure::ReversalRate, value, 0);
        let knap = hedged(rate(27.0), "knap", HedgeKind::JustBelow);
        let godt = hedged(rate(27.0), "godt", HedgeKind::JustAbove);
        assert!(fits(&knap, 26.9) && !fits(&knap, 27.2) && !fits(&knap, 25.9));
        assert!(fits(&godt, 27.3) && !fits(&godt, 26.9));
        assert!(fits(&rate(27.0), 27.5) && !fits(&rate(27.0), 27.6));
        assert_eq!(as_printed(&knap, Lang::Da), "knap 27\u{a0}pct.");
        assert_eq!(as_printed(&knap, Lang::En), "just under 27%");
    }
}
