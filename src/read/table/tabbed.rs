//! Tables whose cells are divided by tabs: runs of two or more lines with tabs in them.

use super::fields::is_year;
use super::{Found, Line, caption_above, is_caption_row, is_entry, is_item, is_item_mark, is_leader, is_rule};
use crate::model::source::Layout;
use crate::text::run;
use std::ops::Range;

/// The longest line without a tab that is taken as a label inside a table, in bytes.
const LABEL: usize = 60;

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        if !has_cells(&lines[at]) {
            at += 1;
            continue;
        }
        let rows = run(lines, at, within.end);
        let end = rows.last().map_or(at, |last| last + 1);
        found.extend(table(lines, &rows));
        at = end;
    }
    found
}

fn has_cells(line: &Line<'_>) -> bool {
    // Nearly every line of a text ends here.
    if run::leading(line.text.as_bytes(), |byte| (byte != b'\t') & (byte != b'|')) == line.text.len() {
        return false;
    }
    let text = line.text.trim_matches([' ', '\u{c}']);
    !line.is_blank() && (text.contains('\t') || is_piped(text)) && !is_leader(line.text)
}

/// "Kommune | Stadfæstet | Hjemvist": cells divided by upright strokes.
fn is_piped(text: &str) -> bool {
    !text.contains('\t') && text.contains(" | ") && !text.contains(" > ")
}

/// The lines (by index) of a run of rows from this line on. Rows may stand apart by single blank lines, if all do;
/// a short line between two rows is a row whose other cells are empty.
fn run(lines: &[Line<'_>], first: usize, end: usize) -> Vec<usize> {
    let close = run_with_gap(lines, first, end, 0);
    if close.len() > 1 {
        return close;
    }
    let apart = run_with_gap(lines, first, end, 1);
    if apart.len() > 2 { apart } else { close }
}

fn run_with_gap(lines: &[Line<'_>], first: usize, end: usize, gap: usize) -> Vec<usize> {
    let mut rows = vec![first];
    let next_row = |row: usize| {
        let next = row + 1 + gap;
        (next < end && lines[row + 1..next].iter().all(Line::is_blank)).then_some(next)
    };
    let mut at = first;
    while let Some(next) = next_row(at) {
        let is_row = has_cells(&lines[next])
            || ((is_label(&lines[next]) || is_rule(lines[next].text))
                && next_row(next).is_some_and(|after| has_cells(&lines[after])));
        if !is_row {
            break;
        }
        rows.push(next);
        at = next;
    }
    rows
}

fn is_label(line: &Line<'_>) -> bool {
    let text = line.text.trim();
    !text.is_empty() && text.len() <= LABEL && !text.ends_with(['.', ':', '?']) && !is_item(text) && !is_leader(text)
}

fn table(lines: &[Line<'_>], rows: &[usize]) -> Option<Found> {
    let mut rows: Vec<usize> = rows.iter().copied().filter(|&row| !is_rule(lines[row].text)).collect();
    if rows.len() < 2 {
        return None;
    }
    let mut cells: Vec<Vec<Range<usize>>> = rows.iter().map(|&row| cells_of(&lines[row])).collect();
    let text = |range: &Range<usize>, row: usize| {
        let line = &lines[row];
        line.text.get(range.start - line.start..range.end - line.start).unwrap_or_default()
    };
    let mut caption = None;
    if is_caption_row(cells[0].iter().map(|range| text(range, rows[0])).filter(|cell| !cell.is_empty())) {
        caption = Some(lines[rows[0]].trimmed());
        rows.remove(0);
        cells.remove(0);
    }
    if rows.len() < 2 {
        return None;
    }
    let is_figure = |range: &Range<usize>, row: usize| is_entry(text(range, row));
    // Strokes divide menus and addresses too: a table has figures in two rows.
    let piped = is_piped(lines[rows[0]].text);
    let filled = rows.iter().zip(&cells).filter(|(row, cells)| cells.iter().skip(1).any(|cell| is_figure(cell, **row)));
    if piped && filled.count() < 2 {
        return None;
    }
    let heads =
        head_rows(&cells, |row, range| is_figure(range, rows[row]), |row, range| is_year(text(range, rows[row])));
    let guessed = settle_columns(&mut cells, heads, |row, range| is_figure(range, rows[row]))
        && !stand_at_stops(lines, &rows, &cells, heads);
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    if width < 2 || (width == 2 && !is_table_of_two(&rows, &cells, text, is_figure)) {
        return None;
    }
    if rows.iter().zip(&cells).all(|(&row, cells)| is_told(cells, |cell| text(cell, row))) {
        return None;
    }
    let caption = caption.or_else(|| caption_above(lines, rows[0]));
    let lines = rows[0]..rows[rows.len() - 1] + 1;
    Some(Found { lines, rows: cells, layout: Layout::Tabbed, guessed, caption })
}

/// "Sygedagpengeloven\t\t\t12 afgørelser, heraf 9 stadfæstet": a name, and words with numbers behind it, which are read as
/// a text's.
fn is_told<'a>(cells: &[Range<usize>], text: impl Fn(&Range<usize>) -> &'a str) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty()).map(text);
    let (Some(name), Some(said), None) = (filled.next(), filled.next(), filled.next()) else { return false };
    let counted = said.split(|c: char| !c.is_alphanumeric()).filter(|word| word.parse::<u32>().is_ok()).count();
    name.starts_with(char::is_uppercase) && counted > 1 && said.contains(", ") && !is_entry(said)
}

/// Two columns are a table where figures stand in the second; else they are numbered items or "name: value" lines.
fn is_table_of_two<'a>(
    rows: &[usize],
    cells: &[Vec<Range<usize>>],
    text: impl Fn(&Range<usize>, usize) -> &'a str,
    is_figure: impl Fn(&Range<usize>, usize) -> bool,
) -> bool {
    let pairs = || rows.iter().zip(cells).filter(|(_, row)| row.len() == 2);
    let figures = pairs().filter(|(at, row)| is_figure(&row[1], **at)).count();
    // "1. kvartal 2020" is a label, and no number of an item.
    let is_mark = |cell: &str| {
        let mut words = cell.split_whitespace();
        let mark = words.next().is_some_and(is_item_mark);
        let next = words.next().unwrap_or_default().to_lowercase();
        mark && !["kvartal", "kvt", "halvår", "tertial"].iter().any(|part| next.starts_with(part))
    };
    let marks = pairs().filter(|(at, row)| is_mark(text(&row[0], **at))).count();
    figures >= 2 && marks * 2 < rows.len()
}

/// The cells of a line: what stands between tabs, without white space around it. Tabs at the end make no cells.
fn cells_of(line: &Line<'_>) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut at = line.start;
    let divider = if is_piped(line.text) { '|' } else { '\t' };
    for cell in line.text.split(divider) {
        let trimmed = cell.trim();
        let from = at + cell.len() - cell.trim_start().len();
        cells.push(if trimmed.is_empty() { at..at } else { from..from + trimmed.len() });
        at += cell.len() + 1;
    }
    while cells.len() > 1 && cells.last().is_some_and(Range::is_empty) {
        cells.pop();
    }
    // A stroke before the first cell opens none.
    if divider == '|' && cells.len() > 1 && cells[0].is_empty() && line.text.trim_start().starts_with('|') {
        cells.remove(0);
    }
    cells
}

/// How many rows stand over those of figures, the first always. "Lovområde  2021  2022  2022" under the places: years that
/// are headings too.
fn head_rows(
    cells: &[Vec<Range<usize>>],
    is_figure: impl Fn(usize, &Range<usize>) -> bool,
    is_year: impl Fn(usize, &Range<usize>) -> bool,
) -> usize {
    let years = |row: usize, cells: &[Range<usize>]| {
        let mut over = cells.iter().skip(1).filter(|cell| !cell.is_empty());
        over.clone().nth(1).is_some() && over.all(|cell| is_year(row, cell)) && !is_figure(row, &cells[0])
    };
    let figures =
        |row: usize, cells: &[Range<usize>]| cells.iter().any(|cell| is_figure(row, cell)) && !years(row, cells);
    1 + cells.iter().enumerate().skip(1).take_while(|(row, cells)| !figures(*row, cells)).count()
}

/// Makes rows agree on their columns where tabs alone do not; true where that is a guess.
///
/// The columns are sound where each column of figures has a heading over it. Else tabs may have been doubled to
/// reach the next stop: then the rows agree once their empty cells are dropped. Or the headings are one short,
/// because nothing stands over the labels.
fn settle_columns(
    cells: &mut [Vec<Range<usize>>],
    heads: usize,
    is_figure: impl Fn(usize, &Range<usize>) -> bool,
) -> bool {
    let has_heading =
        |col: usize| cells[..heads].iter().any(|row| row.get(col).is_some_and(|cell: &Range<usize>| !cell.is_empty()));
    let is_sound = cells.iter().enumerate().skip(heads).all(|(row, cells)| {
        cells.iter().enumerate().skip(1).all(|(col, cell)| !is_figure(row, cell) || has_heading(col))
    });
    if is_sound {
        return false;
    }
    let filled = |row: &Vec<Range<usize>>| row.iter().filter(|cell| !cell.is_empty()).count();
    let body: Vec<usize> = cells[1..].iter().map(filled).filter(|&n| n > 1).collect();
    let width = body.iter().copied().max().unwrap_or(0);
    let no_corner = |row: &Vec<Range<usize>>| row[0].is_empty() && filled(row) + 1 == width;
    let same_length = cells[1..].iter().all(|row| row.len() == cells[1].len());
    let whole = |row: &Vec<Range<usize>>| filled(row) == width;
    // Each row of headings may leave the corner out.
    if cells[..heads].iter().all(|row| no_corner(row) || whole(row) || filled(row) == 1)
        && (no_corner(&cells[0]) || whole(&cells[0]))
        && cells[heads..].iter().all(|row| whole(row) || filled(row) < 2)
    {
        for (index, row) in cells.iter_mut().enumerate() {
            let corner = row[0].start;
            let opens = index < heads && no_corner(row);
            row.retain(|cell| !cell.is_empty());
            if row.is_empty() || opens {
                row.insert(0, corner..corner);
            }
        }
    } else if same_length && cells[1].len() == cells[0].len() + 1 && !cells[0][0].is_empty() {
        let at = cells[0][0].start;
        cells[0].insert(0, at..at);
    }
    true
}

/// Do the columns of a table whose rows agree once their empty cells are dropped stand one below the other, drawn with a
/// stop at every eighth letter? Then the tabs were doubled for that, and nothing is guessed.
fn stand_at_stops(lines: &[Line<'_>], rows: &[usize], cells: &[Vec<Range<usize>>], heads: usize) -> bool {
    const STOP: usize = 8;
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    let body = &cells[heads..];
    if body.len() < 2 || body.iter().any(|row| row.len() != width) {
        return false;
    }
    let drawn = |row: usize, cell: &Range<usize>| {
        let line = &lines[rows[row]];
        let before = line.text.get(..cell.start - line.start).unwrap_or_default();
        let from = before.chars().fold(0, |at, letter| if letter == '\t' { (at / STOP + 1) * STOP } else { at + 1 });
        let length = line.text.get(cell.start - line.start..cell.end - line.start).unwrap_or_default().chars().count();
        from..from + length
    };
    (1..width).all(|col| {
        let first = drawn(heads, &body[0][col]).start;
        let below = body.iter().enumerate().all(|(at, row)| drawn(heads + at, &row[col]).start == first);
        let over = |(row, cells): (usize, &Vec<Range<usize>>)| {
            cells.len() == 1 || cells.get(col).is_some_and(|cell| drawn(row, cell).contains(&first))
        };
        below && cells[..heads].iter().enumerate().all(over)
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, cell, one};
    use crate::model::source::Layout;

    #[test]
    fn upright_strokes_divide_cells() {
        let text = "Kommune | Udsatte børn | Handicap\n|---|---|---|\nBy | 29 | 52\nLand | 24,5 | 50\n";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.layout), (3, 3, Layout::Tabbed));
        assert_eq!(cell(text, &table, 2, 1), "24,5");
        assert!(all("Forside | Politik | Referat\nRing til os | Skriv til os | Åbningstider\n").is_empty());
    }

    #[test]
    fn empty_cells_stay_in_their_columns() {
        let text = "Tabel 1: Udfald\n\n\t\tLAB\tSEL\tI alt\nBy\tHjemvist\t\t2\t2\n\tÆndret\t1\t\t1\nLand\tHjemvist\t5\t6\t11\n";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.layout, table.guessed), (4, 5, Layout::Tabbed, false));
        assert_eq!(cell(text, &table, 1, 2), "");
        assert_eq!(cell(text, &table, 1, 3), "2");
        assert_eq!(cell(text, &table, 2, 0), "");
        assert_eq!(cell(text, &table, 2, 4), "1");
        assert_eq!(&text[table.caption.unwrap().range()], "Tabel 1: Udfald");
    }

    #[test]
    fn the_caption_may_be_glued_to_the_first_row() {
        let text = "Figur 3\tSagstal\t\t\n\tBy A\tBy B\tBy C\nGruppe\t1\t\t3\nDelt +\t\t\t\nrest\t4\t5\t\n";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (4, 4, false));
        assert_eq!(&text[table.caption.unwrap().range()], "Figur 3\tSagstal");
        assert_eq!(cell(text, &table, 2, 0), "Delt +");
        assert_eq!(cell(text, &table, 3, 3), "");
    }

    #[test]
    fn a_label_without_tabs_is_a_row() {
        let text = "Gruppe\tBy A\tBy B\nAktive +\nrevalidender\t4\t5\n";
        let table = one(text);
        assert_eq!((table.rows, table.cols), (3, 3));
        assert_eq!(cell(text, &table, 1, 0), "Aktive +");
    }

    #[test]
    fn years_under_places_are_headings() {
        let text = "\tByen\t\tLandet\nLov\t2021\t2022\t2022\nA\t33\t31\t30\nB\t-\t40\t29\n";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (4, 4, false));
    }

    #[test]
    fn tabs_doubled_for_alignment_are_a_guess() {
        let text = "Område\tAfgjort\tHjemvist\nBørn\t\t5\t1\nVoksne og ældre\t7\t2\n";
        let table = one(text);
        assert_eq!((table.cols, table.guessed), (3, true), "{text}");
        assert_eq!((cell(text, &table, 0, 1), cell(text, &table, 1, 1)), ("Afgjort", "5"), "{text}");
    }

    #[test]
    fn columns_that_stand_at_their_stops_are_no_guess() {
        for text in [
            "Område\t\tAfgjort\tHjemvist\nBørn\t\t5\t1\nVoksne og ældre\t7\t2\n",
            "\t\tAfgjort\tHjemvist\nBørn og unge\t5\t1\nVoksne og ældre\t7\t2\n",
            "Gruppe\t\t\tAfgjorte sager\t\tHjemviste sager\n\t\t\t\t2021\t\t\t2021\nBørn\t\t\t\t5\t\t\t1\n\
             Voksne og ældre\t\t\t7\t\t\t2\n",
        ] {
            let table = one(text);
            assert_eq!((table.cols, table.guessed), (3, false), "{text}");
            let last = table.rows - 1;
            assert_eq!((cell(text, &table, last, 1), cell(text, &table, last, 2)), ("7", "2"), "{text}");
        }
    }

    #[test]
    fn what_is_told_behind_a_name_is_no_cell() {
        let text = "Serviceloven\t\t\t12 sager, heraf 9 stadfæstet\nAktivloven\t\t\t7 sager, heraf 5 stadfæstet\n";
        assert!(all(text).is_empty());
    }

    #[test]
    fn a_heading_without_a_corner_is_moved_and_a_guess() {
        let text = "LAB\tSEL\nHjemvist\t1\t2\nÆndret\t3\t4\n";
        let table = one(text);
        assert_eq!((table.cols, table.guessed), (3, true));
        assert_eq!(cell(text, &table, 0, 2), "SEL");
    }

    #[test]
    fn rows_may_stand_apart() {
        let text = "År\tAfgjort\tHjemvist\n\n2018\t5\t1\n\n2019\t7\t2\n\nTekst.";
        assert_eq!(one(text).rows, 3);
    }

    #[test]
    fn lists_and_contents_are_no_tables() {
        for text in [
            "Dagsorden.....\t3\nMeddelelser.....\t4\n",
            "1.\tat drøfte\n2.\tat godkende\n",
            "Dato:\t3. maj\nSted:\tRådhuset\n",
            "Side\t1\n",
            "tekst uden tabulator\n\nmere",
        ] {
            assert!(all(text).is_empty(), "{text:?}");
        }
    }
}
