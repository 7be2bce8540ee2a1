//! The question for a decision about a figure or a document: what is stated stands above, a reason is asked for.

use super::{View, tokens};
use crate::chart::words;
use crate::command::{Asked, Command, Decision};
use crate::data::municipalities;
use crate::lang::{Lang, number, term};
use crate::model::correction::{About, Change, DocumentFacts, Facts};
use crate::model::figure::{Figure, Measure, Place, Topic, Unit};
use crate::model::period::Period;
use crate::model::reading::{DocumentId, FigureId};
use crate::model::source::{Document, Span};
use crate::state::table;
use egui::{ComboBox, Grid, Id, Key, Modal, RichText, TextEdit, Ui};

/// Width of the question in points.
const WIDTH: f32 = 560.0;

/// What is typed so far; kept by egui while the question is open.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    asked: Asked,
    place: String,
    period: String,
    topic: Topic,
    scope: String,
    measure: Measure,
    value: String,
    unit: Unit,
    committee: String,
    date: String,
    reason: String,
    /// What the document states; `None` where that is not settled.
    stated: Option<Facts>,
}

/// The question that is open.
pub fn decide_ui(ui: &mut Ui, view: &mut View<'_>, asked: Asked) {
    let id = Id::unique("decision");
    let kept: Option<Draft> = ui.data(|data| data.get_temp(id)).filter(|draft: &Draft| draft.asked == asked);
    let mut draft = kept.unwrap_or_else(|| Draft::new(view, asked));
    let mut decision = None;
    let mut left = false;
    let response = Modal::new(id.with("window")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.heading(view.text(title(asked)));
        ui.add_space(tokens::GAP);
        stated_ui(ui, view, asked);
        match asked {
            Asked::Correct(_) | Asked::Add(_) => facts_ui(ui, view, &mut draft),
            Asked::Document(_) => document_ui(ui, view, &mut draft),
            Asked::Confirm(_) | Asked::LeaveOut(_) => {}
        }
        ui.add_space(tokens::GAP * 0.5);
        let entered = reason_ui(ui, view, &mut draft);
        ui.add_space(tokens::GAP);
        let ready = draft.decision(view.lang);
        if let Err(missing) = &ready {
            ui.label(RichText::new(view.text(missing)).color(tokens::tones(ui).doubt));
        }
        ui.horizontal(|ui| {
            let save = ui.add_enabled(ready.is_ok(), egui::Button::new(view.text("decide-save"))).clicked();
            if save || entered {
                decision = ready.ok();
            }
            left = ui.button(view.text("app-cancel")).clicked();
        });
    });
    if let Some(decision) = decision {
        ui.data_mut(|data| data.remove::<Draft>(id));
        view.ask(Command::Decide(decision));
    } else if left || response.should_close() {
        ui.data_mut(|data| data.remove::<Draft>(id));
        view.ask(Command::DismissDialog);
    } else {
        ui.data_mut(|data| data.insert_temp(id, draft));
    }
}

fn title(asked: Asked) -> &'static str {
    match asked {
        Asked::Confirm(_) => "decide-confirm",
        Asked::Correct(_) => "decide-correct",
        Asked::LeaveOut(_) => "decide-leave-out",
        Asked::Add(_) => "decide-add",
        Asked::Document(_) => "decide-document",
    }
}

/// What the document states: it stands beside whatever is decided.
fn stated_ui(ui: &mut Ui, view: &View<'_>, asked: Asked) {
    let Some(id) = asked.figure() else { return };
    let Some(reading) = view.state.documents.reading(id.document) else { return };
    if let Some(stated) = view.state.stated(id) {
        let text = view.text_with("decide-stated", &[("figure", about(view.lang, stated).into())]);
        ui.label(tokens::bold(text));
        if let Some(source) = stated.source() {
            let quote: String = quote(&reading.document, source.passage, &source.heads).chars().take(400).collect();
            ui.label(RichText::new(quote).weak());
        }
        if !stated.is_certain() {
            let doubts: Vec<String> = stated.doubts.iter().map(|doubt| table::doubt(*doubt, view.lang)).collect();
            let text = format!("{}: {}", view.text("source-uncertain"), doubts.join(", "));
            ui.label(RichText::new(text).color(tokens::tones(ui).doubt));
        }
    }
    ui.add_space(tokens::GAP * 0.5);
}

/// A passage in quotation marks; a cell with the labels of its row and column, without which it says nothing.
#[must_use]
pub fn quote(document: &Document, passage: Span, heads: &[Span]) -> String {
    let text = document.one_line(passage);
    let heads: Vec<String> =
        heads.iter().map(|head| document.one_line(*head)).filter(|head| !head.is_empty()).collect();
    if heads.is_empty() { format!("»{text}«") } else { format!("»{}: {text}«", heads.join(" · ")) }
}

/// A figure in one line.
#[must_use]
pub fn about(lang: Lang, figure: &Figure) -> String {
    let mut parts = Vec::new();
    parts.extend(figure.place.as_ref().map(|place| words::place(lang, place)));
    parts.extend(figure.period.map(|period| words::period(lang, period)));
    parts.push(figure.scope.clone());
    parts.push(format!("{} {}", table::measure(figure, lang), table::value(figure, lang)));
    parts.join(" · ")
}

fn facts_ui(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    Grid::new("facts").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        line(ui, view, "app-column-place", &mut draft.place, "decide-place-hint");
        line(ui, view, "app-column-period", &mut draft.period, "decide-period-hint");
        line(ui, view, "app-column-scope", &mut draft.scope, "decide-scope-hint");
        let name = ui.label(view.text("app-column-measure"));
        let shown = |measure: &Measure| term::term(view.lang, "app-measure", measure.key());
        let combo = ComboBox::from_id_salt("measure").width(260.0).selected_text(shown(&draft.measure));
        let response = combo.show_ui(ui, |ui| {
            for (measure, _) in Measure::NAMED {
                let text = shown(&measure);
                if ui.selectable_label(draft.measure == measure, text).clicked() {
                    let (topic, unit) = belongs(&measure);
                    (draft.topic, draft.unit, draft.measure) = (topic, unit, measure);
                }
            }
        });
        response.response.labelled_by(name.id);
        ui.end_row();
        line(ui, view, "app-column-value", &mut draft.value, "decide-value-hint");
    });
}

/// The topic and the unit that a measure of the lists has.
fn belongs(measure: &Measure) -> (Topic, Unit) {
    match measure {
        Measure::CasesPerFte | Measure::RecommendedLow | Measure::RecommendedHigh => {
            (Topic::Caseload, Unit::CasesPerFte)
        }
        Measure::TotalCases => (Topic::Caseload, Unit::Count),
        Measure::Fte => (Topic::Caseload, Unit::Fte),
        Measure::ReversalRate
        | Measure::UpheldRate
        | Measure::ChangedRate
        | Measure::RemandedRate
        | Measure::DismissedRate => (Topic::Appeals, Unit::Percent),
        _ => (Topic::Appeals, Unit::Count),
    }
}

fn document_ui(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) {
    Grid::new("facts").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
        line(ui, view, "app-column-place", &mut draft.place, "decide-place-hint");
        line(ui, view, "decide-committee", &mut draft.committee, "decide-committee-hint");
        line(ui, view, "decide-date", &mut draft.date, "decide-date-hint");
    });
}

/// A named field in a row of a grid.
fn line(ui: &mut Ui, view: &View<'_>, key: &str, text: &mut String, hint: &str) {
    let name = ui.label(view.text(key));
    ui.add(TextEdit::singleline(text).hint_text(view.text(hint)).desired_width(380.0)).labelled_by(name.id);
    ui.end_row();
}

/// The reason, with what people most often answer one click away; true where Enter was pressed in it.
fn reason_ui(ui: &mut Ui, view: &View<'_>, draft: &mut Draft) -> bool {
    let name = ui.label(view.text("decide-reason"));
    let field = TextEdit::singleline(&mut draft.reason).hint_text(view.text("decide-reason-hint"));
    let edit = ui.add(field.desired_width(f32::INFINITY)).labelled_by(name.id);
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) && !entered {
        edit.request_focus();
    }
    ui.horizontal_wrapped(|ui| {
        for key in reasons(draft.asked) {
            let text = view.text(key);
            if ui.small_button(&text).clicked() {
                draft.reason = text;
            }
        }
    });
    entered
}

fn reasons(asked: Asked) -> &'static [&'static str] {
    match asked {
        Asked::Confirm(_) => &["decide-reason-seen", "decide-reason-sum"],
        Asked::Correct(_) => &["decide-reason-read-wrong", "decide-reason-official"],
        Asked::LeaveOut(_) => &["decide-reason-other", "decide-reason-error"],
        Asked::Add(_) => &["decide-reason-official", "decide-reason-told"],
        Asked::Document(_) => &["decide-reason-front", "decide-reason-file"],
    }
}

impl Draft {
    /// The question as it opens: filled with what holds now.
    fn new(view: &View<'_>, asked: Asked) -> Self {
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
    fn decision(&self, lang: Lang) -> Result<Decision, &'static str> {
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
    let text = text.trim().trim_end_matches('%').trim();
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

/// What was decided, in one line: what, why and when.
#[must_use]
pub fn told(view: &View<'_>, about: &About, reason: &str, time: jiff::Timestamp) -> String {
    let key = match about {
        About::Figure { change: Change::Confirm, .. } => "decide-was-confirmed",
        About::Figure { change: Change::Correct(_), .. } => "decide-was-corrected",
        About::Figure { change: Change::LeaveOut, .. } => "decide-was-left-out",
        About::Added(_) => "decide-was-added",
        About::Document(_) => "decide-was-set",
    };
    let day = time.to_zoned(jiff::tz::TimeZone::UTC).date();
    let date = match view.lang {
        Lang::Da => format!("{}.{}.{}", day.day(), day.month(), day.year()),
        Lang::En => day.to_string(),
    };
    view.text_with(key, &[("reason", reason.into()), ("date", date.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_with_its_labels() {
        use crate::model::source::Format;
        let document = Document::new("a.txt", Format::Text, "I alt Hjemvist 24".to_owned());
        let cell = Span::new(15..17);
        assert_eq!(quote(&document, cell, &[Span::new(0..5), Span::new(6..14)]), "»I alt · Hjemvist: 24«");
        assert_eq!(quote(&document, cell, &[]), "»24«");
    }

    #[test]
    fn values_and_dates_are_read_as_people_type_them() {
        for (text, lang, wanted) in [
            ("48", Lang::Da, Some((48.0, 0))),
            ("1.234,5", Lang::Da, Some((1234.5, 1))),
            ("1.234", Lang::Da, Some((1234.0, 0))),
            ("12.5", Lang::Da, Some((12.5, 1))),
            ("27,0 %", Lang::Da, Some((27.0, 1))),
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
