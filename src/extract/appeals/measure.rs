//! What each value of a sentence measures: by its label, by the value before it, by what was said before.

use super::assign::assign;
use super::base::is_whole_behind_shares;
use super::bind::Binder;
use super::committee::is_first_half;
use super::label::{LabelKind, count_of, rate_of};
use super::list::{takes_up, value_runs};
use super::matter::tells_of_some;
use super::portion::leaves_out_dismissed;
use super::setting::ALL;
use crate::data::words::{Tag, WORDS};
use crate::extract::segment::Segment;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Doubt, Figure, Measure, Unit};
use crate::text::token::{Kind, Token};

impl Binder<'_, '_> {
    /// Is the value a percentage, by its unit or by the name of a rate before it?
    pub(super) fn is_percent(&self, index: usize) -> bool {
        self.clause.values()[index].kind == ValueKind::Percent
    }

    pub(super) fn measures(&mut self) {
        let chosen = assign(self.clause, self.labels, &self.groups);
        let mut last_rate: Option<Measure> = None;
        let mut last_count: Option<Measure> = None;
        let mut after_rate = false;
        for (number, label) in chosen.into_iter().enumerate() {
            let group = self.groups[number].clone();
            let label = label.map(|index| &self.labels[index]);
            let lead = &self.clause.values()[group.lead];
            let percent = lead.kind == ValueKind::Percent || self.says_percent(lead);
            let measure = match label {
                Some(label) if percent || (lead.kind == ValueKind::Bare && label.kind == LabelKind::Rate) => {
                    rate_of(&label.measure)
                }
                Some(label)
                    if last_rate.is_some()
                        && is_whole_behind_shares(&self.clause.tokens, lead.start, label.start..label.end) =>
                {
                    let all = self.labels.iter().any(|label| label.measure == Measure::Dismissed);
                    let base = last_rate == Some(Measure::ReversalRate) && !all;
                    Some(if base { Measure::Considered } else { Measure::Decided })
                }
                Some(label) if label.kind == LabelKind::Act => self.act(group.lead, label),
                Some(label) if label.kind == LabelKind::Outcome => Some(label.measure.clone()),
                Some(_) => None,
                None if percent => self
                    .pointed_at()
                    .or_else(|| self.share_of_the_last(lead))
                    .or_else(|| self.share_without_dismissed(group.lead))
                    .or_else(|| self.inherited_rate(number, last_rate.as_ref())),
                None if let Some(part) = self.outcome_of_part(&group) => Some(part),
                None if let Some(parted) = self.parted_whole(&group) => Some(parted.whole.measure.clone()),
                None => self
                    .same_part(number)
                    .or_else(|| self.unlabelled_count(number, last_count.as_ref(), last_rate.as_ref(), after_rate)),
            };
            let measure = measure.filter(|m| !(percent && self.is_share_of_everything(group.lead, m)));
            let uncounted = |label| {
                self.was_to_happen(label)
                    || self.is_condition(label)
                    || self.is_own_outcome(label)
                    || self.is_not_counted(group.lead, label)
            };
            let measure = measure.filter(|_| !label.is_some_and(uncounted));
            // "Reglerne er ændret to gange": how often, and of something else where nobody names the board.
            let times = self.clause.tokens.get(lead.end).is_some_and(|t| t.is("gange")) && !self.clause.names_board();
            let measure = measure.filter(|_| !times);
            let measure = measure.filter(|_| percent || group.total.is_some() || !self.is_choice(group.lead, label));
            let measure = measure.filter(|_| !self.is_of_other_parts(lead));
            let measure = measure.filter(|_| percent || !tells_of_some(self.clause, self.labels, lead));
            if let Some(measure) = &measure {
                let rate = rate_of(measure).filter(|rate| rate == measure);
                after_rate = rate.is_some();
                match rate {
                    Some(rate) => last_rate = Some(rate),
                    None => last_count = Some(measure.clone()),
                }
            }
            let rate = measure.as_ref().is_some_and(|m| rate_of(m).as_ref() == Some(m));
            if measure == Some(Measure::ReversalRate) && self.may_be_share_of_decisions(group.lead) {
                self.bindings[group.lead].doubts.push(Doubt::Measure);
            }
            // "Køge er på 28 % (171 sager)": of cases.
            let of_cases = group.twin.is_some_and(|twin| self.clause.values()[twin.value].kind == ValueKind::Count);
            let plain = of_cases || self.is_map_s(lead) || self.is_yardsticks(group.lead) || self.goes_on_plainly();
            if rate && self.labels.is_empty() && (!plain || self.may_be_of_several_outcomes(measure.as_ref())) {
                self.bindings[group.lead].doubts.push(Doubt::Measure);
            }
            if let Some(twin) = group.twin {
                let percent_twin = self.is_percent(twin.value);
                self.bindings[twin.value].measure = match &measure {
                    // "28 % (116 sager)": a reversal rate and its base.
                    Some(Measure::ReversalRate) if !percent_twin && twin.parenthesised && group.total.is_none() => {
                        Some(self.base_or_count(twin.value))
                    }
                    Some(measure) if percent_twin => rate_of(measure),
                    Some(measure) => count_of(measure),
                    None => None,
                };
                // "12 blev omgjort, svarende til 2 procent af kommunens afgørelser"
                if percent_twin && self.is_of_own_decisions(twin.value) {
                    self.bindings[twin.value].doubts.push(Doubt::Measure);
                }
                if percent_twin && let Some(rate) = &self.bindings[twin.value].measure {
                    last_rate = Some(rate.clone());
                }
            }
            if let Some(total) = group.total {
                let twin_rate =
                    group.twin.is_some_and(|t| self.bindings[t.value].measure == Some(Measure::ReversalRate));
                let reversal = measure == Some(Measure::ReversalRate)
                    || twin_rate
                    || (self.groups.len() > number + 1 && self.later_rate(number, &measure))
                    || measure == Some(Measure::Reversed) && self.explains_the_rate(lead, total);
                let whole = self.parted_whole(&group).map(|parted| parted.whole.measure.clone());
                let whole = whole.or_else(|| measure.as_ref().map(|_| self.total_measure(total, reversal)));
                // "Der blev klaget over 93 af kommunens 5.120 afgørelser": all that it decided.
                let received = measure == Some(Measure::Received);
                let whole = whole.filter(|_| !(received && self.is_own_total(total)));
                self.bindings[total].measure = whole;
            }
            self.bindings[group.lead].measure = measure;
            let received = self.bindings[group.lead].measure == Some(Measure::Received);
            let at_home = received && label.is_some_and(|label| self.may_be_received_at_home(label));
            let doubtful = self.may_be_fraction(&group) || at_home;
            for part in std::iter::once(group.lead).chain(group.total).filter(|_| doubtful) {
                self.bindings[part].doubts.push(Doubt::Measure);
            }
            if self.is_fraction_in_words(&group) || self.is_of_a_matter(&group) {
                for part in std::iter::once(group.lead).chain(group.total) {
                    self.bindings[part].measure = None;
                }
            }
        }
        for index in 0..self.bindings.len() {
            let said = self.setting.thread.without_dismissed || leaves_out_dismissed(self.clause, index);
            let decided = self.bindings[index].measure == Some(Measure::Decided);
            if decided && (said || self.is_base_of_the_next(index)) {
                self.bindings[index].measure = Some(Measure::Considered);
            }
        }
    }

    /// "Fordeles omgørelserne på love, er procenten for aktivloven 33": a percentage without its sign.
    fn says_percent(&self, value: &Value) -> bool {
        let tokens = &self.clause.tokens[..value.start];
        let word =
            |t: &Token<'_>| t.word().is_some_and(|w| w.starts_with("procent")) && WORDS.lists.rate_pronouns.has(t);
        let ends = |t: &Token<'_>| matches!(t.kind, Kind::Symbol(';' | '(' | ')')) || t.number().is_some();
        let from = tokens.iter().rposition(ends).map_or(0, |at| at + 1);
        // "svarende til 72 procent, mens 11 blev hjemvist": the unit of another number.
        let unit = usize::from(from > 0 && tokens[from - 1].number().is_some());
        let named = tokens.get(from + unit..).is_some_and(|tokens| tokens.iter().any(word));
        value.kind == ValueKind::Bare && value.value <= 100.0 && named
    }

    /// "12 ud af 30 sager blev omgjort, svarende til 40 %": the total is the rate's base.
    pub(super) fn later_rate(&self, number: usize, measure: &Option<Measure>) -> bool {
        *measure == Some(Measure::Reversed) && self.is_percent(self.groups[number + 1].lead)
    }

    /// What the whole in "12 ud af 30" counts: a label directly at it, else what was decided.
    pub(super) fn total_measure(&self, total: usize, reversal: bool) -> Measure {
        let value = &self.clause.values()[total];
        // "29 af dem blev omgjort. 24 af de 29 er hjemvisninger": what was counted just before.
        let definite = value.start > 0 && self.clause.tokens[value.start - 1].is_any(&["de", "disse"]);
        let bare = definite && self.clause.tokens.get(value.end).is_some_and(|t| WORDS.lists.parting.has(t));
        let counted = |f: &&Figure| f.unit == Unit::Count && (f.value - value.value).abs() < 1e-6;
        if let Some(said) = self.setting.said.iter().rev().take(3).find(counted).filter(|_| bare)
            && said.place == self.setting.own
        {
            return said.measure.clone();
        }
        // "Her blev 9 sager omgjort. 8 af de 9 sager blev hjemvist"
        let noun = |at: usize| self.clause.tokens.get(at).is_some_and(|t| WORDS.case_nouns.has(t));
        let named = definite && noun(value.end);
        let named = named && self.clause.tokens.get(value.end + 1).is_some_and(|t| WORDS.lists.parting.has(t));
        let again = self.labels.iter().find(|label| label.start > value.end);
        let again = again.is_some_and(|label| matches!(label.measure, Measure::Changed | Measure::Remanded));
        let mut same = self.setting.said.iter().rev().take(6).filter(counted);
        if named && again && same.next().is_some_and(|f| f.measure == Measure::Reversed && f.place == self.setting.own)
        {
            return Measure::Reversed;
        }
        let direct =
            self.labels.iter().find(|l| l.start >= value.end && l.start <= value.end + 1 && l.kind != LabelKind::Rate);
        // "17 af de 41 sager, som Ankestyrelsen realitetsbehandlede, blev omgjort"
        let tokens = &self.clause.tokens;
        let comma = (value.end..tokens.len().min(value.end + 5)).find(|&at| tokens[at].is_symbol(','));
        let relative = comma.filter(|&at| tokens.get(at + 1).is_some_and(|t| t.is_any(&["som", "der"])));
        let close =
            relative.map(|open| (open + 1..tokens.len()).find(|&at| tokens[at].is_symbol(',')).unwrap_or(tokens.len()));
        let considered = relative.zip(close).is_some_and(|(open, close)| {
            self.labels.iter().any(|l| l.measure == Measure::Considered && l.start > open && l.end <= close)
        });
        match direct {
            _ if considered => Measure::Considered,
            Some(label)
                if label.measure == Measure::Considered
                    || (label.kind == LabelKind::Outcome
                        && label.end < self.clause.tokens.len()
                        && self.clause.terms.iter().any(|h| h.start == label.end && h.tag == Tag::Cases)) =>
            {
                label.measure.clone()
            }
            Some(label) if label.measure == Measure::Received => Measure::Received,
            _ if definite && self.takes_dismissed_from(value) => Measure::Decided,
            _ if reversal || self.was_considered(total) => Measure::Considered,
            _ => Measure::Decided,
        }
    }

    /// "9 blev stadfæstet, og 8 hjemvist. Landet ligger på 50 procent": which outcome's share is that?
    fn may_be_of_several_outcomes(&self, measure: Option<&Measure>) -> bool {
        let told = &self.setting.thread.told;
        let outcome = |m: &Measure| rate_of(m).is_some_and(|rate| rate != *m);
        let counts: Vec<&Measure> =
            told.iter().filter_map(|cues| cues.measure.as_ref()).filter(|m| outcome(m)).collect();
        let share = measure.is_some_and(|m| *m != Measure::ReversalRate);
        share && counts.iter().any(|m| *m != counts[0])
    }

    /// "Landsgennemsnittet for § 100 alene er 38,1 pct.": only rates have one.
    fn is_yardsticks(&self, index: usize) -> bool {
        // "landsgennemsnittene på henholdsvis 47 og 40 procent"
        let run = value_runs(self.clause).into_iter().find(|run| run.contains(&index));
        let segment = &self.segments[run.map_or(index, |run| run.start)].tokens;
        self.clause.terms.iter().any(|hit| hit.tag == Tag::Nation && segment.contains(&hit.start))
    }

    /// Does a sentence without a word for what is measured hold nothing but what goes on with the one before it? Any
    /// other noun may be what the number is of.
    pub(super) fn goes_on_plainly(&self) -> bool {
        if self.clause.names_board() {
            return true;
        }
        let tokens = &self.clause.tokens;
        let known = |at: usize| {
            let inside = |start: usize, end: usize| (start..end).contains(&at);
            self.clause.terms.iter().any(|h| inside(h.start, h.end))
                || self.clause.places.iter().any(|h| inside(h.start, h.end))
                || self.clause.periods.iter().any(|m| inside(m.start, m.end))
                || self.scopes.iter().any(|h| inside(h.start, h.end))
                || WORDS.lists.continuing.has(&tokens[at])
                || WORDS.lists.rate_pronouns.has(&tokens[at])
                || WORDS.hedges.at(tokens, at).is_some()
        };
        // "§ 41 (merudgifter, børn): 38 %": what the paragraph is about.
        let explains = |at: usize| {
            let open = tokens[..at].iter().rposition(|t| t.is_symbol('(') || t.is_symbol(')'));
            open.is_some_and(|open| tokens[open].is_symbol('(') && self.scopes.iter().any(|hit| hit.end == open))
        };
        let short = |at: usize| tokens[at].word().is_none_or(|w| w.chars().count() < 4) || is_first_half(tokens, at);
        (0..self.end_of_numbers()).all(|at| short(at) || known(at) || explains(at))
    }

    /// "Året før lå Greve på 34 procent, så pilen peger den rigtige vej": where the clause of the last number ends.
    fn end_of_numbers(&self) -> usize {
        let tokens = &self.clause.tokens;
        let last = self.clause.values().last().map_or(0, |value| value.end);
        let ends = |pair: &[Token<'_>]| pair[0].is_symbol(',') && pair[1].is_any(&["så", "hvilket", "men", "hvad"]);
        tokens[last..].windows(2).position(ends).map_or(tokens.len(), |at| last + at)
    }

    /// Was the board, or a figure, spoken of shortly before?
    pub(super) fn speaks_of_appeals(&self) -> bool {
        self.setting.thread.silence <= 3 || self.setting.thread.rate.is_some()
    }

    pub(super) fn has_outcome(&self) -> bool {
        self.labels.iter().any(|l| l.kind == LabelKind::Outcome)
    }

    pub(super) fn noun_near(&self, value: &Value) -> bool {
        self.clause
            .terms_where(|tag| *tag == Tag::Cases)
            .filter(|hit| hit.start >= value.start.saturating_sub(4) && hit.start <= value.end + 3)
            // "42 i sager om § 41": what the number is of, and not what it counts.
            .filter(|hit| hit.start != value.end + 1 || !self.clause.tokens[value.end].is("i"))
            // "27 for alle sager og 33 for serviceloven": what the number before is of.
            .filter(|hit| {
                hit.start >= value.end || !self.scopes.iter().any(|scope| scope.tag == ALL && scope.end == hit.end)
            })
            // "58,3 (24 sager) over for 52,0": the noun of another number.
            .any(|hit| {
                hit.start >= value.end || !self.clause.tokens[hit.end..value.start].iter().any(|t| t.is_symbol(')'))
            })
    }

    /// "Det skete i 63 procent af sagerne": the outcome that the sentence before named.
    fn pointed_at(&self) -> Option<Measure> {
        let recurs = |pair: &[Token<'_>]| {
            (pair[0].is("det") && WORDS.lists.recurs.has(&pair[1]))
                || (WORDS.lists.recurs.has(&pair[0]) && pair[1].is("det"))
        };
        let said = self.clause.tokens.windows(2).any(recurs) && !self.has_outcome();
        self.setting.thread.outcome.as_ref().filter(|_| said).and_then(rate_of)
    }

    /// A percentage without a word of its own goes on with the measure before it, where something says so.
    pub(super) fn inherited_rate(&self, number: usize, last: Option<&Measure>) -> Option<Measure> {
        // An outcome that is no label here: "både stadfæstede og omgjorte", "delvist omgjort".
        if self.labels.is_empty() && self.clause.has(|tag| matches!(tag, Tag::Outcome(_))) {
            return None;
        }
        let group = &self.groups[number];
        if self.are_shares_of_totals() || self.labels.is_empty() && self.says_shares_of_parts(group.lead) {
            return None;
        }
        // "Målet er otte uger, og det lykkes i 80 procent af sagerne": how often that is reached.
        let reached = group.start > 1 && WORDS.lists.reached.has(&self.clause.tokens[group.start - 2]);
        if reached && self.clause.tokens[group.start - 1].is("i") {
            return None;
        }
        let segment = &self.segments[group.lead];
        let words = &self.clause.tokens[segment.tokens.clone()];
        let cue = self.has_cue(segment) || self.is_behind_base(group.lead);
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
        if !self.setting.thread.list.is_empty() || (!self.setting.thread.told.is_empty() && takes_up(self.clause)) {
            return self.setting.thread.rate.clone();
        }
        if self.lists_places() {
            return Some(Measure::ReversalRate);
        }
        let thread = self.setting.thread.rate.clone().filter(|_| self.setting.thread.age <= 2);
        let bare = words.iter().any(|t| t.is_any(&["det", "den", "dette", "denne", "resultatet"]));
        (cue || pronoun && !bare || bare && self.setting.thread.age == 0).then_some(thread).flatten()
    }

    /// "Socialområdet 2021: Greve 30,4 %, Køge 27,9 %": the rates of places, where no others were spoken of.
    fn lists_places(&self) -> bool {
        let values = &self.clause.values();
        let placed = |value: &Value| {
            value.kind == ValueKind::Percent && self.clause.places.iter().any(|hit| hit.end == value.start)
        };
        let mut rates =
            self.setting.said.iter().rev().take(100).filter(|f| rate_of(&f.measure).as_ref() == Some(&f.measure));
        let only = rates.clone().count() > 1 && rates.all(|f| f.measure == Measure::ReversalRate);
        let area = self.scopes.first().is_some_and(|hit| values.first().is_some_and(|value| hit.end < value.start));
        values.len() > 1 && area && self.labels.is_empty() && only && values.iter().all(placed)
    }

    /// Does the segment name a place or a period of its own?
    pub(super) fn has_cue(&self, segment: &Segment) -> bool {
        let inside = |at: usize| segment.tokens.contains(&at);
        self.clause.periods.iter().any(|m| inside(m.start))
            || self.clause.places.iter().any(|h| inside(h.start))
            || self.clause.terms.iter().any(|h| matches!(h.tag, Tag::Nation) && inside(h.start))
            || self.scopes.iter().any(|h| inside(h.start))
    }

    pub(super) fn follows_rate(&self, index: usize) -> bool {
        let in_sentence = (0..index).any(|i| self.bindings[i].measure == Some(Measure::ReversalRate));
        in_sentence || (self.setting.thread.after_rate && self.setting.thread.rate == Some(Measure::ReversalRate))
    }
}
