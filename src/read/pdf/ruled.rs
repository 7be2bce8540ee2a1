//! Tables from drawn lines: where horizontal and vertical lines make a grid, its fields are cells.

use super::fields::{field, pieces};
use super::words::{Line, PageText, Word};
use std::ops::Range;

/// Places closer than this are the same, in points.
const NEAR: f32 = 3.0;
/// What reaches less far over an edge stands beside it, in points.
const INTO: f32 = 1.2;
/// Lines of one page that are looked at; a page with more is a drawing.
const RULES: usize = 6000;

/// A table on a page.
#[derive(Debug)]
pub struct RuledTable {
    /// Left, top, right, bottom.
    pub bounds: [f32; 4],
    /// The columns' edges.
    pub xs: Vec<f32>,
    pub rows: usize,
    pub cells: Vec<RuledCell>,
    /// True where no line closes the last row: it may go on on the next page.
    pub open: bool,
}

/// A field of a grid, merged where no line divides it from the next.
#[derive(Debug)]
pub struct RuledCell {
    pub row: usize,
    pub col: usize,
    pub row_span: usize,
    pub col_span: usize,
    /// Left, top, right, bottom.
    pub bounds: [f32; 4],
    /// The lines of text in it.
    pub lines: Vec<Line>,
}

impl RuledTable {
    /// From where to where each column reaches.
    pub fn columns(&self) -> Vec<Range<f32>> {
        self.xs.windows(2).map(|pair| pair[0]..pair[1]).collect()
    }
}

impl RuledCell {
    /// Where lines in the cell end at the latest: as far from its side as they start from the other.
    pub fn right(&self) -> f32 {
        let left = self.lines.iter().map(Line::x0).fold(self.bounds[2], f32::min);
        self.bounds[2] - (left - self.bounds[0]).clamp(0.0, 8.0)
    }
}

/// A line along one axis: where it stands, and from where to where.
#[derive(Clone, Copy, Debug)]
struct Edge {
    at: f32,
    from: f32,
    to: f32,
}

/// Takes the tables out of a page: their words leave its lines. The second list are single rows, whose words stay: a
/// frame or a form's line, or what the page had room for of a table (`take_row`).
pub fn take_tables(page: &mut PageText) -> (Vec<RuledTable>, Vec<RuledTable>) {
    if page.rules.is_empty() || page.rules.len() > RULES {
        return (Vec::new(), Vec::new());
    }
    let across = edges(page.rules.iter().filter(|r| r[2] - r[0] > r[3] - r[1]).map(|r| Edge {
        at: (r[1] + r[3]) / 2.0,
        from: r[0],
        to: r[2],
    }));
    let down = edges(page.rules.iter().filter(|r| r[2] - r[0] <= r[3] - r[1]).map(|r| Edge {
        at: (r[0] + r[2]) / 2.0,
        from: r[1],
        to: r[3],
    }));
    let mut tables: Vec<RuledTable> =
        groups(&across, &down).into_iter().filter_map(|(h, v)| table(&h, &v, page)).collect();
    tables.sort_by(|a, b| a.bounds[1].total_cmp(&b.bounds[1]).then(a.bounds[0].total_cmp(&b.bounds[0])));
    let (single, mut tables): (Vec<_>, Vec<_>) = tables.into_iter().partition(|table| table.rows == 1);
    tables.retain_mut(|table| fill(table, page, 3));
    (tables, single)
}

/// Takes a single row out of a page as a table.
pub fn take_row(row: &mut RuledTable, page: &mut PageText) -> bool {
    fill(row, page, 1)
}

/// Joins pieces of one line.
fn edges(pieces: impl Iterator<Item = Edge>) -> Vec<Edge> {
    let mut pieces: Vec<Edge> = pieces.collect();
    pieces.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut edges: Vec<Edge> = Vec::new();
    let mut start = 0;
    while start < pieces.len() {
        let at = pieces[start].at;
        let end = start + pieces[start..].iter().take_while(|piece| piece.at - at <= 1.5).count();
        let row = &mut pieces[start..end];
        row.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut open: Option<Edge> = None;
        for piece in row.iter() {
            match &mut open {
                Some(edge) if piece.from <= edge.to + NEAR => edge.to = edge.to.max(piece.to),
                _ => edges.extend(open.replace(*piece)),
            }
        }
        edges.extend(open);
        start = end;
    }
    edges
}

/// Groups of lines that touch each other.
fn groups(across: &[Edge], down: &[Edge]) -> Vec<(Vec<Edge>, Vec<Edge>)> {
    let mut parent: Vec<usize> = (0..across.len() + down.len()).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    for (i, h) in across.iter().enumerate() {
        for (j, v) in down.iter().enumerate() {
            let crosses =
                (h.from - NEAR..=h.to + NEAR).contains(&v.at) && (v.from - NEAR..=v.to + NEAR).contains(&h.at);
            if crosses {
                let (a, b) = (root(&mut parent, i), root(&mut parent, across.len() + j));
                parent[b] = a;
            }
        }
    }
    let mut groups: std::collections::BTreeMap<usize, (Vec<Edge>, Vec<Edge>)> = std::collections::BTreeMap::new();
    for (i, h) in across.iter().enumerate() {
        groups.entry(root(&mut parent, i)).or_default().0.push(*h);
    }
    for (j, v) in down.iter().enumerate() {
        groups.entry(root(&mut parent, across.len() + j)).or_default().1.push(*v);
    }
    groups.into_values().collect()
}

fn places(edges: &[Edge]) -> Vec<f32> {
    let mut places: Vec<f32> = edges.iter().map(|edge| edge.at).collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|b, a| *b - *a <= NEAR);
    places
}

/// How far upright lines must go on beyond the last line across to hold a row.
const ROW: f32 = 8.0;

/// Where upright lines go on below (or above) all lines across, with text between them: the page's end cut a row.
fn open_end(down: &[Edge], ys: &[f32], xs: &[f32], page: &PageText, below: bool) -> Option<f32> {
    let last = if below { *ys.last()? } else { *ys.first()? };
    let beyond = |edge: &&Edge| if below { edge.to > last + ROW } else { edge.from < last - ROW };
    let ends: Vec<f32> = down.iter().filter(beyond).map(|edge| if below { edge.to } else { edge.from }).collect();
    if ends.len() < 2 || ends.len() * 2 < xs.len() {
        return None;
    }
    let end =
        if below { ends.iter().copied().fold(f32::MIN, f32::max) } else { ends.into_iter().fold(f32::MAX, f32::min) };
    let (top, bottom) = if below { (last, end) } else { (end, last) };
    let bounds = [*xs.first()?, top, *xs.last()?, bottom];
    page.lines.iter().flat_map(|line| &line.words).any(|word| is_in(word, bounds)).then_some(end)
}

fn table(across: &[Edge], down: &[Edge], page: &PageText) -> Option<RuledTable> {
    let (xs, mut ys) = (places(down), places(across));
    let (above, below) = (open_end(down, &ys, &xs, page, false), open_end(down, &ys, &xs, page, true));
    if let Some(above) = above {
        ys.insert(0, above);
    }
    ys.extend(below);
    if xs.len() < 3 || ys.len() < 2 || xs.len() > 100 || ys.len() > 1000 {
        return None;
    }
    let (cols, rows) = (xs.len() - 1, ys.len() - 1);
    let is_cut = |edges: &[Edge], at: f32, middle: f32| {
        edges.iter().any(|edge| (edge.at - at).abs() <= NEAR && edge.from - NEAR < middle && middle < edge.to + NEAR)
    };
    let mut taken = vec![false; rows * cols];
    let mut cells = Vec::new();
    for row in 0..rows {
        for col in 0..cols {
            if taken[row * cols + col] {
                continue;
            }
            let middle_y = (ys[row] + ys[row + 1]) / 2.0;
            let middle_x = (xs[col] + xs[col + 1]) / 2.0;
            let mut col_span = 1;
            while col + col_span < cols
                && !taken[row * cols + col + col_span]
                && !is_cut(down, xs[col + col_span], middle_y)
            {
                col_span += 1;
            }
            let mut row_span = 1;
            while row + row_span < rows && !is_cut(across, ys[row + row_span], middle_x) {
                row_span += 1;
            }
            for r in row..row + row_span {
                taken[r * cols + col..r * cols + col + col_span].fill(true);
            }
            let (top, bottom) = (ys[row], ys[row + row_span]);
            let parted = col_span > 1 && stands_in_columns(page, &xs[col..=col + col_span], top..bottom);
            let width = if parted { 1 } else { col_span };
            for col in (col..col + col_span).step_by(width) {
                let bounds = [xs[col], top, xs[col + width], bottom];
                cells.push(RuledCell { row, col, row_span, col_span: width, bounds, lines: Vec::new() });
            }
        }
    }
    let bounds = [xs[0], ys[0], xs[cols], ys[rows]];
    Some(RuledTable { bounds, xs, rows, cells, open: below.is_some() })
}

/// Where a row is shaded the lines between its columns may be missing: does text stand in several of them, and nowhere
/// over an edge?
fn stands_in_columns(page: &PageText, xs: &[f32], row: Range<f32>) -> bool {
    let (left, right) = (xs[0], xs[xs.len() - 1]);
    let mut hit = vec![false; xs.len() - 1];
    for line in &page.lines {
        let middle = line.base() - 0.3 * line.size();
        if !row.contains(&middle) {
            continue;
        }
        for piece in pieces(&line.words).map(field).filter(|piece| piece.x1 > left && piece.x0 < right) {
            let over = columns(xs, piece.x0, piece.x1);
            if over.len() > 1 {
                return false;
            }
            hit[over.start] = true;
        }
    }
    hit.iter().filter(|&&hit| hit).count() > 1
}

/// The columns between edges that something reaches into.
pub fn columns(xs: &[f32], x0: f32, x1: f32) -> Range<usize> {
    let start = xs.partition_point(|x| *x <= x0 + INTO).saturating_sub(1).min(xs.len() - 2);
    let end = xs.partition_point(|x| *x < x1 - INTO).clamp(start + 1, xs.len() - 1);
    start..end
}

fn is_in(word: &Word, bounds: [f32; 4]) -> bool {
    let [x, y] = word.middle();
    bounds[0] - 1.0 <= x && x < bounds[2] + 1.0 && bounds[1] - 1.0 <= y && y < bounds[3] + 1.0
}

/// Moves the words inside a table into its cells. False, and nothing moved, where fewer than `least` of them hold text:
/// then it is a frame or a drawing.
pub fn fill(table: &mut RuledTable, page: &mut PageText, least: usize) -> bool {
    let mut filled = vec![false; table.cells.len()];
    for word in page.lines.iter().flat_map(|line| &line.words).filter(|word| is_in(word, table.bounds)) {
        if let Some(at) = table.cells.iter().position(|cell| is_in(word, cell.bounds)) {
            filled[at] = true;
        }
    }
    if filled.iter().filter(|&&is_filled| is_filled).count() < least {
        return false;
    }
    for line in &mut page.lines {
        if line.base() < table.bounds[1] || line.top() > table.bounds[3] {
            continue;
        }
        let (inside, outside) = std::mem::take(&mut line.words).into_iter().partition(|word| is_in(word, table.bounds));
        line.words = outside;
        let mut at = None;
        for word in Vec::into_iter(inside) {
            let cell = table.cells.iter().position(|cell| is_in(&word, cell.bounds));
            let Some(index) = cell else { continue };
            match table.cells[index].lines.last_mut().filter(|_| at == cell) {
                Some(line) => line.words.push(word),
                None => table.cells[index].lines.push(Line { words: vec![word] }),
            }
            at = cell;
        }
    }
    page.lines.retain(|line| !line.words.is_empty());
    let mut turned = Vec::new();
    for word in std::mem::take(&mut page.turned) {
        let [x0, x1] = [word.x0, word.x1];
        let middle = [(x0 + x1) / 2.0, word.base - (word.rect[3] - word.rect[1]) / 2.0];
        let cell = table.cells.iter_mut().find(|c| {
            c.bounds[0] <= middle[0] && middle[0] < c.bounds[2] && c.bounds[1] <= middle[1] && middle[1] < c.bounds[3]
        });
        match cell {
            Some(cell) => cell.lines.push(Line { words: vec![word] }),
            None => turned.push(word),
        }
    }
    page.turned = turned;
    true
}
