//! The headings of tables without lines: which of them stands over which column.

use super::fields::{Field, Row, field as field_of, pieces};
use super::groups;
use super::heading::{HeadCell, Heads, Item};
use super::words::Line;
use std::ops::Range;

/// The heading of each column, and whether headings and columns pair up one to one.
pub fn head<'r, 'l: 'r>(
    rows: impl Iterator<Item = &'r Row<'l>>,
    labels: &[Range<f32>],
    columns: &[Range<f32>],
) -> Heads {
    let all: Vec<Range<f32>> = labels.iter().chain(columns).cloned().collect();
    let lines: Vec<Vec<Item>> = rows.map(|row| items(row, &all)).collect();
    let mut heads = groups::stacked(&lines, labels, columns).unwrap_or_else(|| by_order(&lines, labels, columns));
    heads.part(&all);
    heads.sure &= lines.len() < 2 || heads.are_distinct(labels.len());
    heads
}

fn items<'l>(row: &Row<'l>, columns: &[Range<f32>]) -> Vec<Item<'l>> {
    let fields = row.fields.iter().flat_map(|field| over_columns(field, columns));
    fields.map(|field| Item { field, base: row.base }).collect()
}

/// Headings that stand beside their figures pair up with them from left to right.
fn by_order(lines: &[Vec<Item>], labels: &[Range<f32>], columns: &[Range<f32>]) -> Heads {
    let clusters = clusters(lines.iter().flatten().copied().collect());
    let total: usize = clusters.iter().map(|cluster| cluster.leaves.len()).sum();
    let rows = if clusters.iter().any(|cluster| !cluster.above.is_empty()) { 2 } else { 1 };
    // From the right: headings over labels may be missing, headings over figures not.
    let over_labels = total.saturating_sub(columns.len());
    let pairs = total >= columns.len() && over_labels <= labels.len();
    let mut sure = pairs;
    let mut cells: Vec<HeadCell> = Vec::new();
    let mut add = |row: u32, col: usize, row_span: u32, col_span: usize, own: Vec<Line>| match cells
        .iter_mut()
        .find(|cell| (cell.row, cell.col) == (row, col))
    {
        Some(cell) => {
            cell.lines.extend(own);
            false
        }
        None => {
            cells.push(HeadCell { row, col, row_span, col_span, lines: own });
            true
        }
    };
    let mut index = 0usize;
    for cluster in clusters {
        let extent = &cluster.extent;
        let by_place = columns
            .iter()
            .position(|c| c.start < extent.end && extent.start < c.end)
            .or_else(|| nearest_by_middle(columns, (extent.start + extent.end) / 2.0, extent.start));
        let column = if pairs { index.checked_sub(over_labels) } else { by_place };
        let width = cluster.leaves.len();
        let at = column.map_or(index.min(labels.len() - 1), |column| labels.len() + column);
        index += width;
        match column {
            // Columns far from their headings are paired by order, yet not when they stand over another one.
            Some(column) if pairs => {
                let own = column..column + width;
                let others = columns.iter().enumerate().filter(|(at, _)| !own.contains(at));
                sure &= others.into_iter().all(|(_, c)| extent.end <= c.start || c.end <= extent.start);
            }
            None if pairs => {
                // A heading over the labels stands over them; else it may be that of a column without figures.
                let is_over = |label: &Range<f32>| extent.start < label.end + 6.0 && label.start < extent.end + 6.0;
                sure &= width == 1 && labels.iter().any(is_over);
            }
            _ => {}
        }
        if !pairs || cluster.above.is_empty() {
            let lines = cluster.above.iter().chain(cluster.leaves.iter().flatten()).map(Item::line).collect();
            sure &= add(0, at, rows, 1, lines) && width == 1;
            continue;
        }
        add(0, at, 1, width, cluster.above.iter().map(Item::line).collect());
        for (leaf, items) in cluster.leaves.iter().enumerate() {
            let wide = items.iter().map(|item| item.field.x0..item.field.x1);
            let strange = columns.iter().enumerate().filter(|(other, _)| Some(*other) != column.map(|c| c + leaf));
            sure &= strange.into_iter().all(|(_, c)| wide.clone().all(|w| w.end <= c.start || c.end <= w.start));
            add(1, at + leaf, 1, 1, items.iter().map(Item::line).collect());
        }
    }
    Heads { rows: if pairs { rows } else { 1 }, cells, sure }
}

/// Pieces of headings that overlap across the headings' lines.
struct Cluster<'l> {
    extent: Range<f32>,
    /// What stands above several headings.
    above: Vec<Item<'l>>,
    /// The headings of single columns, from left to right.
    leaves: Vec<Vec<Item<'l>>>,
}

/// Headings wrap: what overlaps across the heading's lines is one heading, or one above several.
fn clusters(mut items: Vec<Item<'_>>) -> Vec<Cluster<'_>> {
    items.sort_by(|a, b| a.field.x0.total_cmp(&b.field.x0));
    let mut found: Vec<(Range<f32>, Vec<Item>)> = Vec::new();
    for item in items {
        match found.last_mut().filter(|(extent, _)| item.field.x0 < extent.end) {
            Some((extent, members)) => {
                extent.end = extent.end.max(item.field.x1);
                members.push(item);
            }
            None => found.push((item.field.x0..item.field.x1, vec![item])),
        }
    }
    found.into_iter().map(|(extent, members)| cluster(extent, members)).collect()
}

fn cluster(extent: Range<f32>, mut members: Vec<Item<'_>>) -> Cluster<'_> {
    members.sort_by(|a, b| a.base.total_cmp(&b.base));
    let last = members.last().map_or(0.0, |item| item.base);
    let mut lowest: Vec<Item> = members.iter().filter(|item| item.base > last - 1.0).copied().collect();
    if lowest.len() < 2 || lowest.len() == members.len() {
        return Cluster { extent, above: Vec::new(), leaves: vec![members] };
    }
    let above = members[..members.len() - lowest.len()].to_vec();
    lowest.sort_by(|a, b| a.field.x0.total_cmp(&b.field.x0));
    Cluster { extent, above, leaves: lowest.into_iter().map(|item| vec![item]).collect() }
}

/// A heading that stands close to the next one, taken apart where each part stands over columns of its own.
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
    let is_each_own =
        places.iter().all(|place| !place.is_empty()) && places.windows(2).all(|pair| pair[0].last() < pair[1].first());
    if is_each_own { parts } else { vec![*field] }
}

fn nearest_by_middle(columns: &[Range<f32>], middle: f32, from: f32) -> Option<usize> {
    let distance = |c: &Range<f32>| ((c.start + c.end) / 2.0 - middle).abs();
    let (at, column) = columns.iter().enumerate().min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)))?;
    (from > columns[0].start - 60.0 || distance(column) < 40.0).then_some(at)
}
