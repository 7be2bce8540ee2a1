//! Tables whose columns are set by runs of blanks, as text exports and typewriters do it.

use super::{Found, Line, caption_above, is_item, is_leader, is_placeholder, is_value};
use crate::model::source::Layout;
use std::ops::Range;

/// A piece of a line between runs of two or more blanks.
struct Field {
    bytes: Range<usize>,
    /// Characters from the start of the line: what one sees as the column.
    chars: Range<usize>,
    figure: bool,
}

pub(super) fn find(lines: &[Line<'_>], within: Range<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let mut fields = Vec::new();
        while at + fields.len() < within.end {
            match fields_of(&lines[at + fields.len()]) {
                Some(row) if row.len() > 1 || !fields.is_empty() => fields.push(row),
                _ => break,
            }
        }
        while fields.last().is_some_and(|row: &Vec<Field>| row.len() < 2) {
            fields.pop();
        }
        let taken = fields.len();
        if taken > 1 {
            found.extend(table(lines, at, fields));
        }
        at += taken.max(1);
    }
    found
}

/// The fields of a line that may belong to a table; `None` for blank lines, sentences, items and contents.
fn fields_of(line: &Line<'_>) -> Option<Vec<Field>> {
    if line.is_blank() || line.text.contains('\t') || is_leader(line.text) {
        return None;
    }
    let mut fields: Vec<Field> = Vec::new();
    let mut blanks = 2;
    let mut chars = 0;
    for (at, c) in line.text.char_indices() {
        if is_blank(c) {
            blanks += 1;
        } else {
            let end = line.start + at + c.len_utf8();
            match fields.last_mut() {
                Some(field) if blanks < 2 => {
                    field.bytes.end = end;
                    field.chars.end = chars + 1;
                }
                _ => fields.push(Field { bytes: line.start + at..end, chars: chars..chars + 1, figure: false }),
            }
            blanks = 0;
        }
        chars += 1;
    }
    for field in &mut fields {
        let text = line.text.get(field.bytes.start - line.start..field.bytes.end - line.start).unwrap_or_default();
        field.figure = is_value(text) || is_placeholder(text);
    }
    let is_prose =
        fields.len() == 1 && (chars > 60 || line.text.trim_end().ends_with(['.', ':']) || is_item(line.text));
    (!is_prose).then_some(fields)
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{c}' | '\u{2002}'..='\u{200a}')
}

fn table(lines: &[Line<'_>], first: usize, mut rows: Vec<Vec<Field>>) -> Option<Found> {
    let figures = |row: &[Field]| row.iter().filter(|field| field.figure).count();
    // One or two labels, then figures: "Byen   Hjemvist   12   3".
    let is_body = |row: &&Vec<Field>| {
        let labels = row.iter().take_while(|field| !field.figure).count();
        row.len() > 1
            && (labels < 2 || (labels == 2 && row.len() > 3))
            && row[labels.max(1)..].iter().all(|field| field.figure)
    };
    let body: Vec<&Vec<Field>> = rows.iter().filter(is_body).collect();
    let widest = body.iter().map(|row| row.len()).max().unwrap_or(0);
    if body.len() < 2 || body.len() * 2 < rows.len() || widest < 2 || (widest == 2 && body.len() < 3) {
        return None;
    }
    let heads = rows.iter().take_while(|row| figures(row) == 0).count();
    // Headings are wider than their figures and tell columns apart from cells that stand a little askew.
    let with_heads = columns(rows[..heads].iter().chain(body.iter().copied()));
    let columns = if with_heads.len() >= widest { with_heads } else { columns(body.iter().copied()) };
    let has_labels = body.iter().all(|row| !row[0].figure);
    let mut guessed = columns.len() < widest || !body.iter().all(|row| fits(row, &columns)) || columns.len() < 2;
    let labels = body.iter().map(|row| row.iter().take_while(|field| !field.figure).count()).max().unwrap_or(0);
    let start = lines[first].start;
    let mut cells = Vec::new();
    for (index, row) in rows.drain(..).enumerate() {
        let by_place: Vec<Option<usize>> = row.iter().map(|field| column_of(field, &columns)).collect();
        let in_order = by_place.iter().all(Option::is_some) && by_place.windows(2).all(|pair| pair[0] < pair[1]);
        let is_full_head = index < heads.max(1) && row.len() > 1 && row.len() + labels >= columns.len();
        let offset = columns.len().saturating_sub(row.len());
        let mut places: Vec<usize> = by_place.iter().flatten().copied().collect();
        if !in_order {
            guessed = true;
            places = (offset..offset + row.len()).collect();
        } else if has_labels && is_full_head && row.len() + labels == columns.len() && places[0] == 0 {
            // As many headings as columns of figures, yet one of them stands over the labels.
            guessed = true;
        }
        let mut out = vec![start..start; columns.len()];
        for (field, place) in row.into_iter().zip(places) {
            if let Some(cell) = out.get_mut(place) {
                *cell = field.bytes;
            }
        }
        cells.push(anchored(out, lines[first + index].start));
    }
    let end = first + cells.len();
    let caption = caption_above(lines, first);
    Some(Found { lines: first..end, rows: cells, layout: Layout::Aligned, guessed, caption })
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
fn columns<'f>(rows: impl Iterator<Item = &'f Vec<Field>>) -> Vec<Range<usize>> {
    let mut extents: Vec<Range<usize>> = rows.flat_map(|row| row.iter().map(|field| field.chars.clone())).collect();
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

/// The one column that a field stands in; `None` where it reaches into several, or stands nearer to none.
fn column_of(field: &Field, columns: &[Range<usize>]) -> Option<usize> {
    let overlaps = |column: &Range<usize>| column.start < field.chars.end && field.chars.start < column.end;
    let mut hits = columns.iter().enumerate().filter(|(_, column)| overlaps(column));
    let first = hits.next();
    match (first, hits.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use crate::model::source::{Layout, Table};

    fn one(text: &str) -> Table {
        let mut tables = find(text, &[]);
        assert_eq!(tables.len(), 1, "{text}: {tables:?}");
        tables.remove(0)
    }

    fn cell<'a>(text: &'a str, table: &Table, row: u32, col: u32) -> &'a str {
        &text[table.cell(row, col).unwrap().span.range()]
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
            assert!(find(text, &[]).is_empty(), "{text}");
        }
    }
}
