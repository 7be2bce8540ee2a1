//! The data page: which figures it shows and in which order. The rows are made by the worker, once for each change.

use super::question::Question;
use crate::chart::words;
use crate::find::{Column, Rows, Wanted};
use crate::lang::{Lang, number, term};
use crate::model::figure::{Doubt, Figure, Unit};
use crate::model::reading::{DocumentId, FigureId, Reading};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the data page shows, and by what it is kept.
#[derive(Debug)]
pub struct DataView {
    filter: String,
    wanted: Wanted,
    column: Column,
    descending: bool,
    shown: BTreeSet<Column>,
    rows: Vec<FigureId>,
    /// For which revision and language the rows were asked.
    question: Question<(u64, Lang)>,
}

impl Default for DataView {
    fn default() -> Self {
        let hidden = [Column::Topic, Column::Spot];
        Self {
            filter: String::new(),
            wanted: Wanted::default(),
            column: Column::default(),
            descending: false,
            shown: Column::ALL.into_iter().filter(|column| !hidden.contains(column)).collect(),
            rows: Vec::new(),
            question: Question::default(),
        }
    }
}

impl DataView {
    #[must_use]
    pub fn filter(&self) -> &str {
        &self.filter
    }

    #[must_use]
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// The column that the rows are sorted by, and whether largest first.
    #[must_use]
    pub fn sorted_by(&self) -> (Column, bool) {
        (self.column, self.descending)
    }

    /// The columns that are shown, in their order.
    pub fn columns(&self) -> impl Iterator<Item = Column> + '_ {
        Column::ALL.into_iter().filter(|column| self.shown.contains(column))
    }

    /// The figures that are shown, in order. One of a document that was just closed may still be among them.
    #[must_use]
    pub fn rows(&self) -> &[FigureId] {
        &self.rows
    }

    /// True while the rows are being made anew.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.question.is_awaited()
    }

    pub fn set_filter(&mut self, filter: String) {
        self.filter = filter;
        self.question.outdate();
    }

    pub fn want(&mut self, wanted: Wanted) {
        self.wanted = wanted;
        self.question.outdate();
    }

    /// Sorts by a column; a second time turns the order round.
    pub fn sort(&mut self, column: Column) {
        self.descending = self.column == column && !self.descending;
        self.column = column;
        self.question.outdate();
    }

    /// Shows or hides a column; the value always stays.
    pub fn show_column(&mut self, column: Column, on: bool) {
        if on {
            self.shown.insert(column);
        } else if column != Column::Value {
            self.shown.remove(&column);
        }
    }

    /// The question for the rows.
    pub fn ask(
        &mut self,
        revision: u64,
        lang: Lang,
        documents: Vec<(DocumentId, Arc<Reading>)>,
        decided: BTreeSet<FigureId>,
    ) -> Rows {
        Rows {
            number: self.question.put((revision, lang)),
            filter: self.filter.clone(),
            wanted: self.wanted.clone(),
            column: self.column,
            descending: self.descending,
            lang,
            decided,
            documents,
        }
    }

    /// True where something changed since the rows were asked for.
    #[must_use]
    pub fn is_due(&self, revision: u64, lang: Lang) -> bool {
        !self.question.was_for(&(revision, lang))
    }

    /// Takes in the rows, unless a newer question is on its way.
    pub fn made(&mut self, number: u64, rows: Vec<FigureId>) {
        if self.question.is_answered_by(number) {
            self.rows = rows;
        }
    }
}

/// A topic in a person's words; the key itself where the catalogue has no word for it.
#[must_use]
pub fn topic(figure: &Figure, lang: Lang) -> String {
    term::topic(lang, figure)
}

/// A measure in a person's words; the key itself where the catalogue has no word for it.
#[must_use]
pub fn measure(figure: &Figure, lang: Lang) -> String {
    term::measure(lang, figure)
}

/// The value with its unit.
#[must_use]
pub fn value(figure: &Figure, lang: Lang) -> String {
    let number = number::format(lang, figure.value, decimals(figure));
    // What is measured in sager pr. årsværk is called so already.
    let unit = Some(term::unit(lang, figure)).filter(|unit| *unit != measure(figure, lang)).unwrap_or_default();
    let hedge = figure.hedge.as_ref().map(|hedge| format!("{} ", words::hedge(lang, hedge))).unwrap_or_default();
    if unit.is_empty() { format!("{hedge}{number}") } else { format!("{hedge}{number} {unit}") }
}

/// How many decimals the value is written with: "53,6 mio. kr." has its decimal in the millions, so 53.600.000 kr. has
/// none.
#[must_use]
pub fn decimals(figure: &Figure) -> usize {
    let whole = figure.unit == Unit::Dkk && figure.value.fract() == 0.0;
    if whole { 0 } else { usize::from(figure.decimals) }
}

/// Why a figure is uncertain, in a person's words.
#[must_use]
pub fn doubt(doubt: Doubt, lang: Lang) -> String {
    term::doubt(lang, doubt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_whole() {
        let text = "Ringsted Kommune\nReferat fra mødet den 3. maj 2022\n\nPunkt 1: Pulje til sundhed\n\nStaten yder et tilskud på 53,6 mio. kr. i 2022.\n";
        let reading = crate::worker::reading::read_bytes(text.as_bytes(), "a.txt").expect("plain text is read");
        let amount = reading.extraction.figures.iter().find(|figure| figure.unit == Unit::Dkk).expect("an amount");
        assert_eq!(value(amount, Lang::Da), "53.600.000 kr.");
    }

    #[test]
    fn late_rows_are_dropped_and_the_value_always_shows() {
        let mut data = DataView::default();
        let first = data.ask(1, Lang::Da, Vec::new(), BTreeSet::new()).number;
        assert!(!data.is_due(1, Lang::Da) && data.is_due(2, Lang::Da) && data.is_due(1, Lang::En));
        data.set_filter("x".to_owned());
        assert!(data.is_due(1, Lang::Da));
        let second = data.ask(1, Lang::Da, Vec::new(), BTreeSet::new()).number;
        let id = FigureId { document: DocumentId(0), index: 0 };
        data.made(first, vec![id]);
        assert!(data.rows().is_empty() && data.is_awaited());
        data.made(second, vec![id]);
        assert_eq!((data.rows(), data.is_awaited()), (&[id][..], false));
        data.show_column(Column::Value, false);
        data.show_column(Column::Topic, true);
        data.show_column(Column::Place, false);
        let columns: Vec<Column> = data.columns().collect();
        assert!(columns.contains(&Column::Value) && columns.contains(&Column::Topic));
        assert!(!columns.contains(&Column::Place));
    }
}
