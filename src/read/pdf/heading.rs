//! Headings of a table without lines: their pieces as they stand, and the cells that they become.

use super::fields::Field;
use super::words::Line;
use std::ops::Range;

/// The headings of a table.
#[derive(Debug)]
pub struct Heads {
    /// Two where some stand over groups of columns, else one.
    pub rows: u32,
    pub cells: Vec<HeadCell>,
    /// True where headings and columns pair up one to one.
    pub sure: bool,
}

impl Heads {
    /// Where a column has two headings side by side, one of them is of a column without figures: only what stands over
    /// the figures is left, and nothing is sure.
    pub fn part(&mut self, columns: &[Range<f32>]) {
        let beside = |pair: &[Line]| (pair[0].base() - pair[1].base()).abs() < 1.0;
        for cell in self.cells.iter_mut().filter(|cell| cell.col_span == 1 && cell.lines.windows(2).any(beside)) {
            let column = &columns[cell.col];
            cell.lines.retain(|line| line.words[0].x0 < column.end && column.start < line.x1());
            self.sure = false;
        }
    }

    /// True where no two columns are called the same: else a word above may be another column's too.
    pub fn are_distinct(&self, labels: usize) -> bool {
        let width = self.cells.iter().map(|cell| cell.col + cell.col_span).max().unwrap_or(0);
        let name = |col: usize| -> Vec<String> {
            let over = self.cells.iter().filter(|cell| (cell.col..cell.col + cell.col_span).contains(&col));
            over.flat_map(|cell| cell.lines.iter().map(Line::text)).collect()
        };
        let names: Vec<Vec<String>> = (labels..width).map(name).filter(|name| !name.is_empty()).collect();
        (1..names.len()).all(|at| !names[..at].contains(&names[at]))
    }
}

/// A heading and where it stands.
#[derive(Debug)]
pub struct HeadCell {
    pub row: u32,
    pub col: usize,
    pub row_span: u32,
    pub col_span: usize,
    pub lines: Vec<Line>,
}

/// A piece of a heading in one of its lines.
#[derive(Clone, Copy)]
pub struct Item<'l> {
    pub field: Field<'l>,
    pub base: f32,
}

impl Item<'_> {
    pub fn line(&self) -> Line {
        Line { words: self.field.words.to_vec() }
    }

    pub fn middle(&self) -> f32 {
        (self.field.x0 + self.field.x1) / 2.0
    }

    /// The columns that it stands over: half of it or of what stands there, or else the only one that it touches.
    pub fn over(&self, columns: &[Range<f32>]) -> Vec<usize> {
        let wide = self.field.x1 - self.field.x0;
        let shared = |c: &Range<f32>| c.end.min(self.field.x1) - c.start.max(self.field.x0);
        let hit = |least: &dyn Fn(&Range<f32>) -> f32| -> Vec<usize> {
            let hits = columns.iter().enumerate().filter(|(_, column)| shared(column) > least(column));
            hits.map(|(at, _)| at).collect()
        };
        let plain = hit(&|c| 0.5 * wide.min(c.end - c.start) - 0.01);
        if !plain.is_empty() {
            return plain;
        }
        let touched = hit(&|_| 0.0);
        if touched.len() == 1 { touched } else { Vec::new() }
    }
}
