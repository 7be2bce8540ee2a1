//! Where and when an amount holds: the nearest words of its own segment, else those before.

use super::amount::{Amount, End, Noun};
use super::setting::Setting;
use crate::data::words::Tag;
use crate::extract::clause::Clause;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::extract::segment::{STRONG, Segment};
use crate::model::figure::Place;
use crate::model::period::{Moment, Period};

/// Whose an amount is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Whose {
    Known(Place),
    /// Nothing is said: the document's own municipality, unless the sentence before spoke of another.
    Unsaid,
    /// Others without a name, or several together.
    Nobody,
}

/// A sentence with its amounts, as far as place and time go.
pub(super) struct Around<'c, 'a> {
    pub clause: &'c Clause<'a>,
    pub amounts: &'c [Amount],
    pub segments: &'c [Segment],
    pub setting: &'c Setting,
}

impl Around<'_, '_> {
    /// The place of each amount.
    pub fn places(&self) -> Vec<Whose> {
        let mut cues: Vec<(usize, usize, Whose)> = self
            .clause
            .places
            .iter()
            .map(|hit| (hit.start, hit.end, Whose::Known(hit.tag.clone())))
            .chain(self.clause.terms.iter().filter_map(|hit| {
                let whose = match &hit.tag {
                    Tag::Nation => Whose::Known(Place::NATION),
                    Tag::Own => self.setting.own.clone().map_or(Whose::Unsaid, Whose::Known),
                    Tag::Nameless => Whose::Nobody,
                    _ => return None,
                };
                Some((hit.start, hit.end, whose))
            }))
            .filter(|(start, end, _)| !self.is_yardstick(*start) && !self.is_by_the_way(*start, *end))
            .collect();
        cues.sort_by_key(|(start, ..)| *start);
        let mut out: Vec<Whose> = Vec::with_capacity(self.amounts.len());
        for index in 0..self.amounts.len() {
            let found = self.place(index, &cues, &out);
            out.push(found);
        }
        out
    }

    fn place(&self, index: usize, cues: &[(usize, usize, Whose)], before: &[Whose]) -> Whose {
        let amount = &self.amounts[index];
        let segment = &self.segments[index].tokens;
        let inside: Vec<_> = cues.iter().filter(|(start, ..)| segment.contains(start)).collect();
        if self.several(&inside) {
            return Whose::Nobody;
        }
        let ahead = inside.iter().rev().find(|(_, end, _)| *end <= amount.start);
        let behind = inside.iter().find(|(start, ..)| *start >= amount.end && self.attaches(amount.end, *start));
        let found = match (ahead, behind) {
            (Some(b), Some(a)) => Some(if amount.start - b.1 > 6 && a.0 - amount.end <= 3 { a } else { b }),
            (b, a) => b.or(a),
        };
        if let Some((_, _, whose)) = found {
            return whose.clone();
        }
        // ", heraf i Ribe 10 mio.": what stands before it is of the whole.
        if self.is_whole_of_next(index, cues) {
            return self.setting.thread.place.clone().map_or(Whose::Nobody, Whose::Known);
        }
        if index > 0 {
            let strength = self.segments[index].strength;
            let inner = self.segments[index].depth > self.segments[index - 1].depth;
            if strength < STRONG || inner || self.amounts[index].way == Some(End::To) {
                return before[index - 1].clone();
            }
        }
        // "I Ribe var varigheden 12 uger, mens den i 2018 var 14": the sentence's only place holds for all of it.
        match cues.iter().filter(|(start, ..)| *start < amount.start).collect::<Vec<_>>()[..] {
            [(_, _, only)] => only.clone(),
            _ => Whose::Unsaid,
        }
    }

    /// "i de fem kommuner Aa, Bb og Cc": a list of places is none of them.
    fn several(&self, inside: &[&(usize, usize, Whose)]) -> bool {
        inside.windows(3).any(|three| {
            three.windows(2).all(|two| {
                // "Ribe Kommunen" is named by the place and by its last word: the two overlap.
                let between = self.clause.tokens.get(two[0].1..two[1].0);
                between.is_some_and(|all| all.iter().all(|t| t.is_symbol(',') || t.is_any(&["og", "samt"])))
            })
        })
    }

    fn is_whole_of_next(&self, index: usize, cues: &[(usize, usize, Whose)]) -> bool {
        let Some(next) = self.segments.get(index + 1) else { return false };
        let tokens = &self.clause.tokens[next.tokens.clone()];
        let part = tokens.iter().take(2).any(|t| t.is_any(&["heraf", "hvoraf"]));
        part && cues.iter().any(|(start, ..)| next.tokens.contains(start))
    }

    /// "højere end i Ribe", "over landsgennemsnittet": what the value is measured against.
    fn is_yardstick(&self, at: usize) -> bool {
        let before = &self.clause.tokens[at.saturating_sub(2)..at];
        let over = before.last().is_some_and(|t| t.is_any(&["over", "under", "end", "landsgennemsnittet"]));
        over || before.first().is_some_and(|t| t.is("end")) && before.len() == 2 && before[1].is_any(&["i", "på"])
    }

    /// "Ribe Universitet": a name in another; "kommunens" before a noun is its own.
    fn is_by_the_way(&self, start: usize, end: usize) -> bool {
        let tokens = &self.clause.tokens;
        let court = start >= 2
            && tokens[start - 1].is("i")
            && tokens[start - 2].word().is_some_and(|w| w.ends_with("retten") || w.ends_with("fængsel"));
        court
            || tokens.get(start).is_some_and(|t| t.is_any(&["vi", "forvaltningen"]))
            || tokens.get(end).is_some_and(|t| t.is_any(&["universitet", "politi", "byret", "stift"]))
    }

    fn attaches(&self, from: usize, to: usize) -> bool {
        self.clause.tokens[from.min(to)..to].iter().all(|t| {
            !t.is_symbol(',')
                && !t.is_symbol(';')
                && !t.is_any(&[
                    "end",
                    "over",
                    "under",
                    "højere",
                    "lavere",
                    "forhold",
                    "sammenlignet",
                    "mens",
                    "mod",
                    "hvilket",
                ])
        })
    }

    /// The period of each amount.
    pub fn periods(&self) -> Vec<Option<Period>> {
        let mut out: Vec<Option<Period>> = Vec::with_capacity(self.amounts.len());
        for index in 0..self.amounts.len() {
            let found = self.period(index, &out);
            out.push(found);
        }
        self.pair_years(&mut out);
        self.ends_of_span(&mut out);
        out
    }

    /// Both ends of a span, where they are not those of two values.
    fn whole_span(&self, mention: &Mention, index: usize) -> Option<Period> {
        span_of(self.clause, mention).filter(|_| self.amounts[index].way.is_none())
    }

    fn resolve(&self, named: Named, index: usize) -> Option<Period> {
        let base = self.setting.thread.period.or(self.setting.heading_period).or(self.setting.title_period);
        let resolved = self.setting.resolve(named, base)?;
        // "siden november 2018": from then until the meeting.
        let at = self.clause.periods.iter().find(|m| m.named == named).map_or(0, |m| m.start);
        let since = at > 0 && self.clause.tokens[at - 1].is("siden");
        let open = since && self.amounts[index].way.is_none();
        Some(match self.setting.meeting.filter(|_| open && resolved.to.is_none()) {
            Some(meeting) if meeting.year >= resolved.from.year => {
                Period::span(resolved.from, Moment { year: meeting.year, part: same_kind(resolved, meeting) })
            }
            _ => resolved,
        })
    }

    fn period(&self, index: usize, before: &[Option<Period>]) -> Option<Period> {
        let amount = &self.amounts[index];
        let segment = &self.segments[index].tokens;
        let periods = &self.clause.periods;
        // "24 % i 2013", "10 (af 164) i 2014": directly behind.
        if let Some(mention) = self.behind(index).and_then(|at| periods.iter().find(|m| m.start == at)) {
            return self.resolve(mention.named, index);
        }
        let inside: Vec<_> = periods.iter().filter(|m| segment.contains(&m.start)).collect();
        let ahead = inside.iter().rev().find(|m| m.end <= amount.start);
        let after = inside.iter().find(|m| m.start >= amount.end && self.attaches(amount.end, m.start));
        // The end of a span is none of its own: its beginning stands for both.
        let begins = |mention: &Mention| {
            let at = periods.iter().position(|m| m == mention)?;
            let before = periods.get(at.checked_sub(1)?)?;
            self.whole_span(before, index)
        };
        if let Some(mention) = ahead.or(after) {
            let span = self.whole_span(mention, index).or_else(|| begins(mention));
            return span.or_else(|| self.resolve(mention.named, index));
        }
        if index > 0 && before[index - 1].is_some() {
            let to = amount.way == Some(End::To) || self.is_later(index);
            let strong = self.segments[index].strength > STRONG;
            let elsewhen = to || strong && self.other_time(index);
            if !elsewhen {
                return before[index - 1];
            }
        }
        // The sentence's leading period holds for all of it.
        let leading =
            periods.iter().find(|m| m.end <= amount.start).filter(|_| amount.way.is_none() && !self.is_later(index));
        leading.and_then(|m| self.resolve(m.named, index))
    }

    /// "ved projektafslutning": a time that is not named.
    fn other_time(&self, index: usize) -> bool {
        self.clause.tokens[self.segments[index].tokens.clone()]
            .iter()
            .filter_map(|t| t.word())
            .any(|w| ["afslutning", "projektafslutning", "tidligere", "nu", "udgangspunkt"].contains(&w))
    }

    /// "er antallet reduceret til 460": at another time than the number before.
    fn is_later(&self, index: usize) -> bool {
        let amount = &self.amounts[index];
        let start = self.segments[index].tokens.start;
        let words = &self.clause.tokens[start.min(amount.start)..amount.start];
        words.iter().any(|t| t.is("til"))
            && words.iter().filter_map(|t| t.word()).any(|w| super::form::direction(w).is_some())
    }

    /// The token of a period that stands directly behind an amount, a parenthesis between them left out.
    fn behind(&self, index: usize) -> Option<usize> {
        let tokens = &self.clause.tokens;
        let mut at = self.amounts[index].end;
        // The noun and what stands with it: "32 hjemløse i 2015".
        if let Noun::Known(noun) = self.amounts[index].noun {
            at = at.max(noun + 1);
        }
        let noun = at - self.amounts[index].end;
        let open = self.segments[index].depth;
        if tokens.get(at).is_some_and(|t| t.is_symbol('(')) {
            let close = (at..tokens.len()).find(|i| tokens[*i].is_symbol(')'))?;
            at = close + 1;
        } else if open > 0 && tokens.get(at).is_some_and(|t| t.is_symbol(')')) {
            at += 1;
        }
        while tokens.get(at).is_some_and(|t| {
            t.is_any(&["i", "for", "ultimo", "primo", "pr"]) || t.is_symbol('.') && at > 0 && tokens[at - 1].is("pr")
        }) {
            at += 1;
        }
        (at > self.amounts[index].end + noun && self.clause.periods.iter().any(|m| m.start == at)).then_some(at)
    }

    /// "fra 520 til 555 fra 2019 til 2021": the years stand together behind the values.
    fn pair_years(&self, out: &mut [Option<Period>]) {
        let years: Vec<_> =
            self.clause.periods.iter().filter(|m| matches!(m.named, Named::Absolute(p) if p.to.is_none())).collect();
        for at in 1..self.amounts.len() {
            let pair = self.amounts[at - 1].way == Some(End::From) && self.amounts[at].way == Some(End::To);
            if !pair {
                continue;
            }
            let (from, to) = (&self.amounts[at - 1], &self.amounts[at]);
            let between = years.iter().any(|m| m.start >= from.end && m.end <= to.start);
            let mut behind = years.iter().filter(|m| m.start >= to.end && m.start < to.end + 6);
            let mut ahead = years.iter().filter(|m| m.end <= from.start && from.start - m.end < 8);
            let two = match (behind.next(), behind.next(), ahead.next(), ahead.next()) {
                (Some(a), Some(b), ..) | (None, _, Some(a), Some(b)) => Some((a, b)),
                _ => None,
            };
            if let Some((first, second)) = two.filter(|_| !between) {
                out[at - 1] = self.resolve(first.named, at - 1);
                out[at] = self.resolve(second.named, at);
            }
        }
    }

    /// "i perioden 2014-2016 ... fra 59 til 54": beginning and end of the span. "over det seneste år": the year before
    /// and the year.
    fn ends_of_span(&self, out: &mut [Option<Period>]) {
        let unsaid = self.setting.thread.period.or(self.setting.heading_period).or(self.setting.title_period);
        let last_year = self.clause.tokens.windows(2).any(|w| w[0].is_any(&["seneste", "sidste"]) && w[1].is("år"));
        for at in 1..self.amounts.len() {
            let pair = self.amounts[at - 1].way == Some(End::From) && self.amounts[at].way == Some(End::To);
            if !pair || out[at - 1].is_some() && out[at].is_some() && out[at - 1] != out[at] {
                continue;
            }
            let base = out[at].or(out[at - 1]).or(unsaid);
            (out[at - 1], out[at]) = match base {
                Some(Period { from, to: Some(to) }) => {
                    (Some(Period { from, to: None }), Some(Period { from: to, to: None }))
                }
                Some(period) if last_year => {
                    let before = Moment { year: period.from.year - 1, ..period.from };
                    (Some(Period { from: before, to: None }), Some(period))
                }
                // One year for both: that of the end.
                Some(period) => (None, Some(period)),
                None => (None, None),
            };
        }
    }
}

/// The meeting as precise as the other moment: a month for a month, else the year.
fn same_kind(period: Period, meeting: Moment) -> crate::model::period::Part {
    use crate::model::period::Part;
    match period.from.part {
        Part::Month(_) => meeting.part,
        _ => Part::Year,
    }
}

/// "fra november 2019 til og med april 2022", "efterår 2024 - forår 2025": both ends of a span, by its beginning.
pub(super) fn span_of(clause: &Clause<'_>, mention: &Mention) -> Option<Period> {
    let Named::Absolute(Period { from, to: None }) = mention.named else { return None };
    let at = clause.periods.iter().position(|m| m == mention)?;
    let next = clause.periods.get(at + 1)?;
    let Named::Absolute(Period { from: last, to: None }) = next.named else { return None };
    let between = clause.tokens.get(mention.end..next.start)?;
    let joined = between.first().is_some_and(|t| t.is("til") || t.is_symbol('-'))
        && between[1..].iter().all(|t| {
            t.is_any(&["og", "med", "udgangen", "af", "forår", "foråret", "efterår", "efteråret", "sommeren"])
        });
    (joined && from < last).then(|| Period::span(from, last))
}
