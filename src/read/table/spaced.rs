//! Tables whose cells a single blank parts, as text from PDF files has them: `Kommune 2019 2020` over `Nordby 12 9`. The
//! columns are told by counting: every row has as many figures behind its label as the headings have names.

use super::{Found, Line, caption_above, is_caption, is_entry, is_item, is_value, names_rows};
use crate::model::source::Layout;
use std::ops::Range;

/// The longest line that can be a row, in bytes.
const ROW: usize = 160;

/// A line of words and the figures behind them.
struct Row {
    label: Range<usize>,
    figures: Vec<Range<usize>>,
}

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut free = within.start;
    let mut at = within.start;
    while at < within.end {
        if let Some(first) = row(&lines[at])
            && let Some(table) = table(lines, free..within.end, at, first)
        {
            at = table.lines.end;
            free = at;
            found.push(table);
        } else {
            at += 1;
        }
    }
    found
}

/// The table whose first row of figures is the line `at`.
fn table(lines: &[Line<'_>], within: Range<usize>, at: usize, first: Row) -> Option<Found> {
    let width = first.figures.len();
    // Years alone are headings.
    if headings(&lines[at], width).is_some() {
        return None;
    }
    let mut rows = vec![first];
    let start = if is_small(&lines[at]) { begun_above(lines, within.start, at, &mut rows[0])? } else { at };
    let head = start.checked_sub(1).filter(|head| *head >= within.start)?;
    let (heads, guessed) = headings(&lines[head], width)?;
    let mut end = at + 1;
    while end < within.end {
        // One blank line may part two rows.
        let next = if lines[end].is_blank() { end + 1 } else { end };
        let Some((after, more)) = next_row(lines, next..within.end, end == next) else { break };
        if more.figures.len() != width || headings(&lines[after], width).is_some() {
            break;
        }
        rows.push(more);
        end = after + 1;
    }
    // A label that goes on in the line below is known in part only.
    if lines.get(end).is_some_and(is_small) {
        rows.pop();
        end -= 1;
    }
    let text = |cell: &Range<usize>| word_at(lines, cell).to_lowercase();
    let mut labels: Vec<String> = rows.iter().map(|row| text(&row.label)).collect();
    labels.sort();
    if rows.len() < 2 || labels.windows(2).any(|pair| pair[0] == pair[1]) {
        return None;
    }
    let mut cells = vec![heads];
    cells.extend(rows.into_iter().map(|row| std::iter::once(row.label).chain(row.figures).collect()));
    let caption = caption_above(lines, head);
    Some(Found { lines: head..end, rows: cells, layout: Layout::Aligned, guessed, caption })
}

/// The row that begins in the first of these lines, and its last line.
fn next_row(lines: &[Line<'_>], within: Range<usize>, follows: bool) -> Option<(usize, Row)> {
    let first = within.start;
    let line = lines[within].first()?;
    match row(line) {
        Some(row) => (!is_small(line)).then_some((first, row)),
        None if follows => {
            let mut row = lines.get(first + 1).filter(|next| is_small(next)).and_then(row)?;
            begun_above(lines, first, first + 1, &mut row)?;
            Some((first + 1, row))
        }
        None => None,
    }
}

/// A label that goes on in small letters before its figures begins in the line above.
fn begun_above(lines: &[Line<'_>], first: usize, at: usize, row: &mut Row) -> Option<usize> {
    let above = at.checked_sub(1).filter(|above| *above >= first)?;
    let line = &lines[above];
    let text = line.text.trim();
    if is_small(line) || !is_label(text) || text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    row.label.start = line.trimmed().start;
    Some(above)
}

/// Does a line go on with what stood in the line above?
fn is_small(line: &Line<'_>) -> bool {
    line.text.trim_start().starts_with(|c: char| c.is_lowercase() || c == '(')
}

/// A label and the figures behind it, a single blank between any two.
fn row(line: &Line<'_>) -> Option<Row> {
    let text = line.text.trim();
    let last = text.rsplit(' ').next()?;
    // Nearly every line of a text ends here.
    if !(is_entry(last) || is_unit(last)) || text.len() > ROW || text.contains("  ") || text.contains('\t') {
        return None;
    }
    let start = line.trimmed().start;
    let mut figures = Vec::new();
    let mut label = text;
    while let Some((before, piece)) = label.rsplit_once(' ') {
        let cell = match before.rsplit_once(' ') {
            Some((_, number)) if is_unit(piece) && is_value(number) => before.len() - number.len()..label.len(),
            _ if is_entry(piece) => label.len() - piece.len()..label.len(),
            _ => break,
        };
        let before = text[..cell.start].trim_end();
        if counts_along(before) {
            break;
        }
        label = before;
        figures.push(start + cell.start..start + cell.end);
    }
    figures.reverse();
    let labelled = is_label(label) && (is_year(label) || !is_entry(label)) && !is_open(label);
    (labelled && !figures.is_empty()).then(|| Row { label: start..start + label.len(), figures })
}

/// "§ 41", "stk. 2", "nr. 3": the number behind these words is a part of the label.
fn counts_along(before: &str) -> bool {
    let word = before.rsplit(' ').next().unwrap_or_default();
    matches!(word, "§" | "§§" | "stk." | "nr." | "kap.")
}

/// "§§ 41 og", "Børn under": the first figure behind may be a part of such a label.
fn is_open(label: &str) -> bool {
    let word = label.rsplit(' ').next().unwrap_or_default();
    matches!(word, "og" | "eller" | "samt" | "til" | "fra" | "under" | "over" | "ca." | "-" | "–" | "i" | "af" | "på")
}

fn is_unit(piece: &str) -> bool {
    matches!(piece, "%" | "pct." | "pct" | "procent")
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1990..2050).contains(&year))
}

fn is_label(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || c == '§');
    begins && !text.ends_with(['.', ':', ';', ',', '?', '!']) && !is_item(text) && !is_caption(text)
}

/// The headings of so many columns of figures, each name begun by a capital or a year, and whether names of several
/// words leave a doubt where they part. Over the labels of rows whose columns are named by years nothing need stand.
fn headings(line: &Line<'_>, width: usize) -> Option<(Vec<Range<usize>>, bool)> {
    let text = line.text.trim();
    if text.len() > ROW || text.contains("  ") || text.contains('\t') || is_caption(text) {
        return None;
    }
    let start = line.trimmed().start;
    let mut heads: Vec<Range<usize>> = Vec::new();
    let mut guessed = false;
    let mut from = 0;
    for word in text.split(' ') {
        let to = from + word.len();
        let begins = word.starts_with(|c: char| c.is_uppercase()) || is_year(word);
        match heads.last_mut() {
            Some(head) if !begins => {
                head.end = start + to;
                guessed = true;
            }
            _ if begins => heads.push(start + from..start + to),
            _ => return None,
        }
        from = to + 1;
    }
    let name = |head: &Range<usize>| text[head.start - start..head.end - start].to_lowercase();
    let mut names: Vec<String> = heads.iter().map(name).collect();
    let by_years = names.len() == width && names.iter().all(|name| is_year(name));
    let figures =
        heads.iter().any(|head| text[head.start - start..head.end - start].contains(|c: char| c.is_ascii_digit()));
    let years = names.iter().skip(usize::from(!by_years)).all(|name| is_year(name));
    names.sort();
    let distinct = names.windows(2).all(|pair| pair[0] != pair[1]);
    if !distinct || figures && !years || text.ends_with(['.', ';', ',', '?', '!']) {
        return None;
    }
    if by_years && width > 1 {
        heads.insert(0, start..start);
    }
    // Two words are a title as well ("Afgørelser 2021"), unless the first names what rows are of.
    let names_labels = |head: &Range<usize>| names_rows(&name(head));
    let settled = width > 1 || heads.first().is_some_and(names_labels) && !guessed;
    (heads.len() == width + 1 && settled).then_some((heads, guessed))
}

/// The text of a cell.
fn word_at<'t>(lines: &[Line<'t>], cell: &Range<usize>) -> &'t str {
    let at = lines.partition_point(|line| line.start <= cell.start).saturating_sub(1);
    let line = &lines[at];
    line.text.get(cell.start - line.start..(cell.end - line.start).min(line.text.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, cell, one};

    #[test]
    fn columns_are_told_by_counting() {
        let text = "Tabel 1\nOmgørelsesprocent, 2019-2021\n\nKommune 2019 2020 2021\nNordby-Sand 58,3 46,7 30,8\nVester Å - 40 % -\n\nHele landet 50,6 52,0 1.035,9\n\nKilde: Styrelsen.";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (4, 4, false));
        assert_eq!([cell(text, &table, 0, 0), cell(text, &table, 0, 3)], ["Kommune", "2021"]);
        assert_eq!(
            [cell(text, &table, 2, 0), cell(text, &table, 2, 1), cell(text, &table, 2, 2)],
            ["Vester Å", "-", "40 %"]
        );
        assert_eq!([cell(text, &table, 3, 0), cell(text, &table, 3, 3)], ["Hele landet", "1.035,9"]);
    }

    #[test]
    fn numbers_of_paragraphs_are_labels() {
        let text = "Lov Stadfæstet Ændret\nServiceloven § 41 12 3\nServiceloven § 42, stk. 2 7 1\nLov om sygedagpenge\ntil dem i job 9 4\n";
        let table = one(text);
        assert_eq!((table.rows, table.guessed), (4, false));
        assert_eq!([cell(text, &table, 1, 0), cell(text, &table, 1, 1)], ["Serviceloven § 41", "12"]);
        assert_eq!([cell(text, &table, 2, 0), cell(text, &table, 2, 1)], ["Serviceloven § 42, stk. 2", "7"]);
        assert_eq!(cell(text, &table, 3, 0), "Lov om sygedagpenge\ntil dem i job");
    }

    #[test]
    fn years_name_rows_or_columns_alone() {
        let text = "2020 2021\nBørn 4 5\nÆldre 7 8\n";
        assert_eq!([cell(text, &one(text), 0, 0), cell(text, &one(text), 0, 1)], ["", "2020"]);
        let text = "År Nordby Sandby\n2020 4 5\n2021 7 8\n";
        assert_eq!([cell(text, &one(text), 1, 0), cell(text, &one(text), 1, 1)], ["2020", "4"]);
    }

    #[test]
    fn headings_of_several_words_are_a_guess() {
        let text = "Område Stadfæstet Ændret I alt\nBørn 4 5 9\nÆldre 7 8 15\n";
        let table = one(text);
        assert_eq!((table.cols, table.guessed), (4, true));
        assert_eq!(cell(text, &table, 0, 3), "I alt");
    }

    #[test]
    fn one_column_has_a_name_over_its_labels() {
        let text = "Kommune Omgørelsesprocent\nNordby 58,3\nSandby 46\n";
        assert_eq!([cell(text, &one(text), 0, 1), cell(text, &one(text), 2, 1)], ["Omgørelsesprocent", "46"]);
        for text in [
            "Afgørelser 2021\nStadfæstet 12\nÆndret 4\n",
            "Indhold Side\nSager 2\nKlager 4\n",
            "2021\nBørn 4\nÆldre 5\n",
        ] {
            assert!(all(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_counting_does_not_tell_is_no_table() {
        for text in [
            // Prose, and lists without headings.
            "Kommunen Har Afgjort\ni alt 12 3 og i 2020 14 2\nsager, i 2021 12 4\n",
            "Sagerne var i 2020 12 og i 2021 14\nNordby 12 14\nSandby 13 15\n",
            "Telefon 12 34 56 78\nTelefax 12 34 56 79\n",
            // A row too short, a heading too few, headings that come again, two lines of headings.
            "Kommune 2019 2020 2021\nNordby 58 46 30\nSandby 42 40\n",
            "Kommune Antal\nNordby 58 46\nSandby 42 40\n",
            "Kommune Antal Pct. Antal Pct.\nNordby 58 46 12 40\nSandby 42 40 12 30\n",
            "Kommune Stadfæstet Omgjort i\nprocent\nNordby 58 46\nSandby 42 40\n",
            // Labels that end in numbers or go on below.
            "Team 2019 2020\nTeam 1 4\nTeam 2 5\n",
            "Gruppe 2019 2020\nBørn under 18 4\nBørn under 15 5\n",
            "Gruppe 2019 2020\nBørn 4 7\nVoksne 5 8\nmed handicap\n",
        ] {
            assert!(all(text).is_empty(), "{text}");
        }
    }
}
