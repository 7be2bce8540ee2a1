//! A decision as it is being typed: filled with what holds now, and read as people write.

use super::View;
use crate::command::{Asked, Decision};
use crate::data::municipalities;
use crate::lang::{Lang, number};
use crate::model::correction::{Change, DocumentFacts, Facts};
use crate::model::figure::{Measure, Place, Topic, Unit};
use crate::model::period::Period;
use crate::model::reading::{DocumentId, FigureId};
use crate::state::table;

/// What is typed so far; kept by egui while the question is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub asked: Asked,
    pub place: String,
    pub period: String,
    pub topic: Topic,
    pub scope: String,
    pub measure: Measure,
    pub value: String,
    pub unit: Unit,
    pub committee: String,
    pub date: String,
    pub reason: String,
    /// What the document states; `None` where that is not settled.
    pub stated: Option<Facts>,
}

/// The topic and the unit that a measure of the lists has.
pub fn belongs(measure: &Measure) -> (Topic, Unit) {
    match measure {
        Measure::CasesPerFte | Measure::RecommendedLow | Measure::RecommendedHigh => {
            (Topic::Caseload, Unit::CasesPerFte)
        }
        Measure::TotalCases => (Topic::Caseload, Unit::Count),
        Measure::Fte => (Topic::Caseload, Unit::Fte),
        rate if rate.is_rate() => (Topic::Appeals, Unit::Percent),
        _ => (Topic::Appeals, Unit::Count),
    }
}

impl Draft {
    /// The question as it opens: filled with what holds now.
    pub fn new(view: &View<'_>, asked: Asked) -> Self {
        let figure = asked.figure().and_then(|id| view.state.documents.figure(id));
        let document = match asked {
            Asked::Add(id) | Asked::Document(id) => id,
            Asked::Confirm(id) | Asked::Correct(id) | Asked::LeaveOut(id) => id.document,
        };
        let meeting = view.state.documents.reading(document).map(|reading| &reading.extraction.meeting);
        let own = || meeting.and_then(|meeting| meeting.municipality.clone()).unwrap_or_default();
        let earlier = match asked {
            Asked::Document(id) => view.state.document_decision(id),
            _ => asked.figure().and_then(|id| view.state.decision(id)),
        };
        Self {
            asked,
            place: figure.and_then(|figure| figure.place.as_ref()).map_or_else(own, ToString::to_string),
            period: figure.and_then(|figure| figure.period).map(|period| period.to_string()).unwrap_or_default(),
            topic: figure.map_or(Topic::Appeals, |figure| figure.topic.clone()),
            scope: figure.map_or_else(|| "Alle".to_owned(), |figure| figure.scope.clone()),
            measure: figure.map_or(Measure::Considered, |figure| figure.measure.clone()),
            value: figure
                .map(|figure| number::format(view.lang, figure.value, table::decimals(figure)))
                .unwrap_or_default(),
            unit: figure.map_or(Unit::Count, |figure| figure.unit.clone()),
            committee: meeting.and_then(|meeting| meeting.committee.clone()).unwrap_or_default(),
            date: meeting.and_then(|meeting| meeting.date).map(|date| date.to_string()).unwrap_or_default(),
            reason: earlier.map(|correction| correction.reason.clone()).unwrap_or_default(),
            stated: asked.figure().and_then(|id| view.state.stated(id)).and_then(Facts::of),
        }
    }

    /// The decision that was typed; else the key of what is missing.
    pub fn decision(&self, lang: Lang) -> Result<Decision, &'static str> {
        let decision = match self.asked {
            Asked::Confirm(figure) => self.figure(figure, Change::Confirm),
            Asked::LeaveOut(figure) => self.figure(figure, Change::LeaveOut),
            Asked::Correct(figure) => {
                let facts = self.facts(lang)?;
                // What is left as it is printed is confirmed by that.
                let same = self.stated.as_ref() == Some(&facts);
                self.figure(figure, if same { Change::Confirm } else { Change::Correct(facts) })
            }
            Asked::Add(document) => Decision::Add { document, facts: self.facts(lang)?, reason: self.reason() },
            Asked::Document(document) => self.document(document)?,
        };
        if self.reason().is_empty() { Err("decide-needs-reason") } else { Ok(decision) }
    }

    fn reason(&self) -> String {
        self.reason.trim().to_owned()
    }

    fn figure(&self, figure: FigureId, change: Change) -> Decision {
        Decision::Figure { figure, change, reason: self.reason() }
    }

    fn document(&self, document: DocumentId) -> Result<Decision, &'static str> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let date = some(&self.date).map(|date| day(&date).ok_or("decide-needs-date")).transpose()?;
        let municipality = some(&self.place).map(|place| municipality(&place));
        let facts = DocumentFacts { municipality, committee: some(&self.committee), date };
        Ok(Decision::Document { document, facts, reason: self.reason() })
    }

    fn facts(&self, lang: Lang) -> Result<Facts, &'static str> {
        if self.place.trim().is_empty() {
            return Err("decide-needs-place");
        }
        let period: Period = self.period.trim().parse().map_err(|_| "decide-needs-period")?;
        let (value, decimals) = value(&self.value, lang).ok_or("decide-needs-value")?;
        if self.scope.trim().is_empty() {
            return Err("decide-needs-scope");
        }
        Ok(Facts {
            place: Place::new(municipality(&self.place)),
            period,
            topic: self.topic.clone(),
            scope: self.scope.trim().to_owned(),
            measure: self.measure.clone(),
            value,
            decimals,
            unit: self.unit.clone(),
        })
    }
}

/// A municipality as the program writes it; another place as it was typed.
fn municipality(text: &str) -> String {
    let text = text.trim();
    municipalities::by_name(text).map_or_else(|| text.to_owned(), |known| known.name.clone())
}

/// A date as people type it: `2024-05-14`, `14.5.2024`, `14-05-2024`, `14/5 2024`.
fn day(text: &str) -> Option<jiff::civil::Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<i16> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|p| !p.is_empty()).map_while(|p| p.parse().ok()).collect();
    let [day, month, year] = parts[..] else { return None };
    jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A number as the language writes it, with how many decimals; the other language's way where it can mean only one
/// thing.
fn value(text: &str, lang: Lang) -> Option<(f64, u8)> {
    let text = number::without_mark(text);
    let (group, point) = match lang {
        Lang::Da => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain: String = text.chars().filter(|c| *c != group && !c.is_whitespace()).collect();
    // "12.5" in Danish is no 125: a group has three digits.
    let grouped = text.split(point).next().unwrap_or_default().split(group).skip(1).all(|part| part.len() == 3);
    let plain = if grouped { plain.replace(point, ".") } else { text.replace(group, ".") };
    let minus = plain.replace('\u{2212}', "-");
    let decimals = minus.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let value: f64 = minus.parse().ok().filter(|value: &f64| value.is_finite())?;
    Some((value, u8::try_from(decimals).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_dates_are_read_as_people_type_them() {
        for (text, lang, wanted) in [
            ("48", Lang::Da, Some((48.0, 0))),
            ("1.234,5", Lang::Da, Some((1234.5, 1))),
            ("1.234", Lang::Da, Some((1234.0, 0))),
            ("12.5", Lang::Da, Some((12.5, 1))),
            ("27,0 %", Lang::Da, Some((27.0, 1))),
            ("27,0 pct.", Lang::Da, Some((27.0, 1))),
            ("27 procent", Lang::Da, Some((27.0, 0))),
            ("1,234.5", Lang::En, Some((1234.5, 1))),
            ("12,5", Lang::En, Some((12.5, 1))),
            ("\u{2212}4,7", Lang::Da, Some((-4.7, 1))),
            ("mange", Lang::Da, None),
            ("", Lang::Da, None),
        ] {
            assert_eq!(value(text, lang), wanted, "{text}");
        }
        for text in ["2024-05-14", "14.5.2024", "14-05-2024", "14/5 2024"] {
            assert_eq!(day(text), Some(jiff::civil::date(2024, 5, 14)), "{text}");
        }
        assert_eq!(day("i går"), None);
    }
}
