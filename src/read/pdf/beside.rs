//! Tables side by side: each is read for itself, the left one first.

use super::fields::{Row, row};
use super::words::{Line, PageText, Word};
use crate::read::table::is_placeholder;

/// The narrowest blank strip between two tables, in points.
const GUTTER: f32 = 4.0;
/// What begins so much further to the left than the right table's labels still belongs to it, such as its caption.
const NEAR: f32 = 8.0;
/// How many tables may stand in a row.
const DEPTH: u32 = 4;

/// Lines in which two tables stand side by side.
struct Pair {
    /// The first and the last of the lines.
    lines: std::ops::Range<usize>,
    /// Where the right table begins.
    at: f32,
}

/// The page in parts, each with whether it must not go on with the part before: what stands above two tables, the
/// left one, the right one, what stands below.
pub fn split(page: PageText) -> Vec<(PageText, bool)> {
    let mut parts = Vec::new();
    divide(page, false, DEPTH, &mut parts);
    parts
}

fn divide(page: PageText, fresh: bool, depth: u32, parts: &mut Vec<(PageText, bool)>) {
    let Some(pair) = pair(&page.lines).filter(|pair| depth > 0 && !is_ruled_through(&page, pair)) else {
        parts.push((page, fresh));
        return;
    };
    let mut pieces: [PageText; 4] = Default::default();
    for piece in &mut pieces {
        (piece.width, piece.height) = (page.width, page.height);
    }
    let top = page.lines[pair.lines.start].top() - 1.0;
    let bottom = page.lines[pair.lines.end - 1].words.iter().map(Word::bottom).fold(0.0, f32::max) + 1.0;
    let place = |x: f32, y: f32| match (y < top, y > bottom, x < pair.at - NEAR) {
        (true, ..) => 0,
        (_, true, _) => 3,
        (_, _, true) => 1,
        _ => 2,
    };
    for (index, line) in page.lines.into_iter().enumerate() {
        if index < pair.lines.start || index >= pair.lines.end {
            pieces[if index < pair.lines.start { 0 } else { 3 }].lines.push(line);
            continue;
        }
        let (left, right): (Vec<Word>, Vec<Word>) = line.words.into_iter().partition(|word| word.x0 < pair.at - NEAR);
        for (piece, words) in [(1, left), (2, right)] {
            if !words.is_empty() {
                pieces[piece].lines.push(Line { words });
            }
        }
    }
    for word in page.turned {
        let [x, y] = word.middle();
        pieces[place(x, y)].turned.push(word);
    }
    for rule in page.rules {
        pieces[place((rule[0] + rule[2]) / 2.0, (rule[1] + rule[3]) / 2.0)].rules.push(rule);
    }
    for (at, piece) in pieces.into_iter().enumerate() {
        if !piece.lines.is_empty() || !piece.turned.is_empty() {
            divide(piece, at > 0 || fresh, depth - 1, parts);
        }
    }
}

/// A quick look: figures, a wide gap and a word behind it, and figures again.
fn may_be_two(line: &Line) -> bool {
    let is_figure = |word: &Word| is_placeholder(&word.text) || word.text.starts_with(|c: char| c.is_ascii_digit());
    line.words.len() > 3
        && line.words.last().is_some_and(|word| is_figure(word) || word.text.ends_with('%'))
        && line.words.windows(2).any(|pair| is_figure(&pair[0]) && pair[1].x0 - pair[0].x1 > GUTTER)
}

/// Where a label stands behind figures and before others.
fn second_label(row: &Row) -> Option<f32> {
    let first = row.fields.iter().position(|field| field.figure)?;
    if first == 0 {
        return None;
    }
    let next = first + row.fields[first..].iter().position(|field| !field.figure)?;
    row.fields[next..].iter().any(|field| field.figure).then(|| row.fields[next].x0)
}

fn pair(lines: &[Line]) -> Option<Pair> {
    let second = |line: &Line| may_be_two(line).then(|| row(line, false)).flatten().and_then(|row| second_label(&row));
    let mut tried: Vec<f32> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(at) = second(line).filter(|at| tried.iter().all(|other| (other - at).abs() > 1.0)) else { continue };
        if let Some(pair) = grown(lines, index, at).filter(|pair| is_two(lines, pair)) {
            return Some(pair);
        }
        tried.push(at);
    }
    None
}

/// The lines around one of two tables that leave the strip free.
fn grown(lines: &[Line], first: usize, at: f32) -> Option<Pair> {
    let is_free = |line: &Line| line.words.iter().all(|word| word.x1 < at - NEAR - GUTTER || word.x0 > at - NEAR);
    let has_both = |line: &Line| line.x0() < at - NEAR && line.words.iter().any(|word| (word.x0 - at).abs() < NEAR);
    let near = |upper: usize| lines[upper + 1].base() - lines[upper].base() < 2.6 * lines[upper + 1].size();
    if !is_free(&lines[first]) {
        return None;
    }
    let mut start = first;
    let mut above = first;
    while above > 0 && is_free(&lines[above - 1]) && near(above - 1) {
        above -= 1;
        if has_both(&lines[above]) {
            start = above;
        }
    }
    let mut end = first + 1;
    while end < lines.len() && is_free(&lines[end]) && near(end - 1) {
        end += 1;
    }
    Some(Pair { lines: start..end, at })
}

/// True where lines are drawn from the left of the strip to its right: the fields of a single table.
fn is_ruled_through(page: &PageText, pair: &Pair) -> bool {
    let lines = &page.lines[pair.lines.clone()];
    let left = lines.iter().flat_map(|line| &line.words).map(|word| word.x1).filter(|x1| *x1 < pair.at - NEAR);
    let from = left.fold(f32::MIN, f32::max);
    let (top, bottom) = (lines.first().map_or(0.0, Line::top), lines.last().map_or(0.0, Line::base));
    let is_across = |rule: &&[f32; 4]| rule[2] - rule[0] > rule[3] - rule[1] && (top..bottom).contains(&rule[1]);
    let mut pieces: Vec<&[f32; 4]> = page.rules.iter().filter(is_across).collect();
    pieces.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let reached = pieces.iter().fold(
        from,
        |reached, piece| {
            if piece[0] <= reached + 1.0 { reached.max(piece[2]) } else { reached }
        },
    );
    reached >= pair.at
}

/// True for two tables, rather than one with words in the middle: their headings are the same, or their rows stand
/// at other heights.
fn is_two(lines: &[Line], pair: &Pair) -> bool {
    let (mut both, mut one) = (0, 0);
    for line in &lines[pair.lines.clone()] {
        let middle = line.words.partition_point(|word| word.x0 < pair.at - NEAR);
        let (left, right) = line.words.split_at(middle);
        let has_figures = |words: &[Word]| words.iter().any(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
        let names = |words: &[Word]| words.iter().filter(|word| word.text.chars().any(char::is_alphabetic)).count();
        let again = right.iter().filter(|word| names(std::slice::from_ref(word)) > 0);
        let again = again.filter(|word| left.iter().any(|other| other.text == word.text)).count();
        if again > 1 && 2 * again >= names(right) && 2 * again >= names(left) {
            return true;
        }
        match (has_figures(left), has_figures(right)) {
            (true, true) => both += 1,
            (false, false) => {}
            _ => one += 1,
        }
    }
    one > 1 && both > 1 && 2 * one >= both
}
