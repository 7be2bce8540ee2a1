//! Running heads, running feet and page numbers: lines that come again at the same place of many pages.

use super::words::{Line, PageText};
use std::collections::BTreeMap;

/// The part of a page's height, at its top and at its bottom, in which they stand.
const MARGIN: f32 = 0.13;
/// So many lines at each end of a page may be furniture.
const LINES: usize = 4;

/// Takes the furniture out of all pages; returns each distinct line once, with the page (from 0) it first stood on.
/// `pages` may be parts of pages; `count_of_pages` counts whole ones.
pub fn take(pages: &mut [PageText], count_of_pages: usize) -> Vec<(usize, Line)> {
    let mut seen: BTreeMap<(String, i32), usize> = BTreeMap::new();
    for page in pages.iter() {
        let mut keys: Vec<(String, i32)> = ends(page).map(|at| key(&page.lines[at], count_of_pages)).collect();
        keys.sort();
        keys.dedup();
        keys.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    let least = 2.max(count_of_pages / 3);
    let mut kept: Vec<(usize, Line)> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    let many = count_of_pages > 1;
    let single = !many && pages.iter().any(is_printed_page);
    for (number, page) in pages.iter_mut().enumerate() {
        let is_furniture = |at: usize| {
            let (text, place) = key(&page.lines[at], count_of_pages);
            let count: usize = (-1..=1).filter_map(|near| seen.get(&(text.clone(), place + near))).sum();
            (many && count >= least)
                || is_page_number(page, at, &text, many)
                || (single && is_print_line(&page.lines[at]))
        };
        // Furniture is outside the text: from the page's ends inwards, up to the first line that is none.
        let (ends, count) = (ends(page).collect::<Vec<usize>>(), page.lines.len());
        let mut is_furniture: Vec<usize> = (0..count)
            .take_while(|at| ends.contains(at) && is_furniture(*at))
            .chain((0..count).rev().take_while(|at| ends.contains(at) && is_furniture(*at)))
            .collect();
        is_furniture.sort_unstable();
        is_furniture.dedup();
        for at in is_furniture.into_iter().rev() {
            let line = page.lines.remove(at);
            let text = key(&line, count_of_pages).0;
            if !known.contains(&text) {
                known.push(text);
                kept.push((number, line));
            }
        }
    }
    kept
}

/// The lines at the ends of a page, by index, in order.
fn ends(page: &PageText) -> impl Iterator<Item = usize> {
    let count = page.lines.len();
    let (top, bottom) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
    let bases: Vec<f32> = page.lines.iter().map(Line::base).collect();
    (0..count).filter(move |&at| (at < LINES && bases[at] < top) || (at + LINES >= count && bases[at] > bottom))
}

/// A line's text with each number that may be a page's as `#`, and its place in steps of three points. Of `pages` pages,
/// `3/12` is a page number where there are twelve; other numbers with a slash are case numbers, of which no two pages have
/// the same.
fn key(line: &Line, pages: usize) -> (String, i32) {
    let place = (line.base() / 3.0) as i32;
    let printed = line.text();
    let divided = printed.split_once('/').filter(|_| !printed.chars().any(char::is_alphabetic));
    if divided.is_some_and(|(_, count)| count.trim().parse() != Ok(pages)) {
        return (printed, place);
    }
    if !printed.bytes().any(|b| b.is_ascii_digit()) {
        return (printed, place);
    }
    let words: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
    let says =
        |word: &&str| ["side", "page"].iter().any(|page| word.get(..4).is_some_and(|w| w.eq_ignore_ascii_case(page)));
    let says_so = words.iter().any(says);
    let is_told = |word: &&str| word.contains(char::is_alphanumeric);
    let (first, last) = (words.iter().position(is_told), words.iter().rposition(is_told));
    // "2. Klager" and "Klager i 2021" come again on no page; nor do rows of figures.
    let may_count = |at: usize| {
        let ends = Some(at) == last || Some(at) == first && !words[at].ends_with(['.', ':', ')']);
        says_so || ends || words.get(at + 1).is_some_and(|next| matches!(*next, "/" | "af" | "of"))
    };
    let mut text = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let year = digits == 4 && word.trim_end_matches(['.', ',', ':']).len() == 4;
        if digits == 0 || year || !may_count(at) {
            text.push_str(word);
        } else {
            push_masked(word, &mut text);
        }
    }
    (text, place)
}

fn push_masked(word: &str, text: &mut String) {
    for c in word.chars() {
        if !c.is_ascii_digit() {
            text.push(c);
        } else if !text.ends_with('#') {
            text.push('#');
        }
    }
}

/// A page number that stands alone at the page's end.
fn is_page_number(page: &PageText, at: usize, key: &str, many: bool) -> bool {
    let key = key.to_lowercase();
    let says_so = matches!(key.as_str(), "side #" | "side # af #" | "side #/#" | "page # of #" | "# af #");
    let is_last = at + 1 == page.lines.len();
    says_so || (is_last && many && matches!(key.as_str(), "#" | "- # -"))
}

/// A page that a browser printed: its last line ends in the page's number and the count of pages.
fn is_printed_page(page: &PageText) -> bool {
    page.lines.last().is_some_and(|line| line.base() > page.height * (1.0 - MARGIN) && is_address(line))
}

/// The foot of a printed page: an address, and "1/1" at its end.
fn is_address(line: &Line) -> bool {
    let ends = line.words.last().is_some_and(|word| word.text == "1/1");
    ends && line.words.first().is_some_and(|word| word.text.contains("://") || word.text == "1/1")
}

/// The head or foot of a page that a browser printed: the day and time of printing, or the address.
fn is_print_line(line: &Line) -> bool {
    let mut words = line.words.iter().map(|word| word.text.trim_end_matches(','));
    let (Some(day), Some(time)) = (words.next(), words.next()) else { return is_address(line) };
    let numbers = |text: &str, parts: usize, signs: [char; 3]| {
        let parts_of: Vec<&str> = text.split(signs).collect();
        parts_of.len() == parts
            && parts_of.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    is_address(line) || (numbers(day, 3, ['.', '/', '-']) && numbers(time, 2, [':', '.', ':']))
}
