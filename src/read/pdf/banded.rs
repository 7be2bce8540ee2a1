//! Tables with lines between their rows only: browsers draw such a line cell by cell, and where its pieces meet stand the
//! columns' edges.

use super::fields::{Field, field, is_year, pieces};
use super::ruled::{RuledCell, RuledTable, columns, fill};
use super::words::{Line, PageText};
use std::ops::Range;

/// Places closer than this are the same, in points.
const NEAR: f32 = 1.2;
/// A row is at most so high.
const ROW: f32 = 140.0;
/// So many pieces of a page are looked at: one with more is a drawing.
const PIECES: usize = 6000;

/// A line across, drawn in pieces that meet.
#[derive(Clone, Debug)]
struct Rule {
    at: f32,
    /// Where its pieces begin, and where the last one ends.
    cuts: Vec<f32>,
}

/// Takes the tables out of a page whose columns the lines between their rows tell: their words leave its lines. What
/// stands inside other tables is theirs.
pub fn take_tables(page: &mut PageText, others: &[RuledTable], rows: &[RuledTable]) -> Vec<RuledTable> {
    let is_free = |r: &&[f32; 4]| {
        let inside = |t: &RuledTable| t.bounds[1] - NEAR <= r[1] && r[3] <= t.bounds[3] + NEAR;
        r[2] - r[0] > 8.0 && r[3] - r[1] < 3.0 && !others.iter().chain(rows).any(inside)
    };
    if page.rules.len() < 4 || page.rules.len() > PIECES {
        return Vec::new();
    }
    let found = rules(page.rules.iter().filter(is_free).copied().collect());
    let mut tables: Vec<RuledTable> = groups(&found).into_iter().filter_map(|group| table(&group, page)).collect();
    tables.retain_mut(|table| fill(table, page, 4));
    tables
}

/// The lines across that are drawn in several pieces, or may be a part of one such, from the top down.
fn rules(mut drawn: Vec<[f32; 4]>) -> Vec<Rule> {
    drawn.sort_by(|a, b| a[1].total_cmp(&b[1]));
    let mut out: Vec<Rule> = Vec::new();
    for row in drawn.chunk_by(|a, b| b[1] - a[1] <= 0.3) {
        let mut row = row.to_vec();
        row.sort_by(|a, b| a[0].total_cmp(&b[0]));
        // Where a page begins with headings again, lines are drawn twice.
        row.dedup_by(|b, a| (b[0] - a[0]).abs() <= NEAR && (b[2] - a[2]).abs() <= NEAR);
        let at = row.iter().map(|r| (r[1] + r[3]) / 2.0).sum::<f32>() / row.len() as f32;
        for run in row.chunk_by(|a, b| (b[0] - a[2]).abs() <= NEAR) {
            let mut cuts: Vec<f32> = run.iter().map(|r| r[0]).collect();
            cuts.extend(run.last().map(|r| r[2]));
            out.push(Rule { at, cuts });
        }
    }
    out
}

/// Is a place one of a table's edges?
fn is_edge(edges: &[f32], place: f32) -> bool {
    edges.iter().any(|edge| (edge - place).abs() <= NEAR)
}

/// Lines below each other that are cut at the same places; two or more of them make a table.
fn groups(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for rule in rules {
        let goes_on = |group: &&mut Vec<Rule>| {
            let widest = group.iter().max_by_key(|rule| rule.cuts.len()).map_or(&[][..], |rule| &rule.cuts[..]);
            let (more, less) =
                if widest.len() >= rule.cuts.len() { (widest, &rule.cuts[..]) } else { (&rule.cuts[..], widest) };
            let near = group.last().is_some_and(|last| rule.at - last.at < ROW);
            near && less.iter().all(|cut| is_edge(more, *cut))
        };
        match groups.iter_mut().rev().take(3).find(goes_on) {
            Some(group) => group.push(rule.clone()),
            None => groups.push(vec![rule.clone()]),
        }
    }
    let widest = |group: &[Rule]| group.iter().map(|rule| rule.cuts.len()).max().unwrap_or(0);
    groups.retain(|group| {
        let most = widest(group);
        most > 2 && group.iter().filter(|rule| rule.cuts.len() == most).count() > 1
    });
    groups
}

/// The table of such lines: the row over the first of them has no line above it, one below the last none below.
fn table(rules: &[Rule], page: &PageText) -> Option<RuledTable> {
    let xs = rules.iter().map(|rule| &rule.cuts).max_by_key(|cuts| cuts.len())?.clone();
    let mut ys: Vec<f32> = rules.iter().map(|rule| rule.at).collect();
    ys.dedup_by(|b, a| *b - *a <= NEAR);
    let above = beyond(page, &xs, ys[0], false);
    let below = beyond(page, &xs, *ys.last()?, true);
    if let Some(above) = above {
        ys.insert(0, above);
    }
    ys.extend(below);
    let (rows, cols) = (ys.len() - 1, xs.len() - 1);
    if rows < 2 || cols > 60 || rows > 400 {
        return None;
    }
    // Figures at once: the headings, which no line closes, stand further up.
    let is_first = |line: &&Line| ys[0] < line.base() && line.base() < ys[1] && line.x1() > xs[0];
    let is_value = |piece: Field| piece.figure && !is_year(&piece);
    if page.lines.iter().filter(is_first).any(|line| pieces(&line.words).map(field).any(is_value)) {
        return None;
    }
    let is_closed = |y: f32, col: usize| {
        let middle = (xs[col] + xs[col + 1]) / 2.0;
        let spans = |rule: &Rule| rule.cuts.first() < Some(&middle) && Some(&middle) < rule.cuts.last();
        rules.iter().any(|rule| (rule.at - y).abs() <= NEAR && spans(rule))
    };
    let mut taken = vec![false; rows * cols];
    let mut cells = Vec::new();
    for row in 0..rows {
        // Cells that reach into the next row.
        for col in 0..cols {
            let mut height = 1;
            while !taken[row * cols + col] && row + height < rows && !is_closed(ys[row + height], col) {
                height += 1;
            }
            if height > 1 {
                (row..row + height).for_each(|r| taken[r * cols + col] = true);
                cells.push((row, col..col + 1, height));
            }
        }
        let free: Vec<bool> = (0..cols).map(|col| !taken[row * cols + col]).collect();
        for run in runs(page, &xs, ys[row]..ys[row + 1], &free) {
            cells.push((row, run, 1));
        }
    }
    cells.sort_by_key(|(row, cols, _)| (*row, cols.start));
    let cell = |(row, cols, height): (usize, Range<usize>, usize)| RuledCell {
        row,
        col: cols.start,
        row_span: height,
        col_span: cols.len(),
        bounds: [xs[cols.start], ys[row], xs[cols.end], ys[row + height]],
        lines: Vec::new(),
    };
    let cells = cells.into_iter().map(cell).collect();
    let bounds = [xs[0], ys[0], xs[cols], ys[rows]];
    Some(RuledTable { bounds, xs, rows, cells, open: false })
}

/// Where the row begins that stands over a table's first line, or ends that stands under its last one; `None` where the
/// text there is no row of it.
fn beyond(page: &PageText, xs: &[f32], at: f32, below: bool) -> Option<f32> {
    let (left, right) = (xs[0], *xs.last()?);
    let is_beside = |line: &&Line| line.x1() > left && line.x0() < right;
    let is_beyond = |line: &&Line| if below { line.top() >= at - NEAR } else { line.base() <= at };
    let mut lines: Vec<&Line> = page.lines.iter().filter(is_beside).filter(is_beyond).collect();
    if !below {
        lines.reverse();
    }
    let first = lines.first()?;
    let distance = if below { first.top() - at } else { at - first.base() };
    if distance > 1.6 * first.size() {
        return None;
    }
    let close = |pair: &[&Line]| (pair[1].base() - pair[0].base()).abs() <= 1.6 * pair[0].size();
    let count = 1 + lines.windows(2).take_while(|pair| close(pair)).count();
    let row = &lines[..count];
    let mut hit = vec![false; xs.len() - 1];
    for line in row {
        for piece in pieces(&line.words).map(field) {
            // A sentence reaches over the table's edge, or from the first column into the next ones.
            let over = columns(xs, piece.x0, piece.x1);
            if piece.x0 < left - NEAR || piece.x1 > right + NEAR || over.start == 0 && over.len() > 1 {
                return None;
            }
            over.for_each(|col| hit[col] = true);
        }
    }
    let figures = row.iter().any(|line| pieces(&line.words).map(field).any(|piece| piece.figure));
    let fits = if below { figures && hit[0] } else { hit[1..].iter().any(|hit| *hit) };
    let top = row.iter().map(|line| line.top()).fold(f32::MAX, f32::min);
    let bottom = row.iter().map(|line| line.base()).fold(f32::MIN, f32::max);
    fits.then_some(if below { bottom + 4.0 } else { top - 4.0 })
}

/// A row's cells: what reaches over an edge makes one of those beside it, and so does a heading that stands in the middle
/// of several.
fn runs(page: &PageText, xs: &[f32], row: Range<f32>, free: &[bool]) -> Vec<Range<usize>> {
    let cols = xs.len() - 1;
    let inside =
        |line: &&Line| row.start < line.base() - 0.3 * line.size() && line.base() - 0.3 * line.size() < row.end;
    let mut joined = vec![false; cols + 1];
    // From where to where text stands in each column, and whether figures do.
    let mut extents: Vec<Option<Range<f32>>> = vec![None; cols];
    let mut figures = false;
    for line in page.lines.iter().filter(inside) {
        for piece in pieces(&line.words).map(field).filter(|p| p.x1 > xs[0] && p.x0 < xs[cols]) {
            figures |= piece.figure;
            let over = columns(xs, piece.x0, piece.x1);
            (over.start + 1..over.end).for_each(|edge| joined[edge] = true);
            for extent in &mut extents[over] {
                let wide = extent.get_or_insert(piece.x0..piece.x1);
                *wide = wide.start.min(piece.x0)..wide.end.max(piece.x1);
            }
        }
    }
    (1..cols).filter(|&edge| !free[edge] || !free[edge - 1]).for_each(|edge| joined[edge] = false);
    let mut out: Vec<Range<usize>> = Vec::new();
    for col in (0..cols).filter(|&col| free[col]) {
        match out.last_mut().filter(|run| run.end == col && joined[col]) {
            Some(run) => run.end = col + 1,
            None => out.push(col..col + 1),
        }
    }
    if figures {
        return out;
    }
    let text = |run: &Range<usize>| extents[run.start].clone();
    let mut at = 0;
    while at < out.len() {
        let wide = text(&out[at]).and_then(|wide| in_the_middle(xs, &out, at, &wide, &|run| text(run).is_none()));
        if let Some(wide) = wide {
            let columns = out[wide.start].start..out[wide.end - 1].end;
            out.splice(wide.clone(), [columns]);
            at = wide.start;
        }
        at += 1;
    }
    out
}

/// Which cells around one that are empty a heading stands in the middle of, where it does not in its own.
fn in_the_middle(
    xs: &[f32],
    cells: &[Range<usize>],
    at: usize,
    text: &Range<f32>,
    is_empty: &dyn Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let off = |cells: &[Range<usize>]| {
        let (left, right) = (xs[cells[0].start], xs[cells[cells.len() - 1].end]);
        ((left + right) - (text.start + text.end)).abs() / 2.0
    };
    let is_next = |a: usize, b: usize| cells[a].end == cells[b].start;
    let mut from = at;
    while from > 0 && is_empty(&cells[from - 1]) && is_next(from - 1, from) {
        from -= 1;
    }
    let mut to = at + 1;
    while to < cells.len() && is_empty(&cells[to]) && is_next(to - 1, to) {
        to += 1;
    }
    let wider = (from..=at).flat_map(|start| (at + 1..=to).map(move |end| start..end)).filter(|wide| wide.len() > 1);
    let best = wider.min_by(|a, b| off(&cells[a.clone()]).total_cmp(&off(&cells[b.clone()])))?;
    (off(&cells[at..at + 1]) > 2.0 && off(&cells[best.clone()]) <= 2.0).then_some(best)
}
