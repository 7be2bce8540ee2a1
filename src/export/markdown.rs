//! Tables as Markdown, for pasting into a note or a message.

use super::part::Part;
use super::people::{self, Value};
use crate::chart::Chart;
use crate::lang::{Lang, number};
use std::fmt::Write as _;

/// The columns of the figures that fit into a text: what, how much, and where it stands.
const SHORT: [usize; 10] = [0, 1, 3, 4, 5, 6, 8, 12, 14, 16];

/// The figures of an export, and what the checks found.
#[must_use]
pub fn figures(lang: Lang, parts: &[Part<'_>]) -> String {
    let heads = people::figures_head(lang);
    let pick = |cells: &[String]| -> Vec<String> { SHORT.iter().map(|&n| cells[n].clone()).collect() };
    let rows = people::figures(lang, parts).map(|row| {
        let cells: Vec<String> = row.iter().map(|value| shown(value, lang)).collect();
        pick(&cells)
    });
    let mut out = table(&pick(&heads), rows, &[4]);
    for sheet in [people::findings(lang, parts), people::sources(lang, parts)] {
        if sheet.rows.is_empty() {
            continue;
        }
        // The checksum is for programs.
        let wide = sheet.head.len().min(if sheet.name == lang.text("export-sheet-sources") { 7 } else { 9 });
        let rows = sheet.rows.iter().map(|row| row[..wide].iter().map(|value| shown(value, lang)).collect());
        let _ = write!(out, "\n## {}\n\n{}", sheet.name, table(&sheet.head[..wide], rows, &[]));
    }
    out
}

/// The table of a view with what must be known before comparing, and its sources.
#[must_use]
pub fn view(chart: &Chart) -> String {
    let head = &chart.head;
    let twin = chart.table();
    let mut out = format!("## {}\n\n", escape(&head.title));
    for line in &head.subtitle {
        let _ = writeln!(out, "{}\n", escape(line));
    }
    let numbers: Vec<usize> =
        (0..twin.head.len()).filter(|&n| twin.rows.iter().any(|row| row.get(n).is_some_and(|c| c.number))).collect();
    out += &table(&twin.head, twin.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()), &numbers);
    for (key, lines) in [("chart-notes", &head.notes), ("export-sheet-sources", &head.sources)] {
        if !lines.is_empty() {
            let _ = write!(out, "\n**{}**\n\n", chart.lang.text(key));
        }
        for line in lines {
            let _ = writeln!(out, "- {}", escape(line));
        }
    }
    out
}

/// A table; the columns in `right` hold numbers.
fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>, right: &[usize]) -> String {
    let line =
        |cells: &[String]| format!("| {} |\n", cells.iter().map(|cell| escape(cell)).collect::<Vec<_>>().join(" | "));
    let rule: Vec<&str> = (0..head.len()).map(|n| if right.contains(&n) { "---:" } else { "---" }).collect();
    let mut out = line(head) + &format!("| {} |\n", rule.join(" | "));
    for row in rows {
        out += &line(&row);
    }
    out
}

fn shown(value: &Value, lang: Lang) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Whole(n) => n.to_string(),
        Value::Text(text) | Value::Day(_, text) => text.clone(),
        Value::Number(value, decimals) => number::format(lang, *value, usize::from(*decimals)),
    }
}

/// A text in which nothing is Markdown, on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '|' | '*' | '_' | '`' | '<' | '[' | ']' | '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Choice, build, fixture};

    #[test]
    fn a_view_is_a_table_with_its_notes_and_sources() {
        let readings = fixture::three_appeals();
        let chart = build(&fixture::numbered(&readings), &Choice::default(), Lang::Da);
        let text = view(&chart);
        let row = text.lines().find(|line| line.starts_with("| Rødovre")).unwrap();
        assert!(
            row.replace('\u{a0}', " ").contains("| 156 | 48 | 19 | 26 | 30,0 pct. beregnet | 67 af 223 |"),
            "{row}"
        );
        assert!(text.contains("| ---: |") && text.contains("- Rødovre, Socialudvalget, 14.5.2024"), "{text}");
    }

    #[test]
    fn signs_of_markdown_stay_signs() {
        assert_eq!(escape("a|b\n*c* [d](e)"), "a\\|b \\*c\\* \\[d\\](e)");
    }
}
