//! "33 pct. (7 ud af 21 sager)": the numbers that a rate is made of, in the parenthesis behind it; and shares that are no
//! rates at all.

use super::bind::Binder;
use super::label::{LabelKind, rate_of};
use super::proven::makes;
use crate::data::words::{Tag, WORDS};
use crate::extract::value::Value;
use crate::model::figure::{Figure, Measure, Place};
use crate::text::token::Token;

impl Binder<'_, '_> {
    /// Gives the part and the whole behind a reversal rate their measures where they make the rate; and holds the place
    /// at the end of a sentence for all rates that it lists.
    pub(super) fn fractions(&mut self) {
        for number in 0..self.groups.len() {
            let group = self.groups[number].clone();
            let (Some(total), Some(rate)) = (group.total, group.lead.checked_sub(1)) else { continue };
            let values = &self.clause.values();
            let (of, part, whole) = (&values[rate], &values[group.lead], &values[total]);
            let tokens = &self.clause.tokens;
            let opens = part.start > 0 && tokens[part.start - 1].is_symbol('(');
            // "25 procent, nemlig to ud af otte sager"
            let explains = part.start > 0
                && tokens[part.start - 1].is_any(&["nemlig", "altså", "dvs", "eller"])
                && of.end < part.start;
            let closes = explains || tokens[whole.end..].iter().take(3).any(|t| t.is_symbol(')'));
            // "23 i 2. halvår 2021 (13 af 57 sager)"
            let scoped = |at: usize| self.scopes.iter().any(|hit| (hit.start..hit.end).contains(&at));
            let between = (of.end..part.start).filter(|&at| !self.clause.is_of_period(at) && !scoped(at)).count();
            let near = between <= 5 && self.bindings[rate].measure == Some(Measure::ReversalRate);
            let fits = makes(part.value, whole.value, of.value, of.decimals, of.hedge.is_some());
            if (opens || explains) && closes && near && fits {
                let base = self.bindings[rate].clone();
                for (index, measure) in [(group.lead, Measure::Reversed), (total, Measure::Considered)] {
                    self.bindings[index] = super::bind::Binding { measure: Some(measure), ..base.clone() };
                }
            }
        }
        self.place_of_all();
    }

    /// "15 af de 54 sager er omgjort, hvilket giver 29 procent, når de afviste trækkes fra", where 54 were decided.
    pub(super) fn takes_dismissed_from(&self, total: &Value) -> bool {
        let aside =
            (total.end..self.clause.tokens.len()).any(|at| WORDS.set_aside.at(&self.clause.tokens, at).is_some());
        let same = |f: &&Figure| f.place == self.setting.own && (f.value - total.value).abs() < 1e-6;
        let said = self.setting.said.iter().rev().take(40).find(same);
        aside && said.is_some_and(|f| f.measure == Measure::Decided)
    }

    /// "På landsplan blev 33 procent omgjort. For § 112 var andelen 28": the nation's share of a part.
    pub(super) fn is_part_of_nation(&self) -> bool {
        let tokens = &self.clause.tokens;
        let fronted =
            tokens[0].is_any(&["for", "på", "efter"]) && self.scopes.first().is_some_and(|hit| hit.start == 1);
        let share = tokens.iter().any(|t| t.is_any(&["andelen", "andelene"]));
        let placed = !self.clause.places.is_empty()
            || self.clause.has(|tag| matches!(tag, Tag::Nation | Tag::Own | Tag::Nameless));
        // "På landsplan blev 31 procent omgjort. I 2014 var tallet 33", with no rate of its own before: the nation's too.
        let before = self.clause.periods.first().is_some_and(|m| m.start <= 1);
        let number = tokens.iter().any(|t| t.is_any(&["tallet", "andelen"]));
        let again = before && number && !self.setting.thread.own_rated;
        self.setting.thread.told_of_nation && (fronted && share || again) && !placed
    }

    /// "For landet som helhed er omgørelsesprocenten 28. Den var 27 i 2023, hvor den i Kolding Kommune var 29": what a
    /// pronoun takes up is the nation's as far as nobody else is named. With a rate of its own before, it may be that.
    pub(super) fn still_of_nation(&self) -> Option<usize> {
        let tokens = &self.clause.tokens;
        let verb = |at: usize| tokens.get(at).is_some_and(|t| t.is_any(&["er", "var", "lå", "ligger", "udgjorde"]));
        let opens = tokens[0].is("den") && verb(1);
        let placing = self.clause.terms_where(|tag| matches!(tag, Tag::Nation | Tag::Own | Tag::Nameless));
        let named = self.clause.places.iter().map(|hit| hit.start).chain(placing.map(|hit| hit.start)).min();
        let still = opens && self.setting.thread.told_of_nation && !self.setting.thread.own_rated;
        still.then(|| named.unwrap_or(tokens.len()))
    }

    /// "2 procent af kommunens afgørelser": of what the municipality decided, or of what was complained of?
    pub(super) fn is_of_own_decisions(&self, index: usize) -> bool {
        let value = &self.clause.values()[index];
        let behind = || self.clause.tokens[value.end..].iter().take(6);
        let of = behind().next().is_some_and(|t| t.is("af"));
        // "af afdelingens afgørelser"
        let decider = |t: &Token<'_>| {
            t.word().is_some_and(|w| w.strip_suffix('s').is_some_and(|w| WORDS.lists.deciders.holds(w)))
        };
        let whose = behind().any(|t| t.is_any(&["vores", "alle", "samtlige"]) || decider(t));
        of && whose && behind().any(|t| t.is_any(&["afgørelser", "afgørelserne"])) && value.value < 10.0
    }

    /// "Af de 90 sager hører 40 under Socialudvalget og 50 under Skoleudvalget. Det svarer til 44 og 56 procent": how large
    /// the parts are, and not what became of them.
    pub(super) fn are_shares_of_totals(&self) -> bool {
        let Some([first, verb]) = self.clause.tokens.get(..2) else { return false };
        let opens = first.is_any(&["det", "dette"]) && WORDS.lists.results.has(verb);
        let passage = |f: &Figure| f.source().map(|source| source.passage);
        let said = || self.setting.said.iter().rev();
        let last = said().next().map(passage);
        let total = |f: &Figure| matches!(f.measure, Measure::Decided | Measure::Considered | Measure::Received);
        opens && self.labels.is_empty() && last.is_some() && said().take_while(|f| Some(passage(f)) == last).all(total)
    }

    /// "hører 40 under Socialudvalget og 50 under Skoleudvalget, svarende til 44 og 56 procent"
    pub(super) fn says_shares_of_parts(&self, index: usize) -> bool {
        let start = self.clause.values()[index].start;
        let so = self.clause.tokens[..start].iter().rposition(|t| t.is_any(&["svarende", "svarer"]));
        let counted = |so: usize| {
            let before = self.clause.values().iter().take_while(|value| value.end <= so).count();
            before > 1
                && self.bindings[..before].iter().all(|b| b.measure.as_ref().is_none_or(|m| rate_of(m).is_none()))
        };
        so.is_some_and(counted)
    }

    /// "2,28 procent af afgørelserne blev omgjort": so few may be of all that the municipality decides.
    pub(super) fn may_be_share_of_decisions(&self, index: usize) -> bool {
        let named = self.labels.iter().any(|l| l.kind == LabelKind::Rate) || self.clause.names_complaint();
        let decisions = self.clause.tokens.iter().any(|t| t.is_any(&["afgørelser", "afgørelserne"]));
        let value = self.clause.values()[index].value;
        value > 0.0 && value < 5.0 && decisions && !named
    }

    /// "93 af kommunens 5.120 afgørelser", "93 af de 5.120 afgørelser": a whole of decisions.
    pub(super) fn is_own_total(&self, total: usize) -> bool {
        let noun = self.clause.tokens.get(self.clause.values()[total].end);
        noun.is_some_and(|t| t.is_any(&["afgørelser", "afgørelserne"]))
    }

    /// "Derudover er der 12 sager spredt på øvrige bestemmelser": the rest, of no part that could be told.
    pub(super) fn is_spread(&self, value: &Value) -> bool {
        let words = &self.clause.tokens[value.end..];
        words.windows(3).take(4).any(|w| {
            w[0].is_any(&["spredt", "fordelt"])
                && w[1].is_any(&["på", "over", "ud"])
                && (WORDS.lists.rest.has(&w[2]) || w[2].is_any(&["forskellige", "flere", "en", "på"]))
        })
    }

    /// "De øvrige 4 hjemvisninger fordeler sig på helt forskellige paragraffer": of none of them alone, nor of the whole.
    pub(super) fn is_of_other_parts(&self, value: &Value) -> bool {
        let tokens = &self.clause.tokens;
        let ends = |t: &Token<'_>| t.is_symbol(',') || t.is_symbol(';') || t.number().is_some();
        let length = tokens[value.end..].iter().take(12).take_while(|t| !ends(t)).count();
        let behind = &tokens[value.end..value.end + length];
        let part = |t: &Token<'_>| {
            let begins =
                |word: &str| ["paragraf", "bestemmelse", "område", "lov"].iter().any(|stem| word.starts_with(stem));
            t.word().is_some_and(begins)
        };
        let other = |t: &Token<'_>| WORDS.lists.rest.has(t) || t.is_any(&["forskellige", "flere", "diverse"]);
        let rest = value.start > 0 && WORDS.lists.rest.has(&tokens[value.start - 1]);
        let told = self.scopes.iter().any(|hit| (value.end..value.end + length).contains(&hit.start));
        rest && !told && behind.windows(2).any(|pair| other(&pair[0]) && part(&pair[1]))
    }

    /// "Der blev stoppet 1.120 sager i løbet af året": what somebody at work does with cases that are no complaints.
    pub(super) fn is_managed(&self, value: &Value) -> bool {
        let near = self.clause.tokens[..value.start].iter().rev().take(3);
        !self.clause.names_board() && near.into_iter().any(|t| WORDS.lists.managed.has(t))
    }

    /// "En omgørelsesprocent på 16 for sygedagpengeloven og 29 for aktivloven på landsplan": the place behind the last is
    /// that of all, where each names its part of the law and no other place is named.
    fn place_of_all(&mut self) {
        let values = &self.clause.values();
        let (Some(first), Some(last)) = (values.first(), values.last()) else { return };
        let placing = |tag: &Tag| matches!(tag, Tag::Nation | Tag::Own | Tag::Nameless);
        let mut terms = self.clause.terms.iter().filter(|hit| placing(&hit.tag));
        let (Some(nation), None) = (terms.next(), terms.next()) else { return };
        let behind = nation.tag == Tag::Nation && nation.start >= last.end && self.clause.places.is_empty();
        let joins = |at: usize| {
            let token = &self.clause.tokens[at];
            let inside = |start: usize, end: usize| (start..end).contains(&at);
            token.is_any(&["og", "samt", "for", "på", "efter", "pct", "procent"])
                || [',', '.', '%'].iter().any(|sign| token.is_symbol(*sign))
                || self.scopes.iter().any(|hit| inside(hit.start, hit.end))
                || values.iter().any(|value| inside(value.start, value.end))
        };
        let listed = values.len() > 1 && (first.start..last.end).all(joins);
        let rates = self.bindings.iter().all(|b| b.measure == Some(Measure::ReversalRate));
        let mut scopes = self.bindings.iter().map(|b| &b.scope);
        let apart =
            scopes.next().is_some_and(|first| first.is_some() && scopes.all(|other| other.is_some() && other != first));
        if behind && listed && rates && apart {
            self.bindings.iter_mut().for_each(|binding| binding.place = Some(Place::NATION));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn shares_of_totals_are_no_rates() {
        for (text, expected) in [
            (
                "Omgørelsesprocenten var 29 i 2021. Ankestyrelsen afgjorde 90 sager. Heraf hører 40 under Socialudvalget og 50 under Skoleudvalget. Det svarer til 44 og 56 procent.",
                vec![
                    "Greve 2021 Alle reversal_rate 29",
                    "Greve 2021 Alle decided 90",
                    "Greve 2021 Socialudvalget decided 40",
                    "Greve 2021 Skoleudvalget decided 50",
                ],
            ),
            (
                "Ankestyrelsen omgjorde 36 af 90 sager i 2021. Det svarer til 40 procent.",
                vec![
                    "Greve 2021 Alle reversed 36",
                    "Greve 2021 Alle considered 90",
                    "Greve 2021 Alle reversal_rate 40",
                ],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
