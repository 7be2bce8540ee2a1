//! Marks of list items that do not stand in their lines: drawn as shapes, as browsers print them, or set as letters on a
//! base line of their own.

use super::words::{Dot, Line, PageText, Word};
use crate::read::table;

/// How far from its text a mark may stand, as a multiple of the text's size.
const APART: f32 = 2.5;
/// How much higher or lower than its text a mark may stand, as a multiple of the text's size.
const NEAR: f32 = 0.5;

/// Puts a mark before each line that has a dot to its left, at half the height of its small letters, and nothing else
/// close by.
pub fn set(page: &mut PageText) {
    join_alone(&mut page.lines);
    let mut dots = std::mem::take(&mut page.dots);
    let middle = |dot: &Dot| (dot.place[1] + dot.place[3]) / 2.0;
    dots.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    for line in &mut page.lines {
        let (size, base, left) = (line.size(), line.base(), line.x0());
        let from = dots.partition_point(|dot| middle(dot) < base - 0.55 * size);
        let beside = dots[from..].iter().take_while(|dot| middle(dot) < base - 0.05 * size);
        let mut own = beside.filter(|dot| dot.place[2] < left && left - dot.place[0] < APART * size);
        let (Some(dot), None) = (own.next(), own.next()) else { continue };
        if !line.is_item() {
            let [x0, _, x1, _] = dot.place;
            line.words.insert(0, Word { text: "•".to_owned(), x0, x1, base, size, sure: true, rect: dot.rect });
        }
    }
}

/// Puts a mark that is set larger than its text, and so a little higher or lower, into the line beside it.
fn join_alone(lines: &mut Vec<Line>) {
    let mut at = 0;
    while at < lines.len() {
        let Some(own) = beside(lines, at) else {
            at += 1;
            continue;
        };
        let (base, size) = (lines[own].base(), lines[own].size());
        let mut mark = lines[at].words.remove(0);
        (mark.base, mark.size) = (base, size);
        lines[own].words.insert(0, mark);
        lines.remove(at);
    }
}

/// The line that a mark on a line of its own belongs to.
fn beside(lines: &[Line], at: usize) -> Option<usize> {
    let [mark] = lines[at].words.as_slice() else { return None };
    let is_mark = mark.text.chars().all(|c| !c.is_alphanumeric()) && table::is_item_mark(&mark.text);
    let is_own = |other: &usize| {
        let Some(line) = lines.get(*other) else { return false };
        let size = line.size();
        (line.base() - mark.base).abs() < NEAR * size && mark.x1 < line.x0() && line.x0() - mark.x0 < APART * size
    };
    [at + 1, at.checked_sub(1)?].into_iter().find(is_own).filter(|&own| is_mark && !lines[own].is_item())
}
