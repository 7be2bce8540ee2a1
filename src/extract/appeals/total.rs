//! Counts that stand for all there are, by the words that show them: "Danmarkskortet viser 30 afgørelser".

use super::bind::Binder;
use super::list::value_runs;
use crate::data::words::WORDS;
use crate::extract::value::{Value, ValueKind};
use crate::model::figure::Measure;
use crate::text::token::Token;

impl Binder<'_, '_> {
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
        let stated = value.start > 0 && words[value.start - 1].is_any(&["på", "er", "var", "blev", "fra"]);
        let number = |w: &[Token<'_>]| w[0].is_any(&["antallet", "antal"]) && w[1].is("af");
        let brought = words[..value.start].windows(5).rposition(|w| {
            let complaints = w[2].is_any(&["klager", "klagesager", "ankesager", "anker"]);
            number(w) && complaints && w[3].is("til") && WORDS.lists.board_names.has(&w[4])
        });
        let decided = |w: &[Token<'_>]| number(w) && w[2].is_any(&["afgørelser", "ankeafgørelser"]);
        let head = brought.or_else(|| words[..value.start].windows(3).rposition(decided))?;
        let plain = words[head..value.start].iter().all(|t| t.number().is_none_or(|_| t.year().is_some()));
        let own = words[head + 3..value.start].iter().any(|t| WORDS.lists.deciders.has(t));
        let yearly = words[value.end..].iter().any(|t| WORDS.lists.often.has(t) || WORDS.lists.estimated.has(t));
        let spoken = self.clause.names_board() || self.speaks_of_appeals() && self.setting.item_names_board;
        let counts = value.kind == ValueKind::Bare && value.decimals == 0;
        // "Antallet af afgørelser, som Ankestyrelsen har realitetsbehandlet, er 104"
        let told =
            self.labels.iter().find(|l| l.start > head && l.end <= value.start && l.measure == Measure::Considered);
        let act = if brought.is_some() { Measure::Received } else { Measure::Decided };
        let measure = told.map_or(act, |label| label.measure.clone());
        (counts && stated && plain && spoken && !own && !yearly).then_some(measure)
    }
}
