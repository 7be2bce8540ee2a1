//! Tables whose columns are set by runs of blanks, as text exports and typewriters do it.

use super::fields::{Field, Row, fields_of, may_begin, text_of};
use super::{Found, Line, caption_above, is_entry, is_rule};
use crate::model::source::Layout;
use std::ops::Range;

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let rows = run(lines, at..within.end);
        let next = rows.last().map_or(at + 1, |row| row.line + 1);
        if rows.len() > 1 {
            found.extend(table(lines, rows));
        }
        at = next;
    }
    found
}

/// The rows of a run of lines that may be a table: headings, labels and figures. A rule may stand between them, and
/// a blank line where figures go on as they were: under the headings, or over the totals.
fn run(lines: &[Line<'_>], within: Range<usize>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut after_gap = false;
    for at in within {
        let line = &lines[at];
        // Nearly every line of a text is one field, and a table does not begin with such a line.
        if rows.is_empty() && !may_begin(line.text) {
            break;
        }
        if rows.is_empty() || !(line.is_blank() || is_rule(line.text)) {
            let Some(fields) = fields_of(line) else { break };
            let row = Row { line: at, fields };
            let alone = rows.is_empty() && row.fields.len() < 2;
            if alone && !begins_heading(&row, lines.get(at + 1)) || after_gap && !goes_on(&rows, &row) {
                break;
            }
            after_gap = false;
            rows.push(row);
        } else if line.is_blank() && std::mem::replace(&mut after_gap, true) {
            break;
        }
    }
    while rows.last().is_some_and(|row| row.fields.len() < 2) {
        rows.pop();
    }
    rows
}

/// "DS' vejledende" over "Område   sagstal   Greve": the first half of a heading, alone in its line, right over the rest
/// of it in small letters.
fn begins_heading(row: &Row, below: Option<&Line<'_>>) -> bool {
    let (Some(line), [half]) = (below, &row.fields[..]) else { return false };
    let Some(heads) = fields_of(line).filter(|heads| heads.len() > 2 && !heads.iter().any(|head| head.figure)) else {
        return false;
    };
    let mut met = heads.iter().filter(|h| half.chars.start < h.chars.end && h.chars.start < half.chars.end);
    let (Some(rest), None) = (met.next(), met.next()) else { return false };
    let apart = heads[0].chars.end < half.chars.start;
    apart && !half.figure && text_of(line, rest).starts_with(char::is_lowercase)
}

/// Does a row behind a blank line belong to the rows before it? It has figures, as many as theirs.
fn goes_on(rows: &[Row], next: &Row) -> bool {
    let figures = rows.iter().filter(|row| row.is_body()).map(Row::figures).max();
    let wanted = figures.unwrap_or_else(|| {
        let widest = rows.iter().map(|row| row.fields.len()).max().unwrap_or(0);
        // Over the labels a heading may stand, or none.
        let label = next.fields.first().map_or(0, |label| label.chars.end);
        let corner = rows.iter().any(|row| row.fields.first().is_some_and(|head| head.chars.start < label));
        widest.saturating_sub(if corner { next.labels() } else { 0 })
    });
    next.is_body() && next.figures() == wanted
}

/// "Gennemsnit i regionen 36": a long label may reach to its first figure. Where the other rows have one field more,
/// and that figure stands in their column, it is a field of its own.
fn part_long_labels(lines: &[Line<'_>], rows: &mut [Row]) {
    let widest = rows.iter().filter(|row| row.is_body()).map(|row| row.fields.len()).max().unwrap_or(0);
    let model = rows.iter().filter(|row| row.is_body() && row.fields.len() == widest && row.labels() == 1);
    let Some(ends) = model.map(|row| row.fields[1].chars.clone()).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end))
    else {
        return;
    };
    for row in rows.iter_mut().filter(|row| row.fields.len() + 1 == widest && row.labels() == 1) {
        let line = &lines[row.line];
        let label = &row.fields[0];
        let text = text_of(line, label);
        let Some((words, figure)) = text.rsplit_once(' ').filter(|(_, figure)| is_entry(figure)) else { continue };
        let length = figure.chars().count();
        let chars = label.chars.end - length..label.chars.end;
        if chars.start < ends.end && ends.start < chars.end {
            let bytes = label.bytes.end - figure.len()..label.bytes.end;
            row.fields[0].bytes.end = bytes.start - (text.len() - figure.len() - words.trim_end().len());
            row.fields[0].chars.end = chars.start - 1;
            row.fields.insert(1, Field { bytes, chars, figure: true, year: false });
        }
    }
}

/// "Byen hele landet" under "Pct.  Pct.": headings that fill their columns stand a single blank apart. Where a line of
/// them begins, or ends, as those above do, a word that does so too begins, or ends, a heading of its own.
fn part_long_heads(lines: &[Line<'_>], rows: &mut [Row]) {
    let heads = rows.iter().take_while(|row| row.is_head()).count();
    for below in 1..heads {
        let (above, row) = rows.split_at_mut(below);
        let above: Vec<&Range<usize>> = above[below - 1].fields.iter().map(|field| &field.chars).collect();
        let begins = |column: usize| above.iter().any(|head| head.start == column);
        let ends = |column: usize| above.iter().any(|head| head.end == column);
        let (line, fields) = (&lines[row[0].line], &mut row[0].fields);
        let mut at = 0;
        while let Some(field) = fields.get(at) {
            let text = text_of(line, field);
            let column = |blank: usize| field.chars.start + text[..blank].chars().count();
            let parts = |blank: &usize| {
                begins(field.chars.start) && begins(column(*blank) + 1) || ends(field.chars.end) && ends(column(*blank))
            };
            if let Some(blank) = text.match_indices(' ').map(|(blank, _)| blank).find(parts) {
                let (end, next) = (field.bytes.start + blank, column(blank) + 1);
                let (bytes, chars) = (end + 1..field.bytes.end, next..field.chars.end);
                fields[at].bytes.end = end;
                fields[at].chars.end = next - 1;
                fields.insert(at + 1, Field { bytes, chars, figure: false, year: false });
            }
            at += 1;
        }
    }
}

fn table(lines: &[Line<'_>], mut rows: Vec<Row>) -> Option<Found> {
    part_long_heads(lines, &mut rows);
    part_long_labels(lines, &mut rows);
    let body: Vec<&Row> = rows.iter().filter(|row| row.is_body()).collect();
    let widest = body.iter().map(|row| row.fields.len()).max().unwrap_or(0);
    if body.len() < 2 && !is_single(&rows)
        || body.len() * 2 < rows.len()
        || widest < 2
        || (widest == 2 && body.len() < 3)
    {
        return None;
    }
    let heads = rows.iter().take_while(|row| row.is_head()).count();
    // Headings are wider than their figures and tell columns apart from cells that stand a little askew.
    let with_all = columns(rows[..heads].iter().chain(body.iter().copied()));
    let with_last = columns(rows[heads.saturating_sub(1)..heads].iter().chain(body.iter().copied()));
    let alone = columns(body.iter().copied());
    let columns = [with_all, with_last].into_iter().find(|columns| columns.len() >= widest).unwrap_or(alone);
    let has_labels = body.iter().all(|row| !row.fields[0].figure);
    let mut guessed =
        columns.len() < widest || !body.iter().all(|row| fits(&row.fields, &columns)) || columns.len() < 2;
    let labels = body.iter().map(|row| row.labels()).max().unwrap_or(0);
    // What the headings right over the figures say, column by column.
    let mut last_head = vec![""; columns.len()];
    for (row, field) in
        rows[heads.saturating_sub(1)..heads].iter().flat_map(|row| row.fields.iter().map(move |f| (row, f)))
    {
        if let Some(at) = column_of(field, &columns) {
            last_head[at] = text_of(&lines[row.line], field);
        }
    }
    let start = lines[rows[0].line].start;
    let taken = rows[0].line..rows[rows.len() - 1].line + 1;
    let mut cells = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let Row { line, fields } = row;
        let by_place: Vec<Option<usize>> = fields.iter().map(|field| column_of(field, &columns)).collect();
        let in_order = by_place.iter().all(Option::is_some) && by_place.windows(2).all(|pair| pair[0] < pair[1]);
        let is_full_head = index < heads.max(1) && fields.len() > 1 && fields.len() + labels >= columns.len();
        let offset = columns.len().saturating_sub(fields.len());
        let mut places: Vec<usize> = by_place.iter().flatten().copied().collect();
        if index + 1 < heads
            && let Some(spread) = spread(&fields, &columns, labels.max(1), &last_head)
        {
            places = spread;
        } else if !in_order && fields.len() == 1 && !fields[0].figure && fields[0].chars.start < columns[0].end {
            // A label alone in its row may be longer than those that stand before figures.
            places = vec![0];
        } else if !in_order {
            guessed = true;
            places = (offset..offset + fields.len()).collect();
        } else if has_labels && is_full_head && fields.len() + labels == columns.len() && places[0] == 0 {
            // As many headings as columns of figures, yet one of them stands over the labels.
            guessed = true;
        }
        let mut out = vec![start..start; columns.len()];
        for (field, place) in fields.into_iter().zip(places) {
            if let Some(cell) = out.get_mut(place) {
                *cell = field.bytes;
            }
        }
        cells.push(anchored(out, lines[line].start));
    }
    let caption = caption_above(lines, taken.start);
    Some(Found { lines: taken, rows: cells, layout: Layout::Aligned, guessed, caption })
}

/// "Stadfæstet   Ændret   Hjemvist" over "31   4   9", "2021   2022" over "Stadfæstet   31   28": one row whose figures
/// each have a heading of their own, of words three at least.
fn is_single(rows: &[Row]) -> bool {
    let [heads, row] = rows else { return false };
    let meets = |head: &Field, field: &Field| head.chars.start < field.chars.end && field.chars.start < head.chars.end;
    // "2021   24   31": the year stands for a label where no heading is left for it.
    let year = row.labels() == 0 && row.fields[0].year && heads.fields.len() + 1 == row.fields.len();
    let behind = if year { 1 } else { row.labels() };
    let figures = row.figures() - usize::from(year);
    let Some(over) = heads.fields.len().checked_sub(figures).filter(|over| *over <= behind) else {
        return false;
    };
    let own = || heads.fields[over..].iter().zip(&row.fields[behind..]).all(|(head, figure)| meets(head, figure));
    let years = heads.fields[over..].iter().all(|head| head.year) && behind == 1 && figures == 2;
    let words = heads.figures() == 0 && figures > 2;
    heads.is_head() && (words || years) && behind < 2 && behind + figures == row.fields.len() && own()
}

/// The first columns of headings that each stand over several columns; `None` where it cannot be told which. Each
/// column stands under one heading alone, or the headings below begin anew under each ("Antal Pct. Antal Pct."), or the
/// groups are of one size. `below` is what the next headings say, column by column.
fn spread(fields: &[Field], columns: &[Range<usize>], labels: usize, below: &[&str]) -> Option<Vec<usize>> {
    let corner = usize::from(fields[0].chars.start < columns[0].end);
    let over = &fields[corner..];
    let figures = columns.len().checked_sub(labels).filter(|figures| *figures > 0)?;
    if over.is_empty() || over.len() >= figures {
        return None;
    }
    let stands = |first: &Vec<usize>| {
        over.iter().enumerate().all(|(at, field)| {
            let end = first.get(at + 1).map_or(figures, |next| *next);
            let group = columns[labels + first[at]].start..columns[labels + end - 1].end;
            let middle = usize::midpoint(field.chars.start, field.chars.end);
            group.contains(&middle) || group.contains(&(field.chars.end - 1))
        })
    };
    let equal = || (figures % over.len() == 0).then(|| (0..over.len()).map(|at| at * (figures / over.len())).collect());
    let whole = |first: &Vec<usize>| first.len() == over.len();
    let first = covered(over, &columns[labels..])
        .filter(whole)
        .or_else(|| anew(&below[labels..]).filter(whole).filter(stands))
        .or_else(|| equal().filter(stands))?;
    Some((0..corner).chain(first.into_iter().map(|at| labels + at)).collect())
}

/// The first column under each heading, where every column stands under one heading alone.
fn covered(over: &[Field], columns: &[Range<usize>]) -> Option<Vec<usize>> {
    let meets = |field: &Field, column: &Range<usize>| field.chars.start < column.end && column.start < field.chars.end;
    let mut first: Vec<usize> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let mut above = (0..over.len()).filter(|head| meets(&over[*head], column));
        match (above.next()?, above.next()) {
            (head, None) if head == first.len() => first.push(at),
            (head, None) if head + 1 == first.len() => {}
            _ => return None,
        }
    }
    Some(first)
}

/// Where headings begin anew: "Antal | Antal Pct. | Antal Pct.".
fn anew(heads: &[&str]) -> Option<Vec<usize>> {
    let mut first = vec![0];
    for (at, head) in heads.iter().enumerate() {
        if head.is_empty() {
            return None;
        }
        if heads[first[first.len() - 1]..at].contains(head) {
            first.push(at);
        }
    }
    (first.len() > 1).then_some(first)
}

/// Empty cells stand where the cell before them ends.
fn anchored(mut row: Vec<Range<usize>>, start: usize) -> Vec<Range<usize>> {
    let mut at = start;
    for cell in &mut row {
        if cell.start == cell.end {
            *cell = at..at;
        }
        at = cell.end;
    }
    row
}

/// The columns' extents: what overlaps in the body belongs together.
fn columns<'f>(rows: impl Iterator<Item = &'f Row>) -> Vec<Range<usize>> {
    let mut extents: Vec<Range<usize>> =
        rows.flat_map(|row| row.fields.iter().map(|field| field.chars.clone())).collect();
    extents.sort_by_key(|extent| (extent.start, extent.end));
    let mut columns: Vec<Range<usize>> = Vec::new();
    for extent in extents {
        match columns.last_mut() {
            Some(last) if extent.start < last.end => last.end = last.end.max(extent.end),
            _ => columns.push(extent),
        }
    }
    columns
}

/// True where each field of a row has a column of its own.
fn fits(row: &[Field], columns: &[Range<usize>]) -> bool {
    let places: Vec<Option<usize>> = row.iter().map(|field| column_of(field, columns)).collect();
    places.windows(2).all(|pair| pair[0] < pair[1])
}

/// The column that a field stands in: the only one, or the one that it plainly stands over while it but touches another.
fn column_of(field: &Field, columns: &[Range<usize>]) -> Option<usize> {
    let overlap = |column: &Range<usize>| {
        let (start, end) = (column.start.max(field.chars.start), column.end.min(field.chars.end));
        end.saturating_sub(start)
    };
    let mut hits: Vec<(usize, usize)> =
        columns.iter().map(overlap).enumerate().filter(|(_, overlap)| *overlap > 0).collect();
    hits.sort_by_key(|&(at, overlap)| (std::cmp::Reverse(overlap), at));
    match hits[..] {
        [(at, _)] => Some(at),
        [(at, most), (_, second)] if most >= 2 * second && most == columns[at].len() => Some(at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{all, cell, one};
    use crate::model::source::Layout;

    #[test]
    fn one_row_has_a_heading_over_each_figure() {
        let heads = "Modtaget     Stadfæstet     Ændret     Hjemvist\n";
        let text = format!("Tal:\n\n{heads}      52             31          4            9\n\nSlut.");
        let table = one(&text);
        assert_eq!((table.rows, table.cols, table.guessed), (2, 4, false));
        assert_eq!([cell(&text, &table, 0, 1), cell(&text, &table, 1, 1)], ["Stadfæstet", "31"]);
        let years = "            LAB    SEL    I alt\n2021         24     31      27\n";
        let table = one(&format!("Tal:\n\n{years}\nSlut."));
        assert_eq!((table.rows, table.cols), (2, 4));
        for row in ["52   31   4   9", "      52             31", "      52             31          4         i alt"] {
            assert!(all(&format!("{heads}{row}\n\nSlut.")).is_empty(), "{row}");
        }
    }

    #[test]
    fn a_heading_may_begin_alone_in_a_line() {
        let rows = "Børn                    20-30      21\nVoksne                  30-40      33\nÆldre                   35-45      51\n";
        let text = format!("Tekst.\n\n                   Anbefalet\nGruppe             sagstal        Greve\n{rows}");
        let table = one(&text);
        assert_eq!((table.rows, table.cols, table.guessed), (5, 3, false));
        assert_eq!([cell(&text, &table, 0, 1), cell(&text, &table, 1, 1)], ["Anbefalet", "sagstal"]);
        // What is not the first half of one heading stands over the table.
        let other = text.replace("sagstal", "Sagstal");
        assert_eq!(one(&other).rows, 4);
    }

    #[test]
    fn columns_are_found_by_place() {
        let text = "\
Tabel 4: Udfald

Område          Stadfæstet   Hjemvist   I alt
Børn og unge            12          3      15
Ældre                    7                  7
Øvrige                              2       2
";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.layout, table.guessed), (4, 4, Layout::Aligned, false));
        assert_eq!(cell(text, &table, 2, 1), "7");
        assert_eq!(cell(text, &table, 2, 2), "");
        assert_eq!(cell(text, &table, 3, 1), "");
        assert_eq!(cell(text, &table, 3, 2), "2");
        assert_eq!(&text[table.caption.unwrap().range()], "Tabel 4: Udfald");
    }

    #[test]
    fn a_heading_s_last_word_stands_far_to_the_right() {
        let text = "\
Lov                       Stadfæstet   Ændret   Hjemvist   Afvist   I alt   Omgørelses-
                                                                             procent
Serviceloven                      30        5         10        4      49          33,3
Aktivloven                        20        2          8        3      33          33,3
";
        let table = one(text);
        assert_eq!((table.rows, table.cols), (4, 7));
        assert_eq!(cell(text, &table, 1, 6), "procent");
        assert_eq!(cell(text, &table, 2, 1), "30");
    }

    #[test]
    fn two_labels_before_the_figures() {
        let text = "\
Sted                      SEL      LAS    I alt
By            Hjemvist     52       48      100
              Ændret        9        6       15
Landet        Hjemvist  5.420    4.980   10.400
              Ændret      790    1.210    2.000
";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (5, 5, false));
        assert_eq!(cell(text, &table, 3, 0), "Landet");
        assert_eq!(cell(text, &table, 3, 2), "5.420");
    }

    #[test]
    fn years_under_a_heading_are_labels() {
        let text = "År      By       Landet\n2020    42 %     36 %\n2021    35 %     32 %\n2022    31 %     32 %\n";
        assert!(!one(text).guessed);
    }

    #[test]
    fn headings_may_stand_over_several_columns() {
        let text = "\
\x20                    Kommunen               Hele landet
                  2016      2017          2016      2017
Børn                43        36            37        38
Ældre               12        14            17        16

I alt               40        31            33        34
";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (5, 5, false));
        assert_eq!((cell(text, &table, 0, 1), cell(text, &table, 0, 3)), ("Kommunen", "Hele landet"));
        assert_eq!(cell(text, &table, 4, 4), "34");
    }

    #[test]
    fn headings_over_two_lines_may_stand_apart() {
        let heads = "                 Området      Børnesager      Voksne\n                 generelt\n\n";
        let text = format!(
            "{heads}Nordby              31              40          27\nSandby              29              -           33\n"
        );
        let table = one(&text);
        assert_eq!((table.rows, table.cols, table.guessed), (4, 4, false));
        assert_eq!([cell(&text, &table, 0, 1), cell(&text, &table, 1, 1)], ["Området", "generelt"]);
        assert_eq!([cell(&text, &table, 0, 3), cell(&text, &table, 3, 3)], ["Voksne", "33"]);
    }

    #[test]
    fn rules_and_ranges_are_no_end_of_a_table() {
        let text = "\
Gruppe        Sager     Norm
------------------------------
Unge             40    25-40
Ledige          110        -
------------------------------
I alt           150
";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (4, 3, false));
        assert_eq!((cell(text, &table, 1, 2), cell(text, &table, 3, 1)), ("25-40", "150"));
    }

    #[test]
    fn years_and_long_labels_may_stand_a_blank_from_their_neighbours() {
        let text = "\
\x20                    By A      By B
                  2021 2022  2021 2022
Børn                60   58    66   64
Gennemsnit i egnen  29   30    33   31
Gennemsnit i landet 28   31    32   30
";
        let table = one(text);
        assert_eq!((table.rows, table.cols, table.guessed), (5, 5, false));
        assert_eq!((cell(text, &table, 0, 3), cell(text, &table, 1, 4)), ("By B", "2022"));
        assert_eq!((cell(text, &table, 4, 0), cell(text, &table, 4, 1)), ("Gennemsnit i landet", "28"));
    }

    #[test]
    fn headings_that_fill_their_columns_stand_a_blank_apart() {
        let rows = "Børn              12      25         32\nÆldre              4      31         29\n";
        for heads in [
            "Lov          Afgjort   Omg.pct.  Omg.pct.\n                       Nordbyegn hele landet\n",
            "Lov          Afgjort    Omg.pct.    Omg.pct.\n                       Nordbyegn hele landet\n",
            "Lov          Afgjort   Omg.pct.    Omg.pct.\n                       Nordbyegn  hele landet\n",
        ] {
            let text = format!("{heads}{rows}");
            let table = one(&text);
            assert_eq!((table.rows, table.cols, table.guessed), (4, 4, false), "{heads}");
            assert_eq!([cell(&text, &table, 1, 2), cell(&text, &table, 1, 3)], ["Nordbyegn", "hele landet"]);
        }
    }

    #[test]
    fn headings_that_stand_elsewhere_are_a_guess() {
        let text = "Område    Stadfæstet    Hjemvist\nBørn                           12               3\nÆldre                           7               1\n";
        let table = one(text);
        assert!(table.guessed);
    }

    #[test]
    fn prose_with_double_blanks_is_no_table() {
        for text in [
            "Det er  47  pct.  af sagerne, der er  behandlet.\nDer er   5   sager.",
            "Mødet sluttede.   Tak for i dag.\nNæste møde:   3. maj",
            "Navn      Parti\nHansen    A\nJensen    B\n",
        ] {
            assert!(all(text).is_empty(), "{text}");
        }
    }
}
