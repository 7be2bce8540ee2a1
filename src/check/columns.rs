//! R4 in tables of anything: the rows of a column against its last row "I alt".
//!
//! Sum of the rows = total, to the printed precision. Rows that are not parts (a subtotal, "heraf") would make a sum wrong
//! that is right: so a wrong one is told only where another column of the same rows closes, or where a table of one
//! column misses its total by little. Figures of complaints and caseloads are `sums`' own.

use super::context::{Context, Notes, Say, short};
use super::cross;
use super::quantity::{Quantity, Unit, quantities};
use super::sums::names_total;
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::{Cell, Span, Table};
use crate::text::lower::aligned;
use crate::text::token::tokens;

/// The fewest rows that a sum is told to be wrong of.
const FEWEST: usize = 3;
/// So much of its total a table of one column may miss to be told.
const NEAR: f64 = 0.02;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    // A row that closes neither way is told there, and not the column that it is wrong in.
    for table in cx.document.tables.iter().filter(|table| !table.guessed && cross::wrong(cx, table).is_none()) {
        let columns = columns(cx, table);
        let closed = columns.iter().filter(|column| column.closes()).count();
        let off: Vec<&Column> = columns.iter().filter(|column| !column.closes()).collect();
        for column in columns.iter().filter(|column| column.closes() && column.parts.len() > 1) {
            report.pass(Rule::R4, column.total.whole, "check-sum-passed", column.values());
        }
        let [wrong] = &off[..] else { continue };
        let near = (wrong.sum() - wrong.total.value()).abs() <= NEAR * wrong.total.value().abs();
        if wrong.parts.len() >= FEWEST && (closed > 0 || columns.len() == 1 && near) {
            report.find(Say {
                rule: Rule::R4,
                severity: Severity::B,
                span: wrong.total.whole,
                related: wrong.parts.iter().map(|part| part.whole).collect(),
                stated: cx.text(wrong.total.whole),
                recomputed: short(wrong.sum()),
                key: "check-sum",
                values: wrong.values(),
            });
        }
    }
}

/// The numbers of a column over its total.
struct Column {
    parts: Vec<Quantity>,
    total: Quantity,
}

impl Column {
    fn sum(&self) -> f64 {
        self.parts.iter().map(Quantity::value).sum()
    }

    fn closes(&self) -> bool {
        let rounded = self.total.printed.decimals > 0;
        let slack: f64 = self.parts.iter().filter(|_| rounded).map(|part| part.printed.step() / 2.0).sum();
        (self.sum() - self.total.value()).abs()
            <= slack + self.total.printed.step() * if rounded { 0.5 } else { 0.0 } + 1e-6
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let parts: Vec<String> = self.parts.iter().map(|part| short(part.value())).collect();
        vec![("parts", parts.join(" + ")), ("sum", short(self.sum())), ("stated", short(self.total.value()))]
    }
}

/// The columns of plain numbers of a table whose only total is its last row.
fn columns(cx: &Context<'_>, table: &Table) -> Vec<Column> {
    let mut cells: Vec<Vec<&Cell>> = vec![Vec::new(); table.cols as usize];
    for cell in table.cells.iter().filter(|cell| !cell.span.is_empty()) {
        if let Some(column) = cells.get_mut(cell.col as usize) {
            column.push(cell);
        }
    }
    let Some((labels, numbers)) = cells.split_first_mut() else { return Vec::new() };
    labels.sort_by_key(|cell| cell.row);
    let last = labels.last().filter(|label| label.row + 1 == table.rows && names_total(&cx.text(label.span)));
    let Some(total) = last.map(|label| label.row) else { return Vec::new() };
    let inner = |label: &&Cell| (1..total).contains(&label.row);
    let apart = |label: &Cell| {
        let label = cx.text(label.span);
        !names_total(&label) && !is_part_of_another(&label)
    };
    if !labels.iter().copied().filter(inner).all(apart) {
        return Vec::new();
    }
    numbers.iter_mut().filter_map(|cells| column(cx, cells, total)).collect()
}

/// A column of plain numbers over their total; `None` where it holds shares, averages, words, or figures of their own rule.
fn column(cx: &Context<'_>, cells: &mut [&Cell], total_row: u32) -> Option<Column> {
    cells.sort_by_key(|cell| cell.row);
    let (head, cells) = cells.split_first()?;
    let ratio = ["%", "pct", "procent", "andel", "gennemsnit", "gns", "pr.", "ændring", "forskel", "indeks", "år"];
    let headed = cx.text(head.span).to_lowercase();
    let merged = |cell: &&Cell| cell.col_span > 1 || cell.row_span > 1;
    if ratio.iter().any(|word| headed.contains(word)) || merged(head) || cells.iter().any(merged) {
        return None;
    }
    if number(cx, head).is_some() || cells.last()?.row != total_row {
        return None;
    }
    let numbers: Option<Vec<Quantity>> = cells.iter().map(|cell| number(cx, cell)).collect();
    let mut parts = numbers?;
    let total = parts.pop()?;
    let known = cells.iter().any(|cell| !cx.figures_in(cell.span).is_empty());
    let one_unit = parts.iter().all(|part| part.unit == total.unit && part.value() >= 0.0);
    (!known && one_unit && parts.len() > 1 && total.unit != Unit::Percent).then_some(Column { parts, total })
}

/// "Heraf voksne", "- heraf voksne", "1.1 Løn": counted in another row already.
fn is_part_of_another(label: &str) -> bool {
    let label = label.trim().to_lowercase();
    let plain = label.trim_start_matches(['-', '–', '•', ' ']);
    plain.len() < label.len() || ["heraf", "deraf", "herunder"].iter().any(|word| plain.starts_with(word))
}

/// The number that a cell is, in the text of the document.
fn number(cx: &Context<'_>, cell: &Cell) -> Option<Quantity> {
    let text = cx.document.slice(cell.span);
    let lower = aligned(text);
    let tokens = tokens(text, &lower, Span::new(0..text.len()));
    let minus = tokens.first().is_some_and(|t| t.is_symbol('-') || t.is_symbol('−') || t.is_symbol('–'));
    let [quantity] = quantities(&tokens)[..] else { return None };
    let plain = tokens.iter().all(|t| t.number().is_some() || t.is_any(&["kr", "mio"]) || t.is_symbol('.'));
    let placed = |span: Span| Span { start: span.start + cell.span.start, end: span.end + cell.span.start };
    let unit = if quantity.unit == Unit::Year { Unit::Count } else { quantity.unit };
    let quantity = Quantity { unit, span: placed(quantity.span), whole: placed(quantity.whole), ..quantity };
    (plain && !minus && quantity.unit != Unit::Time).then_some(quantity)
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::extract::extract;
    use crate::model::finding::Rule;
    use crate::read::read;

    /// Findings and passes of R4 in a table's document.
    fn sums(table: &str) -> (usize, usize) {
        let text = format!(
            "Referat\nSocialudvalget den 4. maj 2021\n\n1. Budget\nSagsfremstilling\nTabel 1: Forbrug\n{table}\nSlut.\n"
        );
        let document = read(text.as_bytes(), "a.txt").unwrap();
        let report = check(&document, &extract(&document));
        let of = |rule: Rule| rule == Rule::R4;
        (report.findings.iter().filter(|f| of(f.rule)).count(), report.passed.iter().filter(|p| of(p.rule)).count())
    }

    #[test]
    fn a_columns_rows_make_up_its_total() {
        for (table, expected) in [
            (
                "Område\tBudget\tForbrug\nBørn\t10,5\t11,0\nVoksne\t20,1\t19,4\nÆldre\t30,0\t31,2\nI alt\t60,6\t61,6",
                (0, 2),
            ),
            (
                "Område\tBudget\tForbrug\nBørn\t10,5\t11,0\nVoksne\t20,1\t19,4\nÆldre\t30,0\t31,2\nI alt\t60,6\t66,1",
                (1, 1),
            ),
            // One column alone may have rows that are no parts.
            ("Område\tForbrug\nBørn\t110\nVoksne\t194\nÆldre\t312\nI alt\t661", (0, 0)),
            ("Område\tForbrug\nBørn\t110\nVoksne\t194\nÆldre\t312\nI alt\t618", (1, 0)),
            ("Område\tBudget\tForbrug\nBørn\t10\t11\nheraf små\t4\t5\nÆldre\t30\t31\nI alt\t40\t43", (0, 0)),
            ("Område\tForbrug\tAndel\nBørn\t110\t10\nVoksne\t194\t20\nÆldre\t312\t30\nI alt\t616\t70", (0, 1)),
        ] {
            assert_eq!(sums(table), expected, "{table}");
        }
    }
}
