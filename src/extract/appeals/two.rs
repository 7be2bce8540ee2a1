//! One number for two paragraphs of a law, or for two years; and of which of two times, where the words leave it open.

use super::bind::Binder;
use crate::data::lexicon::Hit;
use crate::extract::clause::divides;
use crate::extract::named::Named;
use crate::extract::period::Mention;
use crate::extract::value::Value;
use crate::model::figure::Doubt;
use crate::model::period::Period;
use crate::text::token::Token;

impl<'c> Binder<'c, '_> {
    /// "ledsagelse efter § 97 og støtte efter § 85 fylder 15 sager": one number for two paragraphs that are no list.
    /// The last of them.
    pub(super) fn joins_sections(&self, value: &Value) -> Option<&'c str> {
        let scopes: &'c [Hit<String>] = self.scopes;
        let before = |hit: &&Hit<String>| hit.end <= value.start && hit.tag.contains('§');
        let mut near = scopes.iter().rev().filter(before);
        let (second, first) = (near.next()?, near.next()?);
        let between = &self.clause.tokens[first.end..second.start];
        let counted = |at: usize| self.clause.values().iter().any(|v| v.start >= at && v.start < value.start);
        let joined = between.len() <= 4 && between.iter().any(|t| t.is("og")) && !counted(first.end);
        joined.then_some(second.tag.as_str())
    }

    /// "Ti af sagerne vedrører merudgifter efter § 86 og tabt arbejdsfortjeneste efter § 87": one number for two
    /// paragraphs behind it. The first of them.
    pub(super) fn is_of_two_sections(&self, value: &Value) -> Option<&'c str> {
        let scopes: &'c [Hit<String>] = self.scopes;
        let limit = self.clause.values().iter().find(|v| v.start >= value.end).map_or(usize::MAX, |v| v.start);
        let behind = |hit: &&Hit<String>| hit.start >= value.end && hit.end <= limit && hit.tag.contains('§');
        let mut near = scopes.iter().filter(behind);
        let first = near.next()?;
        let mut end = first.end;
        for next in near {
            // "støtte (§ 85), merudgifter (§ 100) og botilbud (§ 107)"
            let tokens = &self.clause.tokens;
            let end_of_last = end + usize::from(tokens[end].is_symbol(')'));
            let start = next.start - usize::from(next.start > end_of_last && tokens[next.start - 1].is_symbol('('));
            let between = &tokens[end_of_last.min(start)..start];
            let and = between.iter().any(|t| t.is_any(&["og", "samt"]));
            // "om støtte efter § 85, merudgifter efter § 100 og botilbud efter § 107"
            let comma = between.first().is_some_and(|t| t.is_symbol(','));
            if between.len() > 5 || between[usize::from(comma)..].iter().any(divides) || !(and || comma) {
                return None;
            }
            if and {
                return Some(first.tag.as_str());
            }
            end = next.end;
        }
        None
    }

    /// "17 procent i både 2021 og 2022": one value for two years.
    pub(super) fn both_years(&self, value: &Value) -> Option<[Period; 2]> {
        // "33 i 2021 mod 38 i 2020. På landsplan var den 30 begge år": the two just told of.
        let years = self.clause.tokens[value.end..]
            .windows(2)
            .take(3)
            .any(|w| w[0].is("begge") && w[1].is_any(&["år", "årene"]));
        if let [first, second] = &self.setting.thread.told[..]
            && years
        {
            return first.period.zip(second.period).map(|(first, second)| [first, second]);
        }
        let both = (value.end..value.end + 4).find(|&at| self.clause.tokens.get(at).is_some_and(|t| t.is("både")))?;
        let mut named = self.clause.periods.iter().filter(|m| m.start > both && m.start <= both + 5);
        let (first, second) = (named.next()?, named.next()?);
        let joined = self.clause.tokens[first.end..second.start].iter().any(|t| t.is("og"));
        let period = |mention: &Mention| self.setting.resolve(mention.named, self.setting.period());
        joined.then_some([period(first)?, period(second)?])
    }

    /// "1. kvartal: 9 afgørelser": a line of a list.
    pub(super) fn opens_with_time(&self) -> bool {
        let first = self.clause.periods.first().filter(|m| m.start == 0);
        first.is_some_and(|m| self.clause.tokens.get(m.end).is_some_and(|t| t.is_symbol(':')))
    }

    /// "I kvartalet før var der 12", where no quarter was spoken of: of which?
    pub(super) fn is_before_unknown(&self) -> bool {
        let preceding = |m: &Mention| matches!(m.named, Named::Preceding(_));
        let unknown = |m: &Mention| self.setting.resolve(m.named, self.setting.period()).is_none();
        self.clause.periods.iter().any(|m| preceding(m) && unknown(m))
    }

    /// "Procenten er 31 i 2022. I 2021 var den 35, og landsgennemsnittet er 33": what is, behind what was at an earlier time
    /// than that which was spoken of.
    pub(super) fn doubt_what_is_behind_past(&mut self) {
        for index in 1..self.bindings.len() {
            if self.is_behind_past(index) {
                self.bindings[index].doubts.push(Doubt::Period);
            }
        }
    }

    fn is_behind_past(&self, index: usize) -> bool {
        let tokens = &self.clause.tokens;
        let Some(before) = index.checked_sub(1).map(|before| &self.clause.values()[before]) else { return false };
        let value = &self.clause.values()[index];
        let verb = |words: &[Token<'_>], verbs: &[&str]| words.iter().any(|t| t.is_any(verbs));
        let past = ["var", "lå", "udgjorde"];
        let (told, between) = (&tokens[..before.start], &tokens[before.end..value.start]);
        let timed = self.clause.periods.iter().any(|m| m.start >= before.end && m.start < value.end + 3);
        let times = self.setting.period().zip(self.bindings[index].period);
        !timed
            && times.is_some_and(|(now, then)| then.last_year() < now.last_year())
            && verb(told, &past)
            && verb(between, &["er", "ligger", "udgør"])
            && !verb(between, &past)
            && between.iter().any(|t| t.is_any(&["og", "mens", "men"]))
    }

    /// "I 2020 var omgørelsesprocenten 31. Antallet af afviste sager er 12", in an item on 2021: of then, or of now?
    pub(super) fn is_of_now_or_then(&self) -> bool {
        let tokens = &self.clause.tokens;
        let thread = &self.setting.thread;
        let now = self.setting.heading_period.or(self.setting.item_period);
        let back = thread.period.zip(now).is_some_and(|(then, now)| then.last_year() < now.last_year());
        let head = tokens.first().is_some_and(|t| t.is_any(&["antallet", "omgørelsesprocenten"]));
        let states = || {
            let first = self.clause.values().first().map_or(0, |value| value.start);
            first > 0 && tokens[first - 1].is("er")
        };
        // "Afgørelser 2023 og første halvår 2024": both are what the item is on.
        let titled = thread.period.is_some_and(|then| self.setting.also_titled.contains(&then));
        let back = back && !(titled && thread.own_counted);
        back && head && !thread.listed && self.clause.periods.is_empty() && states()
    }
}
