//! Pages set in two columns of running text: their parts in the order in which people read them.

use super::words::{Line, PageText, Word};

/// The narrowest blank strip between two columns, in points and as a multiple of the letters' size.
const GUTTER: f32 = 8.0;
const GUTTER_SIZE: f32 = 0.7;
/// Steps in which places for the strip are tried, in points.
const STEP: f32 = 2.0;
/// How often a part is divided again: above, in and below two columns there may be others.
const DEPTH: u32 = 5;

/// A part of a page that holds two columns.
struct Zone {
    top: f32,
    bottom: f32,
    /// The middle of the strip between them.
    middle: f32,
}

/// The page in parts: what stands above two columns, the left one, the right one, and what stands below.
pub fn split(page: PageText) -> Vec<PageText> {
    let mut parts = Vec::new();
    divide(page, DEPTH, &mut parts);
    parts
}

fn divide(page: PageText, depth: u32, parts: &mut Vec<PageText>) {
    let zone = if depth > 0 && may_have_columns(&page) { zone(&page) } else { None };
    let Some(zone) = zone else {
        parts.push(page);
        return;
    };
    let mut pieces: [PageText; 4] = Default::default();
    for piece in &mut pieces {
        (piece.width, piece.height) = (page.width, page.height);
    }
    let place = |x: f32, y: f32| match (y < zone.top, y > zone.bottom, x < zone.middle) {
        (true, ..) => 0,
        (_, true, _) => 3,
        (_, _, true) => 1,
        _ => 2,
    };
    for line in page.lines {
        for word in line.words {
            let [x, y] = word.middle();
            let lines = &mut pieces[place(x, y)].lines;
            match lines.last_mut().filter(|open| open.words.last().is_some_and(|last| last.base == word.base)) {
                Some(open) => open.words.push(word),
                None => lines.push(Line { words: vec![word] }),
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
    let [above, left, right, below] = pieces;
    for piece in [above, left, right, below] {
        // A part with nothing on it but lines is no page of its own.
        if !piece.lines.is_empty() || !piece.turned.is_empty() {
            divide(piece, depth - 1, parts);
        }
    }
}

/// A quick look: some lines begin in the right half, or go on there after a wide gap.
fn may_have_columns(page: &PageText) -> bool {
    let left = page.lines.iter().map(Line::x0).fold(f32::MAX, f32::min);
    let right = page.lines.iter().map(Line::x1).fold(f32::MIN, f32::max);
    let from = left + 0.35 * (right - left);
    let starts = |line: &Line| {
        let first = line.words.first().is_some_and(|word| word.x0 > from);
        let later = line.words.windows(2).any(|pair| pair[1].x0 > from && pair[1].x0 - pair[0].x1 >= GUTTER);
        first || later
    };
    right - left > 200.0 && page.lines.iter().filter(|line| starts(line)).count() >= 3
}

fn zone(page: &PageText) -> Option<Zone> {
    let words: Vec<&Word> = page.lines.iter().flat_map(|line| &line.words).collect();
    let left = words.iter().map(|word| word.x0).fold(f32::MAX, f32::min);
    let right = words.iter().map(|word| word.x1).fold(f32::MIN, f32::max);
    let (top, bottom) = (page.lines.first()?.top(), page.lines.last()?.base());
    let width = right - left;
    let mut best: Option<(f32, f32, f32)> = None;
    for step in 0..(0.4 * width / STEP) as usize {
        let at = left + 0.3 * width + step as f32 * STEP;
        let (from, to) = longest_free(page, &words, at, top, bottom);
        // The middle of the page is where the strip mostly is: of two as long ones the nearer to it.
        let off = (at - (left + right) / 2.0).abs();
        let is_better = best.is_none_or(|(old_from, old_to, old_at)| {
            let (new, old) = (to - from, old_to - old_from);
            new > old + 4.0 || (new > old - 4.0 && off < (old_at - (left + right) / 2.0).abs())
        });
        if is_better {
            best = Some((from, to, at));
        }
    }
    let (from, to, at) = best?;
    let inside = |word: &&&Word| word.top() >= from - 0.5 && word.base <= to + 0.5;
    let (on_left, on_right): (Vec<&Word>, Vec<&Word>) =
        words.iter().filter(inside).copied().partition(|word| word.x1 <= at);
    let ends = on_left.iter().map(|word| word.x1).fold(f32::MIN, f32::max);
    let begins = on_right.iter().map(|word| word.x0).fold(f32::MAX, f32::min);
    let size = on_left.iter().map(|word| word.size).fold(0.0, f32::max).min(14.0);
    if begins - ends < GUTTER.max(GUTTER_SIZE * size) {
        return None;
    }
    let (left_lines, right_lines) = (bands(&on_left), bands(&on_right));
    // Few lines are text only where they plainly go on with each other: short cells of a table do not.
    let least = if is_one_text(&left_lines) && is_one_text(&right_lines) { 3 } else { 6 };
    let is_text = is_running(&left_lines, least, width) && is_running(&right_lines, 3, width);
    if !is_text || has_rows(&left_lines, &right_lines) {
        return None;
    }
    let edge = |first: bool| {
        let tops = on_left.iter().chain(&on_right).map(|word| if first { word.top() } else { word.base });
        if first { tops.fold(f32::MAX, f32::min) - 0.5 } else { tops.fold(f32::MIN, f32::max) + 0.5 }
    };
    Some(Zone { top: edge(true), bottom: edge(false), middle: (ends + begins) / 2.0 })
}

/// The longest part of the page's height in which nothing crosses a place.
fn longest_free(page: &PageText, words: &[&Word], at: f32, top: f32, bottom: f32) -> (f32, f32) {
    // Half the strip on both sides: a gap between two words of a heading is none.
    let half = 0.4 * GUTTER;
    let crossing =
        words.iter().filter(|word| word.x0 < at + half && word.x1 > at - half).map(|word| (word.top(), word.base));
    let lines = page.rules.iter().filter(|rule| rule[0] < at - 4.0 && rule[2] > at + 4.0);
    let mut blocked: Vec<(f32, f32)> = crossing.chain(lines.map(|rule| (rule[1], rule[3]))).collect();
    blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free_from = top;
    let mut best = (top, top);
    for (from, to) in blocked.into_iter().chain(std::iter::once((bottom, bottom))) {
        if from - free_from > best.1 - best.0 {
            best = (free_from, from);
        }
        free_from = free_from.max(to);
    }
    best
}

/// One line of a column.
struct Band {
    x0: f32,
    x1: f32,
    base: f32,
    size: f32,
    words: usize,
    digits: usize,
    letters: usize,
    /// The first word begins in a small letter: the line goes on with the one above.
    goes_on: bool,
}

/// A column's words in lines.
fn bands(words: &[&Word]) -> Vec<Band> {
    let mut words: Vec<&Word> = words.to_vec();
    words.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut bands: Vec<Band> = Vec::new();
    for word in words {
        let digits = word.text.bytes().filter(u8::is_ascii_digit).count();
        let letters = word.text.chars().count();
        match bands.last_mut().filter(|band| word.base - band.base < 0.5 * word.size) {
            Some(band) => {
                if word.x0 < band.x0 {
                    band.goes_on = word.text.starts_with(char::is_lowercase);
                }
                (band.x0, band.x1) = (band.x0.min(word.x0), band.x1.max(word.x1));
                band.size = band.size.max(word.size);
                band.words += 1;
                band.digits += digits;
                band.letters += letters;
            }
            None => bands.push(Band {
                x0: word.x0,
                x1: word.x1,
                base: word.base,
                size: word.size,
                words: 1,
                digits,
                letters,
                goes_on: word.text.starts_with(char::is_lowercase),
            }),
        }
    }
    bands
}

/// True for lines of running text: mostly full, of several words, of letters.
fn is_running(bands: &[Band], least: usize, page: f32) -> bool {
    let left = bands.iter().map(|band| band.x0).fold(f32::MAX, f32::min);
    let right = bands.iter().map(|band| band.x1).fold(f32::MIN, f32::max);
    let full = bands.iter().filter(|band| band.x1 - band.x0 >= 0.7 * (right - left)).count();
    let sum = |part: fn(&Band) -> usize| bands.iter().map(part).sum::<usize>();
    bands.len() >= least
        && right - left >= 0.25 * page
        && full * 20 >= bands.len() * 9
        && sum(|band| band.words) >= bands.len() * 3
        && sum(|band| band.digits) * 5 < sum(|band| band.letters)
}

/// True where most lines go on in the middle of a sentence.
fn is_one_text(bands: &[Band]) -> bool {
    let inner = bands.iter().skip(1).filter(|band| band.goes_on).count();
    inner >= 2 && inner * 3 >= 2 * (bands.len() - 1)
}

/// True where both sides pause at the same heights again and again: the rows of a table without lines.
fn has_rows(left: &[Band], right: &[Band]) -> bool {
    let pauses = |bands: &[Band]| {
        let mut steps: Vec<f32> = bands.windows(2).map(|pair| pair[1].base - pair[0].base).collect();
        steps.sort_by(f32::total_cmp);
        let usual = steps.get(steps.len() / 4).copied().unwrap_or(0.0);
        let pause = |pair: &[Band]| (pair[1].base - pair[0].base > usual + 0.35 * pair[1].size).then(|| pair[1].base);
        bands.windows(2).filter_map(pause).collect::<Vec<f32>>()
    };
    let (left, right) = (pauses(left), pauses(right));
    let both = left.iter().filter(|at| right.iter().any(|other| (*at - other).abs() < 2.0)).count();
    both >= 3 && both * 10 >= left.len().max(right.len()) * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(x0: f32, x1: f32, base: f32, text: &str) -> Word {
        Word { text: text.to_owned(), x0, x1, base, size: 10.0, sure: true, rect: [x0, base - 8.0, x1, base + 2.0] }
    }

    /// A line of words that fill a width.
    fn filled(from: f32, to: f32, base: f32, text: &str) -> Vec<Word> {
        let count = text.split(' ').count() as f32;
        let step = (to - from + 3.0) / count;
        let words = text.split(' ').enumerate();
        words.map(|(n, text)| word(from + n as f32 * step, from + (n + 1) as f32 * step - 3.0, base, text)).collect()
    }

    fn page(lines: Vec<Vec<Word>>) -> PageText {
        let lines = lines.into_iter().map(|words| Line { words }).collect();
        PageText { lines, width: 595.0, height: 842.0, ..PageText::default() }
    }

    fn texts(parts: &[PageText]) -> Vec<String> {
        parts.iter().map(|part| part.lines.iter().map(Line::text).collect::<Vec<_>>().join(" / ")).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut lines = vec![filled(60.0, 530.0, 80.0, "En overskrift over hele siden med mange ord")];
        for n in 0..8 {
            let base = 120.0 + 13.0 * n as f32;
            let mut both = filled(60.0, 285.0, base, &format!("venstre linje {n} går videre her"));
            both.extend(filled(310.0, 530.0, base, &format!("højre linje {n} går videre dér")));
            lines.push(both);
        }
        lines.push(filled(60.0, 530.0, 260.0, "En linje under det hele som fylder siden ud"));
        let parts = texts(&split(page(lines)));
        assert_eq!(parts.len(), 4, "{parts:?}");
        assert!(parts[0].starts_with("En overskrift") && parts[3].starts_with("En linje under"));
        assert!(parts[1].starts_with("venstre linje 0") && parts[1].ends_with("venstre linje 7 går videre her"));
        assert!(parts[2].starts_with("højre linje 0") && parts[2].ends_with("højre linje 7 går videre dér"));
    }

    #[test]
    fn columns_of_few_lines_are_parted_where_sentences_go_on() {
        let line = |n: usize, rest: &str| {
            let (first, base) = (if n == 0 { "Kommunen" } else { rest }, 120.0 + 13.0 * n as f32);
            let mut both = filled(60.0, 285.0, base, &format!("{first} fik sine sager igen"));
            both.extend(filled(310.0, 530.0, base, &format!("{first} afgjorde hele landet")));
            both
        };
        let lines = |rest: &str| (0..4).map(|n| line(n, rest)).collect();
        assert_eq!(split(page(lines("og"))).len(), 2);
        assert_eq!(split(page(lines("Udvalget"))).len(), 1);
    }

    #[test]
    fn tables_and_prose_stay_whole() {
        let table = (0..9).map(|n| {
            let mut row = filled(60.0, 140.0, 100.0 + 14.0 * n as f32, "Hjemvist i alt");
            row.extend(filled(330.0, 380.0, 100.0 + 14.0 * n as f32, "12 24 36"));
            row
        });
        assert_eq!(split(page(table.collect())).len(), 1);
        let prose =
            (0..20).map(|n| filled(60.0, 530.0, 100.0 + 14.0 * n as f32, "ord der fylder hele linjen ud til kanten"));
        assert_eq!(split(page(prose.collect())).len(), 1);
        // Two columns of words that pause together: rows.
        let mut rows = Vec::new();
        for n in 0..16 {
            let base = 100.0 + 13.0 * n as f32 + 9.0 * (n / 3) as f32;
            let mut both = filled(60.0, 285.0, base, "forslag fra udvalget om det her");
            both.extend(filled(310.0, 530.0, base, "svar fra forvaltningen om det dér"));
            rows.push(both);
        }
        assert_eq!(split(page(rows)).len(), 1);
    }
}
