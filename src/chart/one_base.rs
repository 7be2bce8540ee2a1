//! Printed reversal rates that the counts give on one base only: with dismissed cases counted in, or without them. The
//! base switch marks their sentences, since a reader who holds two such rates together compares unlike things.

use crate::chart::rate::{self, Outcomes};
use crate::chart::select::{Count, Shelf, Subject, WIDE, is_municipality};
use crate::chart::{Base, Choice, PeriodChoice, words};
use crate::lang::Lang;
use crate::model::figure::{Figure, Measure, Origin, Topic};
use crate::model::reading::{DocumentId, FigureId, Reading};

/// A printed rate that holds on one base only.
#[derive(Clone, Debug, PartialEq)]
pub struct OneBase {
    pub figure: FigureId,
    /// The only base on which the counts give it.
    pub base: Base,
    /// "Rødovre 2023: knap 27 pct.".
    pub name: String,
    /// Both calculations in words.
    pub proof: String,
}

/// All of them among the certain figures of the choice, in the order of the documents. Rates whose dismissed cases are
/// not told, or whose counts give them on both bases or on none, are not among them.
#[must_use]
pub fn one_base(shelf: &Shelf, readings: &[(DocumentId, &Reading)], choice: &Choice, lang: Lang) -> Vec<OneBase> {
    let mut found = Vec::new();
    for (document, reading) in readings {
        for (index, figure) in reading.extraction.figures.iter().enumerate() {
            let is_rate = figure.topic == Topic::Appeals && figure.measure == Measure::ReversalRate;
            if let Some(subject) = subject(figure).filter(|subject| is_rate && wanted(subject, choice))
                && figure.is_certain()
                && matches!(figure.origin, Origin::Stated(_))
                && let Some(outcomes) = counted(shelf, *document, &subject)
                && let Some(base) = only(&outcomes, figure)
            {
                let figure_id = FigureId { document: *document, index: index as u32 };
                found.push(told(figure_id, base, &subject, figure, &outcomes, lang));
            }
        }
    }
    found
}

fn subject(figure: &Figure) -> Option<Subject> {
    Some(Subject { place: figure.place.clone()?, period: figure.period?, scope: figure.scope.clone() })
}

fn wanted(subject: &Subject, choice: &Choice) -> bool {
    let in_places = choice.places.is_empty() || choice.places.contains(&subject.place);
    let in_period = match choice.period {
        PeriodChoice::Year(year) => subject.period.as_year() == Some(year),
        PeriodChoice::Newest | PeriodChoice::Shared => true,
    };
    let in_scope = choice.scope.as_ref().is_none_or(|scope| *scope == subject.scope);
    // The nation's rate belongs to everyone.
    (in_places || !is_municipality(&subject.place)) && in_period && in_scope
}

/// The counts of the document that prints the rate, else of the newest that has them.
fn counted(shelf: &Shelf, document: DocumentId, subject: &Subject) -> Option<Outcomes> {
    let count = |measure| shelf.count_in(document, subject, &measure);
    let own = || -> Option<Outcomes> {
        let [upheld, remanded, changed]: [Count; 3] =
            [count(Measure::Upheld)?, count(Measure::Remanded)?, count(Measure::Changed)?];
        Some(Outcomes { upheld, remanded, changed, dismissed: count(Measure::Dismissed) })
    };
    own().or_else(|| rate::outcomes(shelf, subject).map(|(_, outcomes)| outcomes))
}

/// The one base on which the counts give the rate.
fn only(outcomes: &Outcomes, figure: &Figure) -> Option<Base> {
    let holds = |base| Some(rate::fits(figure, rate::percent(outcomes.reversed(), outcomes.base(base)?)?));
    match (holds(Base::Official)?, holds(Base::WithDismissed)?) {
        (true, false) => Some(Base::Official),
        (false, true) => Some(Base::WithDismissed),
        _ => None,
    }
}

fn told(id: FigureId, base: Base, subject: &Subject, figure: &Figure, outcomes: &Outcomes, lang: Lang) -> OneBase {
    let reversed = outcomes.reversed();
    let share = |base: Base| {
        let of = outcomes.base(base).unwrap_or_default();
        let percent = rate::percent(reversed, of).unwrap_or_default();
        (of.to_string(), words::percent(lang, percent, 1))
    };
    let (official, dismissed) = (share(Base::Official), share(Base::WithDismissed));
    let place = words::place(lang, &subject.place);
    let period = words::period(lang, subject.period);
    let rate = rate::as_printed(figure, lang);
    let scope =
        if subject.scope == WIDE[0] { String::new() } else { format!(", {}", words::scope(lang, &subject.scope)) };
    let values = [
        ("reversed", reversed.to_string().into()),
        ("official", official.0.into()),
        ("without", official.1.into()),
        ("all", dismissed.0.into()),
        ("with", dismissed.1.into()),
    ];
    OneBase {
        figure: id,
        base,
        name: format!("{place} {period}{scope}: {rate}"),
        proof: lang.text_with("chart-one-base-proof", &values),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{numbered, outcomes, rate, reading, three_appeals};
    use crate::model::figure::Place;

    fn names(readings: &[Reading], choice: &Choice) -> Vec<(Base, String)> {
        let numbered = numbered(readings);
        let shelf = Shelf::new(&numbered, &Topic::Appeals);
        let found = one_base(&shelf, &numbered, choice, Lang::Da);
        found.into_iter().map(|one| (one.base, one.name.replace('\u{a0}', " "))).collect()
    }

    #[test]
    fn rates_that_hold_on_one_base_are_named_with_both_calculations() {
        let mut readings = three_appeals();
        let told = names(&readings, &Choice::default());
        assert_eq!(
            told,
            [
                (Base::WithDismissed, "Rødovre 2023: knap 27 pct.".to_owned()),
                (Base::Official, "Lejre 2018: 35 pct.".to_owned()),
                (Base::Official, "Hele landet 2018: 30 pct.".to_owned())
            ],
            "Hvidovre's dismissed cases are not told",
        );
        let only_lejre = Choice { places: vec![Place::new("Lejre")], ..Choice::default() };
        assert_eq!(names(&readings, &only_lejre).len(), 2, "its own and the nation's");
        let other_year = Choice { period: PeriodChoice::Year(2020), ..Choice::default() };
        assert!(names(&readings, &other_year).is_empty());
        // Every mention counts, not only the exactest; one that holds on both bases is none.
        let mut figures = outcomes("Køge", "2022", "Alle", [60, 20, 20], Some(1));
        figures.extend([rate("Køge", "2022", "Alle", 40.0, 0), rate("Køge", "2022", "Alle", 40.0, 1)]);
        readings.push(reading("Køge", "2023-02-01", figures, Vec::new()));
        let told = names(&readings, &Choice::default());
        assert_eq!(told[3..], [(Base::Official, "Køge 2022: 40,0 pct.".to_owned())]);
    }

    #[test]
    fn the_proof_says_both() {
        let readings = three_appeals();
        let numbered = numbered(&readings);
        let shelf = Shelf::new(&numbered, &Topic::Appeals);
        let found = one_base(&shelf, &numbered, &Choice::default(), Lang::Da);
        let proof = found[0].proof.replace('\u{a0}', " ");
        assert_eq!(proof, "67 af 223 er 30,0 pct. uden afviste; 67 af 249 er 26,9 pct. med afviste.");
    }
}
