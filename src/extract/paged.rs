//! Tables of contents without dots: items counted up, with pages that never go back, under a word that says so. They look
//! like a table with one column of figures.

use crate::data::minutes;
use crate::model::source::{Document, Table};

/// Words over the pages; those over a table of contents itself are of the words of minutes.
const PAGES: [&str; 3] = ["side", "sider", "sidetal"];
/// So many filled lines right above are looked at for them, so long at most.
const ABOVE: usize = 2;
const LONG: usize = 160;

/// Is a table nothing but items and their pages?
pub fn is_contents(document: &Document, table: &Table) -> bool {
    let mut rows: Vec<Vec<&str>> = vec![Vec::new(); table.rows.min(400) as usize];
    for cell in &table.cells {
        let text = document.slice(cell.span).trim();
        if let Some(row) = rows.get_mut(cell.row as usize).filter(|_| !text.is_empty()) {
            row.push(text);
        }
    }
    let Some(first) = rows.first() else { return false };
    let headed = first.last().is_some_and(|last| says_so(last));
    let (mut item, mut page, mut count) = (None, 0, 0);
    let counted = rows[usize::from(headed)..].iter().all(|cells| {
        let [title, .., last] = cells[..] else { return false };
        let (Some(number), Ok(next)) = (number(title), last.parse::<u32>()) else { return false };
        let goes_on = item.is_none_or(|before| number == before + 1) && next >= page;
        (item, page, count) = (Some(number), next, count + 1);
        goes_on
    });
    counted && count > 1 && (headed || stands_under(document, table))
}

/// Does a line right above say that these are contents?
fn stands_under(document: &Document, table: &Table) -> bool {
    let above = document.text.get(..table.span.start as usize).unwrap_or_default();
    let mut filled = above.rsplit('\n').filter(|line| !line.trim().is_empty()).take(ABOVE);
    filled.any(|line| line.len() <= LONG && line.split_whitespace().next_back().is_some_and(says_so))
}

fn says_so(word: &str) -> bool {
    let word = minutes::fold(word.trim_end_matches([':', '.', ')']).trim_start_matches('('));
    let words = minutes::words();
    let contents = || words.contents.contains(&word) || words.documents.iter().any(|(name, _)| *name == word);
    PAGES.contains(&word.as_str()) || contents()
}

/// The number of an item: "3. Budget", "Punkt 3: Budget", "3".
fn number(title: &str) -> Option<u32> {
    let mut words = title.split_whitespace();
    let first = words.next()?;
    let mark = if first.eq_ignore_ascii_case("punkt") { words.next()? } else { first };
    let digits = mark.trim_end_matches(['.', ')', ':']);
    let alone = digits.len() < mark.len() || words.next().is_none();
    digits.parse().ok().filter(|_| alone && digits.len() < 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read;

    #[test]
    fn items_with_their_pages_are_contents() {
        let items = |lines: [(&str, u32); 3]| lines.map(|(title, page)| format!("{title:<40}{page}\n")).concat();
        let contents = [("1. Dagsorden", 2), ("2. Omgørelsesprocenter 2018", 2), ("3. Eventuelt", 4)];
        let back = [("1. Dagsorden", 2), ("2. Omgørelsesprocenter 2018", 2), ("3. Eventuelt", 1)];
        let years = [("2018 i alt", 2), ("2019 i alt", 4), ("2020 i alt", 7)];
        for (over, lines, expected) in [
            ("Indholdsfortegnelse\n\n", contents, true),
            ("Dagsorden\n                                    Side\n", contents, true),
            ("Sag                                     Side\n", contents, true),
            ("Omgørelser i 2018\n\n", contents, false),
            ("Punkter\n\n", back, false),
            ("Dagsorden\n\n", years, false),
        ] {
            let text = format!("{over}{}", items(lines));
            let document = read(text.as_bytes(), "a.txt").unwrap();
            let [table] = &document.tables[..] else { panic!("{text}") };
            assert_eq!(is_contents(&document, table), expected, "{text}");
        }
    }
}
