//! What a count without a word of its own measures: the base of a rate, the count of one, or what was decided.

use super::bind::Binder;
use super::ended::and_so_they_ended;
use super::label::{Label, LabelKind, count_of, rate_of};
use super::lines::{is_bare_count, stands_behind_name};
use super::portion::{counts_left_out, is_base, is_decided_of_law};
use super::said::counts_behind_rates;
use crate::data::lexicon::Hit;
use crate::data::words::{Tag, WORDS};
use crate::extract::segment::STRONG;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::{Figure, Measure, Place};
use crate::text::token::{Kind, Token};

/// "15 af dem"
pub(super) fn is_of_them(tokens: &[Token<'_>], value: &Value) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    is(value.end, &["af"]) && is(value.end + 1, &["dem", "disse"])
}

impl Binder<'_, '_> {
    /// A count that no outcome or act labels: the base of a rate, the count of one, or what was decided.
    pub(super) fn unlabelled_count(
        &self,
        number: usize,
        last_count: Option<&Measure>,
        last_rate: Option<&Measure>,
        after_rate: bool,
    ) -> Option<Measure> {
        let group = &self.groups[number];
        let value = &self.clause.values()[group.lead];
        let segment = &self.segments[group.lead];
        let words = &self.clause.tokens;
        // "den er 25, baseret på 12 sager, og 32 på landsplan": of the nation a rate too, and not its base.
        let nation = self.clause.terms.iter().any(|h| h.tag == Tag::Nation && segment.tokens.contains(&h.start));
        let rated = last_rate == Some(&Measure::ReversalRate) && last_count == Some(&Measure::Considered);
        if nation && rated && value.value <= 100.0 && !words.get(value.end).is_some_and(|t| WORDS.case_nouns.has(t)) {
            return Some(Measure::ReversalRate);
        }
        // "Når de tre afviste sager trækkes fra": counted as what is named to be left out.
        let excepted = |hit: &Hit<Tag>| hit.start == value.end && hit.tag == Tag::Outcome(Measure::Dismissed);
        if self.clause.terms.iter().any(excepted) && !self.labels.iter().any(|label| label.start == value.end) {
            return None;
        }
        if counts_left_out(self.clause, value) {
            return Some(Measure::Dismissed);
        }
        let before = value.start.saturating_sub(5)..value.start;
        // "steg antallet af sager fra Greve til 179"
        let grows =
            value.kind == ValueKind::Bare && value.decimals == 0 && value.start > 0 && words[value.start - 1].is("til");
        let counts = words[..value.start].windows(3).any(|w| {
            w[0].is_any(&["antallet", "tallet"])
                && w[1].is("af")
                && self.clause.terms_where(|tag| *tag == Tag::Cases).any(|hit| words[hit.start].span == w[2].span)
        });
        if let Some(again) = self.setting.carried.count.clone().filter(|_| grows && counts) {
            return Some(again);
        }
        if self.is_complained_of(value) || self.is_of_the_municipality(value) {
            return None;
        }
        if let Some(next) = self.follows_in_order(value) {
            return Some(next);
        }
        if self.is_spread(value) || self.is_managed(value) {
            return None;
        }
        if self.is_new(value) {
            return Some(Measure::Received).filter(|_| self.clause.has_any(&WORDS.lists.board_names));
        }
        if let Some(whole) = self.measure_of_whole(number) {
            return Some(whole);
        }
        if let Some(decided) = self.number_of_decisions(value) {
            return Some(decided);
        }
        if let Some(outcome) = self.counts_the_share(value) {
            return Some(outcome);
        }
        if let Some(part) = self.part_of_whole(number).or_else(|| self.part_of_outcome(group.lead)) {
            return Some(part);
        }
        if value.decimals == 0 && counts_behind_rates(self.clause, self.setting) {
            return Some(Measure::Considered);
        }
        // "Her var der én sag, og den blev hjemvist"
        let alone = self.clause.values().len() == 1 && self.speaks_of_appeals();
        if alone && and_so_they_ended(self.clause, value, self.labels).is_some() {
            return Some(Measure::Decided);
        }
        if is_decided_of_law(self.clause, self.labels, self.scopes, value) {
            return Some(Measure::Decided);
        }
        if let Some(share) = self.is_share_of_law(value) {
            return Some(share);
        }
        if self.has_its_rate(value) {
            return Some(Measure::Considered);
        }
        if value.kind == ValueKind::Bare && (!self.noun_near(value) || group.twin.is_some()) {
            // "44 er stadfæstet, og procenten er gået fra 43 i 2016 til 36 i 2017": what was named last goes on.
            let last_count = last_count.filter(|_| !after_rate);
            // "2019: 12, 2020: 15": the same measure for another year or place.
            let against = words[segment.tokens.clone()].iter().take(2).any(|t| t.is("mod"));
            let listed = last_count.filter(|_| self.has_cue(segment) && (segment.strength <= 3 || against));
            let announced = self
                .setting
                .thread
                .announced
                .as_ref()
                .filter(|m| rate_of(m).as_ref() != Some(m) && self.has_cue(segment) && self.goes_on_plainly())
                .filter(|_| value.decimals == 0 && last_rate.is_none());
            let rate = self
                .setting
                .thread
                .announced
                .as_ref()
                .filter(|m| value.value <= 100.0 && rate_of(m).as_ref() == Some(m) && self.has_cue(segment));
            let same_rate = last_rate.filter(|_| {
                value.value <= 100.0 && last_count.is_none() && (self.has_cue(segment) || segment.tokens.start > 0)
            });
            // "188 klager over Greve Kommune på det sociale område (2020: 205)"
            let aside = last_count.filter(|_| segment.depth > 0 && self.is_of_year_in_parentheses(value));
            // "I Region Sjælland var gennemsnittet 30"
            let region = |h: &Hit<Place>| h.tag.as_str().starts_with("Region ") && segment.tokens.contains(&h.start);
            let mean = words[segment.tokens.start..value.start].iter().any(|t| t.is("gennemsnittet"));
            let nation = nation || mean && self.clause.places.iter().any(region);
            let yardstick = self
                .setting
                .thread
                .rate
                .clone()
                .filter(|_| nation && self.setting.thread.age <= 1 && value.value <= 100.0);
            // "For aktivloven er den 31 i 2024", "I 2020 var de tilsvarende tal 40 for Greve": the rate just spoken of.
            let same = self.clause.has_word(&["tilsvarende", "samme"]);
            // "kommunens tal 44", "Greves tal 44"
            let whose = self.is_number_of_place(segment);
            let pronoun = words[segment.tokens.start..value.start].iter().any(|t| {
                WORDS.lists.rate_pronouns.has(t)
                    || ((WORDS.lists.number_pronouns.has(t) || (same || whose) && t.is("tal"))
                        && self.setting.thread.count.is_none())
            });
            let spoken = self.setting.thread.rate.clone().filter(|_| {
                let near = self.setting.thread.age == 0 || self.setting.thread.age == 1 && self.turns_to_part(value);
                pronoun && near && value.value <= 100.0 && self.has_cue(segment)
            });
            // "Ankestyrelsens afgørelser 2021" over "Procenten var 29. I 2020 var den 33": what "den" is goes before.
            let announced = announced.filter(|_| spoken.is_none());
            let unsaid = listed.or(aside).or(announced).or(rate).or(same_rate).cloned();
            // "Kommunen er på to af kortene gået fra at ligge over landsgennemsnittet": a rate is written in digits.
            let written = value.value == 0.0 || words[value.start].number().is_some();
            let rate_in_words = |measure: &Measure| !written && rate_of(measure).as_ref() == Some(measure);
            return unsaid
                .or(spoken)
                .or_else(|| self.parallel_bare(number))
                .or_else(|| self.of_next_place(value))
                .or(yardstick)
                .or_else(|| self.shown_by_map(value))
                .or_else(|| self.listed_rate())
                .or_else(|| self.rest_of_all(segment, value))
                .or_else(|| self.there_were(value))
                .or_else(|| self.rate_with_its_base(value))
                .or_else(|| last_count.filter(|_| self.points_back(segment)).cloned())
                .or_else(|| self.repeated_count(segment))
                .filter(|measure| !rate_in_words(measure));
        }
        // "52 sager hver", "52 sager pr. rådgiver": a caseload.
        if words[value.end..].iter().take(3).any(|t| t.is_any(&["hver", "pr", "per"])) {
            return None;
        }
        if value.kind == ValueKind::Bare && value.decimals > 0 {
            return None;
        }
        // "§ 100 (8 afgørelser, hvoraf 5 er stadfæstet)"
        let opens = value.start > 0 && words[value.start - 1].is_symbol('(');
        if opens && words[value.end..].iter().take(3).any(|t| t.is_any(&["hvoraf", "heraf"])) && self.has_outcome() {
            return Some(Measure::Decided);
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
        // "52 mod 44 for hele landet. Tallet bygger på 25 afgørelser": what the text speaks of.
        let map = ["kortet", "danmarkskortet"];
        let pronouns = ["tallet", "procenten", "den", "det", "dette", "omgørelsesprocenten", "procenttallet"];
        let pronoun = |t: &Token<'_>| t.is_any(&pronouns) || t.is_any(&map);
        // "Bag tallet ligger 6 sager"
        let behind = words[0].is("bag") && words.get(1).is_some_and(pronoun);
        let pronoun = pronoun(&words[0]) || behind;
        // "Året før lå kommunen på 47 pct.", and in the next paragraph "Bag procenten ligger 21 sager"
        let stated = |f: &Figure| f.measure == Measure::ReversalRate && f.place == self.setting.own;
        let rated_above = || self.setting.said.iter().rev().take(5).any(stated);
        let thread = &self.setting.thread;
        let after_rate = thread.after_rate || (pronoun && thread.own_rate) || behind && rated_above();
        let rated = last_rate == Some(&Measure::ReversalRate) || after_rate;
        if rated && (behind || is_base(self.clause, self.labels, value)) || self.is_small_base(value) {
            return Some(Measure::Considered);
        }
        // "Omgørelsesprocenten for 2021 er beregnet ud fra 54 sager": the base of a rate that stands elsewhere.
        let alone = self.clause.values().len() == 1 && value.kind == ValueKind::Count;
        let named = |label: &Label| label.measure == Measure::ReversalRate && label.end <= value.start;
        if alone && self.labels.iter().any(named) && is_base(self.clause, self.labels, value) {
            return Some(Measure::Considered);
        }
        // "Fordelt på kvartaler afgjorde Ankestyrelsen:", and under it "1. kvartal 2022: 47 sager".
        let listed = stands_behind_name(self.clause, value);
        let above = self.setting.thread.announced.as_ref().filter(|m| rate_of(m).as_ref() != Some(m));
        let line = || listed && self.has_cue(segment) || self.setting.thread.listed && is_bare_count(self.clause);
        if let Some(above) = above.filter(|_| self.labels.is_empty() && line()) {
            return Some(above.clone());
        }
        // "fra 90 til 60 sager" stands with the word before it. What parts follow of is a whole: "§ 41 (8 sager, hvoraf 4 ...)".
        let next = self.groups.get(number + 1).map_or(words.len(), |next| next.start);
        let whole = words[value.end..next].iter().any(|t| t.is_any(&["hvoraf", "heraf"]));
        if let Some(last) = last_count.filter(|_| !whole && self.has_cue(segment) && segment.strength <= STRONG) {
            return Some(last.clone());
        }
        if let Some(count) = self.repeated_count(segment) {
            // "Ingen sager er ændret. Året før var der ni afgørelser": so many cases, not so many outcomes.
            // "34 blev stadfæstet, 6 ændret og 17 hjemvist. Året før var tallet 83 sager"
            let several = self.setting.thread.told.len() > 1;
            // "I 2020 blev det til 26 afgørelser"
            let existential = |t: &Token<'_>| t.is_any(&["der", "antallet"]) || several && t.is_any(&["tallet", "det"]);
            let existential = words[segment.tokens.clone()].iter().any(existential);
            // "Året før var det 19 sager, hvoraf 12 blev stadfæstet"
            let all = existential || whole;
            return Some(if all && rate_of(&count).is_some() { Measure::Decided } else { count });
        }
        // "51 sager i 2021 (stadfæstet: 33 / hjemvist: 12)"
        let parts = |t: &Token<'_>| matches!(t.kind, Kind::Symbol('(' | ',' | ':' | ';' | '/' | '-'));
        // "11 sager lov om en aktiv beskæftigelsesindsats, som alle er stadfæstet"
        let named = |at: usize| self.scopes.iter().any(|hit| (hit.start..hit.end).contains(&at));
        let parted = number == 0
            && !self.contradicts_total(value)
            && self.groups.len() > 1
            && self.has_outcome()
            && ((value.end..words.len()).filter(|&at| !named(at)).take(5).any(|at| parts(&words[at]))
                || (words[value.start.saturating_sub(3)..value.start].iter().any(|t| t.is("af"))
                    && !words[value.start - 1].is_any(&["de", "disse"])));
        let total = words[before].iter().any(|t| t.is_any(&["alt", "samlet", "ialt"]))
            || words[value.end..].iter().any(|t| t.is_any(&["hvoraf", "heraf"]))
            // "52 sager i alt"
            || words[value.end..].windows(2).take(2).any(|pair| pair[0].is("i") && pair[1].is("alt"));
        let about = self.clause.names_board()
            || self.clause.has_word(&["kortet"])
            || self.speaks_of_appeals()
            || self.has_outcome()
            || !self.clause.sections.is_empty();
        let noun = self
            .clause
            .terms_where(|tag| *tag == Tag::Cases)
            .any(|hit| hit.start >= value.end && hit.start <= value.end + 3);
        let about_scope = self.scopes.iter().any(|h| segment.tokens.contains(&h.start))
            && (self.clause.has_any(&WORDS.lists.belonging)
                || self.clause.has_word(&[
                    "fylder",
                    "fyldte",
                    "tegnede",
                    "tegner",
                    "stod",
                    "udgjorde",
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
                ]));
        // "De 181 sager fordeler sig": spoken of before, as whatever they were.
        let again = value.start > 0
            && words[value.start - 1].is_any(&["de", "disse"])
            && !self.clause.names_board()
            && !self.has_outcome();
        // "Her er der én afgørelse", "I 2020 var der 149 sager", "§ 112 (hjælpemidler): Tretten sager."
        let formal = words[value.end..].iter().take(2).any(|t| {
            t.word().is_some_and(|w| w.contains("afgørelse") || w.contains("klagesag") || w.contains("ankesag"))
        });
        let there = value.start > 1
            && self.labels.iter().all(|label| label.kind == LabelKind::Rate)
            && words[value.start - 1].is("der")
            && words[value.start - 2].is_any(&["er", "var"])
            && (formal || self.setting.thread.silence == 0 && self.has_cue(segment));
        // "I 2. halvår kom der 58 afgørelser fra Ankestyrelsen", "at der i 1. kvartal 2022 var 24 afgørelser fra ..."
        let timeless = || (0..value.start).rev().filter(|&at| !self.clause.is_of_period(at)).map(|at| &words[at]);
        let from_board = self.has_cue(segment)
            && timeless()
                .filter(|t| !t.is_symbol('.'))
                .take(3)
                .any(|t| t.is_any(&["kom", "kommet", "der", "fik", "fået"]))
            && words[value.end..]
                .windows(3)
                .take(2)
                .any(|w| w[0].is("afgørelser") && w[1].is("fra") && WORDS.lists.board_names.has(&w[2]));
        let after_scope = value.start > 1
            && words[value.start - 1].is_symbol(':')
            && self.scopes.iter().any(|hit| {
                // "Serviceloven: 48 afgørelser."
                hit.end < value.start && hit.tag.contains('§') || formal && hit.end + 1 == value.start
            })
            && self.clause.values().len() == 1;
        (about
            && noun
            && !again
            && (total
                || there
                || from_board
                || after_scope
                || parted
                || about_scope
                || (self.clause.names_board() || self.clause.has_word(&["kortet"])) && self.is_first_total(number)))
        .then(|| self.total_like_the_last(group.lead))
    }

    /// "Der blev realitetsbehandlet 31 sager på børneområdet, hvoraf 16 blev omgjort, og 9 på voksenområdet": the verb holds
    /// for both.
    fn total_like_the_last(&self, index: usize) -> Measure {
        let total = |measure: &&Measure| matches!(measure, Measure::Decided | Measure::Considered);
        let last = self.bindings[..index].iter().rev().filter_map(|b| b.measure.as_ref()).find(total);
        last.cloned().unwrap_or(Measure::Decided)
    }

    /// "På børnehandicapområdet er den 38 i Greve", in the paragraph behind one that gave the rate of the whole.
    fn turns_to_part(&self, value: &Value) -> bool {
        let first = &self.clause.tokens[0];
        let opens = first.is_any(&["på", "for", "inden", "efter"])
            || WORDS.lists.rate_pronouns.has(first)
            || WORDS.lists.number_pronouns.has(first);
        let part = self.scopes.first().is_some_and(|hit| hit.start <= 3 && hit.end < value.start);
        opens && part && self.labels.is_empty() && self.goes_on_plainly()
    }

    /// "31 nye klager", "31 klager til Ankestyrelsen": what the board received, and nothing that it decided.
    fn is_new(&self, value: &Value) -> bool {
        let words = &self.clause.tokens[value.end..];
        let complaint = |t: &Token<'_>| t.is_any(&["klager", "klage"]);
        let brought =
            words.get(..3).is_some_and(|w| complaint(&w[0]) && w[1].is("til") && WORDS.lists.board_names.has(&w[2]));
        let there = self.clause.tokens[..value.start].iter().rev().take(3).any(|t| t.is("der"));
        if brought && there {
            return true;
        }
        let complaints = |t: &Token<'_>| t.is_any(&["klager", "klagesager", "ankesager", "anker", "klage"]);
        let got = || self.clause.has_word(&["fik", "får", "fået", "kom", "kommet"]);
        let cases = |t: &Token<'_>| t.is("sager") && got();
        words.first().is_some_and(|t| t.is_any(&["nye", "ny"]))
            && words.get(1).is_some_and(|t| complaints(t) || cases(t))
    }

    /// "For socialområdet var Greve på 35, beregnet ud fra 97 afgørelser", where a rate was spoken of.
    fn rate_with_its_base(&self, value: &Value) -> Option<Measure> {
        let thread = &self.setting.thread;
        let tokens = &self.clause.tokens;
        let stated = value.start > 0 && tokens[value.start - 1].is_any(&["på", "er", "var"]);
        let next = self.clause.values().get(1).filter(|_| self.clause.values().len() == 2)?;
        let between = tokens.get(value.end..next.start)?;
        let base =
            between.len() <= 6 && between.iter().any(|t| t.is_any(&["beregnet", "opgjort", "baseret", "udregnet"]));
        let first = value.value <= 100.0 && self.clause.values()[0].start == value.start;
        thread.rate.clone().filter(|_| thread.age == 0 && self.labels.is_empty() && stated && base && first)
    }

    /// "Ud af 3.100 afgørelser blev 40 påklaget": what the municipality decided.
    fn is_complained_of(&self, value: &Value) -> bool {
        let words = &self.clause.tokens;
        let decisions = words[value.end..].iter().take(2).any(|t| t.is("afgørelser"));
        let stems = ["påklag", "anke", "klage", "indbragt"];
        let complained = |label: &Label| {
            let word = words[label.start].word().unwrap_or_default();
            label.measure == Measure::Received
                && label.start > value.end
                && stems.iter().any(|stem| word.starts_with(stem))
        };
        decisions && self.labels.iter().any(complained)
    }

    /// "Ankestyrelsen afgjorde 60 sager. Godt gik det i 40 sager, 12 blev hjemvist": 40 are not what was decided.
    fn contradicts_total(&self, value: &Value) -> bool {
        let counted = self.setting.thread.count == Some(Measure::Decided) && self.clause.periods.is_empty();
        let last = self.setting.said.iter().rev().find(|f| f.measure == Measure::Decided);
        counted && self.scopes.is_empty() && last.is_some_and(|total| value.value < total.value)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn a_number_goes_on_with_the_rate() {
        for (text, expected) in [
            (
                "På socialområdet er omgørelsesprocenten 29 i 2021.\n\nPå børnehandicapområdet er den 38 (13 sager) i Greve og 47 på landsplan.",
                vec![
                    "Greve 2021 SEL reversal_rate 29",
                    "Greve 2021 SEL børnehandicap reversal_rate 38",
                    "Greve 2021 SEL børnehandicap considered 13",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 47",
                ],
            ),
            (
                "På voksenhandicapområdet er omgørelsesprocenten 25 i 2021, baseret på 12 sager, og 32 på landsplan.",
                vec![
                    "Greve 2021 SEL voksenhandicap reversal_rate 25",
                    "Greve 2021 SEL voksenhandicap considered 12",
                    "Hele landet 2021 SEL voksenhandicap reversal_rate 32",
                ],
            ),
            (
                "Ankestyrelsens afgørelser 2021\n\nOmgørelsesprocenten var 29 i 2021. I 2020 var den 33.",
                vec!["Greve 2021 Alle reversal_rate 29", "Greve 2020 Alle reversal_rate 33"],
            ),
            (
                "På socialområdet er omgørelsesprocenten 31 i 2021.\n\nTil sammenligning har Faxe 28 og Køge 37 på socialområdet.",
                vec![
                    "Greve 2021 SEL reversal_rate 31",
                    "Faxe 2021 SEL reversal_rate 28",
                    "Køge 2021 SEL reversal_rate 37",
                ],
            ),
            (
                "Ni sager blev stadfæstet i 2021 og tre hjemvist. I 2020 var det 19 sager, hvoraf 12 blev stadfæstet.",
                vec![
                    "Greve 2021 Alle upheld 9",
                    "Greve 2021 Alle remanded 3",
                    "Greve 2020 Alle decided 19",
                    "Greve 2020 Alle upheld 12",
                ],
            ),
            (
                "Danmarkskortet 2021\n\nGreve har en omgørelsesprocent på 31 på socialområdet.\n\nDe særlige kort viser:\n- Børnehandicap: 45 (11 sager), hele landet 43",
                vec![
                    "Greve 2021 SEL reversal_rate 31",
                    "Greve 2021 SEL børnehandicap reversal_rate 45",
                    "Greve 2021 SEL børnehandicap considered 11",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 43",
                ],
            ),
            (
                "Børnehandicapområdet: Omgørelsesprocenten er 37 i Greve i 2021 mod 45 på landsplan. Kortet bygger på 46 sager.",
                vec![
                    "Greve 2021 SEL børnehandicap reversal_rate 37",
                    "Hele landet 2021 SEL børnehandicap reversal_rate 45",
                    "Greve 2021 SEL børnehandicap considered 46",
                ],
            ),
            (
                "Kortet for børnehandicapområdet omfatter i 2021 14 sager, når de afviste sager er trukket fra. Otte er stadfæstet, og seks er hjemvist.",
                vec![
                    "Greve 2021 SEL børnehandicap considered 14",
                    "Greve 2021 SEL børnehandicap upheld 8",
                    "Greve 2021 SEL børnehandicap remanded 6",
                ],
            ),
            (
                "Ankestyrelsen afgjorde i 2021 61 klager efter serviceloven. Omgørelsesprocenten var 34.\n\nVores naboer ligger sådan: Køge 31 procent og Faxe 28 procent.",
                vec![
                    "Greve 2021 SEL decided 61",
                    "Greve 2021 SEL reversal_rate 34",
                    "Køge 2021 SEL reversal_rate 31",
                    "Faxe 2021 SEL reversal_rate 28",
                ],
            ),
            (
                "Ankestyrelsen afgjorde i 2021 61 klager efter serviceloven. Omgørelsesprocenten var 34.\n\nI alt er 130 afgørelser læst af en jurist.",
                vec!["Greve 2021 SEL decided 61", "Greve 2021 SEL reversal_rate 34"],
            ),
            (
                "I 2021 blev 71 procent af sagerne på socialområdet stadfæstet.\n\nPå børnehandicapområdet har Ankestyrelsen i 2021 stadfæstet 9, hjemvist 7 og ændret 1 af i alt 17 sager. Det er halvdelen, og dermed er Greve på niveau med landet, der ligger på 48 procent.",
                vec![
                    "Greve 2021 SEL upheld_rate 71",
                    "Greve 2021 SEL børnehandicap upheld 9",
                    "Greve 2021 SEL børnehandicap remanded 7",
                    "Greve 2021 SEL børnehandicap changed 1",
                    "Greve 2021 SEL børnehandicap decided 17",
                    "Hele landet 2021 SEL børnehandicap upheld_rate 48?",
                ],
            ),
            (
                "Omgørelsesprocenten var 29 i 2021. På to af kortene ligger kommunen over landsgennemsnittet.",
                vec!["Greve 2021 Alle reversal_rate 29"],
            ),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
