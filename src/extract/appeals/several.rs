//! Cells that hold several values of different measures: "24/70 (34 %)" under "Omgjorte / behandlede sager (procent)",
//! "12 af 31", "8 / 3 / 1" under "Stadfæstet/hjemvist/ændret". The words over the table or the column name them in the same
//! order; without such words a share with its part and whole in front proves itself.

use super::above::{line_above, line_below};
use super::label::{LabelKind, labels, rate_of};
use super::proven::makes;
use crate::extract::axis;
use crate::extract::grid::{Content, Entry, Grid};
use crate::model::figure::Measure;
use crate::model::source::{Document, Table};
use crate::text::sentence::sentences;

/// What a table's words name in one breath.
pub(super) struct Several {
    over: Vec<Measure>,
    cols: Vec<Vec<Measure>>,
}

impl Several {
    pub fn read(document: &Document, table: &Table, grid: &Grid) -> Self {
        if grid.entries.iter().all(|entry| entry.contents.len() < 2) {
            return Self { over: Vec::new(), cols: Vec::new() };
        }
        let last = line_above(document, table).and_then(|line| sentences(&document.text, line).pop());
        let lines = table.caption.into_iter().chain(grid.corner.spans.iter().copied()).chain(last);
        let lines = lines.chain(line_below(document, table));
        let over = lines.map(|line| in_order(&document.one_line(line))).find(|named| named.len() > 1);
        let cols = grid.cols.iter().map(|line| in_order(&line.text())).collect();
        Self { over: over.unwrap_or_default(), cols }
    }

    /// What the table's words name first.
    pub fn first(&self) -> Option<Measure> {
        self.over.first().or_else(|| self.cols.iter().find(|named| named.len() > 1)?.first()).cloned()
    }

    /// What the values of a cell are; `named` is what its labels, or the words over the table, say that it is.
    pub fn measures(&self, entry: &Entry, named: Option<&Measure>) -> Option<Vec<Measure>> {
        let values: Option<Vec<(f64, u8, bool)>> = entry.contents.iter().map(value).collect();
        let values = values.filter(|values| values.len() > 1)?;
        let rate = |measure: &Measure| rate_of(measure).as_ref() == Some(measure);
        let fits = |order: &&Vec<Measure>| {
            let signs = || order.iter().zip(&values).all(|(measure, (_, _, percent))| !percent || rate(measure));
            order.len() == values.len() && signs()
        };
        if let Some(order) = [&self.cols[entry.col], &self.over].into_iter().find(fits) {
            return Some(order.clone());
        }
        let reversed = matches!(named, Some(Measure::Reversed | Measure::ReversalRate));
        let parts = [Measure::Reversed, Measure::Considered];
        let rate = [Measure::ReversalRate];
        let (part, whole, (share, decimals), order) = match values[..] {
            [(part, ..), (whole, ..), (share, decimals, true)] => {
                (part, whole, (share, decimals), [&parts[..], &rate].concat())
            }
            [(share, decimals, true), (part, ..), (whole, ..)] => {
                (part, whole, (share, decimals), [&rate[..], &parts].concat())
            }
            _ => return None,
        };
        (reversed && makes(part, whole, share, decimals, false)).then_some(order)
    }
}

fn value(content: &Content) -> Option<(f64, u8, bool)> {
    match content {
        Content::Value { value, decimals, percent, .. } => Some((*value, *decimals, *percent)),
        _ => None,
    }
}

/// The measures that a line names with strokes, parentheses or "af" between them.
fn in_order(line: &str) -> Vec<Measure> {
    let line = line.replace(" ud af ", "/").replace(" af ", "/").replace(" heraf ", "/");
    let mut out: Vec<Measure> = Vec::new();
    for piece in line.split(['/', '(']) {
        let named = axis::read(piece, |clause| {
            let labels = labels(clause);
            let rate = labels.iter().find(|label| label.kind == LabelKind::Rate);
            rate.or(labels.last().filter(|_| labels.len() == 1)).map(|label| label.measure.clone())
        });
        match named {
            // "Ændret/ophævet" is one.
            Some(measure) if out.last() != Some(&measure) => out.push(measure),
            Some(_) => {}
            None if out.len() > 1 => break,
            None => out.clear(),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn cells_hold_what_the_words_over_them_name() {
        let shares = ["SEL reversed 12", "SEL considered 48", "SEL reversal_rate 25"];
        for (over, head, cell, expected) in [
            ("Tabel 1: Omgjorte / realitetsbehandlede sager (omgørelsesprocent)", "2021", "12/48 (25 %)", &shares[..]),
            ("Tabel 1: Omgørelsesprocent i Ankestyrelsen", "2021", "12 af 48 (25 %)", &shares),
            (
                "Tabel 1: Omgørelsesprocent i Ankestyrelsen, sagerne i parentes",
                "2021",
                "25 % (12 af 48)",
                &["SEL reversal_rate 25", "SEL reversed 12", "SEL considered 48"],
            ),
            (
                "Tabel 1: Omgørelsesprocent i Ankestyrelsen (omgjorte sager af realitetsbehandlede sager)",
                "2021",
                "25 % (12/48)",
                &["SEL reversal_rate 25", "SEL reversed 12", "SEL considered 48"],
            ),
            (
                "Tabel 1: Ankestyrelsens afgørelser",
                "Stadfæstet/hjemvist/ændret 2021",
                "31 / 9 / 2",
                &["SEL upheld 31", "SEL remanded 9", "SEL changed 2"],
            ),
            (
                "Tabel 1: Ankestyrelsens afgørelser",
                "Omgjorte ud af behandlede sager 2021",
                "12 ud af 50",
                &["SEL reversed 12", "SEL decided 50"],
            ),
            (
                "Tabel 1: Omgørelsesprocent i Ankestyrelsen",
                "2021",
                "37/148 (25 %)",
                &["SEL reversed 37", "SEL considered 148", "SEL reversal_rate 25"],
            ),
            // The share is none of these two, and nobody says which they are.
            ("Tabel 1: Omgørelsesprocent i Ankestyrelsen", "2021", "12/50 (25 %)", &[]),
        ] {
            let found = stated(&format!("{over}\n\nLov\t{head}\nServiceloven\t{cell}\nAktivloven\t{cell}"));
            let shown: Vec<&str> = found
                .iter()
                .map(|line| line.trim_start_matches("Greve 2021 "))
                .filter(|line| line.starts_with("SEL"))
                .collect();
            assert_eq!(shown, expected, "{over} {head} {cell}");
        }
    }
}
