//! One sentence to figures: each value gets its measure, place, period and scope, from its own words first, then from
//! the value before it, then from what was said before the sentence.

use super::assign::{Group, groups};
use super::label::{Label, labels, rate_of};
use super::learn::learn;
use super::setting::{Setting, scopes};
use crate::data::lexicon::Hit;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::segment::{Segment, segments};
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Doubt, Figure, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::period::Period;

/// The figures of a sentence about appeals; `setting` learns what the sentence speaks of.
#[must_use]
pub fn sentence(clause: &Clause<'_>, setting: &mut Setting) -> Vec<Figure> {
    let named = clause.has_word(&BOARD);
    setting.thread.foreign = (setting.thread.foreign || clause.has(|tag| *tag == Tag::OtherBoard)) && !named;
    // Another board's cases are not Ankestyrelsen's.
    if setting.thread.foreign || is_supposed(clause) || is_target(clause) {
        setting.thread.after_rate = false;
        return Vec::new();
    }
    let labels = labels(clause);
    let scopes = scopes(clause, setting);
    let mut figures = none_decided(clause, &labels, &scopes, setting);
    if figures.is_empty() && !clause.values.is_empty() {
        figures = Binder::new(clause, &labels, &scopes, setting).bind();
    }
    learn(clause, &labels, &scopes, setting, &figures);
    figures
}

/// The board by its own names.
const BOARD: [&str; 3] = ["ankestyrelsen", "ankestyrelsens", "ast"];

/// "Målet er, at omgørelsesprocenten skal ned på 30": what shall be, not what is.
fn is_target(clause: &Clause<'_>) -> bool {
    let aim = clause.tokens.iter().any(|t| {
        t.word().is_some_and(|w| w.starts_with("mål") && !w.starts_with("målgruppe") && !w.starts_with("målt"))
    });
    let shall = |t: &crate::text::token::Token<'_>| t.is_any(&["skal", "skulle"]);
    let first = clause.values.first().map_or(0, |value| value.start);
    let wanted = clause.tokens[..first].iter().rev().take(6).any(shall);
    wanted || (aim && clause.tokens.iter().any(shall))
}

/// An example with invented numbers: "Hvis en kommune har 10 sager ...", "Eksempel: ...".
fn is_supposed(clause: &Clause<'_>) -> bool {
    let first = clause.tokens.iter().find_map(|t| t.word()).unwrap_or_default();
    first == "hvis"
        || first.starts_with("eksempel")
        || first == "regneeksempel"
        || (first == "antag")
        || (first == "for" && clause.tokens.get(1).is_some_and(|t| t.is("eksempel")) && clause.has_word(&["hvis"]))
}

/// "Der har ikke været afgjort sager efter § 95, § 96 eller § 97": a stated 0 for each.
fn none_decided(clause: &Clause<'_>, labels: &[Label], scopes: &[Hit<String>], setting: &Setting) -> Vec<Figure> {
    let Some(act) = labels.iter().find(|l| l.measure == Measure::Decided) else { return Vec::new() };
    let denial = clause.tokens[..act.start].iter().rposition(|t| t.is("ikke") || t.is("ingen"));
    let counted = clause.terms_where(|tag| *tag == Tag::Cases).any(|hit| hit.start.abs_diff(act.end) <= 2);
    let Some(denial) = denial.filter(|_| counted && clause.values.is_empty() && !clause.sections.is_empty()) else {
        return Vec::new();
    };
    let period = clause.periods.first().and_then(|m| setting.resolve(m.named, setting.period())).or(setting.period());
    let after = scopes.iter().filter(|hit| hit.start > act.end && hit.tag.contains('§'));
    after
        .map(|hit| {
            let span = clause.tokens[denial].span;
            let value = Value {
                start: denial,
                end: denial + 1,
                span,
                value: 0.0,
                decimals: 0,
                kind: ValueKind::Count,
                hedge: None,
            };
            figure(clause, &value, Measure::Decided, setting.own.clone(), period, hit.tag.clone())
        })
        .collect()
}

/// What a value was found to be about.
#[derive(Clone, Debug, Default)]
pub(super) struct Binding {
    pub(super) measure: Option<Measure>,
    pub(super) place: Option<Place>,
    /// A place was named that cannot be told ("nabokommunerne").
    pub(super) nameless: bool,
    pub(super) period: Option<Period>,
    pub(super) scope: Option<String>,
    pub(super) doubts: Vec<Doubt>,
}

pub(super) struct Binder<'c, 'a> {
    pub(super) clause: &'c Clause<'a>,
    pub(super) labels: &'c [Label],
    pub(super) scopes: &'c [Hit<String>],
    pub(super) setting: &'c Setting,
    pub(super) segments: Vec<Segment>,
    pub(super) groups: Vec<Group>,
    pub(super) bindings: Vec<Binding>,
}

impl<'c, 'a> Binder<'c, 'a> {
    fn new(clause: &'c Clause<'a>, labels: &'c [Label], scopes: &'c [Hit<String>], setting: &'c Setting) -> Self {
        let bindings = vec![Binding::default(); clause.values.len()];
        Self { clause, labels, scopes, setting, segments: segments(clause), groups: groups(clause, labels), bindings }
    }

    fn bind(mut self) -> Vec<Figure> {
        self.measures();
        self.circumstances();
        self.lists();
        self.changes();
        self.flat_list();
        self.alone_in_parentheses();
        let mut out = Vec::new();
        // "inden for Udvalget for Skole og Børns område": a committee whose name ends who knows where.
        let committee = self.clause.tokens.windows(2).position(|w| w[0].is("udvalget") && w[1].is("for"));
        let vague = committee.is_some_and(|at| {
            self.clause.tokens[at..].iter().any(|t| t.is_any(&["område", "ansvarsområde", "fagområde"]))
        });
        for (value, binding) in self.clause.values.iter().zip(self.bindings) {
            let Some(measure) = binding.measure.filter(|_| !binding.nameless) else { continue };
            if rate_of(&measure) == Some(measure.clone()) && value.value > 100.0 {
                continue;
            }
            let period = if measure == Measure::Pending && binding.period.is_none() {
                self.setting.meeting.map(|meeting| Period::year(meeting.year))
            } else {
                binding.period.or(self.setting.period())
            };
            let place = binding.place.or_else(|| self.setting.own.clone());
            // A committee's share has no counterpart in the nation.
            let unsaid = || match self.setting.scope() {
                scope if scope.ends_with("udvalget") && place.as_ref() == Some(&Place::NATION) => {
                    self.setting.base_scope()
                }
                scope => scope,
            };
            let scope = binding.scope.unwrap_or_else(unsaid);
            let mut figure = figure(self.clause, value, measure, place, period, scope);
            figure.doubts.extend(binding.doubts);
            if vague {
                figure.doubts.push(Doubt::Scope);
            }
            figure.doubts.sort_unstable();
            figure.doubts.dedup();
            out.push(figure);
        }
        out
    }
}

/// The figure of a value; what is not settled makes it uncertain.
pub(super) fn figure(
    clause: &Clause<'_>,
    value: &Value,
    measure: Measure,
    place: Option<Place>,
    period: Option<Period>,
    scope: String,
) -> Figure {
    let mut doubts = Vec::new();
    if place.is_none() {
        doubts.push(Doubt::Place);
    }
    if period.is_none() {
        doubts.push(Doubt::Period);
    }
    let unit = if rate_of(&measure).as_ref() == Some(&measure) { Unit::Percent } else { Unit::Count };
    Figure {
        place,
        period,
        topic: Topic::Appeals,
        scope,
        measure,
        value: value.value,
        decimals: value.decimals,
        unit,
        hedge: value.hedge.clone(),
        origin: Origin::Stated(Source { value: value.span, passage: clause.span, heads: Vec::new() }),
        doubts,
        item: None,
    }
}
