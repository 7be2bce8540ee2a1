//! One sentence to figures: each value gets its measure, place, period and scope, from its own words first, then from
//! the value before it, then from what was said before the sentence.

use super::assign::{Group, assign, groups};
use super::label::{Label, LabelKind, count_of, labels, rate_of};
use super::list::{match_run, value_runs};
use super::setting::{ALL, Cues, Setting, scopes};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::period::{Mention, Named};
use crate::extract::segment::{STRONG, Segment, segments};
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Doubt, Figure, Measure, Origin, Place, Source, Topic, Unit};
use crate::model::period::Period;

/// The figures of a sentence about appeals; `setting` learns what the sentence speaks of.
#[must_use]
pub fn sentence(clause: &Clause<'_>, setting: &mut Setting) -> Vec<Figure> {
    if is_foreign(clause) || is_supposed(clause) {
        setting.thread.after_rate = false;
        return Vec::new();
    }
    let labels = labels(clause);
    let scopes = scopes(clause, setting);
    let mut figures = none_decided(clause, &labels, &scopes, setting);
    if figures.is_empty() {
        figures = Binder::new(clause, &labels, &scopes, setting).bind();
    }
    learn(clause, &labels, &scopes, setting, &figures);
    figures
}

/// Another board's cases are not Ankestyrelsen's.
fn is_foreign(clause: &Clause<'_>) -> bool {
    clause.has(|tag| *tag == Tag::OtherBoard) && !clause.has_word(&["ankestyrelsen", "ankestyrelsens", "ast"])
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
struct Binding {
    measure: Option<Measure>,
    place: Option<Place>,
    /// A place was named that cannot be told ("nabokommunerne").
    nameless: bool,
    period: Option<Period>,
    scope: Option<String>,
    doubts: Vec<Doubt>,
}

struct Binder<'c, 'a> {
    clause: &'c Clause<'a>,
    labels: &'c [Label],
    scopes: &'c [Hit<String>],
    setting: &'c Setting,
    segments: Vec<Segment>,
    groups: Vec<Group>,
    bindings: Vec<Binding>,
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
            figure.doubts.sort_unstable();
            figure.doubts.dedup();
            out.push(figure);
        }
        out
    }

    /// Is the value a percentage, by its unit or by the name of a rate before it?
    fn is_percent(&self, index: usize) -> bool {
        self.clause.values[index].kind == ValueKind::Percent
    }

    fn measures(&mut self) {
        let chosen = assign(self.clause, self.labels, &self.groups);
        let mut last_rate: Option<Measure> = None;
        let mut last_count: Option<Measure> = None;
        for (number, label) in chosen.into_iter().enumerate() {
            let group = self.groups[number].clone();
            let label = label.map(|index| &self.labels[index]);
            let lead = &self.clause.values[group.lead];
            let percent = lead.kind == ValueKind::Percent;
            let measure = match label {
                Some(label) if percent || (lead.kind == ValueKind::Bare && label.kind == LabelKind::Rate) => {
                    rate_of(&label.measure)
                }
                Some(label) if label.kind == LabelKind::Act => self.act(group.lead, label),
                Some(label) if label.kind == LabelKind::Outcome => Some(label.measure.clone()),
                Some(_) => None,
                None if percent => self.inherited_rate(number, last_rate.as_ref()),
                None => self.unlabelled_count(number, last_count.as_ref(), last_rate.as_ref()),
            };
            let measure = measure.filter(|m| !(percent && self.is_share_of_everything(group.lead, m)));
            if let Some(measure) = &measure {
                match rate_of(measure).filter(|rate| rate == measure) {
                    Some(rate) => last_rate = Some(rate),
                    None => last_count = Some(measure.clone()),
                }
            }
            if let Some(twin) = group.twin {
                let percent_twin = self.is_percent(twin.value);
                self.bindings[twin.value].measure = match &measure {
                    // "28 % (116 sager)": a reversal rate and its base.
                    Some(Measure::ReversalRate) if !percent_twin && twin.parenthesised && group.total.is_none() => {
                        Some(Measure::Considered)
                    }
                    Some(measure) if percent_twin => rate_of(measure),
                    Some(measure) => count_of(measure),
                    None => None,
                };
                if percent_twin && let Some(rate) = &self.bindings[twin.value].measure {
                    last_rate = Some(rate.clone());
                }
            }
            if let Some(total) = group.total {
                let twin_rate =
                    group.twin.is_some_and(|t| self.bindings[t.value].measure == Some(Measure::ReversalRate));
                let reversal = measure == Some(Measure::ReversalRate)
                    || twin_rate
                    || (self.groups.len() > number + 1 && self.later_rate(number, &measure));
                self.bindings[total].measure = measure.as_ref().map(|_| self.total_measure(total, reversal));
            }
            self.bindings[group.lead].measure = measure;
        }
    }

    /// "12 ud af 30 sager blev omgjort, svarende til 40 %": the total is the rate's base.
    fn later_rate(&self, number: usize, measure: &Option<Measure>) -> bool {
        *measure == Some(Measure::Reversed) && self.is_percent(self.groups[number + 1].lead)
    }

    /// What the whole in "12 ud af 30" counts: a label directly at it, else what was decided.
    fn total_measure(&self, total: usize, reversal: bool) -> Measure {
        let value = &self.clause.values[total];
        let direct =
            self.labels.iter().find(|l| l.start >= value.end && l.start <= value.end + 1 && l.kind != LabelKind::Rate);
        match direct {
            Some(label)
                if label.measure == Measure::Considered
                    || (label.kind == LabelKind::Outcome
                        && label.end < self.clause.tokens.len()
                        && self.clause.terms.iter().any(|h| h.start == label.end && h.tag == Tag::Cases)) =>
            {
                label.measure.clone()
            }
            Some(label) if label.measure == Measure::Received => Measure::Received,
            _ if reversal => Measure::Considered,
            _ => Measure::Decided,
        }
    }

    /// What an act at a count measures: who decided, who received?
    fn act(&self, index: usize, label: &Label) -> Option<Measure> {
        let value = &self.clause.values[index];
        if self.follows_rate(index) && label.measure == Measure::Decided && self.is_base_phrase(value) {
            return Some(Measure::Considered);
        }
        let words = |list: &[&str]| self.clause.has_word(list);
        if !(self.clause.names_board() || self.speaks_of_appeals() || self.has_outcome()) {
            return None;
        }
        // "Afgjort: 45"
        let colon = label.end + 1 == value.start && self.clause.tokens[label.end].is_symbol(':');
        let again = value.kind == ValueKind::Bare
            && value.decimals == 0
            && self.setting.thread.count.as_ref() == Some(&label.measure);
        // "modtog 37 klager og afgjorde 41"
        let listed =
            self.bindings[..index].iter().any(|b| b.measure.as_ref().is_some_and(|m| rate_of(m).as_ref() != Some(m)));
        let bare = value.kind == ValueKind::Bare && value.decimals == 0;
        let counted = value.kind == ValueKind::Count || self.noun_near(value) || colon || again || (bare && listed);
        match label.measure {
            // "modtaget 45 afgørelser fra Ankestyrelsen": what the board decided.
            Measure::Received => {
                let decisions =
                    self.clause.tokens[value.end..].iter().take(3).any(|t| t.is_any(&["afgørelser", "afgørelse"]));
                let from_board = self.clause.tokens.windows(2).any(|w| {
                    w[0].is("fra") && w[1].is_any(&["ankestyrelsen", "ast", "nævnet", "nævnene", "ankenævnet"])
                });
                Some(if decisions && from_board { Measure::Decided } else { Measure::Received })
                    .filter(|_| counted || words(&["gange"]))
            }
            // "kommunen har genbehandlet 13 sager": the municipality's own work after a remand.
            Measure::Decided => {
                let own_work =
                    self.clause.tokens[..value.start].iter().any(|t| {
                        t.is_any(&["kommunen", "forvaltningen", "vi", "afdelingen", "jobcentret", "administrationen"])
                    }) && !self.clause.has_word(&["ankestyrelsen", "ankestyrelsens", "ast", "nævnet", "styrelsen"])
                        && !self.has_outcome()
                        && label.end <= value.start;
                (!own_work && counted).then_some(Measure::Decided)
            }
            ref other => counted.then(|| other.clone()),
        }
    }

    /// Was the board, or a figure, spoken of shortly before?
    fn speaks_of_appeals(&self) -> bool {
        self.setting.thread.silence <= 3 || self.setting.thread.rate.is_some()
    }

    fn has_outcome(&self) -> bool {
        self.labels.iter().any(|l| l.kind == LabelKind::Outcome)
    }

    fn noun_near(&self, value: &Value) -> bool {
        self.clause
            .terms_where(|tag| *tag == Tag::Cases)
            .any(|hit| hit.start >= value.start.saturating_sub(4) && hit.start <= value.end + 3)
    }

    /// A percentage without a word of its own goes on with the measure before it, where something says so.
    fn inherited_rate(&self, number: usize, last: Option<&Measure>) -> Option<Measure> {
        let group = &self.groups[number];
        let segment = &self.segments[group.lead];
        let words = &self.clause.tokens[segment.tokens.clone()];
        let cue = self.has_cue(segment);
        let pronoun = words.iter().any(|t| {
            t.is_any(&[
                "det",
                "den",
                "dette",
                "denne",
                "tallet",
                "andelen",
                "tilsvarende",
                "niveauet",
                "procenten",
                "gennemsnittet",
                "procentsatsen",
                "resultatet",
            ])
        });
        if let Some(last) = last {
            let joined = words.iter().take(3).any(|t| {
                t.is_symbol(',')
                    || t.is_symbol('(')
                    || t.is_any(&["og", "til", "mod", "vs", "samt", "mens", "eller", "hvor"])
            });
            return (cue || pronoun || joined).then(|| last.clone());
        }
        // A rate's name or an outcome anywhere before it in the sentence.
        let before = self
            .labels
            .iter()
            .rev()
            .find(|l| l.end <= group.start && l.kind != LabelKind::Act && rate_of(&l.measure).is_some());
        if let Some(label) = before.filter(|l| l.kind == LabelKind::Rate || cue) {
            return rate_of(&label.measure);
        }
        let after = self.labels.iter().find(|l| l.start >= group.end && l.kind == LabelKind::Rate);
        if let Some(label) = after {
            return rate_of(&label.measure);
        }
        if let Some(announced) = self.setting.thread.announced.as_ref().and_then(rate_of) {
            return Some(announced);
        }
        if !self.setting.thread.list.is_empty() {
            return self.setting.thread.rate.clone();
        }
        let thread = self.setting.thread.rate.clone().filter(|_| self.setting.thread.age <= 2);
        let bare = words.iter().any(|t| t.is_any(&["det", "den", "dette", "denne", "resultatet"]));
        (cue || pronoun && !bare || bare && self.setting.thread.age == 0).then_some(thread).flatten()
    }

    /// Does the segment name a place or a period of its own?
    fn has_cue(&self, segment: &Segment) -> bool {
        let inside = |at: usize| segment.tokens.contains(&at);
        self.clause.periods.iter().any(|m| inside(m.start))
            || self.clause.places.iter().any(|h| inside(h.start))
            || self.clause.terms.iter().any(|h| matches!(h.tag, Tag::Nation) && inside(h.start))
            || self.scopes.iter().any(|h| inside(h.start))
    }

    /// A count that no outcome or act labels: the base of a rate, the count of one, or what was decided.
    fn unlabelled_count(
        &self,
        number: usize,
        last_count: Option<&Measure>,
        last_rate: Option<&Measure>,
    ) -> Option<Measure> {
        let group = &self.groups[number];
        let value = &self.clause.values[group.lead];
        let segment = &self.segments[group.lead];
        let words = &self.clause.tokens;
        let before = value.start.saturating_sub(5)..value.start;
        if value.kind == ValueKind::Bare && !self.noun_near(value) {
            // "2019: 12, 2020: 15": the same measure for another year or place.
            let listed = last_count.filter(|_| self.has_cue(segment) && segment.strength <= 3);
            let announced = self
                .setting
                .thread
                .announced
                .as_ref()
                .filter(|m| rate_of(m).as_ref() != Some(m) && self.has_cue(segment));
            let rate = self
                .setting
                .thread
                .announced
                .as_ref()
                .filter(|m| value.value <= 100.0 && rate_of(m).as_ref() == Some(m) && self.has_cue(segment));
            let same_rate = last_rate.filter(|_| {
                value.value <= 100.0 && last_count.is_none() && (self.has_cue(segment) || segment.tokens.start > 0)
            });
            let unsaid = listed.or(announced).or(rate).or(same_rate).cloned();
            return unsaid.or_else(|| self.parallel_bare(number)).or_else(|| self.repeated_count(segment));
        }
        if value.kind == ValueKind::Bare && value.decimals > 0 {
            return None;
        }
        // "(39 sager i 2017)" behind an outcome: of the outcome, or of all? It cannot be told.
        if segment.depth > 0 && last_count.is_some() {
            return last_count.cloned();
        }
        if words[before.clone()].iter().any(|t| t.is_any(&["svarer", "svarende", "udgør"]))
            && words[before.clone()].iter().any(|t| t.is("til"))
        {
            let rate = last_rate.or(self.setting.thread.rate.as_ref().filter(|_| self.setting.thread.after_rate))?;
            return count_of(rate);
        }
        if (last_rate == Some(&Measure::ReversalRate) || self.setting.thread.after_rate) && self.is_base_phrase(value) {
            return Some(Measure::Considered);
        }
        // "fra 90 til 60 sager" stands with the word before it.
        if let Some(last) = last_count.filter(|_| self.has_cue(segment) && segment.strength <= STRONG) {
            return Some(last.clone());
        }
        if let Some(count) = self.repeated_count(segment) {
            return Some(count);
        }
        let total = words[before].iter().any(|t| t.is_any(&["alt", "samlet", "ialt"]))
            || words[value.end..].iter().any(|t| t.is_any(&["hvoraf", "heraf"]));
        let about = self.clause.names_board()
            || self.speaks_of_appeals()
            || self.has_outcome()
            || !self.clause.sections.is_empty();
        let noun = self
            .clause
            .terms_where(|tag| *tag == Tag::Cases)
            .any(|hit| hit.start >= value.end && hit.start <= value.end + 3);
        let about_scope = self.scopes.iter().any(|h| segment.tokens.contains(&h.start))
            && self.clause.has_word(&[
                "hører",
                "til",
                "vedrører",
                "vedrørte",
                "vedrørende",
                "vedr",
                "omhandler",
                "på",
                "efter",
                "inden",
            ]);
        (about && noun && (total || about_scope || self.clause.names_board() && self.is_first_total(number)))
            .then_some(Measure::Decided)
    }

    /// "Året før var det 77": what the sentence before counted, for another time or place.
    fn repeated_count(&self, segment: &Segment) -> Option<Measure> {
        let pronoun =
            self.clause.tokens[segment.tokens.clone()].iter().any(|t| t.is_any(&["det", "tallet", "antallet", "der"]));
        let verb = self.clause.has_word(&["var", "er", "lå", "ligger", "blev"]);
        (pronoun && verb && self.has_cue(segment)).then(|| self.setting.thread.count.clone()).flatten()
    }

    /// "Danmarkskortet viser 30 afgørelser": the first count of a sentence that only names the board.
    fn is_first_total(&self, number: usize) -> bool {
        number == 0
            && self.clause.has_word(&["indeholder", "omfatter", "dækker", "viser", "bygger", "indgår", "drejer"])
    }

    /// Bare numbers that a parallel list will give their measure, behind the name of a rate.
    fn parallel_bare(&self, number: usize) -> Option<Measure> {
        let lead = self.groups[number].lead;
        let in_run = value_runs(self.clause).into_iter().any(|run| run.contains(&lead));
        (in_run && !self.setting.thread.list.is_empty()).then(|| self.setting.thread.rate.clone()).flatten()
    }

    /// "med udgangspunkt i 59", "dækker over 7", "baseret på 12", "ud af 25".
    fn is_base_phrase(&self, value: &Value) -> bool {
        let from = value.start.saturating_sub(6);
        self.clause.tokens[from..value.start].iter().any(|t| {
            t.is_any(&[
                "udgangspunkt",
                "dækker",
                "baseret",
                "baserer",
                "bygger",
                "grundlag",
                "beregnet",
                "opgjort",
                "ud",
                "omfatter",
                "udregnet",
            ])
        })
    }

    fn follows_rate(&self, index: usize) -> bool {
        let in_sentence = (0..index).any(|i| self.bindings[i].measure == Some(Measure::ReversalRate));
        in_sentence || (self.setting.thread.after_rate && self.setting.thread.rate == Some(Measure::ReversalRate))
    }

    /// "0,08 procent af alle afgørelser", "under 2 pct. ankes": a share of all that the municipality decides.
    fn is_share_of_everything(&self, index: usize, measure: &Measure) -> bool {
        let value = &self.clause.values[index];
        let segment = &self.segments[index];
        let words = &self.clause.tokens[segment.tokens.clone()];
        let all = words.iter().any(|t| t.is_any(&["alle", "samtlige", "samlede", "mange"]));
        let decisions = words.iter().any(|t| t.is_any(&["afgørelser", "kommunens", "sager"]));
        let board = words.iter().any(|t| {
            t.is_any(&[
                "ankestyrelsen",
                "ankestyrelsens",
                "afgjorte",
                "behandlede",
                "realitetsbehandlede",
                "klager",
                "klagesager",
                "påklagede",
                "ankesager",
            ])
        });
        let rate_named = self.labels.iter().any(|l| l.kind == LabelKind::Rate);
        (value.value > 0.0 && value.value < 1.0 && *measure != Measure::DismissedRate)
            || (all && decisions && !board && !rate_named && words.iter().any(|t| t.is("af")))
    }

    fn circumstances(&mut self) {
        for index in 0..self.clause.values.len() {
            let place = self.place(index);
            let period = self.period(index);
            let scope = self.scope(index);
            let binding = &mut self.bindings[index];
            binding.nameless = matches!(place, Some(None));
            binding.place = place.flatten();
            binding.period = period;
            binding.scope = scope;
        }
    }

    /// The last value before this one whose words hold for it too: not inside a parenthesis that is closed by now.
    fn previous(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|&i| self.segments[i].depth <= self.segments[index].depth)
    }

    /// Picks the cue of a value among cues in its segment: the nearest before it, else one directly behind it.
    fn cue<'h, T>(&self, index: usize, cues: &'h [(usize, usize, T)]) -> Option<&'h T> {
        let value = &self.clause.values[index];
        let segment = &self.segments[index].tokens;
        let inside: Vec<_> = cues.iter().filter(|(start, _, _)| segment.contains(start)).collect();
        let before = inside.iter().rev().find(|(_, end, _)| *end <= value.start);
        let after = inside.iter().find(|(start, _, _)| *start >= value.end && self.attaches(value.end, *start));
        let far = before.map(|(_, end, _)| value.start - end);
        match (before, after) {
            // "Omgørelsesprocenten for § 41 var 12 pct. i Lejre": what stands right behind is nearer than what came first.
            (Some((_, _, b)), Some((start, _, a))) => {
                Some(if far.is_some_and(|far| far > 6 && start - value.end <= 3) { a } else { b })
            }
            (b, a) => b.or(a).map(|(_, _, cue)| cue),
        }
    }

    /// Does a cue behind a value belong to it, with no break and no comparison between?
    fn attaches(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            let token = &self.clause.tokens[at];
            // "118 sager under udvalgets område"
            let belongs =
                token.is("under") && at > 0 && self.clause.terms.iter().any(|h| h.tag == Tag::Cases && h.end == at);
            belongs
                || !token.is_symbol(',')
                    && !token.is_symbol(';')
                    && !token.is_any(&[
                        "end",
                        "over",
                        "under",
                        "højere",
                        "lavere",
                        "forhold",
                        "sammenlignet",
                        "niveau",
                        "mens",
                        "mod",
                        "hvilket",
                        "svarer",
                        "dermed",
                        "siden",
                    ])
        })
    }

    /// `Some(None)`: others without a name. `None`: nothing named.
    fn place(&self, index: usize) -> Option<Option<Place>> {
        let value_start = self.clause.values[index].start;
        let terms = self.clause.terms.iter().filter_map(|h| {
            let place = match h.tag {
                Tag::Nation => Some(Place::NATION),
                Tag::Own => self.setting.own.clone(),
                Tag::Nameless => None,
                _ => return None,
            };
            (!self.is_yardstick(index, h)).then_some((h.start, h.end, place))
        });
        let mut cues: Vec<_> =
            self.clause.places.iter().map(|h| (h.start, h.end, Some(h.tag.clone()))).chain(terms).collect();
        cues.sort_by_key(|(start, _, _)| *start);
        if let Some(place) = self.cue(index, &cues) {
            return Some(place.clone());
        }
        let previous = self.previous(index)?;
        // "over landsgennemsnittet (34 % vs. 30 %)": the second is the yardstick's.
        let against = self.clause.tokens[self.clause.values[previous].end..value_start]
            .iter()
            .any(|t| t.is_any(&["vs", "versus", "mod", "kontra"]));
        let yardstick = self.clause.terms.iter().any(|h| h.tag == Tag::Nation && self.is_yardstick(previous, h));
        if against && yardstick && previous + 1 == index {
            return Some(Some(Place::NATION));
        }
        let mut strength = (previous + 1..=index).map(|i| self.segments[i].strength).max().unwrap_or(0);
        // "30 procent i 2021 mod 32 procent året før": the same place at another time.
        let start = self.segments[index].tokens.start;
        let against_time = self.clause.tokens[start..value_start].iter().any(|t| t.is("mod"))
            && self.clause.periods.iter().any(|m| self.segments[index].tokens.contains(&m.start));
        if against_time {
            strength = 0;
        }
        let inside = self.segments[index].depth > self.segments[previous].depth;
        if strength < STRONG || inside {
            return match (&self.bindings[previous].place, self.bindings[previous].nameless) {
                (_, true) => Some(None),
                (Some(place), false) => Some(Some(place.clone())),
                (None, false) => None,
            };
        }
        None
    }

    /// "ligger over landsgennemsnittet med 46 %": what the value is measured against, not what it is of.
    fn is_yardstick(&self, index: usize, hit: &Hit<Tag>) -> bool {
        let value = &self.clause.values[index];
        hit.end <= value.start
            && self.clause.tokens[hit.end..value.start].iter().any(|t| t.is("med") || t.is_symbol('('))
            && hit.start > 0
            && self.clause.tokens[hit.start - 1].is_any(&["over", "under", "end"])
    }

    fn period(&self, index: usize) -> Option<Period> {
        let base = self.previous(index).and_then(|i| self.bindings[i].period).or(self.setting.period());
        let cues: Vec<_> = self.clause.periods.iter().map(|m| (m.start, m.end, *m)).collect();
        if let Some(mention) = self.cue(index, &cues) {
            return self.setting.resolve(mention.named, base);
        }
        if let Some(mention) =
            self.tail(index).and_then(|tail| self.clause.periods.iter().find(|m| tail.contains(&m.start)))
        {
            return self.setting.resolve(mention.named, base);
        }
        self.previous(index).and_then(|i| self.bindings[i].period)
    }

    /// What goes on behind a parenthesis that holds other values: "27 % (32 % i 2018) af de sager i 2019".
    fn tail(&self, index: usize) -> Option<std::ops::Range<usize>> {
        let depth = self.segments[index].depth;
        let inner = (index + 1..self.segments.len()).take_while(|&i| self.segments[i].depth > depth).last()?;
        let from = self.clause.values[inner].end;
        let end = self.segments[inner].tokens.end;
        let close = (from..end).find(|&at| self.clause.tokens[at].is_symbol(')'))?;
        Some(close..end)
    }

    fn scope(&self, index: usize) -> Option<String> {
        let cues: Vec<_> = self.scopes.iter().map(|h| (h.start, h.end, h.tag.clone())).collect();
        if let Some(scope) = self.cue(index, &cues) {
            return Some(scope.clone());
        }
        let segment = &self.clause.tokens[self.segments[index].tokens.clone()];
        if segment.windows(2).any(|w| w[0].is("som") && w[1].is("helhed")) {
            return Some(self.setting.base_scope());
        }
        if index > 0 && segment.iter().any(|t| t.is_any(&["samlede", "samlet", "overordnede", "generelle"])) {
            return Some(self.setting.base_scope());
        }
        let map = || {
            self.clause.tokens.iter().any(|t| t.word().is_some_and(|w| w.starts_with("danmarkskort") || w == "kortet"))
        };
        let previous = self.previous(index).and_then(|i| self.bindings[i].scope.clone());
        previous.or_else(|| (self.setting.scope() == ALL && map()).then(|| "SEL".to_owned()))
    }

    /// Values and words matched by position.
    fn lists(&mut self) {
        for run in value_runs(self.clause) {
            let cues = match_run(self.clause, self.labels, self.scopes, self.setting, run.len());
            let shared = run.clone().find_map(|i| self.bindings[i].measure.clone());
            let (place, period) = (self.bindings[run.start].place.clone(), self.bindings[run.start].period);
            for (index, Cues { measure, scope, place: own_place, period: own_period }) in run.zip(cues) {
                let percent = self.is_percent(index)
                    || self.clause.values[index].kind == ValueKind::Bare
                        && shared.as_ref().is_some_and(|m| rate_of(m).as_ref() == Some(m));
                let binding = &mut self.bindings[index];
                if let Some(measure) = measure {
                    binding.measure = if percent { rate_of(&measure) } else { Some(measure) };
                } else if binding.measure.is_none() {
                    binding.measure.clone_from(&shared);
                }
                binding.scope = scope.or(binding.scope.take());
                binding.place = own_place.or_else(|| place.clone()).or(binding.place.take());
                binding.period = own_period.or(period).or(binding.period);
            }
        }
    }

    /// "fra 40 til 34 procent i 2021": the first value is of the earlier time.
    fn changes(&mut self) {
        let tokens = &self.clause.tokens;
        for index in 1..self.clause.values.len() {
            let (first, second) = (&self.clause.values[index - 1], &self.clause.values[index]);
            let hedge_free = |at: usize| {
                (1..=3)
                    .filter_map(|back| at.checked_sub(back))
                    .find(|&p| !tokens[p].is_symbol('.') && WORDS.hedges.at(tokens, p).is_none())
            };
            let from = hedge_free(first.start).is_some_and(|p| tokens[p].is("fra"));
            let to = hedge_free(second.start).is_some_and(|p| p >= first.end && tokens[p].is("til"));
            if !(from && to) {
                continue;
            }
            self.bindings[index].measure =
                self.bindings[index].measure.clone().or_else(|| self.bindings[index - 1].measure.clone());
            let named = |range: std::ops::Range<usize>| -> Vec<(usize, Period)> {
                self.clause
                    .periods
                    .iter()
                    .filter(|m| range.contains(&m.start))
                    .filter_map(|m| Some((m.start, self.setting.resolve(m.named, self.setting.period())?)))
                    .collect()
            };
            let start = self.segments[index - 1].tokens.start;
            let end = self.segments[index].tokens.end;
            let (before, between, after) =
                (named(start..first.start), named(first.end..second.start), named(second.end..end));
            let since =
                before.iter().chain(&after).find(|(at, _)| *at > 0 && tokens[at - 1].is("siden")).map(|(_, p)| *p);
            let outer: Vec<Period> =
                before.iter().chain(&after).map(|(_, p)| *p).filter(|p| Some(*p) != since).collect();
            let year_before = |period: Period| self.setting.resolve(Named::YearBefore, Some(period));
            let (earlier, later) = match (between.first(), outer.as_slice()) {
                (Some((_, earlier)), [.., later]) => (Some(*earlier), Some(*later)),
                (Some((_, earlier)), []) => (
                    Some(*earlier),
                    self.setting
                        .heading_period
                        .or(self.setting.item_period)
                        .filter(|p| p > earlier)
                        .or_else(|| self.year_after(*earlier)),
                ),
                (None, [earlier, .., later]) => (Some((*earlier).min(*later)), Some((*earlier).max(*later))),
                (None, [later]) => (since.or_else(|| year_before(*later)), Some(*later)),
                (None, []) => {
                    let later =
                        self.setting.period().filter(|p| since.is_none_or(|s| *p > s)).or(self.setting.item_period);
                    (since.or_else(|| later.and_then(year_before)), later)
                }
            };
            // Set also where it stays unknown: the earlier time is not the sentence's.
            self.bindings[index - 1].period = earlier;
            self.bindings[index].period = later;
            if earlier.is_none() {
                self.bindings[index - 1].doubts.push(Doubt::Period);
            }
        }
    }

    /// "96 (104) sager": another time's number, known only where the text says which.
    fn alone_in_parentheses(&mut self) {
        for index in 1..self.clause.values.len() {
            let value = &self.clause.values[index];
            let tokens = &self.clause.tokens;
            let alone = value.start > 0
                && tokens[value.start - 1].is_symbol('(')
                && tokens.get(value.end).is_some_and(|t| t.is_symbol(')'));
            let same_kind =
                (self.clause.values[index - 1].kind == ValueKind::Percent) == (value.kind == ValueKind::Percent);
            if alone && same_kind {
                let measure = self.bindings[index - 1].measure.clone();
                self.bindings[index].measure = measure.filter(|_| self.setting.in_parentheses.is_some());
                self.bindings[index].period = self.setting.in_parentheses;
            }
        }
    }

    fn year_after(&self, period: Period) -> Option<Period> {
        period
            .as_year()
            .map(|year| Period::year(year + 1))
            .filter(|p| self.setting.meeting.is_none_or(|m| p.from.year <= m.year))
    }

    /// Beside "hjemvist" in a flat list "omgjort" means changed; and a parenthesis that repeats an outcome for another
    /// time may mean all cases.
    fn flat_list(&mut self) {
        let has =
            |measure: &Measure, bindings: &[Binding]| bindings.iter().any(|b| b.measure.as_ref() == Some(measure));
        for (reversed, changed, remanded) in [
            (Measure::Reversed, Measure::Changed, Measure::Remanded),
            (Measure::ReversalRate, Measure::ChangedRate, Measure::RemandedRate),
        ] {
            if !has(&reversed, &self.bindings) || !has(&remanded, &self.bindings) || has(&changed, &self.bindings) {
                continue;
            }
            let at = |measure: &Measure| self.bindings.iter().position(|b| b.measure.as_ref() == Some(measure));
            let (Some(r), Some(h)) = (at(&reversed), at(&remanded)) else { continue };
            let (first, last) = (r.min(h), r.max(h));
            let between = &self.clause.tokens[self.clause.values[first].end..self.clause.values[last].start];
            let nested = between.iter().any(|t| t.is_any(&["heraf", "hvoraf", "mens", "mod"]) || t.is_symbol('('));
            let by_name = self.labels.iter().any(|l| l.kind == LabelKind::Rate && l.measure == reversed);
            let same =
                self.bindings[r].period == self.bindings[h].period && self.bindings[r].place == self.bindings[h].place;
            if !nested && !by_name && same {
                self.bindings[r].measure = Some(changed);
            }
        }
        for index in 1..self.bindings.len() {
            let value = &self.clause.values[index];
            let inside = self.segments[index].depth > self.segments[index - 1].depth;
            let noun = self.noun_near(value) && value.kind == ValueKind::Count;
            let outcome = matches!(
                self.bindings[index].measure,
                Some(Measure::Upheld | Measure::Changed | Measure::Remanded | Measure::Dismissed | Measure::Reversed)
            );
            let own_label = self.labels.iter().any(|l| {
                self.segments[index].tokens.contains(&l.start)
                    && l.start > self.clause.values[index - 1].end
                    && l.kind == LabelKind::Outcome
                    && l.start >= self.segments[index].tokens.start
            });
            let is_twin = self.groups.iter().any(|g| g.twin.is_some_and(|t| t.value == index));
            if inside && noun && outcome && !own_label && !is_twin {
                self.bindings[index].doubts.push(Doubt::Measure);
            }
        }
    }
}

/// The figure of a value; what is not settled makes it uncertain.
fn figure(
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

/// What the next sentence may leave unsaid.
fn learn(clause: &Clause<'_>, labels: &[Label], scopes: &[Hit<String>], setting: &mut Setting, figures: &[Figure]) {
    let first_value = clause.values.first().map_or(clause.tokens.len(), |v| v.start);
    // "I juli 2020 offentliggjorde ministeriet tallene for 2019": the year of the figures comes last.
    let published = clause.tokens.iter().position(|t| {
        t.word().is_some_and(|w| {
            w.starts_with("offentlig") || w.starts_with("udgiv") || w.starts_with("udsend") || w.starts_with("udkom")
        })
    });
    let spoken = |m: &&Mention| published.is_none_or(|verb| m.start > verb);
    let leading = clause.periods.iter().filter(spoken).find(|m| m.start < first_value);
    let leading = leading.and_then(|m| setting.resolve(m.named, setting.period()));
    let own = figures.iter().filter(|f| !f.is_nation()).filter_map(|f| f.period).max();
    if let Some(period) = leading.or(own.filter(|_| !clause.periods.is_empty())) {
        setting.thread.period = Some(period);
    }
    let only = figures.first().map(|f| &f.scope).filter(|scope| figures.iter().all(|f| f.scope == **scope));
    let map = clause.tokens.iter().any(|t| t.word().is_some_and(|w| w.starts_with("danmarkskort") || w == "kortet"));
    if let Some(scope) = scopes.iter().find(|h| h.start < first_value || figures.is_empty()) {
        setting.thread.scope = Some(scope.tag.clone());
    } else if let Some(scope) = only.filter(|_| !scopes.is_empty()) {
        setting.thread.scope = Some(scope.clone());
    } else if map && setting.scope() == ALL {
        setting.thread.scope = Some("SEL".to_owned());
    }
    let rates: Vec<&Figure> = figures.iter().filter(|f| f.unit == Unit::Percent).collect();
    let named = labels.iter().find(|l| l.kind == LabelKind::Rate).map(|l| l.measure.clone());
    if let Some(rate) = rates.first().map(|f| f.measure.clone()).or(named) {
        setting.thread.rate = Some(rate);
        setting.thread.age = 0;
    }
    setting.thread.count = figures.iter().find(|f| f.unit == Unit::Count).map(|f| f.measure.clone());
    if !figures.is_empty() || clause.names_board() {
        setting.thread.silence = 0;
    }
    setting.thread.after_rate = rates.last().is_some_and(|f| f.measure == Measure::ReversalRate && !f.is_nation());
    for run in value_runs(clause) {
        let cues = match_run(clause, labels, scopes, setting, run.len());
        if !cues.is_empty() {
            // The next sentence's place is its own.
            setting.thread.list = cues.into_iter().map(|cue| Cues { place: None, ..cue }).collect();
        }
    }
}
