//! Counts that stand for all there are, by the words that show them: "Danmarkskortet viser 30 afgørelser".

use super::bind::Binder;
use super::label::rate_of;
use super::list::value_runs;
use super::times::one_after_another;
use crate::data::words::WORDS;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::Measure;
use crate::text::token::Token;

impl Binder<'_, '_> {
    /// "31 i 1. halvår 2021 og 26 i 2. halvår, i alt 57 for hele året": what the numbers of times in a row make up is of
    /// all these times.
    pub(super) fn in_all(&mut self) {
        const TOGETHER: [&str; 4] = ["alt", "ialt", "tilsammen", "sammenlagt"];
        if self.bindings.len() < 3 || !self.clause.has_word(&TOGETHER) {
            return;
        }
        let values = self.clause.values();
        for index in 2..values.len() {
            let together = &self.clause.tokens[values[index - 1].end..values[index].start];
            if !together.iter().rev().take(2).any(|t| t.is_any(&TOGETHER)) {
                continue;
            }
            let (last, measure) = (self.bindings[index - 1].clone(), self.bindings[index - 1].measure.clone());
            let alike = |at: &usize| self.bindings[*at].measure == measure;
            let first = (0..index).rev().take_while(alike).last().unwrap_or(index);
            let parts = &self.bindings[first..index];
            let count = measure.as_ref().is_some_and(|m| rate_of(m).as_ref() != Some(m));
            let sum: f64 = values[first..index].iter().map(|value| value.value).sum();
            let same = |part: &super::bind::Binding| part.place == last.place && part.scope == last.scope;
            let Some(all) = one_after_another(parts.iter().map(|part| part.period)) else { continue };
            if count && parts.iter().all(same) && (sum - values[index].value).abs() < 1e-6 {
                let named = self.bindings[index].period.filter(|named| Some(*named) != last.period);
                self.bindings[index] = super::bind::Binding { period: named.or(Some(all)), ..last };
            }
        }
    }

    /// "Danmarkskortet viser 30 afgørelser": the first count of a sentence that only names the board.
    pub(super) fn is_first_total(&self, number: usize) -> bool {
        number == 0
            && self.clause.has_word(&[
                "indeholder",
                "rummer",
                "tæller",
                "omfatter",
                "dækker",
                "viser",
                "bygger",
                "indgår",
                "drejer",
            ])
    }

    /// Bare numbers that a parallel list will give their measure, behind the name of a rate.
    pub(super) fn parallel_bare(&self, number: usize) -> Option<Measure> {
        let lead = self.groups[number].lead;
        let in_run = value_runs(self.clause).into_iter().any(|run| run.contains(&lead));
        (in_run && self.clause.values()[lead].value <= 100.0 && !self.setting.thread.list.is_empty())
            .then(|| self.setting.thread.rate.clone())
            .flatten()
    }

    /// "For hele 2014 endte antallet af afgørelser efter serviceloven på 84", "Antallet af klager til Ankestyrelsen er steget
    /// fra 58 til 71"
    pub(super) fn number_of_decisions(&self, value: &Value) -> Option<Measure> {
        let words = &self.clause.tokens;
        let stated = value.start > 0 && words[value.start - 1].is_any(&["på", "er", "var", "blev", "fra", "været"]);
        // "har været: 2018: 14, 2019: 19", "2018 (14), 2019 (19)"
        let sign = |t: &Token<'_>| t.is_symbol(':') || t.is_symbol('(');
        let behind_year = |at: usize| at > 1 && sign(&words[at - 1]) && words[at - 2].year().is_some();
        let of_year = behind_year(value.start);
        // "Antal afgørelser i alt: 50": a line of its own.
        let line = value.start > 1 && words[value.start - 1].is_symbol(':') && value.end == words.len();
        let stated = stated || of_year || line;
        let number = |w: &[Token<'_>]| w[0].is_any(&["antallet", "antal"]) && w[1].is("af");
        let brought = words[..value.start].windows(5).rposition(|w| {
            let complaints = w[2].is_any(&["klager", "klagesager", "ankesager", "anker"]);
            number(w) && complaints && w[3].is("til") && WORDS.lists.board_names.has(&w[4])
        });
        let decided = |w: &[Token<'_>]| number(w) && w[2].is_any(&["afgørelser", "ankeafgørelser"]);
        // "Kommunens antal afgørelser fra Ankestyrelsen"
        let named = |w: &[Token<'_>]| w[0].is("antal") && w[1].is_any(&["afgørelser", "ankeafgørelser"]);
        let short = || words[..value.start].windows(2).rposition(named).filter(|&at| of_year || line && at == 0);
        let head = brought.or_else(|| words[..value.start].windows(3).rposition(decided)).or_else(short)?;
        let clause = self.clause;
        let plain = (head..value.start).all(|at| {
            let t = &words[at];
            t.number().is_none_or(|_| t.year().is_some() || clause.is_of_section(at) || of_year && behind_year(at))
        });
        let own = words[(head + 3).min(value.start)..value.start].iter().any(|t| WORDS.lists.deciders.has(t));
        let yearly = words[value.end..].iter().any(|t| WORDS.lists.often.has(t) || WORDS.lists.estimated.has(t));
        let spoken = self.clause.names_board() || (self.speaks_of_appeals() || line) && self.setting.item_names_board;
        let counts = (value.kind == ValueKind::Bare || value.kind == ValueKind::Count && (of_year || line))
            && value.decimals == 0;
        // "Antallet af afgørelser, som Ankestyrelsen har realitetsbehandlet, er 104"
        let told =
            self.labels.iter().find(|l| l.start > head && l.end <= value.start && l.measure == Measure::Considered);
        let act = if brought.is_some() { Measure::Received } else { Measure::Decided };
        let measure = told.map_or(act, |label| label.measure.clone());
        (counts && stated && plain && spoken && !own && !yearly).then_some(measure)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn what_times_in_a_row_make_up_is_of_all_of_them() {
        for (text, last) in [
            (
                "Ankestyrelsen modtog 31 klager i 1. kvartal 2021, 26 i 2. kvartal og 19 i 3. kvartal, i alt 76.",
                "Greve 2021-Q1..Q3 Alle received 76",
            ),
            (
                "Ankestyrelsen afgjorde 31 sager i 1. halvår 2021 og 26 i 2. halvår, tilsammen 57 sager for hele året.",
                "Greve 2021 Alle decided 57",
            ),
            // They do not make it up.
            (
                "Ankestyrelsen modtog 31 klager i 1. halvår 2021 og 26 i 2. halvår, i alt 58.",
                "Greve 2021-H2 Alle received 26",
            ),
        ] {
            assert_eq!(stated(text).last().map(String::as_str), Some(last), "{text}");
        }
    }

    #[test]
    fn decisions_of_one_year_after_the_other() {
        for text in [
            "Antallet af afgørelser fra Ankestyrelsen har været: 2019: 31, 2020: 27, 2021: 29.",
            "Antallet af afgørelser fra Ankestyrelsen har udviklet sig således: 2019: 31; 2020: 27; 2021: 29.",
            "Antallet af afgørelser fra Ankestyrelsen var som følger: 2019 (31), 2020 (27), 2021 (29).",
            "Antallet af afgørelser fra Ankestyrelsen har været 31 i 2019, 27 i 2020 og 29 i 2021.",
            "Kommunens antal afgørelser i Ankestyrelsen har været: 2019: 31 sager, 2020: 27 sager, 2021: 29 sager.",
            "Antallet af afgørelser fra Ankestyrelsen har de seneste år været:\n2019: 31\n2020: 27\n2021: 29",
        ] {
            let expected = ["2019 Alle decided 31", "2020 Alle decided 27", "2021 Alle decided 29"];
            assert_eq!(stated(text), expected.map(|row| format!("Greve {row}")), "{text}");
        }
    }
}
