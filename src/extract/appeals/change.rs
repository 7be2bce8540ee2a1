//! Values that only make sense together: lists matched by position, "fra 40 til 34", "omgjort" beside "hjemvist".

use super::bind::{Binder, Binding};
use super::compared::is_compared;
use super::label::{LabelKind, rate_of};
use super::list::{match_run, runs_with_bases, value_runs};
use super::setting::{Aside, Cues};
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::extract::value::ValueKind;
use crate::model::figure::{Doubt, Figure, Measure};
use crate::model::period::{Part, Period};
use crate::text::number_word;
use crate::text::token::Token;

impl Binder<'_, '_> {
    /// Values and words matched by position.
    pub(super) fn lists(&mut self) {
        self.doubt_what_is_behind_past();
        for run in runs_with_bases(self.clause, &self.groups) {
            let cues = match_run(self.clause, self.labels, self.scopes, self.setting, run.len());
            for ((rate, base), cue) in run.into_iter().zip(cues) {
                for index in [rate, base] {
                    let binding = &mut self.bindings[index];
                    binding.scope = cue.scope.clone().or(binding.scope.take());
                    binding.place = cue.place.clone().or(binding.place.take());
                    binding.period = cue.period.or(binding.period);
                }
            }
        }
        for run in value_runs(self.clause) {
            let cues = match_run(self.clause, self.labels, self.scopes, self.setting, run.len());
            let cues = if cues.is_empty() { self.areas_again(&run) } else { cues };
            let cues = if cues.is_empty() { self.times_again(&run) } else { cues };
            let cues = self.same_places(&run).unwrap_or(cues);
            match cues.is_empty() {
                true => self.doubt_respective(&run),
                false => self.outcome_of_all(&run),
            }
            self.counted_alike(&run, &cues);
            // "I 2018 var antallet hhv. 2.716 og 1.299": what was counted before.
            let again = self.clause.has_word(&["antallet", "tallene"]);
            let counted =
                || self.setting.carried.count.clone().filter(|_| again && !run.clone().any(|i| self.is_percent(i)));
            let shared = run.clone().find_map(|i| self.bindings[i].measure.clone()).or_else(counted);
            let (mut place, mut period) = (self.bindings[run.start].place.clone(), self.bindings[run.start].period);
            // "33, 40 og 25 i Greve og 38, 46 og 37 på landsplan": what stands behind the last is of all.
            if cues.iter().all(|cue| cue.scope.is_some() || cue.period.is_some()) {
                let last = &self.bindings[run.end - 1];
                let (placed, timed) = self.names_behind(run.end - 1);
                place = last.place.clone().filter(|_| placed).or(place);
                period = last.period.filter(|_| timed).or(period);
            }
            // "172 sager, hvoraf henholdsvis 112, 10 og 50 blev stadfæstet, ændret og hjemvist": parts of a count.
            let total = |b: &Binding| matches!(b.measure, Some(Measure::Decided | Measure::Considered));
            let counts = self.bindings[..run.start].iter().any(total)
                || run.clone().any(|index| self.clause.values()[index].value > 100.0);
            for (index, Cues { measure, scope, place: own_place, period: own_period }) in run.zip(cues) {
                let percent = self.is_percent(index)
                    || !counts
                        && self.clause.values()[index].kind == ValueKind::Bare
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

    /// Do a place and a time stand behind a value, among its own words?
    fn names_behind(&self, index: usize) -> (bool, bool) {
        let behind = self.clause.values()[index].end..self.segments[index].tokens.end;
        let nation = |hit: &Hit<Tag>| hit.tag == Tag::Nation && behind.contains(&hit.start);
        let placed = self.clause.places.iter().any(|hit| behind.contains(&hit.start));
        let timed = self.clause.periods.iter().any(|m| behind.contains(&m.start));
        (placed || self.clause.terms.iter().any(nation), timed)
    }

    /// "36 i Greve og 32 på landsplan, og i 2020 var den 33 og 36": the same two places at another time.
    fn same_places(&self, run: &std::ops::Range<usize>) -> Option<Vec<Cues>> {
        let before = run.start.checked_sub(2).filter(|_| run.len() == 2)?;
        let (first, second) = (&self.bindings[before], &self.bindings[before + 1]);
        let rate = first.measure.as_ref().and_then(rate_of).filter(|rate| first.measure.as_ref() == Some(rate))?;
        let (from, to) = (self.clause.values()[before + 1].end, self.clause.values()[run.start].start);
        let pronoun = |t: &Token<'_>| {
            WORDS.lists.rate_pronouns.has(t) || WORDS.lists.number_pronouns.has(t) || t.is_any(&["det", "de"])
        };
        let told = self.clause.tokens[from..to].iter().any(pronoun);
        let mut times = self.clause.periods.iter().filter(|m| (from..to).contains(&m.start));
        let time =
            times.next_back().and_then(|m| self.setting.resolve(m.named, first.period.or(self.setting.period())))?;
        let end = self.segments[run.end - 1].tokens.end;
        let placed = self.clause.places.iter().any(|hit| (to..end).contains(&hit.start))
            || self.clause.terms.iter().any(|hit| hit.tag == Tag::Nation && (to..end).contains(&hit.start));
        let apart = first.measure == second.measure && first.place != second.place && second.place.is_some();
        let cue = |binding: &Binding| Cues {
            measure: Some(rate.clone()),
            scope: binding.scope.clone(),
            place: binding.place.clone().or_else(|| self.setting.own.clone()),
            period: Some(time),
        };
        (told && apart && !placed).then(|| vec![cue(first), cue(second)])
    }

    /// "Hele landet: 36 % / 45 % / 38 %": each of something else, and nobody says of what.
    pub(super) fn slashed(&mut self) {
        let values = self.clause.values();
        let plain =
            |t: &Token<'_>| t.is_symbol('/') || t.is_symbol('%') || t.is_symbol('.') || t.is_any(&["pct", "procent"]);
        for second in 1..values.len() {
            let between = &self.clause.tokens[values[second - 1].end..values[second].start];
            if between.iter().any(|t| t.is_symbol('/')) && between.iter().all(plain) {
                for binding in &mut self.bindings[second - 1..=second] {
                    binding.doubts.push(Doubt::Scope);
                }
            }
        }
    }

    /// "Landsgennemsnittet var 51 på børnehandicapområdet og 46 på voksenhandicapområdet, mens kommunens var henholdsvis 56 og
    /// 38": the same parts of the law again.
    fn areas_again(&self, run: &std::ops::Range<usize>) -> Vec<Cues> {
        let values = self.clause.values();
        let opens = self.clause.tokens[..values[run.start].start].last();
        let respectively = opens.is_some_and(|t| t.is_any(&["henholdsvis", "hhv"]));
        let Some(first) = run.start.checked_sub(run.len()).filter(|_| respectively) else { return Vec::new() };
        let before = &self.bindings[first..run.start];
        let apart = before.iter().enumerate().all(|(n, b)| {
            b.scope.is_some() && before[..n].iter().all(|other| other.scope != b.scope && other.place == b.place)
        });
        let cue = |binding: &Binding| Cues { scope: binding.scope.clone(), ..Cues::default() };
        if apart { before.iter().map(cue).collect() } else { Vec::new() }
    }

    /// "52 procent mod 44 for hele landet. På voksenområdet er billedet 27 mod 35": the same two places again.
    pub(super) fn pairs(&mut self) {
        let [first, second] = self.clause.values() else { return };
        let [own, other] = &self.setting.thread.list[..] else { return };
        let between = &self.clause.tokens[first.end..second.start];
        let against = between.len() <= 3 && between.iter().any(|t| t.is_any(&["mod", "imod", "overfor"]));
        let named = !self.clause.places.is_empty()
            || !self.clause.periods.is_empty()
            || self.clause.has(|tag| matches!(tag, Tag::Nation | Tag::Own | Tag::Nameless));
        let rates = self.bindings.iter().all(|b| b.measure.as_ref().is_some_and(|m| rate_of(m).as_ref() == Some(m)));
        if against && rates && !named && own.place.is_some() && other.place.is_some() {
            let places = [own.place.clone(), other.place.clone()];
            self.bindings.iter_mut().zip(places).for_each(|(binding, place)| binding.place = place);
        }
    }

    /// "fra 40 til 34 procent i 2021": the first value is of the earlier time.
    pub(super) fn changes(&mut self) {
        let tokens = &self.clause.tokens;
        for index in 1..self.clause.values().len() {
            let (first, second) = (&self.clause.values()[index - 1], &self.clause.values()[index]);
            let hedge_free = |at: usize| {
                (1..=3)
                    .filter_map(|back| at.checked_sub(back))
                    .find(|&p| !tokens[p].is_symbol('.') && WORDS.hedges.at(tokens, p).is_none())
            };
            let from = hedge_free(first.start).is_some_and(|p| tokens[p].is("fra"));
            let to = hedge_free(second.start).is_some_and(|p| p >= first.end && tokens[p].is("til"));
            // "til 38 procent i 2017 fra 35 procent i 2016": each has its own time behind it.
            let backwards = hedge_free(first.start).is_some_and(|p| tokens[p].is("til"))
                && hedge_free(second.start).is_some_and(|p| p >= first.end && tokens[p].is("fra"));
            if backwards {
                let behind = |range: std::ops::Range<usize>| {
                    let mention = self.clause.periods.iter().find(|m| range.contains(&m.start))?;
                    self.setting.resolve(mention.named, self.setting.period())
                };
                let end = self.segments[index].tokens.end;
                if let (Some(later), Some(earlier)) = (behind(first.end..second.start), behind(second.end..end)) {
                    self.bindings[index - 1].period = Some(later);
                    self.bindings[index].period = Some(earlier);
                }
            }
            // "fra 2 procent i Fredericia Kommune til 36 procent i Fredensborg Kommune": no time passes.
            let place = |at: usize| self.bindings[at].place.as_ref();
            if !(from && to) || place(index - 1).zip(place(index)).is_some_and(|(first, second)| first != second) {
                continue;
            }
            self.bindings[index].measure =
                self.bindings[index].measure.clone().or_else(|| self.bindings[index - 1].measure.clone());
            // "Året før var den 37. På landsplan er den i samme periode faldet fra 36 til 32": in the time up to now.
            let up_to_now = |m: &Mention| m.named == Named::Same && self.setting.thread.looked_back_from.is_some();
            let named = |range: std::ops::Range<usize>| -> Vec<(usize, Period)> {
                self.clause
                    .periods
                    .iter()
                    .filter(|m| range.contains(&m.start) && !up_to_now(m))
                    .filter_map(|m| Some((m.start, self.setting.resolve(m.named, self.setting.period())?)))
                    .collect()
            };
            let start = self.segments[index - 1].tokens.start;
            let end = self.segments[index].tokens.end;
            let (before, between, after) =
                (named(start..first.start), named(first.end..second.start), named(second.end..end));
            // "er steget fra 71 pct. i 2015 til 82 i 2019, mens den på landsplan gik fra 76 til 79 i samme periode"
            let told = self.clause.periods.iter().any(|m| (start..end).contains(&m.start) && m.named != Named::Same);
            if let Some([earlier, later]) = index.checked_sub(3).filter(|_| !told).map(|at| [at, at + 1])
                && let (Some(earlier), Some(later)) = (self.bindings[earlier].period, self.bindings[later].period)
                && earlier < later
            {
                self.bindings[index - 1].period = Some(earlier);
                self.bindings[index].period = Some(later);
                continue;
            }
            if let Some((earlier, later)) = self.change_before().filter(|_| !told) {
                self.bindings[index - 1].period = Some(earlier);
                self.bindings[index].period = Some(later);
                continue;
            }
            let compared = |at: usize| {
                self.clause.periods.iter().any(|mention| mention.start == at && is_compared(tokens, mention))
            };
            let since = before.iter().chain(&after).find(|(at, _)| compared(*at)).map(|(_, p)| *p);
            let outer: Vec<Period> =
                before.iter().chain(&after).map(|(_, p)| *p).filter(|p| Some(*p) != since).collect();
            let year_before = |period: Period| match period.as_year() {
                Some(_) => self.setting.resolve(Named::YearBefore, Some(period)),
                None => self.setting.resolve(Named::SameBefore, Some(period)),
            };
            // "på to år gået fra 41 til 29", "de seneste år": not the year before.
            let years = tokens[..first.start].iter().chain(&tokens[second.end..]).position(|t| t.is("år"));
            let over = self.years_between();
            let earlier_than = |period: Period| match (years.is_some(), over) {
                (true, Some(years)) => period.as_year().map(|year| Period::year(year - years)),
                _ => year_before(period),
            };
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
                // "I perioden 2019-2021 er procenten faldet fra 45 til 29"
                (None, [years]) if years.from.part == Part::Year && years.to.is_some() => {
                    (Some(Period::year(years.from.year)), Some(Period::year(years.last_year())))
                }
                (None, [later]) => (since.or_else(|| earlier_than(*later)), Some(*later)),
                (None, []) => {
                    // "I 2023 er 57 sager stadfæstet mod 48 året før, og de afviste er faldet fra 9 til 4"
                    let opening =
                        self.clause.periods.first().filter(|m| m.start <= 3 && !compared(m.start) && !up_to_now(m));
                    let opening = opening.and_then(|m| self.setting.resolve(m.named, self.setting.period()));
                    let later = [
                        opening,
                        self.setting.thread.looked_back_from,
                        self.setting.period(),
                        self.setting.item_period,
                    ]
                    .into_iter()
                    .flatten()
                    .filter(|p| p.from.year == p.last_year())
                    .find(|p| since.is_none_or(|s| *p > s));
                    (since.or_else(|| later.and_then(earlier_than)), later)
                }
            };
            // "rettes fra 34 til 36": of one time.
            let earlier = if self.clause.has_any(&WORDS.lists.correcting) { later } else { earlier };
            // Set also where it stays unknown: the earlier time is not the sentence's.
            self.bindings[index - 1].period = earlier;
            self.bindings[index].period = later;
            // "faldet fra 32 til 27" in a half of the year: since the half before, or since that of the year before? Of the
            // latter only where something was told of it.
            let told = |period: Period| self.setting.said.iter().rev().take(200).any(|f| f.period == Some(period));
            let part = later.filter(|later| later.as_year().is_none() && between.is_empty() && since.is_none());
            let guessed =
                part.and_then(year_before).filter(|before| Some(*before) == earlier && !outer.contains(before));
            if earlier.is_none() || guessed.is_some_and(|before| !told(before)) {
                self.bindings[index - 1].doubts.push(Doubt::Period);
            }
            if later.is_none() {
                self.bindings[index].doubts.push(Doubt::Period);
            }
        }
    }

    /// "Den er faldet fra 32 i 2015 til 20 i 2017. På landsplan er den i samme periode gået fra 33 til 31": the times between
    /// which the sentence before told of a change.
    fn change_before(&self) -> Option<(Period, Period)> {
        if !self.clause.periods.iter().any(|m| m.named == Named::Same) || self.setting.thread.age > 0 {
            return None;
        }
        let [.., first, second] = &self.setting.said[..] else { return None };
        let passage = |f: &Figure| f.source().map(|source| source.passage);
        let same = passage(first) == passage(second) && first.measure == second.measure && first.place == second.place;
        let (earlier, later) = first.period.zip(second.period)?;
        (same && earlier < later).then_some((earlier, later))
    }

    /// "96 (104) sager": another time's or place's number, known only where the text says which.
    pub(super) fn alone_in_parentheses(&mut self) {
        for index in 1..self.clause.values().len() {
            let value = &self.clause.values()[index];
            let tokens = &self.clause.tokens;
            let alone = value.start > 0
                && tokens[value.start - 1].is_symbol('(')
                && tokens.get(value.end).is_some_and(|t| t.is_symbol(')'));
            let same_kind =
                (self.clause.values()[index - 1].kind == ValueKind::Percent) == (value.kind == ValueKind::Percent);
            if alone && same_kind && value.start - self.clause.values()[index - 1].end <= 2 {
                let measure = self.bindings[index - 1].measure.clone();
                self.bindings[index].measure = measure.filter(|_| self.setting.in_parentheses.is_some());
                self.bindings[index].period = None;
                match &self.setting.in_parentheses {
                    Some(Aside::Period(period)) => self.bindings[index].period = Some(*period),
                    Some(Aside::Place(place)) => {
                        self.bindings[index].period = self.bindings[index - 1].period;
                        self.bindings[index].place = Some(place.clone());
                    }
                    None => {}
                }
            }
        }
    }

    /// "på to år", "over en periode på 3 år", "i løbet af fire år"
    fn years_between(&self) -> Option<i16> {
        let tokens = &self.clause.tokens;
        let at = (2..tokens.len())
            .find(|&at| tokens[at].is("år") && tokens[at - 2].is_any(&["på", "over", "af", "seneste", "sidste"]))?;
        let digits = tokens[at - 1].number().map(|(value, _)| value as i16);
        digits.or_else(|| number_word::value(tokens[at - 1].word()?).and_then(|years| i16::try_from(years).ok()))
    }

    pub(super) fn year_after(&self, period: Period) -> Option<Period> {
        period
            .as_year()
            .map(|year| Period::year(year + 1))
            .filter(|p| self.setting.meeting.is_none_or(|m| p.from.year <= m.year))
    }

    /// Beside "hjemvist" in a flat list "omgjort" means changed; and a parenthesis that repeats an outcome for another
    /// time may mean all cases.
    pub(super) fn flat_list(&mut self) {
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
            let between = &self.clause.tokens[self.clause.values()[first].end..self.clause.values()[last].start];
            // "24 af de 29 er hjemvisninger": a part of them.
            let part = between.first().is_some_and(|t| t.is_any(&["af", "ud"]));
            let nested = between.iter().any(|t| t.is_any(&["heraf", "hvoraf", "mens", "mod"]) || t.is_symbol('('));
            // "I de 9 omgjorte sager er der i 6 tilfælde tale om hjemvisning"
            let front = self.clause.values()[r].start.checked_sub(2).map(|at| &self.clause.tokens[at..at + 2]);
            let opens = front.is_some_and(|f| f[0].is_any(&["i", "af", "blandt"]) && f[1].is_any(&["de", "disse"]));
            let nested = nested || part || opens && r < h;
            let by_name = self.labels.iter().any(|l| l.kind == LabelKind::Rate && l.measure == reversed);
            // "I 29 sager skulle kommunen se på sagen igen, og i 14 fik borgeren ret": one names its own place, one need not.
            let place = |at: usize| self.bindings[at].place.as_ref().or(self.setting.own.as_ref());
            let same = self.bindings[r].period == self.bindings[h].period && place(r) == place(h);
            if !nested && !by_name && same {
                self.bindings[r].measure = Some(changed);
            }
        }
        for index in 1..self.bindings.len() {
            let value = &self.clause.values()[index];
            let inside = self.segments[index].depth > self.segments[index - 1].depth;
            let noun = self.noun_near(value) && value.kind == ValueKind::Count;
            let outcome = matches!(
                self.bindings[index].measure,
                Some(Measure::Upheld | Measure::Changed | Measure::Remanded | Measure::Dismissed | Measure::Reversed)
            );
            let own_label = self.labels.iter().any(|l| {
                self.segments[index].tokens.contains(&l.start)
                    && l.start > self.clause.values()[index - 1].end
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
