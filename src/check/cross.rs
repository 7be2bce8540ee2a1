//! R4 in tables of counts with totals on both sides: the row that does not make up its "I alt".
//!
//! Sum of a row = its last cell, sum of a column = its last row. Told only where all other rows and all columns of parts
//! close: then the one cell that is neither its row's sum nor what the column of totals needs is wrong.

use super::context::{Context, Notes, Say};
use super::sums::names_total;
use crate::model::finding::{Report, Rule, Severity};
use crate::model::source::{Cell, Span, Table};
use crate::text::lower::aligned;
use crate::text::token::tokens;

pub(super) fn run(cx: &Context<'_>, report: &mut Report) {
    for table in &cx.document.tables {
        if let Some(wrong) = wrong(cx, table) {
            report.find(wrong);
        }
    }
}

/// The finding of a table whose one row closes neither way.
pub(super) fn wrong(cx: &Context<'_>, table: &Table) -> Option<Say> {
    let text = |row: u32, col: u32| -> Option<(String, &Cell)> {
        let cell = table.cells.iter().find(|cell| (cell.row, cell.col) == (row, col))?;
        Some((cx.text(cell.span), cell))
    };
    let totals = |row: u32, col: u32| text(row, col).is_some_and(|(text, _)| names_total(&text));
    let last_col = table.cols.checked_sub(1).filter(|col| *col >= 3 && totals(0, *col))?;
    let last_row = (3..table.rows).find(|row| totals(*row, 0))?;
    // Only whole numbers, none empty: a hidden one would be missing.
    let number = |row: u32, col: u32| -> Option<(u32, Span)> {
        let (_, cell) = text(row, col)?;
        let slice = cx.document.slice(cell.span);
        let lower = aligned(slice);
        let [token] = &tokens(slice, &lower, Span::new(0..slice.len()))[..] else { return None };
        let (value, decimals) = token.number()?;
        (decimals == 0 && (0.0..1e6).contains(&value)).then_some((value as u32, cell.span))
    };
    let rows: Vec<Vec<(u32, Span)>> =
        (1..=last_row).map(|row| (1..=last_col).map(|col| number(row, col)).collect()).collect::<Option<_>>()?;
    let (sums, parts) = rows.split_last()?;
    let closes = |row: &&Vec<(u32, Span)>| {
        let (total, cells) = row.split_last().map_or((0, &[][..]), |(last, cells)| (last.0, cells));
        cells.iter().map(|(n, _)| n).sum::<u32>() == total
    };
    let columns = (0..sums.len() - 1).all(|col| parts.iter().map(|row| row[col].0).sum::<u32>() == sums[col].0);
    let mut off = parts.iter().filter(|row| !closes(row));
    let (Some(row), None, true, true) = (off.next(), off.next(), columns, closes(&sums)) else { return None };
    let (total, cells) = row.split_last()?;
    let sum: u32 = cells.iter().map(|(n, _)| n).sum();
    // The column of totals needs the same: what it misses is what the row has too much.
    let needed = parts.iter().map(|row| row.last().map_or(0, |cell| cell.0)).sum::<u32>() + sum;
    if needed != sums.last()?.0 + total.0 || cells.len() < 3 {
        return None;
    }
    let shown: Vec<String> = cells.iter().map(|(n, _)| n.to_string()).collect();
    Some(Say {
        rule: Rule::R4,
        severity: Severity::B,
        span: total.1,
        related: cells.iter().map(|(_, span)| *span).collect(),
        stated: cx.text(total.1),
        recomputed: sum.to_string(),
        key: "check-sum",
        values: vec![("parts", shown.join(" + ")), ("sum", sum.to_string()), ("stated", total.0.to_string())],
    })
}

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::extract::extract;
    use crate::model::finding::Rule;
    use crate::read::read;

    #[test]
    fn the_one_cell_that_closes_neither_way_is_told() {
        for (cells, expected) in [
            (["5", "6", "4", "15", "36", "57"], false),
            (["5", "6", "4", "18", "36", "57"], true),
            // Two rows are off, or a column: nothing says which number is wrong.
            (["5", "6", "4", "18", "39", "57"], false),
            (["5", "6", "7", "15", "36", "57"], false),
            (["5", "6", "", "18", "36", "57"], false),
            // The corner has the same mistake: then it may be the row's own parts that are wrong.
            (["5", "6", "4", "18", "36", "60"], false),
        ] {
            let [a, b, c, total, upheld, all] = cells;
            let text = format!(
                "Referat\nTeknikudvalget den 4. maj 2021\n\n1. Gebyrer\nSagsfremstilling\nTabel 1: Parkering\n\
                 Svar\tPladser\tVeje\tHavne\tI alt\nMedhold\t{a}\t{b}\t{c}\t{total}\n\
                 Afslag\t10\t12\t14\t{upheld}\nFrafald\t1\t2\t3\t6\nI alt\t16\t20\t21\t{all}\nSlut.\n"
            );
            let document = read(text.as_bytes(), "a.txt").unwrap();
            let report = check(&document, &extract(&document));
            // A column that is off is told by its own rule.
            let found = report.findings.iter().any(|f| f.rule == Rule::R4 && f.recomputed == "15");
            assert_eq!(found, expected, "{text}");
        }
    }
}
