//! Running heads, running feet and page numbers: lines that come again at the same place of many pages.

use super::words::{Line, PageText};
use std::collections::BTreeMap;

/// The part of a page's height, at its top and at its bottom, in which they stand.
const MARGIN: f32 = 0.13;
/// So many lines at each end of a page may be furniture.
const LINES: usize = 4;

/// Takes the furniture out of all pages; returns each distinct line once, with the page (from 0) it first stood on.
pub fn take(pages: &mut [PageText]) -> Vec<(usize, Line)> {
    let mut seen: BTreeMap<(String, i32), usize> = BTreeMap::new();
    let count_of_pages = pages.len();
    for page in pages.iter() {
        let mut keys: Vec<(String, i32)> = ends(page).map(|at| key(&page.lines[at], count_of_pages)).collect();
        keys.sort();
        keys.dedup();
        keys.into_iter().for_each(|key| *seen.entry(key).or_default() += 1);
    }
    let least = 2.max(pages.len() / 3);
    let mut kept: Vec<(usize, Line)> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    let many = pages.len() > 1;
    for (number, page) in pages.iter_mut().enumerate() {
        let is_furniture = |at: usize| {
            let (text, place) = key(&page.lines[at], count_of_pages);
            let count: usize = (-1..=1).filter_map(|near| seen.get(&(text.clone(), place + near))).sum();
            (many && count >= least) || is_page_number(page, at, &text, many)
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

/// A line's text with each number as `#`, and its place in steps of three points. Of `pages` pages, `3/12` is a page
/// number where there are twelve; other numbers with a slash are case numbers, of which no two pages have the same.
fn key(line: &Line, pages: usize) -> (String, i32) {
    let mut text = String::new();
    let printed = line.text();
    let divided = printed.split_once('/').filter(|_| !printed.chars().any(char::is_alphabetic));
    if divided.is_some_and(|(_, count)| count.trim().parse() != Ok(pages)) {
        return (printed, (line.base() / 3.0) as i32);
    }
    for c in printed.chars() {
        if !c.is_ascii_digit() {
            text.push(c);
        } else if !text.ends_with('#') {
            text.push('#');
        }
    }
    (text, (line.base() / 3.0) as i32)
}

/// A page number that stands alone at the page's end.
fn is_page_number(page: &PageText, at: usize, key: &str, many: bool) -> bool {
    let key = key.to_lowercase();
    let says_so = matches!(key.as_str(), "side #" | "side # af #" | "side #/#" | "page # of #" | "# af #");
    let is_last = at + 1 == page.lines.len();
    says_so || (is_last && many && matches!(key.as_str(), "#" | "- # -"))
}
