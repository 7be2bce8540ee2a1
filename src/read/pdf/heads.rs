//! The headings of tables without lines: which of them stands over which column.

use super::fields::{Field, Row, field as field_of, pieces};
use super::words::Line;
use std::ops::Range;

/// The heading of each column, and whether headings and columns pair up one to one.
pub fn head<'r, 'l: 'r>(
    rows: impl Iterator<Item = &'r Row<'l>>,
    labels: &[Range<f32>],
    columns: &[Range<f32>],
) -> (Vec<Vec<Line>>, bool) {
    // Headings wrap: what overlaps across the heading's lines is one heading.
    let all: Vec<Range<f32>> = labels.iter().chain(columns).cloned().collect();
    let fields: Vec<Field> = rows.flat_map(|row| &row.fields).flat_map(|field| over_columns(field, &all)).collect();
    let mut order: Vec<usize> = (0..fields.len()).collect();
    order.sort_by(|&a, &b| fields[a].x0.total_cmp(&fields[b].x0));
    let mut heads: Vec<(Range<f32>, Vec<usize>)> = Vec::new();
    for at in order {
        match heads.last_mut().filter(|(extent, _)| fields[at].x0 < extent.end) {
            Some((extent, members)) => {
                extent.end = extent.end.max(fields[at].x1);
                members.push(at);
            }
            None => heads.push((fields[at].x0..fields[at].x1, vec![at])),
        }
    }
    let width = labels.len() + columns.len();
    let mut cells: Vec<Vec<Line>> = vec![Vec::new(); width];
    // From the right: headings over labels may be missing, headings over figures not.
    let over_labels = heads.len().saturating_sub(columns.len());
    let pairs = heads.len() >= columns.len() && over_labels <= labels.len();
    let mut sure = pairs;
    for (index, (extent, mut members)) in heads.into_iter().enumerate() {
        let by_place = columns
            .iter()
            .position(|c| c.start < extent.end && extent.start < c.end)
            .or_else(|| nearest_by_middle(columns, (extent.start + extent.end) / 2.0, extent.start));
        let column = if pairs { index.checked_sub(over_labels) } else { by_place };
        if let (true, Some(column)) = (pairs, column) {
            // Columns far from their headings are paired by order, yet not when they stand over another one.
            sure &= columns
                .iter()
                .enumerate()
                .all(|(at, c)| at == column || extent.end <= c.start || c.end <= extent.start);
        }
        if pairs && column.is_none() {
            // A heading over the labels stands over them; else it may be that of a column without figures.
            sure &= labels.iter().any(|label| extent.start < label.end + 6.0 && label.start < extent.end + 6.0);
        }
        members.sort_by(|&a, &b| fields[a].words[0].base.total_cmp(&fields[b].words[0].base));
        let at = column.map_or(index.min(labels.len() - 1), |column| labels.len() + column);
        sure &= cells[at].is_empty();
        cells[at].extend(members.into_iter().map(|at| Line { words: fields[at].words.to_vec() }));
    }
    (cells, sure)
}

/// A heading that stands close to the next one, taken apart where each part stands over a column of its own.
pub fn over_columns<'l>(field: &Field<'l>, columns: &[Range<f32>]) -> Vec<Field<'l>> {
    let over = |field: &Field| -> Vec<usize> {
        let hit = columns.iter().enumerate().filter(|(_, column)| column.start < field.x1 && field.x0 < column.end);
        hit.map(|(at, _)| at).collect()
    };
    let parts: Vec<Field> = pieces(field.words).map(field_of).collect();
    if parts.len() < 2 || over(field).len() < 2 {
        return vec![*field];
    }
    let places: Vec<Vec<usize>> = parts.iter().map(over).collect();
    let is_each_own = places.iter().all(|place| place.len() == 1) && places.windows(2).all(|pair| pair[0] < pair[1]);
    if is_each_own { parts } else { vec![*field] }
}

fn nearest_by_middle(columns: &[Range<f32>], middle: f32, from: f32) -> Option<usize> {
    let distance = |c: &Range<f32>| ((c.start + c.end) / 2.0 - middle).abs();
    let (at, column) = columns.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))?;
    (from > columns[0].start - 60.0 || distance(column) < 40.0).then_some(at)
}
