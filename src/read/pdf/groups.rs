//! Headings that stand over their figures, also in two rows: a place over its years, an outcome over count and share.

use super::fields::is_year;
use super::heading::{HeadCell, Heads, Item};
use super::words::Line;
use std::ops::Range;

/// Lines of one heading stand closer than this, as a multiple of the letters' size; rows of headings mostly do not.
const TIGHT: f32 = 1.5;
/// How near to the middle of its columns a heading stands, as a part of the step from one column to the next.
const MIDDLE: f32 = 0.35;

/// A heading over several columns.
struct Group<'l> {
    columns: Range<usize>,
    items: Vec<Item<'l>>,
}

/// The headings where each column has its own over it, and what stands above these joins them or spans several;
/// `None` where that is not plain.
pub fn stacked(lines: &[Vec<Item>], labels: &[Range<f32>], columns: &[Range<f32>]) -> Option<Heads> {
    let mut stack = Stack { columns, own: vec![Vec::new(); columns.len()], groups: Vec::new() };
    let mut over_labels: Vec<Vec<Item>> = vec![Vec::new(); labels.len()];
    let first = columns.first()?.start;
    for line in lines.iter().rev() {
        let mut over: Vec<Item> = Vec::new();
        for item in line {
            if item.field.x0 >= first || !item.over(columns).is_empty() {
                over.push(*item);
                continue;
            }
            let stands = |label: &&Range<f32>| item.field.x0 < label.end + 6.0 && label.start < item.field.x1 + 6.0;
            let mut hit = labels.iter().enumerate().filter(|(_, label)| stands(label));
            match hit.next() {
                Some((at, _)) if item.field.x1 < first + 2.0 => over_labels[at].insert(0, *item),
                // Left of its figures, or the last lines of a group.
                _ => over.push(*item),
            }
        }
        stack.add(over)?;
    }
    if stack.own.iter().any(Vec::is_empty) {
        return None;
    }
    let rows = if stack.groups.is_empty() { 1 } else { 2 };
    let text = |items: &[Item]| -> Vec<Line> { items.iter().map(Item::line).collect() };
    let mut cells: Vec<HeadCell> = Vec::new();
    for (col, items) in over_labels.iter().enumerate() {
        cells.push(HeadCell { row: 0, col, row_span: rows, col_span: 1, lines: text(items) });
    }
    for group in &stack.groups {
        let (col, col_span) = (labels.len() + group.columns.start, group.columns.len());
        cells.push(HeadCell { row: 0, col, row_span: 1, col_span, lines: text(&group.items) });
    }
    for (at, items) in stack.own.iter().enumerate() {
        let is_grouped = stack.groups.iter().any(|group| group.columns.contains(&at));
        let (row, row_span) = if is_grouped { (1, 1) } else { (0, rows) };
        cells.push(HeadCell { row, col: labels.len() + at, row_span, col_span: 1, lines: text(items) });
    }
    Some(Heads { rows, cells, sure: true })
}

/// What is known of the headings so far, from the lowest line up.
struct Stack<'l, 'c> {
    columns: &'c [Range<f32>],
    /// Each column's own heading.
    own: Vec<Vec<Item<'l>>>,
    groups: Vec<Group<'l>>,
}

impl<'l> Stack<'l, '_> {
    /// Takes in the next line above; `None` where its headings stand over nothing for sure.
    fn add(&mut self, line: Vec<Item<'l>>) -> Option<()> {
        if self.by_order(&line) {
            self.own.iter_mut().zip(line).for_each(|(own, item)| own.push(item));
            return Some(());
        }
        // Where the headings so far begin; groups are done.
        let is_grouped = |at: usize| self.groups.iter().any(|group| group.columns.contains(&at));
        let tops: Vec<Option<f32>> = self
            .own
            .iter()
            .enumerate()
            .map(|(at, own)| own.first().filter(|_| !is_grouped(at)).map(|i| i.base))
            .collect();
        let extents = self.extents();
        let begun: Vec<Option<(usize, bool)>> = line.iter().map(|item| self.begun_by(item, &extents)).collect();
        let all = begun.iter().all(Option::is_some);
        let (joined, line): (Vec<_>, Vec<_>) =
            begun.into_iter().zip(line).partition(|(begun, _)| begun.is_some_and(|(_, sure)| sure || all));
        for (column, item) in joined.into_iter().filter_map(|(begun, item)| Some((begun?.0, item))) {
            self.own[column].insert(0, item);
        }
        let line: Vec<Item> = line.into_iter().map(|(_, item)| item).collect();
        let mut rest: Vec<Item> = Vec::new();
        for item in line {
            match item.over(&extents)[..] {
                [column] if self.own[column].is_empty() => self.own[column].push(item),
                _ if self.goes_on_above(&item) => {}
                _ => rest.push(item),
            }
        }
        if rest.is_empty() {
            return Some(());
        }
        // Only over neighbours that all have headings of their own can another one stand; best if those are one line.
        let same_line = |a: Option<f32>, b: Option<f32>| a.zip(b).is_some_and(|(a, b)| (a - b).abs() < 1.0);
        let with_any = |a: Option<f32>, b: Option<f32>| a.is_some() && b.is_some();
        let before = self.own.clone();
        for together in [&same_line as &dyn Fn(_, _) -> bool, &with_any] {
            if self.stand_over_runs(&runs(&tops, together), &rest).is_some() {
                return Some(());
            }
            self.own.clone_from(&before);
        }
        None
    }

    /// The column whose heading a line begins, and whether it surely does: "Ændret/" right over "ophævet", beside headings
    /// of fewer lines. It stands over that column only, and not over the first of several, as a group's heading may.
    fn begun_by(&self, item: &Item<'l>, extents: &[Range<f32>]) -> Option<(usize, bool)> {
        let [column] = item.over(extents)[..] else { return None };
        let below = self.own[column].first()?;
        let near = below.base - item.base <= TIGHT * item_size(item);
        let sure = item.line().text().ends_with(['/', '-']);
        let beside = column.checked_sub(1).and_then(|before| self.own[before].first());
        let inner = beside.is_some_and(|beside| (beside.base - below.base).abs() < 1.0);
        let flush = (item.field.x0 - below.field.x0).abs() < 1.0;
        (near && (sure || inner && flush)).then_some((column, sure))
    }

    /// Headings above runs of columns.
    fn stand_over_runs(&mut self, runs: &[Range<usize>], rest: &[Item<'l>]) -> Option<()> {
        let mut groups = Vec::new();
        let mut taken = 0;
        for run in runs {
            let extents = self.extents();
            let right = extents.get(run.end).map_or(f32::MAX, |next| next.start);
            let left = run.start.checked_sub(1).map_or(f32::MIN, |before| extents[before].end);
            let inside: Vec<Item> = rest.iter().filter(|i| left < i.middle() && i.middle() < right).copied().collect();
            taken += inside.len();
            match self.groups_of(run, &inside) {
                _ if inside.is_empty() => {}
                Some(found) => groups.extend(found),
                None => self.join(inside)?,
            }
        }
        (taken == rest.len()).then(|| self.groups.extend(groups))
    }

    /// True for the lowest line where each column has its heading in it, over its figures or beside them.
    fn by_order(&self, line: &[Item<'l>]) -> bool {
        let stands_apart = |(at, item): (usize, &Item)| {
            let touches = |c: &Range<f32>| c.start < item.field.x1 && item.field.x0 < c.end;
            self.columns.iter().enumerate().all(|(other, c)| other == at || !touches(c))
        };
        let is_first = self.own.iter().all(Vec::is_empty);
        is_first && line.len() == self.columns.len() && line.iter().enumerate().all(stands_apart)
    }

    /// From where to where each column reaches, its heading included.
    fn extents(&self) -> Vec<Range<f32>> {
        let with = |(column, own): (&Range<f32>, &Vec<Item>)| {
            let start = own.iter().map(|item| item.field.x0).fold(column.start, f32::min);
            start..own.iter().map(|item| item.field.x1).fold(column.end, f32::max)
        };
        self.columns.iter().zip(&self.own).map(with).collect()
    }

    /// Adds a further line to the heading of a group.
    fn goes_on_above(&mut self, item: &Item<'l>) -> bool {
        let below = |group: &&mut Group| {
            group.items.first().is_some_and(|next| {
                let is_near = next.base - item.base <= TIGHT * item_size(item);
                is_near && next.field.x0 < item.field.x1 && item.field.x0 < next.field.x1
            })
        };
        let group = self.groups.iter_mut().find(below);
        group.map(|group| group.items.insert(0, *item)).is_some()
    }

    /// Adds further lines to the headings of single columns.
    fn join(&mut self, items: Vec<Item<'l>>) -> Option<()> {
        let extents = self.extents();
        for item in items {
            let [column] = item.over(&extents)[..] else { return None };
            let below = self.own[column].first()?;
            if below.base - item.base > TIGHT * item_size(&item) {
                return None;
            }
            self.own[column].insert(0, item);
        }
        Some(())
    }

    /// The columns in as many equal parts as there are headings, each over its part; `None` where they may be the
    /// first lines of single columns' headings.
    fn groups_of(&self, run: &Range<usize>, items: &[Item<'l>]) -> Option<Vec<Group<'l>>> {
        let width = run.len().checked_div(items.len())?;
        if width < 2 || width * items.len() != run.len() {
            return None;
        }
        let extents = self.extents();
        let part = |at: usize| run.start + at * width..run.start + (at + 1) * width;
        let extent = |part: &Range<usize>| (extents[part.start].start, extents[part.end - 1].end);
        let is_inside = |(at, item): (usize, &Item)| {
            let (left, right) = extent(&part(at));
            left - MIDDLE * (right - left) < item.middle() && item.middle() < right
        };
        if !items.iter().enumerate().all(is_inside) {
            return None;
        }
        let name = |column: usize| self.own[column].iter().map(|item| item.line().text()).collect::<String>();
        let repeats = items.len() > 1 && run.clone().skip(width).all(|column| name(column) == name(column - width));
        let are_years = || {
            let years = run.clone().all(|column| matches!(self.own[column][..], [item] if is_year(&item.field)));
            years && items.len() == 1 && run.clone().skip(1).all(|column| name(column) != name(run.start))
        };
        let is_apart = || {
            let gap = |column: usize| self.own[column][0].base - items[0].base;
            run.clone().all(|column| gap(column) > TIGHT * item_size(&items[0]))
        };
        let is_in_the_middle = |(at, item): (usize, &Item)| {
            let (left, right) = extent(&part(at));
            let off = item.middle() - (left + right) / 2.0;
            // In the middle of three it stands over the second as well.
            off.abs() <= MIDDLE * (right - left) / (width - 1) as f32 && (width % 2 == 0 || is_apart())
        };
        let is_wide = |(at, item): (usize, &Item)| item.over(self.columns).len() == part(at).len();
        let spans =
            repeats || are_years() || items.iter().enumerate().all(|pair| is_in_the_middle(pair) || is_wide(pair));
        spans.then(|| {
            let group = |(at, item): (usize, &Item<'l>)| Group { columns: part(at), items: vec![*item] };
            items.iter().enumerate().map(group).collect()
        })
    }
}

fn item_size(item: &Item) -> f32 {
    item.field.words.iter().map(|word| word.size).fold(0.0, f32::max)
}

/// Runs of neighbours that belong together.
fn runs(tops: &[Option<f32>], together: &dyn Fn(Option<f32>, Option<f32>) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..tops.len()).filter(|&at| tops[at].is_some()) {
        match runs.last_mut().filter(|run| run.end == at && together(tops[at - 1], tops[at])) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}
