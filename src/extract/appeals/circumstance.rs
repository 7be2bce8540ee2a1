//! Where a value holds, and what its whole and its part share: the nearest words of its own segment, else those before.
//! (When: `when`; in which part of the law: `holds`.)

use super::bind::{Binder, Binding};
use super::compared::ends_opening_clause;
use super::label::rate_of;
use super::setting::ALL;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::segment::STRONG;
use crate::model::figure::{Doubt, Measure, Place, Unit};
use crate::text::token::Token;

impl Binder<'_, '_> {
    pub(super) fn circumstances(&mut self) {
        for index in 0..self.clause.values().len() {
            let place = self.place(index);
            let period = self.period(index);
            let scope = self.scope(index);
            // "I Greve er procenten 31, mens 12 sager blev hjemvist": in Greve, or at home again?
            let another = || self.previous(index).and_then(|previous| self.told_of_another(previous, index));
            let turned = place.is_none() && another().is_some_and(|(_, turned)| turned);
            let binding = &mut self.bindings[index];
            binding.nameless = matches!(place, Some(None));
            binding.place = place.flatten();
            if turned {
                binding.doubts.push(Doubt::Place);
            }
            binding.period = period;
            binding.scope = scope;
        }
        // "16 af 60 sager efter sygedagpengeloven": what is said of the whole holds for its part.
        for group in &self.groups {
            let Some(total) = group.total else { continue };
            if self.outcome_of_part(group).is_some() || self.parts_what_was_decided(group) {
                let part = self.bindings[total].scope.take();
                let whole = part.as_ref().and_then(|part| self.scope_of_wider(total, part));
                self.bindings[total].scope = whole;
                let lead = &mut self.bindings[group.lead].scope;
                *lead = lead.take().or(part);
                continue;
            }
            if let Some(parted) = self.parted_whole(group) {
                let (whole, part) = (parted.whole.clone(), parted.part.tag.clone());
                self.bindings[total].scope = Some(whole.scope);
                self.bindings[total].period = whole.period;
                let lead = &mut self.bindings[group.lead];
                lead.scope = Some(part.clone());
                lead.period = lead.period.or(whole.period);
                for index in total + 1..self.bindings.len() {
                    if self.parts_the_part(total, index) {
                        self.bindings[index].scope = Some(part.clone());
                    }
                }
                continue;
            }
            let whole = self.bindings[total].clone();
            for part in std::iter::once(group.lead).chain(group.twin.map(|twin| twin.value)) {
                let part = &mut self.bindings[part];
                part.scope = part.scope.take().or_else(|| whole.scope.clone());
                part.period = part.period.or(whole.period);
                part.place = part.place.take().or_else(|| whole.place.clone());
            }
        }
    }

    /// "61 af de 128 afgørelser er truffet efter serviceloven" under the heading "Serviceloven": the whole is of what it was
    /// told of before, else of all.
    fn scope_of_wider(&self, total: usize, part: &str) -> Option<String> {
        let value = self.clause.values()[total].value;
        let told = || self.setting.said.iter().rev().find(|f| f.unit == Unit::Count && f.value == value);
        (self.setting.scope() == part).then(|| told().map_or_else(|| ALL.to_owned(), |told| told.scope.clone()))
    }

    /// "9 af de 14 sager fra Team Nord handlede om § 85, og heraf blev tre hjemvist"
    fn parts_the_part(&self, total: usize, index: usize) -> bool {
        let values = self.clause.values();
        let between = &self.clause.tokens[values[total].end..values[index].start];
        let segment = &self.segments[index].tokens;
        let own = self.scopes.iter().any(|hit| segment.contains(&hit.start) && hit.start > values[index - 1].end);
        let parts = between.iter().any(|t| t.is_any(&["heraf", "hvoraf", "deraf"]));
        parts && (!own || index == total + 1)
    }

    /// "Greve havde en omgørelsesprocent på 41 og Køge en på 34 på hele socialområdet": the same of two places, and of the
    /// part of the law that stands behind the second.
    pub(super) fn share_scope(&mut self) {
        let [hit, others @ ..] = self.scopes else { return };
        if others.iter().any(|other| other.tag != hit.tag) {
            return;
        }
        // "lavere end Køge (42 pct.), men højere end Faxe (34 pct.), når der alene ses på serviceloven"
        let last = self.clause.values().last().map_or(usize::MAX, |value| value.end);
        let tail = self.clause.tokens.get(last..hit.start).unwrap_or_default();
        let looks = |t: &Token<'_>| t.is_any(&["ses", "ser", "kigges", "kigger", "måles", "sammenlignes", "gælder"]);
        // "244 sager, når alle love på social- og beskæftigelsesområdet tælles med"
        let end = others.last().map_or(hit.end, |other| other.end);
        let counted = self.clause.tokens.get(end).is_some_and(|t| looks(t) || WORDS.lists.counted_in.has(t));
        if tail.iter().any(|t| t.is_any(&["når", "hvis"])) && (counted || tail.iter().any(looks)) {
            for binding in &mut self.bindings {
                binding.scope.get_or_insert_with(|| hit.tag.clone());
            }
        }
        // "Heraf er 5 hjemvist og 3 ændret på socialområdet": one list, with one verb.
        let values = self.clause.values();
        let first = values.first().map_or(0, |value| value.end);
        let listed = |at: usize| {
            let token = &self.clause.tokens[at];
            let label = self.labels.iter().any(|label| (label.start..label.end).contains(&at));
            label
                || token.is_any(&["og", "samt"])
                || token.is_symbol(',')
                || token.number().is_some()
                || WORDS.case_nouns.has(token)
                || values.iter().any(|value| value.start == at)
        };
        let behind = values.len() > 1 && hit.start >= last && (first..last).all(listed);
        let outcome = |binding: &Binding| binding.measure.as_ref().is_some_and(|m| rate_of(m).is_some_and(|r| r != *m));
        let scoped = self.bindings.last().is_some_and(|binding| binding.scope.as_ref() == Some(&hit.tag));
        if behind && scoped && self.bindings.iter().all(outcome) {
            for binding in &mut self.bindings {
                binding.scope.get_or_insert_with(|| hit.tag.clone());
            }
        }
        for second in 1..self.bindings.len() {
            let (before, after) = self.bindings.split_at_mut(second);
            let (Some(first), second_binding) = (before.last_mut(), &after[0]) else { continue };
            let apart = first.place.is_some() && second_binding.place.is_some() && first.place != second_binding.place;
            let behind = hit.start >= self.clause.values()[second].end;
            if apart && behind && first.scope.is_none() && first.measure == second_binding.measure {
                first.scope.clone_from(&second_binding.scope);
            }
        }
    }

    /// The last value before this one whose words hold for it too: not inside a parenthesis that is closed by now.
    pub(super) fn previous(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|&i| self.segments[i].depth <= self.segments[index].depth)
    }

    /// Picks the cue of a value among cues in its segment: the nearest before it, else one directly behind it.
    pub(super) fn cue<'h, T>(&self, index: usize, cues: &'h [(usize, usize, T)]) -> Option<&'h T> {
        let value = &self.clause.values()[index];
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

    /// "lavere end landsgennemsnittet (31 pct.)", "aktivloven (33 pct.)": what stands right before the parenthesis that
    /// opens with the value.
    pub(super) fn before_parenthesis<'h, T>(&self, index: usize, cues: &'h [(usize, usize, T)]) -> Option<&'h T> {
        let open = self.clause.values()[index].start.checked_sub(1)?;
        let opens = self.clause.tokens[open].is_symbol('(');
        // "§ 96 om borgerstyret personlig assistance (3 afgørelser, hvoraf ...)"
        let explained = |end: usize| {
            let between = self.clause.tokens.get(end..open).unwrap_or_default();
            between.len() <= 7
                && between.first().is_some_and(|t| t.is_any(&["om", "vedrørende"]))
                && between.iter().all(|t| t.word().is_some())
        };
        cues.iter().rfind(|(_, end, _)| opens && (*end == open || explained(*end))).map(|(_, _, cue)| cue)
    }

    /// Does a cue behind a value belong to it, with no break and no comparison between?
    pub(super) fn attaches(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            let token = &self.clause.tokens[at];
            // "118 sager under udvalgets område"
            let belongs = token.is("under")
                && at > 0
                && (self.clause.terms.iter().any(|h| h.tag == Tag::Cases && h.end == at)
                    // "46 sager hører under"
                    || WORDS.lists.belonging.has(&self.clause.tokens[at - 1]));
            // "58 klager over Greve Kommune"
            let against =
                token.is("over") && at > 0 && self.clause.tokens[at - 1].word().is_some_and(|w| w.starts_with("klage"));
            // "Af de 214 sager hører 96 under Socialudvalget og 71 under Skoleudvalget"
            let adverb = usize::from(self.clause.tokens[from].is_any(&["altså", "således", "dermed"]));
            let parted = token.is("under")
                && at == from + adverb
                && self.scopes.iter().any(|hit| hit.start == at + 1)
                && self.clause.tokens[..at]
                    .iter()
                    .any(|t| WORDS.lists.belonging.has(t) || t.is_any(&["heraf", "hvoraf", "deraf"]));
            belongs
                || parted
                || against
                || token.is_symbol(',') && self.lists_matters(from, to)
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
    pub(super) fn place(&self, index: usize) -> Option<Option<Place>> {
        let value_start = self.clause.values()[index].start;
        let terms = self.clause.terms.iter().filter_map(|h| {
            let place = match h.tag {
                // "ligger under landsgennemsnittet: 27 pct.": whose number is it?
                Tag::Nation if self.is_open_yardstick(index, h) => None,
                Tag::Nation => Some(Place::NATION),
                // "vi" is whoever speaks; "kommunen" in a text on the nation is any, or one that cannot be told.
                Tag::Own if self.clause.tokens[h.start..h.end].iter().any(|t| WORDS.lists.we.has(t)) => {
                    self.setting.own.clone()
                }
                Tag::Own => self.setting.own.clone().filter(|own| *own != Place::NATION),
                Tag::Nameless => None,
                _ => return None,
            };
            (!self.is_yardstick(index, h)).then_some((h.start, h.end, place))
        });
        let mut cues: Vec<_> =
            self.clause.places.iter().map(|h| (h.start, h.end, Some(h.tag.clone()))).chain(terms).collect();
        cues.sort_by_key(|(start, _, _)| *start);
        let right_before = self.where_it_is(index).map(Some);
        let cue = || self.cue(index, &cues).or_else(|| self.before_parenthesis(index, &cues));
        if let Some(place) = right_before.as_ref().or_else(cue) {
            // "Hos nabokommunerne er procenten 61 i Lejre og 52 i Køge": named one by one behind their numbers.
            let end = self.clause.values()[index].end;
            let behind = self.clause.places.iter().find(|hit| hit.start > end && hit.start - end <= 2);
            let behind = behind.filter(|hit| self.clause.tokens[hit.start - 1].is_any(&["i", "for", "hos"]));
            return Some(place.clone().or_else(|| behind.map(|hit| hit.tag.clone())));
        }
        // "33 (34) på landsplan"
        if let Some(tail) = self.tail(index)
            && let Some((_, _, place)) =
                cues.iter().find(|(start, _, _)| tail.contains(start) && self.attaches(tail.start, *start))
        {
            return Some(place.clone());
        }
        let previous = self.previous(index)?;
        // "over landsgennemsnittet (34 % vs. 30 %)": the second is the yardstick's.
        let against = self.clause.tokens[self.clause.values()[previous].end..value_start]
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
        if against_time || self.was_before(previous, index) {
            strength = 0;
        }
        let inside = self.segments[index].depth > self.segments[previous].depth;
        if strength < STRONG || inside || self.is_of_the_same_whole(previous, index) {
            return match (&self.bindings[previous].place, self.bindings[previous].nameless) {
                (_, true) => Some(None),
                (Some(place), false) => Some(Some(place.clone())),
                (None, false) => None,
            };
        }
        if self.goes_on_with_nation(previous, index) {
            return Some(Some(Place::NATION));
        }
        let (place, turned) = self.told_of_another(previous, index)?;
        (!turned).then_some(Some(place))
    }

    /// "For sygedagpenge var procenten på landsplan 16, og for aktivloven var den 33": the same of another part, where all
    /// before was the nation's.
    fn goes_on_with_nation(&self, previous: usize, index: usize) -> bool {
        let from = self.clause.values()[previous].end;
        let between = &self.clause.tokens[from..self.clause.values()[index].start];
        let placed = |tag: &Tag| matches!(tag, Tag::Own | Tag::Nation | Tag::Nameless | Tag::Rate(_));
        let part = self.segments[index].tokens.start.max(from);
        let placed = self.clause.places.iter().any(|hit| hit.start >= part)
            || self.clause.terms.iter().any(|hit| hit.start >= part && placed(&hit.tag));
        let same = between.iter().any(|t| t.is("og")) && between.iter().any(|t| t.is_any(&["den", "det", "andelen"]));
        let part = self.scopes.iter().any(|hit| self.segments[index].tokens.contains(&hit.start));
        same && part && !placed && self.bindings[..=previous].iter().all(|b| b.place == Some(Place::NATION))
    }

    /// "I Greve Kommune blev der afgjort 29 sager, og omgørelsesprocenten var 31": the sentence goes on about the other
    /// municipality that it opens with. Behind "mens" it may have come back: nobody can tell, and the second is true.
    fn told_of_another(&self, previous: usize, index: usize) -> Option<(Place, bool)> {
        let [only] = &self.clause.places[..] else { return None };
        let start = self.clause.values()[index].start;
        let opens = only.start <= 3 && self.setting.own.as_ref().is_some_and(|own| *own != only.tag);
        let told = self.bindings[previous].place.as_ref() == Some(&only.tag);
        let back = |tag: &Tag| matches!(tag, Tag::Own | Tag::Nation | Tag::Nameless);
        let back = self.clause.terms.iter().any(|hit| hit.end <= start && hit.start > only.end && back(&hit.tag));
        let between = &self.clause.tokens[self.clause.values()[previous].end..start];
        let turns = between.iter().any(|t| WORDS.lists.turning.has(t));
        (opens && told && !back).then(|| (only.tag.clone(), turns))
    }

    /// "I hele landet var stadfæstelsesprocenten 66, mens 14 pct. blev ændret": the place that opens the sentence holds
    /// for the shares of other outcomes too.
    fn is_of_the_same_whole(&self, previous: usize, index: usize) -> bool {
        let (first, second) = (&self.bindings[previous].measure, &self.bindings[index].measure);
        let rate = |measure: &Option<Measure>| measure.as_ref().is_some_and(|m| rate_of(m).as_ref() == Some(m));
        let opens = |start: usize| start <= 3;
        let fronted = self.clause.places.iter().any(|hit| opens(hit.start))
            || self.clause.terms.iter().any(|hit| hit.tag == Tag::Nation && opens(hit.start));
        fronted
            && rate(first)
            && rate(second)
            && first != second
            && (0..=previous).all(|at| rate(&self.bindings[at].measure))
    }

    /// "ligger over landsgennemsnittet med 46 %": what the value is measured against, not what it is of.
    pub(super) fn is_yardstick(&self, index: usize, hit: &Hit<Tag>) -> bool {
        let value = &self.clause.values()[index];
        let compared = hit.end <= value.start && self.is_compared_with(hit);
        compared
            && (self.clause.tokens[hit.end..value.start].iter().any(|t| t.is("med"))
                || self.opens_pair(index, hit)
                || self.begins_anew(hit.end..value.start)
                || ends_opening_clause(&self.clause.tokens, hit.end..value.start))
    }

    /// "over landsgennemsnittet", "på niveau med landsgennemsnittet", "tæt på landsgennemsnittet"
    fn is_compared_with(&self, hit: &Hit<Tag>) -> bool {
        let before = |back: usize| hit.start.checked_sub(back).map(|at| &self.clause.tokens[at]);
        let is = |back: usize, words: &[&str]| before(back).is_some_and(|t| t.is_any(words));
        is(1, &["over", "under", "end", "omkring"])
            || (is(1, &["med"]) && is(2, &["niveau", "linje", "linie", "højde"]))
            || (is(1, &["på"]) && is(2, &["tæt"]))
    }

    /// "over landsgennemsnittet (34 % mod 30 %)", "under landsgennemsnittet: 27 mod 33 pct.": both numbers, one's own
    /// first; a single number in a parenthesis is the yardstick's own.
    fn opens_pair(&self, index: usize, hit: &Hit<Tag>) -> bool {
        let tokens = &self.clause.tokens;
        let value = &self.clause.values()[index];
        let Some(next) = self.clause.values().get(index + 1) else { return false };
        let between = &tokens[hit.end..value.start];
        let close = (value.end..tokens.len()).find(|&at| tokens[at].is_symbol(')'));
        let enclosed = between.iter().any(|t| t.is_symbol('(')) && close.is_some_and(|close| next.start < close);
        let against = tokens[value.end..next.start].iter().any(|t| t.is_any(&["mod", "vs", "versus", "kontra"]));
        enclosed || (against && tokens[hit.end].is_symbol(':'))
    }

    /// "ligger under landsgennemsnittet: 27 pct.": one's own number, or the yardstick's?
    fn is_open_yardstick(&self, index: usize, hit: &Hit<Tag>) -> bool {
        let value = &self.clause.values()[index];
        let hedged = value.start.saturating_sub(hit.end);
        self.clause.tokens.get(hit.end).is_some_and(|t| t.is_symbol(':'))
            && (1..=3).contains(&hedged)
            && hit.end < value.start
            && self.is_compared_with(hit)
    }

    /// "ligger under landsgennemsnittet: Omgørelsesprocenten var 30", "lavere end landsgennemsnittet, idet den er 30": a
    /// clause of its own, with a word of its own for the number.
    fn begins_anew(&self, between: std::ops::Range<usize>) -> bool {
        let tokens = &self.clause.tokens;
        let breaks = |at: usize| {
            let next = tokens.get(at + 1);
            tokens[at].is_symbol(':')
                || tokens[at].is_symbol(';')
                || tokens[at].is_symbol(',')
                    && next.is_some_and(|t| t.is_any(&["idet", "da", "eftersom", "fordi", "og"]))
        };
        let Some(anew) = between.clone().find(|&at| breaks(at)) else { return false };
        let named = self.labels.iter().any(|label| label.start > anew && label.end <= between.end);
        named || tokens[anew..between.end].iter().any(|t| WORDS.lists.rate_pronouns.has(t) || t.is("kommunens"))
    }

    /// What goes on behind a parenthesis that holds other values: "27 % (32 % i 2018) af de sager i 2019".
    pub(super) fn tail(&self, index: usize) -> Option<std::ops::Range<usize>> {
        let depth = self.segments[index].depth;
        let inner = (index + 1..self.segments.len()).take_while(|&i| self.segments[i].depth > depth).last()?;
        let from = self.clause.values()[inner].end;
        let end = self.segments[inner].tokens.end;
        let close = (from..end).find(|&at| self.clause.tokens[at].is_symbol(')'))?;
        Some(close..end)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn what_all_laws_count_is_of_all() {
        let text = "På socialområdet var omgørelsesprocenten 33 i 2021. Ankestyrelsen afgjorde 90 sager, når alle love på social- og beskæftigelsesområdet tælles med.";
        assert_eq!(stated(text), ["Greve 2021 SEL reversal_rate 33", "Greve 2021 Alle decided 90"]);
    }
}
