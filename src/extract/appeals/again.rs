//! Counts that go on with what was counted before: at another time, or named without a number.

use super::bind::Binder;
use super::label::rate_of;
use super::proven::makes;
use crate::data::words::{Tag, WORDS};
use crate::extract::clause::Clause;
use crate::extract::segment::Segment;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure};

impl Binder<'_, '_> {
    /// "Procenten var 50 mod 46 for hele landet. Der var kun tale om otte sager": how few it is taken of.
    pub(super) fn is_small_base(&self, value: &Value) -> bool {
        let words = &self.clause.tokens;
        let opened = value.start > 2 && words[0].is("der") && words[1].is_any(&["er", "var"]);
        let few = words[..value.start].iter().any(|t| t.is_any(&["kun", "blot", "alene"]));
        let about = opened && words[value.start - 1].is("om") && words[value.start - 2].is("tale");
        let bare = self.labels.is_empty() && self.scopes.is_empty() && self.clause.periods.is_empty();
        about && few && bare && self.setting.thread.own_rate
    }

    /// "Omgørelsesprocenten var 45. Det svarer til, at 9 ud af 20 sager blev omgjort": the base of the rate before.
    pub(super) fn explains_the_rate(&self, part: &Value, total: usize) -> bool {
        let last =
            self.setting.said.last().filter(|f| f.measure == Measure::ReversalRate && f.place == self.setting.own);
        let share = 100.0 * part.value / self.clause.values()[total].value;
        self.setting.thread.after_rate && last.is_some_and(|rate| (rate.value - share).abs() <= 1.0)
    }

    /// "Året før var det 77": what the sentence before counted, for another time or place.
    pub(super) fn repeated_count(&self, segment: &Segment) -> Option<Measure> {
        let pronoun =
            self.clause.tokens[segment.tokens.clone()].iter().any(|t| t.is_any(&["det", "tallet", "antallet", "der"]));
        let verb = self.clause.has_word(&["var", "er", "lå", "ligger", "blev"]);
        let said = self.setting.thread.count.clone().filter(|_| pronoun && verb && self.has_cue(segment))?;
        // "I alt kom der 103, heraf 11 afviste. I 2019 var der 118": not so many that were refused.
        let there =
            self.clause.tokens[segment.tokens.clone()].windows(2).any(|pair| pair[0].is("var") && pair[1].is("der"));
        // "Det bygger på 28 realitetsbehandlede sager. I 2018 var tallet 46": the base, or the rate before it?
        let base = self.setting.thread.rate.is_some() && self.clause.has_word(&["tallet"]);
        let told = |said: &Measure| !(base && *said == Measure::Considered);
        Some(said).filter(|said| !(there && rate_of(said).is_some() && !self.setting.thread.count_leads)).filter(told)
    }

    /// "Her er de klager, som Ankestyrelsen afgjorde i 2020. I alt var der 103": what the sentence before named.
    pub(super) fn there_were(&self, value: &Value) -> Option<Measure> {
        let words = &self.clause.tokens[..value.start];
        let stated = words.len() <= 6
            && words.windows(2).any(|pair| pair[0].is_any(&["var", "er"]) && pair[1].is("der"))
            && words.windows(2).any(|pair| pair[0].is("i") && pair[1].is("alt"));
        let first = self.clause.values().first().is_some_and(|other| other.start == value.start);
        self.setting.thread.act.clone().filter(|_| stated && first && value.kind == ValueKind::Bare)
    }

    /// "I 66 procent af sagerne fik kommunen medhold. Det var 67 sager": the cases behind the share.
    pub(super) fn counts_the_share(&self, value: &Value) -> Option<Measure> {
        let words = &self.clause.tokens;
        let thread = &self.setting.thread;
        let opens = words.first().is_some_and(|t| t.is_any(&["det", "dette"]));
        let small = |at: usize| {
            words[at].is_any(&["var", "er", "svarer", "svarede", "til", "drejer", "drejede", "sig", "om", "i", "alt"])
                || WORDS.hedges.at(words, at).is_some()
        };
        let plain = opens && value.start > 1 && (1..value.start).all(small) && words.len() <= value.end + 2;
        let alone = self.labels.is_empty() && self.scopes.is_empty() && self.clause.periods.is_empty();
        let outcome = thread.outcome.clone().filter(|_| plain && alone && value.kind == ValueKind::Count)?;
        let shared = thread.rate.is_some() && rate_of(&outcome) == thread.rate && thread.count.is_none();
        Some(outcome).filter(|outcome| shared && thread.age == 0 && *outcome != Measure::Reversed)
    }

    /// "Ankestyrelsen afgjorde 125 sager; året før var tallet 139": what this sentence counted, at another time.
    pub(super) fn points_back(&self, segment: &Segment) -> bool {
        let words = &self.clause.tokens[segment.tokens.clone()];
        let there = words.windows(2).any(|pair| pair[0].is_any(&["var", "er"]) && pair[1].is("der"));
        let pronoun = there || words.iter().any(|t| t.is_any(&["det", "tallet", "antallet"]));
        let verb = words.iter().any(|t| t.is_any(&["var", "er", "lå", "blev"]));
        let another_time = self.clause.periods.iter().any(|m| segment.tokens.contains(&m.start));
        pronoun && verb && another_time
    }

    /// "35 af de 106 sager", where 106 were counted before as decided on their merits, and not as decided.
    pub(super) fn was_considered(&self, total: usize) -> bool {
        let value = &self.clause.values()[total];
        let definite = value.start > 0 && self.clause.tokens[value.start - 1].is_any(&["de", "disse"]);
        let counted = |f: &&Figure| matches!(f.measure, Measure::Decided | Measure::Considered);
        let same = |f: &&Figure| (f.value - value.value).abs() < 1e-6 && f.place == self.setting.own;
        let mut said = self.setting.said.iter().rev().take(30).filter(counted).filter(same);
        definite
            && said.next().is_some_and(|f| f.measure == Measure::Considered)
            && said.all(|f| f.measure == Measure::Considered)
    }

    /// "Omgørelsesprocenten" over "Køge: 2019: 41, 2020: 38" or "2019: Køge 41, landet 36": the rate that the line above
    /// named, each value with its year or place.
    pub(super) fn listed_rate(&self) -> Option<Measure> {
        let words = &self.clause.tokens;
        let values = &self.clause.values();
        let year = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|t| t.year().is_some());
        let follows_year = |value: &Value| {
            let colon = value.start.checked_sub(1).is_some_and(|at| words[at].is_symbol(':'));
            let next = |at: usize| words.get(at).is_some_and(|t| t.is_symbol('('));
            colon && year(value.start.checked_sub(2)) || next(value.end) && year(Some(value.end + 1))
        };
        let opened = year(Some(0)) && words.get(1).is_some_and(|t| t.is_symbol(':'));
        let nation = || self.clause.terms.iter().filter(|hit| hit.tag == Tag::Nation).map(|hit| hit.end);
        let placed = |value: &Value| {
            opened && self.clause.places.iter().map(|hit| hit.end).chain(nation()).any(|end| end == value.start)
        };
        let listed = values.iter().all(|v| v.kind == ValueKind::Bare && v.value <= 100.0 && follows_year(v))
            || values.iter().all(|v| v.kind == ValueKind::Bare && v.value <= 100.0 && placed(v));
        let thread = &self.setting.thread;
        let alone = values.len() > 1 && self.labels.is_empty() && thread.count.is_none() && thread.age <= 1;
        thread.rate.clone().filter(|_| alone && listed)
    }

    /// "(2020: 205)"
    pub(super) fn is_of_year_in_parentheses(&self, value: &Value) -> bool {
        let words = &self.clause.tokens;
        let before = |back: usize| value.start.checked_sub(back).map(|at| &words[at]);
        let closed = words.get(value.end).is_some_and(|t| t.is_symbol(')'));
        let opened = before(3).is_some_and(|t| t.is_symbol('('));
        let year = before(2).is_some_and(|t| t.year().is_some());
        closed && opened && year && before(1).is_some_and(|t| t.is_symbol(':'))
    }
}

/// "38 procent blev omgjort. Der er tale om 53 sager, hvoraf 33 er stadfæstet": the base of the rate, where the outcomes
/// behind it make that rate.
pub(super) fn base_of_last(clause: &Clause<'_>, stated: &[Figure], found: &mut [Figure]) {
    let lead = clause.values().first().map_or(&clause.tokens[..0], |first| &clause.tokens[..first.start]);
    let speaks = lead.windows(2).any(|pair| {
        pair[0].is_any(&["tale", "sig", "handler", "handlede", "omfatter", "dækker"]) && pair[1].is_any(&["om", "over"])
    });
    if !speaks || lead.len() > 9 || !lead[0].is_any(&["der", "det", "dette", "i", "samlet"]) {
        return;
    }
    let Some(rate) = stated.last().and_then(Figure::source).map(|source| source.passage) else { return };
    let Some(total) = found.iter().position(|f| f.measure == Measure::Decided && f.is_certain()) else { return };
    let key = |f: &Figure| (f.place.clone(), f.period, f.scope.clone());
    let of_total = |f: &&Figure| key(f) == key(&found[total]);
    let near = stated.iter().rev().take_while(|f| f.source().is_some_and(|source| source.passage == rate));
    let Some(rate) = near.filter(of_total).find(|f| f.measure == Measure::ReversalRate) else { return };
    let part = |measure: &Measure| found.iter().filter(of_total).find(|f| f.measure == *measure).map(|f| f.value);
    let changed = part(&Measure::Changed).zip(part(&Measure::Remanded)).map(|(changed, remanded)| changed + remanded);
    let upheld = || part(&Measure::Upheld).map(|upheld| found[total].value - upheld);
    let reversed = part(&Measure::Reversed).or(changed).or_else(upheld);
    let fits = |reversed| makes(reversed, found[total].value, rate.value, rate.decimals, rate.hedge.is_some());
    if part(&Measure::Dismissed).is_none() && reversed.is_some_and(fits) {
        found[total].measure = Measure::Considered;
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn how_few_a_rate_is_taken_of() {
        let text = "På børnehandicapområdet var omgørelsesprocenten 50 i 2021 mod 46 for hele landet. Der var kun tale om otte sager, \
            og derfor siger det ikke så meget.";
        assert_eq!(stated(text)[2..], ["Greve 2021 SEL børnehandicap considered 8"]);
        // Only a rate has a base in parentheses.
        let text = "Ankestyrelsen afgjorde 24 sager i 2021, og omgørelsesprocenten var 41. Til sammenligning lå Køge på 38 (16 \
            sager) og Faxe på 29 (11 sager).";
        let expected = ["Køge 2021 Alle reversal_rate 38", "Køge 2021 Alle considered 16"];
        assert_eq!(stated(text)[2..4], expected, "{:?}", stated(text));
    }
}
