//! That the outcomes in a table are shares, where neither the signs behind its values nor its labels say so: its caption,
//! its corner, or the sentences over and under it do ("Udfald, procent", "Tallene er vist i procent").

use super::above::{line_above, line_before, line_below};
use crate::extract::grid::{Content, Grid};
use crate::model::source::{Document, Span, Table};
use crate::text::sentence::sentences;

/// Do the words around a table say that its outcomes stand in percent? `caption` is what stands over it as such.
pub(super) fn tells_percent(
    document: &Document,
    lower: &str,
    table: &Table,
    grid: &Grid,
    caption: Option<Span>,
) -> bool {
    let text = |span: Span| lower.get(span.range()).unwrap_or_default();
    if caption.is_some_and(|caption| titles_percent(text(caption)))
        || grid.corner.spans.iter().any(|span| titles_percent(text(*span)))
    {
        return true;
    }
    // Also in the paragraph over the caption.
    let over = table.caption.and_then(|caption| line_before(document, caption.start));
    let around = [line_above(document, table), over, line_below(document, table)];
    let told = around.into_iter().flatten().flat_map(|line| sentences(&document.text, line));
    told.map(text).any(|said| !said.contains("antal") && tells_of_numbers(said))
}

/// "Tabel 2. Udfald (procent)", "Udfald i pct.", "Udfald 2017, procent", but not "Antal og procent".
fn titles_percent(caption: &str) -> bool {
    let named = ["(procent", "(pct", "(%", "i procent", "i pct", "i %", "procentvis", "procentfordel"];
    let apart = || {
        let end = caption.trim_end_matches([':', '.', ' ']);
        let before = ["procent", "pct", "%"].iter().find_map(|unit| end.strip_suffix(unit));
        before.is_some_and(|before| before.is_empty() || before.trim_end().ends_with([',', ':', ';', '-', '–']))
    };
    !caption.contains("antal") && (named.iter().any(|words| caption.contains(words)) || apart())
}

/// "Tallene er trukket i maj og er vist i procent af sagerne", "Alle tal er i pct.", "Udfaldene i procent": of all numbers of the
/// table, whatever their labels.
fn tells_of_numbers(said: &str) -> bool {
    const NUMBERS: [&str; 8] =
        ["tal", "tallene", "værdier", "værdierne", "fordelingen", "udfaldet", "udfaldene", "afgørelserne"];
    const VERBS: [&str; 9] = ["er", "vist", "opgjort", "angivet", "gengivet", "opgivet", "opgøres", "vises", "angives"];
    let unit = [" i procent", " i pct", " i %"].iter().filter_map(|unit| said.find(unit)).min();
    unit.is_some_and(|unit| {
        let words = || said[..unit].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let last = words().next_back().unwrap_or_default();
        (VERBS.contains(&last) || NUMBERS.contains(&last))
            && words().any(|word| NUMBERS.contains(&word))
            && !said.contains("parentes")
    })
}

/// Do all numbers of a table have the sign?
pub(super) fn all_percent(grid: &Grid) -> bool {
    let mut values = grid.entries.iter().flat_map(|entry| &entry.contents).filter_map(|content| match content {
        Content::Value { percent, .. } => Some(*percent),
        _ => None,
    });
    values.next() == Some(true) && values.all(|percent| percent)
}

#[cfg(test)]
mod tests {
    use crate::extract::appeals::bind::tests::stated;

    #[test]
    fn words_around_a_table_say_that_it_holds_shares() {
        let rows = "Lov\tStadfæstet\tHjemvist\tÆndret\nAktivloven\t61\t28\t11\nPensionsloven\t75\t20\t5";
        let shares = ["LAS upheld_rate 61", "LAS remanded_rate 28", "LAS changed_rate 11"];
        for (over, under) in [
            ("Tabel 1. Ankestyrelsens udfald 2021, procent", ""),
            ("Tabel 1. Ankestyrelsens udfald i 2021 - pct.", ""),
            ("Tallene er fra Ankestyrelsen og er vist i procent af de behandlede sager.\n\nTabel 1. Udfald 2021", ""),
            ("Tabel 1. Ankestyrelsens udfald 2021", "Alle tal er i pct."),
            ("Tabellen viser udfaldene i Ankestyrelsen i 2021 i procent.", ""),
        ] {
            let found = stated(&format!("{over}\n\n{rows}\n\n{under}"));
            let shown: Vec<&str> = found.iter().map(|line| line.trim_start_matches("Greve 2021 ")).take(3).collect();
            assert_eq!(shown, shares, "{over} {under}");
        }
        for (over, under) in [
            ("Tabel 1. Ankestyrelsens udfald 2021 og omgørelsesprocent", ""),
            ("Tabel 1. Ankestyrelsens udfald 2021", "Tal i parentes er i procent."),
        ] {
            let found = stated(&format!("{over}\n\n{}\n\n{under}", rows.replace("61", "65")));
            assert_eq!(found[0], "Greve 2021 LAS upheld 65", "{over} {under}");
        }
    }
}
