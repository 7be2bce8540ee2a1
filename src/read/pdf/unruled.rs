//! Tables without lines: figures that stand in columns under headings.

use super::fields::{Field, Row, is_year};
use super::heading::{HeadCell, Heads};
use super::heads::{head, over_columns};
use super::rows::{LABEL_LINES, Rows};
use super::words::Line;
use std::ops::Range;

/// So many rows without figures may stand between headings and figures.
const BLANK_ROWS: usize = 4;
/// From line to line in one label, at most, as a multiple of the letters' size.
const LABEL_PITCH: f32 = 1.55;

/// A table found by alignment.
#[derive(Debug)]
pub struct UnruledTable {
    /// The lines (by index) that it takes.
    pub lines: Range<usize>,
    pub heads: Vec<HeadCell>,
    /// How many rows the headings take; none where the table only goes on with the one before.
    pub head_rows: u32,
    /// Row by row under the headings, and in a row column by column, the lines of text of each cell.
    pub rows: Vec<Vec<Vec<Line>>>,
    /// From where to where each column reaches.
    pub columns: Vec<Range<f32>>,
    pub guessed: bool,
    /// Rows of figures without any heading, which nothing before can explain: no sentence either.
    pub alone: bool,
}

/// All tables among the lines, in order.
pub fn find(lines: &[Line]) -> Vec<UnruledTable> {
    let rows = Rows::of(lines);
    let mut found = find_in(lines, &rows, 0..lines.len(), false);
    // What the others leave may still be rows of figures.
    let ends = std::iter::once(0).chain(found.iter().map(|table| table.lines.end));
    let starts = found.iter().map(|table| table.lines.start).chain(std::iter::once(lines.len()));
    let left: Vec<Range<usize>> = ends.zip(starts).map(|(end, start)| end..start).collect();
    found.extend(left.into_iter().flat_map(|range| find_in(lines, &rows, range, true)));
    found.sort_by_key(|table| table.lines.start);
    found
}

/// The tables in a range of lines; with `alone` those without headings.
fn find_in(lines: &[Line], rows: &Rows<'_>, range: Range<usize>, alone: bool) -> Vec<UnruledTable> {
    let mut found: Vec<UnruledTable> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let free_from = found.last().map_or(range.start, |table| table.lines.end);
        let until = alone.then_some(range.end);
        match rows.is_body(at).then(|| table(lines, rows, free_from, at, until)).flatten() {
            Some(table) => {
                at = table.lines.end;
                found.push(table);
            }
            None => at += 1,
        }
    }
    found
}

/// The table whose first row of figures is line `first`; headings may come from the lines after `free_from`. Where
/// `until` says how far it may reach, it may also be one without headings.
fn table(
    lines: &[Line],
    rows: &Rows<'_>,
    free_from: usize,
    first: usize,
    until: Option<usize>,
) -> Option<UnruledTable> {
    let lines = &lines[..until.unwrap_or(lines.len())];
    let mut end = first + 1;
    let mut last_body = first;
    let mut bodies = 1;
    while let Some(row) = rows.get(end).filter(|_| end < lines.len()) {
        let pitch = row.base - rows.get(end - 1).map_or(row.base, |before| before.base);
        if !(row.is_body() || row.is_label()) || pitch > 4.0 * lines[end].size() {
            break;
        }
        if row.is_body() {
            bodies += 1;
            last_body = end;
        } else if end - last_body > 2 && (end - last_body > LABEL_LINES || pitch > LABEL_PITCH * lines[end].size()) {
            break;
        }
        end += 1;
    }
    end = last_body + 1;
    // The last row's label may go on below its figures.
    let is_below = |at: usize| {
        let before = rows.get(at - 1).map_or(0.0, |row| row.base);
        rows.get(at).is_some_and(|row| row.is_label() && row.base - before < LABEL_PITCH * lines[at].size())
    };
    while end < lines.len() && is_below(end) {
        end += 1;
    }
    // Lines right above the first figures may be the beginning of that row's label.
    let before = labels_before(lines, rows, free_from, first);
    let mut own: Vec<Row> = rows.range(before..end).cloned().collect();
    let is_by_year = own.iter().filter(|row| row.is_body()).all(|row| is_year(&row.fields[0]));
    if is_by_year {
        own.iter_mut().filter(|row| row.is_body()).for_each(|row| row.fields[0].figure = false);
    }
    let body = || own.iter().filter(|row| row.is_body());
    let columns = value_columns(body());
    let widest = body().map(|row| row.fields.iter().filter(|f| f.figure).count()).max().unwrap_or(0);
    if columns.is_empty() || (columns.len() < 2 && bodies < 3) {
        return None;
    }
    let left = columns[0].start;
    let labels = label_columns(body(), left);
    // A label that reaches into the figures hides one, or has one in it.
    let reaches_in =
        body().any(|row| row.fields.iter().any(|field| !field.figure && field.x0 < left && field.x1 > left + 1.0));
    let all = Columns { left, all: labels.iter().chain(&columns).cloned().collect() };
    let is_left = own[..first - before].iter().all(|row| row.fields[0].x1 < left + 2.0);
    let mut start = if is_left { head_start(lines, rows, free_from, before, &all) } else { before };
    let mut top = before;
    let whole = own.clone();
    if start == before {
        top = first;
        start = head_start(lines, rows, free_from, first, &all);
        own.drain(..first - before);
    }
    let mut blank = 0;
    if start == top {
        // The first rows may have no figures at all: labels in their column, and the headings above them.
        let above = blank_rows(lines, rows, free_from, before, &all);
        let over = head_start(lines, rows, free_from, above, &all);
        if over < above {
            (start, top, blank) = (over, above, before - above);
            own = rows.range(above..before).cloned().chain(whole.iter().cloned()).collect();
        }
    }
    // Only a page's first lines can go on with a table of the page before; elsewhere nothing says what the columns are.
    let headless = start == top;
    let mut guessed = columns.len() < widest || reaches_in;
    let alone = headless && (before > 0 || !is_left);
    if alone && (until.is_none() || !is_grid(whole.iter().filter(|row| row.is_body()))) {
        return None;
    }
    guessed |= alone;
    let mut heads = Heads { rows: 0, cells: Vec::new(), sure: true };
    if headless {
        if is_left {
            (own, start) = (whole, before);
        }
    } else {
        heads = head(rows.range(start..top), &labels, &columns);
    }
    // One row alone is a table where it has several figures.
    if bodies < 2 && !headless && columns.len() < 2 {
        return None;
    }
    guessed |= !heads.sure;
    let width = labels.len() + columns.len();
    // The headings' place, which labels below may not join.
    let mut out: Vec<Vec<Vec<Line>>> = vec![Vec::new()];
    let mut bases: Vec<(f32, bool)> = vec![(f32::MIN, true)];
    let mut lost = false;
    for row in &own {
        let mut cells: Vec<Vec<Line>> = vec![Vec::new(); width];
        for field in &row.fields {
            let at = if field.figure && field.x1 > left {
                nearest(&columns, field).map(|(at, sure)| {
                    guessed |= !sure;
                    labels.len() + at
                })
            } else {
                Some(label_column(&labels, field))
            };
            let Some(cell) = at.and_then(|at| cells.get_mut(at)) else {
                lost = true;
                continue;
            };
            guessed |= field.figure && !cell.is_empty();
            cell.push(Line { words: field.words.to_vec() });
        }
        out.push(cells);
        bases.push((row.base, row.is_body() || bases.len() <= blank));
    }
    if alone && lost {
        return None;
    }
    join_labels(&mut out, &bases);
    out.remove(0);
    let columns = labels.into_iter().chain(columns).collect();
    let (heads, head_rows) = (heads.cells, heads.rows);
    Some(UnruledTable { lines: start..end, heads, head_rows, rows: out, columns, guessed, alone })
}

/// True for rows that are plainly a table's, although no heading says so: most have several figures.
fn is_grid<'r>(body: impl Iterator<Item = &'r Row<'r>>) -> bool {
    let has_digit = |field: &&Field| field.words.iter().any(|word| word.text.bytes().any(|b| b.is_ascii_digit()));
    let (mut all, mut wide) = (0, 0);
    for row in body {
        all += 1;
        wide += usize::from(row.fields.iter().filter(|field| field.figure).filter(has_digit).count() > 1);
    }
    wide > 1 && 2 * wide > all
}

/// The first of the lines of a label that ends beside its figures in line `first`.
fn labels_before(lines: &[Line], rows: &Rows<'_>, free_from: usize, first: usize) -> usize {
    let mut at = first;
    while at > free_from && first - at < LABEL_LINES {
        let Some(row) = rows.get(at - 1).filter(|row| row.is_label()) else { break };
        if lines[at].base() - row.base > LABEL_PITCH * lines[at].size() {
            break;
        }
        at -= 1;
    }
    at
}

/// The first of the lines above a table's figures that are labels in the column of labels, without figures.
fn blank_rows(lines: &[Line], rows: &Rows<'_>, free_from: usize, first: usize, columns: &Columns) -> usize {
    let begins = columns.all.first().map_or(0.0, |column| column.start);
    let is_blank = |at: usize| {
        rows.get(at).is_some_and(|row| {
            let in_column = |field: &Field| (field.x0 - begins).abs() < 2.0 && field.x1 < columns.left + 2.0;
            row.is_label() && in_column(&row.fields[0]) && lines[at + 1].base() - row.base < 3.0 * lines[at].size()
        })
    };
    let mut at = first;
    while at > free_from && first - at < BLANK_ROWS && is_blank(at - 1) {
        at -= 1;
    }
    at
}

/// All columns of a table, and where the figures begin.
struct Columns {
    left: f32,
    all: Vec<Range<f32>>,
}

/// The columns of figures.
fn value_columns<'r>(body: impl Iterator<Item = &'r Row<'r>>) -> Vec<Range<f32>> {
    merged(body.flat_map(|row| row.fields.iter().filter(|f| f.figure).map(|f| f.x0..f.x1)).collect())
}

/// The columns of labels, left of the figures.
fn label_columns<'r>(body: impl Iterator<Item = &'r Row<'r>>, left: f32) -> Vec<Range<f32>> {
    let labels = body.flat_map(|row| row.fields.iter().filter(|f| !f.figure && f.x0 < left));
    let columns = merged(labels.map(|f| f.x0..f.x1.min(left)).collect());
    if columns.is_empty() { std::iter::once(0.0..left).collect() } else { columns }
}

/// Extents from left to right, what overlaps as one.
fn merged(mut extents: Vec<Range<f32>>) -> Vec<Range<f32>> {
    extents.sort_by(|a, b| a.start.total_cmp(&b.start));
    let mut columns: Vec<Range<f32>> = Vec::new();
    for extent in extents {
        match columns.last_mut() {
            Some(last) if extent.start < last.end => last.end = last.end.max(extent.end),
            _ => columns.push(extent),
        }
    }
    columns
}

/// The column of labels that a field stands in, or stands nearest to.
fn label_column(labels: &[Range<f32>], field: &Field) -> usize {
    let apart = |c: &Range<f32>| (field.x0 - c.end).max(c.start - field.x1);
    let nearest = labels.iter().enumerate().min_by(|a, b| apart(a.1).total_cmp(&apart(b.1)));
    nearest.map_or(0, |(at, _)| at)
}

/// The first line of the headings: lines right above with several fields, or with one over the figures.
fn head_start(lines: &[Line], rows: &Rows<'_>, free_from: usize, first: usize, columns: &Columns) -> usize {
    let left = columns.left;
    let parts = |row: &Row| row.fields.iter().map(|field| over_columns(field, &columns.all).len()).sum::<usize>();
    let ends = columns.all.iter().map(|column| column.end);
    let labels_end = ends.filter(|end| *end <= left).fold(f32::MIN, f32::max);
    let mut start = first;
    let mut at = first;
    while at > free_from {
        let Some(row) = rows.get(at - 1) else { break };
        let pitch = lines[at].base() - row.base;
        let over_figures = row.fields.last().is_some_and(|field| field.x1 > left);
        let is_single = parts(row) == 1;
        let near = if at == first { 4.0 } else { 2.2 };
        // In a wide column a heading may end left of its figures.
        let is_between = is_single && !over_figures && row.fields[0].x0 > labels_end + 2.0;
        let fits = is_between || over_figures && (!is_single || row.fields[0].x0 > labels_end.min(left - 30.0));
        // The heading of the labels may stand beside the middle of the others.
        let is_beside = at < first && !over_figures && row.is_label() && start - at < 2;
        if !(fits || is_beside) || pitch > near * lines[at].size() || is_row_of_figures(row) {
            break;
        }
        at -= 1;
        if fits {
            start = at;
        }
    }
    let has_headings = rows.range(start..first).any(|row| parts(row) > 1);
    if has_headings { start } else { first }
}

/// A row of figures is no heading, unless its figures are years.
fn is_row_of_figures(row: &Row) -> bool {
    row.is_body() && !row.fields.iter().filter(|field| field.figure).all(is_year)
}

/// The column that a figure stands in, and whether it overlaps no other.
fn nearest(columns: &[Range<f32>], field: &Field) -> Option<(usize, bool)> {
    let overlaps = |c: &Range<f32>| c.start < field.x1 && field.x0 < c.end;
    let mut hits = columns.iter().enumerate().filter(|(_, column)| overlaps(column));
    let (at, _) = hits.next()?;
    Some((at, hits.next().is_none()))
}

/// Which gap between lines (the first is 0) is clearly wider than all others.
fn widest_gap(bases: &[(f32, bool)]) -> Option<usize> {
    let gaps: Vec<f32> = bases.windows(2).map(|pair| pair[1].0 - pair[0].0).collect();
    let (at, widest) = gaps.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let second = gaps.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, gap)| *gap).fold(0.0, f32::max);
    (gaps.len() > 1 && widest > 1.12 * second).then_some(at)
}

/// Labels that go on in lines of their own join the row that they stand nearer to.
fn join_labels(rows: &mut Vec<Vec<Vec<Line>>>, bases: &[(f32, bool)]) {
    let mut out: Vec<Vec<Vec<Line>>> = Vec::new();
    let mut ahead: Vec<Vec<Vec<Line>>> = Vec::new();
    let add = |to: &mut Vec<Vec<Line>>, row: Vec<Vec<Line>>| {
        to.iter_mut().zip(row).for_each(|(cell, lines)| cell.extend(lines));
    };
    let begins_small = |row: &Vec<Vec<Line>>| {
        let first = row.iter().find_map(|cell| cell.first()).and_then(|line| line.words.first());
        first.is_some_and(|word| word.text.starts_with(char::is_lowercase))
    };
    let smalls: Vec<bool> = rows.iter().map(begins_small).collect();
    for (index, mut row) in std::mem::take(rows).into_iter().enumerate() {
        let is_body = bases[index].1;
        if is_body {
            for label in std::mem::take(&mut ahead).into_iter().rev() {
                let below = std::mem::replace(&mut row, label);
                add(&mut row, below);
            }
            out.push(row);
            continue;
        }
        // Between two rows of figures, lines of labels part where the widest gap is; a lone line, or one of several
        // without such a gap, belongs to the nearer row.
        let first = bases[..index].iter().rposition(|(_, is_body)| *is_body).map_or(index, |at| at + 1);
        let next = bases[index..].iter().position(|(_, is_body)| *is_body).map(|at| index + at);
        let end = next.unwrap_or(bases.len());
        // How far lines stand from the row that they may belong to is the widest gap on the way there.
        let gap = |between: Range<usize>| bases[between].windows(2).map(|p| p[1].0 - p[0].0).fold(0.0, f32::max);
        let mut above = if first > 1 { gap(first - 1..index + 1) } else { f32::MAX };
        let mut below = next.map_or(f32::MAX, |next| gap(index..next + 1));
        if let Some(cut) = widest_gap(&bases[first - 1..end + usize::from(next.is_some())]).filter(|_| first > 1) {
            // The cut is counted in gaps from the row above.
            (above, below) = if index - first < cut { (0.0, f32::MAX) } else { (f32::MAX, 0.0) };
        }
        match out.last_mut() {
            Some(last) if above < 0.9 * below && first > 1 => add(last, row),
            _ if below < 0.9 * above => ahead.push(row),
            // Rows as close as lines: small letters go on.
            Some(last) if first > 1 && begins_small(&row) => add(last, row),
            _ if next.is_some_and(|next| smalls[next]) => ahead.push(row),
            _ => out.push(row),
        }
    }
    *rows = out;
}
